"""By keyboard alone: Tab reaches everything as the eye reads, each stop shows itself, no mnemonic is given twice."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)
from shiboken6 import getAllValidWrappers, isValid

from desktop.widgets.banner import Banner
from desktop.widgets.buttons import link, primary
from desktop.widgets.dialogs import Dialog
from desktop.widgets.fields import Field
from desktop.widgets.reading_order import ReadingWindow, stops
from desktop.widgets.record_list import RecordList
from desktop.windows.main_window import MainWindow
from tests.desktop.scenes import to_the_front

PAGES = ("home", "payslips", "legajo", "requests", "verify", "sync", "settings")


def walk(window: QWidget) -> Iterator[QWidget]:
    """Every stop of one round of Tab, beginning with the first."""
    first = QApplication.focusWidget()
    for _stop in range(200):
        window.focusNextPrevChild(True)
        now = QApplication.focusWidget()
        if now is None:
            return
        yield now
        if now is first:
            return


@pytest.mark.parametrize("key", PAGES)
def test_tab_reaches_every_control_of_a_page(qtbot: Any, window: MainWindow, key: str) -> None:
    page = visit(qtbot, window, key)
    qtbot.waitUntil(lambda: missed(window, page) == [])  # what is read meanwhile makes other controls


@pytest.mark.parametrize("key", PAGES)
def test_every_stop_shows_that_the_keyboard_is_there(qtbot: Any, window: MainWindow, key: str) -> None:
    visit(qtbot, window, key)
    qtbot.waitUntil(lambda: unseen(window) == [])


@pytest.mark.parametrize("key", PAGES)
def test_no_two_controls_in_sight_share_a_mnemonic(qtbot: Any, window: MainWindow, key: str) -> None:
    visit(qtbot, window, key)
    letters = Counter(mnemonics(window))
    assert [letter for letter, times in letters.items() if times > 1] == []


def visit(qtbot: Any, window: MainWindow, key: str) -> QWidget:
    """Go to a page and wait until there is something on it."""
    to_the_front(qtbot, window)
    window.go(key)
    page = window.page(key)
    qtbot.waitUntil(lambda: any(True for _stop in stops(page)))
    return page


def missed(window: MainWindow, page: QWidget) -> list[str]:
    """Names of the controls of a page that Tab passes over."""
    window.navigation.take_focus()
    visited = list(walk(window))
    return [
        told(widget) for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget not in visited
    ]  # fmt: skip


def unseen(window: MainWindow) -> list[str]:
    """Names of the stops that look the same with and without the focus."""
    window.navigation.take_focus()
    same = []
    for stop in walk(window):
        with_it = picture(stop)
        stop.clearFocus()
        without = picture(stop)
        if not isValid(stop):
            return ["another page meanwhile"]
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if with_it == without:
            same.append(told(stop))
    return same


def told(widget: QWidget) -> str:
    """For a failure."""
    return f"{type(widget).__name__} «{widget.accessibleName()}»"


def picture(widget: QWidget) -> QImage:
    """What is seen of it and a few pixels around."""
    QApplication.processEvents()
    if not isValid(widget):
        return QImage()
    window = widget.window()
    corner = widget.mapTo(window, widget.rect().topLeft())
    return window.grab(widget.rect().translated(corner).adjusted(-4, -4, 4, 4)).toImage()


def mnemonics(root: QWidget) -> Iterator[str]:
    """The letters behind an ampersand, of what is in sight."""
    for widget in root.findChildren(QWidget):
        spoken = isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None)
        if spoken and widget.isVisible():
            text = widget.text()  # type: ignore[attr-defined]  # both kinds have one
            yield from (letter.lower() for letter in re.findall(r"&([^&\s])", text.replace("&&", "")))


@pytest.fixture
def small(qtbot: Any) -> ReadingWindow:
    """Three fields in an order that is not the order of their making."""
    window = ReadingWindow()
    last, first, middle = QLineEdit(), QLineEdit(), QPushButton("en medio")
    for name, widget in (("last", last), ("first", first), ("middle", middle)):
        widget.setObjectName(name)
    column, row = QVBoxLayout(window), QHBoxLayout()
    column.addWidget(first)
    row.addWidget(middle)
    row.addWidget(last)
    column.addLayout(row)
    qtbot.addWidget(window)
    to_the_front(qtbot, window)
    return window


def test_tab_goes_through_the_layouts_both_ways(small: ReadingWindow) -> None:
    seen = [focused(small)]
    for forward in (True, True, True, False, False):
        small.focusNextPrevChild(forward)
        seen.append(focused(small))
    assert seen == ["first", "middle", "last", "first", "last", "middle"]


def focused(window: QWidget) -> str:
    """The name of what has the keyboard."""
    return (QApplication.focusWidget() or window).objectName()


def test_tab_goes_on_from_what_was_disabled(small: ReadingWindow) -> None:
    middle = small.findChild(QPushButton)
    assert middle is not None
    middle.setFocus()
    middle.setEnabled(False)
    assert QApplication.focusWidget() is small.findChild(QLineEdit, "last")


def test_enter_presses_the_button_that_has_the_focus(qtbot: Any) -> None:
    box = Dialog(None, "¿Seguir?")
    pressed: list[str] = []
    box.answer_with(link("&Detalles", lambda: pressed.append("details")), primary("&Seguir", box.accept))
    qtbot.addWidget(box)
    details = box.findChildren(QPushButton)[0]
    to_the_front(qtbot, box)
    details.setFocus()
    qtbot.keyClick(details, Qt.Key.Key_Return)
    assert pressed == ["details"]
    assert box.isVisible()


def test_held_enter_presses_once(small: ReadingWindow) -> None:
    button = small.findChild(QPushButton)
    assert button is not None
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    for held in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", held)
        QApplication.sendEvent(button, key)
    assert len(pressed) == 1


def test_the_window_opens_with_the_keyboard_on_the_navigation_and_a_page_takes_it_along(
    qtbot: Any, window: MainWindow
) -> None:
    to_the_front(qtbot, window)
    assert QApplication.focusWidget() is window.navigation._items["home"]
    window.go("payslips")
    assert QApplication.focusWidget() is window.navigation._items["payslips"]  # arrows go on from here
    page = window.page("payslips")
    next(iter(stops(page))).setFocus()
    window.go("sync")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.page("sync") is focus or window.page("sync").isAncestorOf(focus)


def test_ctrl_and_a_figure_lead_into_the_page_where_its_shortcuts_work(qtbot: Any, window: MainWindow) -> None:
    to_the_front(qtbot, window)
    page = window.page("payslips")
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), RecordList))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert page.isAncestorOf(focus)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What screen readers are told: the words, and whether at once."""
    told: list[tuple[str, bool]] = []

    def update(event: Any) -> None:
        urgent = event.politeness() == QAccessible.AnnouncementPoliteness.Assertive
        told.append((event.message(), urgent))

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return told


def test_what_comes_up_elsewhere_is_said_aloud(qtbot: Any, said: list[tuple[str, bool]]) -> None:
    banner, field = Banner(), Field("&Usuario")
    for widget in (banner, field):
        qtbot.addWidget(widget)
    banner.say("Llegó una boleta nueva.", "good")
    field.complain("Falta completar este dato.")
    field.complain("")
    assert said == [("Llegó una boleta nueva.", False), ("Falta completar este dato.", True)]


def test_the_countdown_is_said_once(window: MainWindow, said: list[tuple[str, bool]], qtbot: Any) -> None:
    to_the_front(qtbot, window)
    for seconds in (30, 29, 28):
        window.warn_of_lock(seconds)
    assert [words for words, _urgent in said] == [
        "Por seguridad se bloqueará en 30 s. Mueva el ratón o pulse una tecla."
    ]


def known_items() -> set[int]:
    return {id(one) for one in getAllValidWrappers() if isinstance(one, QWidgetItem | QSpacerItem)}


def test_going_round_with_tab_leaves_nothing_of_a_layout_behind(qtbot: Any) -> None:
    """A `QWidgetItem` that Python still knows when Qt has deleted it ends the process at the next widget."""
    window = ReadingWindow()
    qtbot.addWidget(window)
    whole, row, grid = QVBoxLayout(window), QHBoxLayout(), QGridLayout()
    lines = [QLineEdit() for _ in range(4)]
    grid.addWidget(lines[3], 0, 0)
    for one in lines[1:3]:
        row.addWidget(one)
    whole.addLayout(row)
    whole.addWidget(lines[0])
    whole.addLayout(grid)
    window.show()
    before = known_items()
    assert list(stops(window)) == [lines[1], lines[2], lines[0], lines[3]]
    assert known_items() == before
