"""The payslip redrawn from what is signed and nothing else, marked so that nobody takes it for the payslip.

A sheet inside the program: it cannot be saved or printed from here, since it would be one more paper without a seal.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label
from desktop.presenters.rebuilt import Rebuilt, RebuiltList, caution, rebuilt
from desktop.presenters.verdict_detail import VerdictDetail
from desktop.theme import Weight, theme
from desktop.widgets.buttons import primary
from desktop.widgets.card import line
from desktop.widgets.dialogs import Dialog
from desktop.words import translate


def show_reconstruction(parent: QWidget | None, detail: VerdictDetail) -> None:
    """The dialog, until the person closes it."""
    reconstruction_box(parent, detail).exec()


def reconstruction_box(parent: QWidget | None, detail: VerdictDetail) -> Dialog:
    """The dialog of `show_reconstruction`, not yet shown. ValueError where nothing may be shown."""
    if detail.claims is None:
        raise ValueError("there is nothing signed to show")
    box = Dialog(parent, translate("verify", "Reconstruida solo con lo firmado"), "file-check")
    box.say(caution(detail.claims), "quiet")
    box.body.addWidget(Sheet(rebuilt(detail.claims), detail.facts))
    box.answer_with(primary(translate("verify", "&Cerrar"), box.accept))
    return box


class Sheet(QFrame):
    """The rebuilt payslip with its mark across it."""

    def __init__(self, content: Rebuilt, facts: str) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setMinimumWidth(theme().px(560))
        column = QVBoxLayout(self)
        inset = theme().px(18)
        column.setContentsMargins(inset, inset, inset, inset)
        column.setSpacing(theme().px(10))
        self.mark = translate("verify", "RECONSTRUCCIÓN")
        column.addWidget(_toned(label(self.mark, "strong"), "wait"))
        column.addWidget(label(content.heading, "heading", wrap=True))
        column.addLayout(_pairs(content.facts))
        for part in content.lists:
            column.addWidget(line())
            column.addLayout(_amounts(part))
        column.addWidget(line())
        column.addLayout(_pairs(content.totals, strong=True))
        if content.remark:
            column.addWidget(label(content.remark, "small", wrap=True))
        column.addWidget(label(facts, "small", wrap=True))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = look.color("wait")
        colour.setAlpha(26)
        painter.setPen(colour)
        painter.setFont(look.font(30, Weight.Bold))
        painter.translate(self.rect().center())
        painter.rotate(-24)
        step = look.px(120)
        for row in range(-6, 7):
            painter.drawText(
                QRectF(-self.width(), row * step, 2 * self.width(), step),
                int(Qt.AlignmentFlag.AlignCenter),
                f"{self.mark}   {self.mark}",
            )


def _toned(words: QLabel, tone: str) -> QLabel:
    words.setProperty("tone", tone)
    return words


def _pairs(pairs: tuple[tuple[str, str], ...], *, strong: bool = False) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().px(16))
    grid.setVerticalSpacing(theme().px(4))
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(pairs):
        grid.addWidget(label(name, "small"), row, 0)
        shown = label(value, "strong" if strong else "body", wrap=not strong)
        grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignRight if strong else Qt.AlignmentFlag(0))
    return grid


def _amounts(part: RebuiltList) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().px(16))
    grid.setVerticalSpacing(theme().px(3))
    grid.setColumnStretch(0, 1)
    grid.addWidget(label(part.title, "caption"), 0, 0)
    for row, (name, amount) in enumerate(part.lines, 1):
        grid.addWidget(label(name, "body", wrap=True), row, 0)
        grid.addWidget(label(amount, "body"), row, 1, Qt.AlignmentFlag.AlignRight)
    return grid
