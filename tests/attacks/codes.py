"""Codes as a forger handles them: read from the rendering, drawn anew in any form, and seals put together by hand."""

from functools import lru_cache
from typing import TYPE_CHECKING

import pypdfium2
import qrcode
import zxingcpp
from PIL import Image
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M

from documents.qr import qr_bars
from documents.seal import base45, cbor, codec, cose, signatures
from documents.seal.claims import Claims
from documents.seal.keys import IssuerKey
from documents.seal.signatures import PrivateKey
from documents.seal.signed import read_claims

if TYPE_CHECKING:
    from tests.attacks.cases import Base

LEVELS = {"L": ERROR_CORRECT_L, "M": ERROR_CORRECT_M, "H": ERROR_CORRECT_H}


@lru_cache(maxsize=64)
def read_code(pdf: bytes, page: int = 0) -> str:
    """The text of the page's code."""
    opened = pypdfium2.PdfDocument(pdf)
    picture = opened[page].render(scale=300 / 72).to_pil().convert("L")
    opened.close()
    return zxingcpp.read_barcodes(picture)[0].text


def seal_of(base: "Base") -> tuple[str, bytes]:
    """The genuine seal of a base and the document's id, as anyone can read them."""
    text = read_code(base.pdf)
    return text, read_claims(codec.parse(text).payload).document_id


def claims_in(base: "Base") -> Claims:
    return read_claims(codec.parse(read_code(base.pdf)).payload)


def code_operators(text: str, x: float, y: float, side: float) -> bytes:
    """A vector code whose lower left corner is x, y."""
    code = qr_bars(text)
    module = side / code.side
    bars = "\n".join(f"{column} {row} {length} 1 re" for column, row, length in code.bars)
    return f"q 0 0 0 rg {module:.4f} 0 0 {-module:.4f} {x:.3f} {y + side:.3f} cm\n{bars}\nf Q".encode()


def code_picture(text: str, level: str = "L") -> Image.Image:
    """A code as pixels, ten a module."""
    code = qrcode.QRCode(error_correction=LEVELS[level], border=2, box_size=10)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    return code.make_image().get_image().convert("L")


def text_of(envelope: bytes) -> str:
    return codec.PREFIX + base45.encode(envelope)


def bytes_of(text: str) -> bytes:
    return base45.decode(text.removeprefix(codec.PREFIX))


def sealed_by(payload: bytes, key: IssuerKey, kid: bytes) -> str:
    """Signed by one key in the name of another."""
    return text_of(cose.seal(payload, key.private, kid))


def sealed_with_header(payload: bytes, private: PrivateKey, header: dict[int | str, cbor.Value]) -> str:
    """Any protected header over a true signature of the key."""
    protected = cbor.encode(header)
    signature = signatures.sign(private, cose.sig_structure(protected, payload))
    return text_of(b"\xd2" + cbor.encode([protected, {}, payload, signature]))
