"""Bandeja over a real API on loopback: Ana asks, Rosa of the office attends, Juan is faster, the connection goes."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from central.app import create_app
from central.faults import Faults, lost_answer
from central.legajo.archive import Archive
from central.publishing import Publisher
from central.records import Oficina, Person
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from desktop.opened import Opened
from desktop.pages.tray_page import TrayPage
from desktop.presenters.tray_case import Decision
from desktop.tasks.desk import Desk
from desktop.theme import Appearance, Look, Theme
from documents.payslip import Period
from documents.payslip_pdf import draw_payslip, reference_payload
from storage import adoption
from storage.vault import Vault
from sync.accounts import sign_in
from sync.client import CentralClient
from tests.central.legajo_calls import COURSE, UGEL, body, course, document, uuid
from tests.central.legajo_calls import PASSWORD as ACCOUNT
from tests.central.legajo_calls import Person as Caller
from tests.desktop.filling import make_vault
from tests.desktop.scenes import StillClock, make_payslip

Grab = Callable[..., Path]
Guard = Callable[[], AbstractContextManager[None]]
PAYSLIP = make_payslip(Period(2026, 10))
PDF = draw_payslip(PAYSLIP, seal=reference_payload(PAYSLIP))
OFFICE = Oficina(UGEL, "UGEL SAN ROMÁN")


class Counter:
    """The office's side of a test: the server, who asks, and Rosa's profile."""

    def __init__(self, server: Server, store: Store, faults: Faults, opened: Opened) -> None:
        self.server, self.store, self.faults, self.opened = server, store, faults, opened
        self.ana = Caller.sign_in(server, "ana")
        self.juan = Caller.sign_in(server, "juan")
        self.ana.upload(PDF)

    def ask(self, number: int, **changes: Any) -> dict[str, Any]:
        """Ana asks for something."""
        given = body(uuid(900 + number), documents=[document(PDF)], **changes)
        answer = self.ana.file(number, given)
        assert answer.status_code == 201, answer.text
        return dict(answer.json()["request"])


def person(number: int, nombres: str, oficina: Oficina | None = None) -> Person:
    return Person(
        doc_tipo="DNI", doc_numero=f"9990001{number}", apellidos="ÑAHUI", nombres=nombres, correo="x@ejemplo.pe",
        oficina=oficina,
    )  # fmt: skip


@pytest.fixture
def rosa(tmp_path: Path, clock: StillClock) -> Iterator[tuple[Vault, Opened]]:
    """Rosa's profile, empty."""
    with make_vault(tmp_path / "profiles") as vault:
        opened = Opened(vault, Desk(vault), clock)
        yield vault, opened
        opened.desk.close()


@pytest.fixture
def counter(tmp_path: Path, rosa: tuple[Vault, Opened], clock: StillClock) -> Iterator[Counter]:
    vault, opened = rosa
    faults = Faults()
    with Store(f"sqlite:///{tmp_path / 'central.db'}") as store:
        publisher = Publisher(store, cost=CHEAP)
        publisher.publish_payslips([make_payslip(Period(2026, 11), doc_numero="99900017", codigo_ugel=UGEL)])
        publisher.add_person(person(7, "ANA LUZ"), "ana", ACCOUNT)
        publisher.add_person(person(8, "ROSA", OFFICE), "rosa", ACCOUNT)
        publisher.add_person(person(9, "JUAN", OFFICE), "juan", ACCOUNT)
        settings = Settings(captcha=False, password_cost=CHEAP)
        with Server(create_app(settings, store, faults=faults)) as server:
            with vault.cache() as db, closing(CentralClient(server.url, version="1", clock=clock)) as client:
                signed = sign_in(client, "rosa", ACCOUNT, None, None, "prueba")
                adoption.adopt_session(db, signed.session, signed.person)
            yield Counter(server, store, faults, opened)


def visit(qtbot: QtBot, counter: Counter, width: int = 1154, height: int = 690) -> TrayPage:
    page = TrayPage(counter.opened)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitUntil(lambda: page.found is not None, timeout=10_000)
    return page


def open_case(qtbot: QtBot, page: TrayPage, number: int) -> TrayPage:
    page.open_item(uuid(number))
    qtbot.waitUntil(lambda: page.view.shown is not None and page.view.shown.uuid == uuid(number), timeout=10_000)
    return page


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def answer(text: str, fill_in: Callable[[Any], None] | None = None) -> list[str]:
    """Answer the next dialog; what it said."""
    said: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QDialog):
            QTimer.singleShot(10, press)
            return
        if fill_in is not None:
            fill_in(box)
        said.append(words(box))
        next(one for one in box.findChildren(QAbstractButton) if one.text() == text).click()

    QTimer.singleShot(0, press)
    return said


def state_of(counter: Counter, number: int) -> dict[str, Any]:
    found = counter.juan.ask("GET", f"/v1/office/requests/{uuid(number)}").json()
    return dict(found["request"])


def test_the_list_shows_who_asks_what_and_the_days_left(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    counter.ask(2, note="Gracias")
    page = visit(qtbot, counter)
    lines = page.list.model.rows
    assert {line.who for line in lines} == {"ÑAHUI, ANA LUZ"}
    assert lines[0].what == "Especialización, actualización o capacitación"
    assert "hábiles" in lines[0].term.short
    open_case(qtbot, page, 2)
    told = words(page.view)
    for expected in ("ÑAHUI, ANA LUZ · DNI 99900017", "Lectura en aulas multigrado", "Gracias", "Certificado"):
        assert expected in told


def test_attending_asks_first_and_the_legajo_has_it_then(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    page = open_case(qtbot, visit(qtbot, counter), 1)
    said = answer("&Atender")
    page.view.buttons[Decision.ATTEND].click()
    qtbot.waitUntil(lambda: "atendida" in page.banner.text, timeout=10_000)
    assert "no cambia más" in said[0]
    assert state_of(counter, 1)["state"] == "atendido"
    qtbot.waitUntil(lambda: page.list.model.rows == ())
    kinds = [change["kind"] for change in counter.ana.changes()]
    assert "legajo_record" in kinds


def test_observing_demands_a_reason_and_offers_common_ones(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    page = open_case(qtbot, visit(qtbot, counter), 1)

    def choose(box: Any) -> None:
        next(one for one in box.findChildren(QAbstractButton) if one.text() == "&Observar").click()
        assert "sin él" in box.complaint.text(), "without a reason nothing goes out"
        box.common.setCurrentIndex(1)
        box.common.activated.emit(1)

    answer("&Observar", choose)
    page.view.buttons[Decision.OBSERVE].click()
    qtbot.waitUntil(lambda: "observada" in page.banner.text, timeout=10_000)
    request = state_of(counter, 1)
    assert (request["state"], request["reason"]) == (
        "observado", "El documento de sustento no se lee. Escanéelo de nuevo.",
    )  # fmt: skip


def test_taking_keeps_others_away_and_leaving_lets_them(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    page = open_case(qtbot, visit(qtbot, counter), 1)
    page.view.buttons[Decision.TAKE].click()
    qtbot.waitUntil(lambda: Decision.LEAVE in page.view.buttons, timeout=10_000)
    assert state_of(counter, 1)["taken_by"] == "ROSA ÑAHUI"
    assert "la tiene usted" in words(page.view)
    page.view.buttons[Decision.LEAVE].click()
    qtbot.waitUntil(lambda: Decision.TAKE in page.view.buttons, timeout=10_000)
    assert state_of(counter, 1)["taken_by"] == ""


def test_who_was_faster_is_named_and_nothing_is_decided_twice(qtbot: QtBot, counter: Counter) -> None:
    request = counter.ask(1)
    page = open_case(qtbot, visit(qtbot, counter), 1)
    assert counter.juan.decide(request, "rechazar", 50, reason="Ya figura.").status_code == 200
    answer("&Atender")
    page.view.buttons[Decision.ATTEND].click()
    qtbot.waitUntil(lambda: "JUAN ÑAHUI ya la rechazó" in page.banner.text, timeout=10_000)
    assert "no se aplicó" in page.banner.text
    assert page.view.buttons == {}
    assert state_of(counter, 1)["state"] == "rechazado"


def test_what_somebody_else_has_can_be_read_only(qtbot: QtBot, counter: Counter) -> None:
    assert counter.juan.decide(counter.ask(1), "tomar", 50).status_code == 200
    page = open_case(qtbot, visit(qtbot, counter), 1)
    assert "La está viendo JUAN ÑAHUI" in words(page.view)
    assert page.view.buttons == {}


def test_a_lost_answer_is_told_as_unknown_and_the_same_decision_goes_again(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    page = open_case(qtbot, visit(qtbot, counter), 1)
    counter.faults.add("decision", lost_answer)
    answer("&Atender")
    page.view.buttons[Decision.ATTEND].click()
    qtbot.waitUntil(lambda: "no se sabe" in page.banner.text, timeout=10_000)
    page.deciding.try_again()
    qtbot.waitUntil(lambda: "atendida" in page.banner.text, timeout=10_000)
    assert len(state_of(counter, 1)["history"]) == 2


def test_a_document_opens_beside_its_request(qtbot: QtBot, counter: Counter, grab: Grab) -> None:
    counter.ask(1)
    page = open_case(qtbot, visit(qtbot, counter), 1)
    page.view.document_wanted.emit(document(PDF)["sha256"])
    qtbot.waitUntil(lambda: page.pane.viewer.page_count == 1, timeout=10_000)
    qtbot.waitUntil(lambda: page.pane.viewer.is_sharp)
    assert page.view.isVisible()
    assert not page.list.isVisible()
    grab(page, "tray-document", 1154, 728)
    page.view.back.click()
    assert page.list.isVisible()


def test_words_and_state_narrow_the_list(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    page = visit(qtbot, counter)
    page.filters.search.setText("zzz")
    page.filters.search.returnPressed.emit()
    qtbot.waitUntil(lambda: "Nadie coincide con «zzz»" in words(page.list), timeout=10_000)
    page.filters.search.setText("nahui ana")
    page.filters.search.returnPressed.emit()
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 1, timeout=10_000)
    page.filters.search.clear()
    page.filters.choice.setCurrentIndex(2)
    page.filters.choice.activated.emit(2)
    qtbot.waitUntil(lambda: "Ninguna en este estado" in words(page.list), timeout=10_000)


def test_without_a_connection_it_says_so_and_keeps_what_is_on_the_screen(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    page = open_case(qtbot, visit(qtbot, counter), 1)
    counter.server.stop()
    page.refresh()
    qtbot.waitUntil(lambda: "Sin conexión" in page.banner.text, timeout=10_000)
    assert len(page.list.model.rows) == 1
    assert page.again.isEnabled()


def test_the_record_that_moved_on_is_warned_of(qtbot: QtBot, counter: Counter) -> None:
    archive = Archive(counter.store)
    archive.file_records("99900017", [course(uuid(901))], {})
    counter.ask(1, action="modificar", base_version=1, fields={**COURSE, "horas_lectivas": "90"})
    archive.file_records("99900017", [course(uuid(901), version=2)], {})
    page = open_case(qtbot, visit(qtbot, counter), 1)
    assert "El registro cambió después de esta solicitud" in words(page.view)


def test_the_ui_thread_touches_no_network_file_or_database(
    qtbot: QtBot, counter: Counter, ui_thread_guard: Guard
) -> None:
    counter.ask(1)
    visit(qtbot, counter)  # icons are read once for the whole process
    with ui_thread_guard():
        page = open_case(qtbot, visit(qtbot, counter), 1)
        page.grab()


@pytest.mark.parametrize("size", [100, 200])
def test_the_page_fits_the_screen(qtbot: QtBot, counter: Counter, look: Theme, size: int, grab: Grab) -> None:
    look.apply(Look(Appearance.LIGHT, size))
    for number in range(1, 4):
        counter.ask(number)
    width, height = 1366 - min(212 * size // 100, 330), 768 - 40 * size // 100
    page = open_case(qtbot, visit(qtbot, counter, width, height), 2)
    grab(page, f"tray-{size}", width, height)
    assert page.minimumSizeHint().width() <= width
