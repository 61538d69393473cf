"""Profiles on this computer: one folder each, named by chance, private to the system's user.

Making, listing, opening, renaming, erasing. What an opened profile can do is in storage.vault.
"""

import secrets
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from storage import cache
from storage.envelope import new_key, open_envelope, read_envelope, seal_envelope, write_envelope
from storage.errors import (
    DamagedFileError,
    ProfileBusyError,
    ProfileExistsError,
    ProfileMissingError,
    StorageError,
    WrongPasswordError,
)
from storage.files import disk_errors, make_private_folder, settle_folder, touch_private
from storage.given import settle_given
from storage.kdf import KdfCost
from storage.labelling import relabel, require_strong, tidy_alias
from storage.layout import (
    ENVELOPE,
    GIVEN,
    LOCK,
    THROTTLE,
    UNFINISHED,
    is_profile,
    is_unfinished,
    own_files,
    remove_files,
    remove_folder,
    remove_leftovers,
)
from storage.listing import default_home, list_profiles
from storage.lock import ProfileLock
from storage.throttle import admit, count_try, forgive
from storage.vault import Vault

__all__ = [
    "KdfCost",
    "Vault",
    "default_home",
    "erase_profile",
    "list_profiles",
    "new_profile",
    "open_profile",
    "rename_profile",
]


def new_profile(
    home: Path, alias: str, password: str, *, directory: Path | None = None, cost: KdfCost | None = None
) -> Vault:
    """Make a profile and open it; in `directory` itself when given, else in a new folder under `home`.

    Raises WeakPasswordError, ProfileExistsError, and DamagedFileError for a folder with encrypted files but without
    envelope: those may be somebody's. A crash on the way leaves nothing that keeps a second try from working.
    """
    alias = tidy_alias(alias)
    require_strong(password, alias)
    cost = cost or KdfCost.calibrated()
    if directory is None:
        _clear_unfinished(home)
        directory = home / secrets.token_hex(8)
    make_private_folder(directory)
    lock = ProfileLock(directory / LOCK)
    try:
        _claim(directory)
        return _fill(directory, alias, password, cost, lock)
    except BaseException:
        with suppress(StorageError):
            _clear(directory)
        lock.release()
        raise


def open_profile(directory: Path, password: str, *, now: datetime) -> Vault:
    """Open and take the lock. `now`: aware, by our clock; it serves to slow down guessing.

    Raises ProfileMissingError, ProfileBusyError, ThrottledError, WrongPasswordError; DamagedFileError and
    NewerFileError for the envelope, NewerFileError for the two files too. Which of the two files is damaged is told
    by `Vault.damaged`.
    """
    if not is_profile(directory):
        raise ProfileMissingError(directory)
    lock = ProfileLock(directory / LOCK)
    try:
        vault = _unlocked(directory, password, now, lock)
        vault.prepare_files()
        _settle_copy(vault, now)
    except BaseException:
        lock.release()
        raise
    return vault


def _settle_copy(vault: Vault, now: datetime) -> None:
    """The copy of the queue may have left meanwhile. A damaged file is mended first, and learns of it afterwards."""
    if vault.damaged or not (vault.directory / GIVEN).exists():
        return
    with vault.outbox() as box, vault.cache() as db:
        settle_given(vault.directory, box, cache.sync_mark(db).epoch or "", now)


def rename_profile(directory: Path, alias: str) -> None:
    """Rename a profile that is not open (`Vault.rename` does it for an open one). Needs no password."""
    if not is_profile(directory):
        raise ProfileMissingError(directory)
    lock = ProfileLock(directory / LOCK)
    try:
        relabel(directory, alias)
    finally:
        lock.release()


def erase_profile(directory: Path) -> None:
    """Destroy the envelope, and with it the key to everything else; then remove the files. Close the vault first.

    This is crypto-erasure: the encrypted bytes may stay on the disk, unreadable. Once the envelope is gone, a second
    call finishes what an interrupted one left.
    """
    if not directory.is_dir() or not own_files(directory):
        raise ProfileMissingError(directory)
    lock = ProfileLock(directory / LOCK)
    try:
        _destroy_envelope(directory)
        remove_files(directory, own_files(directory))
    finally:
        lock.release()
    remove_folder(directory)


def _unlocked(directory: Path, password: str, now: datetime, lock: ProfileLock) -> Vault:
    throttle = directory / THROTTLE
    admit(throttle, now)
    envelope = read_envelope(directory / ENVELOPE)
    wait = count_try(throttle, now)
    try:
        data_key = open_envelope(envelope, password)
    except WrongPasswordError as error:
        raise WrongPasswordError(wait) from error
    forgive(throttle)
    remove_leftovers(directory)
    return Vault(directory, envelope.alias, data_key, lock)


def _claim(directory: Path) -> None:
    """Make sure that the folder is free, clearing what an interrupted creation left, and mark it."""
    if is_profile(directory):
        raise ProfileExistsError(directory)
    if not is_unfinished(directory) and own_files(directory):
        raise DamagedFileError(directory / ENVELOPE, "missing beside encrypted files")
    remove_files(directory, own_files(directory))
    touch_private(directory / UNFINISHED)
    with disk_errors(directory):
        settle_folder(directory)


def _fill(directory: Path, alias: str, password: str, cost: KdfCost, lock: ProfileLock) -> Vault:
    """The envelope comes last: from then on the profile exists."""
    data_key = new_key()
    envelope = seal_envelope(data_key, password, alias=alias, cost=cost)
    vault = Vault(directory, alias, data_key, lock)
    vault.create_files()
    write_envelope(directory / ENVELOPE, envelope)
    remove_files(directory, (directory / UNFINISHED,))
    return vault


def _clear(directory: Path) -> None:
    """Undo an interrupted creation; a folder that was not being filled is left alone."""
    if is_unfinished(directory):
        remove_files(directory, own_files(directory))
        remove_folder(directory)


def _clear_unfinished(home: Path) -> None:
    """What crashes left under `home`, unless another process is at it this moment."""
    with disk_errors(home):
        folders = [entry for entry in home.iterdir() if entry.is_dir()] if home.is_dir() else []
    for folder in folders:
        if is_unfinished(folder):
            with suppress(ProfileBusyError):
                lock = ProfileLock(folder / LOCK)
                try:
                    _clear(folder)
                finally:
                    lock.release()


def _destroy_envelope(directory: Path) -> None:
    """Overwrite in place, then remove: best effort on the bytes, certain on the file."""
    path = directory / ENVELOPE
    with disk_errors(path):
        if path.exists():
            with path.open("r+b") as file:
                size = path.stat().st_size
                file.write(secrets.token_bytes(size))
                file.flush()
            path.unlink()
            settle_folder(directory)
