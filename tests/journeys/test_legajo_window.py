"""A change of the legajo, from the window to the office and back: written without internet, sent, attended, shown."""

from collections.abc import Callable
from datetime import date

import pytest
import requests
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from central.legajo.archive import Archive
from central.records import Oficina, Person
from desktop.pages.legajo_page import LegajoPage
from desktop.windows.main_window import MainWindow
from documents.legajo import LegajoRecord
from sync import accounts
from sync.accounts import request_captcha
from sync.client import CentralClient
from sync.clock import SystemClock
from tests.central.legajo_calls import PASSWORD
from tests.central.legajo_calls import Person as Caller
from tests.journeys.scenery import CAPTCHA, Central
from tests.journeys.test_window import (
    PATIENCE,
    _dressed,  # noqa: F401 - a fixture
    run_program,  # noqa: F401 - a fixture
    sign_in,
    type_in,
    unlock,
    wait_for_exchange,
)

pytestmark = pytest.mark.timeout(120)
HOME = LegajoRecord(
    id="00000000-0000-4000-8000-000000000001", section="I", kind="domicilio", version=1, registered=date(2019, 3, 4),
    fields={"domicilio": "Jr. Ñauparí 120", "ubigeo": "210101", "telefono_celular": "999000111",
            "correo": "maria@ejemplo.pe"},
)  # fmt: skip


def legajo_page(qtbot: QtBot, window: MainWindow) -> LegajoPage:
    window.go("legajo")
    page = window.page("legajo")
    assert isinstance(page, LegajoPage)
    qtbot.waitUntil(lambda: page.reading is not None and bool(page.reading.records), timeout=PATIENCE)
    return page


def words(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())


def attend(central: Central) -> None:
    """A clerk grants the one request there is."""
    with CentralClient(central.url, version="prueba", clock=SystemClock()) as client:
        captcha = request_captcha(client)
        assert captcha is not None
        token = accounts.sign_in(client, "rosa", PASSWORD, captcha.captcha_id, CAPTCHA, "prueba").session.access_token
    clerk = Caller(central.url, requests.Session())
    clerk.session.headers["Authorization"] = f"Bearer {token}"
    (row,) = clerk.ask("POST", "/v1/office/searches", json={}).json()["requests"]
    assert row["fields"]["domicilio"] == "Av. El Sol 45"
    assert clerk.decide(row, "atender", 50).status_code == 200


def test_a_change_written_without_internet_reaches_the_office_and_comes_back_granted(
    qtbot: QtBot,
    run_program: Callable[[], object],  # noqa: F811 - the fixture
    central: Central,
) -> None:
    archive = Archive(central.publisher._store)
    archive.file_records(central.user, [HOME])
    office = Oficina(central.payslips[0].codigo_ugel, central.payslips[0].ugel)
    central.publisher.add_person(
        Person(doc_tipo="DNI", doc_numero="99900091", apellidos="ÑAHUI", nombres="ROSA", correo="r@correo.pe",
               oficina=office),
        "rosa", PASSWORD,
    )  # fmt: skip
    with run_program() as program:  # type: ignore[attr-defined]
        sign_in(qtbot, program, central)
        wait_for_exchange(qtbot, program)
    central.server.stop()

    with run_program() as program:  # type: ignore[attr-defined]
        page = legajo_page(qtbot, unlock(qtbot, program))
        page.open_item(f"record:{HOME.id}")
        qtbot.waitUntil(page.view.isVisible, timeout=PATIENCE)
        qtbot.mouseClick(page.view.change, Qt.MouseButton.LeftButton)
        assert page.editor.form is not None
        line = page.editor.form.fields["domicilio"].editor.target
        line.selectAll()  # type: ignore[attr-defined] # a line
        type_in(line, "Av. El Sol 45")
        page.editing.ask_box = lambda _box: True
        qtbot.mouseClick(page.editor.send, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: page.banner.text.startswith("En cola, todavía sin código."), timeout=PATIENCE)
        wait_for_exchange(qtbot, program)  # it tries, and there is nobody

    central.server.start()
    with run_program() as program:  # type: ignore[attr-defined]
        page = legajo_page(qtbot, unlock(qtbot, program))
        assert program.custody is not None
        program.custody.exchange.sync_now()
        page.open_item(f"record:{HOME.id}")
        code = "SOL-2026-000001"
        qtbot.waitUntil(lambda: page.detail is not None and page.detail.code == code, timeout=PATIENCE)
        attend(central)
        program.custody.exchange.sync_now()
        qtbot.waitUntil(lambda: page.detail is not None and page.detail.tag.tone == "good", timeout=PATIENCE)
        assert page.detail is not None
        assert page.detail.title == "Av. El Sol 45"
        assert page.view.change.text() == "Solicitar modificación"
        assert "Borrador" not in words(page)
    central.server.stop()
