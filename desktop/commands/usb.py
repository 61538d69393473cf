"""`usb ...`: what a memory stick carries, without a window; the servant's side and the office's."""

import argparse
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.arguments import SpanishParser, add_common
from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.commands.speech import Speech, read_secret
from sync.clock import SystemClock
from sync.stick.errors import OF_THE_STICK, CarryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.tasks.office_stick_door import OfficeStickDoor

    Actions = argparse._SubParsersAction[SpanishParser]  # noqa: SLF001 - argparse has no public name for it


def register(commands: "Actions") -> None:
    """Declare the subcommands."""
    usb = commands.add_parser("usb", help="memorias USB: llevar, traer, vincular; y lo que hace la oficina")
    actions: Actions = usb.add_subparsers(title="órdenes", metavar="ORDEN", required=True, parser_class=SpanishParser)
    _add(actions, "up", "escribe lo que está en cola para la UGEL", _up, "CARPETA")
    _add(actions, "import", "trae lo que un paquete tiene para este perfil", _import, "ARCHIVO")
    _add(actions, "key", "muestra la clave de este equipo, para vincularlo", _key)
    opener = _add(actions, "open", "crea el perfil con un paquete inicial y sus palabras", _open, "ARCHIVO")
    opener.add_argument("--alias", default="Mi perfil", help="nombre del perfil en esta computadora")
    opener.add_argument("--words-fd", type=int, metavar="N", help="descriptor con las siete palabras")
    looker = actions.add_parser("inspect", help="dice qué partes tiene un paquete, sin abrirlas")
    looker.add_argument("--json", action="store_true", help="escribe un objeto JSON por línea")
    looker.add_argument("path", type=Path, metavar="ARCHIVO")
    looker.set_defaults(work=_carrying(_inspect))
    preparer = _add(actions, "prepare", "oficina: prepara paquetes para sus personas", _prepare)
    preparer.add_argument(
        "--people", default="", metavar="TEXTO", help="nombre, DNI, IE, o varios DNI; si falta, todos"
    )
    _add(actions, "write", "oficina: escribe los paquetes preparados", _write, "CARPETA")
    _add(
        actions,
        "take",
        "oficina: recibe lo que traen en una memoria (un archivo, o todos los de una carpeta)",
        _take,
        "RUTA",
    )
    _add(actions, "hand", "oficina: entrega al servicio central lo recibido", _hand)


def _add(
    actions: "Actions", name: str, meaning: str, work: "Callable[[argparse.Namespace, Speech], int]", path: str = ""
) -> SpanishParser:  # fmt: skip
    parser = actions.add_parser(name, help=meaning)
    add_common(parser)
    if path:
        parser.add_argument("path", type=Path, metavar=path)
    parser.set_defaults(work=_carrying(work))
    return parser


def _carrying(work: "Callable[[argparse.Namespace, Speech], int]") -> "Callable[[argparse.Namespace], int]":
    """As every subcommand, and with the faults of sticks and packets in plain words."""

    def run(options: argparse.Namespace, speech: Speech) -> int:
        try:
            return work(options, speech)
        except CarryError as fault:
            from desktop.presenters.stick_faults import said

            speech.complain(f"usb-{fault.code}", said(fault))
            return Exit.FAILED if fault.code in OF_THE_STICK | {"gap"} else Exit.UNREADABLE

    return answering(run)


def _up(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.presenters.stick_words import written_words
    from desktop.tasks.stick_door import StickDoor

    with opened(options) as vault:
        up = StickDoor(vault, SystemClock()).write(options.path)
    speech.tell(written_words(up), packet=up.packet, file=up.place, requests=len(up.wishes), size=up.size)
    return Exit.GOOD


def _import(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.presenters.stick_words import brought_words
    from desktop.tasks.stick_door import StickDoor

    with opened(options) as vault:
        brought = StickDoor(vault, SystemClock()).bring(options.path)
    speech.tell(
        brought_words(brought), state=brought.state, facts=brought.facts, pdfs=brought.pdfs, answers=brought.answers,
        receipts=brought.receipts, more=brought.more,
    )  # fmt: skip
    return Exit.GOOD


def _key(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.tasks.stick_door import StickDoor

    with opened(options) as vault:
        public = StickDoor(vault, SystemClock()).show_key()
    speech.tell(f"{public.text}\nNúmero para comparar: {public.number}", key=public.text, number=public.number)
    return Exit.GOOD


def _open(options: argparse.Namespace, speech: Speech) -> int:
    from sync.stick.opening import make_profile, open_first

    first = open_first(options.path, read_secret("Las siete palabras: ", options.words_fd))
    password = read_secret("Elija una contraseña para esta computadora: ", options.password_fd)
    directory: Path = options.profile
    with make_profile(
        directory.parent, options.alias, password, first, SystemClock(), directory=directory
    ) as vault:  # fmt: skip
        who = f"{first.person.nombres} {first.person.apellidos}"
        speech.tell(f"El perfil de {who} está en {vault.directory}.", profile=str(vault.directory))
    return Exit.GOOD


def _inspect(options: argparse.Namespace, speech: Speech) -> int:
    from documents.stick.errors import StickError
    from documents.stick.header import parts
    from sync.stick.errors import of_packet
    from sync.stick.media import reading

    with reading(options.path) as file:
        try:
            found = list(parts(file))
        except StickError as error:
            raise of_packet(error) from error
    kinds = {"UP": "hacia la UGEL", "DOWN": "de la UGEL", "RECEIPT": "constancia"}
    for part in found:
        header = part.header
        words = (
            f"{kinds[header.kind.name]}, para {header.recipient[:8]}, {part.length} bytes, {header.created:%Y-%m-%d}"
        )
        speech.tell(
            words, kind=header.kind.name.lower(), packet=header.packet, sender=header.sender, size=part.length,
            recipient=header.recipient, created=header.created.isoformat(), words=header.lock is not None,
        )  # fmt: skip
    return Exit.GOOD


def _prepare(options: argparse.Namespace, speech: Speech) -> int:
    def work(door: "OfficeStickDoor") -> int:
        people = door.people(threading.Event(), options.people)
        ready = door.fetch(threading.Event(), people, lambda both: speech.progress(f"{both[0]} de {both[1]}"))
        speech.progress_done()
        speech.tell(f"{len(ready)} paquetes listos, de {len(people)} personas.", ready=len(ready), people=len(people))
        return Exit.GOOD

    return _office(options, work)


def _write(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.presenters.sticks_list import wrote_words

    def work(door: "OfficeStickDoor") -> int:
        _ups, ready = door.carried()
        written = door.write(options.path, ready, lambda both: speech.progress(f"{both[0]} de {both[1]}"))
        speech.progress_done()
        speech.tell(wrote_words(written.path.name, len(ready)), file=written.path.name, packets=len(ready))
        return Exit.GOOD

    return _office(options, work)


def _take(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.presenters.sticks_list import taken_words

    def work(door: "OfficeStickDoor") -> int:
        from sync.stick.media import packets_in

        paths = packets_in(options.path) if options.path.is_dir() else (options.path,)
        if not paths:
            raise CarryError("nothing-here")
        taken = door.take_in(paths, lambda both: speech.progress(f"{both[0]} de {both[1]}"))
        receipt = taken.receipt.name if taken.receipt else None
        speech.tell(
            taken_words(taken), taken=len(taken.fresh), known=len(taken.known), receipt=receipt,
            refused=[name for name, _error in taken.refused],
        )  # fmt: skip
        return Exit.GOOD if taken.fresh or taken.known else Exit.FAILED

    return _office(options, work)


def _hand(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.presenters.sticks_list import handed_words

    def work(door: "OfficeStickDoor") -> int:
        done = door.hand_over(threading.Event(), lambda both: speech.progress(f"{both[0]} de {both[1]}"))
        speech.progress_done()
        waiting = [each for each in door.carried()[0] if each.state != "done"]
        speech.tell(handed_words(done), done=done, waiting=len(waiting))
        return Exit.FAILED if waiting else Exit.GOOD

    return _office(options, work)


def _office(options: argparse.Namespace, work: "Callable[[OfficeStickDoor], int]") -> int:
    from desktop.tasks.office_stick_door import OfficeStickDoor

    with opened(options) as vault:
        return work(OfficeStickDoor(vault, SystemClock()))
