"""The common files of a job whose people go together: people after people until a file is full, folios going on. No Qt.

Everybody's part is in the working folder by now. A file that was noted is not made again; parts that are gone (somebody
emptied the folder) are made anew with the next run.
"""

from collections.abc import Sequence
from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING, Final

from desktop.tasks.packet_person import Bench, FolderTroubleError, named_files, profile_of, refusal_text
from documents.batch.apart import BatchStoppedError, Document
from documents.batch.records import Refusal
from documents.packet.assembling import safe_name
from documents.packet.fut import Applicant
from documents.packet.heading import Heading
from storage import packets
from storage.packet_records import JobPerson, PersonState, Volume

if TYPE_CHECKING:
    from storage.connection import Connection

MOST_PAGES: Final = 1_200  # of one common file: what is bound at once is held in memory
_ROOM: Final = 0.92  # of what a destination takes, for what comes around the parts
_PLACE: Final = 90_000  # working folders of common files, behind those of people


def make_volumes(db: "Connection", bench: Bench, stopped: Event) -> None:
    """All of them. Raises BatchStoppedError, ExportError, FolderTroubleError."""
    job = bench.job
    people = [each for each in packets.job_people(db, job.number) if each.state is PersonState.DONE]
    if lost := [each for each in people if not bench.folder.holds(each.place, each.files)]:
        for each in lost:
            packets.note_person(db, job.number, JobPerson(place=each.place, person=each.person))
        raise FolderTroubleError("packet-parts")
    parts = parted(people, int(profile_of(job.recipe, bench.day).max_file_bytes * _ROOM))
    known = {volume.place: volume for volume in packets.volumes(db, job.number)}
    folios = 0
    for place, part in enumerate(parts, start=1):
        if stopped.is_set():
            raise BatchStoppedError
        volume = known.get(place)
        if volume is None or not (volume.done or bench.folder.name(_PLACE + place, volume.files)):
            volume = _bound(bench, part, (place, len(parts)), folios)
            packets.note_volume(db, job.number, volume)  # before its file takes its name
            bench.folder.name(_PLACE + place, volume.files)
        packets.note_volume(db, job.number, replace(volume, done=True))
        bench.folder.clear(_PLACE + place)
        folios += volume.folios


def parted(people: Sequence[JobPerson], most_bytes: int) -> list[list[JobPerson]]:
    """People in their order, as many in a file as fit; one alone may be larger than that."""
    parts: list[list[JobPerson]] = []
    size = pages = 0
    for each in people:
        heavy = sum(file.size for file in each.files)
        if not parts or size + heavy > most_bytes or pages + each.pages > MOST_PAGES:
            parts.append([])
            size = pages = 0
        parts[-1].append(each)
        size, pages = size + heavy, pages + each.pages
    return parts


def _bound(bench: Bench, part: Sequence[JobPerson], number: tuple[int, int], folios: int) -> Volume:
    """One common file in the working folder, its folios going on where those of the file before end."""
    (place, count), recipe = number, bench.job.recipe
    profile = profile_of(recipe, bench.day)
    profile = replace(profile, foliation=replace(profile.foliation, start=profile.foliation.start + folios))
    documents = [
        Document(_title(each), bench.folder.part(each.place, file), drawn_here=each.drawn)
        for each in part
        for file in each.files
    ]
    working = bench.folder.place_of(_PLACE + place)
    stem = safe_name(recipe.name) + (f"_{place}-de-{count}" if count > 1 else "")
    name = bench.folder.free_name(stem, ".pdf").removesuffix(".pdf")
    result = bench.makers.bind(_heading(bench, part, number), documents, profile, working, "x")
    if isinstance(result, Refusal):
        raise FolderTroubleError(refusal_text(result).partition(":")[0])
    files = named_files(result, working, name)
    return Volume(place, False, files, result.report.total_folios)


def _title(each: JobPerson) -> str:
    return f"{each.person.apellidos_y_nombres} · {each.person.doc_numero}".removeprefix(" · ")


def _heading(bench: Bench, part: Sequence[JobPerson], number: tuple[int, int]) -> Heading:
    job, recipe = bench.job, bench.job.recipe
    told = f"{len(part):,} personas" if len(part) > 1 else "1 persona"
    facts = [("Meses", recipe.span)] if recipe.desde != recipe.hasta else []
    facts += [("Archivo", f"{number[0]} de {number[1]}")] if number[1] > 1 else []
    return Heading(
        resumen=recipe.name, dependencia=job.office, fecha=bench.day, facts=tuple(facts),
        solicitante=Applicant(apellido_paterno=told, apellido_materno="", nombres="", doc_numero="", doc_tipo=""),
        covered=recipe.cover, indexed=recipe.index, numbered=recipe.folios,
    )  # fmt: skip
