"""From the start of the process to the first painted window, from the password to the list, and the memory of both.

Each run is a process of its own (`python -m bench.start child ...`), offscreen; medians of five after one warm-up. The
floor is a process that opens one empty Qt window. The profile has 79 payslips with their PDFs.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PASSWORD = "cuatro palabras bien sueltas"
RUNS = 5
FLOOR_CODE = """
import sys, time
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtCore import QTimer
app = QApplication([]); window = QWidget(); window.show(); app.processEvents()
print('{"window": %f}' % time.monotonic())
"""


def main() -> None:
    """Make the profile, then start the program a few times each way."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        payslips = fill(home / "profiles")
        empty = [sys.executable, "-m", "bench.start", "child", str(home / "empty")]
        full = [sys.executable, "-m", "bench.start", "child", str(home / "profiles")]
        floor = measure([sys.executable, "-c", FLOOR_CODE])["window"]
        first, unlock = measure(empty), measure(full)
    print(f"empty Qt window (floor): {floor:.0f} ms")
    print(
        f"start to window, first run: {first['window']:.0f} ms ({first['window'] / floor:.2f}x), {first['rss']:.0f} MB"
    )
    print(
        f"start to unlock window: {unlock['window']:.0f} ms ({unlock['window'] / floor:.2f}x), {unlock['rss']:.0f} MB"
    )
    print(f"password to list of {payslips}: {unlock['list']:.0f} ms, of which Argon2id {unlock['kdf']:.0f} ms")
    print(f"list to sharp page: {unlock['page']:.0f} ms; memory with a PDF open {unlock['rss_page']:.0f} MB")


def measure(command: list[str]) -> dict[str, float]:
    """Medians over the runs; times in milliseconds from the start of the process."""
    runs = []
    for _ in range(RUNS + 1):
        began = time.monotonic()
        told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
        figures = json.loads(told.strip().splitlines()[-1])
        figures["window"] = (figures["window"] - began) * 1000
        runs.append(figures)
    return {name: statistics.median(run[name] for run in runs[1:]) for name in runs[0]}


def fill(home: Path) -> int:
    """One profile with a teacher's payslips and PDFs."""
    import hashlib
    from datetime import UTC, datetime

    from bench.first_sync import NEWEST
    from central.keys.demo import draw_sealed
    from central.samples.population import generate
    from storage import cache
    from storage.profile import new_profile
    from storage.records import FactPage, PayslipFact, PdfReference

    one = next(iter(generate(1, seed=7, until=NEWEST)))
    with new_profile(home, "Medida", PASSWORD) as vault, vault.cache() as db:
        pdfs = {payslip.id: draw_sealed(payslip) for payslip in one.payslips}
        facts = tuple(
            PayslipFact(payslip, PdfReference(hashlib.sha256(pdfs[payslip.id]).hexdigest(), len(pdfs[payslip.id])))
            for payslip in one.payslips
        )
        page = FactPage(
            epoch="e", cursor="c", more=False, etag="e", facts=facts,
            server_time=datetime(2026, 11, 23, tzinfo=UTC), next_sync_after=None,
        )  # fmt: skip
        cache.store_page(db, page, etag="e")
        for pdf in pdfs.values():
            digest = hashlib.sha256(pdf).hexdigest()
            cache.append_pdf(db, digest, 0, pdf)
            cache.finish_pdf(db, digest)
    return len(facts)


def child(home: str) -> None:
    """One start of the program; prints its figures as JSON."""
    from desktop.app import make_application
    from desktop.bootstrap import Program, Surroundings
    from desktop.preferences import load
    from desktop.tasks.reachability import silent
    from desktop.theme import Appearance, Look, theme
    from sync.clock import SystemClock

    surroundings = Surroundings(home=Path(home), clock=SystemClock(), restart=lambda: None, listen=silent)
    preferences = load(surroundings.home)
    app = make_application(preferences.language)
    theme().apply(Look(Appearance(preferences.appearance), preferences.text_size))
    program = Program(surroundings, preferences)
    program.start()

    def until(condition: object) -> None:
        assert callable(condition)
        while not condition():
            app.processEvents()

    until(lambda: program.window is not None and program.window.isVisible())
    app.processEvents()
    figures: dict[str, float] = {"window": time.monotonic(), "rss": resident()}
    from desktop.windows.unlock_window import UnlockWindow

    if isinstance(program.window, UnlockWindow):
        figures |= open_and_read(program, until)
    print(json.dumps(figures))
    program.shut_down()


def open_and_read(program: object, until: object) -> dict[str, float]:
    """Type the password, wait for the list, wait for the first sharp page."""
    from desktop.bootstrap import Program
    from desktop.pages.payslips_page import PayslipsPage
    from desktop.windows.unlock_window import UnlockWindow
    from storage.envelope import read_envelope
    from storage.kdf import seconds_for

    assert isinstance(program, Program)
    assert callable(until)
    window = program.window
    assert isinstance(window, UnlockWindow)
    window.password.put(PASSWORD)
    began = time.monotonic()
    window.unlock()
    until(lambda: program.main_window is not None)
    main_window = program.main_window
    assert main_window is not None
    main_window.resize(1366, 768)
    main_window.go("payslips")
    page = main_window.page("payslips")
    assert isinstance(page, PayslipsPage)
    until(lambda: page.reading is not None and page.reading.listed)
    listed = time.monotonic()
    until(lambda: page.view.reading is not None and page.view.viewer.is_sharp)
    sharp = time.monotonic()
    profile = next(entry for entry in program.surroundings.home.iterdir() if (entry / "vault.json").exists())
    cost = read_envelope(profile / "vault.json").cost
    return {
        "list": (listed - began) * 1000, "kdf": seconds_for(cost) * 1000, "page": (sharp - listed) * 1000,
        "rss_page": resident(),
    }  # fmt: skip


def resident() -> float:
    """Resident memory in MB; 0 where the system does not tell it this way."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS")), 0.0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        child(sys.argv[2])
    else:
        main()
