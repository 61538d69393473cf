"""`python -m central`: serve the reference API, print its contract, begin a new epoch, seed people, keep keys."""

import argparse
import importlib
import signal
import sys
import threading
from pathlib import Path

from central.app import create_app
from central.describing import contract_text
from central.legajo.catalogue import bundled_catalogue, published_catalogue
from central.legajo.sealing import demo_papers
from central.server import Server
from central.settings import Settings
from central.stick.seat import StickSeat, opened_seat, shipped_seat
from central.store import Store
from central.store.opening import DEFAULT_URL
from central.trust import bundled_list, published_list
from documents.legajo_catalogue import LegajoCatalogueError
from documents.seal.errors import TrustListError
from documents.stick.errors import StickError


def main(arguments: list[str]) -> int:
    """Run one subcommand; returns the exit code."""
    parser, commands = make_parser()
    if not arguments or arguments[0] not in commands.choices:  # drawing sample PDFs is heavy: only who may want it
        importlib.import_module("central.samples.seeding").register(commands)
        importlib.import_module("central.keys.commands").register(commands)
    chosen = parser.parse_args(arguments)
    code: int = chosen.run(chosen)
    return code


def make_parser() -> "tuple[argparse.ArgumentParser, argparse._SubParsersAction[argparse.ArgumentParser]]":
    """The subcommands of this package; each sets `run`. Samples and keys add theirs with their `register`."""
    parser = argparse.ArgumentParser(prog="python -m central", description="API central de referencia")
    commands = parser.add_subparsers(required=True)
    serve = commands.add_parser("serve", help="atender en un puerto")
    serve.add_argument(
        "--database", default=DEFAULT_URL, metavar="URL", help="dirección SQLAlchemy de la base de datos"
    )
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--no-captcha", action="store_true", help="no pedir el código de la imagen")
    serve.add_argument("--mail-folder", type=Path, help="carpeta donde dejar los correos como archivos .eml")
    serve.add_argument("--trust-list", type=Path, help="lista de confianza que se publica; por defecto, la incluida")
    serve.add_argument(
        "--legajo-catalogue", type=Path, help="catálogo del legajo que se publica; por defecto, el incluido"
    )
    serve.add_argument("--stick-keys", type=Path, help="lista firmada de las claves para memorias USB")
    serve.add_argument("--stick-key", type=Path, nargs="+", default=[], help="sus claves, primero la de uso")
    serve.set_defaults(run=_serve)
    commands.add_parser("openapi", help="escribir el contrato").set_defaults(run=_print_contract)
    epoch = commands.add_parser("new-epoch", help="hacer que todos vuelvan a sincronizar, tras restaurar una copia")
    epoch.add_argument("--database", default=DEFAULT_URL, metavar="URL")
    epoch.set_defaults(run=_change_epoch)
    return parser, commands


def _serve(chosen: argparse.Namespace) -> int:
    url = f"http://{chosen.host}:{chosen.port}"
    try:
        trust = published_list(chosen.trust_list) if chosen.trust_list else bundled_list()
    except (TrustListError, OSError) as error:
        sys.stderr.write(f"No se puede publicar {chosen.trust_list}: {error}. No se ha empezado a atender.\n")
        return 1
    try:
        catalogue = published_catalogue(chosen.legajo_catalogue) if chosen.legajo_catalogue else bundled_catalogue()
    except (LegajoCatalogueError, OSError) as error:
        sys.stderr.write(f"No se puede publicar {chosen.legajo_catalogue}: {error}. No se ha empezado a atender.\n")
        return 1
    try:
        stick = _stick_of(chosen)
    except (StickError, ValueError, OSError) as error:
        sys.stderr.write(f"Las claves para memorias USB no sirven: {error}. No se ha empezado a atender.\n")
        return 1
    settings = Settings(
        stick=stick,
        captcha=not chosen.no_captcha,
        mail_folder=chosen.mail_folder,
        public_url=url,
        trust_list=trust,
        legajo_catalogue=catalogue,
        # With the bundled list the demonstration's keys are vouched for; an office of its own list has its own signer.
        make_paper=None if chosen.trust_list else demo_papers(),
    )
    with Store(chosen.database) as store, Server(create_app(settings, store), chosen.host, chosen.port) as server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        # A shell that starts us in the background has the interrupt ignored; then nobody could end us in peace.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0
    return 0


def _stick_of(chosen: argparse.Namespace) -> StickSeat | None:
    """None: no packets on sticks. With the bundled trust list the demonstration's key is vouched for."""
    if chosen.stick_keys is not None:
        return opened_seat(tuple(chosen.stick_key), chosen.stick_keys)
    return None if chosen.trust_list else shipped_seat()


def _print_contract(_chosen: argparse.Namespace) -> int:
    with Store("sqlite://") as store:
        sys.stdout.write(contract_text(create_app(Settings(), store)))
    return 0


def _change_epoch(chosen: argparse.Namespace) -> int:
    with Store(chosen.database) as store:
        sys.stdout.write(f"{store.change_epoch()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
