"""What the tests of legajos and requests share: records, bodies, files, and the calls of a signed-in person."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import requests

from central.server import Server
from documents.legajo import LegajoRecord, SupportingDocument

UGEL = "210011"
PASSWORD = "cerro-laguna-7"
PDF = b"%PDF-1.7\n" + bytes(index * 11 % 253 for index in range(50_000))
COURSE = {
    "tipo": "capacitacion",
    "centro": "DRE Puno",
    "materia": "Lectura en aulas multigrado",
    "fecha_inicio": "2023-04-03",
    "fecha_fin": "2023-06-30",
    "horas_lectivas": "120",
    "fecha_emision": "2023-07-10",
}


def uuid(number: int) -> str:
    return str(UUID(int=number, version=4))


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def document(content: bytes = PDF, **changes: Any) -> dict[str, Any]:
    return {
        "tipo": "certificado", "formato": "copia_simple", "numero": "", "entidad_emisora": "DRE Puno",
        "fecha_emision": "2023-07-10", "folios": 1, "sumilla": "Certificado del curso", "sha256": sha(content),
        "size": len(content), "pages": 1,
    } | changes  # fmt: skip


def body(record: str = uuid(900), **changes: Any) -> dict[str, Any]:
    """A new course, with its certificate."""
    return {
        "action": "nuevo", "section": "II", "kind": "capacitacion", "record": record, "base_version": 0,
        "fields": COURSE, "documents": [document()], "note": "", "replaces": "", "expediente": None,
    } | changes  # fmt: skip


def paper(action: str = "hoja_de_vida", **changes: Any) -> dict[str, Any]:
    nothing = {"section": "", "kind": "", "record": "", "fields": {}, "documents": []}
    return body(action=action, **nothing) | changes


def course(record: str, version: int = 1, content: bytes | None = None) -> LegajoRecord:
    """As it is filed."""
    files = ()
    if content is not None:
        members = document(content) | {"fecha_emision": date(2023, 7, 10)}
        files = (SupportingDocument(**members),)
    return LegajoRecord(
        id=record, section="II", kind="capacitacion", version=version, fields=COURSE, documents=files,
        registered=date(2023, 8, 1), updated=None,
    )  # fmt: skip


@dataclass
class Person:
    """Somebody signed in over real HTTP."""

    url: str
    session: requests.Session

    @classmethod
    def sign_in(cls, server: Server, user: str) -> "Person":
        session = requests.Session()
        given = session.post(
            f"{server.url}/v1/sessions", json={"user": user, "password": PASSWORD, "device": "prueba"}, timeout=10
        ).json()
        session.headers["Authorization"] = f"Bearer {given['access_token']}"
        return cls(server.url, session)

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        return self.session.request(method, self.url + path, timeout=10, **more)

    def put(self, path: str, members: dict[str, Any]) -> requests.Response:
        return self.ask("PUT", path, json=members)

    def file(self, number: int, members: dict[str, Any]) -> requests.Response:
        return self.put(f"/v1/requests/{uuid(number)}", members)

    def begin(self, content: bytes, *, length: int | None = None, name: str | None = None) -> requests.Response:
        coded = base64.b64encode((name or sha(content)).encode()).decode()
        headers = {
            "Tus-Resumable": "1.0.0",
            "Upload-Length": str(len(content) if length is None else length),
            "Upload-Metadata": f"sha256 {coded}",
        }
        return self.ask("POST", "/v1/uploads", headers=headers)

    def send(self, sha256: str, offset: int, content: bytes) -> requests.Response:
        headers = {
            "Tus-Resumable": "1.0.0",
            "Upload-Offset": str(offset),
            "Content-Type": "application/offset+octet-stream",
        }
        return self.ask("PATCH", f"/v1/uploads/{sha256}", headers=headers, data=content)

    def held(self, sha256: str) -> int | None:
        answer = self.ask("HEAD", f"/v1/uploads/{sha256}", headers={"Tus-Resumable": "1.0.0"})
        return int(answer.headers["Upload-Offset"]) if answer.status_code == 200 else None

    def upload(self, content: bytes = PDF) -> str:
        self.begin(content)
        assert self.send(sha(content), 0, content).status_code == 204
        return sha(content)

    def changes(self, since: str | None = None) -> list[dict[str, Any]]:
        page = self.ask("GET", "/v1/sync", params={"since": since} if since else None).json()
        assert not page["more"]
        return list(page["changes"])

    def mark(self) -> str:
        return str(self.ask("GET", "/v1/sync").json()["cursor"])

    def decide(self, request: dict[str, Any], action: str, number: int, reason: str = "") -> requests.Response:
        path = f"/v1/office/requests/{request['uuid']}/decisions/{uuid(number)}"
        return self.put(path, {"action": action, "reason": reason, "seen": request["changed_at"]})
