"""One door for facts, whichever carrier brought them: pages and the PDFs that came with them, all or nothing.

A line brings one page at a time, a memory stick many; either way rows, cursor and PDFs are on the disk together, or
none of them is.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage import bundles, cache, catalogues, digests, trust
from storage.connection import Connection, transaction
from storage.pdfs import put_pdf
from storage.records import FactPage
from sync.wire import ReadPage

log = logging.getLogger("chasqui.sync")


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of it."""

    facts: int = 0
    pdfs: tuple[tuple[str, int], ...] = ()  # that are held now and were not: SHA-256 and bytes


def apply(
    db: Connection,
    pages: Sequence[ReadPage],
    pdfs: Iterable[tuple[str, bytes]] = (),
    *,
    mark: Callable[[], None] | None = None,
    anew: bool = False,
) -> Applied:
    """Store pages in their order, then the PDFs, in one transaction. Whatever is raised on the way undoes all of it.

    `pdfs` is read inside the transaction, when the facts that name them are there; what nothing names is passed over.
    `mark` writes down, last, that all of this is here. `anew`: the pages are everything there is, so that what they do
    not bring goes when they are over.
    """
    with transaction(db):
        if anew:
            cache.put_restart(db)
        for page in pages:
            _note_offers(db, page)
            cache.put_page(db, page.page, etag=page.page.etag)
        held = tuple((sha256, len(content)) for sha256, content in pdfs if put_pdf(db, sha256, content))
        if mark is not None:
            mark()
    return Applied(sum(len(page.page.facts) for page in pages), held)


def differs(db: Connection, page: FactPage, now: datetime) -> bool:
    """At rest the office says what there is. Another digest here is a fault of somebody's: whether a new walk may mend
    it now.
    """
    here = digests.state_digest(db) if page.state and not page.more else None
    if here is None or here == page.state:
        return False
    log.warning("the state digest is %s here and %s at the office", here, page.state)
    return digests.may_rebuild(db, now)


def _note_offers(db: Connection, page: ReadPage) -> None:
    if page.trust is not None:
        trust.note_offer(db, page.trust)
    if page.catalogue is not None:
        catalogues.note_catalogue_offer(db, page.catalogue)
    if page.bundle is not None:
        bundles.note_bundle(db, page.bundle)
