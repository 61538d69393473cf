"""Printing a payslip: pages rendered at 300 dots an inch on the pool and painted onto the printer.

Writes no file itself.

The spooler's copy is outside the vault; the page says so before the first print.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from documents.page_image import open_pages, render

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS = 300  # an inch
POINTS = 72


class PrintError(Exception):
    """The printer would not take the job. What is in the vault is untouched."""

    code = "print"


class PrintStoppedError(PrintError):
    """The person stopped it."""


def new_printer(title: str) -> "QPrinter":
    """A printer for one payslip: A4, upright, 300 dots, whole sheet.

    Qt's print support is loaded at the first print.
    """
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Chasqui")
    printer.setResolution(DOTS)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    printer.setFullPage(True)
    return printer


def print_pdf(pdf: bytes, printer: "QPrinter", stopped: Callable[[], bool] = lambda: False) -> int:
    """Print the pages that the printer's range asks for; returns how many. Raises PrintError, UnreadablePdfError."""
    pages = _chosen(printer, open_pages(pdf).count)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintError(printer.printerName() or printer.outputFileName())
    try:
        for number, page in enumerate(pages):
            if stopped():
                printer.abort()
                raise PrintStoppedError
            if number and not printer.newPage():
                raise PrintError(printer.printerName())
            _paint(painter, pdf, page)
    finally:
        painter.end()
    return len(pages)


def _chosen(printer: "QPrinter", count: int) -> list[int]:
    first, last = printer.fromPage(), printer.toPage()
    if not first:
        return list(range(count))
    asked = list(range(first - 1, min(last or count, count)))
    return asked or list(range(count))  # a range beyond the end: the whole payslip rather than a blank sheet


def _paint(painter: QPainter, pdf: bytes, page: int) -> None:
    made = render(pdf, page, DOTS / POINTS)
    image = QImage(made.bgrx, made.width, made.height, made.stride, QImage.Format.Format_RGB32)
    sheet = QRectF(painter.viewport())
    size = image.size().toSizeF().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(sheet.topLeft(), size)
    place.moveCenter(sheet.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)
