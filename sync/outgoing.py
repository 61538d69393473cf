"""The hands for wishes: carries out what `sync.core.outbox` decides, with a client and the outbox. Decides nothing.

The state of a wish is on disk before a byte of it leaves, and an answer before anything else is done. Between the two
lies only what the office's own memory of the uuid makes harmless.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from storage import attachments, drafts, outbox
from storage.connection import Connection
from storage.forgotten import Said
from storage.request_records import QUEUED, OfficeRequest, OwnRequest
from sync.client import CentralClient
from sync.clock import Clock
from sync.core.errands import (
    Errand,
    ErrandCall,
    ErrandDone,
    ErrandEvent,
    ErrandGone,
    ErrandNote,
    ErrandsRead,
    OpenUpload,
    PendingFile,
    ReadErrands,
    Send,
    SendPiece,
    Task,
    UploadAt,
)  # fmt: skip
from sync.loop import CommandKind
from sync.noting import WAITS, Followed, Writing, follow, note_offset, write_note
from sync.requests import cancel_request, put_expediente, put_request
from sync.uploads import open_upload, send_piece


@dataclass(frozen=True, slots=True)
class SendingNow:
    """How far the sending is: requests of this exchange, and bytes of the files of the one under way."""

    requests_done: int
    requests_total: int
    bytes_done: int
    bytes_total: int


class Together(Protocol):
    """Who hands in a wish together with asking for its fact."""

    def hand_in(self, token: str, kind: CommandKind, own: OwnRequest) -> OfficeRequest | None:
        """What the office answered; None: not now. Raises SyncError as the wish's own call does."""
        ...


class Outgoing:
    """The wishes of one exchange."""

    def __init__(self, box: Connection, client: CentralClient, clock: Clock, *, asked: bool) -> None:
        """`box`: the outbox, open on this thread. `asked`: the person wants it now, whatever was planned."""
        self._box = box
        self._client = client
        self._clock = clock
        self._asked = asked
        self.together: Together | None = None  # hands in a small wish together with asking for its fact
        self.tell: Callable[[SendingNow], None] = lambda _now: None
        self.epoch: Callable[[], str] = lambda: ""  # of the facts here
        self._done = 0
        self._asked_before = client.meter.requests
        for state in WAITS.values():  # there is a session, and a network to try
            outbox.wake_waiting(box, state)

    def errands(self) -> tuple[Errand, ...]:
        """What may go now. Cancellations first: they hold back their section."""
        now = None if self._asked else self._clock.now()
        return (
            *(self._errand(own, "cancel") for own in outbox.cancellations_due(self._box)),
            *(self._errand(own, "file") for own in outbox.due(self._box, now)),
            *(self._errand(own, "expediente") for own in outbox.expedientes_due(self._box)),
        )

    def perform(self, call: ErrandCall, token: str) -> ErrandEvent:
        """One call to the office, and its answer on disk. Raises SyncError."""
        match call:
            case ReadErrands():
                return ErrandsRead(self.errands())
            case OpenUpload(errand, file):
                return self._open(errand, file, token)
            case SendPiece(errand, file, size):
                return self._piece(errand, file, size, token)
            case Send(errand):
                return self._send(errand, token)

    def write_down(self, note: ErrandNote, next_try: Callable[[int], datetime]) -> None:
        """Store what was decided about a wish. `next_try`: the time for so many failures of it."""
        write_note(self._box, note, Writing(self._clock.now(), self.epoch(), next_try))

    def reconcile(self, cache: Connection) -> Followed:
        """Own states follow the facts that are stored; files that nothing needs any more go."""
        return follow(self._box, cache, self._clock.now())

    def _errand(self, own: OwnRequest, task: Task) -> Errand:
        files = self._files(own) if task == "file" else ()
        return Errand(uuid=own.uuid, task=task, section=own.content.section, tries=own.tries, files=files)

    def _files(self, own: OwnRequest) -> tuple[PendingFile, ...]:
        """Of the files that are here: others the office has, with the record or the request that this one corrects."""
        sizes = {document.sha256: document.size for document in own.content.documents if document.sha256}
        here = (sha256 for sha256 in sizes if attachments.file_size(self._box, sha256) is not None)
        return tuple(PendingFile(one, sizes[one], attachments.upload_offset(self._box, one)) for one in here)

    def _open(self, errand: Errand, file: PendingFile, token: str) -> ErrandEvent:
        if not outbox.note_uploading(self._box, errand.uuid):
            return ErrandGone()
        self._say(errand)
        return self._at(file.sha256, open_upload(self._client, token, file.sha256, file.size))

    def _piece(self, errand: Errand, file: PendingFile, size: int, token: str) -> ErrandEvent:
        self._say(errand)
        if drafts.own_request(self._box, errand.uuid).state not in QUEUED:
            return ErrandGone()
        piece = attachments.piece(self._box, file.sha256, file.offset, size)
        return self._at(file.sha256, send_piece(self._client, token, file.sha256, file.offset, piece))

    def _at(self, sha256: str, offset: int) -> UploadAt:
        note_offset(self._box, sha256, offset)
        return UploadAt(offset)

    def _send(self, errand: Errand, token: str) -> ErrandEvent:
        own = drafts.own_request(self._box, errand.uuid)
        match errand.task:
            case "file":
                return self._put(own, errand, token)
            case "cancel":
                over = self._together(errand, "cancellation", token, own)
                over = over or cancel_request(self._client, token, own.uuid)
                outbox.cancelled(self._box, own.uuid, self._clock.now(), Said(self.epoch(), over.code))
            case "expediente" if own.expediente:
                has = self._together(errand, "expediente", token, own)
                has = has or put_expediente(self._client, token, own.uuid, own.expediente)
                outbox.expediente_sent(self._box, own, Said(self.epoch(), has.code))
        return ErrandDone()

    def _put(self, own: OwnRequest, errand: Errand, token: str) -> ErrandEvent:
        if not own.sent and self._client.meter.requests == self._asked_before:
            self._client.reach()  # without a way there, not a byte leaves: it can still be cancelled on this computer
        if not outbox.note_sending(self._box, own.uuid, self.epoch()):
            return ErrandGone()
        self._say(errand)
        together = self._together(errand, "request", token, own)
        filed = together or put_request(self._client, token, own.uuid, own.content)
        outbox.settle(self._box, own.uuid, filed.code, self._clock.now())
        self._done += 1
        self._say(errand)
        return ErrandDone()

    def _together(self, errand: Errand, kind: CommandKind, token: str, own: OwnRequest) -> OfficeRequest | None:
        """What the office answered; None: it is to go by its own call.

        What failed once goes by the call with the least to carry; what has files has paid for its round trips.
        """
        if self.together is None or errand.tries or errand.files:
            return None
        return self.together.hand_in(token, kind, own)

    def _say(self, errand: Errand) -> None:
        waiting = sum(own.state in QUEUED for own in drafts.own_requests(self._box))
        size = sum(file.size for file in errand.files)
        self.tell(SendingNow(self._done, self._done + waiting, size - errand.left, size))
