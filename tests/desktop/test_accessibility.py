"""Every control has a name and can be reached; nothing is cut at 200 %, in either theme."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from desktop.preferences import Preferences
from desktop.theme import Appearance, Look, Theme
from desktop.windows.closing import Leaving
from desktop.windows.forgotten import Forgotten
from desktop.windows.help import HelpWindow
from desktop.windows.profile_dialogs import ChangePassword, Rename
from desktop.windows.sign_in_window import SignInWindow
from storage.profile import Vault
from storage.profile_card import ProfileCard
from tests.desktop.scenes import Lived

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QProgressBar,
)  # fmt: skip


def controls(root: QWidget) -> Iterator[QWidget]:
    """What a person can use or a screen reader should announce; Qt's own inner parts left out."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, CONTROLS) and not _is_inner(widget):
            yield widget


def _is_inner(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return (
        widget.objectName().startswith("qt_")
        or isinstance(parent, (QComboBox, QAbstractItemView, QTabBar))
        or (isinstance(parent, QLineEdit) and not isinstance(widget, QPushButton))  # Qt's own cross
        or widget.metaObject().className() == "QComboBoxListView"
    )


@pytest.fixture
def every_window(live: Callable[..., Lived], vault: Vault, qtbot: Any, opened: Any) -> list[QWidget]:
    lived = live(preferences=Preferences(appearance="light"))
    unlock = lived.program.window
    assert unlock is not None
    lived.program._show = lambda window: None  # type: ignore[method-assign]
    lived.program.show_sign_in()
    lived.program.open(vault)
    main = lived.custody().window
    for key in ("home", "payslips", "verify", "sync", "settings"):
        main.go(key)
    program = lived.program
    sign_in = SignInWindow(program.choices, program.desk, program.surroundings, program.office_for)
    dialogs = [Leaving(None), ChangePassword(None, opened), Rename(None, opened)]
    forgotten = Forgotten(unlock, ProfileCard("/nowhere", "x", "Mi perfil"), lived.program.desk)
    help_window = HelpWindow(program.desk)
    qtbot.waitUntil(lambda: help_window.chapter is not None)
    for window in (sign_in, main, *dialogs, forgotten, help_window):
        qtbot.addWidget(window)
    return [unlock, sign_in, main, *dialogs, forgotten, help_window]


def test_every_control_has_a_name_for_screen_readers(every_window: list[QWidget]) -> None:
    nameless = [
        f"{type(window).__name__}: {type(widget).__name__} {widget.objectName()}"
        for window in every_window
        for widget in controls(window)
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_every_label_shows_plain_text(every_window: list[QWidget]) -> None:
    marked = [
        label.text() for window in every_window for label in window.findChildren(QLabel)
        if label.text() and label.textFormat().name != "PlainText"
    ]  # fmt: skip
    assert marked == []


def test_what_can_be_clicked_is_large_enough(every_window: list[QWidget]) -> None:
    small = [
        f"{type(window).__name__}: {type(widget).__name__} «{widget.accessibleName()}» {widget.sizeHint().height()}"
        for window in every_window
        for widget in controls(window)
        if isinstance(widget, (QAbstractButton, QComboBox, QLineEdit))
        and widget.sizeHint().height() < 32
        and not isinstance(widget.parentWidget(), QLineEdit)  # inside a field, the field is the target
    ]
    assert small == []


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_nothing_is_cut_on_a_small_screen(
    appearance: Appearance,
    text_size: int,
    live: Callable[..., Lived],
    vault: Vault,
    qtbot: Any,
    look: Theme,
    grab: Any,
) -> None:
    look.apply(Look(appearance, text_size))
    lived = live(preferences=Preferences(appearance=appearance, text_size=text_size))
    lived.program.open(vault)
    main = lived.custody().window
    exchange = lived.custody().exchange
    qtbot.waitUntil(lambda: exchange.counts is not None and bool(exchange.log))
    for key in ("verify", "sync", "settings"):
        main.go(key)
        page = main.page(key)
        qtbot.waitUntil(lambda shown=page: cut_labels(shown) == [])  # what is read meanwhile lays the page out again
        grab(main, f"{key}-{appearance}-{text_size}")
        area = page.findChild(QScrollArea)
        assert area is not None
        assert area.horizontalScrollBar().maximum() == 0, key
        assert cut_labels(main.strip) == []
        assert cut_labels(main.navigation) == []


def cut_labels(root: QWidget) -> list[str]:
    """Texts of visible labels that have less room than they need."""
    cut = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        too_narrow = not label.wordWrap() and label.width() < label.minimumSizeHint().width()
        if too_narrow or label.height() < needed:
            cut.append(label.text())
    return cut
