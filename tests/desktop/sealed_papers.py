"""Real PDFs with real seals by the demonstration's keys, and what forgers and mishaps make of them."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from central.keys.demo import ANNULLED, demo_key, draw_sealed
from documents.payslip import Payslip, Period
from documents.payslip_pdf import draw_payslip
from documents.seal.issuing import issue_payslip
from documents.seal.keys import IssuerKey, new_private
from documents.seal.signatures import Algorithm
from tests.desktop.scenes import make_payslip

SEALED_ON = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
CODE = "PE/UGEL/210011"
NET = "3,046.18"


@cache
def payslip() -> Payslip:
    return make_payslip(Period(2026, 11))


@cache
def good() -> bytes:
    return draw_sealed(payslip())


@cache
def altered() -> bytes:
    """The net covered with a larger one."""
    left, bottom, right, top = _place_of(NET)

    def paint(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(left - 1, bottom - 1, right - left + 2, top - bottom + 2, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(left, bottom, "5,046.18")

    return _painted_over(good(), paint)


@cache
def stamped() -> bytes:
    """With a stamp in an empty place."""

    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(330, 800, "RECIBIDO 12 NOV")

    return _painted_over(good(), paint)


class _Liar(IssuerKey):
    """A key under another key's name."""

    @property
    @override
    def kid(self) -> bytes:
        return demo_key(CODE).kid


@cache
def false() -> bytes:
    """A seal that names a known key which did not make it."""
    key = _Liar(new_private(Algorithm.ED25519), CODE, test=True)
    return issue_payslip(payslip(), key, issued=SEALED_ON, document_id=bytes(range(8)), check=lambda *_printed: None)


@cache
def unknown() -> bytes:
    stranger = IssuerKey(new_private(Algorithm.ED25519), CODE, test=True)
    return issue_payslip(payslip(), stranger, issued=SEALED_ON, document_id=b"12345678")


@cache
def annulled() -> bytes:
    return issue_payslip(payslip(), demo_key(CODE), issued=SEALED_ON, document_id=ANNULLED)


@cache
def with_address() -> bytes:
    return draw_payslip(payslip(), seal="https://ejemplo.invalid/consulta?x=<b>1</b>")


@cache
def three_together() -> bytes:
    whole = pikepdf.new()
    for month in (11, 10, 9):
        with pikepdf.open(BytesIO(draw_sealed(make_payslip(Period(2026, month), number=month)))) as one:
            whole.pages.extend(one.pages)
    return _saved(whole)


PAPERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "auténtica.pdf": (good, "AUTENTICA"),
    "boleta prestamo.pdf": (altered, "ALTERADA"),
    "con sello.pdf": (stamped, "FIRMA_OK_TEXTO_AGREGADO"),
    "dañada.pdf": (lambda: b"%PDF-1.7\nnothing", "ARCHIVO_NO_LEGIBLE"),
    "desconocida.pdf": (unknown, "EMISOR_DESCONOCIDO"),
    "falsa.pdf": (false, "FIRMA_FALSA"),
    "qr con dirección.pdf": (with_address, "QR_SIN_FIRMA"),
    "tres.pdf": (three_together, "AUTENTICA"),
}


def write_papers(folder: Path, *names: str) -> tuple[Path, ...]:
    """These papers (all without names) as files, in the order of their names."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = tuple(folder / name for name in (names or sorted(PAPERS, key=str.casefold)))
    for path in paths:
        path.write_bytes(PAPERS[path.name][0]())
    return paths


def _place_of(text: str) -> tuple[float, float, float, float]:
    document = pypdfium2.PdfDocument(good())
    page = document[0]
    words = page.get_textpage()
    search = words.search(text)
    first, length = search.get_next()
    boxes = [words.get_charbox(first + letter) for letter in range(length)]
    for part in (search, words, page, document):
        part.close()
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _painted_over(data: bytes, paint: Callable[[Canvas], None]) -> bytes:
    drawn = BytesIO()
    canvas = Canvas(drawn, pagesize=(595.28, 841.89))
    paint(canvas)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(BytesIO(data)) as under, pikepdf.open(BytesIO(drawn.getvalue())) as over:
        under.pages[0].add_overlay(over.pages[0])
        return _saved(under)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    written = BytesIO()
    pdf.save(written)
    return written.getvalue()
