"""The processes in which one person's papers are drawn and bound. Loads no PDF library here.

Two at most: one of ours that draws and, when nothing foreign is among the documents, also binds; and one for what came
from elsewhere, which never sees the office's key.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Final, Self, TypeVar

from documents.batch.records import BindAnswer, BindOrder, BoundItem, DrawAnswer, DrawOrder, Refusal
from documents.packet.heading import Heading
from documents.packet.profiles import Profile
from documents.packet.records import PacketResult
from documents.worker.errands import Bounds, Loss, Worker, WorkerLostError

BOUNDS: Final = Bounds(written=2_000_000_000, killed_after=900.0)
Answer = TypeVar("Answer")


class BatchStoppedError(Exception):
    """Somebody asked to stop."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of one person, in memory or in our own working folder. `drawn_here`: by this program, just now."""

    title: str
    pdf: bytes | Path
    drawn_here: bool = False


class Makers:
    """A context manager: the processes end with it. One thread uses it; `stop` from any."""

    def __init__(self) -> None:
        self._ours, self._foreign = Worker(BOUNDS), Worker(BOUNDS)
        self._stopped = Event()
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._stack.enter_context(self._ours)
        self._stack.enter_context(self._foreign)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def stop(self) -> None:
        """End what is under way; nothing can be asked afterwards."""
        self._stopped.set()
        self._ours.stop()
        self._foreign.stop()

    def draw(self, order: DrawOrder) -> tuple[DrawAnswer, list[bytes]]:
        """The papers of old payslips. Raises BatchStoppedError, WorkerLostError (twice in a row)."""
        return self._run(self._ours, "batch.draw", order, (), DrawAnswer)

    def bind(
        self, heading: Heading, documents: Sequence[Document], profile: Profile, folder: Path, stem: str
    ) -> PacketResult | Refusal:
        """One packet in an existing folder of its own. Raises as `draw` does."""
        items = tuple(
            BoundItem(each.title, each.drawn_here, str(each.pdf) if isinstance(each.pdf, Path) else "")
            for each in documents
        )
        blobs = [each.pdf for each in documents if isinstance(each.pdf, bytes)]
        worker = self._ours if all(each.drawn_here for each in documents) else self._foreign
        order = BindOrder(heading, items, profile, str(folder), stem)
        answer, _ = self._run(worker, "batch.bind", order, blobs, BindAnswer)
        if answer.result is not None:
            return answer.result
        return Refusal("unknown") if answer.refusal is None else answer.refusal

    def _run(
        self, worker: Worker, name: str, order: object, blobs: Sequence[bytes], answer: type[Answer]
    ) -> tuple[Answer, list[bytes]]:
        """A process that died is replaced once: the next one may find more memory."""
        for left in (1, 0):
            if self._stopped.is_set():
                raise BatchStoppedError
            try:
                return worker.run(name, order, blobs, answer)
            except WorkerLostError as error:
                if self._stopped.is_set() or error.loss is Loss.STOPPED:
                    raise BatchStoppedError from error
                if not left:
                    raise
        raise AssertionError("no try was made")
