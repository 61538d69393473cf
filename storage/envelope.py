"""vault.json: the random key of the profile, wrapped under the password. Nothing else is derived from the password.

    {"format": 1, "alias": "...", "kdf": {...}, "cipher": "AES-256-GCM", "nonce": hex, "wrapped": hex, "check": hex}

Everything but the alias is authenticated with the wrapped key. The alias is not: it is the label that the unlock window
shows before any password, it can be changed without one, and whoever can write to the folder gains nothing by it.
`check` (SHA-256 of everything but the alias) is no protection; it tells a damaged file from a wrong password, so that
nobody is told for weeks that their password is wrong when the disk is.

There is one copy, replaced in one step. A second one would outlive a password change or an erasure after a crash.
A file that cannot be read whole is never written again by this module.

`cryptography` is imported where it is used: aliases are listed before the first window, keys are made after it.
"""

import hashlib
import secrets
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from storage.errors import DamagedFileError, MemoryShortError, NewerFileError, WrongPasswordError
from storage.files import disk_errors, write_whole
from storage.kdf import KEY_BYTES, SALT_BYTES, KdfCost, derive_key
from storage.passwords import normalise

FORMAT = 1
CIPHER = "AES-256-GCM"
NONCE_BYTES = 12
TAG_BYTES = 16
LARGEST_FILE = 16_384  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What vault.json says, checked for shape and cost. Byte strings are not secret."""

    alias: str
    cost: KdfCost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def called(self, alias: str) -> "Envelope":
        """The same envelope under another alias."""
        return replace(self, alias=alias)


class _KdfPart(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    memory_kib: int
    iterations: int
    lanes: int
    salt: str


class _File(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    alias: str
    kdf: _KdfPart
    cipher: str
    nonce: str
    wrapped: str
    check: str


class _AnyFormat(msgspec.Struct):
    format: int


def new_key() -> bytes:
    """A data key: 256 random bits."""
    return secrets.token_bytes(KEY_BYTES)


def subkey(data_key: bytes, purpose: str) -> bytes:
    """A key of its own for each file, so that no file can stand in for another (HKDF-SHA256)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

    return HKDFExpand(algorithm=SHA256(), length=KEY_BYTES, info=f"chasqui {purpose} v1".encode()).derive(data_key)


def seal_envelope(data_key: bytes, password: str, *, alias: str, cost: KdfCost) -> Envelope:
    """Wrap the data key under a password, with fresh salt and nonce."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    bare = Envelope(
        alias=alias,
        cost=cost,
        salt=secrets.token_bytes(SALT_BYTES),
        nonce=secrets.token_bytes(NONCE_BYTES),
        wrapped=b"",
    )
    wrapped = AESGCM(_wrapping_key(bare, password)).encrypt(bare.nonce, data_key, _authenticated(bare))
    return replace(bare, wrapped=wrapped)


def open_envelope(envelope: Envelope, password: str) -> bytes:
    """The data key. Raises WrongPasswordError, also when authenticated parts were changed by hand."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        key = _wrapping_key(envelope, password)
        return AESGCM(key).decrypt(envelope.nonce, envelope.wrapped, _authenticated(envelope))
    except InvalidTag as error:
        raise WrongPasswordError from error


def write_envelope(path: Path, envelope: Envelope) -> None:
    """Replace the file in one step; the old wrap is gone afterwards."""
    file = _File(
        format=FORMAT,
        alias=envelope.alias,
        kdf=_kdf_part(envelope),
        cipher=CIPHER,
        nonce=envelope.nonce.hex(),
        wrapped=envelope.wrapped.hex(),
        check=_check(envelope),
    )
    write_whole(path, msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n")


def read_envelope(path: Path) -> Envelope:
    """Read and check. Raises DamagedFileError, NewerFileError; parameters below the floor are refused as damage."""
    with disk_errors(path), path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    try:
        found = msgspec.json.decode(content, type=_AnyFormat).format
        if found > FORMAT:
            raise NewerFileError(path, found, FORMAT)
        envelope, check = _parsed(content)
    except (msgspec.DecodeError, ValueError) as error:
        raise DamagedFileError(path, str(error)) from error
    if check != _check(envelope):
        raise DamagedFileError(path, "its parts do not belong together")
    if not envelope.cost.acceptable:
        raise DamagedFileError(path, "key derivation parameters out of bounds")
    return envelope


def _parsed(content: bytes) -> tuple[Envelope, str]:
    """Raises ValueError (which msgspec's errors are) when the shape is wrong."""
    file = msgspec.json.decode(content, type=_File)
    kdf = file.kdf
    if (file.format, file.cipher, kdf.name) != (FORMAT, CIPHER, "argon2id"):
        raise ValueError("unknown format, cipher or derivation")
    envelope = Envelope(
        alias=file.alias,
        cost=KdfCost(kdf.memory_kib, kdf.iterations, kdf.lanes),
        salt=bytes.fromhex(kdf.salt),
        nonce=bytes.fromhex(file.nonce),
        wrapped=bytes.fromhex(file.wrapped),
    )
    lengths = (len(envelope.salt), len(envelope.nonce), len(envelope.wrapped))
    if lengths != (SALT_BYTES, NONCE_BYTES, KEY_BYTES + TAG_BYTES):
        raise ValueError("a part has the wrong length")
    return envelope, file.check


def _wrapping_key(envelope: Envelope, password: str) -> bytes:
    try:
        return derive_key(normalise(password), envelope.salt, envelope.cost)
    except MemoryError as error:
        raise MemoryShortError("not enough memory to derive the key") from error


def _authenticated(envelope: Envelope) -> bytes:
    """Everything but the alias and what it authenticates, in one fixed order."""
    return msgspec.json.encode([FORMAT, CIPHER, _kdf_part(envelope), envelope.nonce.hex()])


def _check(envelope: Envelope) -> str:
    return hashlib.sha256(_authenticated(envelope) + envelope.wrapped).hexdigest()


def _kdf_part(envelope: Envelope) -> _KdfPart:
    cost = envelope.cost
    return _KdfPart("argon2id", cost.memory_kib, cost.iterations, cost.lanes, envelope.salt.hex())
