"""Jobs of packets for many people, saved recipes and groups. db = vault.office(); each function one transaction.

A person's files are first whole on the disk under a working name; then they are noted here as `named`; then they take
their names; then they are `done`. Cut off at any point, the next run knows which of these steps was reached.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final, TypeVar

import msgspec

from documents.batch.gathering import Lacking
from documents.batch.recipe import Recipe, check_recipe, read_recipe, write_recipe
from documents.people.records import ListedPerson
from storage.connection import Connection, Row, transaction
from storage.errors import NameTakenError
from storage.packet_records import JobPerson, MadeFile, PacketJob, PeopleGroup, PersonState, Volume

T = TypeVar("T")
_JOB: Final = """
SELECT job.*, count(who.place) AS people, total(who.state IN ('done', 'nothing', 'refused')) AS settled,
  total(who.lacking <> '[]' OR who.refusal <> '') AS lacks
FROM packet_job AS job LEFT JOIN packet_person AS who ON who.job = job.number
"""


def begin_job(
    db: Connection, uuid: str, recipe: Recipe, people: Sequence[ListedPerson], *, folder: str, office: str, at: datetime
) -> PacketJob:
    """A new job, everybody waiting, in the order in which they come."""
    with transaction(db):
        db.run(
            "INSERT INTO packet_job (uuid, recipe, folder, office, begun_at, work)"
            " VALUES (:uuid, :recipe, :folder, :office, :at, :work)",
            uuid=uuid, recipe=write_recipe(recipe), folder=folder, office=office, at=at.isoformat(),
            work=f".chasqui-{uuid[:8]}.part",
        )  # fmt: skip
        number = db.number("SELECT last_insert_rowid()")
        db.run_many(
            "INSERT INTO packet_person (job, place, person) VALUES (:job, :place, :person)",
            [
                {"job": number, "place": place, "person": _json(person)}
                for place, person in enumerate(people, start=1)
            ],
        )  # fmt: skip
    return packet_job(db, uuid)


def packet_job(db: Connection, uuid: str) -> PacketJob:
    """One job. KeyError when unknown."""
    row = db.row(_JOB + " WHERE uuid = :uuid GROUP BY job.number", uuid=uuid)
    if row is None:
        raise KeyError(uuid)
    return _job(row)


def packet_jobs(db: Connection) -> tuple[PacketJob, ...]:
    """All jobs, the newest first."""
    return tuple(map(_job, db.rows(_JOB + " GROUP BY job.number ORDER BY job.number DESC")))


def job_people(db: Connection, job: int, *, after: int = 0, limit: int = -1) -> tuple[JobPerson, ...]:
    """The people of a job in their order, behind a place."""
    rows = db.rows(
        "SELECT * FROM packet_person WHERE job = :job AND place > :after ORDER BY place LIMIT :limit",
        job=job, after=after, limit=limit,
    )  # fmt: skip
    return tuple(map(_person, rows))


def waiting_people(db: Connection, job: int) -> tuple[JobPerson, ...]:
    """Those who are not settled, in their order."""
    rows = db.rows(
        "SELECT * FROM packet_person WHERE job = :job AND state IN ('waiting', 'named') ORDER BY place", job=job
    )
    return tuple(map(_person, rows))


def note_person(db: Connection, job: int, known: JobPerson) -> None:
    """What became of one."""
    with transaction(db):
        db.run(
            "UPDATE packet_person SET state = :state, files = :files, lacking = :lacking, pages = :pages,"
            " count = :count, drawn = :drawn, refusal = :refusal WHERE job = :job AND place = :place",
            job=job, place=known.place, state=known.state.value, files=_json(known.files),
            lacking=_json(known.lacking), pages=known.pages, count=known.count, drawn=int(known.drawn),
            refusal=known.refusal,
        )  # fmt: skip


def note_volume(db: Connection, job: int, volume: Volume) -> None:
    """What became of a common file."""
    with transaction(db):
        db.run(
            "INSERT OR REPLACE INTO packet_volume (job, place, state, files, folios)"
            " VALUES (:job, :place, :state, :files, :folios)",
            job=job, place=volume.place, state="done" if volume.done else "named", files=_json(volume.files),
            folios=volume.folios,
        )  # fmt: skip


def volumes(db: Connection, job: int) -> tuple[Volume, ...]:
    """The common files that there are, in order."""
    rows = db.rows("SELECT * FROM packet_volume WHERE job = :job ORDER BY place", job=job)
    return tuple(
        Volume(row["place"], row["state"] == "done", _read(row["files"], tuple[MadeFile, ...]), row["folios"])
        for row in rows
    )


def end_job(db: Connection, job: int, at: datetime) -> None:
    """Everybody is settled and all files have their names."""
    with transaction(db):
        db.run("UPDATE packet_job SET ended_at = :at, trouble = '' WHERE number = :job", job=job, at=at.isoformat())


def note_trouble(db: Connection, job: int, code: str) -> None:
    """Why it stopped by itself; "" when it goes on."""
    with transaction(db):
        db.run("UPDATE packet_job SET trouble = :code WHERE number = :job AND ended_at IS NULL", job=job, code=code)


def move_job(db: Connection, uuid: str, folder: str) -> None:
    """The folder is elsewhere now (a stick under another letter)."""
    with transaction(db):
        db.run("UPDATE packet_job SET folder = :folder WHERE uuid = :uuid", uuid=uuid, folder=folder)


def forget_job(db: Connection, uuid: str) -> None:
    """Take it from the list; its files stay where they are."""
    with transaction(db):
        db.run("DELETE FROM packet_job WHERE uuid = :uuid", uuid=uuid)


def office_people(db: Connection) -> tuple[ListedPerson, ...]:
    """The office's people, as its feed brought them."""
    rows = db.rows("SELECT doc_numero, apellidos, nombres, codigo_modular, institucion FROM servant")
    return tuple(
        ListedPerson(
            doc_numero=row["doc_numero"], apellidos=row["apellidos"], nombres=row["nombres"],
            codigo_modular=row["codigo_modular"], establecimiento=row["institucion"],
        )
        for row in rows
    )  # fmt: skip


# Recipes and groups


def save_recipe(db: Connection, recipe: Recipe, at: datetime) -> None:
    """Under its name; one of that name is replaced."""
    with transaction(db):
        db.run(
            "INSERT OR REPLACE INTO packet_recipe (name, content, saved_at) VALUES (:name, :content, :at)",
            name=recipe.name, content=write_recipe(recipe), at=at.isoformat(),
        )  # fmt: skip


def saved_recipes(db: Connection) -> tuple[Recipe, ...]:
    """By name."""
    return tuple(read_recipe(row["content"]) for row in db.rows("SELECT content FROM packet_recipe ORDER BY name"))


def rename_recipe(db: Connection, name: str, other: str) -> None:
    """Another name for a saved one. NameTakenError; KeyError when it is gone."""
    with transaction(db):
        row = db.row("SELECT content FROM packet_recipe WHERE name = :name", name=name)
        if row is None:
            raise KeyError(name)
        if db.number("SELECT count(*) FROM packet_recipe WHERE name = :other", other=other):
            raise NameTakenError(other)
        renamed = check_recipe(replace(read_recipe(row["content"]), name=other))
        db.run(
            "UPDATE packet_recipe SET name = :other, content = :content WHERE name = :name",
            name=name, other=other, content=write_recipe(renamed),
        )  # fmt: skip


def drop_recipe(db: Connection, name: str) -> None:
    """Forget a saved one."""
    with transaction(db):
        db.run("DELETE FROM packet_recipe WHERE name = :name", name=name)


def save_group(db: Connection, group: PeopleGroup, at: datetime) -> None:
    """Under its name; one of that name is replaced."""
    with transaction(db):
        db.run(
            "INSERT OR REPLACE INTO people_group (name, people, saved_at) VALUES (:name, :people, :at)",
            name=group.name, people=_json(group.people), at=at.isoformat(),
        )  # fmt: skip


def rename_group(db: Connection, name: str, other: str) -> None:
    """Another name for a group. NameTakenError; KeyError when it is gone."""
    with transaction(db):
        if db.number("SELECT count(*) FROM people_group WHERE name = :other", other=other):
            raise NameTakenError(other)
        db.run("UPDATE people_group SET name = :other WHERE name = :name", name=name, other=other)
        if not db.number("SELECT changes()"):
            raise KeyError(name)


def drop_group(db: Connection, name: str) -> None:
    """Forget a group; nobody in it is touched."""
    with transaction(db):
        db.run("DELETE FROM people_group WHERE name = :name", name=name)


def saved_groups(db: Connection) -> tuple[PeopleGroup, ...]:
    """By name."""
    rows = db.rows("SELECT name, people FROM people_group ORDER BY name")
    return tuple(PeopleGroup(row["name"], _read(row["people"], tuple[ListedPerson, ...])) for row in rows)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _read(text: str, kind: type[T]) -> T:
    return msgspec.json.decode(text, type=kind)


def _job(row: Row) -> PacketJob:
    return PacketJob(
        number=row["number"], uuid=row["uuid"], recipe=read_recipe(row["recipe"]), folder=row["folder"],
        office=row["office"], begun_at=datetime.fromisoformat(row["begun_at"]),
        ended_at=datetime.fromisoformat(row["ended_at"]) if row["ended_at"] else None, trouble=row["trouble"],
        work=row["work"], people=row["people"], settled=int(row["settled"]), lacking=int(row["lacks"]),
    )  # fmt: skip


def _person(row: Row) -> JobPerson:
    return JobPerson(
        place=row["place"], person=_read(row["person"], ListedPerson), state=PersonState(row["state"]),
        files=_read(row["files"], tuple[MadeFile, ...]), lacking=_read(row["lacking"], tuple[Lacking, ...]),
        pages=row["pages"], count=row["count"], drawn=bool(row["drawn"]), refusal=row["refusal"],
    )  # fmt: skip
