"""The house as sentences that fail: what import-linter cannot say is checked here on the syntax trees."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("desktop", "sync", "storage", "documents", "resources", "central")
FORBIDDEN_NAMES = ("manager", "helper", "utils", "util", "info", "common", "misc", "base")


def modules(*packages: str) -> Iterator[tuple[str, ast.Module]]:
    for package in packages:
        for file in sorted((ROOT / package).rglob("*.py")):
            yield str(file.relative_to(ROOT)), ast.parse(file.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def importers(library: str, *packages: str) -> set[str]:
    return {
        name
        for name, tree in modules(*packages)
        if any(module == library or module.startswith(library + ".") for module in imported(tree))
    }


def test_the_import_contracts_hold() -> None:
    lint = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run(
        [sys.executable, "-c", lint],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_only_storage_connection_imports_sqlcipher() -> None:
    assert importers("sqlcipher3", *PACKAGES) == {"storage/connection.py"}


def test_only_sync_client_imports_requests() -> None:
    assert importers("requests", *PACKAGES) <= {"sync/client.py", "sync/transport.py"}
    assert importers("urllib3", *PACKAGES) <= {"sync/client.py", "sync/transport.py"}


def test_presenters_and_commands_import_no_qt_directly() -> None:
    assert importers("PySide6", "desktop/presenters", "desktop/commands") == set()


@pytest.mark.parametrize("library", ["time", "datetime"])
def test_clocks_are_read_in_sync_clock_only(library: str) -> None:
    readings = {"time", "time_ns", "monotonic", "now", "utcnow", "today", "sleep", "perf_counter"}
    guilty = []
    for name, tree in modules("desktop", "sync", "storage", "documents", "resources"):
        if name == "sync/clock.py":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in readings:
                owner = ast.unparse(node.func.value)
                if owner in {library, f"{library}.{library}", "datetime", "date", "datetime.date"}:
                    guilty.append(f"{name}:{node.lineno} {ast.unparse(node.func)}")
    assert guilty == []


def test_chance_lives_in_sync_identifiers_only() -> None:
    client = ("desktop", "sync", "storage", "documents", "resources")
    assert importers("random", *client) <= {"sync/identifiers.py"}


def test_only_main_knows_both_sides() -> None:
    assert "central.demo" in imported(ast.parse((ROOT / "main.py").read_text(encoding="utf-8")))
    assert importers("central", "desktop", "sync", "storage", "documents", "resources") == set()


def test_no_module_or_class_has_a_name_that_says_nothing() -> None:
    guilty = []
    for name, tree in modules(*PACKAGES):
        stem = Path(name).stem.lower()
        guilty += [name] * (stem in FORBIDDEN_NAMES)
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and node.name.lower().strip("_").endswith(("manager", "helper", "utils")):
                guilty.append(f"{name}: {node.name}")
    assert guilty == []


def test_no_file_passes_three_hundred_lines() -> None:
    long = {}
    for package in (*PACKAGES, "bench"):
        for file in (ROOT / package).rglob("*.py"):
            lines = len(file.read_text(encoding="utf-8").splitlines())
            if lines > 300:
                long[str(file.relative_to(ROOT))] = lines
    assert long == {}


def test_every_module_says_what_it_is_for() -> None:
    assert [name for name, tree in modules(*PACKAGES) if not ast.get_docstring(tree)] == []


def test_build_is_not_a_python_package() -> None:
    assert not (ROOT / "build" / "__init__.py").exists()
