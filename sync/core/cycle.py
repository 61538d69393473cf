"""One exchange with the office, decided one event at a time: `step(state, event) -> (state, effects)`. No I/O.

    begin ── no session ─────────────────────────────> SessionNeeded
      │
      ├─ token known to be over ─> refresh ─┐
      └─────────────────────────────────────┴─> what waits in the outbox (`sync.core.outbox`)
            ├─> facts, a page at a time, until the feed has no more
            │   first walk and fewer than 3 PDFs here: the newest of them go before the next page
            └─> bundle, if there is one ─> PDFs, newest first ─> catalogue, trust list, if newer ─> UpToDate | Updated
    any time: token over -> refresh once, then the same call again; session ended -> SessionNeeded;
              stop -> Cancelled; a failure -> store the plan for the next try -> Blocked

At most one effect at a time needs the network, so there are never two requests at once. Every page's cursor is a
resting point: whatever ends an exchange, the next one goes on from what is stored. Only what the store says is missing
is ever fetched. One wrong PDF holds up no other: it is put aside for this exchange, and a second one ends it. Wishes go
first, because a link that lasts for one request had better carry the person's; their facts come in the same exchange.
What the office turns out to have forgotten, when a walk is over, goes again at once, and its facts are asked for.
Catalogue and trust list come last, and whatever becomes of them, the payslips are here: they fail no exchange. Who
carries the effects out, and stores what comes, is `sync.engine`; when to try again is `sync.core.backoff`.
"""

from dataclasses import dataclass, replace
from typing import Literal

from storage.records import SyncMark, WantedPdf
from sync.core import outbox
from sync.core.errands import ErrandDone, ErrandGone, ErrandsRead, UploadAt
from sync.core.moves import (
    AskPage,
    Begun,
    BundleMoved,
    CatalogueSettled,
    Effects,
    EndSession,
    Event,
    Failed,
    FetchBundle,
    FetchCatalogue,
    FetchPdf,
    FetchTrust,
    Finish,
    Note,
    NothingNew,
    PageStored,
    PdfStored,
    PdfWrong,
    PlanRetry,
    RecordSuccess,
    Refreshed,
    RefreshTokens,
    RestartWalk,
    Shelf,
    TrustSettled,
)  # fmt: skip
from sync.core.outcome import Blocked, Cancelled, SessionNeeded, Updated, UpToDate
from sync.errors import InterferenceError, RefusedError, SessionEndedError, StoppedError, SyncError, TokenExpiredError

Doing = Literal["nothing", "errand", "page", "pdf", "bundle", "trust", "catalogue", "refresh", "done"]

EARLY_PDFS = 3  # readable before the rest of a first walk
EARLY_BUNDLE = 32 * 1024  # bytes of a bundle that hold about as many
MOST_PAGES = 2000  # of one exchange: a feed that never ends is not the office's
MOST_ASIDE = 2  # wrong PDFs after which the way itself is in doubt
EMPTY_MARK = SyncMark()
EMPTY_SHELF = Shelf(known=0, held=0, wanted=())
NO_ERRANDS = outbox.Sending()
ANSWERS: dict[type[Event], Doing] = {
    Begun: "nothing", PageStored: "page", NothingNew: "page", PdfStored: "pdf", PdfWrong: "pdf", BundleMoved: "bundle",
    TrustSettled: "trust",
    CatalogueSettled: "catalogue", Refreshed: "refresh",
    ErrandsRead: "errand", UploadAt: "errand", ErrandDone: "errand", ErrandGone: "errand",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where the exchange is. Starts as `State()`."""

    doing: Doing = "nothing"
    mark: SyncMark = EMPTY_MARK
    shelf: Shelf = EMPTY_SHELF
    pages_over: bool = False  # the feed said that there is no more
    refreshed: bool = False  # since the last answer that was believed
    rewound: bool = False  # the server did not know our cursor, once
    trust_settled: bool = False  # fetched, or given up for this exchange
    catalogue_settled: bool = False
    sending: outbox.Sending = NO_ERRANDS
    aside: tuple[tuple[str, SyncError], ...] = ()  # PDFs put aside, with why
    known_before: int = 0
    pages: int = 0
    facts: int = 0
    pdfs: int = 0
    forgotten: int = 0


def step(state: State, event: Event) -> tuple[State, Effects]:
    """The next state, and what to do now. After `Finish`, and for an event that nobody waits for: nothing."""
    if not _awaited(state, event):
        return state, ()
    match event:
        case Begun():
            return _begin(state, event)
        case PageStored():
            return _page(state, event)
        case PdfWrong(error):
            return _put_aside(state, error)
        case Failed(error):
            return _fail(state, error)
        case _:
            return _next(_after(state, event))


def _awaited(state: State, event: Event) -> bool:
    if isinstance(event, Failed):
        return state.doing not in {"nothing", "done"}
    return ANSWERS[type(event)] == state.doing


def _after(state: State, event: Event) -> State:
    after = state
    match event:
        case ErrandsRead() | UploadAt() | ErrandDone() | ErrandGone():
            done = isinstance(event, ErrandDone)  # its fact comes with a page of this exchange
            sending = outbox.answered(state.sending, event)
            after = replace(state, sending=sending, pages_over=state.pages_over and not done, refreshed=False)
        case NothingNew():
            after = replace(state, pages_over=True, refreshed=False)
        case PdfStored(shelf):
            after = replace(state, shelf=shelf, pdfs=state.pdfs + 1, refreshed=False)
        case BundleMoved(shelf, pdfs):
            after = replace(state, shelf=shelf, pdfs=state.pdfs + pdfs, refreshed=False)
        case TrustSettled():
            after = replace(state, trust_settled=True)
        case CatalogueSettled():
            after = replace(state, catalogue_settled=True)
        case Refreshed():
            after = replace(state, refreshed=True)
    return after


def next_pdf(state: State) -> WantedPdf | None:
    """The newest PDF that is missing and has not been put aside."""
    aside = {sha256 for sha256, _ in state.aside}
    return next((pdf for pdf in state.shelf.wanted if pdf.sha256 not in aside), None)


def _begin(state: State, event: Begun) -> tuple[State, Effects]:
    sending = outbox.answered(state.sending, ErrandsRead(event.errands))
    begun = replace(state, mark=event.mark, shelf=event.shelf, known_before=event.shelf.known, sending=sending)
    if not event.signed_in:
        return _end(begun, Finish(SessionNeeded()))
    if event.token_over:  # asking with a token known to be over would cost a round trip more
        return replace(begun, doing="refresh"), (RefreshTokens(),)
    return _next(begun)


def _page(state: State, event: PageStored) -> tuple[State, Effects]:
    stood_still = event.mark.more and event.mark.cursor == state.mark.cursor
    after = replace(
        state, mark=event.mark, shelf=event.shelf, facts=state.facts + event.facts, pages=state.pages + 1,
        pdfs=state.pdfs + event.pdfs,
        pages_over=not event.mark.more, refreshed=False, forgotten=state.forgotten + event.forgotten,
    )  # fmt: skip
    if event.mark.more and (stood_still or after.pages >= MOST_PAGES):
        return _block(after, InterferenceError("cursor", "the feed does not come to an end"))
    if event.rebuild and not state.rewound:
        return _walk_anew(after)
    if (event.due_again or event.moved) and state.sending.trouble is None:
        after = replace(after, sending=outbox.look_again(state.sending))
    return _next(after)


def _walk_anew(state: State) -> tuple[State, Effects]:
    """Once an exchange. The rows stay until the new walk is over."""
    mark = SyncMark(succeeded_at=state.mark.succeeded_at)
    anew = replace(state, doing="page", mark=mark, rewound=True, pages_over=False)
    return anew, (RestartWalk(), AskPage(None, None))


def _next(state: State) -> tuple[State, Effects]:
    sending, call = outbox.go_on(state.sending)
    if call is not None:
        return replace(state, doing="errand", sending=sending), (call,)
    return _next_fact(replace(state, sending=sending))


def _next_fact(state: State) -> tuple[State, Effects]:
    pdf = next_pdf(state)
    if state.pages_over:
        return _fetch(state, pdf) if pdf else _last(state)
    first_walk = state.mark.more and state.mark.succeeded_at is None
    if pdf and first_walk and state.shelf.held < EARLY_PDFS and not _early_bundle_here(state):
        return _fetch(state, pdf)
    at_rest = not state.mark.more and not state.shelf.wanted  # docs/protocol.md: only then may 304 be the answer
    shortcut = at_rest and not state.sending.sent  # what we sent comes back as a fact in this exchange
    ask = AskPage(state.mark.cursor, state.mark.etag or None if shortcut else None)
    return replace(state, doing="page"), (ask,)


def _early_bundle_here(state: State) -> bool:
    bundle = state.shelf.bundle
    return bundle is not None and bundle.received >= min(EARLY_BUNDLE, bundle.size)


def _fetch(state: State, pdf: WantedPdf) -> tuple[State, Effects]:
    bundle = state.shelf.bundle
    if bundle is None:
        return replace(state, doing="pdf"), (FetchPdf(pdf),)
    upto = bundle.size if state.pages_over else min(EARLY_BUNDLE, bundle.size)
    return replace(state, doing="bundle"), (FetchBundle(bundle, upto, last=state.pages_over),)


def _last(state: State) -> tuple[State, Effects]:
    if state.shelf.catalogue is not None and not state.catalogue_settled:
        return replace(state, doing="catalogue"), (FetchCatalogue(),)
    if state.shelf.trust is not None and not state.trust_settled:
        return replace(state, doing="trust"), (FetchTrust(),)
    return _finish(state)


def _put_aside(state: State, error: SyncError) -> tuple[State, Effects]:
    pdf = next_pdf(state)
    aside = (*state.aside, (pdf.sha256, error)) if pdf else state.aside
    after = replace(state, aside=aside, refreshed=False)
    return _block(after, error) if len(aside) >= MOST_ASIDE else _next(after)


def _finish(state: State) -> tuple[State, Effects]:
    if state.aside:  # not everything is here: not a success
        return _block(state, state.aside[0][1])
    if state.sending.trouble:
        return _block(state, state.sending.trouble)
    if not state.facts and not state.pdfs and not state.sending.filed:
        return _end(state, RecordSuccess(), Finish(UpToDate()))
    new = max(0, state.shelf.known - state.known_before)
    updated = Updated(new, state.pdfs, state.sending.filed, state.forgotten)
    return _end(state, RecordSuccess(), Finish(updated))


def _fail(state: State, error: SyncError) -> tuple[State, Effects]:
    if isinstance(error, TokenExpiredError) and not state.refreshed and state.doing != "refresh":
        return replace(state, doing="refresh"), (RefreshTokens(),)
    if state.doing == "errand":
        sending, notes, over = outbox.failed(state.sending, error)
        after = replace(state, sending=sending)
        return _with(notes, _give_up(after, error) if over else _next(replace(after, refreshed=False)))
    sending, notes = outbox.interrupted(state.sending, error) if state.doing == "refresh" else (state.sending, ())
    return _with(notes, _give_up(replace(state, sending=sending), error))


def _with(notes: outbox.Notes, move: tuple[State, Effects]) -> tuple[State, Effects]:
    """The notes go just before the call or the end: what is put back learns the time that a plan has set."""
    state, effects = move
    return state, (*effects[:-1], *notes, effects[-1])


def _give_up(state: State, error: SyncError) -> tuple[State, Effects]:
    match error:
        case StoppedError():
            return _end(state, Finish(Cancelled()))
        case SessionEndedError():
            return _end(state, EndSession(), Finish(SessionNeeded()))
        case RefusedError(problem=problem) if problem.code == "bad-cursor" and state.mark.cursor and not state.rewound:
            # Must not happen (cursors never expire). Walking again costs bytes; stopping would be for ever.
            return _walk_anew(state)
    return _block(state, error)


def _block(state: State, error: SyncError) -> tuple[State, Effects]:
    return _end(state, PlanRetry(error), Finish(Blocked(error.code, None, error.detail)))


def _end(state: State, *effects: Note | Finish) -> tuple[State, Effects]:
    return replace(state, doing="done"), effects
