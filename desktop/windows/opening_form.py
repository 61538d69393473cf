"""The first run without internet: a packet from the UGEL and the seven words. Then the password of this computer."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.pages.stick_deeds import ask_packet
from desktop.plain import label, set_text
from desktop.presenters.stick_faults import said
from desktop.theme import theme
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.fields import Field
from desktop.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.tasks.desk import Desk
    from sync.stick.opening import FirstPacket


class OpeningForm(QWidget):
    """`opened(FirstPacket)` when the words open the packet; `back` when the person would rather not."""

    opened = Signal(object)
    back = Signal()

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.path: Path | None = None
        self.ask_packet: Callable[[], Path | None] = partial(ask_packet, self)
        self.choose = secondary(translate("Opening", "&Elegir el paquete…"), self._choose, "usb")
        self.chosen = label(translate("Opening", "Todavía no eligió ninguno."), "quiet", wrap=True)
        self.words = Field(
            translate("Opening", "Las siete &palabras"),
            _hint(),
        )
        self.wrong = label("", "bad", wrap=True)
        self.wrong.hide()
        self.busy = QProgressBar()
        self.go = primary(translate("Opening", "&Abrir"), self.submit)
        self.previous = link(translate("Opening", "&Volver"), self.back.emit, "arrow-left")
        self.words.edit.returnPressed.connect(self.submit)
        self._lay_out()

    def take(self, path: Path) -> None:
        """This packet."""
        self.path = path
        set_text(self.chosen, path.name)
        self.words.setFocus()

    def submit(self) -> None:
        """Open it on the pool: the words take a third of a second."""
        if not self.go.isEnabled() or not self._complete():
            return
        path, words = self.path, self.words.text
        if path is None:
            return
        self._show_busy(busy=True)

        def work(_job: object) -> "FirstPacket":
            from sync.stick.opening import open_first

            return open_first(path, words)

        self._desk.start(self, work, self._opened, self._failed)

    def _choose(self) -> None:
        path = self.ask_packet()
        if path is not None:
            self.take(path)

    def _complete(self) -> bool:
        from documents.stick.passphrase import WORDS, tidy, unknown_words

        if self.path is None:
            self._complain(translate("Opening", "Elija primero el paquete que le dio su UGEL."))
            self.choose.setFocus()
            return False
        strange = unknown_words(self.words.text)
        if strange or len(tidy(self.words.text).split()) != WORDS:
            told = translate("Opening", "Deben ser siete palabras de la lista. Revise: {words}.")
            few = translate("Opening", "cuántas escribió")
            self.words.complain(told.format(words=", ".join(strange[:3]) or few))
            self.words.setFocus()
            return False
        self.words.advise(_hint())
        return True

    def _opened(self, first: "FirstPacket") -> None:
        self._show_busy(busy=False)
        self.words.put("")
        self.opened.emit(first)

    def _failed(self, error: Exception) -> None:
        self._show_busy(busy=False)
        self._complain(said(error))

    def _complain(self, words: str) -> None:
        set_text(self.wrong, words)
        self.wrong.show()

    def _show_busy(self, *, busy: bool) -> None:
        self.busy.setVisible(busy)
        self.wrong.hide()
        for part in (self.go, self.choose, self.words, self.previous):
            part.setEnabled(not busy)

    def _lay_out(self) -> None:
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(translate("Opening", "Abriendo el paquete"))
        self.busy.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(12))
        inside.addWidget(label(translate("Opening", "Abrir un paquete de una memoria"), "title", wrap=True))
        why = translate(
            "Opening",
            "Sin internet: su UGEL le da un paquete inicial en una memoria USB y, en persona, siete palabras.",
        )
        inside.addWidget(label(why, "quiet", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(self.choose)
        row.addWidget(self.chosen, 1)
        inside.addLayout(row)
        for part in (self.words, self.wrong, self.busy):
            inside.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.previous)
        foot.addStretch(1)
        foot.addWidget(self.go)
        inside.addLayout(foot)


def _hint() -> str:
    return translate("Opening", "En su orden, con espacios. Las tildes y mayúsculas no importan.")
