"""Planillas SUP: an office's old payroll files. Import, search, see, print. Everything is read on the pool."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.models.lis_table import MONTH, NET, STATE, WHO, lis_columns
from desktop.pages.lis_completing import Completing
from desktop.pages.lis_deeds import LisDeeds
from desktop.pages.lis_importing import Importing
from desktop.plain import label, set_text
from desktop.presenters.errors import explain
from desktop.presenters.lis_words import counts_words, imported_words, list_words, progress_words, saving_words
from desktop.tasks.lis_readings import LisReading, SlipReading, read_found, read_one
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.dialogs import tell_trouble
from desktop.widgets.drop_area import paths_in
from desktop.widgets.flow import FlowLayout
from desktop.widgets.lis_filters import LisFilters
from desktop.widgets.lis_slip_view import LisSlipView
from desktop.widgets.page import Page
from desktop.widgets.panes import Panes
from desktop.widgets.progress import ProgressRow
from desktop.widgets.record_card import RecordCard
from desktop.words import translate
from storage.errors import DamagedFileError
from storage.lis_records import ImportFate, ImportProgress, ImportReport, LisRow

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.desk import Job

BOTH_FROM = 860  # pixels at 100 %


class LisPage(Page):
    """The page "lis". `import_files(paths)` starts an import; `deeds` and `importing` do the work."""

    def __init__(self, opened: "Opened", parent: QWidget | None = None) -> None:
        super().__init__(_title(), "", parent=parent)
        self.setAcceptDrops(True)
        self._opened = opened
        self.deeds = LisDeeds(opened, self)
        self.importing = Importing(opened, self)
        self.reading: LisReading | None = None
        self.banner, self.progress = Banner(), ProgressRow()
        self.completing = Completing(self.importing, self.banner, self.progress)
        self.filters = LisFilters()
        name = translate("lis", "Boletas encontradas")
        self.list: RecordCard[LisRow] = RecordCard(
            name, lis_columns(), lambda row: row.number, roomy=WHO, leaving=(NET, STATE, MONTH)
        )
        self.found = label("", "small", wrap=True)
        self.view = LisSlipView(opened.desk)
        self.take_button = primary(translate("lis", "&Importar…"), self._choose_files, "folder-open")
        self.key_button = secondary(translate("lis", "Clave de la &oficina…"), self.deeds.open_key, "key-round")
        self.save_all = secondary(translate("lis", "Guardar &todas las listadas…"), self._save_all, "folder-down")
        self._list_job: Job | None = None
        self._slip_job: Job | None = None
        self.panes = Panes(self._left(), self.view, both_from=BOTH_FROM, shares=(50, 50))
        self._tools_row = FlowLayout(gap=theme().px(8))
        self.report_button = secondary(translate("lis", "In&forme…"), self.deeds.report_all, "clipboard-list")
        for button in (self.take_button, self.key_button, self.report_button):
            self._tools_row.addWidget(button)
        self.body.addLayout(self._tools_row)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.panes, 1)
        self.progress.hide()
        self._connect()
        self.setFocusProxy(self.filters.search)
        self.refresh()

    # The list

    @override
    def refresh(self) -> None:
        """Search again; what is chosen stays."""
        if self._list_job is not None:
            self._list_job.cancel()
        vault, asked = self._opened.vault, self.filters.query
        self._list_job = self._opened.desk.start(
            self, lambda _job: read_found(vault, asked), self._show_found, self._break
        )

    @override
    def open_item(self, item: str) -> None:
        """Look for this: a document, a name."""
        set_text(self.filters.search, item)
        self.refresh()

    def _show_found(self, reading: LisReading) -> None:
        self.reading = reading
        self.retitle(_title(), counts_words(reading.counts))
        self.filters.show_years(reading.years)
        self.filters.setVisible(bool(reading.counts.files))
        self.save_all.setVisible(bool(reading.counts.files))
        self.report_button.setVisible(bool(reading.counts.files))
        self.save_all.setEnabled(bool(reading.rows))
        self.completing.offer(reading.counts.unplaced)
        set_text(self.found, list_words(reading.counts, reading.asked, len(reading.rows)))
        if reading.rows:
            self.list.show_rows(reading.rows)
        elif reading.counts.files:
            self.list.show_empty(
                "search", translate("lis", "Ninguna boleta coincide"),
                translate("lis", "Pruebe con el DNI, o con un solo apellido; no hacen falta tildes."),
            )  # fmt: skip
        else:
            self.list.show_empty(
                "folder-open", translate("lis", "Todavía no hay planillas"),
                translate("lis", "Elija o arrastre aquí los archivos .lis de su oficina. Se guardan cifrados."),
                translate("lis", "Importar archivos…"),
            )  # fmt: skip
        if self.list.current is None:
            self.list.choose_first()
        self._open(self.list.current)

    # The payslip

    def _open(self, row: LisRow | None) -> None:
        if self._slip_job is not None:
            self._slip_job.cancel()
        if row is None:
            self.view.show_nothing()
            return
        vault, number, stamp = self._opened.vault, row.number, self.deeds.stamp
        self._slip_job = self._opened.desk.start(
            self, lambda _job: read_one(vault, number, stamp), self._show_slip, self._gone
        )

    def _show_slip(self, reading: SlipReading) -> None:
        self.view.show_slip(reading)

    def _gone(self, error: Exception) -> None:
        """Its file was replaced meanwhile: the list knows at its next reading."""
        if isinstance(error, KeyError):
            self.view.show_nothing()
        else:
            self._break(error)

    def _save_one(self) -> None:
        if self.view.reading is not None:
            self.deeds.save((self.view.reading.row,))

    def _save_all(self) -> None:
        if self.reading is not None:
            self.deeds.save(self.reading.rows)

    def _print(self) -> None:
        if self.view.reading is not None:
            self.deeds.print_one(self.view.reading)

    def _show_saving(self, done: int, total: int) -> None:
        """How far saving is; (0, 0) when it is over."""
        self.progress.setVisible(bool(total))
        if total:
            self.progress.say(saving_words(done, total), done / total)

    def _constancia(self) -> None:
        if self.view.reading is not None:
            self.deeds.make_constancia(self.view.reading.row)

    # Imports

    def import_files(self, paths: Sequence[Path]) -> None:
        """Take these files, and what lies in these folders."""
        self.banner.hide()
        self.importing.take(paths)

    def _choose_files(self) -> None:
        self.import_files(self.deeds.ask_files())

    def _show_began(self) -> None:
        self.take_button.setEnabled(False)
        self.progress.say(translate("lis", "Leyendo…"), None)
        self.progress.show()

    def _show_step(self, step: ImportProgress) -> None:
        self.progress.say(progress_words(step), step.done / step.total if step.total else None)

    def _show_end(self, reports: Sequence[ImportReport]) -> None:
        self._rest()
        changed = [report.name for report in reports if report.fate is ImportFate.CHANGED or report.older]
        words, tone = imported_words(reports)
        told = translate("lis", "Ver informe") if reports else ""
        self.banner.say(words, tone, told, lambda: self.deeds.show_report(reports))
        if changed and self.deeds.ask_replace(changed):
            self.importing.take(self.importing.paths, replace=True)

    def _rest(self) -> None:
        self.take_button.setEnabled(True)
        self.progress.hide()
        self.refresh()

    def _break(self, error: Exception) -> None:
        self.take_button.setEnabled(True)
        self.progress.hide()
        if isinstance(error, DamagedFileError):
            words = translate("lis", "El índice de planillas está dañado. Sus boletas y solicitudes están bien.")
            self.banner.say(words, "bad", translate("lis", "Empezar de nuevo"), self._restart)
        else:
            tell_trouble(self.window(), explain(error))

    def _restart(self) -> None:
        vault = self._opened.vault
        self._opened.desk.start(self, lambda _job: vault.restart_lis(), self._restarted, self._break)

    def _restarted(self, _aside: object) -> None:
        self.banner.say(translate("lis", "Índice nuevo. Importe otra vez los archivos; el dañado se guardó aparte."))
        self.refresh()

    # Wires

    def _left(self) -> QWidget:
        left = QWidget()
        left.setProperty("ground", "none")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        feet = FlowLayout(gap=theme().px(8))
        feet.addWidget(self.save_all)
        feet.addWidget(self.found)
        feet.addWidget(self.completing.link)
        column.addLayout(feet)
        return left

    def _connect(self) -> None:
        self.filters.asked.connect(self.refresh)
        self.list.current_changed.connect(self._open)
        self.list.pressed_empty.connect(self._choose_files)
        self.list.entered.connect(self._enter)
        self.list.table.clicked.connect(lambda _index: self.panes.open() if self.panes.narrow else None)
        self.view.save_wanted.connect(self._save_one)
        self.view.constancia_wanted.connect(self._constancia)
        self.view.back_wanted.connect(self._leave)
        self.panes.changed.connect(self._rearrange)
        self.view.print_wanted.connect(self._print)
        for stop in (self.importing.stop, self.deeds.stop):
            self.progress.cancelled.connect(stop)
        self.importing.began.connect(self._show_began)
        self.completing.over.connect(self._rest)
        self.importing.moved.connect(self._show_step)
        self.importing.ended.connect(self._show_end)
        self.importing.broken.connect(self._break)
        self.deeds.told.connect(self.banner.say)
        self.deeds.moved.connect(self._show_saving)
        self.deeds.key_changed.connect(lambda: self._open(self.list.current))
        keys_of = (("O", self._choose_files), ("S", self._save_one), ("P", self._print), ("F", self._seek))
        for key, act in keys_of:
            shortcut = QShortcut(QKeySequence(f"Ctrl+{key}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _seek(self) -> None:
        self.panes.close_opened()
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter(self) -> None:
        self.panes.open()
        self.view.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.panes.close_opened()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rearrange(self) -> None:
        """With room for one of both, the opened payslip takes the whole page."""
        narrow = self.panes.narrow
        self.view.stand_alone(alone=narrow)
        listed = not narrow or not self.panes.shows_opened
        for widget in (self._title, self._subtitle, self.take_button, self.key_button):
            widget.setVisible(listed)
        self.report_button.setVisible(listed and self.reading is not None and bool(self.reading.counts.files))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.import_files(paths_in(event.mimeData()))


def _title() -> str:
    return translate("lis", "Planillas SUP")
