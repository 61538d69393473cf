"""`self-test`: is this installation whole?"""

import argparse
from typing import TYPE_CHECKING

from desktop.commands.exits import Exit
from desktop.commands.opening import answering
from desktop.commands.speech import Speech, read_secret

if TYPE_CHECKING:
    from desktop.commands.arguments import SpanishParser

SIGNS = {True: "bien", False: "MAL", None: "omitido"}


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommand."""
    parser = commands.add_parser("self-test", help="comprueba que esta instalación esté completa")
    parser.add_argument("--json", action="store_true", help="escribe un objeto JSON por línea")
    parser.add_argument("--server", metavar="URL", help="prueba también este servicio central")
    parser.add_argument("--user", metavar="USUARIO", default="", help="sincroniza con este usuario de ejemplo")
    parser.add_argument(
        "--account-password-fd", type=int, metavar="N", help="descriptor con la contraseña de ese usuario"
    )
    parser.set_defaults(work=answering(_self_test))


def _self_test(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.selftest import Service, run_steps

    service = None
    if options.server:
        password = read_secret("Contraseña del servicio: ", options.account_password_fd) if options.user else ""
        service = Service(options.server, options.user, password)
    failed = False
    for result in run_steps(service):
        failed = failed or result.passed is False
        speech.tell(
            f"{SIGNS[result.passed]:<8} {result.name}: {result.detail}",
            step=result.name, passed=result.passed, detail=result.detail,
        )  # fmt: skip
    return Exit.FAILED if failed else Exit.GOOD
