"""What the office answered to a wish that travelled on a stick: judged as the answer of its own call would be."""

from contextlib import suppress

from storage import attachments, drafts, outbox
from storage.connection import Connection
from storage.forgotten import Said
from storage.request_records import OwnRequest, RequestState
from sync.core import outbox as deciding
from sync.core.errands import Errand, PendingFile, Task
from sync.core.outbox import Sending
from sync.errors import RefusedError, SyncError, error_of
from sync.legajo_wire import read_answer
from sync.noting import Writing, write_note
from sync.stick.shapes import WireCarriedResult
from sync.wire import read_problem

TASKS: dict[str, Task] = {"request": "file", "cancellation": "cancel", "expediente": "expediente"}


def write_result(box: Connection, result: WireCarriedResult, how: Writing) -> bool:
    """Write it down. False: it is about nothing that is here, or cannot be understood; a stick is no place to fail."""
    task = TASKS.get(result.kind)
    if task is None:
        return False
    try:
        own = drafts.own_request(box, result.uuid)
    except KeyError:
        return False
    with suppress(SyncError):
        if result.status in {200, 201}:
            _done(box, own, task, read_answer(bytes(result.answer), own.uuid).code, how)
        else:
            _refused(box, own, task, error_of(read_problem(bytes(result.answer), result.status)), how)
        return True
    return False


def _done(box: Connection, own: OwnRequest, task: Task, code: str, how: Writing) -> None:
    match task:
        case "file" if own.state is not RequestState.DRAFT:
            outbox.settle(box, own.uuid, code, how.now)
        case "cancel":
            outbox.cancelled(box, own.uuid, how.now, Said(how.epoch, code))
        case "expediente":
            outbox.expediente_sent(box, own, Said(how.epoch, code))


def _refused(box: Connection, own: OwnRequest, task: Task, error: SyncError, how: Writing) -> None:
    """As the network would: quarantine with its reason, or back into the queue."""
    if not isinstance(error, RefusedError) or (task == "file" and not outbox.note_sending(box, own.uuid, how.epoch)):
        return
    errand = Errand(uuid=own.uuid, task=task, section=own.content.section, tries=own.tries, files=_files(box, own))
    state, notes, _over = deciding.failed(Sending(current=errand, looked=True), error)
    for note in notes:
        write_note(box, note, how)
    if state.current is not None:  # its files are to go again
        outbox.note_retry(box, own.uuid, own.tries, how.now)


def _files(box: Connection, own: OwnRequest) -> tuple[PendingFile, ...]:
    names = [document.sha256 for document in own.content.documents]
    sizes = {sha256: attachments.file_size(box, sha256) for sha256 in names}
    return tuple(PendingFile(sha256, size) for sha256, size in sizes.items() if size is not None)
