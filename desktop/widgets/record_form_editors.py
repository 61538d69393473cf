"""What a field of a generated form is typed into: lines, dates with a calendar, long text, yes or no.

Every editor gives and takes plain text (`value`, `put`) and says `edited` at each change of the person and `left` when
the person goes on. No rule is judged here. Lists and places are `record_form_choices`.
"""

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.plain import label, mark_wrong, set_text
from desktop.theme import theme
from desktop.widgets.buttons import icon_button
from desktop.words import translate
from documents.legajo_dates import read_date

SPANISH = QLocale(QLocale.Language.Spanish, QLocale.Country.Peru)


class Editor(QWidget):
    """Base of the editors. `target` is what takes the focus and the name for screen readers."""

    edited = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.target: QWidget = self

    @property
    def value(self) -> str:
        """What stands in it; codes for choices."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Fill it without telling that it was edited."""
        raise NotImplementedError

    def mark(self, *, wrong: bool) -> None:
        """Show at the edge that something is wrong, or not any more."""
        mark_wrong(self.target, wrong=wrong)

    def name(self, title: str, told: str) -> None:
        """What screen readers say of it."""
        self.target.setAccessibleName(title)
        self.target.setAccessibleDescription(told)

    def _hold(self, target: QWidget) -> None:
        self.target = target
        self.setFocusProxy(target)
        target.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.target and event.type() == QEvent.Type.FocusOut and _goes_away(event):
            self.left.emit()
        return super().eventFilter(watched, event)


def _goes_away(event: QEvent) -> bool:
    """Whether the person went on, and not into a list or menu of the field itself."""
    return isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.PopupFocusReason


class LineEditor(Editor):
    """One line. `mask` of nines and separators puts the separators in while one types."""

    def __init__(self, *, length: int, example: str = "", mask: str = "", lead: str = "") -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(length)
        self.line.setPlaceholderText(example)
        self._mask = mask
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        if lead:
            row.addWidget(label(lead, "quiet"))
        row.addWidget(self.line, 1)
        self._hold(self.line)
        self.line.textEdited.connect(self._edit)

    @property
    @override
    def value(self) -> str:
        return self.line.text()

    @override
    def put(self, text: str) -> None:
        if text != self.line.text():
            set_text(self.line, text)

    def _edit(self, text: str) -> None:
        if self._mask and self.line.cursorPosition() == len(text):
            separated = with_separators(text, self._mask)
            if separated != text:
                set_text(self.line, separated)
        self.edited.emit()


def with_separators(text: str, mask: str) -> str:
    """Digits typed one after the other, with the separators of a mask of nines put in: 120307 -> 12-03-07.

    Text that already has its own separators, or that is no plain run of digits, is left as it is.
    """
    if set(mask) - {"9", "/", "-", "."}:
        return text
    separators = set(mask) - {"9"}
    digits = [sign for sign in text if sign not in separators]
    if any(not digit.isdecimal() for digit in digits):
        return text
    made, rest = "", list(digits)
    for sign in mask:
        if not rest:
            break
        made += rest.pop(0) if sign == "9" else sign
    made += "".join(rest)
    # One more digit behind what stands there, or nothing but digits: else the person puts separators in.
    goes_on = len(made) >= len(text) and made.startswith(text[:-1])
    return made if text.isdecimal() or goes_on else text


class DateEditor(LineEditor):
    """A day typed as dd/mm/aaaa, or picked from a calendar (Alt+↓)."""

    def __init__(self) -> None:
        super().__init__(length=30, example=translate("Form", "dd/mm/aaaa"), mask="99/99/9999")
        self.button = icon_button("calendar", translate("Form", "Abrir el calendario"), self.open_calendar)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.button)
        self.calendar: QCalendarWidget | None = None

    @override
    def name(self, title: str, told: str) -> None:
        super().name(title, told)
        self.button.setAccessibleName(translate("Form", "{field}: abrir el calendario").format(field=title))

    def open_calendar(self) -> None:
        """A month below the field; Enter or a click takes the day."""
        self.calendar = calendar = _Calendar(self)
        day = read_date(self.value)
        if not isinstance(day, str):
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, day: QDate) -> None:
        self.put(f"{day.day():02d}/{day.month():02d}/{day.year():04d}")
        if self.calendar is not None:
            self.calendar.close()
            self.calendar = None
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        self.left.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.line:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_Down and alt:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)


class _Calendar(QCalendarWidget):
    """In Spanish, weeks from Monday, gone with Esc or a click beside it."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLocale(SPANISH)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setAccessibleName(translate("Form", "Calendario"))


class LongEditor(Editor):
    """Several lines, with how many letters are left. Tab goes on."""

    def __init__(self, *, length: int, example: str = "") -> None:
        super().__init__()
        self.area = QPlainTextEdit()
        self.area.setPlaceholderText(example)
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(theme().px(92))
        self._length = length
        self._left = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(3))
        column.addWidget(self.area)
        column.addWidget(self._left)
        self._hold(self.area)
        self._putting = False
        self.area.textChanged.connect(self._edit)
        self._count()

    @property
    @override
    def value(self) -> str:
        return self.area.toPlainText()

    @override
    def put(self, text: str) -> None:
        if text != self.area.toPlainText():
            self._putting = True
            set_text(self.area, text)
            self._putting = False
            self._count()

    def _edit(self) -> None:
        self._count()
        if not self._putting:
            self.edited.emit()

    def _count(self) -> None:
        left = self._length - len(self.area.toPlainText())
        words = translate("Form", "Quedan {n} letras") if left >= 0 else translate("Form", "Sobran {n} letras")
        set_text(self._left, words.format(n=abs(left)))


class YesNoEditor(Editor):
    """Sí or No, or not said yet. Values: "si", "no", ""."""

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(18))
        self.buttons: dict[str, QRadioButton] = {}
        for value, word in (("si", translate("Form", "Sí")), ("no", translate("Form", "No"))):
            button = QRadioButton()
            set_text(button, word)
            self._group.addButton(button)
            row.addWidget(button)
            self.buttons[value] = button
            button.clicked.connect(self._choose)
        row.addStretch(1)
        self._hold(self.buttons["si"])

    @override
    def name(self, title: str, told: str) -> None:
        for button in self.buttons.values():
            button.setAccessibleName(f"{title}: {button.text()}")
            button.setAccessibleDescription(told)

    @property
    @override
    def value(self) -> str:
        return next((value for value, button in self.buttons.items() if button.isChecked()), "")

    @override
    def put(self, text: str) -> None:
        self._group.setExclusive(False)  # Qt leaves no other way to unsay an answer
        for value, button in self.buttons.items():
            button.setChecked(value == text)
        self._group.setExclusive(True)

    def _choose(self) -> None:
        self.edited.emit()
        self.left.emit()
