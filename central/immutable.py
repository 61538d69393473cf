"""Immutable bytes over HTTP, whole or a range of them: what blobs and bundles have in common."""

from collections.abc import Callable, Iterator

from fastapi.responses import StreamingResponse

from central.problems import Problem
from central.ranges import read_range

PIECE = 64 * 1024  # bytes in memory at a time
Part = Callable[[int, int], bytes]  # some bytes: from where, and how many


def answer_bytes(
    kind: type[StreamingResponse], name: str, size: int, part: Part, range_: str | None, if_range: str | None
) -> StreamingResponse:
    """200 or 206; problem `range-not-satisfiable`. `name` never means other bytes: it is the strong entity tag.

    Each piece is a transaction of its own: a slow client holds no lock, and the bytes never change.
    """
    etag = f'"{name}"'
    wanted = read_range(range_, size) if if_range in {None, etag} else None
    given = range(size) if wanted is None else wanted
    if not given:
        raise Problem("range-not-satisfiable", headers={"Content-Range": f"bytes */{size}"})
    headers = {
        "ETag": etag,
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, immutable",
        "Content-Length": str(len(given)),
    }
    if wanted is not None:
        headers["Content-Range"] = f"bytes {given.start}-{given.stop - 1}/{size}"
    return kind(_pieces(part, given), 200 if wanted is None else 206, headers)


def _pieces(part: Part, given: range) -> Iterator[bytes]:
    for start in range(given.start, given.stop, PIECE):
        yield part(start, min(PIECE, given.stop - start))
