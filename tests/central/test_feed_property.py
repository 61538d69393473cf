"""Whatever happens between pages, a client ends with what the office has published: nothing lost, nothing left over."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from central.cursors import read_cursor, write_cursor
from central.feed import is_at_rest, read_page
from central.publishing import Publisher
from central.records import Concept, PayDay, Person
from central.server import Server
from central.settings import CHEAP
from central.store import Store
from central.store.facts import read_heads
from central.store.opening import open_feed
from central.store.request_tables import ALL_TABLES
from central.store.schema import COMMONS, Fact, Origin
from documents.payslip import Payslip, Period

ANA = "99900001"
Picture = dict[tuple[str, str], tuple[str, str]]  # (kind, id) -> (document, epoch)


@dataclass
class Reader:
    """A client as docs/protocol.md wants it: rows and cursor together, old epochs swept when the walk is over."""

    store: Store
    size: int
    cursor: str | None = None
    picture: Picture = field(default_factory=dict)
    past: list[tuple[str | None, Picture]] = field(default_factory=list)

    def read(self) -> bool:
        """One page. Whether there are more."""
        self.past.append((self.cursor, dict(self.picture)))
        with self.store.reading() as db:
            heads = read_heads(db, ANA)
            page = read_page(db, ANA, read_cursor(self.cursor) if self.cursor else None, heads, size=self.size)
        assert len(page.facts) <= self.size
        for fact in page.facts:
            if fact.document is None:
                self.picture.pop((fact.kind, fact.id), None)
            else:
                self.picture[fact.kind, fact.id] = fact.document, heads.epoch
        if not page.more:
            self.picture = {key: kept for key, kept in self.picture.items() if kept[1] == heads.epoch}
        self.cursor = write_cursor(page.cursor)
        return page.more

    def read_to_the_end(self) -> None:
        for _ in range(500):
            if not self.read():
                return
        pytest.fail("the feed does not come to an end")

    def is_at_rest(self) -> bool:
        with self.store.reading() as db:
            return is_at_rest(read_cursor(self.cursor or ""), read_heads(db, ANA))

    def fall_back(self, which: int) -> None:
        """Power cut: the disk has an older moment, rows and cursor of one transaction. What came after never was."""
        if self.past:
            moment = which % len(self.past)
            self.cursor, picture = self.past[moment]
            self.picture = dict(picture)
            del self.past[moment:]

    def use_older_cursor(self, which: int) -> None:
        """Rows of now, a cursor of before, within one epoch."""
        epoch = read_cursor(self.cursor).epoch if self.cursor else None
        same = [cursor for cursor, _ in self.past if cursor and read_cursor(cursor).epoch == epoch]
        if same:
            self.cursor = same[which % len(same)]


@dataclass
class Office:
    """Publishes, and keeps its own account of what is published."""

    store: Store
    template: Payslip
    published: set[tuple[str, str]] = field(default_factory=set)
    amounts: dict[str, int] = field(default_factory=dict)
    names: int = 0

    def __post_init__(self) -> None:
        self.pen = Publisher(self.store, cost=CHEAP)
        self.pen.add_person(_person("ANA"), "ana", "x")
        self.published.add(("person", ANA))

    def act(self, act: str, which: int, month: int) -> None:
        getattr(self, f"_{act}")(which, Period(2026, 1).later(month))

    def _payslip(self, number: int, period: Period) -> Payslip:
        id_ = f"payslip-{number:03d}"
        self.amounts[id_] = self.amounts.get(id_, 0) + 1
        self.published.add(("payslip", id_))
        return replace(self.template, id=id_, periodo=period, liquido=self.amounts[id_])

    def _publish(self, which: int, period: Period) -> None:
        first = len(self.amounts)
        self.pen.publish_payslips(
            [self._payslip(first + extra, period.earlier(extra)) for extra in range(which % 4 + 1)]
        )

    def _replace(self, which: int, period: Period) -> None:
        if self.amounts:
            self.pen.replace_payslip(self._payslip(which % len(self.amounts), period))

    def _withdraw(self, which: int, _period: Period) -> None:
        if self.amounts:
            id_ = f"payslip-{which % len(self.amounts):03d}"
            self.pen.withdraw_payslip(id_)
            self.published.discard(("payslip", id_))

    def _pay_day(self, which: int, period: Period) -> None:
        self.pen.publish_pay_days([PayDay(periodo=period, fecha=date(2026, 1, which % 28 + 1))])
        self.published.add(("pay_day", str(period)))

    def _no_pay_day(self, which: int, _period: Period) -> None:
        days = sorted(id_ for kind, id_ in self.published if kind == "pay_day")
        if days:
            self.pen.withdraw_pay_day(Period.parse(days[which % len(days)]))
            self.published.discard(("pay_day", days[which % len(days)]))

    def _concept(self, which: int, period: Period) -> None:
        texts = [Concept(codigo=f"c{which % 5}", nombre=str(which), explicacion="", norma="", desde=period)]
        self.pen.publish_concepts(texts)
        self.published.add(("concept", texts[0].id))

    def _rename(self, _which: int, _period: Period) -> None:
        self.names += 1
        self.pen.replace_person(_person(f"ANA {self.names}"))

    def _epoch(self, _which: int, _period: Period) -> None:
        self.store.change_epoch()

    def _other(self, which: int, period: Period) -> None:
        self.names += 1
        others = replace(self.template, id=f"other-{self.names}", periodo=period, doc_numero="99900002")
        self.pen.publish_payslips([others])


OFFICE = ("publish", "publish", "replace", "withdraw", "pay_day", "no_pay_day", "concept", "rename", "epoch", "other")
READER = ("read", "read", "read", "read_to_the_end", "fall_back", "use_older_cursor")
move = st.tuples(st.sampled_from(OFFICE + READER), st.integers(0, 40), st.integers(0, 24))
moves = st.lists(move, min_size=20, max_size=50)


def _person(names: str) -> Person:
    return Person(doc_tipo="DNI", doc_numero=ANA, apellidos="ÑAUPARI", nombres=names, correo="ana@correo.pe")


def documents(store: Store) -> dict[tuple[str, str], str]:
    """What the office has in its books, read without the feed."""
    with store.reading() as db:
        rows = db.execute(
            select(Fact.kind, Fact.id, Fact.document).where(Fact.feed.in_((ANA, COMMONS)), Fact.document.is_not(None))
        )
        return {(kind, id_): document or "" for kind, id_, document in rows}


@pytest.fixture
def memory() -> Iterator[Store]:
    with Store("sqlite://") as opened:
        yield opened


def empty(store: Store) -> Store:
    """As new, faster than a new one."""
    with store.writing() as db:
        for table in reversed(ALL_TABLES.sorted_tables):
            if table is not Origin.__table__:
                db.execute(delete(table))
        open_feed(db, COMMONS)
    return store


@pytest.mark.timeout(600)  # when it fails, making the example small takes its time
@settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=moves, size=st.integers(1, 4))
def test_any_interleaving_ends_with_the_office_s_picture(
    memory: Store, payslips: Any, moves: list[tuple[str, int, int]], size: int
) -> None:
    store = empty(memory)
    office, reader = Office(store, payslips(0)), Reader(store, size)
    for act, which, month in moves:
        if act in OFFICE:
            office.act(act, which, month)
        elif act in {"read", "read_to_the_end"}:
            getattr(reader, act)()
        else:
            getattr(reader, act)(which)
    reader.read_to_the_end()
    assert set(reader.picture) == office.published
    assert {key: kept[0] for key, kept in reader.picture.items()} == documents(store)
    assert reader.is_at_rest()


@contextmanager
def publishing(publisher: Publisher, batches: list[list[Payslip]]) -> Iterator[threading.Thread]:
    """Publishes from another thread meanwhile."""

    def publish() -> None:
        for batch in batches:
            publisher.publish_payslips(batch)
            publisher.replace_payslip(batch[0])

    thread = threading.Thread(target=publish)
    thread.start()
    yield thread
    thread.join()


def test_reading_while_another_thread_publishes_loses_nothing(
    server: Server, publisher: Publisher, payslips: Any
) -> None:
    batches = [[payslips(batch * 10 + number) for number in range(10)] for batch in range(20)]
    with requests.Session() as session:
        body = {"user": "ana", "password": "cerro-laguna-7", "device": "prueba"}
        token = session.post(f"{server.url}/v1/sessions", json=body).json()["access_token"]
        session.headers["Authorization"] = f"Bearer {token}"
        seen: set[str] = set()

        def read_on(since: str | None) -> str:
            more = True
            while more:
                page = session.get(f"{server.url}/v1/sync", params={"since": since} if since else {}).json()
                seen.update(change["id"] for change in page["changes"] if change["kind"] == "payslip")
                since, more = page["cursor"], page["more"]
            return str(since)

        cursor: str | None = None
        with publishing(publisher, batches) as pen:
            while pen.is_alive():
                cursor = read_on(cursor)
        read_on(cursor)
    assert seen == {payslip.id for batch in batches for payslip in batch}
