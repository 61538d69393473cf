"""A profile as it is listed. By itself: the first window waits for it, and `storage.records` is ten times as large."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProfileCard:
    """A profile as the unlock window shows it before any password: nothing personal but the alias the person chose."""

    directory: str
    id: str  # opaque
    alias: str
    has_copy: bool = False  # of its queue, sealed to the central API (`sync.stick.keeping`)
