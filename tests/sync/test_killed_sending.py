"""kill -9 between the office's answer and our note of it: the next process goes on, nothing is lost or there twice.

Before any write: tests.crash.
"""

import os
import subprocess
import sys
from pathlib import Path

from storage.request_records import RequestState
from tests.sync.office import Desk, Office
from tests.sync.wishes import at_office, hoja_de_vida, own, pdf, queue

CHILD = """
import os, signal, sys, threading
from pathlib import Path
from storage import attachments, outbox
from storage.layout import LOCK
from storage.lock import ProfileLock
from storage.vault import Vault
from sync import outgoing
from sync.engine import Engine
from tests.sync.office import StillClock

directory, key, module, step, when = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), *sys.argv[3:]
vault = Vault(directory, "Ana", key, ProfileLock(directory / LOCK))
vault.prepare_files()

def die():
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))  # on Windows SIGTERM is as hard

def deadly(work):
    def run(*arguments):
        if when == "before":
            die()
        work(*arguments)
        die()
    return run

place = {"outbox": outbox, "attachments": attachments, "outgoing": outgoing}[module]
setattr(place, step, deadly(getattr(place, step)))
engine = Engine.for_vault(vault, version="0", clock=StillClock())
print(engine.run(report=lambda _: None, cancelled=threading.Event(), asked=True))
"""

STEPS = [
    ("outgoing", "send_piece", "after"), ("outbox", "note_sending", "after"), ("outgoing", "put_request", "after"),
]  # fmt: skip


def test_after_kill_9_at_any_step_everything_is_there_once(desk: Desk, office: Office) -> None:
    names = []
    for number, (module, step, when) in enumerate(STEPS, start=1):
        names.append(queue(desk, number, pdf(70_000, number)))
        run_until_killed(desk, module, step, when)
    names.append(queue(desk, 99, content=hoja_de_vida()))
    before = len(office.faults.of("request"))
    desk.run()
    assert [state(desk, office, name) for name in names] == [(RequestState.FILED, "en_solicitud")] * len(names)
    assert len({own(desk, name).code for name in names}) == len(names)
    filed = [seen.status for seen in office.faults.of("request")]
    assert filed.count(201) == len(names)
    assert before < len(filed)


def state(desk: Desk, office: Office, name: str) -> tuple[RequestState, str]:
    return own(desk, name).state, at_office(office, name).state


def run_until_killed(desk: Desk, module: str, step: str, when: str) -> None:
    root = Path(__file__).parents[2]
    key = desk.vault._data_key.hex()
    desk.vault._lock.release()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(desk.vault.directory), key, module, step, when],
        cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode not in {0, 1}, done.stdout + done.stderr  # it neither ended nor failed
