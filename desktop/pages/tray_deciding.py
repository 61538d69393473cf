"""A decision of the office: asked for, sent on the pool, told how it ended; nothing is applied twice or in the dark."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.presenters.errors import explain
from desktop.presenters.tray_case import Case, Decision
from desktop.presenters.tray_words import question_of, refusal_words, result_words, undecided_words
from desktop.tasks.office_door import Decided, OfficeDoor
from desktop.widgets.dialogs import tell_trouble
from desktop.widgets.tray_dialogs import ask_decision
from storage.request_records import OfficeRequest
from sync.errors import NetworkConditionError, RefusedError, SessionEndedError
from sync.identifiers import new_id

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk

CONFLICTS = frozenset({"changed-meanwhile", "already-decided"})


class Deciding(QObject):
    """`decided(words)` when the office took it; `outdated(uuid)` when somebody was faster; `unsure(words)` when no
    answer came (`try_again` sends the same decision again); `refused(words)`; `session_ended`; `busy(bool)`.
    """

    decided = Signal(str)
    outdated = Signal(str)
    unsure = Signal(str)
    refused = Signal(str)
    session_ended = Signal()
    busy = Signal(bool)

    def __init__(self, desk: "Desk", door: OfficeDoor, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._door, self._page = desk, door, page
        self._pending: tuple[Decided, Case] | None = None  # left, and not known to have arrived

    def decide(self, decision: Decision, case: Case, seen: OfficeRequest) -> None:
        """Ask what must be asked, then send it."""
        reason: str | None = ""
        if decision not in {Decision.TAKE, Decision.LEAVE}:
            dangerous = decision is Decision.REJECT
            reason = ask_decision(self._page.window(), question_of(decision, case), dangerous=dangerous)
        if reason is not None:
            self._send(Decided(new_id(), decision, reason, seen), case)

    def try_again(self) -> None:
        """The decision whose answer never came, unchanged."""
        if self._pending is not None:
            self._send(*self._pending)

    def _send(self, decided: Decided, case: Case) -> None:
        self._pending = (decided, case)
        self.busy.emit(True)
        self._desk.start(
            self,
            lambda job: self._door.decide(job.cancelled, decided),
            partial(self._took, decided, case),
            partial(self._failed, case),
        )

    def _took(self, decided: Decided, case: Case, _request: OfficeRequest) -> None:
        self._pending = None
        self.busy.emit(False)
        self.decided.emit(result_words(decided.decision, case))

    def _failed(self, case: Case, error: Exception) -> None:
        self.busy.emit(False)
        if isinstance(error, NetworkConditionError):
            self.unsure.emit(undecided_words(case.code))
            return
        self._pending = None
        if isinstance(error, SessionEndedError):
            self.session_ended.emit()
        elif isinstance(error, RefusedError) and error.problem.code in CONFLICTS:
            self.outdated.emit(case.uuid)
        elif isinstance(error, RefusedError) and refusal_words(error.problem.code):
            self.refused.emit(refusal_words(error.problem.code))
        else:
            tell_trouble(self._page.window(), explain(error))
