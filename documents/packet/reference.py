"""The reference on a packet's cover: the digest of its documents as the text of a QR. Proves no author, only sameness.

`CHASQUI/PAQUETE/1/<file>-<files>/<SHA-256 of the documents of this file>/<SHA-256 of all those digests>`, upper case so
that the QR stays small. The last part names the whole packet, so that its files can be told to belong together.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

_TEXT: Final = re.compile(r"CHASQUI/PAQUETE/1/([1-9]\d{0,2})-([1-9]\d{0,2})/([0-9A-F]{64})/([0-9A-F]{64})")


@dataclass(frozen=True, slots=True)
class Reference:
    """File `part` of `parts`; both digests as 64 lower-case hex figures."""

    part: int
    parts: int
    digest: str
    packet: str

    @property
    def text(self) -> str:
        """What the QR says."""
        return f"CHASQUI/PAQUETE/1/{self.part}-{self.parts}/{self.digest.upper()}/{self.packet.upper()}"


def references(digests: Sequence[str]) -> tuple[Reference, ...]:
    """One for each file of a packet, from the digests of their documents."""
    packet = sha256("\n".join(digests).encode("ascii")).hexdigest()
    return tuple(Reference(part, len(digests), digest, packet) for part, digest in enumerate(digests, start=1))


def read_reference(text: str) -> Reference | None:
    """The reference a QR holds, None when it is another QR."""
    found = _TEXT.fullmatch(text)
    if found is None:
        return None
    part, parts, digest, packet = found.groups()
    return Reference(int(part), int(parts), digest.lower(), packet.lower())
