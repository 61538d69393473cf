"""What a person calls a profile, and that its password is worth having. The alias stands in the envelope, readable."""

from pathlib import Path

from storage.envelope import read_envelope, write_envelope
from storage.errors import BugError, WeakPasswordError
from storage.layout import ENVELOPE
from storage.passwords import password_problem

LONGEST_ALIAS = 60  # characters


def relabel(directory: Path, alias: str) -> str:
    """Write another alias into the envelope; everything else in it stays. Raises DamagedFileError, writing nothing."""
    path = directory / ENVELOPE
    envelope = read_envelope(path)
    tidy = tidy_alias(alias)
    write_envelope(path, envelope.called(tidy))
    return tidy


def tidy_alias(alias: str) -> str:
    """One line, single spaces, at most 60 characters."""
    tidy = " ".join("".join(letter if letter.isprintable() else " " for letter in alias).split())[
        :LONGEST_ALIAS
    ].strip()
    if not tidy:
        raise BugError("an alias cannot be empty")
    return tidy


def require_strong(password: str, alias: str) -> None:
    """Raises WeakPasswordError."""
    if reason := password_problem(password, (alias,)):
        raise WeakPasswordError(reason)
