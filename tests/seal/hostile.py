"""Files that mean harm, made by hand. Each is small; what it asks of a reader is not."""

import zlib


def pdf_of(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a right cross-reference table."""
    body, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, size = len(body), len(objects) + 1
    body += b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    body += b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, root, start)
    return bytes(body)


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), more, content)


def page(content: bytes, more: bytes = b"/MediaBox[0 0 595 842]") -> bytes:
    """One page with this content."""
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>%b>>" % more,
        stream(content),
    )


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (3 + index) for index in range(count))
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count)
    return pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", tree, *([leaf] * count))


def looping_tree() -> bytes:
    """A page tree whose branch is its own ancestor."""
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 5>>",
        b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 5>>",
    )


def endless_drawing(depth: int = 27) -> bytes:
    """Forms that each draw the next one twice, and the last one a sheet: as many fills as two to the depth."""
    first = 5
    forms = []
    for level in range(depth):
        last = level == depth - 1
        content = b"0 0 595 842 re f" if last else b"/X Do /X Do"
        inner = b"" if last else b"/Resources<</XObject<</X %d 0 R>>>>" % (first + level + 1)
        forms.append(stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]" + inner))
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        stream(b"/X Do"),
        *forms,
    )


def inflating_image(side: int = 60_000) -> bytes:
    """A picture of a few kilobytes that is gigabytes of pixels."""
    packer = zlib.compressobj(9)
    squeezed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(side * side * 3 // 8 >> 20)) + packer.flush()
    kind = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        stream(b"q 595 0 0 842 0 0 cm /X Do Q"),
        stream(squeezed, kind % (side, side)),
    )


def inflating_content(megabytes: int = 600) -> bytes:
    """Page content that is squeezed a thousand times."""
    packer = zlib.compressobj(9)
    line = b"0 0 1 1 re f\n" * 80_000
    squeezed = b"".join(packer.compress(line) for _ in range(megabytes)) + packer.flush()
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        stream(squeezed, b"/Filter/FlateDecode"),
    )
