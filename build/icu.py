"""Cuts ICU's data, of which 32 MB come with Qt on Linux, down to the languages that this program speaks.

Only in the package. The library keeps its size; what is taken out becomes zeros, which every archive packs to nothing,
and its name leaves the table of contents: ICU then falls back to its root, as for a language that it never knew.
Kept: root, Spanish, English, Quechua and Aymara of every tree, and everything that is no language (normalisation,
properties, time zones, the collation's root). Gone: other languages, old encodings, transliteration, line breaking.
"""

import re
import struct
from itertools import pairwise
from pathlib import Path

_MAGIC = re.compile(rb"..\xda\x27.{8}CmnD", re.DOTALL)
_TREES = frozenset({"curr", "lang", "region", "unit", "zone", "coll", "rbnf"})
_GONE = frozenset({"translit", "brkitr"})
_SPOKEN = re.compile(r"(root|es|en|qu|ay)(_\w+)?\.res")
_LOCALE = re.compile(r"[a-z]{2,3}(_\w+)?\.res")
_TABLES = frozenset({"pool.res", "res_index.res"})


def trim(library: Path) -> tuple[int, int]:
    """Rewrite libicudata in place; how many entries stay and how many bytes became zeros."""
    data = bytearray(library.read_bytes())
    found = _MAGIC.search(data)
    if found is None:
        raise RuntimeError(f"{library.name} holds no ICU data")
    table = found.start() + struct.unpack_from("<H", data, found.start())[0]
    entries = _entries(data, table)
    kept = [entry for entry in entries if _stays(entry[0])]
    zeroed = 0
    for (name, _, at), following in pairwise(entries):  # the last one has no end that is told
        if not _stays(name):
            length = following[2] - at
            data[table + at : table + following[2]] = bytes(length)
            zeroed += length
    struct.pack_into("<I", data, table, len(kept))
    for number, (_, name_at, at) in enumerate(kept):
        struct.pack_into("<II", data, table + 4 + 8 * number, name_at, at)
    library.write_bytes(data)
    return len(kept), zeroed


def _entries(data: bytearray, table: int) -> list[tuple[str, int, int]]:
    """Name below the package, offset of the name, offset of the data; in the table's order, which is that of both."""
    (count,) = struct.unpack_from("<I", data, table)
    entries = []
    for number in range(count):
        name_at, at = struct.unpack_from("<II", data, table + 4 + 8 * number)
        begin = table + name_at
        name = data[begin : data.index(0, begin)].decode("ascii").split("/", 1)[1]
        entries.append((name, name_at, at))
    return entries


def _stays(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    if folder in _GONE or file.endswith(".cnv"):
        return False
    if folder in _TREES or not folder:
        return file in _TABLES or not _LOCALE.fullmatch(file) or bool(_SPOKEN.fullmatch(file))
    return True
