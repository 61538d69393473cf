"""Starting a worker process, waiting for it no longer than agreed, and ending it. Loads no PDF library."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import Final

from documents.worker.frames import BrokenPipeToWorkerError

_ROOT: Final = Path(__file__).resolve().parents[2]
_PATIENCE: Final = 5.0  # seconds for a worker to leave when its pipe is closed


def command_for(module: str, argument: str) -> list[str]:
    """How a worker process is started: by its module, or by the frozen program with its hidden argument."""
    if getattr(sys, "frozen", False):
        return [sys.executable, argument]
    return [sys.executable, "-m", module]


def start(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """A worker with pipes to its input and output; what it writes to its error output is lost."""
    return subprocess.Popen(  # noqa: S603  # our own interpreter or program, no foreign word
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        cwd=None if getattr(sys, "frozen", False) else _ROOT,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


@contextmanager
def ended_after(seconds: float, process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """Whatever waits for the worker in here is freed by its end."""
    late = Timer(seconds, process.kill)
    late.daemon = True
    late.start()
    try:
        yield
    finally:
        late.cancel()


def pipe_in(process: "subprocess.Popen[bytes]") -> int:
    """Where the worker reads. Raises BrokenPipeToWorkerError."""
    if process.stdin is None or process.stdin.closed:
        raise BrokenPipeToWorkerError("closed")
    return process.stdin.fileno()


def pipe_out(process: "subprocess.Popen[bytes]") -> int:
    """Where the worker writes. Raises BrokenPipeToWorkerError."""
    if process.stdout is None or process.stdout.closed:
        raise BrokenPipeToWorkerError("closed")
    return process.stdout.fileno()


def end(process: "subprocess.Popen[bytes]") -> None:
    """Close its pipes; kill it when that is not enough."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
