"""PDFs inside the encrypted cache: parts while they arrive, one verified BLOB afterwards; nothing plain on the disk.

A part is stored in its own transaction, so that a byte received is never asked for again after a cut or a crash.
"""

import hashlib

from storage.connection import Connection, transaction
from storage.errors import BugError
from storage.records import PdfReference, WantedPdf

NEWEST_FIRST = 3  # payslips that come before papers

_OF_PAYSLIPS = (
    "SELECT pdf.sha256, pdf.size, pdf.received FROM payslip INDEXED BY payslip_wanting"
    " JOIN pdf ON pdf.number = payslip.pdf WHERE payslip.pdf IS NOT NULL AND payslip.held = 0"
    " ORDER BY payslip.periodo DESC, payslip.secuencia DESC"
)
_OF_PAPERS = (
    "SELECT pdf.sha256, pdf.size, pdf.received FROM paper JOIN pdf ON pdf.number = paper.pdf WHERE pdf.held = 0"
    " AND paper.replaced_by = ''"
    " ORDER BY paper.emitido DESC, paper.id"
)
_ASKED_FOR = (
    "SELECT pdf.sha256, pdf.size, pdf.received FROM wanted_file JOIN pdf ON pdf.number = wanted_file.pdf"
    " WHERE pdf.held = 0 ORDER BY pdf.number"
)
_UNUSED = (
    "DELETE FROM pdf WHERE NOT EXISTS (SELECT 1 FROM payslip WHERE payslip.pdf = pdf.number)"
    " AND NOT EXISTS (SELECT 1 FROM paper WHERE paper.pdf = pdf.number)"
    " AND NOT EXISTS (SELECT 1 FROM wanted_file WHERE wanted_file.pdf = pdf.number)"
)


def wanted_pdfs(db: Connection) -> tuple[WantedPdf, ...]:
    """What is to be fetched, each file once: documents that the person asked to see, the newest three payslips, papers,
    the other payslips, newest first. Documents that nobody asked for do not come by themselves.
    """
    payslips = _wanted(db, _OF_PAYSLIPS)
    papers = _wanted(db, _OF_PAPERS)
    newest, older = payslips[:NEWEST_FIRST], payslips[NEWEST_FIRST:]
    return tuple(dict.fromkeys((*_wanted(db, _ASKED_FOR), *newest, *papers, *older)))


def asked_pdfs(db: Connection) -> tuple[WantedPdf, ...]:
    """What the person asked to see and is not here: all that comes while they save."""
    return _wanted(db, _ASKED_FOR)


def _wanted(db: Connection, statement: str) -> tuple[WantedPdf, ...]:
    rows = db.rows(statement)
    return tuple(dict.fromkeys(WantedPdf(row["sha256"], row["size"], row["received"]) for row in rows))


def append_pdf(db: Connection, sha256: str, offset: int, data: bytes) -> None:
    """Keep the next bytes. BugError unless `offset` is what is held and the size is not passed. Empty data: nothing."""
    with transaction(db):
        row = _known(db, sha256)
        if row.held or offset != row.received or offset + len(data) > row.size:
            raise BugError(f"{len(data)} bytes at {offset} do not follow {row.received} of {row.size}")
        if data:
            db.run(
                "INSERT INTO pdf_part (pdf, position, content) VALUES (:pdf, :position, :content)",
                pdf=row.number,
                position=offset,
                content=data,
            )
            db.run(
                "UPDATE pdf SET received = :received WHERE number = :pdf", received=offset + len(data), pdf=row.number
            )


def finish_pdf(db: Connection, sha256: str) -> bool:
    """Verify the whole by its SHA-256 and hold it. False: the bytes were wrong and are dropped, it starts again at 0.

    BugError when bytes are still missing.
    """
    with transaction(db):
        row = _known(db, sha256)
        if row.held:
            return True
        if row.received != row.size:
            raise BugError(f"only {row.received} of {row.size} bytes are here")
        parts = db.rows("SELECT content FROM pdf_part WHERE pdf = :pdf ORDER BY position", pdf=row.number)
        content = b"".join(part["content"] for part in parts)
        if hashlib.sha256(content).hexdigest() != sha256:
            _drop_parts(db, row.number)
            return False
        _hold(db, row.number, content)
        return True


def hold_pdf(db: Connection, sha256: str, content: bytes) -> bool:
    """Hold a PDF that came whole, by another way than its own call. False, and nothing changes, unless it is named by
    a fact, not held yet, and these are its bytes.
    """
    with transaction(db):
        return put_pdf(db, sha256, content)


def put_pdf(db: Connection, sha256: str, content: bytes) -> bool:
    """The same, as a part of a transaction that is open."""
    named = db.row("SELECT number, size, held FROM pdf WHERE sha256 = :sha256", sha256=sha256)
    if named is None or named["held"] or named["size"] != len(content):
        return False
    if hashlib.sha256(content).hexdigest() != sha256:
        return False
    db.run("UPDATE pdf SET received = size WHERE number = :pdf", pdf=named["number"])
    _hold(db, named["number"], content)
    return True


def _hold(db: Connection, number: int, content: bytes) -> None:
    db.run("INSERT INTO pdf_content (pdf, content) VALUES (:pdf, :content)", pdf=number, content=content)
    db.run("DELETE FROM pdf_part WHERE pdf = :pdf", pdf=number)
    db.run("UPDATE pdf SET held = 1 WHERE number = :pdf", pdf=number)
    db.run("UPDATE payslip SET held = 1 WHERE pdf = :pdf", pdf=number)


def restart_pdf(db: Connection, sha256: str) -> None:
    """Drop what has arrived of a PDF that is not held yet; it starts again at 0."""
    with transaction(db):
        row = _known(db, sha256)
        if not row.held:
            _drop_parts(db, row.number)


def pdf_bytes(db: Connection, sha256: str) -> bytes | None:
    """The PDF, whole and verified when it was stored, or None."""
    row = db.row(
        "SELECT content FROM pdf_content JOIN pdf ON pdf.number = pdf_content.pdf WHERE pdf.sha256 = :sha256",
        sha256=sha256,
    )
    return None if row is None else bytes(row["content"])


def missing_size(db: Connection, sha256: str) -> int | None:
    """Bytes of a PDF that a fact names and that is not held; None: there is none such."""
    row = db.row("SELECT size FROM pdf WHERE sha256 = :sha256 AND held = 0", sha256=sha256)
    return None if row is None else int(row["size"])


def reference_pdf(db: Connection, pdf: PdfReference) -> int:
    """The number of the PDF in this file, known from now on. Another size than before drops what has arrived."""
    known = db.row("SELECT number, size, held FROM pdf WHERE sha256 = :sha256", sha256=pdf.sha256)
    if known is None:
        return db.number(
            "INSERT INTO pdf (sha256, size) VALUES (:sha256, :size) RETURNING number", sha256=pdf.sha256, size=pdf.size
        )
    if known["size"] != pdf.size and not known["held"]:
        _drop_parts(db, known["number"])
        db.run("UPDATE pdf SET size = :size WHERE number = :pdf", size=pdf.size, pdf=known["number"])
    return int(known["number"])


def drop_if_unused(db: Connection, number: int) -> None:
    """Forget a PDF that nothing names any more."""
    db.run(_UNUSED + " AND number = :pdf", pdf=number)


def drop_unused(db: Connection) -> None:
    """Forget every PDF that nothing names any more."""
    db.run(_UNUSED)


class _Known:
    """What the file knows of one PDF."""

    __slots__ = ("held", "number", "received", "size")

    def __init__(self, number: int, size: int, received: int, held: int) -> None:
        self.number, self.size, self.received, self.held = number, size, received, bool(held)


def _known(db: Connection, sha256: str) -> _Known:
    row = db.row("SELECT number, size, received, held FROM pdf WHERE sha256 = :sha256", sha256=sha256)
    if row is None:
        raise BugError("nothing names this PDF")
    return _Known(*row)


def _drop_parts(db: Connection, number: int) -> None:
    db.run("DELETE FROM pdf_part WHERE pdf = :pdf", pdf=number)
    db.run("UPDATE pdf SET received = 0 WHERE number = :pdf", pdf=number)
