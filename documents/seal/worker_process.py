"""The disposable process that opens foreign files.

`python -m documents.seal.worker_process`, or the frozen program with its hidden argument (`documents.seal.worker`). It
speaks `documents.seal.wire` on its standard input and output.

It gets bytes, never paths, and confines itself before the first of them: bounded memory, no files written, no core
dumps and, where Linux allows it without rights, no network. On Windows the bound belongs into a job object made by who
starts it (JOB_OBJECT_LIMIT_PROCESS_MEMORY, ACTIVE_PROCESS 1, KILL_ON_JOB_CLOSE); until then limits of time and size
stand alone.
"""

import contextlib
import ctypes
import os
import sys
from typing import Final

from typing_extensions import override

from documents.payslip import Payslip, Period
from documents.seal import wire
from documents.seal.copies import Copies
from documents.seal.limits import Limits

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of sched.h
_INPUT, _OUTPUT = 0, 1
_TERMS: Final = 64 * 1024 * 1024  # bytes: a trust list of a hundred thousand keys


class _Asking(Copies):
    """Copies are asked for over the pipe."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        self._incoming, self._outgoing = incoming, outgoing

    @override
    def sha256_known(self, sha256: str) -> bool:
        return self._ask(wire.Question(sha256=sha256)).known

    @override
    def payslips_of(self, doc_numero: str, periodo: Period) -> tuple[Payslip, ...]:
        return self._ask(wire.Question(doc_numero=doc_numero, periodo=periodo)).payslips

    def _ask(self, question: wire.Question) -> wire.Answer:
        wire.send(self._outgoing, wire.Kind.QUESTION, wire.written(question))
        _, body = wire.receive(self._incoming, wire.MAX_ANSWER)
        return wire.read_as(wire.Answer, body)


def main() -> int:
    """Check files until the pipe is closed."""
    incoming, outgoing = _own_pipes()
    try:
        _serve(incoming, outgoing)
    except wire.BrokenPipeToWorkerError:
        return 0  # the program is gone, or wants no more
    return 0


def _serve(incoming: int, outgoing: int) -> None:
    from documents.seal.checking import check

    _, body = wire.receive(incoming, _TERMS)
    terms = wire.read_as(wire.Terms, body)
    _confine(terms.limits)
    wire.send(outgoing, wire.Kind.READY, b"")
    asking = _Asking(incoming, outgoing)
    while True:
        _, body = wire.receive(incoming, wire.MAX_ANSWER)
        task = wire.read_as(wire.Task, body)
        _, data = wire.receive(incoming, terms.limits.file_bytes)
        verdict = check(
            data,
            name=task.name,
            trust=terms.trust,
            now=task.now,
            copies=asking if task.copies else None,
            limits=terms.limits,
        )
        wire.send(outgoing, wire.Kind.VERDICT, wire.written(verdict))


def _own_pipes() -> tuple[int, int]:
    """The pipes under numbers of their own: whatever native code prints must not get between the frames."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(_INPUT, os.O_BINARY)
        msvcrt.setmode(_OUTPUT, os.O_BINARY)
    incoming, outgoing = os.dup(_INPUT), os.dup(_OUTPUT)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, _INPUT)
    os.dup2(nowhere, _OUTPUT)
    return incoming, outgoing


def _confine(limits: Limits) -> None:
    if sys.platform == "win32":
        return
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a lower bound is in force already
            resource.setrlimit(kind, (most, most))
    if sys.platform == "linux":
        # Its own, empty network. Refused in some containers: then nothing is lost, since no code here opens a socket.
        ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)


if __name__ == "__main__":
    sys.exit(main())
