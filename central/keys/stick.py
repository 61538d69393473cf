"""The step of the ceremony for packets on memory sticks: a key for the central API, and the list that vouches for it.

The key goes to the server that uses it, as 64 hex digits in a file that only it can read; the root stays offline.
"""

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from central.keys.ceremony import CeremonyError
from central.keys.folder import CeremonyFolder
from documents.seal.keys import SigningKey
from documents.stick.errors import UntrustedPacketError
from documents.stick.keys import DeviceKey
from documents.stick.shipped import NAME
from documents.stick.vouching import CentralKeys, read_central_keys, write_central_keys


def admit_stick_key(folder: CeremonyFolder, root: SigningKey, now: datetime) -> tuple[Path, Path]:
    """A new key in use, those before it still good; its file and the signed list. Raises CeremonyError."""
    key = DeviceKey.new()
    known = _current(folder)
    before = known.keys if known else ()
    version = known.version + 1 if known else 1
    keys = CentralKeys(version, now, (key.public, *before))
    secret = folder.path / "stick" / f"{key.public.kid}.hex"
    secret.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key.seed.hex() + "\n")
    return secret, _publish(folder, root, keys)


def retire_stick_key(folder: CeremonyFolder, root: SigningKey, kid: str, now: datetime) -> Path:
    """Nothing that it signed is believed any more. Raises CeremonyError: unknown, or the only one."""
    known = _current(folder)
    left = tuple(key for key in known.keys if key.kid != kid) if known else ()
    if known is None or len(left) in {0, len(known.keys)}:
        raise CeremonyError("Esa clave no está en la lista, o es la única: admita otra antes.")
    return _publish(folder, root, replace(known, version=known.version + 1, issued=now, keys=left))


def _current(folder: CeremonyFolder) -> CentralKeys | None:
    file = folder.path / NAME
    if not file.exists():
        return None
    try:
        return read_central_keys(file.read_bytes(), folder.roots())
    except UntrustedPacketError as error:
        raise CeremonyError(f"{file} no es una lista firmada por las raíces de esta carpeta.") from error


def _publish(folder: CeremonyFolder, root: SigningKey, keys: CentralKeys) -> Path:
    if root.kid not in {each.kid for each in folder.roots()}:
        raise CeremonyError("Esa raíz no es de esta carpeta.")
    file = folder.path / NAME
    beside = file.with_suffix(".new")
    beside.write_bytes(write_central_keys(keys, root))
    beside.replace(file)
    return file
