"""A person's requests over HTTP: file, cancel, say the expediente."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Response

from central.commands import cancel, file, give_expediente
from central.contract_legajo import Expediente, Nothing, RequestAnswer, RequestBody
from central.describing import refusals
from central.desk import Bearer, Desk
from central.legajo.moving import members_of
from central.store.requests import KeptRequest

UUID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
Uuid = Annotated[str, Path(pattern=UUID, description="made by whoever asks")]
_SESSION = ("token-expired", "session-ended", "invalid-request")


def make_router(desk: Desk) -> APIRouter:
    """`PUT /v1/requests/{uuid}`, its `/cancellation` and `/expediente`."""
    router = APIRouter()
    _add_filing(router, desk)

    @router.put(
        "/v1/requests/{uuid}/cancellation",
        name="cancellation",
        response_model=RequestAnswer,
        responses=refusals(*_SESSION, "not-found", "already-decided"),
    )
    def cancellation(bearer: Bearer, uuid: Uuid, _: Annotated[Nothing, Body()]) -> Response:
        """Take the request back. Idempotent."""
        feed = desk.whose(bearer)
        return answer_request(cancel(desk, feed, uuid))

    @router.put(
        "/v1/requests/{uuid}/expediente",
        name="expediente",
        response_model=RequestAnswer,
        responses=refusals(*_SESSION, "not-found", "already-decided"),
    )
    def expediente(bearer: Bearer, uuid: Uuid, wanted: Annotated[Expediente, Body()]) -> Response:
        """What the mesa de partes gave. The last one wins."""
        feed = desk.whose(bearer)
        return answer_request(give_expediente(desk, feed, uuid, wanted))

    return router


def _add_filing(router: APIRouter, desk: Desk) -> None:
    codes = (
        "other-body",
        "missing-attachments",
        "invalid-legajo",
        "record-changed",
        "request-open",
        "already-decided",
    )

    @router.put(
        "/v1/requests/{uuid}",
        name="request",
        status_code=201,
        response_model=RequestAnswer,
        responses={
            200: {"description": "It came before, with this body.", "model": RequestAnswer},
            **refusals(*_SESSION, *codes),
        },
    )
    def request(bearer: Bearer, uuid: Uuid, body: Annotated[RequestBody, Body()]) -> Response:
        """File a request under a uuid; again with the same body: the same request, as it is now."""
        feed = desk.whose(bearer)
        return answer_request(*file(desk, feed, uuid, body))


def answer_request(kept: KeptRequest, status: int = 200) -> Response:
    """The request as JSON."""
    return answer_json({"request": members_of(kept)}, status)


def answer_json(members: dict[str, Any], status: int = 200) -> Response:
    """Compact JSON."""
    text = json.dumps(members, ensure_ascii=False, separators=(",", ":"))
    return Response(text.encode(), status, media_type="application/json")
