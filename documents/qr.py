"""A QR as rectangles: the matrix of a text, and the fewest horizontal bars that draw it.

Error correction M. The mask is fixed: trying all eight takes five times as long as all the rest, and masking matters
only for texts with long regular patterns, which seals and references are not (tests/documents reads many back).
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from documents.errors import SealTooLongError

if TYPE_CHECKING:
    from qrcode import QRCode

_MASK = 2  # columns in threes: no pattern of letters or digits follows it


@dataclass(frozen=True, slots=True)
class QrBars:
    """Dark modules as bars (column, row, length), row 0 on top. `side` is modules without the quiet zone."""

    side: int
    bars: tuple[tuple[int, int, int], ...]


@lru_cache(maxsize=8)
def qr_bars(text: str) -> QrBars:
    """The QR of a text. Raises SealTooLongError when no QR of any size holds it."""
    code = _fitted(text)
    code.make(fit=False)
    matrix = code.get_matrix()
    return QrBars(len(matrix), tuple(bar for row, cells in enumerate(matrix) for bar in _bars(row, cells)))


def qr_room(text: str) -> QrBars:
    """The place that the QR of a text takes, without bars: it depends on the kind and number of characters alone."""
    return QrBars(17 + 4 * _fitted(text).version, ())


def _fitted(text: str) -> "QRCode[Any]":
    """The text in one segment, in the smallest version that holds it."""
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.exceptions import DataOverflowError

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data(text, optimize=0)
    try:
        code.best_fit()
    except (DataOverflowError, ValueError) as error:  # the library raises either, depending on how far it is beyond
        raise SealTooLongError(f"{len(text)} characters") from error
    return code


def _bars(row: int, cells: "list[bool]") -> list[tuple[int, int, int]]:
    bars = []
    column = 0
    for dark, run in groupby(cells):
        length = len(list(run))
        if dark:
            bars.append((column, row, length))
        column += length
    return bars
