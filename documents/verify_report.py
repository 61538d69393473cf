"""The printed report of a verification: which files, with which digest, came to which result and why. An A4 PDF.

The words are handed in; this draws. Not for payslips (`documents.payslip_pdf`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from documents.checked_paper import LINE, SIGNS, CheckedPaper, Colour, new_canvas
from documents.fonts import Face, printable, width, wrap
from documents.sheet import Ink

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_WORD: Final = 130.0  # points of the column of results
_GAP: Final = 10.0
_MARGIN: Final = 18.0  # millimetres


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One file. `colour`: red, amber, grey or green; `said`: the result as a sentence, then the reasons."""

    name: str
    digest: str  # SHA-256, "" when the file could not be read
    word: str
    colour: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is printed, in words."""

    title: str
    made: str
    trust: str
    tally: str
    trial: str  # "" unless demonstration keys are in play
    notice: str
    rows: tuple[ReportRow, ...]


def draw_report(report: Report) -> bytes:
    """The PDF. The same report gives the same bytes."""
    written = BytesIO()
    canvas = new_canvas(written, report.title)
    sheet = _Sheet(canvas, report)
    sheet.head()
    for row in report.rows:
        sheet.row(row)
    sheet.close()
    return written.getvalue()


class _Sheet(CheckedPaper):
    """The page under the pen: how far down it is, and when a new one begins."""

    def __init__(self, canvas: "Canvas", report: Report) -> None:
        super().__init__(canvas, _MARGIN)
        self._report = report

    def head(self) -> None:
        """What stands once, on the first page."""
        report = self._report
        self.paragraph(report.title, Face.SEMIBOLD, 18, Ink.STRONG.value)
        self.y += 2
        for text in (report.made, report.trust):
            self.paragraph(text, Face.REGULAR, 9, Ink.QUIET.value)
        self.y += 4
        self.paragraph(report.tally, Face.SEMIBOLD, 11, Ink.TEXT.value)
        if report.trial:
            self.paragraph(report.trial, Face.SEMIBOLD, 9, SIGNS["amber"][1])
        self.paragraph(report.notice, Face.REGULAR, 8.5, Ink.QUIET.value)
        self.y += 6

    def row(self, row: ReportRow) -> None:
        """One file, never cut in two."""
        lines = tuple(_lines(row, self.room))
        height = sum(size * LINE for _, _, size, _ in lines) + 12
        if self.y + height > self.bottom:
            self.turn()
        self.rule()
        sign, colour = SIGNS[row.colour]
        top = self.y + 4
        self.words(f"{sign}  {row.word}", self.left, top + 9.5, Face.SEMIBOLD, _fit(row.word), colour)
        y = top
        for text, face, size, ink in lines:
            y += size * LINE
            self.words(text, self.left + _WORD + _GAP, y - size * 0.3, face, size, ink)
        self.y += height

    def close(self) -> None:
        """Number the last page and end."""
        self.foot()
        self.canvas.showPage()
        self.canvas.save()

    @override
    def foot(self) -> None:
        text = f"{self._report.title} · {self._report.made} · {self.page}"
        self.words(text, self.left, self.bottom + 16, Face.REGULAR, 8, Ink.QUIET.value)


def _lines(row: ReportRow, whole: float) -> Iterator[tuple[str, Face, float, Colour]]:
    room = whole - _WORD - _GAP
    for line in wrap(printable(row.name), Face.SEMIBOLD, 10, room):
        yield line, Face.SEMIBOLD, 10, Ink.TEXT.value
    for text in row.said:
        for line in wrap(printable(text), Face.REGULAR, 9, room):
            yield line, Face.REGULAR, 9, Ink.TEXT.value
    if row.digest:
        for line in wrap(row.digest, Face.REGULAR, 7, room):
            yield line, Face.REGULAR, 7, Ink.QUIET.value


def _fit(word: str) -> float:
    """The size at which the result stays in its column."""
    wide = width(printable(f"X  {word}"), Face.SEMIBOLD, 10)
    return 10.0 if wide <= _WORD else 10.0 * _WORD / wide
