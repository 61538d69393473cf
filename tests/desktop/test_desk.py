"""The background pool: where work runs, where answers come, what happens when nobody waits any more."""

import threading
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from desktop.opened import Opened
from desktop.tasks.desk import Desk, Job
from storage import payslips


def test_work_runs_off_the_ui_thread_and_answers_on_it(qtbot: Any, desk: Desk) -> None:
    seen: list[tuple[threading.Thread, threading.Thread]] = []
    asker = QObject()
    desk.start(
        asker, lambda _job: threading.current_thread(), lambda ran: seen.append((ran, threading.current_thread()))
    )
    qtbot.waitUntil(lambda: bool(seen))
    ran, answered = seen[0]
    assert ran is not threading.main_thread()
    assert answered is threading.main_thread()


def test_a_read_gets_the_connection_of_its_thread(qtbot: Any, opened: Opened, ui_thread_guard: Any) -> None:
    counts: list[int] = []
    asker = QObject()
    with ui_thread_guard():
        for _ in range(6):
            opened.desk.ask(asker, lambda db: len(payslips.years(db)), counts.append)
        qtbot.waitUntil(lambda: len(counts) == 6)
    assert counts == [2] * 6


def test_a_failure_reaches_the_asker(qtbot: Any, desk: Desk) -> None:
    failures: list[Exception] = []
    asker = QObject()

    def work(_job: Job) -> None:
        raise KeyError("nothing here")

    desk.start(asker, work, lambda _nothing: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], KeyError)


def test_a_failure_that_nobody_takes_is_raised_on_the_ui_thread(qtbot: Any, desk: Desk) -> None:
    asker = QObject()

    def work(_job: Job) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        desk.start(asker, work, lambda _nothing: None)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_the_answer_is_dropped_when_the_asker_is_gone(qtbot: Any, desk: Desk) -> None:
    go = threading.Event()
    answers: list[str] = []
    gone, stays = QObject(), QObject()
    desk.start(gone, lambda _job: go.wait(5), lambda _result: answers.append("gone"))
    shiboken6.delete(gone)
    go.set()
    desk.start(stays, lambda _job: None, lambda _result: answers.append("stays"))
    desk.start(stays, lambda _job: None, lambda _result: answers.append("stays"))
    qtbot.waitUntil(lambda: answers.count("stays") == 2)
    QCoreApplication.processEvents()
    assert "gone" not in answers


def test_a_cancelled_job_answers_nothing_and_sees_that_it_is_cancelled(qtbot: Any, desk: Desk) -> None:
    begun, seen, answers = threading.Event(), threading.Event(), []
    asker = QObject()

    def work(job: Job) -> str:
        begun.set()
        assert job.cancelled.wait(5)
        seen.set()
        return "late"

    job = desk.start(asker, work, answers.append)
    assert begun.wait(5)
    job.cancel()
    desk.start(asker, lambda _job: seen.wait(5), answers.append)
    qtbot.waitUntil(lambda: answers == [True])


def test_progress_comes_in_order_on_the_ui_thread(qtbot: Any, desk: Desk) -> None:
    steps: list[object] = []
    asker = QObject()

    def work(job: Job) -> None:
        for step in range(5):
            job.report(step)

    desk.start(asker, work, lambda _nothing: steps.append("done"), progressed=steps.append)
    qtbot.waitUntil(lambda: steps[-1:] == ["done"])
    assert steps == [0, 1, 2, 3, 4, "done"]


def test_a_desk_without_a_profile_cannot_read(qtbot: Any, desk: Desk) -> None:
    failures: list[Exception] = []
    asker = QObject()
    desk.ask(asker, lambda _db: None, lambda _nothing: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], RuntimeError)


def test_closing_ends_the_threads_and_asking_afterwards_answers_nothing(qapp: Any) -> None:
    desk, asker = Desk(), QObject()
    before = threading.active_count()
    desk.start(asker, lambda _job: None, lambda _nothing: None)
    assert threading.active_count() > before
    desk.close()
    assert threading.active_count() == before
    assert desk.start(asker, lambda _job: None, lambda _nothing: None).cancelled.is_set()


def test_closing_may_finish_what_waits(qapp: Any) -> None:
    desk, asker, done = Desk(), QObject(), []
    for number in range(8):
        desk.start(asker, lambda _job, at=number: done.append(at), lambda _nothing: None)
    desk.close(finish=True)
    assert sorted(done) == list(range(8))


def test_the_guard_of_the_ui_thread_bites(ui_thread_guard: Any, opened: Opened, tmp_path: Any) -> None:
    with ui_thread_guard(), pytest.raises(AssertionError, match="on the UI thread"):
        (tmp_path / "note.txt").write_text("no")
    with ui_thread_guard(), pytest.raises(AssertionError, match="on the UI thread"):
        opened.vault.cache()
