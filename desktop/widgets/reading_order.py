"""How the keyboard goes through a window: Tab as the eye reads, and Enter presses the button that has the focus.

Tab follows the layouts, in the order in which they hold their parts, and goes round. Qt's own order is the order in
which parts were made, and it passes over what stands before the focus proxy of a page.
"""

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QWidget,
)
from typing_extensions import override

EDGE = 50  # pixels kept around what is scrolled into sight, as Qt does


class ReadingWindow(QWidget):
    """A window whose Tab follows the reading order."""

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        return step(self, forward=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press(event):
            super().keyPressEvent(event)


class ReadingDialog(QDialog):
    """A dialog whose Tab follows the reading order; Enter presses the default button only from elsewhere."""

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        return step(self, forward=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press(event):
            super().keyPressEvent(event)


def step(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to the stop after, or before, the one that has it. False: there is none."""
    every = list(stops(window))
    if not every:
        return False
    now = QApplication.focusWidget()
    at = next((place for place, stop in enumerate(every) if stop is now), None)
    if at is None:
        at = _place_of(window, now, every, forward=forward)
    _enter(every[(at + (1 if forward else -1)) % len(every)], forward=forward)
    return True


def press(event: QKeyEvent) -> bool:
    """Press the button that has the focus, if this is Enter and there is one; Qt would do so on some systems only."""
    button = QApplication.focusWidget()
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or not isinstance(button, QPushButton):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


def stops(root: QWidget) -> Iterator[QWidget]:
    """Where Tab stops inside a widget now, in order: what is seen, can be used and wants the keyboard."""
    if not root.isVisible() or not root.isEnabled():
        return
    if root.focusProxy() is None and _stops_at(root):
        yield root
    for part in _parts(root):
        yield from stops(part)


def _stops_at(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group and group.exclusive() and group.checkedButton():  # one stop for the group; arrows go on from there
        return widget is group.checkedButton()
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """The widgets directly inside, as they are laid out; what no layout holds comes last."""
    if isinstance(widget, QScrollArea):
        yield from filter(None, (widget.widget(),))
        return
    if isinstance(widget, QAbstractItemView):
        return
    if isinstance(widget, QSplitter):
        yield from filter(None, (widget.widget(place) for place in range(widget.count())))
        return
    layout = widget.layout()
    laid = list(_laid_out(layout)) if layout is not None else []
    yield from laid
    held = {id(part) for part in laid}
    for child in widget.children():
        if isinstance(child, QWidget) and id(child) not in held and not child.isWindow():
            yield child


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """What a layout holds, in its order. Never by `itemAt`: Python's side of an item outlives the item.

    Qt deletes the item together with its widget, the address is used again, and the next thing that lies there is
    taken for the old item: the process dies. Widgets and layouts are followed by Qt itself until they go.
    """
    owner = layout.parentWidget()
    widgets = owner.children() if owner is not None else []
    inside = [one for one in (*widgets, *layout.children()) if isinstance(one, QWidget | QLayout)]
    placed = ((layout.indexOf(one), one) for one in inside)
    for _place, one in sorted((pair for pair in placed if pair[0] >= 0), key=lambda pair: pair[0]):
        if isinstance(one, QLayout):
            yield from _laid_out(one)
        else:
            yield one


def _place_of(window: QWidget, now: QWidget | None, every: list[QWidget], *, forward: bool) -> int:
    """The stop to count from when the focus is at none: on a page as a whole, on a part that was disabled."""
    inside = [place for place, stop in enumerate(every) if now is not None and now.isAncestorOf(stop)]
    if inside and now is not window:
        return inside[0] - 1 if forward else inside[0]
    order = {id(widget): place for place, widget in enumerate(_all(window))}
    here = order.get(id(now), -1)
    before = [place for place, stop in enumerate(every) if order[id(stop)] < here]
    return before[-1] if forward and before else (-1 if forward else len(before))


def _all(root: QWidget) -> Iterator[QWidget]:
    return chain([root], *(_all(part) for part in _parts(root)))


def _enter(stop: QWidget, *, forward: bool) -> None:
    stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    above = stop.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(stop, EDGE, EDGE)
        above = above.parentWidget()
