"""What readers of PDF make different things of: a page tree, an image, a colour, a form of one file, two pictures.

The pixels of our own viewer say nothing about another's. What is known to be read alike is a list of the format's own,
and all else on a sealed page is undecided, never a forgery: some honest software writes oddly too.
"""

import re
from collections.abc import Iterator
from typing import Final

import pikepdf

from documents.seal.limits import DEFAULT
from documents.seal.painted import disputed_parts, is_plain_drawing, parts
from documents.seal.programs import disputed_fonts

_HEAD: Final = b"%PDF-"
_HYBRID: Final = re.compile(rb"/XRefStm\b")  # a second table that some readers ask first, some last, some never
_TALLEST: Final = 40  # levels of a tree of pages
_TWICE: Final = "duplicated key"  # of qpdf's warnings: readers take the first, or the last


def disputed(pdf: pikepdf.Pdf, data: bytes) -> set[str]:
    """The parts of a file that other readers may take otherwise, in the words of the format.

    To be asked before `pdf.pages`, which mends the tree of pages.
    """
    found = {word for word, is_so in _of_the_file(pdf, data) if is_so}
    found.update(disputed_parts(pdf))
    found.update(disputed_fonts(pdf))
    if any(_TWICE in warning for warning in map(str, pdf.get_warnings())):
        found.add("duplicated key")
    return found


def _of_the_file(pdf: pikepdf.Pdf, data: bytes) -> Iterator[tuple[str, bool]]:
    yield "header", not data.startswith(_HEAD)
    yield "XRefStm", _HYBRID.search(data) is not None
    leaves = list(_leaves(pdf))
    yield "page tree", not all(leaves)
    yield "Linearized", pdf.is_linearized and not _leads_to_the_first(pdf, leaves)
    for leaf in leaves[: DEFAULT.pages]:
        yield "Contents", leaf is not None and not _is_plain_page(leaf)
        yield "Annots", leaf is not None and not isinstance(leaf.get("/Annots", pikepdf.Array()), pikepdf.Array)


def _leaves(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object | None]:
    """The pages in order; None for what one reader takes for a page, or for a parent of pages, and another does not."""
    waiting = [pdf.Root.get("/Pages")]
    known: set[tuple[int, int]] = set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or node.objgen in known or not node.is_indirect:
            yield None
            continue
        known.add(node.objgen)
        if "/Kids" not in node:
            yield node if node.get("/Type") == pikepdf.Name.Page else None
            continue
        kids = list(node.Kids) if isinstance(node.Kids, pikepdf.Array) else []
        if not _is_parent(node, kids):
            yield None
        waiting += reversed(kids)


def _is_parent(node: pikepdf.Object, kids: list[pikepdf.Object]) -> bool:
    plain = node.get("/Type") == pikepdf.Name.Pages and "/Contents" not in node
    own = all(isinstance(kid, pikepdf.Dictionary) and _is_same(kid.get("/Parent"), node) for kid in kids)
    return plain and own and node.get("/Count") == sum(_count(kid) for kid in kids)


def _is_same(one: object, other: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.objgen == other.objgen


def _count(kid: pikepdf.Object) -> int:
    return int(kid.get("/Count", 0)) if "/Kids" in kid else 1


def _leads_to_the_first(pdf: pikepdf.Pdf, leaves: list[pikepdf.Object | None]) -> bool:
    """Whether a reader that begins with the page named at the head of a linearised file finds the first."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and "/Linearized" in each:
            first = leaves[0] if leaves else None
            plain = each.get("/P", 0) == 0 and each.get("/N") == len(leaves)
            return plain and first is not None and each.get("/O") == first.objgen[0]
    return True


def _is_plain_page(page: pikepdf.Object) -> bool:
    contents = page.get("/Contents")
    if contents is None:
        return True
    return is_plain_drawing(contents if isinstance(contents, pikepdf.Array) else [contents], _resources(page))


def _resources(page: pikepdf.Object) -> pikepdf.Object | None:
    """Its own, or those of the nearest parent that has some."""
    holder: pikepdf.Object | None = page
    for _ in range(_TALLEST):
        if not isinstance(holder, pikepdf.Dictionary) or "/Resources" in holder:
            break
        holder = holder.get("/Parent")
    return holder.get("/Resources") if isinstance(holder, pikepdf.Dictionary) else None


def without_profiles(pdf: pikepdf.Pdf) -> bool:
    """Empty the colour profiles of a file, as readers see it that know only plain colours; whether there were any."""
    profiles = [each[1] for each in parts(pdf) if _is_profiled(each)]
    for profile in profiles:
        profile.write(b"")
    return bool(profiles)


def _is_profiled(each: pikepdf.Object) -> bool:
    return (
        isinstance(each, pikepdf.Array)
        and len(each) == 2
        and each[0] == pikepdf.Name.ICCBased
        and isinstance(each[1], pikepdf.Stream)
    )
