"""A running central API with invented payslips, and the program as a process beside it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from central.app import create_app
from central.faults import Faults
from central.publishing import Publisher
from central.records import Person
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from desktop.selftest import sample_payslip
from documents.payslip import Payslip, Period
from documents.payslip_pdf import draw_payslip, reference_payload

ROOT = Path(__file__).resolve().parents[2]
LOCAL_PASSWORD = "la vicuña cruza el puente"
ACCOUNT_PASSWORD = "maestra-de-lampa"
CAPTCHA = "H4KE7"
NEWEST = Period(2026, 11)


def draw(payslip: Payslip) -> bytes:
    return draw_payslip(payslip, seal=reference_payload(payslip))


def months(count: int) -> list[Payslip]:
    """So many monthly payslips of one invented teacher, up to the newest."""
    first = sample_payslip()
    return [
        replace(
            first,
            id=f"00000000-0000-5000-8000-{index:012d}",
            periodo=NEWEST.earlier(index),
            numero_boleta=f"{index:06d}-01",
        )
        for index in range(count)
    ]


@dataclass(frozen=True)
class Central:
    """The office's side of a journey."""

    server: Server
    publisher: Publisher
    faults: Faults
    user: str
    payslips: tuple[Payslip, ...]

    @property
    def url(self) -> str:
        return self.server.url


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    store = Store(f"sqlite:///{tmp_path / 'central.db'}")
    publisher = Publisher(store, cost=CHEAP)
    faults = Faults()
    mine = months(14)
    me = mine[0]
    person = Person(
        doc_tipo="DNI", doc_numero=me.doc_numero, apellidos=me.apellidos, nombres=me.nombres, correo="maria@ejemplo.pe"
    )
    publisher.add_person(person, user=me.doc_numero, password=ACCOUNT_PASSWORD)
    publisher.publish_payslips(mine, draw=draw)
    settings = Settings(captcha_text=lambda: CAPTCHA, password_cost=CHEAP)
    with Server(create_app(settings, store, faults=faults)) as server:
        yield Central(server, publisher, faults, me.doc_numero, tuple(mine))
    store.close()


@dataclass(frozen=True)
class Answer:
    """What one run of a subcommand said."""

    code: int
    lines: list[dict[str, Any]]
    text: str
    complaint: str


Command = Callable[..., Answer]


@pytest.fixture
def chasqui() -> Command:
    """Run `main.py` in a process of its own; secrets go in through descriptors, in the order they are asked for."""

    def run(*arguments: object, secrets: tuple[str, ...] = (), as_json: bool = True) -> Answer:
        reading, writing = os.pipe()
        os.write(writing, "".join(f"{secret}\n" for secret in secrets).encode())
        os.close(writing)
        words = [str(argument).replace("FD", str(reading)) for argument in arguments]
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *words, *(["--json"] if as_json else [])],
            pass_fds=(reading,), capture_output=True, text=True, check=False, timeout=60, cwd=ROOT,
        )  # fmt: skip
        os.close(reading)
        lines = [json.loads(line) for line in done.stdout.splitlines()] if as_json and done.stdout else []
        return Answer(done.returncode, lines, done.stdout, done.stderr)

    return run
