"""A JPEG without what it says about its author: the picture's own bytes, not decoded, so that nothing is lost.

Telephones write the place and the device into the file, and a second picture behind the first one.
"""

import io
from typing import Final

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_ALONE: Final = {0x01, *range(0xD0, 0xD8)}
_DROPPED: Final = {0xFE, *range(0xE0, 0xF0)} - {0xE0, 0xEE}  # comments and APPn, but JFIF and Adobe's colour transform


def stripped(data: bytes) -> bytes:
    """The first picture of the file, without Exif, comments and other application segments. ValueError if malformed."""
    if data[:2] != bytes((0xFF, _START)):
        raise ValueError("no start of image")
    kept = io.BytesIO()
    kept.write(data[:2])
    at = 2
    while True:
        marker, at = _marker(data, at)
        if marker == _END:
            kept.write(bytes((0xFF, _END)))
            return kept.getvalue()
        end = at + (0 if marker in _ALONE else _length(data, at))
        if marker == _SCAN:
            end = _scan_end(data, end)
        if marker not in _DROPPED:
            kept.write(bytes((0xFF, marker)))
            kept.write(memoryview(data)[at:end])
        at = end


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """The marker at a place, fill bytes skipped, and where its segment begins."""
    if at >= len(data) or data[at] != 0xFF:
        raise ValueError(f"no marker at {at}")
    while at < len(data) and data[at] == 0xFF:
        at += 1
    if at >= len(data):
        raise ValueError("ends within a marker")
    return data[at], at + 1


def _length(data: bytes, at: int) -> int:
    length = int.from_bytes(data[at : at + 2], "big")
    if length < 2 or at + length > len(data):
        raise ValueError(f"segment of {length} at {at}")
    return length


def _scan_end(data: bytes, at: int) -> int:
    """Where compressed rows end: at the first marker that is neither stuffing nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise ValueError("ends within a scan")
        if data[at + 1] == 0xFF:
            at += 1
        elif data[at + 1] == 0 or 0xD0 <= data[at + 1] < 0xD8:
            at += 2
        else:
            return at
