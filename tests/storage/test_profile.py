"""Profiles: made, listed, opened by one process at a time, renamed, re-keyed, erased."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from storage.cache import store_page
from storage.envelope import read_envelope
from storage.errors import (
    BugError,
    DamagedFileError,
    FolderDeniedError,
    ProfileBusyError,
    ProfileExistsError,
    ProfileMissingError,
    WeakPasswordError,
    WrongPasswordError,
)
from storage.files import disk_errors
from storage.kdf import FLOOR, KdfCost
from storage.outbox import pending_count
from storage.payslips import PayslipQuery, count_payslips
from storage.profile import (
    Vault,
    default_home,
    erase_profile,
    list_profiles,
    new_profile,
    open_profile,
    rename_profile,
)
from tests.storage.people import NOW, PASSWORD, ROSA, history, page

ROOT = Path(__file__).resolve().parents[2]
OTHER = "otra frase con vicuñas"


def elsewhere(code: str, *arguments: object) -> str:
    """Run code in another process; what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    return done.stdout.strip() or done.stderr


def test_a_new_profile_is_open_empty_and_private(vault: Vault, home: Path) -> None:
    assert vault.directory.parent == home
    assert vault.damaged == ()
    assert {path.name for path in vault.directory.iterdir()} == {"vault.json", "cache.db", "outbox.db", "lock"}
    assert vault.directory.stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o077 == 0 for path in vault.directory.iterdir())
    with vault.cache() as cache, vault.outbox() as outbox:
        assert pending_count(cache) == pending_count(outbox) == 0
        assert all(path.stat().st_mode & 0o077 == 0 for path in vault.directory.iterdir()), "WAL and shared memory too"


def test_the_folder_is_named_by_chance_and_not_by_the_person(home: Path) -> None:
    names = set()
    for _ in range(2):
        with new_profile(home, "Rosa Ñaupari 99900017", PASSWORD, cost=FLOOR) as vault:
            names.add(vault.directory.name)
    assert len(names) == 2
    assert all(len(name) == 16 and set(name) <= set("0123456789abcdef") for name in names)


def test_what_was_stored_is_there_with_the_right_password_after_a_restart(vault: Vault) -> None:
    with vault.cache() as db:
        store_page(db, page(*history(ROSA, 3)), etag="x")
    vault.close()
    with open_profile(vault.directory, PASSWORD, now=NOW) as again, again.cache() as db:
        assert count_payslips(db, PayslipQuery()).total == 3


def test_profiles_are_listed_by_alias(home: Path) -> None:
    assert list_profiles(home) == ()
    for alias in ("Zoila", "ana", "Luis"):
        new_profile(home, alias, PASSWORD, cost=FLOOR).close()
    (home / "a file.txt").write_text("not a profile")
    (home / "empty folder").mkdir()
    cards = list_profiles(home)
    assert [card.alias for card in cards] == ["ana", "Luis", "Zoila"]
    assert all(card.directory == str(home / card.id) for card in cards)


def test_a_profile_can_live_in_a_folder_that_was_named(tmp_path: Path) -> None:
    directory = tmp_path / "usb" / "boletas"
    with new_profile(tmp_path / "home", "Rosa", PASSWORD, directory=directory, cost=FLOOR) as vault:
        assert vault.directory == directory
    open_profile(directory, PASSWORD, now=NOW).close()
    assert not (tmp_path / "home").exists()
    with pytest.raises(ProfileExistsError):
        new_profile(tmp_path / "home", "Luis", PASSWORD, directory=directory, cost=FLOOR)
    open_profile(directory, PASSWORD, now=NOW).close()


def test_encrypted_files_without_an_envelope_are_somebodys_and_stay(tmp_path: Path) -> None:
    directory = tmp_path / "perfil"
    new_profile(tmp_path, "Rosa", PASSWORD, directory=directory, cost=FLOOR).close()
    (directory / "vault.json").unlink()
    before = {path.name: path.read_bytes() for path in directory.iterdir()}
    with pytest.raises(DamagedFileError):
        new_profile(tmp_path, "Rosa", PASSWORD, directory=directory, cost=FLOOR)
    assert {path.name: path.read_bytes() for path in directory.iterdir()} == before
    with pytest.raises(ProfileMissingError):
        open_profile(directory, PASSWORD, now=NOW)


def test_other_files_in_a_named_folder_are_left_alone(tmp_path: Path) -> None:
    directory = tmp_path / "escritorio"
    directory.mkdir(mode=0o755)
    (directory / "tesis.txt").write_text("mi tesis")
    new_profile(tmp_path, "Rosa", PASSWORD, directory=directory, cost=FLOOR).close()
    assert directory.stat().st_mode & 0o777 == 0o755
    erase_profile(directory)
    assert [path.name for path in directory.iterdir()] == ["tesis.txt"]


def test_a_weak_password_makes_nothing(home: Path) -> None:
    with pytest.raises(WeakPasswordError) as raised:
        new_profile(home, "Rosa Elena", "rosaelena1985", cost=FLOOR)
    assert raised.value.reason == "personal"
    assert not home.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FolderDeniedError):
        new_profile(tmp_path / "file" / "home", "Rosa", PASSWORD, cost=FLOOR)


@pytest.mark.parametrize("number", ["EACCES", "EPERM", "EROFS"])
def test_a_refusal_of_the_system_is_a_denied_folder(tmp_path: Path, number: str) -> None:
    import errno

    with pytest.raises(FolderDeniedError), disk_errors(tmp_path):
        raise OSError(getattr(errno, number), "no")


def test_a_folder_without_profile_is_told(tmp_path: Path) -> None:
    for act in (
        lambda: open_profile(tmp_path, PASSWORD, now=NOW),
        lambda: rename_profile(tmp_path, "x"),
        lambda: erase_profile(tmp_path),
        lambda: erase_profile(tmp_path / "nowhere"),
    ):
        with pytest.raises(ProfileMissingError):
            act()
    assert list(tmp_path.iterdir()) == []


def test_the_default_cost_is_calibrated_and_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = KdfCost(20 * 1024, 2)
    monkeypatch.setattr(KdfCost, "calibrated", classmethod(lambda cls: chosen))
    with new_profile(home, "Rosa", PASSWORD) as vault:
        assert read_envelope(vault.directory / "vault.json").cost == chosen


OPEN_ELSEWHERE = """
    import sys
    from datetime import UTC, datetime
    from pathlib import Path
    from storage.profile import open_profile
    from storage.errors import StorageError
    try:
        open_profile(Path(sys.argv[1]), sys.argv[2], now=datetime(2026, 1, 1, tzinfo=UTC))
        print("opened", flush=True)
    except StorageError as error:
        print(type(error).__name__)
    if len(sys.argv) > 3:
        import os, signal
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_second_process_is_told_that_the_profile_is_busy(vault: Vault) -> None:
    assert elsewhere(OPEN_ELSEWHERE, vault.directory, PASSWORD) == "ProfileBusyError"
    with pytest.raises(ProfileBusyError):  # this process too
        open_profile(vault.directory, PASSWORD, now=NOW)
    for act in (lambda: rename_profile(vault.directory, "Otra"), lambda: erase_profile(vault.directory)):
        with pytest.raises(ProfileBusyError):
            act()
    vault.close()
    assert elsewhere(OPEN_ELSEWHERE, vault.directory, PASSWORD) == "opened"


def test_the_lock_dies_with_its_process(vault: Vault) -> None:
    vault.close()
    assert elsewhere(OPEN_ELSEWHERE, vault.directory, PASSWORD, "die") == "opened"
    open_profile(vault.directory, PASSWORD, now=NOW).close()


def test_a_refused_opening_gives_the_lock_back(vault: Vault) -> None:
    vault.close()
    with pytest.raises(WrongPasswordError):
        open_profile(vault.directory, OTHER, now=NOW)
    open_profile(vault.directory, PASSWORD, now=NOW).close()


def test_a_changed_password_opens_and_the_old_one_does_not(vault: Vault) -> None:
    before = read_envelope(vault.directory / "vault.json")
    vault.change_password(PASSWORD, OTHER)
    vault.close()
    after = read_envelope(vault.directory / "vault.json")
    assert before.wrapped != after.wrapped
    assert before.salt != after.salt
    assert before.wrapped.hex() not in "".join(
        path.read_bytes().decode("latin-1") for path in vault.directory.iterdir()
    ), "the old wrap is gone"
    with pytest.raises(WrongPasswordError):
        open_profile(vault.directory, PASSWORD, now=NOW)
    open_profile(vault.directory, OTHER, now=NOW).close()


def test_changing_the_password_needs_the_old_one_and_a_good_new_one(vault: Vault) -> None:
    before = (vault.directory / "vault.json").read_bytes()
    with pytest.raises(WrongPasswordError):
        vault.change_password(OTHER, OTHER)
    with pytest.raises(WeakPasswordError):
        vault.change_password(PASSWORD, "corta")
    assert (vault.directory / "vault.json").read_bytes() == before


def test_connections_go_on_through_a_change_of_password(vault: Vault) -> None:
    with vault.cache() as db:
        vault.change_password(PASSWORD, OTHER)
        store_page(db, page(*history(ROSA, 1)), etag="x")
    with vault.cache() as db:
        assert count_payslips(db, PayslipQuery()).total == 1


def test_a_profile_is_renamed_open_or_closed(vault: Vault, home: Path) -> None:
    vault.rename("  Rosa \n de  Puno ")
    assert vault.alias == "Rosa de Puno"
    vault.close()
    assert list_profiles(home)[0].alias == "Rosa de Puno"
    rename_profile(vault.directory, "R" * 100)
    assert list_profiles(home)[0].alias == "R" * 60
    with open_profile(vault.directory, PASSWORD, now=NOW) as again:
        assert again.alias == "R" * 60
    with pytest.raises(BugError):
        rename_profile(vault.directory, " \n ")


def test_erasing_leaves_nothing(vault: Vault, home: Path) -> None:
    with vault.cache() as db:
        store_page(db, page(*history(ROSA, 3)), etag="x")
    vault.rebuild_cache()
    vault.close()
    (vault.directory / "throttle.json").write_text("{}")
    erase_profile(vault.directory)
    assert list(home.iterdir()) == []


def test_the_envelope_is_destroyed_before_anything_else(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.close()
    order: list[str] = []
    unlink = Path.unlink

    def watched(path: Path, missing_ok: bool = False) -> None:
        order.append(f"{path.name} {read(path) if path.name == 'vault.json' else ''}".strip())
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", watched)
    erase_profile(vault.directory)
    assert order[0].startswith("vault.json")
    assert '"wrapped"' not in order[0], "overwritten before it was removed"


def read(path: Path) -> str:
    return path.read_bytes().decode("latin-1")


def test_a_closed_vault_gives_nothing(vault: Vault) -> None:
    vault.close()
    vault.close()
    for act in (vault.cache, vault.outbox, vault.rebuild_cache, vault.examine, lambda: vault.rename("x")):
        with pytest.raises(BugError):
            act()


def test_neither_vault_nor_files_show_the_key_when_printed(vault: Vault) -> None:
    key = vault._data_key
    shown = repr(vault) + repr(vars(vault)["_files"]) + str(vault)
    assert key.hex() not in shown
    assert repr(vault._files["cache"].key) not in shown


def test_profiles_live_under_the_persons_own_folder() -> None:
    assert "Chasqui" in default_home().parts
    assert Path(os.path.expanduser("~")) in default_home().parents  # noqa: PTH111 - an independent way to ask
