"""The words of our own paper with their places, taken from it by the way the checker takes them from any paper."""

from documents.page_image import PDFIUM
from documents.seal.clean import settings
from documents.seal.limits import DEFAULT
from documents.seal.pages import open_pdf
from documents.seal.words import Word, words_of


def printed_words(pdf: bytes) -> list[Word]:
    """All words of a PDF that was just drawn, page after page."""
    words: list[Word] = []
    with PDFIUM, open_pdf(pdf, DEFAULT) as document:
        for number in range(document.count):
            with document.page(number) as page:
                glyphs = page.glyphs()
                factors = {font: each.factor for font, each in settings(glyphs).items()}
                words += words_of(glyphs, number, factors)
    return words
