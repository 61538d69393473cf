"""Why there is no sustento. The words for a person are `documents.sustento.words`.

DocumentError
  SustentoError
    SourceRefusedError      one chosen file cannot be used (`name`, `trouble`: a code)
    SustentoRefusedError    the pages together cannot be used (`trouble`: a code; `found`, `limit`)
    SustentoStoppedError    the caller asked to stop
"""

from enum import StrEnum

from documents.errors import DocumentError
from documents.packet.errors import ItemTrouble


class SustentoError(DocumentError):
    """Anything for which there is no sustento. The chosen files are as they were."""


class OpeningTrouble(StrEnum):
    """What happened to the process that opened a file."""

    TIMEOUT = "timeout"
    CRASHED = "crashed"


class SourceRefusedError(SustentoError):
    """The file cannot be used; the others are not at fault."""

    def __init__(self, name: str, trouble: ItemTrouble | OpeningTrouble, detail: str = "") -> None:
        super().__init__(f"{name}: {trouble.value}" + (f" ({detail})" if detail else ""))
        self.name, self.trouble, self.detail = name, trouble, detail


class WholeTrouble(StrEnum):
    """What is wrong with the pages together."""

    NO_PAGES = "no-pages"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_LARGE = "too-large"  # bytes, at the floor of legibility
    TOO_MUCH = "too-much"  # bytes of the chosen files together
    LOST = "lost"  # the process that joins them gave no answer


class SustentoRefusedError(SustentoError):
    """`found` and `limit` are bytes or pages, by the trouble."""

    def __init__(self, trouble: WholeTrouble, found: int = 0, limit: int = 0) -> None:
        super().__init__(f"{trouble.value}: {found} of {limit}")
        self.trouble, self.found, self.limit = trouble, found, limit


class SustentoStoppedError(SustentoError):
    """Stopped because the caller asked."""
