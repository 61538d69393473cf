"""What a new local password must be. No composition rules: long, and not the first thing that one would guess.

Passwords are normalised to NFC once, here, before anything else sees them: "ñ" typed as one key or as n plus tilde is
the same password on every keyboard. Limits after NIST SP 800-63B; the list of common ones is our own.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

MINIMUM = 10  # characters
MAXIMUM = 128
LEAST_OWN = 6  # letters that must be left when names, common words and digits are taken away

PROBLEMS = ("short", "long", "digits", "repeated", "sequence", "common", "personal")

_ALWAYS_KNOWN = ("docente", "profesor", "profesora", "maestro", "maestra", "ugel", "dre", "minedu", "chasqui", "boleta")
_LEET = str.maketrans("01345@$!", "oleasasi")
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890", "1qaz2wsx3edc4rfv5tgb")


def normalise(password: str) -> bytes:
    """The bytes that the key is derived from: NFC, UTF-8."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


def password_problem(password: str, context: Iterable[str] = ()) -> str | None:
    """Why a new password is refused (a code of PROBLEMS), or None. `context`: alias, names, document, birth date."""
    text = unicodedata.normalize("NFC", password)
    if len(text) < MINIMUM:
        return "short"
    if len(text) > MAXIMUM:
        return "long"
    plain = _plain(text)
    if not _letters(plain):
        return "digits"
    if len(set(plain)) < 5 or _repeats("".join(plain.split())):
        return "repeated"
    if _is_sequence(plain):
        return "sequence"
    return _guessable(plain, context)


def _guessable(plain: str, context: Iterable[str]) -> str | None:
    """Whether little is left once everything that anybody would try is taken away."""
    known = [word for text in (*context, *_ALWAYS_KNOWN) for word in _plain(text).split() if len(word) >= 3]
    for reading in (plain, plain.translate(_LEET)):
        without = reading
        for word in sorted(known, key=len, reverse=True):
            without = without.replace(word, " ")
        if without != reading and _letters(without) < LEAST_OWN:
            return "personal"
    return "common" if _is_common_dressed_up("".join(plain.split())) else None


def _is_common_dressed_up(text: str) -> bool:
    """A common password, perhaps with 0 for o and the like, and only digits and signs before and after it."""
    words = common_passwords()
    ends = range(len(text), 0, -1)
    return any(
        (text[first:last] in words or text[first:last].translate(_LEET) in words)
        and not _letters(text[:first] + text[last:])
        for first in range(len(text))
        for last in ends
        if first < last
    )


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def _repeats(text: str) -> bool:
    """abcabcabcabc: one short piece over and over."""
    return any(text == (text[:size] * len(text))[: len(text)] for size in range(1, len(text) // 2 + 1))


def _is_sequence(text: str) -> bool:
    """A run along the keyboard or the alphabet, in either direction, is most of the text."""
    longest = 0
    for row in (*_ROWS, *(row[::-1] for row in _ROWS)):
        for start in range(len(text)):
            size = longest + 1
            while start + size <= len(text) and text[start : start + size] in row:
                longest, size = size, size + 1
    return longest * 3 >= len(text) * 2


def _plain(text: str) -> str:
    """Lower case without accents."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


@cache
def common_passwords() -> frozenset[str]:
    """The bundled list, folded like a candidate."""
    text = files("storage").joinpath("common_passwords.txt").read_text("utf-8")
    return frozenset(_plain(line.strip()) for line in text.splitlines() if line.strip() and not line.startswith("#"))
