"""Windows as wine plays it, inside the small Debian that package.sh made: how a Windows program is started there.

The checkout lies at the same path inside and outside: a path of ours is `Z:` and the same path for a Windows program.
"""

import json
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / ".package" / "windows"
DEBIAN = WORK / "root"
WINE = "/usr/lib/wine/wine64"
PERSON = "ñusta quispe"  # of package.sh
BARE = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": "/run"}
RUNTIME = "msvcp140,msvcp140_1,msvcp140_2,vcruntime140,vcruntime140_1"  # a package brings it: not every Windows has it
QUIET = {  # nothing of wine is told, and of what a package must bring nothing is lent
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": f"mscoree,mshtml,winemenubuilder.exe=;{RUNTIME}=n",
}
PYTHON = WORK / "python" / "python.exe"
PATIENCE = 3600  # seconds for the longest command: PyInstaller on a busy machine

_ASKING = """
import json, sys, winreg
told = []
for key, name in json.loads(sys.argv[1]):
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            told.append(str(winreg.QueryValueEx(opened, name)[0]))
    except FileNotFoundError:
        told.append(None)
print(json.dumps(told))
"""


def inside(*words: str, **more: str) -> list[str]:
    """A command of the small Debian, with an environment of its own."""
    pairs = (f"{name}={value}" for name, value in {**BARE, **more}.items())
    return ["chroot", str(DEBIAN), "/usr/bin/env", "-i", *pairs, *words]


def seen(path: Path) -> str:
    """How a Windows program spells a path of ours; a path that is not absolute stays."""
    return "Z:" + str(path).replace("/", "\\") if path.is_absolute() else str(path)


@dataclass(frozen=True, slots=True)
class Windows:
    """One Windows: a folder with its disk and registry."""

    folder: Path
    display: str = ""

    @classmethod
    def installed(cls, name: str, display: str = "") -> "Windows":
        """A new one; Qt needs a library that wine has not, see icuuc.c."""
        made = cls(WORK / name, display)
        shutil.rmtree(made.folder, ignore_errors=True)
        made.run("wineboot", "-i")
        made.settle()
        library = str(made.disk("C:\\windows\\system32\\icuuc.dll"))
        source = str(ROOT / "build" / "windows" / "icuuc.c")
        subprocess.run(inside("x86_64-w64-mingw32-gcc", "-shared", "-O1", "-s", "-o", library, source), check=True)
        return made

    def start(self, program: str, **more: str) -> list[str]:
        """The words that start a Windows program; its own words follow."""
        window = {"DISPLAY": self.display} if self.display else {}
        return inside(WINE, program, WINEPREFIX=str(self.folder), **QUIET, **window, **more)

    def run(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run one program to its end."""
        return subprocess.run(
            [*self.start(words[0], **more), *words[1:]], capture_output=True, encoding="utf-8", errors="replace",
            check=False, timeout=PATIENCE,
        )  # fmt: skip

    @contextmanager
    def awake(self) -> "Iterator[None]":
        """One program that does nothing stays: otherwise the services of Windows start and end with each command."""
        idle = subprocess.Popen([*self.start(seen(PYTHON)), "-c", "input()"], stdin=subprocess.PIPE)
        try:
            yield
        finally:
            idle.communicate(b"\n")

    def settle(self) -> None:
        """Wait until every program has ended and the registry is on disk."""
        subprocess.run([*inside("/usr/lib/wine/wineserver", WINEPREFIX=str(self.folder)), "-w"], check=True)

    def disk(self, path: str) -> Path:
        """Where `C:\\...` lies."""
        return self.folder.joinpath("drive_c", *PureWindowsPath(path).parts[1:])

    def registry(self, keys: "Sequence[tuple[str, str]]") -> dict[tuple[str, str], str | None]:
        """What the person's part of the registry says: of a key and the name of a value (empty: its own). None: it is
        not there."""
        told = self.run(seen(PYTHON), "-X", "utf8", "-c", _ASKING, json.dumps(keys))
        return dict(zip(keys, json.loads(told.stdout), strict=True))
