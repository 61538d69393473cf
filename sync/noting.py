"""What an answer makes of a wish, written into the outbox: the same whichever carrier brought the answer.

`sync.core.outbox` decides, this writes. Each note is on the disk when it returns.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from storage import attachments, drafts, outbox
from storage.connection import Connection
from storage.forgotten import Recalled, recall
from storage.request_records import RequestState
from sync.core.errands import Errand, ErrandNote, ForgetUpload, GiveUp, PutBack, Quarantine, WaitFor

log = logging.getLogger("chasqui.sync")
WAITS: dict[str, outbox.Waiting] = {
    "session": RequestState.WAITS_SESSION, "network": RequestState.WAITS_NETWORK,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Writing:
    """When, under which epoch of the facts here, and the time of the next try after so many failures."""

    now: datetime
    epoch: str
    next_try: Callable[[int], datetime]


@dataclass(frozen=True, slots=True)
class Followed:
    """What the facts that are stored made of the wishes."""

    recalled: Recalled = field(default_factory=Recalled)  # what the office has forgotten, and is due again
    moved: bool = False  # own states changed: what waited behind one of them may go now

    def and_then(self, later: "Followed") -> "Followed":
        """Both."""
        requests = self.recalled.requests + later.recalled.requests
        words = self.recalled.words + later.recalled.words
        return Followed(Recalled(requests, words), self.moved or later.moved)


def write_note(box: Connection, note: ErrandNote, how: Writing) -> None:
    """Store what was decided about a wish."""
    match note:
        case PutBack(errand, error):
            tries = errand.tries + (error is not None)
            outbox.note_retry(box, errand.uuid, tries, how.next_try(tries) if error else how.now)
        case WaitFor(errand, what, code):
            outbox.note_waiting(box, errand.uuid, WAITS[what], code)
        case Quarantine(errand, code, detail, fields):
            places = "; ".join(f"{field or '-'}: {problem}" for field, problem in fields)
            outbox.quarantine(box, errand.uuid, code, f"{detail} ({places})" if places else detail)
        case ForgetUpload(lost):
            for sha256 in lost:
                note_offset(box, sha256, 0)
        case GiveUp(errand, code):
            _give_up(box, errand, code, how)


def note_offset(box: Connection, sha256: str, offset: int) -> None:
    """So much of a file is at the office, if it is still here at all."""
    if attachments.file_size(box, sha256) is not None:
        attachments.set_upload_offset(box, sha256, offset)


def follow(box: Connection, cache: Connection, now: datetime) -> Followed:
    """Own states follow the facts that are stored; files that nothing needs any more go."""
    moved = outbox.reconcile(box, cache)
    again = recall(box, cache, now)
    if again.requests:
        log.warning("the office has forgotten %d requests that it had acknowledged: they go again", again.requests)
    attachments.drop_unused(box)
    return Followed(again, moved=bool(moved))


def _give_up(box: Connection, errand: Errand, code: str, how: Writing) -> None:
    if errand.task == "expediente":
        outbox.expediente_sent(box, drafts.own_request(box, errand.uuid))
    elif code == "not-found":
        outbox.cancelled(box, errand.uuid, how.now)
    else:
        outbox.clear_cancel(box, errand.uuid)
