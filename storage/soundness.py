"""Whether a file is what was written, page by page. Only reads; what to do about damage is storage.vault's."""

from storage.connection import Connection, DatabaseFile, has_wal, open_database
from storage.errors import DamagedFileError, ProfileBusyError

STILL_TRIES = 20


def is_whole(file: DatabaseFile) -> bool:
    """Whether every page is what was written, and the pages fit together."""
    try:
        with open_database(file) as db:
            return is_authentic(db) and db.text("PRAGMA quick_check") == "ok"
    except DamagedFileError:
        return False


def is_authentic(db: Connection) -> bool:
    """Whether every page is what was written. The WAL goes into the file first, or the check takes it for damage, and
    stays out of it until the check is over, or a page that is being written is taken for damage too."""
    _hold_still(db)
    try:
        return not db.rows("PRAGMA cipher_integrity_check")
    finally:
        db.run("ROLLBACK")


def _hold_still(db: Connection) -> None:
    """Read from the file alone: as long as somebody does, SQLite folds no WAL into it."""
    for _try in range(STILL_TRIES):
        if db.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0:
            db.run("BEGIN")
            db.number("SELECT count(*) FROM sqlite_schema")
            if not has_wal(db.path):
                return
            db.run("ROLLBACK")
    raise ProfileBusyError("the check needs a moment without writers to begin")
