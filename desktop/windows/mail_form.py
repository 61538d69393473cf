"""«Generar contraseña»: the e-mail on record and the image; the service sends a link. It never says who it knows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.plain import announce, label, set_role, set_text
from desktop.presenters.errors import explain
from desktop.theme import theme
from desktop.widgets.buttons import link, primary
from desktop.widgets.captcha import CaptchaField
from desktop.widgets.card import note
from desktop.widgets.fields import Field
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.tasks.office import Office


class MailForm(QWidget):
    """`back` when the person is done here."""

    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office: Office | None = None
        self.email = Field(
            translate("Mail", "&Correo electrónico"),
            translate("Mail", "El que dio a su UGEL o al inscribirse en una evaluación docente."),
        )
        self.captcha = CaptchaField()
        self.said = label("", "bad", wrap=True)
        self.said.hide()
        self.go = primary(translate("Mail", "&Enviar correo"), self.submit)
        self._promise = translate(
            "Mail",
            "Listo. Si ese correo está registrado, en unos minutos llegará un enlace para crear su contraseña. "
            "Revise también la carpeta de no deseados. Después vuelva aquí e ingrese.",
        )
        self.sent = note(self._promise)
        self.sent.hide()
        self._lay_out()
        self.email.edit.returnPressed.connect(self.submit)
        self.captcha.field.edit.returnPressed.connect(self.submit)

    def ask_from(self, office: "Office") -> None:
        """Use this server from now on. What was typed stays."""
        self._office = office
        self.sent.hide()
        self.captcha.ask_from(office)

    def submit(self) -> None:
        """Ask for the mail."""
        if self._office is None or not self.go.isEnabled():
            return
        if "@" not in self.email.text:
            self.email.complain(translate("Mail", "Escriba un correo completo, por ejemplo nombre@correo.pe"))
            self.email.setFocus()
            return
        if not self.captcha.complete:
            self.captcha.field.complain(translate("Mail", "Falta el texto de la imagen."))
            self.captcha.field.setFocus()
            return
        self.go.setEnabled(False)
        given = (self.email.text.strip(), *self.captcha.answer)
        self._office.send_mail(self, given, self._accepted, self._refused)

    def _accepted(self, _nothing: None) -> None:
        self.go.setEnabled(True)
        self._say("")
        self.sent.show()
        announce(self, self._promise)
        self.captcha.load()

    def _refused(self, error: Exception) -> None:
        self.go.setEnabled(True)
        told = explain(error)
        self._say(f"{told.what} {told.todo}")
        self.captcha.load_another()

    def _say(self, text: str) -> None:
        set_role(self.said, "wait")
        set_text(self.said, text)
        announce(self, text, urgent=True)
        self.said.setVisible(bool(text))

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(12))
        inside.addWidget(label(translate("Mail", "Generar contraseña"), "title"))
        inside.addWidget(
            label(
                translate(
                    "Mail", "Sirve si ya está registrado, pero no tiene o no recuerda la contraseña del servicio."
                ),
                "quiet",
                wrap=True,
            )
        )
        for part in (self.email, self.captcha, self.said, self.sent):
            inside.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(link(translate("Mail", "&Volver"), self.back.emit, "arrow-left"))
        foot.addStretch(1)
        foot.addWidget(self.go)
        inside.addLayout(foot)
