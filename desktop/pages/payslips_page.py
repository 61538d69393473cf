"""Mis boletas: the list, the payslip opened beside it, and what can be done with it. Reads through the desk alone."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.opened import Opened
from desktop.pages.copy_reports import CopyReports
from desktop.pages.payslip_copies import PayslipCopies
from desktop.pages.payslip_sheets import PayslipSheets
from desktop.pages.payslip_verdict import PayslipVerdict
from desktop.pages.payslip_wish import PayslipWish
from desktop.presenters.payslip_list import Emptiness, emptiness, empty_words, filter_words, matches, summary
from desktop.tasks.readings import Filter, ListReading, PayslipReading, mark_seen, read_list, read_payslip
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import secondary
from desktop.widgets.empty import EmptyState
from desktop.widgets.page import Page
from desktop.widgets.page_layout import Fit
from desktop.widgets.panes import Panes
from desktop.widgets.payslip_filters import PayslipFilters, focus_search
from desktop.widgets.payslip_list_view import PayslipListView
from desktop.widgets.payslip_view import CHANGES, PAGE, PayslipView
from desktop.widgets.progress import ProgressRow
from desktop.words import translate
from storage.records import PayslipRow

if TYPE_CHECKING:
    from desktop.tasks.desk import Job
    from sync.core.outcome import Progress

SOON = 300  # milliseconds
TOOLS_BESIDE_FROM = 600  # pixels at 100 %
BOTH_FROM = 860  # pixels at 100 % from which list and payslip stand beside each other
_ICONS = {Emptiness.NO_MATCH: "search", Emptiness.FIRST_SYNC: "download"}


class PayslipsPage(Page):
    """The page "payslips". `exchange(progress)` tells it what sync is doing; `refresh` that facts changed."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(translate("payslips", "Mis boletas"), summary(0, 0, None), parent=parent)
        self._desk = opened.desk
        self.copies = PayslipCopies(opened, self)
        self.verdict = PayslipVerdict(opened, self)
        self.filters = PayslipFilters()
        self.list = PayslipListView()
        self.view = PayslipView(opened.desk)
        self.wish = PayslipWish(opened, self.view)
        self.banner = Banner()
        self.progress = ProgressRow()
        self.reading: ListReading | None = None
        self._arrived: tuple[int, int] | None = None  # payslips and PDFs of the exchange that runs
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.refresh)
        self._asked_for = ""  # the payslip another page wants to see
        self._list_job: Job | None = None
        self._open_job: Job | None = None
        self._reason = Emptiness.NEVER_SYNCED
        self.compare_button = secondary(translate("payslips", "Comparar"), self.compare, "equal")
        self.save_all_button = secondary(translate("payslips", "Descargar todas…"), self._save_many, "folder-down")
        CopyReports(self.copies, self.banner, self.progress, self.save_all_button)
        self.sheets = PayslipSheets(opened, self, self.banner)
        self._tool_buttons = (self.compare_button, self.sheets.button, self.save_all_button)
        self._tools_below = QHBoxLayout()
        self._tools_below.setSpacing(theme().px(8))
        self._seat_tools()
        left = QWidget()
        left.setProperty("ground", "none")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        column.addWidget(self.progress)
        self.panes = Panes(left, self.view, both_from=BOTH_FROM, shares=(58, 42))
        self.body.addLayout(self._tools_below)
        self.body.addWidget(self.banner)
        self._empty: EmptyState | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.panes)
        self.body.addWidget(self._stack, 1)
        self._connect()
        self._add_shortcuts()
        self.setFocusProxy(self.list.table)
        self._show_opened(None)
        self.refresh()

    # What the window says

    @override
    def refresh(self) -> None:
        """Read the list again; what is chosen and scrolled stays."""
        if self._list_job is not None:
            self._list_job.cancel()
        self._list_job = self._desk.ask(self, partial(read_list, asked=self.filters.filter), self._show_list)

    @override
    def open_item(self, item: str) -> None:
        """Show this payslip, whatever the filter was; "id#changes" opens what changed."""
        self._asked_for, _hash, view = item.partition("#")
        self.view.tabs.setCurrentIndex(CHANGES if view == "changes" else PAGE)
        self.filters.choose(Filter())
        self.refresh()

    @override
    def exchange(self, progress: "Progress | None") -> None:
        """Sync is at this point; None: it is not at it. What arrived is shown soon, not at every packet."""
        arrived = (progress.payslips_known, progress.pdfs_done) if progress is not None else None
        if arrived != self._arrived:
            self._arrived = arrived
            self._soon.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._mark_seen()

    # The list

    def _show_list(self, reading: ListReading) -> None:
        self.reading = reading
        self.filters.follow(reading)
        self.retitle(translate("payslips", "Mis boletas"), self._summary(reading))
        self.save_all_button.setEnabled(bool(reading.every))
        self.sheets.follow(reading)
        self._stack.setCurrentIndex(0)
        if reading.listed:
            self.list.show_rows(reading.listed, reading.posts, syncing=self._arrived is not None)
        else:
            self._show_empty(reading)
        self._choose()

    def _summary(self, reading: ListReading) -> str:
        held = sum(1 for row in reading.every if row.pdf_state == "held")
        oldest = min((row.periodo for row in reading.every), default=None)
        told = summary(len(reading.every), held, oldest)
        return f"{told} · {matches(len(reading.listed))}" if reading.asked.asks and reading.listed else told

    def _show_empty(self, reading: ListReading) -> None:
        self._reason = emptiness(len(reading.every), syncing=self._arrived is not None, ever_synced=reading.ever_synced)
        asked = reading.asked
        words = empty_words(self._reason, filter_words(asked.year, asked.month, asked.text))
        icon = _ICONS.get(self._reason, "receipt-text")
        if self._reason is Emptiness.NO_MATCH:
            self.list.show_empty(words, icon)
            return
        self.list.model.replace(())
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = EmptyState(icon, words.title, words.sentence, words.action, self._act_on_empty)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def _choose(self) -> None:
        wanted, self._asked_for = self._asked_for, ""
        if wanted and self.list.choose(wanted):
            self.panes.open()
        elif self.list.current is None:
            self.list.choose_first()
        self._open(self.list.current)

    def _act_on_empty(self) -> None:
        if self._reason is Emptiness.NO_MATCH:
            self.filters.choose(Filter())
            self.refresh()
        else:
            self.wants.emit("sync", "")

    # The payslip

    def _open(self, row: PayslipRow | None) -> None:
        """Show the chosen payslip, unless it is shown already just as it is."""
        shown = self.view.reading
        if row is not None and shown is not None and _same(shown.row, row):
            self._show_opened(shown)
            return
        if self._open_job is not None:
            self._open_job.cancel()
        if row is None:
            self._show_opened(None)
            return
        self._open_job = self._desk.ask(self, partial(read_payslip, payslip_id=row.id), self._show_opened, self._gone)

    def _show_opened(self, reading: PayslipReading | None) -> None:
        self.compare_button.setEnabled(reading is not None)
        if reading is None:
            self.view.show_nothing(
                translate("payslips", "Elija una boleta"),
                translate("payslips", "Aquí se ve el documento, el detalle de cada concepto y qué cambió."),
            )
            return
        posts = self.reading.posts if self.reading else ()
        self.view.show_payslip(reading, posts, syncing=self._arrived is not None)
        self._mark_seen()

    def _gone(self, error: Exception) -> None:
        """The office withdrew it meanwhile: the list knows at its next reading."""
        if not isinstance(error, KeyError):
            raise error
        self.refresh()

    def _mark_seen(self) -> None:
        reading = self.view.reading
        if reading is not None and not reading.row.seen and self.isVisible() and self.panes.shows_opened:
            self._desk.ask(self, partial(mark_seen, payslip_id=reading.row.id), lambda _nothing: None)

    def compare(self) -> None:
        """Show what changed against the month before."""
        self.view.tabs.setCurrentIndex(CHANGES)
        self._enter()

    def _enter(self) -> None:
        self.panes.open()
        self._mark_seen()
        self.view.enter()

    def _leave(self) -> None:
        self.panes.close_opened()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seat_tools(self) -> None:
        """Beside the heading, or below it where large text leaves no room."""
        place = self.tools if self.width() >= theme().px(TOOLS_BESIDE_FROM) else self._tools_below
        if place.indexOf(self.compare_button) < 0:
            for button in self._tool_buttons:
                place.addWidget(button)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seat_tools()

    def _rearrange(self) -> None:
        """With room for one of both, the opened payslip takes the whole page: the list's own heading leaves."""
        narrow = self.panes.narrow
        self.view.stand_alone(narrow)
        for widget in (self._title, self._subtitle, *self._tool_buttons):
            widget.setVisible(not narrow or not self.panes.shows_opened)

    # Copies

    def _save(self) -> None:
        if self.view.reading is not None and self.reading is not None:
            self.copies.save(self.view.reading, self.reading.posts)

    def _print(self) -> None:
        if self.view.reading is not None:
            self.copies.print_one(self.view.reading)

    def _verify(self) -> None:
        if self.view.reading is not None and self.reading is not None:
            self.verdict.check(self.view.reading, self.reading.posts)

    def _save_many(self) -> None:
        if self.reading is None or not self.reading.every or self.copies.running:
            return
        newest = max(row.periodo.year for row in self.reading.every)
        self.copies.save_many(self.reading, self.filters.filter.year or newest)

    # Wires

    def _connect(self) -> None:
        self.filters.asked.connect(lambda _asked: self.refresh())
        self.list.current_changed.connect(self._open)
        self.list.entered.connect(self._enter)
        self.list.table.clicked.connect(lambda _index: self.panes.open() if self.panes.narrow else None)
        self.list.pressed_empty.connect(self._act_on_empty)
        self.view.save_wanted.connect(self._save)
        self.view.print_wanted.connect(self._print)
        self.view.verify_wanted.connect(self._verify)
        self.verdict.busy.connect(self.view.verify_button.setDisabled)
        self.view.back_wanted.connect(self._leave)
        self.panes.changed.connect(self._rearrange)

    def _add_shortcuts(self) -> None:
        viewer = self.view.viewer
        for keys, act in (
            (QKeySequence.StandardKey.Find, lambda: focus_search(self.filters)),
            (QKeySequence("Ctrl+S"), self._save),
            (QKeySequence("Ctrl+P"), self._print),
            (QKeySequence("Ctrl++"), viewer.zoom_in),
            (QKeySequence("Ctrl+="), viewer.zoom_in),
            (QKeySequence("Ctrl+-"), viewer.zoom_out),
            (QKeySequence("Ctrl+0"), lambda: viewer.fit_to(Fit.WIDTH)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)


def _same(shown: PayslipRow, row: PayslipRow) -> bool:
    """Whether nothing that is shown changed; having been seen shows nowhere."""
    return all(getattr(shown, name) == getattr(row, name) for name in PayslipRow.__slots__ if name != "seen")
