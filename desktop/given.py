"""Files that somebody hands to the program from outside: `chasqui FILE`, a double click, "Verificar con Chasqui".

What they are is told by their names alone: nothing of them is opened here.
"""

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

MOST = 500  # files of one handing over; a folder is one


class Kind(StrEnum):
    """What the program does with a file."""

    DOCUMENT = "document"  # checks it
    TRUST_LIST = "trust-list"  # asks, then uses it if it is newer
    PACKET = "packet"  # asks, then brings in what it holds
    UNKNOWN = "unknown"


_KINDS = {
    ".cbor": Kind.TRUST_LIST, ".chasqui": Kind.PACKET, ".pdf": Kind.DOCUMENT, ".png": Kind.DOCUMENT,
    ".jpg": Kind.DOCUMENT, ".jpeg": Kind.DOCUMENT,
}  # fmt: skip


def kind_of(path: Path) -> Kind:
    """By the ending of its name, whatever its case."""
    return _KINDS.get(path.suffix.lower(), Kind.UNKNOWN)


def is_file_word(word: str) -> bool:
    """Whether a word of the command line can only mean a file."""
    return word.startswith("file:") or Path(word).suffix.lower() in _KINDS or os.path.exists(word)  # noqa: PTH110 - never raises


def given_paths(words: Iterable[str]) -> tuple[Path, ...]:
    """Absolute paths of paths and file: addresses, as the desktop gives them; at most MOST."""
    paths = []
    for word in words:
        path = Path(_local(unquote(urlsplit(word).path))) if word.startswith("file:") else Path(word)
        paths.append(Path(os.path.abspath(path)))  # noqa: PTH100 - links stay as they are
    return tuple(paths[:MOST])


def _local(address: str) -> str:
    from urllib.request import url2pathname  # reads half of the network library

    return url2pathname(address)
