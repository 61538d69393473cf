"""What the package leaves out is not needed by what stays in."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = ("desktop", "sync", "storage", "documents", "resources")
FILES = sorted(path for part in OURS for path in (ROOT / part).rglob("*.py"))
WITH_PIKEPDF = [path for path in FILES if "import pikepdf" in path.read_text(encoding="utf-8")]


def calls(path: Path, name: str) -> list[ast.Call]:
    """Of a method of this name."""
    found = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [
        node
        for node in found
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name
    ]


@pytest.mark.parametrize("path", WITH_PIKEPDF, ids=lambda path: path.stem)
def test_no_pdf_is_written_with_the_xml_library_that_the_package_leaves_out(path: Path) -> None:
    assert calls(path, "open_metadata") == []
    for call in calls(path, "save"):
        told = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
        if told.keys() & {"deterministic_id", "object_stream_mode", "encryption"}:
            assert told.get("fix_metadata_version") == "False", f"{path.name}:{call.lineno}"


def test_a_pdf_s_saving_was_found_at_all() -> None:
    assert sum(len(calls(path, "save")) for path in WITH_PIKEPDF) >= 3


def test_the_licence_page_names_every_library_that_is_shipped() -> None:
    page = (ROOT / "resources/licences/licencias.txt").read_text(encoding="utf-8").lower()
    pinned = re.findall(r"^([\w.-]+)==", (ROOT / "requirements/desktop.txt").read_text(encoding="utf-8"), re.MULTILINE)
    not_shipped = {"lxml", "defusedxml", "packaging", "pycparser", "pyside6-essentials", "colorama"}
    index = re.sub(r"[-_.]", "-", page[: page.index("====")])
    missing = {name for name in pinned if re.sub(r"[-_.]", "-", name.lower()) not in index} - not_shipped
    assert {name for name in missing if name != "pypdfium2"} == set()
    assert "pdfium" in page
    assert "pyside6" in page


@pytest.fixture
def slim(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """build/slim.py; `build` is no package."""
    monkeypatch.syspath_prepend(str(ROOT / "build"))
    sys.modules.pop("slim", None)
    import slim as module  # type: ignore[import-not-found]  # of build/

    return module


def test_of_microsoft_s_runtime_the_newest_lies_at_the_top(
    slim: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = f"msvcp140-{'7c26' * 8}.dll"
    (tmp_path / "pikepdf.libs").mkdir()
    asking = tmp_path / "pikepdf.libs" / "qpdf30.dll"
    asking.write_bytes(b"MZ..VCRUNTIME140.dll\0" + own.encode() + b"\0KERNEL32.dll\0")
    versions = {"a": (1, 2), "b": (1, 10), "c": (1, 9), "d": (1, 11)}
    monkeypatch.setattr(slim, "_version", versions.__getitem__)
    entries = [
        ("VCRUNTIME140.dll", "a", "BINARY"), ("PySide6\\MSVCP140.dll", "c", "BINARY"),
        ("shiboken6\\vcruntime140.dll", "b", "BINARY"), (f"pikepdf.libs\\{own}", "d", "BINARY"),
        ("PySide6\\Qt6Core.dll", "e", "BINARY"), ("pikepdf.libs\\qpdf30.dll", str(asking), "BINARY"),
    ]  # fmt: skip
    monkeypatch.setattr(slim, "WINDOWS", False)
    assert slim.once(entries, tmp_path / "work") == entries
    monkeypatch.setattr(slim, "WINDOWS", True)
    core, qpdf, *runtime = slim.once(entries, tmp_path / "work")
    assert runtime == [("vcruntime140.dll", "b", "BINARY"), ("msvcp140.dll", "d", "BINARY")]
    assert core == entries[4]
    asked = Path(qpdf[1]).read_bytes()
    assert len(asked) == len(asking.read_bytes())
    assert asked.replace(b"\0" * 34, b"\0") == b"MZ..VCRUNTIME140.dll\0msvcp140.dll\0KERNEL32.dll\0"
    assert qpdf[0] == entries[5][0]


def test_the_package_reads_every_alphabet_that_the_program_names(slim: ModuleType) -> None:
    gone = set(slim.excluded())
    named = re.compile(r"""(?:de|en)code\(\s*["']([a-z][\w-]+)["']|encoding=["']([\w-]+)["']""")
    told = {one or other for path in FILES for one, other in named.findall(path.read_text(encoding="utf-8"))}
    assert {"utf-8", "latin-1", "cp1252", "utf-8-sig", "idna"} <= told
    assert {f"encodings.{name.replace('-', '_')}" for name in told} & gone == set()
    assert "encodings.cp850" not in gone, "the terminal of a Windows in Spanish"
    assert "encodings.shift_jis" in gone


def test_what_is_left_out_is_imported_by_no_module_of_ours(slim: ModuleType) -> None:
    gone = set(slim.excluded()) - {"central"}  # main.py's, for the demonstration
    wanted = {
        name
        for path in (ROOT / "main.py", *FILES)
        for node in _run(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imported(node)
    }
    assert {name for name in wanted if any(name == one or name.startswith(f"{one}.") for one in gone)} == set()


def _run(node: ast.AST) -> Iterator[ast.AST]:
    """What is not for types alone."""
    yield node
    types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    for child in node.orelse if isinstance(node, ast.If) and types else ast.iter_child_nodes(node):
        yield from _run(child)


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []
