#!/usr/bin/env bash
# `make test-deb`: a minimal Debian 12, the .deb with its declared libraries and nothing more; used, then removed again.
# Needs root (or sudo), apt and debootstrap's mirror. Everything lies under .package/root; the base is kept for next time.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$PWD/.package/root
deb=${1:-$(ls .package/out/chasqui_*_amd64.deb)}
[ "$(id -u)" = 0 ] || exec sudo "$0" "$@"

say() { printf '== %s\n' "$*"; }
quiet() { "$@" >"$work/log" 2>&1 || { tail -40 "$work/log"; echo "failed: $*" >&2; exit 1; }; }
inside() { chroot "$work/root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_teacher() { inside su -s /bin/bash maestra -c "$1"; }

release() { for place in proc dev/pts dev; do mountpoint -q "$work/root/$place" && umount "$work/root/$place"; done; true; }
trap release EXIT

mkdir -p "$work"
command -v debootstrap >/dev/null || quiet apt-get install -y -q --no-install-recommends debootstrap
if [ ! -f "$work/base.tar" ]; then
  say "a minimal Debian 12 (once)"
  mirror=$(sed -nE 's/^(URIs:|deb) +(\[[^]]*\] +)?(https?:[^ ]*debian)\/? *.*$/\3/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -1 || true)
  rm -rf "$work/base"
  quiet debootstrap --variant=minbase bookworm "$work/base" ${mirror:+"$mirror"} # none found: its own default
  tar -C "$work/base" -cf "$work/base.tar" . && rm -rf "$work/base"
fi
release
rm -rf "$work/root" && mkdir "$work/root" && tar -C "$work/root" -xf "$work/base.tar"
for place in /etc/apt/apt.conf.d /etc/resolv.conf /etc/hosts; do # how this machine reaches its mirror
  [ -e "$place" ] && cp -rL "$place" "$work/root$(dirname "$place")/" || true
done
mount --bind /dev "$work/root/dev" && mount --bind /dev/pts "$work/root/dev/pts" && mount -t proc proc "$work/root/proc"

say "install"
quiet inside apt-get update -q
inside dpkg-query -f '${Package}\n' -W | sort >"$work/before"
cp "$deb" "$work/root/tmp/chasqui.deb"
quiet inside apt-get install -y -q --no-install-recommends /tmp/chasqui.deb
inside useradd -m maestra
(cd "$work/root" && find usr etc opt var/lib -xdev \( -path '*chasqui*' \) | grep -v '^var/lib/dpkg' | wc -l) | sed 's/$/ files of ours/'

say "libraries that are not found"
missing=$(inside bash -c 'for file in $(find /usr/lib/chasqui -type f \( -name "*.so*" -o -name chasqui \)); do
  LD_LIBRARY_PATH=/usr/lib/chasqui/_internal ldd "$file" 2>/dev/null | grep "not found" | sed "s|^|${file##*/}:|"; done' | grep -v libcupsprinter || true)
[ -z "$missing" ] || { echo "$missing"; exit 1; }

say "self-test, offscreen, as a person without rights"
as_teacher 'QT_QPA_PLATFORM=offscreen chasqui self-test 2>/tmp/said'
[ ! -s "$work/root/tmp/said" ] || { cat "$work/root/tmp/said"; exit 1; }

say "a window under X11"
quiet inside apt-get install -y -q --no-install-recommends xvfb x11-utils
as_teacher 'Xvfb :9 -screen 0 1366x768x24 >/dev/null 2>&1 & server=$!
  export DISPLAY=:9 QT_QPA_PLATFORM=xcb; for _ in $(seq 200); do xdpyinfo >/dev/null 2>&1 && break; done
  chasqui 2>/tmp/said & program=$!; shown=
  for _ in $(seq 3000); do shown=$(xwininfo -root -tree 2>/dev/null | grep -m1 "\"Chasqui: ingresar") && break; done
  kill $program $server; wait; [ -n "$shown" ] && echo "shown: $shown"'
[ ! -s "$work/root/tmp/said" ] || { cat "$work/root/tmp/said"; exit 1; }

say "remove"
quiet inside apt-get purge -y -q chasqui
left=$(cd "$work/root" && find . -xdev -name '*chasqui*' -not -path './proc/*' -not -path './home/*' -not -path './tmp/*' -not -path './var/log/*' -not -path './var/cache/*')
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
say "installed, used and removed; what is left is the person's: $(cd "$work/root/home/maestra" && find . -ipath '*chasqui*' | tr '\n' ' ')"
