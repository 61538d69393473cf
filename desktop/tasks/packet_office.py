"""The office's service as a source of documents: asked once a person, kept encrypted, so that a job goes on offline.

No Qt. What the service seals when it is missing (hoja de vida, constancia, informe) comes this way too.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from desktop.tasks.packet_sources import SourceLostError
from documents.batch.gathering import Found, Gathered, Lacking, payslip_title
from documents.batch.recipe import Part, Recipe
from documents.payslip import PayslipClass, Period
from documents.people.records import ListedPerson
from storage.office_papers import KeptPaper, keep_paper_file, known_papers, note_papers, paper_file
from sync.errors import NetworkConditionError, RefusedError, SessionEndedError, StoppedError, SyncError
from sync.office_papers import PapersAsked

if TYPE_CHECKING:
    from storage.connection import Connection
    from sync.clock import Clock
    from sync.office import OfficeCounter

LOST: Final = "connection-lost"
FRESH: Final = timedelta(hours=12)  # an answer is not asked for again
ALLOWED: Final = {
    "escalafon": frozenset(Part),
    "planillas": frozenset({Part.PAYSLIPS, Part.CONSTANCIA}),
}  # as the service has it


class OfficeSource:
    """`counter` None: without a connection or a session. One thread; the connections are the caller's."""

    def __init__(
        self, db: "Connection", counter: "OfficeCounter | None", clock: "Clock", roles: frozenset[str]
    ) -> None:
        """`db`: vault.office(). `roles`: of the profile's person at their office."""
        self._db, self._counter, self._clock = db, counter, clock
        self._allowed = frozenset().union(*(ALLOWED.get(role, frozenset()) for role in roles))
        self.asked: set[str] = set()  # documents of people of whom the service was asked in this run: it noted the look
        self._answered = False  # in this run

    def gather(self, whose: ListedPerson, recipe: Recipe) -> Gathered:
        """What the service has of one person, fetched or kept; what could not be asked for is told.

        SourceLostError when the connection goes amid a run: a thousand people would be told that they lack something.
        """
        parts = tuple(part for part in recipe.parts if part in self._allowed)
        barred = tuple(Lacking(part.value, "role") for part in recipe.parts if part not in self._allowed)
        if not parts:
            return Gathered(lacking=barred)
        asked = PapersAsked(
            doc_numero=whose.doc_numero, kinds=tuple(part.value for part in parts), desde=recipe.desde,
            hasta=recipe.hasta, months=recipe.months, request=recipe.request, reason=recipe.reason or recipe.name,
        )  # fmt: skip
        kept = self._answer(asked)
        if kept is None:
            return Gathered(lacking=(*barred, *(Lacking(part.value, "offline") for part in parts)))
        told: list[Lacking] = [*barred]
        return Gathered(tuple(self._fetched(kept, told)), tuple(told))

    def _answer(self, asked: PapersAsked) -> tuple[KeptPaper, ...] | None:
        """From the service, or as it was kept; None when it was never asked and cannot be now."""
        known = known_papers(self._db, asked.doc_numero, asked.question)
        if known is not None and self._clock.now() - known[0] < FRESH:
            return known[1]
        if self._counter is not None:
            try:
                return self._asked(self._counter, asked)
            except RefusedError:
                return ()  # none of the office's people
            except (NetworkConditionError, SessionEndedError, StoppedError) as error:
                self._give_up(error)
        return None if known is None else known[1]

    def _give_up(self, error: SyncError) -> None:
        """For the rest of this run: nobody waits a thousand times. Where it had answered, the job waits instead."""
        self._counter = None
        if self._answered and isinstance(error, NetworkConditionError):
            raise SourceLostError(LOST) from error

    def _asked(self, counter: "OfficeCounter", asked: PapersAsked) -> tuple[KeptPaper, ...]:
        answer = counter.papers(asked)
        self._answered = True
        self.asked.add(asked.doc_numero)
        kept = tuple(
            KeptPaper(
                doc_numero=asked.doc_numero, part=one.kind, title=one.title, periodo=one.periodo, clase=one.clase,
                secuencia=one.secuencia, numero=one.numero, sha256=one.sha256, size=one.size,
            )
            for one in answer
        )  # fmt: skip
        note_papers(self._db, asked.doc_numero, asked.question, kept, self._clock.now())
        return kept

    def _fetched(self, papers: tuple[KeptPaper, ...], told: list[Lacking]) -> Iterator[Found]:
        for paper in papers:
            pdf = paper_file(self._db, paper.sha256) or self._fetch(paper)
            if pdf is None:
                told.append(Lacking(paper.part, "unread", (paper.periodo,) if paper.periodo else (), paper.title))
                continue
            yield found_of(paper, pdf)

    def _fetch(self, paper: KeptPaper) -> bytes | None:
        if self._counter is None:
            return None
        try:
            pdf = self._counter.document(paper.sha256, paper.size)
        except (NetworkConditionError, SessionEndedError, StoppedError) as error:
            self._give_up(error)
            return None
        except SyncError:
            return None
        keep_paper_file(self._db, paper.sha256, pdf)
        return pdf


def found_of(paper: KeptPaper, pdf: bytes) -> Found:
    """As packets have it."""
    part = Part(paper.part)
    if part is not Part.PAYSLIPS:
        return Found(part=part, title=paper.title, number=paper.numero, pdf=pdf)
    period, clase = Period.parse(paper.periodo), PayslipClass(paper.clase)
    return Found(
        part=part, title=payslip_title(period, clase, paper.secuencia), period=period, clase=clase,
        sequence=paper.secuencia, number=paper.numero, pdf=pdf,
    )  # fmt: skip
