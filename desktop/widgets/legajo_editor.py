"""Writing a request: the form at the left, sustentos and a note to the office at the right, what to do at the foot.

It shows a wish and says each change of it (`changed`, with `content`); saving, queueing and asking are the page's.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFormLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label, set_role, set_text
from desktop.presenters.legajo_detail import document_line
from desktop.presenters.legajo_form import FormReading, judge
from desktop.presenters.legajo_send import editor_title
from desktop.tasks.legajo_readings import Places
from desktop.theme import theme
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.card import Card, line
from desktop.widgets.ends import Ends, group
from desktop.widgets.legajo_documents import DocumentList
from desktop.widgets.page import scrolling
from desktop.widgets.record_form import RecordForm
from desktop.widgets.record_form_editors import LongEditor
from desktop.words import translate
from documents.legajo import SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_values import printed
from storage.request_records import RequestAction, RequestContent

BESIDE_FROM = 900  # pixels at 100 % from which the sustentos stand beside the form
NOTE_LENGTH = 500


class RecordEditor(QWidget):
    """`show_wish` begins; `content` is what is written. All other signals are wishes of the person."""

    changed = Signal()
    send_wanted = Signal()
    save_wanted = Signal()
    discard_wanted = Signal()
    back_wanted = Signal()
    add_wanted = Signal()
    edit_wanted = Signal(str)
    drop_wanted = Signal(str)
    view_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.content: RequestContent | None = None
        self.form: RecordForm | None = None
        self.reading: FormReading | None = None
        self._catalogue: LegajoCatalogue | None = None
        self._judge: Callable[[RequestContent], FormReading] | None = None
        self.back = link(translate("legajo", "Volver a mi legajo"), self.back_wanted.emit, "arrow-left")
        self.title = label("", "heading", wrap=True)
        self.state = label("", "small")
        self.documents = DocumentList(editable=True)
        for ours, theirs in (
            (self.edit_wanted, self.documents.edit_wanted),
            (self.drop_wanted, self.documents.drop_wanted),
            (self.view_wanted, self.documents.view_wanted),
        ):
            theirs.connect(ours)
        self.add = secondary(translate("legajo", "&Agregar documento…"), self.add_wanted.emit, "plus")
        example = translate("legajo", "Por ejemplo: el título ya está registrado en SUNEDU.")
        self.note = LongEditor(length=NOTE_LENGTH, example=example)
        self.note.edited.connect(self._note_changed)
        self._note_title = label("", "strong", wrap=True)
        self._note_title.setBuddy(self.note)
        self._no_papers = label("", "small", wrap=True)
        self.discard = link(translate("legajo", "Descartar borrador"), self.discard_wanted.emit, "trash-2")
        self.save = secondary(translate("legajo", "&Guardar"), self.save_wanted.emit, "save")
        self.send = primary(translate("legajo", "Enviar &solicitud"), self.send_wanted.emit, "arrow-right")
        self._form_card = Card()
        self._build()

    def show_wish(
        self,
        content: RequestContent,
        catalogue: LegajoCatalogue,
        today: date,
        known: Mapping[str, str],
        places: Places,
    ) -> None:
        """Show this draft."""
        self._catalogue = catalogue
        self._judge = partial(judge, catalogue=catalogue, today=today, known=known)
        set_text(self.title, editor_title(content, catalogue))
        self._seat_form(content, catalogue, today, places)
        self.note.put(content.note)
        removing = content.action is RequestAction.REMOVE
        note = translate("legajo", "¿Por qué pide retirarlo?") if removing else translate(
            "legajo", "Nota para quien lo atiende (opcional)")  # fmt: skip
        set_text(self._note_title, note)
        self.note.name(note, "")
        self.put(content)

    def put(self, content: RequestContent) -> None:
        """The same draft with other documents or over another base; what is typed stays."""
        self.content = content
        if self.form is not None and self.form.values != dict(content.fields):
            self.form.show_values(content.fields)
        self._show_documents(content.documents)
        self._rejudge()

    def say(self, words: str, role: str = "small") -> None:
        """Where the draft is kept, or what keeps it here."""
        self.state.setWordWrap(role != "small")  # what comes while one types must not push the form down
        set_text(self.state, words)
        set_role(self.state, role)

    def enter(self) -> None:
        """Into the first field."""
        target = next(iter(self.form.fields.values())).editor if self.form else self.note
        target.target.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    def _seat_form(self, content: RequestContent, catalogue: LegajoCatalogue, today: date, places: Places) -> None:
        while (item := self._form_card.body.takeAt(1)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.form = None
        kind = catalogue.kind(content.kind)
        if content.action is RequestAction.REMOVE or kind is None:
            self._form_card.body.addWidget(_summary(content, catalogue))
        else:
            self.form = RecordForm(kind, catalogue, today, places)
            self.form.show_values(content.fields)
            self.form.changed.connect(self._fields_changed)
            self.form.left.connect(self._rejudge)
            self._form_card.body.addWidget(self.form)
        self._form_card.body.addStretch(1)

    def _show_documents(self, documents: tuple[SupportingDocument, ...]) -> None:
        if self._catalogue is None or self.content is None:
            return
        base = self.content.base.documents if self.content.base else ()
        filed = {one.sha256 for one in base}
        catalogue = self._catalogue
        self.documents.show_documents(
            [document_line(one, catalogue, held=True, own=one.sha256 not in filed) for one in documents]
        )
        kind = catalogue.kind(self.content.kind)
        needed = translate("legajo", "Agregue el documento que lo prueba (PDF o foto). Si todavía no lo tiene, puede "
                                     "presentarlo después por mesa de partes.")  # fmt: skip
        free = translate("legajo", "Para este registro no se pide documento; puede agregar uno si ayuda.")
        set_text(self._no_papers, needed if kind is None or kind.needs_document else free)
        self._no_papers.setVisible(not documents)
        self.add.setEnabled(len(documents) < catalogue.limits.max_files)

    def _fields_changed(self) -> None:
        if self.content is not None and self.form is not None:
            self.content = replace(self.content, fields=self.form.values)
            self._rejudge()
            self.changed.emit()

    def _note_changed(self) -> None:
        if self.content is not None:
            self.content = replace(self.content, note=self.note.value[:NOTE_LENGTH])
            self.changed.emit()

    def _rejudge(self) -> None:
        if self.content is None or self._judge is None:
            return
        self.reading = self._judge(self.content)
        if self.form is not None:
            self.form.show_reading(self.reading)

    # How it is laid out

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme().px(12))
        whole.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(Ends(self.title, self.state))
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme().px(16))
        self._sides.addWidget(self._form_card, 64)
        side = QVBoxLayout()
        side.setSpacing(theme().px(16))
        side.addWidget(self._papers_card())
        side.addWidget(self._note_card())
        side.addStretch(1)
        self._sides.addLayout(side, 36)
        whole.addWidget(scrolling(inside), 1)
        whole.addWidget(line())
        whole.addWidget(Ends(self.discard, group(self.save, self.send)))

    def _papers_card(self) -> Card:
        card = Card(translate("legajo", "Documentos de sustento"))
        card.body.addWidget(self._no_papers)
        card.body.addWidget(self.documents)
        card.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _note_card(self) -> Card:
        card = Card()
        card.body.addWidget(self._note_title)
        card.body.addWidget(self.note)
        return card

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme().px(BESIDE_FROM)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != direction:
            self._sides.setDirection(direction)


def _summary(content: RequestContent, catalogue: LegajoCatalogue) -> QWidget:
    """The record that the person wants taken out, read-only."""
    made = QWidget()
    made.setProperty("ground", "none")
    form = QFormLayout(made)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(theme().px(20))
    form.setVerticalSpacing(theme().px(8))
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.addRow(label(translate("legajo", "Usted pide que este registro salga de su legajo:"), "strong", wrap=True))
    kind = catalogue.kind(content.kind)
    values = content.base.fields if content.base else content.fields
    for rule in kind.fields if kind else ():
        if values.get(rule.code):
            value = printed(rule, values[rule.code], catalogue.code_list(rule))
            form.addRow(label(rule.label, "small", wrap=True), label(value, "body", wrap=True))
    return made
