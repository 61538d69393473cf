"""What was understood before and comes again, in bounded memory: the newest, and as many of before them.

Forgetting all at once would cost a month's worth of understanding each time; this forgets what did not come for long.
"""

from abc import abstractmethod
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Known(dict[K, V], Generic[K, V]):
    """A dictionary of at most `most` keys; when it is full it starts anew and asks the one before for what is gone."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._before: dict[K, V] = {}

    def recalled(self, key: K) -> V | None:
        """What the dictionary before this one knew, which is kept anew."""
        found = self._before.get(key)
        return None if found is None else self.keep(key, found)

    def keep(self, key: K, value: V) -> V:
        """Know this; the value."""
        if len(self) >= self._most:
            self._before = dict(self)
            self.clear()
        self[key] = value
        return value


class Memory(Known[K, V], Generic[K, V]):
    """One that learns what it does not know."""

    def __missing__(self, key: K) -> V:
        found = self.recalled(key)
        return self.keep(key, self.learned(key)) if found is None else found

    @abstractmethod
    def learned(self, key: K) -> V:
        """The value of a key that was not known. What it raises, asking raises."""
