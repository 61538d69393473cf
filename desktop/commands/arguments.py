"""The command line in Spanish: one parser, each subcommand registers itself. Importing this must stay cheap."""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from typing_extensions import override

from desktop.commands.exits import Exit
from desktop.given import given_paths, is_file_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    Commands = argparse._SubParsersAction["SpanishParser"]  # noqa: SLF001 - argparse has no public name for it

_EPILOG = "Sin orden se abre la ventana; con ARCHIVO (PDF, imagen, .cbor, .chasqui), también lo abre."
# subcommand -> its module in this package
_SUBCOMMANDS = {
    "login": "login", "sync": "sync_now", "payslips": "payslips", "legajo": "legajo", "requests": "requests",
    "lis": "lis", "usb": "usb", "office": "office", "packet": "packet", "status": "status", "verify": "verify",
    "self-test": "self_test", "doctor": "doctor",
}  # fmt: skip
# argparse speaks through gettext; these are its sentences that a person can meet here.
_SPANISH = {
    "usage: ": "uso: ",
    "options": "opciones",
    "positional arguments": "argumentos",
    "the following arguments are required: %s": "falta indicar: %s",
    "unrecognized arguments: %s": "no se reconoce: %s",
    "expected one argument": "se esperaba un valor",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid %(type)s value: %(value)r": "valor no válido: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)": "no vale %(value)r (elija entre %(choices)s)",
    "not allowed with argument %s": "no se puede usar junto con %s",
}


class SpanishParser(argparse.ArgumentParser):
    """A parser that explains itself in Spanish and leaves with 64 on wrong usage."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        self.add_argument("-h", "--help", action="help", help="muestra esta ayuda y termina")

    @override
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(Exit.USAGE, f"{self.prog}: {message}\n")


def parse(arguments: list[str]) -> argparse.Namespace | int:
    """The options with `work`, the function to call; or an exit code when there is nothing left to do."""
    # The only door argparse has for its own sentences; harmless where a Python spells one differently.
    vars(argparse)["_"] = lambda sentence: _SPANISH.get(sentence, sentence)
    parser = SpanishParser(
        prog="chasqui", description="Sus boletas y su legajo, cifrados y sin internet.", epilog=_EPILOG
    )
    parser.add_argument("--version", action="version", version=_version(), help="muestra la versión y termina")
    parser.add_argument("--home", type=Path, metavar="CARPETA", help="carpeta de los perfiles (solo para la ventana)")
    parser.set_defaults(work=_open_window)
    rest = arguments[2:] if arguments[:1] == ["--home"] else arguments
    first = rest[0] if rest else ""
    if first not in _SUBCOMMANDS and is_file_word(first):
        parser.add_argument("files", nargs="*", metavar="ARCHIVO", help="archivos que abrir")
    else:
        commands = parser.add_subparsers(title="órdenes", metavar="ORDEN", parser_class=SpanishParser)
        if rest and rest != ["--version"]:  # the window needs none of them, and their modules take time to load
            _register(commands, first)
    try:
        return parser.parse_args(arguments)
    except SystemExit as leaving:  # --help, --version and errors leave through here
        return leaving.code if isinstance(leaving.code, int) else Exit.GOOD


def every_subcommand() -> tuple[tuple[str, ...], ...]:
    """The words of each, ("payslips", "list"), those that only lead to others too; for who tries them all."""
    parser = SpanishParser(prog="chasqui")
    _register(parser.add_subparsers(parser_class=SpanishParser), "")
    return tuple(_below(parser, ()))


def _below(parser: argparse.ArgumentParser, words: tuple[str, ...]) -> "Iterator[tuple[str, ...]]":
    for action in parser._actions:  # noqa: SLF001 - argparse has no public way to list what was added
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - the same
            for name, inner in action.choices.items():
                yield (*words, name)
                yield from _below(inner, (*words, name))


def add_common(parser: argparse.ArgumentParser, *, password: bool = True) -> None:
    """The options that every subcommand on a profile takes."""
    parser.add_argument("--json", action="store_true", help="escribe un objeto JSON por línea")
    parser.add_argument("--profile", type=Path, required=True, metavar="CARPETA", help="carpeta del perfil")
    if password:
        parser.add_argument(
            "--password-fd", type=int, metavar="N",
            help="descriptor del que se lee la contraseña de esta computadora (si falta, se pregunta)",
        )  # fmt: skip


def _register(commands: "Commands", named: str) -> None:
    """The subcommand that was named, or all of them: for the help, and to say what there is instead of a wrong word."""
    for name in (named,) if named in _SUBCOMMANDS else _SUBCOMMANDS:
        import_module(f"desktop.commands.{_SUBCOMMANDS[name]}").register(commands)


def _open_window(options: argparse.Namespace) -> int:
    from desktop.app import run

    return run(options.home, given_paths(getattr(options, "files", ())))


def _version() -> str:
    from desktop.version import VERSION

    return f"Chasqui {VERSION}"
