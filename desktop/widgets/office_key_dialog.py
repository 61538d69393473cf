"""Asking for the office's key: the file, then its password."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.widgets.buttons import primary, secondary
from desktop.widgets.dialogs import Dialog
from desktop.widgets.fields import PasswordField
from desktop.words import translate


def ask_office_key(parent: QWidget) -> tuple[Path, str] | None:
    """The file and its password; None when the person would rather not."""
    name, _filter = QFileDialog.getOpenFileName(
        parent, translate("lis", "Clave de la oficina"), "", translate("lis", "Clave (*.pem);;Todos (*)")
    )
    if not name:
        return None
    box = Dialog(parent.window(), translate("lis", "Contraseña de la clave"), "key-round")
    field = PasswordField(translate("lis", "&Contraseña"))
    box.say(translate("lis", "Se usa solo en esta computadora, hasta que cierre el perfil. No se guarda."))
    box.body.addWidget(field)
    go = primary(translate("lis", "&Abrir"), box.accept)
    box.answer_with(secondary(translate("lis", "Cancelar"), box.reject), go)
    field.setFocus()
    return (Path(name), field.text) if box.exec() == Dialog.DialogCode.Accepted else None
