"""The text of a document as a digest that another producer's order, spacing and letter forms do not change.

Tokens are what stands between white space, in one form: NFKC, upper case, one kind of hyphen. A document is the
multiset of its tokens: the same PDF written again by other software lists them in another order. This proves only what
text a document carries, not what the eye sees; that is the business of `documents.seal.pixels`.
"""

import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

DIGEST_SIZE: Final = 16  # bytes: half of SHA-256; a second text with the same digest is out of reach

# PDFium writes a hyphen at the end of a line as one of these and swallows the end of the line.
_BROKEN_LINE: Final = dict.fromkeys((0x02, 0xFFFE), "- ")
_HYPHENS: Final = dict.fromkeys((0x00AD, *range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D), "-")
_FOLDED: Final = _BROKEN_LINE | _HYPHENS


def canonical_tokens(text: str) -> tuple[str, ...]:
    """The tokens of a text in the order they stand in it, each in its canonical form."""
    if text.isascii() and "\x02" not in text:  # has one form already, and most words are
        return tuple(text.upper().split())
    composed = unicodedata.normalize("NFKC", text.translate(_FOLDED))
    return tuple(unicodedata.normalize("NFKC", composed.upper()).translate(_HYPHENS).split())


def text_digest(text: str) -> bytes:
    """16 bytes: SHA-256 of the sorted tokens (by code point, repeated as often as they occur), one a line in UTF-8."""
    return digest_of_tokens(sorted(canonical_tokens(text)))


def digest_of_tokens(tokens: Iterable[str]) -> bytes:
    """The digest of canonical tokens that are sorted already."""
    return sha256("\n".join(tokens).encode("utf-8", "surrogatepass")).digest()[:DIGEST_SIZE]
