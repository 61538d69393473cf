"""The door to trust lists.

Records and judgements are in `trust_list`, their file in `trust_file`, what is pinned and shipped in `trust_roots`.
"""

from documents.seal.trust_file import Root, read_trust_list, write_trust_list
from documents.seal.trust_list import (
    AnnulledDocument,
    IssuerEntry,
    KeyEntry,
    KeyStatus,
    Standing,
    TrustList,
    annulled_since,
    candidates,
    issuer_of,
    key_entry,
    newer,
    standing,
)
from documents.seal.trust_roots import bundled, demo_roots, pinned_roots, real_roots

__all__ = [
    "AnnulledDocument",
    "IssuerEntry",
    "KeyEntry",
    "KeyStatus",
    "Root",
    "Standing",
    "TrustList",
    "annulled_since",
    "bundled",
    "candidates",
    "demo_roots",
    "issuer_of",
    "key_entry",
    "newer",
    "pinned_roots",
    "read_trust_list",
    "real_roots",
    "standing",
    "write_trust_list",
]
