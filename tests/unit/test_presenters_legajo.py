"""The words of Mi legajo, without Qt, a store or a clock: lists, a record, a form judged, before and after."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.presenters import legajo_detail, legajo_form, legajo_list, legajo_papers, legajo_send, legajo_talk
from documents.legajo import LegajoRecord, SupportingDocument
from documents.legajo_catalogue import bundled
from documents.legajo_comparison import Side
from storage.request_records import (
    OwnRequest,
    RequestAction,
    RequestContent,
    RequestState,
    ShownRecord,
    ShownRequest,
)
from tests.documents_legajo.samples import ID, NEW, TODAY
from tests.unit.test_presenters_requests import NOW

CATALOGUE = bundled()


def record(kind: str = "titulo_profesional", section: str = "II", version: int = 1, **fields: str) -> LegajoRecord:
    return LegajoRecord(id=ID, section=section, kind=kind, version=version, fields={**NEW[kind], **fields},
                        registered=date(2014, 2, 10))  # fmt: skip


def wish(state: RequestState, content: RequestContent) -> ShownRequest:
    own = OwnRequest(uuid="w", number=3, content=content, state=state, created_at=NOW, changed_at=NOW)
    return ShownRequest(uuid="w", own=own, fact=None)


def change(base: LegajoRecord, **fields: str) -> RequestContent:
    return RequestContent(action=RequestAction.CHANGE, section=base.section, kind=base.kind, record=base.id, base=base,
                          fields={**base.fields, **fields}, documents=base.documents)  # fmt: skip


def paper(sha: str, **changes: str) -> SupportingDocument:
    made = SupportingDocument(tipo="resolucion", formato="copia_simple", numero="RD 1", entidad_emisora="UGEL",
                              fecha_emision=None, folios=1, sumilla="Dice algo", sha256=sha * 64, size=10,
                              pages=1)  # fmt: skip
    return replace(made, **changes)


# --- lists ------------------------------------------------------------------------------------------------------------


def test_a_record_is_named_by_words_and_its_numbers_say_what_they_count() -> None:
    leave = ShownRecord(confirmed=record("licencia", "IX"), wish=None)
    assert legajo_list.summary_of(leave, CATALOGUE) == (
        "Incapacidad temporal", "Con goce", "01/04/2026", "Días: 30",
    )  # fmt: skip
    away = LegajoRecord(id=ID, section="IX", kind="vacaciones", version=1,
                        fields={"desde": "2026-01-02", "hasta": "2026-03-01", "dias": "59"})  # fmt: skip
    assert legajo_list.summary_of(ShownRecord(confirmed=away, wish=None), CATALOGUE)[0] == "Vacaciones"


def test_a_form_that_the_catalogue_does_not_know_is_shown_by_its_code() -> None:
    strange = LegajoRecord(id=ID, section="II", kind="de_mañana", version=1, fields={"x": "1"})
    shown = ShownRecord(confirmed=strange, wish=None)
    assert legajo_list.record_row(shown, CATALOGUE).title == "de_mañana"
    detail = legajo_detail.record_detail(shown, CATALOGUE, frozenset())
    assert [(line.label, line.value) for line in detail.lines] == [("x", "1")]
    assert "todavía no conoce" in detail.actions.why_not


@pytest.mark.parametrize(
    ("state", "change_word", "follow", "discard"),
    [
        (RequestState.DRAFT, "Seguir con el borrador", False, True),
        (RequestState.READY, "", True, False),
        (RequestState.FILED, "", True, False),
        (RequestState.OBSERVED, "Corregir la solicitud", True, False),
        (RequestState.QUARANTINE, "Corregir la solicitud", True, False),
    ],
)
def test_what_can_be_done_follows_the_state_of_the_wish(
    state: RequestState, change_word: str, follow: bool, discard: bool
) -> None:
    base = record()
    shown = ShownRecord(confirmed=base, wish=wish(state, change(base, anio_fin="2013")))
    actions = legajo_detail.actions_of(shown, CATALOGUE)
    assert (actions.change, actions.follow, actions.discard) == (change_word, follow, discard)
    assert bool(actions.why_not) == (not change_word)


def test_a_wish_shows_what_it_changes_and_what_is_there() -> None:
    base = record()
    shown = ShownRecord(confirmed=base, wish=wish(RequestState.READY, change(base, anio_fin="2013")))
    detail = legajo_detail.record_detail(shown, CATALOGUE, frozenset())
    (line,) = [line for line in detail.lines if line.changed]
    assert (line.label, line.value, line.before) == ("Año de fin", "2013", "2012")
    assert (detail.code, detail.wish) == ("Sin código (3)", "Pide que se modifique")


def test_the_counts_and_marks_of_a_section() -> None:
    base = record()
    shown = [
        ShownRecord(confirmed=base, wish=wish(RequestState.DRAFT, change(base))),
        ShownRecord(confirmed=replace(base, id="b"), wish=None, unseen=True),
    ]
    entry = legajo_list.section_entries(CATALOGUE, shown)[1]
    assert (entry.count, entry.note, entry.tone) == (2, "1 cambio suyo · 1 novedad", "wait")


def test_what_one_has_once_is_not_offered_twice() -> None:
    section = CATALOGUE.section("I")
    assert section is not None
    there = [ShownRecord(confirmed=record("datos_personales", "I"), wish=None)]
    offered = [kind.code for kind in legajo_list.kinds_offered(section, there, TODAY)]
    assert "datos_personales" not in offered
    assert "domicilio" in offered


# --- the form ---------------------------------------------------------------------------------------------------------


def test_doubts_let_a_request_leave_and_faults_do_not() -> None:
    good = legajo_form.judge(change(record()), CATALOGUE, TODAY)
    assert good.may_leave
    assert any(not one.hard for one in good.whole)  # no document yet
    bad = legajo_form.judge(change(record(), anio_inicio="2014", titulo=""), CATALOGUE, TODAY)
    assert not bad.may_leave
    assert bad.first_wrong == "titulo"  # the order of the form, not of the finding
    assert "2 datos" in legajo_talk.wrong_words(bad)


def test_what_no_field_of_the_form_could_show_is_said_at_the_foot() -> None:
    strange = legajo_form.judge(change(record(), dato_nuevo="1"), CATALOGUE, TODAY)
    assert not strange.may_leave
    assert "«dato_nuevo» no pertenece a este formulario" in legajo_talk.wrong_words(strange)


def test_a_removal_is_not_judged_by_its_fields() -> None:
    wanted = RequestContent(
        action=RequestAction.REMOVE, section="II", kind="titulo_profesional", record=ID, base=record()
    )
    assert legajo_form.judge(wanted, CATALOGUE, TODAY).may_leave


def test_values_stand_in_fields_as_people_write_them() -> None:
    kind = CATALOGUE.kind("asignacion")
    assert kind is not None
    money, day = kind.field("importe"), kind.field("fecha_beneficio")
    assert money is not None
    assert day is not None
    assert legajo_form.shown(money, "7001.40") == "7,001.40"
    assert legajo_form.shown(money, "siete mil") == "siete mil"
    assert legajo_form.shown(day, "2026-03-01") == "01/03/2026"
    assert legajo_form.shown(day, "marzo") == "marzo"


def test_a_document_is_added_once_and_changed_in_its_place() -> None:
    one, other = paper("a"), paper("b")
    assert legajo_form.documents_with((one,), other) == (one, other)
    better = replace(one, sumilla="Dice más")
    assert legajo_form.documents_with((one, other), better, one.sha256) == (better, other)
    assert legajo_form.documents_with((one, other), paper("c"), one.sha256) == (paper("c"), other)


# --- before it leaves -------------------------------------------------------------------------------------------------


def test_the_confirmation_shows_fields_and_papers_apart() -> None:
    asked = replace(change(record(), anio_fin="2013"), documents=(paper("a"),))
    shown = legajo_send.confirmation(asked, CATALOGUE, TODAY)
    assert [(one.label, one.before, one.after) for one in shown.differences] == [("Año de fin", "2012", "2013")]
    assert [one.title for one in shown.documents] == ["Resolución · RD 1"]
    assert shown.what == "II. Situación académica · Título profesional"


def test_a_paper_alone_is_something_to_send() -> None:
    asked = replace(change(record()), documents=(paper("a"),))
    shown = legajo_send.confirmation(asked, CATALOGUE, TODAY)
    assert shown.documents
    assert not shown.asks_nothing
    assert legajo_send.confirmation(change(record()), CATALOGUE, TODAY).asks_nothing


def test_three_versions_merge_fields_and_papers_and_leave_conflicts_to_the_person() -> None:
    base = replace(record(), documents=(paper("a"), paper("b")))
    mine = replace(change(base, anio_fin="2013", carrera="Educación inicial"), documents=(paper("a"), paper("c")))
    office = replace(record(version=2, anio_fin="2011", pais="Bolivia"), documents=(paper("a"), paper("b"), paper("d")))
    assert legajo_send.collides(mine, office)
    clash = legajo_send.collision(mine, office, CATALOGUE, TODAY)
    assert clash.conflicts == ("anio_fin",)
    assert {row.field: row.side for row in clash.rows} == {
        "anio_fin": Side.CONFLICT, "carrera": Side.MINE, "pais": Side.OFFICE,
    }  # fmt: skip
    kept = legajo_send.settled(mine, clash, frozenset({"anio_fin"}), "new")
    assert (kept.fields["anio_fin"], kept.fields["carrera"], kept.fields["pais"]) == (
        "2013", "Educación inicial", "Bolivia",
    )  # fmt: skip
    assert [one.sha256[0] for one in kept.documents] == ["a", "d", "c"]
    assert kept.base == office
    given_way = legajo_send.settled(mine, clash, frozenset(), "new")
    assert given_way.fields["anio_fin"] == "2011"


def test_a_record_that_is_gone_is_asked_for_as_a_new_one() -> None:
    mine = change(record(), anio_fin="2013")
    clash = legajo_send.collision(mine, None, CATALOGUE, TODAY)
    assert clash.gone
    anew = legajo_send.settled(mine, clash, frozenset(), "new")
    assert (anew.action, anew.record, anew.base) == (RequestAction.NEW, "new", None)
    assert anew.fields["anio_fin"] == "2013"


def test_the_look_is_asked_for_every_six_months() -> None:
    assert not legajo_papers.asks_to_look(None, NOW, records=0)
    assert legajo_papers.asks_to_look(None, NOW, records=1)
    assert not legajo_papers.asks_to_look(NOW - timedelta(days=100), NOW, records=1)
    assert legajo_papers.asks_to_look(NOW - timedelta(days=190), NOW, records=1)
