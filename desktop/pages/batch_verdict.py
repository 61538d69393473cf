"""The verdict that is shown beside a batch: read on the pool when its file is chosen, whole, and redrawn if wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.presenters.verdict_detail import detail_of
from desktop.tasks.batch_readings import read_verdict
from desktop.widgets.reconstruction import show_reconstruction
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from desktop.widgets.verdict_view import VerdictView
    from documents.seal.verdict import Verdict
    from storage.check_records import BatchRow


class BatchVerdict(QObject):
    """`open(batch, row)` shows it; `broken(Exception)` when it cannot be read."""

    broken = Signal(object)

    def __init__(self, opened: "Opened", view: "VerdictView", window: QWidget) -> None:
        super().__init__(window)
        self._opened, self._view, self._window = opened, view, window
        self._job: Job | None = None
        view.rebuild_wanted.connect(self._rebuild)

    def open(self, number: int | None, row: "BatchRow | None") -> None:
        """Show the verdict on this file of this batch; of none, what to do."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if row is None or row.code is None or number is None:
            self._show(None)
            return
        vault, position = self._opened.vault, row.position
        self._job = self._opened.desk.start(
            self, lambda _job: read_verdict(vault, number, position), self._show, self.broken.emit
        )

    def _show(self, verdict: "Verdict | None") -> None:
        if verdict is not None:
            self._view.show_verdict(detail_of(verdict, self._opened.clock.now()))
            return
        self._view.show_nothing(
            translate("batch", "Aquí verá un documento"),
            translate("batch", "Elija uno de la lista: qué se firmó y qué se ve, qué se revisó y qué hacer."),
        )

    def _rebuild(self) -> None:
        if self._view.detail is not None and self._view.detail.claims is not None:
            show_reconstruction(self._window.window(), self._view.detail)
