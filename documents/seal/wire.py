"""What the program and its worker process say to each other: framed messages over two pipes. Pure but for the pipes.

A frame is one letter, four bytes of length (big-endian) and the body. Bodies are JSON of frozen records, read strictly:
the worker handles hostile files, so nothing it says is believed to be well-formed.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final, TypeVar

import msgspec

from documents.payslip import Payslip, Period
from documents.seal.limits import Limits
from documents.seal.trust_list import TrustList

MAX_ANSWER: Final = 16 * 1024 * 1024  # bytes that either side accepts beside a file
_HEAD: Final = 5
_CHUNK: Final = 1 << 20

Record = TypeVar("Record")


class Kind(bytes, Enum):
    """The letter of a frame."""

    TERMS = b"T"  # program -> worker, once: Terms
    READY = b"R"  # worker -> program, once: libraries are loaded, files may come
    TASK = b"F"  # program -> worker: Task, followed by BYTES
    BYTES = b"B"  # program -> worker: the file
    QUESTION = b"Q"  # worker -> program: Question
    ANSWER = b"A"  # program -> worker: Answer
    VERDICT = b"V"  # worker -> program: Verdict


class BrokenPipeToWorkerError(Exception):
    """The other side is gone, or talks nonsense."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for every file."""

    trust: TrustList
    limits: Limits


@dataclass(frozen=True, slots=True)
class Task:
    """One file to check. `copies`: whether questions about copies will be answered."""

    name: str
    now: datetime
    copies: bool


@dataclass(frozen=True, slots=True)
class Question:
    """About copies: by hash, or by person and month."""

    sha256: str = ""
    doc_numero: str = ""
    periodo: Period | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """To one question."""

    known: bool = False
    payslips: tuple[Payslip, ...] = ()


def written(record: object) -> bytes:
    """A record as the body of a frame."""
    return msgspec.json.encode(record)


def read_as(kind: type[Record], body: bytes) -> Record:
    """A body as a record. Raises BrokenPipeToWorkerError."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, ValueError) as error:
        raise BrokenPipeToWorkerError(str(error)) from error


def send(pipe: int, kind: Kind, body: bytes) -> None:
    """Write one frame. Raises BrokenPipeToWorkerError."""
    try:
        _write(pipe, kind.value + len(body).to_bytes(4, "big"))
        _write(pipe, body)
    except OSError as error:
        raise BrokenPipeToWorkerError(str(error)) from error


def receive(pipe: int, most: int) -> tuple[Kind, bytes]:
    """Read one frame with a body of at most `most` bytes. Raises BrokenPipeToWorkerError, also at the end."""
    head = _read(pipe, _HEAD)
    size = int.from_bytes(head[1:], "big")
    if size > most:
        raise BrokenPipeToWorkerError(f"{size} bytes announced")
    try:
        kind = Kind(head[:1])
    except ValueError as error:
        raise BrokenPipeToWorkerError(f"frame {head[:1]!r}") from error
    return kind, _read(pipe, size)


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
