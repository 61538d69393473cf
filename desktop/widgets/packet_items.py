"""The documents of a packet in their order: which go in, which are printed on both sides."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label, set_text
from desktop.theme import theme
from desktop.widgets.buttons import icon_button
from desktop.widgets.flow import FlowLayout
from desktop.words import translate


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """One document. `here`: whether its file is in this computer."""

    key: str
    title: str
    detail: str
    here: bool


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """One that goes in."""

    key: str
    title: str
    two_sided: bool


class _Row(QWidget):
    def __init__(self, entry: ItemEntry) -> None:
        super().__init__()
        self.entry = entry
        self.goes = QCheckBox()
        self.goes.setAccessibleName(entry.title)
        self.goes.setChecked(entry.here)
        self.goes.setEnabled(entry.here)
        self.title = label(entry.title, wrap=True)
        self.title.installEventFilter(self)
        self.sides = QCheckBox()
        set_text(self.sides, translate("packet", "Sus hojas tienen anverso y reverso"))
        self.sides.setEnabled(entry.here)
        name = entry.title
        self.up = icon_button("chevron-up", translate("packet", "Subir: {name}").format(name=name))
        self.down = icon_button("chevron-down", translate("packet", "Bajar: {name}").format(name=name))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self.title)
        if entry.here:
            below = FlowLayout(gap=theme().px(16))
            below.addWidget(label(entry.detail, "small"))
            below.addWidget(self.sides)
            text.addLayout(below)
        else:
            away = translate("packet", "Su archivo no está en esta computadora: sincronice y vuelva a preparar.")
            text.addWidget(label(away, "wait", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(4))
        row.addWidget(self.goes, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and watched is self.title:
            self.goes.click()  # the words belong to the box; a check box by itself does not wrap them
        return super().eventFilter(watched, event)


class PacketItems(QWidget):
    """`choices`: what goes in, in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[_Row] = []
        self._empty = label(
            translate("packet", "Esta solicitud no tiene documentos: el expediente llevará solo su pedido."), "quiet",
            wrap=True,
        )  # fmt: skip
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))
        self._column.addWidget(self._empty)

    @property
    def choices(self) -> tuple[ItemChoice, ...]:
        """The documents that go in."""
        return tuple(
            ItemChoice(row.entry.key, row.entry.title, row.sides.isChecked())
            for row in self.rows
            if row.goes.isChecked()
        )

    def show_entries(self, entries: Sequence[ItemEntry]) -> None:
        """These documents."""
        for row in self.rows:
            row.deleteLater()
        self.rows = [_Row(entry) for entry in entries]
        for row in self.rows:
            row.up.clicked.connect(lambda _checked=False, row=row: self._shift(row, -1))
            row.down.clicked.connect(lambda _checked=False, row=row: self._shift(row, 1))
        self._empty.setVisible(not entries)
        self._arrange()

    def _shift(self, row: _Row, step: int) -> None:
        at = self.rows.index(row)
        target = min(max(at + step, 0), len(self.rows) - 1)
        self.rows.insert(target, self.rows.pop(at))
        self._arrange()
        (row.up if step < 0 else row.down).setFocus()

    def _arrange(self) -> None:
        for at, row in enumerate(self.rows):
            self._column.removeWidget(row)
            self._column.addWidget(row)
            row.up.setEnabled(at > 0)
            row.down.setEnabled(at < len(self.rows) - 1)
