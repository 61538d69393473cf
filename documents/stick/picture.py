"""The key of a computer out of a picture of its QR, opened in a disposable process. Loads no library for it here."""

from dataclasses import dataclass
from typing import Final

from documents.stick.errors import NoKeyInPictureError
from documents.stick.keys import Public, read_text
from documents.worker.errands import Bounds, Worker, WorkerLostError

LARGEST: Final = 30_000_000  # bytes of a picture
BOUNDS: Final = Bounds(memory=1024 * 1024 * 1024, blob=LARGEST, killed_after=40.0)


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """Nothing but the picture."""


@dataclass(frozen=True, slots=True)
class PictureAnswer:
    """What its codes say. `readable`: it is a picture at all; `blurred`: a code is there and cannot be read."""

    texts: tuple[str, ...]
    readable: bool = True
    blurred: bool = False


def key_in_picture(content: bytes) -> Public:
    """The one key that a PNG or JPEG shows. Raises NoKeyInPictureError."""
    if len(content) > LARGEST:
        raise NoKeyInPictureError("picture-unreadable", "too large")
    with Worker(BOUNDS) as worker:
        try:
            answer, _ = worker.run("stick.picture", PictureRequest(), [content], PictureAnswer)
        except WorkerLostError as error:
            raise NoKeyInPictureError("picture-unreadable", error.loss.value) from error
    if not answer.readable:
        raise NoKeyInPictureError("picture-unreadable")
    keys = {public.kid: public for text in answer.texts if (public := read_text(text))}
    if not answer.texts:
        raise NoKeyInPictureError("picture-blurred" if answer.blurred else "picture-empty")
    if not keys:
        raise NoKeyInPictureError("picture-other")
    if len(keys) > 1:
        raise NoKeyInPictureError("picture-several")
    return next(iter(keys.values()))
