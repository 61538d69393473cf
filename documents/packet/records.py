"""What goes into a packet and what comes out, as values."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from documents.packet.folios import FolioRange


class ItemKind(StrEnum):
    """What a document is stored as."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


@dataclass(frozen=True, slots=True)
class PacketItem:
    """One document that is attached. `kind` None: as its first bytes say (they decide in any case).

    `drawn_here`: by this program, on A4 with a free upper right corner; nothing in it has to be examined.
    `two_sided`: the pages are faces of sheets, two by two; only the front carries a folio.
    """

    title: str
    source: bytes | Path
    kind: ItemKind | None = None
    two_sided: bool = False
    drawn_here: bool = False


class RemarkCode(StrEnum):
    """What was done to a document, or what a person should look at. The sentences are `documents.packet.words`."""

    DECRYPTED = "decrypted"  # an empty password, or restrictions
    REPAIRED = "repaired"
    FLATTENED = "flattened"  # notes, stamps and filled fields became part of the page
    NOTE_DROPPED = "note-dropped"  # a note that has no appearance of its own
    LINKS_DROPPED = "links-dropped"
    SCRIPT_DROPPED = "script-dropped"
    ATTACHMENT_DROPPED = "attachment-dropped"
    SIGNATURE_DROPPED = "signature-dropped"  # a signature inside the file proves nothing once pages are joined
    LAYERS_DRAWN = "layers-drawn"  # pages with hidden layers became pictures of what is seen
    PLACED_ON_A4 = "placed-on-a4"
    SHRUNK_TO_A3 = "shrunk-to-a3"
    TURNED = "turned"
    KIND_DIFFERS = "kind-differs"
    PICTURE_REDUCED = "picture-reduced"
    PICTURE_COARSE = "picture-coarse"  # fewer than 100 dots per inch on paper
    FOLIO_ON_BOX = "folio-on-box"
    BLANK_UNNUMBERED = "blank-unnumbered"


@dataclass(frozen=True, slots=True)
class Remark:
    """`pages`: of the document, from 1; empty when it is about the whole. `detail`: a figure for the sentence."""

    title: str
    code: RemarkCode
    pages: tuple[int, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ItemFolios:
    """Where a document stands. `folios` is empty when none of its sheets is numbered; several when tomes part it."""

    title: str
    pages: int
    sheets: int
    folios: tuple[FolioRange, ...]


@dataclass(frozen=True, slots=True)
class PacketFile:
    """One written file. `digest`: SHA-256 of its documents part, lower-case hex, the one in its QR."""

    path: Path
    size: int
    pages: int
    sha256: str
    digest: str
    folios: FolioRange | None


@dataclass(frozen=True, slots=True)
class PacketReport:
    """`dpi`: the density pictures were reduced to, None when they went in as they are. `reference` names the whole."""

    total_folios: int
    tomes: int
    dpi: int | None
    reference: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class PacketResult:
    """The packet as it lies in the folder; `folios`: the request, the index, then the documents in their order."""

    files: tuple[PacketFile, ...]
    folios: tuple[ItemFolios, ...]
    report: PacketReport


class Stage(StrEnum):
    """What building is at."""

    READING = "reading"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class PacketProgress:
    """`done` of `total` documents (reading) or pages (writing)."""

    stage: Stage
    done: int
    total: int


class PacketState(StrEnum):
    """What checking a packet came to (`documents.packet.checking`)."""

    SAME = "same"
    CHANGED = "changed"
    NO_REFERENCE = "no-reference"  # not a packet, or its cover's QR cannot be read
    UNREADABLE = "unreadable"
