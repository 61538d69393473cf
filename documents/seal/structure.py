"""What is in the file beside what one viewer shows: layers, scripts, two versions of the truth, annotations.

Pixels tell what our viewer shows; this module asks what another viewer, or a click, could show instead. The file is
read by a second, independent parser (qpdf).
"""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pikepdf
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it ships no types and no stubs exist

from documents.seal.actions import acting_links, behaviour_of
from documents.seal.boxes import Box
from documents.seal.disputes import disputed, without_profiles
from documents.seal.outcomes import because
from documents.seal.pages import Mark
from documents.seal.verdict import Reason, ReasonCode

_KINDS: Final = {
    pdfium.FPDF_ANNOT_TEXT: "Text",
    pdfium.FPDF_ANNOT_LINK: "Link",
    pdfium.FPDF_ANNOT_POPUP: "Popup",
    pdfium.FPDF_ANNOT_FREETEXT: "FreeText",
    pdfium.FPDF_ANNOT_LINE: "Line",
    pdfium.FPDF_ANNOT_SQUARE: "Square",
    pdfium.FPDF_ANNOT_CIRCLE: "Circle",
    pdfium.FPDF_ANNOT_POLYGON: "Polygon",
    pdfium.FPDF_ANNOT_POLYLINE: "PolyLine",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "Highlight",
    pdfium.FPDF_ANNOT_UNDERLINE: "Underline",
    pdfium.FPDF_ANNOT_SQUIGGLY: "Squiggly",
    pdfium.FPDF_ANNOT_STRIKEOUT: "StrikeOut",
    pdfium.FPDF_ANNOT_STAMP: "Stamp",
    pdfium.FPDF_ANNOT_INK: "Ink",
    pdfium.FPDF_ANNOT_WIDGET: "Widget",
    pdfium.FPDF_ANNOT_WATERMARK: "Watermark",
    pdfium.FPDF_ANNOT_REDACT: "Redact",
}
_SILENT: Final = {pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP}
_MARKERS: Final = {
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
}
_NOT_ON_SCREEN: Final = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_ENDS: Final = re.compile(rb"startxref")


@dataclass(frozen=True, slots=True)
class Structure:
    """What the second parser found. The other versions are whole PDFs to be rendered and compared."""

    reasons: tuple[Reason, ...] = ()
    rewritten: bytes | None = None  # as the second parser reads it, where the file gives cause to ask
    layers_on: bytes | None = None  # with every layer shown
    layers_off: bytes | None = None  # with every layer hidden


def examine(data: bytes) -> Structure:
    """What is in the file beside its pages."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True, attempt_recovery=True) as pdf:
            return _examined(pdf, data)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, KeyError, AttributeError) as error:
        return Structure((because(ReasonCode.STRUCTURE_UNCLEAR, found=str(error)[:200]),))


def _examined(pdf: pikepdf.Pdf, data: bytes) -> Structure:
    reasons = [because(ReasonCode.ATTACHMENT)] if _has_attachments(pdf) else []
    contested = disputed(pdf, data)
    behaviour = behaviour_of(pdf)
    contested |= behaviour.elsewhere
    if behaviour.acts:
        reasons.append(because(ReasonCode.ACTIVE_CONTENT, found=", ".join(sorted(behaviour.acts))))
    if contested:
        reasons.append(because(ReasonCode.STRUCTURE_UNCLEAR, found=", ".join(sorted(contested))))
    reasons += [because(ReasonCode.ANNOTATION, found=kind, page=page + 1) for page, kind in acting_links(pdf)]
    patched = bool(pdf.get_warnings()) or _is_patched(pdf, data)
    rewritten = _saved(pdf) if without_profiles(pdf) or patched else None
    if behaviour.layered:
        reasons.append(because(ReasonCode.LAYER))
    if not _has_layers(pdf):
        return Structure(tuple(reasons), rewritten)
    groups = list(pdf.Root.OCProperties.OCGs)
    pdf.Root.OCProperties = pikepdf.Dictionary(
        OCGs=pikepdf.Array(groups), D=pikepdf.Dictionary(BaseState=pikepdf.Name.OFF, OFF=pikepdf.Array(groups))
    )
    off = _saved(pdf)
    del pdf.Root.OCProperties
    return Structure(tuple(reasons), rewritten, _saved(pdf), off)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    written = io.BytesIO()
    pdf.save(
        written,
        compress_streams=False,
        fix_metadata_version=False,  # would want an XML library
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return written.getvalue()


def _is_patched(pdf: pikepdf.Pdf, data: bytes) -> bool:
    """Whether something was appended to the file after it was written: then parsers may choose different versions."""
    return len(_ENDS.findall(data)) > (2 if pdf.is_linearized else 1)


def _has_layers(pdf: pikepdf.Pdf) -> bool:
    properties = pdf.Root.get("/OCProperties")
    return isinstance(properties, pikepdf.Dictionary) and len(properties.get("/OCGs", ())) > 0


def _has_attachments(pdf: pikepdf.Pdf) -> bool:
    names = pdf.Root.get("/Names")
    return isinstance(names, pikepdf.Dictionary) and "/EmbeddedFiles" in names


def judge_marks(marks: Iterable[Mark], signed: Iterable[Box], page: int) -> list[Reason]:
    """Annotations of a page (from 0). Pixels have seen what they show over a signed value; here is what they hide."""
    values = tuple(signed)
    reasons = []
    for mark in marks:
        if mark.kind in _SILENT and not mark.drawn:
            continue  # what else they do, `documents.seal.actions` knows
        kind = _KINDS.get(mark.kind, "Other")
        over = any(mark.box.meets(box) for box in values)
        unsure = mark.flags & _NOT_ON_SCREEN or not mark.drawn
        treacherous = over and unsure and mark.kind not in _MARKERS
        code = ReasonCode.ANNOTATION_CHANGES_VALUE if treacherous else ReasonCode.ANNOTATION
        reasons.append(because(code, found=kind, page=page + 1))
    return reasons
