"""Dialogs about the profile as a whole: another password, another name, erasing it with a typed word."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.plain import label, set_text
from desktop.presenters.accounts import advise, prepare_advice
from desktop.presenters.errors import explain, why_weak
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.dialogs import Dialog, confirm_by_typing
from desktop.widgets.fields import Field, PasswordField
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.opened import Opened

ERASE_WORD = "BORRAR"


class ChangePassword(Dialog):
    """Needs the old password; only the envelope is written anew."""

    def __init__(self, parent: QWidget | None, opened: "Opened") -> None:
        super().__init__(parent, translate("Profile", "Cambiar la contraseña de esta computadora"), "key-round")
        self._opened = opened
        self.old = PasswordField(translate("Profile", "Contraseña &actual"))
        self.new = PasswordField(translate("Profile", "Contraseña &nueva"), advise("").text)
        self.again = PasswordField(translate("Profile", "&Repita la nueva"))
        self.said = label("", "bad", wrap=True)
        self.said.hide()
        for part in (self.old, self.new, self.again, self.said):
            self.body.addWidget(part)
        self.go = primary(translate("Profile", "&Cambiar"), self.submit)
        self.answer_with(secondary(translate("Profile", "C&ancelar"), self.reject), self.go)
        self.old.setFocus()
        opened.desk.start(self, lambda _job: prepare_advice(), lambda _nothing: None)
        self.new.edit.textEdited.connect(lambda text: self.new.advise(advise(text, (opened.vault.alias,)).text))

    def submit(self) -> None:
        """Check the three fields, then change it on the pool."""
        advice = advise(self.new.text, (self._opened.vault.alias,))
        if not advice.acceptable:
            self.new.complain(advice.text)
            self.new.setFocus()
            return
        if self.new.text != self.again.text:
            self.again.complain(translate("Profile", "No es igual a la de arriba."))
            self.again.setFocus()
            return
        self.go.setEnabled(False)
        vault, old, new = self._opened.vault, self.old.text, self.new.text
        self._opened.desk.start(self, lambda _job: vault.change_password(old, new), self._changed, self._failed)

    def _changed(self, _nothing: None) -> None:
        for field in (self.old, self.new, self.again):
            field.forget()
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        told = explain(error)
        if told.code == "wrong-password":
            self.old.complain(told.what)
            self.old.setFocus()
            return
        reason = getattr(error, "reason", "")
        self.said.show()
        set_text(self.said, why_weak(reason) if reason else f"{told.what} {told.safe} {told.todo}")


class Rename(Dialog):
    """`renamed(alias)` when it is done."""

    renamed = Signal(str)

    def __init__(self, parent: QWidget | None, opened: "Opened") -> None:
        super().__init__(parent, translate("Profile", "Nombre del perfil en esta computadora"), "user")
        self._opened = opened
        self.alias = Field(
            translate("Profile", "&Nombre"),
            translate("Profile", "Lo verá quien encienda la computadora. No ponga su DNI ni su nombre completo."),
        )
        self.alias.put(opened.vault.alias)
        self.alias.edit.setMaxLength(40)
        self.body.addWidget(self.alias)
        self.go = primary(translate("Profile", "&Guardar"), self.submit)
        self.answer_with(secondary(translate("Profile", "C&ancelar"), self.reject), self.go)
        self.alias.setFocus()

    def submit(self) -> None:
        """Write it on the pool."""
        alias = self.alias.text.strip()
        if not alias:
            self.alias.complain(translate("Profile", "Póngale un nombre, por ejemplo «Mi perfil»."))
            self.alias.setFocus()
            return
        self.go.setEnabled(False)
        vault = self._opened.vault
        self._opened.desk.start(self, lambda _job: vault.rename(alias), self._renamed, self._failed)

    def _renamed(self, _nothing: None) -> None:
        self.accept()
        self.renamed.emit(self._opened.vault.alias)

    def _failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        told = explain(error)
        self.alias.complain(f"{told.what} {told.todo}")


def confirm_erase(parent: QWidget | None, pending: int, drafts: int) -> bool:
    """What is lost, what is not, and the typed word."""
    return confirm_by_typing(
        parent,
        translate("Profile", "Borrar mis datos de esta computadora"),
        erase_words(pending, drafts),
        ERASE_WORD,
        translate("Profile", "&Borrar para siempre"),
    )


def erase_words(pending: int, drafts: int = 0) -> tuple[str, ...]:
    """The paragraphs before erasing. `pending`: requests that were not sent; `drafts`: those still being written."""
    lost = translate(
        "Profile",
        "Se destruye la llave que abre sus boletas, su legajo y sus solicitudes en esta computadora. "
        "No se puede deshacer.",
    )
    kept = translate("Profile", "No se pierde nada en la UGEL: sus boletas se vuelven a descargar si ingresa otra vez.")
    copies = translate("Profile", "Los PDF que usted guardó en otras carpetas siguen ahí; bórrelos aparte si quiere.")
    return (*_pending_words(pending), *_draft_words(drafts), lost, kept, copies)


def _pending_words(pending: int) -> tuple[str, ...]:
    if pending == 0:
        return ()
    if pending == 1:
        return (translate("Profile", "Atención: 1 solicitud todavía no se envió y se perderá. Antes, sincronice."),)
    words = translate("Profile", "Atención: {n} solicitudes todavía no se enviaron y se perderán. Antes, sincronice.")
    return (words.format(n=pending),)


def _draft_words(drafts: int) -> tuple[str, ...]:
    if drafts == 0:
        return ()
    if drafts == 1:
        return (translate("Profile", "Atención: 1 borrador solo está aquí y se perderá. Si lo necesita, envíelo."),)
    words = translate("Profile", "Atención: {n} borradores solo están aquí y se perderán. Si los necesita, envíelos.")
    return (words.format(n=drafts),)
