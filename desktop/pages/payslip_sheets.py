"""Resumen de haberes and hojas de cálculo out of Mis boletas: asks which months and where, and has the pool write."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.presenters.errors import explain
from desktop.presenters.export import fault_words
from desktop.tasks.exporting import ExportError
from desktop.tasks.payslip_sheets import SheetForm, save_sheets, sheet_name
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import secondary
from desktop.widgets.dialogs import tell_trouble
from desktop.widgets.sheets_dialog import SheetsDialog
from desktop.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.opened import Opened
    from desktop.tasks.readings import ListReading
    from documents.payslip import Period

Answer = tuple["Period", "Period", SheetForm]


class PayslipSheets(QObject):
    """`button` stands among the page's tools; `follow` tells it what there is. `told(words, tone)`."""

    told = Signal(str, str)

    def __init__(self, opened: "Opened", window: QWidget, banner: Banner) -> None:
        super().__init__(window)
        self.told.connect(banner.say)
        self._opened, self._window = opened, window
        self._reading: ListReading | None = None
        self.button = secondary(translate("sheets", "Resumen…"), self.begin, "file-text")
        self.button.setEnabled(False)
        self.ask_what: Callable[[tuple[Period, ...]], Answer | None] = self._ask_what
        self.ask_target: Callable[[str], Path | None] = self._ask_target

    def follow(self, reading: "ListReading") -> None:
        """These are the payslips that there are."""
        self._reading = reading
        self.button.setEnabled(bool(reading.every))

    def begin(self) -> None:
        """Ask, then write."""
        reading = self._reading
        if reading is None or not reading.every:
            return
        answer = self.ask_what(tuple(sorted({row.periodo for row in reading.every}, reverse=True)))
        if answer is None:
            return
        first, last, form = answer
        rows = tuple(row for row in reading.every if first <= row.periodo <= last)
        target = self.ask_target(sheet_name(rows, form))
        if target is None:
            return
        now = self._opened.clock.now()
        self._opened.desk.ask(self, lambda db: save_sheets(db, rows, target, form, now), self._tell, self._fail)

    def _tell(self, paths: tuple[Path, ...]) -> None:
        names = ", ".join(path.name for path in paths)
        words = translate("sheets", "Se guardó {names}. Esta copia queda sin cifrar.")
        self.told.emit(words.format(names=names), "good")

    def _fail(self, error: Exception) -> None:
        told = fault_words(error) if isinstance(error, ExportError) else explain(error)
        tell_trouble(self._window.window(), told)

    def _ask_what(self, periods: "tuple[Period, ...]") -> Answer | None:
        box = SheetsDialog(self._window.window(), periods)
        return (*box.span, box.form) if box.exec() == QDialog.DialogCode.Accepted else None

    def _ask_target(self, suggested: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _filter = QFileDialog.getSaveFileName(
            self._window, translate("sheets", "Guardar"), str(Path(folder) / suggested), f"*{Path(suggested).suffix}",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        return Path(name).with_suffix(Path(suggested).suffix) if name else None
