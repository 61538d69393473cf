"""The two ends of an exchange for these tests: a real central API on loopback, and a real encrypted profile."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

from central.app import create_app
from central.faults import Faults
from central.line import SeenRequest
from central.publishing import Publisher
from central.records import Person
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from storage import cache, payslips
from storage.profile import Vault
from storage.records import WantedPdf
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.engine import Engine, Outcome, Progress
from sync.line import Patience

ANA = Person(doc_tipo="DNI", doc_numero="99900001", apellidos="ÑAUPARI QUISPE", nombres="ANA", correo="ana@correo.pe")
PASSWORD = "cerro-laguna-7"
EVERYTHING = payslips.PayslipQuery(year=None, month=None)


def make_payslip(number: int, **changes: Any) -> Payslip:
    """Ana's payslip so many months before November 2026."""
    members: dict[str, Any] = {
        "id": f"00000000-0000-4000-8000-{number:012d}", "clase": PayslipClass.MONTHLY,
        "periodo": Period(2026, 11).earlier(number), "secuencia": 0, "tipo_planilla": "ACT/NOMB/TIT",
        "estado": "(1) Habilitado", "centro_pago": "CF0000A", "numero_boleta": f"{number:06d}-01",
        "fecha_pago": date(2026, 11, 13), "dre": "DRE PUNO", "ugel": "UGEL SAN ROMÁN", "codigo_ugel": "210011",
        "ruc_entidad": "20000000001", "apellidos": ANA.apellidos, "nombres": ANA.nombres,
        "fecha_nacimiento": date(1980, 2, 29), "doc_tipo": "DNI", "doc_numero": ANA.doc_numero,
        "codigo_modular_servidor": "1099900001-1", "establecimiento": "IE 70000", "codigo_establecimiento": "0000000",
        "cargo": "PROFESOR", "tipo_servidor": "DOCENTE", "regimen_laboral": "LEY 29944", "nivel_magisterial": "3",
        "horas": 30, "tiempo_servicio": "12-03-07", "essalud_autogenerado": "", "fecha_registro_ingreso": None,
        "fecha_registro_termino": None, "cuenta": "CTA- 04000000001", "leyenda_permanente": "", "leyenda_mensual": "",
        "regimen_pensionario": "ONP", "cuspp": "", "f_afiliacion": None, "f_devengue": None, "afp_cfija": None,
        "afp_cvariable": None, "afp_seguro": None, "haberes": (ConceptLine("rim", 410_800),),
        "descuentos": (ConceptLine("dl19990", 53_404),), "total_haberes": 410_800, "total_descuentos": 53_404,
        "liquido": 357_396, "monto_imponible": 410_800, "mensajes": ("«Año de la unidad»",),
    }  # fmt: skip
    return Payslip(**(members | changes))


def draw(payslip: Payslip) -> bytes:
    """40 kB that do not compress and differ from one payslip to the next; neither side looks into them."""
    seed = f"{payslip.id} {payslip.liquido}".encode()
    return b"%PDF-1.7\n" + hashlib.shake_256(seed).digest(40_000)


@dataclass
class StillClock:
    """Both clocks, moved by hand."""

    time: datetime = field(default_factory=lambda: datetime(2026, 11, 13, 8, 0, tzinfo=UTC))
    seconds: float = 1000.0

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.seconds

    def pass_seconds(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)
        self.seconds += seconds


@dataclass
class Dice:
    """Chance that always draws the same."""

    drawn: float = 0.5

    def share(self) -> float:
        return self.drawn


class Office:
    """The central API with Ana in it."""

    def __init__(self, folder: Path, clock: StillClock, **settings: Any) -> None:
        self.clock = clock
        self.store = Store(f"sqlite:///{folder / 'central.db'}")
        self.publisher = Publisher(self.store, cost=CHEAP)
        self.publisher.add_person(ANA, "ana", PASSWORD)
        self.faults = Faults()
        options = {"captcha": False, "page_size": 5, "access_seconds": 3600} | settings
        self.settings = Settings(password_cost=CHEAP, clock=lambda: clock.time, **options)
        self.server = Server(create_app(self.settings, self.store, faults=self.faults))
        self.server.start()

    def publish(self, *numbers: int) -> None:
        self.publisher.publish_payslips([make_payslip(number) for number in numbers], draw=draw)

    @property
    def requests(self) -> tuple[SeenRequest, ...]:
        return self.faults.requests

    @property
    def routes(self) -> list[str]:
        return [seen.route for seen in self.requests]

    def served(self, route: str) -> list[str]:
        """The last part of the paths of a route, in the order they were asked for."""
        return [seen.path.rpartition("/")[2] for seen in self.faults.of(route)]

    def close(self) -> None:
        self.server.stop()
        self.store.close()


class Desk:
    """Somebody's computer, Ana's by default: a profile with a session, and the engine."""

    def __init__(self, vault: Vault, office: Office, clock: StillClock, user: str = "ana") -> None:
        self.user = user
        self.vault = vault
        self.office = office
        self.clock = clock
        self.dice = Dice()
        self.patience: Callable[[], Patience] = Patience
        self.progress: list[Progress] = []
        self.on_progress: Callable[[Progress], None] = lambda _progress: None
        self.engine = Engine(vault, self.client, clock, self.dice)
        self.sign_in()

    def client(self, server: str) -> CentralClient:
        return CentralClient(server, version="0", clock=self.clock, patience=self.patience())

    def sign_in(self) -> None:
        with self.client(self.office.server.url) as client, self.vault.cache() as db:
            cache.store_session(db, sign_in(client, self.user, PASSWORD, None, None, "prueba").session)
        self.office.faults.forget()

    def run(self, *, asked: bool = True, cancelled: Event | None = None) -> Outcome:
        return self.engine.run(report=self._report, cancelled=cancelled or Event(), asked=asked)

    def _report(self, progress: Progress) -> None:
        self.progress.append(progress)
        self.on_progress(progress)

    def ask(self, question: Callable[..., Any], *arguments: Any) -> Any:
        """A function of storage on a connection of its own."""
        with self.vault.cache() as db:
            return question(db, *arguments)

    @property
    def held(self) -> set[str]:
        """Periods of the payslips whose PDF is here, whole and right."""
        rows = self.ask(payslips.search_payslips, EVERYTHING)
        return {
            str(row.periodo)
            for row in rows
            if row.pdf and self.ask(payslips.pdf_bytes, row.pdf.sha256) == self._drawn(row.id)
        }

    def _drawn(self, id_: str) -> bytes:
        return draw(self.ask(payslips.payslip, id_))

    @property
    def known(self) -> int:
        return self.ask(payslips.count_payslips, EVERYTHING).total

    @property
    def wanted(self) -> tuple[WantedPdf, ...]:
        return self.ask(cache.wanted_pdfs)
