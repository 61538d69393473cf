"""Takes old payroll files into the index: a stretch at a time, each one transaction with the mark of how far it is.

Killed or stopped at any point, the next import of the same file goes on behind the last stretch that was stored. A file
is known by its SHA-256. Not for reading payslips back: that is storage.lis.
"""

import gc
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final, TypeAlias
from zlib import crc32

from documents.lis.records import Entry, State
from documents.lis.scanning import Scanner
from documents.lis.stretches import looks_like_payroll, stretch
from storage.connection import Connection, transaction
from storage.lis import STATES, file_at, file_with, lis_file, remarks_of, states_of
from storage.lis_blocks import BLOCK, ZSTANDARD, Packer
from storage.lis_numbers import POST, Commons
from storage.lis_records import ImportFate, ImportProgress, ImportReport, LisFile

STRETCH: Final = 8 * 2**20  # bytes read and stored at once
_READ: Final = 2**18  # bytes at once, for the digest
_WHOLE: Final = 1_000  # how seldom the collector looks through all objects while a file is read
KEPT_REMARKS: Final = 1_000  # of a file

Report = Callable[[ImportProgress], None]
Asked = Callable[[], bool]
_Row: TypeAlias = tuple[int, int, int, int, str, int, int, int, int, int, int, int, int, int, int, int]

_STATE: Final = {state: number for number, state in enumerate(STATES)}


class Importer:
    """Takes one file after the other; what it learned of one (shapes, people, concepts) makes the next quicker.

    Belongs to the thread of its connection. StorageError when the index cannot be written; what is wrong with a file
    is in its report.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._scanner = Scanner()
        self._commons: Commons | None = None

    def take(
        self,
        path: Path,
        *,
        at: datetime,
        report: Report = lambda _progress: None,
        stopped: Asked = lambda: False,
        replace: bool = False,
    ) -> ImportReport:
        """Take one file in. `replace`: it takes the place of what came from this path when the content was another, and
        of itself when a version that did not note places took it.
        """
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
        if known is not None and known.complete and (known.placed or not replace):
            return _told(db, name, ImportFate.SAME, known)
        if known is None and older is not None and not replace:
            return _told(db, name, ImportFate.CHANGED, older)
        stale = older if known is None else known if not known.placed else None
        if stale is not None and replace:
            self._forget(stale)
            known = None
        number = known.number if known else _begin(db, path, digest, size, at)
        if self._commons is None:
            self._commons = Commons(db)
        with _seldom_collecting():
            fate = _Import(db, lis_file(db, number), self._scanner, self._commons).run(path, report, stopped)
        return _told(db, name, fate, lis_file(db, number))

    def _forget(self, file: LisFile) -> None:
        forget_file(self._db, file.number)
        self._commons = None


def forget_file(db: Connection, number: int) -> None:
    """Take a file out of the index, with all that came from it."""
    with transaction(db):
        db.run("DELETE FROM lis_payslip WHERE file = :file", file=number)
        db.run("DELETE FROM lis_block WHERE file = :file", file=number)
        db.run("DELETE FROM lis_remark WHERE file = :file", file=number)
        db.run("DELETE FROM lis_file WHERE number = :file", file=number)
        db.run("DELETE FROM lis_person WHERE number NOT IN (SELECT person FROM lis_payslip)")
        db.run("DELETE FROM lis_post WHERE person NOT IN (SELECT number FROM lis_person)")


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Reading makes tuples by the million and no cycles: looking through all that is known finds none."""
    before = gc.get_threshold()
    gc.set_threshold(*before[:2], _WHOLE)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _digest(path: Path, stopped: Asked) -> tuple[str, int, bool]:
    """SHA-256 ("" when stopped), size, and whether it begins like a payroll. Raises OSError."""
    digest, size, payroll = hashlib.sha256(), 0, False
    buffer = bytearray(_READ)  # one for all: what was just read is still near the processor
    view = memoryview(buffer)
    with path.open("rb", buffering=0) as source:
        while got := source.readinto(buffer):
            if stopped():
                return "", 0, False
            payroll = payroll or (not size and looks_like_payroll(bytes(view[:got])))
            digest.update(view[:got])
            size += got
    return digest.hexdigest(), size, payroll


def _begin(db: Connection, path: Path, digest: str, size: int, at: datetime) -> int:
    with transaction(db):
        db.run(
            "INSERT INTO lis_file (name, place, sha256, size, begun_at, placed)"
            " VALUES (:name, :place, :sha256, :size, :at, 1)",
            name=path.name, place=str(path.absolute()), sha256=digest, size=size, at=at.isoformat(),
        )  # fmt: skip
        return db.number("SELECT last_insert_rowid()")


def _told(db: Connection, name: str, fate: ImportFate, file: LisFile) -> ImportReport:
    return ImportReport(name, fate, file, remarks_of(db, file.number), file.remarks, states_of(db, file.number))


class _Import:
    """One file under way."""

    def __init__(self, db: Connection, file: LisFile, scanner: Scanner, commons: Commons) -> None:
        self._db, self._file, self._scanner, self._commons = db, file, scanner, commons
        self._packer = Packer()
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
        good = State.GOOD
        odd = Counter(entry.state for entry in entries if entry.state is not good)
        with transaction(self._db):
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

    def _insert(self, content: bytes, place: int, entries: Sequence[Entry]) -> None:
        """Blocks, and rows in the order of the people, which is the order of the index that has the most pages."""
        rows: list[_Row] = []
        first = 0
        while first < len(entries):
            begin = entries[first].offset - place if first else 0
            last = first
            while last < len(entries) and entries[last].offset - place - begin < BLOCK:
                last += 1
            end = entries[last].offset - place if last < len(entries) else len(content)
            block = memoryview(content)[begin:end]
            self._block += 1
            self._db.run(
                "INSERT INTO lis_block (number, file, offset, packing, content)"
                " VALUES (:number, :file, :offset, :packing, :content)",
                number=self._block, file=self._file.number, offset=place + begin, packing=ZSTANDARD,
                content=self._packer.packed(block),
            )  # fmt: skip
            rows += self._rows(entries[first:last], block, place + begin)
            first = last
        self._commons.store({row[0] * POST + row[-1] for row in rows}, {row[1] for row in rows})
        rows.sort()
        self._db.run_many(
            "INSERT INTO lis_payslip (person, periodo, secuencia, kind, numero_boleta, haberes, descuentos, liquido,"
            " state, file, block, start, length, line, crc, place)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )

    def _rows(self, entries: Sequence[Entry], text: memoryview, offset: int) -> list[_Row]:
        """What is stored of the payslips of a block that begins at this offset of the file."""
        people, kinds, places = self._commons.people, self._commons.kinds, self._commons.places
        who, where_at = people.same.get, places.same.get
        file, block, good, states = self._file.number, self._block, State.GOOD, _STATE
        return [
            (
                who(id(person)) or people.of(person), periodo, secuencia, kinds[kind], boleta, plus, minus, net,
                0 if state is good else states[state], file, block, (start := where - offset), length, line,
                crc32(text[start : start + length]), where_at(id(post)) or places.of(post),
            )
            for where, length, line, person, periodo, secuencia, kind, boleta, plus, minus, net, state, post in entries
        ]  # fmt: skip

    def _keep_remarks(self) -> None:
        room = max(0, KEPT_REMARKS - self._remarks)
        self._db.run_many(
            "INSERT INTO lis_remark (file, line, trouble, text) VALUES (:file, :line, :trouble, :text)",
            [
                {"file": self._file.number, "line": one.line, "trouble": one.trouble.value, "text": one.text}
                for one in self._scanner.remarks[:room]
            ],
        )
