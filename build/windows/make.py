"""Makes the Windows installer of the onedir that build/package.py --program left in .package/dist.

    python build/windows/make.py [PROGRAM OUT]

Needs makensis on the PATH, or in CHASQUI_MAKENSIS how it is started, a word a line. A signing command in CHASQUI_SIGN
(it gets a file's path as its last word) signs the program, the installer and the uninstaller; without it the files are
left unsigned and that is said.
"""

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# Of libraries, by a word in their path: the first that fits.
KINDS = (("libcrypto", "libssl", "_rust", "_sqlite3", "qpdf30"), ("Qt6", "plugins/"), ("PySide6", "shiboken6"), ("",))
USUAL = (ROOT / ".package" / "dist" / "chasqui", ROOT / ".package" / "out")


def main() -> int:
    """Sign if there is a way, pack, write the checksum."""
    version = str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])
    program, out = (Path(word).resolve() for word in sys.argv[1:3]) if sys.argv[1:] else USUAL
    makensis, sign = os.environ.get("CHASQUI_MAKENSIS") or _makensis(), os.environ.get("CHASQUI_SIGN", "")
    if makensis is None:
        sys.exit("makensis is missing (NSIS 3)")
    if sign:
        for name in ("chasqui.exe", "chasqui-consola.exe"):
            subprocess.run([*shlex.split(sign, posix=False), program / name], check=True)
    else:
        print("CHASQUI_SIGN is not set: nothing is signed")
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"chasqui-{version}-windows-x64.exe"
    held, twice = (program / f"{name}.pkg" for name in ("chasqui", "chasqui-consola"))
    if held.read_bytes() != twice.read_bytes():
        sys.exit("the program with a window and the one with a terminal hold different things")
    files = [path for path in program.rglob("*") if path.is_file() and path != twice]
    size = sum(path.stat().st_size for path in files)
    listed = out / "files.nsh"
    listed.write_text(_listed(program, files), encoding="utf-8")
    words = {"VERSION": version, "FILES": str(listed), "TARGET": str(target), "SIZE": str(size // 1024)}
    if sign:
        words["SIGN"] = sign
    defined = [f"-D{name}={value}" for name, value in words.items()]
    subprocess.run([*makensis.split("\n"), "-V2", "-INPUTCHARSET", "UTF8", *defined, HERE / "chasqui.nsi"], check=True)
    listed.unlink()
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    (out / f"{target.name}.sha256").write_text(f"{digest}  {target.name}\n", encoding="ascii")
    print(f"{target.stat().st_size / 1e6:.1f} MB  {target.name}; installed {size / 1e6:.0f} MB")
    return 0


def _listed(program: Path, files: Sequence[Path]) -> str:
    """What is laid down, in an order that packs well: like beside like, 0.2 MB less than folder by folder."""
    told = []
    for path in sorted(files, key=lambda path: (_alike(path), path.suffix, path.relative_to(program).as_posix())):
        folder = PureWindowsPath(path.parent.relative_to(program))
        told += [f'SetOutPath "{PureWindowsPath("$INSTDIR") / folder}"', f'File "{path}"']
    return "\n".join([*told, 'SetOutPath "$INSTDIR"']) + "\n"


def _alike(path: Path) -> int:
    """Which kind: with OpenSSL inside, Qt's, its bindings, other libraries, everything else."""
    if path.suffix.lower() not in {".dll", ".pyd", ".exe"}:
        return len(KINDS)
    return next(kind for kind, words in enumerate(KINDS) if any(word in path.as_posix() for word in words))


def _makensis() -> str | None:
    """On the PATH, or where its own installer puts it, which is on no PATH."""
    usual = Path(os.environ.get("ProgramFiles(x86)", ""), "NSIS", "makensis.exe")  # noqa: SIM112 - Windows' own spelling
    return shutil.which("makensis") or (str(usual) if usual.is_file() else None)


if __name__ == "__main__":
    sys.exit(main())
