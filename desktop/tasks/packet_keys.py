"""The office's key on its way to the process that draws: encrypted with a word made for this run. No Qt."""

from typing import TYPE_CHECKING

from documents.batch.records import PlainKey
from documents.seal.keys import write_private

if TYPE_CHECKING:
    from documents.seal.keys import IssuerKey


def plain_key(key: "IssuerKey | None", word: str) -> PlainKey | None:
    """`word`: long, by chance, used for nothing else. None stays None."""
    if key is None:
        return None
    return PlainKey(write_private(key.private, word).decode("ascii"), word, key.code, key.test)
