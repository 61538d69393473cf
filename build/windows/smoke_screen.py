"""The windows of the installed program under wine, on a screen that nobody watches: seen, used, locked, closed."""

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from smoke_bench import Bench, fail, require
from smoke_tries import LOCAL
from wine import PYTHON, WORK, Windows, inside, seen

PATIENCE = 60  # seconds for a window
FIRST, MAIN, VERIFY = "Chasqui: ingresar", "Chasqui", "Chasqui: verificar documentos"
LEAVING = """
import ctypes, sys
user = ctypes.WinDLL("user32")
window = user.FindWindowW("ChasquiSession", None)
sys.exit(0 if window and user.PostMessageW(window, 0x02B1, 7, 0) else 1)
"""  # WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK: what Windows sends when the person locks the computer


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen of X."""

    name: str

    def titles(self) -> dict[str, str]:
        """Number of every window with a title -> its title."""
        told = subprocess.run(
            inside("xwininfo", "-root", "-tree", DISPLAY=self.name), capture_output=True, encoding="utf-8", check=False
        )
        lines = (line.split('"') for line in told.stdout.splitlines() if '"' in line and "has no name" not in line)
        return {parts[0].strip(): parts[1] for parts in lines}

    def wait_for(self, title: str) -> str:
        """The number of the window with this title, as soon as it is there."""
        found: list[str] = []

        def there() -> bool:
            found[:] = [number for number, name in self.titles().items() if name == title]
            return bool(found)

        wait(there, f"no window «{title}», only {set(self.titles().values())}")
        return found[0]

    def type(self, text: str) -> None:
        """Type into the window that has the focus, and Enter."""
        keys = inside("xdotool", "type", "--delay", "40", f"{text}\n", DISPLAY=self.name)
        subprocess.run(keys, check=True)

    def picture(self, name: str) -> None:
        """What is seen, into .package/windows/out."""
        file = WORK / "out" / f"{name}.png"
        subprocess.run(inside("import", "-window", "root", str(file), DISPLAY=self.name), check=True)


def wait(there: Callable[[], bool], words: str) -> None:
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
    screen.picture("ventana-desbloquear")
    screen.type(LOCAL)
    wait(lambda: screen.wait_for(MAIN) != unlock, "the password opened no profile")
    Event().wait(4)
    screen.picture("ventana-inicio")
    sent = windows.run(seen(PYTHON), "-c", LEAVING)
    require(sent.returncode == 0, "no window of the program listens to Windows")
    wait(lambda: first.poll() is not None, "the locked session did not lock the profile")
    unlock = screen.wait_for(MAIN)
    Event().wait(2)
    screen.picture("ventana-bloqueada")
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
