"""Why an office observes or rejects a request: ready sentences, read from a catalogue with a version. Pure but for the
bundled copy. Free text may always be added; none of these is a legal form.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import msgspec

import resources

LARGEST: Final = 256 * 1024  # bytes


class ReasonsError(Exception):
    """Not a catalogue of reasons, or one that says nothing."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Sentences to the person, the most frequent first."""

    version: int
    observe: tuple[str, ...]
    reject: tuple[str, ...]


class _File(msgspec.Struct):
    version: int
    observar: tuple[str, ...]
    rechazar: tuple[str, ...]


def read_reasons(content: bytes) -> Reasons:
    """From JSON. ReasonsError."""
    if len(content) > LARGEST:
        raise ReasonsError("too large")
    try:
        file = msgspec.json.decode(content, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReasonsError(str(error)) from error
    texts = (*file.observar, *file.rechazar)
    if file.version < 1 or not file.observar or not file.rechazar or not all(map(_is_sentence, texts)):
        raise ReasonsError("a version, and sentences of 1 to 500 characters for both deeds")
    return Reasons(file.version, file.observar, file.rechazar)


@cache
def bundled() -> Reasons:
    """The copy that comes with the program."""
    return read_reasons(resources.path("catalogues", "decision_reasons.json").read_bytes())


def _is_sentence(text: str) -> bool:
    return 0 < len(text.strip()) <= 500 and text.isprintable()
