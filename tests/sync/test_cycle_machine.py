"""A machine that plays office, network, disk and person against `step`, in every order hypothesis can think of.

Checked all the way: never two calls at once, nothing is fetched that is held or unknown, the etag goes out at rest
only, every exchange ends, and once faults stop an exchange brings everything.
"""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from storage.records import SyncMark, WantedPdf
from sync.core.cycle import MOST_ASIDE, State, step
from sync.core.moves import (
    AskPage,
    Begun,
    EndSession,
    Event,
    Failed,
    FetchPdf,
    Finish,
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
)
from sync.core.outcome import Blocked, Updated, UpToDate
from sync.errors import (
    CutError,
    InterferenceError,
    Problem,
    RefusedError,
    SessionEndedError,
    StoppedError,
    SyncError,
    TokenExpiredError,
)
from tests.sync.office import StillClock

BAD_CURSOR = RefusedError(Problem(422, "bad-cursor", "", retryable=False))
FAULTS: list[SyncError] = [CutError(), InterferenceError("schema"), TokenExpiredError(), BAD_CURSOR]


class ExchangeMachine(RuleBasedStateMachine):
    """The office publishes payslips 1, 2, 3…; its cursor is how many of them were given, newest ones last."""

    @initialize()
    def begin(self) -> None:
        self.published = 0
        self.mark = SyncMark()
        self.held: set[str] = set()
        self.known = 0
        self.session = True
        self.state: State | None = None
        self.call: AskPage | FetchPdf | RefreshTokens | None = None
        self.calls = 0
        self.faults = 0

    @property
    def shelf(self) -> Shelf:
        wanted = [f"{number:064x}" for number in range(self.known, 0, -1)]
        pdfs = tuple(WantedPdf(sha256, 10, 0) for sha256 in wanted if sha256 not in self.held)
        return Shelf(known=self.known, held=len(self.held), wanted=pdfs)

    @rule(count=st.integers(1, 7))
    def publish(self, count: int) -> None:
        self.published += count

    @precondition(lambda self: self.state is None)
    @rule(token_over=st.booleans())
    def run(self, token_over: bool) -> None:
        self.state, self.calls, self.faults = State(), 0, 0
        self.tell(Begun(mark=self.mark, shelf=self.shelf, signed_in=self.session, token_over=token_over))

    @precondition(lambda self: self.call is not None)
    @rule(size=st.integers(1, 4))
    def answer(self, size: int) -> None:
        call, self.call = self.call, None
        if isinstance(call, AskPage):
            self.tell(self.page(call, size))
        elif isinstance(call, FetchPdf):
            self.held.add(call.pdf.sha256)
            self.tell(PdfStored(self.shelf))
        else:
            self.tell(Refreshed())

    @precondition(lambda self: self.call is not None)
    @rule(error=st.sampled_from([*FAULTS, StoppedError(), SessionEndedError()]))
    def fail(self, error: SyncError) -> None:
        self.call, self.faults = None, self.faults + 1
        self.tell(Failed(error))

    @precondition(lambda self: isinstance(self.call, FetchPdf))
    @rule()
    def spoil(self) -> None:
        self.call, self.faults = None, self.faults + 1
        self.tell(PdfWrong(InterferenceError("digest")))

    @precondition(lambda self: self.state is not None)
    @rule()
    def lose_power(self) -> None:
        self.state = self.call = None

    @precondition(lambda self: not self.session)
    @rule()
    def sign_in(self) -> None:
        self.session = True

    def page(self, call: AskPage, size: int) -> Event:
        given = int(call.since or 0)
        if call.etag == f'"{self.published}"' and given == self.published:
            return NothingNew()
        reached = min(self.published, given + size)
        self.known = max(self.known, reached)
        done = replace(
            self.mark, epoch="e", cursor=str(reached), etag=f'"{self.published}"', more=reached < self.published
        )
        self.mark = done
        return PageStored(mark=done, facts=reached - given, shelf=self.shelf)

    def tell(self, event: Event) -> None:
        assert self.state is not None
        self.state, effects = step(self.state, event)
        assert effects, "the exchange neither goes on nor ends"
        *notes, end = effects
        for note in notes:
            self.write_down(note)
        if isinstance(end, Finish):
            self.finished(end, notes)
        else:
            self.called(end)

    def write_down(self, note: object) -> None:
        match note:
            case RestartWalk():
                self.mark = SyncMark(succeeded_at=self.mark.succeeded_at)
            case EndSession():
                self.session = False
            case RecordSuccess():
                self.mark = replace(self.mark, succeeded_at=StillClock().now())
            case _:
                assert isinstance(note, PlanRetry)

    def called(self, call: object) -> None:
        assert isinstance(call, AskPage | FetchPdf | RefreshTokens)
        assert self.call is None, "two calls at once"
        self.call, self.calls = call, self.calls + 1
        assert self.session
        if isinstance(call, FetchPdf):
            assert call.pdf.sha256 not in self.held
            assert call.pdf in self.shelf.wanted
        if isinstance(call, AskPage):
            assert call.since == self.mark.cursor
            assert call.etag is None or (not self.mark.more and not self.shelf.wanted)

    def finished(self, end: Finish, notes: list[object]) -> None:
        success = isinstance(end.outcome, UpToDate | Updated)
        assert success == (RecordSuccess() in notes)
        assert isinstance(end.outcome, Blocked) == any(isinstance(note, PlanRetry) for note in notes)
        if success:
            assert not self.shelf.wanted
            assert not self.mark.more
        self.state = self.call = None

    @invariant()
    def every_exchange_ends(self) -> None:
        if self.state is not None:
            assert self.call is not None
            assert self.calls <= 4 * (self.published + self.faults + MOST_ASIDE + 4)

    def teardown(self) -> None:
        if not hasattr(self, "state"):
            return
        self.state, self.call, self.session = None, None, True
        self.run(token_over=False)
        while self.call is not None:
            self.answer(3)
        assert self.known == self.published
        assert not self.shelf.wanted


ExchangeMachine.TestCase.settings = settings(max_examples=50, stateful_step_count=40, deadline=None)
TestExchangeMachine = ExchangeMachine.TestCase
