"""kill -9 in the middle of an exchange, at several points: the next process goes on, and nothing is half stored."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage.connection import Connection
from storage.profile import Vault
from sync.engine import Updated
from tests.sync.office import Desk, Office

CHILD = """
import os, signal, sys, threading
from pathlib import Path
from storage.vault import Vault
from storage.lock import ProfileLock
from storage.layout import LOCK
from sync.clock import SystemClock
from sync.engine import Engine
from tests.sync.office import StillClock

directory, key, limit = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3])
vault = Vault(directory, "Ana", key, ProfileLock(directory / LOCK))
vault.prepare_files()

def report(progress):
    if progress.bytes_done > limit:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))  # on Windows SIGTERM is as hard

engine = Engine.for_vault(vault, version="0", clock=StillClock())
print(engine.run(report=report, cancelled=threading.Event(), asked=True))
"""


def run_until_killed(vault: Vault, limit: int) -> None:
    root = Path(__file__).parents[2]
    key = vault._data_key.hex()
    vault._lock.release()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(vault.directory), key, str(limit)],
        cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode not in {0, 1}, done.stdout + done.stderr  # it neither ended nor failed


@pytest.mark.parametrize("limit", [0, 20_000, 170_000])
def test_after_kill_9_the_next_process_goes_on_at_the_byte(desk: Desk, office: Office, limit: int) -> None:
    office.publish(*range(6))
    run_until_killed(desk.vault, limit)
    before = {pdf.sha256: pdf.received for pdf in desk.wanted}
    served = set(office.served("blob"))
    held = served - set(before)
    assert desk.ask(check) == "ok"
    office.faults.forget()
    assert isinstance(desk.run(), Updated)
    assert len(desk.held) == 6
    fetched = office.faults.of("blob")
    assert held.isdisjoint(office.served("blob"))
    for seen in fetched:
        received = before.get(seen.path.rpartition("/")[2], 0)
        assert seen.range == (f"bytes={received}-" if received else None)


def check(db: Connection) -> str:
    row = db.row("PRAGMA integrity_check")
    return "" if row is None else str(row[0])
