"""Pages of a foreign PDF as pixels, drawn by a disposable process: what somebody else sent is never opened in ours.

The same two questions as `documents.page_image`. The process starts with the first page, goes with a pause, and takes
no more than itself with it when a file breaks the renderer.
"""

from dataclasses import dataclass
from threading import Lock, Timer
from typing import Final

from documents.errors import UnreadablePdfError, UnreadableReason
from documents.page_image import MAX_BYTES, PageImage, PageSet
from documents.worker.errands import Bounds, Worker, WorkerLostError

PAUSE: Final = 30.0  # seconds after the last page until the process goes
BOUNDS: Final = Bounds(blob=200 * 1024 * 1024, killed_after=30.0)


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One page at a scale (1 is 72 dpi); or, with scale 0, only how many there are and how large."""

    page: int
    scale: float


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """Sizes in points; or width, height and stride of the pixels that follow; or why not."""

    sizes: tuple[tuple[float, float], ...] = ()
    shape: tuple[int, int, int] | None = None
    refused: UnreadableReason | None = None
    detail: str = ""


class PagesApart:
    """Open for all threads, one question at a time. Raises UnreadablePdfError; a lost process counts as BROKEN."""

    def __init__(self, bounds: Bounds = BOUNDS) -> None:
        self._worker = Worker(bounds)
        self._lock = Lock()
        self._rest: Timer | None = None

    def open_pages(self, pdf: bytes) -> PageSet:
        """How many pages and how large."""
        return PageSet(self._ask(pdf, PageRequest(0, 0.0))[0].sizes)

    def render(self, pdf: bytes, page: int, scale: float) -> PageImage:
        """Page `page` (from 0) on white; scale 1 is 72 dpi."""
        answer, pixels = self._ask(pdf, PageRequest(page, scale))
        if answer.shape is None or answer.shape[1] * answer.shape[2] != len(pixels):
            raise UnreadablePdfError(UnreadableReason.BROKEN, "no picture")
        width, height, stride = answer.shape
        return PageImage(width, height, stride, pixels)

    def close(self) -> None:
        """End the process; whoever waits for a page is told BROKEN."""
        self._worker.stop()
        with self._lock:
            self._forget_rest()
            self._worker.close()

    def _leave(self) -> None:
        """Nobody asked for a while; unless somebody does at this very moment."""
        if self._lock.acquire(blocking=False):
            self._worker.close()
            self._lock.release()

    def _ask(self, pdf: bytes, request: PageRequest) -> tuple[PageAnswer, bytes]:
        if len(pdf) > MAX_BYTES:
            raise UnreadablePdfError(UnreadableReason.TOO_LARGE, f"{len(pdf)} bytes")
        with self._lock:
            self._forget_rest()
            try:
                answer, blobs = self._worker.run("page.draw", request, [pdf], PageAnswer)
            except WorkerLostError as error:
                raise UnreadablePdfError(UnreadableReason.BROKEN, error.loss.value) from error
            finally:
                self._rest = Timer(PAUSE, self._leave)
                self._rest.daemon = True
                self._rest.start()
        if answer.refused is not None:
            raise UnreadablePdfError(answer.refused, answer.detail)
        return answer, blobs[0] if blobs else b""

    def _forget_rest(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None
