"""`python -m tests.storage.cut SCENARIO FOLDER EVERY`: kill -9 at every (n-th) step of something, and look at what is
left.

The work runs in a forked child that kills itself at the k-th call to the operating system's files that Python makes, or
at the k-th step of SQLite's machine; k grows until the child comes through alive. After each death the check
runs in a fresh process state: exactly what a restart would find. Prints how many deaths there were.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from storage import kdf
from storage.connection import Connection
from storage.envelope import open_envelope, read_envelope
from storage.errors import DamagedFileError, ProfileMissingError, WrongPasswordError
from storage.layout import own_files
from storage.migrating import migrate, steps, version
from storage.profile import Vault, erase_profile, list_profiles, new_profile, open_profile, rename_profile
from tests.storage.people import NOW, PASSWORD

CHEAP = kdf.FLOOR = kdf.KdfCost(1024, 1)  # in this process alone: a hundred profiles are made and opened
NEW_PASSWORD = "otra frase con vicuñas"
FILE_EVENTS = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "sqlite3.connect", "os.listdir", "os.scandir"}


@dataclass
class Countdown:
    """Kills this process at the k-th tick."""

    left: int = 0

    def tick(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class Scenario:
    """Prepare, do (and die), check. Each is given the folder of the run."""

    prepare: Callable[[Path], None]
    act: Callable[[Path, Countdown], None]
    check: Callable[[Path], None]
    stride: int = 0  # not 0: the ticks are steps of SQLite's machine, and k grows by so many


def profile(folder: Path) -> Path:
    return folder / "perfil"


def made(folder: Path) -> None:
    new_profile(folder, "Rosa", PASSWORD, directory=profile(folder), cost=CHEAP).close()


def opened(folder: Path, password: str = PASSWORD) -> Vault:
    return open_profile(profile(folder), password, now=NOW)


def make(folder: Path, _: Countdown) -> None:
    made(folder)


def check_made(folder: Path) -> None:
    """Either there is no profile yet, and making it works; or it is there and opens."""
    if list_profiles(folder) == ():
        made(folder)
    vault = opened(folder)
    assert vault.damaged == ()
    vault.close()
    assert sorted(path.name for path in profile(folder).iterdir()) == ["cache.db", "lock", "outbox.db", "vault.json"]


def make_at_home(folder: Path, _: Countdown) -> None:
    new_profile(folder, "Rosa", PASSWORD, cost=CHEAP).close()


def check_made_at_home(folder: Path) -> None:
    """A second try works and nothing half-made is left or listed."""
    before = len(list_profiles(folder))
    new_profile(folder, "Rosa", PASSWORD, cost=CHEAP).close()
    cards = list_profiles(folder)
    assert len(cards) == before + 1
    assert len(list(folder.iterdir())) == len(cards) + (before == 0 and has_empty_folder(folder))
    for card in cards:
        open_profile(Path(card.directory), PASSWORD, now=NOW).close()


def has_empty_folder(folder: Path) -> bool:
    """Killed between making the folder and marking it: an empty folder may stay, and harms nobody."""
    return any({entry.name for entry in sub.iterdir()} <= {"lock"} for sub in folder.iterdir())


def change_password(folder: Path, countdown: Countdown) -> None:
    left, countdown.left = countdown.left, 0
    with opened(folder) as vault:
        countdown.left = left
        vault.change_password(PASSWORD, NEW_PASSWORD)


def check_password(folder: Path) -> None:
    """Exactly one of the two passwords opens."""
    good = 0
    envelope = read_envelope(profile(folder) / "vault.json")
    for password in (PASSWORD, NEW_PASSWORD):
        try:
            open_envelope(envelope, password)
            good += 1
            opened(folder, password).close()
        except WrongPasswordError:
            continue
    assert good == 1
    assert not [path for path in own_files(profile(folder)) if ".part" in path.name]


def rename(folder: Path, _: Countdown) -> None:
    rename_profile(profile(folder), "Rosa Elena")


def check_renamed(folder: Path) -> None:
    assert list_profiles(folder)[0].alias in {"Rosa", "Rosa Elena"}
    opened(folder).close()


def erase(folder: Path, _: Countdown) -> None:
    erase_profile(profile(folder))


def check_erased(folder: Path) -> None:
    """Whole and openable, or with its envelope gone or overwritten; a second erasure finishes."""
    with suppress(ProfileMissingError, DamagedFileError):
        opened(folder).close()
    try:
        erase_profile(profile(folder))
    except ProfileMissingError:
        assert not profile(folder).exists() or own_files(profile(folder)) == ()
    assert not profile(folder).exists() or [path.name for path in profile(folder).iterdir()] in ([], ["lock"])


def with_damaged_cache(folder: Path) -> None:
    made(folder)
    path = profile(folder) / "cache.db"
    path.write_bytes(b"damaged" + path.read_bytes()[7:])


def rebuild(folder: Path, countdown: Countdown) -> None:
    left, countdown.left = countdown.left, 0
    with opened(folder) as vault:
        countdown.left = left
        vault.rebuild_cache()


def check_rebuilt(folder: Path) -> None:
    """The damaged file is still somewhere, whole; the profile opens; rebuilding again works."""
    with opened(folder) as vault:
        kept = [path for path in profile(folder).iterdir() if path.read_bytes()[:7] == b"damaged"]
        assert len(kept) == 1
        if vault.damaged:
            vault.rebuild_cache()
        with vault.cache() as db:
            assert version(db) == len(steps("cache"))
        with vault.outbox() as db:
            assert version(db) == len(steps("outbox"))


def blank(folder: Path) -> None:
    made(folder)
    with opened(folder) as vault, vault.cache() as db:
        db.run("PRAGMA foreign_keys = OFF")
        for found in db.rows("SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY type DESC"):
            db.run("DROP " + found["type"] + " " + found["name"])
        db.run("PRAGMA user_version = 0")


def watch(db: Connection, countdown: Countdown) -> None:
    """Tick at every step of SQLite's machine."""
    db._raw.set_progress_handler(countdown.tick, 1)


def migrate_slowly(folder: Path, countdown: Countdown) -> None:
    left, countdown.left = countdown.left, 0
    vault = Vault(profile(folder), "", data_key(folder), lock=None)  # type: ignore[arg-type]
    with vault.cache() as db:
        countdown.left = left
        watch(db, countdown)
        migrate(db, "cache")


def data_key(folder: Path) -> bytes:
    return open_envelope(read_envelope(profile(folder) / "vault.json"), PASSWORD)


def check_migrated(folder: Path) -> None:
    """The old schema or the new one, never a part of it."""
    with Vault(profile(folder), "", data_key(folder), lock=None).cache() as db:  # type: ignore[arg-type]
        tables = db.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table'")
        assert (version(db) == 0) == (tables == 0)
    with opened(folder) as vault:
        assert vault.damaged == ()
        assert vault.examine() == ()


SCENARIOS = {
    "new profile in a folder": Scenario(lambda folder: None, make, check_made),
    "new profile at home": Scenario(lambda folder: None, make_at_home, check_made_at_home),
    "change of password": Scenario(made, change_password, check_password),
    "new alias": Scenario(made, rename, check_renamed),
    "erasure": Scenario(made, erase, check_erased),
    "rebuilt cache": Scenario(with_damaged_cache, rebuild, check_rebuilt),
    "migration": Scenario(blank, migrate_slowly, check_migrated, stride=463),
}


def deaths(scenario: Scenario, root: Path, every: int = 1) -> int:
    """Run with k = 1, 1 + every ... until the work comes through."""
    for number, k in enumerate(range(1, 100_000, (scenario.stride or 1) * every)):
        folder = root / str(k)
        folder.mkdir()
        scenario.prepare(folder)
        child = os.fork()
        if child == 0:
            die_working(scenario, folder, k)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status) != 0:
            raise AssertionError(f"the work itself failed at {k}")
        scenario.check(folder)
        shutil.rmtree(folder)
        if not os.WIFSIGNALED(status):
            return number
    raise AssertionError("it never came through")


def die_working(scenario: Scenario, folder: Path, k: int) -> None:
    """In the child: never returns."""
    countdown = Countdown(k)
    try:
        if not scenario.stride:
            inside = str(folder)
            sys.addaudithook(
                lambda event, args: (
                    countdown.tick() if event in FILE_EVENTS and args and inside in str(args[0]) else None
                )
            )
        scenario.act(folder, countdown)
        countdown.left = 0
    except BaseException as error:  # noqa: BLE001 - the parent has to hear of it, whatever it is
        sys.stdout.write(repr(error))
        sys.stdout.flush()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    sys.stdout.write(str(deaths(SCENARIOS[sys.argv[1]], Path(sys.argv[2]), int(sys.argv[3]))))
