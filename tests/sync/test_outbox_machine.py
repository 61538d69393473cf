"""A machine that plays office, network, disk and person against the pure outbox, in every order hypothesis thinks of.

Checked all the way (invariants of the design): I2 a uuid has one effect at most, and exactly one once faults stop if it
is valid; I4 the office sees a section in the person's order; I8 "En solicitud" and "Anulado" are only shown when they
are true; I10 attempts are bounded; I12 401 and 403 neither lose nor quarantine; I13 one bad wish delays no other.
"""

from dataclasses import dataclass, field

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from storage.records import SyncMark
from storage.request_records import RequestState as S
from sync.core.cycle import State, step
from sync.core.errands import (
    PIECE,
    Errand,
    ErrandDone,
    ErrandGone,
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
    UploadAt,
    WaitFor,
)
from sync.core.moves import (
    AskPage,
    Begun,
    EndSession,
    Event,
    Failed,
    Finish,
    NothingNew,
    Refreshed,
    RefreshTokens,
    Shelf,
)
from sync.errors import (
    BusyError,
    CutError,
    InterferenceError,
    PortalError,
    Problem,
    RefusedError,
    ServerTroubleError,
    SessionEndedError,
    StoppedError,
    SyncError,
    TokenExpiredError,
)

SHELF = Shelf(known=0, held=0, wanted=())
WAITING = {S.READY, S.UPLOADING, S.SENDING, S.WAITS_SESSION, S.WAITS_NETWORK}
NOT_YOURS = RefusedError(Problem(403, "not-yours", "No.", retryable=False))
FAULTS: list[SyncError] = [
    CutError(), PortalError(), InterferenceError("schema"), ServerTroubleError(500), BusyError(429, 60.0),
    StoppedError(), TokenExpiredError(), NOT_YOURS, SessionEndedError(),
]  # fmt: skip
HAPPENINGS: list[object] = [
    *["answer"] * 12, *FAULTS, "lost answer", "lost answer", "cut amid", "forgotten", "power", "withdrawn",
]  # fmt: skip
SIZES = [10, 70_000, 140_000]


@dataclass
class Wish:
    uuid: str
    section: str
    number: int
    files: dict[str, int]
    poison: bool
    state: S = S.READY
    sent: bool = False  # some byte of it may have reached the office
    cancel_wanted: bool = False


@dataclass
class Bureau:
    """What the office knows."""

    filed: dict[str, int] = field(default_factory=dict)  # uuid -> effects
    cancelled: set[str] = field(default_factory=set)
    order: list[Wish] = field(default_factory=list)
    uploads: dict[str, int] = field(default_factory=dict)

    def take(self, wish: Wish) -> Event:
        """PUT of a request."""
        missing = tuple(sha for sha, size in wish.files.items() if self.uploads.get(sha, 0) < size)
        if wish.uuid in self.filed:
            return ErrandDone()
        if missing:
            return Failed(
                RefusedError(Problem(422, "missing-attachments", "Faltan.", retryable=False, missing=missing))
            )
        if wish.poison:
            return Failed(RefusedError(Problem(422, "invalid-legajo", "No vale.", retryable=False)))
        self.filed[wish.uuid] = self.filed.get(wish.uuid, 0) + 1
        self.order.append(wish)
        return ErrandDone()

    def cancel(self, uuid: str) -> Event:
        if uuid not in self.filed:
            return Failed(RefusedError(Problem(404, "not-found", "No hay.", retryable=False)))
        self.cancelled.add(uuid)
        return ErrandDone()


class OutboxMachine(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.wishes: dict[str, Wish] = {}
        self.offsets: dict[str, int] = {}
        self.bureau = Bureau()
        self.signed_in = True
        self.state: State | None = None
        self.call: object = None
        self.calls = 0
        self.faults = 0

    # the person ------------------------------
    @rule(
        section=st.sampled_from(["I", "II", ""]), sizes=st.lists(st.sampled_from(SIZES), max_size=2), bad=st.booleans()
    )
    def queue(self, section: str, sizes: list[int], bad: bool) -> None:
        number = len(self.wishes) + 1
        files = {f"{number}-{index}": size for index, size in enumerate(sizes)}
        self.wishes[str(number)] = Wish(str(number), section, number, files, bad)

    @precondition(lambda self: self.wishes)
    @rule(number=st.integers(0, 9))
    def cancel(self, number: int) -> None:
        self.withdraw(list(self.wishes.values())[number % len(self.wishes)])

    def withdraw(self, wish: Wish) -> None:
        if wish.state is S.QUARANTINE or (wish.state in WAITING and not wish.sent):
            wish.state = S.CANCELLED
        elif wish.state is not S.CANCELLED:
            wish.cancel_wanted = True

    @precondition(lambda self: not self.signed_in)
    @rule()
    def sign_in(self) -> None:
        self.signed_in = True

    # the network and the office ------------------------------
    @rule(token_over=st.booleans(), happens=st.lists(st.sampled_from(HAPPENINGS), max_size=14))
    def exchange(self, token_over: bool, happens: list[object]) -> None:
        """One exchange; at its calls happens this, and then only honest answers."""
        self.run(token_over=token_over)
        for what in happens:
            if self.call is not None:
                self.happen(what)
        self.go_on()

    def run(self, *, token_over: bool) -> None:
        self.state, self.calls, self.faults = State(), 0, 0
        for wish in self.wishes.values():  # the engine wakes what waited
            wish.state = S.READY if wish.state in {S.WAITS_NETWORK, S.WAITS_SESSION} else wish.state
        mark = SyncMark(epoch="e", cursor="c", etag='"e"')
        self.tell(
            Begun(mark=mark, shelf=SHELF, signed_in=self.signed_in, token_over=token_over, errands=self.errands())
        )

    def go_on(self) -> None:
        while self.call is not None:
            self.tell(self.served())

    def happen(self, what: object) -> None:
        self.faults += what != "answer"
        match what:
            case SyncError():
                looks = isinstance(self.call, ReadErrands)  # no network: cannot fail
                self.tell(self.served() if looks else Failed(what))
            case "answer":
                self.tell(self.served())
            case "lost answer":
                looks = isinstance(self.call, ReadErrands)
                answer = self.served()
                self.tell(answer if looks else Failed(CutError()))
            case "cut amid" if isinstance(self.call, SendPiece):
                self.bureau.uploads[self.call.file.sha256] = self.call.file.offset + self.call.size // 3
                self.tell(Failed(CutError()))
            case "forgotten":
                self.bureau.uploads.clear()
            case "power":
                self.state = self.call = None
            case "withdrawn" if self.wishes:
                self.withdraw(self.wishes[min(self.wishes)])

    # the hands ------------------------------
    def errands(self) -> tuple[Errand, ...]:
        heads: dict[str, Wish] = {}
        for wish in self.wishes.values():
            if wish.state in WAITING:
                heads.setdefault(wish.section, wish)
        filing = [
            Errand(uuid=wish.uuid, task="file", section=wish.section, files=self.files(wish))
            for wish in heads.values()
            if wish.state in {S.READY, S.UPLOADING, S.SENDING}
        ]
        cancelling = [
            Errand(uuid=wish.uuid, task="cancel", section=wish.section)
            for wish in self.wishes.values()
            if wish.state is S.FILED and wish.cancel_wanted
        ]
        return (*filing, *cancelling)

    def files(self, wish: Wish) -> tuple[PendingFile, ...]:
        return tuple(PendingFile(sha, size, self.offsets.get(sha, 0)) for sha, size in wish.files.items())

    def served(self) -> Event:
        """What an honest office answers to the call under way, all its effects done."""
        match self.call:
            case ReadErrands():
                return ErrandsRead(self.errands())
            case RefreshTokens():
                return Refreshed()
            case AskPage():
                return NothingNew()
        return self.served_errand(self.call)

    def served_errand(self, call: object) -> Event:
        assert isinstance(call, OpenUpload | SendPiece | Send)
        wish = self.wishes[call.errand.uuid]
        if wish.state is S.CANCELLED and call.errand.task == "file":
            return ErrandGone()  # withdrawn before the call was carried out
        match call:
            case OpenUpload(_, file):
                return UploadAt(self.bureau.uploads.setdefault(file.sha256, 0))
            case SendPiece(_, file, size):
                return self.patched(file, size)
        return self.bureau.cancel(wish.uuid) if call.errand.task == "cancel" else self.bureau.take(wish)

    def patched(self, file: PendingFile, size: int) -> Event:
        here = self.bureau.uploads.get(file.sha256)
        if here is None:
            return Failed(RefusedError(Problem(404, "not-found", "No hay.", retryable=False)))
        if here != file.offset:
            return Failed(RefusedError(Problem(409, "wrong-offset", "Otro.", retryable=False)))
        self.bureau.uploads[file.sha256] = here + size
        return UploadAt(here + size)

    def tell(self, event: Event) -> None:
        assert self.state is not None
        call, self.call = self.call, None
        self.keep(call, event)
        self.state, effects = step(self.state, event)
        assert effects, "the exchange neither goes on nor ends"
        *notes, end = effects
        for note in notes:
            self.write_down(note)
        if isinstance(end, Finish):
            self.state = None
        else:
            self.called(end)

    def keep(self, call: object, event: Event) -> None:
        """What the hands write when the office says yes."""
        match call, event:
            case OpenUpload() | SendPiece(), UploadAt(offset):
                self.offsets[call.file.sha256] = offset  # type: ignore[union-attr]
            case Send(errand), ErrandDone():
                wish = self.wishes[errand.uuid]
                wish.state = S.FILED if errand.task == "file" else S.CANCELLED

    def write_down(self, note: object) -> None:
        match note:
            case PutBack(errand):
                self.move(errand, S.READY)
            case WaitFor(errand, what):
                self.move(errand, S.WAITS_SESSION if what == "session" else S.WAITS_NETWORK)
            case Quarantine(errand, code):
                assert code == "invalid-legajo"
                self.move(errand, S.QUARANTINE)
            case ForgetUpload(lost):
                self.offsets |= dict.fromkeys(lost, 0)
            case GiveUp(errand, _):
                self.wishes[errand.uuid].cancel_wanted = False
            case EndSession():
                self.signed_in = False

    def move(self, errand: Errand, state: S) -> None:
        wish = self.wishes[errand.uuid]
        if errand.task == "file" and wish.state in WAITING:
            wish.state = state

    def bound(self) -> int:
        pieces = sum(sum(size // PIECE + 3 for size in wish.files.values()) + 3 for wish in self.wishes.values())
        return 6 + pieces * (1 + self.faults)

    def called(self, call: object) -> None:
        assert self.call is None
        self.call, self.calls = call, self.calls + 1
        assert self.calls <= self.bound(), "attempts without end"
        match call:
            case OpenUpload(errand) | SendPiece(errand):
                self.move(errand, S.UPLOADING)
            case Send(errand) if errand.task == "file":
                assert errand.left == 0
                self.move(errand, S.SENDING)
                self.wishes[errand.uuid].sent |= self.wishes[errand.uuid].state is S.SENDING

    @invariant()
    def what_is_shown_is_true(self) -> None:
        for wish in getattr(self, "wishes", {}).values():
            assert self.bureau.filed.get(wish.uuid, 0) <= 1
            assert (wish.state is S.FILED) <= (wish.uuid in self.bureau.filed)
            assert (wish.state is S.QUARANTINE) <= wish.poison
            if wish.state is S.CANCELLED and wish.uuid in self.bureau.filed:
                assert wish.uuid in self.bureau.cancelled
            assert not (wish.poison and wish.uuid in self.bureau.filed)

    @invariant()
    def a_section_arrives_in_order(self) -> None:
        for section in ("I", "II", ""):
            numbers = [w.number for w in self.bureau.order if w.section == section] if hasattr(self, "bureau") else []
            assert numbers == sorted(numbers)

    def teardown(self) -> None:
        if not hasattr(self, "wishes"):
            return
        self.state, self.call, self.signed_in, self.faults = None, None, True, 0
        self.run(token_over=False)
        self.go_on()
        for wish in self.wishes.values():
            if wish.state is S.CANCELLED:
                continue
            assert wish.state is (S.QUARANTINE if wish.poison else S.FILED), wish
            assert self.bureau.filed.get(wish.uuid, 0) == (0 if wish.poison else 1)


OutboxMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=14, deadline=None)
TestOutboxMachine = OutboxMachine.TestCase
