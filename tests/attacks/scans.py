"""Paper that came back: scans and photographs, honest and forged. No text layer: the best verdict is amber."""

from collections.abc import Callable
from io import BytesIO
from random import Random

from PIL import Image, ImageFilter

from documents.seal.verdict import VerdictCode as V
from tests.attacks.cases import PROVES_NOTHING, Base, Case, add, case
from tests.attacks.forging_cover import image_object
from tests.attacks.forging_pages import _as_picture, forged
from tests.attacks.sheet import Sheet

UNCHECKED = frozenset({V.FIRMA_OK_CONTENIDO_NO_COMPROBADO})
OR_UNREADABLE = UNCHECKED | {V.QR_ILEGIBLE}  # worse pictures: a code may be lost, and the verdict says what to do
_AMBER = "a picture has no text to compare: amber, and the payslip redrawn from signed data beside it"


def paper(picture: Image.Image, chance: Random, *, skew: float = 1.1, noise: float = 0.06) -> Image.Image:
    """A grey scan: a little turned, soft, with the grain of a cheap machine."""
    grey = picture.convert("L").rotate(chance.uniform(-skew, skew), Image.Resampling.BICUBIC, fillcolor=255)
    grain = Image.frombytes("L", grey.size, chance.randbytes(grey.width * grey.height))
    soft = grey.filter(ImageFilter.GaussianBlur(grey.width / 4000))
    return Image.blend(soft, grain, noise)


def photograph(picture: Image.Image, chance: Random) -> Image.Image:
    """Taken by hand: in perspective, on a table, darker on one side."""
    wide, high = picture.size
    table = Image.new("RGB", (int(wide * 1.12), int(high * 1.12)), (92, 70, 52))
    table.paste(picture.convert("RGB"), (int(wide * 0.06), int(high * 0.06)))
    wide, high = table.size
    shift = [chance.uniform(0.01, 0.035) * wide for _ in range(8)]
    corners = (
        -shift[0],
        -shift[1],
        shift[2],
        high + shift[3],
        wide + shift[4],
        high - shift[5],
        wide - shift[6],
        shift[7],
    )
    bent = table.transform(table.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=(92, 70, 52))
    shade = Image.linear_gradient("L").rotate(90).resize(bent.size)
    return Image.composite(bent, Image.blend(bent, Image.new("RGB", bent.size, (20, 20, 30)), 0.35), shade)


def as_pdf(base: Base, picture: Image.Image) -> bytes:
    """The picture as the only thing on an A4 page."""
    sheet = Sheet(base.pdf)
    sheet.resource("/XObject", "/Im9", image_object(sheet.pdf, picture))
    del sheet.page.Resources.Font
    sheet.code = [([], b"q 595.28 0 0 841.89 0 0 cm /Im9 Do Q")]
    return sheet.save()


def as_file(picture: Image.Image, kind: str) -> bytes:
    written = BytesIO()
    picture.save(written, kind, quality=82)
    return written.getvalue()


def _scan(dpi: int, name: str, source: Callable[[Base], bytes]) -> Callable[[Base], bytes]:
    return lambda base: as_pdf(base, paper(_as_picture(source(base), dpi), base.chance(name)))


for _dpi, _expected in ((300, UNCHECKED), (200, OR_UNREADABLE)):
    _name = f"scan_at_{_dpi}"
    add(Case(_name, "benign", "scan", _scan(_dpi, _name, lambda base: base.pdf), _expected, _AMBER))
add(Case("forged_scan", "attack", "rasterised forgery", _scan(300, "forged_scan", forged), UNCHECKED, _AMBER))


@case("benign", "scan", UNCHECKED, why=_AMBER, suffix=".png")
def scan_as_png(base: Base) -> bytes:
    return as_file(paper(_as_picture(base.pdf, 300), base.chance("scan_as_png")), "PNG")


@case("benign", "scan", OR_UNREADABLE, why=_AMBER)
def scan_upside_down(base: Base) -> bytes:
    picture = paper(_as_picture(base.pdf, 300), base.chance("scan_upside_down"))
    return as_pdf(base, picture.rotate(180))


@case("benign", "scan", UNCHECKED, why="machine-read words over a picture prove nothing, and must not hurt either")
def scan_with_words_read_well(base: Base) -> bytes:
    return _with_words(base, lambda text: text)


@case("benign", "scan", UNCHECKED, why="what a machine misread is not a forgery")
def scan_with_words_misread(base: Base) -> bytes:
    return _with_words(base, lambda text: text.replace("3", "8").replace("1", "7").replace("O", "0"))


def _with_words(base: Base, misread: Callable[[str], str]) -> bytes:
    """A scan with invisible words, as a scanner with text recognition saves it."""
    sheet = base.sheet()
    picture = paper(_as_picture(base.pdf, 250), base.chance("words"), skew=0.2)
    sheet.resource("/XObject", "/Im9", image_object(sheet.pdf, picture))
    for run in sheet.runs:
        text = misread(run.text)
        if sheet.letters[run.font].write(text) is not None:
            sheet.rewrite(run, text, keep="left")
    start = next(index for index, (_, operator) in enumerate(sheet.code) if str(operator) == "BT")
    sheet.code = [([], b"q 595.28 0 0 841.89 0 0 cm /Im9 Do Q"), ([], b"3 Tr"), *sheet.code[start:]]
    return sheet.save()


@case("benign", "photograph", OR_UNREADABLE, why=_AMBER, suffix=".jpg")
def photograph_by_phone(base: Base) -> bytes:
    return as_file(photograph(_as_picture(base.pdf, 300), base.chance("photograph_by_phone")), "JPEG")


@case("benign", "photograph", OR_UNREADABLE, why=_AMBER, suffix=".png")
def photograph_at_200(base: Base) -> bytes:
    return as_file(photograph(_as_picture(base.pdf, 200), base.chance("photograph_at_200")), "PNG")


@case("attack", "rasterised forgery", OR_UNREADABLE, why=_AMBER, suffix=".jpg")
def photograph_of_a_forgery(base: Base) -> bytes:
    return as_file(photograph(_as_picture(forged(base), 300), base.chance("photograph_of_a_forgery")), "JPEG")


@case("attack", "rasterised forgery", UNCHECKED, why=_AMBER)
def clean_picture_of_a_forgery(base: Base) -> bytes:
    """No scanner's grain: a forger's export. Still undecidable."""
    return as_pdf(base, _as_picture(forged(base), 200))


@case("attack", "rasterised forgery", PROVES_NOTHING)
def picture_of_a_page_without_code(base: Base) -> bytes:
    sheet = base.sheet()
    sheet.drop_qr()
    return as_pdf(base, _as_picture(sheet.save(), 150))


@case("foreign", "third party", PROVES_NOTHING, suffix=".png")
def picture_of_nothing(base: Base) -> bytes:
    return as_file(Image.new("L", (900, 1200), 240), "PNG")
