"""Files for requests: tus 1.0, creation and core, keyed by the person and the file's SHA-256."""

import base64
import binascii
import re
from typing import Annotated

from fastapi import APIRouter, Header, Path, Request, Response

from central.arrivals import Arrivals
from central.describing import header, refusals
from central.desk import Bearer, Desk
from central.problems import Problem
from central.receiving import Receiving

TUS = "1.0.0"
DIGEST = r"^[0-9a-f]{64}$"
MEDIA_TYPE = "application/offset+octet-stream"
Digest = Annotated[str, Path(pattern=DIGEST, description="64 lower-case hex digits")]
Resumable = Annotated[str | None, Header(description=TUS)]
_OFFSET = header("Upload-Offset", "bytes that are here")
_SESSION = ("token-expired", "session-ended", "invalid-request")


def make_router(desk: Desk) -> APIRouter:
    """`POST /v1/uploads`; `HEAD` and `PATCH /v1/uploads/{sha256}`."""
    router = APIRouter()
    receiving = Receiving(desk.settings, desk.store, desk.now)
    _add_creation(router, desk, receiving)
    _add_asking(router, desk, receiving)
    _add_sending(router, desk, receiving)
    return router


def _add_creation(router: APIRouter, desk: Desk, receiving: Receiving) -> None:
    headers = _OFFSET | header("Location", "/v1/uploads/{sha256}") | header("Tus-Resumable", TUS)

    @router.post(
        "/v1/uploads",
        name="upload_create",
        status_code=201,
        response_class=Response,
        responses={
            201: {"description": "Expected.", "headers": headers},
            200: {"description": "Known: go on from the offset.", "headers": _OFFSET | header("Tus-Resumable", TUS)},
            **refusals(*_SESSION, "too-large", "quota-exceeded"),
        },
    )
    def upload_create(
        bearer: Bearer,
        upload_length: Annotated[int, Header(ge=1, description="bytes")],
        upload_metadata: Annotated[str, Header(max_length=4096, description="sha256 and the base64 of its hex")],
        tus_resumable: Resumable = None,
    ) -> Response:
        """Begin a file, or find out how far it is."""
        feed = desk.whose(bearer)
        _require_tus(tus_resumable)
        sha256 = _named_digest(upload_metadata)
        kept, is_new = receiving.begin(feed, sha256, upload_length)
        if not is_new:  # whoever asks again knows where it is; on a line that breaks every header is paid each time
            return Response(status_code=200, headers=_tus(kept.received))
        return Response(status_code=201, headers=_tus(kept.received) | {"Location": f"/v1/uploads/{sha256}"})


def _add_asking(router: APIRouter, desk: Desk, receiving: Receiving) -> None:
    @router.head(
        "/v1/uploads/{sha256}",
        name="upload_head",
        response_class=Response,
        responses={
            200: {"description": "How far it is.", "headers": _OFFSET | header("Upload-Length", "bytes")},
            **refusals(*_SESSION, "not-found"),
        },
    )
    def upload_head(bearer: Bearer, sha256: Digest, tus_resumable: Resumable = None) -> Response:
        """Where to go on."""
        feed = desk.whose(bearer)
        _require_tus(tus_resumable)
        kept = receiving.find(feed, sha256)
        return Response(headers=_tus(kept.received) | {"Upload-Length": str(kept.length)})


def _add_sending(router: APIRouter, desk: Desk, receiving: Receiving) -> None:
    @router.patch(
        "/v1/uploads/{sha256}",
        name="upload_patch",
        status_code=204,
        response_class=Response,
        responses={
            204: {"description": "Kept.", "headers": _OFFSET},
            **refusals(*_SESSION, "not-found", "wrong-offset", "too-large", "wrong-digest", "not-a-pdf"),
        },
        openapi_extra={
            "requestBody": {"content": {MEDIA_TYPE: {"schema": {"type": "string", "contentMediaType": MEDIA_TYPE}}}}
        },
    )
    async def upload_patch(
        request: Request,
        bearer: Bearer,
        sha256: Digest,
        upload_offset: Annotated[int, Header(ge=0, description="bytes that are there already")],
        content_type: Annotated[str, Header(description=MEDIA_TYPE)] = "",
        content_length: Annotated[int, Header(ge=0, description="bytes")] = 0,
        tus_resumable: Resumable = None,
    ) -> Response:
        """More of a file. Every byte that arrives is kept, also when the connection breaks."""
        _require_tus(tus_resumable)
        if content_type != MEDIA_TYPE:
            raise Problem("invalid-request")
        feed = await receiving.aside(desk.whose, bearer)
        kept = await receiving.aside(receiving.expect, feed, sha256, upload_offset)
        room = kept.length - kept.received
        if content_length > room:
            raise Problem("too-large")
        arrivals = Arrivals(upload_offset, room, receiving.keeper(feed, sha256))
        with receiving.listed(feed, sha256, arrivals):
            await arrivals.receive(request)
        reached = await receiving.aside(receiving.settle, feed, sha256, arrivals)
        return Response(status_code=204, headers=_tus(reached))


def _tus(offset: int) -> dict[str, str]:
    return {"Tus-Resumable": TUS, "Upload-Offset": str(offset), "Cache-Control": "no-store"}


def _require_tus(version: str | None) -> None:
    if version != TUS:
        raise Problem("invalid-request")


def _named_digest(metadata: str) -> str:
    """The SHA-256 in tus' metadata: pairs of a key and base64, between commas."""
    pairs = (pair.strip().partition(" ") for pair in metadata.split(","))
    coded = next((value for key, _, value in pairs if key == "sha256"), "")
    try:
        sha256 = base64.b64decode(coded, validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError) as error:
        raise Problem("invalid-request") from error
    if not re.fullmatch(DIGEST, sha256):
        raise Problem("invalid-request")
    return sha256
