"""A folder of thousands as an office checks it: kept, compared, shown, reported. `python -m bench.batch [FILES]`.

Real sealed payslips (copies of the first hundred) on two workers, every verdict stored in checks.db as it comes; then
what the page does with twenty thousand rows, and the report of as many. Memory is of this process; workers have theirs.
"""

import os
import resource
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, perf_counter

from bench.verify import DIFFERENT, boletas
from central.samples.lis import LisMonth, lis_file
from central.samples.lis_people import lis_people
from desktop.presenters.batch_list import Grouping, Sieve, grouped, sifted, tally_of
from desktop.presenters.batch_report import batch_report
from desktop.tasks.batch_checking import BatchStep, Clocks, run_batch, verdicts_in_order
from documents.batch_report import draw_batch_report
from documents.seal.verdict import Colour, Verdict
from storage.check_records import BatchRow
from storage.checks import batch_rows, begin_batch, unchecked, verdict_of
from storage.kdf import FLOOR
from storage.lis_import import Importer
from storage.profile import new_profile
from storage.vault import Vault
from tests.seal.paper import NOW, TRUST

FILES, ROWS = 2_000, 20_000


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdecimal() else FILES
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name, new_profile(
        Path(name, "home"), "Banco", "cuatro palabras bien sueltas", cost=FLOOR
    ) as vault:  # fmt: skip
        _fill(vault, Path(name))
        papers = tuple(boletas(min(count, DIFFERENT)))
        folder = Path(name, "anexos")
        folder.mkdir()
        for number in range(count):
            (folder / f"{number:05}.pdf").write_bytes(papers[number % len(papers)])
        rows = _check(vault, folder)
        _show([replace(rows[number % count], position=number) for number in range(ROWS)])
        _report(vault, rows)
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _fill(vault: Vault, folder: Path) -> None:
    """An office's old payrolls, so that every check asks them."""
    path = folder / "planilla.lis"
    path.write_bytes(lis_file(LisMonth("junin", 2015, 3, lis_people(5_000, 1))))
    with vault.lis() as db:
        Importer(db).take(path, at=NOW)


def _check(vault: Vault, folder: Path) -> tuple[BatchRow, ...]:
    paths = sorted(map(str, folder.iterdir()))
    began = perf_counter()
    with vault.checks() as db:
        batch = begin_batch(db, folder.name, paths, NOW)
        files = unchecked(db, batch.number)
    print(f"list of {len(paths):,} files begun in {(perf_counter() - began) * 1_000:.0f} ms")
    steps: list[BatchStep] = []
    clocks = Clocks(lambda: datetime.now(UTC), monotonic)
    began = perf_counter()
    run_batch(vault, batch.number, files, TRUST, clocks=clocks, stop=threading.Event(), report=steps.append)
    spent = perf_counter() - began
    with vault.checks() as db:
        rows = batch_rows(db, batch.number)
        began = perf_counter()
        verdict_of(db, batch.number, len(rows) // 2)
        one = perf_counter() - began
    good = sum(row.colour is Colour.GREEN for row in rows)
    size = sum(path.stat().st_size for path in vault.directory.glob("checks.db*"))
    print(f"folder of {len(rows):,} on 2 workers: {spent:.1f} s, {len(rows) / spent:.1f}/s, {good} green, kept in")
    print(f"  {size / len(rows):,.0f} bytes a file, in {len(steps)} steps; one verdict back in {one * 1_000:.1f} ms")
    return rows


def _show(rows: Sequence[BatchRow]) -> None:
    """What the window's own thread does at each step, with as many rows as a large office has."""
    from PySide6.QtWidgets import QApplication

    from desktop.widgets.batch_list_view import BatchListView

    application = QApplication.instance() or QApplication([])
    view = BatchListView()
    view.resize(620, 640)
    view.show()
    begun = perf_counter()
    tally = tally_of(rows)
    print(f"{len(rows):,} rows: counted in {(perf_counter() - begun) * 1_000:.0f} ms", end=", ")
    for what in ("shown", "shown again with 20 changed"):
        begun = perf_counter()
        view.show_rows(rows, tally)
        application.processEvents()
        print(f"{what} in {(perf_counter() - begun) * 1_000:.0f} ms", end=", ")
        rows = [replace(row, test=not row.test) if row.position < 20 else row for row in rows]
    begun = perf_counter()
    found = sifted(rows, Sieve(Colour.GREEN, text="mamani"))
    print(f"sifted to {len(found):,} in {(perf_counter() - begun) * 1_000:.0f} ms", end=", ")
    begun = perf_counter()
    people = grouped(rows, Grouping.PEOPLE)
    print(f"grouped into {len(people):,} people in {(perf_counter() - begun) * 1_000:.0f} ms")


def _report(vault: Vault, rows: tuple[BatchRow, ...]) -> None:
    with vault.checks() as db:
        from storage.checks import batch

        begun = perf_counter()

        def some(wanted: Sequence[BatchRow]) -> Iterator[tuple[BatchRow, Verdict]]:
            yield from verdicts_in_order(db, 1, wanted)

        pdf = draw_batch_report(batch_report(batch(db, 1), rows, some, TRUST, NOW))
    print(f"report of {len(rows):,} files: {len(pdf) / 1_000:,.0f} kB in {perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main()
