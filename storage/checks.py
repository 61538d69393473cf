"""Batches of checked documents, kept encrypted so that one goes on after a pause, a power cut or a night.

db = vault.checks(); each writing function is one transaction. A verdict is stored whole, beside what lists need of it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

import zstandard

from documents.seal import wire
from documents.seal.verdict import Colour, ReasonCode, Verdict, VerdictCode
from storage.check_records import Batch, BatchRow, OfficeWord
from storage.connection import Connection, Row, transaction

_LONGEST: Final = 32 * 2**20  # bytes of a verdict's JSON
_BATCH: Final = """
SELECT number, name, begun_at, ended_at, files,
  (SELECT count(*) FROM batch_file WHERE batch = number AND code <> '') AS checked
FROM batch
"""
_ROW: Final = (
    "SELECT position, path, sha256, code, colour, test, office, doc_numero, person, issuer, reasons FROM batch_file"
)


def begin_batch(db: Connection, name: str, paths: Sequence[str], at: datetime) -> Batch:
    """A new batch of these files, none of which is checked yet."""
    with transaction(db):
        db.run(
            "INSERT INTO batch (name, begun_at, files) VALUES (:name, :at, :files)",
            name=name, at=at.isoformat(), files=len(paths),
        )  # fmt: skip
        number = db.number("SELECT last_insert_rowid()")
        db.run_many(
            "INSERT INTO batch_file (batch, position, path) VALUES (?, ?, ?)",
            [(number, position, path) for position, path in enumerate(paths)],
        )
    return batch(db, number)


def batches(db: Connection) -> tuple[Batch, ...]:
    """All batches, the newest first."""
    return tuple(map(_batch, db.rows(_BATCH + " ORDER BY number DESC")))


def batch(db: Connection, number: int) -> Batch:
    """One batch. KeyError when unknown."""
    row = db.row(_BATCH + " WHERE number = :number", number=number)
    if row is None:
        raise KeyError(number)
    return _batch(row)


def batch_rows(db: Connection, number: int) -> tuple[BatchRow, ...]:
    """All files of a batch, in their order."""
    return tuple(map(_row, db.rows(_ROW + " WHERE batch = :number ORDER BY position", number=number)))


def unchecked(db: Connection, number: int) -> tuple[tuple[int, str], ...]:
    """Position and path of the files that have no verdict yet."""
    rows = db.rows(
        "SELECT position, path FROM batch_file WHERE batch = :number AND code = '' ORDER BY position", number=number
    )
    return tuple((row["position"], row["path"]) for row in rows)


def undecided(db: Connection, number: int) -> tuple[tuple[int, str], ...]:
    """Position and path of what a newer trust list, or another copy of the file, may decide: amber and grey."""
    rows = db.rows(
        "SELECT position, path FROM batch_file WHERE batch = :number AND colour IN ('amber', 'grey') ORDER BY position",
        number=number,
    )
    return tuple((row["position"], row["path"]) for row in rows)


def store_verdicts(db: Connection, number: int, found: Iterable[tuple[BatchRow, Verdict]], at: datetime) -> None:
    """Keep what came; one that was there is replaced. The batch has ended when all files are checked."""
    packer = zstandard.ZstdCompressor(level=3)
    with transaction(db):
        db.run_many(
            "UPDATE batch_file SET sha256 = :sha256, code = :code, colour = :colour, test = :test, office = :office,"
            " doc_numero = :doc_numero, person = :person, issuer = :issuer, reasons = :reasons, verdict = :verdict"
            " WHERE batch = :batch AND position = :position",
            [
                {
                    "batch": number, "position": row.position, "sha256": row.sha256, "code": verdict.code.value,
                    "colour": verdict.colour.value, "test": row.test, "office": row.office.value,
                    "doc_numero": row.doc_numero, "person": row.person, "issuer": row.issuer,
                    "reasons": " ".join(row.reasons), "verdict": packer.compress(wire.written(verdict)),
                }
                for row, verdict in found
            ],
        )  # fmt: skip
        db.run(
            "UPDATE batch SET ended_at = :at WHERE number = :number"
            " AND NOT EXISTS (SELECT 1 FROM batch_file WHERE batch = :number AND code = '')",
            number=number, at=at.isoformat(),
        )  # fmt: skip


def verdict_of(db: Connection, number: int, position: int) -> Verdict | None:
    """The verdict on one file, whole; None when it is not checked yet. KeyError when there is no such file."""
    row = db.row(
        "SELECT verdict FROM batch_file WHERE batch = :number AND position = :position",
        number=number, position=position,
    )  # fmt: skip
    if row is None:
        raise KeyError(position)
    return None if row["verdict"] is None else _verdict(row["verdict"])


def forget_batch(db: Connection, number: int) -> None:
    """Take a batch away with all its verdicts; the files that were checked are not touched."""
    with transaction(db):
        db.run("DELETE FROM batch WHERE number = :number", number=number)


def _verdict(packed: bytes) -> Verdict:
    text = zstandard.ZstdDecompressor().decompress(packed, max_output_size=_LONGEST)
    return wire.read_as(Verdict, text)


def _batch(row: Row) -> Batch:
    ended = row["ended_at"]
    return Batch(
        row["number"], row["name"], datetime.fromisoformat(row["begun_at"]),
        None if ended is None else datetime.fromisoformat(ended), row["files"], row["checked"],
    )  # fmt: skip


def _row(row: Row) -> BatchRow:
    if not row["code"]:
        return BatchRow(row["position"], row["path"])
    return BatchRow(
        row["position"], row["path"], row["sha256"], VerdictCode(row["code"]), Colour(row["colour"]),
        bool(row["test"]), OfficeWord(row["office"]), row["doc_numero"], row["person"], row["issuer"],
        tuple(ReasonCode(code) for code in row["reasons"].split()),
    )  # fmt: skip
