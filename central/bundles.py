"""All the payslip PDFs of one person in one stream, made when a walk begins and kept: for a first sync on a slow line.

A bundle is one zstd frame (window 8 MiB) over 8 bytes of magic, then for each PDF, the newest payslip first: its
SHA-256 (32 bytes), its size, the size of what follows (4 bytes each, big-endian), and the PDF without the bars of its
QR (`documents.thin`). Made only where it saves much; without one, PDFs come one by one.
"""

import hashlib
from collections.abc import Iterator, Sequence

import zstandard

from central.packing import pack_many
from central.store import Store
from central.store.blobs import blob_part, cut_of
from central.store.bundles import BundleMark, find_bundle, keep_bundle, payslip_pdfs
from documents.thin import thin

MAGIC = b"CHQBND2\n"
FEWEST = 6  # PDFs that are worth a bundle
LARGEST = 48 * 2**20  # bytes of all PDFs; older ones come one by one
LARGEST_PDF = 1024 * 1024
PAYS = 0.6  # of what the PDFs take
EARLY = 3  # PDFs that can be unpacked as soon as they are there; the magic is a piece of its own
TRIAL = 4  # PDFs that tell whether it is worth the while


def bundle_of(store: Store, feed: str, now: int) -> BundleMark | None:
    """The bundle of what this person has now, made if need be; None when it does not pay."""
    with store.reading() as db:
        pdfs = _chosen(payslip_pdfs(db, feed))
        contents = hashlib.sha256(MAGIC + "\n".join(sha256 for sha256, _ in pdfs).encode()).hexdigest()
        if len(pdfs) < FEWEST:
            return None
        known = find_bundle(db, feed, contents)
        if known is not None:
            return known
    if not _pays(_records(store, pdfs[:TRIAL])):
        return None
    content = pack_many(_records(store, pdfs), early=1 + EARLY)
    mark = BundleMark(hashlib.sha256(content).hexdigest(), len(content), len(pdfs))
    with store.writing() as db:
        keep_bundle(db, feed, contents, mark, content, now)
    return mark


def _chosen(pdfs: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    chosen, room = [], LARGEST
    for sha256, size in pdfs:
        if size > LARGEST_PDF:
            continue
        room -= size
        if room < 0:
            break
        chosen.append((sha256, size))
    return chosen


def _records(store: Store, pdfs: Sequence[tuple[str, int]]) -> Iterator[bytes]:
    yield MAGIC
    for sha256, size in pdfs:
        with store.reading() as db:
            content = thin(blob_part(db, sha256, 0, size), cut_of(db, sha256))
        yield bytes.fromhex(sha256) + size.to_bytes(4, "big") + len(content).to_bytes(4, "big") + content


def _pays(records: Iterator[bytes]) -> bool:
    plain = b"".join(records)
    return len(zstandard.ZstdCompressor(level=3).compress(plain)) < PAYS * len(plain)
