"""What a chosen file truly is, by its first bytes: PDF, JPEG or PNG; whatever its name says. Pure.

Only whether a file may be attached at first sight: that a PDF opens and how many pages it has is `page_image`.
"""

from enum import StrEnum

from documents.identifiers import Trouble

HEAD = 1024  # bytes from the beginning that sniffing wants


class FileType(StrEnum):
    """What mesas de partes and the office take. The value is the usual ending."""

    PDF = "pdf"
    JPEG = "jpg"
    PNG = "png"


class FileProblem(StrEnum):
    """Why a file cannot go with a request. Arguments in the comment."""

    EMPTY = "file-empty"
    TYPE = "file-type"
    TOO_LARGE = "file-too-large-to-attach"  # maximum: MB
    NAME = "file-name"  # found: what it is; a doubt


_ENDINGS = {"pdf": FileType.PDF, "jpg": FileType.JPEG, "jpeg": FileType.JPEG, "png": FileType.PNG}


def sniff(head: bytes) -> FileType | None:
    """The type by magic bytes. A PDF may have rubbish before its mark, within the first 1,024 bytes."""
    if head.startswith(b"\xff\xd8\xff"):
        return FileType.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileType.PNG
    # A program or an archive with a PDF mark further on is not taken for paper.
    foreign = (b"MZ", b"PK\x03\x04", b"\x7fELF", b"Rar!", b"GIF8", b"<!DOCTYPE", b"<html")
    return FileType.PDF if b"%PDF-" in head[:HEAD] and not head.startswith(foreign) else None


def file_troubles(name: str, head: bytes, size: int, *, max_bytes: int) -> tuple[Trouble, ...]:
    """What keeps a file from being attached; FileProblem.NAME alone is only a doubt. `size` in bytes."""
    if not size or not head:
        return (Trouble(FileProblem.EMPTY),)
    found = sniff(head)
    if found is None:
        return (Trouble(FileProblem.TYPE),)
    troubles = []
    if size > max_bytes:
        troubles.append(Trouble(FileProblem.TOO_LARGE, {"maximum": str(max_bytes // 2**20)}))
    if _ENDINGS.get(name.rpartition(".")[2].lower()) is not found:
        troubles.append(Trouble(FileProblem.NAME, {"found": found.upper()}))
    return tuple(troubles)
