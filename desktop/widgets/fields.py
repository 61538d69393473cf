"""Form fields: the label above, the field, a hint or what is wrong below. Passwords can be shown."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import announce, label, mark_wrong, set_role, set_text
from desktop.theme import theme
from desktop.widgets.buttons import Button, link
from desktop.words import translate


class Field(QWidget):
    """A labelled line of text. The label's mnemonic ("&Usuario") leads to the field."""

    def __init__(
        self, title: str, hint: str = "", *, edit: QLineEdit | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.edit = edit or QLineEdit()
        self._hint = hint
        self._below = label(hint, "small", wrap=True)
        self._below.setVisible(bool(hint))
        self.title = label(title, "strong", wrap=True)
        self.title.setBuddy(self.edit)
        self.edit.setAccessibleName(title.replace("&", ""))
        self.edit.setAccessibleDescription(hint)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(5))
        for part in (self.title, self.edit, self._below):
            inside.addWidget(part)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(lambda _text: self.complain(""))

    @property
    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    @property
    def below(self) -> str:
        """The hint or the complaint that stands below the field."""
        return self._below.text()

    def put(self, text: str) -> None:
        """Fill the field."""
        set_text(self.edit, text)

    def advise(self, hint: str) -> None:
        """Another hint."""
        self._hint = hint
        self.complain("")

    def complain(self, wrong: str) -> None:
        """Say what is wrong with the text, or nothing: then the hint comes back."""
        said = wrong or self._hint
        set_text(self._below, said)
        set_role(self._below, "bad" if wrong else "small")
        self._below.setVisible(bool(said))
        self.edit.setAccessibleDescription(said)
        announce(self.edit, wrong, urgent=True)
        mark_wrong(self.edit, wrong=bool(wrong))


class _SecretLine(QLineEdit):
    """A line of dots with a button inside its right end."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "secret")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(128)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.button: Button = link(translate("Fields", "Mostrar"), self.turn)
        self.button.setParent(self)
        self.button.setAccessibleName(translate("Fields", "Mostrar la contraseña"))

    def turn(self) -> None:
        """Show what is hidden, hide what is shown."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self.button.say(translate("Fields", "Ocultar") if hidden else translate("Fields", "Mostrar"))
        self.button.setAccessibleName(
            translate("Fields", "Ocultar la contraseña") if hidden else translate("Fields", "Mostrar la contraseña")
        )
        self._seat()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seat()

    def _seat(self) -> None:
        size = self.button.sizeHint()
        self.button.resize(size.width(), min(size.height(), self.height() - 4))
        self.button.move(self.width() - size.width() - 9, (self.height() - self.button.height()) // 2)


class PasswordField(Field):
    """A secret: hidden by default, never suggested, with a word when Caps Lock seems to be on."""

    def __init__(self, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        self._line = _SecretLine()
        super().__init__(title, hint, edit=self._line, parent=parent)
        self._capitals = label(translate("Fields", "Las mayúsculas están activadas."), "wait", wrap=True)
        self._capitals.hide()
        inside = self.layout()
        if inside is not None:
            inside.addWidget(self._capitals)
        self._line.installEventFilter(self)

    @property
    def warns_of_capitals(self) -> bool:
        """Whether the Caps Lock warning stands below the field."""
        return not self._capitals.isHidden()

    def forget(self) -> None:
        """Empty the field and hide again what it shows."""
        self._line.clear()
        if self._line.echoMode() == QLineEdit.EchoMode.Normal:
            self._line.turn()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._mind_capitals(event)
        return super().eventFilter(watched, event)

    def _mind_capitals(self, event: QKeyEvent) -> None:
        # No platform-neutral way to ask for Caps Lock: a capital typed without Shift, or the reverse, tells it.
        if event.key() == Qt.Key.Key_CapsLock:
            self._capitals.hide()
            return
        letter = event.text()
        if len(letter) == 1 and letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            on = letter.isupper() != shifted
            if on and self._capitals.isHidden():
                announce(self, self._capitals.text())
            self._capitals.setVisible(on)
