"""The shim between a process and its disk: built by gcc once, loaded with LD_PRELOAD, spoken to through ctypes.

What it writes down is read here as `Change`s; what a power cut leaves of them is tests.crash.disk's.
"""

import ctypes
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
ROOT = Path(__file__).resolve().parents[2]
HEAD = struct.Struct("<IIIIQQQ")
POSSIBLE = sys.platform == "linux" and shutil.which("gcc") is not None


class Fault(IntEnum):
    """What the n-th change of a file meets. Those of the shim's source, in its order."""

    NONE = 0
    KILL = 1
    FULL = 2  # no room from here on
    FULL_ONCE = 3
    HALF = 4  # half of this write, then no room
    UNSYNCED = 5  # this fsync fails
    DEAD = 6  # nothing changes from here on: a stick pulled out
    DENIED = 7  # no file is made, renamed or removed: a folder become read-only, a file held by another program


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the watched folder. `kind`: c(reate) w(rite) t(runcate) s(ync) S(ync of a folder) r(ename)
    u(nlink) d (mkdir) D (rmdir) m(ark); names are relative to the folder."""

    kind: str
    name: str = ""
    other: str = ""
    inode: int = 0
    offset: int = 0
    data: bytes = b""


def built(folder: Path) -> Path:
    """Compile it there."""
    library = folder / "shim.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-o", library, SOURCE, "-ldl", "-lpthread"], check=True)
    return library


def run(library: Path, *arguments: str, seconds: float = 110) -> str:
    """`python -m tests.crash ...` behind the shim; what it printed. AssertionError with its words when it failed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash", *arguments], cwd=ROOT, capture_output=True, text=True, check=False,
        timeout=seconds, env=os.environ | {"LD_PRELOAD": str(library), "CHASQUI_SHIM": str(library)},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4_000:] + done.stderr[-6_000:]
    return done.stdout


class Shim:
    """The one that is loaded into this process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(os.environ["CHASQUI_SHIM"])
        self._library.shim_counted.restype = ctypes.c_long

    def watch(self, folder: Path, log: Path | None = None) -> None:
        """Of this folder alone, from now on; elsewhere fsync does nothing, which is faster."""
        self._library.shim_watch(str(folder).encode(), str(log or "").encode(), 1)

    def rest(self) -> None:
        """Watch nothing."""
        self._library.shim_watch(b"", b"", 1)

    def arm(self, fault: Fault, number: int) -> None:
        """Let the `number`-th change from here on (1 is the next) meet the fault."""
        self._library.shim_arm(int(fault), ctypes.c_long(number))

    @property
    def counted(self) -> int:
        """Changes since `watch` or `arm`."""
        return int(self._library.shim_counted())

    def mark(self, text: str) -> None:
        """Say something in the log, between the changes."""
        self._library.shim_mark(text.encode())


def read_log(log: Path, folder: Path) -> Iterator[Change]:
    """What was written down, in order."""
    content, at = log.read_bytes(), 0
    while at < len(content):
        kind, name, other, _, inode, offset, size = HEAD.unpack_from(content, at)
        at += HEAD.size
        first, second = content[at : at + name].decode(), content[at + name : at + name + other].decode()
        at += name + other
        relative = (lambda text: text) if chr(kind) == "m" else (lambda text: _relative(text, folder))
        yield Change(chr(kind), relative(first), relative(second), inode, offset, content[at : at + size])
        at += size


def _relative(name: str, folder: Path) -> str:
    return os.path.relpath(name, folder) if name else ""
