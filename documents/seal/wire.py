"""What the program and its worker process say to each other: framed messages over two pipes. Pure but for the pipes.

Frames and records are those of `documents.worker.frames`; here is what they mean.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

import msgspec

from documents.payslip import Payslip, Period
from documents.seal.claims import Claims
from documents.seal.limits import Limits
from documents.seal.paper_claims import PAPER_SCHEMA, PaperClaims
from documents.seal.trust_list import TrustList
from documents.worker import frames
from documents.worker.frames import BrokenPipeToWorkerError, Record, receive_frame, send_frame, written

__all__ = ["BrokenPipeToWorkerError", "read_as", "receive", "send", "written"]

MAX_ANSWER: Final = 16 * 1024 * 1024  # bytes that either side accepts beside a file


class Kind(bytes, Enum):
    """The letter of a frame."""

    TERMS = b"T"  # program -> worker, once: Terms
    READY = b"R"  # worker -> program, once: libraries are loaded, files may come
    TASK = b"F"  # program -> worker: Task, followed by BYTES
    BYTES = b"B"  # program -> worker: the file
    QUESTION = b"Q"  # worker -> program: Question
    ANSWER = b"A"  # program -> worker: Answer
    VERDICT = b"V"  # worker -> program: Verdict


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


def read_as(kind: type[Record], body: bytes) -> Record:
    """A body as a record. Raises BrokenPipeToWorkerError."""
    return frames.read_as(kind, body, made=_claims)


def _claims(_: object, value: object) -> object:
    """Claims are read by the schema they name; they are the only type of these records that asks here."""
    if not isinstance(value, dict):
        raise TypeError("claims are not an object")
    return msgspec.convert(value, PaperClaims if value.get("schema") == PAPER_SCHEMA else Claims)


def send(pipe: int, kind: Kind, body: bytes) -> None:
    """Write one frame. Raises BrokenPipeToWorkerError."""
    send_frame(pipe, kind.value, body)


def receive(pipe: int, most: int) -> tuple[Kind, bytes]:
    """Read one frame with a body of at most `most` bytes. Raises BrokenPipeToWorkerError, also at the end."""
    letter, body = receive_frame(pipe, most)
    try:
        return Kind(letter), body
    except ValueError as error:
        raise BrokenPipeToWorkerError(f"frame {letter!r}") from error
