"""Bundles by the name that a page gave, from any byte on."""

from typing import Annotated

from fastapi import APIRouter, Header, Path, Response
from fastapi.responses import StreamingResponse

from central.describing import header, refusals
from central.desk import Bearer, Desk
from central.immutable import answer_bytes
from central.problems import Problem
from central.store.bundles import bundle_part, bundle_size


class BundleResponse(StreamingResponse):
    """Bytes of a bundle, as they are read."""

    media_type = "application/zstd"


_WHOLE = header("ETag", 'strong: "id"') | header("Accept-Ranges", "bytes")
_BYTES = {"application/zstd": {"schema": {"type": "string", "contentMediaType": "application/zstd"}}}
RESPONSES = {
    200: {"description": "The whole bundle.", "headers": _WHOLE, "content": _BYTES},
    206: {
        "description": "The bytes asked for.",
        "headers": _WHOLE | header("Content-Range", "bytes first-last/size"),
        "content": _BYTES,
    },
    **refusals("token-expired", "session-ended", "not-found", "range-not-satisfiable", "invalid-request"),
}


def make_router(desk: Desk) -> APIRouter:
    """`GET /v1/bundles/{id}`."""
    router = APIRouter()

    @router.get("/v1/bundles/{id}", name="bundle", response_class=BundleResponse, responses=RESPONSES)
    def bundle(
        bearer: Bearer,
        id_: Annotated[str, Path(alias="id", description="as the first page of a walk named it")],
        range_: Annotated[str | None, Header(alias="Range", description="One range of bytes.")] = None,
        if_range: Annotated[str | None, Header(description="The ETag that the range belongs to.")] = None,
    ) -> Response:
        """The bundle, or a range of it. Only what belongs to the session's person."""
        feed = desk.whose(bearer)
        with desk.store.reading() as db:
            size = bundle_size(db, feed, id_)
        if size is None:
            raise Problem("not-found")

        def part(start: int, length: int) -> bytes:
            with desk.store.reading() as db:
                return bundle_part(db, feed, id_, start, length)

        return answer_bytes(BundleResponse, id_, size, part, range_, if_range)

    return router
