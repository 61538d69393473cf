"""The only door by which text reaches a widget. What a server or a person wrote stays text: nothing reads markup.

A static test forbids `QLabel(text)`, `setText` and `setToolTip` elsewhere in `desktop`.
"""

import html
import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

LONG_WORD = 16  # letters
TextHolder = QLabel | QAbstractButton | QLineEdit | QPlainTextEdit


def label(text: str = "", role: str = "body", *, wrap: bool = False) -> QLabel:
    """A label that shows text as it is. `role` picks its look in the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    made.setText(text)
    return made


def set_text(holder: TextHolder, text: str) -> None:
    """Show this text as it is, in a label, a button or a field."""
    if isinstance(holder, QPlainTextEdit):
        holder.setPlainText(text)
        return
    if isinstance(holder, QLabel):
        holder.setTextFormat(Qt.TextFormat.PlainText)
    holder.setText(text)


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Let a screen reader say what came up while the person is elsewhere. `urgent`: at once, not after the rest."""
    if not text:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not wanted before the first window

    event = QAccessibleAnnouncementEvent(widget, text)
    kinds = QAccessible.AnnouncementPoliteness
    event.setPoliteness(kinds.Assertive if urgent else kinds.Polite)
    QAccessible.updateAccessibility(event)


def set_tooltip(widget: QWidget, text: str) -> None:
    """A tool tip has no plain mode, so its text is escaped; it also becomes the description for screen readers."""
    widget.setToolTip(f"<span>{html.escape(text)}</span>" if text else "")
    widget.setAccessibleDescription(text)


def unmarked(text: str) -> str:
    """For buttons, menus and tabs, where "&" would underline the next letter: text that came from outside."""
    return text.replace("&", "&&")


def breakable(text: str) -> str:
    """For narrow columns: long words, as addresses of mail are, may break behind their signs (zero-width spaces)."""
    words = (
        re.sub(r"(?<=[@._/-])(?=.)", "\u200b", word) if len(word) > LONG_WORD else word for word in text.split(" ")
    )
    return " ".join(words)


def mark_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Frame a field whose value is complained about; the words stand below it."""
    if widget.property("wrong") != wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another look of the style sheet."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
