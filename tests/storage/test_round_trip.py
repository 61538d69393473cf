"""Any payslip comes back exactly as it went in."""

import dataclasses
from datetime import date, datetime, timedelta, timezone
from typing import Any, get_type_hints

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.payslip import ConceptLine, Holder, Payslip, PayslipClass, Period
from storage.cache import store_page
from storage.connection import Connection
from storage.finding import PayslipQuery
from storage.payslips import payslip, payslip_row, search_payslips
from storage.records import PayslipFact
from storage.rows import COLUMNS, KINDS, PAYEE_COLUMNS, from_instant, month_number, period_of, to_instant
from storage.vault import Vault
from tests.storage.people import NOW, ROSA, page

WHOLE = st.integers(-(2**63), 2**63 - 1)
PERIODS = st.builds(Period, st.integers(0, 9999), st.integers(1, 12))
LINES = st.lists(st.builds(ConceptLine, st.text(), st.integers(1, 2**63 - 1)), max_size=5).map(tuple)
OF_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(),
    int: WHOLE,
    int | None: st.none() | WHOLE,
    date | None: st.none() | st.dates(),
    Period: PERIODS,
    PayslipClass: st.sampled_from(PayslipClass),
    tuple[ConceptLine, ...]: LINES,
    tuple[str, ...]: st.lists(st.text(), max_size=4).map(tuple),
    Holder | None: st.none() | st.builds(Holder, st.text(), st.text(), st.text()),
}
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
BY_NAME: dict[str, st.SearchStrategy[Any]] = {"secuencia": st.integers(0, 2**63 - 1)}
PAYSLIPS = st.builds(
    Payslip,
    **{name: BY_NAME[name] if name in BY_NAME else OF_TYPE[kind] for name, kind in get_type_hints(Payslip).items()},
)


@given(PAYSLIPS)
@settings(max_examples=100, deadline=None)
def test_any_payslip_comes_back_exactly(lasting: Vault, original: Payslip) -> None:
    with lasting.cache() as db:
        store_page(db, page(PayslipFact(original, None)), etag="x")
        assert payslip(db, original.id) == original
        row = payslip_row(db, original.id)
        for field in dataclasses.fields(row):
            if hasattr(original, field.name):
                assert getattr(row, field.name) == getattr(original, field.name)


@given(st.lists(PAYSLIPS, max_size=6, unique_by=lambda one: one.id))
@settings(max_examples=30, deadline=None)
def test_a_page_comes_back_whole_and_in_order(lasting: Vault, originals: list[Payslip]) -> None:
    with lasting.cache() as db:
        db.run("DELETE FROM payslip")
        store_page(db, page(*(PayslipFact(one, None) for one in originals)), etag="x")
        found = search_payslips(db, PayslipQuery())
        assert {row.id for row in found} == {one.id for one in originals}
        order = [(row.periodo, row.secuencia) for row in found]
        assert order == sorted(order, reverse=True)


def test_every_field_of_a_payslip_has_exactly_one_place(db: Connection) -> None:
    store_page(db, page(PayslipFact(ROSA, None)), etag="x")
    printed = db.row("SELECT group_concat(key) AS keys FROM payslip, json_each(payslip.printed)")
    assert printed is not None
    places = [*printed["keys"].split(","), *COLUMNS, *PAYEE_COLUMNS, *KINDS, "periodo"]
    assert sorted(places) == sorted(field.name for field in dataclasses.fields(Payslip))


@given(PERIODS)
def test_periods_come_back(period: Period) -> None:
    assert period_of(month_number(period)) == period


@given(st.datetimes(timezones=OFFSETS))
def test_instants_come_back(moment: datetime) -> None:
    assert from_instant(to_instant(moment)) == moment


def test_no_instant_is_no_instant() -> None:
    assert from_instant(to_instant(None)) is None
    assert from_instant(to_instant(NOW)) == NOW
