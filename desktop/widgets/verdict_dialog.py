"""A verdict in a dialog: for a payslip that is stored here, beside its list."""

from PySide6.QtWidgets import QWidget

from desktop.presenters.verdict_detail import VerdictDetail
from desktop.theme import theme
from desktop.widgets.buttons import primary
from desktop.widgets.card import Card
from desktop.widgets.dialogs import Dialog
from desktop.widgets.reconstruction import show_reconstruction
from desktop.widgets.verdict_view import VerdictContent
from desktop.words import translate


def verdict_box(parent: QWidget | None, title: str, detail: VerdictDetail) -> Dialog:
    """The dialog, not yet shown."""
    box = Dialog(parent, title, detail.mark.sign, detail.mark.tone)
    content = VerdictContent(detail)
    content.rebuild_wanted.connect(lambda: show_reconstruction(box, detail))
    card = Card(padding=0, spacing=0)
    card.setMinimumWidth(theme().px(620) if theme().look.text_size <= 130 else theme().px(400))
    card.body.addWidget(content)
    box.body.addWidget(card)
    box.answer_with(primary(translate("verify", "&Cerrar"), box.accept))
    return box
