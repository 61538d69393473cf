"""What the program is, its version and the way to the licences of what it is made of."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.plain import label
from desktop.version import VERSION
from desktop.widgets.brand import Brand
from desktop.widgets.buttons import link
from desktop.widgets.card import Card
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk


def about_card(parent: QWidget, desk: "Desk") -> Card:
    """Version, a sentence, and the way to the licences."""
    card = Card()
    card.body.addWidget(Brand())
    told = translate(
        "About",
        "Versión {version}. El chasqui llevaba las noticias de tambo en tambo; este programa trae sus boletas.",
    )
    card.body.addWidget(label(told.format(version=VERSION), "quiet", wrap=True))
    card.body.addWidget(link(translate("About", "&Licencias"), lambda: _show_licences(parent, desk), "scroll-text"))
    return card


def _show_licences(parent: QWidget, desk: "Desk") -> None:
    from desktop.dialogs.licences import LicencesDialog

    LicencesDialog(parent, desk).open()
