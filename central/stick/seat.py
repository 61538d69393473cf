"""The keys that this API signs and opens packets with, and the list by which a root vouches for them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from central.keys.demo import demo_stick_key
from documents.seal.trust import pinned_roots
from documents.stick.errors import UntrustedPacketError
from documents.stick.keys import SEED, DeviceKey
from documents.stick.shipped import shipped_file, shipped_keys
from documents.stick.vouching import read_central_keys


@dataclass(frozen=True, slots=True)
class StickSeat:
    """`keys`: the one in use first, then those that older packets were sealed to. `file`: the signed list."""

    keys: tuple[DeviceKey, ...]
    file: bytes

    @property
    def current(self) -> DeviceKey:
        """What new packets are signed with."""
        return self.keys[0]

    def key_of(self, kid: str) -> DeviceKey | None:
        """The key of this short name."""
        return next((key for key in self.keys if key.public.kid == kid), None)


def opened_seat(key_files: tuple[Path, ...], list_file: Path) -> StickSeat:
    """From files: each secret as 64 hex digits. Raises ValueError, OSError, UntrustedPacketError."""
    keys = tuple(DeviceKey(bytes.fromhex(path.read_text(encoding="ascii").strip())) for path in key_files)
    if not keys or any(len(key.seed) != SEED for key in keys):
        raise ValueError("a key for packets is 64 hex digits")
    file = list_file.read_bytes()
    if read_central_keys(file, pinned_roots()).current != keys[0].public:
        raise UntrustedPacketError("the list names another key as the one in use")
    return StickSeat(keys, file)


@cache
def shipped_seat() -> StickSeat | None:
    """The demonstration's, where the program believes it; None where an office's own root is pinned."""
    keys = (demo_stick_key(1), demo_stick_key(2))
    shipped = shipped_keys()
    if shipped is None or shipped.current != keys[0].public:
        return None
    return StickSeat(keys, shipped_file().read_bytes())
