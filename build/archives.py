"""The onedir as a .tar.zst and as a .deb. Names sorted, one moment, owner root: the same folder, the same bytes."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

LINUX = Path(__file__).resolve().parent / "linux"
ICONS = LINUX.parent.parent / "resources" / "icons"

# What chasqui.spec leaves to the system, by the names of Debian 12, Debian 13 and Ubuntu 24.04 (t64) alike.
DEPENDS = (
    "libc6 (>= 2.34)", "libstdc++6", "zlib1g", "libssl3 | libssl3t64", "libglib2.0-0 | libglib2.0-0t64", "libdbus-1-3",
    "libfontconfig1", "libfreetype6", "libegl1", "libgl1", "libopengl0", "libxkbcommon0", "libxkbcommon-x11-0",
    "libx11-6", "libx11-xcb1", "libxcb1", "libxcb-cursor0", "libxcb-glx0", "libxcb-icccm4", "libxcb-image0",
    "libxcb-keysyms1", "libxcb-randr0", "libxcb-render0", "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0",
    "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1", "libwayland-client0", "libwayland-cursor0", "libffi8", "libexpat1",
    "libgssapi-krb5-2", "libzstd1", "liblzma5", "libbz2-1.0", "libuuid1",
)  # fmt: skip


def write_tar(program: Path, version: str, moment: int, folder: Path) -> Path:
    """chasqui-VERSION-linux-x86_64.tar.zst: unpack it anywhere and start `chasqui/chasqui`."""
    folder.mkdir(exist_ok=True)
    plain = folder / f"chasqui-{version}-linux-x86_64.tar"
    with tarfile.open(plain, "w", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted(program.rglob("*")):
            entry = archive.gettarinfo(path, f"chasqui/{path.relative_to(program)}")
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = ""
            entry.mtime = moment
            entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
            if entry.isreg():
                with path.open("rb") as content:
                    archive.addfile(entry, content)
            else:
                archive.addfile(entry)
    packed = plain.with_suffix(".tar.zst")
    subprocess.run(["zstd", "-q", "-f", "-15", "-T1", "--rm", plain, "-o", packed], check=True)
    return packed


def write_deb(program: Path, version: str, moment: int, folder: Path) -> Path:
    """chasqui_VERSION_amd64.deb: /usr/lib/chasqui, /usr/bin/chasqui, menu entry, icon."""
    tree = folder / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(program, tree / "usr/lib/chasqui", symlinks=True)
    for place in ("DEBIAN", "usr/bin", "usr/share/applications", "usr/share/icons/hicolor/scalable/apps"):
        (tree / place).mkdir(parents=True)
    (tree / "usr/bin/chasqui").symlink_to("../lib/chasqui/chasqui")
    shutil.copy(LINUX / "chasqui.desktop", tree / "usr/share/applications")
    shutil.copy(ICONS / "chasqui.svg", tree / "usr/share/icons/hicolor/scalable/apps")
    kilobytes = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    control = (LINUX / "control").read_text("utf-8")
    filled = control.format(version=version, size=kilobytes, depends=", ".join(DEPENDS))
    (tree / "DEBIAN/control").write_text(filled, encoding="utf-8")
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)
    deb = folder / f"chasqui_{version}_amd64.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--build", tree, deb]
    steady = {**os.environ, "SOURCE_DATE_EPOCH": str(moment)}
    subprocess.run(command, env=steady, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    return deb
