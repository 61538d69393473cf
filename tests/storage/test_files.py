"""Small files are replaced in one step, private from the beginning, and on the disk before they count."""

import errno
import os
from pathlib import Path

import pytest

from storage.errors import FolderDeniedError
from storage.files import write_whole


def test_the_old_content_is_never_written_into(tmp_path: Path) -> None:
    path, witness = tmp_path / "vault.json", tmp_path / "witness"
    write_whole(path, b"old")
    os.link(path, witness)
    write_whole(path, b"new")
    assert (path.read_bytes(), witness.read_bytes()) == (b"new", b"old")


def test_content_is_on_the_disk_before_it_takes_its_place_and_the_place_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        order.append("folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "content")  # noqa: PTH112 - of a handle
        fsync(handle)

    def replaced(path: Path, target: Path) -> Path:
        order.append("replace")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_whole(tmp_path / "vault.json", b"new")
    assert order == ["content", "replace", "folder"]


def test_a_left_over_part_is_written_over_and_stays_private(tmp_path: Path) -> None:
    part = tmp_path / "vault.json.part"
    part.write_bytes(b"of a crash")
    part.chmod(0o666)
    write_whole(tmp_path / "vault.json", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["vault.json"]
    assert (tmp_path / "vault.json").stat().st_mode & 0o077 == 0


class Held:
    """Another program has the file open for so many tries, as Windows tells it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, tries: int, winerror: int) -> None:
        self.left, self._winerror, self._replace = tries, winerror, Path.replace
        monkeypatch.setattr("storage.files.HELD_FOR", (0.0, 0.0, 0.0))
        monkeypatch.setattr(Path, "replace", lambda path, target: self.replace(path, target))  # noqa: PLW0108 - binds

    def replace(self, path: Path, target: Path) -> Path:
        self.left -= 1
        if self.left >= 0:
            refusal = PermissionError(errno.EACCES, "used by another process")
            refusal.winerror = self._winerror  # type: ignore[attr-defined]
            raise refusal
        return self._replace(path, target)


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_rename_waits_for_whoever_holds_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    path = tmp_path / "vault.json"
    write_whole(path, b"old")
    Held(monkeypatch, 3, winerror)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(("tries", "winerror"), [(4, 32), (1, 0)])
def test_a_file_that_stays_held_or_is_refused_for_good_is_told_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tries: int, winerror: int
) -> None:
    path = tmp_path / "vault.json"
    write_whole(path, b"old")
    held = Held(monkeypatch, tries, winerror)
    with pytest.raises(FolderDeniedError):
        write_whole(path, b"new")
    assert (path.read_bytes(), held.left) == (b"old", 0)
    assert list(tmp_path.iterdir()) == [path], "no half-made file beside it"
