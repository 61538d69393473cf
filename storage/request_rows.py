"""Wishes and the facts of the legajo to columns and back. The content of a request is one JSON text, frozen with it.

Pure: no database here, so that the round trip can be tested by itself.
"""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeVar

import msgspec

from storage.connection import Row, Value
from storage.request_records import (
    Expediente,
    Forgotten,
    OfficeRequest,
    OwnRequest,
    Paper,
    PaperKind,
    RequestAction,
    RequestContent,
    RequestState,
)
from storage.rows import from_instant

OWN = (
    "SELECT uuid, number, body, state, created_at, changed_at, queued_at, answered_at, tries, next_try_at,"
    " cancel_wanted, code, reason, detail, sent, expediente, expediente_waits, forgotten, forgotten_at, forgotten_code"
    " FROM update_request LEFT JOIN office_memory ON request = uuid "
)
PAPERS_QUEUE = "-"  # hoja de vida and informe: no section, and a queue of their own

T = TypeVar("T")


def to_json(value: object) -> str:
    """Any record of ours; mappings that cannot be changed included."""
    return msgspec.json.encode(value, enc_hook=_plain).decode()


def from_json(text: str, kind: type[T]) -> T:
    """What `to_json` wrote."""
    return msgspec.json.decode(text, type=kind)


def content_columns(content: RequestContent) -> dict[str, Value]:
    """The columns of a wish that its content fills."""
    return {
        "section": content.section or PAPERS_QUEUE,
        "action": content.action,
        "record": content.record,
        "replaces": content.replaces,
        "body": to_json(content),
    }


def own_from(row: Row) -> OwnRequest:
    """From a row of `OWN`."""
    expediente: str | None = row["expediente"]
    created = datetime.fromisoformat(row["created_at"])
    return OwnRequest(
        uuid=row["uuid"], number=row["number"], content=from_json(row["body"], RequestContent),
        state=RequestState(row["state"]), created_at=created,
        changed_at=from_instant(row["changed_at"] or None) or created, queued_at=from_instant(row["queued_at"]),
        answered_at=from_instant(row["answered_at"]), tries=row["tries"], next_try_at=from_instant(row["next_try_at"]),
        cancel_wanted=bool(row["cancel_wanted"]), code=row["code"] or "", reason=row["reason"] or "",
        detail=row["detail"], sent=bool(row["sent"]),
        expediente=None if expediente is None else from_json(expediente, Expediente),
        expediente_waits=bool(row["expediente_waits"]), forgotten=_forgotten_from(row),
    )  # fmt: skip


def _forgotten_from(row: Row) -> Forgotten | None:
    if row["forgotten"] is None:
        return None
    at = datetime.fromisoformat(row["forgotten_at"])
    return Forgotten(at, row["forgotten_code"], whole=row["forgotten"] == "request")


def office_columns(fact: OfficeRequest) -> dict[str, Value]:
    """The columns of a request as the office knows it."""
    return {
        "uuid": fact.uuid, "code": fact.code, "state": fact.state, "record": fact.content.record,
        "filed_at": fact.filed_at.isoformat(), "body": to_json(fact),
    }  # fmt: skip


def paper_columns(paper: Paper) -> dict[str, Value]:
    """The columns of a paper, its PDF left out."""
    return {
        "id": paper.id, "kind": paper.kind, "titulo": paper.titulo, "numero": paper.numero,
        "emitido": paper.emitido.isoformat(), "request": paper.request, "replaced_by": paper.replaced_by,
        "vigente_hasta": None if paper.vigente_hasta is None else paper.vigente_hasta.isoformat(),
    }  # fmt: skip


def paper_from(row: Row) -> Paper:
    """From a row of `paper` joined with `pdf`."""
    until: str | None = row["vigente_hasta"]
    return Paper(
        id=row["id"], kind=PaperKind(row["kind"]), titulo=row["titulo"], numero=row["numero"],
        emitido=date.fromisoformat(row["emitido"]), vigente_hasta=None if until is None else date.fromisoformat(until),
        sha256=row["sha256"], size=row["size"], request=row["request"], replaced_by=row["replaced_by"],
    )  # fmt: skip


def is_for_paper(content: RequestContent) -> bool:
    """Whether it asks for a paper: then it is about no record."""
    return content.action in {RequestAction.HOJA_DE_VIDA, RequestAction.INFORME}


def _plain(value: object) -> Mapping[object, object]:
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise NotImplementedError(type(value).__name__)
