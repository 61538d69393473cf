"""Bugs of deciding: what comes next, when to try again."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import Any
from unittest.mock import patch

from sync.core import cycle, outbox
from sync.core.errands import Quarantine
from sync.engine import Engine
from sync.errors import InterferenceError, PortalError
from tests.simulation.planting import planted


@planted("after a failure nothing is planned: the retry timer is not armed again")
def timer_not_armed() -> AbstractContextManager[Any]:
    real = Engine._planned

    def planned_time(self: Any, db: Any) -> float | None:
        return None if db.row("SELECT 1 FROM retry_mark") else real(self, db)

    return patch.object(Engine, "_planned", planned_time)


@planted("the plan for the next try is not written down")
def plan_not_kept() -> AbstractContextManager[Any]:
    return patch("storage.cache.set_retry_mark", lambda _db, _mark: None)


@planted("there is no pause between tries")
def backoff_zero() -> AbstractContextManager[Any]:
    return patch("sync.engine.delay", lambda _attempt, _share, _plea=None: 0.0)


@planted("the pause never grows")
def backoff_flat() -> AbstractContextManager[Any]:
    return patch("sync.engine.delay", lambda _attempt, _share, _plea=None: 1.0)


@planted("a plan made by a clock that was set back is waited for again and again")
def waits_for_ever_after_a_jump() -> AbstractContextManager[Any]:
    def wait_left(not_before: datetime, now: datetime, longest: float) -> float:
        return min(longest, max(0.0, (not_before - now).total_seconds()))

    return patch("sync.engine.wait_left", wait_left)


@planted("what the person asks for does not wait for a 429")
def plea_not_heard() -> AbstractContextManager[Any]:
    return patch("sync.engine.PLEAS", frozenset())


@planted("a request in quarantine stops the whole pass")
def quarantine_blocks_all() -> AbstractContextManager[Any]:
    real = outbox._refused

    def refused(state: Any, errand: Any, error: Any, problem: Any) -> Any:
        after, notes = real(state, errand, error, problem)
        return replace(after, over=any(isinstance(note, Quarantine) for note in notes)), notes

    return patch("sync.core.outbox._refused", refused)


@planted("a 401 or 403 puts the wish into quarantine")
def forbidden_quarantines() -> AbstractContextManager[Any]:
    real = outbox._refused

    def refused(state: Any, errand: Any, error: Any, problem: Any) -> Any:
        if problem.status in {401, 403} and errand.task == "file":
            return outbox._leave(state), (Quarantine(errand, problem.code, problem.detail),)
        return real(state, errand, error, problem)

    return patch("sync.core.outbox._refused", refused)


@planted("a portal's page puts the wish into quarantine")
def portal_quarantines() -> AbstractContextManager[Any]:
    real = outbox.failed

    def failed(state: Any, error: Any) -> Any:
        if isinstance(error, (PortalError, InterferenceError)) and state.current and state.current.task == "file":
            return outbox._leave(state), (Quarantine(state.current, error.code, error.detail),), True
        return real(state, error)

    return patch("sync.core.outbox.failed", failed)


@planted("what waits for a session or a network is never woken")
def never_woken() -> AbstractContextManager[Any]:
    return patch("storage.outbox.wake_waiting", lambda _box, _which: 0)


@planted("an exchange ends after the first page")
def one_page_only() -> AbstractContextManager[Any]:
    real = cycle._page

    def page(state: Any, event: Any) -> Any:
        return real(state, replace(event, mark=replace(event.mark, more=False)))

    return patch("sync.core.cycle._page", page)


@planted("PDFs are never fetched")
def pdfs_forgotten() -> AbstractContextManager[Any]:
    return patch("sync.core.cycle.next_pdf", lambda _state: None)


@planted("a PDF that was put aside counts as a success")
def aside_is_success() -> AbstractContextManager[Any]:
    real = cycle._finish
    return patch("sync.core.cycle._finish", lambda state: real(replace(state, aside=())))
