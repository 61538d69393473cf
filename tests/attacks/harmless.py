"""What honest people and their programs do to a payslip: never red, and most of it stays green."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Name, ObjectStreamMode, Stream, String
from PIL import ImageCms

from documents.fonts import Face
from tests.attacks.cases import CALM, GREEN, UNDECIDED, Base, Case, add, case
from tests.attacks.faces import outlines, to_unicode
from tests.attacks.forging_pages import merged
from tests.attacks.sheet import saved

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
    _lock = pikepdf.Encryption(
        owner="clave-de-la-oficina", user="", R=_revision, aes=_revision > 3, metadata=_revision > 3
    )
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
    from pypdfium2 import raw

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


@case("benign", "printed again", GREEN)
def colours_with_a_profile(base: Base) -> bytes:
    """Every colour in the space of screens, as printing from a Mac writes them."""
    sheet = base.sheet()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    stream = sheet.pdf.make_indirect(Stream(sheet.pdf, profile, N=3, Alternate=Name.DeviceRGB))
    sheet.resource("/ColorSpace", "/Cs1", Array([Name.ICCBased, stream]))
    for place, (numbers, operator) in enumerate(sheet.code):
        if str(operator) == "rg":
            told = " ".join(map(str, numbers))
            sheet.code[place] = ([], f"/Cs1 cs {told} sc".encode())
    return sheet.save()


@case("benign", "printed again", GREEN)
def colours_between_path_and_painting(base: Base) -> bytes:
    """As MuPDF writes a page anew: first the path, then its colour; numbers without their noughts."""
    sheet = base.sheet()
    colour: tuple[list[Any], Any] | None = None
    written: list[tuple[list[Any], Any]] = []
    for each in sheet.code:
        operator = str(each[1])
        if operator in {"f", "f*"} and colour:
            written.append(colour)
        colour = each if operator == "rg" else colour
        written.append(each)
    sheet.code = written
    return sheet.save().replace(b" 0.", b" .")


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
        f"{run.ink[0]} {run.ink[1]} {run.ink[2]} rg ".encode()
        + outlines(run.text, run.face, run.size, run.x, run.y)
        + b" f"
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
