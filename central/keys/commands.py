"""`python -m central keys ...`: the ceremony at a terminal, one step a command. How it is held is docs/seal.md."""

import argparse
import getpass
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from central.keys import ceremony, demo
from central.keys.ceremony import CeremonyError, Validity
from central.keys.folder import CeremonyFolder
from central.keys.stick import admit_stick_key, retire_stick_key
from central.settings import read_clock
from documents.seal.claims_rules import is_issuer
from documents.seal.document_types import DocumentType
from documents.seal.keys import IssuerKey, KeyFileError, SigningKey, new_private, read_public, write_public
from documents.seal.signatures import Algorithm, PublicKey
from documents.seal.trust import IssuerEntry, KeyStatus, TrustList, key_entry, write_trust_list
from documents.stick.shipped import NAME
from documents.stick.vouching import write_central_keys

_ALGORITHMS = {"ed25519": Algorithm.ED25519, "es256": Algorithm.ESP256}
_CHANGES = {
    "retire": (KeyStatus.RETIRED, "retirar una clave: lo que selló sigue valiendo"),
    "revoke": (KeyStatus.REVOKED, "revocar una clave: lo que selló deja de estar confirmado"),
    "compromise": (KeyStatus.COMPROMISED, "declarar que otros pueden tener una clave"),
}
_Step = Callable[[TrustList | None, Validity], TrustList]


def register(commands: "argparse._SubParsersAction[Any]") -> None:
    """Adds `keys` to the subcommands of `python -m central`."""
    steps = commands.add_parser("keys", help="claves y lista de confianza").add_subparsers(required=True)
    _add(steps, "root", "crear una raíz", _root, password=True).add_argument("name")
    _add_issuer(_add(steps, "issuer", "admitir una clave de un emisor", _issuer, root=True, password=True))
    _add(steps, "list", "firmar de nuevo la lista, con fecha de hoy", _renew, root=True)
    for name, (status, meaning) in _CHANGES.items():
        change = _add(steps, name, meaning, _change, root=True)
        change.add_argument("kid", type=_eight_bytes, help="nombre de la clave: 16 cifras hexadecimales")
        change.add_argument("--on", type=_day, metavar="AAAA-MM-DD", help="desde cuándo; por defecto, hoy")
        change.add_argument("--reason", default="", help="motivo, para quien verifica")
        change.set_defaults(status=status)
    annul = _add(steps, "annul-document", "anular un documento sellado", _annul, root=True)
    annul.add_argument("document", type=_eight_bytes, help="el número impreso junto al sello")
    annul.add_argument("--on", type=_day, metavar="AAAA-MM-DD")
    _add(steps, "stick", "crear una clave del servicio central para memorias USB", _stick, root=True)
    retired = _add(steps, "stick-retire", "retirar una clave para memorias USB", _retire_stick, root=True)
    retired.add_argument("kid", help="nombre de la clave: 32 cifras hexadecimales")
    _add(steps, "show", "mostrar la lista", _show)
    sample = steps.add_parser("demo", help="escribir raíces y lista de demostración (PRUEBA)")
    sample.add_argument("folder", type=Path)
    sample.set_defaults(run=_write_demo)


def _add(
    steps: "argparse._SubParsersAction[Any]",
    name: str,
    meaning: str,
    run: Callable[[argparse.Namespace], None],
    *,
    root: bool = False,
    password: bool = False,
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = steps.add_parser(name, help=meaning)
    parser.add_argument("--folder", type=Path, required=True, help="la carpeta de la ceremonia")
    if password:
        parser.add_argument("--password-file", type=Path, help="archivo con la contraseña de la clave nueva")
    if root:
        parser.add_argument("--root", required=True, help="nombre de la raíz que firma")
        parser.add_argument("--root-password-file", type=Path, help="archivo con la contraseña de la raíz")
        parser.add_argument("--days", type=int, default=90, help="días hasta la próxima lista")
    parser.set_defaults(run=_reporting(run))
    return parser


def _add_issuer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", help="PE/UGEL/210001")
    parser.add_argument("--name", required=True)
    parser.add_argument("--region", required=True)
    parser.add_argument("--public", type=Path, help="clave pública (PEM) de quien guarda la suya; si no, se crea una")
    parser.add_argument("--algorithm", choices=sorted(_ALGORITHMS), default="ed25519")
    parser.add_argument("--from", dest="since", type=_day, metavar="AAAA-MM-DD", help="por defecto, ahora")
    parser.add_argument("--until", type=_day, metavar="AAAA-MM-DD")
    names = [each.name.lower() for each in DocumentType]
    parser.add_argument("--types", nargs="+", choices=names, default=["monthly", "additional", "judicial"])


def _reporting(run: Callable[[argparse.Namespace], None]) -> Callable[[argparse.Namespace], int]:
    def step(chosen: argparse.Namespace) -> int:
        try:
            run(chosen)
        except (CeremonyError, KeyFileError, OSError) as error:
            sys.stderr.write(f"{error}\n")
            return 1
        return 0

    return step


def _root(chosen: argparse.Namespace) -> None:
    folder = CeremonyFolder(chosen.folder)
    password = _password(chosen.password_file, "Contraseña de la raíz nueva: ", twice=True)
    _say(folder.keep_root(chosen.name, new_private(Algorithm.ED25519), password))


def _issuer(chosen: argparse.Namespace) -> None:
    if not is_issuer(chosen.code):
        raise CeremonyError("El código de un emisor es como PE/UGEL/210001.")
    folder = CeremonyFolder(chosen.folder)
    public = read_public(chosen.public.read_bytes()) if chosen.public else _new_issuer_key(folder, chosen)
    types = [DocumentType[name.upper()] for name in chosen.types]
    entry = key_entry(public, not_before=chosen.since or _now(), not_after=chosen.until, types=types)
    issuer = IssuerEntry(chosen.code, chosen.name, chosen.region, (entry,))
    _publish(chosen, lambda current, validity: ceremony.admit_key(current, issuer, validity))
    sys.stdout.write(f"{entry.kid.hex()}\n")


def _new_issuer_key(folder: CeremonyFolder, chosen: argparse.Namespace) -> PublicKey:
    key = IssuerKey(new_private(_ALGORITHMS[chosen.algorithm]), chosen.code)
    password = _password(chosen.password_file, f"Contraseña de la clave nueva de {chosen.code}: ", twice=True)
    folder.keep_issuer_key(key, password)
    return key.public


def _stick(chosen: argparse.Namespace) -> None:
    for file in admit_stick_key(CeremonyFolder(chosen.folder), _root_of(chosen), _now()):
        _say(file)


def _retire_stick(chosen: argparse.Namespace) -> None:
    _say(retire_stick_key(CeremonyFolder(chosen.folder), _root_of(chosen), chosen.kid, _now()))


def _root_of(chosen: argparse.Namespace) -> SigningKey:
    password = _password(chosen.root_password_file, f"Contraseña de la raíz {chosen.root}: ")
    return CeremonyFolder(chosen.folder).root(chosen.root, password)


def _renew(chosen: argparse.Namespace) -> None:
    _publish(chosen, ceremony.renew)


def _change(chosen: argparse.Namespace) -> None:
    since, reason = chosen.on or _now(), chosen.reason
    _publish(
        chosen,
        lambda current, validity: ceremony.change_key(current, chosen.kid, chosen.status, since, reason, validity),
    )


def _annul(chosen: argparse.Namespace) -> None:
    since = chosen.on or _now()
    _publish(chosen, lambda current, validity: ceremony.annul_document(current, chosen.document, since, validity))


def _show(chosen: argparse.Namespace) -> None:
    current = CeremonyFolder(chosen.folder).current()
    sys.stdout.write("Todavía no hay lista.\n" if current is None else ceremony.described(current))


def _publish(chosen: argparse.Namespace, step: _Step) -> None:
    """The list after a step, signed. The root is asked for last, when everything else is known to be right."""
    folder = CeremonyFolder(chosen.folder)
    following = step(folder.current(), Validity(_now(), chosen.days))
    _say(folder.publish(following, _root_of(chosen)))


def _write_demo(chosen: argparse.Namespace) -> int:
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for number in (1, 2):
        (chosen.folder / f"root-{number}.pem").write_bytes(write_public(demo.demo_root(number).public))
    (chosen.folder / "trust-list.cbor").write_bytes(write_trust_list(demo.demo_list(), demo.demo_root(1)))
    (chosen.folder / NAME).write_bytes(write_central_keys(demo.demo_stick_keys(), demo.demo_root(1)))
    return 0


def _password(file: Path | None, question: str, *, twice: bool = False) -> str:
    if file is not None:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    password = getpass.getpass(question)
    if twice and getpass.getpass("Otra vez: ") != password:
        raise CeremonyError("Las dos contraseñas no son iguales. No se ha escrito nada.")
    return password


def _say(path: Path) -> None:
    sys.stdout.write(f"{path}\n")


def _now() -> datetime:
    return read_clock().replace(microsecond=0)


def _day(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)


def _eight_bytes(text: str) -> bytes:
    value = bytes.fromhex(text.replace("-", ""))
    if len(value) != 8:
        raise ValueError(text)
    return value
