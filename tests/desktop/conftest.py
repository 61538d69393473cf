"""What desktop tests share: the dressed application, a clock that stands still, an opened profile with
payslips, pictures, and the guard that makes file, socket and database work raise on the UI thread.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported
os.environ.setdefault("QT_SCALE_FACTOR_ROUNDING_POLICY", "PassThrough")

import hashlib
import shutil
import sys
import sysconfig
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3
from PySide6.QtWidgets import QApplication, QWidget

from central.app import create_app
from central.faults import Faults
from central.publishing import Publisher
from central.records import Person
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from desktop.app import make_application
from desktop.bootstrap import Program, Surroundings
from desktop.icons import icon
from desktop.opened import Opened
from desktop.preferences import Preferences
from desktop.tasks.desk import Desk
from desktop.tasks.reachability import silent
from desktop.theme import Appearance, Look, Theme, theme
from desktop.windows.main_window import MainWindow
from documents.payslip import Payslip, PayslipClass, Period
from documents.payslip_pdf import draw_payslip, reference_payload
from storage import cache
from storage.kdf import FLOOR
from storage.profile import Vault, new_profile, open_profile
from tests.desktop.scenes import (
    ACCOUNT_PASSWORD,
    CAPTCHA,
    NOW,
    PASSWORD,
    SESSION,
    USER,
    Central,
    Lived,
    StillClock,
    make_payslip,
    sample_page,
)  # fmt: skip
from tests.desktop.script import exchange, script  # noqa: F401 - fixtures of two pages


@pytest.fixture(scope="session")
def faces(qapp: QApplication) -> None:
    make_application()
    icon("chasqui")  # the program reads every icon with its first window


@pytest.fixture(autouse=True)
def look(faces: None) -> Iterator[Theme]:
    """The light look at 100 %; whatever a test changes is put back."""
    plain = Look(Appearance.LIGHT, 100)
    theme().apply(plain)
    yield theme()
    theme().apply(plain)


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.close()


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where pictures go: $CHASQUI_PICTURES, or .cache/pictures in the checkout (never committed)."""
    where = Path(os.environ.get("CHASQUI_PICTURES", Path(__file__).parents[2] / ".cache" / "pictures"))
    where.mkdir(parents=True, exist_ok=True)
    return where


@pytest.fixture
def grab(pictures: Path) -> Callable[..., Path]:
    """grab(widget, "name", 1366, 768): lays it out at that size, saves what it shows, checks it is not blank."""

    def take(widget: QWidget, name: str, width: int = 1366, height: int = 768) -> Path:
        widget.resize(width, height)
        widget.show()
        QApplication.processEvents()
        image = widget.grab().toImage()
        colours = {image.pixel(x, y) for x in range(0, image.width(), 23) for y in range(0, image.height(), 19)}
        assert len(colours) > 2, f"{name} is blank"
        place = pictures / f"{name}.png"
        assert image.save(str(place))
        return place

    return take


# --- the guard of the UI thread ---------------------------------------------------------------------------------------


class UiThreadError(AssertionError):
    """Work that belongs to the pool was done on the UI thread."""


_FORBIDDEN = {
    "open",
    "socket.connect",
    "socket.getaddrinfo",
    "sqlite3.connect",
    "subprocess.Popen",
    "os.listdir",
    "os.remove",
}
_CODE = (".py", ".pyc", ".so", ".pyd", ".pth")
_guarding: list[threading.Thread] = []


def _listen(event: str, arguments: tuple[Any, ...]) -> None:
    if not _guarding or event not in _FORBIDDEN or threading.current_thread() is not _guarding[-1]:
        return
    subject = str(arguments[0]) if arguments else ""
    if event in ("open", "os.listdir") and (subject.endswith(_CODE) or subject.startswith(_LIBRARIES)):
        return  # imports read code; the first use of a module is not what this looks for
    raise UiThreadError(f"{event} {subject} on the UI thread")


_LIBRARIES = (sysconfig.get_paths()["stdlib"], sysconfig.get_paths()["purelib"], sysconfig.get_paths()["platlib"])
sys.addaudithook(_listen)


@pytest.fixture
def ui_thread_guard(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Any]:
    """`with ui_thread_guard():` raises where the main thread opens a file, a socket or a database.

    sqlcipher3 raises no audit events of its own, so its `connect` is wrapped to raise the event of sqlite3.
    """
    real = sqlcipher3.dbapi2.connect

    def connect(*given: Any, **named: Any) -> Any:
        sys.audit("sqlite3.connect", *given[:1])
        return real(*given, **named)

    monkeypatch.setattr(sqlcipher3.dbapi2, "connect", connect)
    monkeypatch.setattr(sqlcipher3, "connect", connect)

    @contextmanager
    def guarded() -> Iterator[None]:
        _guarding.append(threading.main_thread())
        try:
            yield
        finally:
            _guarding.pop()

    return guarded


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder of profiles, empty."""
    made = tmp_path / "home"
    made.mkdir()
    return made


@pytest.fixture
def opened(vault: Vault, clock: StillClock) -> Iterator[Opened]:
    """What a page gets, over the vault with sample payslips."""
    made = Opened(vault, Desk(vault), clock)
    yield made
    made.desk.close()


# --- an opened profile ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def payslips() -> tuple[Payslip, ...]:
    """Fourteen months, the newest in November 2026, and one additional payslip in September."""
    newest = Period(2026, 11)
    monthly = tuple(
        make_payslip(newest.earlier(months), net=304618 - 130 * months, number=100 - months) for months in range(14)
    )
    extra = make_payslip(Period(2026, 9), net=90000, number=300, clase=PayslipClass.ADDITIONAL, secuencia=1)
    return (*monthly, extra)


@pytest.fixture(scope="session")
def filled_profile(tmp_path_factory: pytest.TempPathFactory, payslips: tuple[Payslip, ...]) -> Path:
    """A profile on disk with payslips, two PDFs that are here, a session and a last exchange. Copied for each test."""
    home = tmp_path_factory.mktemp("filled")
    with new_profile(home, "Mi perfil", PASSWORD, cost=FLOOR) as made, made.cache() as db:
        cache.store_session(db, SESSION)
        pdfs = {payslip.id: draw_payslip(payslip, seal=reference_payload(payslip)) for payslip in payslips[:2]}
        cache.store_page(db, sample_page(payslips, pdfs), etag="e")
        for pdf in pdfs.values():
            digest = hashlib.sha256(pdf).hexdigest()
            cache.append_pdf(db, digest, 0, pdf)
            assert cache.finish_pdf(db, digest)
        cache.exchange_succeeded(db, NOW - timedelta(hours=5))
        cache.add_traffic(db, Period(NOW.year, NOW.month), 412_000, 9_000, 31)
        return made.directory


@pytest.fixture
def vault(home: Path, filled_profile: Path) -> Iterator[Vault]:
    """The filled profile, opened, in the folder of profiles of this test."""
    directory = home / filled_profile.name
    shutil.copytree(filled_profile, directory)
    made = open_profile(directory, PASSWORD, now=NOW)
    yield made
    made.close()


# --- the office, and the whole program ------------------------------------------------------------------------------


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    """A central API that knows Rosa, whose captchas always say the same."""
    faults = Faults()
    with Store(f"sqlite:///{tmp_path / 'central.db'}") as store:
        publisher = Publisher(store, cost=CHEAP)
        person = Person(
            doc_tipo="DNI", doc_numero="99900017", apellidos="MAMANI ÑAUPARI", nombres="ROSA ÁNGELA",
            correo="rosa@ejemplo.pe",
        )  # fmt: skip
        publisher.add_person(person, USER, ACCOUNT_PASSWORD)
        settings = Settings(captcha_text=lambda: CAPTCHA, password_cost=CHEAP)
        with Server(create_app(settings, store, faults=faults)) as server:
            yield Central(server, store, publisher, faults)


@pytest.fixture
def live(qtbot: Any, home: Path, clock: StillClock) -> Iterator[Callable[..., Lived]]:
    """live(server=..., clock=...) starts the whole program over `home` with a lock that only records."""
    started: list[Lived] = []

    def start(server: str = "", ticking: Any = None, preferences: Preferences | None = None) -> Lived:
        restarts: list[str] = []
        surroundings = Surroundings(
            home=home, clock=ticking or clock, restart=lambda: restarts.append("restart"), listen=silent, server=server,
            cost=FLOOR,
        )  # fmt: skip
        chosen = preferences or Preferences(appearance="light")
        lived = Lived(Program(surroundings, chosen), restarts)
        started.append(lived)
        lived.program.start()
        qtbot.waitUntil(lambda: lived.program.window is not None)
        return lived

    yield start
    for lived in started:
        lived.program.shut_down()
        if lived.program.window is not None:
            lived.program.window.hide()
            lived.program.window.deleteLater()
        lived.program.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def lived(live: Callable[..., Lived], vault: Vault, qtbot: Any) -> Lived:
    """The program with the filled profile open; its server is out of reach."""
    made = live()
    made.program.open(vault)
    running = made.custody().exchange
    qtbot.waitUntil(lambda: running.counts is not None and bool(running.log))
    return made


@pytest.fixture
def window(lived: Lived) -> MainWindow:
    return lived.custody().window
