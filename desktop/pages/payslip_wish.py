"""Asking for one PDF while data is saved: written down on the desk, fetched by the next exchange."""

from PySide6.QtCore import QObject, Signal

from desktop.opened import Opened
from desktop.widgets.payslip_view import PayslipView
from storage.thrift import want_pdf


class PayslipWish(QObject):
    """Follows the view's wish. `wanted`: it is written down, and an exchange would bring it."""

    wanted = Signal()

    def __init__(self, opened: Opened, view: PayslipView) -> None:
        super().__init__(view)
        self._desk = opened.desk
        self._view = view
        view.fetch_wanted.connect(self._ask)

    def _ask(self) -> None:
        reading = self._view.reading
        if reading is not None:
            named = reading.row.id
            self._desk.ask(self, lambda db: want_pdf(db, named), self._asked)

    def _asked(self, is_new: bool) -> None:
        if is_new:
            self._view.promise()
            self.wanted.emit()
