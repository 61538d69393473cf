"""What every subcommand says of itself; and what is said on terminals that know no codes."""

import io

import pytest

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
