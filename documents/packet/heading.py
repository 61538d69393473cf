"""What stands in front of documents that an office puts together: a cover that says whose they are. No request in it.

Where a packet for a mesa de partes begins with its FUT, one that an office makes for a person begins with this.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from documents.fonts import Face, printable
from documents.packet import paper
from documents.packet.fut import Applicant, Fut
from documents.packet.paper import BOTTOM, LEFT, RIGHT, Page
from documents.packet.reference import Reference
from documents.qr import qr_bars
from documents.sheet import A4, Ink, Item, Strip, Words

Field = tuple[str, str]
KICKER = "DOCUMENTOS REUNIDOS"
_NOTICE = (
    "Código de comprobación de los documentos de este archivo (SHA-256)",
    "Sirve para saber si los documentos cambiaron después de reunirlos. No prueba quién los reunió.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """`solicitante` is whom the documents are about. `lacking`: what there is none of, a line each.

    `covered`, `indexed`, `numbered`: whether there are a cover, an index and folios at all.
    """

    resumen: str  # "Boletas de pago, enero a diciembre de 2015"
    dependencia: str  # the office that puts them together
    solicitante: Applicant
    fecha: date
    facts: tuple[Field, ...] = ()
    lacking: tuple[str, ...] = ()
    covered: bool = True
    indexed: bool = True
    numbered: bool = True


Front = Fut | Heading


def named(front: Front) -> str:
    """Whom it is about, in one line."""
    person = front.solicitante
    number = f"{person.doc_tipo} {person.doc_numero}" if person.doc_numero else ""
    return " · ".join(part for part in (person.apellidos_y_nombres.strip(" ,"), number) if part)


def heading_pages(heading: Heading, titles: Sequence[str], total: int, reference: Reference) -> list[Page]:
    """The cover, on as many pages as its list of what is lacking needs; none when there is no cover."""
    if not heading.covered:
        return []
    head = paper.title_head(KICKER, heading.resumen, named(heading))
    again = paper.title_head(KICKER, heading.resumen, "Continúa")
    foot = _foot(reference)
    pages = paper.pages_of(
        _body(heading, titles, total), head=head, next_head=again, bottom=BOTTOM - foot.height, next_bottom=BOTTOM
    )
    pages[0] = (*pages[0], *foot.items)
    return paper.numbered_foot(pages, "Carátula")


def _body(heading: Heading, titles: Sequence[str], total: int) -> list[Strip]:
    facts = [("Oficina", heading.dependencia), ("Fecha", paper.in_words(heading.fecha)), *heading.facts]
    facts.append(("Documentos", f"{len(titles):,}"))
    if heading.numbered:
        facts.append(("Folios", f"{total:,}" if total else "…"))
    strips = [paper.gap(6), *paper.cells(facts, 2), paper.gap(10)]
    if heading.lacking:
        strips.append(paper.heading("Lo que no se encontró"))
        strips += [strip for line in heading.lacking for strip in paper.lines(line, 9.2)]
    return strips


def _foot(reference: Reference) -> Strip:
    """The reference: a QR, and the digest in figures. Placed from the page's own top."""
    one, two = paper.grouped(reference.digest)
    y = A4[1] - 44
    told = [(y - 38, _NOTICE[0], Face.SEMIBOLD, 8.2, Ink.STRONG), (y - 26, _NOTICE[1], Face.REGULAR, 7.8, Ink.QUIET)]
    told += [(y - 12, one, Face.REGULAR, 7.8, Ink.TEXT), (y - 1.6, two, Face.REGULAR, 7.8, Ink.TEXT)]
    qr = qr_bars(reference.text)
    items: list[Item] = [Words(LEFT, at, printable(text), face, size, ink) for at, text, face, size, ink in told]
    return Strip(paper.qr_side(qr) + 8, (*items, paper.code_at(qr, RIGHT, y)))
