"""The text of a QR that `documents.qr` made, read back from its bars. For one's own drawings only: it mends no error.

Version, levels and mask are those that `qr_bars` uses; anything else has no text here. What was read is drawn again and
compared, so that a text is given only when it gives exactly these bars. ISO/IEC 18004.
"""

from collections.abc import Iterator
from itertools import chain

from documents.errors import SealTooLongError
from documents.qr import QrBars, qr_bars

_SMALLEST, _LARGEST = 21, 177  # modules
_NUMERIC, _ALPHANUMERIC, _BYTES = 1, 2, 4
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def text_of(qr: QrBars) -> str | None:
    """The text whose QR this is; None when it is not one of ours."""
    if qr.side < _SMALLEST or qr.side > _LARGEST or qr.side % 4 != 1:
        return None
    if any(row >= qr.side or column + length > qr.side for column, row, length in qr.bars):
        return None
    bits = "".join(f"{word:08b}" for word in _data_words(qr))
    try:
        text = _said(bits, (qr.side - 17) // 4)
        return text if text is not None and qr_bars(text) == qr else None
    except (ValueError, IndexError, SealTooLongError):  # bits that say nothing
        return None


def _data_words(qr: QrBars) -> list[int]:
    """The code words that carry data, in their order before they were spread over blocks."""
    from qrcode.base import rs_blocks
    from qrcode.constants import ERROR_CORRECT_M

    bits = list(_bits_in_order(qr))
    words = [int("".join(bits[at : at + 8]), 2) for at in range(0, len(bits) - 7, 8)]
    sizes = [block.data_count for block in rs_blocks((qr.side - 17) // 4, ERROR_CORRECT_M)]
    spread = iter(words)
    blocks: list[list[int]] = [[] for _ in sizes]
    for turn in range(max(sizes)):
        for block, size in zip(blocks, sizes, strict=True):
            if turn < size:
                block.append(next(spread, 0))
    return list(chain.from_iterable(blocks))


def _bits_in_order(qr: QrBars) -> Iterator[str]:
    """Every module that carries data, from the bottom right, two columns at a time, up and down, the mask taken off."""
    dark = {(row, column + step) for column, row, length in qr.bars for step in range(length)}
    fixed = _fixed_modules(qr.side)
    rows = range(qr.side - 1, -1, -1)
    for right in chain(range(qr.side - 1, 6, -2), range(5, 0, -2)):
        for row in rows:
            for column in (right, right - 1):
                if (row, column) not in fixed:
                    yield "1" if ((row, column) in dark) != (column % 3 == 0) else "0"
        rows = rows[::-1]


def _fixed_modules(side: int) -> frozenset[tuple[int, int]]:
    """Finders with format and separators, timing, alignment, version: where no data are."""
    from qrcode.util import pattern_position

    version = (side - 17) // 4
    corners = ((0, 0, 9, 9), (0, side - 8, 9, 8), (side - 8, 0, 8, 9))
    lines = ((6, 0, 1, side), (0, 6, side, 1))
    told = ((0, side - 11, 6, 3), (side - 11, 0, 3, 6)) if version >= 7 else ()
    at = pattern_position(version)
    last = side - 7
    finders = {(6, 6), (6, last), (last, 6)}
    marks = ((row - 2, column - 2, 5, 5) for row in at for column in at if (row, column) not in finders)
    return frozenset(
        (row + down, column + along)
        for row, column, height, width in chain(corners, lines, told, marks)
        for down in range(height)
        for along in range(width)
    )


def _said(bits: str, version: int) -> str | None:
    """The one segment that `qr_bars` writes."""
    from qrcode.util import length_in_bits

    mode = int(bits[:4], 2)
    if mode not in {_NUMERIC, _ALPHANUMERIC, _BYTES}:
        return None
    counted = length_in_bits(mode, version)  # type: ignore[arg-type]  # one of the three, looked at above
    count, rest = int(bits[4 : 4 + counted], 2), bits[4 + counted :]
    if mode == _BYTES:
        return bytes(int(rest[8 * at : 8 * at + 8], 2) for at in range(count)).decode()
    return _digits(rest, count) if mode == _NUMERIC else _letters(rest, count)


def _digits(bits: str, count: int) -> str:
    sizes = [3] * (count // 3) + ([count % 3] if count % 3 else [])
    groups = []
    for size in sizes:
        taken = 3 * size + 1
        groups.append(f"{int(bits[:taken], 2):0{size}d}")
        bits = bits[taken:]
    return "".join(groups)


def _letters(bits: str, count: int) -> str:
    pairs = [int(bits[at : at + 11], 2) for at in range(0, 11 * (count // 2), 11)]
    text = "".join(_LETTERS[pair // 45] + _LETTERS[pair % 45] for pair in pairs)
    if count % 2:
        text += _LETTERS[int(bits[11 * (count // 2) : 11 * (count // 2) + 6], 2)]
    return text
