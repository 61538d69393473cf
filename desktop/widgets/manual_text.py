"""A page of the manual as one reads it: air between paragraphs, lines that are not too long, tables with quiet borders.

Only for text that came with the program: it is the one place where marks in a text become looks.
"""

from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextLength, QTextTable
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget
from typing_extensions import override

from desktop.theme import theme
from desktop.words import translate

_LINE = 780  # px of the 100 % design
_HEIGHT = 130  # of a line, per cent
_FIRST_COLUMN = 34  # of a table, per cent of its width


class ManualText(QTextBrowser):
    """`show_page(markdown)`; nothing in it leads anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Help", "Texto de la ayuda"))
        self.setOpenLinks(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)

    def show_page(self, markdown: str) -> None:
        """From its top, in the look that there is now."""
        look, page = theme(), self.document()
        page.setDefaultFont(look.font(15))
        page.setDocumentMargin(look.px(22))
        self.setMarkdown(markdown)
        self._give_air()
        for frame in page.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _quieten(frame)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), theme().px(_LINE)))

    def _give_air(self) -> None:
        look, block = theme(), self.document().begin()
        while block.isValid():
            air, cursor = QTextBlockFormat(), QTextCursor(block)
            if cursor.currentTable() is None:
                heading = block.blockFormat().headingLevel() > 0
                air.setBottomMargin(look.px(12 if heading else 8))
                air.setLineHeight(_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
                cursor.mergeBlockFormat(air)
            block = block.next()


def _quieten(table: QTextTable) -> None:
    looks = table.format().toTableFormat()
    looks.setCellPadding(theme().px(7))
    looks.setBorderBrush(theme().color("field"))
    looks.setBorderCollapse(True)
    looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    if table.columns() == 2:  # what it is about, and what to know of it
        shares = (_FIRST_COLUMN, 100 - _FIRST_COLUMN)
        looks.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for share in shares])
    table.setFormat(looks)
