"""`python -m tests.storage.interrupted FOLDER SEEDS`: kill -9 in the middle of storing pages and PDFs.

A forked child stores pages of three payslips and parts of PDFs in turn and says so through a pipe after each commit. It
kills itself at a step of SQLite's machine, or the parent does after so many words, whichever the seed says. Then every
word that was said has to be true of the files, and nothing may be there by halves.
"""

import os
import random
import signal
import sys
from pathlib import Path

from documents.payslip import Period
from storage import kdf
from storage.cache import append_pdf, finish_pdf, store_page, sync_mark, wanted_pdfs
from storage.connection import Connection
from storage.envelope import open_envelope, read_envelope
from storage.payslips import PayslipQuery, count_payslips, pdf_bytes
from storage.profile import Vault, new_profile, open_profile
from storage.records import PayslipFact
from tests.storage.people import NOW, PASSWORD, ROSA, in_period, page, reference

CHEAP = kdf.FLOOR = kdf.KdfCost(1024, 1)  # in this process alone: a hundred profiles are made and opened
PAGES = 8
PER_PAGE = 3
PART = 5_000
STEPS = 15_000  # about what storing all of it takes
MOST_WORDS = PAGES * 5


def content(number: int) -> bytes:
    """The PDF that page `number` brings: 12 kB that repeat nowhere."""
    return random.Random(number).randbytes(12_000)  # noqa: S311 - the same bytes in every process


def facts(number: int) -> tuple[PayslipFact, ...]:
    """Page `number`: three payslips, the first with a PDF."""
    slips = [in_period(ROSA, Period(2020, 5).later(number * PER_PAGE + i)) for i in range(PER_PAGE)]
    return tuple(PayslipFact(one, reference(content(number)) if i == 0 else None) for i, one in enumerate(slips))


def work(db: Connection, say: int) -> None:
    """Pages and PDFs, each commit followed by its word."""
    for number in range(PAGES):
        store_page(db, page(*facts(number), cursor=str(number), more=True), etag="")
        os.write(say, b"page %d\n" % number)
        pdf = content(number)
        sha256 = reference(pdf).sha256
        for at in range(0, len(pdf), PART):
            append_pdf(db, sha256, at, pdf[at : at + PART])
            os.write(say, b"part %d %d\n" % (number, min(at + PART, len(pdf))))
        finish_pdf(db, sha256)
        os.write(say, b"pdf %d\n" % number)


def child(folder: Path, key: bytes, say: int, die_at: int) -> None:
    """Never returns."""
    with Vault(folder, "", key, lock=None).cache() as db:  # type: ignore[arg-type]
        steps = 0

        def tick() -> None:
            nonlocal steps
            steps += 1
            if steps == die_at:
                os.kill(os.getpid(), signal.SIGKILL)

        db._raw.set_progress_handler(tick, 1)
        work(db, say)
    os._exit(0)


def run(folder: Path, key: bytes, die_at: int, words: int) -> list[bytes]:
    """Start a child, kill it after so many words unless it has killed itself; what it said."""
    hear, say = os.pipe()
    process = os.fork()
    if process == 0:
        child(folder, key, say, die_at)
    os.close(say)
    said: list[bytes] = []
    with os.fdopen(hear, "rb") as pipe:
        for line in pipe:
            said.append(line)
            if len(said) == words:
                os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return [line for line in said if line.endswith(b"\n")]


def check(vault: Vault, said: list[bytes]) -> None:
    """Everything said is there, every PDF is a true beginning, and no page is there in part."""
    assert vault.damaged == ()
    assert vault.examine() == ()
    with vault.cache() as db:
        cursor = sync_mark(db).cursor
        stored = -1 if cursor is None else int(cursor)
        assert count_payslips(db, PayslipQuery()).total == (stored + 1) * PER_PAGE
        for line in said:
            kind, number, *rest = line.split()
            assert int(number) <= stored
            received = len(content(int(number))) if kind == b"pdf" else int(rest[0]) if rest else 0
            check_pdf(db, int(number), received, whole=kind == b"pdf")


def check_pdf(db: Connection, number: int, received: int, *, whole: bool) -> None:
    """At least so many bytes are here, and with the rest they make the PDF."""
    pdf = content(number)
    sha256 = reference(pdf).sha256
    wanted = {one.sha256: one for one in wanted_pdfs(db)}
    if sha256 in wanted:
        assert not whole
        assert wanted[sha256].received >= received
        append_pdf(db, sha256, wanted[sha256].received, pdf[wanted[sha256].received :])
        assert finish_pdf(db, sha256)
    assert pdf_bytes(db, sha256) == pdf


def main(root: Path, seeds: int) -> tuple[int, int]:
    """All seeds; how many deaths, and how many words in all were held to."""
    deaths = words = 0
    for seed in range(seeds):
        chance = random.Random(seed)  # noqa: S311 - a seed that failed has to fail again
        folder = root / str(seed)
        new_profile(root, "Rosa", PASSWORD, directory=folder, cost=CHEAP).close()
        key = open_envelope(read_envelope(folder / "vault.json"), PASSWORD)
        by_itself = seed % 2 == 0
        said = run(
            folder,
            key,
            chance.randrange(1, STEPS) if by_itself else 0,
            0 if by_itself else chance.randrange(1, MOST_WORDS),
        )
        with open_profile(folder, PASSWORD, now=NOW) as vault:
            check(vault, said)
        deaths += len(said) < MOST_WORDS
        words += len(said)
    return deaths, words


if __name__ == "__main__":
    sys.stdout.write("{} {}".format(*main(Path(sys.argv[1]), int(sys.argv[2]))))
