"""The rows of an XLSX workbook. Opens a foreign file: to be called in a disposable process only (`errands`)."""

import io
import warnings
import zipfile
from contextlib import closing
from typing import Final

from documents.people.records import Table
from documents.people.tables import table

LARGEST_PART: Final = 200 * 1024 * 1024  # bytes of a sheet unpacked


def read_workbook(content: bytes, sheet: str = "") -> Table:
    """The named sheet, else the first with anything in it. Raises ValueError when it is no workbook."""
    from openpyxl import load_workbook

    _require_sane(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that it passes over
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            with closing(book):
                names = tuple(each.title for each in book.worksheets)
                found = Table(())
                for name in (sheet,) if sheet in names else names:
                    found = table(book[name].iter_rows(values_only=True))
                    if found.rows:
                        return Table(found.rows, found.cut, name, names)
                return Table((), sheets=names)
    except (KeyError, AttributeError, TypeError, zipfile.BadZipFile, SyntaxError) as error:
        raise ValueError(f"not a workbook: {error}") from error


def _require_sane(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if any(part.file_size > LARGEST_PART for part in packed.infolist()):
                raise ValueError("a part is too large")
    except zipfile.BadZipFile as error:
        raise ValueError("not a workbook") from error
