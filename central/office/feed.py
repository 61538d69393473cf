"""The office's feed: requests of its people with what they are about, and the people themselves, as facts.

See docs/protocol.md, "The office's feed". It exists from the first time that somebody of the office asks for it; until
then it costs one look-up a change. Facts are kept under "office/id", because a person who moves to another UGEL leaves
a tombstone in the feed of the one before.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from central.legajo import moving
from central.legajo.people import who_asks
from central.store.facts import Draft, KeptFact, find_fact, keep_facts, read_walk
from central.store.opening import open_feed
from central.store.request_tables import Seat
from central.store.requests import KeptRequest, note_seat, requests_about, requests_of, seat_of
from central.store.schema import Feed

CASE, SERVANT, RECORD = "case", "servant", "legajo_record"
LATEST = 10**11  # seconds; beyond all clocks
BATCH = 500
_NEVER = 2**62


def feed_of(office: str) -> str:
    """The name of an office's feed: no document number has a colon."""
    return f"office:{office}"


def bare_id(fact: KeptFact) -> str:
    """As the page names it."""
    return fact.id.partition("/")[2]


def is_open(db: Connection, office: str) -> bool:
    """Whether anybody of the office ever asked for its feed."""
    return db.scalar(select(Feed.seq).where(Feed.name == feed_of(office))) is not None


def open_office(db: Connection, office: str) -> None:
    """Begin the feed with everything that belongs into it; once is enough."""
    if is_open(db, office):
        return
    open_feed(db, feed_of(office))
    people = tuple(db.scalars(select(Seat.feed).where(Seat.office == office).order_by(Seat.feed)))
    for start in range(0, len(people), BATCH):
        drafts = [_servant(db, office, feed) for feed in people[start : start + BATCH]]
        keep_facts(db, feed_of(office), [draft for draft in drafts if draft.document is not None])
    for feed in people:
        keep_facts(db, feed_of(office), [_case(db, office, kept) for kept in requests_of(db, feed)])


def keep_cases(db: Connection, feed: str, requests: Iterable[KeptRequest]) -> None:
    """After requests of a person changed."""
    if office := _office_of(db, feed):
        keep_facts(db, feed_of(office), [_case(db, office, kept) for kept in requests])


def keep_cases_about(db: Connection, feed: str, records: Iterable[str]) -> None:
    """After records of a person's legajo changed: open requests show what is filed now."""
    if office := _office_of(db, feed):
        about = [kept for record in records for kept in requests_about(db, feed, record) if kept.is_open]
        keep_facts(db, feed_of(office), [_case(db, office, kept) for kept in about])


def keep_person(db: Connection, feed: str) -> None:
    """After a person's names or newest payslip changed. The same as before is no news."""
    office = _office_of(db, feed)
    if not office:
        return
    draft = _servant(db, office, feed)
    found = find_fact(db, SERVANT, draft.id)
    if (found[1].document if found else None) != draft.document:
        keep_facts(db, feed_of(office), [draft])
        keep_facts(db, feed_of(office), [_case(db, office, kept) for kept in requests_of(db, feed) if kept.is_open])


def take_seat(db: Connection, feed: str, office: str, since: str) -> None:
    """A payslip says which UGEL keeps the legajo; whoever moved is taken out of the feed of the one before."""
    before = note_seat(db, feed, office, since)
    after = seat_of(db, feed) if before is not None and before != office else office
    if before is not None and before != after and is_open(db, before):
        _withdraw(db, before, feed)
    if before != after:
        keep_cases(db, feed, requests_of(db, feed))
    keep_person(db, feed)


def _office_of(db: Connection, feed: str) -> str:
    """The office that keeps somebody's legajo and has a feed; "" otherwise."""
    office = seat_of(db, feed)
    return office if office and is_open(db, office) else ""


def _withdraw(db: Connection, office: str, feed: str) -> None:
    names = [(SERVANT, feed), *((CASE, kept.uuid) for kept in requests_of(db, feed))]
    found = [find_fact(db, kind, f"{office}/{id_}") for kind, id_ in names]
    gone = [Draft(fact.kind, fact.id, fact.rank, None) for _, fact in filter(None, found) if fact.document is not None]
    keep_facts(db, feed_of(office), gone)


def _case(db: Connection, office: str, kept: KeptRequest) -> Draft:
    request = moving.members_of(kept)
    found = find_fact(db, RECORD, request["record"]) if request["record"] else None
    current = found[1].document if found and found[0] == kept.feed else None
    members = {
        "request": request,
        "person": who_asks(_person(db, kept.feed)),
        "current": json.loads(current) if current else None,
    }
    return Draft(CASE, f"{office}/{kept.uuid}", _case_rank(kept), _write(members))


def _case_rank(kept: KeptRequest) -> str:
    """In the first walk: the nearest deadline first, then the longest waiting; what is settled last, newest first."""
    if kept.deadline is None:
        return f"0 {kept.changed_at:011d} {kept.uuid}"
    return f"1 {99_999_999 - int(kept.deadline.replace('-', ''))} {LATEST - kept.filed_at:011d} {kept.uuid}"


def _servant(db: Connection, office: str, feed: str) -> Draft:
    """`document` None: a beneficiary of a judicial retention, who has no legajo."""
    newest: Sequence[KeptFact] = read_walk(db, feed, "payslip", below=None, top=_NEVER, limit=1)
    printed = json.loads(newest[0].document or "null") if newest else None
    id_ = f"{office}/{feed}"
    if printed is not None and printed["clase"] == "judicial":
        return Draft(SERVANT, id_, feed, None)
    found = find_fact(db, "person", feed)
    who = json.loads(found[1].document) if found and found[1].document else printed
    if who is None:
        return Draft(SERVANT, id_, feed, None)
    return Draft(SERVANT, id_, feed, _write(_servant_members(who, printed)))


def _servant_members(who: dict[str, Any], printed: dict[str, Any] | None) -> dict[str, str]:
    members = {name: who[name] for name in ("doc_tipo", "doc_numero", "apellidos", "nombres")}
    of_payslip = printed or {}
    code = str(of_payslip.get("codigo_modular_servidor", ""))
    return members | {
        "codigo_modular": code.partition("-")[0],
        "cargo": of_payslip.get("cargo", ""),
        "codigo_ie": of_payslip.get("codigo_establecimiento", ""),
        "institucion": of_payslip.get("establecimiento", ""),
        "regimen": of_payslip.get("regimen_laboral", ""),
    }


def _person(db: Connection, feed: str) -> str:
    found = find_fact(db, "person", feed)
    return (found[1].document if found else None) or "null"


def _write(members: dict[str, Any]) -> str:
    return json.dumps(members, ensure_ascii=False, separators=(",", ":"))
