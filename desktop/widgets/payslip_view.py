"""One payslip opened: its page, its lines in plain words, what changed.

Shows what it is given and emits what is wanted.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.plain import label, set_text
from desktop.presenters.payslip_detail import absent_words, unreadable_words
from desktop.presenters.payslip_list import EmptyWords, month_and_year, post_words, state_tag, type_words
from desktop.tasks.desk import Desk
from desktop.tasks.readings import PayslipReading
from desktop.theme import theme
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.card import Card, line
from desktop.widgets.changes_view import ChangesView
from desktop.widgets.detail_view import DetailView
from desktop.widgets.empty import EmptyState
from desktop.widgets.ends import Ends, group
from desktop.widgets.page_viewer import PageViewer
from desktop.widgets.segments import Segments
from desktop.widgets.tag import Tag
from desktop.widgets.zoom_bar import ZoomBar
from desktop.words import translate

PAGE, DETAIL, CHANGES = range(3)


class PayslipView(Card):
    """`save_wanted`, `print_wanted`, `verify_wanted`, `fetch_wanted`, `back_wanted`: the person's wishes.

    `show_payslip` fills it, `show_nothing` says why it is empty.
    """

    save_wanted = Signal()
    print_wanted = Signal()
    verify_wanted = Signal()
    fetch_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self.reading: PayslipReading | None = None
        self.viewer = PageViewer(desk)
        self.detail = DetailView()
        self.changes = ChangesView()
        self.zoom = ZoomBar(self.viewer)
        self.tabs = Segments(
            translate("payslips", "Vista de la boleta"),
            (
                translate("payslips", "Boleta"),
                translate("payslips", "Detalle"),
                translate("payslips", "¿Qué cambió?"),
            ),
        )
        self.title = label("", "heading")
        self._kind = label("", "small")
        self._tag = Tag()
        self.back = link(translate("payslips", "Volver a la lista"), self.back_wanted.emit, "arrow-left")
        self.back.hide()
        self.print_button = secondary(translate("payslips", "Imprimir"), self.print_wanted.emit, "printer")
        self.verify_button = secondary(translate("payslips", "Verificar"), self.verify_wanted.emit, "shield-check")
        self.save_button = primary(translate("payslips", "Descargar…"), self.save_wanted.emit, "download")
        self._absent = EmptyState("file-text", "", "", pressed=self.fetch_wanted.emit)
        self._empty = EmptyState("receipt-text", "", "")
        self._views = QStackedWidget()
        self._views.setMinimumHeight(theme().px(170))
        for view in (self.viewer, self.detail, self.changes, self._absent):
            self._views.addWidget(view)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._opened())
        self._whole.addWidget(self._empty)
        self.body.addWidget(self._whole)
        self.tabs.currentChanged.connect(self._show_tab)
        self.viewer.unreadable.connect(self._refuse)
        self._trouble: EmptyWords | None = None
        self._alone = False

    def show_payslip(self, reading: PayslipReading, posts: tuple[str, ...], *, syncing: bool = False) -> None:
        """Show this payslip in the tab that is open."""
        self.reading = reading
        row = reading.row
        tag = state_tag(row, syncing=syncing)
        set_text(self.title, month_and_year(row.periodo))
        set_text(self._kind, " · ".join(part for part in (type_words(row), post_words(row, posts)) if part))
        self._tag.show_state(tag.word, tag.tone, tag.sign)
        self._tag.setVisible(self._alone)
        self.detail.show_detail(reading.detail)
        self.changes.show_changes(reading.changes)
        self._trouble = None if reading.pdf is not None else _absence(reading)
        if reading.pdf is None:
            self.viewer.clear()
        else:
            self.viewer.show_pdf(reading.pdf)
        for button in (self.verify_button, self.print_button, self.save_button):
            button.setEnabled(reading.pdf is not None)
        self._show_tab()
        self._whole.setCurrentIndex(0)

    def promise(self) -> None:
        """The person asked for the PDF of what is shown."""
        if self.reading is not None:
            self.reading = replace(self.reading, asked=True)
            self._trouble = _absence(self.reading)
            self._show_tab()

    def show_nothing(self, title: str, sentence: str) -> None:
        """No payslip is chosen."""
        self.reading = None
        self.viewer.clear()
        self._empty.say(title, sentence)
        self._whole.setCurrentIndex(1)

    def stand_alone(self, alone: bool) -> None:
        """Without the list beside it, the way back and the state are shown here."""
        self.back.setVisible(alone)
        self._tag.setVisible(alone)
        self._alone = alone

    def enter(self) -> None:
        """Put the focus into what is shown."""
        target = (self.viewer, self.detail.table, self.changes.table)[self.tabs.currentIndex()]
        (target if target.isVisible() else self.tabs).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shows_page(self) -> bool:
        """Whether the page itself is in sight."""
        return self._views.currentWidget() is self.viewer and self._whole.currentIndex() == 0

    def _opened(self) -> QWidget:
        made = QWidget()
        made.setProperty("ground", "none")
        column = QVBoxLayout(made)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        inset = theme().px(14)
        head = QWidget()
        head.setProperty("ground", "none")
        rows = QVBoxLayout(head)
        rows.setContentsMargins(inset, theme().px(12), inset, theme().px(10))
        rows.setSpacing(theme().px(10))
        rows.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(Ends(self._names(), group(self.verify_button, self.print_button, self.save_button)))
        rows.addWidget(Ends(self.tabs, self.zoom, gap=8))
        column.addWidget(head)
        column.addWidget(line())
        column.addWidget(self._views, 1)
        return made

    def _names(self) -> QWidget:
        made = QWidget()
        made.setProperty("ground", "none")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        column.addWidget(self.title)
        below = QHBoxLayout()
        below.setSpacing(theme().px(8))
        below.addWidget(self._kind)
        below.addWidget(self._tag)
        below.addStretch(1)
        column.addLayout(below)
        return made

    def _show_tab(self) -> None:
        tab = self.tabs.currentIndex()
        self.zoom.setVisible(tab == PAGE and self._trouble is None)
        if tab == PAGE and self._trouble is not None:
            self._absent.say(self._trouble.title, self._trouble.sentence, self._trouble.action)
            self._views.setCurrentWidget(self._absent)
            return
        self._views.setCurrentIndex(tab)

    def _refuse(self, error: Exception) -> None:
        self._trouble = unreadable_words(error)
        self.print_button.setEnabled(False)
        self._show_tab()


def _absence(reading: PayslipReading) -> EmptyWords:
    return absent_words(reading.row, saved=reading.saved, asked=reading.asked)
