"""The office's pen for legajos: records and papers, with their files. Requests change a legajo through it too."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from central.office.feed import keep_cases_about
from central.records import Paper
from central.store import Store
from central.store.blobs import Drawing, keep_blobs, release_blobs, share_blob
from central.store.facts import Draft, all_living, find_fact, keep_facts
from central.store.opening import open_feed
from documents.legajo import LegajoRecord, SupportingDocument
from documents.legajo_catalogue import NUMERALS

RECORD, PAPER = "legajo_record", "paper"
REPLACED = "hoja_de_vida"  # the kind of paper of which the newest alone tells how the legajo is
_NO_FILES: Mapping[str, bytes] = {}


class ArchiveError(Exception):
    """What was asked for does not fit what is filed. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Living:
    """A record as it is filed now. `document` None: there is none such, or none of this person's."""

    document: dict[str, Any] | None
    taken: bool  # its id means something already, whoever's

    @property
    def version_or_none(self) -> int | None:
        """None when the id is free; 0 when it was taken away or is not this person's."""
        if self.document is None:
            return 0 if self.taken else None
        return int(self.document["version"])


class Archive:
    """Writes what the office files. Every call is whole or not at all."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def file_records(
        self, doc_numero: str, records: Iterable[LegajoRecord], files: Mapping[str, bytes] = _NO_FILES
    ) -> None:
        """New or changed records, and the files (by SHA-256) that their documents name."""
        with self._store.writing() as db:
            open_feed(db, doc_numero)
            file_records(db, doc_numero, tuple(records), files)

    def remove_record(self, doc_numero: str, record: str) -> None:
        """Take a record back. ArchiveError when the person has none such."""
        with self._store.writing() as db:
            remove_record(db, doc_numero, record)

    def publish_paper(self, doc_numero: str, paper: Paper, pdf: bytes) -> None:
        """A sealed paper for a person; the same id again replaces it."""
        with self._store.writing() as db:
            open_feed(db, doc_numero)
            publish_paper(db, doc_numero, paper, pdf)


def living_record(db: Connection, feed: str, record: str) -> Living:
    """What is filed under an id, for one person."""
    found = find_fact(db, RECORD, record)
    if found is None:
        return Living(None, taken=False)
    mine = found[0] == feed and found[1].document is not None
    return Living(json.loads(found[1].document or "null") if mine else None, taken=True)


def file_records(db: Connection, feed: str, records: tuple[LegajoRecord, ...], files: Mapping[str, bytes]) -> None:
    """In one transaction of the caller's. ArchiveError when an id is another person's."""
    for record in records:
        found = find_fact(db, RECORD, record.id)
        if found is not None and found[0] != feed:
            raise ArchiveError(f"the record {record.id} is another person's")
    keep_facts(db, feed, [Draft(RECORD, record.id, _record_rank(record), write_record(record)) for record in records])
    for record in records:
        for document in record.documents:
            if document.sha256 in files:
                keep_blobs(db, [Drawing(document.sha256, files[document.sha256], feed, record.id)])
            elif document.sha256:
                share_blob(db, feed, document.sha256, record.id)
    keep_cases_about(db, feed, [record.id for record in records])


def remove_record(db: Connection, feed: str, record: str) -> None:
    """A tombstone; its files are read through it no more."""
    found = find_fact(db, RECORD, record)
    if found is None or found[0] != feed:
        raise ArchiveError(f"the person has no record {record}")
    release_blobs(db, record)
    if found[1].document is not None:
        keep_facts(db, feed, [Draft(RECORD, record, found[1].rank, None)])
        keep_cases_about(db, feed, [record])


def publish_paper(db: Connection, feed: str, paper: Paper, pdf: bytes) -> None:
    """In one transaction of the caller's. A hoja de vida takes the place of those before it; an informe says itself
    until when it is good, and a constancia is of its span."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    members = {**_plain(asdict(paper)), "pdf": {"sha256": sha256, "size": len(pdf)}}
    keep_facts(db, feed, [Draft(PAPER, paper.id, f"{paper.emitido} {paper.id}", _write(members))])
    keep_blobs(db, [Drawing(sha256, pdf, feed, paper.id)])
    if paper.kind == REPLACED:
        _mark_older(db, feed, paper)


def _mark_older(db: Connection, feed: str, paper: Paper) -> None:
    """Their files stay readable: they may be in an expediente."""
    of_kind = (kept for kept in all_living(db, feed, PAPER) if kept["kind"] == paper.kind and kept["id"] != paper.id)
    older = [kept for kept in of_kind if kept["emitido"] <= str(paper.emitido) and not kept.get("replaced_by")]
    keep_facts(db, feed, [
        Draft(PAPER, kept["id"], f"{kept['emitido']} {kept['id']}", _write(kept | {"replaced_by": paper.id}))
        for kept in older
    ])  # fmt: skip


def write_record(record: LegajoRecord) -> str:
    """The legajo_record of docs/protocol.md."""
    members = {name: getattr(record, name) for name in ("id", "section", "kind", "version", "registered", "updated")}
    documents = [_plain(asdict(document)) for document in record.documents]
    return _write({**_plain(members), "fields": dict(record.fields), "documents": documents})


def read_record(document: Mapping[str, Any]) -> LegajoRecord:
    """What `write_record` wrote."""
    days = {name: date.fromisoformat(document[name]) if document[name] else None for name in ("registered", "updated")}
    documents = []
    for kept in document["documents"]:
        issued = date.fromisoformat(kept["fecha_emision"]) if kept["fecha_emision"] else None
        documents.append(SupportingDocument(**{**kept, "fecha_emision": issued}))
    return LegajoRecord(**{**document, **days, "documents": tuple(documents)})


def next_version(record: LegajoRecord, before: LegajoRecord | None, today: date) -> LegajoRecord:
    """The record as it is filed after a change."""
    registered = before.registered if before else today
    return replace(record, version=before.version + 1 if before else 1, registered=registered, updated=today)


def _record_rank(record: LegajoRecord) -> str:
    """Sections in their order: the greatest rank comes first."""
    return f"{len(NUMERALS) - NUMERALS.index(record.section):02d} {record.id}"


def _plain(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in members.items()}


def _write(members: dict[str, Any]) -> str:
    return json.dumps(members, ensure_ascii=False, separators=(",", ":"))
