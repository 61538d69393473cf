"""New encrypted files put in their place whole, and damaged ones moved aside. Not for deciding when: storage.vault."""

from pathlib import Path

from storage.connection import DatabaseFile, is_plain, open_database
from storage.errors import BugError
from storage.files import UNFINISHED_SUFFIX, disk_errors, move, settle_folder, touch_private
from storage.layout import with_companions
from storage.migrating import Kind, migrate


def create_database(file: DatabaseFile, kind: Kind) -> None:
    """Begin an empty file beside its place and move it there whole: no crash leaves half a database."""
    put_in_place(begin_part(file, kind), file)


def begin_part(file: DatabaseFile, kind: Kind) -> DatabaseFile:
    """Begin an empty file beside its place; what a crash left there is removed."""
    part = DatabaseFile(file.path.with_name(file.path.name + UNFINISHED_SUFFIX), file.key)
    with disk_errors(part.path):
        for left in tuple(with_companions(part.path)):
            left.unlink()
    touch_private(part.path)
    with open_database(part) as db:
        migrate(db, kind)
    if is_plain(part.path):
        raise BugError("this build of SQLite does not encrypt")
    return part


def put_in_place(part: DatabaseFile, file: DatabaseFile) -> None:
    """Give the finished file its name."""
    with disk_errors(file.path):
        move(part.path, file.path)
        settle_folder(file.path.parent)


def move_aside(path: Path) -> Path | None:
    """Companions first: a new file must never meet the WAL of an old one."""
    if not path.exists():
        return None
    number = 1
    while any(_aside(path, number, end).exists() for end in ("", "-wal", "-shm", "-journal")):
        number += 1
    aside = _aside(path, number)
    with disk_errors(path):
        for file in tuple(with_companions(path)):
            move(file, aside.with_name(aside.name + file.name.removeprefix(path.name)))
        settle_folder(path.parent)
    return aside


def _aside(path: Path, number: int, end: str = "") -> Path:
    return path.with_name(f"{path.stem}.damaged-{number}{path.suffix}{end}")


def last_aside(path: Path) -> Path | None:
    """The newest damaged file: a salvage was cut between moving it aside and putting the new one in its place."""
    numbers = [number for number in range(1, 1_000) if _aside(path, number).exists()]
    return _aside(path, numbers[-1]) if numbers else None
