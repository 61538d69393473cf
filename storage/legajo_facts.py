"""Laying the facts of the legajo into the cache: records, requests as the office knows them, papers. See storage.facts.

Part of the transaction of a page. What a person searches is made here once for each record.
"""

from typing import assert_never

from documents.legajo import LegajoRecord
from documents.legajo_catalogue import LegajoCatalogue
from storage.catalogues import legajo_catalogue
from storage.connection import Connection
from storage.legajo_search import searched_record
from storage.pdfs import drop_if_unused, drop_unused, reference_pdf
from storage.records import PdfReference
from storage.request_records import OfficeRequest, Paper
from storage.request_rows import from_json, office_columns, paper_columns, to_json

_PUT_RECORD = (
    "INSERT OR REPLACE INTO legajo_record (id, epoch, section, version, body, searched)"
    " VALUES (:id, :epoch, :section, :version, :body, :searched)"
)
_PUT_REQUEST = (
    "INSERT OR REPLACE INTO office_request (uuid, epoch, code, state, record, filed_at, body)"
    " VALUES (:uuid, :epoch, :code, :state, :record, :filed_at, :body)"
)
_PUT_PAPER = (
    "INSERT OR REPLACE INTO paper (id, epoch, kind, titulo, numero, emitido, vigente_hasta, request,"
    " replaced_by, pdf) VALUES (:id, :epoch, :kind, :titulo, :numero, :emitido, :vigente_hasta, :request,"
    " :replaced_by, :pdf)"
)
_OWN_STATE = "SELECT state FROM update_request WHERE uuid = :uuid"
_NOT_NAMED = (
    "DELETE FROM wanted_file WHERE (SELECT sha256 FROM pdf WHERE number = wanted_file.pdf)"
    " NOT IN (SELECT sha256 FROM document_file)"
    " AND NOT EXISTS (SELECT 1 FROM payslip WHERE payslip.pdf = wanted_file.pdf)"
    " AND NOT EXISTS (SELECT 1 FROM paper WHERE paper.pdf = wanted_file.pdf)"
)


def put_legajo_fact(db: Connection, fact: LegajoRecord | OfficeRequest | Paper, epoch: int) -> None:
    """Store one fact under the number of an epoch."""
    match fact:
        case LegajoRecord():
            _put_record(db, fact, epoch)
        case OfficeRequest():
            _put_request(db, fact, epoch)
        case Paper():
            _put_paper(db, fact, epoch)
        case _:
            assert_never(fact)


def remove_record(db: Connection, fact_id: str) -> None:
    """The office struck a record out."""
    db.run("DELETE FROM legajo_record WHERE id = :id", id=fact_id)


def remove_request(db: Connection, fact_id: str) -> None:
    """The office knows no such request any more; ours, if there is one, stays."""
    db.run("DELETE FROM office_request WHERE uuid = :id", id=fact_id)


def remove_paper(db: Connection, fact_id: str) -> None:
    """The office withdrew a paper; its PDF goes unless something else names it."""
    before = db.row("DELETE FROM paper WHERE id = :id RETURNING pdf", id=fact_id)
    if before is not None:
        drop_if_unused(db, before["pdf"])


def sweep_legajo(db: Connection, epoch: int) -> None:
    """Remove what the walk of this epoch did not bring."""
    db.run("DELETE FROM legajo_record WHERE epoch <> :epoch", epoch=epoch)
    db.run("DELETE FROM office_request WHERE epoch <> :epoch", epoch=epoch)
    db.run("DELETE FROM paper WHERE epoch <> :epoch", epoch=epoch)


def release_files(db: Connection) -> None:
    """Forget files that were asked for and that no fact names any more. Once a page, after its facts."""
    if db.number("SELECT EXISTS (SELECT 1 FROM wanted_file)") and db.run(_NOT_NAMED):
        drop_unused(db)


def index_anew(db: Connection, catalogue: LegajoCatalogue) -> None:
    """Make the search text of every record again: the labels of choices are the catalogue's."""
    for row in db.rows("SELECT id, body FROM legajo_record"):
        searched = searched_record(from_json(row["body"], LegajoRecord), catalogue)
        db.run("UPDATE legajo_record SET searched = :searched WHERE id = :id", id=row["id"], searched=searched)


def _put_record(db: Connection, record: LegajoRecord, epoch: int) -> None:
    db.run(
        _PUT_RECORD, id=record.id, epoch=epoch, section=record.section, version=record.version, body=to_json(record),
        searched=searched_record(record, legajo_catalogue(db)),
    )  # fmt: skip


def _put_request(db: Connection, fact: OfficeRequest, epoch: int) -> None:
    """The state it has when it first comes is no news, unless ours was another."""
    own = None if db.missing is not None else db.text(_OWN_STATE, uuid=fact.uuid)
    db.run(_PUT_REQUEST, epoch=epoch, **office_columns(fact))
    db.run(
        "INSERT OR IGNORE INTO state_seen (request, state) VALUES (:uuid, :state)",
        uuid=fact.uuid,
        state=own or fact.state,
    )


def _put_paper(db: Connection, paper: Paper, epoch: int) -> None:
    before = db.row("SELECT pdf FROM paper WHERE id = :id", id=paper.id)
    pdf = reference_pdf(db, PdfReference(paper.sha256, paper.size))
    db.run(_PUT_PAPER, epoch=epoch, pdf=pdf, **paper_columns(paper))
    if before is not None:
        drop_if_unused(db, before["pdf"])
