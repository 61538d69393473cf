"""A payslip's PDF without the bars of its QR, which follow from the text of the seal: for the line, never for the eye.

The bars are 20 kB of a payslip and nothing foretells them; the seal itself is 250 bytes. Whoever gets a thinned PDF
draws the bars again and compares the digest of the whole: a version that draws them otherwise asks for the PDF plain.

    b"\\0" PDF                                              nothing to leave out
    kind (1 byte)  count (1 byte)  where (4 bytes each, big-endian)  length (2 bytes)  seal  the PDF without the bars

`kind` 1: the seal is the text of the QR, UTF-8; 2: BP1, the bytes that its base45 says. `where` counts in the PDF
without bars; the same QR may stand on several pages.
"""

import re
import struct
from dataclasses import dataclass
from typing import Final

from documents.errors import ThinError
from documents.qr import QrBars, qr_bars
from documents.qr_text import text_of
from documents.seal.base45 import decode, encode
from documents.seal.errors import SealError
from documents.sheet_pdf import code_path

PLAIN, TEXT, BP1 = 0, 1, 2
MOST_CODES: Final = 100
LONGEST: Final = 4 * 2**20  # bytes of a PDF that is looked into
_PREFIX = "BP1:"
_PATH = re.compile(rb"(?<= cm\n)(?:\d{1,3} \d{1,3} \d{1,3} 1 re\n){60,}(?=f Q)")


@dataclass(frozen=True, slots=True)
class Cut:
    """What can be left out of a PDF. Found once (20 ms), it is worth being kept."""

    head: bytes  # of the thinned PDF: kind, count, where, seal
    length: int  # bytes left out at each place


def find_cut(pdf: bytes) -> Cut | None:
    """What `whole` can draw again; None when there is nothing such in it."""
    found = list(_PATH.finditer(pdf)) if len(pdf) <= LONGEST else []
    text = text_of(_bars_of(found[0][0])) if 0 < len(found) <= MOST_CODES else None
    if text is None or {each[0] for each in found} != {_drawn(text)}:
        return None
    length = len(found[0][0])
    kind, seal = _written(text)
    places = [each.start() - number * length for number, each in enumerate(found)]
    return Cut(struct.pack(f">BB{len(places)}IH", kind, len(places), *places, len(seal)) + seal, length)


def thin(pdf: bytes, cut: Cut | None) -> bytes:
    """The PDF without what was found; the PDF itself, with a mark, when that was nothing."""
    if cut is None:
        return bytes([PLAIN]) + pdf
    _, count = struct.unpack_from(">BB", cut.head)
    rest, last = b"", 0
    for number, place in enumerate(struct.unpack_from(f">{count}I", cut.head, 2)):
        rest += pdf[last : place + number * cut.length]
        last = place + (number + 1) * cut.length
    return cut.head + rest + pdf[last:]


def whole(thinned: bytes, size: int) -> bytes:
    """The PDF of `size` bytes. Raises ThinError when that is not what comes of it; its digest is for the caller."""
    try:
        pdf = thinned[1:] if thinned[:1] == bytes([PLAIN]) else _filled(thinned, size)
    except (struct.error, SealError, ValueError, IndexError) as error:
        raise ThinError(type(error).__name__) from error
    if len(pdf) != size:
        raise ThinError(f"{len(pdf)} bytes instead of {size}")
    return pdf


def _filled(thinned: bytes, size: int) -> bytes:
    kind, count = struct.unpack_from(">BB", thinned)
    *places, length = struct.unpack_from(f">{count}IH", thinned, 2)
    begin = 4 + 4 * count
    path = _drawn(_read(kind, thinned[begin : begin + length]))
    rest = thinned[begin + length :]
    if len(rest) + count * len(path) != size or places != sorted(places):
        raise ThinError("another size")
    ends = [*places[1:], len(rest)]
    return rest[: places[0]] + b"".join(path + rest[at:end] for at, end in zip(places, ends, strict=True))


def _written(text: str) -> tuple[int, bytes]:
    if text.startswith(_PREFIX):
        try:
            seal = decode(text.removeprefix(_PREFIX))
        except SealError:
            return TEXT, text.encode()
        if encode(seal) == text.removeprefix(_PREFIX):
            return BP1, seal
    return TEXT, text.encode()


def _read(kind: int, seal: bytes) -> str:
    if kind not in {TEXT, BP1}:
        raise ThinError(f"kind {kind}")
    return seal.decode() if kind == TEXT else _PREFIX + encode(seal)


def _drawn(text: str) -> bytes:
    return code_path(qr_bars(text)).encode() + b"\n"


def _bars_of(path: bytes) -> QrBars:
    """As they are written: side is where the last bar of the first row ends, that of the right finder."""
    lines = (line.split() for line in path.splitlines())
    bars = tuple((int(column), int(row), int(length)) for column, row, length, *_ in lines)
    return QrBars(max(column + length for column, row, length in bars if row == bars[0][1]), bars)
