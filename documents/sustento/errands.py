"""The work on foreign files, inside the disposable process only (`documents.worker.process`).

A file becomes a PDF of plain upright A4 pages by the same cleaning as in a packet (`documents.packet.preparing`), its
pictures no denser than the level says; then its pages are drawn small once, so that what shows them later has been
drawn before where a crash does no harm.
"""

import io
from typing import Final

import pikepdf

from documents.errors import UnreadablePdfError, UnreadableReason
from documents.packet.cleaning import FAULTS
from documents.packet.errors import ItemRefusedError, ItemTrouble
from documents.packet.framing import frame
from documents.packet.preparing import make_plain, save
from documents.packet.records import PacketItem, Remark
from documents.page_image import PageImage, open_pages, render
from documents.sustento.records import JoinAnswer, JoinRequest, PrepareAnswer, PrepareRequest
from documents.sustento.traces import wipe
from documents.worker import frames
from documents.worker.errands import Progress
from documents.worker.process import Report

THUMBNAIL: Final = 240  # pixels of the longer side
_REASONS: Final = {
    UnreadableReason.TOO_LARGE: ItemTrouble.TOO_LARGE,
    UnreadableReason.TOO_MANY_PAGES: ItemTrouble.TOO_MANY_PAGES,
    UnreadableReason.PICTURE_TOO_LARGE: ItemTrouble.TOO_COMPLEX,
}


def prepare(request: bytes, blobs: list[bytes], report: Report) -> tuple[PrepareAnswer, list[bytes]]:
    """One file made plain, and its pages small."""
    asked = frames.read_as(PrepareRequest, request)
    try:
        plain, remarks, reducible = _plain(asked, blobs[0])
        pictures = _small(plain, report) if asked.thumbnails else []
    except ItemRefusedError as error:
        return PrepareAnswer(error.trouble.value, error.detail, (), reducible=False, sizes=()), []
    except UnreadablePdfError as error:
        trouble = _REASONS.get(error.reason, ItemTrouble.DAMAGED)
        return PrepareAnswer(trouble.value, str(error)[:80], (), reducible=False, sizes=()), []
    sizes = tuple((picture.width, picture.height) for picture in pictures)
    answer = PrepareAnswer("", "", tuple(remarks), reducible, sizes)
    return answer, [plain, *map(_unpadded, pictures)]


def join(request: bytes, blobs: list[bytes], report: Report) -> tuple[JoinAnswer, list[bytes]]:
    """Pages of plain PDFs as one PDF, without anything the pages do not show. The same pages give the same bytes."""
    asked = frames.read_as(JoinRequest, request)
    parts = [pikepdf.open(io.BytesIO(blob)) for blob in blobs]
    joined = pikepdf.Pdf.new()
    for at, choice in enumerate(asked.pages):
        joined.pages.append(parts[choice.source].pages[choice.page])
        if choice.turn:
            joined.pages[-1].obj.Rotate = choice.turn
        report(Progress("joining", at + 1, len(asked.pages)))
    if any(choice.turn for choice in asked.pages):
        frame(joined)
    joined.remove_unreferenced_resources()  # a page that was taken out leaves no picture behind
    wipe(joined)
    written = io.BytesIO()
    save(joined, written)
    return JoinAnswer(len(asked.pages)), [written.getvalue()]


def _plain(asked: PrepareRequest, data: bytes) -> tuple[bytes, list[Remark], bool]:
    target = io.BytesIO()
    item = PacketItem(asked.name, data)
    remarks, reducible = make_plain(item, target, asked.level)
    plain = target.getvalue()
    try:
        with pikepdf.open(io.BytesIO(plain)) as pdf:
            count = len(pdf.pages)
    except FAULTS as error:
        raise ItemRefusedError(asked.name, ItemTrouble.DAMAGED, str(error)[:80]) from error
    if count > asked.max_pages:
        raise ItemRefusedError(asked.name, ItemTrouble.TOO_MANY_PAGES, f"{count} of {asked.max_pages}")
    return plain, remarks, reducible


def _small(plain: bytes, report: Report) -> list[PageImage]:
    sizes = open_pages(plain).sizes
    drawn = []
    for page, size in enumerate(sizes):
        drawn.append(render(plain, page, THUMBNAIL / max(size)))
        report(Progress("drawing", page + 1, len(sizes)))
    return drawn


def _unpadded(picture: PageImage) -> bytes:
    """Its rows without what pads them."""
    wide = 4 * picture.width
    if picture.stride == wide:
        return picture.bgrx[: wide * picture.height]
    starts = range(0, picture.stride * picture.height, picture.stride)
    return b"".join(picture.bgrx[start : start + wide] for start in starts)
