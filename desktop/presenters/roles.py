"""Roles of an office in words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.presenters.errors import explain
from desktop.presenters.formats import moment
from desktop.words import translate
from storage.request_records import RequestState
from sync.errors import RefusedError
from sync.office_wire import Colleague, OfficeCounts, RoleChange

SHOWN = 5  # changes below the list


@dataclass(frozen=True, slots=True)
class RoleLine:
    """Somebody who works for the office."""

    doc_numero: str
    who: str
    document: str
    roles: tuple[str, ...]
    words: str


def role_names() -> tuple[tuple[str, str], ...]:
    """Code and name, in the order they are shown."""
    return (
        ("escalafon", translate("roles", "Escalafón")),
        ("planillas", translate("roles", "Planillas")),
        ("mesa_partes", translate("roles", "Mesa de partes")),
        ("administrador", translate("roles", "Administrador")),
    )


def roles_words(roles: Sequence[str]) -> str:
    """Their names; what a newer service calls otherwise is shown as it is."""
    names = dict(role_names())
    return ", ".join(names.get(role, role) for role in roles) or translate("roles", "ninguno")


def role_line(one: Colleague) -> RoleLine:
    """In words."""
    return RoleLine(
        one.doc_numero, f"{one.apellidos}, {one.nombres}", one.doc_numero, one.roles, roles_words(one.roles)
    )


def counts_words(counts: OfficeCounts) -> str:
    """How the office stands, in figures: what an administrator sees of requests."""
    states = counts.states
    waiting = states.get(RequestState.FILED, 0)
    told = translate(
        "roles", "Por atender: {waiting} ({overdue} vencidas, {soon} por vencer). Por recibir en mesa de partes: {new}."
    ).format(waiting=waiting, overdue=counts.overdue, soon=counts.soon, new=counts.unreceived)
    over = translate("roles", "Observadas: {observed}. Atendidas: {attended}. Rechazadas: {rejected}.").format(
        observed=states.get(RequestState.OBSERVED, 0), attended=states.get(RequestState.ATTENDED, 0),
        rejected=states.get(RequestState.REJECTED, 0),
    )  # fmt: skip
    return f"{told} {over}"


def changes_words(changes: Sequence[RoleChange], now: datetime) -> str:
    """The newest changes: who gave what to whom."""
    told = [
        translate("roles", "{when}: {by} dejó a {whom} con {after} (antes {before}).").format(
            when=moment(one.at, now), by=one.by, whom=one.whom, after=roles_words(one.after),
            before=roles_words(one.before),
        )
        for one in changes[:SHOWN]
    ]  # fmt: skip
    return "\n".join(told)


def roles_trouble(error: Exception) -> str:
    """Why roles could not be read or kept."""
    code = error.problem.code if isinstance(error, RefusedError) else ""
    known = {
        "not-found": translate("roles", "Nadie con ese documento tiene usuario y legajo en su UGEL. Revise el número."),
        "last-administrator": translate(
            "roles", "Su oficina quedaría sin administrador. Dé primero ese rol a otra persona."
        ),
        "not-yours": translate("roles", "Solo quien administra la oficina puede ver y dar roles."),
    }
    if code in known:
        return known[code]
    told = explain(error)
    return f"{told.what} {told.todo}"
