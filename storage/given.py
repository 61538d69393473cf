"""The copy of a queue may have been handed in while nobody could look into the queue: a mark in the folder says so.

From then on the outcome of every wish in it is unknown, and who withdraws one has to tell the office. The mark is set
before the copy leaves and needs no password; the queue learns of it the next time the profile is opened.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from storage import outbox
from storage.files import disk_errors, settle_folder, touch_private
from storage.layout import GIVEN
from storage.request_records import RequestState

if TYPE_CHECKING:
    from storage.connection import Connection


def mark_given(directory: Path) -> None:
    """The copy is about to leave. On disk when this returns."""
    path = directory / GIVEN
    with disk_errors(path):
        if not path.exists():
            touch_private(path)
        settle_folder(directory)


def settle_given(directory: Path, box: "Connection", epoch: str, now: datetime) -> None:
    """Nothing without a mark. `epoch`: of the facts here, "" before there are any."""
    path = directory / GIVEN
    if not path.exists():
        return
    for waits in (RequestState.WAITS_SESSION, RequestState.WAITS_NETWORK):  # the copy took these too
        outbox.wake_waiting(box, waits)
    for own in outbox.unsettled(box):
        if outbox.note_sending(box, own.uuid, epoch):
            outbox.note_retry(box, own.uuid, own.tries, own.next_try_at or now)
    with disk_errors(path):
        path.unlink(missing_ok=True)
        settle_folder(directory)
