"""Pages of facts: rows and cursor together, epochs swept, nothing lost on the way."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from documents.payslip import ConceptLine, Period
from storage.cache import (
    add_traffic,
    clear_retry_mark,
    end_session,
    exchange_succeeded,
    restart_walk,
    retry_mark,
    session,
    set_retry_mark,
    store_page,
    store_session,
    sync_mark,
    traffic,
)
from storage.connection import Connection
from storage.errors import BugError
from storage.payslips import (
    PayslipCount,
    PayslipQuery,
    concept_texts,
    count_payslips,
    mark_seen,
    next_pay_day,
    payslip,
    payslip_row,
    person,
    search_payslips,
)
from storage.records import (
    ConceptText,
    PayDay,
    PayslipFact,
    PersonFact,
    Removal,
    RetryMark,
    Session,
    SyncMark,
    Traffic,
)
from storage.vault import Vault
from tests.storage.people import LUIS, NOW, ROSA, history, in_period, page

PERSON = PersonFact("DNI", "99900017", "ÑAUPARI QUISPE", "ROSA ELENA", "rosa@ejemplo.pe")
NOVEMBER = PayDay(Period(2026, 11), date(2026, 11, 13), "", "RVM 001-2026-EF")
DECEMBER = PayDay(Period(2026, 12), date(2026, 12, 11), "Incluye aguinaldo por Navidad", "RVM 001-2026-EF")
DERRAMA = ConceptText("derrmag", "Derrama Magisterial", "Aporte mensual.", "D.S. 001", Period(2020, 5), None)
OLD_DERRAMA = replace(DERRAMA, nombre="Derrama", desde=Period(2015, 1), hasta=Period(2020, 4))


def total(db: Connection) -> int:
    return count_payslips(db, PayslipQuery()).total


def test_a_new_cache_knows_nothing(db: Connection) -> None:
    assert sync_mark(db) == SyncMark()
    assert total(db) == 0
    assert (person(db), next_pay_day(db, date(2026, 1, 1)), concept_texts(db), session(db)) == (None, None, (), None)


def test_a_page_stores_every_kind_of_fact_and_the_cursor(db: Connection) -> None:
    store_page(db, page(PERSON, NOVEMBER, DERRAMA, PayslipFact(ROSA, None), more=True), etag="e1.4.1")
    assert person(db) == PERSON
    assert next_pay_day(db, date(2026, 11, 1)) == NOVEMBER
    assert concept_texts(db) == (DERRAMA,)
    assert payslip(db, ROSA.id) == ROSA
    assert sync_mark(db) == SyncMark(epoch="e1", cursor="c1", etag="e1.4.1", more=True, server_time=NOW)


def test_the_same_page_twice_changes_nothing(db: Connection) -> None:
    facts = (PERSON, NOVEMBER, DERRAMA, *history(ROSA, 5))
    store_page(db, page(*facts), etag="x")
    before = search_payslips(db, PayslipQuery())
    store_page(db, page(*facts), etag="x")
    assert search_payslips(db, PayslipQuery()) == before


def test_a_corrected_payslip_replaces_the_former_one_whole(db: Connection) -> None:
    store_page(db, page(PayslipFact(ROSA, None)), etag="x")
    corrected = replace(
        ROSA,
        apellidos="ÑAUPARI DE LA CRUZ",
        periodo=Period(2026, 10),
        haberes=(ConceptLine("rim_ley29944", 1),),
        descuentos=(),
        mensajes=("corregida",),
        total_haberes=1,
        total_descuentos=0,
        liquido=1,
    )
    store_page(db, page(PayslipFact(corrected, None)), etag="x")
    assert payslip(db, ROSA.id) == corrected
    assert total(db) == 1
    assert search_payslips(db, PayslipQuery(text="quispe")) == ()
    assert count_payslips(db, PayslipQuery(text="cruz")).total == 1
    assert db.number("SELECT count(*) FROM payee") == 1


def test_removals_remove_and_unknown_kinds_do_not_disturb(db: Connection) -> None:
    store_page(db, page(PERSON, NOVEMBER, DERRAMA, OLD_DERRAMA, *history(ROSA, 3)), etag="x")
    gone = (
        Removal("payslip", in_period(ROSA, ROSA.periodo).id),
        Removal("payslip", "never here"),
        Removal("pay_day", "2026-11"),
        Removal("pay_day", "November"),
        Removal("concept", "derrmag@2020-05"),
        Removal("concept", "nonsense"),
        Removal("kind of the future", "1"),
    )
    store_page(db, page(*gone, cursor="c2"), etag="x")
    assert total(db) == 2
    assert next_pay_day(db, date(2026, 1, 1)) is None
    assert concept_texts(db) == (OLD_DERRAMA,)
    assert person(db) == PERSON
    store_page(db, page(Removal("person", "1")), etag="x")
    assert person(db) is None


def test_removing_the_last_payslip_of_a_person_removes_the_person_from_the_search(db: Connection) -> None:
    store_page(db, page(PayslipFact(ROSA, None), PayslipFact(LUIS, None)), etag="x")
    store_page(db, page(Removal("payslip", LUIS.id)), etag="x")
    assert db.number("SELECT count(*) FROM payee") == 1
    assert db.number("SELECT count(*) FROM payslip_line") == 4


def test_a_page_that_cannot_be_stored_whole_leaves_no_trace(db: Connection) -> None:
    store_page(db, page(PayslipFact(LUIS, None)), etag="x")
    broken = replace(ROSA, haberes=(ConceptLine("rim", -5),))
    with pytest.raises(BugError):
        store_page(db, page(*history(ROSA, 3), PayslipFact(broken, None), cursor="c9", epoch="e9"), etag="y")
    assert total(db) == 1
    assert sync_mark(db).cursor == "c1"
    assert sync_mark(db).epoch == "e1"


def test_a_new_epoch_sweeps_what_its_walk_did_not_bring_when_the_walk_is_over(db: Connection) -> None:
    store_page(db, page(PERSON, NOVEMBER, DECEMBER, DERRAMA, *history(ROSA, 4)), etag="x")
    kept = history(ROSA, 2)
    store_page(db, page(PERSON, kept[0], epoch="e2", cursor="d1", more=True), etag="y")
    assert total(db) == 4, "until the walk is over everything stays readable"
    assert concept_texts(db) == (DERRAMA,)
    store_page(db, page(kept[1], NOVEMBER, epoch="e2", cursor="d2"), etag="y")
    assert {row.id for row in search_payslips(db, PayslipQuery())} == {fact.payslip.id for fact in kept}
    assert next_pay_day(db, date(2026, 11, 20)) is None
    assert concept_texts(db) == ()
    assert person(db) == PERSON


def test_an_epoch_that_returns_is_a_new_walk_all_the_same(db: Connection) -> None:
    store_page(db, page(*history(ROSA, 3)), etag="x")
    store_page(db, page(history(ROSA, 1)[0], epoch="e2", more=True), etag="x")
    store_page(db, page(history(ROSA, 2)[1], epoch="e1"), etag="x")
    assert total(db) == 1


def test_a_delta_after_the_walk_sweeps_nothing(db: Connection) -> None:
    store_page(db, page(*history(ROSA, 3)), etag="x")
    store_page(db, page(PayslipFact(LUIS, None), cursor="c2"), etag="x")
    assert total(db) == 4


def test_restarting_the_walk_keeps_rows_until_it_is_over(db: Connection) -> None:
    store_page(db, page(*history(ROSA, 3)), etag="x")
    restart_walk(db)
    mark = sync_mark(db)
    assert (mark.epoch, mark.cursor, mark.etag, mark.more) == (None, None, None, False)
    assert total(db) == 3
    store_page(db, page(*history(ROSA, 2)), etag="x")  # the same epoch as before
    assert total(db) == 2


def test_seen_belongs_to_the_person_and_outlives_a_rebuild(db: Connection) -> None:
    store_page(db, page(PayslipFact(ROSA, None), PayslipFact(LUIS, None)), etag="x")
    mark_seen(db, ROSA.id)
    mark_seen(db, ROSA.id)
    assert [payslip_row(db, one.id).seen for one in (ROSA, LUIS)] == [True, False]
    store_page(db, page(PayslipFact(ROSA, None), epoch="e2"), etag="x")
    assert payslip_row(db, ROSA.id).seen


def test_the_next_pay_day_may_be_today(db: Connection) -> None:
    store_page(db, page(DECEMBER, NOVEMBER), etag="x")
    assert next_pay_day(db, date(2026, 11, 13)) == NOVEMBER
    assert next_pay_day(db, date(2026, 11, 14)) == DECEMBER
    assert next_pay_day(db, date(2026, 12, 12)) is None


def test_a_success_is_dated_and_voids_the_plan_to_retry(db: Connection) -> None:
    mark = RetryMark(attempt=3, not_before=NOW + timedelta(seconds=40), condition="offline")
    set_retry_mark(db, mark)
    assert retry_mark(db) == mark
    exchange_succeeded(db, NOW)
    assert retry_mark(db) is None
    assert sync_mark(db).succeeded_at == NOW
    set_retry_mark(db, mark)
    clear_retry_mark(db)
    assert retry_mark(db) is None


def test_traffic_adds_up_by_month(db: Connection) -> None:
    add_traffic(db, Period(2026, 11), 1_000, 200, 2)
    add_traffic(db, Period(2026, 11), 500, 50, 1)
    assert traffic(db, Period(2026, 11)) == Traffic(Period(2026, 11), 1_500, 250, 3)
    assert traffic(db, Period(2026, 12)) == Traffic(Period(2026, 12), 0, 0, 0)


def test_ending_a_session_keeps_server_and_user_only(db: Connection) -> None:
    open_session = Session(
        server="https://api.ejemplo.pe", user="99900017", access_token="a", access_expires_at=NOW, refresh_token="r"
    )
    store_session(db, open_session)
    assert session(db) == open_session
    end_session(db)
    assert session(db) == replace(open_session, access_token="", refresh_token=None)


def test_instants_without_offset_are_refused(db: Connection) -> None:
    with pytest.raises(BugError):
        exchange_succeeded(db, NOW.replace(tzinfo=None))
    assert sync_mark(db) == SyncMark()


def test_what_one_connection_stored_another_reads_at_once(vault: Vault) -> None:
    with vault.cache() as writer, vault.cache() as reader:
        store_page(writer, page(*history(ROSA, 2)), etag="x")
        assert count_payslips(reader, PayslipQuery()) == PayslipCount(2, 0)
