"""The documents of one person as PDFs: old payslips drawn, the constancia over them, everything else as it came."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from documents.batch.apart import Document, Makers
from documents.batch.gathering import Found, Gathered, Lacking
from documents.batch.recipe import Part, Recipe
from documents.batch.records import Drawn, DrawOrder, PlainKey
from documents.payslip import Period

CONSTANCIA: Final = "constancia"
CONSTANCIA_TITLE: Final = "Constancia de haberes y descuentos"


@dataclass(frozen=True, slots=True)
class Drawing:
    """With what papers are drawn: the moment, 8 random bytes for each, and the office's key when it was opened."""

    now: datetime
    identity: Callable[[], bytes]
    key: PlainKey | None = None


def drawn(
    makers: Makers, recipe: Recipe, found: Gathered, drawing: Drawing
) -> tuple[list[Document], tuple[Lacking, ...]]:
    """Every document in the recipe's order, and what is lacking. Raises as `Makers.draw`."""
    told = list(found.lacking)
    papers = _papers(makers, recipe, found, drawing)
    pdfs = {what: pdf for what, (each, pdf) in papers.items() if each.blob >= 0}
    told += _refused(found, papers)
    if drawing.key is not None:
        told += _unsealed(papers)
    documents = [(each.part, made) for each in found.documents if (made := _document(each, pdfs)) is not None]
    if CONSTANCIA in pdfs:
        constancia = Document(CONSTANCIA_TITLE, pdfs[CONSTANCIA], drawn_here=True)
        documents.insert(_seat(recipe, documents), (Part.CONSTANCIA, constancia))
    return [made for _part, made in documents], tuple(told)


def _papers(makers: Makers, recipe: Recipe, found: Gathered, drawing: Drawing) -> dict[str, tuple[Drawn, bytes]]:
    wanted = [each.slip for each in found.documents if each.slip is not None]
    over = found.slips if Part.CONSTANCIA in recipe.parts else ()
    if not wanted and not over:
        return {}
    slips = tuple({slip.id: slip for slip in (*wanted, *over)}.values())
    count = len(slips) + 1
    order = DrawOrder(
        payslips=slips, printed=bool(wanted), constancia=_span(recipe, found) if over else None, now=drawing.now,
        identities=tuple(drawing.identity().hex() for _ in range(count)), key=drawing.key,
    )  # fmt: skip
    answer, blobs = makers.draw(order)
    return {each.what: (each, blobs[each.blob] if each.blob >= 0 else b"") for each in answer.papers}


def _span(recipe: Recipe, found: Gathered) -> tuple[Period, Period]:
    """The recipe's months, no further than there are any: a constancia begins and ends where its payslips do."""
    held = [slip.periodo for slip in found.slips]
    return max(recipe.desde, min(held)), min(recipe.hasta, max(held))


def _document(each: Found, pdfs: dict[str, bytes]) -> Document | None:
    if each.slip is None:
        return None if each.pdf is None else Document(each.title, each.pdf)
    pdf = pdfs.get(each.slip.id)
    return None if pdf is None else Document(each.title, pdf, drawn_here=True)


def _seat(recipe: Recipe, documents: list[tuple[Part, Document]]) -> int:
    """Behind everything of the parts before it."""
    before = set(recipe.parts[: recipe.parts.index(Part.CONSTANCIA) + 1])
    return sum(part in before for part, _made in documents)


def _refused(found: Gathered, papers: dict[str, tuple[Drawn, bytes]]) -> list[Lacking]:
    months = {slip.id: str(slip.periodo) for slip in found.slips}
    months |= {each.slip.id: str(each.slip.periodo) for each in found.documents if each.slip is not None}
    bad = tuple(sorted({months[what] for what, (each, _pdf) in papers.items() if each.refusal and what in months}))
    told = [Lacking(Part.PAYSLIPS.value, "sums", bad)] if bad else []
    constancia = papers.get(CONSTANCIA)
    if constancia is not None and constancia[0].refusal:
        told.append(Lacking(Part.CONSTANCIA.value, constancia[0].refusal))
    return told


def _unsealed(papers: dict[str, tuple[Drawn, bytes]]) -> list[Lacking]:
    """Papers that the open key could not seal (a figure below zero): told, since a seal was expected."""
    plain = [what for what, (each, pdf) in papers.items() if pdf and each.unsealed]
    parts = {Part.CONSTANCIA if what == CONSTANCIA else Part.PAYSLIPS for what in plain}
    return [Lacking(part.value, "unsealed") for part in sorted(parts)]
