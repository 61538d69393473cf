"""Rows out of single pages of a damaged file: whatever led to a page may be lost, its rows are read all the same.

Every page of a table's rows ("leaf") says so in its first byte, and each row carries its columns' types; which table it
is of is told by those. Pages that were freed hold nothing: every connection writes with secure_delete. The format is
SQLite's (fileformat2.html, 1.6 and 2). Which rows are of use is storage.salvage's to say.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from storage.connection import Value
from storage.pages import USABLE, Pages

_TABLE_LEAF: Final = 13
_TABLE_BRANCH: Final = 5
_MOST_HERE: Final = USABLE - 35  # bytes of a row in its own page; of a longer one the rest is in a chain of others
_LEAST_HERE: Final = (USABLE - 12) * 32 // 255 - 23
_IN_CHAIN: Final = USABLE - 4
_SIZES: Final = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # of the types 0 to 9
_LETTERS: Final = "niiiiiirii"


@dataclass(frozen=True, slots=True)
class _Cell:
    """A row that was not read whole yet."""

    rowid: int
    size: int  # bytes of all of it
    here: bytes
    chain: int  # the page where it goes on; 0: all is here
    types: tuple[int, ...]
    start: int  # where the columns begin
    shape: str


class Leaves:
    """All pages with rows that are what was written."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._numbers: list[int] = []
        self.unreadable: set[int] = set()  # pages that may have had rows, those of the schema left out
        self.version: int | None = None  # the schema's; None: the first page is lost
        self.cut = True  # the file is shorter than it was, or nobody knows
        for number in range(1, pages.count + 1):
            self._note(number, pages.plain(number))
        self.unreadable -= {1, *_below(pages.plain(1) or b"")}

    def rows(self, shape: re.Pattern[str]) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """Rowid and columns of the rows whose columns are of such types, a letter each (n: NULL, i: integer, r: real,
        b: blob, t: text). A column that is the rowid's other name is NULL here."""
        for number in self._numbers:
            for cell in _cells(self._pages.plain(number) or b"", number):
                if shape.fullmatch(cell.shape) and (whole := self._whole(cell)) is not None:
                    with suppress(UnicodeDecodeError):
                        yield cell.rowid, _values(cell, whole)

    def _note(self, number: int, page: bytes | None) -> None:
        if page is None:
            self.unreadable.add(number)
            return
        if number == 1:
            self.version = int.from_bytes(page[60:64], "big")
            self.cut = int.from_bytes(page[28:32], "big") > self._pages.count
        if page[_header(number)] == _TABLE_LEAF:
            self._numbers.append(number)

    def _whole(self, cell: _Cell) -> bytes | None:
        content, following = bytearray(cell.here), cell.chain
        while len(content) < cell.size:
            page = self._pages.plain(following) if 0 < following <= self._pages.count else None
            if page is None:
                return None
            following = int.from_bytes(page[:4], "big")
            content += page[4 : 4 + min(_IN_CHAIN, cell.size - len(content))]
        return bytes(content)


def _header(number: int) -> int:
    return 100 if number == 1 else 0


def _below(first: bytes) -> Iterator[int]:
    """The pages right below page 1, which is the root of the schema; none when that is lost or all of the schema."""
    if first[100:101] != bytes([_TABLE_BRANCH]):
        return
    yield int.from_bytes(first[108:112], "big")
    for place in range(112, 112 + 2 * int.from_bytes(first[103:105], "big"), 2):
        at = int.from_bytes(first[place : place + 2], "big")
        yield int.from_bytes(first[at : at + 4], "big")


def _cells(page: bytes, number: int) -> Iterator[_Cell]:
    start = _header(number)
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for place in range(start + 8, start + 8 + 2 * count, 2):
        at = int.from_bytes(page[place : place + 2], "big")
        size, at = _varint(page, at)
        rowid, at = _varint(page, at)
        here = _bytes_here(size)
        chain = 0 if here == size else int.from_bytes(page[at + here : at + here + 4], "big")
        yield _cell(rowid, size, page[at : at + here], chain)


def _cell(rowid: int, size: int, here: bytes, chain: int) -> _Cell:
    start, at = _varint(here, 0)
    types: list[int] = []
    while at < start:
        kind, at = _varint(here, at)
        types.append(kind)
    return _Cell(rowid, size, here, chain, tuple(types), start, "".join(_letter(kind) for kind in types))


def _bytes_here(size: int) -> int:
    if size <= _MOST_HERE:
        return size
    here = _LEAST_HERE + (size - _LEAST_HERE) % _IN_CHAIN
    return here if here <= _MOST_HERE else _LEAST_HERE


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """The number that begins at `at`, and where it ends; 7 bits a byte, 8 of a ninth. 0 behind the end."""
    value = 0
    for place in range(at, min(at + 8, len(content))):
        value = value << 7 | content[place] & 0x7F
        if content[place] < 0x80:
            return value, place + 1
    return value << 8 | int.from_bytes(content[at + 8 : at + 9], "big"), at + 9


def _letter(kind: int) -> str:
    if kind >= 12:
        return "t" if kind % 2 else "b"
    return _LETTERS[kind] if kind < len(_LETTERS) else "?"


def _values(cell: _Cell, content: bytes) -> tuple[Value, ...]:
    values: list[Value] = []
    at = cell.start
    for kind, letter in zip(cell.types, cell.shape, strict=True):
        size = (kind - 12) // 2 if kind >= 12 else _SIZES[kind]
        values.append(_value(kind, letter, content[at : at + size]))
        at += size
    return tuple(values)


def _value(kind: int, letter: str, content: bytes) -> Value:
    match letter:
        case "t":
            return content.decode("utf-8")
        case "b":
            return content
        case "i":
            return kind - 8 if kind in (8, 9) else int.from_bytes(content, "big", signed=True)
        case _:
            return None  # no column of ours is a real
