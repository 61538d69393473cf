"""What every answer has in common, as one ASGI middleware around the API.

`Chasqui-Api: 1` on all of them, `Cache-Control: no-store` unless the call says otherwise, gzip for JSON that is worth
it, a problem document instead of whatever nobody foresaw, and no request body beyond what the calls need.
"""

import gzip
import logging

from sqlalchemy.exc import OperationalError, TimeoutError  # noqa: A004 -- the pool's, not the system's
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central.problems import Problem, write_problem

API_HEADER, API_VERSION = "Chasqui-Api", "1"
WORTH_GZIP = 500  # bytes
BUSY_SECONDS = "5"  # when the database does not let us in
LONGEST_REQUEST = 64 * 1024  # bytes
LONGER = {  # fields and documents of a legajo; names of PDFs that are missing; a piece of a packet
    ("PUT", "/v1/requests/"): 256 * 1024,
    ("POST", "/v1/sync"): 320 * 1024,
    ("PUT", "/v1/devices/"): 192 * 1024,
    ("PATCH", "/v1/office/arrivals/"): 512 * 1024,
}
UPLOADS = ("PATCH", "/v1/uploads/")  # bytes of files: the call itself knows how many may come
log = logging.getLogger("central")


class Answers:
    """The middleware."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one call."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(send, takes_gzip=takes_gzip(Headers(scope=scope).get("accept-encoding", "")))
        try:
            await self._app(scope, _limited(receive, _most(scope)), answer.send)
        except Exception as error:  # noqa: BLE001 -- the last door: nothing may leave as a stack or a bare 500
            await self._excuse(error, scope, receive, answer)

    async def _excuse(self, error: Exception, scope: Scope, receive: Receive, answer: "_Answer") -> None:
        if answer.started:
            raise error  # too late for a document: the server cuts the connection, the length tells the client
        if not isinstance(error, Problem):
            log.error("%s %s failed", scope["method"], scope["path"], exc_info=error)
            crowded = isinstance(error, (OperationalError, TimeoutError))
            error = Problem("busy", headers={"Retry-After": BUSY_SECONDS}) if crowded else Problem("internal")
        await write_problem(error)(scope, receive, answer.send)


class _Answer:
    """One answer on its way out. JSON comes whole from its call, so its head waits for its body."""

    def __init__(self, send: Send, *, takes_gzip: bool) -> None:
        self._send = send
        self._takes_gzip = takes_gzip
        self._waiting: Message | None = None
        self.started = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers[API_HEADER] = API_VERSION
            if message["status"] != 204:  # there is nothing in it to be kept
                headers.setdefault("Cache-Control", "no-store")
            if headers.get("content-type", "").partition(";")[0] in {"application/json", "application/problem+json"}:
                headers.add_vary_header("Accept-Encoding")
                self._waiting = message
                return
        elif self._waiting is not None:
            message = await self._send_head(message)
        self.started = True
        await self._send(message)

    async def _send_head(self, body: Message) -> Message:
        head, self._waiting = self._waiting, None
        content = body.get("body", b"")
        if head is None:
            return body
        if self._takes_gzip and len(content) > WORTH_GZIP and not body.get("more_body", False):
            content = gzip.compress(content, 6, mtime=0)
            headers = MutableHeaders(scope=head)
            headers["Content-Encoding"] = "gzip"
            headers["Content-Length"] = str(len(content))
        self.started = True
        await self._send(head)
        return {**body, "body": content}


def takes_gzip(accept_encoding: str) -> bool:
    """Whether a client's Accept-Encoding allows gzip."""
    for offer in accept_encoding.lower().split(","):
        coding, _, weight = offer.partition(";")
        if coding.strip() in {"gzip", "*"}:
            return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


def _most(scope: Scope) -> int | None:
    """Bytes that a body may have; None: the call sees to it."""
    method, path = scope["method"], scope["path"]
    call = method, path[: path.rfind("/") + 1]
    return None if call == UPLOADS else LONGER.get(call, LONGER.get((method, path), LONGEST_REQUEST))


def _limited(receive: Receive, most: int | None) -> Receive:
    if most is None:
        return receive
    received = 0

    async def limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > most:
            raise Problem("invalid-request")
        return message

    return limited
