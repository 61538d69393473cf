"""Self-test: every page of the main window is made on an opened profile, laid out and drawn. Nobody sees it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler

from desktop.app import make_application
from desktop.bootstrap import Program, Surroundings
from desktop.preferences import Preferences
from desktop.tasks.reachability import silent
from desktop.theme import Appearance, Look, theme
from sync.clock import SystemClock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from storage.profile import Vault

SIZE = (1366, 768)
KNOWN = "This plugin does not support propagateSizeHints()"  # the offscreen platform, at each first show
PATIENCE = 250  # milliseconds a page gets to read and to lay itself out


def every_page(home: Path, vault: "Vault") -> str:
    """Open the profile in a window and visit each place of its navigation. Closes the vault."""
    make_application()
    qInstallMessageHandler(_tell)
    theme().apply(Look(Appearance.LIGHT))
    surroundings = Surroundings(home=home, clock=SystemClock(), restart=lambda: None, listen=silent)
    program = Program(surroundings, Preferences())
    try:
        program.open(vault)
        window = program.main_window
        if window is None:
            raise RuntimeError("no main window")
        window.resize(*SIZE)
        for key in window.keys:
            window.go(key)
            _settle()
            _require_drawn(window, key)
        return f"{len(window.keys)} páginas dibujadas: {', '.join(window.keys)}"
    finally:
        program.shut_down()


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if message != KNOWN:
        sys.stderr.write(f"{message}\n")


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()


def _require_drawn(window: "QWidget", key: str) -> None:
    """A page that failed to be made leaves one colour right of the navigation."""
    drawn = window.grab().toImage()
    middle = drawn.width() // 2
    colours = {drawn.pixel(x, y) for x in range(middle, drawn.width(), 3) for y in range(0, drawn.height(), 3)}
    if len(colours) < 4:
        raise RuntimeError(f"the page {key} stayed empty")
