"""Takes old payroll files into the index: a stretch at a time, each one transaction with the mark of how far it is.

Killed or stopped at any point, the next import of the same file goes on behind the last stretch that was stored. A file
is known by its SHA-256. Not for reading payslips back: that is storage.lis.
"""

import hashlib
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from documents.lis.records import Entry, LisPerson, State
from documents.lis.scanning import Scanner
from documents.lis.stretches import looks_like_payroll, stretch
from storage.connection import Connection, transaction
from storage.lis import STATES, file_at, file_with, lis_file, remarks_of, states_of
from storage.lis_records import ImportFate, ImportProgress, ImportReport, LisFile
from storage.search import searched_name

STRETCH: Final = 8 * 2**20  # bytes read and stored at once
BLOCK: Final = 2**16  # bytes compressed together, about forty payslips
KEPT_REMARKS: Final = 1_000  # of a file

Report = Callable[[ImportProgress], None]
Asked = Callable[[], bool]

_STATE: Final = {state: number for number, state in enumerate(STATES)}


class Importer:
    """Takes one file after the other; what it learned of one (shapes, people, concepts) makes the next quicker.

    Belongs to the thread of its connection. StorageError when the index cannot be written; what is wrong with a file
    is in its report.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._scanner = Scanner()
        self._people: dict[LisPerson, int] | None = None

    def take(
        self,
        path: Path,
        *,
        at: datetime,
        report: Report = lambda _progress: None,
        stopped: Asked = lambda: False,
        replace: bool = False,
    ) -> ImportReport:
        """Take one file in. `replace`: it takes the place of what came from this path when the content was another."""
        db, name = self._db, path.name
        try:
            digest, size, payroll = _digest(path, stopped)
        except OSError:
            return ImportReport(name, ImportFate.UNREADABLE, None)
        if not digest:
            return ImportReport(name, ImportFate.STOPPED, None)
        if not payroll:
            return ImportReport(name, ImportFate.NOT_TEXT, None)
        known, older = file_with(db, digest), file_at(db, str(path.absolute()))
        if known is not None and known.complete:
            return _told(db, name, ImportFate.SAME, known)
        if known is None and older is not None:
            if not replace:
                return _told(db, name, ImportFate.CHANGED, older)
            forget_file(db, older.number)
            self._people = None
        number = known.number if known else _begin(db, path, digest, size, at)
        if self._people is None:
            self._people = _known_people(db)
        fate = _Import(db, lis_file(db, number), self._scanner, self._people).run(path, report, stopped)
        return _told(db, name, fate, lis_file(db, number))


def forget_file(db: Connection, number: int) -> None:
    """Take a file out of the index, with all that came from it."""
    with transaction(db):
        db.run("DELETE FROM lis_payslip WHERE file = :file", file=number)
        db.run("DELETE FROM lis_block WHERE file = :file", file=number)
        db.run("DELETE FROM lis_remark WHERE file = :file", file=number)
        db.run("DELETE FROM lis_file WHERE number = :file", file=number)
        db.run("DELETE FROM lis_person WHERE number NOT IN (SELECT person FROM lis_payslip)")


def _digest(path: Path, stopped: Asked) -> tuple[str, int, bool]:
    """SHA-256 ("" when stopped), size, and whether it begins like a payroll. Raises OSError."""
    digest, size, payroll = hashlib.sha256(), 0, False
    with path.open("rb") as source:
        while piece := source.read(2**22):
            if stopped():
                return "", 0, False
            payroll = payroll or (not size and looks_like_payroll(piece))
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), size, payroll


def _begin(db: Connection, path: Path, digest: str, size: int, at: datetime) -> int:
    with transaction(db):
        db.run(
            "INSERT INTO lis_file (name, place, sha256, size, begun_at) VALUES (:name, :place, :sha256, :size, :at)",
            name=path.name, place=str(path.absolute()), sha256=digest, size=size, at=at.isoformat(),
        )  # fmt: skip
        return db.number("SELECT last_insert_rowid()")


def _told(db: Connection, name: str, fate: ImportFate, file: LisFile) -> ImportReport:
    return ImportReport(name, fate, file, remarks_of(db, file.number), file.remarks, states_of(db, file.number))


class _Import:
    """One file under way."""

    def __init__(self, db: Connection, file: LisFile, scanner: Scanner, people: dict[LisPerson, int]) -> None:
        self._db, self._file, self._scanner, self._people = db, file, scanner, people
        self._newest = max(self._people.values(), default=0)
        self._kinds = {str(row[0]): int(row[1]) for row in db.rows("SELECT tipo_planilla, number FROM lis_kind")}
        self._block = db.number("SELECT max(number) FROM lis_block")
        self._line = db.number("SELECT next_line FROM lis_file WHERE number = :file", file=file.number)
        self._remarks = file.remarks

    def run(self, path: Path, report: Report, stopped: Asked) -> ImportFate:
        """Read on from where the last import stopped."""
        place, payslips = self._file.read_to, self._file.payslips
        try:
            with path.open("rb") as source:
                source.seek(place)
                while place < self._file.size:
                    if stopped():
                        return ImportFate.STOPPED
                    content = stretch(source, self._scanner.is_head, STRETCH)
                    if not content:
                        return ImportFate.UNREADABLE  # it became shorter meanwhile
                    payslips += self._store(content, place)
                    place += len(content)
                    report(ImportProgress(self._file.name, place, self._file.size, payslips))
        except OSError:
            return ImportFate.UNREADABLE
        return ImportFate.DONE

    def _store(self, content: bytes, place: int) -> int:
        """One stretch, one transaction; how many payslips it had."""
        scanner = self._scanner
        scanner.entries, scanner.remarks = [], []
        line = scanner.scan(content.decode("latin-1"), place, self._line)
        entries, remarks = scanner.entries, scanner.remarks
        odd = Counter(entry.state for entry in entries if entry.state is not State.GOOD)
        with transaction(self._db):
            self._number_new(entries)
            self._insert(content, place, entries)
            self._keep_remarks()
            self._db.run(
                "UPDATE lis_file SET read_to = :to, next_line = :line, payslips = payslips + :more,"
                " remarks = remarks + :remarks, noted = noted + :noted, wrong = wrong + :wrong,"
                " broken = broken + :broken WHERE number = :file",
                to=place + len(content), line=line, more=len(entries), remarks=len(remarks), file=self._file.number,
                noted=odd[State.REMARKS], wrong=odd[State.SUMS], broken=odd[State.BROKEN],
            )  # fmt: skip
        self._line = line
        self._remarks += len(remarks)
        return len(entries)

    def _number_new(self, entries: Sequence[Entry]) -> None:
        """Give everybody, and every kind of payroll, that is new a number; note the months."""
        for person in sorted({entry.person for entry in entries} - self._people.keys()):
            self._newest += 1
            self._people[person] = self._newest
            self._db.run(
                "INSERT INTO lis_person (number, doc_numero, apellidos, nombres, codigo_modular, searched)"
                " VALUES (:number, :doc_numero, :apellidos, :nombres, :codigo_modular, :searched)",
                number=self._newest, searched=searched_name(person.apellidos, person.nombres), **person._asdict(),
            )  # fmt: skip
        months = {entry.periodo for entry in entries}
        self._db.run_many("INSERT OR IGNORE INTO lis_month VALUES (:month)", [{"month": month} for month in months])
        for kind in {entry.tipo_planilla for entry in entries} - self._kinds.keys():
            self._kinds[kind] = max(self._kinds.values(), default=0) + 1
            self._db.run(
                "INSERT INTO lis_kind (number, tipo_planilla) VALUES (:number, :kind)",
                number=self._kinds[kind], kind=kind,
            )  # fmt: skip

    def _insert(self, content: bytes, place: int, entries: Sequence[Entry]) -> None:
        """Blocks, and rows in the order of the people, which is the order of the index that has the most pages."""
        rows: list[tuple[int | str, ...]] = []
        people, kinds, file, view = self._people, self._kinds, self._file.number, memoryview(content)
        first = 0
        while first < len(entries):
            begin = entries[first].offset - place if first else 0
            last = first
            while last < len(entries) and entries[last].offset - place - begin < BLOCK:
                last += 1
            end = entries[last].offset - place if last < len(entries) else len(content)
            self._block += 1
            self._db.run(
                "INSERT INTO lis_block (number, file, offset, content) VALUES (:number, :file, :offset, :content)",
                number=self._block, file=file, offset=place + begin, content=zlib.compress(view[begin:end], 1),
            )  # fmt: skip
            for entry in entries[first:last]:
                offset, length, line, person, periodo, secuencia, kind, boleta, plus, minus, net, state = entry
                start = offset - place
                rows.append((
                    people[person], periodo, secuencia, kinds[kind], boleta, plus, minus, net, _STATE[state], file,
                    self._block, start - begin, length, line, zlib.crc32(view[start : start + length]),
                ))  # fmt: skip
            first = last
        rows.sort()
        self._db.run_many(
            "INSERT INTO lis_payslip (person, periodo, secuencia, kind, numero_boleta, haberes, descuentos, liquido,"
            " state, file, block, start, length, line, crc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )

    def _keep_remarks(self) -> None:
        room = max(0, KEPT_REMARKS - self._remarks)
        self._db.run_many(
            "INSERT INTO lis_remark (file, line, trouble, text) VALUES (:file, :line, :trouble, :text)",
            [
                {"file": self._file.number, "line": one.line, "trouble": one.trouble.value, "text": one.text}
                for one in self._scanner.remarks[:room]
            ],
        )


def _known_people(db: Connection) -> dict[LisPerson, int]:
    rows = db.rows("SELECT doc_numero, apellidos, nombres, codigo_modular, number FROM lis_person")
    return {LisPerson(*tuple(row)[:4]): int(row["number"]) for row in rows}
