"""Reading a picture inside the disposable process (`documents.worker.process`). The other side is `picture`."""

from documents.seal.limits import DEFAULT
from documents.seal.pages import UnreadableFileError
from documents.seal.pictures import open_picture
from documents.seal.reading import read_picture
from documents.stick.picture import PictureAnswer
from documents.worker.process import Report


def read(_request: bytes, blobs: list[bytes], _report: Report) -> tuple[PictureAnswer, list[bytes]]:
    """The texts of all codes in a picture."""
    try:
        found = read_picture(open_picture(blobs[0], DEFAULT))
    except UnreadableFileError:
        return PictureAnswer((), readable=False), []
    return PictureAnswer(tuple(code.text for code in found.codes), blurred=found.unreadable), []
