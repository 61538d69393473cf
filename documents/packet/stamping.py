"""The folio on a page: its number, in letters below where the destination asks, on white where nothing is free."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from documents.fonts import DRAWING, Face, printable, width, wrap
from documents.packet.letters import in_letters
from documents.packet.paper import Properties, new_canvas
from documents.packet.spots import Room, Spot

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_BLUE: Final = (0.06, 0.16, 0.50)  # as the rules ask of a pen
_SIZE: Final = 14.0
_LETTERS: Final = 7.4
_PAD: Final = 3.0
NUMBER_ROOM: Final = Room(48, 20)
LETTERS_ROOM: Final = Room(156, 27)  # one line up to 2,999, two beyond


@dataclass(frozen=True, slots=True)
class Stamp:
    """A folio and where it goes, on a page of so many points."""

    width: float
    height: float
    spot: Spot
    folio: int


def draw_stamps(stamps: Sequence[Stamp], properties: Properties, *, letters: bool) -> bytes:
    """A PDF of one page for each stamp, otherwise empty, to be laid over the pages."""
    with DRAWING:
        drawn = BytesIO()
        canvas = new_canvas(drawn, properties)
        for stamp in stamps:
            canvas.setPageSize((stamp.width, stamp.height))
            _draw(canvas, stamp, letters=letters)
            canvas.showPage()
        canvas.save()
    return drawn.getvalue()


def _draw(canvas: "Canvas", stamp: Stamp, *, letters: bool) -> None:
    right, top = stamp.width - stamp.spot.right, stamp.height - stamp.spot.top
    spelled = wrap(printable(in_letters(stamp.folio)), Face.REGULAR, _LETTERS, LETTERS_ROOM.width - 2 * _PAD)
    number = str(stamp.folio)
    widest = width(number, Face.SEMIBOLD, _SIZE)
    high = _SIZE + _PAD
    if letters:
        widest = max(widest, *(width(line, Face.REGULAR, _LETTERS) for line in spelled))
        high += len(spelled) * (_LETTERS + 1.2)
    if stamp.spot.boxed:
        canvas.setFillColorRGB(1, 1, 1)
        canvas.setStrokeColorRGB(*_BLUE)
        canvas.setLineWidth(0.6)
        canvas.rect(right - widest - 2 * _PAD, top - high - _PAD, widest + 2 * _PAD, high + _PAD, stroke=1, fill=1)
    canvas.setFillColorRGB(*_BLUE)
    canvas.setFont(Face.SEMIBOLD.value, _SIZE)
    canvas.drawRightString(right - _PAD, top - _SIZE, number)
    canvas.setFont(Face.REGULAR.value, _LETTERS)
    for at, line in enumerate(spelled if letters else (), start=1):
        canvas.drawRightString(right - _PAD, top - _SIZE - at * (_LETTERS + 1.2), line)
