"""The one door to SQLCipher: opening with the raw key, named parameters, transactions, errors by their own names.

Not for deciding what is stored; that is the schema's and the modules' above. A connection belongs to the thread that
opened it. sqlcipher3 is a fork of the standard module without type information, so the checker reads the standard
module's types; its errors are nevertheless classes of their own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import quote

from storage.errors import (
    BugError,
    DamagedFileError,
    DiskFullError,
    DiskTroubleError,
    FolderDeniedError,
    ProfileBusyError,
    StorageError,
)
from storage.files import has_no_room

if TYPE_CHECKING:
    import sqlite3 as driver
    from sqlite3 import Row
else:
    from sqlcipher3 import dbapi2 as driver
    from sqlcipher3.dbapi2 import Row

__all__ = [
    "Connection",
    "DatabaseFile",
    "Row",
    "Value",
    "has_wal",
    "is_complete",
    "is_plain",
    "open_database",
    "open_wreck",
    "transaction",
]

Value = str | int | float | bytes | None

OLDEST_CIPHER = (4, 6)
PLAIN_HEADER = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class DatabaseFile:
    """An encrypted file and its key: 32 bytes, used as they are, never a password."""

    path: Path
    key: bytes = field(repr=False)


class Connection:
    """One open database, perhaps with the outbox attached for reading. Closes as a context manager."""

    def __init__(self, raw: driver.Connection, path: Path) -> None:
        self._raw = raw
        self.path = path
        self.missing: Path | None = None  # the damaged outbox that could not be laid under this cache

    def run(self, sql: str, /, **values: Value) -> int:
        """Execute one statement; the number of rows changed."""
        with named_errors(self.path):
            return self._raw.execute(sql, values).rowcount

    def run_many(self, sql: str, rows: Iterable[Mapping[str, Value] | Sequence[Value]], /) -> None:
        """Execute one statement once for each row; by place instead of by name where there are millions of them."""
        with named_errors(self.path):
            self._raw.executemany(sql, rows)

    def rows(self, sql: str, /, **values: Value) -> list[Row]:
        """All rows; columns by name."""
        with named_errors(self.path):
            return self._raw.execute(sql, values).fetchall()

    def row(self, sql: str, /, **values: Value) -> Row | None:
        """The first row, or None."""
        with named_errors(self.path):
            found: Row | None = self._raw.execute(sql, values).fetchone()
            return found

    def number(self, sql: str, /, **values: Value) -> int:
        """The first column of the first row, which must be an integer; 0 for NULL or no row."""
        found = self.row(sql, **values)
        return 0 if found is None or found[0] is None else int(found[0])

    def text(self, sql: str, /, **values: Value) -> str | None:
        """The first column of the first row as text; None for NULL or no row."""
        found = self.row(sql, **values)
        return None if found is None or found[0] is None else str(found[0])

    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._raw.in_transaction

    def close(self) -> None:
        """Close; harmless when closed already. The last one to close folds the WAL back into the file."""
        with named_errors(self.path):
            self._raw.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextmanager
def transaction(db: Connection) -> Iterator[None]:
    """All of the block is stored, on disk and fsynced, or none of it. Not to be nested."""
    if db.in_transaction():
        raise BugError("a transaction inside a transaction")
    db.run("BEGIN IMMEDIATE")
    try:
        yield
        db.run("COMMIT")
    except BaseException:
        if db.in_transaction():  # a full disk has rolled back by itself
            db.run("ROLLBACK")
        raise


def open_database(file: DatabaseFile, *, beneath: DatabaseFile | None = None) -> Connection:
    """Open an encrypted file (an empty one becomes a new database), with `beneath` attached read-only as `outbox`.

    Raises DamagedFileError when the key does not fit or the file is not whole; nothing is written then, but for what a
    crash left in the WAL. A power cut that spoilt the first sector while the WAL was folded in leaves a file that no
    key fits: the first try folds it in as it closes, and the second finds the file whole.
    """
    if not has_wal(file.path):
        return _opened(file, beneath)
    try:
        return _opened(file, beneath)
    except DamagedFileError:
        return _opened(file, beneath)


def has_wal(path: Path) -> bool:
    """Whether something waits to be folded into the file."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size > 0
    except FileNotFoundError:  # none, or another connection has just folded it in
        return False


def _opened(file: DatabaseFile, beneath: DatabaseFile | None) -> Connection:
    with named_errors(file.path):
        raw = driver.connect(_address(file.path, "rw"), uri=True, isolation_level=None)
    db = Connection(raw, file.path)
    try:
        raw.row_factory = Row
        _unlock(db, file.key)
        _settle(db)
        if beneath is not None:
            _attach(db, beneath)
    except BaseException:
        db.close()
        raise
    return db


def open_wreck(file: DatabaseFile) -> Connection:
    """Open a damaged file for reading what is left; nothing of it changes. Sizes that contradict its header do not
    matter; a page that is not what was written raises DamagedFileError when it is read, and this connection is done.
    """
    with named_errors(file.path):
        raw = driver.connect(_address(file.path, "ro"), uri=True, isolation_level=None)
    db = Connection(raw, file.path)
    try:
        raw.row_factory = Row
        db.run("PRAGMA writable_schema = ON")  # or a file that was cut short is refused whole
        _unlock(db, file.key)
        db.run("PRAGMA trusted_schema = OFF")
        db.run("PRAGMA temp_store = MEMORY")
    except BaseException:
        db.close()
        raise
    return db


def is_complete(sql: str) -> bool:
    """Whether the text ends where a statement ends, triggers counted whole."""
    return driver.complete_statement(sql)


def is_plain(path: Path) -> bool:
    """Whether the file begins like an unencrypted SQLite database."""
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def _unlock(db: Connection, key: bytes) -> None:
    """Give the raw key. PRAGMA takes no parameter: 64 hex digits of our own making are the only text put into SQL."""
    if len(key) != 32:
        raise BugError("the key of a database is 32 bytes")
    db.run("PRAGMA cipher_log_level = NONE")  # first, or a wrong key writes to stderr
    db.run(f"PRAGMA key = \"x'{key.hex()}'\"")
    _require_cipher(db)
    db.run("PRAGMA cipher_page_size = 4096")
    with named_errors(db.path):
        db.number("SELECT count(*) FROM sqlite_schema")  # the first read of the file: a wrong key shows here


def _require_cipher(db: Connection) -> None:
    found = db.row("PRAGMA cipher_version")
    version = tuple(int(part) for part in str(found[0]).split(" ")[0].split(".")) if found else ()
    if version < OLDEST_CIPHER:
        raise BugError(f"SQLCipher {version} is missing or older than {OLDEST_CIPHER}")
    if (provider := db.text("PRAGMA cipher_provider")) != "openssl":
        raise BugError(f"SQLCipher was built with {provider}, not OpenSSL")


def _settle(db: Connection) -> None:
    for pragma in (
        "PRAGMA busy_timeout = 5000",  # milliseconds
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA secure_delete = ON",
        "PRAGMA temp_store = MEMORY",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA cache_size = -16384",  # KiB
    ):
        db.run(pragma)


def _attach(db: Connection, file: DatabaseFile) -> None:
    """Lay the outbox under the cache for reading. Read-only, so that a writer of facts never locks out a wish."""
    db.run(
        "ATTACH DATABASE :address AS outbox KEY :key",
        address=_address(file.path, "ro"),
        key=f"x'{file.key.hex()}'",
    )


def _address(path: Path, mode: str) -> str:
    """SQLite's URI for a local or a network path, on every system."""
    text = path.absolute().as_posix()
    return "file://" + ("" if text.startswith("/") else "/") + quote(text, safe="/:") + "?mode=" + mode


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Turn the driver's errors into those of storage.errors."""
    try:
        yield
    except driver.Error as error:
        raise _named(error, path) from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise BugError(f"a value that SQLite cannot hold: {type(error).__name__}") from error


def _named(error: driver.Error, path: Path) -> StorageError:
    """By SQLite's primary result code; the text of the statement is never part of it."""
    code: str = getattr(error, "sqlite_errorname", None) or ""
    family = code.split("_")[1] if "_" in code else ""
    if code.endswith("SHMSIZE") or (family == "CANTOPEN" and has_no_room(path.parent)):
        family = "FULL"  # SQLite has no better word when there is no room for the shared memory, or for a new file
    match family:
        case "NOTADB" | "CORRUPT":
            return DamagedFileError(path, str(error))
        case "FULL":
            return DiskFullError(str(error))
        case "IOERR":
            return DiskTroubleError(f"{code}: {error}")
        case "READONLY" | "CANTOPEN" | "PERM" | "AUTH":
            return FolderDeniedError(path)
        case "BUSY" | "LOCKED" | "PROTOCOL":
            return ProfileBusyError(str(error))
        case _:
            return BugError(f"{code or type(error).__name__}: {error}")


def library_versions() -> tuple[str, str, str]:
    """SQLCipher's, SQLite's and the cipher's provider, for who helps from afar. In memory: no file is opened."""
    with Connection(driver.connect(":memory:", isolation_level=None), Path(":memory:")) as memory:
        _unlock(memory, bytes(32))
        cipher, provider = memory.text("PRAGMA cipher_version"), memory.text("PRAGMA cipher_provider_version")
    return cipher or "", driver.sqlite_version, provider or ""
