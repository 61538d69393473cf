"""Bugs of what is kept on the disk of a computer."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from dataclasses import replace
from datetime import datetime
from typing import Any
from unittest.mock import patch

from storage import attachments, cache, drafts, forgotten, outbox
from storage.connection import Connection, transaction
from storage.errors import DiskFullError
from storage.forgotten import Recalled, note_acknowledged
from storage.records import FactPage, SyncMark
from storage.request_records import OwnRequest, RequestContent, RequestState
from sync import applying
from sync.applying import Applied
from sync.wire import ReadPage
from tests.simulation.planting import planted


@planted("the cursor is saved before the rows of its page, in a transaction of its own")
def cursor_before_rows() -> AbstractContextManager[Any]:
    real = applying.apply

    def apply(db: Connection, pages: Sequence[ReadPage], *more: Any, **others: Any) -> Applied:
        with transaction(db):
            db.run("UPDATE sync_mark SET cursor = :cursor", cursor=pages[-1].page.cursor)
        return real(db, pages, *more, **others)

    return patch("sync.applying.apply", apply)


@planted("a page that the disk does not take is passed over, and its cursor kept in memory")
def page_passed_over() -> AbstractContextManager[Any]:
    real, last = applying.apply, cache.sync_mark

    def apply(db: Connection, pages: Sequence[ReadPage], *more: Any, **others: Any) -> Applied:
        try:
            return real(db, pages, *more, **others)
        except DiskFullError:
            page = pages[-1].page
            with transaction(db):
                db.run("UPDATE sync_mark SET epoch = :epoch, cursor = :cursor", epoch=page.epoch, cursor=page.cursor)
            return Applied(len(page.facts))

    def sync_mark(db: Connection) -> SyncMark:
        return last(db)

    both = ExitStack()
    both.enter_context(patch("sync.applying.apply", apply))
    both.enter_context(patch("storage.cache.sync_mark", sync_mark))
    return both


@planted("removals are ignored")
def removal_ignored() -> AbstractContextManager[Any]:
    return patch("storage.facts._remove", lambda _db, _removal: None)


@planted("a change of epoch keeps the old rows")
def epoch_keeps_old_rows() -> AbstractContextManager[Any]:
    return patch("storage.cache.sweep", lambda _db, _epoch: None)


@planted("rows of an old epoch go with the first page of the new one instead of the last")
def epoch_sweeps_early() -> AbstractContextManager[Any]:
    real = cache.put_page

    def put_page(db: Connection, page: FactPage, *, etag: str) -> None:
        if page.more and db.number("SELECT stale FROM sync_mark"):
            db.run("UPDATE sync_mark SET cursor = :cursor", cursor=page.cursor)
            return
        real(db, page, etag=etag)

    return patch("storage.cache.put_page", put_page)


@planted("a PDF is held without looking at its digest")
def digest_not_checked() -> AbstractContextManager[Any]:
    class _Right(str):
        __slots__ = ()

        def __eq__(self, _other: object) -> bool:
            return True

        def __ne__(self, _other: object) -> bool:
            return False

        __hash__ = str.__hash__

    class _Digest:
        @staticmethod
        def sha256(_content: bytes) -> Any:
            return type("Digest", (), {"hexdigest": lambda _self: _Right()})()

    return patch("storage.pdfs.hashlib", _Digest)


@planted("the screen says En cola although the disk was full")
def queued_on_a_full_disk() -> AbstractContextManager[Any]:
    real = drafts.queue

    def queue(db: Connection, uuid: str, content: RequestContent, at: datetime) -> OwnRequest:
        try:
            return real(db, uuid, content, at)
        except DiskFullError:
            return replace(drafts.own_request(db, uuid), state=RequestState.READY)

    return patch("storage.drafts.queue", queue)


@planted("files are dropped once they are uploaded, before the request was taken")
def files_dropped_early() -> AbstractContextManager[Any]:
    def drop_unused(db: Connection) -> int:
        with transaction(db):
            return db.run("DELETE FROM attachment WHERE uploaded = size")

    return patch.object(attachments, "drop_unused", drop_unused)


@planted("own states do not follow what the feed says")
def states_do_not_follow() -> AbstractContextManager[Any]:
    return patch("storage.outbox.reconcile", lambda _db, _cache: ())


@planted("the wish to cancel is forgotten when the office has taken the request")
def cancel_forgotten() -> AbstractContextManager[Any]:
    return patch("storage.outbox._SETTLE", outbox._SETTLE.replace("tries = 0", "tries = 0, cancel_wanted = 0"))


@planted("cancelling forgets that the outcome is unknown")
def cancel_of_the_unknown() -> AbstractContextManager[Any]:
    return patch("storage.outbox._SENDING", outbox._SENDING.replace(", sent = 1", ""))


@planted("a wish that was being sent when the program ended is never sent again")
def sending_forgotten() -> AbstractContextManager[Any]:
    real = outbox._heads

    def heads(db: Connection) -> tuple[OwnRequest, ...]:
        return tuple(own for own in real(db) if own.state is not RequestState.SENDING)

    return patch("storage.outbox._heads", heads)


@planted("within a section the newest wish goes first")
def order_swapped() -> AbstractContextManager[Any]:
    def heads(db: Connection) -> tuple[OwnRequest, ...]:
        queued = db.rows(outbox.OWN + "WHERE state IN ('listo', 'subiendo', 'enviando', 'espera_red', 'espera_sesion')"
                         " ORDER BY place")  # fmt: skip
        newest = {own.content.section: own for own in map(outbox.own_from, queued)}
        return tuple(newest.values())

    return patch("storage.outbox._heads", heads)


@planted("the bytes that came before a cut are not kept")
def bytes_lost_at_a_cut() -> AbstractContextManager[Any]:
    from sync.pdf_sink import PdfSink

    return patch.object(PdfSink, "flush", _only_when_full(PdfSink.flush))


def _only_when_full(real: Any) -> Any:
    def flush(self: Any) -> None:
        if len(self._waiting) >= 1500 or self._pdf.received + len(self._waiting) == self._pdf.size:
            real(self)

    return flush


@planted("a verified PDF is also left in a file that anybody can read")
def plain_copy() -> AbstractContextManager[Any]:
    from storage import pdfs

    real = pdfs.finish_pdf

    def finish_pdf(db: Connection, sha256: str) -> bool:
        done = real(db, sha256)
        (db.path.parent / "cache.db-journal").write_bytes(pdfs.pdf_bytes(db, sha256) or b"")
        return done

    return patch("storage.cache.finish_pdf", finish_pdf)


@planted("renewed tokens are not written down")
def tokens_not_kept() -> AbstractContextManager[Any]:
    return patch("storage.cache.store_session", lambda _db, _session: None)


@planted("an expediente counts as sent before it was")
def expediente_lost() -> AbstractContextManager[Any]:
    from sync.outgoing import Outgoing

    real = Outgoing._send

    def send(self: Any, errand: Any, token: str) -> Any:
        if errand.task == "expediente":
            outbox.expediente_sent(self._box, drafts.own_request(self._box, errand.uuid))
        return real(self, errand, token)

    return patch.object(Outgoing, "_send", send)


@planted("what was told about a full disk is swallowed while a PDF comes")
def full_disk_swallowed() -> AbstractContextManager[Any]:
    real = cache.append_pdf

    def append_pdf(db: Connection, sha256: str, offset: int, data: bytes) -> None:
        with suppress(DiskFullError):
            real(db, sha256, offset, data)

    stack = ExitStack()
    stack.enter_context(patch("storage.cache.append_pdf", append_pdf))
    return stack


@planted("what the office forgot when it put a copy back is never noticed")
def forgotten_not_noticed() -> AbstractContextManager[Any]:
    return patch("sync.noting.recall", lambda _box, _cache, _at: Recalled())


@planted("a walk that is under way counts as proof that the office forgot")
def forgotten_amid_a_walk() -> AbstractContextManager[Any]:
    return patch("storage.forgotten._EPOCH_AT_REST", "SELECT epoch FROM sync_mark WHERE epoch IS NOT NULL")


@planted("an office that does not know a request any more is believed to have acknowledged it")
def refusal_is_memory() -> AbstractContextManager[Any]:
    from sync import noting

    real = noting._give_up

    def give_up(box: Connection, errand: Any, code: str, how: Any) -> None:
        real(box, errand, code, how)
        with transaction(box):
            note_acknowledged(box, errand.uuid, how.epoch)

    return patch("sync.noting._give_up", give_up)


@planted("a forgotten request goes again, but without what came to it later")
def forgotten_expediente() -> AbstractContextManager[Any]:
    again = forgotten._AGAIN.replace("expediente_waits = expediente IS NOT NULL", "expediente_waits = 0")
    return patch("storage.forgotten._AGAIN", again)


@planted("a forgotten cancellation stays forgotten")
def forgotten_cancellation() -> AbstractContextManager[Any]:
    return patch("storage.forgotten._is_said_again", lambda _db, _own, _fact, _at: False)
