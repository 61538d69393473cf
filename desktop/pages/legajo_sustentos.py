"""The door to the dialog that makes a sustento out of files: one document in or none, one document and its PDF out."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.opened import Opened
    from documents.legajo import SupportingDocument
    from documents.legajo_catalogue import LegajoCatalogue

Accepted = Callable[["SupportingDocument", bytes], None]
OpenSustento = Callable[
    ["Opened", "LegajoCatalogue", date, QWidget, "SupportingDocument | None", "bytes | None", Accepted], None
]


def open_sustento(
    opened: "Opened",
    catalogue: "LegajoCatalogue",
    today: date,
    parent: QWidget,
    document: "SupportingDocument | None",
    pdf: bytes | None,
    accepted: Accepted,
) -> None:
    """Show the dialog; `accepted` gets what the person kept. None, None: a new one.

    The bytes are empty when only the words of a document changed whose file is not on this computer.
    """
    from desktop.dialogs.sustento import SustentoDialog

    box = SustentoDialog(opened, catalogue, today, parent)
    box.accepted_document.connect(accepted)
    box.finished.connect(box.deleteLater)
    box.begin(document, pdf)
