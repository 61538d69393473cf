"""Draws a paper as a PDF, the same bytes for the same paper and seal, in any process. Look and faces are the payslip's.

What is placed where is `documents.paper_layout`; this module states the document's properties.
"""

from documents.fonts import DRAWING
from documents.paper import Paper
from documents.paper_layout import lay_out
from documents.payslip_frame import SealNote
from documents.qr import QrBars, qr_bars, qr_room
from documents.sheet_pdf import Properties, draw_sheets


def draw_paper(paper: Paper, *, seal: str, note: SealNote | None) -> bytes:
    """A4 pages with `seal` as the QR of each; without a note it is a reference, and the foot says so.

    Raises SealTooLongError, SheetFullError.
    """
    return _drawn(paper, qr_bars(seal), note)


def draw_paper_to_be_sealed(paper: Paper, *, like: str, note: SealNote) -> bytes:
    """The paper with room for a seal as long as `like`: its text is that of the sealed one. Raises the same."""
    return _drawn(paper, qr_room(like), note)


def _drawn(paper: Paper, qr: QrBars, note: SealNote | None) -> bytes:
    properties = Properties(
        title=f"{paper.title}: {paper.person.apellidos_y_nombres}",
        author=paper.office.nombre,
        subject=f"{paper.kind.value[0]}, {paper.person.doc_tipo} {paper.person.doc_numero}",
        day=paper.issued,
    )
    with DRAWING:
        return draw_sheets(lay_out(paper, qr, note), properties)
