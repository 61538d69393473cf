"""A labelled field of several lines, with what is wrong below: the sister of `fields.Field`."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.plain import label, set_role, set_text
from desktop.theme import theme


class TextField(QWidget):
    """Tab leaves it, as it leaves every other field. `lines`: how many are seen at once."""

    def __init__(self, title: str, hint: str = "", *, lines: int = 5) -> None:
        super().__init__()
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(title)
        self.edit.setFixedHeight(theme().px(20 * lines + 20))
        self._hint = hint
        self.title = label(title, "strong", wrap=True)
        self.title.setBuddy(self.edit)
        self._below = label(hint, "small", wrap=True)
        self._below.setVisible(bool(hint))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(5))
        for part in (self.title, self.edit, self._below):
            inside.addWidget(part)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(lambda: self.complain(""))

    @property
    def text(self) -> str:
        """What was typed."""
        return self.edit.toPlainText()

    @property
    def below(self) -> str:
        """The hint or the complaint."""
        return self._below.text()

    def put(self, text: str) -> None:
        """Fill the field."""
        set_text(self.edit, text)

    def complain(self, wrong: str) -> None:
        """Say what is wrong, or nothing: then the hint comes back."""
        said = wrong or self._hint
        set_text(self._below, said)
        set_role(self._below, "bad" if wrong else "small")
        self._below.setVisible(bool(said))
        self.edit.setAccessibleDescription(said)
