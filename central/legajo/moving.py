"""What can become of a request, as functions from what is kept to what is kept next; and how it is written. Pure."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from central.contract_legajo import ReceptionWanted
from central.legajo.bodies import canonical
from central.legajo.people import Clerk
from central.legajo.receiving import reception_note
from central.legajo.times import completing_deadline, instant, mending_deadline, office_deadline
from central.store.facts import Draft
from central.store.requests import KeptRequest

LATEST = 10**11  # seconds; beyond all clocks


def filed(kept: KeptRequest) -> KeptRequest:
    """The beginning of its history, and the office's term."""
    return _moved(kept, "en_solicitud", kept.filed_at, who="", note="", deadline=str(office_deadline(kept.filed_at)))


def cancelled(kept: KeptRequest, now: int, *, note: str = "") -> KeptRequest:
    """By the person."""
    return _moved(kept, "anulado", now, who="", note=note)


def observed(kept: KeptRequest, now: int, *, who: str, reason: str) -> KeptRequest:
    """The person has to mend it."""
    moved = _moved(kept, "observado", now, who=who, note=reason, deadline=str(mending_deadline(now)))
    return replace(moved, reason=reason)


def attended(kept: KeptRequest, now: int, *, who: str, note: str = "") -> KeptRequest:
    """Granted."""
    return replace(_moved(kept, "atendido", now, who=who, note=note), attended_by=who, reason=note)


def rejected(kept: KeptRequest, now: int, *, who: str, reason: str) -> KeptRequest:
    """Not granted."""
    return replace(_moved(kept, "rechazado", now, who=who, note=reason), attended_by=who, reason=reason)


def taken(kept: KeptRequest, now: int, *, who: str, taker: str) -> KeptRequest:
    """Somebody has it on their desk; nobody when `taker` is ""."""
    return replace(kept, taken_by=who, taker=taker, changed_at=later(kept, now))


def with_expediente(kept: KeptRequest, now: int, expediente: Mapping[str, Any]) -> KeptRequest:
    """What the mesa de partes gave."""
    return replace(kept, expediente=canonical(expediente), changed_at=later(kept, now))


def received(kept: KeptRequest, now: int, *, clerk: Clerk, wanted: ReceptionWanted) -> KeptRequest:
    """Registered by the mesa de partes: its number, and a line of the history. The state and the office's term stay."""
    at, until = later(kept, now), str(completing_deadline(now)) if wanted.lacking else None
    registered = {
        "at": instant(at), "who": clerk.name, "folios": wanted.folios, "desk": wanted.desk,
        "lacking": list(wanted.lacking), "until": until,
    }  # fmt: skip
    event = {"at": instant(at), "state": kept.state, "who": clerk.name, "note": reception_note(wanted, until)}
    return replace(
        kept, expediente=canonical(wanted.expediente.model_dump(mode="json")), changed_at=at,
        history=_write([*json.loads(kept.history), event]), reception=canonical(registered), receiver=clerk.feed,
    )  # fmt: skip


def later(kept: KeptRequest, now: int) -> int:
    """The instant of the next change: never the one of the last, so that naming it says what was seen."""
    return max(now, kept.changed_at + 1)


def members_of(kept: KeptRequest) -> dict[str, Any]:
    """The Request of docs/protocol.md."""
    return {
        "uuid": kept.uuid,
        "code": kept.code,
        "state": kept.state,
        **json.loads(kept.body),
        "expediente": json.loads(kept.expediente) if kept.expediente else None,
        "filed_at": instant(kept.filed_at),
        "changed_at": instant(kept.changed_at),
        "taken_by": kept.taken_by,
        "attended_by": kept.attended_by,
        "reason": kept.reason,
        "deadline": kept.deadline,
        "history": json.loads(kept.history),
        "reception": json.loads(kept.reception) if kept.reception else None,
    }


def fact_of(kept: KeptRequest) -> Draft:
    """For the person's feed. The newest first in a walk."""
    return Draft("request", kept.uuid, f"{kept.filed_at:011d} {kept.uuid}", _write(members_of(kept)))


def _write(members: object) -> str:
    return json.dumps(members, ensure_ascii=False, separators=(",", ":"))


def _moved(kept: KeptRequest, state: str, now: int, *, who: str, note: str, deadline: str | None = None) -> KeptRequest:
    at = later(kept, now)
    event = {"at": instant(at), "state": state, "who": who, "note": note}
    history = _write([*json.loads(kept.history), event])
    turn = f"1 {deadline} {kept.filed_at:011d}" if deadline else f"2 {LATEST - at:012d}"
    return replace(kept, state=state, changed_at=at, deadline=deadline, history=history, turn=f"{turn} {kept.uuid}")
