"""The central API's keys that came with the program, beside the trust list and under the same roots."""

from functools import lru_cache
from pathlib import Path

from documents.seal.trust import pinned_roots
from documents.seal.trust_roots import bundled_file
from documents.stick.vouching import CentralKeys, read_central_keys

NAME = "stick-keys.cbor"


def shipped_file() -> Path:
    """Where the list lies."""
    return bundled_file().with_name(NAME)


def shipped_keys() -> CentralKeys:
    """By the roots that this program believes. Raises UntrustedPacketError."""
    return _verified(shipped_file().read_bytes())


def newest(*lists: bytes) -> CentralKeys:
    """The newest of the shipped list and these, as far as they are believed: an old list brings no old key back."""
    from contextlib import suppress

    from documents.stick.errors import UntrustedPacketError

    found = [shipped_keys()]
    for raw in lists:
        with suppress(UntrustedPacketError):
            found.append(_verified(raw))
    return max(found, key=lambda keys: keys.version)


@lru_cache(maxsize=8)
def _verified(content: bytes) -> CentralKeys:
    return read_central_keys(content, pinned_roots())
