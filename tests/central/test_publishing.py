"""The office's pen: whole or not at all, and only what makes sense."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import create_mock_engine, func, select
from sqlalchemy.exc import IntegrityError

from central.publishing import BATCH, Publisher, PublishingError
from central.records import Person
from central.store import Store
from central.store.facts import read_heads
from central.store.schema import Blob, Fact, Table
from documents.payslip import Payslip, Period

MakePayslip = Callable[..., Payslip]


def heads(store: Store) -> tuple[int, int]:
    with store.reading() as db:
        found = read_heads(db, "99900001")
        return found.seq, found.commons


def count(store: Store, table: Any) -> int:
    with store.reading() as db:
        return db.scalar(select(func.count()).select_from(table)) or 0


def test_an_id_that_is_published_already_changes_nothing(
    publisher: Publisher, store: Store, payslips: MakePayslip
) -> None:
    publisher.publish_payslips([payslips(1)])
    before = heads(store)
    with pytest.raises(PublishingError):
        publisher.publish_payslips([payslips(2), payslips(1)])
    with pytest.raises(PublishingError):
        publisher.publish_payslips([payslips(3), payslips(3)])
    assert heads(store) == before
    assert publisher.publish_payslips([payslips(2)]) == 1


def test_a_drawing_that_fails_publishes_nothing(publisher: Publisher, store: Store, payslips: MakePayslip) -> None:
    def draw(payslip: Payslip) -> bytes:
        if payslip.id.endswith("2"):
            raise ValueError("no ink")
        return b"%PDF"

    before = heads(store)
    with pytest.raises(ValueError, match="no ink"):
        publisher.publish_payslips([payslips(1), payslips(2)], draw=draw)
    assert (heads(store), count(store, Blob)) == (before, 0)


def test_more_payslips_than_a_batch_are_all_published_in_sequence(
    publisher: Publisher, store: Store, payslips: MakePayslip
) -> None:
    assert publisher.publish_payslips(payslips(number) for number in range(BATCH + 5)) == BATCH + 5
    assert heads(store) == (BATCH + 6, 0)
    with store.reading() as db:
        seqs = db.scalars(select(Fact.seq).where(Fact.feed == "99900001").order_by(Fact.seq)).all()
    assert seqs == list(range(1, BATCH + 7))


def test_replacing_or_withdrawing_what_never_was_is_refused(publisher: Publisher, payslips: MakePayslip) -> None:
    for act in (
        lambda: publisher.replace_payslip(payslips(1)),
        lambda: publisher.withdraw_payslip("nunca"),
        lambda: publisher.withdraw_pay_day(Period(2026, 1)),
        lambda: publisher.withdraw_concept("nunca@2026-01"),
        lambda: publisher.replace_person(
            Person(doc_tipo="DNI", doc_numero="99900008", apellidos="A", nombres="B", correo="c")
        ),
    ):
        with pytest.raises(PublishingError):
            act()


def test_a_payslip_never_changes_hands(publisher: Publisher, store: Store, payslips: MakePayslip) -> None:
    publisher.publish_payslips([payslips(1)])
    before = heads(store)
    with pytest.raises(PublishingError, match="another person"):
        publisher.replace_payslip(payslips(1, doc_numero="99900002"))
    assert heads(store) == before


def test_withdrawing_twice_is_one_change_and_replacing_brings_it_back(
    publisher: Publisher, store: Store, payslips: MakePayslip
) -> None:
    publisher.publish_payslips([payslips(1)])
    publisher.withdraw_payslip(payslips(1).id)
    once = heads(store)
    publisher.withdraw_payslip(payslips(1).id)
    assert heads(store) == once
    publisher.replace_payslip(payslips(1))
    assert heads(store) == (once[0] + 1, 0)


def test_a_user_name_belongs_to_one_account_and_a_person_has_one(publisher: Publisher, store: Store) -> None:
    person = Person(doc_tipo="DNI", doc_numero="99900004", apellidos="A", nombres="B", correo="c@d.pe")
    with pytest.raises(PublishingError):
        publisher.add_person(person, "ANA", "x")
    publisher.add_person(person, "otra", "x")
    with pytest.raises(PublishingError):
        publisher.add_person(person, "otra-mas", "x")
    assert count(store, Fact) == 3


def test_a_store_opened_again_is_the_same_store(store: Store, publisher: Publisher, payslips: MakePayslip) -> None:
    publisher.publish_payslips([payslips(1)])
    with store.reading() as db:
        before = read_heads(db, "99900001")
    with Store(store.url) as again, again.reading() as db:
        assert read_heads(db, "99900001") == before


def test_foreign_keys_are_watched_and_writing_ahead_is_on(store: Store) -> None:
    with store.reading() as db:
        assert db.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert db.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    with pytest.raises(IntegrityError), store.writing() as db:
        db.exec_driver_sql("INSERT INTO fact VALUES ('payslip', 'x', 'nadie', 1, '', NULL)")


def test_the_tables_can_be_made_on_postgresql() -> None:
    made: list[str] = []
    engine = create_mock_engine("postgresql://", lambda statement, *_, **__: made.append(
        str(statement.compile(dialect=engine.dialect))
    ))  # fmt: skip
    Table.metadata.create_all(engine, checkfirst=False)
    assert len([statement for statement in made if "CREATE TABLE" in statement]) == len(Table.metadata.tables)
    assert any("BYTEA" in statement for statement in made)
