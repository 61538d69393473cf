"""«Vincular este equipo»: this computer's key as a QR, as a number to compare, and as text; on screen and on paper."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.plain import breakable, label, set_text
from desktop.theme import theme
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.choices_row import in_a_row
from desktop.widgets.dialogs import Dialog, ask
from desktop.widgets.qr_code import QrCode, paint_qr
from desktop.words import translate
from documents.qr import qr_bars
from documents.stick.keys import TEXT

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from documents.stick.keys import Public

SIDE = 236  # pixels, whatever the size of the text: a reader needs no more
NAME = "chasqui-vincular"


class PairingDialog(Dialog):
    """`take` writes the request on a stick; the dialog stays open beside it. `renewal_wanted`: another key."""

    renewal_wanted = Signal()

    def __init__(self, parent: QWidget | None, public: "Public", take: Callable[[], object]) -> None:
        super().__init__(parent, translate("Pairing", "Vincular este equipo con su UGEL"), "usb")
        self.public = public
        self.ask_printer: Callable[[QPrinter], bool] = _ask_printer
        self.ask: Callable[..., bool] = ask
        self.say(
            translate(
                "Pairing",
                "Vaya a su UGEL con su DNI. El especialista registra este equipo; desde entonces los paquetes que le "
                "den solo se abren aquí.",
            )
        )
        row = in_a_row()
        row.setSpacing(theme().px(20))
        self.code = QrCode(public.text, translate("Pairing", "Código QR de este equipo"), SIDE)
        row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)
        self.body.addLayout(row)
        self.told = label("", "good", wrap=True)
        self.told.hide()
        self.body.addWidget(self.told)
        print_it = secondary(translate("Pairing", "&Imprimir…"), self.print_out, "printer")
        carry = secondary(translate("Pairing", "&Llevar en una memoria…"), take, "usb")
        self.answer_with(print_it, carry, primary(translate("Pairing", "&Cerrar"), self.accept))

    def print_out(self) -> None:
        """One sheet for the specialist."""
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if not self.ask_printer(printer):
            return
        painter = QPainter(printer)
        room = QRectF(painter.viewport())
        side = room.width() * 0.4
        painter.setFont(QFont(painter.font().family(), 16))
        line = painter.fontMetrics().height() * 1.6
        paint_qr(painter, QRectF(room.x(), room.y() + 2 * line, side, side), qr_bars(self.public.text))
        for number, words in enumerate(self._printed()):
            top = room.y() + (0 if number == 0 else 2 * line + side + number * line)
            painter.drawText(QRectF(room.x(), top, room.width(), line), int(Qt.AlignmentFlag.AlignLeft), words)
        painter.end()
        set_text(self.told, translate("Pairing", "Enviado a la impresora."))
        self.told.show()

    def _printed(self) -> tuple[str, ...]:
        text = self.public.text
        parts = [text[at : at + 40] for at in range(0, len(text), 40)]
        number = translate("Pairing", "Número para comparar: {number}").format(number=self.public.number)
        return (translate("Pairing", "Chasqui: vincular un equipo"), number, *parts)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme().px(6))
        column.addWidget(label(translate("Pairing", "Número para comparar"), "small"))
        number = label(self.public.number, "heading", wrap=True)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        column.addWidget(number)
        same = translate("Pairing", "Debe ser el mismo en la pantalla del especialista.")
        column.addWidget(label(same, "quiet", wrap=True))
        column.addSpacing(theme().px(8))
        column.addWidget(label(translate("Pairing", "Código en texto"), "small"))
        column.addWidget(label(breakable(_spaced(self.public.text)), "small", wrap=True))
        column.addWidget(
            link(translate("Pairing", "&Copiar el código"), self._copy, "copy"), 0, Qt.AlignmentFlag.AlignLeft
        )
        renew = link(translate("Pairing", "&Renovar el código…"), self._renew, "refresh-cw")
        column.addWidget(renew, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _renew(self) -> None:
        title = translate("Pairing", "¿Hacer un código nuevo para este equipo?")
        words = translate(
            "Pairing",
            "Hágalo solo si su UGEL dio de baja este equipo. Tendrá que vincularlo otra vez, y los paquetes ya "
            "escritos para él no se abrirán.",
        )
        if self.ask(self, title, words, translate("Pairing", "&Renovar")):
            self.renewal_wanted.emit()
            self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.public.text)
        set_text(self.told, translate("Pairing", "Copiado. No es un secreto: sirve para vincular, no para abrir."))
        self.told.show()


def _spaced(text: str) -> str:
    body = text.removeprefix(TEXT)
    return " ".join((TEXT, *(body[at : at + 4] for at in range(0, len(body), 4))))


def _ask_printer(printer: "QPrinter") -> bool:
    from PySide6.QtPrintSupport import QPrintDialog

    return QPrintDialog(printer).exec() == QPrintDialog.DialogCode.Accepted
