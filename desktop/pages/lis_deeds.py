"""What is done with old payslips: the office's key, PDFs, constancias, the report of an import. Dialogs are attributes,
so that tests answer them; files are touched on the pool alone.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.presenters.errors import explain
from desktop.presenters.export import fault_words
from desktop.presenters.lis_report import remarks_csv
from desktop.presenters.lis_words import (
    constancia_refusal,
    key_words,
    missing_words,
    months_missing,
    others_words,
    printed_words,
    seal_words,
)
from desktop.tasks.exporting import ExportError, save_copy, save_once
from desktop.tasks.lis_papers import (
    MadeConstancia,
    OfficeKeyError,
    PrintReport,
    constancia_of,
    once_each,
    open_key,
    rows_of_person,
    save_rows,
)
from desktop.tasks.lis_readings import SlipReading, read_reports
from desktop.tasks.printing import PrintError
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.dialogs import Dialog, ask, tell_trouble
from desktop.widgets.fields import Field
from desktop.widgets.lis_report import report_box
from desktop.widgets.office_key_dialog import ask_office_key
from desktop.words import translate
from documents.errors import PaperContentError
from documents.lis.papers import Stamp
from documents.payslip import Period
from storage.lis_records import ImportReport, LisRow
from sync.identifiers import new_document_id

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from documents.seal.keys import IssuerKey

T = TypeVar("T")


class LisDeeds(QObject):
    """`told(words, tone)`; `moved(done, total)` while many are saved; `key_changed` when papers get a seal, or not."""

    told = Signal(str, str)
    moved = Signal(int, int)
    key_changed = Signal()

    def __init__(self, opened: "Opened", window: QWidget) -> None:
        super().__init__(window)
        self._opened, self._window = opened, window
        self.key: IssuerKey | None = None
        self._stop = threading.Event()
        self.ask_files: Callable[[], Sequence[Path]] = self._ask_files
        self.ask_replace: Callable[[Sequence[str]], bool] = self._ask_replace
        self.ask_printer: Callable[[QPrinter], bool] = self._ask_printer
        self.ask_folder: Callable[[], Path | None] = self._ask_folder
        self.ask_key: Callable[[], tuple[Path, str] | None] = lambda: ask_office_key(window)
        self.ask_span: Callable[[str, str], tuple[Period, Period] | None] = self._ask_span
        self.ask_table: Callable[[], Path | None] = self._ask_table
        self.show_report: Callable[[Sequence[ImportReport]], None] = self._show_report

    @property
    def stamp(self) -> Stamp:
        """With what papers are sealed now."""
        return Stamp(self._opened.clock.now(), new_document_id, self.key)

    # The key

    def open_key(self) -> None:
        """Ask for the office's key file and its password; the key stays in memory until the profile closes."""
        given = self.ask_key()
        if given is None:
            return
        path, password = given
        vault, now = self._opened.vault, self._opened.clock.now()

        def work(_job: object) -> "IssuerKey":
            from storage.trust import trust_in_use

            with vault.cache() as db:
                trust = trust_in_use(db)
            return open_key(path.read_bytes(), password, trust, now)

        self._start(work, self._use_key)

    def _use_key(self, key: "IssuerKey") -> None:
        self.key = key
        words = translate("lis", "Clave de {office} abierta: lo que se imprima lleva su sello, hasta cerrar el perfil.")
        self.told.emit(words.format(office=key.code), "good")
        self.key_changed.emit()

    # Papers

    def save(self, rows: Sequence[LisRow]) -> None:
        """One PDF a payslip, into a folder that the person chooses."""
        folder = self.ask_folder() if rows else None
        if folder is None:
            return
        vault, stamp, each = self._opened.vault, self.stamp, once_each(rows)
        self._stop = stop = threading.Event()

        def work(job: "Job") -> PrintReport:
            with vault.lis() as db:
                return save_rows(db, each, folder, stamp, stopped=stop.is_set, report=lambda *step: job.report(step))

        self._start(work, self._tell_saved, lambda step: self.moved.emit(*step))

    def stop(self) -> None:
        """End the saving after the payslip under way; what is saved stays."""
        self._stop.set()

    def print_one(self, reading: SlipReading) -> None:
        """Print the paper that is shown, on the printer that the person chooses."""
        pdf, row = reading.pdf, reading.row
        if pdf is None:
            return
        from desktop.tasks.printing import new_printer, print_pdf

        printer = new_printer(f"{row.apellidos}, {row.nombres}")
        if self.ask_printer(printer):
            done = translate("lis", "La boleta se envió a la impresora.")
            self._start(
                lambda job: print_pdf(pdf, printer, job.cancelled.is_set), lambda _pages: self.told.emit(done, "good")
            )

    def _tell_saved(self, report: PrintReport) -> None:
        self.moved.emit(0, 0)
        if report.failed is not None:
            tell_trouble(self._window.window(), fault_words(report.failed))
            return
        self.told.emit(printed_words(report), "wait" if report.refused else "good")

    def make_constancia(self, row: LisRow) -> None:
        """Of the person of this payslip, over the months that are asked for."""
        month = f"{row.periodo // 100:04d}-{row.periodo % 100:02d}"
        span = self.ask_span(f"{month[:4]}-01", month)
        folder = self.ask_folder() if span is not None else None
        if span is None or folder is None:
            return
        vault, stamp = self._opened.vault, self.stamp
        first, last = (one.year * 100 + one.month for one in span)

        def work(_job: object) -> tuple[MadeConstancia, Path, str]:
            with vault.lis() as db:
                found = rows_of_person(db, row, first, last)
                made = constancia_of(db, found.rows, first, last, stamp)
            path, _new = save_once(made.paper.pdf, folder / made.name)
            missing = months_missing([one.periodo for one in found.rows], first, last)
            return made, path, " ".join(filter(None, (missing_words(missing), others_words(found.others))))

        self._start(work, self._tell_constancia)

    def _tell_constancia(self, done: tuple[MadeConstancia, Path, str]) -> None:
        made, path, doubts = done
        saved = translate("lis", "Constancia guardada: {name}.").format(name=path.name)
        words = " ".join(part for part in (saved, seal_words(made.paper.unsealed), doubts) if part)
        self.told.emit(words, "wait" if doubts or made.paper.unsealed else "good")

    # What goes wrong

    def _start(
        self, work: "Callable[[Job], T]", done: Callable[[T], None], progressed: Callable[..., None] | None = None
    ) -> None:
        self._opened.desk.start(self, work, done, self._fail, progressed)

    def _fail(self, error: Exception) -> None:
        self.moved.emit(0, 0)
        if isinstance(error, OfficeKeyError):
            self.told.emit(key_words(error.code), "bad")
        elif isinstance(error, PaperContentError):
            self.told.emit(constancia_refusal(error), "bad")
        elif isinstance(error, ExportError | PrintError):
            tell_trouble(self._window.window(), fault_words(error))
        elif isinstance(error, OSError):
            self.told.emit(key_words("lis-key-file"), "bad")
        else:
            tell_trouble(self._window.window(), explain(error))

    # Dialogs

    def _ask_files(self) -> Sequence[Path]:
        every = translate("lis", "Planillas (*.lis *.LIS);;Todos (*)")
        names, _filter = QFileDialog.getOpenFileNames(
            self._window, translate("lis", "Archivos de planillas"), "", every
        )
        return tuple(map(Path, names))

    def _ask_replace(self, names: Sequence[str]) -> bool:
        question = translate("lis", "¿Reemplazar lo importado?")
        told = translate(
            "lis",
            "Cambiaron, o se importaron sin anotar establecimiento y cargo: {names}. "
            "Lo importado antes de esos archivos se reemplaza.",
        )
        words = told.format(names=", ".join(names[:5]))
        return ask(self._window.window(), question, words, translate("lis", "&Reemplazar"), dangerous=True)

    def _ask_printer(self, printer: "QPrinter") -> bool:
        from PySide6.QtPrintSupport import QPrintDialog

        return QPrintDialog(printer, self._window).exec() == QPrintDialog.DialogCode.Accepted

    def _ask_folder(self) -> Path | None:
        name = QFileDialog.getExistingDirectory(self._window, translate("lis", "Carpeta donde guardar los PDF"))
        return Path(name) if name else None

    def _ask_span(self, since: str, until: str) -> tuple[Period, Period] | None:
        box = Dialog(self._window.window(), translate("lis", "Constancia de haberes"), "file-check")
        box.say(translate("lis", "Todas las boletas de esta persona entre dos meses, con totales. Diga cuáles."))
        first, last = (
            Field(words, translate("lis", "Año y mes: 2015-03"))
            for words in (translate("lis", "&Desde"), translate("lis", "&Hasta"))
        )
        first.put(since)
        last.put(until)
        for field in (first, last):
            box.body.addWidget(field)
        found: list[Period] = []

        def accept() -> None:
            found.clear()
            for field in (first, last):
                try:
                    found.append(Period.parse(field.text.strip()))
                except ValueError:
                    field.complain(translate("lis", "Escriba el año y el mes así: 2015-03"))
                    return
            box.accept()

        box.answer_with(
            secondary(translate("lis", "Cancelar"), box.reject), primary(translate("lis", "&Hacer"), accept)
        )
        first.setFocus()
        return (found[0], found[1]) if box.exec() == Dialog.DialogCode.Accepted else None

    # Reports

    def report_all(self) -> None:
        """What all imports left to be looked at, read anew."""
        vault = self._opened.vault
        self._start(lambda _job: read_reports(vault), self.show_report)

    def save_remarks(self, reports: Sequence[ImportReport]) -> None:
        """All that was not understood, as a table, where the person says."""
        target = self.ask_table()
        if target is None:
            return
        name = target.name if target.suffix else f"{target.name}.csv"
        done = translate("lis", "Tabla guardada: {name}.").format(name=name)
        self._start(
            lambda _job: save_copy(remarks_csv(reports), target.with_name(name), overwrite=True),
            lambda _nothing: self.told.emit(done, "good"),
        )

    def _show_report(self, reports: Sequence[ImportReport]) -> None:
        title = translate("lis", "Informe de lo importado")
        report_box(self._window.window(), title, reports, lambda: self.save_remarks(reports)).open()

    def _ask_table(self) -> Path | None:
        name, _filter = QFileDialog.getSaveFileName(
            self._window, translate("lis", "Guardar como tabla"), translate("lis", "observaciones.csv"),
            translate("lis", "Tabla para hoja de cálculo (*.csv)"),
        )  # fmt: skip
        return Path(name) if name else None
