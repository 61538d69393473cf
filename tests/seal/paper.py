"""Sealed payslips as files for tests of the checker, and ways to change a file that any PDF library offers."""

import io
from collections.abc import Callable
from datetime import timedelta
from functools import cache

import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from documents.page_image import render
from documents.payslip import Payslip
from documents.payslip_frame import SealNote
from documents.payslip_pdf import draw_payslip
from documents.seal.boxes import Box
from documents.seal.checking import check
from documents.seal.claims import printed_document_id
from documents.seal.copies import Copies
from documents.seal.issuing import issue_payslip
from documents.seal.limits import DEFAULT, Limits
from documents.seal.pages import open_pdf
from documents.seal.reading import read_bottom
from documents.seal.trust import TrustList
from documents.seal.verdict import ReasonCode, Verdict
from documents.seal.words import Word, words_of
from tests.documents.people import SAMPLES
from tests.seal.sealing import DOCUMENT_ID, NOON, issuer_key, trusting

KEY = issuer_key()
TRUST = trusting(KEY)
NOW = NOON + timedelta(days=3)
SHEET = (595.28, 841.89)


@cache
def sealed(name: str = "teacher") -> bytes:
    """The sealed payslip of one of the samples."""
    return issue_payslip(SAMPLES[name], KEY, issued=NOON, document_id=DOCUMENT_ID)


def with_seal_of(payslip: Payslip, genuine: bytes) -> bytes:
    """Another payslip under the seal of a genuine one: the plainest forgery."""
    note = SealNote(printed_document_id(DOCUMENT_ID), test=KEY.test)
    return draw_payslip(payslip, seal=seal_text(genuine), note=note)


def seal_text(pdf: bytes) -> str:
    with open_pdf(pdf, DEFAULT) as document, document.page(0) as page:
        return read_bottom(page)[0].text


def checked(
    data: bytes, *, trust: TrustList = TRUST, copies: Copies | None = None, limits: Limits = DEFAULT
) -> Verdict:
    """The verdict on bytes made by the tests themselves, without a worker."""
    return check(data, name="boleta.pdf", trust=trust, now=NOW, copies=copies, limits=limits)


def codes(verdict: Verdict) -> set[ReasonCode]:
    return {reason.code for reason in verdict.reasons}


def word(text: str, pdf: bytes | None = None) -> Word:
    """Where a word stands on the first page."""
    with open_pdf(pdf or sealed(), DEFAULT) as document, document.page(0) as page:
        return next(each for each in words_of(page.glyphs(), 0, {}) if each.text == text)


def edited(change: Callable[[pikepdf.Pdf], object], base: bytes | None = None, **saving: object) -> bytes:
    """The file after pikepdf had it in hands."""
    with pikepdf.open(io.BytesIO(base or sealed())) as pdf:
        change(pdf)
        written = io.BytesIO()
        pdf.save(written, **saving)  # type: ignore[arg-type]  # tests give what it takes
        return written.getvalue()


def drawn_over(draw: Callable[[Canvas], object], base: bytes | None = None, *, under: bool = False) -> bytes:
    """The file with something drawn over its first page (or under it)."""
    sheet = io.BytesIO()
    canvas = Canvas(sheet, pagesize=SHEET)
    draw(canvas)
    canvas.showPage()
    canvas.save()

    def lay(pdf: pikepdf.Pdf) -> None:
        with pikepdf.open(io.BytesIO(sheet.getvalue())) as other:
            (pdf.pages[0].add_underlay if under else pdf.pages[0].add_overlay)(other.pages[0])

    return edited(lay, base)


def fill(canvas: Canvas, box: Box, grey: float) -> None:
    canvas.setFillGray(grey)
    canvas.rect(box.left, box.bottom, box.right - box.left, box.top - box.bottom, stroke=0, fill=1)


def annotated(kind: str, box: Box, appearance: bytes | None, **more: object) -> bytes:
    """The genuine file with one annotation; `appearance` is content in a box of the same size."""

    def annotate(pdf: pikepdf.Pdf) -> None:
        mark = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name(f"/{kind}"),
            Rect=pikepdf.Array([round(side, 2) for side in box]),
            F=4,
            **more,
        )
        if appearance is not None:
            form = pdf.make_stream(appearance)
            form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            form.BBox = pikepdf.Array([0, 0, round(box.right - box.left, 2), round(box.top - box.bottom, 2)])
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            form.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            mark.AP = pikepdf.Dictionary(N=form)
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(mark)]))

    return edited(annotate)


def picture(pdf: bytes, dpi: float, page: int = 0) -> Image.Image:
    """A page as a scanner delivers it."""
    image = render(pdf, page, dpi / 72)
    colours = Image.frombuffer("RGB", (image.width, image.height), image.bgrx, "raw", "BGRX", image.stride, 1)
    return colours.convert("L")


def file_of(image: Image.Image, kind: str, **saving: object) -> bytes:
    written = io.BytesIO()
    image.save(written, kind, **saving)  # type: ignore[arg-type]  # tests give what it takes
    return written.getvalue()
