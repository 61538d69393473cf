"""A million old payslips (.lis): taken in, searched, opened again. `python -m bench.lis [PAYSLIPS]`.

10,000 invented people, a file a month in the layouts of three regions in turn, generated into a temporary folder one
by one. The rate is payslips by seconds of processor time of the whole import (reading, SHA-256, understanding every
line, sums, compressing, encrypting, three indexes, fsync), so that other work on the machine weighs less; one thread.
"""

import gc
import resource
import statistics
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

from central.samples.lis import Blemish, LisMonth, lis_file
from central.samples.lis_people import LisPerson, lis_people
from storage.connection import Connection
from storage.kdf import FLOOR
from storage.lis import lis_counts, payslip_text, search_lis
from storage.lis_import import Importer
from storage.lis_records import ImportFate, LisQuery
from storage.profile import new_profile

NOW = datetime(2026, 11, 25, tzinfo=UTC)
PEOPLE = 10_000
REGIONS = ("junin", "huancavelica", "la-libertad")
GOAL_RATE, GOAL_MS = 50_000, 50


def main() -> None:
    """Print the figures."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdecimal() else 1_000_000
    people = lis_people(PEOPLE, 1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with new_profile(folder / "home", "Banco", "cuatro palabras bien sueltas", cost=FLOOR) as vault:
            with vault.lis() as db:
                text = _take_in(db, folder, people, wanted)
                counts = lis_counts(db)
            size = sum(path.stat().st_size for path in vault.directory.glob("lis.db*"))
            print(
                f"{counts.payslips:,} payslips of {counts.people:,} people, {counts.files} files, {text / 1e6:,.0f} MB"
            )
            print(f"kept in the profile: {size / 1e6:,.0f} MB, {size / counts.payslips:.0f} bytes a payslip")
            gc.collect()  # what the import left would be counted among the first search
            with vault.lis() as db:  # a connection with nothing in its cache
                _search(db, people)
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _take_in(db: Connection, folder: Path, people: tuple[LisPerson, ...], wanted: int) -> int:
    """Import file after file; how many bytes of text there were."""
    importer, rates, walls, text = Importer(db), [], [], 0
    odd = {17: Blemish.STRANGE_LINE, 4_711: Blemish.WRONG_SUM, 9_000: Blemish.TWO_PAGES}
    for number in range(-(-wanted // PEOPLE)):
        path = folder / f"planilla_{number:04d}.lis"
        year, month = 2010 + number // 12, number % 12 + 1
        path.write_bytes(lis_file(LisMonth(REGIONS[number % 3], year, month, people, blemishes=odd)))
        text += path.stat().st_size
        began, seconds = perf_counter(), process_time()
        told = importer.take(path, at=NOW)
        rates.append(PEOPLE / (process_time() - seconds))
        walls.append(PEOPLE / (perf_counter() - began))
        assert told.fate is ImportFate.DONE
        assert told.remark_count == 2
        path.unlink()
    half = len(rates) // 2
    print(
        f"payslips a second of one core: median {statistics.median(rates):,.0f}, best {max(rates):,.0f}, first half"
        f" {statistics.median(rates[: half or 1]):,.0f}, second half {statistics.median(rates[half:]):,.0f}"
        f" (goal {GOAL_RATE:,}); by the clock {statistics.median(walls):,.0f}"
    )
    return text


def _search(db: Connection, people: tuple[LisPerson, ...]) -> None:
    somebody = people[len(people) // 2]
    for what, query in (
        ("one person by DNI", LisQuery(somebody.dni)),
        ("the same again", LisQuery(somebody.dni)),
        ("by names and surname", LisQuery(f"{somebody.nombres} {somebody.paterno} {somebody.materno}")),
        ("by a common surname (500 of many)", LisQuery("quispe")),
        ("by DNI and year", LisQuery(somebody.dni, 201201, 201212)),
        ("by the number of a payslip", LisQuery("004711-03")),
        ("a month, without words (500 of 10,000)", LisQuery("", 201103, 201103)),
        ("nobody", LisQuery("zzzz")),
        ("a school, first 500", LisQuery(place=somebody.school)),
        ("a school and a surname", LisQuery(somebody.paterno, place=somebody.school)),
        ("a post that nearly all have, first 500", LisQuery(place="profesor")),
    ):
        began = perf_counter()
        rows = search_lis(db, query)
        print(f"{what}: {len(rows)} in {(perf_counter() - began) * 1_000:.1f} ms (goal {GOAL_MS})")
    rows = search_lis(db, LisQuery(somebody.dni))
    began = perf_counter()
    for row in rows:
        payslip_text(db, row.number)
    print(f"text of one payslip: {(perf_counter() - began) * 1_000 / len(rows):.2f} ms")


if __name__ == "__main__":
    main()
