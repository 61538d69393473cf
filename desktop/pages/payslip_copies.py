"""Copies and prints of payslips: asks where, warns once, and has the pool do the work. Shows no page of its own.

The questions are attributes (`ask_target`, `ask_folder`, `ask_printer`): what a person answers, the page need not
know how.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.opened import Opened
from desktop.pages.copy_saving import CopySaving
from desktop.presenters.export import (
    Choice,
    ExportReport,
    ExportStep,
    choice_words,
    chosen,
    copy_warning,
    fault_words,
    file_name,
    print_warning,
    printed_words,
)
from desktop.presenters.payslip_list import heading_of
from desktop.tasks.desk import Job
from desktop.tasks.exporting import save_payslips
from desktop.tasks.readings import ListReading, PayslipReading
from desktop.widgets.dialogs import ask, tell_trouble
from desktop.widgets.export_dialog import ExportDialog
from desktop.words import translate
from storage.records import PayslipRow

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PayslipCopies(QObject):
    """`told(words, tone)`: a sentence for the page.

    `moved(ExportStep)` and `ended(ExportReport)` of "Descargar todas".
    """

    told = Signal(str, str)
    moved = Signal(object)
    ended = Signal(object)

    def __init__(self, opened: Opened, window: QWidget) -> None:
        super().__init__(window)
        self._opened = opened
        self._window = window
        self._stop = threading.Event()
        self._saving = CopySaving(opened.desk, window)
        self._saving.told.connect(self.told)
        self._warned: set[str] = set()
        self.running = False
        self.folder: Path | None = None  # the one chosen last
        self.ask_target: Callable[[Path], Path | None] = self._ask_target
        self.ask_folder: Callable[[], Path | None] = self._ask_folder
        self.ask_printer: Callable[[QPrinter], bool] = self._ask_printer

    # One copy

    def save(self, reading: PayslipReading, posts: Sequence[str]) -> None:
        """Save the PDF of this payslip where the person says."""
        if reading.pdf is None or not self._warn("copy", copy_warning()):
            return
        target = self.ask_target(self._begin_in() / file_name(reading.row, posts))
        if target is not None:
            self.folder = target.parent
            self._saving.save(reading.pdf, target)

    # Many copies

    def save_many(self, reading: ListReading, year: int) -> None:
        """Ask which and where, then save them; the page shows how far it is."""
        rows = {choice: chosen(reading.every, choice, reading.listed, year) for choice in Choice}
        offered = [
            (choice, choice_words(choice, len(rows[choice]), year), len(rows[choice]))
            for choice in (Choice.ALL, Choice.YEAR, Choice.LISTED)
        ]
        box = ExportDialog(self._window, offered)
        if box.exec() != QDialog.DialogCode.Accepted:
            return
        self._warned.add("copy")  # the dialog says it
        folder = self.ask_folder()
        if folder is not None:
            self.folder = folder
            self.save_rows(rows[box.choice], folder)

    def save_rows(self, rows: Sequence[PayslipRow], folder: Path) -> None:
        """Save these below the folder. One run at a time."""
        if self.running:
            return
        self.running = True
        self._stop = stop = threading.Event()
        vault = self._opened.vault

        def work(job: Job) -> ExportReport:
            with vault.cache() as db:
                return save_payslips(
                    db, rows, folder, stopped=lambda: stop.is_set() or not job.wanted, report=job.report
                )

        self.moved.emit(ExportStep(0, len(rows), ""))
        self._opened.desk.start(self, work, self._end, self._break, self.moved.emit)

    def stop(self) -> None:
        """End the run after the file it is at; what is saved stays."""
        self._stop.set()

    def _end(self, report: ExportReport) -> None:
        self.running = False
        self.ended.emit(report)
        if report.failed:
            tell_trouble(self._window, fault_words(report.failed[0]))

    def _break(self, error: Exception) -> None:
        self.running = False
        self.ended.emit(ExportReport(failed=(error,)))
        raise error

    # Printing

    def print_one(self, reading: PayslipReading) -> None:
        """Print this payslip on the printer that the person chooses."""
        if reading.pdf is None or not self._warn("print", print_warning()):
            return
        from desktop.tasks.printing import new_printer, print_pdf

        printer = new_printer(heading_of(reading.row))
        if not self.ask_printer(printer):
            return
        pdf = reading.pdf
        self.told.emit(translate("export", "Preparando la impresión…"), "info")
        self._opened.desk.start(
            self,
            lambda job: print_pdf(pdf, printer, job.cancelled.is_set),
            lambda pages: self.told.emit(printed_words(pages), "good"),
            lambda error: tell_trouble(self._window, fault_words(error)),
        )

    # What the person is asked

    def _warn(self, about: str, consequence: str) -> bool:
        """Say the consequence the first time; False when the person would rather not."""
        if about in self._warned:
            return True
        question, yes = {
            "copy": (translate("export", "Guardar una copia fuera de Chasqui"), translate("export", "Elegir carpeta…")),
            "print": (translate("export", "Imprimir la boleta"), translate("export", "Elegir impresora…")),
        }[about]
        if not ask(self._window, question, consequence, yes):
            return False
        self._warned.add(about)
        return True

    def _begin_in(self) -> Path:
        """Where a dialog opens: the folder chosen last, at first Documentos."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return self.folder or Path(QStandardPaths.writableLocation(documents))

    def _ask_target(self, suggested: Path) -> Path | None:
        # Qt's own question about replacing is off: ours comes when the file turns out to be there, with what it costs.
        name, _filter = QFileDialog.getSaveFileName(
            self._window,
            translate("export", "Descargar boleta"),
            str(suggested),
            translate("export", "Documento PDF (*.pdf)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if not name:
            return None
        target = Path(name)
        return target if target.suffix else target.with_suffix(".pdf")

    def _ask_folder(self) -> Path | None:
        name = QFileDialog.getExistingDirectory(
            self._window, translate("export", "Carpeta donde guardar las boletas"), str(self._begin_in())
        )
        return Path(name) if name else None

    def _ask_printer(self, printer: "QPrinter") -> bool:
        from PySide6.QtPrintSupport import QPrintDialog

        return QPrintDialog(printer, self._window).exec() == QDialog.DialogCode.Accepted
