"""The reasons for observing and rejecting that are in force: those that come with the program, or a newer file."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import resources
from documents.decision_reasons import Reasons, read_reasons


@dataclass(frozen=True, slots=True)
class PublishedReasons:
    """As they are served."""

    content: bytes
    reasons: Reasons

    @property
    def version(self) -> int:
        """What the office's feed announces."""
        return self.reasons.version


def published_reasons(path: Path) -> PublishedReasons:
    """From a file. ReasonsError when it is none, OSError when it cannot be read."""
    content = path.read_bytes()
    return PublishedReasons(content, read_reasons(content))


@cache
def bundled_reasons() -> PublishedReasons:
    """Those that come with the program."""
    return published_reasons(resources.path("catalogues", "decision_reasons.json"))
