"""PDFs by SHA-256, from any byte on, or packed whole."""

from typing import Annotated

from fastapi import APIRouter, Header, Path, Response
from fastapi.responses import StreamingResponse

from central.describing import header, refusals
from central.desk import Bearer, Desk
from central.immutable import answer_bytes
from central.packing import LONGEST_PACKED, Coding, named_dictionary, pack, takes
from central.problems import Problem
from central.store.blobs import blob_part, blob_size, readable_blob


class PdfResponse(StreamingResponse):
    """Bytes of a PDF, as they are read."""

    media_type = "application/pdf"


_WHOLE = header("ETag", 'strong: "sha256"') | header("Accept-Ranges", "bytes")
_BYTES = {"application/pdf": {"schema": {"type": "string", "contentMediaType": "application/pdf"}}}
RESPONSES = {
    200: {
        "description": "The whole PDF; if that pays, in a Content-Encoding that was asked for (dcz, zstd).",
        "headers": header("ETag", 'strong: "sha256", or "sha256.coding"'),
        "content": _BYTES,
    },
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
        accept_encoding: Annotated[str | None, Header(description="dcz, zstd")] = None,
        available_dictionary: Annotated[str | None, Header(description=":base64 of a held PDF's SHA-256:")] = None,
    ) -> Response:
        """The PDF, or a range of it. Only what belongs to the session's person."""
        feed = desk.whose(bearer)
        if range_ is None:
            packed = _packed(desk, feed, sha256, accept_encoding, available_dictionary)
            if packed is not None:
                return packed
        return answer_blob(desk, feed, sha256, range_, if_range)

    return router


def _packed(desk: Desk, feed: str, sha256: str, accepted: str | None, available: str | None) -> Response | None:
    """The whole, packed with a PDF that the client holds and this person may read, or alone. None: it does not pay."""
    named = named_dictionary(available) if takes(accepted, "dcz") else None
    if named is None and not takes(accepted, "zstd"):
        return None
    with desk.store.reading() as db:
        size = blob_size(db, feed, sha256)
        if size is None or size > LONGEST_PACKED:
            return None
        dictionary = readable_blob(db, feed, named, most=LONGEST_PACKED) if named else None
        if dictionary is None and not takes(accepted, "zstd"):
            return None
        content = blob_part(db, sha256, 0, size)
    coding, body = pack(content, dictionary)
    return None if coding == "identity" else _packed_answer(sha256, coding, body)


def _packed_answer(sha256: str, coding: Coding, body: bytes) -> Response:
    """Other bytes than the PDF's own: another strong ETag, and no ranges of it."""
    headers = {
        "ETag": f'"{sha256}.{coding}"',
        "Content-Encoding": coding,
        "Cache-Control": "private, immutable",
        "Vary": "Accept-Encoding, Available-Dictionary",
    }
    return Response(body, headers=headers, media_type="application/pdf")


def answer_blob(desk: Desk, feed: str, sha256: str, range_: str | None, if_range: str | None) -> Response:
    """A blob that a feed may read, or a range of it. Problem `unknown-blob`."""
    with desk.store.reading() as db:
        size = blob_size(db, feed, sha256)
    if size is None:
        raise Problem("unknown-blob")

    def part(start: int, length: int) -> bytes:
        with desk.store.reading() as db:
            return blob_part(db, sha256, start, length)

    return answer_bytes(PdfResponse, sha256, size, part, range_, if_range)
