"""The manual, readable without internet and without a profile: chapters on the left, one of them on the right.

A window of its own, so that a person can read and do at the same time. The text came with the program and is ours: the
only one that is shown with its marks. It is read on the pool.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics, QIcon, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label
from desktop.presenters.errors import explain
from desktop.presenters.manual import Chapter, chapters, speaking_of
from desktop.theme import theme
from desktop.widgets.dialogs import tell_trouble
from desktop.widgets.fields import Field
from desktop.widgets.manual_text import ManualText
from desktop.words import translate
from resources import path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.tasks.desk import Desk

_BESIDE = 30  # px left and right of a title: what the style sheet gives an entry, and Qt's own margin
MANUAL = Path(__file__).resolve().parents[2] / "docs" / "manual" / "manual.md"  # in the package too


class ChapterList(QListWidget):
    """Titles, whole ones: a long one takes two lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Help", "Temas de la ayuda"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setWordWrap(True)

    def show_titles(self, titles: "Sequence[str]") -> None:
        """These and no others."""
        self.clear()
        self.addItems(list(titles))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        letters, wide = QFontMetrics(theme().font(14)), max(80, self.viewport().width() - _BESIDE)
        for row in range(self.count()):
            item = self.item(row)
            words = letters.boundingRect(0, 0, wide, 2000, Qt.TextFlag.TextWordWrap.value, item.text())
            item.setSizeHint(QSize(wide, words.height() + theme().px(18)))


class HelpWindow(QWidget):
    """`closing` when the person closes it. `chapter` is the one that is shown, None before the manual was read."""

    closing = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.setWindowTitle(translate("Help", "Chasqui: ayuda"))
        self.setWindowIcon(QIcon(str(path("icons", "chasqui.svg"))))
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(800, 560)
        self.resize(1100, 700)
        self._manual: tuple[Chapter, ...] = ()
        self._shown: tuple[Chapter, ...] = ()
        self.chapter: Chapter | None = None
        self.search = Field(translate("Help", "&Buscar en la ayuda"))
        self.list = ChapterList()
        self.nothing = label(
            translate("Help", "Ningún tema habla de eso. Pruebe con otra palabra."), "quiet", wrap=True
        )
        self.text = ManualText()
        self._lay_out()
        self.search.edit.textChanged.connect(lambda _text: self._list_chapters())
        self.list.currentRowChanged.connect(self._show_chapter)
        theme().changed.connect(self._paint)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.edit.setFocus)
        desk.start(self, lambda _job: _read(), self._show, lambda error: tell_trouble(self, explain(error)))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closing.emit()

    def _show(self, manual: str) -> None:
        self._manual = chapters(manual)
        self._list_chapters()

    def _list_chapters(self) -> None:
        """Those that speak of what is searched; the one that is read stays if it is among them."""
        before = self.chapter
        self._shown = speaking_of(self._manual, self.search.text)
        self.list.blockSignals(True)
        self.list.show_titles([chapter.title for chapter in self._shown])
        self.list.blockSignals(False)
        self.nothing.setVisible(not self._shown and bool(self._manual))
        if self._shown:
            self.list.setCurrentRow(self._shown.index(before) if before in self._shown else 0)

    def _show_chapter(self, row: int) -> None:
        if 0 <= row < len(self._shown) and self._shown[row] != self.chapter:
            self.chapter = self._shown[row]
            self._paint()

    def _paint(self) -> None:
        if self.chapter is not None:
            self.text.show_page(f"## {self.chapter.title}\n\n{self.chapter.body}")

    def _lay_out(self) -> None:
        look = theme()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, look.px(14), 0)
        column.setSpacing(look.px(10))
        column.addWidget(label(translate("Help", "Ayuda"), "title"))
        for part in (self.search, self.nothing):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        self.nothing.hide()
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(self.text)
        halves.setStretchFactor(1, 1)
        halves.setSizes([300, 800])  # parts of what there is, also with large letters
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*(look.px(22),) * 4)
        whole.addWidget(halves)


def _read() -> str:
    return MANUAL.read_text(encoding="utf-8")
