"""Tables for other programs: CSV and XLSX. Amounts are numbers, dates are dates, and no text is ever a formula.

A name that begins with "=" must not run in whoever's spreadsheet opens the file: in a workbook it is stored as text, in
CSV, which knows no types, an apostrophe stands before it.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Value = str | int | date | None
_ACTIVE: Final = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")  # what is taken for a formula, wide forms too
_LONGEST_TITLE: Final = 31  # of a sheet, as Excel has it


class Kind(Enum):
    """What a column holds, and how a workbook shows it."""

    TEXT = "@"
    COUNT = "#,##0"
    MONEY = "#,##0.00"  # values are céntimos
    DATE = "dd/mm/yyyy"
    MONTH = "mm/yyyy"  # values are the first day


@dataclass(frozen=True, slots=True)
class Column:
    """A title, what is below it, and about how many characters wide it is."""

    title: str
    kind: Kind = Kind.TEXT
    width: int = 14


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. Every row has a value for each column."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def write_csv(sheet: Sheet) -> bytes:
    """UTF-8 with its mark (else Excel reads tildes wrongly), commas, CRLF; dates YYYY-MM-DD, amounts 1234.50."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(column.title for column in sheet.columns)
    for row in sheet.rows:
        writer.writerow(_plain(column.kind, value) for column, value in zip(sheet.columns, row, strict=True))
    return written.getvalue().encode("utf-8-sig")


def _plain(kind: Kind, value: Value) -> str:
    match value:
        case None:
            return ""
        case int() if kind is Kind.MONEY:
            return f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02d}"
        case int():
            return str(value)
        case date():
            return value.isoformat()[:7] if kind is Kind.MONTH else value.isoformat()
        case str():
            return inert(value)


def inert(text: str) -> str:
    """Text that no spreadsheet calculates: a file of a stranger may be named "=HYPERLINK(…)" (CWE-1236)."""
    return f"'{text}" if text.lstrip(" ")[:1] in _ACTIVE else text


def write_workbook(sheets: Sequence[Sheet], *, at: datetime) -> bytes:
    """An XLSX workbook: titles stay in sight, columns can be filtered. `at`: when it was made."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)  # row by row: twenty thousand are not held as cells
    book.properties.creator = "Chasqui"
    book.properties.created = book.properties.modified = at.replace(tzinfo=None)
    for sheet in sheets:
        _add(book, sheet)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _add(book: "Workbook", sheet: Sheet) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    made = book.create_sheet(sheet.title[:_LONGEST_TITLE])
    made.freeze_panes = "A2"
    made.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    for number, column in enumerate(sheet.columns, start=1):
        made.column_dimensions[get_column_letter(number)].width = column.width
    titles = [_cell(made, Kind.TEXT, column.title) for column in sheet.columns]
    for title in titles:
        title.font = Font(bold=True)
    made.append(titles)
    for row in sheet.rows:
        made.append([_cell(made, column.kind, value) for column, value in zip(sheet.columns, row, strict=True)])


def _cell(sheet: "WriteOnlyWorksheet", kind: Kind, value: Value) -> "Cell":
    from openpyxl.cell import WriteOnlyCell

    cell: Cell = WriteOnlyCell(sheet)
    _fill(cell, kind, value)
    return cell


def _fill(cell: "Cell", kind: Kind, value: Value) -> None:
    match value:
        case str():
            cell.value = _printable(value)
            cell.data_type = "s"  # whatever it begins with
        case int():
            cell.value = value / 100 if kind is Kind.MONEY else value
        case _:
            cell.value = value
    cell.number_format = kind.value


def _printable(text: str) -> str:
    """Without the signs that a workbook cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")[:32_000]
