"""Reading one field: what people type, what it becomes, how it is printed again."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.identifiers import Identified, Trouble
from documents.legajo import Choice, CodeList, FieldKind, FieldRule
from documents.legajo_dates import DateProblem, read_date
from documents.legajo_values import ReadingContext, ValueProblem, centimos, fits_mask, printed, read_value

TODAY = date(2026, 11, 23)
LIST = CodeList("goce", "norma", (Choice("con", "Con goce"), Choice("old", "Palmas Únicas", hasta=date(2020, 12, 31))))
RULE = FieldRule(
    code="x", label="X", help="X.", kind=FieldKind.TEXT, required=False, example="12-03-07", mask="", max_length=300,
    minimum=None, maximum=None, choices="", type_field="", future=False, only_when=None, required_when=None,
)  # fmt: skip
CONTEXT = ReadingContext(TODAY, TODAY, LIST)


def read(kind: FieldKind, text: str, **changed: object) -> str | Trouble:
    reading = read_value(replace(RULE, kind=kind, **changed), text, CONTEXT)  # type: ignore[arg-type]  # any field
    return reading.value if isinstance(reading, Identified) else reading


def code(kind: FieldKind, text: str, **changed: object) -> str:
    reading = read(kind, text, **changed)
    assert isinstance(reading, Trouble), reading
    return reading.code.value


@pytest.mark.parametrize(
    "typed",
    [
        "31/12/2025", "31-12-2025", "31.12.2025", "31 12 2025", "31122025", "2025-12-31", " 31 / 12 / 2025 ",
        "31 de diciembre de 2025", "31 de Diciembre del 2025", "31 dic 2025", "31 dic. 2025", "\u200b31/12/2025",
    ],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(typed: str) -> None:
    assert read_date(typed) == date(2025, 12, 31)


@pytest.mark.parametrize("typed", ["5/9/2025", "05/09/2025", "5 setiembre 2025", "5 de septiembre de 2025"])
def test_the_day_stands_before_the_month(typed: str) -> None:
    assert read_date(typed) == date(2025, 9, 5)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("31/02/2025", DateProblem.IMPOSSIBLE),
        ("29/02/2025", DateProblem.IMPOSSIBLE),
        ("00/01/1900", DateProblem.IMPOSSIBLE),
        ("12/31/2025", DateProblem.IMPOSSIBLE),
        ("31/12/25", DateProblem.SHORT_YEAR),
        ("31 dic 25", DateProblem.SHORT_YEAR),
        ("ayer", DateProblem.UNREADABLE),
        ("31 de nunca de 2025", DateProblem.UNREADABLE),
        ("12/2025", DateProblem.UNREADABLE),
    ],
)
def test_a_date_that_cannot_be_read_says_why(typed: str, problem: DateProblem) -> None:
    assert read_date(typed) is problem


@settings(deadline=None)
@given(st.dates(date(1901, 1, 1), TODAY))
def test_every_date_survives_printing_and_reading(day: date) -> None:
    value = read(FieldKind.DATE, day.isoformat())
    assert value == day.isoformat()
    assert read(FieldKind.DATE, printed(replace(RULE, kind=FieldKind.DATE), value, None)) == value


def test_tomorrow_is_refused_unless_the_field_may_lie_ahead() -> None:
    assert code(FieldKind.DATE, "24/11/2026") == ValueProblem.FUTURE
    assert read(FieldKind.DATE, "24/11/2026", future=True) == "2026-11-24"
    assert code(FieldKind.DATE, "24/11/2226", future=True) == ValueProblem.TOO_FAR
    assert code(FieldKind.YEAR, "2027") == ValueProblem.FUTURE_YEAR
    assert read(FieldKind.YEAR, "2027", future=True) == "2027"


def test_the_payroll_s_date_for_unknown_is_no_date() -> None:
    assert code(FieldKind.DATE, "01/01/1900") == ValueProblem.TOO_EARLY
    assert code(FieldKind.YEAR, "1900") == ValueProblem.TOO_EARLY
    assert code(FieldKind.YEAR, "12") == ValueProblem.YEAR


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("3200", "3200.00"), ("3200.5", "3200.50"), ("3,200.50", "3200.50"), ("S/ 3,200.50", "3200.50"),
        ("s/. 3 200,50", "3200.50"), ("1,234,567.89", "1234567.89"), ("0.05", "0.05"), ("3,200", "3200.00"),
    ],
)  # fmt: skip
def test_money_is_read_without_floats(typed: str, value: str) -> None:
    assert read(FieldKind.MONEY, typed) == value


@pytest.mark.parametrize("typed", ["-5", "3.200.50", "12.345", "3,20,0", "tres mil", "١٢"])
def test_money_that_may_mean_two_things_is_asked_again(typed: str) -> None:
    assert code(FieldKind.MONEY, typed) == ValueProblem.MONEY


@settings(deadline=None)
@given(st.integers(0, 10**11 - 1))
def test_money_survives_printing_and_reading(amount: int) -> None:
    value = f"{amount // 100}.{amount % 100:02d}"
    assert centimos(value) == amount
    assert read(FieldKind.MONEY, printed(replace(RULE, kind=FieldKind.MONEY), value, None)) == value


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  rosa   elena ", "ROSA ELENA"),
        ("ñaupari d’angelo", "ÑAUPARI D'ANGELO"),
        ("Nun\u0303ez", "NUÑEZ"),
        ("Nun\u200b\u0303ez", "NUÑEZ"),
        ("pérez-güell", "PÉREZ-GÜELL"),
        ("de la cruz vda. de soto", "DE LA CRUZ VDA. DE SOTO"),
    ],
)
def test_names_are_kept_in_capitals_with_tildes_and_n_tilde(typed: str, name: str) -> None:
    assert read(FieldKind.NAME, typed) == name


@pytest.mark.parametrize("typed", ["ROSA 2", "QUISPE@", "-", "R0SA", "QUISPE / MAMANI"])
def test_a_name_has_letters_only(typed: str) -> None:
    assert code(FieldKind.NAME, typed) == ValueProblem.NAME_LETTERS


def test_choices_are_read_by_code_and_by_label_and_only_in_force() -> None:
    assert read(FieldKind.CHOICE, "CON") == "con"
    assert read(FieldKind.CHOICE, "con Goce") == "con"
    assert code(FieldKind.CHOICE, "sin") == ValueProblem.CHOICE
    assert code(FieldKind.CHOICE, "palmas unicas") == ValueProblem.CHOICE_EXPIRED
    then = ReadingContext(TODAY, date(2020, 12, 31), LIST)
    assert read_value(replace(RULE, kind=FieldKind.CHOICE), "palmas únicas", then) == Identified("old")


def test_numbers_keep_their_bounds() -> None:
    assert read(FieldKind.INTEGER, " 007 ") == "7"
    assert code(FieldKind.INTEGER, "7.5") == ValueProblem.NOT_A_NUMBER
    assert code(FieldKind.INTEGER, "0", minimum=1) == ValueProblem.TOO_SMALL
    assert code(FieldKind.INTEGER, "61", maximum=60) == ValueProblem.TOO_LARGE
    assert code(FieldKind.HOURS, "0") == ValueProblem.TOO_SMALL


def test_texts_keep_their_length_mask_and_lines() -> None:
    assert code(FieldKind.TEXT, "a" * 301) == ValueProblem.TOO_LONG
    assert read(FieldKind.TEXT, " dos\tpalabras\n") == "dos palabras"
    assert read(FieldKind.LONG_TEXT, " una  línea \n\n otra ") == "una línea\n\notra"
    assert read(FieldKind.TEXT, "12-03-07", mask="99-99-99") == "12-03-07"
    assert code(FieldKind.TEXT, "12 años", mask="99-99-99") == ValueProblem.MASK
    assert fits_mask("AX9", "ÑB1")


def test_yes_and_no_are_read_with_or_without_tilde() -> None:
    assert [read(FieldKind.YES_NO, typed) for typed in ("Sí", "SI", "no", "N")] == ["si", "si", "no", "no"]
    assert code(FieldKind.YES_NO, "quizá") == ValueProblem.YES_NO


def test_a_document_number_is_read_by_its_type() -> None:
    rule = replace(RULE, kind=FieldKind.IDENTITY)
    answers = [
        isinstance(read_value(rule, "ab1234567", replace(CONTEXT, document_type=kind)), Identified)
        for kind in ("dni", "", "ce", "pasaporte")
    ]
    assert answers == [False, False, True, True]


def test_a_resolution_of_next_year_is_refused() -> None:
    assert code(FieldKind.RESOLUTION, "RD 1-2027") == "resolution-year"
    assert read(FieldKind.RESOLUTION, "RD 1-2026") == "RD N° 1-2026"


@settings(deadline=None)
@given(st.sampled_from(list(FieldKind)), st.text(max_size=50))
def test_no_text_breaks_reading_and_canonical_text_reads_to_itself(kind: FieldKind, text: str) -> None:
    value = read(kind, text)
    if isinstance(value, str):
        assert read(kind, value) == value
        assert printed(replace(RULE, kind=kind), value, LIST) or not value


@pytest.mark.parametrize("kind", list(FieldKind))
def test_nothing_typed_is_nothing(kind: FieldKind) -> None:
    assert read(kind, " \u200b\t") == ""


def test_what_is_not_canonical_is_printed_as_it_stands() -> None:
    assert printed(replace(RULE, kind=FieldKind.DATE), "ayer", None) == "ayer"
    assert printed(replace(RULE, kind=FieldKind.MONEY), "mucho", None) == "mucho"
    assert printed(replace(RULE, kind=FieldKind.CHOICE), "otro", LIST) == "otro"


def test_a_name_with_a_letter_that_composes_only_in_capitals_reads_to_itself() -> None:
    value = read(FieldKind.NAME, "\u0131\u0303vo")
    assert value == "\u0128VO"
    assert read(FieldKind.NAME, value) == value
