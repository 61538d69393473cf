"""Pages of the feed into the cache, and what comes with them: a bundle's name, small PDFs, the fate of a wish.

At rest one loop (`POST /v1/sync`) asks for news, takes small PDFs along and hands in what is to be said; a walk asks
page by page (`GET`). An office that knows no loop is asked the old way for the rest of the exchange.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

from storage import cache
from storage.connection import Connection
from storage.dictionaries import LARGEST, Dictionary, dictionaries_held, dictionary
from storage.errors import BugError
from storage.pdfs import missing_size
from storage.request_records import OfficeRequest, OwnRequest
from sync import applying
from sync.client import CentralClient
from sync.clock import Clock
from sync.errors import RefusedError, UnpackError
from sync.legajo_wire import expediente_body, read_answer, request_body
from sync.loop import UNKNOWN_CALL, USUAL_ROOM, Answer, Ask, Command, CommandKind, WireInline, ask_loop
from sync.packed import unpack_thin, unpack_whole
from sync.published import Published
from sync.requests import CANCEL, EXPEDIENTE, PUT, read_cancelled

INLINE = USUAL_ROOM  # bytes of small PDFs inside an answer
POSTS = 3  # whose newest payslip is named as dictionary


@dataclass(frozen=True, slots=True)
class Stored:
    """What pages brought."""

    facts: int = 0


class Pages:
    """The pages of one exchange, and the wishes that travel with them (`sync.outgoing.Together`)."""

    def __init__(
        self, db: Connection, client: CentralClient, clock: Clock, published: Published, watch: "Watch"
    ) -> None:
        self._db = db
        self._client = client
        self._clock = clock
        self._published = published
        self._watch = watch
        self._loops = True
        self._waiting: Stored | None = None  # came with wishes, and nobody has asked for it yet
        self._whole = True  # nothing was sent after it
        self.handed_in = 0  # wishes that travelled with a page
        self.rebuild = False  # the last page told that what is here is not what the office has

    def ask(self, token: str, since: str | None, etag: str | None, *, inline: bool) -> Stored | None:
        """The page after `since`, on disk; None when nothing changed. Raises SyncError.

        What came with a wish is part of it: it began at `since` too.
        """
        before, self._waiting = self._waiting, None
        self.rebuild = self.rebuild and before is not None
        if before is not None:
            if self._whole:
                return before
            since, etag = cache.sync_mark(self._db).cursor, None
        answer = self._asked(token, Ask(since=since, etag=etag, **self._room(inline)))
        if answer is None:
            return None
        return _sum(before, self._store(answer))

    def sent_apart(self) -> None:
        """A wish went by its own call: its fact is not in what has come."""
        self._whole = False

    def hand_in(self, token: str, kind: CommandKind, own: OwnRequest) -> OfficeRequest | None:
        """A wish, together with asking for its fact. None: by its own call."""
        answer = self._handed(token, _command(kind, own))
        if answer is None:
            return None
        return read_cancelled(answer, own.uuid) if kind == "cancellation" else read_answer(answer, own.uuid)

    def _handed(self, token: str, command: Command) -> bytes | None:
        """What the office answers the command, when its page is on disk. None: hand it in by its own call.

        Only from a resting point: a walk's page is long, and a wish must not hang on it.
        """
        mark = cache.sync_mark(self._db)
        if not self._loops or mark.cursor is None or mark.more:
            return None
        try:
            answer = ask_loop(self._client, token, Ask(since=mark.cursor, command=command))
        except RefusedError:  # of the loop, not of the wish
            self._loops = False
            return None
        if answer is None:
            return None
        self._waiting, self._whole = _sum(self._waiting, self._store(answer)), True
        self.handed_in += 1
        if answer.refusal is not None:
            raise answer.refusal
        return answer.result

    def _asked(self, token: str, ask: Ask) -> Answer | None:
        if self._loops and ask.since is not None and not cache.sync_mark(self._db).more:
            try:
                return ask_loop(self._client, token, ask)
            except RefusedError as error:
                if error.problem.code not in UNKNOWN_CALL:
                    raise
                self._loops = False
        page = self._client.ask_page(token, ask.since, ask.etag)
        return None if page is None else Answer(page, ())

    def _room(self, inline: bool) -> dict[str, Any]:
        return {"inline": INLINE, "have": dictionaries_held(self._db, POSTS)} if inline else {}

    def _store(self, answer: Answer) -> Stored:
        applied = applying.apply(self._db, [answer.page], self._unpacked(answer.inline))
        for sha256, size in applied.pdfs:
            self._watch.pdf_held(sha256, size)
        self.rebuild = applying.differs(self._db, answer.page.page, self._clock.now()) or self.rebuild
        self._watch.page_stored(applied.facts)
        return Stored(applied.facts)

    def _unpacked(self, packed: Iterable[WireInline]) -> Iterator[tuple[str, bytes]]:
        """PDFs that came along. One that is no use is no trouble: it comes by its own call."""
        for pdf in packed:
            size = missing_size(self._db, pdf.sha256)
            if size is None or size > LARGEST:
                continue
            held = dictionary(self._db, pdf.dictionary) if pdf.dictionary else None
            with suppress(UnpackError):
                yield pdf.sha256, _content(pdf, held, size)


class Watch(Protocol):
    """Who wants to know what came."""

    def page_stored(self, facts: int) -> None:
        """A page is on disk, and what came with it."""
        ...

    def pdf_held(self, sha256: str, size: int) -> None:
        """A PDF that came along is held."""
        ...


def _content(pdf: WireInline, held: Dictionary | None, size: int) -> bytes:
    match pdf.coding:
        case "identity":
            return pdf.content
        case "thin":
            return unpack_thin(pdf.content, held, size)
    return unpack_whole(pdf.content, pdf.coding, held, size)


def _command(kind: CommandKind, own: OwnRequest) -> Command:
    match kind:
        case "request":
            return Command(kind, own.uuid, request_body(own.content), PUT)
        case "expediente" if own.expediente is not None:
            return Command(kind, own.uuid, expediente_body(own.expediente), EXPEDIENTE)
        case "cancellation":
            return Command(kind, own.uuid, b"{}", CANCEL)
    raise BugError("an expediente that is none")


def _sum(before: Stored | None, after: Stored) -> Stored:
    if before is None:
        return after
    return Stored(before.facts + after.facts)
