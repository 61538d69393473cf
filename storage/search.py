"""What a person types into the search box, made comparable with what is printed. Pure: no SQL, no database.

"Núñez" finds NUNEZ and "ñuñez" does too: payroll prints names without accents about as often as with them.
"""

import re
from dataclasses import dataclass

from documents.folding import fold

__all__ = ["Token", "fold", "searched_code", "searched_name", "tokens"]

_AMOUNT = re.compile(r"(?:S/\.?)?(\d{1,3}(?:,\d{3})+|\d{1,13})(?:\.(\d{1,2}))?")
_LONGEST_TEXT = 200  # characters; more than that was pasted by accident
_MOST_TOKENS = 8


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the search: text to compare with names, documents and concepts, and the amount that it may be."""

    text: str  # folded
    amount: int | None  # céntimos
    is_amount: bool  # it has a decimal point or thousands: nobody's name


def searched_name(apellidos: str, nombres: str) -> str:
    """The names with a space before each word, so that the beginning of a word is a space and the word's letters."""
    return " " + fold(f"{apellidos} {nombres}")


def searched_code(text: str) -> str:
    """A mnemonic or a concept's name: folded and without spaces, so that "rim ley" and "rim_ley29944" meet."""
    return fold(text).replace(" ", "")


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a search; every one of them has to match. "S/ 3,046.18" is one word."""
    words = re.sub(r"(?i)\bS/\.?\s*(?=\d)", "", text[:_LONGEST_TEXT]).split()
    return tuple(token for word in words[:_MOST_TOKENS] for token in _read(word))


def _read(word: str) -> tuple[Token, ...]:
    amount = _AMOUNT.fullmatch(word)
    if amount is None:
        return tuple(Token(part, None, is_amount=False) for part in fold(word).split())
    soles, centimos = amount.groups()
    value = int(soles.replace(",", "")) * 100 + int((centimos or "").ljust(2, "0"))
    return (Token(fold(word).replace(" ", ""), value, is_amount=centimos is not None or "," in soles),)
