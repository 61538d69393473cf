"""The central API that the smoke test starts beside the packaged program: a teacher, who attends her, no captcha."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from central.app import create_app
from central.keys.demo import draw_sealed
from central.legajo.archive import Archive
from central.legajo.sealing import demo_papers
from central.publishing import Publisher
from central.records import Oficina, Person
from central.samples.cast import CAST
from central.samples.legajos import sample_legajo
from central.samples.places import places
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from desktop.selftest import sample_payslip
from documents.payslip import Payslip, Period

PASSWORD = "maestra-de-lampa"  # noqa: S105 - of invented accounts
CLERK = "99900090"
MONTHS = 6


@dataclass(frozen=True, slots=True)
class Office:
    """Where the API is and with which account one signs in."""

    url: str
    user: str
    password: str  # of both
    clerk: str = CLERK  # attends what the first asks for


@contextmanager
def office() -> Iterator[Office]:
    """Serve the API while inside; its database goes with it."""
    with tempfile.TemporaryDirectory() as folder, Store(f"sqlite:///{Path(folder) / 'central.db'}") as store:
        user = _fill(store)
        app = create_app(Settings(captcha=False, password_cost=CHEAP, make_paper=demo_papers()), store)
        with Server(app) as server:
            yield Office(server.url, user, PASSWORD)


def _fill(store: Store) -> str:
    payslips = _payslips()
    me = payslips[0]
    publisher = Publisher(store, cost=CHEAP)
    person = Person(
        doc_tipo="DNI", doc_numero=me.doc_numero, apellidos=me.apellidos, nombres=me.nombres, correo="yo@ejemplo.pe"
    )
    publisher.add_person(person, user=me.doc_numero, password=PASSWORD)
    clerk = Person(
        doc_tipo="DNI", doc_numero=CLERK, apellidos="ÑACA", nombres="RUTH", correo="ruth@ejemplo.pe",
        oficina=Oficina(me.codigo_ugel, me.ugel), roles=("escalafon", "administrador"),
    )  # fmt: skip
    publisher.add_person(clerk, user=CLERK, password=PASSWORD)
    publisher.publish_payslips(payslips, draw=draw_sealed)
    filed = next(legajo for index in range(len(CAST)) if (legajo := sample_legajo(index, 1, date(2026, 11, 2))))
    Archive(store).file_records(me.doc_numero, filed.records, filed.files)
    return me.doc_numero


def _payslips() -> list[Payslip]:
    place = next(place for place in places() if place.ugel.endswith("PUNO"))
    first = replace(sample_payslip(), ugel=place.ugel, dre=place.dre, codigo_ugel=place.codigo_ugel)
    return [
        replace(
            first,
            id=f"00000000-0000-5000-8000-{at:012d}",
            periodo=Period(2026, 11).earlier(at),
            numero_boleta=f"{at:06d}-01",
        )
        for at in range(MONTHS)
    ]
