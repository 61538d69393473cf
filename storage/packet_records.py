"""What is kept of packets for many people: jobs, their people, what became of each. Frozen, no SQL."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from documents.batch.gathering import Lacking
from documents.batch.recipe import Recipe
from documents.people.records import ListedPerson


class PersonState(StrEnum):
    """How far one person of a job is."""

    WAITING = "waiting"
    NAMED = "named"  # whole on the disk, about to take its name
    DONE = "done"
    NOTHING = "nothing"  # there was none of what the recipe asks for
    REFUSED = "refused"  # it cannot be made


@dataclass(frozen=True, slots=True)
class MadeFile:
    """One file or folder as it stands in the job's folder. `sha256` of a folder: of its files' names and digests."""

    name: str
    size: int
    sha256: str
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPerson:
    """One person of a job. `count`: documents in it; `drawn`: all of them made by this program."""

    place: int
    person: ListedPerson
    state: PersonState = PersonState.WAITING
    files: tuple[MadeFile, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    pages: int = 0
    count: int = 0
    drawn: bool = False
    refusal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketJob:
    """A job. It is over when `ended_at` says so; `trouble` is why it stopped by itself."""

    number: int
    uuid: str
    recipe: Recipe
    folder: str
    office: str
    begun_at: datetime
    ended_at: datetime | None
    trouble: str
    work: str
    people: int
    settled: int  # people who are done, one way or the other
    lacking: int  # people for whom something is missing or who were refused


@dataclass(frozen=True, slots=True)
class Volume:
    """A common file of a job whose people go together."""

    place: int
    done: bool
    files: tuple[MadeFile, ...]
    folios: int


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """A saved list of people."""

    name: str
    people: tuple[ListedPerson, ...]
