"""The central API's keys that came with the program, beside the trust list and under the same roots."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from documents.seal.trust import pinned_roots
from documents.seal.trust_roots import bundled_file
from documents.stick.errors import NoCentralKeysError, UntrustedPacketError
from documents.stick.vouching import CentralKeys, read_central_keys

NAME = "stick-keys.cbor"


def shipped_file() -> Path:
    """Where the list lies."""
    return bundled_file().with_name(NAME)


def shipped_keys() -> CentralKeys | None:
    """By the roots that this program believes; None when it came without a list. Raises UntrustedPacketError."""
    file = shipped_file()
    return _verified(file.read_bytes()) if file.is_file() else None


def newest(*lists: bytes) -> CentralKeys:
    """The newest of the shipped list and these, as far as they are believed: an old list brings no old key back.

    NoCentralKeysError when there is none.
    """
    shipped = shipped_keys()
    found = [] if shipped is None else [shipped]
    for raw in lists:
        with suppress(UntrustedPacketError):
            found.append(_verified(raw))
    if not found:
        raise NoCentralKeysError
    return max(found, key=lambda keys: keys.version)


@lru_cache(maxsize=8)
def _verified(content: bytes) -> CentralKeys:
    return read_central_keys(content, pinned_roots())
