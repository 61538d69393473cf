"""The demonstration: a central API on loopback with the cast of invented people, prepared the first time it is wanted.

Everything lies under `.demo/central` of the checkout. It is made anew when the code or the tables that make it change,
and when another month has been paid. Not for tests: those make their own store.
"""

import argparse
import hashlib
import json
import os
import shutil
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn, Self

from typing_extensions import override

from central.app import create_app
from central.legajo.sealing import demo_papers
from central.publishing import Publisher
from central.samples.escalafon import CLERK, CLERK_PASSWORD, STAFF, seed_escalafon
from central.samples.growth import Growth, is_due, is_newest
from central.samples.pay_days import last_paid, paid_on, today_in_peru
from central.samples.population import SINCE, generate, sample_person
from central.samples.seeding import Terminal, available_processors, draw_sample, seed
from central.server import Server
from central.settings import CHEAP, Settings, draw_captcha_text
from central.store import Store
from documents.payslip import Payslip

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".demo" / "central"
USUAL_PORT = 8765  # the same each time, so that a profile finds its server again
PATIENCE = 5.0  # seconds for a port that the process before is just leaving
PEOPLE, SEED = 9, 1
GROWING = {"growing": True}  # in the stamp: older payslips are missing yet
WRONG_USAGE = 64
GUESTS = ((0, "Docente nombrada de Puno"), (6, "Cesante de Cusco"), (8, "Docente de Piura con dos cargos"))


class _Parser(argparse.ArgumentParser):
    """Speaks Spanish and leaves with the code that every command has for wrong usage."""

    @override
    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "uso:", 1)

    @override
    def format_help(self) -> str:
        return super().format_help().replace("usage:", "uso:", 1)

    @override
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"{self.format_usage()}{self.prog}: no se entiende lo que sigue a --demo.\n")


@dataclass(frozen=True, slots=True)
class DemoLogin:
    """An account to sign in with. `who` says in Spanish whose it is."""

    user: str
    password: str
    who: str

    @property
    def name(self) -> str:
        """How a list of guests calls it."""
        return self.who


STAFF_WORDS = {
    "escalafon": "Otro especialista de escalafón",
    "planillas": "Planillas",
    "mesa_partes": "Mesa de partes",
    "administrador": "Administradora de la oficina",
}
COLLEAGUES = tuple(
    DemoLogin(who.dni, f"{CLERK_PASSWORD}-{roles[0]}", f"{STAFF_WORDS[roles[0]]}, UGEL Azángaro")
    for who, roles in STAFF
)
ESCALAFON = DemoLogin(CLERK.dni, CLERK_PASSWORD, "Escalafón de la UGEL Azángaro (oficina)")


class Demo:
    """Prepares, then serves while it is entered."""

    def __init__(
        self, folder: Path = FOLDER, *, port: int | None = None, fresh: bool = False, today: date | None = None
    ) -> None:
        """`port` None: the usual one, or any when it is taken. `fresh`: make all anew. `today` None: by the clock."""
        self._folder, self._port, self._fresh = folder, port, fresh
        self._today = today or today_in_peru()
        self._captcha = ""
        self._running = ExitStack()
        self._server: Server | None = None
        self._growth: Growth | None = None
        self.logins = (*(_login(index, who) for index, who in GUESTS), *COLLEAGUES, ESCALAFON)

    @classmethod
    def from_arguments(cls, argv: list[str]) -> Self:
        """From what follows `--demo`. Ends the program on wrong usage, with 64 and in Spanish."""
        parser = _Parser(prog="main.py --demo", add_help=False, allow_abbrev=False)
        known = parser.add_argument_group("Chasqui con una API central de demostración")
        known.add_argument("-h", "--help", action="help", help="muestra esta ayuda y termina")
        known.add_argument("--port", type=int, metavar="PUERTO", help=f"el de la API central; si falta, {USUAL_PORT}")
        known.add_argument("--fresh", action="store_true", help="preparar de nuevo los datos inventados")
        chosen = parser.parse_args(argv)
        return cls(port=chosen.port, fresh=chosen.fresh)

    @property
    def url(self) -> str:
        """Where the API is, once entered."""
        if self._server is None:
            raise RuntimeError("the demo is not running")
        return self._server.url

    def answer_captcha(self, _image: str) -> str:
        """The text of the newest captcha, for a journey that nobody watches."""
        return self._captcha

    def complete(self) -> None:
        """Wait for every payslip, for who takes pictures."""
        if self._growth is not None:
            self._growth.finish()

    def leave(self) -> None:
        """Stop everything: the process is about to be replaced by another."""
        self._running.close()

    def unplug(self) -> None:
        """Stop the API, as if the connection were lost."""
        if self._server is not None:
            self._server.stop()

    def __enter__(self) -> Self:
        try:
            database, complete = self._prepare()
        except OSError as error:
            raise SystemExit(
                f"No se pudo preparar la demostración en {self._folder}: {error.strerror}. Nada suyo se ha tocado. "
                "Cierre otra demostración que esté abierta, o libere espacio, y vuelva a intentar."
            ) from error
        port = self._choose_port()
        with ExitStack() as opening:
            store = opening.enter_context(Store(f"sqlite:///{database}"))
            self._server = opening.enter_context(Server(create_app(self._settings(port), store), port=port))
            self._welcome()
            if not complete:
                self._growth = opening.enter_context(self._grow(store))
            self._running = opening.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leave()
        self._server = None

    def _prepare(self) -> tuple[Path, bool]:
        """The database, made anew unless the stamp beside it is today's; and whether nothing is missing in it."""
        database, stamp = self._folder / "central.db", self._folder / "stamp.json"
        wanted, found = self._stamp(), _read_stamp(stamp)
        if not self._fresh and database.is_file() and found in (wanted, wanted | GROWING):
            return database, found == wanted
        if self._folder.exists():
            shutil.rmtree(self._folder)
        self._folder.mkdir(parents=True)
        with Store(f"sqlite:///{database}") as store:
            self._begin(store)
        stamp.write_text(json.dumps(wanted | GROWING), encoding="utf-8")  # last: without it the next start begins anew
        return database, False

    def _begin(self, store: Store) -> None:
        """Everybody's account, the newest payslips, the legajos and requests: seconds."""
        publisher, until = Publisher(store, cost=CHEAP), last_paid(self._today)
        guests = {login.user for login in self.logins}  # the user of a person is the document

        def first(payslip: Payslip) -> bool:
            return is_due(payslip, self._today) and is_newest(payslip, until, guests)

        told = Terminal("Preparando la demostración")
        seed(
            publisher, PEOPLE, SEED, until, draw_sample, told, wanted=first, workers=available_processors()
        )  # fmt: skip
        seed_escalafon(store, publisher, SEED, self._today)

    def _grow(self, store: Store) -> Growth:
        """What is missing, while the API serves already."""

        def complete() -> None:
            (self._folder / "stamp.json").write_text(json.dumps(self._stamp()), encoding="utf-8")

        everybody = generate(PEOPLE, SEED, last_paid(self._today))
        wanted = [payslip for one in everybody for payslip in one.payslips if is_due(payslip, self._today)]
        return Growth(store, Publisher(store, cost=CHEAP), wanted, complete)

    def _stamp(self) -> dict[str, Any]:
        until = last_paid(self._today)
        return {"until": str(until), "additional": paid_on(until, 1) <= self._today, "made_by": _fingerprint()}

    def _choose_port(self) -> int:
        if self._port is None:
            return USUAL_PORT if _is_free(USUAL_PORT) else 0
        left, waiting = PATIENCE, threading.Event()
        while not _is_free(self._port):
            if left <= 0:
                raise SystemExit(
                    f"Otro programa usa el puerto {self._port}. Nada se ha perdido. Ciérrelo, o elija otro con --port."
                )
            waiting.wait(0.2)
            left -= 0.2
        return self._port

    def _settings(self, port: int) -> Settings:
        return Settings(
            captcha_text=self._draw_captcha,
            mail_folder=self._folder / "mail",
            public_url=f"http://127.0.0.1:{port or USUAL_PORT}",
            password_cost=CHEAP,
            make_paper=demo_papers(),
        )

    def _draw_captcha(self) -> str:
        self._captcha = draw_captcha_text()
        return self._captcha

    def _welcome(self) -> None:
        if sys.stdout is None:  # a program without a console
            return
        lines = [
            "",
            f"Demostración de Chasqui. Todas las personas son inventadas. API central: {self.url}",
            *[f"  usuario {login.user}   contraseña {login.password:<20} {login.who}" for login in self.logins],
            "",
        ]
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()


def _login(index: int, who: str) -> DemoLogin:
    sample = sample_person(index, SEED, until=SINCE)
    return DemoLogin(sample.user, sample.password, who)


def _read_stamp(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _fingerprint() -> str:
    """Of all that makes the demo's data: code and tables. Another text means another demo."""
    digest = hashlib.sha256()
    for path in _makers():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _makers() -> Iterator[Path]:
    for folder in (ROOT / "central", ROOT / "documents"):
        yield from sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".json"})


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # as the server does: what is only winding down is free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
