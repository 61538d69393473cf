"""What a file truly is, by its first bytes: PDF, JPEG or PNG; whatever its name says. Pure.

Only a first sight: whether it opens, and what may go with a request, is found out in a process apart (`sustento`).
"""

from enum import StrEnum

HEAD = 1024  # bytes from the beginning that sniffing wants


class FileType(StrEnum):
    """What mesas de partes and the office take. The value is the usual ending."""

    PDF = "pdf"
    JPEG = "jpg"
    PNG = "png"


def sniff(head: bytes) -> FileType | None:
    """The type by magic bytes. A PDF may have rubbish before its mark, within the first 1,024 bytes."""
    if head.startswith(b"\xff\xd8\xff"):
        return FileType.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileType.PNG
    # A program or an archive with a PDF mark further on is not taken for paper.
    foreign = (b"MZ", b"PK\x03\x04", b"\x7fELF", b"Rar!", b"GIF8", b"<!DOCTYPE", b"<html")
    return FileType.PDF if b"%PDF-" in head[:HEAD] and not head.startswith(foreign) else None
