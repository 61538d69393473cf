"""Requests of a person who does not exist, in every state, as records: what the store would hand to a presenter."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from documents.legajo import LegajoRecord, SupportingDocument
from storage.request_records import (
    OfficeRequest,
    OwnRequest,
    RequestAction,
    RequestContent,
    RequestEvent,
    RequestState,
    ShownRequest,
)

NOW = datetime(2026, 11, 23, 13, 14, tzinfo=UTC)  # Monday
TODAY = date(2026, 11, 23)
WEEK_LATER = date(2026, 11, 30)  # five working days ahead
TITLE = {
    "pais": "Perú", "centro_estudios": "Universidad Nacional del Altiplano", "ubigeo": "210101",
    "grado_instruccion": "universitaria", "carrera": "Educación primaria", "situacion_academica": "titulado",
    "titulo": "Licenciada en Educación Primaria", "anio_inicio": "2008", "anio_fin": "2012",
    "fecha_expedicion": "2013-12-20", "fecha_registro": "2014-02-10",
}  # fmt: skip
HOME = {
    "domicilio": "Jr. Ñauparí 120",
    "ubigeo": "210101",
    "telefono_celular": "999000111",
    "correo": "rosa@ejemplo.pe",
}
PAPER = SupportingDocument(
    tipo="resolucion", formato="copia_simple", numero="RD N° 1234-2026-UGEL-SR", entidad_emisora="UGEL San Román",
    fecha_emision=date(2026, 3, 30), folios=2, sumilla="Inscribe el título", sha256="ab" * 32, size=90_000, pages=2,
)  # fmt: skip


def identifier(number: int, kind: int = 1) -> str:
    """A uuid that says which one it is."""
    return f"00000000-0000-4000-8{kind:03d}-{number:012d}"


def filed_home(record: str = "", version: int = 2, **changes: str) -> LegajoRecord:
    """The address as the office has it."""
    return LegajoRecord(
        id=record or identifier(7, 9), section="I", kind="domicilio", version=version, fields={**HOME, **changes},
        registered=date(2019, 3, 4),
    )  # fmt: skip


def content_of(action: RequestAction = RequestAction.CHANGE, **changes: Any) -> RequestContent:
    """Move house; or file a title; or ask for a paper."""
    if action is RequestAction.NEW:
        made = RequestContent(
            action=action, section="II", kind="titulo_profesional", record=identifier(8, 9), base=None, fields=TITLE,
            documents=(PAPER,),
        )  # fmt: skip
    elif action in {RequestAction.CHANGE, RequestAction.REMOVE}:
        moved = {**HOME, "domicilio": "Av. El Sol 45, Juliaca"} if action is RequestAction.CHANGE else {}
        made = RequestContent(
            action=action, section="I", kind="domicilio", record=identifier(7, 9), base=filed_home(), fields=moved
        )
    else:
        made = RequestContent(action=action, section="", kind="", record="", base=None)
    return replace(made, **changes)


def own_of(number: int, state: RequestState, content: RequestContent | None = None, **changes: Any) -> OwnRequest:
    """A wish in the outbox."""
    queued = None if state is RequestState.DRAFT else NOW - timedelta(hours=30)
    made = OwnRequest(
        uuid=identifier(number), number=number, content=content or content_of(), state=state,
        created_at=NOW - timedelta(hours=31), changed_at=NOW - timedelta(hours=29), queued_at=queued,
    )  # fmt: skip
    return replace(made, **changes)


def fact_of(number: int, state: RequestState, content: RequestContent | None = None, **changes: Any) -> OfficeRequest:
    """A request as the office tells it."""
    filed = NOW - timedelta(hours=28)
    events = [RequestEvent(filed, RequestState.FILED, "", "")]
    if state is not RequestState.FILED:
        events.append(RequestEvent(NOW - timedelta(hours=2), state, "LÓPEZ NÚÑEZ, CARMEN", changes.get("reason", "")))
    made = OfficeRequest(
        uuid=identifier(number), code=f"SOL-2026-{number:06d}", state=state,
        content=replace(content or content_of(), base=None), base_version=2, filed_at=filed, changed_at=events[-1].at,
        attended_by="", reason="", deadline=None, history=tuple(events),
    )  # fmt: skip
    return replace(made, **changes)


def wish(number: int, state: RequestState, content: RequestContent | None = None, **changes: Any) -> ShownRequest:
    """Ours alone: the office knows nothing of it."""
    return ShownRequest(uuid=identifier(number), own=own_of(number, state, content, **changes), fact=None)


def told(number: int, state: RequestState, content: RequestContent | None = None, **changes: Any) -> ShownRequest:
    """Ours, and the office's word over it."""
    own = own_of(number, RequestState.FILED, content, code=f"SOL-2026-{number:06d}")
    return ShownRequest(uuid=identifier(number), own=own, fact=fact_of(number, state, content, **changes))
