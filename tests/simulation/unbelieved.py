"""What a computer may do of itself, without an answer: nothing, but let its wishes follow facts that were here before.

A process may die when it has stored the facts of an answer and its outbox has not followed them yet. The next one lets
it follow before it asks anybody; so I7 compares with the facts that were here, not with the answers of one exchange.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from storage.connection import Connection
from storage.request_records import OPEN_AT_OFFICE, QUEUED, SETTLED
from tests.simulation.projection import Face, Key, held

WAITS = "queued"


@dataclass(frozen=True, slots=True)
class Asked:
    """One wish, as far as an answer may change it."""

    state: str  # WAITS for all that is not sent or of unknown outcome
    code: str | None
    cancel: bool
    expediente: bool  # has to travel


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that an answer may change once it is believed. What sync plans for itself is left out."""

    session: tuple[Any, ...]
    mark: tuple[Any, ...]
    facts: dict[Key, Face]
    wishes: dict[str, Asked]
    uploads: dict[str, int]  # bytes at the office of each file that some wish still needs


def snapshot(db: Connection) -> Snapshot:
    """As it is now."""
    wishes = {
        row["uuid"]: Asked(
            WAITS if row["state"] in QUEUED else row["state"], row["code"],
            bool(row["cancel_wanted"]), bool(row["expediente_waits"]),
        )
        for row in db.rows("SELECT uuid, state, code, cancel_wanted, expediente_waits FROM update_request")
    }  # fmt: skip
    uploads = db.rows(
        "SELECT sha256, uploaded FROM outbox.attachment WHERE sha256 IN (SELECT sha256 FROM outbox.needed_file)"
    )
    return Snapshot(
        session=tuple(db.row("SELECT access_token, refresh_token FROM session") or ()),
        mark=tuple(db.row("SELECT epoch, cursor, etag, more, stale FROM sync_mark") or ()),
        facts=held(db), wishes=wishes, uploads={row["sha256"]: row["uploaded"] for row in uploads},
    )  # fmt: skip


def unfounded(was: Snapshot, now: Snapshot, erased: Collection[str]) -> list[str]:
    """What has changed and does not follow from the facts of before. `erased`: what the office did forget once."""
    told = [
        f"{name}: {getattr(was, name)} -> {getattr(now, name)}"
        for name in ("session", "mark", "facts")
        if getattr(was, name) != getattr(now, name)
    ]
    moved = [uuid for uuid in was.wishes.keys() | now.wishes.keys() if was.wishes.get(uuid) != now.wishes.get(uuid)]
    for uuid in sorted(moved):
        before, after, fact = was.wishes.get(uuid), now.wishes.get(uuid), was.facts.get(("request", uuid))
        if before is None or after is None or not _follows(before, after, fact, forgotten=uuid in erased):
            told.append(f"{uuid}: {before} -> {after}; the fact here was {fact}")
    shared = was.uploads.keys() & now.uploads.keys() if moved else was.uploads.keys() | now.uploads.keys()
    told += [f"{name[:8]}: {was.uploads.get(name)} -> {now.uploads.get(name)} bytes are at the office"
             for name in sorted(shared) if was.uploads.get(name) != now.uploads.get(name)]  # fmt: skip
    return told


def _follows(was: Asked, now: Asked, fact: Face | None, *, forgotten: bool) -> bool:
    """Whether a fact that was here makes this of a wish, or the lack of one that once was."""
    if fact is None:
        return (
            forgotten and was.state in OPEN_AT_OFFICE and not was.cancel and (now.state, now.code) == (WAITS, was.code)
        )
    state, code = fact[:2]
    cancels = {False} if state in SETTLED else {was.cancel, was.state == "anulado"}
    return (now.state, now.code) == (state, code) and now.cancel in cancels and now.expediente >= was.expediente
