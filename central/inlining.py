"""Small PDFs inside the answer that announces them: one round trip less, and packed with what the client holds."""

import base64
import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from central.packing import LONGEST_PACKED, Coding, pack
from central.store.blobs import blob_named, readable_blob
from central.store.facts import KeptFact

Packed = tuple[Coding, str | None, bytes]


def inlined(
    db: Connection, feed: str, facts: Sequence[KeptFact], have: Sequence[str], most: int
) -> list[dict[str, Any]]:
    """The PDFs of these facts, the newest payslip first, as many as fit into `most` bytes."""
    if not most:
        return []
    found, room = [], most
    held = [name for name in (blob_named(db, feed, prefix) for prefix in have) if name]
    for sha256 in _named(facts):
        content = readable_blob(db, feed, sha256, most=LONGEST_PACKED)
        if content is None:
            continue
        coding, dictionary, body = _smallest(db, feed, content, held)
        if len(body) > room:
            continue
        room -= len(body)
        members = {"sha256": sha256, "coding": coding, "dictionary": dictionary}
        found.append(members | {"content": base64.b64encode(body).decode()})
    return found


def _named(facts: Sequence[KeptFact]) -> Iterator[str]:
    """Payslips before papers, each the newest first."""
    for kind in ("payslip", "paper"):
        for fact in sorted((fact for fact in facts if fact.kind == kind), key=lambda fact: fact.rank, reverse=True):
            pdf = json.loads(fact.document or "null") or {}
            if pdf.get("pdf"):
                yield pdf["pdf"]["sha256"]


def _smallest(db: Connection, feed: str, content: bytes, held: Sequence[str]) -> Packed:
    packed: list[Packed] = []
    for name in (None, *held):
        dictionary = readable_blob(db, feed, name, most=LONGEST_PACKED) if name else None
        coding, body = pack(content, dictionary)
        packed.append((coding, name if coding == "dcz" else None, body))
    return min(packed, key=lambda each: len(each[2]))
