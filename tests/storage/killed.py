"""`python -m tests.storage.killed FOLDER SEEDS`: kill -9 in the middle of queueing requests with their files.

A forked child keeps files, writes drafts and queues them, and says each one's uuid through a pipe once `queue` has
returned: that is when the screen says "En cola". It kills itself at a step of SQLite's machine that the seed chooses.
Then every request that was said has to be there, whole and with its file, and nothing by halves.
"""

import os
import random
import signal
import sys
from pathlib import Path

from storage import drafts, kdf
from storage.attachments import file_bytes, keep_file
from storage.connection import Connection
from storage.envelope import open_envelope, read_envelope
from storage.outbox import due
from storage.profile import Vault, new_profile, open_profile
from storage.request_records import RequestContent, RequestState
from tests.storage.people import PASSWORD
from tests.storage.requests import NOW, content, document, key, later, sha

CHEAP = kdf.FLOOR = kdf.KdfCost(1024, 1)  # in this process alone
MOST = 30
STEPS = 18_000  # about what queueing all of them takes


def file(number: int) -> bytes:
    """The file of request `number`; every third shares its neighbour's. Two pieces, repeating nowhere."""
    return random.Random(number - number % 3 // 2).randbytes(300_000)  # noqa: S311 - the same in every process


def wish(number: int) -> RequestContent:
    return content(number, documents=(document(file(number)),), note=f"solicitud {number}")


def work(db: Connection, say: int) -> None:
    for number in range(1, MOST + 1):
        keep_file(db, sha(file(number)), file(number))
        drafts.new_draft(db, key(number), content(number), NOW)
        drafts.save_draft(db, key(number), wish(number), later(number))
        drafts.queue(db, key(number), wish(number), later(number))
        os.write(say, b"%d\n" % number)


def child(folder: Path, data_key: bytes, say: int, die_at: int) -> None:
    """Never returns."""
    with Vault(folder, "", data_key, lock=None).outbox() as db:  # type: ignore[arg-type]
        steps = 0

        def tick() -> None:
            nonlocal steps
            steps += 1
            if steps == die_at:
                os.kill(os.getpid(), signal.SIGKILL)

        db._raw.set_progress_handler(tick, 1)
        work(db, say)
    os._exit(0)


def run(folder: Path, data_key: bytes, die_at: int) -> list[int]:
    """The numbers that were said before the child died."""
    hear, say = os.pipe()
    process = os.fork()
    if process == 0:
        child(folder, data_key, say, die_at)
    os.close(say)
    with os.fdopen(hear, "rb") as pipe:
        said = [int(line) for line in pipe if line.endswith(b"\n")]
    os.waitpid(process, 0)
    return said


def check(vault: Vault, said: list[int]) -> None:
    """What was said is there, whole; what was not is a draft, whole, or nothing."""
    assert vault.damaged == ()
    assert vault.examine() == ()
    with vault.outbox() as db:
        queued = {own.uuid: own for own in drafts.own_requests(db) if own.state is RequestState.READY}
        for number in said:
            own = queued[key(number)]
            assert (own.content, own.number, own.queued_at) == (wish(number), number, later(number))
        for own in drafts.own_requests(db):
            assert own.content in (wish(own.number), content(own.number))
            for named in own.content.documents:
                assert file_bytes(db, named.sha256) == file(own.number)
        assert len(queued) in (len(said), len(said) + 1), "queued, and killed before it could say so"
        assert len(due(db, NOW)) == bool(queued)


def main(root: Path, seeds: int) -> tuple[int, int]:
    """How many deaths there were, and how many requests had been said."""
    deaths = words = 0
    for seed in range(seeds):
        folder = root / str(seed)
        new_profile(root, "Rosa", PASSWORD, directory=folder, cost=CHEAP).close()
        data_key = open_envelope(read_envelope(folder / "vault.json"), PASSWORD)
        said = run(folder, data_key, random.Random(seed).randrange(1, STEPS))  # noqa: S311 - a seed, no secret
        with open_profile(folder, PASSWORD, now=NOW) as vault:
            check(vault, said)
        deaths += len(said) < MOST
        words += len(said)
    return deaths, words


if __name__ == "__main__":
    sys.stdout.write("{} {}".format(*main(Path(sys.argv[1]), int(sys.argv[2]))))
