"""`python -m tests.storage.spoilt FOLDER`: an outbox with each page spoilt in turn, and what a salvage brings back.

A small one: three requests, one with an attachment of two pieces, and two drafts that were discarded.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from storage import drafts, kdf
from storage.attachments import PIECE, file_bytes, keep_file
from storage.profile import Vault, new_profile
from storage.request_records import OwnRequest
from storage.salvage import Salvaged
from tests.storage.conftest import Made
from tests.storage.people import PASSWORD
from tests.storage.requests import NOW, content, document, key, later, sha

PAGE = 4096
FILE = random.Random(7).randbytes(PIECE + 8_000)  # noqa: S311 - the same bytes each time
PAGES_OF_FILE = 1 + 65 + 2  # a leaf with the beginnings of both pieces; the rest goes on, 4012 bytes a page


def flipped(page: bytes) -> bytes:
    """One bit."""
    return page[:99] + bytes([page[99] ^ 1]) + page[100:]


def flipped_at_its_end(page: bytes) -> bytes:
    """One bit of the HMAC."""
    return page[:-1] + bytes([page[-1] ^ 1])


def half_gone(page: bytes) -> bytes:
    """As a disk leaves it that loses sectors; the first sector is there."""
    return page[:512] + bytes(PAGE - 512)


def flipped_at_its_beginning(page: bytes) -> bytes:
    """One byte: of the first page, of the salt."""
    return bytes([page[0] ^ 0x5A]) + page[1:]


KINDS: tuple[Callable[[bytes], bytes], ...] = (flipped, flipped_at_its_end, flipped_at_its_beginning, half_gone)


@dataclass(frozen=True)
class Small:
    """A closed profile, and what its outbox holds."""

    made: Made
    before: dict[str, OwnRequest]

    @property
    def pages(self) -> int:
        return (self.made.directory / "outbox.db").stat().st_size // PAGE


def fill(vault: Vault) -> dict[str, OwnRequest]:
    """What the small outbox holds."""
    with vault.outbox() as db:
        keep_file(db, sha(FILE), FILE)
        for number in range(1, 6):
            wish = content(number, documents=(document(FILE),) if number == 2 else ())
            drafts.new_draft(db, key(number), wish, NOW)
            if number in (1, 2):
                drafts.queue(db, key(number), wish, later(number))
        for number in (4, 5):
            drafts.discard_draft(db, key(number))
        return {own.uuid: own for own in drafts.own_requests(db)}


def spoil(path: Path, page: int, how: Callable[[bytes], bytes] = flipped) -> bytes:
    """Page from 1; the whole file afterwards."""
    whole = bytearray(path.read_bytes())
    place = slice((page - 1) * PAGE, page * PAGE)
    whole[place] = how(bytes(whole[place]))
    path.write_bytes(whole)
    return bytes(whole)


def salvaged(vault: Vault, before: dict[str, OwnRequest]) -> tuple[Salvaged, set[str]]:
    """What came of it, and which requests are lost. What came is exactly what was, and what is missing is said."""
    path = vault.directory / "outbox.db"
    damaged = path.read_bytes()
    result = vault.salvage_outbox()
    assert (vault.directory / "outbox.damaged-1.db").read_bytes() == damaged, "the damaged file is kept as it was"
    with vault.outbox() as db:
        after = {own.uuid: own for own in drafts.own_requests(db)}
        assert result.requests == len(after)
        assert {uuid: before[uuid] for uuid in after} == after
        there = file_bytes(db, sha(FILE))
        assert there in (FILE, None)
        named = key(2) in after
        assert (result.files, result.lost_files) == (int(there is not None), int(there is None and named))
        highest = max((own.number for own in after.values()), default=0)
        assert drafts.new_draft(db, key(999), content(999), NOW).number > highest
    assert vault.examine() == ()
    lost = set(before) - set(after)
    assert result.lost_requests is None or len(lost) <= result.lost_requests
    return result, lost


def each_page(
    small: Small, home: Path, how: Callable[[bytes], bytes], every: int = 1
) -> Iterator[tuple[int, set[str]]]:
    """Page by page, the requests that are lost, and "file" when that is. The first sixteen are all looked at."""
    for page in (*range(1, 17), *range(17, small.pages + 1, every)):
        with small.made.opened_in(home / f"{how.__name__}-{page}") as vault:
            spoil(vault.directory / "outbox.db", page, how)
            result, lost = salvaged(vault, small.before)
            yield page, lost | ({"file"} if result.files == 0 else set())


def made_small(made: Made, folder: Path) -> Small:
    """Fill a copy of an empty profile."""
    with made.opened_in(folder) as vault:
        before = fill(vault)
    return Small(Made(folder, made.data_key), before)


def only_their_own(found: dict[int, set[str]]) -> bool:
    """Whether each request went with one page, its own, and the file with the pages that hold its pieces."""
    times = Counter(name for lost in found.values() for name in lost)
    return times == {key(1): 1, key(2): 1, key(3): 1, "file": PAGES_OF_FILE}


def main(folder: Path) -> int:
    """0 when nothing was lost but what the page held."""
    cost = kdf.FLOOR = kdf.KdfCost(1024, 1)  # in this process alone
    with new_profile(folder / "new", "Rosa", PASSWORD, cost=cost) as vault:
        made = Made(vault.directory, vault._data_key)
    small = made_small(made, folder / "small")
    for how in KINDS:
        found = dict(each_page(small, folder, how))
        if not only_their_own(found):
            sys.stdout.write(f"{how.__name__}: {found}\n")
            return 1
    sys.stdout.write(f"{small.pages} pages spoilt in {len(KINDS)} ways, each lost what it held and nothing else")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
