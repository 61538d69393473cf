"""One run of a job: person after person, each written whole and noted, until all are settled. Goes on where it stopped.

No Qt: the window and the command line run the same. Drawing and binding happen in processes of their own
(`documents.batch.apart`); here is one person's worth of documents at a time.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from desktop.tasks.exporting import ExportError
from desktop.tasks.packet_folder import JobFolder
from desktop.tasks.packet_person import Bench, FolderTroubleError
from desktop.tasks.packet_sources import Source, SourceLostError
from desktop.tasks.packet_volumes import make_volumes
from documents.batch.apart import BatchStoppedError, Makers
from documents.batch.gathering import Gathered, laid_together
from documents.batch.papers import Drawing
from documents.batch.recipe import Arrangement, Recipe
from documents.batch.records import PlainKey
from documents.people.records import ListedPerson
from storage import packets
from storage.packet_records import JobPerson, PacketJob, PersonState

if TYPE_CHECKING:
    from storage.connection import Connection
    from sync.clock import Clock


LANES: Final = 2  # people at once; each has processes of its own


@dataclass(frozen=True, slots=True)
class PacketStep:
    """How far a run is. `seconds_left` None: not known yet."""

    done: int
    total: int
    name: str
    seconds_left: float | None
    lacking: int


@dataclass(frozen=True, slots=True)
class Means:
    """What a run works with besides the job: where documents come from, the key, identities, and who is told."""

    sources: Sequence[Source]
    identities: Callable[[], bytes]
    key: PlainKey | None = None
    traced: Callable[[ListedPerson, Recipe], None] = lambda _person, _recipe: None


class PacketRun:
    """`run` on the thread of `db` = vault.office(); `stop` from any thread."""

    def __init__(self, db: "Connection", job: PacketJob, means: Means, clock: "Clock") -> None:
        self._db, self._job, self._means, self._clock = db, job, means, clock
        self._folder = JobFolder(Path(job.folder), job.work)
        self._stopped = Event()
        self._makers = [Makers() for _ in range(LANES)]

    def stop(self) -> None:
        """End what is under way at this moment; what is written stays, and the job can go on."""
        self._stopped.set()
        for makers in self._makers:
            makers.stop()

    def run(self, report: Callable[[PacketStep], None] = lambda _step: None) -> PacketJob:
        """The job as it is afterwards: over, or to be gone on with (`trouble` says why when it stopped by itself)."""
        number = self._job.number
        packets.note_trouble(self._db, number, "")
        try:
            self._folder.prepare()
            self._all(report)
            packets.end_job(self._db, number, self._clock.now())
            self._folder.remove_work()
        except BatchStoppedError:
            pass
        except ExportError as error:
            packets.note_trouble(self._db, number, error.code)
        except (FolderTroubleError, SourceLostError) as error:
            packets.note_trouble(self._db, number, str(error))
        return packets.packet_job(self._db, self._job.uuid)

    def _all(self, report: Callable[[PacketStep], None]) -> None:
        day = self._clock.now().astimezone().date()
        with ExitStack() as stack:
            benches = [
                Bench(self._job, self._folder, stack.enter_context(makers), day, self._drawing())
                for makers in self._makers
            ]
            lanes = stack.enter_context(ThreadPoolExecutor(LANES, thread_name_prefix="packets"))
            self._people(lanes, benches, report)
            if self._job.recipe.arrangement is Arrangement.TOGETHER:
                make_volumes(self._db, benches[0], self._stopped)

    def _drawing(self) -> Drawing:
        return Drawing(self._clock.now(), self._means.identities, self._means.key)

    def _people(
        self, lanes: ThreadPoolExecutor, benches: Sequence[Bench], report: Callable[[PacketStep], None]
    ) -> None:
        """Everybody who is not settled, as many at once as there are lanes. Only this thread touches the database."""
        job = packets.packet_job(self._db, self._job.uuid)
        waiting = packets.waiting_people(self._db, job.number)
        told = _Told(job, self._clock.monotonic(), report)
        free, under_way = list(benches), dict[Future[JobPerson], Bench]()
        for known in waiting:
            if self._stopped.is_set():
                raise BatchStoppedError
            told.step(known.person.apellidos_y_nombres, self._clock.monotonic())
            if known.state is PersonState.NAMED and self._folder.name(known.place, known.files):
                told.count(self._settle(replace(known, state=PersonState.DONE)))
                continue
            fresh = JobPerson(place=known.place, person=known.person)
            try:
                gathered = self._gathered(fresh)
            except SourceLostError:
                self._collect_all(under_way, free, told)
                raise
            bench = free.pop()
            under_way[lanes.submit(bench.made_of, fresh, gathered)] = bench
            if not free:
                self._collect(under_way, free, told)
        self._collect_all(under_way, free, told)
        told.step("", self._clock.monotonic())

    def _collect_all(self, under_way: dict[Future[JobPerson], Bench], free: list[Bench], told: "_Told") -> None:
        while under_way:
            self._collect(under_way, free, told)

    def _gathered(self, known: JobPerson) -> Gathered:
        recipe = self._job.recipe
        return laid_together(recipe, [source.gather(known.person, recipe) for source in self._means.sources])

    def _collect(self, under_way: dict[Future[JobPerson], Bench], free: list[Bench], told: "_Told") -> None:
        """Wait for one of those under way; note what became of it and give its files their names."""
        done, _rest = wait(under_way, return_when=FIRST_COMPLETED)
        for future in done:
            free.append(under_way.pop(future))
            made = future.result()
            if made.state is PersonState.NAMED:
                self._means.traced(made.person, self._job.recipe)
                if self._job.recipe.arrangement is not Arrangement.TOGETHER:
                    packets.note_person(self._db, self._job.number, made)  # before its files take their names
                    self._folder.name(made.place, made.files)
                made = replace(made, state=PersonState.DONE)
            told.count(self._settle(made))

    def _settle(self, known: JobPerson) -> JobPerson:
        packets.note_person(self._db, self._job.number, known)
        if self._job.recipe.arrangement is not Arrangement.TOGETHER:
            self._folder.clear(known.place)
        return known


class _Told:
    """How far a run is, and how long the rest will take by how long this run's people took."""

    def __init__(self, job: PacketJob, begun: float, report: Callable[[PacketStep], None]) -> None:
        self._begun, self._report = begun, report
        self._total, self._done, self._lacking, self._now_done = job.people, job.settled, job.lacking, 0

    def count(self, settled: JobPerson) -> None:
        """One more."""
        self._done, self._now_done = self._done + 1, self._now_done + 1
        self._lacking += bool(settled.lacking or settled.refusal)

    def step(self, name: str, now: float) -> None:
        """Tell; the time left is not known while fewer than three are done."""
        rest = self._total - self._done
        left = (now - self._begun) / self._now_done * rest if self._now_done >= 3 else None
        self._report(PacketStep(self._done, self._total, name, left if rest else 0.0, self._lacking))
