"""The report of a checked folder, to be signed and archived: counts, what must be looked at, every file in its order,
the digest of that list, and a place for name, post and signature. An A4 PDF with numbered pages.

The words are handed in; this draws. One file's report with all its reasons is `documents.verify_report`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from documents.fonts import Face, printable, registered, width, wrap
from documents.sheet import A4, MM, Ink

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_LEFT, _RIGHT, _TOP, _BOTTOM = 16 * MM, A4[0] - 16 * MM, 16 * MM, A4[1] - 18 * MM
_ROOM: Final = _RIGHT - _LEFT
_TOTAL: Final = "pages"  # the form that holds the number of pages, drawn once it is known
_LINE: Final = 1.35  # of the size of the letters
_FOOT: Final = 7.5
_SIGNS: Final = {  # a letter for who prints without colour, and the colour
    "red": ("X", (0.61, 0.12, 0.08)),
    "amber": ("!", (0.48, 0.31, 0.0)),
    "grey": ("o", (0.29, 0.33, 0.39)),
    "green": ("=", (0.08, 0.42, 0.18)),
    "": ("-", (0.29, 0.33, 0.39)),
}
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
    from reportlab.pdfgen.canvas import Canvas

    for face in Face:
        registered(face)
    written = BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(printable(report.title))
    canvas.setAuthor("Chasqui")
    sheet = _Sheet(canvas, report)
    sheet.head()
    sheet.findings()
    sheet.list()
    sheet.close()
    return written.getvalue()


class _Sheet:
    """The page under the pen: how far down it is, and when a new one begins."""

    def __init__(self, canvas: "Canvas", report: BatchReport) -> None:
        self._canvas, self._report = canvas, report
        self._y = _TOP
        self._page = 1

    def head(self) -> None:
        """What stands once, on the first page."""
        report = self._report
        self._paragraph(report.title, Face.SEMIBOLD, 18, Ink.STRONG.value)
        self._y += 4
        for text in report.facts:
            self._paragraph(text, Face.REGULAR, 9, Ink.TEXT.value)
        self._y += 6
        for text in report.tally:
            self._paragraph(text, Face.SEMIBOLD, 11, Ink.TEXT.value)
        if report.trial:
            self._paragraph(report.trial, Face.SEMIBOLD, 9, _SIGNS["amber"][1])
        self._y += 2
        self._paragraph(report.notice, Face.REGULAR, 8.5, Ink.QUIET.value)
        self._y += 8

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
        self._y += 10
        self._title(self._report.listed)
        self._heads()
        for line in self._report.lines:
            if self._y + 7 * _LINE > _BOTTOM:
                self._turn()
                self._heads()
            self._listed(line)

    def close(self) -> None:
        """The digest of the list, the place to sign, and the number of pages, which is known now."""
        made_of, digest = self._report.digest
        if self._y + _SIGNED_HEIGHT + 60 > _BOTTOM:
            self._turn()
        self._y += 12
        self._paragraph(made_of, Face.REGULAR, 8.5, Ink.QUIET.value)
        self._paragraph(digest, Face.SEMIBOLD, 9, Ink.TEXT.value)
        self._signature()
        self._foot()
        self._canvas.showPage()
        self._canvas.beginForm(_TOTAL, 0, -5, 60, 20)
        self._canvas.setFillColorRGB(*Ink.QUIET.value)
        self._canvas.setFont(Face.REGULAR.value, _FOOT)
        self._canvas.drawString(0, 0, str(self._page))
        self._canvas.endForm()
        self._canvas.save()

    def _title(self, text: str) -> None:
        if self._y + 60 > _BOTTOM:
            self._turn()
        self._paragraph(text, Face.SEMIBOLD, 12, Ink.STRONG.value)
        self._y += 3

    def _finding(self, finding: BatchFinding) -> None:
        lines = tuple(_sentences(finding))
        height = (10 + sum(size for _, _, size, _ in lines)) * _LINE + 8
        if self._y + height > _BOTTOM:
            self._turn()
        self._rule()
        line = finding.line
        sign, colour = _SIGNS[line.colour]
        self._y += 10 * _LINE
        self._words(f"{sign}  {_cut(line.word, Face.SEMIBOLD, 10, 150)}", _LEFT, Face.SEMIBOLD, 10, colour)
        self._words(line.number, _RIGHT - width(line.number, Face.REGULAR, 8), Face.REGULAR, 8, Ink.QUIET.value)
        for text, face, size, ink in lines:
            self._y += size * _LINE
            self._words(text, _LEFT + 14, face, size, ink)
        self._y += 8

    def _heads(self) -> None:
        self._y += 8 * _LINE
        for text, place in zip(self._report.heads, _COLUMNS, strict=True):
            self._words(text, _LEFT + place, Face.SEMIBOLD, 8, Ink.QUIET.value)
        self._y += 3
        self._rule()

    def _listed(self, line: BatchLine) -> None:
        sign, colour = _SIGNS[line.colour]
        self._y += 7 * _LINE
        number, file, result, digest = (_LEFT + place for place in _COLUMNS)
        self._words(line.number, number, Face.REGULAR, 7, Ink.QUIET.value)
        self._words(_cut(line.name, Face.REGULAR, 7, result - file - 6), file, Face.REGULAR, 7, Ink.TEXT.value)
        self._words(f"{sign} {_cut(line.word, Face.REGULAR, 7, digest - result - 14)}", result, Face.REGULAR, 7, colour)
        self._words(_cut(line.digest, Face.REGULAR, 5, _RIGHT - digest), digest, Face.REGULAR, 5, Ink.QUIET.value)

    def _signature(self) -> None:
        """Lines to write on, side by side where there is room."""
        self._y += 22
        half = _ROOM / 2
        for number, words in enumerate(self._report.signature):
            left = _LEFT + (number % 2) * half
            if number and not number % 2:
                self._y += 34
            self._words(words, left, Face.REGULAR, 9, Ink.TEXT.value)
            begun = left + width(printable(words), Face.REGULAR, 9) + 6
            self._canvas.setStrokeColorRGB(*Ink.QUIET.value)
            self._canvas.setLineWidth(0.6)
            self._canvas.line(begun, A4[1] - self._y - 2, left + half - 14, A4[1] - self._y - 2)

    def _turn(self) -> None:
        self._foot()
        self._canvas.showPage()
        self._page += 1
        self._y = _TOP

    def _foot(self) -> None:
        kept, self._y = self._y, _BOTTOM + 18
        self._words(self._report.title, _LEFT, Face.REGULAR, _FOOT, Ink.QUIET.value)
        text = printable(self._report.page.format(page=self._page, pages=""))
        place = _RIGHT - 70
        self._words(text, place, Face.REGULAR, _FOOT, Ink.QUIET.value)
        self._canvas.saveState()
        self._canvas.translate(place + width(text, Face.REGULAR, _FOOT) + 2.5, A4[1] - self._y)
        self._canvas.doForm(_TOTAL)
        self._canvas.restoreState()
        self._y = kept

    def _rule(self) -> None:
        self._canvas.setStrokeColorRGB(*Ink.RULE.value)
        self._canvas.setLineWidth(0.6)
        self._canvas.line(_LEFT, A4[1] - self._y, _RIGHT, A4[1] - self._y)

    def _paragraph(self, text: str, face: Face, size: float, ink: tuple[float, float, float]) -> None:
        for line in wrap(printable(text), face, size, _ROOM):
            self._y += size * _LINE
            self._words(line, _LEFT, face, size, ink)

    def _words(self, text: str, x: float, face: Face, size: float, ink: tuple[float, float, float]) -> None:
        self._canvas.setFillColorRGB(*ink)
        self._canvas.setFont(face.value, size)
        self._canvas.drawString(x, A4[1] - self._y, printable(text))


def _sentences(finding: BatchFinding) -> Iterator[tuple[str, Face, float, tuple[float, float, float]]]:
    room = _ROOM - 14
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
