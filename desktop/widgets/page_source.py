"""Who draws the pages that a viewer shows: this process, or one apart (`Desk.foreign_pages`); and pixels for Qt."""

from typing import Final, Protocol

from PySide6.QtGui import QImage
from typing_extensions import override

from documents.page_image import PageImage, PageSet, open_pages, render


class PageSource(Protocol):
    """Both raise UnreadablePdfError; called on the pool."""

    def open_pages(self, pdf: bytes) -> PageSet:
        """How many pages and how large."""
        ...

    def render(self, pdf: bytes, page: int, scale: float) -> PageImage:
        """One page; scale 1 is 72 dpi."""
        ...


class _Here(PageSource):
    """For PDFs that came from the office and were verified by their digest."""

    @override
    def open_pages(self, pdf: bytes) -> PageSet:
        return open_pages(pdf)

    @override
    def render(self, pdf: bytes, page: int, scale: float) -> PageImage:
        return render(pdf, page, scale)


HERE: Final[PageSource] = _Here()


def as_image(page: PageImage) -> QImage:
    """The rendered page as Qt draws it. The bytes are copied: the image lives on its own."""
    return QImage(page.bgrx, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
