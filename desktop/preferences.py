"""What this computer remembers before anybody unlocks anything: look, minutes to lock, which profile was last, how many
requests wait in each. One small readable file beside the profiles; nothing personal in it.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec

LOCK_MINUTES = range(1, 16)


@dataclass(frozen=True, slots=True)
class FilesCheck:
    """What is known of a profile's files."""

    looked: str = ""  # the day of the last check of every page, ISO; "" = never
    opened: bool = False  # and not closed since: after a crash it stays so
    owed: bool = False  # a check, since an end that was no end
    damaged: bool = False  # the last check found something


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices of this computer. `waiting`, `files`: by opaque profile id; requests not yet sent, state of files."""

    appearance: str = "system"
    text_size: int = 100  # per cent
    lock_minutes: int = 5
    last_profile: str = ""  # opaque id
    language: str = "es"
    server: str = ""  # address of the central API used last
    waiting: dict[str, int] = field(default_factory=dict)
    files: dict[str, FilesCheck] = field(default_factory=dict)

    def with_changes(self, **changes: Any) -> "Preferences":
        """A copy with some choices changed."""
        return replace(self, **changes)


def load(home: Path) -> Preferences:
    """What is on disk, made sensible; the defaults when it is missing or unreadable: a look is never worth an error."""
    try:
        found = msgspec.json.decode(_file(home).read_bytes(), type=Preferences)
    except (OSError, msgspec.DecodeError):
        return Preferences()
    appearance = found.appearance if found.appearance in ("system", "light", "dark") else "system"
    return replace(
        found,
        appearance=appearance,
        text_size=min(200, max(100, found.text_size)),
        lock_minutes=min(LOCK_MINUTES[-1], max(LOCK_MINUTES[0], found.lock_minutes)),
    )


def save(home: Path, preferences: Preferences) -> None:
    """Put it on disk whole or not at all. OSError where the folder cannot be written."""
    home.mkdir(parents=True, exist_ok=True)
    beside = _file(home).with_suffix(".new")
    beside.write_bytes(msgspec.json.encode(preferences))
    beside.replace(_file(home))


def _file(home: Path) -> Path:
    return home / "preferences.json"
