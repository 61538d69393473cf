"""The onedir as a .tar.zst and as a .deb. Names sorted, one moment, owner root: the same folder, the same bytes."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

from depends import depends

LINUX = Path(__file__).resolve().parent / "linux"
ICONS = LINUX.parent.parent / "resources" / "icons"


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
    for place in (
        "DEBIAN", "usr/bin", "usr/share/applications", "usr/share/icons/hicolor/scalable/apps", "usr/share/doc/chasqui",
        "usr/share/mime/packages",
    ):  # fmt: skip
        (tree / place).mkdir(parents=True)
    (tree / "usr/bin/chasqui").symlink_to("../lib/chasqui/chasqui")
    for entry in ("chasqui.desktop", "chasqui-verificar.desktop"):
        shutil.copy(LINUX / entry, tree / "usr/share/applications")
    shutil.copy(LINUX / "chasqui.xml", tree / "usr/share/mime/packages")
    shutil.copy(ICONS / "chasqui.svg", tree / "usr/share/icons/hicolor/scalable/apps")
    shutil.copy(ICONS.parent / "licences" / "licencias.txt", tree / "usr/share/doc/chasqui/copyright")
    shutil.copy(ICONS.parent.parent / "docs/manual/manual.md", tree / "usr/share/doc/chasqui")
    kilobytes = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    control = (LINUX / "control").read_text("utf-8")
    required, recommended = depends(program)
    filled = control.format(version=version, size=kilobytes, depends=required, recommends=recommended)
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
