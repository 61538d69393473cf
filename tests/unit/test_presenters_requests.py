"""Requests in words: states, terms, deeds, consequences of cancelling, news."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.presenters.requests_detail import Known, detail_of, read_day
from desktop.presenters.requests_list import Show, about_words, kept_by, line_of, nothing_words, what_words
from desktop.presenters.requests_news import news_words, pending_lines, request_attention, tone_of, waiting_count
from desktop.presenters.requests_refusals import refusal_words
from desktop.presenters.requests_states import Reach, mark_of, reach_of, term_of
from desktop.presenters.requests_steps import Deed, cancel_question, deed_words, deeds_of, next_step
from desktop.widgets.tag import TONES
from documents.legajo_catalogue import bundled as catalogue
from documents.working_days import bundled as calendar
from resources import path
from storage.request_records import CANCEL_REFUSED, Expediente, Forgotten, RequestAction, RequestState, ShownRequest
from tests.desktop.request_scenes import (
    NOW,
    PAPER,
    TODAY,
    WEEK_LATER,
    content_of,
    fact_of,
    filed_home,
    identifier,
    told,
    wish,
)

EVERY_STATE = tuple(RequestState)
WORDS = {
    "Borrador", "En cola", "Enviando", "Espera que vuelva a ingresar", "Espera conexión", "No se pudo enviar",
    "En solicitud", "Observado", "Atendido", "Rechazado", "Anulado",
}  # fmt: skip


def in_state(state: RequestState) -> ShownRequest:
    """A request of ours in this state; with the office's word where the state is the office's."""
    office = {RequestState.FILED, RequestState.OBSERVED, RequestState.ATTENDED, RequestState.REJECTED}
    return told(1, state) if state in office else wish(1, state)


def detail(shown: ShownRequest, *, mended: bool = False, here: frozenset[str] = frozenset()):  # type: ignore[no-untyped-def]
    known = Known(shown=shown, confirmed=filed_home(), here=here, mended=mended)
    return detail_of(known, catalogue(), calendar(), NOW)


def test_every_state_has_a_word_a_tone_and_a_sign_that_exists() -> None:
    marks = [mark_of(state) for state in EVERY_STATE]
    assert {mark.word for mark in marks} == WORDS
    for mark in marks:
        assert mark.tone in TONES
        assert path("icons", f"{mark.sign}.svg").is_file()


@pytest.mark.parametrize("state", EVERY_STATE)
def test_every_state_says_what_comes_next(state: RequestState) -> None:
    sentence = next_step(in_state(state), TODAY, calendar())
    assert sentence.endswith(".")
    assert len(sentence) > 20


def test_a_term_counts_working_days_and_turns_urgent() -> None:
    def term(state: RequestState, deadline: date) -> tuple[str, str]:
        words = term_of(told(1, state, deadline=deadline), TODAY, calendar())
        return words.words, words.tone

    assert term(RequestState.OBSERVED, WEEK_LATER) == ("Le quedan 5 días hábiles", "wait")
    assert term(RequestState.OBSERVED, date(2026, 11, 24)) == ("Le queda 1 día hábil", "bad")
    assert term(RequestState.OBSERVED, TODAY) == ("Su plazo vence hoy", "bad")
    assert term(RequestState.OBSERVED, date(2026, 11, 20)) == ("Su plazo venció el 20/11/2026", "bad")
    assert term(RequestState.FILED, date(2026, 12, 10)) == (
        "La oficina responde hasta el 10/12/2026: 11 días hábiles",
        "",
    ), "8 and 9 December are free"
    assert term(RequestState.ATTENDED, WEEK_LATER) == ("", "")


def test_how_far_a_request_has_come_is_what_is_truly_known() -> None:
    assert reach_of(wish(1, RequestState.DRAFT)) is Reach.DRAFT
    assert reach_of(wish(1, RequestState.READY)) is Reach.HERE
    assert reach_of(wish(1, RequestState.READY, sent=True)) is Reach.ON_THE_WAY
    assert reach_of(wish(1, RequestState.SENDING)) is Reach.ON_THE_WAY
    assert reach_of(wish(1, RequestState.QUARANTINE)) is Reach.REFUSED
    assert reach_of(told(1, RequestState.OBSERVED)) is Reach.OFFICE
    assert reach_of(told(1, RequestState.ATTENDED)) is Reach.OVER


def test_cancelling_says_what_will_happen_in_each_case() -> None:
    local = cancel_question(wish(1, RequestState.READY))
    assert "la oficina no la recibirá" in local.consequences
    assert local.yes == "&Aceptar"
    assert "puede que la oficina ya la tenga" in cancel_question(wish(1, RequestState.SENDING)).consequences
    assert "SOL-2026-000001" in cancel_question(told(1, RequestState.FILED)).consequences
    assert "no se puede recuperar" in cancel_question(wish(1, RequestState.DRAFT)).consequences
    assert "nada que anular" in cancel_question(wish(1, RequestState.QUARANTINE)).consequences


def test_deeds_follow_the_state() -> None:
    assert deeds_of(wish(1, RequestState.DRAFT)) == (Deed.CONTINUE, Deed.CANCEL)
    assert deeds_of(wish(1, RequestState.READY)) == (Deed.RETRY, Deed.PACKET, Deed.CANCEL)
    assert deeds_of(wish(1, RequestState.WAITS_SESSION))[0] is Deed.SIGN_IN
    assert deeds_of(wish(1, RequestState.QUARANTINE)) == (Deed.CORRECT, Deed.CANCEL)
    observed = told(1, RequestState.OBSERVED)
    assert deeds_of(observed) == (Deed.CORRECT, Deed.PACKET, Deed.EXPEDIENTE, Deed.COPY_CODE, Deed.CANCEL)
    assert Deed.CORRECT not in deeds_of(observed, mended=True)
    assert deeds_of(told(1, RequestState.ATTENDED)) == (Deed.COPY_CODE,)
    assert deeds_of(told(1, RequestState.REJECTED)) == (Deed.CORRECT, Deed.COPY_CODE)


def test_what_was_asked_to_be_cancelled_is_neither_cancelled_again_nor_corrected() -> None:
    shown = told(1, RequestState.OBSERVED)
    assert shown.own is not None
    going = replace(shown, own=replace(shown.own, cancel_wanted=True))
    assert {Deed.CANCEL, Deed.CORRECT} & set(deeds_of(going)) == set()
    assert "pidió anularla" in next_step(going, TODAY, calendar())
    assert line_of(going, catalogue(), TODAY, calendar()).cancelling


def test_a_cancellation_that_came_too_late_is_told() -> None:
    granted = told(1, RequestState.ATTENDED)
    assert granted.own is not None
    late = replace(granted, own=replace(granted.own, detail=CANCEL_REFUSED))
    assert "ya no se pudo anular" in next_step(late, TODAY, calendar())
    assert "anular" not in next_step(granted, TODAY, calendar())


def test_a_button_knows_whether_it_tries_again() -> None:
    assert deed_words(Deed.RETRY, wish(1, RequestState.READY)) == "&Enviar ahora"
    assert deed_words(Deed.RETRY, wish(1, RequestState.READY, tries=3)) == "&Reintentar ahora"


def test_the_line_names_the_request_by_code_or_by_its_local_number() -> None:
    here = line_of(wish(3, RequestState.READY), catalogue(), TODAY, calendar())
    assert (here.name, here.what) == ("Sin código (3)", "Domicilio y contacto")
    assert here.about == "Av. El Sol 45, Juliaca · 999000111 · Modificar · I Identificación"
    assert line_of(told(3, RequestState.FILED), catalogue(), TODAY, calendar()).name == "SOL-2026-000003"


def test_a_removal_names_what_goes_and_a_paper_what_it_is() -> None:
    assert "Jr. Ñauparí 120" in about_words(content_of(RequestAction.REMOVE), catalogue())
    assert what_words(content_of(RequestAction.HOJA_DE_VIDA), catalogue()) == "Hoja de vida"
    assert what_words(content_of(kind="desconocido"), catalogue()) == "Modificar: desconocido"


def test_the_filters_leave_what_they_say_newest_first() -> None:
    corrected = told(4, RequestState.REJECTED)
    requests = (
        wish(1, RequestState.DRAFT),
        told(2, RequestState.ATTENDED),
        told(3, RequestState.OBSERVED, filed_at=NOW),
        corrected,
        wish(5, RequestState.READY, content_of(replaces=corrected.uuid)),
        wish(6, RequestState.QUARANTINE),
    )
    assert [shown.uuid for shown in kept_by(Show.OPEN, requests)] == [identifier(3), identifier(5), identifier(6)]
    assert [shown.uuid for shown in kept_by(Show.DRAFTS, requests)] == [identifier(1)]
    assert len(kept_by(Show.EVERY, requests)) == 6
    assert nothing_words(Show.OPEN, total=2).action == "Ver todas"
    assert nothing_words(Show.EVERY, total=0).action == "Ir a Mi legajo"


def test_before_and_after_stand_side_by_side() -> None:
    shown = detail(told(1, RequestState.FILED))
    assert [(row.label, row.before, row.after) for row in shown.rows] == [
        ("Domicilio", "Jr. Ñauparí 120", "Av. El Sol 45, Juliaca")
    ]
    assert shown.before_known


def test_a_request_from_another_computer_takes_its_before_from_the_legajo_only_when_it_is_the_same_version() -> None:
    fact = fact_of(1, RequestState.FILED)
    alone = ShownRequest(uuid=fact.uuid, own=None, fact=fact)
    assert detail(alone).rows[0].before == "Jr. Ñauparí 120"
    newer = ShownRequest(uuid=fact.uuid, own=None, fact=replace(fact, base_version=1))
    assert not detail(newer).before_known
    assert all(row.before == "" for row in detail(newer).rows)


def test_a_new_record_has_no_before_and_a_removal_no_after() -> None:
    new = detail(wish(1, RequestState.READY, content_of(RequestAction.NEW)), here=frozenset({PAPER.sha256}))
    assert {row.before for row in new.rows} == {""}
    assert ("Título", "Licenciada en Educación Primaria") in {(row.label, row.after) for row in new.rows}
    assert new.documents[0].here
    assert new.documents[0].title == "Resolución · RD N° 1234-2026-UGEL-SR"
    assert new.documents[0].note == "UGEL San Román · 30/03/2026 · 2 folios · 90 KB"
    gone = detail(wish(1, RequestState.READY, content_of(RequestAction.REMOVE)))
    assert {row.after for row in gone.rows} == {""}


def test_the_office_s_reason_is_said_whole() -> None:
    reason = "La resolución no se lee.\nEscanéela de nuevo."
    box = detail(told(1, RequestState.OBSERVED, reason=reason)).reason
    assert box is not None
    assert (box.title, box.words, box.tone) == ("Qué observó la oficina", reason, "wait")
    assert detail(told(1, RequestState.FILED)).reason is None


def test_what_could_not_be_sent_says_why_and_what_is_safe() -> None:
    shown = detail(wish(1, RequestState.QUARANTINE, reason="record-changed"))
    assert shown.reason is not None
    assert "la oficina cambió ese mismo registro" in shown.reason.words
    assert "están completos" in shown.reason.words
    assert "Corregir" in shown.next_step


def test_a_sentence_of_the_server_is_kept_and_an_unknown_code_is_told_calmly() -> None:
    assert refusal_words("El archivo está dañado.").what == "El archivo está dañado."
    assert refusal_words("brand-new-code").what == "La oficina no pudo recibir esta solicitud."


def test_the_history_begins_here_and_goes_on_at_the_office() -> None:
    steps = detail(told(1, RequestState.OBSERVED, reason="Falta el sello.")).history
    assert [step.mark.word for step in steps] == ["Borrador", "En cola", "En solicitud", "Observado"]
    assert steps[-1].who == "LÓPEZ NÚÑEZ, CARMEN"
    assert steps[-1].note == "Falta el sello."
    assert {step.who for step in steps[:3]} == {"usted"}


def test_what_the_office_forgot_is_a_line_of_the_history_that_asks_nothing_of_the_person() -> None:
    waiting = wish(1, RequestState.READY)
    assert waiting.own is not None
    lost = replace(waiting.own, forgotten=Forgotten(NOW, "SOL-2026-000007", whole=True))
    step = detail(replace(waiting, own=lost)).history[-1]
    assert step.mark.word == "En cola"
    assert "SOL-2026-000007" in step.note
    assert "usted no tiene que hacer nada" in step.note
    word = replace(waiting.own, forgotten=Forgotten(NOW, "SOL-2026-000007", whole=False))
    assert "lo que la oficina tiene ahora" in detail(replace(waiting, own=word)).history[-1].note


def test_the_expediente_that_was_noted_here_is_shown_at_once() -> None:
    noted = content_of(expediente=Expediente("MPT-FUT2026-EXT-77", "9K2", date(2026, 11, 20)))
    shown = wish(1, RequestState.FILED, noted)
    assert detail(shown).expediente == "Expediente MPT-FUT2026-EXT-77 · clave 9K2 · presentado el 20/11/2026"


def test_a_day_is_read_as_people_write_it() -> None:
    assert read_day("20/11/2026", TODAY) == date(2026, 11, 20)
    assert read_day("1-3-2026", TODAY) == date(2026, 3, 1)
    assert [read_day(text, TODAY) for text in ("", "31/02/2026", "24/11/2026", "hoy", "1/1/26")] == [None] * 5


def test_news_say_which_request_and_how_long_there_is() -> None:
    observed = told(1, RequestState.OBSERVED, deadline=WEEK_LATER)
    around = (NOW, calendar())
    assert news_words((), around) == ""
    assert news_words((told(1, RequestState.FILED),), around) == "", "that it arrived is no answer"
    assert news_words((told(2, RequestState.ATTENDED),), around) == "Su solicitud SOL-2026-000002 fue atendida."
    assert news_words((observed,), around) == (
        "Su solicitud SOL-2026-000001 fue observada. Le quedan 5 días hábiles para corregirla."
    )
    assert "2 de sus solicitudes tienen novedades" in news_words((observed, told(2, RequestState.REJECTED)), around)
    assert (tone_of((observed,)), tone_of((told(2, RequestState.ATTENDED),))) == ("wait", "good")


def test_attention_names_what_waits_for_the_person_and_nothing_that_is_mended() -> None:
    observed = told(1, RequestState.OBSERVED, deadline=WEEK_LATER)
    rejected = told(2, RequestState.REJECTED)
    old = told(3, RequestState.REJECTED, changed_at=NOW - timedelta(days=60))
    refused = wish(4, RequestState.QUARANTINE, reason="record-changed")
    draft = wish(5, RequestState.DRAFT, changed_at=NOW - timedelta(days=4))
    attended = told(6, RequestState.ATTENDED)
    found = request_attention(
        (draft, refused, old, rejected, observed, attended), (attended,), catalogue(), calendar(), NOW
    )
    assert [one.item for one in found] == [identifier(n) for n in (1, 4, 2, 6, 5)]
    assert {one.page for one in found} == {"requests"}
    assert "5 días hábiles" in found[0].sentence
    begun = wish(7, RequestState.DRAFT, content_of(replaces=observed.uuid), changed_at=NOW)
    assert len(request_attention((observed, begun), (), catalogue(), calendar(), NOW)) == 1, "the days go on"
    mending = wish(7, RequestState.READY, content_of(replaces=observed.uuid))
    assert request_attention((observed, mending), (), catalogue(), calendar(), NOW) == ()


def test_the_card_counts_what_is_where() -> None:
    requests = (
        wish(1, RequestState.DRAFT), wish(2, RequestState.READY), wish(3, RequestState.SENDING),
        told(4, RequestState.FILED), told(5, RequestState.OBSERVED), told(6, RequestState.ATTENDED),
    )  # fmt: skip
    assert [line.words for line in pending_lines(requests)] == [
        "1 en la oficina", "1 observada por la oficina", "2 por enviar, saldrán solas", "1 borrador",
    ]  # fmt: skip
    assert waiting_count(requests) == 1
