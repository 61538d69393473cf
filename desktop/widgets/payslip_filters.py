"""Year, month and words: what the list of payslips is asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop.plain import announce, set_text
from desktop.presenters.payslip_list import matches, month_name
from desktop.tasks.readings import Filter, ListReading
from desktop.theme import theme
from desktop.widgets.buttons import primary
from desktop.widgets.ends import Ends, group
from desktop.words import translate


class PayslipFilters(QWidget):
    """`asked(Filter)` at once when year or month change, and for the words at Enter or "Buscar"."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year = QComboBox()
        self.year.setAccessibleName(translate("payslips", "Año"))
        self.month = QComboBox()
        self.month.setAccessibleName(translate("payslips", "Mes"))
        for box in (self.year, self.month):
            box.setMaxVisibleItems(14)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.words = QLineEdit()
        self.words.setPlaceholderText(translate("payslips", "Buscar concepto o monto"))
        self.words.setAccessibleName(translate("payslips", "Buscar concepto o monto"))
        self.words.setClearButtonEnabled(True)
        self.words.setMaxLength(80)
        self.words.setMinimumWidth(theme().px(198))
        self.search = primary(translate("payslips", "Buscar"), self._ask)
        boxes = group(self.year, self.month, gap=8)
        searching = group(self.words, self.search, gap=8, stretched=0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Ends(boxes, searching, fills=True, gap=8))
        self._told = Filter()  # the question whose answer was said last
        self._fill_months()
        self.show_years(())
        self.year.activated.connect(self._ask)
        self.month.activated.connect(self._ask)
        self.words.returnPressed.connect(self._ask)
        self.words.textChanged.connect(self._ask_when_emptied)

    @property
    def filter(self) -> Filter:
        """What is asked now."""
        return Filter(self.year.currentData(), self.month.currentData(), self.words.text())

    def follow(self, reading: ListReading) -> None:
        """The years that there are; and how many a new question found is said aloud: nobody hears a heading change."""
        self.show_years(sorted({row.periodo.year for row in reading.every}, reverse=True))
        if reading.asked != self._told:
            self._told = reading.asked
            announce(self.words, matches(len(reading.listed)))

    def show_years(self, years: Sequence[int]) -> None:
        """Offer these years, newest first; the chosen one stays."""
        before = self.year.currentData()
        if self.year.count() and [self.year.itemData(place) for place in range(1, self.year.count())] == list(years):
            return
        self.year.clear()
        self.year.addItem(translate("payslips", "Todos los años"), None)
        for year in years:
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(before)))

    def choose(self, asked: Filter) -> None:
        """Put this filter into the boxes, without asking."""
        self.year.setCurrentIndex(max(0, self.year.findData(asked.year)))
        self.month.setCurrentIndex(max(0, self.month.findData(asked.month)))
        self.words.blockSignals(True)
        set_text(self.words, asked.text)
        self.words.blockSignals(False)

    def _fill_months(self) -> None:
        self.month.addItem(translate("payslips", "Todos los meses"), None)
        for month in range(1, 13):
            self.month.addItem(month_name(month), month)

    def _ask(self) -> None:
        self.asked.emit(self.filter)

    def _ask_when_emptied(self, text: str) -> None:
        if not text:
            self._ask()


def focus_search(filters: PayslipFilters) -> None:
    """Ctrl+F: the words, all of them selected."""
    filters.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
    filters.words.selectAll()
