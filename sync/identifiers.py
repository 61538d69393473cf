"""The one place that makes identifiers and draws lots, so that tests can say what comes."""

import secrets
import uuid
from typing import Protocol

from typing_extensions import override


def new_id() -> str:
    """A fresh UUID, version 4."""
    return str(uuid.uuid4())


class Chance(Protocol):
    """What spreads retries out."""

    def share(self) -> float:
        """A number in [0, 1), evenly spread."""
        ...


class SystemChance(Chance):
    """The operating system's random source."""

    @override
    def share(self) -> float:
        return secrets.randbelow(1 << 53) / (1 << 53)


def new_document_id() -> bytes:
    """8 random bytes under which an office can annul a paper that it sealed."""
    return secrets.token_bytes(8)
