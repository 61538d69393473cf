"""An API with a few invented people in it, a clock that stands still, and payslips on demand."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from fastapi import FastAPI

from central.app import create_app
from central.faults import Faults
from central.publishing import Publisher
from central.records import Person
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from documents.payslip import ConceptLine, Payslip, PayslipClass, Period

ANA = Person(doc_tipo="DNI", doc_numero="99900001", apellidos="ÑAUPARI QUISPE", nombres="ANA", correo="ana@correo.pe")
LUZ = Person(doc_tipo="DNI", doc_numero="99900002", apellidos="CONDORI MAMANI", nombres="LUZ", correo="luz@correo.pe")
PASSWORD = "cerro-laguna-7"


def make_payslip(number: int, **changes: Any) -> Payslip:
    """Ana's payslip with this number; periods go back in time with the number unless said otherwise."""
    members: dict[str, Any] = {
        "id": f"00000000-0000-4000-8000-{number:012d}",
        "clase": PayslipClass.MONTHLY,
        "periodo": Period(2026, 11).earlier(number % 80),
        "secuencia": 0,
        "tipo_planilla": "ACT/NOMB/TIT",
        "estado": "(1) Habilitado",
        "centro_pago": "CF0000A",
        "numero_boleta": f"{number:06d}-01",
        "fecha_pago": date(2026, 11, 13),
        "dre": "DRE PUNO",
        "ugel": "UGEL SAN ROMÁN",
        "codigo_ugel": "210011",
        "ruc_entidad": "20000000001",
        "apellidos": ANA.apellidos,
        "nombres": ANA.nombres,
        "fecha_nacimiento": date(1980, 2, 29),
        "doc_tipo": "DNI",
        "doc_numero": ANA.doc_numero,
        "codigo_modular_servidor": "1099900001-1",
        "establecimiento": "IE 70000",
        "codigo_establecimiento": "0000000",
        "cargo": "PROFESOR",
        "tipo_servidor": "DOCENTE",
        "regimen_laboral": "LEY 29944",
        "nivel_magisterial": "3",
        "horas": 30,
        "tiempo_servicio": "12-03-07",
        "essalud_autogenerado": "",
        "fecha_registro_ingreso": None,
        "fecha_registro_termino": None,
        "cuenta": "CTA- 04000000001",
        "leyenda_permanente": "",
        "leyenda_mensual": "",
        "regimen_pensionario": "ONP",
        "cuspp": "",
        "f_afiliacion": None,
        "f_devengue": None,
        "afp_cfija": None,
        "afp_cvariable": None,
        "afp_seguro": None,
        "haberes": (ConceptLine("rim", 410_800),),
        "descuentos": (ConceptLine("dl19990", 53_404),),
        "total_haberes": 410_800,
        "total_descuentos": 53_404,
        "liquido": 357_396,
        "monto_imponible": 410_800,
        "mensajes": ("«Año de la unidad»",),
    }
    return Payslip(**(members | changes))


def draw(payslip: Payslip) -> bytes:
    """Bytes that differ from one payslip to the next; the API does not look into them."""
    return b"%PDF-1.7\n" + f"{payslip.id} {payslip.liquido}\n".encode() * 4_000


@dataclass
class StillClock:
    """Moves when told to."""

    time: datetime = field(default_factory=lambda: datetime(2026, 11, 13, 8, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.time

    def pass_seconds(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


class Caller:
    """Calls the application without a network, on an event loop of its own."""

    def __init__(self, app: FastAPI, portal: BlockingPortal) -> None:
        transport = httpx.ASGITransport(app)
        self._client = httpx.AsyncClient(transport=transport, base_url="http://central.invalid")
        self._portal = portal

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        return self._portal.call(partial(self._client.request, method, path, **more))

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.request("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self.request("POST", path, **more)

    def delete(self, path: str, **more: Any) -> httpx.Response:
        return self.request("DELETE", path, **more)

    def close(self) -> None:
        self._portal.call(self._client.aclose)


@dataclass
class Api:
    """All sides of one API."""

    client: Caller
    store: Store
    publisher: Publisher
    clock: StillClock
    settings: Settings

    def sign_in(self, user: str = "ana", password: str = PASSWORD, **more: Any) -> Any:
        body = {"user": user, "password": password, "captcha_id": None, "captcha_text": None, "device": "prueba"}
        return self.client.post("/v1/sessions", json=body | more)

    def bearer(self, user: str = "ana") -> dict[str, str]:
        return {"Authorization": f"Bearer {self.sign_in(user).json()['access_token']}"}


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with two people in it, made once: each test gets a copy."""
    path = tmp_path_factory.mktemp("prepared") / "central.db"
    with Store(f"sqlite:///{path}") as made:
        office = Publisher(made, cost=CHEAP)
        office.add_person(ANA, "ana", PASSWORD)
        office.add_person(LUZ, "luz", PASSWORD)
    return path


@pytest.fixture
def store(prepared: Path, tmp_path: Path) -> Iterator[Store]:
    with Store(f"sqlite:///{shutil.copy(prepared, tmp_path)}") as opened:
        yield opened


@pytest.fixture
def publisher(store: Store) -> Publisher:
    return Publisher(store, cost=CHEAP)


@pytest.fixture
def make_api(store: Store, publisher: Publisher) -> Iterator[Callable[..., Api]]:
    """An API with these settings; captchas are off unless asked for."""
    with ExitStack() as stack:
        portal = stack.enter_context(start_blocking_portal())

        def make(**chosen: Any) -> Api:
            clock = StillClock()
            settings = Settings(**({"captcha": False, "password_cost": CHEAP, "clock": clock} | chosen))
            client = Caller(create_app(settings, store), portal)
            stack.callback(client.close)
            return Api(client, store, publisher, clock, settings)

        yield make


@pytest.fixture
def api(make_api: Callable[..., Api]) -> Api:
    return make_api()


@pytest.fixture
def payslips() -> Callable[..., Payslip]:
    return make_payslip


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def server(store: Store, publisher: Publisher, faults: Faults) -> Iterator[Server]:
    """On a real port, with faults at hand."""
    settings = Settings(captcha=False, password_cost=CHEAP)
    with Server(create_app(settings, store, faults=faults)) as running:
        yield running
