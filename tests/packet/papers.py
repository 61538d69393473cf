"""Papers to put into packets: invented people, drawn pages, scans, photographs, hostile files."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from documents.packet.fut import Applicant, Fut
from documents.page_image import PDFIUM

A4 = (595.28, 841.89)
FUT = Fut(
    resumen="Solicito incorporar a mi legajo el título de segunda especialidad",
    dependencia="Director de la UGEL San Román",
    solicitante=Applicant(
        apellido_paterno="ÑAUPARI",
        apellido_materno="MAMANI",
        nombres="ROSA ELENA",
        doc_numero="99900017",
        cargo="Profesora por horas",
        institucion="IE 70001 Virgen de las Nieves",
        tipo_via="Jirón",
        nombre_via="Los Queñuales 145",
        ubigeo="Juliaca, San Román, Puno",
        telefono="951 000 000",
        correo="rosa.naupari@correo.example",
    ),
    fundamentacion="Que obtuve el título que adjunto.\nPor lo expuesto, pido a usted acceder a lo solicitado.",
    lugar="Juliaca",
    fecha=date(2026, 11, 23),
    codigo_solicitud="2026-0099917",
)


def drawn(pages: int = 1, size: tuple[float, float] = A4, words: str = "Página", *, full: bool = False) -> bytes:
    """A PDF of text; `full`: without a free spot anywhere."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        if full:
            canvas.setFillColorRGB(0.6, 0.8, 0.7)
            canvas.rect(0, 0, *size, fill=1)
            canvas.setFillColorRGB(0, 0, 0)
            for y in range(0, int(size[1]), 9):
                canvas.drawString(3, y, "x" * 200)
        if words:
            canvas.drawString(60, size[1] / 3, f"{words} {number}")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def changed(pdf: bytes, change: "object") -> bytes:
    """A PDF after `change(pikepdf.Pdf)`."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        change(opened)  # type: ignore[operator]
        written = io.BytesIO()
        opened.save(written)
    return written.getvalue()


def scan(size: tuple[int, int] = (1240, 1754), grain: float = 12) -> Image.Image:
    """Grey grainy paper with black lines, and one black square at the upper left to tell which way up it is."""
    paper = Image.effect_noise(size, grain).point([min(255, tone + 108) for tone in range(256)])
    pen = ImageDraw.Draw(paper)
    wide, high = size
    for y in range(high // 4, high * 9 // 10, max(8, high // 40)):
        pen.line((wide // 10, y, wide * 9 // 10, y), fill=20, width=max(2, high // 400))
    pen.rectangle((wide // 20, high // 20, wide // 6, high // 8), fill=0)
    return paper


def stored(picture: Image.Image, kind: str = "JPEG", *, orientation: int = 1, quality: int = 88) -> bytes:
    written = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Camara-secreta"
    picture.save(written, kind, exif=exif, **({"quality": quality} if kind == "JPEG" else {}))
    return written.getvalue()


def texts(file: Path) -> list[str]:
    """The text of every page."""
    with PDFIUM, pypdfium2.PdfDocument(file) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def pictures(file: Path | bytes, dpi: float = 72, pages: tuple[int, ...] | None = None) -> list[Image.Image]:
    with PDFIUM, pypdfium2.PdfDocument(file) as pdf:
        return [pdf[at].render(scale=dpi / 72).to_pil().convert("RGB") for at in pages or range(len(pdf))]


def words_at(file: Path, page: int, text: str) -> list[tuple[float, float, float, float]]:
    """Where a text stands on a page: left, bottom, right, top, in points."""
    with PDFIUM, pypdfium2.PdfDocument(file) as pdf:
        letters = pdf[page].get_textpage()
        search = letters.search(text, match_whole_word=True)
        found = []
        while (hit := search.get_next()) is not None:
            boxes = [letters.get_charbox(at) for at in range(hit[0], hit[0] + hit[1])]
            found.append(
                (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
            )
        return found


def blue_box(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """Where the folio's blue ink is, in pixels."""
    red, _, blue = picture.split()
    ink = Image.merge("RGB", (red, red, blue)).convert("L")
    marked = Image.new("L", picture.size, 0)
    pixels = zip(red.tobytes(), blue.tobytes(), strict=True)
    marked.putdata([255 if b > r + 60 and r < 150 else 0 for r, b in pixels])
    assert ink.size == marked.size
    return marked.getbbox()


def codes(picture: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def with_grounds(text: str) -> Fut:
    return replace(FUT, fundamentacion=text)
