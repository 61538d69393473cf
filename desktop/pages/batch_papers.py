"""What goes in and out of "Verificación masiva" by dialogs: which folder, where the report goes, forgetting a batch.

The questions are attributes (`ask_folder`, `ask_target`, `ask_forget`), so that tests answer them; files are read and
written on the pool alone.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.presenters.batch_report import report_name, saved_words
from desktop.presenters.export import fault_words, replace_words
from desktop.tasks.exporting import TargetExistsError, save_copy
from desktop.tasks.verdict_reports import CSV, PDF, XLSX, ended, report_of_batch
from desktop.widgets.dialogs import ask, tell_trouble
from desktop.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from documents.seal.trust import TrustList
    from storage.check_records import Batch, BatchRow


class BatchPapers(QObject):
    """`told(words, tone)`: a sentence for the page; `working(bool)` while a report is made; `forgotten`; `broken`."""

    told = Signal(str, str)
    working = Signal(bool)
    forgotten = Signal()
    broken = Signal(object)

    def __init__(self, opened: "Opened", window: QWidget) -> None:
        super().__init__(window)
        self._opened, self._window = opened, window
        self.ask_folder: Callable[[], Path | None] = self._ask_folder
        self.ask_target: Callable[[Path], Path | None] = self._ask_target
        self.ask_forget: Callable[[Batch], bool] = self._ask_forget

    def save(self, batch: "Batch", rows: "Sequence[BatchRow]", trust: "TrustList") -> None:
        """Ask where, then write the report: what the ending of its name asks for, a PDF otherwise."""
        vault, now = self._opened.vault, self._opened.clock.now()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        target = self.ask_target(Path(documents) / report_name(batch, now))
        if target is None:
            return
        self.working.emit(True)
        self._opened.desk.start(
            self,
            lambda _job: report_of_batch(vault, batch, rows, trust, now, target.suffix),
            lambda content: self._write(content, target, rows, overwrite=False),
            self._fail,
        )

    def _write(self, content: bytes, target: Path, rows: "Sequence[BatchRow]", *, overwrite: bool) -> None:
        def write(_job: "Job") -> None:
            save_copy(content, target, overwrite=overwrite)

        def not_written(error: Exception) -> None:
            if not isinstance(error, TargetExistsError):
                self._fail(error)
            elif ask(self._window.window(), *replace_words(target.name), dangerous=True):
                self._write(content, target, rows, overwrite=True)
            else:
                self.working.emit(False)

        self._opened.desk.start(self, write, lambda _nothing: self._saved(target, rows), not_written)

    def _saved(self, target: Path, rows: "Sequence[BatchRow]") -> None:
        self.working.emit(False)
        self.told.emit(saved_words(target.name, rows), "good")

    def _fail(self, error: Exception) -> None:
        self.working.emit(False)
        tell_trouble(self._window.window(), fault_words(error))

    def forget(self, batch: "Batch") -> None:
        """Take a batch away, if the person means it."""
        if not self.ask_forget(batch):
            return
        vault = self._opened.vault

        def work(_job: object) -> None:
            from storage.checks import forget_batch

            with vault.checks() as db:
                forget_batch(db, batch.number)

        self._opened.desk.start(self, work, lambda _nothing: self.forgotten.emit(), self.broken.emit)

    def restart(self) -> None:
        """Begin anew where what was kept is damaged; the damaged file is kept aside."""
        vault = self._opened.vault
        self._opened.desk.start(
            self, lambda _job: vault.restart_checks(), lambda _aside: self.forgotten.emit(), self.broken.emit
        )

    def _ask_folder(self) -> Path | None:
        name = QFileDialog.getExistingDirectory(self._window, translate("batch", "Carpeta que verificar"))
        return Path(name) if name else None

    def _ask_target(self, suggested: Path) -> Path | None:
        pdf = translate("batch", "Informe en PDF, para firmar (*.pdf)")
        book = translate("batch", "Libro de Excel (*.xlsx)")
        table = translate("batch", "Tabla para otros programas (*.csv)")
        # Qt's own question about replacing is off: ours says what it costs.
        name, chosen = QFileDialog.getSaveFileName(
            self._window, translate("batch", "Guardar informe"), str(suggested), f"{pdf};;{book};;{table}",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if not name:
            return None
        return ended(Path(name), {book: XLSX, table: CSV}.get(chosen, PDF))

    def _ask_forget(self, batch: "Batch") -> bool:
        title = translate("batch", "¿Quitar esta verificación?")
        told = translate("batch", "Se quitan los resultados de {name}. Los archivos comprobados no se tocan.")
        words = told.format(name=batch.name)
        return ask(self._window.window(), title, words, translate("batch", "&Quitar"), dangerous=True)
