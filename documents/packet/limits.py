"""Bounds on what a packet takes, checked before anything large is done."""

from dataclasses import dataclass
from typing import Final

MAX_ITEMS: Final = 200
MAX_OWN_ITEMS: Final = 1_500  # of what an office puts together: forty years of payslips, the files of many people
MAX_PAGES: Final = 3_000  # of the whole packet
MAX_ITEM_BYTES: Final = 300_000_000  # a PDF is worked on from the disk
MAX_PICTURE_BYTES: Final = 64_000_000  # a picture passes through memory
MAX_PIXELS: Final = 120_000_000  # of one picture; a telephone makes 12 to 108 million
MAX_DECODED: Final = 60_000_000  # pixels held at once when a picture must be made anew
MAX_CONTENT: Final = 64_000_000  # bytes of drawing operators of one page, unpacked
MAX_PACKET_BYTES: Final = 600_000_000  # of a packet under check
FLOOR_DPI: Final = 150  # below it small print stops being legible


@dataclass(frozen=True, slots=True)
class Density:
    """What pictures are reduced to: dots per inch on paper, and the quality of the JPEG (1 to 95)."""

    dpi: int
    quality: int


LEVELS: Final = (None, Density(300, 85), Density(220, 80), Density(FLOOR_DPI, 75))  # one after the other
