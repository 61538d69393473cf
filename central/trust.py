"""The trust list that this API publishes: its bytes as they were signed, and which version they are."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from documents.seal.trust import bundled, pinned_roots, read_trust_list
from documents.seal.trust_roots import bundled_file


@dataclass(frozen=True, slots=True)
class PublishedList:
    """A signed list and its version."""

    version: int
    file: bytes


def published_list(path: Path) -> PublishedList:
    """The list of a file. Raises TrustListError when the clients of this version would refuse it, OSError."""
    data = path.read_bytes()
    return PublishedList(read_trust_list(data, pinned_roots()).version, data)


@cache
def bundled_list() -> PublishedList:
    """The list that comes with this version."""
    return PublishedList(bundled().version, bundled_file().read_bytes())
