"""The manual inside the program: from every window, without a profile, found by its words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable

from desktop.presenters.manual import chapters, speaking_of
from desktop.tasks.desk import Desk
from desktop.windows.help import MANUAL, HelpWindow
from desktop.windows.main_window import MainWindow
from desktop.windows.sign_in_window import SignInWindow
from desktop.windows.verify_window import VerifyWindow
from tests.desktop.scenes import Lived, to_the_front

MANUAL_TEXT = """# Manual

Qué es.

## Primera
Uno con **peso**.

## Segunda vez
La contraseña.
"""


@pytest.fixture
def help_window(desk: Desk, qtbot: Any) -> HelpWindow:
    window = HelpWindow(desk)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.chapter is not None)
    return window


def test_a_manual_falls_into_its_chapters() -> None:
    found = chapters(MANUAL_TEXT)
    assert [(one.title, one.body) for one in found] == [
        ("Manual", "Qué es."), ("Primera", "Uno con **peso**."), ("Segunda vez", "La contraseña."),
    ]  # fmt: skip


def test_chapters_are_found_by_all_their_words_without_tildes() -> None:
    found = chapters(MANUAL_TEXT)
    assert [one.title for one in speaking_of(found, "CONTRASENA segunda")] == ["Segunda vez"]
    assert speaking_of(found, "contraseña primera") == ()
    assert speaking_of(found, " ") == found


def test_every_chapter_of_the_manual_can_be_read(help_window: HelpWindow, grab: Callable[..., Path]) -> None:
    headings = [line[3:] for line in MANUAL.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    titles = [help_window.list.item(row).text() for row in range(help_window.list.count())]
    assert titles[1:] == headings
    for row, title in enumerate(titles):
        help_window.list.setCurrentRow(row)
        assert title in help_window.text.toPlainText()
        assert "**" not in help_window.text.toPlainText()
        assert "|---" not in help_window.text.toPlainText()
    grab(help_window, "ayuda")


def test_a_table_of_the_manual_is_a_table(help_window: HelpWindow) -> None:
    help_window.search.put("mayúsculas")
    frames = help_window.text.document().rootFrame().childFrames()
    assert [type(frame) for frame in frames] == [QTextTable]


def test_searching_keeps_what_is_read_and_says_when_nothing_is_found(help_window: HelpWindow) -> None:
    help_window.list.setCurrentRow(2)
    read = help_window.chapter
    assert read is not None
    help_window.search.put(read.title)
    assert help_window.chapter == read
    help_window.search.put("zzzz")
    assert (help_window.list.count(), help_window.nothing.isHidden()) == (0, False)
    help_window.search.put("")
    assert help_window.nothing.isHidden()
    assert help_window.chapter == read


def test_somebody_new_reads_it_before_signing_in(live: Callable[..., Lived], qtbot: Any) -> None:
    program = live().program
    assert isinstance(program.window, SignInWindow)
    program.window.help_wanted.emit()
    assert program.help is not None
    qtbot.waitUntil(lambda: program.help is not None and program.help.chapter is not None)
    first = program.help
    program.show_verify()
    assert isinstance(program.window, VerifyWindow)
    program.window.help_wanted.emit()
    assert program.help is first
    first.close()
    assert program.help is None


def test_f1_opens_it_beside_the_profile(window: MainWindow, lived: Lived, qtbot: Any) -> None:
    to_the_front(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert lived.program.help is not None
    lived.program.help.close()
    qtbot.mouseClick(window.navigation.help, Qt.MouseButton.LeftButton)
    assert lived.program.help is not None
    qtbot.waitUntil(lambda: lived.program.help is not None and lived.program.help.chapter is not None)
