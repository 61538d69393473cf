"""What the packet dialog shows at the end: the files, what to do now, and where the expediente number is written in."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.plain import label, set_text
from desktop.presenters.packet import next_steps, read_receipt, remark_words, result_words
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.field_grid import FieldGrid
from desktop.widgets.fields import Field
from desktop.widgets.flow import FlowLayout
from desktop.words import translate
from documents.packet.profiles import Profile
from documents.packet.records import PacketResult
from storage.request_records import Expediente


class PacketOutcome(QWidget):
    """`given(Expediente)` when the person writes in what the mesa de partes gave; `folder_wanted` to see the files."""

    given = Signal(object)
    folder_wanted = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._today = today
        self.files = label("", "strong", wrap=True)
        self.remarks = label("", "small", wrap=True)
        self.steps = label("", wrap=True)
        self.numero = Field(translate("packet", "Número de expediente"))
        self.clave = Field(translate("packet", "Clave para consultarlo (si le dieron)"))
        self.fecha = Field(translate("packet", "Fecha en que lo presentó"))
        self.open_folder = secondary(translate("packet", "&Abrir la carpeta"), self.folder_wanted.emit, "folder-open")
        self.keep = primary(translate("packet", "Guardar el &expediente"), self._keep, "check")
        self._lay_out()

    def show_result(self, result: PacketResult, profile: Profile) -> None:
        """What was built."""
        set_text(self.files, "\n".join(result_words(result, profile)))
        remarks = remark_words(result)
        set_text(self.remarks, "\n".join(remarks))
        self.remarks.setVisible(bool(remarks))
        steps = next_steps(result, profile)
        set_text(self.steps, "\n".join(f"{at}. {step}" for at, step in enumerate(steps, start=1)))

    def show_expediente(self, known: Expediente | None) -> None:
        """What is written in already, or today."""
        self.numero.put(known.numero if known else "")
        self.clave.put(known.clave if known else "")
        day = (known.fecha if known else None) or self._today
        self.fecha.put(f"{day:%d/%m/%Y}")

    def _keep(self) -> None:
        read = read_receipt(self.numero.text, self.clave.text, self.fecha.text, self._today)
        wrong = {} if isinstance(read, Expediente) else read
        fields = {"numero": self.numero, "clave": self.clave, "fecha": self.fecha}
        for name, field in fields.items():
            field.complain(wrong.get(name, ""))
        if isinstance(read, Expediente):
            self.given.emit(read)
        else:
            next(field for name, field in fields.items() if name in wrong).setFocus()

    def _lay_out(self) -> None:
        done = Card(translate("packet", "Su expediente está listo"))
        done.body.addWidget(self.files)
        done.body.addWidget(self.remarks)
        row = FlowLayout(gap=theme().px(8))
        row.addWidget(self.open_folder)
        done.body.addLayout(row)
        now = Card(translate("packet", "Qué hacer ahora"))
        now.body.addWidget(self.steps)
        given = Card(translate("packet", "Cuando le den el número de expediente"))
        given.body.addWidget(
            label(
                translate("packet", "Escríbalo aquí: viaja solo a su UGEL y queda junto a su solicitud. "
                          "Si todavía no lo tiene, cierre y vuelva después."), "quiet", wrap=True,
            )
        )  # fmt: skip
        given.body.addWidget(FieldGrid([self.numero, self.clave, self.fecha], columns=3, narrowest=220))
        kept = FlowLayout(gap=theme().px(8))
        kept.addWidget(self.keep)
        given.body.addLayout(kept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, theme().px(6), 0)
        whole.setSpacing(theme().px(14))
        for card in (done, now, given):
            whole.addWidget(card)
        whole.addStretch(1)
