"""The words and figures of payslips, without Qt, a store or a clock."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.presenters import export, home, payslip_detail, payslip_list
from desktop.presenters.payslip_list import Emptiness
from documents.comparison import compare
from documents.concepts import load
from documents.errors import UnreadablePdfError, UnreadableReason
from documents.payslip import ConceptLine, Holder, Payslip, PayslipClass, Period
from storage.records import PayDay, PayslipRow, PdfReference, PdfState
from tests.desktop.filling import finished, payslip_of

NOVEMBER = Period(2026, 11)
EXPLAIN = load().explain


def row(periodo: Period = NOVEMBER, **changes: object) -> PayslipRow:
    plain = PayslipRow(
        id=f"id-{periodo}", periodo=periodo, secuencia=0, clase=PayslipClass.MONTHLY, doc_numero="99900017",
        apellidos_y_nombres="MAMANI ÑAUPARI, ROSA", codigo_modular_servidor="1099900017-1", cargo="PROFESOR",
        numero_boleta="000011-45", fecha_pago=None, total_haberes=415070, total_descuentos=110452, liquido=304618,
        pdf=PdfReference("a" * 64, 1000), pdf_state=PdfState.HELD, pdf_received=1000, seen=True,
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type] # named fields, each of its own type


# --- the list ---------------------------------------------------------------------------------------------------------


def test_each_kind_of_payslip_has_its_word() -> None:
    words = payslip_list.kind_words
    assert words(PayslipClass.MONTHLY, 0) == "Mensual"
    assert words(PayslipClass.ADDITIONAL, 1) == "Adicional 1"
    assert words(PayslipClass.ADDITIONAL, 2) == "Adicional 2"
    assert words(PayslipClass.JUDICIAL, 0) == "Judicial"


def test_capitals_become_a_sentence_and_abbreviations_stay() -> None:
    assert payslip_list.sentence_case("AUXILIAR DE EDUCACION") == "Auxiliar de educacion"
    assert payslip_list.sentence_case("DIRECTOR I.E.") == "Director I.E."
    assert payslip_list.sentence_case("PSICÓLOGO JEC") == "Psicólogo JEC"
    assert payslip_list.sentence_case("") == ""


def test_posts_are_named_only_when_one_month_paid_several() -> None:
    one_after_the_other = [row(), row(NOVEMBER.earlier(), codigo_modular_servidor="1099900017-2")]
    assert payslip_list.posts_of(one_after_the_other) == ()
    second = row(codigo_modular_servidor="1099900017-2", cargo="AUXILIAR DE EDUCACION", id="b")
    posts = payslip_list.posts_of([row(), second])
    assert posts == ("1099900017-1", "1099900017-2")
    assert payslip_list.post_words(second, posts) == "Cargo 2 · Auxiliar de educacion"
    assert payslip_list.post_words(second, ()) == ""


@pytest.mark.parametrize(
    ("state", "received", "syncing", "word", "tone"),
    [
        (PdfState.HELD, 1000, False, "Guardada", "good"),
        (PdfState.AWAITED, 0, False, "Por descargar", "info"),
        (PdfState.PARTIAL, 400, True, "Descargando 40 %", "info"),
        (PdfState.PARTIAL, 400, False, "En pausa 40 %", "wait"),
        (PdfState.PARTIAL, 999, True, "Descargando 99 %", "info"),
        (PdfState.NONE, 0, False, "Sin PDF", "neutral"),
    ],
)
def test_every_state_is_a_sign_and_a_word(state: PdfState, received: int, syncing: bool, word: str, tone: str) -> None:
    tag = payslip_list.state_tag(row(pdf_state=state, pdf_received=received), syncing=syncing)
    assert (tag.word, tag.tone) == (word, tone)
    assert tag.sign


def test_the_heading_counts_what_is_here() -> None:
    assert (
        payslip_list.summary(79, 78, Period(2020, 5))
        == "79 boletas desde mayo de 2020 · 78 guardadas en esta computadora"
    )
    assert payslip_list.summary(79, 79, Period(2020, 5)).endswith("todas guardadas en esta computadora")
    assert payslip_list.summary(1, 0, NOVEMBER) == "1 boleta, de noviembre de 2026 · 0 guardadas en esta computadora"
    assert "cifradas" in payslip_list.summary(0, 0, None)


def test_an_empty_list_says_what_to_do() -> None:
    for reason in Emptiness:
        words = payslip_list.empty_words(reason)
        assert words.title
        assert words.sentence.endswith(".")
    assert payslip_list.emptiness(3, syncing=True, ever_synced=True) is Emptiness.NO_MATCH
    assert payslip_list.emptiness(0, syncing=True, ever_synced=False) is Emptiness.FIRST_SYNC
    assert payslip_list.emptiness(0, syncing=False, ever_synced=False) is Emptiness.NEVER_SYNCED
    assert payslip_list.emptiness(0, syncing=False, ever_synced=True) is Emptiness.NONE_YET
    asked = payslip_list.filter_words(2026, 11, " derrama ")
    assert asked == "noviembre de 2026 y «derrama»"
    assert asked in payslip_list.empty_words(Emptiness.NO_MATCH, asked).sentence


# --- one payslip ------------------------------------------------------------------------------------------------------


def test_an_account_shows_four_digits_at_most() -> None:
    assert payslip_detail.masked_account("CTA- 04012345678") == "****5678"
    assert payslip_detail.masked_account("CHQ- 1234") == "****34"
    assert payslip_detail.masked_account("") == ""
    assert payslip_detail.deposit_words("CTA- 04012345678") == "depositado en cuenta ****5678"
    assert payslip_detail.deposit_words("CHQ- 00012345") == "pagado con cheque ****2345"


@given(st.text(alphabet="0123456789- CTAHQ", max_size=30))
def test_no_account_of_any_shape_leaks_more_than_four_digits(cuenta: str) -> None:
    shown = sum(letter.isdecimal() for letter in payslip_detail.deposit_words(cuenta))
    digits = sum(letter.isdecimal() for letter in cuenta)
    assert shown <= min(4, digits)


def test_the_detail_holds_every_line_as_printed_and_its_explanation() -> None:
    payslip = payslip_of(NOVEMBER, late=2675, mensajes=("Feliz día", " "), titular=Holder("99900033", "ROJAS", "LUIS"))
    shown = payslip_detail.detail(payslip, EXPLAIN)
    lines = [line for line in shown.lines if line.kind != payslip_detail.SECTION]
    assert [(line.codigo, line.monto) for line in lines] == [
        (line.codigo, line.monto) for line in (*payslip.haberes, *payslip.descuentos)
    ]
    assert all(line.nombre and line.explicacion for line in lines)
    assert [line.monto for line in shown.lines if line.kind == payslip_detail.SECTION] == [
        payslip.total_haberes,
        payslip.total_descuentos,
    ]
    assert len({line.place for line in shown.lines}) == len(shown.lines)
    assert shown.mensajes == ("Feliz día",)
    assert ("Monto imponible", "S/\u00a02,503.00") in shown.facts
    assert ("Retención a", "ROJAS, LUIS") in shown.facts


def test_the_full_account_is_nowhere_in_what_is_shown() -> None:
    payslip = payslip_of(NOVEMBER)
    assert "04099904312" not in repr(payslip_detail.detail(payslip, EXPLAIN))
    assert "04099904312" not in repr(home.pay_card(row(), payslip, ()))


def test_deductions_carry_the_minus_sign() -> None:
    shown = payslip_detail.detail(payslip_of(NOVEMBER), EXPLAIN)
    cells = [payslip_detail.amount_cell(line) for line in shown.lines]
    assert "3,850.77" in cells
    assert "−\u00a0421.40" in cells


def changes(newer: Payslip, older: Payslip | None) -> payslip_detail.Changes:
    return payslip_detail.changes(compare(newer, older) if older else None, newer, older, EXPLAIN)


def test_what_changed_is_told_with_its_effect_and_adds_up() -> None:
    newer, older = payslip_of(NOVEMBER, late=2675), payslip_of(NOVEMBER.earlier(), extra=10000)
    told = changes(newer, older)
    assert told.title == "¿Qué cambió frente a octubre?"
    assert told.net == 7325
    assert sum(line.effect for line in told.lines) == told.net
    assert [(line.what, line.effect_words, line.tone) for line in told.lines] == [
        ("Ya no se descuenta", "+\u00a0100.00", "good"),
        ("Descuento nuevo", "−\u00a026.75", "bad"),
    ]
    assert "S/\u00a073.25 más que en octubre" in told.sentence


def test_a_change_names_both_amounts_and_a_year_that_differs() -> None:
    newer, older = payslip_of(Period(2026, 1), bonus=40000), payslip_of(Period(2025, 12), bonus=30000)
    told = changes(newer, older)
    assert told.title == "¿Qué cambió frente a diciembre de 2025?"
    assert [line.what for line in told.lines] == ["Subió de 300.00 a 400.00"]


def test_nothing_to_compare_with_is_said() -> None:
    told = changes(payslip_of(NOVEMBER), None)
    assert told.net is None
    assert told.sentence.startswith("No hay una boleta anterior")


def test_equal_months_and_gaps_are_said() -> None:
    same = changes(payslip_of(NOVEMBER), payslip_of(NOVEMBER.earlier()))
    assert same.sentence == "Recibió lo mismo que en octubre."
    gap = changes(payslip_of(NOVEMBER), payslip_of(Period(2026, 8)))
    assert "No hay boleta de octubre de 2026" in gap.sentence
    gains = [ConceptLine("rim_ley29944", 100000), ConceptLine("asig_rural", 5000)]
    newer = finished(NOVEMBER, gains[:1], [])
    older = finished(NOVEMBER.earlier(), [ConceptLine("rim_ley29944", 95000), gains[1]], [])
    assert changes(newer, older).sentence.startswith("Hubo cambios que se compensan")


def test_a_pdf_that_is_not_here_or_cannot_be_read_says_why() -> None:
    states = [PdfState.NONE, PdfState.AWAITED, PdfState.PARTIAL]
    titles = {payslip_detail.absent_words(row(pdf_state=state, pdf_received=400)).title for state in states}
    assert len(titles) == 3
    locked = payslip_detail.unreadable_words(UnreadablePdfError(UnreadableReason.LOCKED))
    broken = payslip_detail.unreadable_words(UnreadablePdfError(UnreadableReason.BROKEN))
    assert "contraseña" in locked.title
    assert broken.title == "Este PDF no se puede mostrar"


# --- Inicio -----------------------------------------------------------------------------------------------------------


def test_the_greeting_follows_the_clock() -> None:
    assert [home.greeting(hour) for hour in (3, 5, 11, 12, 18, 19)] == [
        "Buenas noches", "Buenos días", "Buenos días", "Buenas tardes", "Buenas tardes", "Buenas noches",
    ]  # fmt: skip


def test_the_last_payslip_is_the_monthly_one_of_each_post() -> None:
    second = row(id="two", codigo_modular_servidor="1099900017-2")
    extra = row(id="extra", clase=PayslipClass.ADDITIONAL, secuencia=1)
    rows = [extra, second, row(), row(Period(2026, 10))]
    assert [one.id for one in home.last_rows(rows)] == ["id-2026-11", "two"]
    assert [one.id for one in home.last_rows([extra, row(Period(2026, 10))])] == ["extra"]
    assert home.last_rows([]) == ()
    assert home.also_paid(rows, home.last_rows(rows)) == "También en noviembre: Adicional 1 por S/\u00a03,046.18"


def test_only_real_things_need_attention() -> None:
    assert home.attention([row()], session_ended=False, syncing=False) == ()
    rows = [
        row(seen=False),
        row(Period(2026, 10), seen=False, pdf_state=PdfState.AWAITED),
        row(Period(2026, 9), pdf_state=PdfState.PARTIAL, pdf_received=3),
    ]
    told = home.attention(rows, session_ended=True, syncing=False)
    assert [one.title for one in told] == [
        "Su sesión terminó",
        "Boleta nueva: noviembre de 2026",
        "2 boletas esperan su PDF",
    ]
    ways = [(one.page, one.item) for one in told]
    assert ways == [("sync", ""), ("payslips", "id-2026-11"), ("payslips", "id-2026-10")]


def test_the_pay_day_comes_with_its_note_or_says_that_it_is_not_known() -> None:
    day = PayDay(Period(2026, 12), date(2026, 12, 11), "Incluye aguinaldo por Navidad", "RVM 001-2026")
    assert home.pay_day_card(day, "viernes 11 de diciembre").source == "Según RVM 001-2026"
    assert home.pay_day_card(None, "").date == "Sin fecha todavía"


def test_bars_stack_additional_payslips_apart_and_mark_the_last_month() -> None:
    extra = row(Period(2026, 9), id="extra", clase=PayslipClass.ADDITIONAL, secuencia=1, liquido=18444)
    bars = home.bars([row(), row(Period(2026, 9)), extra, row(Period(2025, 9))], 2026)
    assert len(bars) == 12
    assert [bar.month for bar in bars if bar.current] == [11]
    september = bars[8]
    assert [(segment.id, segment.apart) for segment in september.segments] == [("id-2026-09", False), ("extra", True)]
    assert september.total == 304618 + 18444
    words = home.bar_words(september, 2026)
    assert words[0] == "Setiembre 2026"
    assert words[-1] == "En total: S/\u00a03,230.62"
    assert home.bar_words(bars[11], 2026) == ("Diciembre 2026", "Sin boleta")
    assert "noviembre S/\u00a03,046.18" in home.chart_words(bars, 2026)


# --- copies -----------------------------------------------------------------------------------------------------------


def test_a_copy_is_named_after_its_month_and_kind() -> None:
    assert export.file_name(row()) == "Boleta_2026-11_Mensual.pdf"
    extra = row(clase=PayslipClass.ADDITIONAL, secuencia=2)
    assert export.file_name(extra) == "Boleta_2026-11_Adicional-2.pdf"
    judicial = row(clase=PayslipClass.JUDICIAL)
    assert export.file_name(judicial) == "Boleta_2026-11_Judicial.pdf"
    assert export.file_name(row(), ("1099900017-1",)) == "Boleta_2026-11_Mensual_cargo-1.pdf"


def test_twins_get_names_of_their_own() -> None:
    numbers = ("000011-45", "000012/45", "000012/45", "")
    rows = [row(id=str(place), numero_boleta=number) for place, number in enumerate(numbers)]
    names = export.relative_names(rows)
    assert names[0] == "2026/Boleta_2026-11_Mensual.pdf"
    assert names[1] == "2026/Boleta_2026-11_Mensual_00001245.pdf"
    assert len({name.casefold() for name in names}) == len(rows)


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["a", "A", "", "../x", "0-1"])), max_size=12))
def test_names_never_collide_nor_leave_the_folder(many: list[tuple[int, str]]) -> None:
    rows = [row(Period(2026, month), id=str(place), numero_boleta=number) for place, (month, number) in enumerate(many)]
    names = export.relative_names(rows)
    assert len({name.casefold() for name in names}) == len(rows)
    assert all(name.count("/") == 1 and ".." not in name for name in names)


def test_a_report_counts_what_was_saved_skipped_and_missing() -> None:
    here = Path("x")
    report = export.ExportReport(saved=(here, here), same=(here,), missing=(row(),))
    assert export.report_title(report) == "Descarga terminada"
    assert export.report_lines(report) == (
        "2 boletas guardadas.",
        "1 ya estaba en la carpeta.",
        "1 aún no tiene su PDF en esta computadora.",
        "Estas copias quedan sin cifrar.",
    )
    assert export.missing_words(report) == "Noviembre 2026 · Mensual"
    many = replace(report, missing=tuple(row() for _ in range(9)))
    assert export.missing_words(many).endswith("y 3 más")
    assert export.report_title(replace(report, cancelled=True)) == "Se detuvo la descarga"


def test_every_choice_says_how_many() -> None:
    rows = [row(), row(Period(2025, 1))]
    assert export.chosen(rows, export.Choice.YEAR, (), 2025) == (rows[1],)
    assert export.chosen(rows, export.Choice.LISTED, rows[:1], 2025) == (rows[0],)
    assert export.chosen(rows, export.Choice.ALL, (), 2025) == tuple(rows)
    assert export.choice_words(export.Choice.YEAR, 11, 2026) == "Las del año 2026 (11)"


def test_while_data_is_saved_a_missing_pdf_can_be_asked_for() -> None:
    missing = row(pdf_state=PdfState.AWAITED)
    assert payslip_detail.absent_words(missing).action == ""
    saved = payslip_detail.absent_words(missing, saved=True)
    assert "si los pide" in saved.sentence
    assert "Traer este PDF" in saved.action
    asked = payslip_detail.absent_words(missing, saved=True, asked=True)
    assert (asked.title, asked.action) == ("Usted pidió este PDF", "")
