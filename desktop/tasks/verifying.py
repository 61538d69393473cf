"""Checking many files, for the window and the command line alike: which they are, and a verdict for each, in order.

No Qt, no words. No foreign byte is opened in this process: that is `documents.seal.worker`.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from documents.seal.many import WORKERS, check_many, in_order
from storage.copies import CacheCopies
from storage.errors import DamagedFileError
from storage.lis_copies import AllCopies, LisCopies

if TYPE_CHECKING:
    from documents.seal.copies import Copies
    from documents.seal.trust import TrustList
    from documents.seal.verdict import Verdict
    from storage.profile import Vault

SUFFIXES: Final = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"})  # within folders


def find_files(paths: Iterable[Path], stopped: Callable[[], bool] = lambda: False) -> Iterator[Path]:
    """The files among the paths, each as it is named, and the documents below the folders, by name.

    Links to folders are not followed. What does not exist is given too: its verdict says so.
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


def verify(
    files: Sequence[Path],
    trust: "TrustList",
    now: Callable[[], datetime],
    *,
    cancelled: Event,
    vault: "Vault | None" = None,
) -> "Iterator[Verdict]":
    """A verdict for each file, in the order of the files, with the time at which it came.

    With a vault, files are compared with the copies that this profile has, on this thread. When `cancelled`
    is set, the workers end in the middle of their files and no more verdicts come.
    """
    with nullcontext() if vault is None else copies_of(vault) as copies:
        checks = check_many(files, trust=trust, now=now(), copies=copies, workers=workers_here(), cancelled=cancelled)
        with closing(checks):  # type: ignore[type-var]  # a generator, and annotated as an iterator
            for verdict in in_order(checks):
                yield replace(verdict, checked=now())


def workers_here() -> int:
    """How many processes check at once; each may need hundreds of megabytes for a moment."""
    processors = os.cpu_count() or 1
    return WORKERS if processors <= 4 else min(4, processors - 2)


@contextmanager
def copies_of(vault: "Vault") -> "Iterator[Copies]":
    """What a profile can compare files with: what came by sync, and an office's old payrolls. For this thread.

    A damaged index of old payrolls is left out: its own page says so, and checking must go on.
    """
    with ExitStack() as opened:
        stores: list[Copies] = [CacheCopies(opened.enter_context(vault.cache()))]
        if vault.has_lis():
            with suppress(DamagedFileError):
                stores.append(LisCopies(opened.enter_context(vault.lis())))
        yield AllCopies(*stores)
