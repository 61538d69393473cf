"""What the package leaves out is not needed by what stays in."""

import ast
import re
from pathlib import Path

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
