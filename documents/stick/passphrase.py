"""A first packet opened with words said in person: Argon2id over them gives the key that it is sealed to.

Seven of 512 short words: 63 bits, each guess at the price of 64 MiB and three passes. Whoever finds the stick finds no
words on it. The words are made here, never chosen by a person, and what is inside pairs one device, once.
"""

import secrets
import unicodedata
from functools import cache
from typing import Final

import resources
from documents.stick.errors import DamagedPacketError
from documents.stick.header import Lock
from documents.stick.keys import SEED, DeviceKey

WORDS: Final = 7
MEMORY: Final = 64 * 1024  # KiB
PASSES: Final = 3
_HEAVIEST: Final = (256 * 1024, 10)  # a file must not hang the program


def new_lock() -> Lock:
    """With fresh salt."""
    return Lock(secrets.token_bytes(16), MEMORY, PASSES)


def new_passphrase() -> str:
    """Seven words with spaces between them."""
    return " ".join(secrets.choice(word_list()) for _ in range(WORDS))


def key_of(passphrase: str, lock: Lock) -> DeviceKey:
    """What these words open. Takes about a third of a second. DamagedPacketError for a lock that nobody makes."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if not (1 <= lock.passes <= _HEAVIEST[1] and 8 <= lock.memory <= _HEAVIEST[0]):
        raise DamagedPacketError("lock")
    kdf = Argon2id(salt=lock.salt, length=SEED, iterations=lock.passes, lanes=1, memory_cost=lock.memory)
    return DeviceKey(kdf.derive(tidy(passphrase).encode()))


def tidy(typed: str) -> str:
    """However it was typed: capitals, tildes, commas and spaces do not count."""
    plain = unicodedata.normalize("NFKD", typed).casefold()
    kept = "".join(sign if sign.isalpha() else " " for sign in plain if not unicodedata.combining(sign))
    return " ".join(kept.split())


def unknown_words(typed: str) -> tuple[str, ...]:
    """Words that are in no passphrase: slips to point at before a second is spent."""
    return tuple(word for word in tidy(typed).split() if word not in word_list())


@cache
def word_list() -> tuple[str, ...]:
    """512 of them."""
    return tuple(resources.path("catalogues", "passphrase-words.txt").read_text(encoding="utf-8").split())
