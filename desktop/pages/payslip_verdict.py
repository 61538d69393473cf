"""Checking a payslip that is stored here: the same check as of a file, on bytes that never leave the vault."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.presenters.errors import explain
from desktop.presenters.export import file_name
from desktop.presenters.payslip_list import heading_of
from desktop.widgets.dialogs import tell_trouble
from desktop.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.opened import Opened
    from desktop.tasks.readings import PayslipReading
    from desktop.widgets.dialogs import Dialog
    from documents.seal.verdict import Verdict


class PayslipVerdict(QObject):
    """`busy(bool)` while a check runs; its dialog is shown by `show`, an attribute."""

    busy = Signal(bool)

    def __init__(self, opened: "Opened", window: QWidget) -> None:
        super().__init__(window)
        self._opened, self._window = opened, window
        self.running = False
        self.show: Callable[[Dialog], object] = lambda box: box.open()

    def check(self, reading: "PayslipReading", posts: "Sequence[str]") -> None:
        """Check the PDF of this payslip. One at a time."""
        if reading.pdf is not None:
            self.check_pdf(reading.pdf, file_name(reading.row, posts), heading_of(reading.row))

    def check_pdf(self, pdf: bytes, name: str, title: str) -> None:
        """Check any PDF that is stored here. One at a time."""
        if self.running:
            return
        self._turn(running=True)
        vault, clock = self._opened.vault, self._opened.clock

        def work(_job: object) -> "Verdict":
            from documents.seal.worker import Checker
            from storage.copies import CacheCopies
            from storage.trust import trust_in_use

            with vault.cache() as db, Checker(trust_in_use(db)) as checker:
                return checker.check_bytes(pdf, name=name, now=clock.now(), copies=CacheCopies(db))

        self._opened.desk.start(self, work, lambda verdict: self._tell(verdict, title), self._break)

    def _tell(self, verdict: "Verdict", title: str) -> None:
        from desktop.presenters.verdict_detail import detail_of
        from desktop.widgets.verdict_dialog import verdict_box

        self._turn(running=False)
        words = translate("verify", "{payslip}: resultado").format(payslip=title)
        self.show(verdict_box(self._window.window(), words, detail_of(verdict, self._opened.clock.now())))

    def _break(self, error: Exception) -> None:
        self._turn(running=False)
        tell_trouble(self._window.window(), explain(error))

    def _turn(self, *, running: bool) -> None:
        self.running = running
        self.busy.emit(running)
