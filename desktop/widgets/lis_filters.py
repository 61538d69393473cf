"""What is looked for among old payslips: whose, where, and from which year to which. Typing asks when it pauses."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.plain import label
from desktop.theme import theme
from desktop.words import translate
from storage.lis_records import LisQuery

PAUSE = 300  # milliseconds without typing
LONGEST = 120
LARGE = 140  # per cent: from there on a row has no room for three fields


class LisFilters(QWidget):
    """`asked` when something else is looked for; `query` says what."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.search = QLineEdit()
        self.search.setMaxLength(LONGEST)
        self.search.setPlaceholderText(translate("lis", "DNI, apellidos y nombres, código o número de boleta"))
        self.search.setAccessibleName(translate("lis", "Buscar en las planillas"))
        self.search.setClearButtonEnabled(True)
        self.place = QLineEdit()
        self.place.setMaxLength(LONGEST)
        self.place.setPlaceholderText(translate("lis", "Establecimiento o cargo"))
        self.place.setAccessibleName(translate("lis", "Buscar por establecimiento o cargo"))
        self.place.setClearButtonEnabled(True)
        self.since, self.until = QComboBox(), QComboBox()
        self.since.setAccessibleName(translate("lis", "Desde el año"))
        self.until.setAccessibleName(translate("lis", "Hasta el año"))
        self._years: tuple[int, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        years = QHBoxLayout()
        years.setSpacing(theme().px(8))
        for words, box in ((translate("lis", "Desde"), self.since), (translate("lis", "hasta"), self.until)):
            box.setMaxVisibleItems(14)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            years.addWidget(label(words, "quiet"))
            years.addWidget(box)
            box.activated.connect(lambda _place: self._ask_now())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.search)
        if theme().look.text_size > LARGE:
            column.addWidget(self.place)
            years.addStretch(1)
        else:
            years.insertWidget(0, self.place, 1)
        column.addLayout(years)
        self.show_years(())
        self._pause.timeout.connect(self.asked)
        for field in (self.search, self.place):
            field.textEdited.connect(lambda _text: self._pause.start())
            field.textChanged.connect(lambda text: None if text else self._pause.start())
            field.returnPressed.connect(self._ask_now)

    @property
    def query(self) -> LisQuery:
        """What is looked for."""
        since, until = self.since.currentData(), self.until.currentData()
        return LisQuery(
            self.search.text().strip(), since * 100 + 1 if since else 0, until * 100 + 12 if until else 0,
            place=self.place.text().strip(),
        )  # fmt: skip

    def show_years(self, years: Sequence[int]) -> None:
        """The years that there are; what was chosen stays chosen."""
        if self.since.count() and tuple(years) == self._years:
            return
        self._years = tuple(years)
        for box, every in (
            (self.since, translate("lis", "el comienzo")), (self.until, translate("lis", "el final")),
        ):  # fmt: skip
            chosen = box.currentData()
            box.clear()
            box.addItem(every, 0)
            for year in years:
                box.addItem(str(year), year)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def _ask_now(self) -> None:
        self._pause.stop()
        self.asked.emit()
