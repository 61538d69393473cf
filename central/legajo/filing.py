"""What a person does with requests: file, cancel, say the expediente. Each is one transaction, whole or not at all."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from central.contract_legajo import Expediente, RequestBody
from central.legajo import moving
from central.legajo.archive import living_record
from central.legajo.bodies import attachments_of, canonical, digest_of, subject_of
from central.legajo.judging import judge_content, judge_shape
from central.legajo.searching import searched_words
from central.legajo.times import day_in_peru
from central.office.feed import keep_cases
from central.problems import Problem
from central.store.accounts import person_document
from central.store.blobs import blob_size, share_blob
from central.store.facts import keep_facts
from central.store.requests import KeptRequest, add_request, find_request, next_number, open_about, replace_request
from documents.legajo_catalogue import LegajoCatalogue


@dataclass(frozen=True, slots=True)
class Filing:
    """Who files, when, and by which catalogue it is judged."""

    feed: str
    now: int
    catalogue: LegajoCatalogue


def file_request(db: Connection, filing: Filing, uuid: str, body: RequestBody) -> tuple[KeptRequest, bool]:
    """The request, and whether it is new. Raises Problem. The same uuid and body again change nothing, ever."""
    text = canonical(body.model_dump(mode="json"))
    known = find_request(db, uuid)
    if known is not None:
        if (known.feed, known.digest) != (filing.feed, digest_of(text)):
            raise Problem("other-body")
        return known, False
    judge_shape(body)
    judge_content(body, filing.catalogue, day_in_peru(filing.now))
    replaced = _replaced(db, filing, body.replaces)
    _judge_record(db, filing, body)
    others = set(open_about(db, filing.feed, subject_of(body))) - {body.replaces}
    if others:
        raise Problem("request-open")
    _require_attachments(db, filing.feed, body)
    kept = _keep(db, filing, uuid, body, text)
    gone = [_end_replaced(db, replaced, kept)] if replaced is not None and replaced.is_open else []
    keep_facts(db, filing.feed, [moving.fact_of(each) for each in (*gone, kept)])
    keep_cases(db, filing.feed, (*gone, kept))
    return kept, True


def cancel_request(db: Connection, feed: str, uuid: str, now: int) -> KeptRequest:
    """Once or often. Raises Problem."""
    kept = own_request(db, feed, uuid)
    if kept.state == "anulado":
        return kept
    return _replace(db, _undecided(kept), moving.cancelled(kept, now))


def set_expediente(db: Connection, feed: str, uuid: str, expediente: Expediente, now: int) -> KeptRequest:
    """The last one wins, until the mesa de partes registers its own. Raises Problem."""
    kept = own_request(db, feed, uuid)
    given = expediente.model_dump(mode="json")
    if kept.expediente == canonical(given) or kept.reception is not None:
        return kept
    return _replace(db, _undecided(kept), moving.with_expediente(kept, now, given))


def own_request(db: Connection, feed: str, uuid: str) -> KeptRequest:
    """Problem `not-found` when it is nobody's or another's."""
    kept = find_request(db, uuid)
    if kept is None or kept.feed != feed:
        raise Problem("not-found")
    return kept


def _undecided(kept: KeptRequest) -> KeptRequest:
    if not kept.is_open:
        raise Problem("already-decided", members={"request": moving.members_of(kept)})
    return kept


def _replace(db: Connection, before: KeptRequest, after: KeptRequest) -> KeptRequest:
    replace_request(db, after)
    keep_facts(db, before.feed, [moving.fact_of(after)])
    keep_cases(db, before.feed, (after,))
    return after


def _replaced(db: Connection, filing: Filing, uuid: str) -> KeptRequest | None:
    """The observed or rejected request that this one mends. One that is not known (any more) ends nothing: this store
    may have been put back from a copy that is older than it."""
    kept = find_request(db, uuid) if uuid else None
    if kept is None:
        return None
    if kept.feed != filing.feed:
        raise Problem("invalid-request")
    if kept.state not in {"observado", "rechazado"}:
        raise Problem("already-decided", members={"request": moving.members_of(kept)})
    return kept


def _judge_record(db: Connection, filing: Filing, body: RequestBody) -> None:
    """A new record must be unknown to everybody; any other must be the person's, living, in the version they saw."""
    if not body.record:
        return
    version = living_record(db, filing.feed, body.record).version_or_none
    if version != (body.base_version or None):
        raise Problem("record-changed")


def _require_attachments(db: Connection, feed: str, body: RequestBody) -> None:
    missing = [name for name, size in attachments_of(body).items() if blob_size(db, feed, name) != size]
    if missing:
        raise Problem("missing-attachments", members={"missing": missing})


def _keep(db: Connection, filing: Filing, uuid: str, body: RequestBody, text: str) -> KeptRequest:
    year = day_in_peru(filing.now).year
    code = f"SOL-{year}-{next_number(db, year):06d}"
    expediente: dict[str, Any] | None = body.expediente.model_dump(mode="json") if body.expediente else None
    words = searched_words(person_document(db, filing.feed), code, body)
    kept = moving.filed(
        KeptRequest(
            uuid=uuid, feed=filing.feed, code=code, digest=digest_of(text), body=text, subject=subject_of(body),
            state="", expediente=canonical(expediente) if expediente else None, filed_at=filing.now,
            changed_at=filing.now - 1, history="[]", turn="", words=words,
        )
    )  # fmt: skip
    add_request(db, kept)
    for sha256 in attachments_of(body):
        share_blob(db, filing.feed, sha256, uuid)
    return kept


def _end_replaced(db: Connection, replaced: KeptRequest, by: KeptRequest) -> KeptRequest:
    ended = moving.cancelled(replaced, by.filed_at, note=f"Reemplazada por {by.code}")
    replace_request(db, ended)
    return ended
