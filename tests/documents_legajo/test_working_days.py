"""The real calendars of 2025 to 2027, and terms counted over them."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from documents.working_days import Calendar, ExtraDay, WorkingDaysError, bundled, easter, read_calendar

CALENDAR = bundled()
FIXED = ["01-01", "05-01", "06-07", "06-29", "07-23", "07-28", "07-29", "08-06", "08-30", "10-08", "11-01", "12-08",
         "12-09", "12-25"]  # fmt: skip
EASTER = {2025: date(2025, 4, 20), 2026: date(2026, 4, 5), 2027: date(2027, 3, 28)}
days = st.dates(date(2024, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(("year", "sunday"), [*EASTER.items(), (2000, date(2000, 4, 23)), (2038, date(2038, 4, 25))])
def test_easter_falls_where_the_church_says(year: int, sunday: date) -> None:
    assert easter(year) == sunday


@settings(deadline=None)
@given(st.integers(1992, 2199))
def test_easter_is_a_sunday_from_late_march_to_late_april(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_the_sixteen_national_holidays(year: int) -> None:
    holy = {EASTER[year] - timedelta(days=3), EASTER[year] - timedelta(days=2)}
    wanted = {date.fromisoformat(f"{year}-{day}") for day in FIXED} | holy
    assert set(CALENDAR.holidays(year)) == wanted
    assert list(CALENDAR.holidays(year)) == sorted(wanted)


@pytest.mark.parametrize(
    ("day", "before"),
    [(date(2024, 6, 7), 2023), (date(2023, 7, 23), 2022), (date(2022, 8, 6), 2021), (date(2022, 12, 9), 2021)],
)
def test_newer_holidays_begin_with_their_laws(day: date, before: int) -> None:
    assert day in CALENDAR.holidays(day.year)
    assert day.replace(year=before) not in CALENDAR.holidays(before)


@pytest.mark.parametrize(
    ("year", "working"),
    # Weekdays of the year less the holidays that fall on one.
    [(2025, 261 - 12), (2026, 261 - 13), (2027, 261 - 14)],
)
def test_the_working_days_of_a_year(year: int, working: int) -> None:
    start = date(year - 1, 12, 31)
    assert CALENDAR.between(start, date(year, 12, 31)) == working


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        # 10 days from a notice
        ("documentos", date(2025, 4, 10), date(2025, 4, 28)),  # over Holy Week: 11, 14-16, 21-25, 28
        ("documentos", date(2026, 3, 27), date(2026, 4, 14)),  # over Holy Week
        ("documentos", date(2026, 7, 20), date(2026, 8, 7)),  # over 23, 28 and 29 July and 6 August
        ("documentos", date(2025, 12, 5), date(2025, 12, 23)),  # over 8 and 9 December
        ("documentos", date(2027, 3, 19), date(2027, 4, 6)),  # over Holy Week
        # a notice on a Saturday: Monday is the first day
        ("documentos", date(2026, 11, 21), date(2026, 12, 4)),
        # 5 to mend
        ("subsanacion", date(2026, 11, 23), date(2026, 11, 30)),
        ("subsanacion", date(2025, 12, 24), date(2026, 1, 2)),  # over Christmas and New Year
        ("subsanacion", date(2027, 4, 29), date(2027, 5, 6)),  # 1 May falls on a Saturday
        # 30 until silence
        ("evaluacion", date(2026, 11, 23), date(2027, 1, 8)),
        ("evaluacion", date(2026, 11, 22), date(2027, 1, 8)),  # arrived on Sunday: received on Monday
        ("evaluacion", date(2025, 3, 3), date(2025, 4, 14)),
        ("evaluacion", date(2025, 7, 1), date(2025, 8, 18)),
        ("evaluacion", date(2027, 7, 1), date(2027, 8, 18)),
        ("subsanacion_mesa", date(2026, 11, 27), date(2026, 12, 1)),
        ("queja", date(2026, 12, 4), date(2026, 12, 11)),
    ],
)
def test_terms_end_where_the_calendar_says(code: str, start: date, end: date) -> None:
    assert CALENDAR.deadline(code, start) == end


def test_the_terms_of_the_law() -> None:
    terms = {code: CALENDAR.term(code).dias for code in ("documentos", "subsanacion", "evaluacion", "queja")}
    assert terms == {"documentos": 10, "subsanacion": 5, "evaluacion": 30, "queja": 3}
    with pytest.raises(KeyError):
        CALENDAR.term("eternidad")


def test_a_decreed_day_off_moves_the_end_of_a_term() -> None:
    monday = ExtraDay(fecha=date(2026, 11, 30), nombre="Día no laborable", norma="D.S. de ejemplo")
    calendar = CALENDAR.with_extra([monday])
    assert calendar.deadline("subsanacion", date(2026, 11, 23)) == date(2026, 12, 1)
    assert calendar.holidays(2026)[monday.fecha] == "Día no laborable"
    assert CALENDAR.is_working(monday.fecha)


@settings(deadline=None)
@given(days, st.integers(1, 60))
def test_counting_forward_and_counting_between_agree(start: date, number: int) -> None:
    end = CALENDAR.after(start, number)
    assert CALENDAR.is_working(end)
    assert CALENDAR.between(start, end) == number
    assert CALENDAR.between(start, end - timedelta(days=1)) == number - 1


@settings(deadline=None)
@given(days, days)
def test_a_later_start_never_ends_earlier(one: date, other: date) -> None:
    first, second = sorted((one, other))
    for code in ("documentos", "evaluacion"):
        assert CALENDAR.deadline(code, first) <= CALENDAR.deadline(code, second)


@settings(deadline=None)
@given(days)
def test_what_is_received_counts_from_a_working_day_at_once(day: date) -> None:
    received = CALENDAR.received(day)
    assert CALENDAR.is_working(received)
    assert received == day or not CALENDAR.is_working(day)
    assert CALENDAR.received(received) == received


def test_days_outside_of_the_calendar_are_refused() -> None:
    with pytest.raises(WorkingDaysError):
        CALENDAR.is_working(date(1991, 12, 31))
    with pytest.raises(WorkingDaysError):
        CALENDAR.after(date(2199, 12, 31), 1)
    with pytest.raises(ValueError, match="forward"):
        CALENDAR.after(date(2026, 1, 1), -1)


def spoiled(member: str, value: object) -> bytes:
    file = json.loads(resources.path("catalogues", "working_days.json").read_text(encoding="utf-8"))
    file[member] = value
    return json.dumps(file).encode()


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("feriados", [{"mes": 2, "dia": 29, "nombre": "x", "desde": 2000, "norma": "x"}]),
        ("feriados", [{"mes": 2, "dia": 3, "nombre": "x", "desde": 2000}]),
        ("movibles", [{"desde_pascua": 300, "nombre": "x", "desde": 2000, "norma": "x"}]),
        ("plazos", [{"codigo": "x", "dias": 0, "desde": "recepcion", "nombre": "x", "norma": "x"}]),
        ("plazos", [{"codigo": "x", "dias": 1, "desde": "nunca", "nombre": "x", "norma": "x"}]),
        ("color", "azul"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(member: str, value: object) -> None:
    with pytest.raises(WorkingDaysError):
        read_calendar(spoiled(member, value))


def test_the_table_reads_to_the_same_calendar() -> None:
    again: Calendar = read_calendar(resources.path("catalogues", "working_days.json").read_bytes())
    assert again == CALENDAR
