"""Whether the processes that open foreign files start on this computer, and how long one document takes in each."""

from collections.abc import Mapping
from datetime import datetime
from time import perf_counter

import resources


def trial(now: datetime) -> Mapping[str, object]:
    """Milliseconds of the first document, start included; None where the process did not answer."""
    paper = resources.path("selftest", "autentica.pdf").read_bytes()
    return {"seal_ms": _seal(paper, now), "documents_ms": _documents(paper)}


def _seal(paper: bytes, now: datetime) -> int | None:
    from documents.seal.trust import bundled
    from documents.seal.verdict import VerdictCode
    from documents.seal.worker import Checker

    began = perf_counter()
    with Checker(bundled()) as checker:
        verdict = checker.check_bytes(paper, name="prueba.pdf", now=now)
    return None if verdict.code is VerdictCode.ARCHIVO_NO_LEGIBLE else _since(began)


def _documents(paper: bytes) -> int | None:
    from documents.errors import UnreadablePdfError
    from documents.page_image_apart import PagesApart

    pages, began = PagesApart(), perf_counter()
    try:
        pages.render(paper, 0, 1.0)
    except UnreadablePdfError:
        return None
    finally:
        pages.close()
    return _since(began)


def _since(began: float) -> int:
    return round((perf_counter() - began) * 1000)
