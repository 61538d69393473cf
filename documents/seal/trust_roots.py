"""The roots that are pinned in the program and the trust list that is shipped with it.

A root is pinned by its file: `resources/trust/roots/*.pem` are real, `resources/trust/demo/*.pem` are for the demo,
and what rests on them is marked PRUEBA. Where a real root is pinned, the demo is not trusted at all.
"""

from pathlib import Path

import resources
from documents.seal.keys import read_public
from documents.seal.trust_file import Root, read_trust_list
from documents.seal.trust_list import TrustList


def real_roots() -> tuple[Root, ...]:
    """The pinned roots of the office; none in a program built before its key ceremony."""
    return _roots("roots", test=False)


def demo_roots() -> tuple[Root, ...]:
    """The roots of the demonstration: their private halves are public."""
    return _roots("demo", test=True)


def pinned_roots() -> tuple[Root, ...]:
    """The roots that this program believes: the real ones, or while there are none those of the demonstration."""
    return real_roots() or demo_roots()


def bundled() -> TrustList:
    """The trust list that came with the program, by the roots that it believes."""
    return read_trust_list(bundled_file().read_bytes(), pinned_roots())


def bundled_file() -> Path:
    """Where that list lies: beside its roots."""
    return resources.path("trust", "roots" if real_roots() else "demo", "trust-list.cbor")


def _roots(folder: str, *, test: bool) -> tuple[Root, ...]:
    files = sorted(resources.path("trust", folder).glob("*.pem"))
    return tuple(Root(read_public(file.read_bytes()), test=test) for file in files)
