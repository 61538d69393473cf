"""The Windows installer tried under wine: installed in silence, used without and with windows, removed.

What is the same on every system is `smoke.try_everything`; here is what only Windows has.
"""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from smoke import try_everything
from smoke_bench import Bench, require
from smoke_screen import Screen, try_windows
from wine import PERSON, WORK, Windows, inside, seen

LOCAL = f"C:\\users\\{PERSON}\\AppData\\Local"
FOLDER = f"{LOCAL}\\Programs\\Chasqui"
CLASSES = "Software\\Classes"
UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Chasqui"
OPENS = f'"{FOLDER}\\chasqui.exe" "%1"'
ENTRIES = {  # key and name of the value -> what it says
    (f"{CLASSES}\\.chasqui", ""): "Chasqui.Packet",
    (f"{CLASSES}\\.cbor\\OpenWithProgids", "Chasqui.TrustList"): "",
    (f"{CLASSES}\\Chasqui.Packet\\shell\\open\\command", ""): OPENS,
    (f"{CLASSES}\\Chasqui.TrustList\\shell\\open\\command", ""): OPENS,
    (f"{CLASSES}\\SystemFileAssociations\\.pdf\\shell\\Chasqui", ""): "Verificar con Chasqui",
    (f"{CLASSES}\\SystemFileAssociations\\.pdf\\shell\\Chasqui\\command", ""): OPENS,
    (UNINSTALL, "DisplayName"): "Chasqui",
    ("Software\\Chasqui", "Folder"): FOLDER,
}
USED = tuple(  # by the program when it starts: in the first place by Windows, in the second by wine
    (f"Software\\Microsoft\\{place}Windows Error Reporting\\ExcludedApplications", "chasqui.exe")
    for place in ("Windows\\", "")
)


def try_installer(installer: Path) -> None:
    """Everything; the first thing that goes wrong ends it."""
    began = time.monotonic()
    with screen() as display:
        windows = Windows.installed("trying", display.name)
        _install(windows, installer)
        with tempfile.TemporaryDirectory(prefix="casa ", dir=WORK) as home:
            bench = bench_of(windows, Path(home))
            with windows.awake():
                try_everything(bench)
            windows.settle()
            try_windows(windows, bench, display, f"{FOLDER}\\chasqui.exe")
            _update(windows, installer, bench)
        _remove(windows)
    print(f"installed, used and removed under wine in {time.monotonic() - began:.0f} s")


def bench_of(windows: Windows, home: Path) -> Bench:
    """The program with a terminal, as installed."""
    program = f"{FOLDER}\\chasqui-consola.exe"
    start = tuple(windows.start(program, QT_QPA_PLATFORM="offscreen"))
    return Bench(windows.disk(program), home, start, {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}, seen, 180.0, "wine: ")


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen of 1366x768 inside the small Debian."""
    server = subprocess.Popen(inside("Xvfb", ":7", "-screen", "0", "1366x768x24"), stderr=subprocess.DEVNULL)
    try:
        yield Screen(":7")
    finally:
        server.kill()
        server.wait()


def _install(windows: Windows, installer: Path) -> None:
    began = time.monotonic()
    told = windows.run(seen(installer), "/S")
    windows.settle()
    require(told.returncode == 0, f"the installer left with {told.returncode}")
    folder = windows.disk(FOLDER)
    require((folder / "chasqui.exe").is_file() and (folder / "desinstalar.exe").is_file(), "nothing was installed")
    require(not any(folder.rglob("icuuc.dll")), "a library made for wine was packed")
    found = windows.registry(tuple(ENTRIES))
    require(found == ENTRIES, f"the registry says {found}")
    sizes = {(told := file.stat()).st_ino: told.st_size for file in folder.rglob("*") if file.is_file()}
    size = sum(sizes.values())  # a file by two names is there once
    print(f"installed in silence in {time.monotonic() - began:.1f} s, {size / 1e6:.1f} MB, for this user alone")


def _update(windows: Windows, installer: Path, bench: Bench) -> None:
    """Installed once more over what is there: nothing of before is left between, and it works."""
    stale = windows.disk(FOLDER) / "_internal" / "de antes.txt"
    stale.write_text("x", encoding="utf-8")
    require(windows.run(seen(installer), "/S").returncode == 0, "it cannot be installed over itself")
    windows.settle()
    require(not stale.exists(), "what the version before had is still there")
    bench.run("--version")


def _remove(windows: Windows) -> None:
    """The program goes, whole; in silence the data of the person stay."""
    data = windows.disk(f"{LOCAL}\\Chasqui")
    kept = data / "de la persona"
    data.mkdir(parents=True, exist_ok=True)
    kept.write_text("Ñ", encoding="utf-8")
    excluded = windows.registry(USED).values()
    require(any(value is not None for value in excluded), "the system may write the program's memory into a report")
    told = windows.run(f"{FOLDER}\\desinstalar.exe", "/S", f"_?={FOLDER}")
    windows.settle()
    require(told.returncode == 0, f"the uninstaller left with {told.returncode}")
    folder = windows.disk(FOLDER)
    left = [file.name for file in folder.rglob("*")] if folder.exists() else []
    require(set(left) <= {"desinstalar.exe"}, f"left behind: {left}")  # run in place, it cannot delete itself
    found = windows.registry((*ENTRIES, *USED))
    require(not any(value is not None for value in found.values()), f"left behind in the registry: {found}")
    links = list((windows.folder / "drive_c" / "users").rglob("Chasqui.lnk"))
    require(not links, f"left behind: {links}")
    require(kept.is_file(), "the data went without a question")
    print("removed; the data stayed")
