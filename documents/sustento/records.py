"""What goes into making a sustento and what comes out, as values."""

from dataclasses import dataclass
from typing import Final

from documents.packet.limits import Density
from documents.packet.records import Remark

MAX_SOURCE_BYTES: Final = 64_000_000  # of one chosen file: it passes through memory
MAX_SOURCES_BYTES: Final = 192_000_000  # of all files of one sustento
LEVELS: Final = (Density(200, 85), Density(200, 70), Density(200, 55), Density(150, 60), Density(150, 45))
SHARES: Final = (1.0, 0.74, 0.6, 0.4, 0.32)  # of the first level's size that each level comes to, roughly


@dataclass(frozen=True, slots=True)
class PageChoice:
    """One page of the sustento: page `page` (from 0) of source `source`, turned `turn` degrees clockwise."""

    source: int
    page: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A page seen small: rows from the top, 4 bytes a pixel (blue, green, red, unused), no padding."""

    width: int
    height: int
    bgrx: bytes


@dataclass(frozen=True, slots=True)
class Arrived:
    """A chosen file that can be used: its number at the workbench, its pages, and what was done to it."""

    source: int
    name: str
    thumbnails: tuple[Thumbnail, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Sustento:
    """The one clean PDF. `before`: bytes of the chosen files that have a page in it; `dpi`: pictures have no more."""

    pdf: bytes
    sha256: str
    size: int
    pages: int
    remarks: tuple[Remark, ...]
    before: int
    dpi: int


# What passes between the program and the disposable process


@dataclass(frozen=True, slots=True)
class PrepareRequest:
    """Make one file plain; its bytes follow. `thumbnails`: whether its pages are wanted small."""

    name: str
    level: Density
    thumbnails: bool
    max_pages: int


@dataclass(frozen=True, slots=True)
class PrepareAnswer:
    """`refused`: a code of ItemTrouble, "" when the plain PDF follows, and its thumbnails of these sizes."""

    refused: str
    detail: str
    remarks: tuple[Remark, ...]
    reducible: bool
    sizes: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """Join pages of plain PDFs; `source` counts the blobs that follow."""

    pages: tuple[PageChoice, ...]


@dataclass(frozen=True, slots=True)
class JoinAnswer:
    """The PDF follows."""

    pages: int
