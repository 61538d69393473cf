"""Draws the request: the six blocks of the paper form on one A4 page, with the packet's reference at its foot.

Long grounds go on to a second sheet rather than into small print. The place for the signature is for a pen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.fonts import Face, printable, width, wrap
from documents.packet import paper
from documents.packet.fut import Applicant, Fut
from documents.packet.paper import BOTTOM, LEFT, RIGHT, WIDE, Page
from documents.packet.reference import Reference
from documents.qr import qr_bars
from documents.sheet import A4, Ink, Item, Rule, Strip, Words, ending_at, joined, moved

_LISTED = 8  # documents named on the form; more are in the index
_PRINT = 9.8
_NOTICE = (
    "Código de comprobación de los documentos adjuntos (SHA-256)",
    "Sirve para saber si los documentos cambiaron después de armar este archivo. No prueba quién lo presenta.",
)


@dataclass(frozen=True, slots=True)
class Attached:
    """A line of the list of documents: what it is and on which folios ("" when it carries none)."""

    title: str
    folios: str


def fut_pages(fut: Fut, attached: Sequence[Attached], total: int, reference: Reference) -> list[Page]:
    """The pages of the request. `total`: folios of the whole packet. Their number does not depend on the figures."""
    foot = _foot(reference)
    first = A4[1] - 36 - foot.height
    body = _body(fut, attached, total)
    head = paper.title_head("FORMULARIO ÚNICO DE TRÁMITE", "FUT", _addressed(fut))
    again = paper.title_head("FORMULARIO ÚNICO DE TRÁMITE", "FUT", "Continúa")
    pages = paper.pages_of(body, head=head, next_head=again, bottom=first - 8, next_bottom=BOTTOM)
    placed = tuple(moved(item, first) for item in foot.items)
    pages[0] = (*pages[0], *placed)
    return paper.numbered_foot(pages, "FUT")


def _addressed(fut: Fut) -> str:
    parts = [f"Solicitud en Mi legajo N° {fut.codigo_solicitud}" if fut.codigo_solicitud else ""]
    parts.append(f"Oficio N° {fut.numero_oficio}" if fut.numero_oficio else "")
    return " · ".join(part for part in parts if part)


def _body(fut: Fut, attached: Sequence[Attached], total: int) -> list[Strip]:
    return [
        _kept(paper.heading("Resumen de su pedido", "1"), paper.lines(fut.resumen, 11, face=Face.SEMIBOLD)),
        paper.gap(5),
        _kept(paper.heading("Dependencia o autoridad a quien se dirige", "2"), paper.lines(fut.dependencia, _PRINT)),
        paper.gap(5),
        joined(paper.heading("Datos del usuario", "3"), *_person(fut.solicitante)),
        paper.gap(5),
        *_grounds(fut.fundamentacion),
        paper.gap(5),
        *_documents(attached, total),
        paper.gap(5),
        _signature(fut),
    ]


def _kept(head: Strip, rest: Sequence[Strip]) -> Strip:
    return joined(head, *rest)


def _person(person: Applicant) -> list[Strip]:
    names = (
        ("Tipo de persona", person.persona.value),
        ("Apellido paterno", person.apellido_paterno),
        ("Apellido materno", person.apellido_materno),
        ("Nombres", person.nombres),
    )
    numbers = (
        (person.doc_tipo, person.doc_numero),
        ("Código modular", person.codigo_modular),
        ("Teléfono", person.telefono),
        ("Correo electrónico", person.correo if len(person.correo) <= 24 else ""),
    )
    rest = (
        ("Razón social o institución", person.razon_social),
        ("Cargo", person.cargo),
        ("Institución educativa", person.institucion),
        ("Código modular de la IE", person.codigo_modular_ie),
        ("Domicilio", person.domicilio),
        ("Distrito, provincia y departamento", person.ubigeo),
        ("Correo electrónico", person.correo if len(person.correo) > 24 else ""),
    )
    return [*paper.cells(names, 4), *paper.cells(numbers, 4), *paper.cells(rest, 2)]


def _grounds(text: str) -> list[Strip]:
    """The heading stays with the first line; the other lines may go on to the next sheet."""
    paragraphs = [paragraph for paragraph in text.splitlines() if paragraph.strip()]
    strips: list[Strip] = []
    for paragraph in paragraphs:
        strips += paper.lines(paragraph, _PRINT)
        strips[-1] = Strip(strips[-1].height + 4, strips[-1].items)
    return [joined(paper.heading("Fundamentación del pedido", "4"), *strips[:1]), *strips[1:]]


def _documents(attached: Sequence[Attached], total: int) -> list[Strip]:
    head = paper.heading("Documentos que se adjuntan", "5")
    said = ending_at(RIGHT - 8, 12, f"Total de folios: {total}", Face.SEMIBOLD, 9.4, Ink.STRONG)
    rows = [_document(at, document) for at, document in enumerate(attached[:_LISTED], start=1)]
    if len(attached) > _LISTED:
        more = f"y {len(attached) - _LISTED} documentos más, que detalla el índice."
        rows += paper.lines(more, 9.2, x=LEFT + 26, ink=Ink.QUIET)
    if not attached:
        rows += paper.lines("Ninguno.", _PRINT)
    return [joined(Strip(head.height, (*head.items, said)), *rows[:1]), *rows[1:]]


def _document(at: int, document: Attached) -> Strip:
    pieces = wrap(printable(document.title), Face.REGULAR, _PRINT, WIDE - 140)
    named = [
        Words(LEFT + 26, 10.6 + 13 * row, piece, Face.REGULAR, _PRINT, Ink.TEXT) for row, piece in enumerate(pieces)
    ]
    items: list[Item] = [Words(LEFT + 8, 10.6, f"{at}.", Face.REGULAR, _PRINT, Ink.QUIET), *named]
    if document.folios:
        items.append(ending_at(RIGHT - 8, 10.6, _on(document.folios), Face.REGULAR, _PRINT, Ink.TEXT))
    return Strip(13 * len(pieces) + 1.8, tuple(items))


def _on(folios: str) -> str:
    return f"folio {folios}" if folios.isdigit() else f"folios {folios}"


def _signature(fut: Fut) -> Strip:
    """Place and date on the left; on the right a line to sign on, and whose it is."""
    person = fut.solicitante
    x, room = A4[0] / 2 + 8, RIGHT - A4[0] / 2 - 16
    place = wrap(printable(f"{fut.lugar}, {paper.in_words(fut.fecha)}"), Face.REGULAR, _PRINT, A4[0] / 2 - LEFT - 20)
    name = wrap(printable(person.apellidos_y_nombres), Face.SEMIBOLD, 9.4, room)
    left = [Words(LEFT + 8, 58 + 13 * row, piece, Face.REGULAR, _PRINT, Ink.TEXT) for row, piece in enumerate(place)]
    right = [Words(x, 71 + 12 * row, piece, Face.SEMIBOLD, 9.4, Ink.TEXT) for row, piece in enumerate(name)]
    y = 71 + 12 * len(name)
    document = Words(x, y, printable(f"{person.doc_tipo} {person.doc_numero}"), Face.REGULAR, 9.4, Ink.TEXT)
    sign = Words(RIGHT - 8 - width("Firma", Face.REGULAR, 7.6), 67.5, "Firma", Face.REGULAR, 7.6, Ink.QUIET)
    head = paper.heading("Lugar, fecha y firma", "6")
    rule = Rule(x, 59, room, 0.8, Ink.TEXT)
    return Strip(y + 4, (*head.items, *left, rule, sign, *right, document))


def _foot(reference: Reference) -> Strip:
    """The QR on the right; beside it what it holds, in figures and in words."""
    qr = qr_bars(reference.text)
    height = paper.qr_side(qr) - 8
    one, two = paper.grouped(reference.digest)
    room = RIGHT - paper.qr_side(qr) - LEFT
    remarks = wrap(_NOTICE[1], Face.REGULAR, 7.8, room)
    y = height - 10.4 * (len(remarks) - 1)
    items: list[Item] = [
        Words(LEFT, y - 36, _NOTICE[0], Face.SEMIBOLD, 8.2, Ink.STRONG),
        Words(LEFT, y - 24, one, Face.REGULAR, 7.8, Ink.TEXT),
        Words(LEFT, y - 13.6, two, Face.REGULAR, 7.8, Ink.TEXT),
        *(Words(LEFT, y + 10.4 * row, line, Face.REGULAR, 7.8, Ink.QUIET) for row, line in enumerate(remarks)),
        paper.code_at(qr, RIGHT, height),
    ]
    return Strip(height, tuple(items))
