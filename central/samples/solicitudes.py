"""Requests of the cast and of a few colleagues, so that an office has what to do and a person what to follow.

They are filed and decided as everybody's are; only the clock is moved.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from central.contract_legajo import Decision, Document, RequestBody
from central.legajo.deciding import Deciding, decide
from central.legajo.filing import Filing, file_request
from central.legajo.moving import members_of
from central.legajo.people import Clerk
from central.samples.careers import Identity
from central.samples.identifiers import payslip_id
from central.samples.legajo_folder import Evidence, draw_evidence
from central.store import Store
from central.store.blobs import Drawing, keep_blobs
from central.store.requests import KeptRequest
from central.store.uploads import READER
from documents.legajo_catalogue import bundled


@dataclass(frozen=True, slots=True)
class Course:
    """What most ask for: a course that is not in the legajo yet."""

    subject: str
    centre: str
    hours: int
    ended: date


@dataclass(frozen=True, slots=True)
class Asking:
    """Files what the people of a sample ask."""

    store: Store
    seed: int
    today: date

    def course(self, person: Identity, number: int, course: Course, *, days_ago: int) -> KeptRequest:
        """A new record of section II, with its certificate."""
        issued = course.ended + timedelta(days=9)
        words = f"Certificado de {course.hours} horas: {course.subject}"
        pdf = draw_evidence(Evidence("certificado", "", course.centre, issued, words), person)
        fields = {
            "tipo": "capacitacion", "centro": course.centre, "materia": course.subject,
            "fecha_inicio": (course.ended - timedelta(days=45)).isoformat(), "fecha_fin": course.ended.isoformat(),
            "horas_lectivas": str(course.hours), "fecha_emision": issued.isoformat(),
        }  # fmt: skip
        document = Document(
            tipo="certificado", numero="", entidad_emisora=course.centre, fecha_emision=issued.isoformat(),
            sumilla=words, sha256=hashlib.sha256(pdf).hexdigest(), size=len(pdf), formato="copia_simple", folios=1,
            pages=1,
        )  # fmt: skip
        record = self._id(person, "record", number)
        asked: dict[str, Any] = {
            "section": "II",
            "kind": "capacitacion",
            "record": record,
            "fields": fields,
            "documents": (document,),
        }
        with self.store.writing() as db:
            keep_blobs(db, [Drawing(document.sha256, pdf, person.dni, READER)])
        return self._file(person, number, days_ago, action="nuevo", **asked)

    def paper(self, person: Identity, number: int, action: str, *, days_ago: int, note: str) -> KeptRequest:
        """An hoja de vida or an informe."""
        nothing: dict[str, Any] = {"section": "", "kind": "", "record": "", "fields": {}, "documents": ()}
        return self._file(person, number, days_ago, action=action, note=note, **nothing)

    def decide(self, kept: KeptRequest, clerk: Clerk, action: str, reason: str = "", *, days_ago: int) -> None:
        """As an office does."""
        seen = str(members_of(kept)["changed_at"])
        wanted = Decision.model_validate({"action": action, "reason": reason, "seen": seen})
        deciding = Deciding(
            clerk=clerk, request=kept.uuid, uuid=payslip_id(self.seed, "decision", kept.uuid), wanted=wanted,
            now=self._at(days_ago), catalogue=bundled(),
        )  # fmt: skip
        decide(self.store, deciding, None)

    def _file(self, person: Identity, number: int, days_ago: int, *, note: str = "", **asked: Any) -> KeptRequest:
        body = RequestBody(base_version=0, note=note, replaces="", expediente=None, **asked)
        filing = Filing(person.dni, self._at(days_ago), bundled())
        with self.store.writing() as db:
            return file_request(db, filing, self._id(person, "request", number), body)[0]

    def _id(self, person: Identity, what: str, number: int) -> str:
        return payslip_id(self.seed, what, person.index, number)

    def _at(self, days_ago: int) -> int:
        return noon(self.today - timedelta(days=days_ago))


def noon(day: date) -> int:
    """Of a day in Peru, in seconds."""
    return int(datetime(day.year, day.month, day.day, 17, tzinfo=UTC).timestamp())
