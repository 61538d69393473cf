"""The digest of pages: the same for the same pages, however the file around them is written.

Object numbers, order, object streams and linearisation do not count; what is drawn does: boxes, drawing operators and
every resource they reach. Streams that are only packed (Flate) count by what is in them, all others as they are
stored: a program that makes pictures anew changes the digest.
"""

import zlib
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pikepdf

_KEYS: Final = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group", "/Annots")
_SKIPPED: Final = frozenset({"/Length", "/Parent"})
_CODING: Final = frozenset({"/Filter", "/DecodeParms"})
_DEEPEST: Final = 80
_LONGEST: Final = 2_000_000_000  # bytes of one stream unpacked


class TooDeepError(ValueError):
    """Objects inside objects without end, or a stream that unpacks without end."""


def pages_digest(pages: "Iterable[pikepdf.Object]") -> str:
    """SHA-256 of page dictionaries, in order, as 64 hex figures. TooDeepError for a graph that is no page."""
    graph = _Graph()
    whole = sha256(b"chasqui packet pages 1\n")
    for page in pages:
        whole.update(graph.page(page))
    return whole.hexdigest()


class _Graph:
    """Digests of the objects met so far: fonts and pictures are shared by many pages."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}
        self._open: list[tuple[int, int]] = []

    def page(self, page: "pikepdf.Object") -> bytes:
        whole = sha256()
        for key in _KEYS:
            if key in page:
                whole.update(_written(key) + self._of(page[key], 0))
        return whole.digest()

    def _of(self, value: object, depth: int) -> bytes:
        if depth > _DEEPEST:
            raise TooDeepError(str(depth))
        place = getattr(value, "objgen", (0, 0))
        if place == (0, 0):
            return self._fresh(value, depth)
        if place in self._open:  # a loop: how far up it leads is the same in every copy
            return b"loop%d" % (len(self._open) - self._open.index(place))
        if place not in self._known:
            self._open.append(place)
            self._known[place] = self._fresh(value, depth)
            self._open.pop()
        return self._known[place]

    def _fresh(self, value: object, depth: int) -> bytes:
        import pikepdf

        match value:
            case pikepdf.Stream():
                plain = _is_plain(value)
                coding = _CODING if plain else frozenset()
                whole = _unpacked(value) if plain else sha256(value.get_raw_stream_buffer()).digest()
                return sha256(b"S" + self._entries(value, depth, coding) + whole).digest()
            case pikepdf.Dictionary():
                return sha256(b"D" + self._entries(value, depth)).digest()
            case pikepdf.Array():
                return sha256(b"A" + b"".join(self._of(value[at], depth + 1) for at in range(len(value)))).digest()
            case _:
                return sha256(_plain(value)).digest()

    def _entries(self, value: "pikepdf.Object", depth: int, besides: frozenset[str] = frozenset()) -> bytes:
        keys = sorted(key for key in value.keys() if key not in _SKIPPED | besides)  # noqa: SIM118  # a pikepdf object
        return b"".join(_written(key) + b"\0" + self._of(value[key], depth + 1) for key in keys)


def _written(name: str) -> bytes:
    """A name as bytes; in damaged files names are not UTF-8."""
    return name.encode("utf-8", "surrogateescape")


def _plain(value: object) -> bytes:
    import pikepdf

    match value:
        case bool() | None:
            return f"B{value}".encode()
        case int() | float() | Decimal():
            return f"N{Decimal(value).normalize():f}".encode()
        case pikepdf.Name():
            return b"/" + _written(str(value))
        case pikepdf.String():
            return b"T" + bytes(value)
        case _:
            return b"O" + bytes(value.unparse()) if isinstance(value, pikepdf.Object) else f"?{value!r}".encode()


def _is_plain(stream: "pikepdf.Stream") -> bool:
    """Whether a stream is stored as it is, or only packed; "/FlateDecode" may stand alone or in an array of one."""
    import pikepdf

    coding = stream.get("/Filter")
    if isinstance(coding, pikepdf.Array) and len(coding) == 1:
        coding = coding[0]
    return coding is None or (coding == "/FlateDecode" and "/DecodeParms" not in stream)


def _unpacked(stream: "pikepdf.Stream") -> bytes:
    """The digest of what is in a stream, unpacked piece by piece."""
    raw = bytes(stream.get_raw_stream_buffer())
    if "/Filter" not in stream:
        return sha256(raw).digest()
    whole = sha256()
    unpacking = zlib.decompressobj()
    length = 0
    while raw and not unpacking.eof:
        try:
            piece = unpacking.decompress(raw, 1 << 20)
        except zlib.error:  # a damaged stream is what readers make of it; nobody can pack it anew
            return sha256(b"damaged" + raw).digest()
        whole.update(piece)
        length += len(piece)
        if length > _LONGEST:
            raise TooDeepError(f"{length} bytes in one stream")
        raw = unpacking.unconsumed_tail
    return whole.digest()
