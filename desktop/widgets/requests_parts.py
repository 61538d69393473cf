"""Parts that the detail of a request shows to the person and to the office alike: before and after, papers, history."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.plain import breakable, label
from desktop.presenters.requests_detail import DocumentLine, ReasonBox, Row, Step
from desktop.theme import theme
from desktop.widgets.buttons import link
from desktop.widgets.card import line
from desktop.widgets.icon_label import IconLabel
from desktop.words import translate

_BOX_SIGNS = {"wait": "circle-alert", "bad": "triangle-alert", "info": "info", "good": "circle-check"}


def before_after(rows: Sequence[Row], *, before_known: bool) -> QWidget:
    """Field by field. Where nothing was before, or nothing will be after, that column is left out."""
    made = QWidget()
    made.setProperty("ground", "none")
    made.setAccessibleName(translate("requests", "Qué cambia"))
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme().px(14))
    grid.setVerticalSpacing(theme().px(5))
    had = before_known and any(row.before for row in rows)
    gets = any(row.after for row in rows)
    titles = [translate("requests", "Dato")]
    titles += [translate("requests", "Como está")] if had else []
    titles += [translate("requests", "Como se pide")] if gets else []
    for column, (words, stretch) in enumerate(zip(titles, (5, 7, 7), strict=False)):
        grid.addWidget(label(words, "caption", wrap=True), 0, column)
        grid.setColumnStretch(column, stretch)
    for place, row in enumerate(rows):
        at = 2 * place + 2
        grid.addWidget(line(), at - 1, 0, 1, len(titles))
        grid.addWidget(label(row.label, "body", wrap=True), at, 0, Qt.AlignmentFlag.AlignTop)
        if had:
            grid.addWidget(label(breakable(row.before or "—"), "quiet", wrap=True), at, 1, Qt.AlignmentFlag.AlignTop)
        if gets:
            grid.addWidget(
                label(breakable(row.after or "—"), "strong", wrap=True), at, len(titles) - 1, Qt.AlignmentFlag.AlignTop
            )
    return made


def document_list(documents: Sequence[DocumentLine], view: Callable[[str], object] | None) -> QWidget:
    """Each paper with a way to see it; `view(sha256)`. None: they are named and not for this person to see."""
    made, column = ground(4)
    for document in documents:
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        row.addWidget(IconLabel("file-text", "quiet", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(document.title, "body", wrap=True))
        words.addWidget(label(document.note, "small", wrap=True))
        row.addLayout(words, 1)
        if view is None:
            pass
        elif document.sha256:
            button = link(_see(document), partial(view, document.sha256))
            button.setAccessibleName(f"{_see(document)}: {document.title}")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        else:
            row.addWidget(label(translate("requests", "sin archivo"), "small"))
        column.addLayout(row)
    return made


def _see(document: DocumentLine) -> str:
    return translate("requests", "Ver") if document.here else translate("requests", "Traer")


def history_list(steps: Sequence[Step]) -> QWidget:
    """What happened, oldest first: state, when, who, what was said."""
    made, column = ground(8)
    for step in steps:
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        tone = step.mark.tone if step.mark.tone != "neutral" else "quiet"
        row.addWidget(IconLabel(step.mark.sign, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(step.mark.word, "strong", wrap=True))
        who = translate("requests", "{when} · {who}").format(when=step.when, who=step.who) if step.who else step.when
        words.addWidget(label(who, "small", wrap=True))
        if step.note:
            words.addWidget(label(step.note, "body", wrap=True))
        row.addLayout(words, 1)
        column.addLayout(row)
    return made


def reason_frame(box: ReasonBox) -> QFrame:
    """The office's words in a box that cannot be overlooked."""
    made = QFrame()
    made.setProperty("banner", box.tone)
    made.setAccessibleName(f"{box.title}. {box.words}")
    row = QHBoxLayout(made)
    inset = theme().px(12)
    row.setContentsMargins(inset, theme().px(10), inset, theme().px(10))
    row.setSpacing(theme().px(10))
    row.addWidget(IconLabel(_BOX_SIGNS[box.tone], box.tone, 20), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(theme().px(2))
    words.addWidget(label(box.title, "strong", wrap=True))
    words.addWidget(label(box.words, "body", wrap=True))
    row.addLayout(words, 1)
    return made


def titled(title: str, inside: QWidget) -> QWidget:
    """A part under its heading."""
    made, column = ground(6)
    column.addWidget(label(title, "heading", wrap=True))
    column.addWidget(inside)
    return made


def ground(spacing: float) -> tuple[QWidget, QVBoxLayout]:
    """A widget without a surface of its own, and the column in it."""
    made = QWidget()
    made.setProperty("ground", "none")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(spacing))
    return made, column
