"""A first exchange with a real office on loopback, three wishes on their way: cut, killed, and gone on with.

The office is in this process and outlives every death; its files are not watched.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from sqlalchemy import func, select

from central.store.request_tables import Request
from storage.layout import LOCK
from storage.lock import ProfileLock
from storage.request_records import RequestState
from storage.vault import Vault
from sync.engine import Engine, Updated, UpToDate
from tests.crash.shim import Fault, Shim
from tests.sync.office import Desk, Office, StillClock
from tests.sync.wishes import at_office, hoja_de_vida, own, pdf, queue

KEY = bytes(range(1, 33))
MONTHS = 4


@dataclass
class Ana:
    """Ana's computer, the office, and what she asked for."""

    desk: Desk
    office: Office
    names: list[str]
    published: int


@contextmanager
def ana(folder: Path) -> Iterator[Ana]:
    """Signed in, nothing received yet, three wishes queued."""
    (folder / "office").mkdir()
    (folder / "profile").mkdir()
    clock = StillClock()
    office = Office(folder / "office", clock)
    try:
        office.publish(*range(MONTHS))
        with locked(folder / "profile") as vault:
            vault.create_files()
            desk = Desk(vault, office, clock)
            names = [
                queue(desk, 1, pdf(70_000, 1)), queue(desk, 2, content=hoja_de_vida()), queue(desk, 3, pdf(9_000, 3)),
            ]  # fmt: skip
            yield Ana(desk, office, names, MONTHS)
    finally:
        office.close()


def locked(folder: Path) -> Vault:
    return Vault(folder, "Ana", KEY, ProfileLock(folder / LOCK))


def go_on(ana: Ana, vault: Vault) -> None:
    """The program begins again on these files: everything arrives, and everything is at the office once."""
    vault.prepare_files()
    assert vault.damaged == ()
    desk = Desk(vault, ana.office, ana.desk.clock)
    assert isinstance(desk.run(), Updated | UpToDate)
    owns = [own(desk, name) for name in ana.names]
    assert [one.state for one in owns] == [RequestState.FILED] * len(owns)
    assert [at_office(ana.office, name).code for name in ana.names] == [one.code for one in owns]
    assert len({one.code for one in owns}) == len(owns)
    with ana.office.store.reading() as db:
        filed = db.execute(select(func.count()).select_from(Request)).scalar_one()
    assert filed == len(owns), "one at the office for each that was queued"
    assert len(desk.held) == ana.published
    assert vault.examine() == ()


def kills(ana: Ana, shim: Shim, most: int) -> int:
    """A round for each death: killed at the n-th change, gone on with, then something new on both sides. Ends after so
    many deaths, or (0) once no n is left at which a round can die. How many died."""
    deaths, number, step = 0, 1, 13 if most else 1
    while True:
        died = die(ana, shim, number)
        go_on(ana, ana.desk.vault)
        deaths += died
        if deaths == most or not (died or most):
            return deaths
        number = number + step if died else 2 + deaths % step
        more_to_do(ana)


def more_to_do(ana: Ana) -> None:
    """Another wish, with or without a file, and another payslip."""
    number = 100 + ana.published
    files = (pdf(5_000, number),) if number % 2 else ()
    ana.names.append(queue(ana.desk, number, *files))
    ana.office.publish(ana.published)
    ana.published += 1


def die(ana: Ana, shim: Shim, number: int) -> bool:
    """An exchange in a forked child that is killed before its `number`-th change. False: it came through."""
    process = os.fork()
    if process == 0:
        try:
            shim.watch(ana.desk.vault.directory)
            shim.arm(Fault.KILL, number)
            engine = Engine(ana.desk.vault, ana.desk.client, ana.desk.clock, ana.desk.dice)
            engine.run(report=lambda _progress: None, cancelled=Event(), asked=True)
        except BaseException:  # noqa: BLE001 - the parent sees the exit code
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
    return os.WIFSIGNALED(status)
