"""Whose matter a request is at a UGEL, and how much of it each role of the office sees. Pure.

Escalafón keeps the legajo: everything. Planillas: what is about pay (section V and the constancia of haberes). A mesa
de partes receives every writing and decides on none: who asks, for what, with which documents, and no more. Who
administers the office gives roles and sees figures.
"""

from collections.abc import Collection
from typing import Final, Literal

ESCALAFON, PLANILLAS, RECEPTION, ADMINISTRATOR = "escalafon", "planillas", "mesa_partes", "administrador"
PAY_SECTION: Final = "V"  # asignaciones e incentivos, retenciones judiciales, pagos indebidos
PAY_KINDS: Final = frozenset({"constancia_haberes"})  # of section X

Sight = Literal["whole", "cover"]


def is_about_pay(section: str, kind: str) -> bool:
    """Whether a request about a record of this kind is the matter of planillas too."""
    return section == PAY_SECTION or kind in PAY_KINDS


def sight_of(roles: Collection[str], section: str, kind: str) -> Sight | None:
    """How much of a request these roles see; None: nothing."""
    if ESCALAFON in roles or (PLANILLAS in roles and is_about_pay(section, kind)):
        return "whole"
    return "cover" if RECEPTION in roles else None


def sees_requests(roles: Collection[str]) -> bool:
    """Whether there are requests that these roles see something of; who only administers has none."""
    return bool({ESCALAFON, PLANILLAS, RECEPTION} & set(roles))
