"""Inicio: the last payslip, what changed, the next pay day, what needs attention, and the year at a glance."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.opened import Opened
from desktop.plain import label
from desktop.presenters.formats import weekday
from desktop.presenters.home import also_paid, attention, bars, greeting, pay_day_card
from desktop.presenters.payslip_list import EmptyWords, emptiness, empty_words, sentence_case
from desktop.presenters.requests_news import pending_lines, request_attention
from desktop.tasks.readings import HomeReading, read_home
from desktop.theme import theme
from desktop.widgets.card import Card
from desktop.widgets.empty import EmptyState
from desktop.widgets.ends import Ends, group
from desktop.widgets.month_bars import Legend, MonthBars
from desktop.widgets.page import Page
from desktop.widgets.pay_cards import AttentionView, LastPayslip, PayDayView
from desktop.widgets.requests_card import PendingView
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.tasks.desk import Job
    from sync.core.outcome import Progress

SOON = 300  # milliseconds
BESIDE_FROM = 780  # pixels at 100 % from which the cards stand in two columns


class HomePage(Page):
    """The page "home". `exchange(progress)` tells it what sync is doing; `refresh` that facts changed."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(greeting(opened.clock.now().astimezone().hour), _kept(), parent=parent)
        self._desk, self._clock = opened.desk, opened.clock
        self.last = LastPayslip()
        self.pay_day = PayDayView()
        self.pending = PendingView()
        self.attention = AttentionView()
        self.bars = MonthBars()
        self.legend = Legend()
        self.year = QComboBox()
        self.year.setAccessibleName(translate("home", "Año del gráfico"))
        self.reading: HomeReading | None = None
        self._arrived: tuple[int, int] | None = None  # payslips and PDFs of the exchange that runs
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.refresh)
        self._job: Job | None = None
        self._beside: bool | None = None
        self._full = self._cards()
        self._empty_place = QVBoxLayout()
        empty = QWidget()
        empty.setProperty("ground", "none")
        empty.setLayout(self._empty_place)
        self._empty: EmptyState | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._full)
        self._stack.addWidget(empty)
        self._stack.hide()  # nothing is shown before the first reading: no flash of emptiness
        self.body.addWidget(self._stack, 1)
        self.last.opened.connect(partial(self.wants.emit, "payslips"))
        self.last.compared.connect(lambda item: self.wants.emit("payslips", f"{item}#changes"))
        self.bars.chosen.connect(partial(self.wants.emit, "payslips"))
        self.attention.wanted.connect(self.wants.emit)
        self.pending.opened.connect(lambda: self.wants.emit("requests", ""))
        self.year.activated.connect(self._draw_year)
        self.refresh()

    @override
    def refresh(self) -> None:
        """Read everything again."""
        if self._job is not None:
            self._job.cancel()
        today = self._clock.now().astimezone().date()
        self._job = self._desk.ask(self, partial(read_home, today=today, syncing=self._arrived is not None), self._show)

    @override
    def exchange(self, progress: "Progress | None") -> None:
        """Sync is at this point; None: it is not at it. What arrived is shown soon, not at every packet."""
        arrived = (progress.payslips_known, progress.pdfs_done) if progress is not None else None
        if arrived != self._arrived:
            self._arrived = arrived
            self._soon.start()

    def _cards(self) -> QWidget:
        made = QWidget()
        made.setProperty("ground", "none")
        self._grid = QGridLayout(made)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme().px(16))
        self._chart = Card(padding=20, spacing=10)
        head = label(translate("home", "Líquido por mes"), "heading")
        self._chart.body.addWidget(Ends(group(head, self.year, QWidget(), gap=14, stretched=2), self.legend))
        self._chart.body.addWidget(self.bars, 1)
        self._paid_and_asked = QWidget()
        self._paid_and_asked.setProperty("ground", "none")
        column = QVBoxLayout(self._paid_and_asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(16))
        column.addWidget(self.last, 1)
        column.addWidget(self.pending)
        self._seat(beside=True)
        return made

    def _seat(self, *, beside: bool) -> None:
        """Two columns, or one where the text is large."""
        if beside == self._beside:
            return
        self._beside = beside
        places = (
            (
                (self._paid_and_asked, 0, 0, 2, 1),
                (self.pay_day, 0, 1, 1, 1),
                (self.attention, 1, 1, 1, 1),
                (self._chart, 2, 0, 1, 2),
            )
            if beside
            else (
                (self._paid_and_asked, 0, 0, 1, 2),
                (self.pay_day, 1, 0, 1, 2),
                (self.attention, 2, 0, 1, 2),
                (self._chart, 3, 0, 1, 2),
            )
        )
        for widget, row, column, rows, columns in places:
            self._grid.addWidget(widget, row, column, rows, columns)
        self._grid.setColumnStretch(0, 59)
        self._grid.setColumnStretch(1, 41)
        for row in range(4):
            self._grid.setRowStretch(row, 1 if row == (2 if beside else 3) else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seat(beside=self.width() >= theme().px(BESIDE_FROM))

    def _show(self, reading: HomeReading) -> None:
        self.reading = reading
        self.retitle(self._greeting(reading), _kept())
        self._stack.show()
        if not reading.every:
            reason = emptiness(0, syncing=self._arrived is not None, ever_synced=reading.ever_synced)
            self._show_empty(empty_words(reason), "download" if self._arrived is not None else "receipt-text")
            return
        self._stack.setCurrentIndex(0)
        self.last.show_cards(reading.cards, also_paid(reading.every, reading.newest))
        self.last.show_changes(reading.changes, reading.newest[0].id)
        day = reading.pay_day
        self.pay_day.show_day(pay_day_card(day, weekday(day.fecha) if day else ""))
        syncing = self._arrived is not None
        asked = reading.requests
        self.pending.show_lines(pending_lines(asked.every))
        waiting = request_attention(asked.every, asked.unseen, asked.catalogue, asked.calendar, self._clock.now())
        self.attention.show_items(
            attention(reading.every, session_ended=reading.session_ended, syncing=syncing, requests=waiting)
        )
        self._offer_years(reading)
        self._draw_year()

    def _greeting(self, reading: HomeReading) -> str:
        words = greeting(self._clock.now().astimezone().hour)
        return f"{words}, {sentence_case(reading.name)}" if reading.name else words

    def _show_empty(self, words: EmptyWords, icon: str) -> None:
        if self._empty is not None:
            self._empty_place.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = EmptyState(icon, words.title, words.sentence, words.action, lambda: self.wants.emit("sync", ""))
        self._empty_place.addWidget(self._empty)
        self._stack.setCurrentIndex(1)

    def _offer_years(self, reading: HomeReading) -> None:
        years = sorted({row.periodo.year for row in reading.every}, reverse=True)
        if [self.year.itemData(place) for place in range(self.year.count())] == years:
            return
        before = self.year.currentData()
        self.year.clear()
        for year in years:
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(before)))

    def _draw_year(self) -> None:
        if self.reading is None or self.year.currentData() is None:
            return
        year: int = self.year.currentData()
        months = bars(self.reading.every, year, self.reading.posts)
        self.bars.show_year(months, year)
        self.legend.show_for(months)


def _kept() -> str:
    return translate("home", "Todo lo que ve está guardado y cifrado en esta computadora.")
