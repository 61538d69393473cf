"""The report of a job: who has what, what is missing for whom; as rows, as a table for spreadsheets, on paper. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.presenters.formats import count
from desktop.presenters.packet_words import months_words, part_words, person_tag, refusal_words
from desktop.words import translate
from documents.batch.words import lacking_line
from documents.spreadsheet import Column, Kind, Sheet, Value
from documents.table_report import TableBlock, TableColumn, TableReport
from storage.packet_records import JobPerson, PacketJob, PersonState

_FINE = frozenset({PersonState.DONE})


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One person as the report has them."""

    place: int
    doc_numero: str
    names: str
    school: str
    state: str
    documents: int
    pages: int
    files: str
    lacking: str


def report_rows(people: Sequence[JobPerson], *, lacking_only: bool = False) -> tuple[ReportRow, ...]:
    """In the job's order; only those for whom something is missing when asked for."""
    return tuple(_row(each) for each in people if not lacking_only or lacks(each))


def lacks(known: JobPerson) -> bool:
    """Whether something is missing for somebody."""
    return bool(known.lacking or known.refusal) or known.state is PersonState.NOTHING


def lacking_words(known: JobPerson) -> str:
    """Everything that is missing, in one line."""
    lines = [lacking_line(each) for each in known.lacking]
    if known.refusal:
        lines.insert(0, refusal_words(known.refusal))
    return "; ".join(line.rstrip(".") for line in lines)


def _row(known: JobPerson) -> ReportRow:
    person = known.person
    return ReportRow(
        known.place, person.doc_numero, person.apellidos_y_nombres, person.establecimiento, person_tag(known).word,
        known.count, known.pages, ", ".join(file.name for file in known.files), lacking_words(known),
    )  # fmt: skip


def report_sheet(people: Sequence[JobPerson]) -> Sheet:
    """For a spreadsheet: everybody, a row each."""
    columns = (
        Column(translate("packets", "N.º"), Kind.COUNT, 6),
        Column(translate("packets", "DNI"), Kind.TEXT, 11),
        Column(translate("packets", "Apellidos y nombres"), Kind.TEXT, 36),
        Column(translate("packets", "Institución"), Kind.TEXT, 28),
        Column(translate("packets", "Estado"), Kind.TEXT, 16),
        Column(translate("packets", "Documentos"), Kind.COUNT, 12),
        Column(translate("packets", "Páginas"), Kind.COUNT, 10),
        Column(translate("packets", "Archivo"), Kind.TEXT, 44),
        Column(translate("packets", "Lo que falta"), Kind.TEXT, 60),
    )
    return Sheet(translate("packets", "Informe"), columns, tuple(map(_values, report_rows(people))))


def _values(row: ReportRow) -> tuple[Value, ...]:
    return (
        row.place, row.doc_numero, row.names, row.school, row.state, row.documents, row.pages, row.files, row.lacking,
    )  # fmt: skip


def report_paper(job: PacketJob, people: Sequence[JobPerson], day: date) -> TableReport:
    """On paper: how the job stands, and those for whom something is missing."""
    rows = report_rows(people, lacking_only=True)
    facts = (
        (translate("packets", "Oficina"), job.office),
        (translate("packets", "Personas"), count(job.people)),
        (translate("packets", "Listas"), count(sum(each.state in _FINE for each in people))),
        (translate("packets", "Documentos"), ", ".join(part_words(part) for part in job.recipe.parts)),
        (translate("packets", "Meses"), months_words(job.recipe)),
        (translate("packets", "Carpeta"), job.folder),
    )
    columns = (
        TableColumn(translate("packets", "DNI"), 0.13),
        TableColumn(translate("packets", "Apellidos y nombres"), 0.31),
        TableColumn(translate("packets", "Estado"), 0.16),
        TableColumn(translate("packets", "Lo que falta"), 0.40),
    )
    block = TableBlock(
        translate("packets", "Personas a quienes les falta algo ({n})").format(n=count(len(rows))), columns,
        tuple((row.doc_numero, row.names, row.state, row.lacking) for row in rows),
    )  # fmt: skip
    note = translate("packets", "Un mes sin boleta puede ser uno en que la persona no estuvo en planilla.")
    none = translate("packets", "A nadie le falta nada de lo que se pidió.")
    return TableReport(
        kicker=translate("packets", "INFORME DE PAQUETES"), title=job.recipe.name,
        beneath=translate("packets", "Lo que falta, persona por persona"), facts=facts,
        blocks=(block,) if rows else (), notes=(note if rows else none,), foot=translate("packets", "Informe"), day=day,
    )  # fmt: skip
