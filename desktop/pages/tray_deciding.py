"""Decisions of the office at this desk: asked for, kept on disk, undone while there is time, told how they ended.

What is kept here leaves with the next exchange; the page asks for one when the time for second thoughts is over.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.pages.tray_saying import Pending, tell_ended
from desktop.presenters.tray_case import Decision, OpenedCase
from desktop.presenters.tray_list import laid_over, who_words
from desktop.presenters.tray_reception import question_of_reception
from desktop.presenters.tray_undo import SECONDS, undo_words, undone_words
from desktop.presenters.tray_words import question_of
from desktop.tasks.tray_readings import TrayReading, acknowledge, keep_decisions, wanted_for, withdraw
from desktop.widgets.tray_dialogs import ask_decision
from desktop.widgets.tray_reception_dialog import ask_reception
from desktop.words import translate
from storage.decision_records import DecisionState, OwnDecision, Wanted
from sync.identifiers import new_id

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.widgets.banner import Banner

PAPERS = frozenset({"hoja_de_vida", "informe_escalafonario"})


class Deciding(QObject):
    """`changed` when decisions were kept or taken back; `sync_wanted` when they may leave."""

    changed = Signal()
    sync_wanted = Signal()

    def __init__(self, opened: "Opened", banner: "Banner", page: QWidget) -> None:
        super().__init__(page)
        self._opened, self._banner, self._page = opened, banner, page
        self._batch, self._deed, self._kept = "", Decision.TAKE, tuple[Wanted, ...]()
        self._pending: Pending = {}  # whose end was not told yet
        self._left = 0
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._count_down)

    @property
    def batch(self) -> str:
        """What was decided last, "" when it cannot be undone any more."""
        return self._batch

    def decide(self, decision: Decision, uuids: Sequence[str], reading: TrayReading) -> None:
        """One request or many: read them as they are known now, ask what must be asked, keep."""
        self._opened.desk.start(
            self, lambda _job: wanted_for(self._opened.vault, uuids), partial(self._ask, decision, reading)
        )

    def undo(self, batch: str = "") -> None:
        """Take back what was decided last, or in this batch."""
        wanted = batch or self._batch
        if wanted:
            self._opened.desk.start(self, lambda _job: withdraw(self._opened.vault, wanted), self._undone)

    def read(self, uuid: str) -> None:
        """The person has read why decisions on this request were not applied."""
        self._opened.desk.start(
            self, lambda _job: acknowledge(self._opened.vault, uuid), lambda _n: self.changed.emit()
        )

    def compare(self, reading: TrayReading, now: datetime) -> None:
        """Tell what became of decisions since the last reading."""
        self._pending = tell_ended(self._banner, self._pending, reading, now)
        mine = [own for own in reading.own if own.batch == self._batch]
        # A list that was read before the decision was kept knows nothing of it.
        known = mine or self._left <= 0 or any(one.uuid in reading.taken for one in self._kept)
        if self._batch and known and not any(own.can_be_withdrawn for own in mine):
            self._rest()

    def _ask(self, decision: Decision, reading: TrayReading, cases: tuple[OpenedCase, ...]) -> None:
        if not cases:
            return
        if decision is Decision.RECEIVE:
            self._ask_reception(cases[0])
            return
        reason: str | None = ""
        if decision not in {Decision.TAKE, Decision.LEAVE}:
            codes = tuple(one.case.request.code for one in cases)
            paper = cases[0].case.request.content.action.value in PAPERS
            who = who_words(cases[0].case.person)
            question = question_of(decision, codes, who, reading.reasons, paper=paper)
            before = _refused(cases[0], decision) if len(cases) == 1 else None
            reason = ask_decision(
                self._page.window(), question, dangerous=decision is Decision.REJECT,
                written=before.reason if before else "",
            )  # fmt: skip
        if reason is not None:
            self._keep(decision, [_wanted(one, decision, reason) for one in cases])

    def _ask_reception(self, opened: OpenedCase) -> None:
        """Each has a number of its own: one at a time. A number that is not known at the office yet is the newest."""
        request = laid_over(opened.case.request, opened.own, me="")
        question = question_of_reception(request, who_words(opened.case.person))
        before = _refused(opened, Decision.RECEIVE)
        if before is not None:
            question = replace(question, known=before.reception)
        today = self._opened.clock.now().astimezone().date()
        wish = ask_reception(self._page.window(), question, today)
        if wish is not None:
            self._keep(Decision.RECEIVE, [replace(_wanted(opened, Decision.RECEIVE, ""), reception=wish)])

    def _keep(self, decision: Decision, wanted: list[Wanted]) -> None:
        batch, vault, now = new_id(), self._opened.vault, self._opened.clock.now()
        self._opened.desk.start(
            self, lambda _job: keep_decisions(vault, wanted, batch, now), partial(self._are_kept, decision, batch)
        )

    def _are_kept(self, decision: Decision, batch: str, kept: Sequence[Wanted]) -> None:
        """On disk: only now the screen says so."""
        if self._batch:
            self.sync_wanted.emit()  # the one before has had its time, or soon will
        self._batch, self._deed, self._kept, self._left = batch, decision, tuple(kept), SECONDS
        self._pending |= {one.uuid: one for one in kept}
        self._say()
        self._tick.start()
        self.changed.emit()

    def _count_down(self) -> None:
        self._left -= 1
        self._say()
        if self._left <= 0:
            self._tick.stop()
            self.sync_wanted.emit()

    def _say(self) -> None:
        words = undo_words(self._deed, len(self._kept), self._kept[0].code, self._left)
        self._banner.say(words, "info", translate("tray", "Deshacer (Ctrl+Z)"), self.undo)

    def _undone(self, count: int) -> None:
        self._rest()
        self._banner.say(undone_words(count), "info" if count else "wait")
        self.changed.emit()

    def _rest(self) -> None:
        self._tick.stop()
        self._batch, self._kept, self._left = "", (), 0


def _refused(opened: OpenedCase, decision: Decision) -> OwnDecision | None:
    """The same decision, when it was not applied: what was written then is not lost."""
    found = (own for own in opened.own if own.state is DecisionState.QUARANTINE and own.deed is decision)
    return next(found, None)


def _wanted(opened: OpenedCase, decision: Decision, reason: str) -> Wanted:
    request = opened.case.request
    return Wanted(
        uuid=new_id(), request=request.uuid, code=request.code, who=who_words(opened.case.person), deed=decision,
        reason=reason, seen=request.changed_at,
    )  # fmt: skip
