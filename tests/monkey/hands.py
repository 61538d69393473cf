"""The program on a profile of its own, offscreen, pressed and typed at by a generator of one seed.

What it looks for is what no written journey meets: an exception that nobody foresaw, and the end of the process. Two
runs of one seed go nearly the same way and not quite: readings answer from threads.
"""

import os
import random
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.app import make_application
from desktop.bootstrap import Program, Surroundings
from desktop.preferences import Preferences
from desktop.tasks.reachability import silent
from desktop.theme import Appearance, Look, theme
from storage.profile import open_profile
from sync.clock import SystemClock
from tests.desktop.filling import PASSWORD, PERSON, WHEN, file_career, make_vault, store
from tests.desktop.legajo_scenes import file_legajo

PAUSE = 10  # milliseconds between two acts
WORDS = ("12", "rosa", "2025", "x", " ", "31/12/2024", "'", "Ñ", "%")
KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space)
# What would end the run, or leave this process: the lock, the printer, the profile's own end.
LEFT_ALONE = ("Borrar mis datos", "Cerrar sesión", "Salir de la cuenta", "Bloquear", "Imprimir")
OFFICE = ("servidor", "escalafon", "planillas", "mesa_partes", "administrador")


class Hands:
    """So many acts on one program, then `ended` is called with what went wrong on the way."""

    def __init__(self, program: Program, seed: int, acts: int, ended: Callable[[list[str]], None]) -> None:
        self._program, self._chance, self._left, self._ended = program, random.Random(seed), acts, ended  # noqa: S311
        self.wrong: list[str] = []
        sys.excepthook = self._note

    def act(self) -> None:
        """One act; the next is planned before, since an act may open a dialog that keeps this call waiting."""
        self._left -= 1
        if self._left < 0:
            self._ended(self.wrong)
            return
        QTimer.singleShot(PAUSE, self.act)
        popup = QApplication.activePopupWidget()
        where = popup or QApplication.activeModalWidget() or self._program.main_window
        if where is None:
            return
        if popup and self._chance.random() < 0.4:
            QTest.keyClick(popup, Qt.Key.Key_Escape)
        elif self._chance.random() < 0.15:
            QTest.keyClick(QApplication.focusWidget() or where, self._chance.choice(KEYS))
        elif where is self._program.main_window and self._chance.random() < 0.08:
            self._program.main_window.go(self._chance.choice(self._program.main_window.keys))
        else:
            self._touch(where)

    def _touch(self, where: QWidget) -> None:
        there = [target for target in _targets(where) if not _is_left_alone(target)]
        if not there:
            QTest.keyClick(where, Qt.Key.Key_Escape)
            return
        target = self._chance.choice(there)
        if isinstance(target, QLineEdit | QPlainTextEdit) and self._chance.random() < 0.7:
            target.setFocus()
            QTest.keyClicks(target, self._chance.choice(WORDS))
            return
        at = QPoint(self._chance.randrange(max(1, target.width())), self._chance.randrange(max(1, target.height())))
        press = QTest.mouseDClick if self._chance.random() < 0.1 else QTest.mouseClick
        press(target, Qt.MouseButton.LeftButton, pos=at)

    def _note(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.wrong.append("".join(traceback.format_exception(kind, error, trace)))


def run(folder: Path, seed: int, acts: int, *, office: bool) -> int:
    """Fill a profile in `folder`, open it, let the hands at it. Ends the process: 0 when nothing went wrong, or 1."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    fill(folder, office=office)
    _answer_the_system(folder)
    make_application()
    theme().apply(Look(Appearance.LIGHT))
    surroundings = Surroundings(home=folder, clock=SystemClock(), restart=lambda: None, listen=silent)
    program = Program(surroundings, Preferences())
    directory = next(path for path in folder.iterdir() if path.is_dir())
    program.open(open_profile(directory, PASSWORD, now=WHEN))

    def ended(wrong: list[str]) -> None:
        for one in wrong:
            sys.stderr.write(one)
        sys.stdout.write(f"seed {seed}: {acts} acts, {len(wrong)} faults\n")
        sys.stdout.flush()
        os._exit(1 if wrong else 0)  # dialogs may still be waiting, one inside the other

    hands = Hands(program, seed, acts, ended)
    QTimer.singleShot(0, hands.act)
    return QApplication.exec()


def fill(folder: Path, *, office: bool) -> None:
    """A person with payslips and a legajo; `office`: who also has every role of an office."""
    with make_vault(folder) as vault, vault.cache() as db:
        file_career(db, 14)
        file_legajo(db, cursor="2")
        if office:
            store(db, [replace(PERSON, roles=OFFICE)], cursor="3")


def _targets(where: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    for child in where.findChildren(QWidget):
        if not (child.isVisible() and child.isEnabled()):
            continue
        if isinstance(child, QAbstractItemView):
            found.append(child.viewport())
        elif isinstance(child, QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit):
            found.append(child)
    return found


def _is_left_alone(target: QWidget) -> bool:
    said = target.text() if isinstance(target, QAbstractButton) else ""
    return any(words in f"{said} {target.accessibleName()}".replace("&", "") for words in LEFT_ALONE)


def _answer_the_system(folder: Path) -> None:
    """The dialogs of the operating system are not ours, and nobody is here to answer them."""
    chance = random.Random(0)  # noqa: S311
    files = sorted(path for path in folder.rglob("*") if path.is_file())

    def save(*_args: object, **_named: object) -> tuple[str, str]:
        return chance.choice((str(folder / "copia.pdf"), "")), ""

    def one(*_args: object, **_named: object) -> tuple[str, str]:
        return str(chance.choice([*files, ""])), ""

    def several(*_args: object, **_named: object) -> tuple[list[str], str]:
        return [str(path) for path in chance.sample(files, min(2, len(files)))], ""

    def directory(*_args: object, **_named: object) -> str:
        return chance.choice((str(folder), ""))

    QFileDialog.getSaveFileName = save  # type: ignore[method-assign,assignment]
    QFileDialog.getOpenFileName = one  # type: ignore[method-assign,assignment]
    QFileDialog.getOpenFileNames = several  # type: ignore[method-assign,assignment]
    QFileDialog.getExistingDirectory = directory  # type: ignore[method-assign,assignment]

    def open_url(_url: QUrl) -> bool:
        return True

    QDesktopServices.openUrl = open_url  # type: ignore[method-assign,assignment]
