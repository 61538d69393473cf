"""Everything of the tray by keyboard: single letters while no field is being written in. Tooltips tell them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.widgets.tray_case_view import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.pages.tray_page import TrayPage


def bind_keys(page: "TrayPage") -> None:
    """J and K walk, F searches, N and P turn documents, Esc goes back, Ctrl+Z undoes; a letter for each decision."""
    keys: dict[str, Callable[[], object]] = {
        "J": partial(_walk, page, 1),
        "K": partial(_walk, page, -1),
        "F": partial(page.filters.search.setFocus, Qt.FocusReason.ShortcutFocusReason),
        "N": partial(page.papers.turn, 1),
        "P": partial(page.papers.turn, -1),
        "Esc": page.leave,
        "Ctrl+Z": page.deciding.undo,
        **{key: partial(page.decide, decision) for decision, key in KEYS.items()},
    }
    for key, work in keys.items():
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda work=work: work())


def _walk(page: "TrayPage", step: int) -> None:
    row = page.list.table.currentIndex().row() + step
    if page.list.model.record(row) is not None:
        page.list.table.selectRow(row)
