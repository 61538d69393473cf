"""Where the documents of packets come from: old payrolls, the profile's own papers, a folder of PDFs. No Qt.

Each source answers for one person; what it has and cannot give is told, never left out silently.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from desktop.tasks.lis_papers import once_each
from documents.batch.gathering import Found, Gathered, Lacking, payslip_title, title_of
from documents.batch.recipe import Part, Recipe
from documents.folding import fold
from documents.lis.currency import is_in_soles
from documents.lis.transcription import NotTranscribedError
from documents.payslip import Period, TranscribedPayslip
from documents.people.matching import agree
from documents.people.records import ListedPerson
from storage.legajo import papers
from storage.lis import rows_of_document
from storage.lis_copies import payslip_of
from storage.lis_records import LisRow
from storage.payslips import PayslipQuery, pdf_bytes, person, search_payslips
from storage.request_records import PaperKind

if TYPE_CHECKING:
    from storage.connection import Connection

LARGEST: Final = 100_000_000  # bytes of one PDF of a folder
_PARTS: Final = {
    PaperKind.HOJA_DE_VIDA: Part.HOJA_DE_VIDA,
    PaperKind.INFORME: Part.INFORME,
    PaperKind.CONSTANCIA: Part.CONSTANCIA,
}
_DNI: Final = re.compile(r"(?<!\d)\d{8}(?!\d)")
_MONTH: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])(?!\d)")


class SourceLostError(Exception):
    """A source that had been giving documents gives none any more; the job stops and can go on. Its text is a code."""


class Source(Protocol):
    """Something that has documents of people."""

    def gather(self, whose: ListedPerson, recipe: Recipe) -> Gathered:
        """What there is of one person. StorageError when it cannot be read at all."""
        ...


class LisSource:
    """Old payroll files. db = vault.lis(), on the thread of its connection."""

    def __init__(self, db: "Connection") -> None:
        self._db = db

    def gather(self, whose: ListedPerson, recipe: Recipe) -> Gathered:
        """Payslips to be drawn; a constancia from all of the span or from none, whatever months are chosen besides.

        What does not add up, bears another name, or was not paid in soles is told by its months.
        """
        if not {Part.PAYSLIPS, Part.CONSTANCIA} & set(recipe.parts):
            return Gathered()
        rows, others = self._rows(whose, recipe)
        slips, wrong = self._transcribed(rows)
        told = [Lacking(Part.PAYSLIPS.value, "names", _months(others))] if others else []
        told += [Lacking(Part.PAYSLIPS.value, "sums", _months(wrong))] if wrong else []
        over: tuple[TranscribedPayslip, ...] = ()
        if Part.CONSTANCIA in recipe.parts:
            foreign = [row for row in rows if not is_in_soles(row.periodo)]
            told += [Lacking(Part.CONSTANCIA.value, "currency", _months(foreign))] if foreign else []
            told += [Lacking(Part.CONSTANCIA.value, "sums", _months(wrong))] if wrong else []
            over = () if foreign or wrong else slips
        wanted = set(recipe.periods) if Part.PAYSLIPS in recipe.parts else set()
        return Gathered(tuple(_found(slip) for slip in slips if slip.periodo in wanted), tuple(told), over)

    def _rows(self, whose: ListedPerson, recipe: Recipe) -> tuple[list[LisRow], list[LisRow]]:
        """Those of this person, and those of the same document under another name."""
        first, last = (month.year * 100 + month.month for month in (recipe.desde, recipe.hasta))
        rows = once_each(rows_of_document(self._db, whose.doc_numero, first, last))
        name = whose.apellidos_y_nombres or (f"{rows[0].apellidos} {rows[0].nombres}" if rows else "")
        mine = [row for row in rows if agree(name, f"{row.apellidos} {row.nombres}")]
        return mine, [row for row in rows if row not in mine]

    def _transcribed(self, rows: list[LisRow]) -> tuple[tuple[TranscribedPayslip, ...], list[LisRow]]:
        slips: list[TranscribedPayslip] = []
        wrong: list[LisRow] = []
        for row in rows:
            try:
                slips.append(payslip_of(self._db, row))
            except NotTranscribedError:
                wrong.append(row)
        return tuple(slips), wrong


def _months(rows: list[LisRow]) -> tuple[str, ...]:
    return tuple(sorted({f"{row.periodo // 100:04d}-{row.periodo % 100:02d}" for row in rows if row.periodo}))


def _found(slip: TranscribedPayslip) -> Found:
    return Found(
        part=Part.PAYSLIPS, title=title_of(slip), period=slip.periodo, clase=slip.clase, sequence=slip.secuencia,
        number=slip.numero_boleta, slip=slip,
    )  # fmt: skip


class OwnSource:
    """The profile's own payslips and papers. db = vault.cache(), on the thread of its connection."""

    def __init__(self, db: "Connection") -> None:
        self._db = db

    def gather(self, whose: ListedPerson, recipe: Recipe) -> Gathered:
        """Nothing for anybody but the person whose profile it is."""
        known = person(self._db)
        if known is None or known.doc_numero != whose.doc_numero:
            return Gathered()
        told: list[Lacking] = []
        documents = [*self._payslips(recipe, told), *self._papers(recipe)]
        return Gathered(tuple(documents), tuple(told))

    def _payslips(self, recipe: Recipe, told: list[Lacking]) -> Iterator[Found]:
        if Part.PAYSLIPS not in recipe.parts:
            return
        wanted, absent = set(recipe.periods), []
        for row in search_payslips(self._db, PayslipQuery(limit=100_000)):
            if row.periodo not in wanted:
                continue
            pdf = pdf_bytes(self._db, row.pdf.sha256) if row.pdf else None
            if pdf is None:
                absent.append(str(row.periodo))
                continue
            yield Found(
                part=Part.PAYSLIPS, title=payslip_title(row.periodo, row.clase, row.secuencia), period=row.periodo,
                clase=row.clase, sequence=row.secuencia, number=row.numero_boleta, pdf=pdf,
            )  # fmt: skip
        if absent:
            told.append(Lacking(Part.PAYSLIPS.value, "unread", tuple(sorted(set(absent)))))

    def _papers(self, recipe: Recipe) -> Iterator[Found]:
        """The newest of each kind."""
        seen: set[Part] = set()
        for paper in papers(self._db):
            part = _PARTS[paper.kind]
            pdf = pdf_bytes(self._db, paper.sha256) if part in recipe.parts and part not in seen else None
            if pdf is not None:
                seen.add(part)
                yield Found(part=part, title=paper.titulo, number=paper.numero, pdf=pdf)


class FolderSource:
    """A folder of PDFs whose names hold the DNI, and of payslips the month: "99900017_2015-03.pdf"."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError when the folder cannot be read."""
        self._files: dict[str, list[Path]] = defaultdict(list)
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() == ".pdf" and (numbers := _DNI.findall(path.stem)):
                self._files[numbers[0]].append(path)

    def gather(self, whose: ListedPerson, recipe: Recipe) -> Gathered:
        """What the names of the files say it is; a file that cannot be read is told."""
        documents: list[Found] = []
        told: list[Lacking] = []
        wanted = set(recipe.periods)
        for path in self._files.get(whose.doc_numero, ()):
            part, month = named_as(path.stem, whose.doc_numero)
            if part not in recipe.parts or (month is not None and month not in wanted):
                continue
            try:
                pdf = path.read_bytes() if path.stat().st_size <= LARGEST else b""
            except OSError:
                pdf = b""
            if not pdf:
                told.append(Lacking(part.value, "unread", (str(month),) if month else (), path.name))
                continue
            title = payslip_title(month, Found(part=part, title="").clase, 0) if month else path.stem
            documents.append(Found(part=part, title=title, period=month, pdf=pdf))
        return Gathered(tuple(documents), tuple(told))


def named_as(stem: str, doc_numero: str) -> tuple[Part, Period | None]:
    """What a file's name says: the kind of document, and of a payslip its month."""
    rest = stem.replace(doc_numero, " ", 1)
    words = fold(rest)
    for part, word in ((Part.HOJA_DE_VIDA, "HOJA DE VIDA"), (Part.INFORME, "INFORME"), (Part.CONSTANCIA, "CONSTANCIA")):
        if word in words:
            return part, None
    if month := _MONTH.search(rest):
        return Part.PAYSLIPS, Period(int(month[1]), int(month[2]))
    return (Part.PAYSLIPS if "BOLETA" in words else Part.SUSTENTOS), None
