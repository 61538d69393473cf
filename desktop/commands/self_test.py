"""`self-test`: is this installation whole?"""

import argparse
from typing import TYPE_CHECKING

from desktop.commands.exits import Exit
from desktop.commands.opening import answering
from desktop.commands.speech import Speech

if TYPE_CHECKING:
    from desktop.commands.arguments import SpanishParser

SIGNS = {True: "bien", False: "MAL", None: "omitido"}


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommand."""
    parser = commands.add_parser("self-test", help="comprueba que esta instalación esté completa")
    parser.add_argument("--json", action="store_true", help="escribe un objeto JSON por línea")
    parser.add_argument("--server", metavar="URL", help="prueba también este servicio central")
    parser.set_defaults(work=answering(_self_test))


def _self_test(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.selftest import run_steps

    failed = False
    for result in run_steps(options.server):
        failed = failed or result.passed is False
        speech.tell(
            f"{SIGNS[result.passed]:<8} {result.name}: {result.detail}",
            step=result.name, passed=result.passed, detail=result.detail,
        )  # fmt: skip
    return Exit.FAILED if failed else Exit.GOOD
