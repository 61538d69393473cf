"""What the README and the project file promise."""

import re
import subprocess
import tomllib
from pathlib import Path

from desktop.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_there_is_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


def test_the_changes_begin_with_this_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", changes, re.MULTILINE)[0] == VERSION


def test_every_command_of_the_readme_is_a_target() -> None:
    commands = re.findall(r"^    make ([a-z-]+)", README, re.MULTILINE)
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    assert commands == ["demo", "test"]
    assert set(commands) <= targets


def test_ci_runs_the_readme_s_test_command_and_tries_the_package() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line.partition(" 2>")[0] for line in lines if line.startswith("make")]
    assert commands == ["make test", "make test-package"]


def test_every_file_that_the_documents_name_exists() -> None:
    pages = (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))
    targets = [
        (page, target) for page in pages for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    ]
    assert [target for page, target in targets if not (page.parent / target).exists()] == []


def test_requirements_are_pinned_by_hash_and_name_no_address() -> None:
    for file in (ROOT / "requirements").glob("*.txt"):
        text = file.read_text(encoding="utf-8")
        assert "://" not in text
        packages = re.findall(r"^[A-Za-z0-9_.-]+==", text, re.MULTILINE)
        assert len(packages) > 10
        assert len(re.findall(r"^[A-Za-z0-9_.-]+==[^\n]*\\\n\s+--hash=sha256:", text, re.MULTILINE)) == len(packages)


def test_make_alone_lists_its_targets() -> None:
    told = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {"demo", "test", "check", "shots", "bench"} <= set(re.findall(r"^([a-z]+)\s", told, re.MULTILINE))


def test_no_machine_path_is_tracked() -> None:
    pattern = r"(^|[^A-Za-z0-9_.])/(work|farm|root)/"
    found = subprocess.run(
        ["git", "grep", "-nIE", pattern, "--", ".", ":!tests/architecture/test_promises.py"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.stdout == ""
