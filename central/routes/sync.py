"""The change feed over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Header, Query, Response

from central.contract import Page
from central.describing import header, refusals
from central.desk import Bearer, Desk
from central.pages import page_text, serve_page


def make_router(desk: Desk) -> APIRouter:
    """`GET /v1/sync`."""
    router = APIRouter()

    @router.get(
        "/v1/sync",
        name="sync",
        response_model=Page,
        responses={
            200: {"description": "A page.", "headers": header("ETag", "epoch.seq.commons.trust.catalogue")},
            304: {"description": "Nothing changed.", "headers": header("ETag", "epoch.seq.commons.trust.catalogue")},
            **refusals("token-expired", "session-ended", "bad-cursor", "invalid-request"),
        },
    )
    def sync(
        bearer: Bearer,
        since: Annotated[str | None, Query(description="A cursor; absent = from the beginning.")] = None,
        if_none_match: Annotated[str | None, Header(description="Only with a cursor at rest.")] = None,
    ) -> Response:
        """The page after a cursor, or 304 when nothing changed."""
        feed = desk.whose(bearer)
        served = serve_page(desk, feed, since, if_none_match)
        if isinstance(served, str):
            return Response(status_code=304, headers={"ETag": served})
        content = f"{{{page_text(desk, served)}}}".encode()
        return Response(content, media_type="application/json", headers={"ETag": served.etag})

    return router
