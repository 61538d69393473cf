"""Text into rows of cells: what was copied from a spreadsheet, and CSV in the encodings that Excel writes. Pure."""

import csv
import io
from collections.abc import Iterable
from typing import Final

from documents.people.records import Cells, Table

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 60
LONGEST_CELL: Final = 300  # characters
_DELIMITERS: Final = (";", ",", "\t", "|")


def pasted(text: str) -> Table:
    """What a spreadsheet puts on the clipboard: tabs between cells; also one DNI or name a line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in lines:
        return table(csv.reader(io.StringIO(lines, newline=""), delimiter="\t"))
    return read_text(lines)


def read_csv(content: bytes) -> Table:
    """A CSV file. Raises ValueError when it is not text in any encoding that a spreadsheet writes."""
    return read_text(decoded(content))


def decoded(content: bytes) -> str:
    """UTF-16 and UTF-8 by their marks, UTF-8 if it is, else Windows Latin-1. Raises ValueError for what is no text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    if b"\x00" in content[:4096]:
        return content.decode("utf-16-le" if content[1:2] == b"\x00" else "utf-16-be")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def read_text(text: str) -> Table:
    """Lines of cells, by the delimiter that parts most lines into the same number of cells."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if (first := lines.partition("\n")[0].lower()).startswith("sep=") and len(first) == 5:
        return table(csv.reader(io.StringIO(lines[6:], newline=""), delimiter=first[4]))
    delimiter = _delimiter(lines.split("\n", 200)[:200])
    if not delimiter:
        return table([line] for line in lines.split("\n"))
    return table(csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter))


def _delimiter(lines: list[str]) -> str:
    """ "" for a list of one column; a comma between surnames and names parts nothing."""
    filled = [line for line in lines if line.strip()]
    best, score = "", 0
    for sign in _DELIMITERS:
        counts = [line.count(sign) for line in filled]
        usual = max(set(counts), key=counts.count, default=0)
        if not usual:
            continue
        agreeing = counts.count(usual) * (2 if sign != "," else 1)
        if agreeing > score and not (sign == "," and usual == 1 and _only_names(filled)):
            best, score = sign, agreeing
    return best


def _only_names(lines: list[str]) -> bool:
    return sum(any(letter.isdecimal() for letter in line) for line in lines) * 10 < len(lines)


def table(rows: Iterable[Iterable[object]]) -> Table:
    """Bounded and tidied; rows without anything keep their number by staying as empty rows."""
    kept: list[Cells] = []
    cut = False
    for row in rows:
        if len(kept) >= MOST_ROWS:
            cut = True
            break
        cells = [tidy(cell) for cell in row]
        cut = cut or any(cells[MOST_COLUMNS:])
        kept.append(tuple(cells[:MOST_COLUMNS]))
    while kept and not any(kept[-1]):
        kept.pop()
    return Table(tuple(kept), cut)


def tidy(cell: object) -> str:
    """One line without odd blanks; numbers as they were typed, without the ".0" that spreadsheets keep behind them."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else str(cell)
    text = " ".join(str(cell)[:LONGEST_CELL].replace("\u200b", "").replace("\ufeff", "").split())
    return text.removeprefix("'") if text[1:2].isdecimal() else text
