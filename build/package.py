"""`make package`: the slim onedir, a .tar.zst, a .deb and their checksums, the same bytes each time.

Everything is made below .package/, with an environment of its own that holds what goes into the package and PyInstaller
and nothing else. `--twice` builds two times and compares every file; `--program` leaves the archives out.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from archives import write_deb, write_tar
from icu import trim

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".package"
VENV = WORK / "venv"
LOCK = ROOT / "requirements" / "build.txt"
SYSTEMS = {"win32": "windows", "darwin": "macos"}
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def main() -> int:
    """Build, try, pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--twice", action="store_true", help="build two times, side by side, and compare")
    parser.add_argument("--program", action="store_true", help="only the onedir: no archives")
    parser.add_argument("--parts", action="store_true", help="with --program: list its parts (CycloneDX) all the same")
    options = parser.parse_args()
    made = moment()
    _prepare()
    with ThreadPoolExecutor() as pool:
        again = pool.submit(_build, "again", made) if options.twice else None
        program = _build("dist", made)
        if again is not None:
            _compare(program, again.result())
    _try(program)
    if not options.program:
        _pack(program, made)
    elif options.parts:
        (WORK / "out").mkdir(parents=True, exist_ok=True)
        _list_parts(program, made, WORK / "out")
    print(f"{_size(program) / 1e6:7.1f} MB  {program.relative_to(ROOT)} (installed)")
    return 0


def _pack(program: Path, moment: int) -> None:
    """The archives, both at once, and their checksums."""
    out = WORK / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    with ThreadPoolExecutor() as pool:
        making = [pool.submit(write, program, _version(), moment, out) for write in (write_deb, write_tar)]
    made = [done.result() for done in making]
    made.append(_list_parts(program, moment, out))
    sums = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(made))
    (out / "SHA256SUMS").write_text(sums, encoding="ascii")
    for file in made:
        print(f"{file.stat().st_size / 1e6:7.1f} MB  {file.relative_to(ROOT)}")


def _list_parts(program: Path, moment: int, out: Path) -> Path:
    """The SBOM, made in the environment that the package was made of."""
    target = out / f"chasqui-{_version()}-{SYSTEMS.get(sys.platform, sys.platform)}.cdx.json"
    command = [PYTHON, ROOT / "build" / "sbom.py", program, _version(), str(moment), target]
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": "0"}, check=True)
    return target


def _version() -> str:
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def moment() -> int:
    """The moment written into everything: that of the last commit, so that the same source gives the same bytes."""
    told = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return int(told.stdout.strip() or os.environ.get("SOURCE_DATE_EPOCH", "1767225600"))


def _prepare() -> None:
    """The environment, made anew when the lock file changed."""
    stamp = VENV / "lock.sha256"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    install = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes", "-r", LOCK]
    subprocess.run(install, check=True)
    stamp.write_text(digest)


def _build(name: str, moment: int) -> Path:
    """The onedir. The archives compress everything together and better than PyInstaller piece by piece."""
    steady = {
        "SOURCE_DATE_EPOCH": str(moment), "PYTHONHASHSEED": "0", "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
        "PYTHONNODEBUGRANGES": "1",  # a stack trace names lines, not columns: 1.2 MB less to carry
        "PYINSTALLER_CONFIG_DIR": str(WORK / f"cache-{name}"),  # two builds at once must not share stripped libraries
    }  # fmt: skip
    command = [
        PYTHON, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR",
        "--workpath", WORK / f"work-{name}", "--distpath", WORK / name, ROOT / "build" / "chasqui.spec",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **steady}, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    for library in (WORK / name).rglob("libicudata.so.*"):
        if not library.is_symlink():
            trim(library)
    return WORK / name / "chasqui"


def _compare(one: Path, other: Path) -> None:
    different = [name for name in sorted(_files(one) | _files(other)) if not _same(one / name, other / name)]
    if different:
        sys.exit("not the same twice: " + ", ".join(map(str, different)))
    print("built twice, the same bytes")


def _files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file() or path.is_symlink()}


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


def _size(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _try(program: Path) -> None:
    """The packaged program tests itself; a word on stderr fails it."""
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(WORK), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    if sys.platform == "win32":  # there nothing starts without what the system tells every process
        bare = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    name = "chasqui-consola.exe" if sys.platform == "win32" else "chasqui"
    told = subprocess.run([program / name, "self-test"], env=bare, capture_output=True, encoding="utf-8", check=False)
    print(told.stdout, end="")
    if told.returncode or told.stderr:
        sys.exit(f"self-test: exit {told.returncode}\n{told.stderr}")


if __name__ == "__main__":
    sys.exit(main())
