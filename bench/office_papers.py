"""Documents for packets out of a real central API: `python -m bench.office_papers [PEOPLE]`.

Twelve payslips of 40 kB each a person, over loopback HTTP, asked for and kept encrypted as a job of packets does it, in
one process with the service. Then again, when everything is kept. Drawing and binding do not count.
"""

import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time

from central.records import Oficina, Person
from desktop.tasks.packet_office import OfficeSource
from documents.batch.recipe import Part, Recipe
from documents.payslip import Payslip, Period
from documents.people.records import ListedPerson
from storage import adoption
from storage.kdf import FLOOR
from storage.profile import new_profile
from storage.vault import Vault
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.office import OfficeCounter
from tests.sync.office import PASSWORD, Office, StillClock, draw, make_payslip

MONTHS = 12
PAZ = Person(
    doc_tipo="DNI", doc_numero="99900003", apellidos="CCORI", nombres="PAZ", correo="paz@correo.pe",
    oficina=Oficina(codigo="210011", nombre="UGEL SAN ROMÁN"), roles=("escalafon",),
)  # fmt: skip
RECIPE = Recipe(name="Boletas", parts=(Part.PAYSLIPS,), desde=Period(2025, 12), hasta=Period(2026, 11))


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if sys.argv[1:2] and sys.argv[1].isdecimal() else 1_000
    clock = StillClock()
    with tempfile.TemporaryDirectory() as name:
        office = Office(Path(name), clock)
        office.publisher.add_person(PAZ, "paz", PASSWORD)
        office.publisher.publish_payslips(list(_payslips(count)), draw=draw)
        vault = new_profile(Path(name, "home"), "Banco", "cuatro palabras bien sueltas", cost=FLOOR)
        with vault, CentralClient(office.server.url, version="0", clock=clock) as client:
            with vault.cache() as db:
                signed = sign_in(client, "paz", PASSWORD, None, None, "banco")
                adoption.adopt_session(db, signed.session, signed.person)
            _gather(vault, client, clock, _people(count))
        office.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of client and service together: {peak:.0f} MB")


def _people(count: int) -> tuple[ListedPerson, ...]:
    return tuple(
        ListedPerson(doc_numero=f"{80_000_000 + number}", apellidos=f"PRUEBA {number}", nombres="ANA")
        for number in range(count)
    )


def _payslips(count: int) -> Iterator[Payslip]:
    for who, person in enumerate(_people(count)):
        for month in range(MONTHS):
            yield replace(
                make_payslip(month), id=f"00000000-0000-4000-8000-{who * 100 + month:012d}",
                doc_numero=person.doc_numero, apellidos=person.apellidos, numero_boleta=f"{who * 100 + month:06d}-01",
            )  # fmt: skip


def _gather(vault: Vault, client: CentralClient, clock: StillClock, people: Sequence[ListedPerson]) -> None:
    with vault.cache() as facts, vault.office() as db:
        for what in ("fetched and kept", "again, all of it kept"):
            source = OfficeSource(db, OfficeCounter(client, facts), clock, frozenset({"escalafon"}))
            calls, begun, used, found, size = client.meter.requests, perf_counter(), process_time(), 0, 0
            for person in people:
                gathered = source.gather(person, RECIPE)
                found += len(gathered.documents)
                for each in gathered.documents:
                    size += len(each.pdf or b"")
            took, cpu = perf_counter() - begun, process_time() - used
            print(
                f"{what}: {len(people):,} people, {found:,} payslips, {size / 1e6:,.0f} MB in {took:.1f} s, {cpu:.1f}"
                f" s of processor of both ends ({cpu / len(people) * 1000:.0f} ms a person),"
                f" {client.meter.requests - calls:,} requests"
            )


if __name__ == "__main__":
    main()
