"""One exchange over a line that may be bad: what `central.faults` does things to. Not used otherwise."""

import asyncio
import threading
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central.server import HANG_UP


@dataclass(slots=True)
class SeenRequest:
    """One request as it came, and what has gone out for it so far."""

    route: str  # a name from above, or "other"
    method: str
    path: str  # without the query
    range: str | None  # the Range header
    status: int | None = None  # None: nothing was answered
    sent: int = 0  # bytes of the answer's body, as coded on the wire


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    def without(self, *names: str) -> "Answer":
        """The same, some headers missing."""
        gone = {name.lower().encode() for name in names}
        return Answer(self.status, tuple(pair for pair in self.headers if pair[0].lower() not in gone), self.body)

    def having(self, body: bytes) -> "Answer":
        """The same with another body and its length."""
        kept = self.without("content-length").headers
        return Answer(self.status, (*kept, (b"content-length", str(len(body)).encode())), body)


class Line:
    """One exchange in a fault's hands."""

    def __init__(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send, seen: SeenRequest) -> None:
        self._app, self._scope, self._receive, self._send, self._seen = app, scope, receive, send, seen

    async def pass_on(self) -> None:
        """Let the call and its answer through."""
        await self._app(self._scope, self._receive, self.send)

    async def pass_on_until(self, count: int) -> None:
        """Let the call have so many bytes of its body and then find the client gone; when it is over, close.

        Wants a `central.server.Server`.
        """
        left = count

        async def cut() -> Message:
            nonlocal left
            if left <= 0:
                return {"type": "http.disconnect"}
            message = await self._receive()
            body = message.get("body", b"")[:left]
            left -= len(body)
            return {**message, "body": body, "more_body": True} if message["type"] == "http.request" else message

        async def lose(_message: Message) -> None:
            return

        await self._app(self._scope, cut, lose)
        self._scope["extensions"][HANG_UP]()

    async def ask(self) -> Answer:
        """Let the call happen, and hold its answer."""
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        await self._app(self._scope, self._receive, hold)
        head = held[0]
        body = b"".join(message.get("body", b"") for message in held[1:])
        return Answer(head["status"], tuple(head["headers"]), body)

    async def give(self, answer: Answer) -> None:
        """Send an answer whole."""
        await self.begin(answer)
        await self.piece(answer.body, more=False)

    async def begin(self, answer: Answer) -> None:
        """Send status and headers."""
        await self.send({"type": "http.response.start", "status": answer.status, "headers": list(answer.headers)})

    async def piece(self, content: bytes, *, more: bool) -> None:
        """Send some of the body."""
        await self.send({"type": "http.response.body", "body": content, "more_body": more})

    async def send(self, message: Message) -> None:
        """Count, then send: whoever has the bytes finds them counted."""
        if message["type"] == "http.response.start":
            self._seen.status = message["status"]
        else:
            self._seen.sent += len(message.get("body", b""))
        await self._send(message)

    def forget_header(self, name: bytes) -> None:
        """The call never sees this request header (lower case)."""
        headers = [pair for pair in self._scope["headers"] if pair[0] != name]
        self._scope = {**self._scope, "headers": headers}

    async def hang_up(self) -> None:
        """Close the connection; what was not yet sent is lost. Wants a `central.server.Server`."""
        self._scope["extensions"][HANG_UP]()
        while (await self._receive())["type"] != "http.disconnect":
            pass

    async def wait(self, gate: threading.Event) -> bool:
        """Hold on until the gate opens. False when the client went away before."""
        gone = asyncio.ensure_future(self._client_gone())
        try:
            while not gate.is_set() and not gone.done():
                await asyncio.wait({gone}, timeout=0.01)
        finally:
            gone.cancel()
        return gate.is_set()

    async def _client_gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
