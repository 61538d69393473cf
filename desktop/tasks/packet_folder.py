"""The folder of a job: working files whole and on the disk first, then their names, never over another file. No Qt."""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from desktop.tasks.exporting import ExportError, TargetExistsError, export_fault, take_name
from storage.packet_records import MadeFile


class JobFolder:
    """Where a job writes. Every fault of the disk is an ExportError, whose code has its words."""

    def __init__(self, folder: Path, work: str) -> None:
        self.folder, self.work = folder, folder / work

    def prepare(self) -> None:
        """Make the working folder. Raises ExportError when the folder is gone or takes nothing."""
        try:
            if not self.folder.is_dir():
                raise FileNotFoundError(errno.ENOENT, "gone", str(self.folder))
            self.work.mkdir(exist_ok=True)
        except OSError as error:
            raise export_fault(error, self.folder) from error

    def place_of(self, place: int) -> Path:
        """An empty folder for what is being made for one person; what a cut left there goes."""
        path = self.work / f"{place:05d}"
        try:
            shutil.rmtree(path, ignore_errors=True)
            path.mkdir()
        except OSError as error:
            raise export_fault(error, path) from error
        return path

    def write(self, path: Path, content: bytes) -> None:
        """A working file, on the disk when this returns."""
        try:
            path.parent.mkdir(exist_ok=True)
            with path.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise export_fault(error, path) from error

    def described(self, path: Path, name: str, pages: int) -> MadeFile:
        """A working file or folder as it will be called."""
        try:
            return MadeFile(name, _size(path), digest(path), pages)
        except OSError as error:
            raise export_fault(error, path) from error

    def free_name(self, stem: str, suffix: str, taken: Iterable[str] = ()) -> str:
        """The name, or with " (2)" behind it when a file of that name is there already."""
        taken = set(taken)
        number, name = 1, stem + suffix
        while name in taken or (self.folder / name).exists():
            number += 1
            name = f"{stem} ({number}){suffix}"
        return name

    def name(self, place: int, files: Iterable[MadeFile]) -> bool:
        """Give working files their names; what has its name already is left. False: one of them is not whole any more.

        Raises ExportError.
        """
        for made in files:
            target, source = self.folder / made.name, self.work / f"{place:05d}" / made.name
            if target.exists() and digest(target) == made.sha256:
                continue
            if not source.exists() or digest(source) != made.sha256:
                return False
            _take(source, target)
        _settle(self.folder)
        return True

    def holds(self, place: int, files: Iterable[MadeFile]) -> bool:
        """Whether working files that go on into common ones are here as they were made."""
        return all((path := self.part(place, made)).exists() and digest(path) == made.sha256 for made in files)

    def part(self, place: int, made: MadeFile) -> Path:
        """A working file that stays one."""
        return self.work / f"{place:05d}" / made.name

    def clear(self, place: int) -> None:
        """Nothing of a person is in the working folder any more."""
        shutil.rmtree(self.work / f"{place:05d}", ignore_errors=True)

    def remove_work(self) -> None:
        """The working folder goes; files that have their names stay."""
        shutil.rmtree(self.work, ignore_errors=True)


def _take(source: Path, target: Path) -> None:
    try:
        if source.is_dir():
            if target.exists():
                raise TargetExistsError(target)
            source.rename(target)
        else:
            take_name(source, target)
    except ExportError:
        raise
    except OSError as error:
        raise export_fault(error, target) from error


def digest(path: Path) -> str:
    """SHA-256 of a file; of a folder that of its files' names and digests. "" when it cannot be read."""
    try:
        if not path.is_dir():
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        lines = [f"{each.name} {digest(each)}" for each in sorted(path.iterdir())]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()
    except OSError:
        return ""


def _size(path: Path) -> int:
    return sum(each.stat().st_size for each in path.iterdir()) if path.is_dir() else path.stat().st_size


def _settle(folder: Path) -> None:
    """Names on the disk too. Windows keeps them by itself and opens no folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
