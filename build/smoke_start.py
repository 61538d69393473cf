"""How long the packaged program takes to start, against the source tree in the same run: both in turn, medians.

Time by the clock is what a person waits; processor time tells more on a machine that does other work meanwhile.
"""

import contextlib
import os
import shutil
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 7
PATIENCE = 30  # seconds for a window
COMMANDS = (("--version",), ("status", "--help"))


def print_starts(program: Path, home: Path, bare: Mapping[str, str]) -> None:
    """Medians of both and their ratio; below 1 the package is the faster."""
    if not sys.platform.startswith("linux"):  # no wait4, or another place for the door of a second start
        return
    source = (sys.executable, str(ROOT / "main.py"))
    for words in COMMANDS:
        package, tree = [], []
        for _ in range(RUNS):
            package.append(_timed((str(program), *words), home, bare))
            tree.append(_timed((*source, *words), home, bare))
        print(f"{' '.join(words)}: " + "; ".join(_compared(package, tree)))
    windows = [(_window((str(program),), home, bare), _window(source, home, bare)) for _ in range(RUNS)]
    one, other = (statistics.median(run[at] for run in windows) * 1000 for at in (0, 1))
    print(f"first window: package {one:.0f} ms, source {other:.0f} ms, ratio {one / other:.2f}")


def _compared(package: Sequence[tuple[float, float]], tree: Sequence[tuple[float, float]]) -> list[str]:
    told = []
    for at, kind in enumerate(("by the clock", "of processor")):
        one, other = (statistics.median(run[at] for run in runs) * 1000 for runs in (package, tree))
        told.append(f"{kind} package {one:.0f} ms, source {other:.0f} ms, ratio {one / other:.2f}")
    return told


def _timed(command: Sequence[str], home: Path, bare: Mapping[str, str]) -> tuple[float, float]:
    """Seconds by the clock and of the processor."""
    began = time.perf_counter()
    nowhere = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    child = os.posix_spawn(command[0], command, {**bare, "HOME": str(home)}, file_actions=[nowhere])
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{command} failed")
    return time.perf_counter() - began, used.ru_utime + used.ru_stime


def _window(command: Sequence[str], home: Path, bare: Mapping[str, str]) -> float:
    """Seconds until the program answers a second start that its window is shown; see desktop.tasks.single."""
    doors = home / "doors"
    shutil.rmtree(doors, ignore_errors=True)
    doors.mkdir(mode=0o700)
    began = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--home", home / "profiles"], env={**bare, "XDG_RUNTIME_DIR": str(doors)}, cwd=home,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        while not _answers(doors):
            if process.poll() is not None or time.perf_counter() - began > PATIENCE:
                sys.exit(f"{command}: no window")
            threading.Event().wait(0.002)
        return time.perf_counter() - began
    finally:
        process.kill()
        process.wait()


def _answers(doors: Path) -> bool:
    for door in doors.glob("chasqui-*"):
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as other:
            other.settimeout(PATIENCE)
            other.connect(str(door))
            other.sendall(b"[]\n")
            return other.recv(16) == b"shown\n"
    return False
