#!/usr/bin/env bash
# Make the virtual environment and, where apt is at hand and they are missing, the system libraries that Qt needs.
# Usage: build/prepare.sh PYTHON VENV
set -euo pipefail
python=$1 venv=$2

"$python" - <<'PY' || { echo "Chasqui needs Python 3.11, 3.12 or 3.13." >&2; exit 1; }
import sys
sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PY

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else return 1; fi; }

apt_install() {
  command -v apt-get >/dev/null || { echo "missing: $* (install them with your system's tools)" >&2; return 1; }
  echo "installing system packages: $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null ||
    { echo "could not install: $*" >&2; return 1; }
}

# Debian and Ubuntu leave ensurepip out of python3.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then apt_install python3-venv; fi

# Qt dlopens these; without them the import of PySide6.QtWidgets or the xcb window fails. soname -> Debian package.
if [ "$(uname -s)" = Linux ] && command -v ldconfig >/dev/null || [ -x /sbin/ldconfig ]; then
  have=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
  missing=()
  while read -r soname package; do
    grep -q "$soname" <<<"$have" || missing+=("$package")
  done <<'LIBS'
libglib-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libxkbcommon.so.0 libxkbcommon0
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
libgssapi_krb5.so.2 libgssapi-krb5-2
libX11-xcb.so.1 libx11-xcb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
LIBS
  if [ ${#missing[@]} -gt 0 ]; then apt_install "${missing[@]}" || echo "going on without them; the window may not open" >&2; fi
fi

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r requirements/development.txt
