"""Packets with wishes that are handed over in pieces: by an office for others, by a person for their own computers."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Body, Header, Path, Request, Response
from fastapi.security import HTTPAuthorizationCredentials
from starlette.concurrency import run_in_threadpool

from central.contract_stick import Arrival, ArrivalBody, ArrivedSoFar
from central.describing import refusals
from central.desk import Bearer, Desk
from central.problems import Problem
from central.routes.requests import answer_json
from central.routes.uploads import MEDIA_TYPE as PIECES
from central.routes.uploads import Digest
from central.stick.arriving import Arriving
from central.stick.seat import StickSeat

_REFUSED = ("token-expired", "session-ended", "invalid-request", "not-yours")


class Way(NamedTuple):
    """Where packets are handed over, and who asks. `own`: what is done must be of a computer of theirs."""

    path: str
    name: str
    who: Callable[[HTTPAuthorizationCredentials | None], str]
    own: bool = False


def make_router(desk: Desk) -> APIRouter:
    """`/v1/arrivals…`: a copy of what was in the queue of a computer that cannot be opened any more."""
    router = APIRouter()
    add_arrivals(router, desk, Way("/v1/arrivals", "arrival", desk.whose, own=True))
    return router


def seat_of(desk: Desk) -> StickSeat:
    """Problem `no-sticks` where there is no key for them."""
    if desk.settings.stick is None:
        raise Problem("no-sticks")
    return desk.settings.stick


def add_arrivals(router: APIRouter, desk: Desk, way: Way) -> None:
    """Both calls."""

    @router.post(
        way.path, name=way.name, response_model=Arrival, responses=refusals(*_REFUSED, "too-large", "no-sticks")
    )
    def arrival(bearer: Bearer, wanted: Annotated[ArrivalBody, Body()]) -> Response:
        """Announce a packet, ask how far it is, or what became of it. The same again: the same answer."""
        feed, arriving = way.who(bearer), Arriving(desk, seat_of(desk), own=way.own)
        received, done = arriving.expect(feed, wanted.sha256, wanted.size)
        if done is None:
            return answer_json({"state": "receiving", "received": received})
        at = datetime.fromtimestamp(done.at, UTC).isoformat(timespec="seconds") if done.at is not None else None
        return answer_json(
            {"state": done.state, "received": received, "packet": done.packet, "device": done.device,
             "commands": done.commands, "at": at}
        )  # fmt: skip

    @router.patch(
        f"{way.path}/{{sha256}}",
        name=f"{way.name}_piece",
        response_model=ArrivedSoFar,
        responses=refusals(*_REFUSED, "not-found", "no-sticks"),
        openapi_extra={
            "requestBody": {"content": {PIECES: {"schema": {"type": "string", "contentMediaType": PIECES}}}}
        },
    )
    async def arrival_piece(
        request: Request,
        bearer: Bearer,
        sha256: Annotated[Digest, Path()],
        upload_offset: Annotated[int, Header(ge=0, description="bytes that are there already")],
    ) -> Response:
        """More of it, 512 KiB at most. How far it is then, which tells whether these bytes followed what was there."""
        feed = await run_in_threadpool(way.who, bearer)
        arriving = Arriving(desk, seat_of(desk), own=way.own)
        content = await request.body()
        reached = await run_in_threadpool(arriving.keep, feed, sha256, upload_offset, content)
        return answer_json({"received": reached})
