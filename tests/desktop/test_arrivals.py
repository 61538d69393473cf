"""Files from outside, and a second start of the program: it hands them over and goes."""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from central.keys.demo import demo_list, demo_root
from desktop.app import answer_others
from desktop.commands.arguments import parse
from desktop.given import Kind, given_paths, kind_of
from desktop.pages.verify_page import VerifyPage
from desktop.tasks.single import SingleProgram, door_of
from desktop.windows.unlock_window import UnlockWindow
from desktop.windows.verify_window import VerifyWindow
from documents.seal.trust import bundled, write_trust_list
from resources import path as resource
from storage.profile import Vault
from tests.desktop.scenes import Lived

ROOT = Path(__file__).resolve().parents[2]
GOOD = resource("selftest", "autentica.pdf")


@pytest.fixture
def door_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A runtime folder of this test, as the system gives each user one."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def start(door_folder: Path, home: Path) -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """start(words...) begins the real program over `home` in a process of its own."""
    started: list[subprocess.Popen[bytes]] = []

    def begin(*words: object) -> "subprocess.Popen[bytes]":
        command = [sys.executable, str(ROOT / "main.py"), "--home", str(home), *map(str, words)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def page_of(lived: Lived) -> VerifyPage:
    window = lived.program.window
    assert isinstance(window, VerifyWindow)
    return window.page


def test_a_second_start_hands_its_document_to_the_first_and_goes(
    live: Callable[..., Lived], start: Callable[..., Any], vault: Vault, qtbot: Any
) -> None:
    vault.close()
    first = live()
    answer_others(first.program)
    assert isinstance(first.program.window, UnlockWindow)
    second = start(GOOD)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert (second.returncode, second.communicate()) == (0, (b"", b""))
    page = page_of(first)
    qtbot.waitUntil(lambda: len(page.verdicts) == 1, timeout=20_000)
    assert list(page.verdicts) == [str(GOOD)]


def test_a_session_without_a_runtime_folder_has_one_program_too_and_nothing_is_said(
    live: Callable[..., Lived], start: Callable[..., Any], vault: Vault, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    vault.close()
    answer_others(live().program)
    second = start()
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert (second.returncode, second.communicate()) == (0, (b"", b""))


def test_a_second_start_without_a_file_raises_the_window_that_was_put_away(
    live: Callable[..., Lived], start: Callable[..., Any], vault: Vault, qtbot: Any
) -> None:
    vault.close()
    first = live()
    answer_others(first.program)
    first.program.window.showMinimized()
    second = start()
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0
    assert isinstance(first.program.window, UnlockWindow)
    assert not first.program.window.isMinimized()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes there leave nothing behind")
def test_a_door_left_behind_by_a_crash_is_taken_and_nobody_else_may_use_it(
    door_folder: Path, home: Path, qtbot: Any
) -> None:
    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(door_of(home))
    assert Path(door_of(home)).parent == door_folder
    single = SingleProgram(home)
    assert single.claim()
    assert Path(door_of(home)).stat().st_mode & 0o077 == 0
    single.close()


def test_what_is_not_a_list_of_paths_only_shows_the_window(door_folder: Path, home: Path, qtbot: Any) -> None:
    single = SingleProgram(home)
    assert single.claim()
    asked: list[list[Path]] = []
    single.asked.connect(asked.append)
    sending = (b'{"run": "rm"}\n', b"\xff\xfe\n", b'["/a.pdf", 3]\n', b'["/a.pdf"]\n')
    for sent in sending:
        with socket.socket(socket.AF_UNIX) as other, qtbot.waitSignal(single.asked):
            other.connect(door_of(home))
            other.sendall(sent)
    assert asked == [[], [], [], [Path("/a.pdf")]]
    single.close()


def test_a_document_given_at_the_start_is_checked_on_the_page_of_the_opened_profile(lived: Lived, qtbot: Any) -> None:
    lived.program.arrivals.take([GOOD])
    window = lived.program.main_window
    assert window is not None
    assert window.current == "verify"
    page = window.page("verify")
    assert isinstance(page, VerifyPage)
    qtbot.waitUntil(lambda: len(page.verdicts) == 1, timeout=20_000)


@pytest.mark.parametrize("yes", [True, False])
def test_a_trust_list_is_asked_about_before_anything_reads_it(
    live: Callable[..., Lived], vault: Vault, tmp_path: Path, qtbot: Any, yes: bool
) -> None:
    vault.close()
    newer = replace(demo_list(), version=bundled().version + 5)
    file = tmp_path / "lista.cbor"
    file.write_bytes(write_trust_list(newer, demo_root(1)))
    program = live().program
    asked: list[str] = []
    program.arrivals.ask = lambda question, *_: bool(asked.append(question)) or yes
    program.arrivals.take([file])
    assert len(asked) == 1
    assert "lista.cbor" in asked[0]
    if not yes:
        assert isinstance(program.window, UnlockWindow)
        return
    window = program.window
    assert isinstance(window, VerifyWindow)
    qtbot.waitUntil(lambda: window.page.lists.in_use is not None and window.page.lists.in_use.version == newer.version)


def test_a_packet_is_asked_about_before_anything_reads_it(lived: Lived, tmp_path: Path) -> None:
    file, taken = tmp_path / "escuela.chasqui", []
    arrivals = lived.program.arrivals
    answers = iter([False, True])
    arrivals.packets, arrivals.ask = taken.append, lambda *_words: next(answers)
    arrivals.take([file])
    assert taken == []
    arrivals.take([file])
    assert taken == [file]


def test_a_packet_that_comes_before_a_profile_is_open_waits_for_it(
    live: Callable[..., Lived], vault: Vault, tmp_path: Path
) -> None:
    vault.close()
    arrivals = live().program.arrivals
    file, taken, said = tmp_path / "escuela.chasqui", [], []
    arrivals.tell, arrivals.ask = lambda *words: said.append(words), lambda *_words: True
    arrivals.take([file])
    assert "escuela.chasqui" in said[0][1]
    arrivals.packets_welcome(taken.append)
    assert (taken, arrivals.waiting) == ([file], None)


def test_files_are_told_by_their_names_as_paths_or_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given = given_paths(["boleta.PDF", "file:///media/Memoria%20USB/lista.cbor", str(tmp_path)])
    assert given == (tmp_path / "boleta.PDF", Path("/media/Memoria USB/lista.cbor"), tmp_path)
    assert [kind_of(path) for path in given] == [Kind.DOCUMENT, Kind.TRUST_LIST, Kind.UNKNOWN]


def test_the_command_line_knows_files_from_subcommands_and_from_slips(tmp_path: Path) -> None:
    options = parse(["--home", str(tmp_path), "a.pdf", "b.chasqui"])
    assert not isinstance(options, int)
    assert options.files == ["a.pdf", "b.chasqui"]
    assert parse(["sinc"]) == 64
    assert parse(["a.pdf", "--demo"]) == 64


def test_a_packet_is_brought_in_on_the_page_that_shows_what_came_of_it(
    lived: Lived, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    faults: list[Any] = []
    monkeypatch.setattr("desktop.pages.stick_deeds.tell_trouble", lambda _window, words: faults.append(words))
    file = tmp_path / "escuela.chasqui"
    file.write_bytes(b"no es un paquete")
    lived.program.arrivals.ask = lambda *_words: True
    lived.program.arrivals.take([file])
    qtbot.waitUntil(lambda: bool(faults), timeout=10_000)
    assert lived.custody().window.current == "sync"
    assert faults[0].code == "usb-not-a-packet"
