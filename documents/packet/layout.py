"""A packet laid out: its pages numbered and in files, and the pages that state it drawn. Writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from documents.packet import paper
from documents.packet.folios import FolioRange
from documents.packet.fut import Fut
from documents.packet.fut_page import Attached, fut_pages
from documents.packet.heading import KICKER, Front, heading_pages, named
from documents.packet.index_page import IndexRow, index_pages
from documents.packet.letters import roman
from documents.packet.planning import Leaf, Part, Source, folios_of, pages_of, place_pages, sheets_of, split
from documents.packet.preparing import Prepared
from documents.packet.profiles import Profile
from documents.packet.records import ItemFolios, PacketReport, Remark, RemarkCode
from documents.packet.reference import Reference

FUT_TITLE = "Formulario único de trámite (FUT)"
INDEX_TITLE = "Índice"
_OWN_WEIGHT = 12_000
_EMPTY = sha256().hexdigest()  # stands for digests not known yet (qrcode fails on a text of nothing but zeros)
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """A packet laid out: source 0 is the request, 1 the index, the documents follow."""

    leaves: tuple[Leaf, ...]
    parts: tuple[Part, ...]
    titles: tuple[str, ...]
    index: list[paper.Page]

    @property
    def total(self) -> int:
        return sum(leaf.folio is not None for leaf in self.leaves)

    @property
    def tomes(self) -> int:
        return max(leaf.tome for leaf in self.leaves)


def lay_out(fut: Front, profile: Profile, prepared: Sequence[Prepared], target: int) -> Layout:
    """The index states where everything is, itself included: laid out again until its own length agrees."""
    heading = None if isinstance(fut, Fut) else fut
    titles = (heading.resumen if heading else FUT_TITLE, INDEX_TITLE, *(each.item.title for each in prepared))
    first = len(draw_request(fut, titles, (), 0, Reference(1, 1, _EMPTY, _EMPTY))) if heading is None else 0
    length = 1 if heading is None or heading.indexed else 0
    for _ in range(_ROUNDS):
        own = tuple(Source((_OWN_WEIGHT,) * pages, (False,) * pages) for pages in (first, length))
        leaves = place_pages((*own, *map(_source, prepared)), profile)
        if heading and not heading.numbered:
            leaves = tuple(replace(leaf, folio=None, skipped=False) for leaf in leaves)
        parts = split(leaves, profile, target)
        layout = Layout(leaves, parts, titles, [])
        if not length:
            return layout
        rows = [_row(layout, at) for at in range(1 if heading else 0, len(titles))]
        index = index_pages(KICKER if heading else "EXPEDIENTE PRESENTADO", named(fut), rows, layout.total)
        if len(index) <= length:
            return Layout(leaves, parts, titles, [*index, *[()] * (length - len(index))])
        length = len(index)
    raise AssertionError("an index that grows with its own length")


def _source(prepared: Prepared) -> Source:
    weights = tuple(face.weight for face in prepared.faces)
    return Source(weights, tuple(face.look.blank for face in prepared.faces), prepared.item.two_sided)


def _row(layout: Layout, at: int) -> IndexRow:
    several = len(layout.parts) > 1
    pages = tuple(
        f"{number}: {_span(first, last)}" if several else _span(first, last)
        for number, first, last in pages_of(layout.parts, at)
    )
    folios = tuple(_told(each, layout.tomes) for each in folios_of(layout.leaves, at))
    return IndexRow(layout.titles[at], folios, sheets_of(layout.leaves, at), pages)


def _told(folios: FolioRange, tomes: int) -> str:
    return f"T. {roman(folios.tome)}: {folios.printed}" if tomes > 1 else folios.printed


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def draw_request(
    fut: Front, titles: Sequence[str], leaves: Sequence[Leaf], total: int, reference: Reference
) -> list[paper.Page]:
    """The pages in front: the FUT, or the cover of an office's own packet."""
    if not isinstance(fut, Fut):
        return heading_pages(fut, titles[2:], total, reference)
    attached = [
        Attached(title, ", ".join(each.printed for each in folios_of(leaves, at)))
        for at, title in enumerate(titles)
        if at > 1
    ]
    return fut_pages(fut, attached, total, reference)


def item_folios(layout: Layout) -> tuple[ItemFolios, ...]:
    return tuple(
        ItemFolios(
            title,
            sum(leaf.source == at for leaf in layout.leaves),
            sheets_of(layout.leaves, at),
            folios_of(layout.leaves, at),
        )
        for at, title in enumerate(layout.titles)
    )


def report(layout: Layout, prepared: Sequence[Prepared], level: int | None, reference: str) -> PacketReport:
    remarks = [remark for each in prepared for remark in each.remarks]
    for at, each in enumerate(prepared, start=2):
        skipped = tuple(leaf.page + 1 for leaf in layout.leaves if leaf.source == at and leaf.skipped)
        if skipped:
            remarks.append(Remark(each.item.title, RemarkCode.BLANK_UNNUMBERED, skipped))
    return PacketReport(layout.total, layout.tomes, level, reference, tuple(remarks))
