"""What honest people put on a payslip: markers, stamps, numbers, notes. Never red; the verdict names what was added."""

from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name, String

from documents.fonts import Face
from tests.attacks.cases import CALM, GREEN, UNDECIDED, Base, Case, add, case
from tests.attacks.codes import code_picture, read_code
from tests.attacks.faces import outlines
from tests.attacks.forging_cover import image_object, patch
from tests.attacks.forging_layers import annotate
from tests.attacks.sheet import Run, Sheet

MARKED = UNDECIDED  # a stamp, a number: additions that the verdict names


def _noted(subtype: str, draw: Callable[[Sheet], tuple[Run, bytes]], **entries: Any) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        sheet = base.sheet()
        run, drawn = draw(sheet)
        annotate(sheet, subtype, run, drawn, **entries)
        return sheet.save()

    return make


def _net(sheet: Sheet) -> Run:
    return next(run for run in sheet.runs if run.text.startswith("S/ ") and run.size > 12)


def _marker(sheet: Sheet) -> tuple[Run, bytes]:
    """Yellow multiplied over the net."""
    run = _net(sheet)
    multiply = Dictionary(Type=Name.ExtGState, BM=Name.Multiply)
    sheet.resource("/ExtGState", "/GS9", multiply)
    return run, b"/GS9 gs 1 1 0 rg " + patch(run).split(b"rg ", 1)[1]


def _line(sheet: Sheet) -> tuple[Run, bytes]:
    run = _net(sheet)
    return run, f"1 0 0 rg {run.x} {run.y - 3} {run.wide} 1 re f".encode()


_QUADS = [0, 0, 1, 0, 0, 1, 1, 1]
add(Case("highlight", "benign", "highlight", _noted("/Highlight", _marker, QuadPoints=_QUADS, C=[1, 1, 0]), MARKED))
add(Case("underline", "benign", "highlight", _noted("/Underline", _line, QuadPoints=_QUADS, C=[1, 0, 0]), MARKED))


@case("benign", "highlight", MARKED)
def sticky_note(base: Base) -> bytes:
    sheet = base.sheet()
    corner = Run(0, 0, "", "", Face.REGULAR, 16, 560, 800, 16, (0, 0, 0))
    annotate(sheet, "/Text", corner, b"1 0.9 0.3 rg 555 796 24 24 re f", Contents=String("Ver con el banco"))
    return sheet.save()


@case("benign", "highlight", GREEN | MARKED)
def marker_in_the_page(base: Base) -> bytes:
    """The highlight flattened into the page, behind the words."""
    sheet = base.sheet()
    run = sheet.find("T-REMUN")
    sheet.prepend(b"1 1 0.6 rg " + patch(run, 0).split(b"rg ", 1)[1])
    return sheet.save()


@case("benign", "coloured background", GREEN | MARKED)
def coloured_paper(base: Base) -> bytes:
    sheet = base.sheet()
    sheet.prepend(b"0.98 0.96 0.86 rg 0 0 595.28 841.89 re f")
    return sheet.save()


@case("benign", "coloured background", MARKED | GREEN)
def pale_watermark(base: Base) -> bytes:
    """COPIA in a very light grey behind everything."""
    sheet = base.sheet()
    turned = b"0.93 0.93 0.95 rg 0.7 0.7 -0.7 0.7 120 250 cm " + outlines("COPIA", Face.SEMIBOLD, 130, 0, 0) + b" f"
    sheet.prepend(turned)
    return sheet.save()


@case("benign", "margin stamp", MARKED)
def received_stamp(base: Base) -> bytes:
    """RECIBIDO and a date in the free room left of the code, turned a little."""
    sheet = base.sheet()
    words = (
        outlines("RECIBIDO", Face.SEMIBOLD, 20, 8, 22) + b" " + outlines("03 DIC 2026  TRÁMITE", Face.REGULAR, 8, 10, 8)
    )
    frame = b"0.2 0.2 0.7 rg 0.2 0.2 0.7 RG 1.4 w 0.98 0.1 -0.1 0.98 300 46 cm 0 0 122 46 re S " + words + b" f"
    sheet.append(frame)
    return sheet.save()


@case("benign", "margin stamp", MARKED, why="the figure under the stamp can be read; its strokes are all there")
def stamp_across_the_net(base: Base) -> bytes:
    """The same stamp where a hurried clerk puts it: blue ink across the net, which shines through."""
    sheet = base.sheet()
    net = _net(sheet)
    sheet.resource("/ExtGState", "/GS9", Dictionary(Type=Name.ExtGState, BM=Name.Multiply))
    words = outlines("RECIBIDO", Face.SEMIBOLD, 20, 8, 22)
    place = f"/GS9 gs 0.55 0.6 0.95 rg 0.55 0.6 0.95 RG 1.4 w 0.97 0.2 -0.2 0.97 {net.x + 20:.1f} {net.y - 20:.1f} cm "
    sheet.append(place.encode() + b"0 0 122 46 re S " + words + b" f")
    return sheet.save()


@case("benign", "margin stamp", MARKED)
def received_stamp_as_words(base: Base) -> bytes:
    """The same by a program that writes text."""
    sheet = base.sheet()
    like = sheet.find("Documento ")
    x = 300
    words = f"BT 0.2 0.2 0.7 rg {like.font} 14 Tf 1 0 0 1 {x} 130 Tm ".encode()
    sheet.append(words + sheet.shown_in_own_font(like, "RECIBIDO 03/12/2026 EXP. 8841") + b" ET")
    return sheet.save()


@case("benign", "margin stamp", MARKED)
def signature_by_pen(base: Base) -> bytes:
    """An ink annotation under the messages."""
    sheet = base.sheet()
    place = Run(0, 0, "", "", Face.REGULAR, 30, 330, 130, 100, (0, 0, 0))
    drawn = b"0.1 0.1 0.4 RG 1.2 w 330 140 m 350 170 360 110 380 145 c 395 165 400 125 425 150 c S"
    annotate(sheet, "/Ink", place, drawn, InkList=Array([Array([330, 140, 425, 150])]))
    return sheet.save()


@case("benign", "folio number", MARKED)
def folio_in_the_corner(base: Base) -> bytes:
    """The number of the sheet in a file, as every Peruvian office writes it."""
    sheet = base.sheet()
    sheet.append(b"0.1 0.1 0.5 rg " + outlines("0123", Face.REGULAR, 13, 545, 818) + b" f")
    return sheet.save()


@case("benign", "folio number", MARKED)
def folio_as_words(base: Base) -> bytes:
    sheet = base.sheet()
    like = sheet.find("BOLETA DE PAGO")
    words = f"BT 0.1 0.1 0.5 rg {like.font} 12 Tf 1 0 0 1 545 818 Tm ".encode()
    sheet.append(words + sheet.shown_in_own_font(like, "FOLIO 0123") + b" ET")
    return sheet.save()


@case("benign", "code drawn again", CALM)
def same_seal_as_a_picture(base: Base) -> bytes:
    """The same text at another level of correction, as pixels: the seal is its text."""
    sheet = base.sheet()
    x, y, side = sheet.qr_box()
    sheet.drop_qr()
    sheet.resource("/XObject", "/Im9", image_object(sheet.pdf, code_picture(read_code(base.pdf), "L")))
    sheet.append(f"{side:.2f} 0 0 {side:.2f} {x:.2f} {y:.2f} cm /Im9 Do".encode())
    return sheet.save()


@case("benign", "code drawn again", CALM, why="the correction of the code may or may not bear the blot")
def blot_on_the_code(base: Base) -> bytes:
    sheet = base.sheet()
    x, y, side = sheet.qr_box()
    sheet.append(
        f"0.3 0.2 0.2 rg {x + side * 0.5:.1f} {y + side * 0.45:.1f} {side * 0.13:.1f} {side * 0.13:.1f} re f".encode()
    )
    return sheet.save()
