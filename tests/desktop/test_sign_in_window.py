"""The first run against a real central API on loopback: signing in, getting a password, having no user, protecting."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.presenters.accounts import Letter, advise, free_alias, letter_text, server_problem
from desktop.windows.credentials_form import CredentialsForm, Guest
from desktop.windows.main_window import MainWindow
from desktop.windows.sign_in_dialog import SignInDialog
from desktop.windows.sign_in_window import SignInWindow
from documents.payslip import Payslip
from storage import cache
from storage.profile import list_profiles
from sync.clock import SystemClock
from sync.core.outcome import Updated
from tests.desktop.scenes import ACCOUNT_PASSWORD, CAPTCHA, NOW, PASSWORD, USER, Central, Lived, StillClock


@pytest.fixture
def first(central: Central, live: Callable[..., Lived], qtbot: Any) -> tuple[Lived, SignInWindow]:
    """The program started on an empty computer; the captcha has arrived."""
    lived = live(server=central.url, ticking=SystemClock())
    window = lived.program.window
    assert isinstance(window, SignInWindow)
    qtbot.waitUntil(lambda: window.form.captcha.ready)
    return lived, window


def fill(form: CredentialsForm, password: str = ACCOUNT_PASSWORD, captcha: str = CAPTCHA) -> None:
    form.user.put(USER)
    form.password.put(password)
    form.captcha.field.put(captcha)


def reach_protection(qtbot: Any, window: SignInWindow) -> None:
    fill(window.form)
    window.form.submit()
    qtbot.waitUntil(lambda: window.screens.current is window.protect)


def test_without_profiles_the_program_begins_with_signing_in(first: tuple[Lived, SignInWindow]) -> None:
    _lived, window = first
    assert window.form.captcha.image.startswith(b"\x89PNG")
    assert not window.form.captcha.picture.pixmap().isNull()


def test_signing_in_protecting_and_the_first_exchange_bring_the_payslips(
    qtbot: Any, first: tuple[Lived, SignInWindow], central: Central, payslips: tuple[Payslip, ...], home: Path
) -> None:
    central.publish(payslips[:4])
    lived, window = first
    reach_protection(qtbot, window)
    for field in (window.protect.password, window.protect.again):
        field.put(PASSWORD)
    qtbot.mouseClick(window.protect.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(lived.program.window, MainWindow))
    exchange = lived.custody().exchange
    qtbot.waitUntil(lambda: bool(exchange.log))
    assert exchange.log[0].outcome == Updated(new_payslips=4, pdfs=4)
    main = lived.custody().window
    qtbot.waitUntil(lambda: "Con conexión" in main.strip.lead.text())
    assert "Llegaron 4 boletas" in main.notice.text
    assert [card.alias for card in list_profiles(home)] == ["Mi perfil"]


def test_nothing_is_on_disk_before_the_profile_is_protected(
    qtbot: Any, first: tuple[Lived, SignInWindow], home: Path
) -> None:
    _lived, window = first
    reach_protection(qtbot, window)
    assert list_profiles(home) == ()


def test_going_back_from_protecting_revokes_the_session_and_keeps_what_was_typed(
    qtbot: Any, first: tuple[Lived, SignInWindow], central: Central
) -> None:
    _lived, window = first
    reach_protection(qtbot, window)
    window.protect.alias.put("Casa")
    window.protect.previous.click()
    assert window.screens.current is window.first
    qtbot.waitUntil(lambda: any(seen.route == "sign-out" or "current" in seen.path for seen in central.faults.requests))
    assert window.form.user.text == USER
    assert window.protect.alias.text == "Casa"


def test_a_wrong_password_keeps_the_user_and_brings_a_new_image(qtbot: Any, first: tuple[Lived, SignInWindow]) -> None:
    _lived, window = first
    before = window.form.captcha.answer[0]
    fill(window.form, password="no es esta")
    window.form.submit()
    qtbot.waitUntil(lambda: window.form.captcha.ready and window.form.captcha.answer[0] != before)
    assert "no son correctos" in window.form.said.text()
    assert window.form.user.text == USER
    assert window.form.captcha.field.text == ""


def test_a_wrong_captcha_says_that_it_was_the_image(qtbot: Any, first: tuple[Lived, SignInWindow]) -> None:
    _lived, window = first
    fill(window.form, captcha="ZZZZZ")
    window.form.submit()
    qtbot.waitUntil(lambda: "imagen" in window.form.said.text())
    assert window.form.password.text == ACCOUNT_PASSWORD


def test_missing_data_is_said_beside_its_field(first: tuple[Lived, SignInWindow]) -> None:
    _lived, window = first
    window.form.submit()
    assert "Falta" in window.form.user.below
    fill(window.form, captcha="")
    window.form.submit()
    assert "Falta" in window.form.captcha.field.below


def test_offline_is_explained_calmly_and_can_be_tried_again(
    qtbot: Any, central: Central, live: Callable[..., Lived]
) -> None:
    central.server.stop()
    window = live(server=central.url, ticking=SystemClock()).program.window
    assert isinstance(window, SignInWindow)
    captcha = window.form.captcha
    qtbot.waitUntil(lambda: "No hay conexión" in captcha.said.text())
    assert captcha.said.property("role") == "wait"
    central.server.start()
    captcha.another.click()
    qtbot.waitUntil(lambda: captcha.ready)


def test_another_image_can_be_asked_for(qtbot: Any, first: tuple[Lived, SignInWindow]) -> None:
    _lived, window = first
    before = window.form.captcha.answer[0]
    window.form.captcha.another.click()
    qtbot.waitUntil(lambda: window.form.captcha.ready and window.form.captcha.answer[0] != before)


def test_signing_in_does_no_work_on_the_ui_thread(
    qtbot: Any, first: tuple[Lived, SignInWindow], ui_thread_guard: Any
) -> None:
    lived, window = first
    with ui_thread_guard():
        reach_protection(qtbot, window)
        for field in (window.protect.password, window.protect.again):
            field.put(PASSWORD)
        window.protect.submit()
        qtbot.waitUntil(lambda: isinstance(lived.program.window, MainWindow))
        exchange = lived.custody().exchange
        qtbot.waitUntil(lambda: bool(exchange.log))


def test_a_password_mail_is_asked_for_and_the_answer_tells_nothing_about_the_address(
    qtbot: Any, first: tuple[Lived, SignInWindow]
) -> None:
    _lived, window = first
    window._ask_for_mail()
    qtbot.waitUntil(lambda: window.mail.captcha.ready)
    window.mail.email.put("nadie")
    window.mail.submit()
    assert "correo completo" in window.mail.email.below
    window.mail.email.put("nadie@ejemplo.pe")
    window.mail.captcha.field.put(CAPTCHA)
    window.mail.submit()
    qtbot.waitUntil(lambda: not window.mail.sent.isHidden())


def test_the_letter_fills_in_while_it_is_typed_and_can_be_copied_and_saved(
    qtbot: Any, first: tuple[Lived, SignInWindow], tmp_path: Path
) -> None:
    _lived, window = first
    letter = window.letter
    letter.fields["names"].put("Ana Ñaupari")
    letter.fields["document"].put("99900021")
    assert "Yo, Ana Ñaupari, con DNI N.º 99900021" in letter.letter.toPlainText()
    letter.copy()
    assert "Ana Ñaupari" in QApplication.clipboard().text()
    place = tmp_path / "solicitud.txt"
    letter.save_to(place)
    qtbot.waitUntil(lambda: "Guardada" in letter.said.text())
    assert "SOLICITO" in place.read_text(encoding="utf-8-sig")


def test_weak_and_different_passwords_are_refused_beside_their_fields(
    qtbot: Any, first: tuple[Lived, SignInWindow]
) -> None:
    _lived, window = first
    reach_protection(qtbot, window)
    protect = window.protect
    protect.password.put("corta")
    protect.submit()
    assert "10" in protect.password.below
    protect.password.put("mamani ñaupari")
    protect.submit()
    assert "No use su nombre" in protect.password.below
    protect.password.put(PASSWORD)
    protect.again.put("otra cosa que no es igual")
    protect.submit()
    assert "No es igual" in protect.again.below


def test_a_sample_person_is_filled_in_when_chosen(qtbot: Any, desk: Any, clock: StillClock) -> None:
    from desktop.tasks.office import Office

    guest = Guest("Rosa & Cía", "rosa", "clave")
    form = CredentialsForm(lambda server: Office(desk, clock, server), "", guests=(guest,))
    qtbot.addWidget(form)
    assert form.guests is not None
    assert form.guests.box.itemText(1) == "Rosa & Cía · rosa"
    form.guests.box.setCurrentIndex(1)
    form.guests.box.activated.emit(1)
    assert (form.user.text, form.password.text) == ("rosa", "clave")


def test_renewing_a_session_keeps_the_profile_and_its_user(
    qtbot: Any, central: Central, opened: Any, desk: Any
) -> None:
    from desktop.tasks.office import Office

    clock = SystemClock()
    dialog = SignInDialog(None, opened, lambda server: Office(desk, clock, server), central.url, USER)
    qtbot.addWidget(dialog)
    assert dialog.form.user.edit.isReadOnly()
    qtbot.waitUntil(lambda: dialog.form.captcha.ready)
    dialog.form.password.put(ACCOUNT_PASSWORD)
    dialog.form.captcha.field.put(CAPTCHA)
    with qtbot.waitSignal(dialog.renewed):
        dialog.form.submit()
    with opened.vault.cache() as db:
        session = cache.session(db)
    assert session is not None
    assert (session.user, session.server) == (USER, central.url)


def test_advice_grows_with_the_password() -> None:
    assert not advise("").acceptable
    assert not advise("1234567890").acceptable
    assert not advise("rosa mamani", ("MAMANI", "ROSA")).acceptable
    assert advise("nevado trueno").tone == "good"
    assert "Muy buena" in advise(PASSWORD).text


def test_a_free_alias_differs_from_those_here() -> None:
    assert free_alias(()) == "Mi perfil"
    assert free_alias(("mi perfil", "Mi perfil 2")) == "Mi perfil 3"


@pytest.mark.parametrize("address", ["http://ayni.gob.pe", "ayni.gob.pe", "", "https://", "https://a b"])
def test_an_address_that_is_not_https_is_refused(address: str) -> None:
    assert server_problem(address)


@pytest.mark.parametrize("address", ["https://ayni.gob.pe", "http://127.0.0.1:8000", "http://localhost"])
def test_https_and_this_computer_are_accepted(address: str) -> None:
    assert server_problem(address) == ""


def test_an_empty_letter_has_dotted_lines_and_the_day() -> None:
    text = letter_text(Letter(), NOW.date())
    assert "……………………" in text
    assert "23 de noviembre de 2026" in text


def test_it_looks_as_it_should(first: tuple[Lived, SignInWindow], grab: Any) -> None:
    _lived, window = first
    assert grab(window, "sign-in").exists()
    for name in ("mail", "letter", "protect"):
        window.screens.turn_to(getattr(window, name))
        assert grab(window, f"sign-in-{name}").exists()
