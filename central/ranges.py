"""The Range header (RFC 9110, 14.2), one range of bytes."""

import re

_ONE_RANGE = re.compile(r"bytes=\s*(\d*)\s*-\s*(\d*)\s*", re.IGNORECASE)
_MOST_DIGITS = 18


def read_range(header: str | None, size: int) -> range | None:
    """The bytes asked for.

    None = the whole: no header, several ranges, another unit or no sense in it, all of which a server may ignore. An
    empty range = nothing there to give (416).
    """
    match = _ONE_RANGE.fullmatch(header or "")
    if match is None or max(map(len, match.groups())) > _MOST_DIGITS:
        return None
    first, last = match.groups()
    if not first:
        return range(max(0, size - int(last)), size) if last else None
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1, size) if last else size)
