"""Reading a list inside the disposable process (`documents.worker.process`). The other side is `apart`."""

from documents.people.apart import ListAnswer, ListRequest
from documents.people.tables import read_csv
from documents.people.workbook import read_workbook
from documents.worker import frames
from documents.worker.process import Report

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read(request: bytes, blobs: list[bytes], _report: Report) -> tuple[ListAnswer, list[bytes]]:
    """The table in a file; its first bytes say what it is."""
    asked = frames.read_as(ListRequest, request)
    content = blobs[0]
    if content.startswith(_OLE):
        return ListAnswer(None, "old-excel"), []
    if content.startswith(b"%PDF"):
        return ListAnswer(None, "pdf"), []
    try:
        found = read_workbook(content, asked.sheet) if content.startswith(_ZIP) else read_csv(content)
    except ValueError as error:
        return ListAnswer(None, "unreadable", str(error)[:200]), []
    return ListAnswer(found), []
