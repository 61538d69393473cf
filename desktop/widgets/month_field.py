"""A month typed as people write it, stepped with the arrow keys, or picked from a year's twelve (Alt+↓)."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label, set_text
from desktop.presenters.month_text import FIRST_YEAR, LAST_YEAR, month_text, read_month
from desktop.theme import theme
from desktop.widgets.buttons import Button, icon_button, secondary
from desktop.widgets.fields import Field
from desktop.widgets.reading_order import step
from desktop.words import translate
from documents.payslip import MONTHS, Period

YEAR = 12  # months
_STEPS = {
    Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: YEAR, Qt.Key.Key_PageDown: -YEAR
}  # fmt: skip
_AROUND = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -3, Qt.Key.Key_Down: 3,
}  # fmt: skip


class MonthField(Field):
    """`month` is what is written, None when that is no month; `changed` when it became another one."""

    changed = Signal()

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title, hint)
        self._name = title.replace("&", "")
        self.button = icon_button(
            "calendar", translate("months", "{field}: elegir el mes").format(field=self._name), self.open_months
        )
        self.popup: MonthsOfYear | None = None
        row = QHBoxLayout()
        row.setSpacing(theme().px(6))
        inside = self.layout()
        if isinstance(inside, QVBoxLayout):
            inside.removeWidget(self.edit)
            row.addWidget(self.edit, 1)
            row.addWidget(self.button)
            inside.insertLayout(1, row)
        self.edit.installEventFilter(self)
        self.edit.editingFinished.connect(self._tidy)
        self.edit.textEdited.connect(lambda _text: self.changed.emit())

    @property
    def month(self) -> Period | None:
        """The month that is written."""
        return read_month(self.text)

    def put_month(self, month: Period) -> None:
        """Write a month."""
        self.put(month_text(month))
        self.complain("")
        self.changed.emit()

    def open_months(self) -> None:
        """A year's months below the field."""
        self.popup = popup = MonthsOfYear(self.month, self._name, self)
        popup.chosen.connect(self._take)
        popup.move(self.edit.mapToGlobal(QPoint(0, self.edit.height())))
        popup.show()
        popup.begin()

    def _take(self, month: Period) -> None:
        self.put_month(month)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tidy(self) -> None:
        if (month := self.month) is not None:
            self.put(month_text(month))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.edit:
            if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.open_months()
                return True
            if (by := _STEPS.get(Qt.Key(event.key()))) and (month := self.month) is not None:
                self.put_month(_bounded(month.later(by)))
                return True
        return super().eventFilter(watched, event)


class MonthsOfYear(QFrame):
    """`chosen(Period)`. Arrows go from month to month, PgUp and PgDn from year to year; Esc ends it."""

    chosen = Signal(object)

    def __init__(self, now: Period | None, title: str, owner: QWidget) -> None:
        super().__init__(owner)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "card")
        self.setAccessibleName(title)
        self._now = now or Period(2025, 1)
        self.year = self._now.year
        self.said = label("", "strong")
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before = icon_button("chevron-left", translate("months", "Año anterior"), lambda: self.turn(-1))
        self.after = icon_button("chevron-right", translate("months", "Año siguiente"), lambda: self.turn(1))
        self.buttons = tuple(self._button(number) for number in range(1, YEAR + 1))
        self._lay_out()
        self.turn(0)

    def begin(self) -> None:
        """The keyboard goes to the month that is written."""
        self.buttons[self._now.month - 1].setFocus(Qt.FocusReason.PopupFocusReason)

    def turn(self, by: int) -> None:
        """Another year."""
        self.year = min(max(self.year + by, FIRST_YEAR), LAST_YEAR)
        set_text(self.said, str(self.year))
        for number, button in enumerate(self.buttons, start=1):
            button.setAccessibleName(month_text(Period(self.year, number)))
            button.setDown(Period(self.year, number) == self._now)

    def _button(self, number: int) -> Button:
        button = secondary(MONTHS[number - 1][:3], lambda: self._choose(number))
        button.installEventFilter(self)
        return button

    def _choose(self, number: int) -> None:
        self.chosen.emit(Period(self.year, number))
        self.close()

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        return step(self, forward=next)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.buttons:
            return self._go(self.buttons.index(watched), Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _go(self, at: int, key: Qt.Key) -> bool:
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turn(1 if key == Qt.Key.Key_PageUp else -1)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(at + 1)
            return True
        if key not in _AROUND:
            return False
        place = at + _AROUND[key]
        if place not in range(YEAR):
            self.turn(1 if place >= YEAR else -1)
        self.buttons[place % YEAR].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.before)
        top.addWidget(self.said, 1)
        top.addWidget(self.after)
        grid = QGridLayout()
        grid.setSpacing(theme().px(6))
        for at, button in enumerate(self.buttons):
            grid.addWidget(button, at // 3, at % 3)
        whole = QVBoxLayout(self)
        inset = theme().px(10)
        whole.setContentsMargins(inset, inset, inset, inset)
        whole.setSpacing(theme().px(8))
        whole.addLayout(top)
        whole.addLayout(grid)


def _bounded(month: Period) -> Period:
    return min(max(month, Period(FIRST_YEAR, 1)), Period(LAST_YEAR, 12))
