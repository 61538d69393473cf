"""Forgeries in what readers decode and colour each in their own way: pictures, inks, masks, patterns.

PDFium shows none of them, or shows the true letters. Most differ in MuPDF, Poppler or Ghostscript, others on a press.
The last are seen by everybody: digits of which a part pales.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image, ImageCms

from documents.fonts import Face
from tests.attacks.cases import ADDED, CHANGED, Base, Case, add, case, net_run, raised
from tests.attacks.faces import outlines, text_width
from tests.attacks.forging_cover import curves, image_object, patch, picture_of, place_of, state
from tests.attacks.sheet import Sheet

_HIDDEN = "on our screen every signed value is true; elsewhere it is not"
_CLAIM = outlines("REAL S/ 9,850.40", Face.SEMIBOLD, 30, 60, 160) + b" f"


def _overlay(sheet: Sheet) -> bytes:
    net = net_run(sheet)
    return patch(net) + b" " + curves(net, raised(net.text))


def _soft_mask(sheet: Sheet, kind: str) -> Dictionary:
    """A mask that lets nothing through, where it is understood."""
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    nothing = Stream(sheet.pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=sheet.page.MediaBox, Group=group)
    return Dictionary(Type=Name.Mask, S=Name(kind), G=sheet.pdf.make_indirect(nothing))


def _in_state(entries: Callable[[Sheet], dict[str, Any]]) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        """The overlay in a state that hides it here."""
        sheet = base.sheet()
        sheet.append(state(sheet, "/GS9", **entries(sheet)).encode() + b" " + _overlay(sheet))
        return sheet.save()

    return make


for _name, _entries in {
    "mask_of_an_unknown_kind": lambda sheet: {"SMask": _soft_mask(sheet, "/Nada")},
    "mask_that_hides_all": lambda sheet: {"SMask": _soft_mask(sheet, "/Alpha")},
    "opacity_that_is_no_number": lambda _: {"ca": -1},
}.items():
    add(Case(_name, "attack", "inks and masks", _in_state(_entries), ADDED, _HIDDEN))


def _inked(space: Callable[[Sheet], Array], numbers: bytes) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        """A claim in an ink that is the paper's colour here, and black there."""
        sheet = base.sheet()
        sheet.resource("/ColorSpace", "/CS9", space(sheet))
        sheet.append(b"/CS9 cs " + numbers + b" scn " + _CLAIM)
        return sheet.save()

    return make


def _constant(sheet: Sheet, colour: list[float]) -> pikepdf.Object:
    return sheet.pdf.make_indirect(Dictionary(FunctionType=2, Domain=[0, 1], C0=colour, C1=colour, N=1))


def _separation(name: str, shown: int) -> Callable[[Sheet], Array]:
    """An ink, and the grey that stands for it where it is not at hand."""
    return lambda sheet: Array([Name.Separation, Name(name), Name.DeviceRGB, _constant(sheet, [shown] * 3)])


def _turned_profile(sheet: Sheet) -> Array:
    """Red, green and blue as ever, but 0 is light and 1 is dark."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for entry in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12):
        if profile[entry : entry + 4] == b"rTRC":
            at = int.from_bytes(profile[entry + 4 : entry + 8], "big")
            profile[at : at + 16] = b"curv\0\0\0\0\0\0\0\2\xff\xff\0\0"
    return Array(
        [Name.ICCBased, sheet.pdf.make_indirect(Stream(sheet.pdf, bytes(profile), N=3, Alternate=Name.DeviceRGB))]
    )


for _name, _space, _numbers in (
    (
        "ink_of_no_name",
        _separation("/None", 0),
        b"1",
    ),
    ("black_of_a_press", _separation("/Black", 1), b"1"),
    ("profile_turned_round", _turned_profile, b".01 .01 .01"),
):
    add(Case(_name, "attack", "inks and masks", _inked(_space, _numbers), ADDED, _HIDDEN))


def _pictured(change: Callable[[Sheet, Image.Image], pikepdf.Object]) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        """A picture of another net over the net, in a form that our viewer does not show."""
        sheet = base.sheet()
        net = net_run(sheet)
        sheet.resource("/XObject", "/Im9", change(sheet, picture_of(net, raised(net.text))))
        sheet.append(f"{place_of(net)} /Im9 Do".encode())
        return sheet.save()

    return make


def _with(made: pikepdf.Object, **entries: Any) -> pikepdf.Object:
    for key, value in entries.items():
        made[f"/{key}"] = value
    return made


def _clear_jpx(sheet: Sheet, picture: Image.Image) -> pikepdf.Object:
    """It brings its own transparency; not every reader looks for it."""
    clear = picture.convert("RGBA")
    clear.putalpha(0)
    written = BytesIO()
    clear.save(written, "JPEG2000")
    return sheet.pdf.make_indirect(
        Stream(
            sheet.pdf, written.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=picture.width,
            Height=picture.height, Filter=Name.JPXDecode, SMaskInData=1,
        )
    )  # fmt: skip


for _name, _change in {
    "jpx_with_its_own_transparency": _clear_jpx,
    "depth_that_no_reader_knows": lambda s, p: _with(image_object(s.pdf, p), BitsPerComponent=3),
    "all_colours_let_through": lambda s, p: _with(image_object(s.pdf, p), Mask=Array([0, 999] * 3)),
    "picture_as_a_mask": lambda s, p: image_object(s.pdf, p, Mask=image_object(s.pdf, Image.new("L", p.size, 0))),
    "picture_wider_than_any": lambda s, p: _with(image_object(s.pdf, p), Width=2**31 - 1),
}.items():
    add(Case(_name, "attack", "pictures elsewhere", _pictured(_change), ADDED, _HIDDEN))


@case("attack", "inks and masks", ADDED, why=_HIDDEN)
def pattern_without_a_box(base: Base) -> bytes:
    sheet = base.sheet()
    tile = Stream(
        sheet.pdf, _overlay(sheet), PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 0, 0], XStep=595, YStep=842,
        Resources=Dictionary(),
    )  # fmt: skip
    sheet.resource("/Pattern", "/P9", sheet.pdf.make_indirect(tile))
    x, y, wide, high = net_run(sheet).box()
    sheet.append(f"/Pattern cs /P9 scn {x:.2f} {y:.2f} {wide:.2f} {high:.2f} re f".encode())
    return sheet.save()


@case("attack", "inks and masks", ADDED, why=_HIDDEN)
def shading_with_a_ground(base: Base) -> bytes:
    sheet = base.sheet()
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1], Background=[0, 0, 0], Extend=[False, False],
        Function=_constant(sheet, [0, 0, 0]),
    )  # fmt: skip
    sheet.resource("/Shading", "/S9", sheet.pdf.make_indirect(shading))
    sheet.append(_CLAIM[:-1] + b"W n /S9 sh")
    return sheet.save()


def _nested(sheet: Sheet, levels: int) -> None:
    sheet.form("/Fm0", _CLAIM)
    for level in range(1, levels):
        sheet.form(f"/Fm{level}", f"/Fm{level - 1} Do".encode())
    sheet.append(f"/Fm{levels - 1} Do".encode())


@case("attack", "inks and masks", ADDED, why=_HIDDEN)
def forms_deeper_than_our_viewer_goes(base: Base) -> bytes:
    sheet = base.sheet()
    _nested(sheet, 60)
    return sheet.save()


@case("attack", "inks and masks", ADDED, why=_HIDDEN)
def form_that_takes_names_from_its_caller(base: Base) -> bytes:
    """It has no resources: /X is the caller's blank here, the page's forged form elsewhere."""
    sheet = base.sheet()
    box = sheet.page.MediaBox

    def form(drawn: bytes, **entries: Any) -> pikepdf.Object:
        return sheet.pdf.make_indirect(
            Stream(sheet.pdf, drawn, Type=Name.XObject, Subtype=Name.Form, BBox=box, **entries)
        )

    own = Dictionary(XObject=Dictionary(Mid=form(b"/X Do"), X=form(b"", Resources=Dictionary())))
    sheet.resource("/XObject", "/X", form(_overlay(sheet), Resources=Dictionary()))
    sheet.resource("/XObject", "/Out", form(b"/Mid Do", Resources=own))
    sheet.append(b"/Out Do")
    return sheet.save()


_INNER = {"8": "3", "9": "3", "6": "5", "0": "1"}  # the digit that is left when some strokes are gone


def _paled(nth: int, levels: int) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        """The strokes that make an 8 of a 3 pale until they are overlooked; no edge of theirs is gone."""
        sheet = base.sheet()
        money = [run for run in sheet.runs if run.text[-3:-2] == "." and _INNER.keys() & set(run.text) and run.x > 200]
        run = sorted(money, key=lambda each: -each.size)[nth]
        place = next(index for index, letter in enumerate(run.text) if letter in _INNER)
        old, new = run.text[place], _INNER[run.text[place]]
        at = run.x + text_width(run.text[:place], run.face, run.size)
        wide = text_width(old, run.face, run.size)
        inner = outlines(new, run.face, run.size, at + (wide - text_width(new, run.face, run.size)) / 2, run.y)
        pale = " ".join(f"{part + levels / 255:.4f}" for part in run.ink)
        around = f"{at - 1:.2f} {run.y - 6:.2f} {wide + 2:.2f} {run.size * 1.4:.2f} re "
        again = outlines(old, run.face, run.size, at, run.y)
        sheet.append(around.encode() + inner + f" W* n {pale} rg {pale} RG .25 w ".encode() + again + b" B")
        return sheet.save()

    return make


for _nth in range(3):
    add(Case(f"part_of_digit_{_nth}_pales", "attack", "middle grey", _paled(_nth, 100), CHANGED))
