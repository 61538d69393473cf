"""A disk as it may be found after the current failed: what was fsynced is there, of the rest any part, torn or garbled.

Model: a write reaches the plate sector by sector (512 bytes) and in any order until its file is fsynced; names (made,
renamed, removed) reach it in their order, as a journalling file system keeps them, and for certain only when their
folder is fsynced. That is harsher than ext4 and NTFS in two ways: the fsync of a new file does not keep its name, and a
sector under way may be left as rubbish.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.crash.shim import Change

SECTOR = 512


@dataclass
class File:
    """What is certainly on the plate, and what may be."""

    settled: bytearray = field(default_factory=bytearray)
    pending: list[Change] = field(default_factory=list)

    def sync(self) -> None:
        """All of it is certain now."""
        for change in self.pending:
            _apply(self.settled, change)
        self.pending.clear()


Names = dict[str, File | None]  # None for a folder


class Disk:
    """Follows the changes; `killed` and `cut` say what would be found at this moment."""

    def __init__(self, folder: Path) -> None:
        """The folder as it is: certain."""
        self._files: dict[int, File] = {}  # by inode: of those that were opened last under a number
        self._settled: Names = {}
        self._pending: list[tuple[Change, File | None]] = []
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_dir():
                self._settled[name] = None
            elif not name.endswith("-shm"):
                self._settled[name] = self._files[path.stat().st_ino] = File(bytearray(path.read_bytes()))

    def follow(self, change: Change) -> None:
        """One more change."""
        match change.kind:
            case "w" | "t":
                self._files[change.inode].pending.append(change)
            case "s":
                self._files[change.inode].sync()
            case "S":
                self._settle(change.name)
            case "c":
                self._files[change.inode] = File()
                self._pending.append((change, self._files[change.inode]))
            case "r" | "u" | "d" | "D":
                self._pending.append((change, None))

    def killed(self) -> dict[str, bytes | None]:
        """After kill -9: the system goes on and keeps what it was given. Name -> content, None for a folder."""
        return self._image(len(self._pending), lambda file: file.pending)

    def lost(self, *, names: bool) -> dict[str, bytes | None]:
        """Nothing that was not fsynced is there; `names`: but files have been made, renamed and removed."""
        return self._image(len(self._pending) if names else 0, lambda _file: ())

    def torn(self, seed: int) -> dict[str, bytes | None]:
        """Of what was not fsynced some sectors are there, some not, some rubbish."""
        chance = random.Random(seed)  # noqa: S311 - what failed has to fail again
        share, rubbish = chance.choice((0.05, 0.5, 0.95)), chance.choice((0.0, 0.0, 0.1))

        def some(file: File) -> Iterable[Change]:
            for change in file.pending:
                if change.kind == "t":
                    if chance.random() < share:
                        yield change
                    continue
                yield from _sectors(change, chance, share, rubbish)

        return self._image(chance.randint(0, len(self._pending)), some)

    def uncertain(self) -> bool:
        """Whether anything is under way."""
        return bool(self._pending) or any(file.pending for file in self._files.values())

    def _image(self, names: int, choose: Callable[[File], Iterable[Change]]) -> dict[str, bytes | None]:
        found = dict(self._settled)
        for change, file in self._pending[:names]:
            _rename(found, change, file)
        image: dict[str, bytes | None] = {}
        for name, file in found.items():
            if _stands(name, found):
                image[name] = None if file is None else _content(file, choose(file))
        return image

    def _settle(self, folder: str) -> None:
        """Names in this folder are certain. The journal is one: what was before them is certain too."""
        last = max((place for place, one in enumerate(self._pending, 1) if _parent(one[0]) == folder), default=0)
        for change, file in self._pending[:last]:
            _rename(self._settled, change, file)
        del self._pending[:last]


def laid_out(image: dict[str, bytes | None], folder: Path) -> Path:
    """Make the folder look like that."""
    folder.mkdir(parents=True)
    for name, content in sorted(image.items()):
        if content is None:
            (folder / name).mkdir(parents=True, exist_ok=True)
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    return folder


def _content(file: File, changes: Iterable[Change]) -> bytes:
    content = bytearray(file.settled)
    for change in changes:
        _apply(content, change)
    return bytes(content)


def _apply(content: bytearray, change: Change) -> None:
    if change.kind == "t":
        del content[change.offset :]
        content.extend(bytes(change.offset - len(content)))
        return
    if len(content) < change.offset:
        content.extend(bytes(change.offset - len(content)))
    content[change.offset : change.offset + len(change.data)] = change.data


def _sectors(change: Change, chance: random.Random, share: float, rubbish: float) -> Iterable[Change]:
    for at in range(0, len(change.data), SECTOR):
        piece = change.data[at : at + SECTOR]
        if chance.random() < share:
            spoilt = chance.random() < rubbish
            yield Change("w", "", "", 0, change.offset + at, chance.randbytes(len(piece)) if spoilt else piece)


def _rename(names: Names, change: Change, made: File | None) -> None:
    match change.kind:
        case "c":
            names[change.name] = made
        case "d":
            names[change.name] = None
        case "r":
            for name in [name for name in names if name == change.name or name.startswith(change.name + "/")]:
                names[change.other + name.removeprefix(change.name)] = names.pop(name)
        case _:
            names.pop(change.name, None)


def _parent(change: Change) -> str:
    return str(PurePosixPath(change.other or change.name).parent)


def _stands(name: str, names: Names) -> bool:
    """Whether the folders above it are there."""
    return all(str(above) in names for above in PurePosixPath(name).parents if str(above) != ".")
