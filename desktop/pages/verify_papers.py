"""What goes in and out of "Verificar documentos" by dialogs: which files, which folder, where the report goes.

The questions are attributes (`ask_files`, `ask_folder`, `ask_target`): a page need not know how they are answered.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.presenters.export import fault_words, replace_words
from desktop.presenters.verify_report import report_name, report_saved_words
from desktop.tasks.exporting import TargetExistsError, save_copy
from desktop.tasks.verdict_reports import CSV, PDF, XLSX, ended, report_of_files
from desktop.widgets.dialogs import ask, tell_trouble
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk
    from documents.seal.trust import TrustList
    from documents.seal.verdict import Verdict
    from sync.clock import Clock


class VerifyPapers(QObject):
    """`told(words, tone)`: a sentence for the page."""

    told = Signal(str, str)

    def __init__(self, desk: "Desk", clock: "Clock", window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._clock, self._window = desk, clock, window
        self.folder: Path | None = None  # the one used last
        self.ask_files: Callable[[], Sequence[Path]] = self._ask_files
        self.ask_folder: Callable[[], Sequence[Path]] = self._ask_folder
        self.ask_target: Callable[[Path], Path | None] = self._ask_target

    def save(self, verdicts: "Sequence[Verdict]", trust: "TrustList") -> None:
        """Ask where, then write the report: what the ending of its name asks for, a PDF otherwise."""
        now = self._clock.now()
        target = self.ask_target(self._begin_in() / report_name(now))
        if target is None:
            return
        self.folder = target.parent

        self._desk.start(
            self,
            lambda _job: report_of_files(verdicts, trust, now, target.suffix),
            lambda content: self._write(content, target, overwrite=False),
        )

    def _write(self, content: bytes, target: Path, *, overwrite: bool) -> None:
        self._desk.start(
            self,
            lambda _job: save_copy(content, target, overwrite=overwrite),
            lambda _nothing: self.told.emit(report_saved_words(target), "good"),
            lambda error: self._not_written(error, content, target),
        )

    def _not_written(self, error: Exception, content: bytes, target: Path) -> None:
        if not isinstance(error, TargetExistsError):
            tell_trouble(self._window.window(), fault_words(error))
        elif ask(self._window.window(), *replace_words(target.name), dangerous=True):
            self._write(content, target, overwrite=True)

    def _begin_in(self) -> Path:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return self.folder or Path(QStandardPaths.writableLocation(documents))

    def _ask_files(self) -> Sequence[Path]:
        names, _filter = QFileDialog.getOpenFileNames(
            self._window, translate("verify", "Documentos que comprobar"), str(self._begin_in()),
            translate("verify", "Documentos e imágenes (*.pdf *.png *.jpg *.jpeg *.tif);;Todos los archivos (*)"),
        )  # fmt: skip
        return tuple(Path(name) for name in names)

    def _ask_folder(self) -> Sequence[Path]:
        name = QFileDialog.getExistingDirectory(
            self._window, translate("verify", "Carpeta que comprobar"), str(self._begin_in())
        )
        return (Path(name),) if name else ()

    def _ask_target(self, suggested: Path) -> Path | None:
        pdf = translate("verify", "Informe en PDF (*.pdf)")
        book = translate("verify", "Libro de Excel (*.xlsx)")
        table = translate("verify", "Tabla para otros programas (*.csv)")
        # Qt's own question about replacing is off: ours says what it costs.
        name, chosen = QFileDialog.getSaveFileName(
            self._window, translate("verify", "Guardar informe"), str(suggested), f"{pdf};;{book};;{table}",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if not name:
            return None
        return ended(Path(name), {book: XLSX, table: CSV}.get(chosen, PDF))
