"""Ana's wishes for these tests: queued in her real outbox, looked for in the real office."""

import hashlib
from datetime import date
from typing import Any
from uuid import UUID

from central.store.requests import find_request
from documents.legajo import SupportingDocument
from storage import attachments, drafts, legajo
from storage.request_records import OwnRequest, RequestAction, RequestContent, RequestState, ShownRequest
from tests.sync.office import Desk, Office

COURSE = {
    "tipo": "capacitacion", "centro": "DRE Puno", "materia": "Lectura en aulas multigrado",
    "fecha_inicio": "2023-04-03", "fecha_fin": "2023-06-30", "horas_lectivas": "120", "fecha_emision": "2023-07-10",
}  # fmt: skip


def uuid(number: int) -> str:
    return str(UUID(int=number, version=4))


def pdf(size: int, seed: int = 0) -> bytes:
    """Bytes that begin like a PDF and do not compress."""
    head = b"%PDF-1.7\n"
    return head + hashlib.shake_256(str(seed).encode()).digest(size - len(head))


def paper(content: bytes) -> SupportingDocument:
    return SupportingDocument(
        tipo="certificado", formato="copia_simple", numero="", entidad_emisora="DRE Puno", folios=1, pages=1,
        fecha_emision=date(2023, 7, 10), sumilla="Certificado del curso", size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )  # fmt: skip


def course(number: int, *files: bytes, **changes: Any) -> RequestContent:
    """A new course in section II."""
    members: dict[str, Any] = {
        "action": RequestAction.NEW, "section": "II", "kind": "capacitacion", "record": uuid(1000 + number),
        "base": None, "fields": COURSE, "documents": tuple(map(paper, files)),
    }  # fmt: skip
    return RequestContent(**(members | changes))


def hoja_de_vida() -> RequestContent:
    """Of the queue of papers."""
    return course(0, action=RequestAction.HOJA_DE_VIDA, section="", kind="", record="", fields={})


def queue(desk: Desk, number: int, *files: bytes, content: RequestContent | None = None) -> str:
    """A wish of Ana's in the queue; its uuid."""
    asked = content or course(number, *files)
    with desk.vault.outbox() as box:
        for file in files:
            attachments.keep_file(box, paper(file).sha256, file)
        drafts.new_draft(box, uuid(number), asked, desk.clock.now())
        drafts.queue(box, uuid(number), asked, desk.clock.now())
    return uuid(number)


def own(desk: Desk, name: str) -> OwnRequest:
    with desk.vault.outbox() as box:
        return drafts.own_request(box, name)


def cancel(desk: Desk, name: str) -> OwnRequest:
    with desk.vault.outbox() as box:
        return drafts.cancel(box, name, desk.clock.now())


def shown(desk: Desk, name: str) -> ShownRequest:
    return desk.ask(legajo.shown_request, name)


def at_office(office: Office, name: str) -> Any:
    """The request as the office keeps it, or None."""
    with office.store.reading() as db:
        return find_request(db, name)


def state(desk: Desk, name: str) -> RequestState:
    return own(desk, name).state
