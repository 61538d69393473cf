"""The specialist's side of pairing: whose computer, its code or its file, the number to compare, what was looked at."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget
from typing_extensions import override

from desktop.plain import announce, label, set_text
from desktop.presenters.stick_faults import said
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.dialogs import Dialog
from desktop.widgets.fields import Field
from desktop.widgets.flow import FlowLayout
from desktop.words import translate
from documents.stick.keys import Public, read_text

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk

SHORTEST = 4  # characters of what was looked at


class PairDeviceDialog(Dialog):
    """`paired(Public, how)` when everything was checked by whoever sits here."""

    paired = Signal(object, str)

    def __init__(
        self, parent: QWidget | None, desk: "Desk", who: str, ask_packet: Callable[[], Path | None]
    ) -> None:  # fmt: skip
        super().__init__(parent, translate("PairDevice", "Vincular el equipo de {who}").format(who=who), "usb")
        self._desk, self._ask_packet = desk, ask_packet
        self.ask_picture: Callable[[], Path | None] = self._ask_picture
        self.public: Public | None = None
        self.say(
            translate(
                "PairDevice",
                "Con la persona delante: revise su DNI y lea el código del equipo. Queda anotado quién lo registró, y "
                "la persona puede verlo.",
            )
        )
        self.code = Field(
            translate("PairDevice", "&Código del equipo"),
            translate("PairDevice", "Con un lector de QR, o escrito. Empieza con CHASQUI1."),
            edit=_CodeEdit(self._paste),
        )
        self.file = link(translate("PairDevice", "&Leerlo de un archivo de la memoria…"), self._choose, "folder-open")
        self.picture = link(translate("PairDevice", "De una &imagen del QR…"), self._choose_picture, "scan-line")
        self.paste = link(translate("PairDevice", "&Pegar imagen"), self._paste, "copy")
        self.reading = label(translate("PairDevice", "Leyendo…"), "quiet")
        self.reading.hide()
        self.number = label("", "verdict", wrap=True)
        self.number.hide()
        self.same = QCheckBox()
        set_text(self.same, translate("PairDevice", "El &número es el mismo en la pantalla o en la hoja de la persona"))
        self.same.setEnabled(False)
        self.how = Field(
            translate("PairDevice", "Qué &documento revisó"), translate("PairDevice", "Por ejemplo: DNI a la vista.")
        )
        ways = FlowLayout()
        for way in (self.file, self.picture, self.paste):
            ways.addWidget(way)
        self.body.addWidget(self.code)
        self.body.addLayout(ways)
        for part in (self.reading, self.number, self.same, self.how):
            self.body.addWidget(part)
        self.go = primary(translate("PairDevice", "&Vincular"), self._submit)
        self.answer_with(secondary(translate("PairDevice", "C&ancelar"), self.reject), self.go)
        self.code.edit.textChanged.connect(self._read)
        self.code.setFocus()

    def _read(self, text: str) -> None:
        self._show(read_text(text))
        if text.strip() and self.public is None and len(text) >= len("CHASQUI1:") + 100:
            self.code.complain(translate("PairDevice", "Hay un error en el código: léalo otra vez."))

    def _show(self, public: Public | None) -> None:
        self.public = public
        self.same.setEnabled(public is not None)
        self.same.setChecked(False)
        self.number.setVisible(public is not None)
        if public is not None:
            set_text(self.number, public.number)

    def _choose(self) -> None:
        path = self._ask_packet()
        if path is None:
            return
        from sync.stick.courier import device_of

        self._look(lambda: device_of(path))

    def _choose_picture(self) -> None:
        path = self.ask_picture()
        if path is None:
            return
        from desktop.tasks.pairing_picture import key_in_file

        self._look(lambda: key_in_file(path))

    def _paste(self) -> None:
        from desktop.tasks.pairing_picture import key_in

        content = copied_picture()
        self._look(lambda: key_in(content))

    def _look(self, work: Callable[[], Public]) -> None:
        """On the pool; meanwhile what was there before does not stand as if it were the answer."""
        self._show(None)
        self.code.complain("")
        self.reading.show()
        self._desk.start(self, lambda _job: work(), self._found, self._not_found)

    def _found(self, public: Public) -> None:
        self.reading.hide()
        self._show(public)
        announce(self.number, public.number)
        self.same.setFocus()

    def _not_found(self, error: Exception) -> None:
        self.reading.hide()
        self.code.complain(said(error))
        self.code.setFocus()

    def _ask_picture(self) -> Path | None:
        title = translate("PairDevice", "Elija la imagen con el código QR")
        kinds = translate("PairDevice", "Imágenes (*.png *.jpg *.jpeg)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        return Path(chosen) if chosen else None

    def _submit(self) -> None:
        how = self.how.text.strip()
        if self.public is None:
            self.code.complain(translate("PairDevice", "Falta el código del equipo."))
            self.code.setFocus()
        elif not self.same.isChecked():
            self.same.setFocus()
        elif len(how) < SHORTEST:
            self.how.complain(translate("PairDevice", "Escriba qué documento revisó."))
            self.how.setFocus()
        else:
            self.paired.emit(self.public, how)
            self.accept()


class _CodeEdit(QLineEdit):
    """A field into which a picture can be pasted, too."""

    def __init__(self, paste_picture: Callable[[], None]) -> None:
        super().__init__()
        self._paste_picture = paste_picture

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = QGuiApplication.clipboard().mimeData()
        if event.matches(QKeySequence.StandardKey.Paste) and held.hasImage() and not held.hasText():
            self._paste_picture()
        else:
            super().keyPressEvent(event)


def copied_picture() -> bytes:
    """What is on the clipboard, as PNG; nothing when it is no picture."""
    image = QGuiApplication.clipboard().image()
    if image.isNull():
        return b""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(content, "PNG")  # type: ignore[call-overload]  # the stub knows it for bytes alone
    return bytes(content.data().data())
