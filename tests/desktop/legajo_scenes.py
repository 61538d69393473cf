"""A legajo of a person who does not exist, in a real profile: facts as sync stores them, wishes as the outbox does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from desktop.presenters.status import Connection, Situation
from documents.legajo import LegajoRecord, SupportingDocument
from documents.payslip import Period
from storage import cache, drafts
from storage.connection import Connection as Database
from storage.records import Fact
from storage.request_records import (
    OfficeRequest,
    Paper,
    PaperKind,
    RequestAction,
    RequestContent,
    RequestEvent,
    RequestState,
)
from tests.desktop.filling import PERSON, WHEN, Filed, drawn, make_vault, payslip_of, store

TODAY = date(2026, 11, 23)
_NUMBERS = "00000000-0000-4000-8000-{:012d}"


def uuid(number: int) -> str:
    """A uuid that says which one it is."""
    return _NUMBERS.format(number)


def paper_pdf() -> Filed:
    """A PDF with its reference, whatever it shows."""
    return drawn(payslip_of(Period(2026, 3)))


def document(**changes: Any) -> SupportingDocument:
    """The resolution behind a record; its file is at the office."""
    made = SupportingDocument(
        tipo="resolucion", formato="copia_simple", numero="RD N° 1234-2013-UGEL-SR", entidad_emisora="UGEL San Román",
        fecha_emision=date(2013, 12, 20), folios=2, sumilla="Inscribe el título profesional", sha256="ab" * 32,
        size=184_000, pages=2,
    )  # fmt: skip
    return replace(made, **changes)


PERSONAL = LegajoRecord(
    id=uuid(1), section="I", kind="datos_personales", version=3, registered=date(2013, 3, 4), updated=date(2024, 5, 6),
    fields={
        "tipo_documento": "dni", "numero_documento": "99900017", "apellido_paterno": "MAMANI",
        "apellido_materno": "ÑAUPARI", "nombres": "ROSA ÁNGELA", "sexo": "f", "fecha_nacimiento": "1984-03-09",
        "nacionalidad": "peruana", "lugar_nacimiento": "210101", "estado_civil": "soltero", "discapacidad": "no",
    },
)  # fmt: skip
ADDRESS = LegajoRecord(
    id=uuid(2), section="I", kind="domicilio", version=2, registered=date(2019, 3, 4),
    fields={"domicilio": "Jr. Ñauparí 120, Juliaca", "ubigeo": "211101", "telefono_celular": "999000111",
            "correo": "rosa@ejemplo.pe"},
)  # fmt: skip
TITLE = LegajoRecord(
    id=uuid(3), section="II", kind="titulo_profesional", version=1, registered=date(2014, 2, 10),
    documents=(document(),),
    fields={
        "pais": "Perú", "centro_estudios": "Universidad Nacional del Altiplano", "ubigeo": "210101",
        "grado_instruccion": "universitaria", "carrera": "Educación primaria", "situacion_academica": "titulado",
        "titulo": "Licenciada en Educación Primaria", "anio_inicio": "2008", "anio_fin": "2012",
        "fecha_expedicion": "2013-12-20", "fecha_registro": "2014-02-10",
    },
)  # fmt: skip
TRAININGS = tuple(
    LegajoRecord(
        id=uuid(10 + place), section="II", kind="capacitacion", version=1, registered=date(2020 + place, 7, 10),
        fields={
            "tipo": "capacitacion", "centro": "DRE Puno", "materia": matter, "fecha_inicio": f"{2020 + place}-04-03",
            "fecha_fin": f"{2020 + place}-06-30", "horas_lectivas": "120", "fecha_emision": f"{2020 + place}-07-10",
        },
    )
    for place, matter in enumerate(("Lectura en aulas multigrado", "Niños y niñas que aprenden en quechua", "Álgebra"))
)  # fmt: skip
LEAVE = LegajoRecord(
    id=uuid(20), section="IX", kind="licencia", version=1, registered=date(2026, 5, 2),
    fields={
        "tipo": "incapacidad_temporal", "goce": "con", "desde": "2026-04-01", "hasta": "2026-04-30", "dias": "30",
        "numero_resolucion": "RD N° 1234-2026-UGEL-SR", "fecha_resolucion": "2026-03-30",
    },
)  # fmt: skip
SANCTION = LegajoRecord(
    id=uuid(21), section="VIII", kind="demerito", version=1, registered=date(2024, 5, 2),
    fields={"tipo_demerito": "amonestacion", "demerito": "Tardanza", "fecha_inicio": "2024-04-01", "documento": "RD 1"},
)  # fmt: skip
RECORDS = (PERSONAL, ADDRESS, TITLE, *TRAININGS, LEAVE, SANCTION)


def hoja_de_vida(**changes: Any) -> Paper:
    """Of March, before the last leave was filed."""
    filed = paper_pdf()
    made = Paper(
        id=uuid(50), kind=PaperKind.HOJA_DE_VIDA, titulo="Hoja de vida", numero="", emitido=date(2026, 3, 3),
        vigente_hasta=None, sha256=filed.reference.sha256, size=len(filed.pdf),
    )  # fmt: skip
    return replace(made, **changes)


def content(**changes: Any) -> RequestContent:
    """Moving house."""
    fields = {**ADDRESS.fields, "domicilio": "Av. El Sol 45, Juliaca"}
    made = RequestContent(action=RequestAction.CHANGE, section="I", kind="domicilio", record=ADDRESS.id, base=ADDRESS,
                          fields=fields)  # fmt: skip
    return replace(made, **changes)


def office_request(number: int, state: RequestState, wish: RequestContent, **changes: Any) -> OfficeRequest:
    """A request as the office tells it."""
    made = OfficeRequest(
        uuid=uuid(number), code=f"SOL-2026-{number:06d}", state=state, content=replace(wish, base=None),
        base_version=wish.base.version if wish.base else 0, filed_at=WHEN - timedelta(days=2),
        changed_at=WHEN - timedelta(hours=2), attended_by="", reason="", deadline=date(2026, 12, 4),
        history=(RequestEvent(WHEN - timedelta(days=2), RequestState.FILED, "", ""),),
    )  # fmt: skip
    return replace(made, **changes)


def file_legajo(db: Database, facts: Iterable[Fact] = RECORDS, cursor: str = "1") -> None:
    """One page of the feed with these facts, and an exchange that went through."""
    store(db, [PERSON, *facts], cursor)
    cache.exchange_succeeded(db, WHEN)


def shelve_legajo(home: Path) -> Path:
    """A profile on disk with the legajo in it; copied for each test."""
    with make_vault(home) as vault, vault.cache() as db:
        from storage import legajo

        file_legajo(db, (*RECORDS, hoja_de_vida()))
        filed = paper_pdf()
        cache.append_pdf(db, filed.reference.sha256, 0, filed.pdf)
        assert cache.finish_pdf(db, filed.reference.sha256)
        legajo.note_look(db, WHEN - timedelta(days=30))
        return vault.directory


def own_drafts(vault: Any) -> tuple[Any, ...]:
    """What the outbox keeps, newest first."""
    with vault.outbox() as db:
        return drafts.own_requests(db)


@dataclass
class Wishes:
    """Where the page wanted to go."""

    to: list[tuple[str, str]] = field(default_factory=list)

    def note(self, page: str, item: str) -> None:
        self.to.append((page, item))


class Way(QObject):
    """Stands for the exchange: what it was asked, and what it says of the connection."""

    def __init__(self, connection: Connection = Connection.OFFLINE) -> None:
        super().__init__()
        self.situation = Situation(connection=connection)
        self.asked: list[str] = []

    def sync_now(self) -> None:
        self.asked.append("sync")

    def count(self) -> None:
        self.asked.append("count")


Grab = Callable[..., Path]
