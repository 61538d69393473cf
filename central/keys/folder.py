"""The folder of a ceremony: encrypted private keys, public halves beside them, and the signed list.

    roots/NAME.pem, roots/NAME.pub.pem
    issuers/PE-UGEL-210001/KID.pem, KID.pub.pem
    trust-list.cbor

Private keys are written once and never replaced. The list is replaced whole or not at all.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from central.keys.ceremony import CeremonyError
from documents.seal.errors import TrustListError
from documents.seal.keys import (
    IssuerKey,
    KeyFileError,
    SigningKey,
    kid_of,
    read_private,
    read_public,
    write_private,
    write_public,
)
from documents.seal.signatures import PrivateKey, PublicKey
from documents.seal.trust import Root, TrustList, read_trust_list, write_trust_list


@dataclass(frozen=True, slots=True)
class CeremonyFolder:
    """One office's keys and list."""

    path: Path

    @property
    def list_file(self) -> Path:
        """The signed list, as it is published."""
        return self.path / "trust-list.cbor"

    def keep_root(self, name: str, private: PrivateKey, password: str) -> Path:
        """Write a new root; returns the file of its public half."""
        return _keep(self.path / "roots", name, private, password)

    def root(self, name: str, password: str) -> SigningKey:
        """A root's private key."""
        return SigningKey(_read(self.path / "roots" / f"{name}.pem", password))

    def roots(self) -> tuple[Root, ...]:
        """The public halves of all roots."""
        files = sorted((self.path / "roots").glob("*.pub.pem"))
        return tuple(Root(_public(file), test=False) for file in files)

    def keep_issuer_key(self, key: IssuerKey, password: str) -> Path:
        """Write a new issuer's key; returns the file of its public half."""
        return _keep(self._issuer(key.code), key.kid.hex(), key.private, password)

    def issuer_key(self, code: str, kid: bytes, password: str) -> IssuerKey:
        """An issuer's private key."""
        private = _read(self._issuer(code) / f"{kid.hex()}.pem", password)
        return IssuerKey(private, code)

    def current(self) -> TrustList | None:
        """The list as it is now, by this folder's roots; None before the first."""
        if not self.list_file.exists():
            return None
        try:
            return read_trust_list(self.list_file.read_bytes(), self.roots())
        except TrustListError as error:
            raise CeremonyError(f"{self.list_file} no es una lista firmada por las raíces de esta carpeta.") from error

    def publish(self, trust: TrustList, root: SigningKey) -> Path:
        """Sign a list and put it in place of the one before. Raises CeremonyError when it is not a sound list."""
        if kid_of(root.public) not in {each.kid for each in self.roots()}:
            raise CeremonyError("Esa raíz no es de esta carpeta.")
        try:
            signed = write_trust_list(trust, root)
        except TrustListError as error:
            raise CeremonyError(f"La lista no quedaría bien formada ({error}). No se ha cambiado nada.") from error
        beside = self.list_file.with_suffix(".new")
        beside.write_bytes(signed)
        beside.replace(self.list_file)
        return self.list_file

    def _issuer(self, code: str) -> Path:
        return self.path / "issuers" / code.replace("/", "-")


def _keep(folder: Path, name: str, private: PrivateKey, password: str) -> Path:
    try:
        secret = write_private(private, password)
    except ValueError as error:
        raise CeremonyError("La contraseña tiene al menos 16 caracteres. No se ha escrito nada.") from error
    folder.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(folder / f"{name}.pem", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise CeremonyError(f"Ya existe una clave {name} en {folder}; una clave nunca se reemplaza.") from error
    with os.fdopen(handle, "wb") as file:
        file.write(secret)
    public = folder / f"{name}.pub.pem"
    public.write_bytes(write_public(private.public_key()))
    return public


def _read(file: Path, password: str) -> PrivateKey:
    try:
        return read_private(file.read_bytes(), password)
    except OSError as error:
        raise CeremonyError(f"No se puede leer {file}: {error.strerror}.") from error
    except KeyFileError as error:
        raise CeremonyError(f"{file}: la contraseña no es esa, o el archivo no es una clave cifrada.") from error


def _public(file: Path) -> PublicKey:
    try:
        return read_public(file.read_bytes())
    except KeyFileError as error:
        raise CeremonyError(f"{file} no es una clave pública que sirva aquí.") from error
