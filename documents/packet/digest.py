"""The digest of pages: the same for the same pages, however the file around them is written.

Object numbers, order, object streams and linearisation do not count; what is drawn does: boxes, drawing operators and
every resource they reach, streams as they are stored. A program that recompresses pictures changes the digest.
"""

from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pikepdf

_KEYS: Final = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group", "/Annots")
_SKIPPED: Final = frozenset({"/Length", "/Parent"})
_DEEPEST: Final = 80


class TooDeepError(ValueError):
    """Objects inside objects without end."""


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
                whole.update(key.encode() + self._of(page[key], 0))
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
                return sha256(
                    b"S" + self._entries(value, depth) + sha256(value.get_raw_stream_buffer()).digest()
                ).digest()
            case pikepdf.Dictionary():
                return sha256(b"D" + self._entries(value, depth)).digest()
            case pikepdf.Array():
                return sha256(b"A" + b"".join(self._of(value[at], depth + 1) for at in range(len(value)))).digest()
            case _:
                return sha256(_plain(value)).digest()

    def _entries(self, value: "pikepdf.Object", depth: int) -> bytes:
        keys = sorted(key for key in value.keys() if key not in _SKIPPED)  # noqa: SIM118  # a pikepdf object
        return b"".join(key.encode() + b"\0" + self._of(value[key], depth + 1) for key in keys)


def _plain(value: object) -> bytes:
    import pikepdf

    match value:
        case bool() | None:
            return f"B{value}".encode()
        case int() | float() | Decimal():
            return f"N{Decimal(value).normalize():f}".encode()
        case pikepdf.Name():
            return f"/{value}".encode()
        case pikepdf.String():
            return b"T" + bytes(value)
        case _:
            return b"O" + bytes(value.unparse()) if isinstance(value, pikepdf.Object) else f"?{value!r}".encode()
