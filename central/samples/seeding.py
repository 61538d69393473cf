"""Fills a central API's store with the invented population, and the `seed` subcommand of `python -m central`."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from sqlalchemy.exc import IntegrityError

from central.keys.demo import draw_sealed
from central.publishing import DrawAll, Publisher, PublishingError
from central.samples.cast import CAST
from central.samples.concepts import sent_texts
from central.samples.escalafon import CLERK, seed_escalafon
from central.samples.pay_days import last_paid, published_days, today_in_peru
from central.samples.population import SINCE, SamplePerson, generate
from central.settings import CHEAP
from central.store import Store
from central.store.opening import DEFAULT_URL
from documents.payslip import Payslip, Period

Draw = Callable[[Payslip], bytes]
Wanted = Callable[[Payslip], bool]
CHUNK = 8  # payslips handed to a process at a time
FEW = 16  # payslips that are drawn before other processes have begun
ALREADY = "Esta base de datos ya tiene personas de muestra. Lo que tenía sigue ahí; elija una base de datos nueva.\n"


@dataclass(slots=True)
class Progress:
    """How far seeding is. The same record is reported again and again, changed."""

    people: int
    people_done: int = 0
    payslips: int = 0
    drawn: int = 0  # PDFs

    @property
    def words(self) -> str:
        """For the terminal."""
        pdfs = f", {self.drawn:,} PDF" if self.drawn else ""
        return f"{self.people_done:,} de {self.people:,} personas, {self.payslips:,} boletas{pdfs}"


Report = Callable[[Progress], None]


def draw_sample(payslip: Payslip) -> bytes:
    """The PDF of a sample payslip, sealed with the demonstration key of its UGEL."""
    return draw_sealed(payslip)


def seed(  # noqa: PLR0913 - what follows the progress are options with names
    publisher: Publisher,
    people: int,
    seed: int,  # the population's
    until: Period,
    draw: Draw | None,
    progress: Report | None = None,
    *,
    wanted: Wanted | None = None,
    workers: int = 1,
) -> int:
    """Publish the calendar, the concept texts, and so many people with their payslips. Returns how many payslips.

    `draw` makes the PDFs (None: none); `wanted` leaves payslips out; `workers` processes draw (more than one wants a
    `draw` of a module). PublishingError when somebody is there.
    """
    publisher.publish_pay_days(published_days())
    publisher.publish_concepts(sent_texts())
    sowing = _Sowing(publisher, Progress(people), progress, wanted)
    payslips = sowing.payslips(generate(people, seed, until))
    with _pool(workers) as pool:
        count = publisher.publish_payslips(payslips, draw_all=sowing.drawing(draw, pool) if draw else None)
    sowing.report()
    return count


@dataclass(frozen=True, slots=True)
class _Sowing:
    """Counts what passes on its way to the publisher."""

    publisher: Publisher
    progress: Progress
    heard: Report | None
    wanted: Wanted | None

    def payslips(self, population: Iterator[SamplePerson]) -> Iterator[Payslip]:
        """Person after person; each gets the account first. The publisher reads between its transactions."""
        for sample in population:
            _add(self.publisher, sample)
            for payslip in sample.payslips:
                if self.wanted is None or self.wanted(payslip):
                    self.progress.payslips += 1
                    yield payslip
            self.progress.people_done += 1
            self.report()

    def drawing(self, draw: Draw, pool: ProcessPoolExecutor | None) -> DrawAll:
        """The drawing of a batch, counted; on several processors when there is a pool and it is worth them."""

        def counted(batch: Sequence[Payslip]) -> Iterator[bytes]:
            for drawn in draw_batch(draw, batch, pool):
                self.progress.drawn += 1
                self.report()
                yield drawn

        return counted

    def report(self) -> None:
        """Tell whoever listens."""
        if self.heard is not None:
            self.heard(self.progress)


def draw_batch(draw: Draw, batch: Sequence[Payslip], pool: ProcessPoolExecutor | None) -> Iterator[bytes]:
    """In the batch's order; a few of them here, for a pool begins its processes when it is first asked."""
    if pool is None or len(batch) <= FEW:
        return map(draw, batch)
    return pool.map(draw, batch, chunksize=CHUNK)


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor | None]:
    """Processes that draw; none for one worker. Spawned, because a fork would copy the threads' locks."""
    if workers <= 1:
        yield None
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield pool


def _add(publisher: Publisher, sample: SamplePerson) -> None:
    try:
        publisher.add_person(sample.person, sample.user, sample.password)
    except IntegrityError as error:
        raise PublishingError(f"the account {sample.user} is already there") from error


def register(commands: "argparse._SubParsersAction[Any]") -> None:
    """Adds `seed` to the subcommands of `python -m central`."""
    parser = commands.add_parser("seed", help="llenar una base de datos con personas y boletas inventadas")
    parser.add_argument(
        "--database", default=DEFAULT_URL, metavar="URL", help="dirección SQLAlchemy de la base de datos"
    )
    parser.add_argument(
        "--people", type=int, default=9, metavar="N", help="cuántas personas; las nueve primeras son el elenco"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="la misma semilla da las mismas boletas")
    parser.add_argument(
        "--until", type=_period, metavar="AAAA-MM", help="último mes de planilla; por defecto, el último pagado"
    )
    parser.add_argument("--no-pdf", action="store_true", help="publicar las boletas sin sus PDF")
    parser.set_defaults(run=_run)


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("escriba el mes como AAAA-MM") from error


def _run(chosen: argparse.Namespace) -> int:
    until = chosen.until or last_paid(today_in_peru())
    draw = None if chosen.no_pdf else draw_sample
    with Store(chosen.database) as store:
        try:
            count = seed(
                Publisher(store, cost=CHEAP), chosen.people, chosen.seed, until, draw, Terminal("Sembrando"),
                workers=1 if draw is None else available_processors(),
            )  # fmt: skip
            if len(CAST) <= chosen.people <= CLERK.index:
                seed_escalafon(store, Publisher(store, cost=CHEAP), chosen.seed, today_in_peru())
        except PublishingError:
            sys.stderr.write(ALREADY)
            return 1
    sys.stdout.write(f"\n{count:,} boletas, de {SINCE} a {until}. El usuario de cada persona es su DNI.\n")
    return 0


def available_processors() -> int:
    """How many processes may draw at once."""
    return os.cpu_count() or 1


class Terminal:
    """Shows progress on one line of a terminal, or a line now and then where it is no terminal."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._said = -1

    def __call__(self, progress: Progress) -> None:
        """Say how far it is."""
        out = sys.stdout
        if out is None:  # a program without a console
            return
        step = progress.payslips // 5_000 + progress.drawn // 200
        if out.isatty():
            out.write(f"\r{self._title}: {progress.words}\x1b[K")
        elif step > self._said:
            self._said = step
            out.write(f"{self._title}: {progress.words}\n")
        out.flush()
