"""A request to its end, through the real window, real HTTP and a real outbox.

Written without a connection, sent, observed by the office, corrected by another one, attended.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from central.legajo.archive import Archive
from central.records import Oficina, Person
from desktop.pages.requests_page import RequestsPage
from desktop.presenters.requests_steps import Deed
from desktop.windows.main_window import MainWindow
from documents.payslip import Period
from storage import adoption, drafts
from storage.request_records import RequestContent
from storage.vault import Vault
from sync.accounts import request_captcha, sign_in
from sync.client import CentralClient
from tests.central.legajo_calls import UGEL
from tests.central.legajo_calls import Person as Caller
from tests.desktop.request_scenes import NOW, content_of, filed_home, identifier
from tests.desktop.scenes import ACCOUNT_PASSWORD, CAPTCHA, USER, Central, Lived, StillClock, make_payslip

PATIENCE = 15_000  # milliseconds


class Clerk:
    """Carmen of the office, by hand."""

    def __init__(self, central: Central) -> None:
        office = Oficina(UGEL, "UGEL SAN ROMÁN")
        carmen = Person(
            doc_tipo="DNI", doc_numero="99900025", apellidos="LÓPEZ NÚÑEZ", nombres="CARMEN", correo="c@ejemplo.pe",
            oficina=office,
        )  # fmt: skip
        central.publisher.add_person(carmen, "carmen", ACCOUNT_PASSWORD)
        self.caller = Caller(central.url, _session(central))
        self._number = 50

    def decide(self, uuid: str, action: str, reason: str = "") -> None:
        """Now, as the request stands."""
        self._number += 1
        request = self.caller.ask("GET", f"/v1/office/requests/{uuid}").json()["request"]
        assert self.caller.decide(request, action, self._number, reason).status_code == 200


def _session(central: Central) -> Any:
    import requests

    session = requests.Session()
    captcha = session.post(f"{central.url}/v1/captchas", timeout=10).json()["captcha_id"]
    given = {"user": "carmen", "password": ACCOUNT_PASSWORD, "device": "prueba"}
    answer = session.post(
        f"{central.url}/v1/sessions", json={**given, "captcha_id": captcha, "captcha_text": CAPTCHA}, timeout=10
    )
    session.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    return session


@pytest.fixture
def clerk(central: Central) -> Clerk:
    """The office has Rosa's payslips, so she is of its UGEL, and her address."""
    central.publish([make_payslip(Period(2026, 11), codigo_ugel=UGEL)])
    Archive(central.store).file_records("99900017", [filed_home(version=1)])
    return Clerk(central)


@pytest.fixture
def at_home(
    clerk: Clerk, central: Central, vault: Vault, clock: StillClock, live: Callable[..., Lived], qtbot: QtBot
) -> MainWindow:
    """Rosa's window, signed in; nothing was exchanged with the office yet."""
    with vault.cache() as db, closing(CentralClient(central.url, version="1", clock=clock)) as client:
        captcha = request_captcha(client)
        assert captcha is not None
        signed = sign_in(client, USER, ACCOUNT_PASSWORD, captcha.captcha_id, CAPTCHA, "prueba")
        adoption.adopt_session(db, signed.session, signed.person)
    lived = live(server=central.url)
    lived.program.open(vault)
    exchange = lived.custody().exchange
    qtbot.waitUntil(lambda: bool(exchange.log), timeout=PATIENCE)
    return lived.custody().window


def queue(vault: Vault, number: int, content: RequestContent) -> None:
    with vault.outbox() as db:
        drafts.new_draft(db, identifier(number), content, NOW)
        drafts.queue(db, identifier(number), content, NOW)


def see(qtbot: QtBot, window: MainWindow, number: int, state: str) -> RequestsPage:
    """The page shows this request in this state."""
    page: Any = window.page("requests")
    window.go("requests", identifier(number))
    qtbot.waitUntil(
        lambda: (
            page.view.shown is not None
            and page.view.shown.uuid == identifier(number)
            and page.view.shown.mark.word == state
        ),
        timeout=PATIENCE,
    )
    return page


def test_a_request_is_followed_from_the_queue_to_the_office_s_last_word(
    qtbot: QtBot, at_home: MainWindow, vault: Vault, clerk: Clerk
) -> None:
    window, exchange = at_home, at_home._exchange
    asked = content_of(base=filed_home(version=1))
    queue(vault, 1, asked)
    page = see(qtbot, window, 1, "En cola")
    page.view.buttons[Deed.RETRY].click()
    see(qtbot, window, 1, "En solicitud")
    assert page.view.shown is not None
    assert page.view.shown.name.startswith("SOL-2026-")
    qtbot.waitUntil(lambda: page.view.shown is not None and "hábiles" in page.view.shown.term.short, timeout=PATIENCE)

    window.go("home")
    clerk.decide(identifier(1), "observar", "Falta el número de la calle.")
    exchange.sync_now()
    qtbot.waitUntil(lambda: "fue observada. Le queda" in window.notice.text, timeout=PATIENCE)
    page = see(qtbot, window, 1, "Observado")
    assert page.view.shown is not None
    assert page.view.shown.reason is not None
    assert page.view.shown.reason.words == "Falta el número de la calle."
    assert page.view.shown.history[-1].who == "CARMEN LÓPEZ NÚÑEZ"

    page.view.buttons[Deed.CORRECT].click()
    legajo: Any = window.page("legajo")
    qtbot.waitUntil(lambda: window.current == "legajo" and legajo.editing.running, timeout=PATIENCE)
    legajo.editing.leave()

    mended = replace(asked, fields={**asked.fields, "domicilio": "Av. El Sol 145, Juliaca"}, replaces=identifier(1))
    queue(vault, 2, mended)
    exchange.sync_now()
    see(qtbot, window, 2, "En solicitud")
    see(qtbot, window, 1, "Anulado")

    window.go("home")
    clerk.decide(identifier(2), "atender")
    exchange.sync_now()
    qtbot.waitUntil(lambda: "fue atendida." in window.notice.text, timeout=PATIENCE)
    page = see(qtbot, window, 2, "Atendido")
    assert page.view.shown is not None
    assert "ya está en su legajo" in page.view.shown.next_step
    assert window.navigation._items["requests"].waiting == 0


def test_one_that_is_cancelled_at_the_office_stays_until_the_office_says_so(
    qtbot: QtBot, at_home: MainWindow, vault: Vault
) -> None:
    exchange = at_home._exchange
    queue(vault, 1, content_of(base=filed_home(version=1)))
    exchange.sync_now()
    page = see(qtbot, at_home, 1, "En solicitud")
    with vault.outbox() as db:
        drafts.cancel(db, identifier(1), NOW)
    page.refresh()
    qtbot.waitUntil(lambda: page.view.shown is not None and "pidió anularla" in page.view.shown.next_step)
    assert page.view.shown is not None
    assert page.view.shown.mark.word == "En solicitud"
    exchange.sync_now()
    see(qtbot, at_home, 1, "Anulado")
