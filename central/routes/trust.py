"""The trust list over HTTP: whose keys seal documents. An offline root signed it: anybody may have it from anybody."""

from typing import Annotated

from fastapi import APIRouter, Header, Response

from central.describing import header, refusals
from central.desk import Desk
from central.pages import names_etag

MEDIA_TYPE = "application/cose"
_HEADERS = header("ETag", 'strong: "version"; a version never changes')


class CoseResponse(Response):
    """One COSE object (RFC 9052)."""

    media_type = MEDIA_TYPE


def make_router(desk: Desk) -> APIRouter:
    """`GET /v1/trust-list`: no authorization, no database."""
    router = APIRouter()

    @router.get(
        "/v1/trust-list",
        name="trust_list",
        response_class=CoseResponse,
        responses={
            200: {
                "description": "The list, as its root signed it.",
                "headers": _HEADERS,
                "content": {MEDIA_TYPE: {"schema": {"type": "string", "contentMediaType": MEDIA_TYPE}}},
            },
            304: {"description": "The version asked about is the one in force.", "headers": _HEADERS},
            **refusals("invalid-request"),
        },
    )
    async def trust_list(
        if_none_match: Annotated[str | None, Header(description="The version that is held.")] = None,
    ) -> Response:
        """The trust list in force."""
        published = desk.settings.trust_list
        headers = {"ETag": f'"{published.version}"', "Cache-Control": "no-cache"}
        if names_etag(if_none_match, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        return CoseResponse(published.file, headers=headers)

    return router
