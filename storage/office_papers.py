"""Documents of the office's people that were fetched for packets: kept so that a job goes on without a connection.

`db` = vault.office(); each writing function is one transaction. Bytes are kept once they are whole and verified.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from storage.connection import Connection, transaction
from storage.errors import BugError
from storage.rows import to_instant


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPaper:
    """One document of one person, as the office's service told of it. `part`: value of documents.batch.recipe.Part."""

    doc_numero: str
    part: str
    title: str
    periodo: str  # "2026-03", "" for papers
    clase: str
    secuencia: int
    numero: str
    sha256: str
    size: int


def note_papers(db: Connection, doc_numero: str, question: str, papers: Iterable[KeptPaper], at: datetime) -> None:
    """What the service answered about one person; `question` names exactly what was asked."""
    with transaction(db):
        db.run("DELETE FROM paper_answer WHERE doc_numero = :doc AND question = :question", doc=doc_numero,
               question=question)  # fmt: skip
        db.run("INSERT INTO paper_answer (doc_numero, question, at) VALUES (:doc, :question, :at)",
               doc=doc_numero, question=question, at=to_instant(at))  # fmt: skip
        number = db.number("SELECT last_insert_rowid()")
        db.run_many(
            "INSERT OR REPLACE INTO office_paper (answer, part, title, periodo, clase, secuencia, numero, sha256, size)"
            " VALUES (:answer, :part, :title, :periodo, :clase, :secuencia, :numero, :sha256, :size)",
            [
                {"answer": number, "part": one.part, "title": one.title, "periodo": one.periodo, "clase": one.clase,
                 "secuencia": one.secuencia, "numero": one.numero, "sha256": one.sha256, "size": one.size}
                for one in papers
            ],
        )  # fmt: skip


def known_papers(db: Connection, doc_numero: str, question: str) -> tuple[datetime, tuple[KeptPaper, ...]] | None:
    """What the service answered to exactly this, and when; None when it was never asked."""
    row = db.row("SELECT number, at FROM paper_answer WHERE doc_numero = :doc AND question = :question",
                 doc=doc_numero, question=question)  # fmt: skip
    if row is None:
        return None
    rows = db.rows("SELECT * FROM office_paper WHERE answer = :answer ORDER BY rowid", answer=row["number"])
    papers = tuple(
        KeptPaper(
            doc_numero=doc_numero, part=one["part"], title=one["title"], periodo=one["periodo"], clase=one["clase"],
            secuencia=one["secuencia"], numero=one["numero"], sha256=one["sha256"], size=one["size"],
        )
        for one in rows
    )  # fmt: skip
    return datetime.fromisoformat(row["at"]), papers


def keep_paper_file(db: Connection, sha256: str, content: bytes) -> None:
    """The bytes of a document. BugError unless they are what they are called."""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise BugError("bytes under another document's name")
    with transaction(db):
        db.run("INSERT OR IGNORE INTO office_pdf (sha256, content) VALUES (:sha256, :content)",
               sha256=sha256, content=content)  # fmt: skip


def paper_file(db: Connection, sha256: str) -> bytes | None:
    """The bytes, if they were fetched."""
    row = db.row("SELECT content FROM office_pdf WHERE sha256 = :sha256", sha256=sha256)
    return None if row is None else bytes(row["content"])


def drop_papers(db: Connection, before: datetime) -> int:
    """Forget what was asked before a moment, with the files that nothing else names; how many files."""
    with transaction(db):
        db.run("DELETE FROM paper_answer WHERE at < :before", before=to_instant(before))
        return db.run("DELETE FROM office_pdf WHERE sha256 NOT IN (SELECT sha256 FROM office_paper)")
