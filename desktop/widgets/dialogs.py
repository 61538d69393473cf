"""Calm dialogs: a question with its consequences, something to know, trouble with details folded, a typed word."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label, set_text
from desktop.presenters.errors import Told
from desktop.theme import theme
from desktop.widgets.buttons import Button, danger, link, primary, secondary
from desktop.widgets.fields import Field
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.page import scrolling
from desktop.widgets.reading_order import ReadingDialog
from desktop.words import translate


class Dialog(ReadingDialog):
    """A titled dialog: paragraphs in `body`, buttons in a row at the foot. Esc cancels.

    It is as high as its words need; where the screen is lower than that, the words scroll and the buttons stay.
    """

    def __init__(self, parent: QWidget | None, title: str, icon: str = "", tone: str = "action") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        whole = QVBoxLayout(self)
        inset = theme().px(24)
        whole.setContentsMargins(inset, inset, inset, theme().px(20))
        whole.setSpacing(theme().px(18))
        self._inside = QWidget()
        self._inside.setProperty("ground", "none")
        top = QHBoxLayout(self._inside)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(theme().px(14))
        if icon:
            top.addWidget(IconLabel(icon, tone, 26), 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme().px(10))
        self.body.addWidget(label(title, "heading", wrap=True))
        top.addLayout(self.body, 1)
        whole.addWidget(scrolling(self._inside), 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme().px(8))
        self.foot.addStretch(1)
        whole.addLayout(self.foot)
        self._inside.installEventFilter(self)
        self.finished.connect(self.deleteLater)  # or every question asked would stay in memory behind the window

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()  # a complaint below a field, the unfolded details
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """As wide as the buttons and a readable line want, as high as the words need at that width."""
        room = self.screen().availableGeometry()
        whole = self.layout()
        if whole is None:
            return
        edges = whole.contentsMargins()
        foot = self.foot.sizeHint()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        wanted = max(foot.width(), self._inside.minimumSizeHint().width() + bar)
        width = max(theme().px(460), wanted + edges.left() + edges.right())
        width = min(width, round(room.width() * 0.96))
        words = self._inside.heightForWidth(width - edges.left() - edges.right())
        height = edges.top() + words + whole.spacing() + foot.height() + edges.bottom() + 2
        self.resize(width, min(height, round(room.height() * 0.92)))

    def say(self, text: str, role: str = "body") -> None:
        """A paragraph."""
        self.body.addWidget(label(text, role, wrap=True))

    def answer_with(self, *buttons: Button) -> None:
        """The buttons, from left to right; the last one is what Enter presses."""
        for button in buttons:
            self.foot.addWidget(button)
        buttons[-1].setDefault(True)
        buttons[-1].setFocus()


def ask(parent: QWidget | None, question: str, consequences: str, yes: str, *, dangerous: bool = False) -> bool:
    """A question; True when the person chose `yes` (a verb, not "Sí"). What cannot be undone is not the default."""
    box = Dialog(parent, question, "triangle-alert" if dangerous else "circle-help", "bad" if dangerous else "action")
    box.say(consequences)
    no = secondary(translate("Dialogs", "&Cancelar"), box.reject)
    if dangerous:
        box.answer_with(danger(yes, box.accept), no)
        no.setFocus()
    else:
        box.answer_with(no, primary(yes, box.accept))
    return box.exec() == QDialog.DialogCode.Accepted


def tell(parent: QWidget | None, title: str, *paragraphs: str, icon: str = "info") -> None:
    """Something to know."""
    box = Dialog(parent, title, icon)
    for paragraph in paragraphs:
        box.say(paragraph)
    box.answer_with(primary(translate("Dialogs", "&Entendido"), box.accept))
    box.exec()


def tell_trouble(parent: QWidget | None, told: Told) -> None:
    """What happened, what is safe, what to do; the technical part behind "Detalles"."""
    trouble_box(parent, told).exec()


def trouble_box(parent: QWidget | None, told: Told) -> Dialog:
    """The dialog of `tell_trouble`, not yet shown."""
    box = Dialog(parent, told.what, "circle-alert", "wait")
    box.say(told.safe)
    box.say(told.todo, "strong")
    details = QPlainTextEdit()
    details.setReadOnly(True)
    details.setAccessibleName(translate("Dialogs", "Detalles para soporte"))
    set_text(details, f"{told.code}\n{told.detail}".strip())
    details.setFixedHeight(theme().px(120))
    details.hide()
    box.body.addWidget(details)
    more = link(translate("Dialogs", "&Detalles"))
    more.clicked.connect(lambda: _unfold(box, details))
    box.answer_with(more, primary(translate("Dialogs", "&Entendido"), box.accept))
    return box


def confirm_by_typing(parent: QWidget | None, title: str, paragraphs: tuple[str, ...], word: str, yes: str) -> bool:
    """For what cannot be undone: the person types `word` before `yes` can be pressed."""
    box = typing_box(parent, title, paragraphs, word, yes)
    return box.exec() == QDialog.DialogCode.Accepted


def typing_box(parent: QWidget | None, title: str, paragraphs: tuple[str, ...], word: str, yes: str) -> Dialog:
    """The dialog of `confirm_by_typing`, not yet shown."""
    box = Dialog(parent, title, "triangle-alert", "bad")
    for paragraph in paragraphs:
        box.say(paragraph)
    field = Field(translate("Dialogs", "Para confirmar, escriba {word}").format(word=word))
    box.body.addWidget(field)
    go = danger(yes, box.accept)
    go.setEnabled(False)
    field.edit.textChanged.connect(lambda text: go.setEnabled(text.strip().upper() == word.upper()))
    box.answer_with(go, secondary(translate("Dialogs", "&Cancelar"), box.reject))
    field.setFocus()
    return box


def ask_word(parent: QWidget, title: str, now: str = "") -> str:
    """A short name, `now` to begin with; "" when the person would rather not."""
    box = Dialog(parent.window(), title, "pencil")
    field = Field(translate("Dialogs", "&Nombre"))
    field.edit.setMaxLength(60)
    field.put(now)
    field.edit.selectAll()
    box.body.addWidget(field)
    go = primary(translate("Dialogs", "&Guardar"), box.accept)
    box.answer_with(secondary(translate("Dialogs", "&Cancelar"), box.reject), go)
    field.setFocus()
    return field.text.strip() if box.exec() == QDialog.DialogCode.Accepted else ""


def _unfold(box: Dialog, details: QPlainTextEdit) -> None:
    details.setVisible(details.isHidden())
    box.fit()
