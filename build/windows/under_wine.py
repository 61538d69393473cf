"""Makes the Windows onedir and its installer under wine, then installs, uses and removes it. Run by package.sh."""

import os
import subprocess
import sys
import time
import tomllib

from package import moment
from smoke_wine import try_installer
from wine import PYTHON, ROOT, WORK, Windows, inside, seen

DIST, OUT = WORK / "dist", WORK / "out"


def main() -> int:
    """Build, list the parts, pack, try."""
    version = str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])
    if "--try" not in sys.argv:  # otherwise only the trying, of what was built before
        windows = Windows.installed("building")
        _build(windows)
        _list_parts(windows, version)
        _pack()
    try_installer(OUT / f"chasqui-{version}-windows-x64.exe")
    return 0


def _build(windows: Windows) -> None:
    began = time.monotonic()
    steady = {
        "SOURCE_DATE_EPOCH": str(moment()),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
        "PYTHONNODEBUGRANGES": "1",
    }
    told = windows.run(
        seen(PYTHON), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR",
        "--workpath", seen(WORK / "work"), "--distpath", seen(DIST), seen(ROOT / "build" / "chasqui.spec"),
        **steady, PYINSTALLER_CONFIG_DIR="C:\\cache",
    )  # fmt: skip
    if told.returncode:
        sys.exit(told.stdout + told.stderr)
    print(f"PyInstaller under wine: {time.monotonic() - began:.0f} s", flush=True)


def _list_parts(windows: Windows, version: str) -> None:
    """The SBOM, asked of the libraries for Windows themselves."""
    OUT.mkdir(parents=True, exist_ok=True)
    target = OUT / f"chasqui-{version}-windows.cdx.json"
    told = windows.run(
        seen(PYTHON), seen(ROOT / "build" / "sbom.py"), seen(DIST / "chasqui"), version, str(moment()), seen(target),
        PYTHONPATH=seen(ROOT / "build"), PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1",
    )  # fmt: skip
    if told.returncode:
        sys.exit(told.stdout + told.stderr)
    print(told.stdout.strip(), flush=True)


def _pack() -> None:
    """By the same script as on Windows, with the small Debian's NSIS. Of 64 bits, for this wine knows no other."""
    known = {**os.environ, "CHASQUI_MAKENSIS": "\n".join(inside("makensis", "-XTarget amd64-unicode"))}
    command = [sys.executable, ROOT / "build" / "windows" / "make.py", DIST / "chasqui", OUT]
    subprocess.run(command, env=known, check=True)


if __name__ == "__main__":
    sys.exit(main())
