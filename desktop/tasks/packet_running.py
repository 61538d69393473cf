"""A job's run with everything that it needs of a profile: one door for the window and the command line. No Qt."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from desktop.tasks.packet_keys import plain_key
from desktop.tasks.packet_office import OfficeSource
from desktop.tasks.packet_people import ordered
from desktop.tasks.packet_run import Means, PacketRun, PacketStep
from desktop.tasks.packet_sources import FolderSource, LisSource, OwnSource, Source
from desktop.version import VERSION
from documents.batch.recipe import Recipe
from storage import cache, packets
from storage.decision_records import QueuedLook
from storage.office_papers import drop_papers
from storage.office_wishes import queue_look
from storage.payslips import person
from sync.client import CentralClient
from sync.identifiers import new_document_id, new_id
from sync.office import OfficeCounter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.people.records import ListedPerson
    from documents.seal.keys import IssuerKey
    from storage.connection import Connection
    from storage.packet_records import PacketJob
    from storage.profile import Vault
    from sync.clock import Clock

KEPT: Final = timedelta(days=60)  # documents fetched for packets


def begin(
    vault: "Vault", recipe: Recipe, people: "Sequence[ListedPerson]", folder: Path, office: str, clock: "Clock"
) -> "PacketJob":
    """A new job, noted; nothing is written yet. One like it that is not over is gone on with instead."""
    follow = ordered(people, recipe.order)
    place = str(folder.absolute())
    with vault.office() as db:
        for job in packets.packet_jobs(db):
            if job.ended_at is None and (job.recipe, job.folder, job.people) == (recipe, place, len(follow)):
                waiting = [each.person.doc_numero for each in packets.job_people(db, job.number)]
                if waiting == [each.doc_numero for each in follow]:
                    return job
        return packets.begin_job(db, new_id(), recipe, follow, folder=place, office=office, at=clock.now())


class JobRunning:
    """One run of a job. `go` on a thread of the pool; `stop` from any."""

    def __init__(self, vault: "Vault", job: "PacketJob", clock: "Clock") -> None:
        self._vault, self.job, self._clock = vault, job, clock
        self._run: PacketRun | None = None
        self._stopped = Event()
        self._office: OfficeSource | None = None
        self._box: Connection | None = None

    def stop(self) -> None:
        """End what is under way; the job can go on."""
        self._stopped.set()
        if self._run is not None:
            self._run.stop()

    def go(
        self, report: Callable[[PacketStep], None] = lambda _step: None, key: "IssuerKey | None" = None
    ) -> "PacketJob":
        """To the end, or until it stops. StorageError, OSError."""
        with ExitStack() as stack:
            db = stack.enter_context(self._vault.office())
            if self.job.recipe.papers and not Path(self.job.recipe.papers).is_dir():  # a stick that was pulled out
                packets.note_trouble(db, self.job.number, "papers-gone")
                return packets.packet_job(db, self.job.uuid)
            drop_papers(db, self._clock.now() - KEPT)
            sources = self._sources(stack, db)
            means = Means(sources, new_document_id, plain_key(key, new_id()), self._trace)
            self._run = PacketRun(db, self.job, means, self._clock)
            if self._stopped.is_set():
                self._run.stop()
            return self._run.run(report)

    def _sources(self, stack: ExitStack, office: "Connection") -> tuple[Source, ...]:
        """What the office sealed comes before what is only transcribed."""
        facts = stack.enter_context(self._vault.cache())
        sources: list[Source] = [OwnSource(facts)]
        own = person(facts)
        if own is not None and own.oficina is not None:
            self._box = stack.enter_context(self._vault.outbox())
            counter = self._counter(stack, facts)
            self._office = OfficeSource(office, counter, self._clock, frozenset(own.roles))
            sources.append(self._office)
        if self.job.recipe.papers:  # PDFs named by DNI
            sources.append(FolderSource(Path(self.job.recipe.papers)))
        if self._vault.has_lis():
            sources.append(LisSource(stack.enter_context(self._vault.lis())))
        return tuple(sources)

    def _counter(self, stack: ExitStack, facts: "Connection") -> OfficeCounter | None:
        session = cache.session(facts)
        if session is None or session.refresh_token is None:
            return None
        client = stack.enter_context(CentralClient(session.server, version=VERSION, clock=self._clock))
        client.watch(self._stopped)
        return OfficeCounter(client, facts)

    def _trace(self, whose: "ListedPerson", recipe: Recipe) -> None:
        """Somebody's file was used here: they read so, unless the service noted it when it was asked."""
        if self._box is None or (self._office is not None and whose.doc_numero in self._office.asked):
            return
        what = f"{recipe.name}: {recipe.reason}" if recipe.reason else recipe.name
        look = QueuedLook(
            uuid=new_id(), doc_numero=whose.doc_numero, why="paquete", what=what[:200], at=self._clock.now()
        )
        queue_look(self._box, look)
