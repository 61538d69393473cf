"""The steps of one exchange, decided without any network. `test_cycle_machine` tries every order."""

from dataclasses import replace

import pytest

from storage.records import SyncMark, WantedPdf
from sync.core.cycle import MOST_PAGES, State, step
from sync.core.errands import Errand, ErrandDone, ErrandsRead, ReadErrands, Send
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
from sync.core.outcome import Blocked, Cancelled, SessionNeeded, Updated, UpToDate
from sync.errors import (
    BusyError,
    CutError,
    InterferenceError,
    OfflineError,
    Problem,
    RefusedError,
    ServerTroubleError,
    SessionEndedError,
    StoppedError,
    SyncError,
    TokenExpiredError,
)
from tests.sync.office import StillClock

THEN = StillClock().now()
PDFS = tuple(WantedPdf(f"{number:064x}", 100, 0) for number in range(9))  # newest first
REST = SyncMark(epoch="e", cursor="c9", etag='"e.9.1"', succeeded_at=THEN)
AMID = SyncMark(epoch="e", cursor="c1", etag='"e.9.1"', more=True)


def shelf(*wanted: WantedPdf, known: int = 9, held: int = 0) -> Shelf:
    return Shelf(known=known, held=held, wanted=wanted)


def begun(
    mark: SyncMark = REST, here: Shelf | None = None, *, signed_in: bool = True, token_over: bool = False
) -> Begun:
    return Begun(mark=mark, shelf=here or shelf(), signed_in=signed_in, token_over=token_over)


def page(cursor: str, *wanted: WantedPdf, more: bool, facts: int = 5, known: int = 9, held: int = 0) -> PageStored:
    mark = SyncMark(epoch="e", cursor=cursor, etag='"e.9.1"', more=more)
    return PageStored(mark=mark, facts=facts, shelf=shelf(*wanted, known=known, held=held))


def play(*events: Event) -> tuple[State, list[tuple[object, ...]]]:
    state, said = State(), []
    for event in events:
        state, effects = step(state, event)
        said.append(effects)
    return state, said


def last(*events: Event) -> tuple[object, ...]:
    return play(*events)[1][-1]


def test_without_a_session_nothing_is_asked() -> None:
    assert last(begun(signed_in=False)) == (Finish(SessionNeeded()),)


def test_at_rest_with_everything_held_the_office_may_answer_nothing_new() -> None:
    assert last(begun()) == (AskPage("c9", '"e.9.1"'),)
    assert last(begun(), NothingNew()) == (RecordSuccess(), Finish(UpToDate()))


def test_with_a_pdf_missing_or_pages_left_the_etag_is_not_sent() -> None:
    assert last(begun(here=shelf(PDFS[0]))) == (AskPage("c9", None),)
    assert last(begun(AMID)) == (AskPage("c1", None),)
    assert last(begun(SyncMark(cursor="c9", etag=""))) == (AskPage("c9", None),)


def test_a_first_exchange_begins_without_a_cursor() -> None:
    assert last(begun(SyncMark())) == (AskPage(None, None),)


def test_an_empty_page_means_up_to_date() -> None:
    assert last(begun(), page("c9", more=False, facts=0)) == (RecordSuccess(), Finish(UpToDate()))


def test_pages_then_pdfs_newest_first_then_the_end() -> None:
    new, old = PDFS[:2]
    events = [
        begun(here=shelf(known=7)), page("c10", more=True), page("c11", new, old, more=False),
        PdfStored(shelf(old)), PdfStored(shelf()),
    ]  # fmt: skip
    assert play(*events)[1] == [
        (AskPage("c9", '"e.9.1"'),), (AskPage("c10", None),), (FetchPdf(new),), (FetchPdf(old),),
        (RecordSuccess(), Finish(Updated(new_payslips=2, pdfs=2))),
    ]  # fmt: skip


def test_on_a_first_walk_three_pdfs_come_before_the_second_page() -> None:
    events = [begun(SyncMark(), shelf(known=0)), page("c1", *PDFS[:5], more=True)]
    events += [PdfStored(shelf(*PDFS[n:5], held=n)) for n in (1, 2, 3)]
    said = [effects[0] for effects in play(*events)[1]]
    assert said == [AskPage(None, None), FetchPdf(PDFS[0]), FetchPdf(PDFS[1]), FetchPdf(PDFS[2]), AskPage("c1", None)]


def test_a_resumed_first_walk_first_completes_the_three() -> None:
    assert last(begun(AMID, shelf(PDFS[2], PDFS[3], held=2))) == (FetchPdf(PDFS[2]),)
    assert last(begun(AMID, shelf(PDFS[3], held=3))) == (AskPage("c1", None),)


def test_a_later_walk_does_not_hurry_any_pdf() -> None:
    later = SyncMark(epoch="e", cursor="c1", etag="", more=True, succeeded_at=THEN)
    assert last(begun(later, shelf(PDFS[0]))) == (AskPage("c1", None),)


def test_a_token_known_to_be_over_is_refreshed_first() -> None:
    assert play(begun(token_over=True), Refreshed())[1] == [(RefreshTokens(),), (AskPage("c9", '"e.9.1"'),)]


def test_a_token_that_proves_over_is_refreshed_and_the_same_call_made_again() -> None:
    assert play(begun(), Failed(TokenExpiredError()), Refreshed())[1][1:] == [
        (RefreshTokens(),), (AskPage("c9", '"e.9.1"'),)
    ]  # fmt: skip
    said = play(begun(), page("c10", PDFS[0], more=False), Failed(TokenExpiredError()), Refreshed())[1]
    assert said[1:] == [(FetchPdf(PDFS[0]),), (RefreshTokens(),), (FetchPdf(PDFS[0]),)]


def test_a_fresh_token_that_is_over_again_stops_the_exchange() -> None:
    error = TokenExpiredError()
    said = last(begun(), Failed(TokenExpiredError()), Refreshed(), Failed(error))
    assert said == (PlanRetry(error), Finish(Blocked("token-expired", None)))


def test_a_long_exchange_may_refresh_once_for_each_answer() -> None:
    said = last(
        begun(), Failed(TokenExpiredError()), Refreshed(), page("c10", PDFS[0], more=False), Failed(TokenExpiredError())
    )
    assert said == (RefreshTokens(),)


def test_a_session_that_ended_is_said_and_only_its_tokens_go() -> None:
    assert last(begun(), Failed(SessionEndedError())) == (EndSession(), Finish(SessionNeeded()))
    assert last(begun(token_over=True), Failed(SessionEndedError())) == (EndSession(), Finish(SessionNeeded()))


@pytest.mark.parametrize(
    "error",
    [OfflineError("name"), CutError(), BusyError(429, 60.0), ServerTroubleError(500), InterferenceError("schema"),
     RefusedError(Problem(422, "invalid-request", "No.", retryable=False))],
)  # fmt: skip
def test_a_failure_is_planned_and_ends_the_exchange(error: SyncError) -> None:
    end = (PlanRetry(error), Finish(Blocked(error.code, None, error.detail)))
    assert last(begun(), Failed(error)) == end
    assert last(begun(token_over=True), Failed(error)) == end
    assert last(begun(), page("c10", PDFS[0], more=False), Failed(error)) == end


@pytest.mark.parametrize(
    "events",
    [
        [begun()],
        [begun(token_over=True)],
        [begun(), page("c10", PDFS[0], more=False)],
        [begun(), page("c10", more=True)],
    ],
)
def test_the_person_may_stop_it_at_any_point(events: list[Event]) -> None:
    assert last(*events, Failed(StoppedError())) == (Finish(Cancelled()),)


def test_a_wrong_pdf_holds_up_no_other_but_the_exchange_is_no_success() -> None:
    wrong = InterferenceError("digest")
    said = play(begun(), page("c10", *PDFS[:2], more=False), PdfWrong(wrong), PdfStored(shelf(PDFS[0])))[1]
    assert said[2:] == [(FetchPdf(PDFS[1]),), (PlanRetry(wrong), Finish(Blocked("interference", None, "digest")))]


def test_two_wrong_pdfs_put_the_way_itself_in_doubt() -> None:
    wrong = InterferenceError("digest")
    said = last(begun(), page("c10", *PDFS[:3], more=False), PdfWrong(wrong), PdfWrong(wrong))
    assert said == (PlanRetry(wrong), Finish(Blocked("interference", None, "digest")))


def test_a_cursor_the_office_does_not_know_begins_the_walk_anew_once() -> None:
    bad = RefusedError(Problem(422, "bad-cursor", "No.", retryable=False))
    assert last(begun(), Failed(bad)) == (RestartWalk(), AskPage(None, None))
    assert last(begun(), Failed(bad), Failed(bad)) == (PlanRetry(bad), Finish(Blocked("refused", None, "No.")))


def test_a_feed_that_stands_still_or_never_ends_is_left() -> None:
    assert isinstance(last(begun(AMID), page("c1", more=True))[1], Finish)
    state, _ = step(State(), begun(SyncMark()))
    for number in range(MOST_PAGES):
        state, effects = step(state, page(f"c{number}", more=True))
    assert isinstance(effects[-1], Finish)


def test_after_the_end_and_for_what_nobody_waits_for_there_is_nothing_to_do() -> None:
    assert last(begun(), NothingNew(), NothingNew()) == ()
    assert last(begun(), begun()) == ()
    assert last(begun(), PdfStored(shelf())) == ()
    assert last(NothingNew()) == ()
    assert last(Failed(CutError())) == ()


def test_what_waited_behind_a_wish_that_followed_the_feed_goes_in_the_same_exchange() -> None:
    moved = replace(page("c9", more=False), moved=True)
    errand = Errand(uuid="u", task="file", section="X", tries=0)
    state, said = play(begun(), moved, ErrandsRead((errand,)), ErrandDone())
    assert said[1:3] == [(ReadErrands(),), (Send(errand),)]
    assert said[3] == (ReadErrands(),)
    assert step(state, ErrandsRead(()))[1] == (AskPage("c9", None),)  # its fact comes too


def test_wishes_that_followed_and_hold_nobody_back_cost_no_call() -> None:
    said = play(begun(), replace(page("c9", more=False), moved=True), ErrandsRead(()))[1]
    assert said[-1] == (RecordSuccess(), Finish(Updated(0, 0)))
