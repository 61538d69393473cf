"""The disposable process that opens foreign files.

`python -m documents.seal.worker_process`, or the frozen program with its hidden argument (`documents.seal.worker`). It
speaks `documents.seal.wire` on its standard input and output.

It gets bytes, never paths, and confines itself before the first of them (`documents.worker.confining`): bounded
memory, no files written, no core dumps and, where the system allows it, no network.
"""

import os
import sys
from typing import Final

from typing_extensions import override

from documents.payslip import Payslip, Period
from documents.seal import wire
from documents.seal.copies import Copies
from documents.worker.confining import confine, own_pipes

_KEPT: Final = "8"  # blocks of 16 MB that pictures hand on: fresh memory for each costs a tenth of a check
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
    incoming, outgoing = own_pipes()
    try:
        _serve(incoming, outgoing)
    except wire.BrokenPipeToWorkerError:
        return 0  # the program is gone, or wants no more
    return 0


def _serve(incoming: int, outgoing: int) -> None:
    os.environ.setdefault("PILLOW_BLOCKS_MAX", _KEPT)  # read when it is imported, which comes next
    from documents.seal.checking import check

    _, body = wire.receive(incoming, _TERMS)
    terms = wire.read_as(wire.Terms, body)
    confine(memory=terms.limits.memory)
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


if __name__ == "__main__":
    sys.exit(main())
