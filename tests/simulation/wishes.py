"""What Ana asks for in the simulator: the contents of her requests. Valid ones, and some that no office can take."""

import hashlib
from dataclasses import replace
from datetime import date
from random import Random
from uuid import UUID

from documents.legajo import LegajoRecord, SupportingDocument
from storage.request_records import RequestAction, RequestContent
from tests.simulation.office import pdf_of

FIELDS: dict[str, tuple[str, dict[str, str]]] = {
    "otro": ("X", {"descripcion": "Acta de entrega", "fecha": "2026-01-05"}),
    "capacitacion": ("II", {
        "tipo": "capacitacion", "centro": "DRE Puno", "materia": "Lectura", "fecha_inicio": "2023-04-03",
        "fecha_fin": "2023-06-30", "horas_lectivas": "120", "fecha_emision": "2023-07-10",
    }),
    "asignacion": ("V", {
        "concepto": "luto_sepelio", "importe": "3000.00", "fecha_beneficio": "2020-02-02",
        "numero_resolucion": "RD 3100-2020-UGEL-H", "fecha_resolucion": "2020-02-02",
    }),
}  # fmt: skip
FILES = tuple(pdf_of(f"sustento {number}", size) for number, size in enumerate((400, 1800, 3900)))
PAPERS = (RequestAction.HOJA_DE_VIDA, RequestAction.INFORME)


def wish_uuid(rng: Random) -> str:
    """Nobody else's."""
    return str(UUID(int=rng.getrandbits(128), version=4))


def record_uuid(number: int) -> str:
    """Of a record that the office filed before the simulation began."""
    return str(UUID(int=7000 + number, version=4))


def paper_of(content: bytes) -> SupportingDocument:
    """The document that a file supports."""
    return SupportingDocument(
        tipo="certificado", formato="copia_simple", numero="", entidad_emisora="DRE Puno", folios=1, pages=1,
        fecha_emision=date(2023, 7, 10), sumilla="Certificado", size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )  # fmt: skip


def new_content(rng: Random) -> RequestContent:
    """A new record, or a paper."""
    if rng.random() < 0.2:
        return RequestContent(action=rng.choice(PAPERS), section="", kind="", record="", base=None)
    kind = rng.choice(tuple(FIELDS))
    section, fields = FIELDS[kind]
    fields = dict(fields) if rng.random() < 0.85 else {next(iter(fields)): fields[next(iter(fields))]}  # or a poison
    documents = tuple(map(paper_of, rng.sample(FILES, rng.choice((0, 1, 1, 2)))))
    return RequestContent(
        action=RequestAction.NEW, section=section, kind=kind, record=wish_uuid(rng), base=None, fields=fields,
        documents=documents, note=f"nota {rng.randrange(1000)}",
    )  # fmt: skip


def about_record(rng: Random, record: LegajoRecord) -> RequestContent:
    """To change a record, or to take it away; sometimes from a version that is not the office's any more."""
    remove = rng.random() < 0.25
    base = record if rng.random() < 0.85 else replace(record, version=record.version + 3)
    return RequestContent(
        action=RequestAction.REMOVE if remove else RequestAction.CHANGE, section=record.section, kind=record.kind,
        record=record.id, base=base, fields=dict(record.fields), documents=record.documents,
        note=f"nota {rng.randrange(1000)}",
    )  # fmt: skip


def file_of(sha256: str) -> bytes | None:
    """One of ours by its name."""
    return next((content for content in FILES if hashlib.sha256(content).hexdigest() == sha256), None)
