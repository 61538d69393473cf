"""The words of one verdict, in three lengths. No Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentences:
    """A verdict in three lengths."""

    word: str  # in the list
    title: str  # the largest thing on the page
    todo: str
