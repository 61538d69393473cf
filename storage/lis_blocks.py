"""How the text of old payrolls is packed into blocks: Zstandard, and zlib in what older versions of the program wrote.

Payrolls repeat themselves more than 64 KiB show: bigger blocks take less room, and cost one payslip more to open. Not
for the index over them.
"""

import zlib
from typing import Final

import zstandard

from storage.errors import BugError

BLOCK: Final = 2**18  # bytes of text in a block, about 160 payslips
ZLIB, ZSTANDARD = 0, 1  # lis_block.packing
_LEVEL: Final = 1  # a fifth of zlib's time, and smaller; higher levels gain nothing on this text


class Packer:
    """Packs blocks, one after the other. Belongs to one thread."""

    def __init__(self) -> None:
        self._packer = zstandard.ZstdCompressor(level=_LEVEL)

    def packed(self, text: memoryview | bytes) -> bytes:
        """A block as it is stored, as ZSTANDARD."""
        return self._packer.compress(text)


def unpacked(content: bytes, packing: int) -> bytes:
    """The text of a stored block. BugError for what is none: the database authenticates its pages."""
    try:
        match packing:
            case 0:
                return zlib.decompress(content)
            case 1:
                return zstandard.ZstdDecompressor().decompress(content)
            case _:
                raise BugError(f"a block packed as {packing}")
    except (zlib.error, zstandard.ZstdError) as error:
        raise BugError(f"a block that cannot be opened: {error}") from error
