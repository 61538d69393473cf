"""The CycloneDX list of what is inside the package (requirement S29): Python packages and the libraries inside them.

    .package/venv/bin/python build/sbom.py PROGRAM VERSION MOMENT TARGET

Versions of libraries that others carry inside (OpenSSL, SQLCipher, PDFium, qpdf, Qt, ICU) are asked of the libraries.
"""

import re
import ssl
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import distribution
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from licences import LEFT_OUT, ROOT, licence_of
from packageurl import PackageURL

NAMESPACE = uuid.UUID("5f6f6bd4-5b0f-4c2e-8a3c-3f6f6d9d3a11")


def main(program: Path, version: str, moment: int, target: Path) -> int:
    """Write the list; the same package gives the same bytes."""
    bom = Bom(serial_number=uuid.uuid5(NAMESPACE, f"{version} {moment}"))
    bom.metadata.timestamp = datetime.fromtimestamp(moment, UTC)
    chasqui = Component(name="chasqui", version=version, type=ComponentType.APPLICATION, bom_ref="chasqui")
    bom.metadata.component = chasqui
    parts = [*_distributions(), *_inside(program)]
    for part in parts:
        bom.components.add(part)
    bom.register_dependency(chasqui, parts)
    target.write_text(JsonV1Dot6(bom).output_as_string(indent=1) + "\n", encoding="utf-8")
    print(f"{len(parts)} components in {target.name}")
    return 0


def _distributions() -> Iterator[Component]:
    pinned = re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements/desktop.txt").read_text("utf-8"), re.MULTILINE)
    for name in pinned:
        if name.lower() in LEFT_OUT:
            continue
        found = distribution(name)
        told = found.metadata["Name"]
        purl = PackageURL("pypi", name=told, version=found.version)
        yield _component(told, found.version, licence_of(found), purl=purl)


def _inside(program: Path) -> Iterator[Component]:
    """What no package index knows of."""
    import pikepdf
    import pypdfium2
    from cryptography.hazmat.backends.openssl import backend
    from PIL import features
    from PySide6.QtCore import qVersion
    from sqlcipher3 import dbapi2

    with dbapi2.connect(":memory:") as db:
        (cipher,) = db.execute("PRAGMA cipher_version").fetchone()
    yield _component("SQLCipher", cipher.split()[0], "BSD-3-Clause", "sqlcipher3")
    yield _component("SQLite", dbapi2.sqlite_version, "blessing", "sqlcipher3")
    openssl = _text_in(_module_file("sqlcipher3"), rb"OpenSSL (\d+\.\d+\.\d+)")
    yield _component("OpenSSL", openssl, "Apache-2.0", "sqlcipher3")
    yield _component("OpenSSL", backend.openssl_version_text().split()[1], "Apache-2.0", "cryptography")
    yield _component("PDFium", str(pypdfium2.PDFIUM_INFO).split("@")[0], "BSD-3-Clause AND Apache-2.0", "pypdfium2")
    yield _component("qpdf", pikepdf.__libqpdf_version__, "Apache-2.0", "pikepdf")
    yield _component("ZXing-C++", distribution("zxing-cpp").version, "Apache-2.0", "zxing-cpp")
    yield _component("Qt", qVersion(), "LGPL-3.0-only", "PySide6_Essentials")
    yield _component("Python", sys.version.split()[0], "PSF-2.0")
    boot = distribution("pyinstaller").version
    yield _component("PyInstaller bootloader", boot, "GPL-2.0-or-later WITH Bootloader-exception")
    for name, feature, licence in (
        ("libjpeg-turbo", "libjpeg_turbo", "IJG AND BSD-3-Clause"),
        ("libtiff", "libtiff", "libtiff"),
        ("OpenJPEG", "jpg_2000", "BSD-2-Clause"),
    ):
        if version := features.version(feature):
            yield _component(name, version, licence, "pillow")
    if sys.platform == "linux":
        [icu] = (path for path in program.rglob("libicuuc.so.*") if not path.is_symlink())
        yield _component("ICU", _text_in(icu, rb"\0(\d\d\.\d(?:\.\d)?)\0"), "Unicode-3.0", "PySide6_Essentials")
    else:
        yield _component("OpenSSL", ssl.OPENSSL_VERSION.split()[1], "Apache-2.0", "Python")
    if sys.platform == "win32":  # elsewhere qpdf does its own arithmetic
        [qpdf] = (path for path in program.rglob("qpdf*.dll"))
        yield _component("OpenSSL", _text_in(qpdf, rb"\0(3\.\d+\.\d+)\0"), "Apache-2.0", "pikepdf")


def _module_file(package: str) -> Path:
    folder = Path(str(distribution(package).locate_file(package)))
    return next(path for path in folder.iterdir() if path.suffix in {".so", ".pyd"})


def _text_in(library: Path | str, pattern: bytes) -> str:
    found = re.search(pattern, Path(library).read_bytes())
    if found is None:
        sys.exit(f"{library} does not say its version")
    return found[1].decode("ascii")


def _component(name: str, version: str, licence: str, within: str = "", purl: PackageURL | None = None) -> Component:
    """`within`: the package that carries it inside; part of its identity, for OpenSSL comes twice."""
    return Component(
        name=name, version=version, type=ComponentType.LIBRARY, purl=purl, group=f"in {within}" if within else None,
        bom_ref="/".join(part for part in (within, name, version) if part),
        licenses=[LicenseFactory().make_from_string(licence)],
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), Path(sys.argv[4])))
