"""The work of `legajo request`: read the file, clean the attachments, judge, and leave the request in the queue."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.exits import Exit
from desktop.commands.opening import opened
from desktop.commands.speech import Speech
from desktop.commands.wish_file import Composed, WishFile, compose, read_wish
from desktop.presenters.legajo_form import known_of
from documents.sustento.errors import SustentoError
from documents.sustento.words import told
from storage import attachments, drafts, legajo
from storage.errors import QueueRefusedError
from storage.request_records import OwnRequest
from sync.clock import SystemClock
from sync.identifiers import new_id

if TYPE_CHECKING:
    from documents.legajo_catalogue import LegajoCatalogue
    from documents.sustento.records import Sustento
    from storage.connection import Connection
    from storage.profile import Vault


def ask(options: argparse.Namespace, speech: Speech) -> int:
    """0: it is in the queue, on disk. 1: something is to be corrected. 3: the JSON or an attachment cannot be read."""
    try:
        wish = read_wish(options.wish.read_bytes())
    except (OSError, ValueError) as error:
        speech.complain("unreadable-request", f"No se pudo leer la solicitud de {options.wish}: {error}.")
        return Exit.UNREADABLE
    with opened(options) as vault:
        with vault.cache() as db:
            catalogue = legajo.legajo_catalogue(db)
        try:
            files = _cleaned(options.attach, catalogue)
        except (OSError, SustentoError) as error:
            return _unreadable(error, speech)
        now = SystemClock().now()
        with vault.cache() as db:
            composed = _composed(db, wish, files, catalogue, now)
        _say_problems(composed, speech)
        return _queue(vault, composed, files, now, speech) if composed.good else Exit.FAILED


def _cleaned(paths: list[Path], catalogue: "LegajoCatalogue") -> "list[Sustento]":
    """One clean PDF a file, made in a disposable process: no foreign byte is opened in this one."""
    from documents.sustento.records import PageChoice
    from documents.sustento.workbench import Workbench

    limits = catalogue.limits
    made = []
    for path in paths:
        with Workbench(max_bytes=limits.max_bytes, max_pages=limits.max_pages) as bench:
            arrived = bench.add(path.name, path.read_bytes())
            pages = [PageChoice(arrived.source, page) for page in range(len(arrived.thumbnails))]
            made.append(bench.make(pages))
    return made


def _unreadable(error: OSError | SustentoError, speech: Speech) -> int:
    if isinstance(error, OSError):
        speech.complain("unreadable-attachment", f"No se pudo leer {error.filename}: {error.strerror}.")
    else:
        speech.complain("unreadable-attachment", " ".join(told(error)))
    return Exit.UNREADABLE


def _composed(
    db: "Connection", wish: WishFile, files: "list[Sustento]", catalogue: "LegajoCatalogue", now: datetime
) -> Composed:
    records = legajo.shown_records(db)
    base = next((one.confirmed for one in records if one.confirmed and one.confirmed.id == wish.record), None)
    known = known_of(records, wish.record)
    return compose(wish, files, base, new_id(), catalogue, now.astimezone().date(), known)


def _say_problems(composed: Composed, speech: Speech) -> None:
    for one in composed.problems:
        place = f"{one.field}: " if one.field else ""
        mark = "" if one.hard else "Revise: "
        if speech.as_json:
            speech.tell("", problem=one.code, field=one.field, hard=one.hard, message=one.words)
        else:
            speech.complain(one.code, f"{mark}{place}{one.words}")


def _queue(vault: "Vault", composed: Composed, files: "list[Sustento]", now: datetime, speech: Speech) -> int:
    with vault.outbox() as box:
        for file in files:
            attachments.keep_file(box, file.sha256, file.pdf)
        draft = drafts.new_draft(box, new_id(), composed.content, now)
        try:
            queued = drafts.queue(box, draft.uuid, composed.content, now)
        except QueueRefusedError:
            drafts.discard_draft(box, draft.uuid)  # the file it came from is still the person's
            raise
    _say_queued(queued, speech)
    return Exit.GOOD


def _say_queued(queued: OwnRequest, speech: Speech) -> None:
    speech.tell(
        f"En cola: número local {queued.number}, guardada en esta computadora. Sale con la próxima sincronización.",
        uuid=queued.uuid, number=queued.number, state=queued.state,
    )  # fmt: skip
