"""POST /v1/sync over the wire: one write-read loop. What it says, what it answers; stores nothing.

A command's result is judged as the answer of its own call would be (`sync.requests`): the same statuses, the same
shapes, the same errors.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from sync.client import CentralClient
from sync.core.gate import LONGEST_PAGE, Expected
from sync.errors import BusyError, InterferenceError, ServerTroubleError, SyncError, error_of
from sync.shapes import read
from sync.wire import ReadPage, read_page, read_problem

LONGEST = LONGEST_PAGE + 1_000_000  # bytes, decompressed: a page, results and small PDFs
USUAL_ROOM = 16 * 1024  # bytes of packed PDFs: more would hold up what is written
NAMED = 16  # hex digits of a SHA-256 that name one of a person's own PDFs
ANSWER = Expected(statuses=frozenset({200}), refusals=frozenset({401, 404, 405, 422}), longest=LONGEST)
ANSWER_OR_NOTHING = Expected(statuses=frozenset({200, 204}), refusals=ANSWER.refusals, longest=LONGEST)
CommandKind = Literal["request", "cancellation", "expediente"]
UNKNOWN_CALL = frozenset({"not-found", "method-not-allowed"})  # an office of before


@dataclass(frozen=True, slots=True)
class Command:
    """What a call of `sync.requests` would send, and the answers that it allows."""

    kind: CommandKind
    uuid: str
    body: bytes  # JSON
    allowed: Expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One loop."""

    since: str | None
    etag: str | None = None
    command: Command | None = None
    have: tuple[str, ...] = ()  # SHA-256 of PDFs that are held
    inline: int = 0  # bytes of packed PDFs that may come along


class WireInline(Struct):
    """A small PDF inside the answer."""

    sha256: Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
    coding: str
    dictionary: str | None
    content: bytes  # base64 on the wire


class WireResult(Struct):
    """What became of a command; `answer` is read by whoever asked."""

    kind: str
    uuid: str
    status: int
    answer: msgspec.Raw


class WireAlong(Struct):
    """What an answer has beside its page."""

    results: tuple[WireResult, ...] = ()
    inline: tuple[WireInline, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a loop: a page, and the PDFs inside it. `result`: the body of the command's own answer."""

    page: ReadPage
    inline: tuple[WireInline, ...]
    result: bytes = b""
    refusal: SyncError | None = None  # of the command


def ask_loop(client: CentralClient, token: str, ask: Ask) -> Answer | None:
    """One loop; None when nothing changed. RefusedError with a code of `UNKNOWN_CALL`: the office is of before."""
    expected = ANSWER_OR_NOTHING if ask.etag else ANSWER
    reply = client.ask("POST", "/v1/sync", expected, token=token, body=_written(ask))
    if reply.status == 204:
        return None
    page = read_page(reply.body, reply.headers.get("etag", ""))
    along = read(reply.body, WireAlong)
    if ask.command is None:
        return Answer(page, along.inline)
    try:
        return Answer(page, along.inline, _result(ask.command, along.results))
    except SyncError as refusal:
        return Answer(page, along.inline, refusal=refusal)


def _written(ask: Ask) -> bytes:
    members: dict[str, Any] = {"since": ask.since}
    if ask.etag:
        members["etag"] = ask.etag
    if ask.have:
        members["have"] = [name[:NAMED] for name in ask.have]
    if ask.inline != (USUAL_ROOM if ask.have else 0):  # what the office takes it for when it is not said
        members["inline"] = ask.inline
    if ask.command:
        body = msgspec.Raw(ask.command.body)
        members["commands"] = [{"kind": ask.command.kind, "uuid": ask.command.uuid, "body": body}]
    return msgspec.json.encode(members)


def _result(command: Command, results: Sequence[WireResult]) -> bytes:
    """The body of the command's answer. Raises what its own call would."""
    if [(result.kind, result.uuid) for result in results] != [(command.kind, command.uuid)]:
        raise InterferenceError("schema", "results of other commands")
    status, body = results[0].status, bytes(results[0].answer)
    if status in command.allowed.statuses:
        return body
    if status in {429, 503}:
        raise BusyError(status, None)
    if status >= 500:
        raise ServerTroubleError(status)
    if status not in command.allowed.refusals:
        raise InterferenceError("status", str(status))
    raise error_of(read_problem(body, status))
