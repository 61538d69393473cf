"""What the packet dialog has read and done off the UI thread: destinations, the post, the building. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from documents.identifiers_of_offices import offices
from documents.legajo_catalogue import LegajoCatalogue
from documents.packet.apart import ApartItem, build_apart
from documents.packet.profiles import DEFAULT_KEY, Destinations, load
from storage.catalogues import legajo_catalogue
from storage.payslips import PayslipQuery, payslip, search_payslips

if TYPE_CHECKING:
    from documents.packet.fut import Fut
    from documents.packet.profiles import Profile
    from documents.packet.records import PacketResult
    from documents.payslip import Payslip
    from documents.worker.errands import Progress, Worker
    from storage.connection import Connection


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a packet may be presented. `key`: the UGEL's code, or the key of a profile."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """What is known before the form is filled. `newest`: the payslip that says where the person works."""

    places: tuple[Destination, ...]
    rules: Destinations
    catalogue: LegajoCatalogue
    newest: "Payslip | None"


def read_grounds(db: "Connection") -> Grounds:
    """On the desk, with its connection."""
    rules = load()
    others = {each.clave: each.nombre for each in rules.profiles if not each.codigo and each.clave != DEFAULT_KEY}
    places = [*offices().items(), *others.items()]
    rows = search_payslips(db, PayslipQuery(None, None, limit=1))
    newest = payslip(db, rows[0].id) if rows else None
    return Grounds(tuple(Destination(key, name) for key, name in places), rules, legajo_catalogue(db), newest)


@dataclass(frozen=True, slots=True)
class Order:
    """One packet to be built."""

    cover: "Fut"
    items: Sequence[ApartItem]
    profile: "Profile"
    folder: Path


def build(worker: "Worker", order: Order, report: "Callable[[Progress], None]") -> "PacketResult":
    """In the worker's process; the process ends with it. Raises PacketError."""
    with worker:
        return build_apart(worker, order.cover, order.items, order.profile, folder=order.folder, progress=report)
