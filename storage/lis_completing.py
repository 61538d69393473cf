"""Notes schools and posts for payslips that were taken in before the index had them, from the text that it keeps.

The files need not be there any more. Each step is one transaction and what it did is seen in the rows, so that it may
be stopped or killed anywhere and goes on from there.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Final

from documents.lis.records import LisPlace
from documents.lis.scanning import Scanner
from storage.connection import Connection, Row, transaction
from storage.lis_blocks import unpacked
from storage.lis_numbers import POST, Commons

STEP: Final = 5_000  # payslips, about what was stored together
_LACKING: Final = (
    "SELECT number, person, block, start, length FROM lis_payslip WHERE number > :after AND place = 0"
    " ORDER BY number LIMIT :most"
)


def complete_index(
    db: Connection, report: Callable[[int, int], None] = lambda _done, _all: None,
    stopped: Callable[[], bool] = lambda: False,
) -> bool:  # fmt: skip
    """Whether every payslip's school and post are noted now; False when it was stopped. `report`: payslips.

    Belongs to the thread of its connection. StorageError.
    """
    total = db.number("SELECT count(*) FROM lis_payslip WHERE place = 0")
    commons, scanner = Commons(db), Scanner()
    after = done = 0
    while rows := db.rows(_LACKING, after=after, most=STEP):
        if stopped():
            return False
        _note(db, rows, commons, scanner)
        after, done = int(rows[-1]["number"]), done + len(rows)
        report(done, total)
    with transaction(db):
        db.run("UPDATE lis_file SET placed = 1 WHERE NOT placed")
    return True


def _note(db: Connection, rows: list[Row], commons: Commons, scanner: Scanner) -> None:
    by_block: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_block[row["block"]].append(row)
    noted: list[tuple[int, int]] = []
    posts: set[int] = set()
    for number in sorted(by_block):
        block = db.row("SELECT content, packing FROM lis_block WHERE number = :number", number=number)
        text = unpacked(block["content"], block["packing"]).decode("latin-1") if block else ""
        for row in sorted(by_block[number], key=lambda each: each["start"]):
            place = commons.places[_place(scanner, text[row["start"] : row["start"] + row["length"]])]
            noted.append((place, row["number"]))
            posts.add(row["person"] * POST + place)
    with transaction(db):
        commons.store(posts, set())
        db.run_many("UPDATE lis_payslip SET place = ? WHERE number = ?", noted)


def _place(scanner: Scanner, text: str) -> LisPlace:
    scanner.entries, scanner.remarks = [], []
    scanner.scan(text, 0, 1)
    return scanner.entries[0].place if scanner.entries else LisPlace("", "")
