"""Record the changes of a folder while something happens, then look at what any moment would have left.

At each chosen moment: as kill -9 leaves it, as a power cut leaves it at worst (nothing that was not fsynced, with and
without the new names) and torn. Each state is laid out in a folder of its own and given to a check.
"""

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from storage.vault import Vault
from tests.crash.commits import Acknowledged, digest_of, told
from tests.crash.disk import Disk, laid_out
from tests.crash.shim import Change, Shim, read_log

Look = Callable[[Path, Acknowledged], None]
TORN = 3  # ways a moment is torn


@dataclass
class Recording:
    """What happened in a folder."""

    start: Disk
    changes: list[Change]
    log: Path

    @property
    def marks(self) -> list[str]:
        return [one.name for one in self.changes if one.kind == "m"]


@dataclass
class Count:
    """How much was looked at."""

    changes: int = 0
    states: dict[str, int] = field(default_factory=dict)
    committed: int = 0


def record(folder: Path, act: Callable[[], None], shim: Shim) -> Recording:
    """Let it happen and write it down."""
    log = folder.with_name(folder.name + ".log")
    start = Disk(folder)
    shim.watch(folder, log)
    with told(shim.mark):
        act()
    shim.rest()
    return Recording(start, list(read_log(log, folder)), log)


def moments(recording: Recording, most: int) -> Iterator[tuple[int, Disk, Acknowledged]]:
    """At most so many moments, spread evenly, the last among them: after so many changes."""
    known, disk = Acknowledged(recording.marks), recording.start
    last = len(recording.changes)
    chosen = {round(last * place / most) for place in range(1, most + 1)} if most < last else set(range(last + 1))
    for number, change in enumerate(recording.changes, 1):
        if change.kind == "m":
            known.hear(change.name)
        else:
            disk.follow(change)
        if number in chosen:
            yield number, disk, known


def examined(recording: Recording, work: Path, look: Look, most: int, *, whole: bool) -> Count:
    """Look at the states of at most `most` moments; `whole`: at each in all ways, else at each in two of them."""
    count = Count(changes=sum(one.kind != "m" for one in recording.changes), committed=len(recording.marks))
    for number, disk, known in moments(recording, most):
        for name, image in _ways(disk, number, whole=whole):
            where = laid_out(image, work / f"{number}-{name}")
            try:
                look(where, known)
            except BaseException as error:
                error.add_note(f"at change {number} of {len(recording.changes)}, {name}: {where}")
                raise
            shutil.rmtree(where)
            count.states[name.split(" ")[0]] = count.states.get(name.split(" ")[0], 0) + 1
    return count


def _ways(disk: Disk, number: int, *, whole: bool) -> list[tuple[str, dict[str, bytes | None]]]:
    ways: list[tuple[str, Callable[[], dict[str, bytes | None]]]] = [
        ("killed", disk.killed),
        ("lost", lambda: disk.lost(names=False)),
        ("renamed", lambda: disk.lost(names=True)),
        *((f"torn {seed}", lambda seed=seed: disk.torn(number * 10 + seed)) for seed in range(TORN)),
    ]
    if not disk.uncertain():
        ways = ways[:1]
    elif not whole:
        ways = random.Random(number).sample(ways, 2)  # noqa: S311 - what failed has to fail again
    return [(name, make()) for name, make in ways]


def as_acknowledged(vault: Vault, known: Acknowledged) -> None:
    """Each file is as its last acknowledged commit left it, or as the one under way would have; and it is sound."""
    with mock.patch("storage.vault.drop_strays"):  # files that nothing names yet were acknowledged too
        vault.prepare_files()
    assert vault.damaged == (), vault.damaged
    for file in vault._files.values():
        if allowed := known.allowed(file.path.name):
            assert digest_of(file.path, file.key) in allowed, f"{file.path.name}: not the last acknowledged state"
    vault.prepare_files()
    assert vault.examine() == ()
