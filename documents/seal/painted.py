"""Forms, states and inks that readers of PDF draw otherwise: asked of each stream and dictionary of a file.

What is plain is drawn alike everywhere; a list of the format's own. Where the pixels of our viewer show nothing,
another may show something: a picture that only one of them can decode, an ink that only a press has.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

import pikepdf

from documents.seal.operators import drawn_names, fits_its_colours, unplain
from documents.seal.rasters import is_plain_picture, numbers_in, spaces_of
from documents.seal.streams import unpacked

_BLENDS: Final = frozenset(
    f"/{name}"
    for name in (
        "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn",
        "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
    )
)  # fmt: skip
_INKS: Final = (
    pikepdf.Name.Separation, pikepdf.Name.DeviceN, pikepdf.Name.NChannel, pikepdf.Name.Lab, pikepdf.Name.CalRGB,
    pikepdf.Name.CalGray,
)  # fmt: skip
_DEEP: Final = 40  # as in `documents.seal.actions`, which refuses what is deeper
_FORMS: Final = 5  # within each other


def disputed_parts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What of the pictures, forms and colours is contested, in the words of the format."""
    for each in parts(pdf):
        if isinstance(each, pikepdf.Array):
            yield from _of_array(each)
        else:
            yield from _named(each)
            yield from _of_stream(each) if isinstance(each, pikepdf.Stream) else ()


def parts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary, stream and array of a file, also those that stand in others."""
    for whole in pdf.objects:
        waiting = [(whole, 0)]
        while waiting:
            each, depth = waiting.pop()
            is_list = isinstance(each, pikepdf.Array)
            if not is_list and not isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                continue
            yield each
            if depth < _DEEP:
                inner = list(each) if is_list else list(each.values())
                waiting += [(value, depth + 1) for value in inner if not getattr(value, "is_indirect", True)]


def is_plain_drawing(streams: Iterable[object], resources: pikepdf.Object | None) -> bool:
    """Whether these streams, one after the other, are drawn alike by every reader."""
    contents = [unpacked(each) for each in streams]
    whole = b"\n".join(each for each in contents if each is not None)
    plain = None not in contents and unplain(whole) is None
    return plain and fits_its_colours(whole, spaces_of(resources))


def _of_stream(stream: pikepdf.Stream) -> Iterator[str]:
    kind = stream.get("/Subtype")
    if {"/F", "/FFilter"} & stream.keys():
        yield "external stream"
    if "/PatternType" in stream or "/ShadingType" in stream:
        yield "Pattern"
    if kind == pikepdf.Name.Form and not _is_plain_form(stream):
        yield "Form"
    if kind == pikepdf.Name.Image and not is_plain_picture(stream):
        yield "Image"


def _is_plain_form(form: pikepdf.Stream) -> bool:
    placed = _numbers(form.get("/BBox"), 4) and _numbers(form.get("/Matrix"), 6, absent=True)
    own = form.get("/Resources")
    # Without resources of its own a name means the caller's, or the page's, or nothing.
    return placed and isinstance(own, pikepdf.Dictionary) and is_plain_drawing([form], own) and _is_shallow(form)


def _numbers(value: pikepdf.Object | None, count: int, *, absent: bool = False) -> bool:
    if not isinstance(value, pikepdf.Array):
        return absent and value is None
    return len(value) == count and all(_is_number(each) for each in value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal)


def _is_shallow(form: pikepdf.Object, left: int = _FORMS) -> bool:
    """Whether forms are drawn within forms no deeper than every reader goes, and none within itself."""
    own = form.get("/Resources")
    named = own.get("/XObject") if isinstance(own, pikepdf.Dictionary) else None
    if not isinstance(named, pikepdf.Dictionary):
        return True
    drawn = [named.get(name) for name in drawn_names(unpacked(form) or b"")]
    inner = [each for each in drawn if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == pikepdf.Name.Form]
    return not inner or (left > 0 and all(_is_shallow(each, left - 1) for each in inner))


def _named(each: pikepdf.Object) -> Iterator[str]:
    asked = {
        "SMask": isinstance(each, pikepdf.Stream) or not isinstance(each.get("/SMask"), pikepdf.Dictionary),
        "BM": str(each.get("/BM", "/Normal")) in _BLENDS,
        "Pattern": "/ShadingType" not in each and each.get("/PatternType") != 2,
        "ExtGState": _are_plain_states(each.get("/ExtGState")),
        "Group": each.get("/S") != pikepdf.Name.Transparency or _is_plain_group(each),
        "TransferFunction": each.get("/TransferFunction", pikepdf.Name.Identity) == pikepdf.Name.Identity,
        "Type3": each.get("/Subtype") != pikepdf.Name.Type3,
        "XObject": _are_drawn(each.get("/XObject")),
    }
    return (word for word, plain in asked.items() if not plain)


def _are_plain_states(states: object) -> bool:
    return not isinstance(states, pikepdf.Dictionary) or all(_is_plain_state(each) for each in states.values())


def _is_plain_state(state: object) -> bool:
    """Whether a graphics state has only settings that a reader cannot misunderstand."""
    if not isinstance(state, pikepdf.Dictionary):
        return False
    shares = [state[key] for key in ("/ca", "/CA") if key in state]
    wide, dash = state.get("/LW", 1), state.get("/D")
    if not all(_is_number(each) and 0 <= each <= 1 for each in shares) or not _is_number(wide) or "/Font" in state:
        return False
    return dash is None or (isinstance(dash, pikepdf.Array) and len(dash) == 2 and _is_plain_dash(dash[0]))


def _is_plain_dash(lengths: object) -> bool:
    return isinstance(lengths, pikepdf.Array) and (
        not len(lengths) or (all(_is_number(each) and each >= 0 for each in lengths) and any(lengths))
    )


def _is_plain_group(group: pikepdf.Object) -> bool:
    """Whether what is drawn together lies on the page as if it were drawn alone, in the colours of screens."""
    space = group.get("/CS")
    return not group.get("/K") and (space is None or numbers_in(space) in {1, 3})


def _are_drawn(names: object) -> bool:
    kinds = (pikepdf.Name.Form, pikepdf.Name.Image)
    return not isinstance(names, pikepdf.Dictionary) or all(
        isinstance(each, pikepdf.Stream) and each.get("/Subtype") in kinds for each in names.values()
    )


def _of_array(values: pikepdf.Array) -> Iterator[str]:
    if len(values) and isinstance(values[0], pikepdf.Name) and values[0] in _INKS:
        yield str(values[0]).removeprefix("/")
