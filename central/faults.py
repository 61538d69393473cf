"""Named faults for tests and demonstrations: what captive portals, proxies, bad lines and tired servers do to answers.

Off unless a `Faults` is handed to `create_app`. A fault is put in the queue of a route (the names below) and spoils
that route's next answer; "any" is the queue of all routes, looked at second. Most faults replace the answer and the
call never happens; those that spoil a real answer let the call happen first (say so below).

Routes: health, captcha, sign_in, refresh, sign_out, reset_request, reset, sync, blob, trust_list, legajo_catalogue,
request, cancellation, expediente, upload_create, upload_head, upload_patch, office_search, office_request, office_blob,
decision, office_sync, office_reasons, office_looks, office_papers, office_roles,
office_role_change.
"""

import asyncio
import re
import threading
from collections import deque
from collections.abc import Awaitable, Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from central.answers import API_HEADER, API_VERSION
from central.line import Answer, Line, SeenRequest
from central.problems import Problem, problem_of_status, write_problem

_ROUTES = (
    ("health", re.compile(r"GET /v1/health")),
    ("captcha", re.compile(r"POST /v1/captchas")),
    ("sign_in", re.compile(r"POST /v1/sessions")),
    ("refresh", re.compile(r"POST /v1/sessions/refresh")),
    ("sign_out", re.compile(r"DELETE /v1/sessions/current")),
    ("reset_request", re.compile(r"POST /v1/password-resets")),
    ("reset", re.compile(r"POST /v1/password-resets/[^/]+")),
    ("sync", re.compile(r"(GET|POST) /v1/sync")),
    ("blob", re.compile(r"GET /v1/blobs/[^/]+")),
    ("bundle", re.compile(r"GET /v1/bundles/[^/]+")),
    ("trust_list", re.compile(r"GET /v1/trust-list")),
    ("legajo_catalogue", re.compile(r"GET /v1/legajo-catalogue")),
    ("request", re.compile(r"PUT /v1/requests/[^/]+")),
    ("cancellation", re.compile(r"PUT /v1/requests/[^/]+/cancellation")),
    ("expediente", re.compile(r"PUT /v1/requests/[^/]+/expediente")),
    ("upload_create", re.compile(r"POST /v1/uploads")),
    ("upload_head", re.compile(r"HEAD /v1/uploads/[^/]+")),
    ("upload_patch", re.compile(r"PATCH /v1/uploads/[^/]+")),
    ("office_search", re.compile(r"POST /v1/office/searches")),
    ("office_request", re.compile(r"GET /v1/office/requests/[^/]+")),
    ("office_blob", re.compile(r"GET /v1/office/blobs/[^/]+")),
    ("stick_keys", re.compile(r"GET /v1/stick-keys")),
    ("devices", re.compile(r"GET /v1/devices")),
    ("device", re.compile(r"PUT /v1/devices/[^/]+")),
    ("device_revoke", re.compile(r"DELETE /v1/devices/[^/]+")),
    ("office_devices", re.compile(r"POST /v1/office/devices/searches")),
    ("office_pair", re.compile(r"PUT /v1/office/devices/[^/]+")),
    ("office_revoke", re.compile(r"DELETE /v1/office/devices/[^/]+")),
    ("office_packet", re.compile(r"POST /v1/office/packets")),
    ("office_opening", re.compile(r"POST /v1/office/openings")),
    ("office_arrival", re.compile(r"POST /v1/office/arrivals")),
    ("office_arrival_piece", re.compile(r"PATCH /v1/office/arrivals/[^/]+")),
    ("arrival", re.compile(r"POST /v1/arrivals")),
    ("arrival_piece", re.compile(r"PATCH /v1/arrivals/[^/]+")),
    ("office_sync", re.compile(r"GET /v1/office/sync")),
    ("office_reasons", re.compile(r"GET /v1/office/reasons")),
    ("office_looks", re.compile(r"POST /v1/office/looks")),
    ("office_papers", re.compile(r"POST /v1/office/papers")),
    ("office_roles", re.compile(r"GET /v1/office/roles")),
    ("office_counts", re.compile(r"GET /v1/office/counts")),
    ("office_role_change", re.compile(r"POST /v1/office/roles")),
    ("decision", re.compile(r"PUT /v1/office/requests/[^/]+/decisions/[^/]+")),
)
ANY = "any"


Fault = Callable[[Line], Awaitable[None]]


class Faults:
    """Queues of faults, and the requests that came. Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queues: dict[str, deque[Fault]] = {}
        self._seen: list[SeenRequest] = []

    def add(self, route: str, *faults: Fault, times: int = 1) -> None:
        """Queue faults for the next answers of a route ("any" for all), in this order, so many times over."""
        if route != ANY and route not in {name for name, _ in _ROUTES}:
            raise ValueError(f"{route!r} is not a route")
        with self._lock:
            self._queues.setdefault(route, deque()).extend(faults * times)

    def clear(self) -> None:
        """No more faults. What came stays listed."""
        with self._lock:
            self._queues.clear()

    def forget(self) -> None:
        """Empty the list of requests."""
        with self._lock:
            self._seen.clear()

    @property
    def waiting(self) -> int:
        """Faults that have not happened yet."""
        with self._lock:
            return sum(map(len, self._queues.values()))

    @property
    def requests(self) -> tuple[SeenRequest, ...]:
        """All that came, in the order they came."""
        with self._lock:
            return tuple(self._seen)

    def of(self, route: str) -> tuple[SeenRequest, ...]:
        """The requests of one route."""
        return tuple(seen for seen in self.requests if seen.route == route)

    def meet(self, seen: SeenRequest) -> Fault | None:
        """List a request; the fault that awaits it, if any."""
        with self._lock:
            self._seen.append(seen)
            for queue in (self._queues.get(seen.route), self._queues.get(ANY)):
                if queue:
                    return queue.popleft()
        return None


class FaultyLine:
    """The ASGI middleware."""

    def __init__(self, app: ASGIApp, faults: Faults) -> None:
        self._app = app
        self._faults = faults

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one call, spoiled or not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        call = f"{scope['method']} {scope['path']}"
        route = next((name for name, pattern in _ROUTES if pattern.fullmatch(call)), "other")
        range_ = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"range"), None)
        seen = SeenRequest(route, scope["method"], scope["path"], range_)
        fault = self._faults.meet(seen)
        line = Line(self._app, scope, receive, send, seen)
        await (line.pass_on() if fault is None else fault(line))


async def passes(line: Line) -> None:
    """No fault: leaves this one answer alone."""
    await line.pass_on()


async def html_portal(line: Line) -> None:
    """A captive portal: 200 and a page to sign in with."""
    await line.give(_page(200, "<h1>WiFi Plaza</h1><p>Acepte las condiciones para navegar.</p>"))


async def redirect_portal(line: Line) -> None:
    """A captive portal: elsewhere."""
    await line.give(Answer(302, ((b"location", b"http://portal.invalid/"), (b"content-length", b"0")), b""))


async def plain_500_html(line: Line) -> None:
    """A proxy's own page of sorrow."""
    await line.give(_page(500, "<h1>500 Internal Server Error</h1>"))


async def empty_json(line: Line) -> None:
    """An object of ours with nothing in it."""
    headers = ((b"content-type", b"application/json"), (API_HEADER.lower().encode(), API_VERSION.encode()))
    await line.give(Answer(200, headers, b"").having(b"{}"))


async def missing_api_header(line: Line) -> None:
    """The real answer, without our header."""
    await line.give((await line.ask()).without(API_HEADER))


async def wrong_content_type(line: Line) -> None:
    """The real answer under another media type."""
    answer = (await line.ask()).without("content-type")
    await line.give(Answer(answer.status, (*answer.headers, (b"content-type", b"text/plain")), answer.body))


async def wrong_length(line: Line) -> None:
    """The real answer, its last bytes missing and its Content-Length saying that this is all."""
    answer = await line.ask()
    await line.give(answer.having(answer.body[: max(0, len(answer.body) - 7)]))


async def wrong_digest(line: Line) -> None:
    """The real answer, one bit in the middle turned."""
    answer = await line.ask()
    body = bytearray(answer.body)
    if body:
        body[len(body) // 2] ^= 1
    await line.give(answer.having(bytes(body)))


async def corrupt_gzip(line: Line) -> None:
    """The real answer, said to be gzip and not."""
    answer = (await line.ask()).without("content-encoding")
    broken = Answer(answer.status, (*answer.headers, (b"content-encoding", b"gzip")), b"")
    await line.give(broken.having(b"\x1f\x8b\x08\x00" + b"\x00" * 6 + b"\xff" * 40))


async def ignored_range(line: Line) -> None:
    """A proxy that strips Range: the whole document, 200."""
    line.forget_header(b"range")
    await line.pass_on()


async def dropped_request(line: Line) -> None:
    """The connection closes before the call happens."""
    await line.hang_up()


async def lost_answer(line: Line) -> None:
    """The call happens; of its answer nothing arrives."""
    await line.ask()
    await line.hang_up()


def cut_body_after(count: int) -> Fault:
    """The real answer up to so many bytes of its body; then the connection closes."""

    async def cut(line: Line) -> None:
        answer = await line.ask()
        await line.begin(answer)
        await line.piece(answer.body[:count], more=True)
        # Returning from here with the body unfinished makes the server flush and close.

    return cut


def cut_request_after(count: int) -> Fault:
    """The call gets so many bytes of what the client sends; then the connection closes. No answer."""

    async def cut(line: Line) -> None:
        await line.pass_on_until(count)

    return cut


def status(code: int, *, retry_after: int | str | None = None, problem: str | None = None) -> Fault:
    """A problem document of ours with this status; `problem` names its code."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    made = Problem(problem, headers=headers, status=code) if problem else problem_of_status(code, headers)

    async def refuse(line: Line) -> None:
        answer = write_problem(made)
        head = (*answer.raw_headers, (API_HEADER.lower().encode(), API_VERSION.encode()))
        await line.give(Answer(code, tuple(head), bytes(answer.body)))

    return refuse


def slow(gate: threading.Event | None = None, *, piece: int = 512, pause: float = 0.002) -> Fault:
    """The real answer in small pieces. With a gate, all but the first piece waits until it opens."""

    async def trickle(line: Line) -> None:
        answer = await line.ask()
        await line.begin(answer)
        for start in range(0, len(answer.body), piece):
            if start and gate is not None and not await line.wait(gate):
                return
            await line.piece(answer.body[start : start + piece], more=True)
            await asyncio.sleep(min(pause, 0.05))
        await line.piece(b"", more=False)

    return trickle


def _page(code: int, words: str) -> Answer:
    body = f"<!doctype html><html><body>{words}</body></html>".encode()
    return Answer(code, ((b"content-type", b"text/html; charset=utf-8"),), b"").having(body)
