"""Lost answers and killed processes: every wish arrives once, whatever breaks on the way."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from central.faults import Fault, lost_answer
from central.line import Line
from storage.request_records import OPEN_AT_OFFICE, RequestState
from tests.desktop.legajo_scenes import ADDRESS
from tests.journeys.request_scenery import Computer, Town, queue
from tests.journeys.request_screens import Screen, read
from tests.journeys.scenery import LOCAL_PASSWORD, ROOT
from tests.sync.wishes import pdf

pytestmark = pytest.mark.timeout(120)
Run = Callable[[Computer], AbstractContextManager[Screen]]
KILLED = -signal.SIGKILL


def test_an_answer_that_is_lost_after_the_office_took_it_makes_no_second_request(run: Run, town: Town) -> None:
    town.faults.add("sync", lost_answer)  # it went together with the question for its fact
    town.faults.add("request", lost_answer)
    with run(town.casa) as rosa:
        rosa.ask_change(ADDRESS.id, domicilio="Av. El Sol 45, Ñuñoa")
        rosa.wait(lambda: town.faults.waiting == 1)
        rosa.at_rest()
        page = rosa.follow(rosa.requests[0].uuid)
        rosa.wait(lambda: any(words in read(page.view) for words in ("no se duplica", "se enviará sola")))
        rosa.exchange()
        assert town.faults.waiting == 0
        rosa.exchange()
        filed = rosa.wait_for(RequestState.FILED)
        page = rosa.follow(filed.uuid, RequestState.FILED)
        assert page.reading is not None
        assert len(page.reading.every) == 1
        assert len(rosa.requests) == 1
    assert [one.code for one in town.filed()] == [filed.code]
    assert [seen.status for seen in town.faults.of("request")] == [None, 200]


# --- the process ends at once, as with a dead battery --------------------------------------------------------------

WRITING = """
import os, signal, sys
from pathlib import Path
from datetime import UTC, datetime
import pytest
from storage import drafts
from tests.journeys.request_scenery import ADDRESS, Computer, Hands
from tests.journeys.request_screens import running

step, when = sys.argv[2:]
work = getattr(drafts, step)

def deadly(*arguments):
    if when == "after":
        work(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(drafts, step, deadly)

def test_it(qtbot):
    with running(qtbot, Computer(Path(sys.argv[1]), "rosa.mamani", Hands())) as rosa:
        rosa.ask_change(ADDRESS.id, domicilio="Av. El Sol 45")
"""


def write_until_killed(computer: Computer, folder: Path, step: str, when: str) -> None:
    """Another process of the program, where Rosa asks for a change and the light goes out."""
    script = folder / "test_writing.py"
    script.write_text(
        WRITING.replace("sys.argv[2:]", repr((step, when))).replace("sys.argv[1]", repr(str(computer.home)))
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "--rootdir", str(folder),
         str(script)],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == KILLED, done.stdout[-3000:] + done.stderr[-2000:]


@pytest.mark.parametrize(
    ("step", "when", "left"),
    [("new_draft", "after", RequestState.DRAFT), ("queue", "before", RequestState.DRAFT),
     ("queue", "after", RequestState.READY)],
)  # fmt: skip
def test_killed_while_it_is_written_or_queued_the_wish_is_there_once_and_goes_on(
    run: Run, town: Town, tmp_path: Path, step: str, when: str, left: RequestState
) -> None:
    write_until_killed(town.casa, tmp_path, step, when)
    (kept,) = town.casa.own()
    assert kept.state is left
    assert kept.content.fields["domicilio"] == "Av. El Sol 45"
    with run(town.casa) as rosa:
        if left is RequestState.DRAFT:
            page = rosa.legajo()
            page.open_item(f"draft:{kept.uuid}")
            rosa.wait(page.editor.isVisible)
            rosa.send(page)
        rosa.exchange()
        rosa.wait_for(RequestState.FILED)
        assert len(rosa.requests) == 1
    assert [one.content.fields["domicilio"] for one in town.filed()] == ["Av. El Sol 45"]


class Deadly:
    """Kills a process from outside, at a call of its that reaches the office."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None

    def at(self, *, happened: bool) -> Fault:
        """`happened`: the office has done the call by then."""

        async def kill(line: Line) -> None:
            if happened:
                await line.ask()
            assert self.process is not None
            self.process.kill()
            await line.hang_up()

        return kill

    def sync(self, computer: Computer) -> int:
        """The command line program, as anybody runs it; how it ended."""
        reading, writing = os.pipe()
        command = [sys.executable, str(ROOT / "main.py"), "sync", "--profile", str(computer.directory)]
        self.process = subprocess.Popen(
            [*command, "--password-fd", str(reading)], pass_fds=(reading,), cwd=ROOT, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        os.write(writing, f"{LOCAL_PASSWORD}\n".encode())
        for end in (reading, writing):
            os.close(end)
        self.process.communicate(timeout=60)
        return self.process.returncode


def test_the_command_line_program_killed_at_each_step_of_sending_loses_nothing_and_sends_nothing_twice(
    town: Town,
) -> None:
    deadly, name = Deadly(), queue(town.casa, 1)
    steps = (("upload_create", True), ("upload_patch", False), ("upload_patch", True), ("request", False),
             ("request", True), ("sync", True))  # fmt: skip
    for route, happened in steps:
        town.faults.add(route, deadly.at(happened=happened))
        assert deadly.sync(town.casa) == KILLED, (route, happened)
        assert town.faults.waiting == 0
        (kept,) = town.casa.own()
        assert kept.uuid == name
    assert deadly.sync(town.casa) == 0
    (shown,) = town.casa.requests()
    assert shown.state in OPEN_AT_OFFICE
    (filed,) = town.filed()
    assert (filed.uuid, filed.code) == (name, shown.code)
    sizes = [seen.status for seen in town.faults.of("request")]
    assert sizes.count(201) <= 1
    document = filed.content.documents[0]
    assert town.counter(lambda counter: counter.document(document.sha256, document.size)) == pdf(150_000, 1)
