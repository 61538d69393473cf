"""Draws covers of tomes and of the later files of a packet. By the rules a cover carries no folio."""

from dataclasses import dataclass

from documents.fonts import Face, printable, wrap
from documents.packet import paper
from documents.packet.folios import FolioRange
from documents.packet.heading import Front, named
from documents.packet.letters import roman
from documents.packet.paper import LEFT, RIGHT, WIDE, Page
from documents.packet.reference import Reference
from documents.qr import qr_bars
from documents.sheet import A4, Ink, Item, Rule, Words

_KEPT = 320.0  # how far down the title stands


@dataclass(frozen=True, slots=True)
class Cover:
    """`tomes` is how many there are (1: not mentioned); `reference` is given on the first page of a later file."""

    tome: int
    tomes: int
    folios: FolioRange | None
    reference: Reference | None = None


def cover_page(fut: Front, cover: Cover) -> Page:
    """One A4 page."""
    items: list[Item] = [Rule(LEFT, _KEPT - 40, WIDE, 1.2, Ink.STRONG)]
    y = _KEPT
    for text, size, face in _words(fut, cover):
        for piece in wrap(printable(text), face, size, WIDE):
            items.append(Words(LEFT, y, piece, face, size, Ink.STRONG if face is Face.SEMIBOLD else Ink.TEXT))
            y += size * 1.5
    if cover.reference:
        items += _reference(cover.reference)
    return tuple(items)


def _words(fut: Front, cover: Cover) -> list[tuple[str, float, Face]]:
    said = [(_title(cover), 30.0, Face.SEMIBOLD)]
    if cover.folios:
        said.append((f"Folios {cover.folios.printed}", 14.0, Face.REGULAR))
    said.append((fut.resumen, 12.0, Face.SEMIBOLD))
    said.append((named(fut), 11.0, Face.REGULAR))
    said.append((f"{fut.dependencia} · {paper.in_words(fut.fecha)}", 11.0, Face.REGULAR))
    if cover.reference and cover.tomes > 1:
        said.append((_file(cover.reference), 11.0, Face.REGULAR))
    return said


def _title(cover: Cover) -> str:
    if cover.tomes > 1:
        return f"Tomo {roman(cover.tome)} de {roman(cover.tomes)}"
    return _file(cover.reference) if cover.reference else "Documentos"


def _file(reference: Reference) -> str:
    return f"Archivo {reference.part} de {reference.parts}"


def _reference(reference: Reference) -> list[Item]:
    one, two = paper.grouped(reference.digest)
    y = A4[1] - 44
    return [
        Words(
            LEFT,
            y - 24,
            "Código de comprobación de los documentos de este archivo (SHA-256)",
            Face.SEMIBOLD,
            8.2,
            Ink.STRONG,
        ),
        Words(LEFT, y - 12, one, Face.REGULAR, 7.8, Ink.TEXT),
        Words(LEFT, y - 1.6, two, Face.REGULAR, 7.8, Ink.TEXT),
        paper.code_at(qr_bars(reference.text), RIGHT, y),
    ]
