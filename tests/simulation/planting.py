"""Bugs that are planted on purpose: each is a name, a sentence and what to patch. Only tests ever plant them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

Plant = Callable[[], AbstractContextManager[Any]]


@dataclass(frozen=True, slots=True)
class Planted:
    """One bug."""

    name: str
    what: str
    plant: Plant


BUGS: dict[str, Planted] = {}


def planted(what: str) -> Callable[[Plant], Plant]:
    """Register a bug under its function's name."""

    def register(plant: Plant) -> Plant:
        name = plant.__name__.replace("_", "-")
        assert name not in BUGS
        BUGS[name] = Planted(name, what, plant)
        return plant

    return register
