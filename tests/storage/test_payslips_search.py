"""Lists, counts and searches, in a person's own cache and in an office's."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.payslip import ConceptLine, PayslipClass, Period
from storage.cache import store_page
from storage.connection import Connection
from storage.finding import FEW_PEOPLE
from storage.payslips import (
    MonthNet,
    PayslipQuery,
    count_payslips,
    month_before,
    net_by_month,
    payslip,
    payslip_row,
    search_payslips,
    years,
)
from storage.records import ConceptText, PayslipFact
from storage.search import fold, searched_name, tokens
from storage.vault import Vault
from tests.storage.people import LUIS, ROSA, history, in_period, page

DERRAMA = ConceptText("derrmag", "Aporte a la Derrama Magisterial", "", "", Period(2020, 5), None)


@pytest.fixture
def own(db: Connection) -> Connection:
    """Rosa's cache: 30 months, an additional payslip in November, another rural grade once."""
    extra = replace(
        ROSA, id="extra", clase=PayslipClass.ADDITIONAL, secuencia=1,
        haberes=(ConceptLine("Reintg. Manual", 12_345),), total_haberes=12_345, liquido=12_345,
    )  # fmt: skip
    store_page(db, page(DERRAMA, PayslipFact(extra, None), *history(ROSA, 30)), etag="x")
    return db


@pytest.fixture
def office(db: Connection) -> Connection:
    """More people than a search by concept compares: Rosa, Luis and forty others, three months each."""
    others = [
        replace(ROSA, apellidos=f"RIMARACHÍN {'ABCDEFGHIJ'[i % 10]}UAMAN", nombres="JUAN", doc_numero=f"9990{i:04d}")
        for i in range(1_000, 1_000 + 2 * FEW_PEOPLE)
    ]
    facts = [
        PayslipFact(in_period(person, Period(2026, month), number=place * 100 + month), None)
        for place, person in enumerate((ROSA, LUIS, *others))
        for month in (11, 10, 9)
    ]
    store_page(db, page(DERRAMA, *facts), etag="x")
    return db


def found(db: Connection, text: str, **more: object) -> int:
    """How many a search finds; list and count must agree."""
    query = PayslipQuery(text=text, **more)  # type: ignore[arg-type]
    count = count_payslips(db, query).total
    assert len(search_payslips(db, replace(query, limit=10_000))) == count
    return count


def test_the_list_begins_with_the_newest(own: Connection) -> None:
    rows = search_payslips(own, PayslipQuery())
    assert [(row.periodo, row.secuencia) for row in rows[:3]] == [
        (Period(2026, 11), 1), (Period(2026, 11), 0), (Period(2026, 10), 0),
    ]  # fmt: skip
    assert len(rows) == 31


def test_pages_of_the_list_join_without_gap_or_overlap(office: Connection) -> None:
    whole = search_payslips(office, PayslipQuery())
    pages = [search_payslips(office, PayslipQuery(limit=7, offset=start)) for start in range(0, len(whole), 7)]
    assert tuple(row for one in pages for row in one) == whole
    assert search_payslips(office, PayslipQuery(offset=10_000)) == ()


def test_within_a_payroll_people_come_by_name_accents_aside(office: Connection) -> None:
    names = [fold(row.apellidos_y_nombres) for row in search_payslips(office, PayslipQuery(year=2026, month=11))]
    assert names == sorted(names)
    assert names[0].startswith("CONDORI NUNEZ")


@pytest.mark.parametrize(
    ("year", "month", "number"),
    [
        (2026, None, 12),
        (2025, None, 12),
        (2024, None, 7),
        (2023, None, 0),
        (2026, 11, 2),
        (None, 11, 4),
        (None, None, 31),
    ],
)
def test_year_and_month_narrow_the_list(own: Connection, year: int | None, month: int | None, number: int) -> None:
    assert found(own, "", year=year, month=month) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("naupari", 31), ("ÑAUPARI", 31), ("ñau", 31), ("rosa naupari", 31), ("elena quis", 31), ("osa", 0),
        ("99900017", 31), ("9990", 31), ("00017", 0),
        ("derrmag", 31), ("derrama", 31), ("magisterial", 31), ("rim_ley", 30), ("rim ley29944", 30), ("29944", 30),
        ("reintg", 1), ("manual", 1), ("reintg. manual", 1),
        ("26.75", 31), ("4,204.01", 30), ("S/ 4,204.01", 30), ("s/.123.45", 1), ("123.45", 1), ("500", 30),
        ("500.00", 30),
        ("500.0", 30), ("4204.01", 30), ("1.00", 0), ("rosa 26.75", 31), ("rosa 99.99", 0), ("rosa reintg", 1),
        ("", 31), ("   ", 31), ("%", 31), ("'", 31), ('" OR 1=1 --', 0), ("rosa _", 31), ("ros%", 31), ("zzz", 0),
    ],
)  # fmt: skip
def test_a_person_finds_by_name_document_concept_and_amount(own: Connection, text: str, number: int) -> None:
    assert found(own, text) == number


def test_search_and_period_work_together(own: Connection) -> None:
    assert found(own, "derrmag", year=2026) == 12
    assert found(own, "reintg", year=2025) == 0


def test_in_an_office_a_name_is_a_name_and_not_a_concept(office: Connection) -> None:
    assert found(office, "rim") == 3 * 2 * FEW_PEOPLE, "Rimarachín, not everybody's rim_ley29944"
    assert found(office, "condori") == 3
    assert found(office, "nunez luis") == 3
    assert found(office, "99900025") == 3
    assert found(office, "condori rosa") == 0


def test_in_an_office_one_persons_concepts_and_amounts_are_found(office: Connection) -> None:
    assert found(office, "cafae", doc_numero=LUIS.doc_numero) == 3
    assert found(office, "derrama", doc_numero=LUIS.doc_numero) == 0
    assert found(office, "3,046.18", doc_numero=LUIS.doc_numero) == 3
    assert found(office, "26.75", doc_numero=LUIS.doc_numero) == 0
    assert found(office, "", doc_numero="99999999") == 0


def test_in_an_office_a_word_that_is_nobodys_name_is_a_concept_or_an_amount(office: Connection) -> None:
    assert found(office, "cafae") == 3
    assert found(office, "27.00") == 3
    assert found(office, "zzz") == 0
    assert found(office, "condori cafae") == 3
    assert found(office, "rosa cafae") == 0


def test_a_payslip_has_the_row_that_the_list_shows(own: Connection) -> None:
    for row in search_payslips(own, PayslipQuery(limit=5)):
        assert payslip_row(own, row.id) == row


def test_an_unknown_payslip_is_a_key_error(own: Connection) -> None:
    for ask in (payslip, payslip_row, month_before):
        with pytest.raises(KeyError):
            ask(own, "unknown")


def test_years_come_newest_first(own: Connection, vault: Vault) -> None:
    assert years(own) == (2026, 2025, 2024)
    store_page(own, page(PayslipFact(in_period(ROSA, Period(1999, 1)), None)), etag="x")
    assert years(own) == (2026, 2025, 2024, 1999)


def test_a_cache_without_payslips_has_no_years(db: Connection) -> None:
    assert years(db) == ()


def test_the_month_before_is_of_the_same_person_post_and_class(db: Connection) -> None:
    newest = in_period(ROSA, Period(2026, 11))
    right = in_period(ROSA, Period(2026, 8))
    near_misses = [
        in_period(ROSA, Period(2026, 10), clase=PayslipClass.ADDITIONAL, secuencia=1),
        in_period(ROSA, Period(2026, 9), codigo_modular_servidor="1099900017-2"),
        in_period(LUIS, Period(2026, 10), codigo_modular_servidor=ROSA.codigo_modular_servidor),
        in_period(ROSA, Period(2026, 12)),
        in_period(ROSA, Period(2026, 7)),
    ]
    store_page(db, page(*(PayslipFact(one, None) for one in (newest, right, *near_misses))), etag="x")
    assert month_before(db, newest.id) == right
    assert month_before(db, near_misses[4].id) is None


def test_among_several_of_the_month_before_the_same_sequence_is_taken(db: Connection) -> None:
    newest = in_period(ROSA, Period(2026, 11), clase=PayslipClass.ADDITIONAL, secuencia=1)
    older = [
        in_period(ROSA, Period(2026, 10), number=sequence, clase=PayslipClass.ADDITIONAL, secuencia=sequence)
        for sequence in (1, 2, 3)
    ]
    store_page(db, page(*(PayslipFact(one, None) for one in (newest, *older))), etag="x")
    assert month_before(db, newest.id) == older[0]


def test_net_by_month_tells_a_year_of_one_post_or_of_all(own: Connection) -> None:
    second = in_period(ROSA, Period(2026, 2), number=7, codigo_modular_servidor="1099900017-2", liquido=55)
    store_page(own, page(PayslipFact(second, None)), etag="x")
    assert net_by_month(own, 2024, None) == tuple(
        MonthNet(month, PayslipClass.MONTHLY, 0, 420_401) for month in range(6, 13)
    )
    assert len(net_by_month(own, 2026, None)) == 13
    assert net_by_month(own, 2026, "1099900017-2") == ((2, "mensual", 0, 55),)
    assert net_by_month(own, 2026, ROSA.codigo_modular_servidor)[-2:] == (
        (11, "adicional", 1, 12_345), (11, "mensual", 0, 420_401),
    )  # fmt: skip


@given(text=st.text(max_size=60))
@settings(deadline=None)
def test_any_text_can_be_searched(lasting: Vault, text: str) -> None:
    with lasting.cache() as db:
        assert count_payslips(db, PayslipQuery(text=text)).total == 0 or tokens(text) == ()


@given(st.text(max_size=30), st.text(max_size=30))
def test_every_beginning_of_a_words_folding_is_found(apellidos: str, nombres: str) -> None:
    searched = searched_name(apellidos, nombres)
    assert searched.startswith(" ")
    for word in fold(f"{apellidos} {nombres}").split():
        assert all(" " + word[:size] in searched for size in range(1, len(word) + 1))


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_pasted_page_of_text_is_not_searched_word_by_word() -> None:
    assert len(tokens("palabra " * 5_000)) == 8


@pytest.mark.parametrize(
    ("word", "amount"),
    [
        ("26.75", 2_675),
        ("3,046.18", 304_618),
        ("3046.18", 304_618),
        ("500", 50_000),
        ("500.5", 50_050),
        ("S/12", 1_200),
    ],
)
def test_amounts_are_read_as_centimos(word: str, amount: int) -> None:
    assert [token.amount for token in tokens(word)] == [amount]


@pytest.mark.parametrize("word", ["26,75", "1,23,456", "12.345", "rosa", "29944a", "99999999999999"])
def test_what_is_no_amount_is_not_read_as_one(word: str) -> None:
    assert all(token.amount is None or not token.is_amount for token in tokens(word))
