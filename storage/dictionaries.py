"""Which PDFs that are held make others small on the line: the payslip of another month is nearly the same document."""

from dataclasses import dataclass

from storage.connection import Connection
from storage.pdfs import pdf_bytes

LARGEST = 1024 * 1024  # bytes; a dictionary is read whole into memory

_OF_THE_POST = """
SELECT pdf.sha256 FROM payslip AS wanted
  JOIN payslip AS near ON near.codigo_modular_servidor = wanted.codigo_modular_servidor AND near.held = 1
  JOIN pdf ON pdf.number = near.pdf
WHERE wanted.pdf = (SELECT number FROM pdf WHERE sha256 = :sha256) AND pdf.size <= :largest
ORDER BY near.periodo DESC, near.secuencia DESC LIMIT 1
"""
_NEWEST = """
SELECT pdf.sha256 FROM payslip JOIN pdf ON pdf.number = payslip.pdf
WHERE payslip.held = 1 AND pdf.size <= :largest ORDER BY payslip.periodo DESC, payslip.secuencia DESC LIMIT 1
"""
_NEWEST_OF_POSTS = """
SELECT codigo_modular_servidor AS post, pdf.sha256 FROM payslip JOIN pdf ON pdf.number = payslip.pdf
WHERE payslip.held = 1 AND pdf.size <= :largest ORDER BY payslip.periodo DESC, payslip.secuencia DESC LIMIT 24
"""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A PDF that is held, whole and verified."""

    sha256: str
    content: bytes


def dictionary_for(db: Connection, sha256: str) -> Dictionary | None:
    """The newest held payslip of the post that this PDF belongs to, else the newest held one; None: nothing is held."""
    found = db.text(_OF_THE_POST, sha256=sha256, largest=LARGEST) or db.text(_NEWEST, largest=LARGEST)
    return None if found is None else dictionary(db, found)


def dictionary(db: Connection, sha256: str) -> Dictionary | None:
    """This PDF, if it is held."""
    content = pdf_bytes(db, sha256)
    return None if content is None else Dictionary(sha256, content)


def dictionaries_held(db: Connection, most: int) -> tuple[str, ...]:
    """SHA-256 of the newest held payslip of each of the newest posts, at most so many."""
    newest: dict[str, str] = {}
    for row in db.rows(_NEWEST_OF_POSTS, largest=LARGEST):
        newest.setdefault(row["post"], row["sha256"])
    return tuple(newest.values())[:most]
