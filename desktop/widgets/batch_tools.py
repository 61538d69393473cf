"""What can be done with batches, in a row that wraps: a new one, which is shown, go on, report, check again, forget."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.presenters.batch_list import Tally
from desktop.presenters.batch_words import batch_line
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.flow import FlowLayout
from desktop.words import translate
from documents.seal.verdict import Colour
from storage.check_records import Batch


class BatchTools(QWidget):
    """A signal for each deed; `switched(number)` when another batch is chosen."""

    taken = Signal()
    going_on = Signal()
    again = Signal()
    saving = Signal()
    forgetting = Signal()
    switched = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.take = primary(translate("batch", "Verificar una &carpeta…"), self.taken.emit, "folder-open")
        self.go_on = secondary(translate("batch", "Con&tinuar"), self.going_on.emit, "play")
        self.recheck = secondary(
            translate("batch", "Repetir lo no &decidido"), self.again.emit, "refresh-cw"
        )  # fmt: skip
        self.report = secondary(translate("batch", "&Guardar informe…"), self.saving.emit, "save")
        self.forget = secondary(translate("batch", "&Quitar…"), self.forgetting.emit, "trash-2")
        self.which = QComboBox()
        self.which.setAccessibleName(translate("batch", "Qué verificación se muestra"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(26)
        self.which.activated.connect(lambda _place: self.switched.emit(self.which.currentData()))
        row = FlowLayout(self, gap=theme().px(8))
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.take, self.which, self.go_on, self.report, self.recheck, self.forget):
            row.addWidget(widget)

    def show_batches(self, batches: tuple[Batch, ...], shown: int | None, now: datetime) -> None:
        """Which there are."""
        self.which.clear()
        for batch in batches:
            self.which.addItem(batch_line(batch, now), batch.number)
        self.which.setCurrentIndex(max(0, self.which.findData(shown)))
        self.which.setVisible(len(batches) > 1)

    def settle(self, shown: Batch | None, tally: Tally, *, idle: bool) -> None:
        """Only what can be done now."""
        there = shown is not None
        self.take.setEnabled(idle)
        self.which.setEnabled(idle)
        self.report.setVisible(there)
        self.report.setEnabled(idle)
        self.forget.setVisible(there and idle)
        self.go_on.setVisible(bool(idle and shown is not None and shown.checked < shown.files))
        undecided = tally.colours[Colour.AMBER] + tally.colours[Colour.GREY]
        self.recheck.setVisible(bool(there and idle and undecided))
