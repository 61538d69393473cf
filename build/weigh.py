"""What the package weighs and for what: MB on the disk and packed, each file by itself with xz at level 1.

    python build/weigh.py [PROGRAM]

The shares are right, the sum is above that of an archive, which packs everything together.
"""

import lzma
import re
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = (  # the first that fits; names as they lie below the program's folder
    ("our own modules and those of pure Python", r"^chasqui(-consola)?(\.exe|\.pkg)?$|base_library"),
    ("ICU", r"libicu"),
    ("PySide6 and shiboken6 bindings", r"(PySide6|shiboken6)/([^/]*(\.abi3|\.pyd)|lib(pyside|shiboken))"),
    ("Qt", r"PySide6|shiboken6|libQt6"),
    ("cryptography with OpenSSL, cffi", r"cryptography|cffi"),
    ("PDFium", r"pdfium"),
    ("sqlcipher3 with SQLCipher and OpenSSL", r"sqlcipher3"),
    ("pikepdf and qpdf with libjpeg", r"pikepdf|libqpdf"),
    ("Pillow with libtiff, OpenJPEG, libjpeg", r"PIL|pillow"),
    ("ZXing-C++", r"zxing"),
    ("cbor2, msgspec, zstandard, certifi and others", r"cbor2|msgspec|zstandard|certifi|charset_normalizer"),
    ("fonts, icons, catalogues, trust list, licences, manual", r"resources|storage|docs"),
    ("Python itself with its library, OpenSSL and Microsoft's runtime", r""),
)  # fmt: skip


def main() -> int:
    """Print the table, the heaviest part first."""
    program = Path(sys.argv[1] if sys.argv[1:] else ROOT / ".package" / "dist" / "chasqui").resolve()
    files = [path for path in sorted(program.rglob("*")) if path.is_file() and not path.is_symlink()]
    files = [path for path in files if path.name != "chasqui-consola.pkg"]  # laid down once, see windows/chasqui.nsi
    disk, packed = defaultdict[str, int](int), defaultdict[str, int](int)
    with ProcessPoolExecutor(2) as pool:
        for path, size in zip(files, pool.map(_packed, files, chunksize=8), strict=True):
            part = part_of(path.relative_to(program).as_posix().removeprefix("_internal/"))
            disk[part] += path.stat().st_size
            packed[part] += size
    for part in sorted(packed, key=packed.__getitem__, reverse=True):
        print(f"| {part} | {disk[part] / 1e6:.1f} | {packed[part] / 1e6:.1f} |")
    print(f"| together | {sum(disk.values()) / 1e6:.1f} | {sum(packed.values()) / 1e6:.1f} |")
    return 0


def part_of(name: str) -> str:
    """Which part of the table a file belongs to."""
    return next(part for part, pattern in PARTS if re.search(pattern, name))


def _packed(path: Path) -> int:
    return len(lzma.compress(path.read_bytes(), preset=1))


if __name__ == "__main__":
    sys.exit(main())
