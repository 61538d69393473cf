"""The office's work in the real window by keys alone, and a decision that was not applied seen wherever one is."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.pages.sync_page import SyncPage
from desktop.pages.tray_page import TrayPage
from desktop.presenters.tray_case import Decision
from desktop.presenters.tray_undo import SECONDS
from desktop.widgets.tray_dialogs import DecisionDialog
from desktop.windows.main_window import MainWindow
from tests.central.legajo_calls import uuid
from tests.desktop.scenes import Lived, to_the_front
from tests.desktop.test_tray_page import Counter, answer, counter, open_case, rosa, state_of, words

__all__ = ["counter", "rosa"]  # fixtures
WAIT = 15_000


def enter(qtbot: QtBot, live: Callable[..., Lived], counter: Counter) -> MainWindow:
    """The program over Rosa's profile, as it is after she unlocked it."""
    counter.exchange()
    lived = live()
    lived.program.open(counter.opened.vault)
    window = lived.custody().window
    qtbot.waitUntil(lambda: "tray" in window.keys, timeout=WAIT)
    to_the_front(qtbot, window)
    return window


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the keyboard."""
    if QApplication.focusWidget() is None:  # offscreen nobody gives it back to the window when a dialog closes
        front = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())
        to_the_front(qtbot, front)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier)


def in_dialog(qtbot: QtBot, work: Callable[[QDialog], None]) -> list[str]:
    """Keys for the next dialog; what it said."""
    said: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QDialog):
            QTimer.singleShot(10, look)
            return
        said.append(words(box))
        work(box)

    QTimer.singleShot(0, look)
    return said


def tray_of(window: MainWindow) -> TrayPage:
    page = window.page("tray")
    assert isinstance(page, TrayPage)
    return page


def test_from_the_side_bar_to_a_sent_decision_by_keys_alone(
    qtbot: QtBot, live: Callable[..., Lived], counter: Counter
) -> None:
    counter.ask(1)
    counter.ask(2)
    window = enter(qtbot, live, counter)
    window.navigation.take_focus()
    for _step in range(window.keys.index("tray") - window.keys.index(window.current)):
        press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert window.current == "tray"
    page = tray_of(window)
    qtbot.waitUntil(lambda: page.view.shown is not None, timeout=WAIT)
    for _stop in range(40):  # Tab, until the list has the keyboard
        if QApplication.focusWidget() is page.list.table:
            break
        press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.list.table
    first = page.view.shown.uuid if page.view.shown else ""
    press(qtbot, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.view.shown is not None and page.view.shown.uuid != first, timeout=WAIT)
    chosen = page.view.shown.uuid if page.view.shown else ""

    def write(box: QDialog) -> None:
        assert isinstance(box, DecisionDialog)
        box.common.setFocus()  # where Shift and Tab lead from the words
        qtbot.keyClick(box.common, Qt.Key.Key_Down)
        box.words.setFocus()
        qtbot.keyClicks(box.words, " Falta el reverso.")
        focus: QWidget | None = box.words
        for _stop in range(10):
            if isinstance(focus, QAbstractButton) and focus.text() == "&Observar":
                break
            qtbot.keyClick(focus or box, Qt.Key.Key_Tab)
            focus = box.focusWidget()
        qtbot.keyClick(focus or box, Qt.Key.Key_Return)

    said = in_dialog(qtbot, write)
    press(qtbot, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: page.deciding.batch != "", timeout=WAIT)
    assert "5 días hábiles" in said[0]
    counter.later(SECONDS + 1)
    press(qtbot, Qt.Key.Key_F5)
    number = 1 if chosen == uuid(1) else 2
    qtbot.waitUntil(lambda: state_of(counter, number)["state"] == "observado", timeout=WAIT)
    reason = "El documento de sustento no se lee. Escanéelo de nuevo. Falta el reverso."
    assert state_of(counter, number)["reason"] == reason


def test_a_decision_that_was_not_applied_is_seen_from_anywhere_and_decided_again_with_ones_own_words(
    qtbot: QtBot, live: Callable[..., Lived], counter: Counter
) -> None:
    request = counter.ask(1)
    window = enter(qtbot, live, counter)
    window.go("tray")
    page = open_case(qtbot, tray_of(window), 1)
    answer("&Rechazar", lambda box: box.words.setPlainText("El título no es de esta persona."))
    page.view.buttons[Decision.REJECT].click()
    qtbot.waitUntil(lambda: page.deciding.batch != "", timeout=WAIT)
    assert counter.juan.decide(request, "observar", 50, reason="Falta el reverso.").status_code == 200
    window.go("home")
    counter.later(SECONDS + 1)
    press(qtbot, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "JUAN ÑAHUI ya la observó" in window.notice.text, timeout=WAIT)
    assert request["code"] in window.notice.text
    window.go("sync")
    sync = window.page("sync")
    assert isinstance(sync, SyncPage)
    qtbot.waitUntil(lambda: "JUAN ÑAHUI ya la observó" in words(sync.refused), timeout=WAIT)

    sync.refused.opened.emit(uuid(1))
    assert window.current == "tray"
    qtbot.waitUntil(lambda: page.view.shown is not None and page.view.shown.refused, timeout=WAIT)
    assert "Usted escribió: «El título no es de esta persona.»" in words(page.view)
    kept = answer("&Rechazar", lambda box: told.append(box.words.toPlainText()))
    told: list[str] = []
    again = next(one for one in page.view.findChildren(QPushButton) if one.text() == "&Decidir otra vez")
    again.click()
    qtbot.waitUntil(lambda: bool(kept), timeout=WAIT)
    assert told == ["El título no es de esta persona."]
    qtbot.waitUntil(lambda: page.deciding.batch != "", timeout=WAIT)
    counter.later(SECONDS + 1)
    window.go("sync")
    press(qtbot, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: state_of(counter, 1)["state"] == "rechazado", timeout=WAIT)
    qtbot.waitUntil(sync.refused.isHidden, timeout=WAIT)


def test_one_whose_request_is_gone_can_be_put_away(qtbot: QtBot, live: Callable[..., Lived], counter: Counter) -> None:
    counter.ask(1)
    counter.exchange()
    vault = counter.opened.vault
    with vault.outbox() as box:
        refuse_gone(box, counter)
    window = enter(qtbot, live, counter)
    window.go("sync")
    sync = window.page("sync")
    assert isinstance(sync, SyncPage)
    qtbot.waitUntil(lambda: "ya no está en la bandeja" in words(sync.refused), timeout=WAIT)
    sync.refused.read.emit(uuid(9))
    qtbot.waitUntil(sync.refused.isHidden, timeout=WAIT)


def refuse_gone(box: Any, counter: Counter) -> None:
    """A decision on a request of somebody who has moved to another UGEL meanwhile."""
    from storage import decisions
    from storage.decision_records import Deed, Wanted

    now = counter.opened.clock.now()
    wanted = Wanted(
        uuid=uuid(70), request=uuid(9), code="SOL-2026-000009", who="X", deed=Deed.TAKE, reason="", seen=now
    )
    decisions.decide(box, [wanted], batch=uuid(71), at=now, ready_at=now)
    decisions.refuse_decision(box, uuid(70), "not-found", "", None, now)
