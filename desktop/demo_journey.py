"""The demonstration without a display: the real windows, offscreen, driven as by a person, a picture a station.

Signs in, protects the profile, receives the payslips, opens one, looks at the requests, loses the connection, locks.
Where the last guest works for an office, their tray is visited before, while there is a connection.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import make_application
from desktop.bootstrap import Program, Surroundings
from desktop.pages.tray_page import TrayPage
from desktop.preferences import Preferences
from desktop.presenters.status import Connection
from desktop.presenters.sync_progress import outcome_words
from desktop.tasks.reachability import silent
from desktop.theme import Appearance, Look, theme
from desktop.windows.main_window import MainWindow
from desktop.windows.sign_in_window import SignInWindow
from desktop.words import translate
from sync.clock import SystemClock

if TYPE_CHECKING:
    from desktop.custody import Custody
    from desktop.windows.credentials_form import Guest

AnswerCaptcha = Callable[[str], str]
LOCAL_PASSWORD = "cuatro palabras para la demostración"  # noqa: S105 - of a profile that is erased at the end
PATIENCE = 60.0  # seconds for the longest step


class StuckError(RuntimeError):
    """A step of the journey did not come to its end."""


class Journey:
    """One walk. `unplug` takes the connection away; without it, the operating system's hint is played instead."""

    def __init__(
        self,
        url: str,
        guest: "Guest",
        folder: Path,
        answer_captcha: AnswerCaptcha | None,
        unplug: Callable[[], None] | None,
    ) -> None:
        self._folder, self._guest, self._answer, self._unplug = folder, guest, answer_captcha, unplug
        self.pictures: list[Path] = []
        self.locked = False
        self._home = Path(tempfile.mkdtemp(prefix="journey-", dir=folder))
        surroundings = Surroundings(
            home=self._home, clock=SystemClock(), restart=self._note_lock, listen=silent, server=url, guests=(guest,)
        )
        self._program = Program(surroundings, Preferences(appearance="light"))

    def walk(self) -> None:
        """All stations in order. Raises StuckError."""
        try:
            self._sign_in()
            self._protect()
            self._receive()
            self._open_payslip()
            self._go_offline()
            self._lock()
        finally:
            self._end()

    def visit_office(self) -> None:
        """Sign in and look at the office's tray; nothing where the guest works for none. Raises StuckError."""
        try:
            self._sign_in(picture=False)
            self._protect(picture=False)
            exchange = self._custody().exchange
            self._wait(lambda: bool(exchange.log), "the office's first exchange")
            self._settle()
            self._open_tray()
        finally:
            self._end()

    def _open_tray(self) -> None:
        window = self._main_window()
        window.go("tray")
        if window.current != "tray":
            return
        page = window.page("tray")
        assert isinstance(page, TrayPage)  # noqa: S101 - its key says so
        self._wait(lambda: page.found is not None and bool(page.found.lines), "the office's list")
        self._settle()
        self._picture("0-bandeja", translate("Demo", "La bandeja de la oficina: qué piden, hasta cuándo, con qué."))

    def _end(self) -> None:
        self._program.shut_down()
        shutil.rmtree(self._home, ignore_errors=True)

    def _sign_in(self, *, picture: bool = True) -> None:
        self._program.start()
        self._wait(lambda: isinstance(self._program.window, SignInWindow), "the first window")
        form = self._sign_in_window().form
        self._wait(lambda: form.captcha.ready, "the captcha")
        form.fill(self._guest)
        if form.captcha.image:
            form.captcha.field.put(self._read(form.captcha.image))
        if picture:
            self._picture("1-ingresar", translate("Demo", "La primera ventana: usuario, contraseña e imagen."))
        form.submit()

    def _protect(self, *, picture: bool = True) -> None:
        window = self._sign_in_window()
        self._wait(lambda: window.screens.current is window.protect, "signing in")
        for field in (window.protect.password, window.protect.again):
            field.put(LOCAL_PASSWORD)
        if picture:
            words = translate("Demo", "La contraseña de esta computadora: con ella se cifra todo.")
            self._picture("2-proteger", words)
        window.protect.submit()
        self._wait(lambda: isinstance(self._program.window, MainWindow), "the profile")

    def _receive(self) -> None:
        exchange = self._custody().exchange
        self._wait(lambda: bool(exchange.log), "the first exchange")
        self._settle()
        self._picture("3-inicio", outcome_words(exchange.log[0].outcome))

    def _open_payslip(self) -> None:
        window = self._main_window()
        window.go("payslips")
        self._settle()
        self._picture("4-mis-boletas", translate("Demo", "Mis boletas: la más nueva, abierta sin pedir nada a la red."))
        window.go("sync")
        self._settle()
        self._picture("5-sincronizacion", translate("Demo", "Qué llegó y cuánto costó."))

    def _go_offline(self) -> None:
        exchange, window = self._custody().exchange, self._main_window()
        if self._unplug is None:
            exchange.hear(reachable=False)
        else:
            self._unplug()
            exchange.sync_now()
        self._wait(lambda: exchange.situation.connection is Connection.OFFLINE, "being offline")
        window.go("payslips")
        self._settle()
        self._picture("6-sin-conexion", translate("Demo", "Sin conexión: todo lo guardado sigue a la mano."))
        window.go("requests")
        self._settle()
        self._picture("7-solicitudes", translate("Demo", "Mis solicitudes: cada pedido hasta el final, sin conexión."))

    def _lock(self) -> None:
        self._main_window().lock_wanted.emit()
        self._wait(lambda: self.locked, "the lock")
        print(translate("Demo", "Bloqueado: el proceso terminaría aquí y la clave con él."))  # noqa: T201

    def _note_lock(self) -> None:
        self.locked = True

    def _sign_in_window(self) -> SignInWindow:
        assert isinstance(self._program.window, SignInWindow)  # noqa: S101 - waited for
        return self._program.window

    def _main_window(self) -> MainWindow:
        assert isinstance(self._program.window, MainWindow)  # noqa: S101 - waited for
        return self._program.window

    def _custody(self) -> "Custody":
        assert self._program.custody is not None  # noqa: S101 - there with the main window
        return self._program.custody

    def _read(self, image: bytes) -> str:
        if self._answer is None:
            raise StuckError(translate("Demo", "El servicio pide leer una imagen y nadie puede leerla sin pantalla."))
        place = self._folder / "captcha.png"
        place.write_bytes(image)
        return self._answer(str(place))

    def _picture(self, name: str, words: str) -> None:
        window = self._program.window
        if window is None:
            raise StuckError(name)
        window.resize(1366, 768)
        self._settle()
        place = self._folder / "pictures" / f"{name}.png"
        if not window.grab().save(str(place)):
            raise StuckError(str(place))
        self.pictures.append(place)
        print(f"  {place}  {words}")  # noqa: T201

    def _settle(self) -> None:
        """Let readings and layouts come to rest."""
        loop = QEventLoop()
        QTimer.singleShot(400, loop.quit)
        loop.exec()

    def _wait(self, there: Callable[[], bool], what: str) -> None:
        clock = SystemClock()
        end = clock.monotonic() + PATIENCE
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: loop.quit() if there() or clock.monotonic() > end else None)
        timer.start(20)
        if not there():
            loop.exec()
        timer.stop()
        if not there():
            raise StuckError(what)


def travel(
    url: str,
    guests: "tuple[Guest, ...]",
    answer_captcha: AnswerCaptcha | None,
    folder: Path,
    unplug: Callable[[], None] | None = None,
) -> int:
    """The journey of the first guest; 0 when every station was reached. Pictures go to `folder`/pictures."""
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    make_application()
    theme().apply(Look(Appearance.LIGHT))
    journey = Journey(url, guests[0], folder, answer_captcha, unplug)
    try:
        if len(guests) > 1:
            office = Journey(url, guests[-1], folder, answer_captcha, None)
            office.visit_office()
            journey.pictures.extend(office.pictures)
        journey.walk()
    except StuckError as stuck:
        print(translate("Demo", "El recorrido se detuvo: {step}").format(step=stuck))  # noqa: T201
        return 1
    finally:
        QApplication.processEvents()
    print(translate("Demo", "Listo: {n} imágenes.").format(n=len(journey.pictures)))  # noqa: T201
    return 0
