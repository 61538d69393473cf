"""The report of a checked folder, to be signed and archived: counts, what must be looked at, every file in its order,
the digest of that list, and a place for name, post and signature. An A4 PDF with numbered pages.

The words are handed in; this draws. One file's report with all its reasons is `documents.verify_report`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from documents.checked_paper import LINE, SIGNS, CheckedPaper, Colour, new_canvas
from documents.fonts import Face, printable, width, wrap
from documents.sheet import A4, Ink

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_MARGIN: Final = 16.0  # millimetres
_TOTAL: Final = "pages"  # the form that holds the number of pages, drawn once it is known
_FOOT: Final = 7.5
_COLUMNS: Final = (0.0, 34.0, 250.0, 372.0)  # number, file, result, digest: points from the left
_SIGNED_HEIGHT: Final = 150.0


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One file. `colour`: red, amber, grey, green, or "" when it was not checked."""

    number: str
    name: str
    word: str
    colour: str
    digest: str  # SHA-256, "" when it could not be read


@dataclass(frozen=True, slots=True)
class BatchFinding:
    """One file that must be looked at, and why, in sentences."""

    line: BatchLine
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchReport:
    """All that is printed, in words. `findings` and `lines` are gone through once."""

    title: str
    facts: tuple[str, ...]
    tally: tuple[str, ...]
    trial: str  # "" unless demonstration keys are in play
    notice: str
    found: str  # title of what must be looked at
    findings: Iterable[BatchFinding]
    listed: str  # title of the list of all files
    heads: tuple[str, str, str, str]
    lines: Iterable[BatchLine]
    digest: tuple[str, str]  # of the list: what it is made of, and the digest
    signature: tuple[str, ...]  # the words before each line that a person writes on
    page: str  # "Página {page} de {pages}", the number of all pages last


def draw_batch_report(report: BatchReport) -> bytes:
    """The PDF. The same report gives the same bytes."""
    written = BytesIO()
    canvas = new_canvas(written, report.title)
    sheet = _Sheet(canvas, report)
    sheet.head()
    sheet.findings()
    sheet.list()
    sheet.close()
    return written.getvalue()


class _Sheet(CheckedPaper):
    """The page under the pen: how far down it is, and when a new one begins."""

    def __init__(self, canvas: "Canvas", report: BatchReport) -> None:
        super().__init__(canvas, _MARGIN)
        self._report = report

    def head(self) -> None:
        """What stands once, on the first page."""
        report = self._report
        self.paragraph(report.title, Face.SEMIBOLD, 18, Ink.STRONG.value)
        self.y += 4
        for text in report.facts:
            self.paragraph(text, Face.REGULAR, 9, Ink.TEXT.value)
        self.y += 6
        for text in report.tally:
            self.paragraph(text, Face.SEMIBOLD, 11, Ink.TEXT.value)
        if report.trial:
            self.paragraph(report.trial, Face.SEMIBOLD, 9, SIGNS["amber"][1])
        self.y += 2
        self.paragraph(report.notice, Face.REGULAR, 8.5, Ink.QUIET.value)
        self.y += 8

    def findings(self) -> None:
        """What must be looked at, each with its reasons and never cut in two."""
        begun = False
        for finding in self._report.findings:
            if not begun:
                self._title(self._report.found)
                begun = True
            self._finding(finding)

    def list(self) -> None:
        """Every file, a line each, in the order in which they were found."""
        self.y += 10
        self._title(self._report.listed)
        self._heads()
        for line in self._report.lines:
            if self.y + 7 * LINE > self.bottom:
                self.turn()
                self._heads()
            self._listed(line)

    def close(self) -> None:
        """The digest of the list, the place to sign, and the number of pages, which is known now."""
        made_of, digest = self._report.digest
        if self.y + _SIGNED_HEIGHT + 60 > self.bottom:
            self.turn()
        self.y += 12
        self.paragraph(made_of, Face.REGULAR, 8.5, Ink.QUIET.value)
        self.paragraph(digest, Face.SEMIBOLD, 9, Ink.TEXT.value)
        self._signature()
        self.foot()
        self.canvas.showPage()
        self.canvas.beginForm(_TOTAL, 0, -5, 60, 20)
        self.canvas.setFillColorRGB(*Ink.QUIET.value)
        self.canvas.setFont(Face.REGULAR.value, _FOOT)
        self.canvas.drawString(0, 0, str(self.page))
        self.canvas.endForm()
        self.canvas.save()

    def _title(self, text: str) -> None:
        if self.y + 60 > self.bottom:
            self.turn()
        self.paragraph(text, Face.SEMIBOLD, 12, Ink.STRONG.value)
        self.y += 3

    def _finding(self, finding: BatchFinding) -> None:
        lines = tuple(_sentences(finding, self.room))
        height = (10 + sum(size for _, _, size, _ in lines)) * LINE + 8
        if self.y + height > self.bottom:
            self.turn()
        self.rule()
        line = finding.line
        sign, colour = SIGNS[line.colour]
        self.y += 10 * LINE
        self._write(f"{sign}  {_cut(line.word, Face.SEMIBOLD, 10, 150)}", self.left, Face.SEMIBOLD, 10, colour)
        self._write(line.number, self.right - width(line.number, Face.REGULAR, 8), Face.REGULAR, 8, Ink.QUIET.value)
        for text, face, size, ink in lines:
            self.y += size * LINE
            self._write(text, self.left + 14, face, size, ink)
        self.y += 8

    def _heads(self) -> None:
        self.y += 8 * LINE
        for text, place in zip(self._report.heads, _COLUMNS, strict=True):
            self._write(text, self.left + place, Face.SEMIBOLD, 8, Ink.QUIET.value)
        self.y += 3
        self.rule()

    def _listed(self, line: BatchLine) -> None:
        sign, colour = SIGNS[line.colour]
        self.y += 7 * LINE
        number, file, result, digest = (self.left + place for place in _COLUMNS)
        self._write(line.number, number, Face.REGULAR, 7, Ink.QUIET.value)
        self._write(_cut(line.name, Face.REGULAR, 7, result - file - 6), file, Face.REGULAR, 7, Ink.TEXT.value)
        self._write(f"{sign} {_cut(line.word, Face.REGULAR, 7, digest - result - 14)}", result, Face.REGULAR, 7, colour)
        self._write(_cut(line.digest, Face.REGULAR, 5, self.right - digest), digest, Face.REGULAR, 5, Ink.QUIET.value)

    def _signature(self) -> None:
        """Lines to write on, side by side where there is room."""
        self.y += 22
        half = self.room / 2
        for number, words in enumerate(self._report.signature):
            left = self.left + (number % 2) * half
            if number and not number % 2:
                self.y += 34
            self._write(words, left, Face.REGULAR, 9, Ink.TEXT.value)
            begun = left + width(printable(words), Face.REGULAR, 9) + 6
            self.canvas.setStrokeColorRGB(*Ink.QUIET.value)
            self.canvas.setLineWidth(0.6)
            self.canvas.line(begun, A4[1] - self.y - 2, left + half - 14, A4[1] - self.y - 2)

    @override
    def foot(self) -> None:
        kept, self.y = self.y, self.bottom + 18
        self._write(self._report.title, self.left, Face.REGULAR, _FOOT, Ink.QUIET.value)
        text = printable(self._report.page.format(page=self.page, pages=""))
        place = self.right - 70
        self._write(text, place, Face.REGULAR, _FOOT, Ink.QUIET.value)
        self.canvas.saveState()
        self.canvas.translate(place + width(text, Face.REGULAR, _FOOT) + 2.5, A4[1] - self.y)
        self.canvas.doForm(_TOTAL)
        self.canvas.restoreState()
        self.y = kept

    def _write(self, text: str, x: float, face: Face, size: float, ink: Colour) -> None:
        """On the line that is under the pen."""
        self.words(text, x, self.y, face, size, ink)


def _sentences(finding: BatchFinding, whole: float) -> Iterator[tuple[str, Face, float, Colour]]:
    room = whole - 14
    for line in wrap(printable(finding.line.name), Face.SEMIBOLD, 9, room):
        yield line, Face.SEMIBOLD, 9, Ink.TEXT.value
    for text in finding.said:
        for line in wrap(printable(text), Face.REGULAR, 9, room):
            yield line, Face.REGULAR, 9, Ink.TEXT.value
    if finding.line.digest:
        yield finding.line.digest, Face.REGULAR, 7, Ink.QUIET.value


def _cut(text: str, face: Face, size: float, room: float) -> str:
    """The text, its middle left out where there is no room: both ends of a file's name tell something."""
    plain = printable(text)
    if width(plain, face, size) <= room:
        return plain
    keep = max(4, int(len(plain) * room / width(plain, face, size)) - 2)
    return f"{plain[: keep // 2]}…{plain[len(plain) - (keep - keep // 2) :]}"
