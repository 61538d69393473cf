"""The catalogue of the legajo that is in force: the one that comes with the program, or a newer file."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import resources
from documents.legajo_catalogue import LegajoCatalogue, read_catalogue


@dataclass(frozen=True, slots=True)
class PublishedCatalogue:
    """As it is served, and as requests are judged by it."""

    content: bytes
    catalogue: LegajoCatalogue

    @property
    def version(self) -> int:
        """What the feed announces."""
        return self.catalogue.version


def published_catalogue(path: Path) -> PublishedCatalogue:
    """From a file. LegajoCatalogueError when it is none, OSError when it cannot be read."""
    content = path.read_bytes()
    return PublishedCatalogue(content, read_catalogue(content))


@cache
def bundled_catalogue() -> PublishedCatalogue:
    """The one that comes with the program."""
    return published_catalogue(resources.path("catalogues", "legajo.json"))
