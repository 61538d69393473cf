"""Framed messages over a pipe: one letter, four bytes of length (big-endian), the body. Pure but for the pipes.

Bodies of records are JSON, read strictly: the other side handles hostile files, so nothing it says is believed to be
well-formed.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

_HEAD: Final = 5
_CHUNK: Final = 1 << 20

Record = TypeVar("Record")


class BrokenPipeToWorkerError(Exception):
    """The other side is gone, or talks nonsense."""


def written(record: object) -> bytes:
    """A record as the body of a frame."""
    return msgspec.json.encode(record, enc_hook=_plain)


def read_as(kind: type[Record], body: bytes, *, made: Callable[[type, Any], Any] | None = None) -> Record:
    """A body as a record; `made` reads types that are no records. Raises BrokenPipeToWorkerError."""
    try:
        return msgspec.json.decode(body, type=kind, dec_hook=made or _made)
    except (msgspec.DecodeError, ValueError) as error:
        raise BrokenPipeToWorkerError(str(error)) from error


def send_frame(pipe: int, letter: bytes, body: bytes) -> None:
    """Write one frame. Raises BrokenPipeToWorkerError."""
    try:
        _write(pipe, letter + len(body).to_bytes(4, "big"))
        _write(pipe, body)
    except OSError as error:
        raise BrokenPipeToWorkerError(str(error)) from error


def receive_frame(pipe: int, most: int) -> tuple[bytes, bytes]:
    """Read one frame: its letter and a body of at most `most` bytes. BrokenPipeToWorkerError, also at the end."""
    head = _read(pipe, _HEAD)
    size = int.from_bytes(head[1:], "big")
    if size > most:
        raise BrokenPipeToWorkerError(f"{size} bytes announced")
    return head[:1], _read(pipe, size)


def _plain(value: object) -> str:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def _made(kind: type, value: Any) -> Path:
    if issubclass(kind, Path) and isinstance(value, str):
        return Path(value)
    raise NotImplementedError(kind)


def _write(pipe: int, body: bytes) -> None:
    rest = memoryview(body)
    while rest:
        rest = rest[os.write(pipe, rest[:_CHUNK]) :]


def _read(pipe: int, size: int) -> bytes:
    parts: list[bytes] = []
    while size:
        try:
            part = os.read(pipe, min(size, _CHUNK))
        except OSError as error:
            raise BrokenPipeToWorkerError(str(error)) from error
        if not part:
            raise BrokenPipeToWorkerError("end")
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
