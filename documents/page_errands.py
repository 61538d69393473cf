"""Drawing a foreign page, inside the disposable process only (`documents.worker.process`)."""

from documents.errors import UnreadablePdfError
from documents.page_image import open_pages, render
from documents.page_image_apart import PageAnswer, PageRequest
from documents.worker import frames
from documents.worker.process import Report


def draw(request: bytes, blobs: list[bytes], _report: Report) -> tuple[PageAnswer, list[bytes]]:
    """Sizes, or one page's pixels; a file that cannot be shown is an answer, not an accident."""
    asked = frames.read_as(PageRequest, request)
    try:
        if not asked.scale:
            return PageAnswer(sizes=open_pages(blobs[0]).sizes), []
        image = render(blobs[0], asked.page, asked.scale)
    except UnreadablePdfError as error:
        return PageAnswer(refused=error.reason, detail=str(error)[:80]), []
    return PageAnswer(shape=(image.width, image.height, image.stride)), [image.bgrx]
