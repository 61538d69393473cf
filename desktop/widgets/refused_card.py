"""Sincronización: decisions of an office's person that were not applied, with who and when; there only then."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.plain import label
from desktop.presenters.tray_refused import RefusedLine
from desktop.theme import theme
from desktop.widgets.buttons import link
from desktop.widgets.card import Card
from desktop.words import translate


class RefusedCard(Card):
    """`opened(uuid)`: that request in the tray; `read(uuid)`: the person knows now."""

    opened = Signal(str)
    read = Signal(str)

    def __init__(self) -> None:
        super().__init__(translate("tray", "Decisiones no aplicadas"), spacing=10)
        self._rows: list[QWidget] = []
        self.hide()

    def show_lines(self, lines: Sequence[RefusedLine]) -> None:
        """Made anew; hidden without any."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(line) for line in lines]
        for row in self._rows:
            self.body.addWidget(row)
        self.setVisible(bool(lines))

    def _row(self, line: RefusedLine) -> QWidget:
        made = QWidget()
        made.setProperty("ground", "none")
        whole = QVBoxLayout(made)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme().px(2))
        whole.addWidget(label(line.title, "strong", wrap=True))
        whole.addWidget(label(line.words, "body", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        for words, work in (
            (translate("tray", "Ver en la Bandeja"), partial(self.opened.emit, line.request)),
            (translate("tray", "Entendido"), partial(self.read.emit, line.request)),
        ):
            button = link(words, work)
            button.setAccessibleName(f"{words}: {line.title}")
            row.addWidget(button)
        row.addStretch(1)
        whole.addLayout(row)
        return made
