"""One person of a job: everything drawn, bound as the recipe says, whole in the working folder. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from desktop.tasks.packet_folder import JobFolder
from documents.batch.apart import Document, Makers
from documents.batch.gathering import Gathered
from documents.batch.papers import Drawing, drawn
from documents.batch.recipe import NO_LIMITS, Arrangement, Recipe
from documents.batch.records import Refusal
from documents.batch.words import lacking_line
from documents.packet.assembling import safe_name
from documents.packet.fut import Applicant
from documents.packet.heading import Heading
from documents.packet.profiles import Profile, load
from documents.packet.records import PacketResult
from documents.people.records import ListedPerson
from documents.worker.errands import WorkerLostError
from storage.packet_records import JobPerson, MadeFile, PacketJob, PersonState

VAST: Final = 2_000_000_000  # bytes, of what has no limits
_STEM: Final = "x"  # of files that have no name yet


class FolderTroubleError(Exception):
    """The disk would not take what was being bound; the job stops and can go on. Its text is a code."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where one person's documents become files."""

    job: PacketJob
    folder: JobFolder
    makers: Makers
    day: date
    drawing: Drawing

    def made_of(self, known: JobPerson, found: Gathered) -> JobPerson:
        """From what was gathered to whole files; a document that kills its process refuses this person alone.

        Raises BatchStoppedError, ExportError, FolderTroubleError.
        """
        try:
            documents, lacking = drawn(self.makers, self.job.recipe, found, self.drawing)
            known = replace(known, lacking=lacking, count=len(documents))
            if not documents:
                return replace(known, state=PersonState.NOTHING)
            return self.made(replace(known, drawn=all(each.drawn_here for each in documents)), documents)
        except WorkerLostError as error:
            return replace(known, state=PersonState.REFUSED, refusal=f"lost-{error.loss.value}")

    def made(self, known: JobPerson, documents: Sequence[Document]) -> JobPerson:
        """Whole files in the working folder, described as they will be called; or why there are none.

        Raises ExportError, FolderTroubleError, and as `Makers.bind`.
        """
        place = self.folder.place_of(known.place)
        stem = person_stem(known.person)
        if self.job.recipe.arrangement is Arrangement.FOLDERS:
            return self._as_folder(known, documents, place / self.folder.free_name(stem, ""))
        name = self.folder.free_name(stem, ".pdf").removesuffix(".pdf")
        heading = heading_of(self.job, known, self.day)
        result = self.makers.bind(heading, documents, profile_of(self.job.recipe, self.day), place, _STEM)
        if isinstance(result, Refusal):
            return replace(known, state=PersonState.REFUSED, refusal=refusal_text(result))
        files = named_files(result, place, name)
        return replace(known, state=PersonState.NAMED, files=files, pages=sum(file.pages for file in files))

    def _as_folder(self, known: JobPerson, documents: Sequence[Document], folder: Path) -> JobPerson:
        """Every document a file of its own, byte for byte as it came."""
        for number, document in enumerate(documents, start=1):
            if isinstance(document.pdf, bytes):
                self.folder.write(folder / f"{number:02d}_{safe_name(document.title)}.pdf", document.pdf)
        return replace(known, state=PersonState.NAMED, files=(self.folder.described(folder, folder.name, 0),))


def named_files(result: PacketResult, place: Path, name: str) -> tuple[MadeFile, ...]:
    """The bound files under the names that they will have, still in the working folder."""
    files = []
    for file in result.files:
        path = place / (name + file.path.name.removeprefix(_STEM))
        (place / file.path.name).rename(path)
        files.append(MadeFile(path.name, file.size, file.sha256, file.pages))
    return tuple(files)


def refusal_text(refusal: Refusal) -> str:
    """A refusal as it is kept: "PacketTooLargeError::9000000:8000000". Raises FolderTroubleError for the disk's."""
    if refusal.code == "PacketFolderError":
        raise FolderTroubleError("export-full" if refusal.what.endswith("full") else "export-writing")
    return f"{refusal.code}:{refusal.what.replace(':', ' ')}:{refusal.size}:{refusal.limit}"


def person_stem(person: ListedPerson) -> str:
    """99900017_QUISPE_MAMANI_ROSA"""
    return safe_name(f"{person.doc_numero}_{person.apellidos}_{person.nombres}".strip("_"))[:60].rstrip("_")


def profile_of(recipe: Recipe, day: date) -> Profile:
    """What the destination takes; what has none takes everything. Never with a page of instructions behind."""
    found = replace(load().find(recipe.destination, day), closing_page=False)
    if recipe.destination == NO_LIMITS:
        return replace(found, max_file_bytes=VAST, max_total_bytes=VAST, max_files=1)
    return found


def heading_of(job: PacketJob, known: JobPerson, day: date) -> Heading:
    """The cover of one person's documents; of a part of a common file there is none."""
    recipe, person = job.recipe, known.person
    alone = recipe.arrangement is Arrangement.EACH
    facts = [("Meses", recipe.span)] if recipe.desde != recipe.hasta else []
    facts += [("Código modular", person.codigo_modular)] if person.codigo_modular else []
    facts += [("Institución educativa", person.establecimiento)] if person.establecimiento else []
    return Heading(
        resumen=recipe.name, dependencia=job.office, fecha=day, facts=tuple(facts),
        solicitante=Applicant(
            apellido_paterno=person.apellidos, apellido_materno="", nombres=person.nombres,
            doc_numero=person.doc_numero, doc_tipo="DNI",
        ),
        lacking=tuple(lacking_line(each) for each in known.lacking),
        covered=alone and recipe.cover, indexed=alone and recipe.index, numbered=alone and recipe.folios,
    )  # fmt: skip
