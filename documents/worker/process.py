"""The disposable process that runs errands: `python -m documents.worker.process`, or the frozen program's argument.

It confines itself before the first foreign byte (`confining`). What an errand raises ends the process: the other side
is told nothing, finds the pipe closed, and goes on with another.
"""

import sys
from collections.abc import Callable

from documents.worker import frames
from documents.worker.confining import confine, own_pipes
from documents.worker.errands import MAX_RECORD, Blobs, Bounds, Errand, Letter, Progress

Report = Callable[[Progress], None]
Work = Callable[[bytes, list[bytes], Report], tuple[object, list[bytes]]]


def main() -> int:
    """Run errands until the pipe is closed."""
    incoming, outgoing = own_pipes()
    try:
        _serve(incoming, outgoing)
    except frames.BrokenPipeToWorkerError:
        return 0  # the program is gone, or wants no more
    return 0


def _serve(incoming: int, outgoing: int) -> None:
    _, body = frames.receive_frame(incoming, MAX_RECORD)
    bounds = frames.read_as(Bounds, body)
    confine(memory=bounds.memory, file_bytes=bounds.written)
    frames.send_frame(outgoing, Letter.READY.value, b"")
    while True:
        _, body = frames.receive_frame(incoming, MAX_RECORD)
        errand = frames.read_as(Errand, body)
        _, request = frames.receive_frame(incoming, MAX_RECORD)
        blobs = [frames.receive_frame(incoming, bounds.blob)[1] for _ in range(errand.blobs)]
        answer, made = _work(errand.name)(request, blobs, lambda told: _tell(outgoing, told))
        frames.send_frame(outgoing, Letter.ANSWER.value, frames.written(answer))
        frames.send_frame(outgoing, Letter.COUNT.value, frames.written(Blobs(len(made))))
        for blob in made:
            frames.send_frame(outgoing, Letter.BLOB.value, blob)


def _work(name: str) -> Work:
    """What an errand is done by. Written out, so that packaging sees the modules; loaded when it is asked for."""
    match name:
        case "sustento.prepare":
            from documents.sustento.errands import prepare

            return prepare
        case "sustento.join":
            from documents.sustento.errands import join

            return join
        case "page.draw":
            from documents.page_errands import draw

            return draw
        case "packet.build":
            from documents.packet.errands import build

            return build
        case _:
            return _office_work(name)


def _office_work(name: str) -> Work:
    """The same for what an office does for many people."""
    match name:
        case "people.read":
            from documents.people.errands import read

            return read
        case "packet.inspect":
            from documents.packet.errands import inspect

            return inspect
        case "batch.draw":
            from documents.batch.errands import draw

            return draw
        case "batch.bind":
            from documents.batch.errands import bind

            return bind
        case "stick.picture":
            from documents.stick.errands import read as read_key

            return read_key
        case _:
            raise frames.BrokenPipeToWorkerError(f"errand {name}")


def _tell(outgoing: int, told: Progress) -> None:
    frames.send_frame(outgoing, Letter.PROGRESS.value, frames.written(told))


if __name__ == "__main__":
    sys.exit(main())
