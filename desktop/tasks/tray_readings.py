"""What "Bandeja" reads and keeps, on the pool: the office's facts, own decisions, looks, views. No Qt, no network.

Each function opens what it needs; a profile that never received the office's feed gets no file made for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from desktop.presenters.tray_case import OpenedCase
from desktop.presenters.tray_list import TrayLine, signature, tray_line
from desktop.presenters.tray_refused import RefusedLine, refused_lines
from desktop.presenters.tray_undo import SECONDS
from desktop.presenters.tray_views import Narrowing, View, narrowed, views
from documents.decision_reasons import Reasons
from documents.decision_reasons import bundled as bundled_reasons
from documents.legajo_catalogue import LegajoCatalogue
from documents.working_days import Calendar, bundled
from storage import decisions, legajo, office, office_files, office_tray, office_wishes, payslips
from storage.decision_records import Deed, OwnDecision, QueuedLook, SavedView, Wanted, deeds_of

if TYPE_CHECKING:
    from storage.connection import Connection
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class TrayAsked:
    """Which view, what narrows it, how much of it."""

    key: str = "waiting"
    text: str = ""
    by: Narrowing = field(default_factory=Narrowing)
    limit: int = 300


@dataclass(frozen=True, slots=True)
class TrayReading:
    """The list and everything around it."""

    asked: TrayAsked
    lines: tuple[TrayLine, ...]
    total: int
    views: tuple[View, ...]
    institutions: tuple[str, ...]
    own: tuple[OwnDecision, ...]  # open decisions
    taken: frozenset[str]  # decisions that the office has taken
    as_of: datetime | None  # None: nothing ever came
    me: str
    may: frozenset[Deed]  # what this person may do with requests
    catalogue: LegajoCatalogue
    calendar: Calendar
    reasons: Reasons


def read_tray(vault: "Vault", asked: TrayAsked, now: datetime) -> TrayReading:
    """The list of a view."""
    today, calendar = now.astimezone().date(), bundled()
    with vault.cache() as cache:
        catalogue, person = legajo.legajo_catalogue(cache), payslips.person(cache)
    me, may = signature(person), deeds_of(person.roles if person else ())
    if not vault.has_office():
        known = views((), today, calendar, me=me, may=may)
        return TrayReading(
            asked, (), 0, known, (), (), frozenset(), None, me, may, catalogue, calendar, bundled_reasons()
        )
    with vault.office() as db:
        known = views(office_wishes.saved_views(db), today, calendar, me=me, may=may)
        view = next((one for one in known if one.key == asked.key), known[0])
        query = narrowed(view.query, asked.by, asked.text, today, calendar)
        found = office_tray.tray(db, replace(query, limit=asked.limit))
        mark = office.office_mark(db)
        return TrayReading(
            asked=replace(asked, key=view.key),
            lines=tuple(tray_line(row, catalogue, today, calendar, me=me, may=may) for row in found.rows),
            total=found.total,
            views=known,
            institutions=office.institutions(db),
            own=() if db.missing else decisions.open_decisions(db),
            taken=frozenset() if db.missing else decisions.decisions_taken(db),
            as_of=mark.succeeded_at or mark.server_time,
            me=me, may=may, catalogue=catalogue, calendar=calendar, reasons=office.reasons_in_use(db),
        )  # fmt: skip


def count_views(vault: "Vault", known: Sequence[View]) -> dict[str, int]:
    """How many each view holds, by its key."""
    if not vault.has_office():
        return {}
    with vault.office() as db:
        counts = office_tray.count_tray(db, [view.query for view in known])
    return {view.key: count for view, count in zip(known, counts, strict=True)}


def read_case(vault: "Vault", uuid: str) -> OpenedCase | None:
    """One request with everything that is here; None when it is none of this office's any more."""
    with vault.office() as db:
        case = office.office_case(db, uuid)
        if case is None:
            return None
        names = {one.sha256 for one in case.request.content.documents}
        return OpenedCase(
            case=case,
            own=() if db.missing else decisions.decisions_on(db, uuid),
            servant=office.servant(db, case.person.doc_numero),
            held=frozenset(name for name in names if office_files.file_of_case(db, name) is not None),
        )


def read_document(vault: "Vault", sha256: str) -> bytes | None:
    """A sustento that is on this computer."""
    with vault.office() as db:
        return office_files.file_of_case(db, sha256)


def keep_document(vault: "Vault", sha256: str, content: bytes) -> bytes:
    """One that was fetched to be seen stays here as long as its request is open."""
    with vault.office() as db:
        office_files.keep_whole_file(db, sha256, content)
    return content


def keep_decisions(vault: "Vault", wanted: Sequence[Wanted], batch: str, now: datetime) -> Sequence[Wanted]:
    """Decisions into the outbox: on disk when this returns, and not before the time for second thoughts on the way. Who
    decides again has read why the decision before was not applied."""
    with vault.outbox() as box:
        for one in wanted:
            decisions.acknowledge(box, one.request)
        decisions.decide(box, wanted, batch=batch, at=now, ready_at=now + timedelta(seconds=SECONDS))
    return wanted


def withdraw(vault: "Vault", batch: str) -> int:
    """Take back what was decided in one go; how many decisions."""
    with vault.outbox() as box:
        return decisions.withdraw(box, batch)


def acknowledge(vault: "Vault", request: str) -> int:
    """Why decisions on a request were refused was read."""
    with vault.outbox() as box:
        return decisions.acknowledge(box, request)


def wanted_for(vault: "Vault", uuids: Sequence[str]) -> tuple[OpenedCase, ...]:
    """The requests that a decision is about, as they are known here now."""
    found = (read_case(vault, uuid) for uuid in uuids)
    return tuple(one for one in found if one is not None)


def read_refused(cache: "Connection", now: datetime) -> tuple[RefusedLine, ...]:
    """Decisions that were not applied and not read about, of the outbox beneath; nothing when that is damaged."""
    if cache.missing is not None:
        return ()
    own = decisions.open_decisions(cache)
    return refused_lines(own, me=signature(payslips.person(cache)), now=now) if own else ()


def queue_look(vault: "Vault", look: QueuedLook) -> None:
    """Somebody's file was looked at: reported with the next exchange."""
    with vault.outbox() as box:
        office_wishes.queue_look(box, look)


def save_view(vault: "Vault", name: str, reading: TrayReading, now: datetime) -> str:
    """The view as it is narrowed now, under a name; its key."""
    base = next((one for one in reading.views if one.key == reading.asked.key), reading.views[0])
    query = narrowed(base.query, reading.asked.by, reading.asked.text, _today(now), reading.calendar)
    with vault.outbox() as box:
        office_wishes.save_view(box, SavedView(name, query))
    return f"saved:{name}"


def forget_view(vault: "Vault", name: str) -> None:
    """The person wants it no more."""
    with vault.outbox() as box:
        office_wishes.forget_view(box, name)


def _today(now: datetime) -> date:
    return now.astimezone().date()
