"""What people do on the screens of a journey: the real program offscreen, keys and mouse, and the words they read."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.bootstrap import Program, Surroundings
from desktop.custody import Custody
from desktop.dialogs.sustento import SustentoDialog
from desktop.pages.legajo_page import LegajoPage
from desktop.pages.requests_page import RequestsPage
from desktop.pages.tray_page import TrayPage
from desktop.preferences import Preferences
from desktop.presenters.requests_steps import Deed
from desktop.presenters.status import Connection
from desktop.presenters.tray_case import Decision
from desktop.tasks.reachability import silent
from desktop.windows.main_window import MainWindow
from desktop.windows.unlock_window import UnlockWindow
from storage import legajo
from storage.kdf import FLOOR
from storage.request_records import RequestState, ShownRequest
from tests.journeys.request_scenery import Computer
from tests.journeys.scenery import LOCAL_PASSWORD

PATIENCE = 30_000  # milliseconds a slow machine may take
LONG_AWAY = 366 * 24 * 60  # minutes; the days of a journey pass while nobody touches the keyboard


def read(widget: QWidget) -> str:
    """Every word that can be seen in it."""
    shown = (*widget.findChildren(QLabel), *widget.findChildren(QRadioButton))
    return "\n".join(one.text().replace("\u200b", "") for one in shown if one.isVisibleTo(widget))


def type_in(field: QWidget, text: str) -> None:
    """Key by key, with tildes and Ñ, which QTest's own typing does not know."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def type_over(field: QWidget, text: str) -> None:
    """In place of what stands there."""
    line = field if isinstance(field, QLineEdit) else field.focusProxy()
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    type_in(line, text)


def answer(button: str, fill_in: Callable[[Any], None] | None = None) -> list[str]:
    """Answer the next question that has such a button; what the question said."""
    said: list[str] = []
    looks = iter(range(PATIENCE // 10))

    def press() -> None:
        box = QApplication.activeModalWidget()
        buttons = [one for one in box.findChildren(QAbstractButton) if _word(one) == button] if box else []
        if box is not None and buttons:
            said.append(read(box))
            try:
                if fill_in is not None:
                    fill_in(box)
            finally:
                buttons[0].click() if buttons[0].isEnabled() else box.close()
        elif next(looks, None) is not None:
            QTimer.singleShot(10, press)
        elif box is not None:
            box.close()  # nothing would ever end
            raise AssertionError(f"{button} was not offered: {read(box)}")

    QTimer.singleShot(0, press)
    return said


def _word(button: QAbstractButton) -> str:
    return button.text().replace("&", "")


class Screen:
    """One person before the running program."""

    def __init__(self, qtbot: QtBot, computer: Computer, program: Program) -> None:
        self.qtbot, self.computer, self.program = qtbot, computer, program

    @property
    def custody(self) -> Custody:
        assert self.program.custody is not None
        return self.program.custody

    @property
    def window(self) -> MainWindow:
        return self.custody.window

    def wait(self, there: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(there()), timeout=PATIENCE)

    def see(self, widget: QWidget, *words: str) -> str:
        """All that can be read there, as soon as these words can: what a page shows comes after what it knows."""
        self.wait(lambda: all(one in read(widget) for one in words))
        return read(widget)

    def click(self, button: QWidget) -> None:
        self.wait(lambda: button.isVisible() and button.isEnabled())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def unlock(self) -> None:
        """Type the local password."""
        self.wait(lambda: isinstance(self.program.window, UnlockWindow))
        window = self.program.window
        assert isinstance(window, UnlockWindow)
        type_in(window.password.edit, LOCAL_PASSWORD)
        self.qtbot.keyClick(window.password.edit, Qt.Key.Key_Return)
        self.wait(lambda: self.program.custody is not None)
        self.window.resize(1366, 768)

    # The exchange

    def exchange(self) -> None:
        """Press "Sincronizar ahora" and wait until that exchange is over."""
        self.at_rest()
        before = len(self.custody.exchange.log)
        self.click(self.window.strip.button)
        self.wait(lambda: len(self.custody.exchange.log) > before)
        self.at_rest()

    def at_rest(self) -> None:
        """No exchange is under way."""
        self.wait(lambda: self.custody.exchange.situation.connection is not Connection.SYNCING)

    @property
    def requests(self) -> tuple[ShownRequest, ...]:
        """What the store would show, newest first."""
        with self.custody.opened.vault.cache() as db:
            return legajo.shown_requests(db)

    def wait_for(self, state: RequestState) -> ShownRequest:
        """Until the newest request is so."""
        self.wait(lambda: self.requests and self.requests[0].state is state)
        return self.requests[0]

    # Mi legajo

    def legajo(self) -> LegajoPage:
        self.window.go("legajo")
        page = self.window.page("legajo")
        assert isinstance(page, LegajoPage)
        self.wait(lambda: page.reading is not None and page.reading.records)
        return page

    def open_record(self, record: str) -> LegajoPage:
        page = self.legajo()
        page.open_item(f"record:{record}")
        self.wait(lambda: page.record is not None and page.record.shown.shown.id == record and page.view.isVisible())
        return page

    def change(self, record: str, **fields: str) -> LegajoPage:
        """Press "Solicitar modificación" and type into these fields; nothing is sent yet."""
        page = self.open_record(record)
        self.click(page.view.change)
        self.wait(page.editor.isVisible)
        self.write(page, **fields)
        return page

    def begin_new(self, section: str, kind: str, **fields: str) -> LegajoPage:
        page = self.legajo()
        page.sections.choose(section)
        assert page.reading is not None
        found = page.reading.catalogue.kind(kind)
        assert found is not None
        page.deeds.begin_new(found)
        self.wait(page.editor.isVisible)
        self.write(page, **fields)
        return page

    def write(self, page: LegajoPage, **fields: str) -> None:
        assert page.editor.form is not None
        for code, text in fields.items():
            editor = page.editor.form.fields[code].editor
            if isinstance(editor.target, QLineEdit):
                type_over(editor.target, text)
            else:  # a list: its rows are tested with the form
                editor.put(text)
                editor.edited.emit()
        page.editor.send.setFocus()

    def send(self, page: LegajoPage) -> str:
        """Press "Enviar solicitud" and confirm; what the confirmation said."""
        said = answer("Enviar")
        self.click(page.editor.send)
        self.wait(lambda: not page.editing.running)
        return said[-1]

    def ask_change(self, record: str, **fields: str) -> str:
        """A change from the first click to the queue; what the confirmation said."""
        return self.send(self.change(record, **fields))

    def attach(self, page: LegajoPage, file: Path, **words: str) -> bytes:
        """Drop a file into "Agregar documento…", say what it is, keep it; the PDF it became."""
        self.click(page.editor.add)
        dialog: SustentoDialog = self.found(SustentoDialog)
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(file))])
        dialog.dropEvent(QDropEvent(
            QPointF(20, 20), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ))  # fmt: skip
        made: list[bytes] = []
        dialog.accepted_document.connect(lambda _document, pdf: made.append(pdf))
        for code, text in words.items():
            if code in {"tipo", "formato"}:
                dialog.view.form.fields[code].put(text)
            else:
                type_over(dialog.view.form.fields[code], text)
        self.wait(lambda: dialog.work.rests and dialog.view.strip.model.entries)
        self.click(dialog.view.save)
        self.wait(lambda: made and page.editor.content is not None and page.editor.content.documents)
        assert page.editor.content is not None
        assert page.editor.content.documents[0].sha256 == hashlib.sha256(made[0]).hexdigest()
        return made[0]

    def found(self, kind: type[Any]) -> Any:
        """The dialog of this kind, as soon as it is there."""
        self.wait(lambda: any(isinstance(one, kind) and one.isVisible() for one in QApplication.topLevelWidgets()))
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())

    # Mis solicitudes

    def follow(self, uuid: str, state: RequestState | None = None) -> RequestsPage:
        """The page with this request opened, in this state."""
        self.window.go("requests", uuid)
        page = self.window.page("requests")
        assert isinstance(page, RequestsPage)
        self.wait(lambda: page.opened is not None and page.opened.known.shown.uuid == uuid)
        if state is not None:
            self.wait(lambda: page.opened is not None and page.opened.known.shown.state is state)
        return page

    def do(self, page: RequestsPage, deed: Deed) -> None:
        self.wait(lambda: deed in page.view.buttons)
        self.click(page.view.buttons[deed])

    def cancel(self, uuid: str) -> str:
        """Press "Anular" or "Descartar" and confirm; what the question said."""
        page = self.follow(uuid)
        said = answer("Aceptar")
        self.do(page, Deed.CANCEL)
        self.wait(page.banner.isVisible)
        return said[-1]

    # Bandeja

    def tray(self, uuid: str) -> TrayPage:
        """The office's page with this request opened."""
        self.wait(lambda: "tray" in self.window.keys)
        self.window.go("tray")
        page = self.window.page("tray")
        assert isinstance(page, TrayPage)
        self.wait(lambda: page.found is not None)
        self.exchange()
        page.open_item(uuid)
        self.wait(lambda: page.view.shown is not None and page.view.shown.uuid == uuid)
        return page

    def keep(self, page: TrayPage, decision: Decision, button: str = "", reason: str = "") -> str:
        """Press a decision and, where it asks, answer; what the question said. It waits here, and can be undone."""
        fill = (lambda box: type_in(box.words, reason)) if reason else None
        said = answer(button, fill) if button else [""]
        before = page.deciding.batch
        self.wait(lambda: decision in page.view.buttons)
        self.click(page.view.buttons[decision])
        self.wait(lambda: page.deciding.batch not in {"", before})
        return said[-1]

    def decide(self, page: TrayPage, decision: Decision, button: str = "", reason: str = "") -> str:
        """The same, until the office's service has answered."""
        said = self.keep(page, decision, button, reason)
        self.computer.clock.forward(minutes=1)
        self.exchange()
        self.wait(lambda: page.deciding.batch == "")
        return said


@contextmanager
def running(qtbot: QtBot, computer: Computer) -> Iterator[Screen]:
    """One run of the program on a computer, from the unlock window to the end of the process."""
    surroundings = Surroundings(
        home=computer.home, clock=computer.clock, restart=lambda: None, listen=silent, cost=FLOOR
    )
    program = Program(surroundings, Preferences(appearance="light", lock_minutes=LONG_AWAY))
    program.start()
    screen = Screen(qtbot, computer, program)
    try:
        screen.unlock()
        yield screen
    finally:
        program.shut_down()
        if program.window is not None:
            program.window.hide()
            program.window.deleteLater()
        program.deleteLater()
        QApplication.processEvents()
