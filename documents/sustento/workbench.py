"""Where a sustento is made: files come, pages are put in order, one clean PDF comes out. Loads no PDF library.

Holds the chosen files in memory and hands them to a disposable process, one at a time. One thread at a time; `stop`
from any. A process that a file brings down is replaced and the file is refused by name: the bench goes on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Final, Self

from documents.packet.errors import ItemTrouble
from documents.packet.records import Remark
from documents.sustento.errors import (
    OpeningTrouble,
    SourceRefusedError,
    SustentoRefusedError,
    SustentoStoppedError,
    WholeTrouble,
)
from documents.sustento.records import (
    LEVELS,
    MAX_SOURCE_BYTES,
    MAX_SOURCES_BYTES,
    SHARES,
    Arrived,
    JoinAnswer,
    JoinRequest,
    PageChoice,
    PrepareAnswer,
    PrepareRequest,
    Sustento,
    Thumbnail,
)
from documents.worker.errands import Bounds, Loss, Progress, Worker, WorkerLostError

_BOUNDS: Final = Bounds(blob=2 * MAX_SOURCE_BYTES)
Told = Callable[[Progress], None]


@dataclass(slots=True)
class _Source:
    """A chosen file and what it became at each level tried."""

    name: str
    data: bytes
    reducible: bool
    plain: dict[int, bytes] = field(default_factory=dict)
    remarks: dict[int, tuple[Remark, ...]] = field(default_factory=dict)

    def level(self, wanted: int) -> int:
        """What holds no pictures is the same at every level."""
        return wanted if self.reducible else 0


class Workbench:
    """A context manager: its process ends with it. `max_bytes` and `max_pages` are the catalogue's limits."""

    def __init__(self, *, max_bytes: int, max_pages: int, bounds: Bounds = _BOUNDS) -> None:
        self._max_bytes, self._max_pages = max_bytes, max_pages
        self._worker = Worker(bounds)
        self._sources: dict[int, _Source] = {}
        self._next = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """Of the process that is running now."""
        return self._worker.process_id

    def close(self) -> None:
        """End the process and forget the files."""
        self._worker.close()
        self._sources.clear()

    def stop(self) -> None:
        """End what is under way, from any thread: it raises SustentoStoppedError."""
        self._worker.stop()

    def add(self, name: str, data: bytes, progress: Told | None = None) -> Arrived:
        """Open a chosen file. Raises SourceRefusedError, SustentoRefusedError, SustentoStoppedError."""
        if len(data) > MAX_SOURCE_BYTES:
            raise SourceRefusedError(name, ItemTrouble.TOO_LARGE, f"{len(data)} bytes")
        whole = len(data) + sum(len(source.data) for source in self._sources.values())
        if whole > MAX_SOURCES_BYTES:
            raise SustentoRefusedError(WholeTrouble.TOO_MUCH, whole, MAX_SOURCES_BYTES)
        source = _Source(name, data, reducible=True)
        answer, blobs = self._prepared(source, 0, progress, thumbnails=True)
        source.reducible = answer.reducible
        number, self._next = self._next, self._next + 1
        self._sources[number] = source
        return Arrived(number, name, _thumbnails(name, answer, blobs[1:]), answer.remarks)

    def forget(self, source: int) -> None:
        """Drop a file of which no page is wanted any more."""
        self._sources.pop(source, None)

    def make(self, pages: Sequence[PageChoice], progress: Told | None = None) -> Sustento:
        """Join these pages, as legible as the limit allows. Raises like `add`; KeyError for an unknown source."""
        if not pages:
            raise SustentoRefusedError(WholeTrouble.NO_PAGES)
        if len(pages) > self._max_pages:
            raise SustentoRefusedError(WholeTrouble.TOO_MANY_PAGES, len(pages), self._max_pages)
        used = sorted({choice.source for choice in pages})
        level: int | None = 0
        first = size = 0
        while level is not None:
            pdf = self._joined(pages, used, level, progress)
            size = len(pdf)
            if size <= self._max_bytes:
                return self._finished(pdf, pages, used, level)
            first = first or size
            level = self._next_level(level, first) if any(self._sources[each].reducible for each in used) else None
        raise SustentoRefusedError(WholeTrouble.TOO_LARGE, size, self._max_bytes)

    def _next_level(self, level: int, first: int) -> int | None:
        """The first level after this one that promises to be small enough, at the worst the last."""
        left = range(level + 1, len(LEVELS))
        fitting = (each for each in left if first * SHARES[each] <= self._max_bytes)
        return next(fitting, left[-1] if left else None)

    def _joined(self, pages: Sequence[PageChoice], used: Sequence[int], level: int, progress: Told | None) -> bytes:
        parts = [self._at_level(self._sources[number], level, progress) for number in used]
        request = JoinRequest(tuple(replace(choice, source=used.index(choice.source)) for choice in pages))
        try:
            _, blobs = self._worker.run("sustento.join", request, parts, JoinAnswer, progress)
        except WorkerLostError as error:
            _raise_if_stopped(error)
            raise SustentoRefusedError(WholeTrouble.LOST) from error
        if len(blobs) != 1:
            raise SustentoRefusedError(WholeTrouble.LOST)
        return blobs[0]

    def _at_level(self, source: _Source, wanted: int, progress: Told | None) -> bytes:
        level = source.level(wanted)
        if level not in source.plain:
            self._prepared(source, level, progress, thumbnails=False)
        return source.plain[level]

    def _prepared(
        self, source: _Source, level: int, progress: Told | None, *, thumbnails: bool
    ) -> tuple[PrepareAnswer, list[bytes]]:
        request = PrepareRequest(source.name, LEVELS[level], thumbnails, self._max_pages)
        try:
            answer, blobs = self._worker.run("sustento.prepare", request, [source.data], PrepareAnswer, progress)
        except WorkerLostError as error:
            _raise_if_stopped(error)
            raise SourceRefusedError(source.name, OpeningTrouble(error.loss.value)) from error
        if answer.refused or not blobs:
            raise SourceRefusedError(source.name, _trouble(answer.refused), answer.detail)
        source.plain[level], source.remarks[level] = blobs[0], answer.remarks
        return answer, blobs

    def _finished(self, pdf: bytes, pages: Sequence[PageChoice], used: Sequence[int], level: int) -> Sustento:
        sources = [self._sources[number] for number in used]
        remarks = tuple(remark for source in sources for remark in source.remarks[source.level(level)])
        before = sum(len(source.data) for source in sources)
        digest = sha256(pdf).hexdigest()
        return Sustento(pdf, digest, len(pdf), len(pages), remarks, before, LEVELS[level].dpi)


def _raise_if_stopped(error: WorkerLostError) -> None:
    if error.loss is Loss.STOPPED:
        raise SustentoStoppedError from error


def _trouble(code: str) -> ItemTrouble:
    """What the process said, if it is a word we know."""
    return ItemTrouble(code) if code in set(ItemTrouble) else ItemTrouble.DAMAGED


def _thumbnails(name: str, answer: PrepareAnswer, blobs: Sequence[bytes]) -> tuple[Thumbnail, ...]:
    if len(blobs) != len(answer.sizes) or any(
        not 0 < wide <= 400 or not 0 < high <= 400 or len(blob) != 4 * wide * high
        for (wide, high), blob in zip(answer.sizes, blobs, strict=False)
    ):
        raise SourceRefusedError(name, OpeningTrouble.CRASHED, "nonsense")
    return tuple(Thumbnail(wide, high, blob) for (wide, high), blob in zip(answer.sizes, blobs, strict=True))
