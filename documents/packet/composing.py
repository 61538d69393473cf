"""One try at the files of a packet: lays the pages out, draws request and index, binds, weighs and names the files."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from documents.packet import closing, paper
from documents.packet.binding import Binding, Bookmark, join, opened
from documents.packet.covers import Cover, cover_page
from documents.packet.errors import PacketTooLargeError
from documents.packet.fut import Fut
from documents.packet.heading import Front
from documents.packet.layout import FUT_TITLE, INDEX_TITLE, Layout, draw_request, item_folios, lay_out, report
from documents.packet.letters import roman
from documents.packet.planning import (
    Leaf,
    Part,
    TomeStart,
    folios_of,
)
from documents.packet.preparing import Prepared, prepare_own
from documents.packet.profiles import Profile
from documents.packet.records import (
    PacketFile,
    PacketResult,
    Stage,
)
from documents.packet.reference import Reference, references
from documents.packet.spots import Look, Spot
from documents.packet.stamping import Stamp, draw_stamps
from documents.packet.writing import file_digest, publish
from documents.sheet import A4

OWN_PLACE = Look(Spot(paper.LEFT, 38.0), blank=False)  # where our own pages keep room for the folio


@dataclass(frozen=True, slots=True)
class Packet:
    """What stays the same from try to try."""

    cover: Front
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


def compose(packet: Packet, prepared: Sequence[Prepared], target: int, level: int | None) -> PacketResult:
    """Write and publish the files. Raises PacketTooLargeError before anything has its name; PacketError otherwise."""
    layout = lay_out(packet.cover, packet.profile, prepared, target)
    count = len(layout.parts)
    if count > packet.profile.max_files:
        size = sum(leaf.weight for leaf in layout.leaves)
        limit = packet.profile.max_total_bytes
        raise PacketTooLargeError(size=size, limit=limit, files=count, most_files=packet.profile.max_files)
    files, reference = _bind(packet, prepared, layout)
    publish([(packet.work / file.path.name, file.path) for file in files])
    return PacketResult(files, item_folios(layout), report(layout, prepared, level, reference))


def _bind(packet: Packet, prepared: Sequence[Prepared], layout: Layout) -> tuple[tuple[PacketFile, ...], str]:
    """All files in the working folder, none too large; and the name of the whole."""
    index = packet.work / "index.pdf"
    if layout.index:
        prepare_own(_pdf(packet, layout.index), INDEX_TITLE, index, OWN_PLACE)
    files = [index, *(each.file for each in prepared)]
    with ExitStack() as stack:
        stamps = stack.enter_context(_stamps(packet, layout, prepared))
        bindings = [stack.enter_context(_documents(packet, layout, part, files, stamps)) for part in layout.parts]
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


def _stamps(packet: Packet, layout: Layout, prepared: Sequence[Prepared]) -> pikepdf.Pdf:
    """One page for each folio, in the order of the numbered pages."""
    wanted = [_stamp(leaf, prepared) for leaf in layout.leaves if leaf.folio is not None]
    properties = paper.Properties(packet.stem, packet.cover.fecha)
    return opened(draw_stamps(wanted, properties, letters=packet.profile.foliation.in_letters))


def _stamp(leaf: Leaf, prepared: Sequence[Prepared]) -> Stamp:
    folio = leaf.folio or 0
    if leaf.source < 2:
        return Stamp(*A4, OWN_PLACE.spot, folio)
    face = prepared[leaf.source - 2].faces[leaf.page]
    return Stamp(face.width, face.height, face.look.spot, folio)


def _documents(packet: Packet, layout: Layout, part: Part, files: Sequence[Path], stamps: pikepdf.Pdf) -> Binding:
    """The index and the documents of a file, with their folios: what its digest is of."""
    entries = [entry for entry in part.entries if isinstance(entry, TomeStart) or entry.source > 0]
    body = packet.work / f"body-{layout.parts.index(part)}.pdf"
    join((_origin(packet, layout, entry, files) for entry in entries), body)
    binding = Binding(body)
    order = {leaf: at for at, leaf in enumerate(leaf for leaf in layout.leaves if leaf.folio is not None)}
    marked: set[int] = set()
    for page, entry in enumerate(entries):
        packet.step(Stage.WRITING, page, len(layout.leaves))
        if isinstance(entry, TomeStart):
            name = f"Tomo {roman(entry.tome)}"
            binding.bookmarks.append(Bookmark(name, page))
            binding.describe(name)
            continue
        if entry.source not in marked:
            marked.add(entry.source)
            binding.bookmarks.append(_bookmark(layout, entry, page))
        binding.describe(_label(entry), stamps.pages[order[entry]] if entry in order else None)
    return binding


def _origin(packet: Packet, layout: Layout, entry: Leaf | TomeStart, files: Sequence[Path]) -> tuple[Path, int]:
    """Which page of which working file."""
    if isinstance(entry, TomeStart):
        return _tome_file(packet, layout, entry), 0
    return files[entry.source - 1], entry.page


def _tome_file(packet: Packet, layout: Layout, start: TomeStart) -> Path:
    """The cover of a tome as a working file."""
    file = packet.work / f"tome-{start.tome}.pdf"
    prepare_own(
        _pdf(packet, [cover_page(packet.cover, Cover(start.tome, layout.tomes, start.folios))]), "", file, OWN_PLACE
    )
    return file


def _bookmark(layout: Layout, leaf: Leaf, page: int) -> Bookmark:
    folios = ", ".join(each.printed for each in folios_of(layout.leaves, leaf.source))
    title = layout.titles[leaf.source]
    return Bookmark(f"{title} (folios {folios})" if folios else title, page)


def _label(leaf: Leaf) -> str:
    if leaf.folio is not None:
        return str(leaf.folio)
    return "s/f" if leaf.skipped else "vuelta"


def _finished(packet: Packet, layout: Layout, part: Part, binding: Binding, reference: Reference) -> PacketFile:
    """The cover in front, the closing page behind, saved in the working folder under the name it will have."""
    names = packet.names(reference.parts)
    if reference.part == 1:
        pages = draw_request(packet.cover, layout.titles, layout.leaves, layout.total, reference)
        folios = [leaf.folio for leaf in part.leaves if leaf.source == 0] or [None] * len(pages)
        labels = [str(folio) if folio else _front_label(packet) for folio in folios]
    else:
        pages, folios, labels = [_file_cover(packet, layout, part, reference)], [None], ["Carátula"]
    if pages:
        letters = packet.profile.foliation.in_letters
        binding.put_cover(_pdf(packet, pages), _cover_stamps(packet, folios, letters=letters), labels)
        fut = isinstance(packet.cover, Fut) and reference.part == 1
        binding.bookmarks.insert(0, Bookmark(FUT_TITLE if fut else "Carátula", 0))
    behind = _add_closing(packet, binding, names) if reference.part == reference.parts else 0
    title = packet.cover.resumen + (f" ({reference.part} de {reference.parts})" if reference.parts > 1 else "")
    file = packet.work / names[reference.part - 1]
    size = binding.save(file, packet.cover, title, cover=len(pages), closing=behind)
    target = packet.folder / file.name
    return PacketFile(target, size, len(binding.labels), file_digest(file), reference.digest, part.folios)


def _front_label(packet: Packet) -> str:
    return "FUT" if isinstance(packet.cover, Fut) else "Carátula"


def _cover_stamps(packet: Packet, folios: Sequence[int | None], *, letters: bool) -> bytes | None:
    stamps = [Stamp(*A4, OWN_PLACE.spot, folio) for folio in folios if folio is not None]
    properties = paper.Properties(packet.stem, packet.cover.fecha)
    return draw_stamps(stamps, properties, letters=letters) if stamps else None


def _file_cover(packet: Packet, layout: Layout, part: Part, reference: Reference) -> paper.Page:
    return cover_page(packet.cover, Cover(part.leaves[0].tome, layout.tomes, part.folios, reference))


def _add_closing(packet: Packet, binding: Binding, names: Sequence[str]) -> int:
    if not packet.profile.closing_page or not isinstance(packet.cover, Fut):
        return 0
    pages = closing.closing_pages(packet.cover, packet.profile, names)
    binding.bookmarks.append(Bookmark("Qué hacer con este archivo", len(binding.labels)))
    binding.take(_pdf(packet, pages), ["Indicaciones"] * len(pages))
    return len(pages)
