"""A QR as rectangles: the matrix of a text, and the fewest horizontal bars that draw it.

Error correction M. The mask is fixed: trying all eight takes five times as long as all the rest, and masking matters
only for texts with long regular patterns, which seals and references are not (tests/documents reads many back).
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from documents.errors import SealTooLongError

_MASK = 2  # columns in threes: no pattern of letters or digits follows it


@dataclass(frozen=True, slots=True)
class QrBars:
    """Dark modules as bars (column, row, length), row 0 on top. `side` is modules without the quiet zone."""

    side: int
    bars: tuple[tuple[int, int, int], ...]


@lru_cache(maxsize=8)
def qr_bars(text: str) -> QrBars:
    """The QR of a text. Raises SealTooLongError when no QR of any size holds it."""
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.exceptions import DataOverflowError

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data(text)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as error:  # the library raises either, depending on how far it is beyond
        raise SealTooLongError(f"{len(text)} characters") from error
    matrix = code.get_matrix()
    return QrBars(len(matrix), tuple(bar for row, cells in enumerate(matrix) for bar in _bars(row, cells)))


def _bars(row: int, cells: "list[bool]") -> list[tuple[int, int, int]]:
    bars = []
    column = 0
    for dark, run in groupby(cells):
        length = len(list(run))
        if dark:
            bars.append((column, row, length))
        column += length
    return bars
