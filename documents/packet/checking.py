"""Whether a packet still holds the documents its cover speaks of. Reads the cover as the eye does: from its QR.

Says that nothing was changed, swapped or lost since the packet was built; says nothing of who built it, for anyone can
build one. A program that recompresses the file makes it "changed": the honest answer is to ask for the original.
"""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pikepdf

from documents.packet.binding import MARK
from documents.packet.cleaning import FAULTS
from documents.packet.digest import pages_digest
from documents.packet.limits import MAX_PACKET_BYTES, MAX_PAGES
from documents.packet.records import PacketState
from documents.packet.reference import Reference, read_reference
from documents.page_image import PDFIUM

__all__ = ["PacketCheck", "PacketState", "check_packet"]

_SCALES: Final = (200 / 72, 300 / 72)
_LARGEST: Final = 2_000.0  # points: a cover is an A4


@dataclass(frozen=True, slots=True)
class PacketCheck:
    """`printed` is what the cover says, `found` the digest of the pages there are ("" when it was not reached)."""

    state: PacketState
    printed: Reference | None = None
    found: str = ""


def check_packet(packet: bytes | Path) -> PacketCheck:
    """Check one file of a packet. Never raises for what the file holds; OSError when a path cannot be read."""
    size = len(packet) if isinstance(packet, bytes) else packet.stat().st_size
    if not 0 < size <= MAX_PACKET_BYTES:
        return PacketCheck(PacketState.UNREADABLE)
    try:
        with pikepdf.open(io.BytesIO(packet) if isinstance(packet, bytes) else packet, suppress_warnings=True) as pdf:
            return _checked(pdf, packet)
    except (*FAULTS, pikepdf.PasswordError, RecursionError):
        return PacketCheck(PacketState.UNREADABLE)


def _checked(pdf: pikepdf.Pdf, packet: bytes | Path) -> PacketCheck:
    if not 0 < len(pdf.pages) <= 2 * MAX_PAGES:
        return PacketCheck(PacketState.UNREADABLE)
    printed = _printed(packet)
    if printed is None:
        return PacketCheck(PacketState.NO_REFERENCE)
    mark = pdf.Root.get(MARK)
    if not isinstance(mark, pikepdf.Dictionary):
        return PacketCheck(PacketState.CHANGED, printed)
    cover, documents, closing = (int(mark[key]) for key in ("/Portada", "/Documentos", "/Final"))
    pages = [page.obj for page in pdf.pages]
    if min(cover - 1, documents, closing) < 0 or cover + documents + closing != len(pages):
        return PacketCheck(PacketState.CHANGED, printed)
    found = pages_digest(pages[cover : cover + documents])
    return PacketCheck(PacketState.SAME if found == printed.digest else PacketState.CHANGED, printed, found)


def _printed(packet: bytes | Path) -> Reference | None:
    """What the QR of the first page says, at the first density at which it is read."""
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types and no stubs exist
    import zxingcpp

    for scale in _SCALES:
        with PDFIUM:
            try:
                with pypdfium2.PdfDocument(packet) as document:
                    page = document[0]
                    if max(page.get_size()) > _LARGEST:
                        return None
                    picture = page.render(scale=scale, grayscale=True).to_pil().copy()
                    page.close()
            except pypdfium2.PdfiumError:
                return None
        for code in zxingcpp.read_barcodes(picture):
            if reference := read_reference(code.text):
                return reference
    return None
