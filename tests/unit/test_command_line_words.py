"""What every subcommand says of itself; and what is said on terminals that know no codes."""

import io
import json
from getpass import fallback_getpass  # type: ignore[attr-defined]  # what getpass does without a terminal
from pathlib import Path

import pytest

from desktop.commands import run
from desktop.commands.arguments import every_subcommand, parse
from desktop.commands.speech import Speech

COMMANDS = every_subcommand()


class Terminal(io.StringIO):
    """Remembers what was written and says that it is one."""

    def isatty(self) -> bool:
        return True


def test_the_subcommands_below_others_are_listed_too() -> None:
    assert {("verify",), ("payslips",), ("payslips", "list"), ("legajo", "paper", "export")} <= set(COMMANDS)
    assert len(set(COMMANDS)) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_subcommand_explains_itself_in_spanish(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert parse([*command, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("uso: chasqui " + " ".join(command))
    assert "muestra esta ayuda y termina" in said


def test_progress_is_rewritten_in_place_without_codes() -> None:
    terminal = Terminal()
    speech = Speech(as_json=False, out=io.StringIO(), err=terminal)
    speech.progress("12 de 300")
    speech.progress("300 de 300")
    speech.progress_done()
    speech.progress_done()
    said = terminal.getvalue()
    assert "\x1b" not in said
    shown = ["".join(line.split()) for line in said.split("\r")]
    assert [words for words in shown if words] == ["12de300", "300de300"]
    assert said.endswith(f"\r{' ' * len('300 de 300')}\r")


def test_a_program_without_a_terminal_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    speech = Speech(as_json=False)
    speech.progress("12 de 300")
    speech.progress_done()
    speech.complain("offline", "Sin conexión.")
    speech.tell("Listo.")


def test_a_profile_that_is_not_there_is_told_before_a_password_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getpass", lambda _prompt: pytest.fail("asked"))
    assert run(["status", "--profile", str(tmp_path / "nada"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"] == "profile-missing"


def test_without_a_terminal_nobody_is_asked_and_it_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getpass", fallback_getpass)
    monkeypatch.setattr("desktop.commands.opening.is_profile", lambda _directory: True)
    assert run(["status", "--profile", str(tmp_path)]) == 64
    said = capsys.readouterr()
    assert said.err == "Aquí no se puede preguntar la contraseña: indíquela con un descriptor.\n"
    assert said.out == ""
