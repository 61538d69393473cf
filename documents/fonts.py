"""The two faces of printed documents: measuring, wrapping and registering them with reportlab.

Metrics come from the font files themselves, so what is measured is what is embedded. reportlab is imported on first use
(it costs a tenth of a second that a window which only shows payslips need not pay).
"""

import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

DRAWING = Lock()  # reportlab's fonts keep their reading position: whoever draws, holds this for one whole document
_UNKNOWN = "?"
# What payslips say, each letter at the same code whatever is printed: ASCII where ASCII has it, Spanish from 1 on.
REPERTOIRE = dict(enumerate("ÁÉÍÓÚÑÜáéíóúñü°º«»–·", 1)) | {
    ord(letter): letter for letter in map(chr, range(33, 127)) if letter not in '"#$*<=>@[\\]^_`{|}~'
}
_LAST = 126  # code; letters besides these follow it


class Face(StrEnum):
    """A bundled face, by the name of its file. Two are enough, and each one costs 5 kB in every document."""

    REGULAR = "ChasquiSans-Regular"
    SEMIBOLD = "ChasquiSans-SemiBold"


@cache
def registered(face: Face) -> "TTFont":
    """The face, read once a process and known to reportlab by its name.

    Characters get their codes in the order of use (not "ASCII readable"): only what is printed is embedded.
    """
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    rl_config.useA85 = 0  # streams as bytes: a fifth smaller, and the ASCII coding is slow
    font = TTFont(face.value, str(resources.path("fonts", f"{face.value}.ttf")), asciiReadable=False, shapable=False)
    pdfmetrics.registerFont(font)
    return font


def embed_repertoire(face: Face, document: object) -> None:
    """Give a reportlab document the whole repertoire of a face before anything is printed.

    Then the embedded face and the codes of letters are the same in every document, and one is a good dictionary for
    another: letters that come and go with the name of the month would move all the others.
    """
    state = registered(face)._assignState(document)  # type: ignore[attr-defined]  # noqa: SLF001 -- "for those wishing to roll their own"
    state.subsets[0] = [0] + [ord(REPERTOIRE.get(code, " ")) for code in range(1, _LAST + 1)]
    state.assignments |= {ord(letter): code for code, letter in REPERTOIRE.items()}
    state.nextCode = _LAST + 1


@cache
def _advances(face: Face) -> dict[int, float]:
    widths: dict[int, float] = registered(face).face.charWidths
    return dict(widths)


@lru_cache(maxsize=4096)
def _ems(text: str, face: Face) -> float:
    advances = _advances(face)
    return sum(advances[ord(letter)] for letter in text)


def width(text: str, face: Face, size: float) -> float:
    """Advance of a `printable` text in points."""
    return _ems(text, face) * size / 1000


def fitting(text: str, face: Face, size: float, room: float) -> float:
    """The size at which the text fits the room on one line: the one wished for, or smaller."""
    wide = width(text, face, size)
    return size if wide <= room else size * room / wide


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """The text with letters composed (N + ~ = Ñ), white space made plain and what the fonts lack shown as "?"."""
    known = _advances(Face.REGULAR)
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(letter if ord(letter) in known else _UNKNOWN for letter in composed)


@lru_cache(maxsize=2048)
def wrap(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """Lines of a `printable` text no wider than `room` points. Breaks between words; inside one that is too long alone.

    Blank text gives one blank line. Nothing is lost: the lines joined hold every character that is not a space.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if width(joined, face, size) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, face, size, room)
        lines += whole
    return (*lines, line)


def _pieces(word: str, face: Face, size: float, room: float) -> list[str]:
    """A word cut into pieces that fit. A piece holds at least one letter, however narrow the room."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, face, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
