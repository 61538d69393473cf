"""Why a packet is not made. The words for a person are `documents.packet.words`.

DocumentError
  PacketError
    FutIncompleteError     the request lacks something every mesa de partes asks for (`missing`: names of fields)
    ItemRefusedError       one document cannot go in (`title`, `trouble`: a code)
    PacketTooLargeError    at the floor of legibility it is still larger than the destination takes (`excess` bytes)
    PacketTooLongError     more documents or pages than one packet may have
    PacketFolderError      the folder would not take the files (`trouble`: a code)
    PacketCancelledError   the caller asked to stop; nothing was written
"""

from enum import StrEnum
from pathlib import Path

from documents.errors import DocumentError


class PacketError(DocumentError):
    """Anything for which no packet is made. Nothing is left in the folder."""


class FutIncompleteError(PacketError):
    """The request cannot be presented like this."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


class ItemTrouble(StrEnum):
    """What is wrong with one document."""

    MISSING = "missing"  # the file cannot be read
    EMPTY = "empty"
    TOO_LARGE = "too-large"  # bytes
    TOO_MANY_PAGES = "too-many-pages"
    TOO_COMPLEX = "too-complex"  # a page that unpacks without measure
    LOCKED = "locked"  # asks for a password
    DAMAGED = "damaged"
    DYNAMIC_FORM = "dynamic-form"  # XFA: its pages are made by a program, not stored
    PICTURE_DAMAGED = "picture-damaged"
    PICTURE_TOO_LARGE = "picture-too-large"  # pixels
    IPHONE_PICTURE = "iphone-picture"  # HEIC
    OTHER_PICTURE = "other-picture"  # TIFF, WebP, GIF, BMP
    OFFICE_FILE = "office-file"  # Word, Excel, ZIP
    UNKNOWN = "unknown"


class ItemRefusedError(PacketError):
    """One document cannot go in; the others are not at fault."""

    def __init__(self, title: str, trouble: ItemTrouble, detail: str = "") -> None:
        super().__init__(f"{title}: {trouble.value}" + (f" ({detail})" if detail else ""))
        self.title, self.trouble, self.detail = title, trouble, detail


class PacketTooLargeError(PacketError):
    """All sizes in bytes. `files` is how many files it came to, when the number of files is what is exceeded."""

    def __init__(self, *, size: int, limit: int, files: int = 1, most_files: int = 1) -> None:
        super().__init__(f"{size} bytes in {files} file(s); {limit} in {most_files} are taken")
        self.size, self.limit, self.files, self.most_files = size, limit, files, most_files

    @property
    def excess(self) -> int:
        """Bytes beyond what the destination takes, at least 0."""
        return max(0, self.size - self.limit)


class PacketTooLongError(PacketError):
    """More than one packet may hold. `what` is "documents" or "pages"."""

    def __init__(self, what: str, count: int, limit: int) -> None:
        super().__init__(f"{count} {what} of {limit}")
        self.what, self.count, self.limit = what, count, limit


class FolderTrouble(StrEnum):
    """Why the folder does not take the files."""

    EXISTS = "exists"
    FULL = "full"
    DENIED = "denied"
    GONE = "gone"
    TROUBLE = "trouble"


class PacketFolderError(PacketError):
    """The disk would not take the packet."""

    def __init__(self, path: Path, trouble: FolderTrouble) -> None:
        super().__init__(f"{path.name}: {trouble.value}")
        self.path, self.trouble = path, trouble


class PacketCancelledError(PacketError):
    """Stopped because the caller asked."""
