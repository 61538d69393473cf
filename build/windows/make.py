"""Makes the Windows installer of the onedir that build/package.py --program left in .package/dist. Run on Windows.

    python build/windows/make.py

Needs makensis on the PATH. A signing command in CHASQUI_SIGN (it gets a file's path as its last word) signs the
program, the installer and the uninstaller; without it the files are left unsigned and that is said.
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
PROGRAM = ROOT / ".package" / "dist" / "chasqui"
OUT = ROOT / ".package" / "out"


def main() -> int:
    """Sign if there is a way, pack, write the checksum."""
    version = str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])
    makensis, sign = shutil.which("makensis"), os.environ.get("CHASQUI_SIGN", "")
    if makensis is None:
        sys.exit("makensis is missing (NSIS 3)")
    if sign:
        subprocess.run([*shlex.split(sign, posix=False), PROGRAM / "chasqui.exe"], check=True)
    else:
        print("CHASQUI_SIGN is not set: nothing is signed")
    OUT.mkdir(parents=True, exist_ok=True)
    target = OUT / f"chasqui-{version}-windows-x64.exe"
    size = sum(path.stat().st_size for path in PROGRAM.rglob("*") if path.is_file()) // 1024
    words = {"VERSION": version, "PROGRAM": str(PROGRAM), "TARGET": str(target), "SIZE": str(size)}
    if sign:
        words["SIGN"] = sign
    defined = [f"-D{name}={value}" for name, value in words.items()]
    subprocess.run([makensis, "-V2", "-INPUTCHARSET", "UTF8", *defined, HERE / "chasqui.nsi"], check=True)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    (OUT / f"{target.name}.sha256").write_text(f"{digest}  {target.name}\n", encoding="ascii")
    print(f"{target.stat().st_size / 1e6:.1f} MB  {target.name}; installed {size / 1000:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
