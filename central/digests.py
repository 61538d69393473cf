"""The digest of everything that one person is given: a number that a client can keep along with its rows.

The sum, modulo 2^128, of the first 16 bytes of SHA-256(kind NUL id NUL document) of every living fact, the person's own
and everybody's. A sum needs no order, and one fact more or less changes it by that fact's number alone.
"""

import hashlib

from sqlalchemy import Connection, bindparam, or_, select

from central.store.facts import Heads, read_heads
from central.store.schema import COMMONS, Fact

_LIVING = select(Fact.kind, Fact.id, Fact.document).where(
    or_(Fact.feed == bindparam("feed"), Fact.feed == bindparam("commons")), Fact.document.is_not(None)
)


def state_digest(db: Connection, feed: str, heads: Heads) -> str | None:
    """32 hex digits, of the state at `heads`; None when somebody is changing it just now."""
    living = db.execute(_LIVING, {"feed": feed, "commons": COMMONS})
    total = sum(fact_number(kind, id_, document or "") for kind, id_, document in living)
    return f"{total % 2**128:032x}" if read_heads(db, feed) == heads else None


def fact_number(kind: str, id_: str, document: str) -> int:
    """What one fact adds."""
    return int.from_bytes(hashlib.sha256(f"{kind}\0{id_}\0{document}".encode()).digest()[:16], "big")
