"""What in a file acts, or shows elsewhere what it does not show here: asked of every object, wherever it hangs.

Not of the catalogue alone: a page, a link, an outline, a field, the action after an action can hold the same. Which
names act is a list of the format's own (ISO 32000-2, 12.6.4); what is not on it does nothing to what is seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import pikepdf

_ACTS: Final = (
    "/JavaScript", "/Launch", "/GoToE", "/GoToR", "/SubmitForm", "/ImportData", "/ResetForm", "/Hide", "/SetOCGState",
    "/Rendition", "/RichMediaExecute", "/Movie", "/Sound", "/GoTo3DView", "/GoToDp",
)  # fmt: skip
_ACTING: Final = tuple(map(pikepdf.Name, _ACTS))
_ACTIVE: Final = {"/AA": "AA", "/JS": "JavaScript", "/XFA": "XFA", "/Collection": "Collection"}  # wherever they stand
_ELSEWHERE: Final = frozenset({"/Alternates", "/OPI", "/Thumb"})  # another picture, for a printer or a side bar
_AREAS: Final = frozenset({"/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip"})  # how much of a page is shown
_PALETTES: Final = frozenset({"/DefaultGray", "/DefaultRGB", "/DefaultCMYK"})  # another meaning of plain colours
_OVERPRINT: Final = frozenset({"/OP", "/op"})  # white that hides here lets what is under it through there
_TRANSFER: Final = ("/TR", "/TR2")  # what printers and some viewers make of colours
_SETTLED: Final = (pikepdf.Name.Identity, pikepdf.Name.Default)
_LAYERED: Final = (pikepdf.Name.OCG, pikepdf.Name.OCMD)
_QUIET: Final = (pikepdf.Name.Link, pikepdf.Name.Popup)
_NOTES: Final = 1_000  # of a page; with more, not all of them were looked at
_MOST: Final = 200_000  # entries of a file; a payslip has a thousand
_DEEP: Final = 40


class TooMuchError(ValueError):
    """More in the file than is worth looking through."""


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What was found, in the words of the format."""

    acts: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)  # other viewers or printers show something else
    layered: bool = False


def behaviour_of(pdf: pikepdf.Pdf) -> Behaviour:
    """What acts in the file, or looks otherwise elsewhere. Raises TooMuchError."""
    acts: set[str] = set()
    elsewhere: set[str] = set()
    layered = False
    for key, value, holder in _entries(pdf):
        if key in _ACTIVE or (key == "/S" and value in _ACTING and not _is_structure(holder)):
            acts.add(_ACTIVE.get(key) or str(value).removeprefix("/"))
        elif _shows_elsewhere(key, value, holder):
            elsewhere.add((str(value) if key.startswith("/Subtype") else key).removeprefix("/"))
        elif key == "/OC" or (key == "/Type" and value in _LAYERED):
            layered = True
    return Behaviour(acts, elsewhere, layered)


def _is_structure(holder: pikepdf.Object) -> bool:
    """An element of the document's structure, whose /S is the name of a role."""
    return "/P" in holder and ("/K" in holder or holder.get("/Type") == pikepdf.Name.StructElem)


def _shows_elsewhere(key: str, value: object, holder: pikepdf.Object) -> bool:
    if key == "/Ref":
        return holder.get("/Subtype") == pikepdf.Name.Form
    if key in _OVERPRINT:
        return value is True
    if key in _AREAS:
        return value != pikepdf.Name.CropBox
    if key in _TRANSFER:
        return value not in _SETTLED
    return key in _ELSEWHERE or key in _PALETTES or (key in {"/Subtype", "/Subtype2"} and value == pikepdf.Name.PS)


def acting_links(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str]]:
    """(page from 0, kind) of links and pop-ups that show themselves or lead elsewhere, and of too many notes."""
    for number, page in enumerate(pdf.pages):
        notes = page.obj.get("/Annots")
        if isinstance(notes, pikepdf.Array) and len(notes) > _NOTES:
            yield number, "Other"
        for note in notes if isinstance(notes, pikepdf.Array) else ():
            if isinstance(note, pikepdf.Dictionary) and note.get("/Subtype") in _QUIET and not _is_quiet(note):
                yield number, str(note.Subtype).removeprefix("/")


def _is_quiet(note: pikepdf.Object) -> bool:
    """Without a look of its own, and leading nowhere but to a place in the document."""
    if "/AP" in note:
        return False
    if note.Subtype == pikepdf.Name.Popup:
        return True
    action = note.get("/A")
    inside = action is None or (isinstance(action, pikepdf.Dictionary) and action.get("/S") == pikepdf.Name.GoTo)
    return inside and _border(note) == 0


def _border(note: pikepdf.Object) -> float:
    """Its width in points; without a word it is one."""
    style, border = note.get("/BS"), note.get("/Border")
    if isinstance(style, pikepdf.Dictionary):
        return float(style.get("/W", 1))
    return float(border[2]) if isinstance(border, pikepdf.Array) and len(border) > 2 else 1.0


def _entries(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object, pikepdf.Object]]:
    """(key, value, the dictionary it stands in) of everything in the file. Raises TooMuchError."""
    left = _MOST
    for each in pdf.objects:
        waiting = [(each, 0)]
        while waiting:
            holder, depth = waiting.pop()
            is_list = isinstance(holder, pikepdf.Array)
            if not is_list and not isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
                continue
            pairs = [("", value) for value in holder] if is_list else list(holder.items())
            left -= len(pairs)
            if left < 0 or depth > _DEEP:
                raise TooMuchError(f"more than {_MOST} entries")
            for key, value in pairs:
                yield key, value, holder
                if not getattr(value, "is_indirect", True):
                    waiting.append((value, depth + 1))
