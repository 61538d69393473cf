"""The last look before a request leaves: before and after, the papers that go with it, doubts, what "Enviar" does."""

from PySide6.QtWidgets import QWidget

from desktop.presenters.legajo_send import Confirmation
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card, note
from desktop.widgets.dialogs import Dialog
from desktop.widgets.legajo_comparison import BeforeAfter
from desktop.widgets.legajo_documents import DocumentList
from desktop.words import translate


def confirm_box(parent: QWidget | None, asked: Confirmation) -> Dialog:
    """The dialog, not yet shown; accepted means "Enviar"."""
    box = Dialog(parent, asked.title, "file-check")
    box.say(asked.what, "quiet")
    box.body.addWidget(_changes(asked))
    box.say(translate("legajo", "Documentos que van con la solicitud"), "strong")
    if asked.documents:
        papers = DocumentList(buttons=False)
        papers.show_documents(asked.documents)
        box.body.addWidget(papers)
    elif asked.filed:
        box.say(translate("legajo", "Ninguno nuevo. Los que ya están en su legajo siguen ahí."), "small")
    else:
        box.say(translate("legajo", "Ninguno. Puede presentarlos después por la mesa de partes de su UGEL."), "small")
    if asked.doubts:
        box.body.addWidget(note("\n".join(asked.doubts), role="wait"))
    box.body.addWidget(note(asked.consequence))
    box.answer_with(
        secondary(translate("legajo", "&Seguir revisando"), box.reject),
        primary(translate("legajo", "&Enviar"), box.accept),
    )
    return box


def _changes(asked: Confirmation) -> QWidget:
    """Before and after; where only papers are added, a sentence."""
    if not asked.differences:
        return note(translate("legajo", "Los datos quedan como están: solo se agregan documentos."))
    card = Card(padding=14)
    card.setMinimumWidth(theme().px(600) if theme().look.text_size <= 130 else 0)
    card.body.addWidget(BeforeAfter(asked.differences))
    return card
