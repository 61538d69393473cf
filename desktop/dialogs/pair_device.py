"""The specialist's side of pairing: whose computer, its code or its file, the number to compare, what was looked at."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.plain import label, set_text
from desktop.presenters.stick_faults import said
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.dialogs import Dialog
from desktop.widgets.fields import Field
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
        )
        self.file = link(translate("PairDevice", "&Leerlo de un archivo de la memoria…"), self._choose, "folder-open")
        self.number = label("", "verdict", wrap=True)
        self.number.hide()
        self.same = QCheckBox()
        set_text(self.same, translate("PairDevice", "El &número es el mismo en la pantalla o en la hoja de la persona"))
        self.same.setEnabled(False)
        self.how = Field(
            translate("PairDevice", "Qué &documento revisó"), translate("PairDevice", "Por ejemplo: DNI a la vista.")
        )
        for part in (self.code, self.file, self.number, self.same, self.how):
            self.body.addWidget(part)
        self.go = primary(translate("PairDevice", "&Vincular"), self._submit)
        self.answer_with(secondary(translate("PairDevice", "&Cancelar"), self.reject), self.go)
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

        self._desk.start(
            self, lambda _job: device_of(path), self._show, lambda error: self.code.complain(said(error))
        )  # fmt: skip

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
