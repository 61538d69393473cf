"""The image with letters that the service may ask for: loads it, offers another, stays calm without a network."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.plain import announce, label, set_role, set_text
from desktop.presenters.errors import explain
from desktop.theme import theme
from desktop.widgets.buttons import link
from desktop.widgets.fields import Field
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.tasks.desk import Job
    from desktop.tasks.office import Office
    from sync.accounts import Captcha


class CaptchaField(QWidget):
    """`ready` says whether the service can be asked; `answer` gives the image's id and the text that was typed."""

    arrived = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office: Office | None = None
        self._captcha: Captcha | None = None
        self._job: Job | None = None
        self._then_type = False
        self.ready = False
        self.picture = QLabel()
        self.picture.setAccessibleName(translate("Captcha", "Imagen con letras y números"))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setProperty("role", "captcha")
        self.another = link(translate("Captcha", "Otra i&magen"), self.load_another, "refresh-cw")
        self.field = Field(translate("Captcha", "&Texto de la imagen"))
        self.field.edit.setMaxLength(16)
        self.said = label("", "small", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.picture)
        row.addWidget(self.another)
        row.addStretch(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(6))
        for part in (self.said,):
            inside.addWidget(part)
        inside.addLayout(row)
        inside.addWidget(self.field)
        self._show(image=False)

    @property
    def image(self) -> bytes:
        """The PNG as it came; empty without one."""
        return self._captcha.image if self._captcha else b""

    @property
    def complete(self) -> bool:
        """Whether everything that the service asked for is typed."""
        return self.ready and (self._captcha is None or bool(self.field.text.strip()))

    @property
    def answer(self) -> tuple[str | None, str | None]:
        """Id and text, both None when no image is wanted."""
        return (self._captcha.captcha_id, self.field.text.strip()) if self._captcha else (None, None)

    def ask_from(self, office: "Office") -> None:
        """Load an image from this server."""
        self._office = office
        self.load()

    def load(self) -> None:
        """Another image; what was typed for the last one is dropped."""
        if self._office is None:
            return
        if self._job is not None:
            self._job.cancel()
        self.ready, self._captcha = False, None
        self._then_type = False
        self.field.put("")
        self._show(image=False)
        self._say(translate("Captcha", "Pidiendo la imagen…"))
        self._job = self._office.captcha(self, self._show_captcha, self._explain)

    def load_another(self) -> None:
        """Another image for who is about to type its text: the cursor goes there when it has come."""
        self.load()
        self._then_type = True

    def _show_captcha(self, captcha: "Captcha | None") -> None:
        self.ready, self._captcha = True, captcha
        self._say("")
        self._show(image=captcha is not None)
        if captcha is not None:
            self._draw(captcha.image)
        if self._then_type and self.ready:
            self.field.setFocus()
        self.arrived.emit()

    def _draw(self, image: bytes) -> None:
        drawn = QPixmap()
        if not drawn.loadFromData(image, "PNG"):
            self.ready = False
            self._say(translate("Captcha", "La imagen no se pudo leer. Pida otra."), "wait")
            return
        wanted = QSize(theme().px(200), theme().px(70))
        size = drawn.size().scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio)
        self.picture.setFixedSize(size)
        self.picture.setPixmap(drawn.scaled(size, mode=Qt.TransformationMode.SmoothTransformation))

    def _explain(self, error: Exception) -> None:
        told = explain(error)
        self._say(f"{told.what} {_todo(told.code, told.todo)}", "wait")
        self.another.show()

    def _show(self, *, image: bool) -> None:
        self.picture.setVisible(image)
        self.another.setVisible(image)
        self.field.setVisible(image)

    def _say(self, text: str, role: str = "small") -> None:
        set_role(self.said, role)
        set_text(self.said, text)
        if role == "wait":
            announce(self, text)
        self.said.setVisible(bool(text))
        self.another.say(
            translate("Captcha", "Otra i&magen") if self.ready else translate("Captcha", "Volver a &intentar")
        )


def _todo(code: str, todo: str) -> str:
    """Accounts are what needs a connection; say so instead of promising that it goes by itself."""
    if code == "offline":
        return translate("Captcha", "Para esto hace falta internet. Conéctese y vuelva a intentar.")
    return todo
