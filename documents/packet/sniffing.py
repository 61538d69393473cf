"""What a file is, by its first bytes: names and extensions lie. What cannot go into a packet is refused by its name."""

import re
from pathlib import Path
from typing import Final

from documents.packet.errors import ItemRefusedError, ItemTrouble
from documents.packet.limits import MAX_ITEM_BYTES, MAX_PICTURE_BYTES
from documents.packet.records import ItemKind, PacketItem

_HEAD: Final = 1024  # a PDF may begin this far in, by the habits of readers
_REFUSED: Final = (
    (re.compile(rb".{4}ftyp(heic|heix|hevc|mif1|msf1|heim|heis|avif)", re.DOTALL), ItemTrouble.IPHONE_PICTURE),
    (re.compile(rb"II\*\0|MM\0\*|GIF8|BM|RIFF.{4}WEBP", re.DOTALL), ItemTrouble.OTHER_PICTURE),
    (re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0|\{\\rtf|Rar!|7z\xbc\xaf"), ItemTrouble.OFFICE_FILE),
)


def kind_of(item: PacketItem) -> ItemKind:
    """PDF, JPEG or PNG. Raises ItemRefusedError for anything else, for what is empty, too large or cannot be read."""
    head, size = _head(item)
    if not size:
        raise ItemRefusedError(item.title, ItemTrouble.EMPTY)
    kind = _kind(item, head)
    limit = MAX_ITEM_BYTES if kind is ItemKind.PDF else MAX_PICTURE_BYTES
    if size > limit:
        raise ItemRefusedError(item.title, ItemTrouble.TOO_LARGE, f"{size} bytes of {limit}")
    return kind


def read_picture(item: PacketItem) -> bytes:
    """The bytes of a picture that `kind_of` has weighed."""
    if isinstance(item.source, bytes):
        return item.source
    try:
        return item.source.read_bytes()
    except OSError as error:
        raise ItemRefusedError(item.title, ItemTrouble.MISSING, str(error.errno)) from error


def _head(item: PacketItem) -> tuple[bytes, int]:
    if isinstance(item.source, bytes):
        return item.source[:_HEAD], len(item.source)
    try:
        with Path(item.source).open("rb") as file:
            return file.read(_HEAD), item.source.stat().st_size
    except OSError as error:
        raise ItemRefusedError(item.title, ItemTrouble.MISSING, str(error.errno)) from error


def _kind(item: PacketItem, head: bytes) -> ItemKind:
    if head.startswith(b"\xff\xd8\xff"):
        return ItemKind.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return ItemKind.PNG
    for shape, trouble in _REFUSED:
        if shape.match(head):
            raise ItemRefusedError(item.title, trouble)
    if b"%PDF-" in head:
        return ItemKind.PDF
    raise ItemRefusedError(item.title, ItemTrouble.UNKNOWN)
