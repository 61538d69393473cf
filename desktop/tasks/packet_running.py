"""A job's run with everything that it needs of a profile: one door for the window and the command line. No Qt."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.tasks.packet_keys import plain_key
from desktop.tasks.packet_people import ordered
from desktop.tasks.packet_run import Means, PacketRun, PacketStep
from desktop.tasks.packet_sources import FolderSource, LisSource, OwnSource, Source
from documents.batch.recipe import Recipe
from storage import packets
from sync.identifiers import new_document_id, new_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.people.records import ListedPerson
    from documents.seal.keys import IssuerKey
    from storage.packet_records import PacketJob
    from storage.profile import Vault
    from sync.clock import Clock


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

    def __init__(self, vault: "Vault", job: "PacketJob", clock: "Clock", *, papers: Path | None = None) -> None:
        """`papers`: a folder of PDFs named by DNI, as one more source."""
        self._vault, self.job, self._clock, self._papers = vault, job, clock, papers
        self._run: PacketRun | None = None
        self._stopped = False

    def stop(self) -> None:
        """End what is under way; the job can go on."""
        self._stopped = True
        if self._run is not None:
            self._run.stop()

    def go(
        self, report: Callable[[PacketStep], None] = lambda _step: None, key: "IssuerKey | None" = None
    ) -> "PacketJob":
        """To the end, or until it stops. StorageError, and OSError for the folder of papers."""
        with ExitStack() as stack:
            db = stack.enter_context(self._vault.office())
            means = Means(self._sources(stack), new_document_id, plain_key(key, new_id()))
            self._run = PacketRun(db, self.job, means, self._clock)
            if self._stopped:
                self._run.stop()
            return self._run.run(report)

    def _sources(self, stack: ExitStack) -> tuple[Source, ...]:
        """What the office sealed comes before what is only transcribed."""
        sources: list[Source] = [OwnSource(stack.enter_context(self._vault.cache()))]
        if self._papers is not None:
            sources.append(FolderSource(self._papers))
        if self._vault.has_lis():
            sources.append(LisSource(stack.enter_context(self._vault.lis())))
        return tuple(sources)
