"""How the dialog of a sustento is laid out: the pages on the left, what the paper says on the right.

Where there is no room for both, one below the other. Shows and asks nothing by itself: `sustento` does.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.plain import label, set_text
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.drop_area import DropArea
from desktop.widgets.page import scrolling
from desktop.widgets.page_strip import PageStrip
from desktop.widgets.page_viewer import PageViewer
from desktop.widgets.progress import ProgressRow
from desktop.widgets.support_form import SupportForm
from desktop.widgets.zoom_bar import ZoomBar
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk
    from documents.legajo_catalogue import LegajoCatalogue

BOTH_FROM = 880  # pixels at 100 % from which pages and words stand beside each other
WISHED = QSize(1120, 720)


class SustentoLayout:
    """The parts of the dialog, by name."""

    def __init__(self, dialog: QDialog, desk: "Desk", catalogue: "LegajoCatalogue", today: date) -> None:
        self._dialog = dialog
        self.banner = Banner()
        self.drop = DropArea(folders=False, lead=translate("sustento", "Suelte aquí el PDF o las fotos"))
        self.strip = PageStrip()
        self.viewer = PageViewer(desk, foreign=True)
        self.progress = ProgressRow()
        self.form = SupportForm(catalogue, today)
        self.size = label("", "strong", wrap=True)
        self.remarks = label("", "small", wrap=True)
        self.away = label(
            translate("sustento", "El archivo de este documento no está en esta computadora. Puede corregir sus datos "
                      "sin él, o elegir otro archivo en su lugar."), wrap=True,
        )  # fmt: skip
        self.more = secondary(translate("sustento", "&Agregar más…"), icon="plus")
        self.preview = link(translate("sustento", "&Ver el PDF"), self._turn_preview, "eye")
        self.save = primary(translate("sustento", "&Guardar"), icon="check")
        self.cancel = secondary(translate("sustento", "&Cancelar"))
        self.title = label("", "title", wrap=True)
        self._pdf = b""
        self._lay_out()

    def retitle(self, *, new: bool) -> None:
        """Which of the two works it is."""
        title = translate("sustento", "Agregar sustento") if new else translate("sustento", "Documento de sustento")
        set_text(self.title, title)
        self._dialog.setWindowTitle(title)
        self._dialog.setAccessibleName(title)

    def show_pages(self, *, entries: bool, away: bool) -> None:
        """The pages when there are any, else where to drop them."""
        self._stack.setVisible(entries)
        self.more.setVisible(entries)
        self.preview.setVisible(entries)
        self.drop.setVisible(not entries)
        self._hint.setVisible(not entries)
        self.away.setVisible(away)
        if not entries:
            self._stack.setCurrentIndex(0)

    def complain(self, text: str) -> None:
        """Say what went wrong, where it is seen."""
        self.banner.say(text, "wait")
        self._area.verticalScrollBar().setValue(0)

    def tell_size(self, line: str, remarks: Sequence[str]) -> None:
        """How large the file comes to be, and what was done to it."""
        set_text(self.size, line)
        self.size.setVisible(bool(line))
        set_text(self.remarks, "\n".join(remarks))
        self.remarks.setVisible(bool(remarks))

    def show_pdf(self, pdf: bytes) -> None:
        """What the preview shows, when it is open."""
        self._pdf = pdf
        self.preview.setEnabled(bool(pdf))
        if pdf and self._stack.currentIndex() == 1:
            self.viewer.show_pdf(pdf)

    def arrange(self, width: int) -> None:
        """Beside each other where there is room."""
        beside = width >= theme().px(BOTH_FROM)
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != wanted:
            self._columns.setDirection(wanted)
        self._stack.setMinimumHeight(theme().px(260 if beside else 300))

    def _turn_preview(self) -> None:
        shows = self._stack.currentIndex() == 0
        self._stack.setCurrentIndex(1 if shows else 0)
        self.preview.say(
            translate("sustento", "&Volver a las páginas") if shows else translate("sustento", "&Ver el PDF")
        )
        if shows and self._pdf:
            self.viewer.show_pdf(self._pdf)
            self.viewer.setFocus()

    def _lay_out(self) -> None:
        dialog = self._dialog
        whole = QVBoxLayout(dialog)
        inset = theme().px(20)
        whole.setContentsMargins(inset, inset, inset, inset)
        whole.setSpacing(theme().px(12))
        self._area = scrolling(self._inside())
        whole.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme().px(8))
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        whole.addLayout(foot)
        room = dialog.screen().availableGeometry()
        wished = QSize(theme().px(WISHED.width()), theme().px(WISHED.height()))
        dialog.resize(wished.boundedTo(room.size() * 0.96))

    def _inside(self) -> QWidget:
        """All that scrolls: on a low screen with large text a complaint must not take the room of the pages."""
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme().px(16))
        self._columns.addWidget(self._left(), 56)
        self._columns.addWidget(self._right(), 44)
        column.addWidget(self.title)
        column.addWidget(self.banner)
        column.addLayout(self._columns, 1)
        return inside

    def _left(self) -> QWidget:
        card = Card(translate("sustento", "El archivo"))
        self._hint = label(
            translate("sustento", "Un PDF, o fotos JPG o PNG de cada hoja. Se juntan en un solo PDF, derechas y "
                      "livianas, sin el lugar ni la cámara que guardan los teléfonos."), "quiet", wrap=True,
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(self.strip)
        self._stack.addWidget(self._previewed())
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(self.more)
        row.addWidget(self.preview)
        row.addStretch(1)
        self.progress.hide()
        for part in (self.away, self.drop, self._hint, self.progress):
            card.body.addWidget(part)
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(self.size)
        card.body.addWidget(self.remarks)
        card.body.addLayout(row)
        card.body.addStretch(0)
        return card

    def _previewed(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(ZoomBar(self.viewer), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.viewer, 1)
        return made

    def _right(self) -> QWidget:
        card = Card(translate("sustento", "Qué dice el documento"))
        card.body.addWidget(self.form)
        card.body.addStretch(1)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return card
