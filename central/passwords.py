"""Passwords of accounts: hashing (Argon2id in PHC strings), checking, and which ones are too weak to take."""

import os
import unicodedata
from functools import cache

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from central.settings import PasswordCost

SHORTEST, LONGEST = 10, 128


def hash_password(password: str, cost: PasswordCost) -> str:
    """A new PHC string with a salt of its own."""
    argon = Argon2id(salt=os.urandom(16), length=32, iterations=cost.passes, lanes=1, memory_cost=cost.memory)
    return argon.derive_phc_encoded(_plain(password))


def is_right(password: str, hashed: str | None, cost: PasswordCost) -> bool:
    """Whether it is the password of this hash. None (no such account) takes as long and is never right."""
    try:
        Argon2id.verify_phc_encoded(_plain(password), hashed or _nobody(cost))
    except InvalidKey:
        return False
    return hashed is not None


def is_weak(password: str, personal: tuple[str, ...]) -> bool:
    """Too short, too long, too few different signs, or made around something that others know of the person."""
    folded = unicodedata.normalize("NFC", password).casefold()
    if not SHORTEST <= len(folded) <= LONGEST or len(set(folded)) < 5:
        return True
    return any(word.casefold() in folded for word in personal if len(word) >= 4)


@cache
def _nobody(cost: PasswordCost) -> str:
    return hash_password(os.urandom(16).hex(), cost)


def _plain(password: str) -> bytes:
    return unicodedata.normalize("NFC", password).encode()
