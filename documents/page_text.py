"""The text of a PDF's pages as PDFium extracts it. What is issued and what is checked are read by this one function.

Extracted text is not what the eye sees (it may be hidden, or say another letter than it shows): it is one witness.
"""

from typing import TYPE_CHECKING, Final

from documents.errors import UnreadablePdfError, UnreadableReason
from documents.page_image import opened

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped]  # as in page_image

MAX_CHARACTERS: Final = 100_000  # of one page; a payslip has two thousand


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page, in PDFium's order, lines ended by CR LF. Raises UnreadablePdfError."""
    with opened(pdf) as document:
        return tuple(_text(document[page], page) for page in range(len(document)))


def _text(page: "pypdfium2.PdfPage", number: int) -> str:
    characters = page.get_textpage()
    try:
        if characters.count_chars() > MAX_CHARACTERS:
            raise UnreadablePdfError(UnreadableReason.TEXT_TOO_LONG, f"page {number}: {characters.count_chars()}")
        text: str = characters.get_text_range()
        return text
    finally:
        characters.close()
        page.close()
