"""Legajo shapes -> records, and the bodies of requests. The rules of `sync.wire` hold here too.

A state, action or kind of paper that this version does not know is no fault: the fact is skipped.
"""

import msgspec

from documents.legajo import LegajoRecord, SupportingDocument
from storage.records import OfficeLook
from storage.request_records import (
    OPEN_AT_OFFICE,
    SETTLED,
    Expediente,
    OfficeRequest,
    Paper,
    PaperKind,
    Reception,
    RequestAction,
    RequestContent,
    RequestEvent,
    RequestState,
)
from sync.errors import InterferenceError
from sync.legajo_shapes import (
    WireAnswer,
    WireDocument,
    WireExpediente,
    WireLook,
    WirePaper,
    WireReception,
    WireRecord,
    WireRequest,
)
from sync.shapes import read

OF_OFFICE = OPEN_AT_OFFICE | SETTLED  # states that only the office gives


def request_body(content: RequestContent) -> bytes:
    """PUT /v1/requests/…: canonical JSON. The same content is the same bytes, whenever and wherever it is written."""
    members = {
        "action": content.action.value, "section": content.section, "kind": content.kind, "record": content.record,
        "base_version": content.base.version if content.base else 0, "fields": dict(content.fields),
        "documents": [_document_members(document) for document in content.documents], "note": content.note,
        "replaces": content.replaces,
        "expediente": expediente_members(content.expediente) if content.expediente else None,
    }  # fmt: skip
    return msgspec.json.encode(members, order="sorted")


def expediente_body(expediente: Expediente) -> bytes:
    """PUT /v1/requests/…/expediente."""
    return msgspec.json.encode(expediente_members(expediente), order="sorted")


def read_answer(body: bytes, uuid: str) -> OfficeRequest:
    """The request that filing or cancelling answers. InterferenceError unless it is the one that was asked about."""
    answer = office_request(read(body, WireAnswer).request)
    if answer is None or answer.uuid != uuid:
        raise InterferenceError("schema", "another request than the one asked about")
    return answer


def office_request(wire: WireRequest) -> OfficeRequest | None:
    """None: of a state or an action that this version does not know."""
    if wire.state not in OF_OFFICE or wire.action not in tuple(RequestAction):
        return None
    return OfficeRequest(
        uuid=wire.uuid, code=wire.code, state=RequestState(wire.state), content=_content(wire),
        base_version=wire.base_version, filed_at=wire.filed_at, changed_at=wire.changed_at,
        attended_by=wire.attended_by, reason=wire.reason, deadline=wire.deadline, history=_history(wire),
        taken_by=wire.taken_by, reception=_reception(wire.reception) if wire.reception else None,
    )  # fmt: skip


def told_request(raw: msgspec.Raw) -> OfficeRequest | None:
    """The request that a refusal tells of. It only explains: one that cannot be read is no fault."""
    try:
        return office_request(msgspec.json.decode(raw, type=WireRequest))
    except msgspec.DecodeError:
        return None


def look(wire: WireLook) -> OfficeLook:
    """Who looked at the person's file."""
    return OfficeLook(
        id=wire.id, at=wire.at, until=wire.until, times=wire.times, who=wire.who, office=wire.office, why=wire.why,
        what=wire.what,
    )  # fmt: skip


def record(wire: WireRecord) -> LegajoRecord:
    """A record as it is filed."""
    return LegajoRecord(
        id=wire.id, section=wire.section, kind=wire.kind, version=wire.version, fields=wire.fields,
        documents=tuple(map(_document, wire.documents)), registered=wire.registered, updated=wire.updated,
    )  # fmt: skip


def paper(wire: WirePaper) -> Paper | None:
    """None: of a kind that this version does not know."""
    if wire.kind not in tuple(PaperKind):
        return None
    return Paper(
        id=wire.id, kind=PaperKind(wire.kind), titulo=wire.titulo, numero=wire.numero, emitido=wire.emitido,
        vigente_hasta=wire.vigente_hasta, sha256=wire.pdf.sha256, size=wire.pdf.size, request=wire.request,
        replaced_by=wire.replaced_by,
    )  # fmt: skip


def _content(wire: WireRequest) -> RequestContent:
    return RequestContent(
        action=RequestAction(wire.action), section=wire.section, kind=wire.kind, record=wire.record, base=None,
        fields=wire.fields, documents=tuple(map(_document, wire.documents)), note=wire.note, replaces=wire.replaces,
        expediente=_expediente(wire.expediente) if wire.expediente else None,
    )  # fmt: skip


def _history(wire: WireRequest) -> tuple[RequestEvent, ...]:
    known = (event for event in wire.history if event.state in OF_OFFICE)
    return tuple(RequestEvent(event.at, RequestState(event.state), event.who, event.note) for event in known)


def _document(wire: WireDocument) -> SupportingDocument:
    return SupportingDocument(
        tipo=wire.tipo, formato=wire.formato, numero=wire.numero, entidad_emisora=wire.entidad_emisora,
        fecha_emision=wire.fecha_emision, folios=wire.folios, sumilla=wire.sumilla, sha256=wire.sha256,
        size=wire.size, pages=wire.pages,
    )  # fmt: skip


def _document_members(document: SupportingDocument) -> dict[str, object]:
    return {name: getattr(document, name) for name in WireDocument.__struct_fields__}


def _reception(wire: WireReception) -> Reception:
    return Reception(wire.at, wire.who, wire.folios, wire.desk, wire.lacking, wire.until)


def _expediente(wire: WireExpediente) -> Expediente:
    return Expediente(wire.numero, wire.clave, wire.fecha)


def expediente_members(expediente: Expediente) -> dict[str, object]:
    """As it travels."""
    return {"numero": expediente.numero, "clave": expediente.clave, "fecha": expediente.fecha}
