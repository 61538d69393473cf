"""The office's side in words: who has a request, what may be decided, who was faster, which terms are urgent."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from desktop.presenters.requests_states import office_term
from desktop.presenters.tray_case import Case, Decision, OpenedCase, case_of, decision_words, decisions_of, is_stale
from desktop.presenters.tray_list import count_words, nothing_words, signature, tray_line
from desktop.presenters.tray_reception import desks_of, question_of_reception
from desktop.presenters.tray_undo import arrived_words, refused_words, undo_words, undone_words, waiting_words
from desktop.presenters.tray_views import Narrowing, dues, kinds, narrowed, sections, views
from desktop.presenters.tray_words import conflict_words, fault_words, question_of, refusal_words
from documents.decision_reasons import bundled as reasons
from documents.legajo_catalogue import bundled as catalogue
from documents.working_days import bundled as calendar
from storage.decision_records import (
    CaseRow,
    DecisionState,
    Deed,
    OfficeCase,
    OwnDecision,
    ReceptionWish,
    SavedView,
    TrayQuery,
    deeds_of,
)
from storage.records import PersonFact
from storage.request_records import Expediente, OfficeRequest, Reception, RequestAction, RequestEvent, RequestState
from sync.errors import CutError, Problem, RefusedError
from tests.desktop.request_scenes import NOW, PAPER, TODAY, content_of, fact_of, filed_home, identifier

ROSA = PersonFact("DNI", "99900017", "MAMANI ÑAUPARI", "ROSA ÁNGELA", "")
CARMEN = PersonFact("DNI", "99900025", "LÓPEZ NÚÑEZ", "CARMEN", "", ("escalafon",))
ME = signature(CARMEN)
AT_THE_COUNTER = deeds_of(("mesa_partes",))
NUMBER = Expediente("MPT-FUT2026-EXT-77", "", TODAY)


def case(request: OfficeRequest, version: int = 2, own: tuple[OwnDecision, ...] = ()) -> Case:
    current = filed_home(version=version)
    opened = OpenedCase(case=OfficeCase(request=request, person=ROSA, current=current), own=own)
    return case_of(opened, catalogue(), calendar(), me=ME, now=NOW)


def row(**changes: Any) -> CaseRow:
    values: dict[str, Any] = {
        "uuid": identifier(1), "code": "SOL-2026-000001", "state": RequestState.FILED, "action": "modificar",
        "section": "I", "kind": "domicilio", "doc_tipo": "DNI", "doc_numero": "99900017", "apellidos": "MAMANI ÑAUPARI",
        "nombres": "ROSA ÁNGELA", "institucion": "54001 SAN JOSÉ", "filed_at": NOW - timedelta(days=1),
        "changed_at": NOW, "deadline": date(2026, 11, 25), "taken_by": "", "expediente": "", "documents": 1,
    }  # fmt: skip
    return CaseRow(**(values | changes))


def decision(deed: Deed, **changes: Any) -> OwnDecision:
    values: dict[str, Any] = {
        "uuid": identifier(7), "batch": identifier(8), "request": identifier(1), "code": "SOL-2026-000001",
        "who": "MAMANI ÑAUPARI, ROSA ÁNGELA", "deed": deed, "reason": "", "seen": NOW, "follows": "",
        "state": DecisionState.WAITING, "decided_at": NOW, "ready_at": NOW,
    }  # fmt: skip
    return OwnDecision(**(values | changes))


def test_the_line_tells_who_asks_what_until_when_and_who_has_it() -> None:
    line = tray_line(row(taken_by="JUAN ÑAHUI"), catalogue(), TODAY, calendar(), me=ME)
    assert (line.who, line.document) == ("MAMANI ÑAUPARI, ROSA ÁNGELA", "DNI 99900017 · 54001 SAN JOSÉ")
    assert (line.what, line.about) == ("Domicilio y contacto", "SOL-2026-000001 · 22/11")
    assert not line.can_be_decided
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
    assert decisions_of(replace(free, taken_by="JUAN ÑAHUI"), me=ME, may=AT_THE_COUNTER) == (Decision.RECEIVE,)
    assert decisions_of(fact_of(1, RequestState.ATTENDED), me=ME, may=AT_THE_COUNTER) == ()
    assert decisions_of(free, me=ME, may=deeds_of(("planillas", "administrador"))) == ()
    assert {decision_words(one) for one in Decision} == {
        "&Tomar", "&Soltar", "&Atender", "&Observar…", "&Rechazar…", "R&ecibir…",
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


@pytest.mark.parametrize("deed", [Decision.ATTEND, Decision.OBSERVE, Decision.REJECT])
def test_every_question_says_what_follows_and_only_refusals_demand_a_reason(deed: Deed) -> None:
    question = question_of(deed, ("SOL-2026-000001",), "MAMANI ÑAUPARI, ROSA", reasons(), paper=False)
    assert "MAMANI ÑAUPARI" in question.consequences
    assert "SOL-2026-000001" in question.title
    assert question.demanded == (deed is not Decision.ATTEND)
    assert bool(question.reasons) == question.demanded
    many = question_of(deed, ("SOL-1", "SOL-2"), "", reasons(), paper=False)
    assert "2 solicitudes" in many.title
    assert "MAMANI" not in many.consequences


@pytest.mark.parametrize("deed", list(Deed))
def test_what_was_decided_can_be_undone_for_some_seconds_and_then_waits_for_a_line(deed: Deed) -> None:
    assert undo_words(deed, 1, "SOL-2026-000001", 8).endswith("Se envía en 8 segundos.")
    assert "SOL-2026-000001" in undo_words(deed, 1, "SOL-2026-000001", 1)
    assert undo_words(deed, 12, "SOL-2026-000001", 0).startswith("12 solicitudes")
    assert "cuando haya conexión" in undo_words(deed, 12, "SOL-2026-000001", 0)
    assert "SOL-2026-000001" in arrived_words((decision(deed),))
    assert arrived_words((decision(deed),) * 3) == "La oficina registró 3 decisiones suyas."


def test_an_own_decision_lies_over_the_request_until_it_arrives() -> None:
    waiting = case(fact_of(1, RequestState.FILED), own=(decision(Deed.TAKE), decision(Deed.ATTEND)))
    assert (waiting.mark.word, waiting.decisions, waiting.taken) == ("Atender: por enviar", (), "la tiene usted")
    assert waiting.undo == identifier(8)
    taken = case(fact_of(1, RequestState.FILED), own=(decision(Deed.TAKE, sent=True),))
    assert (taken.decisions[-1], taken.undo) == (Decision.LEAVE, "")
    line = tray_line(row(deed=Deed.REJECT), catalogue(), TODAY, calendar(), me=ME)
    assert (line.mark.word, line.can_be_decided, line.term.short) == ("Rechazar: por enviar", False, "")
    assert tray_line(row(deed=Deed.TAKE), catalogue(), TODAY, calendar(), me=ME).taken == "la tiene usted"
    assert tray_line(row(trouble="x", deed=Deed.TAKE), catalogue(), TODAY, calendar(), me=ME).mark.tone == "bad"


def test_a_refused_decision_says_who_was_faster() -> None:
    answer = fact_of(1, RequestState.ATTENDED, history=_by("JUAN ÑAHUI", RequestState.ATTENDED))
    refused = decision(Deed.REJECT, state=DecisionState.QUARANTINE, trouble="already-decided", answer=answer)
    shown = case(answer, own=(refused,))
    assert shown.refused
    assert shown.notice is not None
    assert shown.notice.words.startswith("JUAN ÑAHUI ya la atendió")
    bare = case(fact_of(1, RequestState.FILED), own=(replace(refused, answer=None, trouble="record-changed"),))
    assert bare.notice is not None
    assert "El registro cambió" in bare.notice.words


def test_views_and_filters_make_the_question() -> None:
    known = {one.key: one.query for one in views((SavedView("Mías de II", TrayQuery(sections=("II",))),), TODAY,
                                                calendar(), me=ME)}  # fmt: skip
    assert known["soon"].due_until == calendar().after(TODAY, 2)
    assert known["saved:Mías de II"].me == ME
    by = Narrowing(section="I", due="over", institution="54001", mine=True)
    asked = narrowed(known["waiting"], by, "ana", TODAY, calendar())
    assert (asked.sections, asked.due_until, asked.mine, asked.text) == (("I",), TODAY - timedelta(days=1), True, "ana")
    assert by.count == 4
    assert ("domicilio", "Domicilio y contacto") in kinds(catalogue(), "I")
    assert ("hoja_de_vida", "Hoja de vida") in kinds(catalogue(), "")
    assert sections(catalogue())[0] == ("", "Todas las secciones")
    assert [code for code, _ in dues()] == ["", "over", "soon", "week"]


def test_a_conflict_names_who_and_when() -> None:
    def told(request: OfficeRequest) -> str:
        return conflict_words(request, me=ME, now=NOW)

    assert told(fact_of(1, RequestState.ATTENDED, history=_by("JUAN ÑAHUI", RequestState.ATTENDED))).startswith(
        "JUAN ÑAHUI ya la atendió, hoy "
    )
    assert "La tomó JUAN ÑAHUI" in told(fact_of(1, RequestState.FILED, taken_by="JUAN ÑAHUI"))
    observed = fact_of(
        1, RequestState.OBSERVED, history=_by("JUAN ÑAHUI", RequestState.OBSERVED), taken_by="JUAN ÑAHUI"
    )
    assert "JUAN ÑAHUI ya la observó" in told(replace(observed, changed_at=observed.history[-1].at))
    assert "La tomó JUAN ÑAHUI" in told(replace(observed, changed_at=NOW))
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
    assert count_words(1, NOW, NOW).startswith("1 solicitud. Datos: hoy")
    assert count_words(20_000, NOW, NOW).startswith("20,000 solicitudes,")
    assert "UGEL" in count_words(0, None, NOW)
    nothing = partial(nothing_words, text="", filters=0, as_of=NOW)
    assert nothing("all", text="  ñahui ")[0] == "Nadie coincide con «ñahui»"
    assert nothing("waiting")[0] == "No hay solicitudes por atender"
    assert nothing("waiting", filters=2)[0] == "Ninguna con estos filtros"
    assert nothing("refused")[0] == "Todas sus decisiones se aplicaron"
    assert nothing("waiting", as_of=None)[0] == "La bandeja todavía no llegó"
    assert waiting_words(1) == "1 decisión por enviar"
    assert undone_words(0).startswith("Ya salió")
    assert refused_words((decision(Deed.TAKE, trouble="changed-meanwhile"),) * 2).startswith("2 decisiones")


def counter_case(request: OfficeRequest, own: tuple[OwnDecision, ...] = ()) -> Case:
    """The same request as a mesa de partes sees it."""
    opened = OpenedCase(case=OfficeCase(request=request, person=ROSA, current=None, whole=False), own=own)
    return case_of(opened, catalogue(), calendar(), me=ME, now=NOW, may=AT_THE_COUNTER)


def test_a_mesa_de_partes_sees_a_cover_and_whether_it_is_complete() -> None:
    content = content_of(RequestAction.NEW, documents=(replace(PAPER, folios=None),))
    cover = counter_case(replace(fact_of(1, RequestState.FILED), content=content))
    assert (cover.rows, cover.paper, cover.cover, cover.decisions) == ((), "", True, (Decision.RECEIVE,))
    assert [(check.tone, check.words) for check in cover.checks] == [
        ("good", "Solicitante identificado"), ("good", "Documentos adjuntos: 1"),
        ("wait", "Documentos sin folios declarados: 1"), ("wait", "Todavía sin número de expediente"),
    ]  # fmt: skip
    without = counter_case(replace(fact_of(1, RequestState.FILED), content=replace(content, documents=())))
    needs = catalogue().kind(content.kind)
    assert needs is not None
    assert without.checks[1].tone == ("wait" if needs.needs_document else "good")


def test_a_reception_is_told_with_what_is_wanting_and_lies_over_the_request_until_it_arrives() -> None:
    got = Reception(NOW, "LUIS ROJAS", 3, "escalafon", ("firma", "folios"), date(2026, 11, 25))
    filed = fact_of(1, RequestState.FILED)
    request = replace(filed, reception=got, content=replace(filed.content, expediente=NUMBER))
    told = case(request).received
    assert "LUIS ROJAS" in told
    assert "3 folios, derivada a Escalafón. Observada en mesa de partes: Falta la firma en el FUT; Los folios" in told
    assert "25/11/2026" in told
    wish = ReceptionWish(NUMBER, 5, "escalafon", ())
    own = decision(Deed.RECEIVE, reception=wish)
    waiting = counter_case(filed, own=(own,))
    assert waiting.notice is not None
    assert waiting.notice.title == "Usted ya la recibió; falta que llegue a la oficina"
    assert (waiting.checks[-1].tone, "5 folios" in waiting.received) == ("good", True)
    line = tray_line(
        row(deed=Deed.RECEIVE, reception="done"), catalogue(), TODAY, calendar(), me=ME, may=AT_THE_COUNTER
    )
    assert (line.mark.word, line.reception, line.can_be_decided) == ("Recibir: por enviar", "recibida", False)
    late = decision(Deed.RECEIVE, state=DecisionState.QUARANTINE, trouble="changed-meanwhile", answer=request)
    refused = counter_case(request, own=(late,)).notice
    assert refused is not None
    assert refused.words.startswith("LUIS ROJAS ya la recibió, ")


def test_what_is_registered_is_proposed_and_goes_to_whose_matter_it_is() -> None:
    filed = fact_of(1, RequestState.FILED)
    question = question_of_reception(filed, "MAMANI ÑAUPARI, ROSA ÁNGELA")
    assert (question.known, question.title) == (None, f"Recibir {filed.code}")
    assert [code for code, _ in question.desks] == ["escalafon"]
    assert [code for code, _ in desks_of(replace(filed.content, section="V", kind="asignacion"))] == [
        "planillas", "escalafon",
    ]  # fmt: skip
    told = replace(filed, content=replace(filed.content, expediente=NUMBER))
    assert question_of_reception(told, "X").known == ReceptionWish(NUMBER, 0, "", ())


def test_each_role_has_the_views_of_its_work() -> None:
    def keys(*roles: str) -> list[str]:
        return [one.key for one in views((), TODAY, calendar(), me=ME, may=deeds_of(roles))]

    assert keys("mesa_partes")[:4] == ["unreceived", "received", "lacking", "waiting"]
    assert "mine" not in keys("mesa_partes")
    assert "refused" in keys("mesa_partes")
    assert keys("planillas") == ["waiting", "soon", "observed", "attended", "rejected", "all"]
    assert keys("escalafon", "mesa_partes")[:2] == ["unreceived", "received"]
    assert "mine" in keys("escalafon", "mesa_partes")
