"""What a stream of a foreign file holds, within bounds: a few bytes can be packed so that they fill a machine."""

import zlib
from typing import Final

import pikepdf

PLAIN_FILTERS: Final = frozenset(
    {"/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode"}
)
_LONGEST: Final = 16 * 1024 * 1024  # bytes; the contents of a payslip are forty thousand
_SMALL: Final = 256 * 1024  # bytes before they are unpacked by other ways than the usual one: at most a thousandfold


def filters_of(stream: pikepdf.Object) -> tuple[str, ...]:
    """How a stream is packed, the outermost first, in the names of the format."""
    named = stream.get("/Filter")
    if named is None:
        return ()
    return tuple(map(str, named)) if isinstance(named, pikepdf.Array) else (str(named),)


def unpacked(stream: object) -> bytes | None:
    """The bytes of a stream; None where it is packed in a way that not every reader knows, is too long, or is none."""
    if not isinstance(stream, pikepdf.Stream):
        return None
    filters = filters_of(stream)
    if not set(filters) <= PLAIN_FILTERS or filters.count("/FlateDecode") > 1:
        return None
    packed = stream.read_raw_bytes()
    if not filters:
        return packed
    if filters == ("/FlateDecode",) and "/DecodeParms" not in stream:
        return _inflated(packed)
    try:
        return stream.read_bytes() if len(packed) <= _SMALL else None
    except pikepdf.PdfError:
        return None


def _inflated(packed: bytes) -> bytes | None:
    """None where the end is missing, or something else comes after it: readers differ in what they make of either."""
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(packed, _LONGEST)
    except zlib.error:
        return None
    return plain if unpacking.eof and not unpacking.unused_data.strip() else None
