"""A people list out of a foreign file, opened in a disposable process. Loads no library for it here."""

from dataclasses import dataclass
from typing import Final

from documents.errors import DocumentError
from documents.people.records import Table
from documents.worker.errands import Bounds, Worker, WorkerLostError

LARGEST: Final = 20_000_000  # bytes of a file
BOUNDS: Final = Bounds(memory=768 * 1024 * 1024, blob=LARGEST, killed_after=60.0)


class ListFileError(DocumentError):
    """No list came out of the file. `trouble`: too-large, old-excel, pdf, unreadable, empty."""

    def __init__(self, trouble: str, detail: str = "") -> None:
        super().__init__(f"{trouble}: {detail}" if detail else trouble)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class ListRequest:
    """`sheet` "": the first with anything in it."""

    sheet: str


@dataclass(frozen=True, slots=True)
class ListAnswer:
    """The table, or why there is none."""

    table: Table | None
    trouble: str = ""
    detail: str = ""


def read_apart(content: bytes, sheet: str = "") -> Table:
    """The table in an XLSX or CSV file. Raises ListFileError."""
    if len(content) > LARGEST:
        raise ListFileError("too-large")
    with Worker(BOUNDS) as worker:
        try:
            answer, _ = worker.run("people.read", ListRequest(sheet), [content], ListAnswer)
        except WorkerLostError as error:
            raise ListFileError("unreadable", error.loss.value) from error
    if answer.table is None:
        raise ListFileError(answer.trouble, answer.detail)
    if not answer.table.rows:
        raise ListFileError("empty")
    return answer.table
