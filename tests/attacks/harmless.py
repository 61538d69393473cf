"""What honest people and their programs do to a payslip: never red, and most of it stays green."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, String

from documents.fonts import Face
from tests.attacks.cases import CALM, GREEN, UNDECIDED, Base, Case, add, case
from tests.attacks.codes import code_picture, read_code
from tests.attacks.faces import outlines, to_unicode
from tests.attacks.forging_cover import image_object, patch
from tests.attacks.forging_layers import annotate
from tests.attacks.forging_pages import merged
from tests.attacks.sheet import Run, Sheet, saved

MARKED = UNDECIDED  # a stamp, a number: additions that the verdict names


def _saved_again(**options: Any) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        with pikepdf.open(BytesIO(base.pdf)) as pdf:
            return saved(pdf, **options)

    return make


def _turned(angle: int) -> Callable[[Base], bytes]:
    def make(base: Base) -> bytes:
        with pikepdf.open(BytesIO(base.pdf)) as pdf:
            pdf.pages[0].Rotate = angle
            return saved(pdf)

    return make


for _name, _make in {
    "untouched": lambda base: base.pdf,
    "linearised": _saved_again(linearize=True),
    "object_streams": _saved_again(object_stream_mode=ObjectStreamMode.generate),
    "uncompressed": _saved_again(compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized),
    "qdf": _saved_again(qdf=True),
    "content_normalised": _saved_again(normalize_content=True),
    "older_version": _saved_again(force_version="1.3"),
}.items():
    add(Case(_name, "benign", "saved again", _make, GREEN))
for _angle in (90, 180, 270):
    add(Case(f"rotate_{_angle}", "benign", "rotated", _turned(_angle), GREEN))
for _name, _revision in (("encrypted_aes_256", 6), ("encrypted_aes_128", 4), ("encrypted_rc4", 3)):
    _lock = pikepdf.Encryption(owner="clave-de-la-oficina", user="", R=_revision, aes=_revision > 3, metadata=_revision > 3)
    add(Case(_name, "benign", "encrypted without password", _saved_again(encryption=_lock), GREEN))


def _by_pdfium(pdf: pypdfium2.PdfDocument, version: int | None = None) -> bytes:
    written = BytesIO()
    pdf.save(written, version=version)
    pdf.close()
    return written.getvalue()


@case("benign", "saved again", GREEN)
def saved_by_pdfium(base: Base) -> bytes:
    return _by_pdfium(pypdfium2.PdfDocument(base.pdf))


@case("benign", "printed again", GREEN)
def pages_imported_by_pdfium(base: Base) -> bytes:
    new, old = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(base.pdf)
    new.import_pages(old)
    return _by_pdfium(new)


@case("benign", "printed again", CALM, why="every glyph is smaller: below some size no program can compare")
def two_to_a_sheet(base: Base) -> bytes:
    """Two payslips on one sheet, as offices print them."""
    import pypdfium2.raw as raw

    old = pypdfium2.PdfDocument(merged(base.pdf, base.neighbour.pdf))
    made = raw.FPDF_ImportNPagesToOne(old.raw, 1190.56, 841.89, 2, 1)
    return _by_pdfium(pypdfium2.PdfDocument(made))


@case("benign", "printed again", GREEN)
def page_as_a_form(base: Base) -> bytes:
    return _as_form(base, "1 0 0 1 0 0")


@case("benign", "printed again", CALM)
def fitted_to_the_printer(base: Base) -> bytes:
    """Ninety-four hundredths of its size, in the middle."""
    return _as_form(base, "0.94 0 0 0.94 17.9 25.3")


@case("benign", "printed again", CALM)
def moved_and_a_little_larger(base: Base) -> bytes:
    return _as_form(base, "1.02 0 0 1.02 -6 -8")


def _as_form(base: Base, matrix: str) -> bytes:
    sheet = base.sheet()
    sheet.form("/Page", sheet.content())
    sheet.code = [([], f"q {matrix} cm /Page Do Q".encode())]
    return sheet.save()


@case("benign", "printed again", CALM, why="no letter is left to read: a program may say that it cannot tell")
def letters_turned_into_curves(base: Base) -> bytes:
    """As printing to PDF from some programs does."""
    sheet = base.sheet()
    start = next(index for index, (_, operator) in enumerate(sheet.code) if str(operator) == "BT")
    shapes = sheet.code[:start]
    drawn = [
        f"{run.ink[0]} {run.ink[1]} {run.ink[2]} rg ".encode() + outlines(run.text, run.face, run.size, run.x, run.y) + b" f"
        for run in sheet.runs
    ]
    sheet.code = [*shapes, *(([], each) for each in drawn)]
    return sheet.save()


@case("benign", "printed again", CALM, why="the same letters, their accents apart in the text layer")
def accents_apart(base: Base) -> bytes:
    import unicodedata

    sheet = base.sheet()
    for name, letters in sheet.letters.items():
        told = {code: unicodedata.normalize("NFD", text) for code, text in letters.text.items()}
        sheet.page.Resources.Font[name].ToUnicode = sheet.pdf.make_stream(to_unicode(told, size=1))
    return sheet.save()


@case("benign", "metadata", GREEN)
def metadata_rewritten(base: Base) -> bytes:
    with pikepdf.open(BytesIO(base.pdf)) as pdf:
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = "Boleta para el banco"
            metadata["xmp:CreatorTool"] = "Otro programa"
        pdf.docinfo[Name.Producer] = String("Otro programa 7.1")
        return saved(pdf)


@case("benign", "metadata", GREEN)
def title_in_an_update(base: Base) -> bytes:
    """Appended to the file, as some viewers save: the page is what it was."""
    before = int(base.pdf.rsplit(b"startxref", 1)[1].split()[0])
    with pikepdf.open(BytesIO(base.pdf)) as pdf:
        size, root = int(pdf.trailer.Size), pdf.trailer.Root.objgen[0]
    start = len(base.pdf) + 1
    data = base.pdf + f"\n{size} 0 obj\n<</Title (Para el banco)>>\nendobj\n".encode()
    trailer = f"trailer\n<</Size {size + 1} /Root {root} 0 R /Info {size} 0 R /Prev {before}>>\n"
    return data + f"xref\n{size} 1\n{start:010d} 00000 n \n{trailer}startxref\n{len(data)}\n%%EOF\n".encode()


@case("benign", "metadata", GREEN)
def bookmark_added(base: Base) -> bytes:
    with pikepdf.open(BytesIO(base.pdf)) as pdf:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Boleta", 0))
        return saved(pdf)


@case("benign", "attachment", GREEN)
def file_attached(base: Base) -> bytes:
    with pikepdf.open(BytesIO(base.pdf)) as pdf:
        pdf.attachments["nota.txt"] = pikepdf.AttachedFileSpec(pdf, b"Para el tramite", mime_type="text/plain")
        return saved(pdf)


@case("benign", "merged", GREEN)
def merged_with_another_person(base: Base) -> bytes:
    return merged(base.pdf, base.neighbour.pdf)


@case("benign", "merged", GREEN)
def merged_with_the_month_before(base: Base) -> bytes:
    return merged(base.month_before.pdf, base.pdf)


@case("benign", "merged", GREEN | MARKED)
def copied_twice(base: Base) -> bytes:
    return merged(base.pdf, base.pdf)


@case("benign", "merged", GREEN | MARKED, why="a page without a seal is named")
def blank_page_behind(base: Base) -> bytes:
    with pikepdf.open(BytesIO(base.pdf)) as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        return saved(pdf)


@case("benign", "merged", MARKED, why="a page without a seal is named")
def covering_letter_before(base: Base) -> bytes:
    letter = pikepdf.new()
    letter.add_blank_page(page_size=(595, 842))
    drawn = b"0 g " + outlines("OFICIO N° 041-2026", Face.SEMIBOLD, 14, 70, 740) + b" f"
    letter.pages[0].Contents = letter.make_stream(drawn)
    return merged(saved(letter), base.pdf)


@case("benign", "page boxes", GREEN | MARKED)
def white_margin_cropped(base: Base) -> bytes:
    with pikepdf.open(BytesIO(base.pdf)) as pdf:
        pdf.pages[0].CropBox = [14, 14, 581, 828]
        return saved(pdf)


@case("benign", "page boxes", GREEN | MARKED)
def units_of_two_points(base: Base) -> bytes:
    with pikepdf.open(BytesIO(base.pdf)) as pdf:
        pdf.pages[0].UserUnit = 2
        return saved(pdf)


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
    words = outlines("RECIBIDO", Face.SEMIBOLD, 20, 8, 22) + b" " + outlines("03 DIC 2026  TRÁMITE", Face.REGULAR, 8, 10, 8)
    frame = b"0.2 0.2 0.7 rg 0.2 0.2 0.7 RG 1.4 w 0.98 0.17 -0.17 0.98 310 120 cm 0 0 122 46 re S " + words + b" f"
    sheet.append(frame)
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
    sheet.append(f"0.3 0.2 0.2 rg {x + side * 0.5:.1f} {y + side * 0.45:.1f} {side * 0.13:.1f} {side * 0.13:.1f} re f".encode())
    return sheet.save()
