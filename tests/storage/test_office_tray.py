"""The tray's two ways of reading and its two ways of counting tell the same, with decisions laid over facts."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from storage import decisions
from storage.connection import Connection
from storage.decision_records import CaseRow, Deed, OfficeCase, OfficePage, ReceptionWish, TrayQuery, Wanted
from storage.office import store_office_page
from storage.office_tray import count_tray, tray
from storage.records import PersonFact
from storage.request_records import (
    Expediente,
    OfficeRequest,
    Reception,
    RequestAction,
    RequestContent,
    RequestEvent,
    RequestState,
)
from storage.vault import Vault
from tests.storage.requests import NOW, key

ME, OTHER = "ROSA ÑAHUI", "JUAN ÑAHUI"
STATES = (RequestState.FILED, RequestState.OBSERVED, RequestState.ATTENDED, RequestState.REJECTED)
DUE = date(2026, 12, 4)
QUERIES = (
    TrayQuery(), TrayQuery(states=("en_solicitud",)), TrayQuery(states=("en_solicitud",), due_until=DUE),
    TrayQuery(states=("en_solicitud", "observado"), mine=True), TrayQuery(states=("en_solicitud",), free=True),
    TrayQuery(states=("observado",)), TrayQuery(refused=True), TrayQuery(states=("atendido",)),
    TrayQuery(states=("rechazado",)), TrayQuery(receptions=("no",)), TrayQuery(receptions=("done", "lacking")),
    TrayQuery(states=("en_solicitud",), receptions=("lacking",)),
)  # fmt: skip


def case(chance: random.Random, number: int) -> OfficeCase:
    state = chance.choice(STATES)
    filed = NOW - timedelta(days=chance.randrange(30), seconds=number)
    open_ = state in STATES[:2]
    lacking = chance.choice((None, None, (), ("firma",)))
    content = RequestContent(
        action=RequestAction.NEW, section="II", kind="capacitacion", record=key(number + 5_000), base=None
    )
    request = OfficeRequest(
        uuid=key(number), code=f"SOL-2026-{number:06d}", state=state, content=content, base_version=0, filed_at=filed,
        changed_at=filed, attended_by="", reason="", taken_by=chance.choice(("", ME, OTHER)),
        deadline=DUE + timedelta(days=chance.randrange(-9, 9)) if open_ else None,
        history=(RequestEvent(filed, RequestState.FILED, "", ""),),
        reception=None if lacking is None else Reception(filed, "LUIS", 1, "escalafon", lacking),
    )  # fmt: skip
    return OfficeCase(
        request=request, person=PersonFact("DNI", f"999{number % 9:05d}", "ÑAHUI", "ANA", ""), current=None
    )


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """300 requests; sixty decisions of every deed, some refused, some followed by another."""
    chance = random.Random(11)  # noqa: S311 - the same in every run
    cases = tuple(case(chance, number) for number in range(1, 301))
    with vault.office() as db:
        store_office_page(
            db, OfficePage(epoch="e", cursor="c", more=False, etag="", facts=cases, server_time=NOW, reasons=1)
        )
    with vault.outbox() as box:
        for number in range(60):
            request = chance.choice(cases).request
            deed = chance.choice(list(Deed))
            wish = ReceptionWish(Expediente("7", "", None), 1, "escalafon", chance.choice(((), ("firma",))))
            wanted = Wanted(
                uuid=key(1_000 + number), request=request.uuid, code=request.code, who="x", deed=deed, reason="x",
                seen=NOW, reception=wish if deed is Deed.RECEIVE else None,
            )  # fmt: skip
            decisions.decide(box, [wanted], batch=key(2_000 + number), at=NOW, ready_at=NOW)
            if number % 5 == 0:
                decisions.refuse_decision(box, wanted.uuid, "changed-meanwhile", "", request, NOW)
    return vault


def test_lists_read_in_order_and_lists_that_are_sorted_are_the_same_and_as_long_as_is_counted(filled: Vault) -> None:
    with filled.office() as db:
        for query in QUERIES:
            compare(db, replace(query, me=ME, limit=1_000))


def compare(db: Connection, asked: TrayQuery) -> None:
    walked = tray(db, asked).rows
    # A word that all of them have takes the other way.
    assert tray(db, replace(asked, text="ñahui")).rows == walked
    assert count_tray(db, (asked, replace(asked, text="ñahui"))) == (len(walked), len(walked))
    part = tray(db, replace(asked, limit=7))
    assert (part.rows, part.total) == (walked[:7], len(walked))
    assert tray(db, replace(asked, limit=7, offset=7)).rows == walked[7:14]
    assert walked, asked
    assert list(walked) == sorted(walked, key=place)


def place(row: CaseRow) -> tuple[bool, date, str, float, str]:
    """What expires first; of the same day what was filed first; what is settled last, the newest before the others."""
    filed = row.filed_at.isoformat() if row.deadline else ""
    return row.deadline is None, row.deadline or date.min, filed, -row.changed_at.timestamp(), row.uuid


def test_without_the_outbox_there_are_facts_alone(filled: Vault) -> None:
    (filled.directory / "outbox.db").write_bytes(b"x" * 8_192)
    filled.examine()
    with filled.office() as db:
        every = tray(db, TrayQuery(me=ME, limit=1_000))
        assert (every.total, {row.deed for row in every.rows}) == (300, {None})
        assert sum(count_tray(db, [TrayQuery(me=ME, states=(state.value,)) for state in STATES])) == 300
        assert count_tray(db, (TrayQuery(me=ME, refused=True), TrayQuery(me=ME, text="ñahui"))) == (0, 300)
