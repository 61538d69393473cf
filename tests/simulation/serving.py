"""Central's real application, called in this thread: bytes of a request in, an answer out. No socket, no loop.

Every `await` of the application is of a kind that never suspends here: what it would hand to a thread runs at once.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Any
from unittest.mock import patch
from urllib.parse import unquote

from starlette.types import ASGIApp, Message

from tests.simulation.clocks import Time

REASONS = {200: "OK", 201: "Created", 204: "No Content", 206: "Partial Content", 304: "Not Modified"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came over the line."""

    method: str
    target: str  # path and query
    headers: tuple[tuple[bytes, bytes], ...]  # names in lower case
    body: bytes
    announced: int  # bytes of the body that were promised

    @property
    def path(self) -> str:
        """Without the query."""
        return self.target.partition("?")[0]

    @property
    def is_whole(self) -> bool:
        """Whether all of the body came."""
        return len(self.body) >= self.announced

    def header(self, name: bytes) -> str | None:
        """The value of a header, or None."""
        return next((value.decode("latin-1") for key, value in self.headers if key == name), None)

    def without(self, name: bytes) -> "Asked":
        """The same, a header missing."""
        kept = tuple(pair for pair in self.headers if pair[0] != name)
        return Asked(self.method, self.target, kept, self.body, self.announced)


@dataclass(frozen=True, slots=True)
class Answer:
    """One whole answer."""

    status: int
    headers: tuple[tuple[str, str], ...]  # names in lower case
    body: bytes

    def header(self, name: str) -> str:
        """The value of a header, or nothing."""
        return next((value for key, value in self.headers if key == name), "")

    def without(self, name: str) -> "Answer":
        """The same, a header missing."""
        return Answer(self.status, tuple(pair for pair in self.headers if pair[0] != name), self.body)

    def having(self, name: str, value: str) -> "Answer":
        """The same, a header set."""
        return Answer(self.status, (*self.without(name).headers, (name, value)), self.body)

    def bodied(self, body: bytes) -> "Answer":
        """The same with another body and its length."""
        return Answer(self.status, (*self.without("content-length").headers, ("content-length", str(len(body)))), body)

    def bytes(self) -> bytes:
        """As it goes over the line."""
        lines = [f"HTTP/1.1 {self.status} {REASONS.get(self.status, 'Whatever')}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        return "\r\n".join([*lines, "", ""]).encode("latin-1") + self.body


def read_request(data: bytes) -> Asked | None:
    """The request in these bytes; None when not even its head is whole."""
    head, found, body = data.partition(b"\r\n\r\n")
    if not found:
        return None
    first, *lines = head.split(b"\r\n")
    method, target, _ = first.decode("latin-1").split(" ", 2)
    pairs = tuple((name.strip().lower(), value.strip()) for name, _, value in (line.partition(b":") for line in lines))
    announced = int(dict(pairs).get(b"content-length", b"0"))
    return Asked(method, target, pairs, body, announced)


def serve(app: ASGIApp, asked: Asked, time: Time) -> Answer | None:
    """The application's answer; None when the client is gone before the end of its body and nothing was said."""
    path, _, query = asked.target.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.4"}, "http_version": "1.1",
        "method": asked.method, "scheme": "http", "path": unquote(path), "raw_path": path.encode(),
        "query_string": query.encode(), "root_path": "", "headers": list(asked.headers),
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 2),
    }  # fmt: skip
    came = iter(({"type": "http.request", "body": asked.body, "more_body": not asked.is_whole},))
    sent: list[Message] = []

    async def receive() -> Message:
        return next(came, {"type": "http.disconnect"})

    async def send(message: Message) -> None:
        sent.append(message)

    _finish(app(scope, receive, send))
    return _answer(sent, time) if sent else None


def _answer(sent: list[Message], time: Time) -> Answer:
    headers = tuple((name.decode().lower(), value.decode()) for name, value in sent[0]["headers"])
    body = b"".join(message.get("body", b"") for message in sent[1:])
    date = format_datetime(time.true.replace(microsecond=0), usegmt=True)
    return Answer(sent[0]["status"], (("date", date), *headers), body)


def _finish(work: Any) -> None:
    """Run to the end what never has to wait."""
    try:
        work.send(None)
    except StopIteration:
        return
    raise AssertionError("the application waited for something that is not simulated")


async def _at_once(work: Any, *arguments: Any, **named: Any) -> Any:
    return work(*arguments, **named)


async def _in_turn(items: Iterator[Any]) -> AsyncIterator[Any]:
    for item in items:
        yield item


@contextmanager
def no_threads() -> Iterator[None]:
    """What the application would hand to threads is done at once."""
    places = ("fastapi.routing", "fastapi.dependencies.utils", "central.receiving", "central.arrivals")
    with ExitStack() as stack:
        for place in places:
            stack.enter_context(patch(f"{place}.run_in_threadpool", _at_once))
        stack.enter_context(patch("starlette.responses.iterate_in_threadpool", _in_turn))
        yield
