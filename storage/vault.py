"""An opened profile: the key in memory, its two encrypted files, the lock. Made by storage.profile.

Closing it does not clean the memory of the process; only ending the process does.
"""

import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from storage import salvage_tables
from storage.attachments import drop_strays
from storage.connection import Connection, DatabaseFile, is_plain, open_database
from storage.envelope import open_envelope, read_envelope, seal_envelope, subkey, write_envelope
from storage.errors import BugError, DamagedFileError, DiskFullError
from storage.files import disk_errors
from storage.labelling import relabel, require_strong
from storage.layout import CACHE, CHECKS, ENVELOPE, LIS, OFFICE, OUTBOX
from storage.lock import ProfileLock
from storage.migrating import Kind, migrate, steps, version
from storage.placing import begin_part, create_database, last_aside, move_aside, put_in_place
from storage.salvage import Salvaged, salvage
from storage.soundness import is_authentic, is_whole

LOOKED_OVER = 64 * 2**20  # bytes of an outbox: about 8 ms a megabyte


class Vault:
    """An opened profile. Any thread may ask it for connections; each connection stays with its thread."""

    def __init__(self, directory: Path, alias: str, data_key: bytes, lock: ProfileLock) -> None:
        self.directory = directory
        self.alias = alias
        self.damaged: tuple[Path, ...] = ()  # which files cannot be used; all were left as they were
        self._data_key = data_key
        self._files: dict[Kind, DatabaseFile] = {
            "cache": DatabaseFile(directory / CACHE, subkey(data_key, "cache")),
            "outbox": DatabaseFile(directory / OUTBOX, subkey(data_key, "outbox")),
        }
        self._later: dict[Kind, DatabaseFile] = {  # made when they are first asked for: few profiles need them
            "lis": DatabaseFile(directory / LIS, subkey(data_key, "lis")),
            "office": DatabaseFile(directory / OFFICE, subkey(data_key, "office")),
            "checks": DatabaseFile(directory / CHECKS, subkey(data_key, "checks")),
        }
        self._making = threading.Lock()
        self.one_carrier = threading.Lock()  # network or stick: one at a time brings facts
        self._lock = lock
        self._closed = False

    def cache(self) -> Connection:
        """A new connection to the facts, with the wishes attached for reading as `outbox`.

        Raises DamagedFileError for a damaged cache (see `rebuild_cache`). A damaged outbox does not keep anybody from
        their payslips: the connection then has no wishes, and `Connection.missing` names the file.
        """
        self._require_sound("cache")
        outbox = self._files["outbox"]
        if outbox.path not in self.damaged:
            return open_database(self._files["cache"], beneath=outbox)
        db = open_database(self._files["cache"])
        db.missing = outbox.path
        return db

    def outbox(self) -> Connection:
        """A new connection to the wishes alone. Raises DamagedFileError; the file is never touched then."""
        self._require_sound("outbox")
        return open_database(self._files["outbox"])

    def lis(self) -> Connection:
        """A new connection to the index of old payroll files; the first one ever makes the file.

        Raises DamagedFileError (see `restart_lis`), NewerFileError.
        """
        return self._made_later("lis")

    def has_lis(self) -> bool:
        """Whether old payroll files were ever imported here."""
        return (self.directory / LIS).exists()

    def restart_lis(self) -> Path | None:
        """Move a damaged index aside as lis.damaged-N.db; the files have to be imported again."""
        self._require_open()
        self._is_mended(self.directory / LIS)
        return move_aside(self.directory / LIS)

    def office(self) -> Connection:
        """A new connection to what an office knows of its people, with the wishes attached for reading as `outbox`; the
        first one ever makes the file.

        Raises DamagedFileError (see `restart_office`), NewerFileError. A damaged outbox is left out, as in `cache`.
        """
        outbox = self._files["outbox"] if not self._closed else None
        if outbox is None or outbox.path not in self.damaged:
            return self._made_later("office", beneath=outbox)
        db = self._made_later("office")
        db.missing = outbox.path
        return db

    def has_office(self) -> bool:
        """Whether this profile ever received what an office knows of its people."""
        return (self.directory / OFFICE).exists()

    def restart_office(self) -> Path | None:
        """Begin a damaged file anew; the old one is kept as office.damaged-N.db. What the office's service has comes
        again with the next exchange; what is here alone (recipes, groups, jobs of packets) is copied as far as it can
        be read. Decisions are the outbox's and not touched."""
        return self._begin_anew("office", salvage_tables.OFFICE)

    def checks(self) -> Connection:
        """A new connection to what was checked by the folder; the first one ever makes the file.

        Raises DamagedFileError (see `restart_checks`), NewerFileError.
        """
        return self._made_later("checks")

    def has_checks(self) -> bool:
        """Whether a folder was ever checked here."""
        return (self.directory / CHECKS).exists()

    def restart_checks(self) -> Path | None:
        """Begin a damaged file anew with the verdicts that can be read; the old one is kept as checks.damaged-N.db."""
        return self._begin_anew("checks", salvage_tables.CHECKS)

    def change_password(self, old: str, new: str) -> None:
        """Wrap the key anew; the files stay as they are. Raises WrongPasswordError, WeakPasswordError."""
        self._require_open()
        path = self.directory / ENVELOPE
        envelope = read_envelope(path)
        if open_envelope(envelope, old) != self._data_key:
            raise BugError("the envelope in the folder belongs to another profile")
        require_strong(new, self.alias)
        write_envelope(path, seal_envelope(self._data_key, new, alias=envelope.alias, cost=envelope.cost))

    def rename(self, alias: str) -> None:
        """Give the profile another alias."""
        self._require_open()
        self.alias = relabel(self.directory, alias)

    def rebuild_cache(self) -> Path | None:
        """Move the cache aside as cache.damaged-N.db and begin an empty one; the outbox is not touched.

        Returns where the old one is now. Call it with no cache connection open, and sign in again afterwards: the
        session was in there.
        """
        self._require_open()
        path = self._files["cache"].path
        aside = move_aside(path)
        create_database(self._files["cache"], "cache")
        self._is_mended(path)
        return aside

    def salvage_outbox(self) -> Salvaged:
        """Copy what can be read of a damaged outbox into a new one; the damaged file is kept as outbox.damaged-N.db.

        Call it with no connection open. A crash on the way leaves the old state, or one from which it goes on.
        """
        self._require_open()
        file = self._files["outbox"]
        path = file.path if file.path.exists() else last_aside(file.path)
        part = begin_part(file, "outbox")
        with open_database(part) as db:
            found = salvage(None if path is None else DatabaseFile(path, file.key), db)
        aside = move_aside(file.path)
        put_in_place(part, file)
        self._is_mended(file.path)
        return replace(found, aside=aside or path)

    def examine(self) -> tuple[Path, ...]:
        """`find_damage`, with the result kept in `damaged`: from then on a damaged file is neither read nor written."""
        self.damaged = self.find_damage()
        return self.damaged

    def find_damage(self) -> tuple[Path, ...]:
        """Read and authenticate every page of every file, beside other connections at work; the damaged ones.

        Costs about a second per 500 MB; meanwhile a WAL grows instead of being folded in. ProfileBusyError when others
        never leave a moment to begin. Meant for after a crash and once a week.
        """
        self._require_open()
        made_later = [file for file in self._later.values() if file.path.exists()]
        every = (*self._files.values(), *made_later)
        return tuple(file.path for file in every if file.path in self.damaged or not is_whole(file))

    def close(self) -> None:
        """Forget the key and let others open the profile. Harmless when closed already."""
        self._closed = True
        self._data_key = b""
        self._files.clear()
        self._later.clear()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def create_files(self) -> None:
        """Begin both files, empty. For a profile that is being made."""
        for kind, file in self._files.items():
            create_database(file, kind)

    def prepare_files(self) -> None:
        """Bring both files to today's schema and note which is damaged. Raises NewerFileError."""
        damaged: list[Path] = []
        for kind, file in self._files.items():
            try:
                _prepare(file, kind)
            except DamagedFileError as error:
                damaged.append(error.path)
        self.damaged = tuple(damaged)

    def _made_later(self, kind: Kind, *, beneath: DatabaseFile | None = None) -> Connection:
        """A new connection to a file that is made at its first call, at today's schema."""
        self._require_open()
        file = self._later[kind]
        if file.path in self.damaged:
            raise DamagedFileError(file.path)
        with self._making:
            if not file.path.exists():
                create_database(file, kind)
        db = open_database(file, beneath=beneath)
        try:
            if version(db) != len(steps(kind)):
                migrate(db, kind)
        except BaseException:
            db.close()
            raise
        return db

    def _begin_anew(self, kind: Kind, tables: tuple[salvage_tables.KeptTable, ...]) -> Path | None:
        """A crash on the way leaves the damaged file in its place, or the finished new one."""
        self._require_open()
        file = self._later[kind]
        with self._making:
            if not file.path.exists():
                return None
            part = begin_part(file, kind)
            with open_database(part) as db:
                salvage_tables.salvage_tables(file, db, tables)
            aside = move_aside(file.path)
            put_in_place(part, file)
            self._is_mended(file.path)
        return aside

    def _is_mended(self, path: Path) -> None:
        self.damaged = tuple(known for known in self.damaged if known != path)

    def _require_open(self) -> None:
        if self._closed:
            raise BugError("the profile is closed")

    def _require_sound(self, kind: Kind) -> None:
        self._require_open()
        if (path := self._files[kind].path) in self.damaged:
            raise DamagedFileError(path)


def _prepare(file: DatabaseFile, kind: Kind) -> None:
    """Check and migrate. A missing cache begins anew, it can be fetched again; a missing outbox is a loss to tell."""
    if not file.path.exists():
        if kind == "outbox":
            raise DamagedFileError(file.path, "missing")
        create_database(file, kind)
        return
    with disk_errors(file.path):
        if file.path.stat().st_size == 0 or is_plain(file.path):
            raise DamagedFileError(file.path, "empty or not encrypted")
    with open_database(file) as db:
        migrate(db, kind)
        if kind == "outbox":
            _prepare_outbox(db)


def _prepare_outbox(db: Connection) -> None:
    """What exists nowhere else is looked over at each opening, so that damage is told before more is written on top."""
    if db.path.stat().st_size <= LOOKED_OVER and not is_authentic(db):
        raise DamagedFileError(db.path, "a page is not what was written")
    with suppress(DiskFullError):
        drop_strays(db)
