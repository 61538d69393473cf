"""Errands to a disposable process: a named piece of work over foreign bytes, with its progress, and its answer.

One process, one errand at a time, from one thread; `stop` from any. A process that hangs, dies or talks nonsense is
ended and the errand raises WorkerLostError; the next one gets a fresh process. Loads no PDF library.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, StrEnum
from time import perf_counter
from typing import TYPE_CHECKING, Final, Self, TypeVar

from documents.worker import frames
from documents.worker.program import command_for, end, ended_after, pipe_in, pipe_out, start

if TYPE_CHECKING:
    import subprocess

ARGUMENT: Final = "--document-worker"  # of the frozen program: main calls documents.worker.process.main()
_MODULE: Final = "documents.worker.process"
MAX_RECORD: Final = 16 * 1024 * 1024  # bytes of a record either side accepts

Answer = TypeVar("Answer")


class Letter(bytes, Enum):
    """Of a frame."""

    BOUNDS = b"T"  # program -> worker, once: Bounds
    READY = b"R"  # worker -> program, once
    ERRAND = b"E"  # program -> worker: Errand, followed by its request and so many blobs
    REQUEST = b"Q"
    BLOB = b"B"
    PROGRESS = b"P"  # worker -> program: Progress
    ANSWER = b"A"  # worker -> program: the record, followed by Blobs and so many blobs
    COUNT = b"C"  # worker -> program: Blobs


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Of one process. Bytes and seconds."""

    memory: int = 1_536 * 1024 * 1024  # address space, where the system can bound it
    written: int = 0  # the largest file it may write
    blob: int = 320 * 1024 * 1024  # the largest blob either way
    started_within: float = 60.0
    killed_after: float = 120.0  # of one errand


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be done. `name` is one that `documents.worker.process` knows."""

    name: str
    blobs: int


@dataclass(frozen=True, slots=True)
class Blobs:
    """How many follow."""

    count: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an errand is; `stage` is a word of the errand's own."""

    stage: str
    done: int
    total: int


class Loss(StrEnum):
    """Why there is no answer."""

    TIMEOUT = "timeout"
    CRASHED = "crashed"  # also: out of memory
    STOPPED = "stopped"


class WorkerLostError(Exception):
    """The process gave no answer. The program and its data are not touched."""

    def __init__(self, loss: Loss) -> None:
        super().__init__(loss.value)
        self.loss = loss


class Worker:
    """A context manager: the process ends with it. It starts with the first errand."""

    def __init__(self, bounds: Bounds | None = None) -> None:
        self._bounds = bounds or Bounds()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """Of the process that is running now."""
        return self._process.pid if self._process else None

    def run(
        self,
        name: str,
        request: object,
        blobs: Sequence[bytes],
        answer: type[Answer],
        progress: Callable[[Progress], None] | None = None,
    ) -> tuple[Answer, list[bytes]]:
        """Do one errand; its answer as a record and as blobs. Raises WorkerLostError."""
        self._stopped = False
        begun, limit = perf_counter(), self._bounds.started_within
        try:
            process = self._started()
            begun, limit = perf_counter(), self._bounds.killed_after
            with ended_after(limit, process):
                self._send(process, name, request, blobs)
                return self._received(process, answer, progress)
        except frames.BrokenPipeToWorkerError as error:
            self.close()
            if self._stopped:
                raise WorkerLostError(Loss.STOPPED) from error
            raise WorkerLostError(Loss.TIMEOUT if perf_counter() - begun >= limit else Loss.CRASHED) from error

    def stop(self) -> None:
        """End the errand under way at once, from any thread."""
        self._stopped = True
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            end(process)

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            self._process = start(command_for(_MODULE, ARGUMENT))
            with ended_after(self._bounds.started_within, self._process):
                frames.send_frame(pipe_in(self._process), Letter.BOUNDS.value, frames.written(self._bounds))
                _expect(self._process, Letter.READY, 0)
        return self._process

    def _send(self, process: "subprocess.Popen[bytes]", name: str, request: object, blobs: Sequence[bytes]) -> None:
        pipe = pipe_in(process)
        frames.send_frame(pipe, Letter.ERRAND.value, frames.written(Errand(name, len(blobs))))
        frames.send_frame(pipe, Letter.REQUEST.value, frames.written(request))
        for blob in blobs:
            frames.send_frame(pipe, Letter.BLOB.value, blob)

    def _received(
        self, process: "subprocess.Popen[bytes]", answer: type[Answer], progress: Callable[[Progress], None] | None
    ) -> tuple[Answer, list[bytes]]:
        while True:
            letter, body = frames.receive_frame(pipe_out(process), MAX_RECORD)
            if letter == Letter.PROGRESS.value:
                told = frames.read_as(Progress, body)
                if progress is not None:
                    progress(told)
                continue
            if letter != Letter.ANSWER.value:
                raise frames.BrokenPipeToWorkerError(f"frame {letter!r}")
            made = frames.read_as(answer, body)
            count = frames.read_as(Blobs, _expect(process, Letter.COUNT, MAX_RECORD)).count
            return made, [_expect(process, Letter.BLOB, self._bounds.blob) for _ in range(count)]


def _expect(process: "subprocess.Popen[bytes]", letter: Letter, most: int) -> bytes:
    came, body = frames.receive_frame(pipe_out(process), most)
    if came != letter.value:
        with suppress(OSError):
            process.kill()
        raise frames.BrokenPipeToWorkerError(f"frame {came!r}")
    return body
