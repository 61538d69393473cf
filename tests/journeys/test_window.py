"""The main job through the real window, real HTTP and a real encrypted file.

Sign in, bring the payslips home, close, lose the office, open again with the local password, find one by year and
month, read it, save a copy.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from central.faults import Fault, cut_body_after, html_portal, status
from desktop.bootstrap import Program, Surroundings
from desktop.pages.payslips_page import PayslipsPage
from desktop.preferences import Preferences
from desktop.tasks.reachability import silent
from desktop.theme import Appearance, Look, load_fonts, theme
from desktop.windows.main_window import MainWindow
from desktop.windows.sign_in_window import SignInWindow
from desktop.windows.unlock_window import UnlockWindow
from documents.payslip import Period
from storage.kdf import FLOOR
from storage.payslips import PayslipQuery, count_payslips
from sync.core.outcome import Blocked, Updated
from tests.journeys.scenery import ACCOUNT_PASSWORD, CAPTCHA, LOCAL_PASSWORD, Central, draw

pytestmark = pytest.mark.timeout(120)
PATIENCE = 30_000  # milliseconds a slow machine may take
W = TypeVar("W", bound=QWidget)


class StillClock:
    """The day of the journey."""

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 13, 14, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    load_fonts()
    theme().apply(Look(Appearance.LIGHT, 100))


@pytest.fixture
def run_program(qtbot: QtBot, tmp_path: Path, central: Central) -> Callable[[], object]:
    """`with run_program() as program:` is one start of the program, from the first window to the end of the process."""

    @contextmanager
    def run() -> Iterator[Program]:
        surroundings = Surroundings(
            home=tmp_path / "home",
            clock=StillClock(),
            restart=lambda: None,
            listen=silent,
            server=central.url,
            cost=FLOOR,
        )
        program = Program(surroundings, Preferences())
        program.start()
        try:
            yield program
        finally:
            program.shut_down()
            if program.window is not None:
                program.window.close()
                program.window.deleteLater()

    return run


def shown(qtbot: QtBot, program: Program, kind: type[W]) -> W:
    """Wait until this window is the one that is shown."""
    qtbot.waitUntil(lambda: isinstance(program.window, kind), timeout=PATIENCE)
    assert isinstance(program.window, kind)
    program.window.resize(1366, 768)  # the offscreen screen is smaller than anybody's
    return program.window


def type_in(field: QWidget, text: str) -> None:
    """Key by key. QTest's own typing stops the process at a letter outside ASCII, and passwords have an ñ."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def sign_in(qtbot: QtBot, program: Program, central: Central) -> MainWindow:
    """Through both screens, as a person does."""
    window = shown(qtbot, program, SignInWindow)
    form = window.form
    qtbot.waitUntil(lambda: form.captcha.ready, timeout=PATIENCE)
    assert form.captcha.image.startswith(b"\x89PNG")
    type_in(form.user.edit, central.user)
    type_in(form.password.edit, ACCOUNT_PASSWORD)
    type_in(form.captcha.field.edit, CAPTCHA)
    qtbot.mouseClick(form.go, Qt.MouseButton.LeftButton)
    protect = window.protect
    qtbot.waitUntil(lambda: window.screens.current is protect, timeout=PATIENCE)
    type_in(protect.password.edit, LOCAL_PASSWORD)
    type_in(protect.again.edit, LOCAL_PASSWORD)
    qtbot.keyClick(protect.again.edit, Qt.Key.Key_Return)
    return shown(qtbot, program, MainWindow)


def unlock(qtbot: QtBot, program: Program, password: str = LOCAL_PASSWORD) -> MainWindow:
    window = shown(qtbot, program, UnlockWindow)
    type_in(window.password.edit, password)
    qtbot.keyClick(window.password.edit, Qt.Key.Key_Return)
    return shown(qtbot, program, MainWindow)


def wait_for_exchange(qtbot: QtBot, program: Program) -> object:
    """The outcome of the exchange that runs or comes next."""
    custody = program.custody
    assert custody is not None
    qtbot.waitUntil(lambda: bool(custody.exchange.log), timeout=PATIENCE)
    return custody.exchange.log[0].outcome


def payslips_page(qtbot: QtBot, window: MainWindow) -> PayslipsPage:
    window.go("payslips")
    page = window.page("payslips")
    assert isinstance(page, PayslipsPage)
    qtbot.waitUntil(lambda: page.reading is not None and bool(page.reading.listed), timeout=PATIENCE)
    return page


def test_a_servant_reads_a_payslip_without_internet(
    qtbot: QtBot, run_program: Callable[[], object], central: Central, tmp_path: Path
) -> None:
    with run_program() as program:
        sign_in(qtbot, program, central)
        outcome = wait_for_exchange(qtbot, program)
        assert outcome == Updated(new_payslips=14, pdfs=14)

    central.server.stop()

    with run_program() as program:
        window = unlock(qtbot, program)
        page = payslips_page(qtbot, window)
        page.filters.year.setCurrentIndex(page.filters.year.findText("2026"))
        page.filters.month.setCurrentIndex(page.filters.month.findText("marzo", Qt.MatchFlag.MatchContains))
        qtbot.mouseClick(page.filters.search, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: page.reading is not None and len(page.reading.listed) == 1, timeout=PATIENCE)
        assert page.list.current is not None
        assert page.list.current.periodo == Period(2026, 3)

        viewer = page.view.viewer
        qtbot.waitUntil(lambda: page.view.reading is not None and viewer.page_count == 1, timeout=PATIENCE)
        qtbot.waitUntil(lambda: viewer.is_sharp, timeout=PATIENCE)
        copy = tmp_path / "mi boleta.pdf"
        page.copies.ask_target = lambda _suggested: copy
        page.copies._warned.add("copy")  # the dialog has its own test
        with qtbot.waitSignal(page.copies.told, timeout=PATIENCE):
            page._save()
        march = next(payslip for payslip in central.payslips if payslip.periodo == Period(2026, 3))
        assert copy.read_bytes() == draw(march)

    home = tmp_path / "home"
    words = (
        march.doc_numero,
        march.apellidos,
        march.nombres,
        "3,823.27",
        "382327",
        "PROFESOR",
        central.user,
        LOCAL_PASSWORD,
    )
    marks = [word.encode(coding) for word in words for coding in ("utf-8", "utf-16-le", "latin-1")]
    found = {
        (file.name, mark)
        for file in home.rglob("*") if file.is_file()
        for mark in (*marks, b"%PDF") if mark in file.read_bytes()
    }  # fmt: skip
    assert found == set()


def test_a_cut_first_sync_goes_on_where_it_stopped(
    qtbot: QtBot, run_program: Callable[[], object], central: Central
) -> None:
    central.faults.add("bundle", cut_body_after(9_000))
    with run_program() as program:
        window = sign_in(qtbot, program, central)
        outcome = wait_for_exchange(qtbot, program)
        assert isinstance(outcome, Blocked)
        strip = " ".join(label.text() for label in window.strip.findChildren(QWidget) if hasattr(label, "text"))
        assert "error" not in strip.lower()
        custody = program.custody
        assert custody is not None
        with qtbot.waitSignal(custody.exchange.changed, timeout=PATIENCE):
            custody.exchange.sync_now()
        qtbot.waitUntil(lambda: isinstance(custody.exchange.log[0].outcome, Updated), timeout=PATIENCE)
        vault = custody.opened.vault
        with vault.cache() as db:
            assert count_payslips(db, PayslipQuery()).held == 14
    resumed = [request.range for request in central.faults.requests if request.range]
    assert len(resumed) == 1


@pytest.mark.parametrize("fault", [html_portal, status(500), status(429, retry_after=60)], ids=["portal", "500", "429"])
def test_whatever_the_office_answers_the_payslips_at_home_stay_readable(
    qtbot: QtBot, run_program: Callable[[], object], central: Central, fault: Fault
) -> None:
    with run_program() as program:
        sign_in(qtbot, program, central)
        wait_for_exchange(qtbot, program)
        central.faults.add("sync", fault)
        custody = program.custody
        assert custody is not None
        custody.exchange.sync_now()
        qtbot.waitUntil(lambda: len(custody.exchange.log) == 2, timeout=PATIENCE)
        assert isinstance(custody.exchange.log[0].outcome, Blocked)
        page = payslips_page(qtbot, custody.window)
        assert page.reading is not None
        assert len(page.reading.listed) == 14


def test_a_wrong_local_password_is_refused_and_the_right_one_still_opens(
    qtbot: QtBot, run_program: Callable[[], object], central: Central
) -> None:
    with run_program() as program:
        sign_in(qtbot, program, central)
        wait_for_exchange(qtbot, program)
    with run_program() as program:
        window = shown(qtbot, program, UnlockWindow)
        type_in(window.password.edit, "no es esta de ninguna manera")
        qtbot.keyClick(window.password.edit, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(window.said.text()), timeout=PATIENCE)
        assert "contraseña" in window.said.text().lower()
        window.password.forget()
        unlock(qtbot, program)
