"""What reports of verifications have in common on paper: how far down the page is, signs of results, words and rules.

What stands on them is `documents.verify_report` (one run, every reason) and `documents.batch_report` (a whole folder).
"""

from io import BytesIO
from typing import TYPE_CHECKING, Final

from documents.fonts import Face, printable, registered, wrap
from documents.sheet import A4, MM, Ink

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Colour = tuple[float, float, float]

LINE: Final = 1.35  # of the size of the letters
SIGNS: Final[dict[str, tuple[str, Colour]]] = {  # a letter for who prints without colour, and the colour
    "red": ("X", (0.61, 0.12, 0.08)),
    "amber": ("!", (0.48, 0.31, 0.0)),
    "grey": ("o", (0.29, 0.33, 0.39)),
    "green": ("=", (0.08, 0.42, 0.18)),
    "": ("-", (0.29, 0.33, 0.39)),  # not checked
}


def new_canvas(written: BytesIO, title: str) -> "Canvas":
    """A canvas in the faces of the house; the same drawing on it gives the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    for face in Face:
        registered(face)
    canvas = Canvas(written, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(printable(title))
    canvas.setAuthor("Chasqui")
    return canvas


class CheckedPaper:
    """The page under the pen. `y` is points from its top; `foot` is drawn when a page is full."""

    def __init__(self, canvas: "Canvas", margin: float) -> None:
        """`margin`: millimetres left, right and on top."""
        self.canvas = canvas
        self.left, self.right = margin * MM, A4[0] - margin * MM
        self.top, self.bottom = margin * MM, A4[1] - 18 * MM
        self.room = self.right - self.left
        self.y = self.top
        self.page = 1

    def foot(self) -> None:
        """What stands under every page."""
        raise NotImplementedError

    def turn(self) -> None:
        """To the next page."""
        self.foot()
        self.canvas.showPage()
        self.page += 1
        self.y = self.top

    def rule(self) -> None:
        """A line across, here."""
        self.canvas.setStrokeColorRGB(*Ink.RULE.value)
        self.canvas.setLineWidth(0.6)
        self.canvas.line(self.left, A4[1] - self.y, self.right, A4[1] - self.y)

    def paragraph(self, text: str, face: Face, size: float, ink: Colour) -> None:
        """As many lines as the text needs."""
        for line in wrap(printable(text), face, size, self.room):
            self.y += size * LINE
            self.words(line, self.left, self.y, face, size, ink)

    def words(self, text: str, x: float, y: float, face: Face, size: float, ink: Colour) -> None:
        """A run of text; `y` is that of its baseline."""
        self.canvas.setFillColorRGB(*ink)
        self.canvas.setFont(face.value, size)
        self.canvas.drawString(x, A4[1] - y, printable(text))
