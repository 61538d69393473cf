"""What a PDF says of its makers beside what its pages show, taken out of every object. Changes no pixel."""

from typing import Final

import pikepdf

from documents.packet.jpeg import stripped

_TELLING: Final = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/OPI")


def wipe(pdf: pikepdf.Pdf) -> None:
    """Remove descriptions, private data of programs, and what cameras wrote into pictures. Changes `pdf`."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            _wipe_entries(thing)
        if isinstance(thing, pikepdf.Stream) and _is_jpeg(thing):
            _wipe_picture(thing)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]


def _wipe_entries(thing: pikepdf.Object) -> None:
    for key in _TELLING:
        if key in thing:
            del thing[key]


def _is_jpeg(stream: pikepdf.Stream) -> bool:
    coding = stream.get("/Filter")
    if isinstance(coding, pikepdf.Array) and len(coding) == 1:
        coding = coding[0]
    return coding == "/DCTDecode"


def _wipe_picture(stream: pikepdf.Stream) -> None:
    before = stream.read_raw_bytes()
    try:
        after = stripped(before)
    except ValueError:
        return  # not as JPEG wants it; readers may still show it
    if len(after) < len(before):
        parameters = stream.get("/DecodeParms")
        stream.write(after, filter=pikepdf.Name.DCTDecode)
        if parameters is not None:
            stream["/DecodeParms"] = parameters
