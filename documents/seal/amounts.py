"""What looks like money on a page. Pure."""

import re
from typing import Final

from documents.seal.text import canonical_tokens

_AMOUNT: Final = re.compile(r"-?\d{1,3}(?:,\d{3})*\.\d{2}", re.ASCII)
_LIKE: Final = re.compile(r"\d[\d.,'’]*[.,]\d{1,2}(?!\d)|\d{1,3}(?:[.,'’]\d{3})+", re.ASCII)
_DATE: Final = re.compile(r"\D*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\D*", re.ASCII)
_CURRENCY: Final = re.compile(r"^S/\.?", re.IGNORECASE)


def normal(text: str) -> str:
    """The text as the digest sees it, without its spaces: what two texts are compared by."""
    return "".join(canonical_tokens(text))


def amount_of(text: str) -> str | None:
    """The amount that a word is, as a payslip prints it ("1,234.56"); None for any other word."""
    bare = _CURRENCY.sub("", normal(text))
    return bare if _AMOUNT.fullmatch(bare) else None


def holds_amount(text: str) -> bool:
    """Whether somebody may take a part of the word for money, in whatever way it is written."""
    bare = normal(text)
    return _DATE.fullmatch(bare) is None and _LIKE.search(bare) is not None


def centimos(amount: str) -> int:
    """ "1,234.56" -> 123456."""
    return int(amount.replace(",", "").replace(".", ""))
