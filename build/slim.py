"""What stays out of the package: modules that nothing here reaches, Qt's parts that are never shown, copies of copies.

Read by chasqui.spec, inside PyInstaller.
"""

import encodings
import pkgutil
import re
import sys
from collections.abc import Iterable
from pathlib import Path, PureWindowsPath

Entry = tuple[str, str, str]  # place in the package, file, kind: PyInstaller's
WINDOWS, LINUX = sys.platform == "win32", sys.platform.startswith("linux")

# Imported by libraries in branches that this program never takes, or meant for developers. lxml is pikepdf's for
# reading XMP: documents.packet.xmp writes the few values that we set.
PASSENGERS = (
    "central", "tests", "bench", "numpy", "matplotlib", "IPython", "lxml", "defusedxml", "colorama", "setuptools",
    "pip", "pkg_resources", "wheel", "distutils", "ensurepip", "venv", "test", "unittest", "doctest", "pdb",
    "pydoc", "lib2to3", "py_compile", "runpy", "sqlite3", "_sqlite3", "tkinter", "_tkinter", "asyncio",
    "http.server", "xmlrpc", "ftplib", "netrc", "tarfile", "tracemalloc", "xml.dom", "xml.sax", "_pydecimal",
    "_bz2", "_lzma", "ctypes.macholib", "multiprocessing.dummy", "multiprocessing.managers", "multiprocessing.pool",
    "multiprocessing.forkserver", "multiprocessing.popen_forkserver", "multiprocessing.sharedctypes", "_codecs_cn",
    "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw", "_multibytecodec", "PySide6.QtQml",
    "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
    "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtDBus", "PySide6.QtUiTools", "PySide6.QtXml",
    "PySide6.QtConcurrent", "PIL._avif", "PIL._webp", "PIL._imagingtk", "PIL._imagingcms", "PIL._imagingft",
    "PIL.ImageTk", "PIL.ImageQt", "PIL.ImageCms", "PIL.ImageGrab", "PIL.ImageShow", "PIL.ImageTransform",
    "PIL.ImageDraw2", "reportlab.graphics", "reportlab.platypus", "reportlab.pdfbase.acroform",
    "reportlab.lib.PyFontify", "reportlab.lib.normalDate", "reportlab.lib.corp", "reportlab.lib.randomtext",
    "reportlab.lib.rparsexml", "reportlab.lib.styles", "reportlab.lib.formatters", "urllib3.contrib.emscripten",
    "urllib3.contrib.pyopenssl", "urllib3.contrib.socks", "urllib3.http2.connection", "platformdirs.android",
    "platformdirs._android", "platformdirs.ios", "zstandard._cffi", "zstandard.backend_cffi",
)  # fmt: skip
# Of Pillow's formats, those that nobody photographs or scans a paper with.
PICTURES = (
    "Avif", "Blp", "BufrStub", "Cur", "Dcx", "Dds", "Eps", "Fits", "Fli", "Fpx", "Ftex", "Gbr", "GribStub",
    "Hdf5Stub", "Icns", "Ico", "Im", "Imt", "Iptc", "McIdas", "Mic", "Mpeg", "Msp", "Palm", "Pcd", "Pcx", "Pixar",
    "Psd", "Qoi", "Sgi", "Spider", "Sun", "Tga", "WebP", "Wmf", "XVThumb", "Xbm", "Xpm",
)  # fmt: skip
# Alphabets: what the program reads (UTF, Latin-1, Windows' own) and what a Peruvian Windows speaks in its terminal.
LETTERS = (
    "aliases", "ascii", "base64_codec", "charmap", "cp1250", "cp1251", "cp1252", "cp437", "cp850", "cp858",
    "hex_codec", "idna", "iso8859_1", "iso8859_15", "latin_1", "mbcs", "oem", "punycode", "raw_unicode_escape",
    "undefined", "unicode_escape", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "utf_7",
    "utf_8", "utf_8_sig",
)  # fmt: skip
# Of Qt: a window on each platform, SVG icons, JPEG where a printed page is one, Spanish buttons, printing.
PLUGINS = (
    "platforms/libqxcb", "platforms/libqoffscreen", "platforms/libqwayland", "platforms/qwindows",
    "platforms/qoffscreen", "platforms/libqcocoa", "imageformats/libqsvg", "imageformats/qsvg",
    "imageformats/libqjpeg", "iconengines/libqsvgicon", "iconengines/qsvgicon", "printsupport/",
    "wayland-shell-integration/libxdg", "wayland-decoration-client/", "networkinformation/",
    "platforminputcontexts/libcompose", "platforminputcontexts/libibus", "platformthemes/libqxdgdesktopportal",
)  # fmt: skip
SPOKEN = ("qtbase_es.qm",)
# What the .deb declares instead (build/depends.py): the system's copy fits its drivers and gets its security fixes.
FROM_THE_SYSTEM = (
    "libX", "libxcb", "libxkb", "libwayland", "libGL", "libEGL", "libglib-2", "libgobject-2", "libgio-2",
    "libgmodule-2", "libgthread-2", "libdbus-1", "libfontconfig", "libfreetype", "libstdc++", "libgcc_s", "libz.so",
    "libexpat", "libuuid", "libpcre", "libsystemd", "libssl.so", "libcrypto.so", "libcap", "liblz4", "liblzma.so",
    "libzstd", "libgcrypt", "libgpg-error", "libffi", "libmount", "libblkid", "libselinux", "libkrb5", "libgssapi",
    "libk5crypto", "libcom_err", "libkeyutils", "libcups", "libavahi", "libgnutls", "libhogweed", "libnettle",
    "libp11-kit", "libtasn1", "libidn2", "libunistring", "libbsd", "libmd.so", "libbrotli", "libpng16", "libgtk-3",
    "libgdk", "libcairo", "libpango", "libatk", "libharfbuzz", "libbz2", "libpixman", "libgmp", "libgraphite2",
    "libthai", "libdatrie", "libfribidi", "libjpeg.so", "libresolv", "libcrypt.so", "libnsl", "libtirpc", "libSM",
    "libICE", "libdrm", "libgbm",
)  # fmt: skip
RUNTIME = re.compile(r"(MSVCP140(_\w+)?|VCRUNTIME140(_1)?)\.dll", re.IGNORECASE)  # Microsoft's
OWN_NAME = re.compile(r"(?i)^(msvcp140)-[0-9a-f]{32}\.dll$")  # a wheel's own copy of it
ASKED, OWNERS = (
    re.compile(rb"(?i)(msvcp140)-[0-9a-f]{32}\.dll\0"),
    "pikepdf",
)  # how it is asked for, and whose wheel does


def excluded() -> list[str]:
    """The names of modules that the package does without."""
    alphabets = (one.name for one in pkgutil.iter_modules(encodings.__path__))
    pictures = (f"PIL.{name}ImagePlugin" for name in PICTURES)
    return [*PASSENGERS, *pictures, *(f"encodings.{name}" for name in alphabets if name not in LETTERS)]


def shown(target: str) -> bool:
    """Whether a file of Qt is one that this program shows."""
    name = target.replace("\\", "/")
    if "/translations/" in name and "PySide6" in name:
        return name.endswith(SPOKEN)
    if "/plugins/" in name and "PySide6" in name:
        return any(part in name for part in PLUGINS)
    if any(
        part in name
        for part in ("Qt6Qml", "Qt6Quick", "Qt6VirtualKeyboard", "Qt6Pdf", "opengl32sw", "Qt6Egl", "Qt6OpenGL")
    ):
        return False
    return not name.endswith((".pyi", "/py.typed", "openapi.json"))


def bundled(target: str, source: str) -> bool:
    """Whether a shared library travels with the program."""
    if not shown(target):
        return False
    own = "/" in target.replace("\\", "/") and "site-packages" in source.replace("\\", "/")
    return own or not (
        LINUX and Path(target).name.startswith(FROM_THE_SYSTEM) and not Path(target).name.startswith("libpython")
    )


def once(entries: Iterable[Entry], work: Path) -> list[Entry]:
    """Of Microsoft's runtime, which several packages bring, the newest copy of each file, where all of them find it.

    It lies at the top, where the program's start sends Windows to look; a newer one serves what an older one served. A
    copy under a name of its own is one too: what asks for that name asks for the usual one in a copy below `work`.
    """
    if not WINDOWS:
        return list(entries)
    newest: dict[str, Entry] = {}
    others = []
    for target, source, kind in entries:
        name = OWN_NAME.sub(r"\1.dll", PureWindowsPath(target).name)
        if not RUNTIME.fullmatch(name):
            others.append((target, _with_usual_names(Path(source), work), kind))
        elif name.upper() not in newest or _version(source) > _version(newest[name.upper()][1]):
            newest[name.upper()] = (name, source, kind)
    return [*others, *newest.values()]


def _with_usual_names(library: Path, work: Path) -> str:
    """The library, or a copy that asks for the usual names: shorter, so they fit where the others stood."""
    if OWNERS not in library.parent.name:
        return str(library)
    content = library.read_bytes()
    plain = ASKED.sub(lambda found: (found[1] + b".dll\0").ljust(len(found[0]), b"\0"), content)
    if plain == content:
        return str(library)
    work.mkdir(parents=True, exist_ok=True)
    copy = work / library.name
    copy.write_bytes(plain)
    return str(copy)


def _version(library: str) -> tuple[int, int]:
    import pefile  # PyInstaller's, on Windows

    with pefile.PE(library, fast_load=True) as read:
        read.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_RESOURCE"]])
        told = getattr(read, "VS_FIXEDFILEINFO", None)
        return (told[0].FileVersionMS, told[0].FileVersionLS) if told else (0, 0)
