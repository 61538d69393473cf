"""Who of an office may do what. The administrator gives and takes roles; every change is kept for ever."""

import json
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from central.legajo.people import Clerk, person_of, signature
from central.legajo.times import instant
from central.objects import write_person
from central.problems import Problem
from central.records import Person
from central.store.facts import Draft, find_fact, keep_facts
from central.store.office_tables import RoleChange
from central.store.requests import seat_of
from central.store.schema import Account, Fact

ROLES: Final = ("escalafon", "planillas", "mesa_partes", "administrador")
ADMINISTRATOR: Final = "administrador"
SHOWN: Final = 100  # changes


def people_of(db: Connection, office: str) -> list[Person]:
    """Who works for an office, by name."""
    named = f'"oficina":{{"codigo":"{office}"'
    query = select(Fact.document).where(Fact.kind == "person", Fact.document.contains(named, autoescape=True))
    people = [person_of(document) for document in db.scalars(query) if document]
    here = (person for person in people if person.oficina is not None and person.oficina.codigo == office)
    return sorted(here, key=lambda person: (person.apellidos, person.nombres, person.doc_numero))


def changes_of(db: Connection, office: str) -> list[dict[str, Any]]:
    """The newest first."""
    query = select(RoleChange.at, RoleChange.by, RoleChange.whom, RoleChange.before, RoleChange.after)
    rows = db.execute(query.where(RoleChange.office == office).order_by(RoleChange.id.desc()).limit(SHOWN))
    return [
        {"at": instant(at), "by": by, "whom": whom, "before": json.loads(before), "after": json.loads(after)}
        for at, by, whom, before, after in rows
    ]


def assign_roles(db: Connection, clerk: Clerk, doc_numero: str, roles: tuple[str, ...], now: int) -> None:
    """Give somebody these roles at the clerk's office, and no others; none: they work there no more.

    Problem `not-found` for whoever has no account or belongs to another office; `last-administrator`.
    """
    person = _person(db, clerk, doc_numero)
    before = person.roles if person.oficina else ()
    wanted = tuple(role for role in ROLES if role in roles)
    if before == wanted:
        return
    if ADMINISTRATOR in before and ADMINISTRATOR not in wanted:
        others = [one for one in people_of(db, clerk.office.codigo) if one.doc_numero != doc_numero]
        if not any(ADMINISTRATOR in one.roles for one in others):
            raise Problem("last-administrator")
    after = replace(person, oficina=clerk.office if wanted else None, roles=wanted)
    keep_facts(db, doc_numero, [Draft("person", doc_numero, doc_numero, write_person(after))])
    db.execute(insert(RoleChange).values(
        office=clerk.office.codigo, at=now, by=clerk.name, whom=signature(person), doc_numero=doc_numero,
        before=json.dumps(before), after=json.dumps(wanted),
    ))  # fmt: skip


def _person(db: Connection, clerk: Clerk, doc_numero: str) -> Person:
    found = find_fact(db, "person", doc_numero)
    has_account = db.scalar(select(Account.id).where(Account.feed == doc_numero)) is not None
    if found is None or not found[1].document or not has_account:
        raise Problem("not-found")
    person = person_of(found[1].document)
    office = person.oficina.codigo if person.oficina else seat_of(db, doc_numero)
    if office != clerk.office.codigo:
        raise Problem("not-found")
    return person
