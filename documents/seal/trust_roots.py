"""The roots that are pinned in the program and the trust list that is shipped with it.

A root is pinned by its file: `resources/trust/roots/*.pem` are real, `resources/trust/demo/*.pem` are for the demo,
and what rests on them is marked PRUEBA. Where a real root is pinned, the demo is not trusted at all.
"""

from functools import lru_cache
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
    folder = _believed()
    return _verified(bundled_file().read_bytes(), _pems(folder), test=folder == "demo")


def bundled_file() -> Path:
    """Where that list lies: beside its roots."""
    return resources.path("trust", _believed(), "trust-list.cbor")


def _believed() -> str:
    return "roots" if _pems("roots") else "demo"


@lru_cache(maxsize=2)
def _verified(content: bytes, pems: tuple[bytes, ...], *, test: bool) -> TrustList:
    """The same bytes by the same roots are the same list: every exchange asks, and verifying takes 50 ms."""
    return read_trust_list(content, _read(pems, test=test))


def _roots(folder: str, *, test: bool) -> tuple[Root, ...]:
    return _read(_pems(folder), test=test)


def _pems(folder: str) -> tuple[bytes, ...]:
    return tuple(file.read_bytes() for file in sorted(resources.path("trust", folder).glob("*.pem")))


def _read(pems: tuple[bytes, ...], *, test: bool) -> tuple[Root, ...]:
    return tuple(Root(read_public(pem), test=test) for pem in pems)
