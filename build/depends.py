"""What the package leaves to the system: read from its own libraries, never guessed. Linux, with binutils' objdump."""

import re
import subprocess
import sys
from pathlib import Path

# soname -> package, by the names of Debian 12, Debian 13 and Ubuntu 24.04 (t64) alike
PACKAGES = {
    "libc.so.6": "libc6", "ld-linux-x86-64.so.2": "libc6", "libdl.so.2": "libc6", "libm.so.6": "libc6",
    "libpthread.so.0": "libc6", "libresolv.so.2": "libc6", "librt.so.1": "libc6", "libutil.so.1": "libc6",
    "libgcc_s.so.1": "libgcc-s1", "libstdc++.so.6": "libstdc++6", "libz.so.1": "zlib1g",
    "libbz2.so.1.0": "libbz2-1.0", "liblzma.so.5": "liblzma5", "libzstd.so.1": "libzstd1", "libuuid.so.1": "libuuid1",
    "libffi.so.8": "libffi8", "libssl.so.3": "libssl3 | libssl3t64", "libcrypto.so.3": "libssl3 | libssl3t64",
    "libbrotlicommon.so.1": "libbrotli1", "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2", "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64", "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgobject-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64", "libgio-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libfontconfig.so.1": "libfontconfig1", "libfreetype.so.6": "libfreetype6",
    "libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libX11.so.6": "libx11-6", "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon.so.0": "libxkbcommon0", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1", "libxcb-cursor.so.0": "libxcb-cursor0", "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0", "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0", "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0", "libxcb-shm.so.0": "libxcb-shm0", "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1", "libxcb-xfixes.so.0": "libxcb-xfixes0", "libxcb-xkb.so.1": "libxcb-xkb1",
}  # fmt: skip
# Wanted by a plugin that Qt leaves aside without it: printers of the network. A file is printed to without it too.
OPTIONAL = {"libcups.so.2": "libcups2 | libcups2t64"}
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")


def depends(program: Path) -> tuple[str, str]:
    """The fields Depends and Recommends. Ends the build when a library is needed that no package is known for."""
    bundled = {path.name for path in program.rglob("*")}
    needed: set[str] = set()
    newest = (2, 17)
    for path in program.rglob("*"):
        if path.is_symlink() or not path.is_file() or not _is_elf(path):
            continue
        told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True).stdout
        needed |= set(re.findall(r"^\s+NEEDED\s+(\S+)", told, re.MULTILINE)) - bundled
        newest = max(newest, *((int(major), int(minor)) for major, minor in _GLIBC.findall(told)), newest)
    unknown = needed - PACKAGES.keys() - OPTIONAL.keys()
    if unknown:
        sys.exit(f"no package is known for {sorted(unknown)}: see build/depends.py")
    names = {PACKAGES[name] for name in needed & PACKAGES.keys()} - {"libc6"}
    listed = [f"libc6 (>= {newest[0]}.{newest[1]})", *sorted(names)]
    return ", ".join(listed), ", ".join(OPTIONAL[name] for name in sorted(needed & OPTIONAL.keys()))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
