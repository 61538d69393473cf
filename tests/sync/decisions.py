"""Decisions of an office's people for these tests: kept in a real outbox, or made up as they are kept."""

from datetime import timedelta

from storage import decisions, office
from storage.decision_records import DecisionState, Deed, OfficeCase, OwnDecision, Wanted
from storage.request_records import OfficeRequest
from tests.sync.office import Desk
from tests.sync.wishes import uuid

SECONDS = 8  # for second thoughts


def decision(number: int, seen: OfficeRequest, deed: Deed, reason: str = "") -> OwnDecision:
    return OwnDecision(
        uuid=uuid(number), batch=uuid(number), request=seen.uuid, code=seen.code, who="ÑAUPARI QUISPE, ANA", deed=deed,
        reason=reason, seen=seen.changed_at, follows="", state=DecisionState.SENDING, decided_at=seen.changed_at,
        ready_at=seen.changed_at,
    )  # fmt: skip


def case(desk: Desk, name: str) -> OfficeCase:
    with desk.vault.office() as db:
        found = office.office_case(db, name)
    assert found is not None
    return found


def decide(desk: Desk, number: int, name: str, deed: Deed, reason: str = "", *, batch: int | None = None) -> str:
    """Somebody of the office decides, as they see it now; the uuid of the decision."""
    seen, now = case(desk, name), desk.clock.now()
    wanted = Wanted(
        uuid=uuid(number), request=name, code=seen.request.code, who=seen.person.apellidos, deed=deed, reason=reason,
        seen=seen.request.changed_at,
    )  # fmt: skip
    with desk.vault.outbox() as box:
        decisions.decide(box, [wanted], batch=uuid(batch or number), at=now, ready_at=now + timedelta(seconds=SECONDS))
    return uuid(number)


def left(desk: Desk) -> tuple[OwnDecision, ...]:
    with desk.vault.outbox() as box:
        return decisions.open_decisions(box)
