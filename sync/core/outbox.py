"""Queued wishes, decided one answer at a time. No I/O: what to call next, and what an answer makes of a wish.

    look into the outbox ─> the wish with the fewest bytes left ─> its files, smallest first, a piece at a time
          ^                                                              │
          └──── settled, put back, put aside, in quarantine <── answer <─┴─> PUT of the request

Of each section only the first unsettled wish is ever offered (`storage.outbox.due`), so the order within a section is
the person's. What is known of the office's copy of a file is asked for anew in every exchange (`OpenUpload`): a lost
answer costs no byte. A lost answer to a PUT means unknown: the same uuid goes again, with the same bytes.

    answer                                        the wish             this pass            the exchange
    network, TLS, 429, 503                        LISTO, later         over                 over
    stopped by the person                         LISTO                over                 over
    portal                                        ESPERA RED           over                 over
    interference                                  ESPERA RED           over                 goes on, ends Blocked
    500, 502…, 408, 425                           LISTO, later         goes on, twice       goes on, ends Blocked
    session ended                                 ESPERA SESION (all)  over                 over
    401, 403 with another code                    ESPERA SESION        goes on              goes on
    missing-attachments, wrong-offset, -digest    the files again      the same wish        goes on
    missing-attachments that are not here         CUARENTENA           goes on              goes on
    any other refusal                             CUARENTENA           goes on              goes on

"Goes on" skips the section of a wish that is put back: what comes later there must not overtake it.
"""

from dataclasses import dataclass, replace

from sync.core.errands import (
    PIECE,
    Errand,
    ErrandCall,
    ErrandDone,
    ErrandEvent,
    ErrandGone,
    ErrandNote,
    ErrandsRead,
    ForgetUpload,
    GiveUp,
    OpenUpload,
    PendingFile,
    PutBack,
    Quarantine,
    ReadErrands,
    Send,
    SendPiece,
    Task,
    UploadAt,
    WaitFor,
)  # fmt: skip
from sync.errors import (
    InterferenceError,
    PortalError,
    Problem,
    RefusedError,
    ServerTroubleError,
    SessionEndedError,
    StoppedError,
    SyncError,
)  # fmt: skip

MOST_REWINDS = 4  # of one wish in one exchange: an office that forgets what it just acknowledged is not the office
MOST_TROUBLES = 2  # wishes that the server failed at, after which it is not the wish
FORGOTTEN = frozenset({"missing-attachments", "wrong-offset", "wrong-digest"})
Notes = tuple[ErrandNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Where the pass is. Starts as `Sending()`."""

    over: bool = False
    looked: bool = False  # `errands` is what the outbox says now
    errands: tuple[Errand, ...] = ()
    current: Errand | None = None
    opened: str = ""  # the file whose offset at the office is known from an answer of this exchange
    rewinds: int = 0  # of the current wish
    tried: frozenset[tuple[str, Task]] = frozenset()  # not again in this exchange
    troubles: int = 0
    trouble: SyncError | None = None  # why the exchange is no success
    filed: int = 0
    sent: bool = False  # something changed at the office, or may have: the feed has news


def go_on(state: Sending) -> tuple[Sending, ErrandCall | None]:
    """What to do now. None: the pass is over. Asked twice it says the same: that is how a renewed token goes on."""
    if state.over:
        return state, None
    if not state.looked:
        return state, ReadErrands()
    errand = state.current or _choose(state)
    if errand is None:
        return replace(state, over=True), None
    begun = state if errand is state.current else replace(state, current=errand, opened="", rewinds=0)
    return _forth(begun, errand)


def _forth(state: Sending, errand: Errand) -> tuple[Sending, ErrandCall]:
    file = _next_file(errand)
    if file is None:
        return replace(state, sent=True), Send(errand)
    if state.opened != file.sha256:
        return state, OpenUpload(errand, file)
    return state, SendPiece(errand, file, min(PIECE, file.left))


def answered(state: Sending, event: ErrandEvent) -> Sending:
    """What a success makes of the pass."""
    match event:
        case ErrandsRead(errands):
            return replace(state, looked=True, errands=errands, current=None)
        case UploadAt(offset):
            return _at(state, offset)
        case ErrandDone():
            filed = state.filed + (state.current is not None and state.current.task == "file")
            return _leave(replace(state, filed=filed))
        case ErrandGone():
            return _leave(state)


def look_again(state: Sending) -> Sending:
    """More may go than was known when the pass ended."""
    return replace(state, over=False, looked=False, current=None)


def failed(state: Sending, error: SyncError) -> tuple[Sending, Notes, bool]:
    """What a failure makes of the wish and the pass; whether the exchange is over too. Never of an expired token."""
    errand = state.current
    match error:
        case _ if errand is None or isinstance(error, (SessionEndedError, StoppedError)):
            return *interrupted(state, error), True
        case ServerTroubleError():
            return *_trouble(state, errand, error), False
        case RefusedError(problem=problem):
            return *_refused(state, errand, error, problem), False
        case PortalError() | InterferenceError():
            return *_in_the_way(state, errand, error), isinstance(error, PortalError)
    return *interrupted(state, error), True


def interrupted(state: Sending, error: SyncError) -> tuple[Sending, Notes]:
    """The exchange ends, perhaps while tokens are renewed: the wish under way did nothing wrong."""
    after = replace(state, over=True)
    if isinstance(error, SessionEndedError):
        return after, _all_wait(state, error)
    if state.over or state.current is None:
        return after, ()
    return after, (PutBack(state.current, None if isinstance(error, StoppedError) else error),)


def _choose(state: Sending) -> Errand | None:
    """Little before much: on a bad link a change of address does not wait behind two megabytes of another section."""
    waiting = [errand for errand in state.errands if errand.key not in state.tried]
    return min(waiting, key=lambda errand: errand.left, default=None)


def _next_file(errand: Errand) -> PendingFile | None:
    return min((file for file in errand.files if file.left > 0), key=lambda file: file.size, default=None)


def _at(state: Sending, offset: int) -> Sending:
    errand = state.current
    file = _next_file(errand) if errand else None
    if errand is None or file is None:
        return state
    moved = replace(file, offset=min(offset, file.size))
    files = tuple(moved if each.sha256 == file.sha256 else each for each in errand.files)
    return replace(state, current=replace(errand, files=files), opened=file.sha256 if moved.left else "")


def _leave(state: Sending) -> Sending:
    """The current wish is not tried again in this exchange; what else may go is on the disk."""
    tried = state.tried | {state.current.key} if state.current else state.tried
    return replace(state, current=None, looked=False, opened="", rewinds=0, tried=tried)


def _all_wait(state: Sending, error: SyncError) -> Notes:
    under_way = (state.current,) if state.current else ()
    others = tuple(errand for errand in state.errands if state.current is None or errand.uuid != state.current.uuid)
    waiting = (errand for errand in (*under_way, *others) if errand.key not in state.tried)
    return tuple(WaitFor(errand, "session", error.code) for errand in waiting if errand.task == "file")


def _in_the_way(state: Sending, errand: Errand, error: SyncError) -> tuple[Sending, Notes]:
    return replace(state, over=True, trouble=error), (WaitFor(errand, "network", error.code),)


def _trouble(state: Sending, errand: Errand, error: SyncError) -> tuple[Sending, Notes]:
    troubles = state.troubles + 1
    after = _leave(replace(state, troubles=troubles, trouble=state.trouble or error))
    return replace(after, over=troubles >= MOST_TROUBLES), (PutBack(errand, error),)


def _refused(state: Sending, errand: Errand, error: SyncError, problem: Problem) -> tuple[Sending, Notes]:
    if problem.status in {401, 403}:
        return _leave(state), (WaitFor(errand, "session", problem.code),)
    if problem.code in FORGOTTEN or (problem.status == 404 and state.opened):
        return _rewound(state, errand, problem)
    if problem.retryable:
        return _trouble(state, errand, error)
    if errand.task != "file":
        return _leave(state), (GiveUp(errand, problem.code),)
    return _leave(state), (Quarantine(errand, problem.code, problem.detail, problem.fields),)


def _rewound(state: Sending, errand: Errand, problem: Problem) -> tuple[Sending, Notes]:
    """The office has less of a file than we believed, or other bytes of it: ask where it is, and go on from there."""
    lost = problem.missing or ((state.opened,) if state.opened else ())
    if not _named(errand).issuperset(problem.missing):  # not on this computer (any more): only the person can attach it
        return _leave(state), (Quarantine(errand, problem.code, problem.detail),)
    if state.rewinds >= MOST_REWINDS or not lost:
        return _in_the_way(state, errand, InterferenceError("upload", problem.code))
    files = tuple(replace(file, offset=0) if file.sha256 in lost else file for file in errand.files)
    again = replace(state, current=replace(errand, files=files), opened="", rewinds=state.rewinds + 1)
    return again, (ForgetUpload(lost),)


def _named(errand: Errand) -> frozenset[str]:
    return frozenset(file.sha256 for file in errand.files)
