"""Every screen as a picture in docs/screenshots/: 1366x768, with the dark look and 200 % text for the main ones.

The people are the demo's, the day is fixed, so that pictures change only when a screen does. Offscreen.
"""

import sys
import tempfile
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from bench.shots_legajo import LegajoStations, TrayStations
from bench.shots_office import OfficeFileStations, RolesStations
from bench.shots_scene import PhotoClock, seat_screen, settle, wait
from bench.shots_usb import StickStations
from central.demo import Demo
from desktop.app import make_application
from desktop.bootstrap import Program, Surroundings
from desktop.pages.packets_page import PacketsPage
from desktop.preferences import Preferences
from desktop.presenters.status import Connection
from desktop.tasks.reachability import silent
from desktop.theme import Appearance, Look, theme
from desktop.windows.credentials_form import Guest
from desktop.windows.main_window import MainWindow
from desktop.windows.sign_in_window import SignInWindow
from desktop.windows.unlock_window import UnlockWindow
from storage.kdf import FLOOR

if TYPE_CHECKING:
    from desktop.custody import Custody

W = TypeVar("W", bound=QWidget)
Tour = LegajoStations | TrayStations | RolesStations | StickStations | OfficeFileStations
PASSWORD = "cuatro palabras para la foto"
FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
LOOKS = {"": Look(Appearance.LIGHT, 100), "-oscuro": Look(Appearance.DARK, 100), "-200": Look(Appearance.LIGHT, 200)}


class Photographer:
    """Walks through the program and takes a picture at each station."""

    def __init__(self, demo: Demo, home: Path) -> None:
        self._demo = demo
        guests = tuple(Guest(login.name, login.user, login.password) for login in demo.logins)
        self._surroundings = Surroundings(
            home=home,
            clock=PhotoClock(),
            restart=lambda: None,
            listen=silent,
            server=demo.url,
            guests=guests,
            cost=FLOOR,
        )

    def first_run(self) -> None:
        """Sign in, protect, receive, look around, lose the connection."""
        program, window = self._sign_in("-200")
        program.shut_down()
        program, window = self._sign_in("")
        window.screens.turn_to(window.letter)
        self._take(program, "no-tengo-usuario")
        window.screens.turn_to(window.first)
        window.form.submit()
        wait(lambda: window.screens.current is window.protect)
        for field in (window.protect.password, window.protect.again):
            field.put(PASSWORD)
        self._take(program, "proteger")
        window.protect.submit()
        self._look_around(program)
        program.shut_down()

    def _sign_in(self, suffix: str) -> tuple[Program, SignInWindow]:
        """A program that began with this look, its first window filled in and taken."""
        program = self._start(suffix)
        window = self._window(program, SignInWindow)
        wait(lambda: window.form.captcha.ready)
        window.form.fill(self._surroundings.guests[0])
        window.form.captcha.field.put(self._demo.answer_captcha(""))
        settle()
        self._keep(window, f"ingresar{suffix}", None)
        return program, window

    def second_run(self) -> None:
        """The unlock window, and the manual beside it: of a program that began with each look."""
        for suffix in LOOKS:
            program = self._start(suffix)
            window = self._window(program, UnlockWindow)
            settle()
            self._keep(window, f"desbloquear{suffix}", None)
            self._take_manual(program, suffix)
            program.shut_down()

    def _take_manual(self, program: Program, suffix: str) -> None:
        program.show_help()
        manual = program.help
        assert manual is not None
        manual.resize(1366, 768)
        wait(lambda: manual.chapter is not None)
        manual.list.setCurrentRow(1)
        settle()
        self._keep(manual, f"ayuda{suffix}", None)
        manual.close()

    def office_run(self) -> None:
        """Escalafón's tray, on a computer of its own."""
        program, custody = self._enter(self._surroundings.guests[-1])
        self._visit(program, TrayStations(custody, wait))
        self._visit(program, StickStations(custody, wait))
        self._visit(program, OfficeFileStations(custody, wait, self._surroundings.home.parent))
        self._show_packets(program)
        program.shut_down()

    def administrator_run(self) -> None:
        """The roles of the office, for whom they are."""
        program, custody = self._enter(self._surroundings.guests[-2])
        self._visit(program, RolesStations(custody, wait))
        program.shut_down()

    def _enter(self, guest: Guest) -> "tuple[Program, Custody]":
        """Signed in, protected, everything there."""
        program = self._start()
        window = self._window(program, SignInWindow)
        wait(lambda: window.form.captcha.ready)
        window.form.fill(guest)
        window.form.captcha.field.put(self._demo.answer_captcha(""))
        window.form.submit()
        wait(lambda: window.screens.current is window.protect)
        for field in (window.protect.password, window.protect.again):
            field.put(PASSWORD)
        window.protect.submit()
        self._window(program, MainWindow)
        custody = program.custody
        assert custody is not None
        wait(lambda: bool(custody.exchange.log))
        return program, custody

    def _show_packets(self, program: Program) -> None:
        """The office's people of one school, chosen for packets. Another look makes the window anew."""
        for suffix in ("", "-200"):
            self._dress(program, suffix)
            window = self._window(program, MainWindow)
            window.go("packets")
            page = window.page("packets")
            assert isinstance(page, PacketsPage)
            page.begin_new()
            wait(lambda made=page: made.stack.currentWidget() is made.maker)  # type: ignore[misc]  # bound to this turn
            page.maker.people.group_chosen.emit(page.maker.people.groups.box.itemData(1))
            settle()
            self._keep(window, f"paquetes-personas{suffix}", None)
            page.maker.next.click()
            settle()
            self._keep(window, f"paquetes-receta{suffix}", None)
        self._dress(program, "")

    def _visit(self, program: Program, tour: Tour) -> None:
        for name, looks, arrange in tour.stations():
            for suffix in looks:
                self._dress(program, suffix)
                window = self._window(program, MainWindow)
                window.notice.hide()
                box = arrange()
                settle()
                self._keep(window, f"{name}{suffix}", box)
                if box is not None:
                    box.close()
                    settle()
                tour.leave()
        self._dress(program, "")

    def _keep(self, window: QWidget, name: str, box: QWidget | None) -> None:
        """The window as it is, with the dialog before it."""
        picture = window.grab()
        if box is not None:
            painter = QPainter(picture)
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 110))
            front = box.grab()
            painter.drawPixmap((picture.width() - front.width()) // 2, (picture.height() - front.height()) // 2, front)
            painter.end()
        assert picture.save(str(FOLDER / f"{name}.png"))
        print(f"{name}.png")

    def _dress(self, program: Program, suffix: str) -> None:
        theme().apply(LOOKS[suffix])
        if isinstance(program.window, MainWindow):
            program.window.redress()
        if program.window is not None:
            program.window.resize(1366, 768)

    def _look_around(self, program: Program) -> None:
        window = self._window(program, MainWindow)
        custody = program.custody
        assert custody is not None
        wait(lambda: bool(custody.exchange.log))
        window.notice.hide()
        self._take(program, "inicio", looks=tuple(LOOKS))
        window.go("payslips")
        self._take(program, "boletas", looks=tuple(LOOKS))
        page = window.page("payslips")
        for index, name in ((1, "boletas-detalle"), (2, "boletas-cambios")):
            page.view.tabs.setCurrentIndex(index)  # type: ignore[attr-defined]  # the page "payslips" is PayslipsPage
            self._take(program, name)
        for key, name in (("verify", "verificar"), ("sync", "sincronizacion"), ("settings", "ajustes")):
            if key in window._makers:
                window.go(key)
                self._take(program, name)
        tour = LegajoStations(custody, wait, self._surroundings.home.parent)
        self._visit(program, tour)
        self._demo.unplug()
        custody.exchange.sync_now()
        wait(lambda: custody.exchange.situation.connection is Connection.OFFLINE)
        window.go("sync")
        self._take(program, "sin-conexion")

    def _start(self, suffix: str = "") -> Program:
        """As on a computer where this look was chosen before."""
        look = LOOKS[suffix]
        theme().apply(look)
        program = Program(self._surroundings, Preferences(appearance=look.appearance.value, text_size=look.text_size))
        program.start()
        wait(lambda: program.window is not None)
        assert program.window is not None
        program.window.resize(1366, 768)
        return program

    def _window(self, program: Program, kind: type[W]) -> W:
        wait(lambda: isinstance(program.window, kind))
        assert isinstance(program.window, kind)
        return program.window

    def _take(self, program: Program, name: str, looks: tuple[str, ...] = ("",)) -> None:
        for suffix in looks:
            self._dress(program, suffix)
            settle()
            assert program.window is not None
            self._keep(program.window, f"{name}{suffix}", None)
        self._dress(program, "")
        settle()


def main() -> int:
    """Take them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
        seat_screen(folder)
        make_application()
        demo = held.enter_context(Demo(folder / "demo", port=0, today=date(2026, 11, 23)))
        demo.complete()
        Photographer(demo, folder / "office").office_run()
        Photographer(demo, folder / "administrator").administrator_run()
        photographer = Photographer(demo, folder / "home")
        photographer.first_run()
        photographer.second_run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
