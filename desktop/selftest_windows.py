"""Self-test: every window, and every page of the main one, is made, laid out and drawn. Nobody sees them."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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

    from desktop.windows.main_window import MainWindow
    from storage.profile import Vault

SIZE = (1366, 768)
KNOWN = (  # what the offscreen platform says
    "This plugin does not support ",  # at each first show and when a window is raised
    "QFontDatabase: Cannot find font directory",  # on Windows; the program's own typeface is all that it needs
)
TURN = 250  # milliseconds a page gets to read and to lay itself out
TURNS = 40  # for what comes from the pool


def every_window(home: Path) -> str:
    """Those that need no password. `home` holds a profile."""
    with _program(home) as program:
        program.start()
        _wait(lambda: program.window is not None, "the first window")
        drawn = [_drawn(program.window, "unlock")]
        for show in (program.show_sign_in, program.show_verify, program.show_help):
            show()
            _settle()
            window = program.help or program.window
            drawn.append(_drawn(window, show.__name__))
        manual = program.help
        if manual is None or manual.chapter is None:
            raise RuntimeError("the manual has no chapter")
    return f"{len(drawn)} ventanas dibujadas: {', '.join(drawn)}"


def every_page(home: Path, vault: "Vault") -> str:
    """Open the profile in a window and visit each place of its navigation. Closes the vault."""
    with _program(home) as program:
        program.open(vault)
        window = program.main_window
        if window is None:
            raise RuntimeError("no main window")
        window.resize(*SIZE)
        _wait(lambda: _complete(program, window), "the pages of an office")
        for key in window.keys:
            window.go(key)
            _settle()
            _drawn(window, key)
        return f"{len(window.keys)} páginas dibujadas: {', '.join(window.keys)}"


@contextmanager
def _program(home: Path) -> Iterator[Program]:
    make_application()
    qInstallMessageHandler(_tell)
    theme().apply(Look(Appearance.LIGHT))
    surroundings = Surroundings(home=home, clock=SystemClock(), restart=lambda: None, listen=silent)
    program = Program(surroundings, Preferences())
    try:
        yield program
    finally:
        program.shut_down()


def _complete(program: Program, window: "MainWindow") -> bool:
    """Whether every page that there is for anybody is there for this person."""
    from desktop.windows.pages import OFFICE_ROLES, entries

    custody = program.custody
    if custody is None:
        return False
    wanted = entries(custody.opened, custody.exchange, program.choices, custody, roles=OFFICE_ROLES)
    return window.keys == tuple(entry.place.key for entry in wanted)


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not message.startswith(KNOWN):
        sys.stderr.write(f"{message}\n")


def _wait(there: Callable[[], bool], what: str) -> None:
    for _turn in range(TURNS):
        _settle()
        if there():
            return
    raise RuntimeError(f"{what}: still not there")


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(TURN, loop.quit)
    loop.exec()


def _drawn(window: "QWidget | None", name: str) -> str:
    """The window's title; what failed to be made leaves one colour right of the middle."""
    if window is None:
        raise RuntimeError(f"no window for {name}")
    drawn = window.grab().toImage()
    middle = drawn.width() // 2
    colours = {drawn.pixel(x, y) for x in range(middle, drawn.width(), 3) for y in range(0, drawn.height(), 3)}
    if len(colours) < 4:
        raise RuntimeError(f"{name} stayed empty")
    return window.windowTitle()
