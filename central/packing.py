"""zstd on its way out: with an earlier PDF as dictionary (`dcz`, RFC 9842), alone, or many PDFs in one long window.

Pure: what may be read by whom is the store's business. Levels are a compromise between a core and a slow line; the same
content, dictionary and version of zstd give the same bytes.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Literal

import zstandard

DCZ_MAGIC = bytes.fromhex("5e2a4d1820000000")  # a skippable frame that holds the dictionary's SHA-256
WINDOW_LOG = 23  # 8 MiB: what every decoder of RFC 9842 must take
BUNDLE_LEVEL, SMALL_LEVEL, BLOB_LEVEL, TRIAL_LEVEL = 18, 19, 12, 3
SMALL = 128 * 1024  # bytes that may be packed at 15 ms a payslip
LONGEST_PACKED = 1024 * 1024  # bytes of a file that is packed while somebody waits
PAYS = 0.9  # of the plain size: what packs worse goes as it is

Coding = Literal["dcz", "zstd", "identity"]


def pack(content: bytes, dictionary: bytes | None = None) -> tuple[Coding, bytes]:
    """The content in the coding that is worth its while; `dictionary` is a PDF that the client holds."""
    if len(content) > LONGEST_PACKED:
        return "identity", content
    packed = _compressed(content, dictionary, SMALL_LEVEL if len(content) <= SMALL else BLOB_LEVEL)
    if len(packed) >= len(content) * PAYS:
        return "identity", content
    return ("zstd" if dictionary is None else "dcz"), packed


def pack_thin(thinned: bytes, dictionary: bytes | None) -> bytes:
    """A thinned PDF as one zstd frame, with an earlier PDF's own bytes as dictionary; nothing before the frame."""
    return _frame(thinned, dictionary, SMALL_LEVEL if len(thinned) <= SMALL else BLOB_LEVEL)


def pack_many(contents: Iterable[bytes], early: int) -> bytes:
    """One frame of all of them, each after the other; each of the first `early` ends with a block of its own, so that
    it can be unpacked as soon as it is there."""
    window = zstandard.ZstdCompressionParameters.from_level(BUNDLE_LEVEL, window_log=WINDOW_LOG)
    packer = zstandard.ZstdCompressor(compression_params=window).compressobj()
    packed = bytearray()
    for number, content in enumerate(contents):
        packed += packer.compress(content)
        if number < early:
            packed += packer.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    return bytes(packed + packer.flush())


def takes(accept_encoding: str | None, coding: Coding) -> bool:
    """Whether a client's Accept-Encoding names this coding and does not refuse it."""
    for offer in (accept_encoding or "").lower().split(","):
        name, _, weight = offer.partition(";")
        if name.strip() == coding:
            return re.fullmatch(r"q=0(\.0{0,3})?", weight.replace(" ", "")) is None
    return False


def named_dictionary(available: str | None) -> str | None:
    """The SHA-256 in `Available-Dictionary: :base64:` as hex; None when there is none that makes sense."""
    found = re.fullmatch(r":([A-Za-z0-9+/]{43}=):", (available or "").strip())
    if found is None:
        return None
    try:
        return base64.b64decode(found[1], validate=True).hex()
    except binascii.Error:
        return None


def closest(content: bytes, dictionaries: Mapping[str, bytes]) -> str | None:
    """The name of the dictionary that makes the content smallest, by a quick trial; None: there are none."""
    tried = {name: len(_compressed(content, each, TRIAL_LEVEL)) for name, each in dictionaries.items()}
    return min(tried, key=lambda name: tried[name], default=None)


def _compressed(content: bytes, dictionary: bytes | None, level: int) -> bytes:
    frame = _frame(content, dictionary, level)
    return frame if dictionary is None else DCZ_MAGIC + hashlib.sha256(dictionary).digest() + frame


def _frame(content: bytes, dictionary: bytes | None, level: int) -> bytes:
    window = zstandard.ZstdCompressionParameters.from_level(level, window_log=WINDOW_LOG)
    if dictionary is None:
        return zstandard.ZstdCompressor(compression_params=window).compress(content)
    raw = zstandard.ZstdCompressionDict(dictionary, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    return zstandard.ZstdCompressor(dict_data=raw, compression_params=window).compress(content)
