"""Checking many files: which they are, several worker processes over them, verdicts in the order of the files.

For the window and for the command line alike. No Qt, no words. No foreign byte is opened in this process: that is
`documents.seal.worker`.
"""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from documents.seal.worker import Checker
from storage.copies import CacheCopies

if TYPE_CHECKING:
    from documents.seal.trust import TrustList
    from documents.seal.verdict import Verdict
    from storage.profile import Vault

SUFFIXES: Final = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"})  # within folders
AHEAD: Final = 2  # files under way for each worker
_MOST_LANES: Final = 4


def lanes_for(processors: int | None) -> int:
    """Worker processes at once. Each may need hundreds of megabytes for a moment, and the window wants a processor."""
    return max(1, min(_MOST_LANES, (processors or 1) - (1 if (processors or 1) > 2 else 0)))


def find_files(paths: Iterable[Path], stopped: Callable[[], bool] = lambda: False) -> Iterator[Path]:
    """The files among the paths, each as it is named, and the documents below the folders, by name. Links to folders
    are not followed. What does not exist is given too: its verdict says so.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            if stopped():
                return
            folders.sort(key=str.casefold)
            names.sort(key=str.casefold)
            yield from (Path(folder, name) for name in names if Path(name).suffix.lower() in SUFFIXES)


class Verifier:
    """Several checkers at work. A context manager; leaving it ends their processes, also in the middle of a file."""

    def __init__(self, trust: "TrustList", *, vault: "Vault | None" = None, lanes: int | None = None) -> None:
        self._trust, self._vault = trust, vault
        self._lanes = lanes or lanes_for(os.cpu_count())
        self._own = threading.local()  # a checker for each thread
        self._lock = threading.Lock()
        self._checkers: list[Checker] = []
        self._held = ExitStack()
        self._stopped = threading.Event()

    def __enter__(self) -> Self:
        self._pool = ThreadPoolExecutor(self._lanes, thread_name_prefix="verify")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._held.close()

    def stop(self) -> None:
        """Give up what is under way, at once. From any thread."""
        self._stopped.set()
        with self._lock:
            for checker in self._checkers:
                checker.stop()

    def verdicts(self, files: Iterable[Path], now: Callable[[], datetime]) -> "Iterator[Verdict]":
        """A verdict for each file, in the order of the files; those under way when it is stopped are left out."""
        waiting: deque[Future[Verdict | None]] = deque()
        for file in files:
            if self._stopped.is_set():
                return
            waiting.append(self._pool.submit(self._check, file, now))
            if len(waiting) > self._lanes * AHEAD:
                yield from self._next(waiting)
        while waiting:
            yield from self._next(waiting)

    def _next(self, waiting: "deque[Future[Verdict | None]]") -> "Iterator[Verdict]":
        verdict = waiting.popleft().result()
        if verdict is not None:
            yield verdict

    def _check(self, file: Path, now: Callable[[], datetime]) -> "Verdict | None":
        if self._stopped.is_set():
            return None
        checker = self._checker()
        if self._vault is None:
            verdict = checker.check_file(file, now=now())
        else:
            with self._vault.cache() as db:  # opened in under a millisecond, and belongs to this thread
                verdict = checker.check_file(file, now=now(), copies=CacheCopies(db))
        return None if self._stopped.is_set() else verdict

    def _checker(self) -> Checker:
        found: Checker | None = getattr(self._own, "checker", None)
        if found is None:
            found = self._own.checker = Checker(self._trust)
            with self._lock:
                self._checkers.append(self._held.enter_context(found))
        return found
