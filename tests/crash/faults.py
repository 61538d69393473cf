"""A disk that refuses: full, half full, an fsync that fails, a stick pulled out, a folder become read-only.

The sitting meets the fault at its n-th change. What fails has to fail with an error of the world and leave the state
before it; when there is room again, the same deed succeeds, in the same process, and everything ends as if nothing had
happened.
"""

import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from storage.connection import Connection
from storage.errors import WorldError
from storage.vault import Vault
from tests.crash.commits import digest
from tests.crash.shim import Fault, Shim
from tests.crash.sitting import SESSIONS, opened

T = TypeVar("T")
TOLD = (Fault.FULL, Fault.FULL_ONCE, Fault.HALF, Fault.UNSYNCED, Fault.DEAD, Fault.DENIED)


@dataclass
class Sitting:
    """One sitting under one fault."""

    vault: Vault
    shim: Shim
    states: list[tuple[str, str]]  # after each deed, when nothing goes wrong; the first before any
    met: Counter[str]
    name: str = ""

    def sit(self) -> None:
        """All deeds; each that fails is done again once the disk is well."""
        number = 0
        for deeds in SESSIONS:
            with ExitStack() as stack:
                box, db = self._try(lambda: opened(self.vault), lambda: None)
                stack.enter_context(box)
                stack.enter_context(db)
                for deed in deeds():
                    before = self.states[number]
                    self._try(lambda: deed(box, db), lambda: _require(state(box, db) == before))  # noqa: B023 - at once
                    number += 1
                _require(state(box, db) == self.states[number])

    def _try(self, work: Callable[[], T], unchanged: Callable[[], None]) -> T:
        try:
            return work()
        except WorldError as error:
            self.met[f"{self.name}: {type(error).__name__}"] += 1
            self.shim.arm(Fault.NONE, 0)
            unchanged()
            return work()


def state(box: Connection, db: Connection) -> tuple[str, str]:
    return digest(box), digest(db)


def undisturbed(vault: Vault) -> list[tuple[str, str]]:
    """The state before the first deed and after each."""
    states: list[tuple[str, str]] = []
    for deeds in SESSIONS:
        box, db = opened(vault)
        with box, db:
            states = states or [state(box, db)]
            for deed in deeds():
                deed(box, db)
                states.append(state(box, db))
    return states


def weathered(template: Path, make: Callable[[Path], Vault], shim: Shim, most: int) -> Counter[str]:
    """Each fault at so many changes (0: at every one). What was met, and how often."""
    work = template.with_name("work")
    shutil.copytree(template, work)
    shim.watch(work)
    states = undisturbed(make(work))
    changes, met = shim.counted, Counter[str]()
    shutil.rmtree(work)
    step = max(1, changes // most) if most else 1
    for place, fault in enumerate(TOLD):
        for begun in range(0, changes, step):
            number = 1 + (begun + step // 2 + place * 31) % changes
            shim.rest()
            shutil.copytree(template, work)
            vault = make(work)
            shim.watch(work)
            shim.arm(fault, number)
            Sitting(vault, shim, states, met, fault.name).sit()
            shim.arm(Fault.NONE, 0)
            vault.prepare_files()
            _require(vault.damaged == () and vault.examine() == ())
            met[f"{fault.name}: tries"] += 1
            shutil.rmtree(work)
    shim.rest()
    return met


def _require(truth: bool) -> None:
    if not truth:
        raise AssertionError("a deed that failed left something, or one that succeeded did not")
