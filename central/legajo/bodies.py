"""What a request asks, as the contract carries it and as `documents.legajo` speaks of it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from central.contract_legajo import Document, RequestBody
from documents.legajo import LegajoRecord, SupportingDocument

PAPERS = ("hoja_de_vida", "informe_escalafonario")


def canonical(members: Mapping[str, Any]) -> str:
    """One spelling for one content."""
    return json.dumps(members, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(text: str) -> str:
    """SHA-256, hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def subject_of(body: RequestBody) -> str:
    """What may have one open request at a time: the record, or the sort of paper."""
    return body.action if body.action in PAPERS else body.record


def attachments_of(body: RequestBody) -> dict[str, int]:
    """SHA-256 and bytes of what must be here."""
    return {document.sha256: document.size for document in body.documents}


def record_asked(body: RequestBody, *, version: int = 0, registered: date | None = None) -> LegajoRecord:
    """The record as it would be."""
    return LegajoRecord(
        id=body.record,
        section=body.section,
        kind=body.kind,
        version=version,
        fields=body.fields,
        documents=tuple(map(_document, body.documents)),
        registered=registered,
    )


def _document(sent: Document) -> SupportingDocument:
    members = sent.model_dump()
    issued = members.pop("fecha_emision")
    return SupportingDocument(**members, fecha_emision=date.fromisoformat(issued) if issued else None)
