"""The printed report of a verification: which files, with which digest, came to which result and why. An A4 PDF.

The words are handed in; this draws. Not for payslips (`documents.payslip_pdf`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from documents.fonts import Face, printable, registered, width, wrap
from documents.sheet import A4, MM, Ink

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_LEFT, _RIGHT, _TOP, _BOTTOM = 18 * MM, A4[0] - 18 * MM, 18 * MM, A4[1] - 18 * MM
_ROOM: Final = _RIGHT - _LEFT
_WORD: Final = 130.0  # points of the column of results
_GAP: Final = 10.0
_SIGNS: Final = {  # a letter for who prints without colour, and the colour
    "red": ("X", (0.61, 0.12, 0.08)),
    "amber": ("!", (0.48, 0.31, 0.0)),
    "grey": ("o", (0.29, 0.33, 0.39)),
    "green": ("=", (0.08, 0.42, 0.18)),
}


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
    from reportlab.pdfgen.canvas import Canvas

    for face in Face:
        registered(face)
    written = BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(printable(report.title))
    canvas.setAuthor("Chasqui")
    sheet = _Sheet(canvas, report)
    sheet.head()
    for row in report.rows:
        sheet.row(row)
    sheet.close()
    return written.getvalue()


class _Sheet:
    """The page under the pen: how far down it is, and when a new one begins."""

    def __init__(self, canvas: "Canvas", report: Report) -> None:
        self._canvas, self._report = canvas, report
        self._y = _TOP
        self._page = 1

    def head(self) -> None:
        """What stands once, on the first page."""
        report = self._report
        self._paragraph(report.title, Face.SEMIBOLD, 18, Ink.STRONG.value)
        self._y += 2
        for text in (report.made, report.trust):
            self._paragraph(text, Face.REGULAR, 9, Ink.QUIET.value)
        self._y += 4
        self._paragraph(report.tally, Face.SEMIBOLD, 11, Ink.TEXT.value)
        if report.trial:
            self._paragraph(report.trial, Face.SEMIBOLD, 9, _SIGNS["amber"][1])
        self._paragraph(report.notice, Face.REGULAR, 8.5, Ink.QUIET.value)
        self._y += 6

    def row(self, row: ReportRow) -> None:
        """One file, never cut in two."""
        lines = tuple(_lines(row))
        height = sum(size * 1.35 for _, _, size, _ in lines) + 12
        if self._y + height > _BOTTOM:
            self._turn()
        self._rule()
        sign, colour = _SIGNS[row.colour]
        top = self._y + 4
        self._words(f"{sign}  {row.word}", _LEFT, top + 9.5, Face.SEMIBOLD, _fit(row.word), colour)
        y = top
        for text, face, size, ink in lines:
            y += size * 1.35
            self._words(text, _LEFT + _WORD + _GAP, y - size * 0.3, face, size, ink)
        self._y += height

    def close(self) -> None:
        """Number the last page and end."""
        self._foot()
        self._canvas.showPage()
        self._canvas.save()

    def _turn(self) -> None:
        self._foot()
        self._canvas.showPage()
        self._page += 1
        self._y = _TOP

    def _foot(self) -> None:
        text = f"{self._report.title} · {self._report.made} · {self._page}"
        self._words(text, _LEFT, _BOTTOM + 16, Face.REGULAR, 8, Ink.QUIET.value)

    def _rule(self) -> None:
        self._canvas.setStrokeColorRGB(*Ink.RULE.value)
        self._canvas.setLineWidth(0.6)
        self._canvas.line(_LEFT, A4[1] - self._y, _RIGHT, A4[1] - self._y)

    def _paragraph(self, text: str, face: Face, size: float, ink: tuple[float, float, float]) -> None:
        for line in wrap(printable(text), face, size, _ROOM):
            self._y += size * 1.35
            self._words(line, _LEFT, self._y, face, size, ink)

    def _words(
        self, text: str, x: float, y: float, face: Face, size: float, ink: tuple[float, float, float]
    ) -> None:  # fmt: skip
        self._canvas.setFillColorRGB(*ink)
        self._canvas.setFont(face.value, size)
        self._canvas.drawString(x, A4[1] - y, printable(text))


def _lines(row: ReportRow) -> Iterator[tuple[str, Face, float, tuple[float, float, float]]]:
    room = _ROOM - _WORD - _GAP
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
