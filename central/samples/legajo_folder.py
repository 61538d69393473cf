"""A folder that an invented legajo is put together in: records with canonical values, and the papers behind them."""

import hashlib
import io
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from central.samples.careers import Career, Identity, Place
from central.samples.identifiers import payslip_id
from documents.legajo import LegajoRecord, SupportingDocument
from documents.legajo_catalogue import bundled
from documents.legajo_validation import normalised
from documents.payslip import Period

MARGIN = 72  # points
INVENTED = "Documento inventado para una demostración. No acredita nada."


@dataclass(frozen=True, slots=True)
class Evidence:
    """The paper behind a record: what it says of itself."""

    tipo: str
    numero: str
    entidad: str
    fecha: date
    sumilla: str
    formato: str = "copia_simple"


@dataclass(slots=True)
class LegajoFolder:
    """One person's. `today` bounds it: what is ahead is not filed."""

    seed: int
    career: Career
    today: date
    chance: Random
    records: list[LegajoRecord] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def person(self) -> Identity:
        """Whose it is."""
        return self.career.identity

    @property
    def place(self) -> Place:
        """The UGEL that keeps it: that of the newest seat."""
        seats = [seat for seat in self.career.posts[0].seats if first_day(seat.desde) <= self.today]
        return (seats or self.career.posts[0].seats[:1])[-1].place

    def file(self, kind: str, on: date, evidence: Evidence | None = None, *, pdf: bool = False, **fields: str) -> None:
        """A record registered some days after `on`; nothing when that lies ahead.

        `evidence` is its paper, which is at hand as a file when it was scanned (`pdf`).
        """
        registered = on + timedelta(days=self.chance.randint(3, 40))
        found = bundled().kind(kind)
        if registered > self.today or found is None:
            return
        id_ = payslip_id(self.seed, "legajo", self.person.index, kind, len(self.records))
        documents = (self._scanned(evidence),) if evidence and pdf else ()
        record = LegajoRecord(
            id=id_, section=found.section, kind=kind, version=1, fields=fields, documents=documents,
            registered=registered, updated=registered,
        )  # fmt: skip
        self.records.append(normalised(record, bundled(), self.today))

    def _scanned(self, evidence: Evidence) -> SupportingDocument:
        content = draw_evidence(evidence, self.person)
        sha256 = hashlib.sha256(content).hexdigest()
        self.files[sha256] = content
        return SupportingDocument(
            tipo=evidence.tipo, formato=evidence.formato, numero=evidence.numero, entidad_emisora=evidence.entidad,
            fecha_emision=evidence.fecha, folios=1, sumilla=evidence.sumilla, sha256=sha256, size=len(content), pages=1,
        )  # fmt: skip


def first_day(period: Period) -> date:
    """Of a month."""
    return date(period.year, period.month, 1)


def draw_evidence(evidence: Evidence, person: Identity) -> bytes:
    """One A4 page, the same bytes each time."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.setTitle(evidence.sumilla)
    width, height = A4
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawCentredString(width / 2, height - 90, evidence.entidad.upper())
    canvas.setFont("Helvetica-Bold", 15)
    canvas.drawCentredString(width / 2, height - 150, (evidence.numero or evidence.tipo).upper())
    canvas.setFont("Helvetica", 11)
    lines = (f"{person.nombres} {person.apellidos}", f"DNI {person.dni}", "", *_wrapped(evidence.sumilla))
    for number, line in enumerate((*lines, "", f"{evidence.fecha:%d/%m/%Y}")):
        canvas.drawString(MARGIN, height - 210 - 18 * number, line)
    canvas.setFont("Helvetica-Oblique", 8)
    canvas.drawCentredString(width / 2, 40, INVENTED)
    canvas.save()
    return stream.getvalue()


def _wrapped(text: str, most: int = 80) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
