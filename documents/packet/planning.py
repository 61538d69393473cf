"""Which page stands where: sheets, folios, tomes and files, before any file is written. Knows no PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from documents.packet.folios import FolioRange, Place, number_sheets, ranges
from documents.packet.profiles import Profile


@dataclass(frozen=True, slots=True)
class Source:
    """A document as planning sees it: for each page how heavy it is and whether anything is on it."""

    weights: tuple[int, ...]
    blank: tuple[bool, ...]
    two_sided: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page in its place. `sheet` counts through the packet; `folio` is None on reverses and uncounted sheets."""

    source: int
    page: int
    sheet: int
    folio: int | None
    tome: int
    weight: int
    skipped: bool = False  # a blank sheet that the destination does not number


@dataclass(frozen=True, slots=True)
class TomeStart:
    """The cover of a tome that begins inside a file."""

    tome: int
    folios: FolioRange | None


@dataclass(frozen=True, slots=True)
class Part:
    """One file: its pages in order. The covers of files are not among them; source 0 is the request."""

    entries: tuple[Leaf | TomeStart, ...]

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The pages that are not covers."""
        return tuple(entry for entry in self.entries if isinstance(entry, Leaf))

    @property
    def folios(self) -> FolioRange | None:
        """Lowest to highest folio of the file, None when no sheet of it is numbered."""
        found = [leaf.folio for leaf in self.leaves if leaf.folio is not None]
        return FolioRange(min(found), max(found), self.leaves[0].tome) if found else None


def place_pages(sources: Sequence[Source], profile: Profile) -> tuple[Leaf, ...]:
    """Every page of the packet, numbered by the destination's rule."""
    sheets = list(_sheets(sources))
    rule = profile.foliation
    counted = [rule.blank_sheets or not all(sources[at].blank[page] for page in pages) for at, pages in sheets]
    places = number_sheets(counted, rule)
    return tuple(
        Leaf(
            at,
            page,
            sheet,
            place.folio if page == pages[0] else None,
            place.tome,
            sources[at].weights[page],
            skipped=place.folio is None,
        )
        for sheet, ((at, pages), place) in enumerate(zip(sheets, places, strict=True))
        for page in pages
    )


def _sheets(sources: Sequence[Source]) -> Iterator[tuple[int, tuple[int, ...]]]:
    for at, source in enumerate(sources):
        step = 2 if source.two_sided else 1
        count = len(source.weights)
        for first in range(0, count, step):
            yield at, tuple(range(first, min(first + step, count)))


def split(leaves: Sequence[Leaf], profile: Profile, target: int) -> tuple[Part, ...]:
    """Files of about `target` bytes at most. Where several are allowed a tome begins a file; a sheet is never torn."""
    several = profile.max_files > 1
    parts: list[list[Leaf | TomeStart]] = [[]]
    weight = 0
    tome = 1
    for _, group in groupby(leaves, key=lambda leaf: leaf.sheet):
        sheet = list(group)
        heavy = sum(leaf.weight for leaf in sheet)
        begins = sheet[0].tome != tome
        if several and parts[-1] and (begins or weight + heavy > target):
            parts.append([])
            weight = 0
        elif begins:
            parts[-1].append(TomeStart(sheet[0].tome, _tome_folios(leaves, sheet[0].tome)))
        tome = sheet[0].tome
        parts[-1] += sheet
        weight += heavy
    return tuple(Part(tuple(entries)) for entries in parts)


def _tome_folios(leaves: Sequence[Leaf], tome: int) -> FolioRange | None:
    found = ranges(Place(leaf.folio, leaf.tome) for leaf in leaves if leaf.tome == tome)
    return found[0] if found else None


def folios_of(leaves: Sequence[Leaf], source: int) -> tuple[FolioRange, ...]:
    """The folios of one document."""
    return ranges(Place(leaf.folio, leaf.tome) for leaf in leaves if leaf.source == source)


def sheets_of(leaves: Sequence[Leaf], source: int) -> int:
    """How many sheets a document has, numbered or not."""
    return len({leaf.sheet for leaf in leaves if leaf.source == source})


def pages_of(parts: Sequence[Part], source: int) -> tuple[tuple[int, int, int], ...]:
    """(file, first page, last page) of one document, from 1; a later file begins with its cover."""
    found: dict[int, tuple[int, int, int]] = {}
    for number, part in enumerate(parts, start=1):
        for page, entry in enumerate(part.entries, start=1 if number == 1 else 2):
            if isinstance(entry, Leaf) and entry.source == source:
                first = found.get(number, (number, page, page))[1]
                found[number] = (number, first, page)
    return tuple(found.values())
