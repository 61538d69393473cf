"""Files that our viewer shows true and another shows forged, or that print another amount than they show.

Most were seen to differ between PDFium, MuPDF, Poppler and Ghostscript before they were written down; the others are
what the format leaves open. On our screen every signed value is true: the pixels say nothing.
"""

import re
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Stream, StreamDecodeLevel

from documents.fonts import Face
from tests.attacks.cases import ADDED, Base, Case, add, case, net_run, raised
from tests.attacks.faces import outlines
from tests.attacks.forging_cover import curves, patch
from tests.attacks.sheet import Sheet, saved

_HIDDEN = "on our screen every signed value is true; elsewhere it is not"
_CLAIM = outlines("REAL S/ 9,850.40", Face.SEMIBOLD, 30, 60, 160)


def _overlay(sheet: Sheet) -> bytes:
    """A patch over the net and a larger net on it."""
    net = net_run(sheet)
    return patch(net) + b" " + curves(net, raised(net.text))


def _forged(base: Base) -> Sheet:
    """The page with a larger net in its own letters."""
    sheet = base.sheet()
    net = net_run(sheet)
    sheet.rewrite(net, raised(net.text))
    sheet.write()
    return sheet


def _classic(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    return saved(pdf, object_stream_mode=ObjectStreamMode.disable, **options)


def _painted(before: bytes, after: bytes = b"") -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        """The overlay between operators that readers understand differently."""
        sheet = base.sheet()
        sheet.append(before + b" " + _overlay(sheet) + b" " + after)
        return sheet.save()

    return make


def _claimed(operators: bytes) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        """A claim in the free room, painted by some readers only."""
        sheet = base.sheet()
        sheet.append(operators.replace(b"CLAIM", _CLAIM))
        return sheet.save()

    return make


_AWAY = b"1 0 0 1 3000 0 cm"
for _name, _make in {
    "twelve_numbers_for_a_matrix": _painted(b"1 0 0 1 0 0 1 0 0 1 3000 0 cm"),
    "two_signs_before_a_number": _claimed(b"1 0 0 1 3000--3000 0 cm CLAIM f"),
    "word_that_no_reader_knows": _painted(b"BX 1 0 0 1 0 0 nada EX " + _AWAY),
    "matrix_between_path_and_painting": _claimed(b"CLAIM " + _AWAY + b" f"),
    "state_ended_that_was_not_begun": _claimed(b"Q " + _AWAY + b" Q CLAIM f q"),
    "states_beyond_counting": _claimed(_AWAY + b" q" * 3000 + b" Q" * 3000 + b" CLAIM f"),
    "matrix_almost_nothing": _claimed(b".00000000001 0 0 .00000000001 60 160 cm CLAIM f"),
    "number_longer_than_any": _claimed(b"1 0 0 1 0." + b"0" * 300 + b"1 3000 cm CLAIM f"),
    "six_numbers_for_a_colour": _claimed(b"/DeviceGray cs 0 0 0 0 0 1 sc CLAIM f"),
    "dash_of_nothing": _claimed(b"[0 0] 0 d 1 G 2 w CLAIM S"),
    "clip_without_a_path": _claimed(b"3000 3000 1 1 re W n W n CLAIM f"),
}.items():
    add(Case(_name, "attack", "read in two ways", _make, ADDED, _HIDDEN))


@case("attack", "read in two ways", ADDED, why=_HIDDEN)
def operators_within_an_inline_image(base: Base) -> bytes:
    """One reader counts the picture's bytes; another looks for its end, and finds it in the middle of them."""
    sheet = base.sheet()
    data = b"\n EI Q q " + _overlay(sheet) + b" Q q BI /W 1 /H 1 /CS /G /BPC 8 ID "
    head = b"0.0001 0 0 0.0001 400 700 cm BI /W %d /H 1 /CS /G /BPC 8 ID " % (len(data) + 1)
    sheet.append(head + data + b"\xff\nEI")
    return sheet.save()


@case("attack", "read in two ways", ADDED, why=_HIDDEN)
def contents_packed_as_some_readers_know(base: Base) -> bytes:
    """PDFium gives up at the filter for encryption; others pass over it."""
    sheet = base.sheet()
    drawn = b"q " + _overlay(sheet) + b" Q"
    sheet.write()
    more = sheet.pdf.make_indirect(Stream(sheet.pdf, b""))
    packing = Array([Name("/Cryp8"), Name.FlateDecode])  # pikepdf leaves the true name out
    more.write(zlib.compress(drawn), filter=packing, decode_parms=Array([Dictionary(Name=Name.Identity), None]))
    sheet.page.Contents = Array([sheet.page.Contents, more])
    data = _classic(sheet.pdf, compress_streams=False, stream_decode_level=StreamDecodeLevel.none)
    return data.replace(b"/Cryp8", b"/Crypt")


def _tree(change: Callable[[pikepdf.Pdf, pikepdf.Object, pikepdf.Object], None]) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        """A forged page beside the genuine one, in a tree that readers climb differently."""
        sheet, forged = base.sheet(), _forged(base)
        page = sheet.pdf.copy_foreign(forged.page.obj)
        page.Parent = sheet.pdf.Root.Pages
        change(sheet.pdf, sheet.page.obj, page)
        return _classic(sheet.pdf, fix_metadata_version=False)

    return make


def _page_with_a_child(pdf: pikepdf.Pdf, genuine: pikepdf.Object, page: pikepdf.Object) -> None:
    page["/Kids"], page["/Count"] = Array([genuine]), 1
    genuine.Parent = page
    pdf.Root.Pages.Kids = Array([page])


def _root_with_contents(pdf: pikepdf.Pdf, _: pikepdf.Object, page: pikepdf.Object) -> None:
    pdf.Root.Pages["/Contents"] = page.Contents
    pdf.Root.Pages["/Type"] = Name.Page


for _name, _change in (("page_that_has_pages", _page_with_a_child), ("root_that_is_a_page", _root_with_contents)):
    add(Case(_name, "attack", "other page elsewhere", _tree(_change), ADDED, _HIDDEN))


@case("attack", "other page elsewhere", ADDED, why="browsers open a linearised file at the page that its head names")
def head_of_a_linearised_file_leads_elsewhere(base: Base) -> bytes:
    sheet, forged = base.sheet(), _forged(base)
    page = sheet.page.obj
    other = Dictionary(
        Type=Name("/Pag8"), Contents=sheet.pdf.copy_foreign(forged.page.Contents), MediaBox=page.MediaBox,
        Resources=page.Resources, Parent=sheet.pdf.Root.Pages,
    )  # fmt: skip
    sheet.pdf.Root["/PieceInfo"] = Dictionary(Forger=Dictionary(Private=sheet.pdf.make_indirect(other)))
    data = _classic(sheet.pdf, linearize=True)
    with pikepdf.open(BytesIO(data)) as written:
        number = written.Root.PieceInfo.Forger.Private.objgen[0]
        first = written.pages[0].obj.objgen[0]
    head = re.search(rb"/O %d .*?>>" % first, data)
    if head is None:
        raise ValueError(data[:400])
    told = head[0].replace(b"/O %d " % first, b"/O %d " % number)[:-2].rstrip().ljust(len(head[0]) - 2)
    return data.replace(head[0], told + b">>").replace(b"/Pag8", b"/Page")


@case(
    "attack", "other page elsewhere", ADDED, why="places are counted from the head of the file, or from its first byte"
)
def another_file_for_who_counts_from_the_first_byte(base: Base) -> bytes:
    """Nine hundred bytes before the head; a second table just as far before the first."""
    before = 900
    data = _classic(base.sheet().pdf)
    table = data.rindex(b"\nxref\n") + 1
    trailer = data[data.index(b"trailer", table) : data.index(b"startxref", table)]
    trailer = re.sub(rb"/ID \[.*?\]", b"", trailer, flags=re.DOTALL)
    entries = re.findall(rb"(\d{10}) (\d{5}) ([nf])", data[table:])
    contents = int(re.search(rb"/Contents (\d+) 0 R", data)[1])  # type: ignore[index]
    forged = _forged(base).content()
    body = data[:table] + b"%d 0 obj\n<</Length %d>>stream\n%b\nendstream\nendobj\n" % (contents, len(forged), forged)
    end = trailer + b"startxref\n%d\n%%%%EOF\n" % (len(body) + before)
    genuine = [int(place) for place, _, _ in entries]
    shifted = [place + before if place else 0 for place in genuine]
    shifted[contents] = table + before
    kinds = [b"%b %b" % (age, kind) for _, age, kind in entries]
    first, second = (
        b"xref\n0 %d\n" % len(row) + b"".join(b"%010d %b \n" % each for each in zip(row, kinds, strict=True)) + end
        for row in (shifted, genuine)
    )
    first = first.ljust(before - 1, b"%") + b"\n"
    return b"%" + b"-" * (before - 2) + b"\n" + body + first + second


@case("attack", "other page elsewhere", ADDED, why="one file, and a page for a browser that only differs in its name")
def payslip_within_a_web_page(base: Base) -> bytes:
    return b"<html><body><h1>LIQUIDO S/ 9,850.40</h1><!--\n" + base.pdf + b"-->"


def _first_of_two(base: Base) -> bytes:
    """A name twice in one dictionary: the genuine form is the last, the forged one the first."""
    sheet = base.sheet()
    sheet.form("/Fa", _overlay(sheet))
    sheet.form("/Fb", b"")
    sheet.append(b"/Fb Do")
    sheet.write()
    for name in ("/Fa", "/Fb"):
        sheet.page.Resources.XObject[name].Resources = Dictionary()
    return _classic(sheet.pdf).replace(b"/Fa ", b"/Fb ")


add(Case("first_of_two_equal_names", "attack", "read in two ways", _first_of_two, ADDED, _HIDDEN))
