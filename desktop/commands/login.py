"""`login`: make a profile (or open one) and sign in to the central API."""

import argparse
import platform
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.arguments import SpanishParser, add_common
from desktop.commands.exits import Exit
from desktop.commands.opening import answering
from desktop.commands.speech import Speech, read_secret
from desktop.version import VERSION
from storage.adoption import adopt_session
from storage.connection import Connection
from storage.errors import StorageError
from storage.profile import Vault, new_profile, open_profile
from sync.accounts import request_captcha, sign_in, sign_out
from sync.client import CentralClient
from sync.clock import SystemClock
from sync.errors import SyncError

if TYPE_CHECKING:
    from sync.accounts import Captcha, SignedIn


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommand."""
    parser = commands.add_parser("login", help="ingresa con su usuario del servicio y prepara el perfil")
    add_common(parser)
    parser.add_argument("--server", required=True, metavar="URL", help="dirección del servicio central")
    parser.add_argument("--user", required=True, metavar="USUARIO", help="usuario del servicio central")
    parser.add_argument("--alias", default="Mi perfil", help="nombre del perfil en esta computadora")
    parser.add_argument(
        "--account-password-fd", type=int, metavar="N", help="descriptor con la contraseña del servicio central"
    )
    parser.add_argument(
        "--captcha-to", type=Path, metavar="ARCHIVO", help="dónde guardar la imagen del código (PNG) para mirarla"
    )
    parser.add_argument("--captcha-fd", type=int, metavar="N", help="descriptor con el código de la imagen")
    parser.set_defaults(work=answering(_login))


def _login(options: argparse.Namespace, speech: Speech) -> int:
    vault = _vault(options)
    try:
        clock = SystemClock()
        client = CentralClient(options.server, version=VERSION, clock=clock)
        captcha = request_captcha(client)
        captcha_text = None
        if captcha is not None:
            if options.captcha_to is None:
                speech.complain("captcha-required", "El servicio pide el código de una imagen: indique --captcha-to.")
                return Exit.USAGE
            captcha_text = _read_captcha(captcha, options)
        password = read_secret("Contraseña del servicio: ", options.account_password_fd)
        signed = sign_in(
            client, options.user, password, captcha.captcha_id if captcha else None, captcha_text, platform.node()
        )
        with vault.cache() as db:
            _adopt(db, client, signed)
    finally:
        vault.close()
    person = signed.person
    speech.tell(
        f"Ingresó como {person.nombres} {person.apellidos}. El perfil está en {options.profile}.",
        signed_in=True, user=options.user, server=options.server, profile=str(options.profile),
    )  # fmt: skip
    return Exit.GOOD


def _adopt(db: Connection, client: CentralClient, signed: "SignedIn") -> None:
    try:
        adopt_session(db, signed.session, signed.person)
    except StorageError:
        with suppress(SyncError):  # best effort: no session stays open at the service that nobody uses
            sign_out(client, signed.session)
        raise


def _vault(options: argparse.Namespace) -> Vault:
    directory: Path = options.profile
    if (directory / "vault.json").exists():
        password = read_secret("Contraseña de esta computadora: ", options.password_fd)
        return open_profile(directory, password, now=SystemClock().now())
    password = read_secret("Elija una contraseña para esta computadora: ", options.password_fd)
    return new_profile(directory.parent, options.alias, password, directory=directory)


def _read_captcha(captcha: "Captcha", options: argparse.Namespace) -> str:
    options.captcha_to.write_bytes(captcha.image)
    if options.captcha_fd is not None:
        return read_secret("", options.captcha_fd)
    return input(f"Mire {options.captcha_to} y escriba el código: ").strip()
