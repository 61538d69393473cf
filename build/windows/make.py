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
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
USUAL = (ROOT / ".package" / "dist" / "chasqui", ROOT / ".package" / "out")


def main() -> int:
    """Sign if there is a way, pack, write the checksum."""
    version = str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])
    program, out = (Path(word).resolve() for word in sys.argv[1:3]) if sys.argv[1:] else USUAL
    makensis, sign = os.environ.get("CHASQUI_MAKENSIS") or shutil.which("makensis"), os.environ.get("CHASQUI_SIGN", "")
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
    size = sum(path.stat().st_size for path in program.rglob("*") if path.is_file() and path != twice)
    words = {"VERSION": version, "PROGRAM": f"{program}{os.sep}*", "TARGET": str(target), "SIZE": str(size // 1024)}
    if sign:
        words["SIGN"] = sign
    defined = [f"-D{name}={value}" for name, value in words.items()]
    subprocess.run([*makensis.split("\n"), "-V2", "-INPUTCHARSET", "UTF8", *defined, HERE / "chasqui.nsi"], check=True)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    (out / f"{target.name}.sha256").write_text(f"{digest}  {target.name}\n", encoding="ascii")
    print(f"{target.stat().st_size / 1e6:.1f} MB  {target.name}; installed {size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
