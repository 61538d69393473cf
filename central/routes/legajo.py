"""The catalogue of the legajo over HTTP: which sections, forms and choices there are. The same for everybody."""

from typing import Annotated

from fastapi import APIRouter, Header, Response

from central.describing import header, refusals
from central.desk import Bearer, Desk
from central.pages import names_etag

_HEADERS = header("ETag", 'strong: "version"; a version never changes')


def make_router(desk: Desk) -> APIRouter:
    """`GET /v1/legajo-catalogue`."""
    router = APIRouter()

    @router.get(
        "/v1/legajo-catalogue",
        name="legajo_catalogue",
        response_class=Response,
        responses={
            200: {
                "description": "The catalogue in force, as documents.legajo_file reads it.",
                "headers": _HEADERS,
                "content": {"application/json": {"schema": {"type": "object", "additionalProperties": True}}},
            },
            304: {"description": "The version asked about is the one in force.", "headers": _HEADERS},
            **refusals("token-expired", "session-ended", "invalid-request"),
        },
    )
    def legajo_catalogue(
        bearer: Bearer,
        if_none_match: Annotated[str | None, Header(description="The version that is held.")] = None,
    ) -> Response:
        """The catalogue in force."""
        desk.whose(bearer)
        published = desk.settings.legajo_catalogue
        headers = {"ETag": f'"{published.version}"', "Cache-Control": "no-cache"}
        if names_etag(if_none_match, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        return Response(published.content, headers=headers, media_type="application/json")

    return router
