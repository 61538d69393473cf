"""Small PDFs inside the answer that announces them: one round trip less, and packed with what the client holds."""

import base64
import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from central.packing import LONGEST_PACKED, closest, pack, pack_thin
from central.store.blobs import blob_named, cut_of, readable_blob
from central.store.facts import KeptFact
from documents.thin import Cut, thin


def inlined(
    db: Connection, feed: str, facts: Sequence[KeptFact], have: Sequence[str], most: int
) -> list[dict[str, Any]]:
    """The PDFs of these facts, the newest payslip first, as many as fit into `most` bytes."""
    if not most:
        return []
    found, room = [], most
    held = _held(db, feed, have)
    for sha256 in named_pdfs(facts):
        content = readable_blob(db, feed, sha256, most=LONGEST_PACKED)
        if content is None:
            continue
        near = closest(content, held)
        coding, body = _packed(content, cut_of(db, sha256), held[near] if near else None)
        if len(body) > room:
            continue
        room -= len(body)
        members = {"sha256": sha256, "coding": coding, "dictionary": near if coding in {"dcz", "thin"} else None}
        found.append(members | {"content": base64.b64encode(body).decode()})
    return found


def _packed(content: bytes, cut: Cut | None, dictionary: bytes | None) -> tuple[str, bytes]:
    """With its seal in place of the QR, when there is one."""
    return pack(content, dictionary) if cut is None else ("thin", pack_thin(thin(content, cut), dictionary))


def named_pdfs(facts: Sequence[KeptFact]) -> Iterator[str]:
    """The PDFs of these facts: payslips before papers, each the newest first."""
    for kind in ("payslip", "paper"):
        for fact in sorted((fact for fact in facts if fact.kind == kind), key=lambda fact: fact.rank, reverse=True):
            pdf = json.loads(fact.document or "null") or {}
            if pdf.get("pdf"):
                yield pdf["pdf"]["sha256"]


def _held(db: Connection, feed: str, have: Sequence[str]) -> dict[str, bytes]:
    """What the client holds and may read, by SHA-256."""
    named = (blob_named(db, feed, prefix) for prefix in have)
    found = {name: readable_blob(db, feed, name, most=LONGEST_PACKED) for name in named if name}
    return {name: content for name, content in found.items() if content is not None}
