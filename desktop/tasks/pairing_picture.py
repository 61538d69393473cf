"""A computer's key out of a picture of its QR: a file, or what was copied. On the pool; the picture is opened apart."""

from pathlib import Path

from documents.stick.errors import StickError
from documents.stick.keys import Public
from documents.stick.picture import LARGEST, key_in_picture
from sync.stick.errors import CarryError, of_packet
from sync.stick.media import reading


def key_in_file(path: Path) -> Public:
    """CarryError."""
    with reading(path) as file:
        content = file.read(LARGEST + 1)
    return key_in(content)


def key_in(content: bytes) -> Public:
    """CarryError. `content`: PNG or JPEG; nothing when no picture was copied."""
    if not content:
        raise CarryError("clipboard-empty")
    try:
        return key_in_picture(content)
    except StickError as error:
        raise of_packet(error) from error
