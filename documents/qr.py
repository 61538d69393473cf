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

    code = qrcode.QRCode(_version(text), error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data(text, optimize=0)  # one segment: the size follows from the number of characters alone
    code.make(fit=False)
    matrix = code.get_matrix()
    return QrBars(len(matrix), tuple(bar for row, cells in enumerate(matrix) for bar in _bars(row, cells)))


def qr_room(text: str) -> QrBars:
    """The place that the QR of a text takes, without bars: it depends on the kind and number of characters alone."""
    return QrBars(17 + 4 * _version(text), ())


def _version(text: str) -> int:
    """The smallest version that holds the text in one segment; the library's own search encodes it again and again."""
    from qrcode import util
    from qrcode.constants import ERROR_CORRECT_M

    data = text.encode()
    mode, count = util.optimal_mode(data), len(data)
    bits = {
        util.MODE_NUMBER: 10 * (count // 3) + (0, 4, 7)[count % 3],
        util.MODE_ALPHA_NUM: 11 * (count // 2) + 6 * (count % 2),
        util.MODE_8BIT_BYTE: 8 * count,
    }[mode]
    for version in range(1, 41):
        if 4 + util.length_in_bits(mode, version) + bits <= util.BIT_LIMIT_TABLE[ERROR_CORRECT_M][version]:
            return version
    raise SealTooLongError(f"{len(text)} characters")


def _bars(row: int, cells: "list[bool]") -> list[tuple[int, int, int]]:
    bars = []
    column = 0
    for dark, run in groupby(cells):
        length = len(list(run))
        if dark:
            bars.append((column, row, length))
        column += length
    return bars
