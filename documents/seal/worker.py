"""The checker as the program uses it: files in, verdicts out, every foreign byte opened in a disposable process.

`Checker` has one worker process and checks one file at a time; `check_many` runs several over a list of files. A worker
that hangs, crashes or talks nonsense is ended and replaced, and its file becomes ARCHIVO_NO_LEGIBLE with the reason.
This module loads no PDF library.
"""

import os
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final, Self

from documents.seal import wire
from documents.seal.copies import Copies
from documents.seal.limits import DEFAULT, Limits
from documents.seal.outcomes import because, outcome_of
from documents.seal.seals import trust_mark
from documents.seal.trust_list import TrustList
from documents.seal.verdict import FileMark, ReasonCode, Verdict
from documents.worker.program import command_for, end, ended_after, pipe_in, pipe_out, start

if TYPE_CHECKING:
    import subprocess

ARGUMENT: Final = "--seal-worker"  # of the frozen program: main calls documents.seal.worker_process.main()
_MODULE: Final = "documents.seal.worker_process"


class _Unopened(Exception):  # noqa: N818  # not an error of ours: the file is what it is
    """The file gives no bytes. `code` is a stable word."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def worker_command() -> list[str]:
    """How the worker process is started: by the module, or by the frozen program with its hidden argument."""
    return command_for(_MODULE, ARGUMENT)


class Checker:
    """Checks files, one after the other, from one thread. A context manager: the process ends with it."""

    def __init__(self, trust: TrustList, limits: Limits = DEFAULT) -> None:
        self._trust = trust
        self._limits = limits
        self._terms = wire.written(wire.Terms(trust, limits))
        self._process: subprocess.Popen[bytes] | None = None
        self._checked = 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """Of the worker that is running now."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the worker ahead of the first file: it needs half a second."""
        if self._process is None:
            self._process = start(worker_command())
            self._checked = 0
            with suppress(wire.BrokenPipeToWorkerError):  # a worker dead at birth is found out by the first file
                wire.send(pipe_in(self._process), wire.Kind.TERMS, self._terms)

    def check_file(self, path: Path, *, now: datetime, copies: Copies | None = None) -> Verdict:
        """The verdict on one file. Never raises for the file; `copies` are asked on this thread."""
        begun = perf_counter()
        try:
            data = _bytes_of(path, self._limits)
        except _Unopened as unopened:
            return self._unreadable(unopened.code, FileMark(_shown(path), "", 0), now, begun)
        return self.check_bytes(data, name=_shown(path), now=now, copies=copies)

    def check_bytes(self, data: bytes, *, name: str, now: datetime, copies: Copies | None = None) -> Verdict:
        """The same on what lies in no file: a stored payslip, which must not be written out for this."""
        begun = perf_counter()
        if len(data) > self._limits.file_bytes:
            return self._unreadable("too-large", FileMark(name, "", len(data)), now, begun)
        file = FileMark(name, sha256(data).hexdigest(), len(data))
        task = wire.Task(name, now, copies is not None)
        verdict = self._asked(task, data, copies)
        if isinstance(verdict, str):
            return self._unreadable(verdict, file, now, begun)
        spent = (perf_counter() - begun) * 1000
        # The file's mark, the list and the time are this process's own: a worker may lie about a file, not which.
        return replace(
            verdict,
            file=replace(file, pages=verdict.file.pages),
            trust=trust_mark(self._trust, now),
            checked=now,
            milliseconds=spent,
        )

    def close(self) -> None:
        """End the worker."""
        process, self._process = self._process, None
        if process is not None:
            end(process)

    def stop(self) -> None:
        """End the worker at once, from any thread: the check under way becomes ARCHIVO_NO_LEGIBLE."""
        process = self._process
        if process is not None:
            process.kill()

    def _asked(self, task: wire.Task, data: bytes, copies: Copies | None) -> Verdict | str:
        """The worker's verdict, or in a word why there is none."""
        if self._checked >= self._limits.documents_per_process:
            self.close()
        self.start()
        process = self._process
        if process is None:
            return "crashed"
        limit = self._limits.started_within
        begun = perf_counter()
        try:
            if not self._checked:
                with ended_after(limit, process):
                    _await_ready(process)
            self._checked += 1
            limit, begun = self._limits.killed_after, perf_counter()
            with ended_after(limit, process):
                return _exchange(process, task, data, copies)
        except wire.BrokenPipeToWorkerError:
            self.close()
            return "timeout" if perf_counter() - begun >= limit else "crashed"

    def _unreadable(self, why: str, file: FileMark, now: datetime, begun: float) -> Verdict:
        reasons = (because(ReasonCode.FILE_UNREADABLE, found=why),)
        code, colour = outcome_of(reasons)
        return Verdict(
            code=code,
            colour=colour,
            test_keys=False,
            reasons=reasons,
            parts=(),
            claims=None,
            key=None,
            codes=(),
            trust=trust_mark(self._trust, now),
            file=file,
            checked=now,
            milliseconds=(perf_counter() - begun) * 1000,
        )


def _await_ready(process: "subprocess.Popen[bytes]") -> None:
    kind, _ = wire.receive(pipe_out(process), 0)
    if kind is not wire.Kind.READY:
        raise wire.BrokenPipeToWorkerError(f"unexpected {kind.name}")


def _exchange(process: "subprocess.Popen[bytes]", task: wire.Task, data: bytes, copies: Copies | None) -> Verdict:
    wire.send(pipe_in(process), wire.Kind.TASK, wire.written(task))
    wire.send(pipe_in(process), wire.Kind.BYTES, data)
    while True:
        kind, body = wire.receive(pipe_out(process), wire.MAX_ANSWER)
        if kind is wire.Kind.VERDICT:
            return wire.read_as(Verdict, body)
        if kind is not wire.Kind.QUESTION or copies is None:
            raise wire.BrokenPipeToWorkerError(f"unexpected {kind.name}")
        answer = _answered(wire.read_as(wire.Question, body), copies)
        wire.send(pipe_in(process), wire.Kind.ANSWER, wire.written(answer))


def _answered(question: wire.Question, copies: Copies) -> wire.Answer:
    if question.periodo is not None:
        return wire.Answer(payslips=copies.payslips_of(question.doc_numero, question.periodo))
    return wire.Answer(known=copies.sha256_known(question.sha256))


def _shown(path: Path) -> str:
    """The path as text that can be written anywhere: a name that is not UTF-8 keeps its odd bytes as \\xff."""
    return os.fsencode(path).decode(errors="backslashreplace") if os.name == "posix" else str(path)


def _bytes_of(path: Path, limits: Limits) -> bytes:
    """The whole file, if it is one and not too large."""
    try:
        if not path.is_file():
            raise _Unopened("not-a-file" if path.exists() else "missing")
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except (OSError, ValueError) as error:
        raise _Unopened("denied" if isinstance(error, PermissionError) else "unreadable") from error
    if len(data) > limits.file_bytes:
        raise _Unopened("too-large")
    return data
