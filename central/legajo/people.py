"""People as the legajo needs them: from the JSON of the feed. Pure."""

import json
from dataclasses import dataclass
from typing import Any

from central.records import Oficina, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """Who asks or decides, for which office, in which roles."""

    feed: str
    name: str
    office: Oficina
    roles: tuple[str, ...] = ("escalafon",)


def person_of(document: str) -> Person:
    """The record behind the person's JSON."""
    members = json.loads(document)
    office = members.get("oficina")
    names = ("doc_tipo", "doc_numero", "apellidos", "nombres", "correo")
    who = {name: members[name] for name in names}
    return Person(**who, oficina=Oficina(**office), roles=tuple(members["roles"])) if office else Person(**who)


def who_asks(document: str) -> dict[str, Any]:
    """What an office sees of a person beside a request."""
    members = json.loads(document)
    return {name: members[name] for name in ("doc_tipo", "doc_numero", "apellidos", "nombres")}


def signature(person: Person) -> str:
    """How somebody of the office is named in a history."""
    return f"{person.nombres} {person.apellidos}"
