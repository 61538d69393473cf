"""What an office does with a request: take it, leave it, observe, attend, reject. One decision, one transaction.

Attending applies the request to the legajo in the transaction that changes its state; the feed brings both.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from central.contract_legajo import Decision, RequestBody
from central.legajo import moving
from central.legajo.archive import (
    RECORD,
    file_records,
    living_record,
    next_version,
    publish_paper,
    read_record,
    remove_record,
)
from central.legajo.bodies import PAPERS, canonical, digest_of, record_asked
from central.legajo.papers import MadePaper, PaperMaker, PaperOrder
from central.legajo.people import Clerk, person_of
from central.legajo.times import day_in_peru, instant
from central.office.feed import keep_cases
from central.office.sights import shown_request
from central.problems import Problem
from central.store import Store
from central.store.accounts import person_document
from central.store.facts import all_living, keep_facts
from central.store.requests import KeptRequest, add_decision, find_decision, replace_request, request_of_office
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_validation import normalised
from documents.office_matters import PLANILLAS, is_about_pay

RECEIVE = "recibir"
PATIENCE = "3600"  # seconds, when nobody can make papers


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """One decision on its way."""

    clerk: Clerk
    request: str
    uuid: str
    wanted: Decision
    now: int
    catalogue: LegajoCatalogue


def decide(store: Store, deciding: Deciding, maker: PaperMaker | None) -> str:
    """The answer as JSON, the same for the same decision for ever. Raises Problem."""
    with store.reading() as db:
        answer = _answered(db, deciding)
        order = None if answer else _ordered(db, deciding)
    if answer:
        return answer
    made = _make(order, maker) if order else None
    with store.writing() as db:
        answer = _answered(db, deciding)  # two copies of one decision: the second finds the first
        if answer is None:
            answer = canonical(
                {"request": shown_request(deciding.clerk, moving.members_of(_decide(db, deciding, made)))}
            )
            add_decision(
                db,
                deciding.uuid,
                request=deciding.request,
                by=deciding.clerk.feed,
                digest=_digest(deciding),
                answer=answer,
            )
    return answer


def _digest(deciding: Deciding) -> str:
    return digest_of(canonical(deciding.wanted.model_dump(mode="json", exclude_none=True)))


def _answered(db: Connection, deciding: Deciding) -> str | None:
    found = find_decision(db, deciding.uuid)
    if found is None:
        return None
    if found[:3] != (deciding.request, deciding.clerk.feed, _digest(deciding)):
        raise Problem("other-body")
    return found[3]


def _make(order: PaperOrder, maker: PaperMaker | None) -> MadePaper:
    if maker is None:
        raise Problem("busy", headers={"Retry-After": PATIENCE})
    return maker(order)


def _ordered(db: Connection, deciding: Deciding) -> PaperOrder | None:
    """What to draw, when this decision grants a paper."""
    kept = _judged(db, deciding)
    body = RequestBody.model_validate_json(kept.body)
    if deciding.wanted.action != "atender" or body.action not in PAPERS:
        return None
    return PaperOrder(
        id=kept.uuid,
        kind=body.action,
        number="-".join(reversed(kept.code.split("-")[1:])),  # SOL-2026-000123 -> 000123-2026
        request=kept.uuid,
        note=body.note,
        person=person_of(person_document(db, kept.feed)),
        records=tuple(map(read_record, all_living(db, kept.feed, RECORD))),
        catalogue=deciding.catalogue,
        office=deciding.clerk.office,
        who=deciding.clerk.name,
        now=deciding.now,
    )


def _judged(db: Connection, deciding: Deciding) -> KeptRequest:
    """The request, when this clerk may decide on it as they saw it."""
    kept = request_of_office(db, deciding.clerk.office.codigo, deciding.request, but=deciding.clerk.feed)
    if kept is None:
        raise Problem("not-found")
    now_is = {"request": shown_request(deciding.clerk, moving.members_of(kept))}
    if not kept.is_open:
        raise Problem("already-decided", members=now_is)
    if deciding.wanted.action == RECEIVE:
        _judge_reception(db, deciding, kept, now_is)
    elif not _was_seen(db, deciding, kept) or kept.taker not in {"", deciding.clerk.feed}:
        raise Problem("changed-meanwhile", members=now_is)
    if deciding.wanted.action in {"observar", "rechazar"} and not deciding.wanted.reason.strip():
        raise Problem("reason-missing")
    return kept


def _judge_reception(db: Connection, deciding: Deciding, kept: KeptRequest, now_is: dict[str, Any]) -> None:
    """That somebody else has it on their desk is no obstacle; that somebody else registered it meanwhile is one."""
    wanted, body = deciding.wanted.reception, json.loads(kept.body)
    if wanted is None or (wanted.desk == PLANILLAS and not is_about_pay(body["section"], body["kind"])):
        raise Problem("invalid-request")
    if kept.receiver not in {None, deciding.clerk.feed} and not _was_seen(db, deciding, kept):
        raise Problem("changed-meanwhile", members=now_is)


def _was_seen(db: Connection, deciding: Deciding, kept: KeptRequest) -> bool:
    """Whether it is as the clerk saw it: at `seen`, or as their own decision before this one left it."""
    if instant(kept.changed_at) == deciding.wanted.seen:
        return True
    before = find_decision(db, deciding.wanted.after) if deciding.wanted.after else None
    if before is None or before[:2] != (kept.uuid, deciding.clerk.feed):
        return False
    return bool(json.loads(before[3])["request"]["changed_at"] == instant(kept.changed_at))


def _decide(db: Connection, deciding: Deciding, made: MadePaper | None) -> KeptRequest:
    kept = _judged(db, deciding)
    if deciding.wanted.action == "atender":
        _apply(db, deciding, kept, made)
    after = _STEPS[deciding.wanted.action](kept, deciding)
    replace_request(db, after)
    keep_facts(db, kept.feed, [moving.fact_of(after)])
    keep_cases(db, kept.feed, [after])
    return after


def _apply(db: Connection, deciding: Deciding, kept: KeptRequest, made: MadePaper | None) -> None:
    """The request's effect on the legajo. Problem `record-changed` when it can have none any more."""
    body = RequestBody.model_validate_json(kept.body)
    if made is not None:
        publish_paper(db, kept.feed, made.paper, made.pdf)
        return
    living = living_record(db, kept.feed, body.record)
    if living.version_or_none != (body.base_version or None):
        raise Problem("record-changed")
    if body.action == "retirar":
        remove_record(db, kept.feed, body.record)
        return
    today = day_in_peru(deciding.now)
    before: Mapping[str, Any] | None = living.document
    asked = next_version(record_asked(body), read_record(before) if before else None, today)
    file_records(db, kept.feed, (normalised(asked, deciding.catalogue, today),), {})


def _observe(kept: KeptRequest, deciding: Deciding) -> KeptRequest:
    return moving.observed(kept, deciding.now, who=deciding.clerk.name, reason=deciding.wanted.reason.strip())


def _reject(kept: KeptRequest, deciding: Deciding) -> KeptRequest:
    return moving.rejected(kept, deciding.now, who=deciding.clerk.name, reason=deciding.wanted.reason.strip())


def _attend(kept: KeptRequest, deciding: Deciding) -> KeptRequest:
    return moving.attended(kept, deciding.now, who=deciding.clerk.name, note=deciding.wanted.reason.strip())


def _take(kept: KeptRequest, deciding: Deciding) -> KeptRequest:
    return moving.taken(kept, deciding.now, who=deciding.clerk.name, taker=deciding.clerk.feed)


def _leave(kept: KeptRequest, deciding: Deciding) -> KeptRequest:
    return moving.taken(kept, deciding.now, who="", taker="")


def _receive(kept: KeptRequest, deciding: Deciding) -> KeptRequest:
    if deciding.wanted.reception is None:
        raise Problem("invalid-request")
    return moving.received(kept, deciding.now, clerk=deciding.clerk, wanted=deciding.wanted.reception)


_STEPS: Mapping[str, Callable[[KeptRequest, Deciding], KeptRequest]] = {
    "tomar": _take,
    "soltar": _leave,
    "observar": _observe,
    "atender": _attend,
    "rechazar": _reject,
    RECEIVE: _receive,
}
