"""One seed: two computers, an office, people, weather, time; what happens, and what must hold whatever happens."""

import hashlib
import shutil
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from unittest.mock import patch

from sync.engine import Blocked, Outcome, Updated
from tests.simulation import checks, ending
from tests.simulation.clocks import Time
from tests.simulation.computer import Computer
from tests.simulation.hazards import Hazards, watched
from tests.simulation.ledger import Ledger, Violation
from tests.simulation.network import Network
from tests.simulation.people import Ana, Clerks
from tests.simulation.serving import no_threads
from tests.simulation.template import NAMES, Template
from tests.simulation.watching import Watch
from tests.simulation.weather import Weather

if TYPE_CHECKING:
    from collections.abc import Callable

    from central.cursors import Cursor

STEPS = (12, 36)  # of one seed, the fewest and the most
PAUSES = (5, 60, 600, 3 * 3600, 26 * 3600, 21 * 86_400)  # seconds
MEANWHILE = 0.3  # how often Ana does something while an exchange is under way
IMPATIENCE = 0.5  # how often Ana does something at once when an exchange came to nothing
DILIGENCE = 0.5  # how often Ana mends at once what the office observed
AMID = ("before", "after", "commit", "commit")
TABLES = (
    "",
    "",
    "pdf_",
    "pdf_part",
    "update_request",
    "sync_mark",
    "INTO payslip",
    "office_request",
)  # which writes a full disk refuses
ROOMS = (0, 1500, 16 * 1024)  # bytes of PDFs inside an answer: what finds no room there comes by its own call
PIECE = 1500  # bytes of an upload and of a PDF kept at once: small, so that small files have many


@dataclass(frozen=True, slots=True)
class Lived:
    """What became of a seed."""

    seed: int
    trace: tuple[str, ...]
    violation: Violation | None

    @property
    def digest(self) -> str:
        """Equal for equal lives."""
        return hashlib.sha256("\n".join(self.trace).encode()).hexdigest()[:16]


@dataclass
class World:
    """The life of one seed."""

    seed: int
    template: Template
    folder: Path
    time: Time = field(default_factory=Time)
    trace: list[str] = field(default_factory=list)
    active: Computer | None = None

    def __post_init__(self) -> None:
        self.rng = Random(f"{self.seed} world")  # noqa: S311 - a seed that failed has to fail again
        self.office = self.template.office
        self.office.begin(self.template.image, self.time, self._dice("office"))
        self.ledger = Ledger(self.office)
        self.weather = Weather.of_seed(self._dice("weather"), self.time)
        self.ana = Ana(self._dice("ana"), self.ledger, self.note)
        self.clerks = Clerks(self._dice("clerks"), self.office, self.note)
        self.backup = b""
        self.restores = self.rng.random() < 0.3
        self.room = self.rng.choice(ROOMS)
        self.moods = [self.rng.choice((0.3, 1, 1, 3)) for _ in range(11)]  # no two seeds do everything alike

    def _dice(self, name: str) -> Random:
        return Random(f"{self.seed} {name}")  # noqa: S311 - likewise

    def note(self, line: str) -> None:
        """Into the trace."""
        self.trace.append(f"{self.time.seconds:11.1f} {line}")

    def hazards(self) -> Hazards | None:
        """Of the process that runs now, if one does."""
        return next((one.running for one in self.computers if one.running is not None), None)

    def live(self) -> None:
        """From the first step to quiescence. Raises Violation."""
        self.computers: list[Computer] = []
        self.computers = [self._computer(name) for name in NAMES]
        self.watches = {one.name: Watch(one, self.ledger) for one in self.computers}
        self.cursors: dict[str, Cursor | None] = dict.fromkeys(NAMES)
        self.note(f"weather {self.weather.rate} {self.weather.aim} {' '.join(self.weather.kinds)}")
        for _ in range(self.rng.randint(*STEPS)):
            self.step()
            self.look()
        ending.settle(self)

    def close(self) -> None:
        """Let go of the profiles."""
        for computer in self.computers:
            computer.vault.close()

    def _computer(self, name: str) -> Computer:
        network = Network(self.weather, self.office, self.note)
        return Computer(name, self.folder, self.time, network, self._dice(name), self.note)

    def step(self) -> None:
        """One thing happens."""
        computer = self.rng.choice(self.computers)
        deeds: dict[Callable[[Computer], None], float] = {
            self.exchange: 9, self.act: 12, self.office_acts: 6, self.pause: 3, self.hazard: 4, self.restart: 1,
            self.jump: 1, self.copy_arrives: 2, self.outage: 0.4, self.sessions_end: 1,
            self.put_back: 3 if self.restores else 0,
        }  # fmt: skip
        weights = [weight * mood for weight, mood in zip(deeds.values(), self.moods, strict=True)]
        self.rng.choices(tuple(deeds), weights)[0](computer)

    def look(self) -> None:
        """What must hold at every moment."""
        checks.look_at_office(self.ledger)
        for computer in self.computers:
            with computer.facts() as db:
                checks.look_at_wishes(self.ledger, computer.name, db)
                before = self.cursors[computer.name]
                self.cursors[computer.name] = checks.look_at_facts(self.ledger, db, before)

    def exchange(self, computer: Computer, *, asked: bool | None = None) -> None:
        """The computer tries, by its plan or because Ana asks."""
        wants = self.rng.random() < 0.6 if asked is None else asked
        if not self.has_session(computer):
            self.sign_in(computer)
        troubled = bool(computer.hazards.die_at or computer.hazards.die_at_call or computer.hazards.full)
        stops = asked is None and self.rng.random() < 0.05
        computer.stop_at_call = self.rng.randint(1, 5) if stops else 0
        computer.amid = self.rng.choice(AMID)
        computer.meanwhile_at = self.rng.randint(1, 6) if asked is None and self.rng.random() < MEANWHILE else 0
        computer.meanwhile = lambda: self.ana.meanwhile(computer)
        planned, watch = computer.meanwhile_at, self.watches[computer.name]
        watch.before()
        outcome = computer.run(asked=wants)
        watch.interrupted = bool(planned) and not computer.meanwhile_at
        computer.stop_at_call = computer.meanwhile_at = 0
        self.ledger.look()
        watch.after(outcome, troubled=troubled)
        if asked is None:
            self.afterwards(computer, outcome)

    def afterwards(self, computer: Computer, outcome: Outcome | None) -> None:
        """What Ana does when she sees how it ended."""
        if isinstance(outcome, Blocked) and self.rng.random() < IMPATIENCE:
            if self.rng.random() < 0.5:
                self.exchange(computer, asked=True)
            else:
                self.ana.act(computer, self.ana.cancel)
        elif isinstance(outcome, Updated) and self.rng.random() < DILIGENCE:
            if outcome.filed and self.rng.random() < 0.5:
                self.work(computer, self.ana.expediente)
            else:
                self.work(computer, self.ana.correct)

    def work(self, computer: Computer, *deeds: "Callable[[Computer], None]") -> None:
        """Ana does one thing or some of these, and wants them at the office."""
        for _ in range(self.rng.choice((1, 1, 2))):
            self.ana.act(computer, self.rng.choice(deeds))
            self.exchange(computer, asked=True)

    def sign_in(self, computer: Computer) -> None:
        """Ana does it; on a bad day it takes more than one try."""
        if computer.sign_in():
            self.ledger.signed_out.discard(computer.name)
            self.note(f"{computer.name}: signed in")

    def has_session(self, computer: Computer) -> bool:
        """Whether Ana is signed in there."""
        with computer.facts() as db:
            row = db.row("SELECT refresh_token FROM session")
        return row is not None and row["refresh_token"] is not None

    def act(self, computer: Computer) -> None:
        """Ana does something, or several things at once."""
        for _ in range(self.rng.choice((1, 1, 2, 3))):
            self.ana.act(computer)

    def office_acts(self, _computer: Computer) -> None:
        """Somebody at the office does something."""
        self.clerks.act()

    def pause(self, _computer: Computer) -> None:
        """Time goes on."""
        self.time.pass_seconds(self.rng.choice(PAUSES) * (0.5 + self.rng.random()))
        self.note("a while later")

    def hazard(self, computer: Computer) -> None:
        """What the process does next ends badly."""
        hazards = computer.hazards
        kind = self.rng.choice(("commit", "commit", "call", "full", "full"))
        if kind == "commit":
            hazards.die_at, hazards.die_after = self.rng.randint(1, 9), self.rng.random() < 0.6
            hazards.tear = self._dice(f"tear {self.time.seconds}") if self.rng.random() < 0.4 else None
        elif kind == "call":
            hazards.die_at_call, hazards.die_when = self.rng.randint(1, 6), self.rng.choice(("before", "after"))
        else:
            hazards.room, hazards.full = self.rng.choice((0, 0, 1, 3, 6, 12, 24)), self.rng.choice((1, 1, 1, 2, 5, 50))
            hazards.full_for = self.rng.choice(TABLES)
        self.note(
            f"{computer.name}: {kind} {hazards.die_at or hazards.die_at_call or hazards.full} {hazards.full_for}"
            f"{'torn' if hazards.tear else ''}".rstrip()
        )
        if kind == "full" and self.rng.random() < 0.3:
            self.ana.act(computer, self.ana.queue)
        elif kind == "full":
            self.clerks.act()
            self.exchange(computer)
        else:
            (self.exchange if self.rng.random() < 0.75 else self.act)(computer)

    def restart(self, computer: Computer) -> None:
        """Off and on."""
        clean = self.rng.random() < 0.5
        self.note(f"{computer.name}: restarted {'properly' if clean else 'by a power cut'}")
        computer.restart(clean=clean)

    def jump(self, computer: Computer) -> None:
        """The clock is set, rightly or not."""
        years = self.rng.choice((-2, 0, 0, 10))
        computer.clock.wrong_by = timedelta(days=365 * years, seconds=self.rng.randint(-7200, 7200))
        self.watches[computer.name].cleared = True
        self.note(f"{computer.name}: clock wrong by {computer.clock.wrong_by}")

    def copy_arrives(self, _computer: Computer) -> None:
        """A request that was lost some other day."""
        if self.office.copies:
            asked = self.office.receive_copy(self.rng.randrange(len(self.office.copies)))
            self.note(f"a late copy of {asked.method} {asked.path}")

    def outage(self, computer: Computer) -> None:
        """Hours without any line: the computer tries by its own plan, and not too often."""
        hours = self.rng.choice((0.3, 1))
        self.note(f"{computer.name}: no line for {hours} h")
        computer.network.dead = True
        ending.by_plan(self, computer, hours)
        computer.network.dead = False

    def sessions_end(self, _computer: Computer) -> None:
        """The office ends all sessions of Ana's."""
        if self.rng.random() < 0.4:
            self.office.end_sessions()
            self.ledger.signed_out = set(NAMES)
            self.note("the office ends the sessions")

    def put_back(self, computer: Computer) -> None:
        """The office makes a copy of its store, or puts the last one back."""
        if not self.backup:
            self.backup = self.office.image()
            self.note("the office makes a copy")
            self.work(computer, self.ana.cancel, self.ana.cancel, self.ana.queue, self.ana.expediente)
        else:
            self.office.restore(self.backup)
            self.backup = b""
            self.ledger.forget()
            self.note("the office puts yesterday's copy back")
            if self.rng.random() < 0.6:
                self.work(computer, self.ana.expediente, self.ana.expediente, self.ana.cancel, self.ana.queue)


def live(seed: int, template: Template, folder: Path) -> Lived:
    """One life."""
    template.copy(folder, Random(f"{seed} profiles"))  # noqa: S311 - likewise
    world = World(seed, template, folder)
    violation: Violation | None = None
    opening, sessions = world.office.seeded()
    with ExitStack() as stack:
        for each in (no_threads(), opening, sessions, watched(world.hazards), patch("sync.core.outbox.PIECE", PIECE),
                     patch("sync.pdf_sink.PIECE", PIECE), patch("sync.pages.INLINE", world.room)):  # fmt: skip
            stack.enter_context(each)
        try:
            world.live()
        except Violation as found:
            violation = found
        except Exception as error:  # noqa: BLE001 - whatever the program did not foresee
            violation = Violation("I0", f"{type(error).__name__}: {error}")
            violation.__cause__ = error
        world.close()
    shutil.rmtree(folder)
    return Lived(seed, tuple(world.trace), violation)
