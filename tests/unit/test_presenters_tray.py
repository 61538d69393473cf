"""The office's side in words: who has a request, what may be decided, who was faster, which terms are urgent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.presenters.requests_states import office_term
from desktop.presenters.tray_case import Case, Decision, case_of, decision_words, decisions_of, is_stale
from desktop.presenters.tray_list import count_words, nothing_words, signature, tray_line
from desktop.presenters.tray_words import (
    conflict_words,
    fault_words,
    question_of,
    refusal_words,
    result_words,
)
from documents.legajo_catalogue import bundled as catalogue
from documents.working_days import bundled as calendar
from storage.records import PersonFact
from storage.request_records import OfficeRequest, RequestAction, RequestEvent, RequestState
from sync.errors import CutError, Problem, RefusedError
from tests.desktop.request_scenes import NOW, TODAY, content_of, fact_of, filed_home

ROSA = PersonFact("DNI", "99900017", "MAMANI ÑAUPARI", "ROSA ÁNGELA", "")
CARMEN = PersonFact("DNI", "99900025", "LÓPEZ NÚÑEZ", "CARMEN", "", ("escalafon",))
ME = signature(CARMEN)


def case(request: OfficeRequest, version: int = 2) -> Case:
    current = filed_home(version=version)
    return case_of(request, ROSA, current, catalogue(), calendar(), me=ME, now=NOW)


def test_the_line_tells_who_asks_what_until_when_and_who_has_it() -> None:
    request = fact_of(1, RequestState.FILED, deadline=date(2026, 11, 25), taken_by="JUAN ÑAHUI")
    line = tray_line(request, ROSA, catalogue(), TODAY, calendar(), me=ME)
    assert (line.who, line.document) == ("MAMANI ÑAUPARI, ROSA ÁNGELA", "DNI 99900017")
    assert (line.what, line.about) == ("Domicilio y contacto", "SOL-2026-000001 · 22/11/2026")
    assert (line.term.short, line.term.tone) == ("2 días hábiles", "wait")
    assert line.taken == "la tiene JUAN ÑAHUI"


@pytest.mark.parametrize(
    ("deadline", "short", "tone"),
    [(date(2026, 11, 20), "venció", "bad"), (TODAY, "vence hoy", "bad"), (date(2026, 12, 3), "8 días hábiles", "")],
)
def test_the_office_s_own_term_is_the_urgent_one(deadline: date, short: str, tone: str) -> None:
    term = office_term(fact_of(1, RequestState.FILED, deadline=deadline), TODAY, calendar())
    assert (term.short, term.tone) == (short, tone)
    observed = office_term(fact_of(1, RequestState.OBSERVED, deadline=deadline), TODAY, calendar())
    assert observed.tone == "", "the person's days are not the office's alarm"


def test_what_can_be_decided_depends_on_the_state_and_on_who_has_it() -> None:
    free = fact_of(1, RequestState.FILED)
    assert decisions_of(free, me=ME) == (Decision.ATTEND, Decision.OBSERVE, Decision.REJECT, Decision.TAKE)
    mine = replace(free, taken_by=ME)
    assert decisions_of(mine, me=ME)[-1] is Decision.LEAVE
    assert decisions_of(replace(free, taken_by="JUAN ÑAHUI"), me=ME) == ()
    assert Decision.OBSERVE not in decisions_of(fact_of(1, RequestState.OBSERVED), me=ME)
    assert decisions_of(fact_of(1, RequestState.ATTENDED), me=ME) == ()
    assert {decision_words(one) for one in Decision} == {
        "&Tomar", "&Soltar", "&Atender", "&Observar…", "&Rechazar…",
    }  # fmt: skip


def test_before_and_after_stand_on_the_record_as_it_is_and_a_newer_one_is_warned_of() -> None:
    fresh = case(fact_of(1, RequestState.FILED))
    assert fresh.notice is None
    assert [(row.before, row.after) for row in fresh.rows] == [("Jr. Ñauparí 120", "Av. El Sol 45, Juliaca")]
    stale = case(fact_of(1, RequestState.FILED), version=3)
    assert stale.notice is not None
    assert "cambió después" in stale.notice.title
    assert not is_stale(fact_of(1, RequestState.FILED, content_of(RequestAction.NEW)), None)


def test_who_asked_is_named_in_the_history() -> None:
    assert case(fact_of(1, RequestState.FILED)).history[0].who == "MAMANI ÑAUPARI, ROSA ÁNGELA"


@pytest.mark.parametrize("decision", [Decision.ATTEND, Decision.OBSERVE, Decision.REJECT])
def test_every_question_says_what_follows_and_only_refusals_demand_a_reason(decision: Decision) -> None:
    question = question_of(decision, case(fact_of(1, RequestState.FILED)))
    assert "MAMANI ÑAUPARI" in question.consequences
    assert question.demanded == (decision is not Decision.ATTEND)
    assert bool(question.reasons) == question.demanded


@pytest.mark.parametrize("decision", list(Decision))
def test_every_result_names_the_request(decision: Decision) -> None:
    assert "SOL-2026-000001" in result_words(decision, case(fact_of(1, RequestState.FILED)))


def test_a_conflict_names_who_and_when() -> None:
    def told(request: OfficeRequest) -> str:
        return conflict_words(request, me=ME, now=NOW)

    assert told(fact_of(1, RequestState.ATTENDED, history=_by("JUAN ÑAHUI", RequestState.ATTENDED))).startswith(
        "JUAN ÑAHUI ya la atendió, hoy "
    )
    assert "La tomó JUAN ÑAHUI" in told(fact_of(1, RequestState.FILED, taken_by="JUAN ÑAHUI"))
    assert "la anuló" in told(fact_of(1, RequestState.CANCELLED, history=_by("", RequestState.CANCELLED)))
    mine = told(fact_of(1, RequestState.ATTENDED, history=_by(ME, RequestState.ATTENDED)))
    assert "Su decisión anterior sobre SOL-2026-000001 sí llegó" in mine


def _by(who: str, state: RequestState) -> tuple[RequestEvent, ...]:
    return (RequestEvent(NOW - timedelta(hours=1), state, who, ""),)


def test_faults_are_told_with_what_to_do() -> None:
    refused = RefusedError(Problem(409, "record-changed", "", False))
    assert fault_words(refused) == refusal_words("record-changed")
    assert "cortó" in fault_words(CutError("x"))


def test_the_count_and_the_emptiness_have_words() -> None:
    line = tray_line(fact_of(1, RequestState.FILED), ROSA, catalogue(), TODAY, calendar(), me=ME)
    assert count_words((line,), more=False).startswith("1 solicitud,")
    assert count_words((line,) * 50, more=True).startswith("50+ solicitudes,")
    assert nothing_words(state="", text="  ñahui ")[0] == "Nadie coincide con «ñahui»"
    assert nothing_words(state=RequestState.FILED.value, text="")[0] == "No hay solicitudes por atender"
