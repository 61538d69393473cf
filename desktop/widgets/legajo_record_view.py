"""One record of the legajo opened: every field, what a wish changes in it, its documents, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop.plain import label, set_text
from desktop.presenters.legajo_detail import FieldLine, RecordDetail
from desktop.theme import theme
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.card import Card, line, note
from desktop.widgets.ends import Ends, group
from desktop.widgets.flow import FlowLayout
from desktop.widgets.legajo_documents import DocumentList
from desktop.widgets.page import scrolling
from desktop.widgets.tag import Tag
from desktop.words import translate


class RecordView(Card):
    """The person's wishes as signals; `show_record` fills it. Only fields that say something are shown."""

    change_wanted = Signal()
    remove_wanted = Signal()
    discard_wanted = Signal()
    follow_wanted = Signal()
    back_wanted = Signal()
    view_wanted = Signal(str)  # SHA-256

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self.detail: RecordDetail | None = None
        self.back = link(translate("legajo", "Volver a la lista"), self.back_wanted.emit, "arrow-left")
        self.title = label("", "heading", wrap=True)
        self._kind = label("", "small", wrap=True)
        self._tag = Tag()
        self._code = label("", "small")
        self.change = primary("·", self.change_wanted.emit)
        self.remove = secondary(translate("legajo", "Pedir retiro"), self.remove_wanted.emit, "trash-2")
        self.discard = secondary(translate("legajo", "Descartar borrador"), self.discard_wanted.emit, "trash-2")
        self.follow = secondary(translate("legajo", "Ver en Mis solicitudes"), self.follow_wanted.emit)
        self._told = QVBoxLayout()
        self._told.setSpacing(theme().px(8))
        self._facts = QFormLayout()
        self.documents = DocumentList()
        self.documents.view_wanted.connect(self.view_wanted)
        self._papers = label(translate("legajo", "Documentos de sustento"), "heading")
        self._none = label(translate("legajo", "Este registro no tiene documentos en el legajo digital."), "small",
                           wrap=True)  # fmt: skip
        self._dates = label("", "small", wrap=True)
        self.body.addWidget(self._head())
        self.body.addWidget(line())
        self.body.addWidget(scrolling(self._inside()), 1)

    def show_record(self, detail: RecordDetail) -> None:
        """Show this record."""
        self.detail = detail
        set_text(self.title, detail.title)
        set_text(self._kind, detail.kind)
        self._tag.show_state(detail.tag.word, detail.tag.tone, detail.tag.sign)
        set_text(self._code, detail.code)
        self._show_actions(detail)
        self._fill_told(detail)
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for one in detail.lines:
            self._facts.addRow(label(one.label, "small", wrap=True), _value(one))
        self.documents.show_documents(detail.documents)
        self._none.setVisible(not detail.documents)
        set_text(self._dates, detail.dates)
        self._dates.setVisible(bool(detail.dates))

    def enter(self) -> None:
        """Put the focus on the first thing to do here."""
        for button in (self.change, self.follow, self.back):
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _show_actions(self, detail: RecordDetail) -> None:
        actions = detail.actions
        buttons = (self.change, self.remove, self.discard, self.follow)
        focused = any(button.hasFocus() for button in buttons)
        if actions.change:
            self.change.say(actions.change)
        for button, there in (
            (self.change, bool(actions.change)),
            (self.remove, actions.remove),
            (self.discard, actions.discard),
            (self.follow, actions.follow),
        ):
            button.setVisible(there)
        if focused and not any(button.hasFocus() for button in buttons):  # it stays here, not at the window's first
            self.enter()

    def _fill_told(self, detail: RecordDetail) -> None:
        while (item := self._told.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if detail.reason:
            words = translate("legajo", "La UGEL observó: {reason}").format(reason=detail.reason)
            self._told.addWidget(note(words, role="wait"))
        if detail.wish:
            below = translate(
                "legajo", "{what}. Lo resaltado es lo que usted pide; debajo está lo que hay en su legajo."
            )
            alone = translate("legajo", "{what}. Todavía no forma parte de su legajo.")
            changed = any(one.before for one in detail.lines)
            self._told.addWidget(note((below if changed else alone).format(what=detail.wish)))
        if detail.actions.why_not:
            self._told.addWidget(note(detail.actions.why_not))

    def _head(self) -> QWidget:
        head = QWidget()
        head.setProperty("ground", "none")
        column = QVBoxLayout(head)
        inset = theme().px(18)
        column.setContentsMargins(inset, theme().px(12), inset, theme().px(12))
        column.setSpacing(theme().px(8))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        words = QWidget()
        words.setProperty("ground", "none")
        names = QVBoxLayout(words)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(theme().px(2))
        names.addWidget(self.title)
        names.addWidget(self._kind)
        column.addWidget(Ends(words, group(self._tag, self._code)))
        buttons = QWidget()
        buttons.setProperty("ground", "none")
        flow = FlowLayout(buttons, gap=theme().px(8), row_gap=theme().px(8))
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.change, self.follow, self.remove, self.discard):
            flow.addWidget(button)
        column.addWidget(buttons)
        return head

    def _inside(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        inset = theme().px(18)
        column.setContentsMargins(inset, theme().px(14), inset, theme().px(18))
        column.setSpacing(theme().px(12))
        column.addLayout(self._told)
        self._facts.setHorizontalSpacing(theme().px(20))
        self._facts.setVerticalSpacing(theme().px(8))
        self._facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._facts)
        column.addWidget(self._dates)
        column.addSpacing(theme().px(4))
        column.addWidget(self._papers)
        column.addWidget(self._none)
        column.addWidget(self.documents)
        column.addStretch(1)
        return inside


def _value(one: FieldLine) -> QWidget:
    """The value; where a wish changes it, what it is now stands below."""
    if not one.changed:
        return label(one.value, "body", wrap=True)
    made = QWidget()
    made.setProperty("ground", "none")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    asked: QLabel = label(one.value or translate("legajo", "(vacío)"), "strong", wrap=True)
    asked.setProperty("tone", "wait")
    column.addWidget(asked)
    if one.before:
        now = translate("legajo", "En su legajo: {value}").format(value=one.before)
        column.addWidget(label(now, "small", wrap=True))
    return made
