"""Central for the simulator: one application and one store in memory for the whole process, put back for each seed."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any
from unittest.mock import patch

from sqlalchemy import update

from central.app import create_app
from central.legajo.archive import Archive
from central.legajo.papers import MadePaper, PaperOrder
from central.publishing import Publisher
from central.records import Paper, Person
from central.settings import CHEAP, Settings
from central.store import Store
from central.store.schema import Account, Grant
from central.store.sessions import end_all_sign_ins
from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from tests.simulation.clocks import BEGIN, Time
from tests.simulation.serving import Answer, Asked, serve

ANA = Person(doc_tipo="DNI", doc_numero="99900001", apellidos="ÑAUPARI QUISPE", nombres="ANA", correo="ana@correo.pe")
FEED = ANA.doc_numero
PASSWORD = "cerro-laguna-7"
UGEL = "210011"
PAGE = 4  # facts: pages follow on one another even in a small life
MARKER = b"SECRETO-DE-ANA"  # in every file: must never lie on a disk in the clear


def make_payslip(number: int, liquido: int = 357_396) -> Payslip:
    """Ana's payslip so many months before November 2026."""
    return Payslip(
        id=f"00000000-0000-4000-8000-{number:012d}", clase=PayslipClass.MONTHLY,
        periodo=Period(2026, 11).earlier(number),
        secuencia=0, tipo_planilla="ACT/NOMB/TIT", estado="(1) Habilitado", centro_pago="CF0000A",
        numero_boleta=f"{number:06d}-01", fecha_pago=date(2026, 11, 13), dre="DRE PUNO", ugel="UGEL SAN ROMÁN",
        codigo_ugel=UGEL, ruc_entidad="20000000001", apellidos=ANA.apellidos, nombres=ANA.nombres,
        fecha_nacimiento=date(1980, 2, 29), doc_tipo="DNI", doc_numero=FEED, codigo_modular_servidor="1099900001-1",
        establecimiento="IE 70000", codigo_establecimiento="0000000", cargo="PROFESOR", tipo_servidor="DOCENTE",
        regimen_laboral="LEY 29944", nivel_magisterial="3", horas=30, tiempo_servicio="12-03-07",
        essalud_autogenerado="", fecha_registro_ingreso=None, fecha_registro_termino=None, cuenta="CTA- 04000000001",
        leyenda_permanente="", leyenda_mensual="", regimen_pensionario="ONP", cuspp="", f_afiliacion=None,
        f_devengue=None, afp_cfija=None, afp_cvariable=None, afp_seguro=None, haberes=(ConceptLine("rim", 410_800),),
        descuentos=(ConceptLine("dl19990", 410_800 - liquido),), total_haberes=410_800,
        total_descuentos=410_800 - liquido, liquido=liquido, monto_imponible=410_800, mensajes=("Año de la unidad",),
    )  # fmt: skip


def pdf_of(name: str, size: int) -> bytes:
    """Bytes that begin like a PDF, carry the marker and do not compress."""
    head = b"%PDF-1.7\n" + MARKER
    return head + hashlib.shake_256(name.encode()).digest(size - len(head))


def draw(payslip: Payslip) -> bytes:
    """Its PDF: 1 to 6 kB."""
    return pdf_of(f"{payslip.id} {payslip.liquido}", 1000 + payslip.liquido * 7 % 5000)


def make_paper(order: PaperOrder) -> MadePaper:
    """What the office draws when it grants a paper."""
    made = Paper(
        id=order.id, kind=order.kind, titulo="Papel", numero=order.number, emitido=date(2026, 11, 16),
        vigente_hasta=None, request=order.request,
    )  # fmt: skip
    return MadePaper(made, pdf_of(order.id, 900))


@dataclass
class SeededSecrets:
    """In the place of `secrets` for what the office draws by lot: the same seed, the same tokens."""

    rng: Random

    def token_hex(self, size: int) -> str:
        return self.rng.randbytes(size).hex()

    def token_urlsafe(self, size: int) -> str:
        return self.rng.randbytes(size).hex()[: size + size // 3]


@dataclass
class Office:
    """The central API of this process; implements `weather.Mail`."""

    time: Time = field(default_factory=Time)
    lots: SeededSecrets = field(default_factory=lambda: SeededSecrets(Random(0)))  # noqa: S311 - seeds have to come again
    copies: list[Asked] = field(default_factory=list)
    wandered: list[str] = field(default_factory=list)  # paths of requests of which a copy is, or was, on its way

    def __post_init__(self) -> None:
        self.store = Store("sqlite://")
        self.settings = Settings(
            captcha=False, page_size=PAGE, access_seconds=3600, password_cost=CHEAP, clock=lambda: self.time.true,
            make_paper=make_paper,
        )  # fmt: skip
        self.app = create_app(self.settings, self.store)
        self.publisher = Publisher(self.store, cost=CHEAP)
        self.archive = Archive(self.store)
        with self.store.reading() as db:
            self.raw: Any = db.connection.driver_connection

    def begin(self, image: bytes, time: Time, rng: Random) -> None:
        """Another life, from a copy of the store."""
        self.raw.deserialize(image)
        self.time, self.lots = time, SeededSecrets(rng)
        self.copies, self.wandered = [], []

    def seeded(self) -> Any:
        """Tokens and epochs come from the seed while this is entered."""
        return patch.multiple("central.store.opening", secrets=self.lots), patch.multiple(
            "central.store.sessions", secrets=self.lots
        )

    def deliver(self, asked: Asked) -> Answer | None:
        """Handle a request, now."""
        return serve(self.app, asked, self.time)

    def keep_copy(self, asked: Asked) -> None:
        """A copy is on its way."""
        self.copies.append(asked)
        self.wandered += [asked.path, *_handed_in(asked)]

    def receive_copy(self, number: int) -> Asked:
        """One of the copies arrives; nobody hears the answer."""
        asked = self.copies.pop(number)
        self.deliver(asked)
        return asked

    def end_access(self) -> None:
        """Every access token is over; refreshing helps."""
        with self.store.writing() as db:
            db.execute(update(Grant).values(access_ends=0))

    def end_sessions(self) -> None:
        """Every session is over: Ana has to sign in again."""
        with self.store.writing() as db:
            account = db.scalar(Account.__table__.select().with_only_columns(Account.id))
            end_all_sign_ins(db, account, now=int(self.time.true.timestamp()))

    def image(self) -> bytes:
        """The whole store, as it is now."""
        return bytes(self.raw.serialize())

    def restore(self, image: bytes) -> None:
        """Put an older copy back, as an office does: with a new epoch."""
        self.raw.deserialize(image)
        self.store.change_epoch()


def _handed_in(asked: Asked) -> list[str]:
    """What travels inside a loop, by the paths of the calls that it stands for."""
    if asked.path != "/v1/sync" or not asked.body:
        return []
    ends = {"request": "", "cancellation": "/cancellation", "expediente": "/expediente"}
    commands = json.loads(asked.body).get("commands", ())
    return [f"/v1/requests/{one['uuid']}{ends[one['kind']]}" for one in commands]


def first_day() -> date:
    """The day the simulation begins, in Peru."""
    return (BEGIN - timedelta(hours=5)).date()
