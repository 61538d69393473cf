"""Invented wishes and facts of the legajo for the store's tests."""

import hashlib
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

from documents.legajo import LegajoRecord, SupportingDocument
from storage.request_records import (
    OfficeRequest,
    Paper,
    PaperKind,
    RequestAction,
    RequestContent,
    RequestEvent,
    RequestState,
)

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
FILE = bytes(range(256)) * 2_500  # 640,000 bytes: three pieces


def key(number: int) -> str:
    """The uuid of request or record number so many."""
    return str(uuid.UUID(int=number))


def later(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def document(content: bytes = FILE, **changes: Any) -> SupportingDocument:
    values: dict[str, Any] = {
        "tipo": "resolucion", "formato": "copia_simple", "numero": "RD N° 1234-2013-UGEL-H",
        "entidad_emisora": "UGEL Huancayo", "fecha_emision": date(2013, 3, 15), "folios": 2,
        "sumilla": "Grado de maestría en gestión", "sha256": sha(content), "size": len(content), "pages": 2,
    }  # fmt: skip
    return SupportingDocument(**(values | changes))


def record(number: int = 1, **changes: Any) -> LegajoRecord:
    values: dict[str, Any] = {
        "id": key(1_000 + number), "section": "I", "kind": "domicilio", "version": 1,
        "fields": {"domicilio": "Jr. Los Sauces 123, Ñahuimpuquio", "telefono_celular": "999000111"},
        "registered": date(2026, 1, number % 28 + 1), "updated": None,
    }  # fmt: skip
    return LegajoRecord(**(values | changes))


def content(number: int = 1, *, base: LegajoRecord | None = None, **changes: Any) -> RequestContent:
    """A wish about record `number`: to file it, or to change `base`."""
    values: dict[str, Any] = {
        "action": RequestAction.CHANGE if base else RequestAction.NEW, "section": "I", "kind": "domicilio",
        "record": base.id if base else key(1_000 + number), "base": base,
        "fields": {"domicilio": "Av. Huáscar 45", "telefono_celular": "999000222"}, "note": "Me mudé en julio.",
    }  # fmt: skip
    return RequestContent(**(values | changes))


def for_paper(action: RequestAction = RequestAction.HOJA_DE_VIDA) -> RequestContent:
    return RequestContent(action=action, section="", kind="", record="", base=None)


def fact(number: int = 1, state: RequestState = RequestState.FILED, **changes: Any) -> OfficeRequest:
    """Request `number` as the office knows it."""
    values: dict[str, Any] = {
        "uuid": key(number), "code": f"SOL-2026-{number:06d}", "state": state, "content": content(number),
        "base_version": 0, "filed_at": later(1), "changed_at": later(2), "attended_by": "", "reason": "",
        "deadline": date(2026, 12, 4), "history": (RequestEvent(later(1), RequestState.FILED, "", ""),),
    }  # fmt: skip
    return OfficeRequest(**(values | changes))


def paper(number: int, content: bytes, **changes: Any) -> Paper:
    values: dict[str, Any] = {
        "id": key(2_000 + number), "kind": PaperKind.HOJA_DE_VIDA, "titulo": "Hoja de vida", "numero": "",
        "emitido": date(2026, 10, number), "vigente_hasta": None, "sha256": sha(content), "size": len(content),
    }  # fmt: skip
    return Paper(**(values | changes))
