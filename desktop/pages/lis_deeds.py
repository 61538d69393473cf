"""What is done with old payslips: the office's key, PDFs, constancias, the report of an import. Dialogs are attributes,
so that tests answer them; files are touched on the pool alone.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from desktop.plain import set_text
from desktop.presenters.errors import explain
from desktop.presenters.export import fault_words
from desktop.presenters.lis_words import (
    constancia_refusal,
    fate_words,
    key_words,
    missing_words,
    months_missing,
    printed_words,
    remark_words,
    remarks_summary,
    seal_words,
)
from desktop.tasks.exporting import ExportError, save_once
from desktop.tasks.lis_papers import (
    MadeConstancia,
    OfficeKeyError,
    PrintReport,
    constancia_of,
    once_each,
    open_key,
    save_rows,
)
from desktop.tasks.lis_readings import SlipReading
from desktop.tasks.printing import PrintError
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.dialogs import Dialog, ask, tell_trouble
from desktop.widgets.fields import Field
from desktop.widgets.office_key_dialog import ask_office_key
from desktop.words import translate
from documents.errors import PaperContentError
from documents.lis.papers import Stamp
from documents.payslip import Period
from storage.lis import search_lis
from storage.lis_records import ImportReport, LisQuery, LisRow
from sync.identifiers import new_document_id

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from documents.seal.keys import IssuerKey

T = TypeVar("T")
SHOWN = 500  # remarks in the report; the rest is counted


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

        def work(_job: object) -> tuple[MadeConstancia, Path, list[int]]:
            with vault.lis() as db:
                rows = once_each(search_lis(db, LisQuery(row.doc_numero, first, last, limit=10_000)))
                made = constancia_of(db, rows, first, last, stamp)
            path, _new = save_once(made.paper.pdf, folder / made.name)
            return made, path, months_missing([one.periodo for one in rows], first, last)

        self._start(work, self._tell_constancia)

    def _tell_constancia(self, done: tuple[MadeConstancia, Path, list[int]]) -> None:
        made, path, missing = done
        saved = translate("lis", "Constancia guardada: {name}.").format(name=path.name)
        words = " ".join(part for part in (saved, seal_words(made.paper.unsealed), missing_words(missing)) if part)
        self.told.emit(words, "wait" if missing or made.paper.unsealed else "good")

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
        told = translate("lis", "Cambió el contenido de: {names}. Lo importado antes de esos archivos se quita.")
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

    def _show_report(self, reports: Sequence[ImportReport]) -> None:
        box = Dialog(self._window.window(), translate("lis", "Informe de la importación"), "clipboard-list")
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setAccessibleName(translate("lis", "Informe de la importación"))
        set_text(text, report_text(reports))
        text.setMinimumSize(theme().px(520) if theme().look.text_size <= 130 else theme().px(330), theme().px(300))
        box.body.addWidget(text)
        box.answer_with(primary(translate("lis", "&Cerrar"), box.accept))
        box.open()


def report_text(reports: Sequence[ImportReport]) -> str:
    """The whole report as text, to be read and copied."""
    lines: list[str] = []
    for report in reports:
        lines.append(" ".join(part for part in (fate_words(report), remarks_summary(report)) if part))
        lines += [f"    {remark_words(remark)}" for remark in report.remarks[:SHOWN]]
        more = report.remark_count - min(len(report.remarks), SHOWN)
        lines += [translate("lis", "    y {n} más").format(n=f"{more:,}")] if more > 0 else []
    return "\n".join(lines)
