"""One try at the files of a packet: lays the pages out, draws request and index, binds, weighs and names the files."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pikepdf

from documents.packet import closing, paper
from documents.packet.binding import Binding, Bookmark, opened
from documents.packet.covers import Cover, cover_page
from documents.packet.errors import PacketTooLargeError
from documents.packet.folios import FolioRange
from documents.packet.fut import Fut
from documents.packet.fut_page import Attached, fut_pages
from documents.packet.index_page import IndexRow, index_pages
from documents.packet.letters import roman
from documents.packet.planning import (
    Leaf,
    Part,
    Source,
    TomeStart,
    folios_of,
    pages_of,
    place_pages,
    sheets_of,
    split,
)
from documents.packet.preparing import Prepared, prepare_own
from documents.packet.profiles import Profile
from documents.packet.records import (
    ItemFolios,
    PacketFile,
    PacketReport,
    PacketResult,
    Remark,
    RemarkCode,
    Stage,
)
from documents.packet.reference import Reference, references
from documents.packet.spots import Look, Spot
from documents.packet.stamping import Stamp, draw_stamps
from documents.packet.writing import file_digest, publish
from documents.sheet import A4

FUT_TITLE = "Formulario único de trámite (FUT)"
INDEX_TITLE = "Índice"
_OWN = Look(Spot(paper.LEFT, 38.0), blank=False)  # where our own pages keep room for the folio
_OWN_WEIGHT = 12_000
_EMPTY = sha256().hexdigest()  # stands for digests not known yet (qrcode fails on a text of nothing but zeros)
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Packet:
    """What stays the same from try to try."""

    cover: Fut
    profile: Profile
    folder: Path
    stem: str
    work: Path
    step: Callable[[Stage, int, int], None]

    def names(self, parts: int) -> list[str]:
        """The names of the files."""
        if parts == 1:
            return [f"{self.stem}.pdf"]
        return [f"{self.stem}_{number}-de-{parts}.pdf" for number in range(1, parts + 1)]


@dataclass(frozen=True, slots=True)
class _Layout:
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


def compose(packet: Packet, prepared: Sequence[Prepared], target: int, level: int | None) -> PacketResult:
    """Write and publish the files. Raises PacketTooLargeError before anything has its name; PacketError otherwise."""
    layout = _lay_out(packet, prepared, target)
    count = len(layout.parts)
    if count > packet.profile.max_files:
        size = sum(leaf.weight for leaf in layout.leaves)
        limit = packet.profile.max_total_bytes
        raise PacketTooLargeError(size=size, limit=limit, files=count, most_files=packet.profile.max_files)
    files, reference = _bind(packet, prepared, layout)
    publish([(packet.work / file.path.name, file.path) for file in files])
    return PacketResult(files, _item_folios(layout), _report(layout, prepared, level, reference))


def _lay_out(packet: Packet, prepared: Sequence[Prepared], target: int) -> _Layout:
    """The index states where everything is, itself included: laid out again until its own length agrees."""
    titles = (FUT_TITLE, INDEX_TITLE, *(each.item.title for each in prepared))
    first = len(_drawn_fut(packet, titles, (), 0, Reference(1, 1, _EMPTY, _EMPTY)))
    length = 1
    for _ in range(_ROUNDS):
        own = tuple(Source((_OWN_WEIGHT,) * pages, (False,) * pages) for pages in (first, length))
        leaves = place_pages((*own, *map(_source, prepared)), packet.profile)
        parts = split(leaves, packet.profile, target)
        layout = _Layout(leaves, parts, titles, [])
        index = index_pages(packet.cover, [_row(layout, at) for at in range(len(titles))], layout.total)
        if len(index) <= length:
            return _Layout(leaves, parts, titles, [*index, *[()] * (length - len(index))])
        length = len(index)
    raise AssertionError("an index that grows with its own length")


def _source(prepared: Prepared) -> Source:
    weights = tuple(face.weight for face in prepared.faces)
    return Source(weights, tuple(face.look.blank for face in prepared.faces), prepared.item.two_sided)


def _row(layout: _Layout, at: int) -> IndexRow:
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


def _drawn_fut(
    packet: Packet, titles: Sequence[str], leaves: Sequence[Leaf], total: int, reference: Reference
) -> list[paper.Page]:
    attached = [
        Attached(title, ", ".join(each.printed for each in folios_of(leaves, at)))
        for at, title in enumerate(titles)
        if at > 1
    ]
    return fut_pages(packet.cover, attached, total, reference)


def _bind(packet: Packet, prepared: Sequence[Prepared], layout: _Layout) -> tuple[tuple[PacketFile, ...], str]:
    """All files in the working folder, none too large; and the name of the whole."""
    index = prepare_own(_pdf(packet, layout.index), INDEX_TITLE, packet.work / "index.pdf", _OWN)
    with ExitStack() as stack:
        stamps = stack.enter_context(_stamps(packet, layout, prepared))
        sources = {
            at: stack.enter_context(pikepdf.open(each.file, access_mode=pikepdf.AccessMode.stream))
            for at, each in enumerate((index, *prepared), 1)
        }
        bindings = [stack.enter_context(_documents(packet, layout, part, sources, stamps)) for part in layout.parts]
        named = references([binding.digest() for binding in bindings])
        made = []
        for part, binding, reference in zip(layout.parts, bindings, named, strict=True):
            made.append(_finished(packet, layout, part, binding, reference))
            packet.step(Stage.WRITING, len(layout.leaves), len(layout.leaves))
    _weigh(packet.profile, made)
    return tuple(made), named[0].packet


def _weigh(profile: Profile, made: Sequence[PacketFile]) -> None:
    largest, whole = max(file.size for file in made), sum(file.size for file in made)
    if largest > profile.max_file_bytes:
        raise PacketTooLargeError(size=largest, limit=profile.max_file_bytes, most_files=profile.max_files)
    if whole > profile.max_total_bytes:
        files = profile.max_files + 1  # packing tighter does not help
        raise PacketTooLargeError(size=whole, limit=profile.max_total_bytes, files=files, most_files=profile.max_files)


def _pdf(packet: Packet, pages: Sequence[paper.Page]) -> bytes:
    return paper.draw(pages, paper.Properties(packet.stem, packet.cover.fecha))


def _stamps(packet: Packet, layout: _Layout, prepared: Sequence[Prepared]) -> pikepdf.Pdf:
    """One page for each folio, in the order of the numbered pages."""
    wanted = [_stamp(leaf, prepared) for leaf in layout.leaves if leaf.folio is not None]
    properties = paper.Properties(packet.stem, packet.cover.fecha)
    return opened(draw_stamps(wanted, properties, letters=packet.profile.foliation.in_letters))


def _stamp(leaf: Leaf, prepared: Sequence[Prepared]) -> Stamp:
    folio = leaf.folio or 0
    if leaf.source < 2:
        return Stamp(*A4, _OWN.spot, folio)
    face = prepared[leaf.source - 2].faces[leaf.page]
    return Stamp(face.width, face.height, face.look.spot, folio)


def _documents(
    packet: Packet, layout: _Layout, part: Part, sources: dict[int, pikepdf.Pdf], stamps: pikepdf.Pdf
) -> Binding:
    """The index and the documents of a file, with their folios: what its digest is of."""
    binding = Binding()
    order = {leaf: at for at, leaf in enumerate(leaf for leaf in layout.leaves if leaf.folio is not None)}
    marked: set[int] = set()
    for entry in part.entries:
        packet.step(Stage.WRITING, len(binding.labels), len(layout.leaves))
        if isinstance(entry, TomeStart):
            _add_tome(packet, layout, binding, entry)
        elif entry.source > 0:
            if entry.source not in marked:
                marked.add(entry.source)
                binding.bookmarks.append(_bookmark(layout, entry, len(binding.labels)))
            stamp = stamps.pages[order[entry]] if entry in order else None
            binding.add(sources[entry.source].pages[entry.page], _label(entry), stamp)
    return binding


def _bookmark(layout: _Layout, leaf: Leaf, page: int) -> Bookmark:
    folios = ", ".join(each.printed for each in folios_of(layout.leaves, leaf.source))
    title = layout.titles[leaf.source]
    return Bookmark(f"{title} (folios {folios})" if folios else title, page)


def _label(leaf: Leaf) -> str:
    if leaf.folio is not None:
        return str(leaf.folio)
    return "s/f" if leaf.skipped else "vuelta"


def _add_tome(packet: Packet, layout: _Layout, binding: Binding, start: TomeStart) -> None:
    cover = Cover(start.tome, layout.tomes, start.folios)
    name = f"Tomo {roman(start.tome)}"
    binding.bookmarks.append(Bookmark(name, len(binding.labels)))
    binding.take(_pdf(packet, [cover_page(packet.cover, cover)]), [name])


def _finished(packet: Packet, layout: _Layout, part: Part, binding: Binding, reference: Reference) -> PacketFile:
    """The cover in front, the closing page behind, saved in the working folder under the name it will have."""
    names = packet.names(reference.parts)
    if reference.part == 1:
        pages = _drawn_fut(packet, layout.titles, layout.leaves, layout.total, reference)
        folios = [leaf.folio for leaf in part.leaves if leaf.source == 0]
        labels = [str(folio) if folio else "FUT" for folio in folios]
    else:
        pages, folios, labels = [_file_cover(packet, layout, part, reference)], [None], ["Carátula"]
    letters = packet.profile.foliation.in_letters
    binding.put_cover(_pdf(packet, pages), _cover_stamps(packet, folios, letters=letters), labels)
    binding.bookmarks.insert(0, Bookmark(FUT_TITLE if reference.part == 1 else "Carátula", 0))
    behind = _add_closing(packet, binding, names) if reference.part == reference.parts else 0
    title = packet.cover.resumen + (f" ({reference.part} de {reference.parts})" if reference.parts > 1 else "")
    file = packet.work / names[reference.part - 1]
    size = binding.save(file, packet.cover, title, cover=len(pages), closing=behind)
    target = packet.folder / file.name
    return PacketFile(target, size, len(binding.labels), file_digest(file), reference.digest, part.folios)


def _cover_stamps(packet: Packet, folios: Sequence[int | None], *, letters: bool) -> bytes | None:
    stamps = [Stamp(*A4, _OWN.spot, folio) for folio in folios if folio is not None]
    properties = paper.Properties(packet.stem, packet.cover.fecha)
    return draw_stamps(stamps, properties, letters=letters) if stamps else None


def _file_cover(packet: Packet, layout: _Layout, part: Part, reference: Reference) -> paper.Page:
    return cover_page(packet.cover, Cover(part.leaves[0].tome, layout.tomes, part.folios, reference))


def _add_closing(packet: Packet, binding: Binding, names: Sequence[str]) -> int:
    if not packet.profile.closing_page:
        return 0
    pages = closing.closing_pages(packet.cover, packet.profile, names)
    binding.bookmarks.append(Bookmark("Qué hacer con este archivo", len(binding.labels)))
    binding.take(_pdf(packet, pages), ["Indicaciones"] * len(pages))
    return len(pages)


def _item_folios(layout: _Layout) -> tuple[ItemFolios, ...]:
    return tuple(
        ItemFolios(
            title,
            sum(leaf.source == at for leaf in layout.leaves),
            sheets_of(layout.leaves, at),
            folios_of(layout.leaves, at),
        )
        for at, title in enumerate(layout.titles)
    )


def _report(layout: _Layout, prepared: Sequence[Prepared], level: int | None, reference: str) -> PacketReport:
    remarks = [remark for each in prepared for remark in each.remarks]
    for at, each in enumerate(prepared, start=2):
        skipped = tuple(leaf.page + 1 for leaf in layout.leaves if leaf.source == at and leaf.skipped)
        if skipped:
            remarks.append(Remark(each.item.title, RemarkCode.BLANK_UNNUMBERED, skipped))
    return PacketReport(layout.total, layout.tomes, level, reference, tuple(remarks))
