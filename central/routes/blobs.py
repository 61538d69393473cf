"""PDFs by SHA-256, from any byte on."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Header, Path, Response
from fastapi.responses import StreamingResponse

from central.describing import header, refusals
from central.desk import Bearer, Desk
from central.problems import Problem
from central.ranges import read_range
from central.store.blobs import blob_part, blob_size

PIECE = 64 * 1024  # bytes in memory at a time


class PdfResponse(StreamingResponse):
    """Bytes of a PDF, as they are read."""

    media_type = "application/pdf"


_WHOLE = header("ETag", 'strong: "sha256"') | header("Accept-Ranges", "bytes")
_BYTES = {"application/pdf": {"schema": {"type": "string", "contentMediaType": "application/pdf"}}}
RESPONSES = {
    200: {"description": "The whole PDF.", "headers": _WHOLE, "content": _BYTES},
    206: {
        "description": "The bytes asked for.",
        "headers": _WHOLE | header("Content-Range", "bytes first-last/size"),
        "content": _BYTES,
    },
    **refusals("token-expired", "session-ended", "unknown-blob", "range-not-satisfiable", "invalid-request"),
}


def make_router(desk: Desk) -> APIRouter:
    """`GET /v1/blobs/{sha256}`."""
    router = APIRouter()

    @router.get("/v1/blobs/{sha256}", name="blob", response_class=PdfResponse, responses=RESPONSES)
    def blob(
        bearer: Bearer,
        sha256: Annotated[str, Path(description="64 lower-case hex digits")],
        range_: Annotated[str | None, Header(alias="Range", description="One range of bytes.")] = None,
        if_range: Annotated[str | None, Header(description="The ETag that the range belongs to.")] = None,
    ) -> Response:
        """The PDF, or a range of it. Only what belongs to the session's person."""
        feed = desk.whose(bearer)
        return answer_blob(desk, feed, sha256, range_, if_range)

    return router


def answer_blob(desk: Desk, feed: str, sha256: str, range_: str | None, if_range: str | None) -> Response:
    """A blob that a feed may read, or a range of it. Problem `unknown-blob`."""
    with desk.store.reading() as db:
        size = blob_size(db, feed, sha256)
    if size is None:
        raise Problem("unknown-blob")
    etag = f'"{sha256}"'
    wanted = read_range(range_, size) if if_range in {None, etag} else None
    return _answer(desk, sha256, size, wanted)


def _answer(desk: Desk, sha256: str, size: int, wanted: range | None) -> Response:
    given = range(size) if wanted is None else wanted
    if not given:
        raise Problem("range-not-satisfiable", headers={"Content-Range": f"bytes */{size}"})
    headers = {
        "ETag": f'"{sha256}"',
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, immutable",
        "Content-Length": str(len(given)),
    }
    if wanted is not None:
        headers["Content-Range"] = f"bytes {given.start}-{given.stop - 1}/{size}"
    status = 200 if wanted is None else 206
    return PdfResponse(_pieces(desk, sha256, given), status, headers)


def _pieces(desk: Desk, sha256: str, given: range) -> Iterator[bytes]:
    """Each piece is a transaction of its own: a slow client holds no lock, and blobs never change."""
    for start in range(given.start, given.stop, PIECE):
        with desk.store.reading() as db:
            piece = blob_part(db, sha256, start, min(PIECE, given.stop - start))
        yield piece
