"""What "Paquetes" shows, read on the pool. No Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.presenters.packet_report import ReportRow, report_rows
from desktop.tasks.packet_people import read_roster
from documents.batch.recipe import Recipe, usual_recipes
from documents.payslip import Period
from documents.people.matching import Roster
from storage import packets
from storage.packet_records import JobPerson, PacketJob, PeopleGroup
from storage.payslips import person

if TYPE_CHECKING:
    from datetime import date

    from storage.profile import Vault


@dataclass(frozen=True, slots=True)
class Grounds:
    """What making packets begins with: whom the office knows, groups, recipes, and the office's name."""

    roster: Roster
    groups: tuple[PeopleGroup, ...]
    recipes: tuple[Recipe, ...]
    saved: frozenset[str]  # names of recipes that the office saved
    office: str


@dataclass(frozen=True, slots=True)
class JobReading:
    """One job, and those of its people for whom something is missing."""

    job: PacketJob
    people: tuple[JobPerson, ...]
    lacking: tuple[ReportRow, ...]


def read_jobs(vault: "Vault") -> tuple[PacketJob, ...]:
    """The newest first. A profile that never had one gets no file made for it."""
    if not vault.has_office():
        return ()
    with vault.office() as db:
        return packets.packet_jobs(db)


def read_job(vault: "Vault", uuid: str) -> JobReading:
    """KeyError when it is gone."""
    with vault.office() as db:
        job = packets.packet_job(db, uuid)
        people = packets.job_people(db, job.number)
    return JobReading(job, people, report_rows(people, lacking_only=True))


def read_grounds(vault: "Vault", today: "date") -> Grounds:
    """Everything that the steps offer."""
    groups: tuple[PeopleGroup, ...] = ()
    saved: tuple[Recipe, ...] = ()
    if vault.has_office():
        with vault.office() as db:
            groups, saved = packets.saved_groups(db), packets.saved_recipes(db)
    with vault.cache() as db:
        own = person(db)
    office = own.oficina.nombre if own is not None and own.oficina is not None else "UGEL"
    names = frozenset(recipe.name for recipe in saved)
    usual = tuple(each for each in usual_recipes(Period(today.year, today.month)) if each.name not in names)
    return Grounds(read_roster(vault), groups, (*saved, *usual), names, office)
