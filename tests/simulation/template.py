"""The world as every seed finds it: an office with Ana and a little of hers, two computers where she has signed in.

Made once for a process and copied for each seed: the ciphers and the schema are real, only not made anew.
"""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from central.records import Concept, PayDay
from documents.legajo import LegajoRecord
from documents.payslip import Period
from storage.layout import LOCK
from storage.lock import ProfileLock
from storage.vault import Vault
from sync.engine import Updated
from tests.simulation.clocks import Time
from tests.simulation.computer import KEY, Computer
from tests.simulation.network import Network
from tests.simulation.office import ANA, FEED, PASSWORD, Office, draw, make_payslip
from tests.simulation.serving import no_threads
from tests.simulation.weather import Weather
from tests.simulation.wishes import record_uuid

NAMES = ("casa", "escuela")
FRESH = 0.4  # of the profiles have signed in and not exchanged yet
AFTERWARDS = "-afterwards"


@dataclass(frozen=True, slots=True)
class Template:
    """What is copied."""

    office: Office
    image: bytes
    folder: Path

    def copy(self, folder: Path, rng: Random) -> None:
        """The two profiles, into a folder that is not there yet: before their first exchange, or after it."""
        for name in NAMES:
            (folder / name).mkdir(parents=True)
            chosen = self.folder / (name if rng.random() < FRESH else f"{name}{AFTERWARDS}")
            for file in ("cache.db", "outbox.db"):
                shutil.copyfile(chosen / file, folder / name / file)


def make_template(folder: Path) -> Template:
    """Once for a process."""
    office = Office()
    rng = Random(0)  # noqa: S311 - the same in every process
    opening, sessions = office.seeded()
    with no_threads(), opening, sessions:
        _fill(office)
        for name in NAMES:
            _make_profile(folder / name)
            network = Network(Weather(rng, Time()), office, lambda _line: None)
            computer = Computer(name, folder, Time(), network, rng, lambda _line: None)
            assert computer.sign_in()
            _set_down(computer, folder / name)
            computer.open(folder / f"{name}{AFTERWARDS}")
            assert isinstance(computer.run(asked=True), Updated)
            computer.vault.close()
    return Template(office, office.image(), folder)


def _set_down(computer: Computer, folder: Path) -> None:
    computer.vault.close()
    shutil.copytree(folder, folder.with_name(f"{folder.name}{AFTERWARDS}"))


def _make_profile(folder: Path) -> None:
    folder.mkdir(parents=True)
    with Vault(folder, "Ana", KEY, ProfileLock(folder / LOCK)) as vault:
        vault.create_files()


def _fill(office: Office) -> None:
    office.publisher.add_person(ANA, "ana", PASSWORD)
    office.publisher.publish_payslips([make_payslip(number) for number in (1, 2, 3)], draw=draw)
    office.publisher.publish_pay_days([PayDay(periodo=Period(2026, 11), fecha=date(2026, 11, 20))])
    office.publisher.publish_concepts(
        [Concept(codigo="rim", nombre="RIM", explicacion="x", norma="y", desde=Period(2020, 1))]
    )
    office.archive.file_records(
        FEED,
        [
            LegajoRecord(
                id=record_uuid(number), section="X", kind="otro", version=1, documents=(),
                fields={"descripcion": f"Acta {number}", "fecha": "2024-05-06"}, registered=date(2024, 6, 1),
            )
            for number in (1, 2)
        ],
    )  # fmt: skip
