"""The windows of the installed program under wine, on a screen that nobody watches: seen, used, locked, closed."""

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from smoke_bench import LOCAL, Bench, fail, require
from wine import PYTHON, WORK, Windows, inside, seen

PATIENCE = 120  # seconds for a window
FIRST, MAIN, VERIFY = "Chasqui: ingresar", "Chasqui", "Chasqui: verificar documentos"
# What Windows sends when the person locks the computer: WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK.
LEAVING = """
import ctypes, sys
user = ctypes.WinDLL("user32")
window = user.FindWindowW("ChasquiSession", None)
sys.exit(0 if window and user.PostMessageW(window, 0x02B1, 7, 0) else 1)
"""
# Keys as letters (KEYEVENTF_UNICODE), whatever the keyboard has; at the end Enter.
TYPING = """
import ctypes, sys
class Key(ctypes.Structure):
    _fields_ = [(name, kind) for name, kind in (
        ("type", ctypes.c_uint64), ("vk", ctypes.c_uint16), ("scan", ctypes.c_uint16), ("flags", ctypes.c_uint32),
        ("time", ctypes.c_uint64), ("extra", ctypes.c_uint64), ("rest", ctypes.c_uint64))]
user = ctypes.WinDLL("user32")
user.SetForegroundWindow(user.FindWindowW(None, sys.argv[1]))
for letter in sys.argv[2]:
    for flags in (4, 6):
        user.SendInput(1, ctypes.byref(Key(type=1, scan=ord(letter), flags=flags)), ctypes.sizeof(Key))
for flags in (0, 2):
    user.SendInput(1, ctypes.byref(Key(type=1, vk=13, flags=flags)), ctypes.sizeof(Key))
"""


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen of X."""

    name: str

    def windows(self, title: str) -> list[str]:
        """The numbers of the windows that are seen and have this title."""
        words = ("xdotool", "search", "--onlyvisible", "--name", f"^{title}$")
        told = subprocess.run(inside(*words, DISPLAY=self.name), capture_output=True, encoding="utf-8", check=False)
        return told.stdout.split()

    def wait_for(self, title: str, *, other_than: str = "") -> str:
        """The number of a window with this title, as soon as it is seen."""
        seen_once: list[str] = []

        def there() -> bool:
            seen_once[:] = [number for number in self.windows(title) if number != other_than]
            return bool(seen_once)

        wait(there, f"no window «{title}»")
        return seen_once[0]

    def focus(self, number: str) -> None:
        """Let it have the keyboard; nobody manages windows here."""
        subprocess.run(inside("xdotool", "windowfocus", number, DISPLAY=self.name), check=True)

    def picture(self, name: str) -> None:
        """What is seen, into .package/windows/out."""
        file = WORK / "out" / f"{name}.png"
        subprocess.run(inside("import", "-window", "root", str(file), DISPLAY=self.name), check=True)


def wait(there: Callable[[], object], words: str) -> None:
    """Until it is so; ends the test when it never is."""
    began = time.monotonic()
    while not there():
        if time.monotonic() - began > PATIENCE:
            fail(words)
        Event().wait(0.3)


def try_windows(windows: Windows, bench: Bench, screen: Screen, program: str) -> None:
    """The first window, a second start, a document handed over, taskkill; then a profile, locked with Windows."""
    _first_window(windows, bench, screen, program)
    _profile(windows, bench, screen, program)


def _first_window(windows: Windows, bench: Bench, screen: Screen, program: str) -> None:
    began = time.monotonic()
    first = _open(windows, program)
    screen.wait_for(FIRST)
    took = time.monotonic() - began
    Event().wait(2)
    screen.picture("ventana-ingresar")
    require(windows.run(program).returncode == 0, "a second start did not find the first")
    paper = bench.program.parent / "_internal" / "resources" / "selftest" / "autentica.pdf"
    require(windows.run(program, seen(paper)).returncode == 0, "a document was not handed over")
    screen.wait_for(VERIFY)
    Event().wait(6)
    screen.picture("ventana-verificar")
    require(first.poll() is None, "the first program has ended")
    _end(windows, first)
    print(f"first window after {took:.1f} s; a second start and a document went to it; taskkill closed it")


def _profile(windows: Windows, bench: Bench, screen: Screen, program: str) -> None:
    """The profile of the other tries, opened by its password; Windows says that the session was locked."""
    home = bench.home / "perfiles"
    home.mkdir()
    (bench.home / "perfil de ñusta").rename(home / "perfil de ñusta")
    first = _open(windows, program, "--home", seen(home))
    unlock = screen.wait_for(MAIN)
    Event().wait(2)
    screen.focus(unlock)
    screen.picture("ventana-desbloquear")
    windows.run(seen(PYTHON), "-X", "utf8", "-c", TYPING, MAIN, LOCAL)
    screen.wait_for(MAIN, other_than=unlock)
    Event().wait(4)
    screen.picture("ventana-inicio")
    sent = windows.run(seen(PYTHON), "-c", LEAVING)
    require(sent.returncode == 0, "no window of the program listens to Windows")
    wait(lambda: first.poll() is not None, "the locked session did not lock the profile")
    screen.wait_for(MAIN)
    Event().wait(2)
    screen.picture("ventana-bloqueada")
    sent = windows.run(seen(PYTHON), "-c", LEAVING)
    require(sent.returncode == 1, "a profile is still open")
    told = bench.facts("status", "--profile", home / "perfil de ñusta", "--password-fd", "FD", secrets=[LOCAL])
    require(told[0]["held"], f"the locked profile is not free: {told}")
    windows.run("taskkill", "/IM", Path(program.replace("\\", "/")).name)
    windows.settle()
    print("a profile opened in its window; when Windows locked the session, it was locked and its process replaced")


def _open(windows: Windows, program: str, *words: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([*windows.start(program), *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _end(windows: Windows, process: "subprocess.Popen[bytes]") -> None:
    """As the task manager does it: the windows are asked to close."""
    windows.run("taskkill", "/IM", "chasqui.exe")
    wait(lambda: process.poll() is not None, "taskkill did not close it")
    require(process.returncode == 0, f"it left with {process.returncode}")
    windows.settle()
