"""Files made to hurt whoever opens them: each is small, and none may cost more than the worker's limits."""

import zlib
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from documents.seal.verdict import VerdictCode as V
from tests.attacks.cases import bases
from tests.attacks.sheet import saved

UNREADABLE: Final = frozenset({V.ARCHIVO_NO_LEGIBLE})
CALM: Final = UNREADABLE | {V.SIN_QR, V.QR_ILEGIBLE, V.FIRMA_OK_CONTENIDO_NO_COMPROBADO, V.FIRMA_OK_TEXTO_AGREGADO}
HOSTILE: Final[dict[str, tuple[Callable[[], bytes], frozenset[V]]]] = {}


def _file(expected: frozenset[V]) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        HOSTILE[make.__name__] = (make, expected)
        return make

    return register


def _genuine() -> bytes:
    return bases()[0].pdf


def written(objects: dict[int, bytes], *, root: int = 1) -> bytes:
    """A PDF put together by hand, with a correct table."""
    data, places = b"%PDF-1.5\n", {}
    for number, body in objects.items():
        places[number] = len(data)
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = f"xref\n0 {max(objects) + 1}\n0000000000 65535 f \n".encode()
    table += b"".join(f"{places.get(number, 0):010d} 00000 n \n".encode() for number in range(1, max(objects) + 1))
    end = f"trailer\n<</Size {max(objects) + 1} /Root {root} 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + table + end.encode()


def _stream(body: bytes, entries: str = "") -> bytes:
    return f"<</Length {len(body)} {entries}>>\nstream\n".encode() + body + b"\nendstream"


def _page(content: bytes, *, page: str = "", objects: dict[int, bytes] | None = None, entries: str = "") -> bytes:
    """One page with a content stream (object 4) and more objects from 5 on."""
    return written(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R {page}>>".encode(),
            4: _stream(content, entries),
            **(objects or {}),
        }
    )


@_file(UNREADABLE)
def empty_file() -> bytes:
    return b""


@_file(UNREADABLE)
def not_a_pdf() -> bytes:
    return b"MZ\x90\x00" + bytes(range(256)) * 64


@_file(UNREADABLE)
def header_and_nothing() -> bytes:
    return b"%PDF-1.7\n%%EOF\n"


@_file(CALM | {V.AUTENTICA})  # what is cut off may be the table alone
def truncated_in_the_middle() -> bytes:
    return _genuine()[: len(_genuine()) // 2]


@_file(CALM)
def truncated_near_the_start() -> bytes:
    return _genuine()[:700]


@_file(UNREADABLE)
def encrypted_with_a_password() -> bytes:
    with pikepdf.open(BytesIO(_genuine())) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="una", user="otra", R=6))


@_file(CALM)
def page_tree_that_loops() -> bytes:
    return written(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2000000000>>",
            3: b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 7>>",
        }
    )


@_file(CALM)
def ten_thousand_pages() -> bytes:
    kids = b" ".join(b"3 0 R" for _ in range(10_000))
    return written(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 10000/Kids[" + kids + b"]>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        }
    )


@_file(CALM)
def ten_thousand_sealed_pages() -> bytes:
    """The genuine page ten thousand times: each has a code to read and words to compare."""
    with pikepdf.open(BytesIO(_genuine())) as pdf:
        page = pdf.make_indirect(pdf.pages[0].obj)
        pdf.Root.Pages.Kids = Array([page] * 10_000)
        pdf.Root.Pages.Count = 10_000
        return saved(pdf)


@_file(CALM)
def huge_media_box() -> bytes:
    return _page(b"0 g 0 0 1000000000 1000000000 re f").replace(b"[0 0 595 842]", b"[0 0 2e9 2e9]")


@_file(CALM)
def media_box_of_nothing() -> bytes:
    return _page(b"0 g 0 0 9 9 re f").replace(b"[0 0 595 842]", b"[0 0 0.0001 0]")


@_file(CALM)
def media_box_without_numbers() -> bytes:
    return _page(b"0 g 0 0 9 9 re f").replace(b"[0 0 595 842]", b"[(a) /B null 1e99999]")


@lru_cache(maxsize=1)
def _gigabyte() -> bytes:
    packer, block = zlib.compressobj(6), b" " * 1_000_000
    return b"".join(packer.compress(block) for _ in range(1_000)) + packer.flush()


@_file(CALM)
def flate_bomb() -> bytes:
    """A gigabyte of spaces in a megabyte."""
    return _page(_gigabyte(), entries="/Filter/FlateDecode")


@_file(CALM)
def nested_flate_bomb() -> bytes:
    """Compressed twice: some kilobytes that become a gigabyte."""
    return _page(zlib.compress(_gigabyte(), 9), entries="/Filter[/FlateDecode/FlateDecode]")


@_file(CALM)
def run_length_chain() -> bytes:
    """Sixty filters one after another."""
    return _page(zlib.compress(b"\x00" * 65_536), entries="/Filter[" + "/FlateDecode" * 60 + "]")


@_file(CALM)
def deeply_nested_arrays() -> bytes:
    return _page(b"0 g", page="/Deep " + "[" * 60_000 + "]" * 60_000)


@_file(CALM)
def deeply_nested_states() -> bytes:
    return _page(b"q " * 400_000 + b"0 g 0 0 9 9 re f")


@_file(CALM)
def form_that_draws_itself() -> bytes:
    form = _stream(b"/F Do /F Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>")
    return _page(b"/F Do", page="/Resources<</XObject<</F 5 0 R>>>>", objects={5: form})


@_file(CALM)
def forms_that_double() -> bytes:
    """Thirty forms, each drawing the next twice: a thousand million rectangles."""
    objects = {}
    for level in range(5, 35):
        entries = f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F {level + 1} 0 R>>>>"
        objects[level] = _stream(b"/F Do /F Do", entries)
    objects[35] = _stream(b"0 0 9 9 re f", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return _page(b"/F Do", page="/Resources<</XObject<</F 5 0 R>>>>", objects=objects)


@_file(CALM)
def image_of_giant_size() -> bytes:
    entries = "/Type/XObject/Subtype/Image/Width 200000/Height 200000/ColorSpace/DeviceRGB/BitsPerComponent 8"
    image = _stream(zlib.compress(b"\x00" * 100_000), entries + "/Filter/FlateDecode")
    return _page(b"595 0 0 842 0 0 cm /I Do", page="/Resources<</XObject<</I 5 0 R>>>>", objects={5: image})


@_file(CALM)
def pattern_of_specks() -> bytes:
    """A tile of a thousandth of a point over the whole page."""
    entries = "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.001/YStep 0.001/Resources<<>>"
    tile = _stream(b"0 g 0 0 1 1 re f", entries)
    return _page(b"/Pattern cs /P scn 0 0 595 842 re f", page="/Resources<</Pattern<</P 5 0 R>>>>", objects={5: tile})


@_file(CALM)
def table_that_points_anywhere() -> bytes:
    data = _page(b"0 g")
    start = data.rindex(b"xref\n0")
    return data[:start] + data[start:].replace(b"00000 n", b"99999 n").replace(b"0000000", b"9999999")


@_file(CALM)
def table_that_leads_in_a_circle() -> bytes:
    data = _page(b"0 g")
    before = data.rsplit(b"startxref\n", 1)[1].split()[0]
    return data.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/Prev " + before + b">>")


@_file(CALM)
def objects_without_end() -> bytes:
    return written({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"2 0 R"})


@_file(CALM)
def hundred_thousand_annotations() -> bytes:
    """On the genuine page: all of them small squares."""
    with pikepdf.open(BytesIO(_genuine())) as pdf:
        note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[1, 1, 2, 2], F=4))
        pdf.pages[0].Annots = Array([note] * 100_000)
        return saved(pdf)


@_file(CALM)
def million_letters() -> bytes:
    """The genuine page under a million letters."""
    with pikepdf.open(BytesIO(_genuine())) as pdf:
        page = pdf.pages[0]
        page.Resources.Font["/H"] = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        words = b"BT /H 1 Tf 1 0 0 1 40 20 Tm " + b"(abcdefghij) Tj 0.01 0 Td " * 100_000 + b"ET"
        page.contents_add(Stream(pdf, words), prepend=False)
        return saved(pdf)


@_file(CALM)
def million_curves() -> bytes:
    """The genuine page under a million strokes."""
    with pikepdf.open(BytesIO(_genuine())) as pdf:
        strokes = b"0 0 m 100 900 500 -900 595 842 c S " * 1_000_000
        pdf.pages[0].contents_add(Stream(pdf, strokes), prepend=False)
        return saved(pdf)


@_file(CALM | {V.ALTERADA})  # no letter can be seen any more: that is so
def font_of_noise() -> bytes:
    """The genuine page with its font programs replaced by noise."""
    with pikepdf.open(BytesIO(_genuine())) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            if "/FontDescriptor" in font:
                font.FontDescriptor.FontFile2 = Stream(pdf, bytes(range(256)) * 300)
        return saved(pdf)


@_file(UNREADABLE | {V.SIN_QR, V.QR_ILEGIBLE})
def picture_bomb() -> bytes:
    """A PNG of 30,000 by 30,000 in some hundred kilobytes."""
    wide = 30_000
    packer = zlib.compressobj(9)
    row = bytes(1 + wide // 8)
    body = b"".join(packer.compress(row * 100) for _ in range(wide // 100)) + packer.flush()
    return _png(wide, wide, body)


@_file(UNREADABLE | {V.SIN_QR, V.QR_ILEGIBLE})
def picture_that_lies_about_its_size() -> bytes:
    return _png(2**31 - 1, 2**31 - 1, zlib.compress(b"\x00"))


def _png(wide: int, high: int, body: bytes) -> bytes:
    head = wide.to_bytes(4, "big") + high.to_bytes(4, "big") + bytes((1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
