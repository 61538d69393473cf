"""Records -> the JSON objects of docs/protocol.md, compact. One way only: the server never reads them back."""

import json
from dataclasses import fields
from datetime import date
from typing import Any

from central.records import Concept, Oficina, PayDay, Person
from documents.payslip import ConceptLine, Holder, Payslip, Period


def write_payslip(payslip: Payslip, *, pdf: tuple[str, int] | None) -> str:
    """The payslip with the name of its PDF: SHA-256 and bytes, or None."""
    named = None if pdf is None else {"sha256": pdf[0], "size": pdf[1]}
    return _write({**_members(payslip), "pdf": named})


def write_record(record: PayDay | Concept) -> str:
    """A pay day or a concept."""
    return _write(_members(record))


def write_person(person: Person) -> str:
    """With a role when they have one besides being paid."""
    members = _members(person)
    office, roles = members.pop("oficina"), members.pop("roles")
    return _write(members | {"roles": roles, "oficina": office} if office else members)


def _members(record: Payslip | Person | PayDay | Concept | ConceptLine | Holder | Oficina) -> dict[str, Any]:
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: object) -> object:
    match value:
        case Period():
            return str(value)
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
        case ConceptLine() | Holder() | Oficina():
            return _members(value)
    return value


def _write(members: dict[str, Any]) -> str:
    return json.dumps(members, ensure_ascii=False, separators=(",", ":"))
