"""Bandeja over a real API on loopback: Ana asks, Rosa attends with and without a line, Juan is faster."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from central.app import create_app
from central.faults import Faults
from central.legajo.archive import Archive
from central.publishing import Publisher
from central.records import Oficina, Person
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from desktop.opened import Opened
from desktop.pages.tray_page import TrayPage
from desktop.presenters.tray_case import Decision
from desktop.presenters.tray_undo import SECONDS
from desktop.tasks.desk import Desk
from desktop.theme import Appearance, Look, Theme
from documents.payslip import Period
from documents.payslip_pdf import draw_payslip, reference_payload
from storage import adoption
from storage.office_wishes import queued_looks
from storage.thrift import Thrift, set_thrift
from storage.vault import Vault
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.engine import Blocked, Engine, Outcome
from tests.central.legajo_calls import COURSE, UGEL, body, course, document, uuid
from tests.central.legajo_calls import PASSWORD as ACCOUNT
from tests.central.legajo_calls import Person as Caller
from tests.desktop.filling import make_vault
from tests.desktop.scenes import StillClock, make_payslip

Grab = Callable[..., Path]
Guard = Callable[[], AbstractContextManager[None]]
PAYSLIP = make_payslip(Period(2026, 10))
PDF = draw_payslip(PAYSLIP, seal=reference_payload(PAYSLIP))
OTHER = draw_payslip(make_payslip(Period(2026, 9)), seal=reference_payload(make_payslip(Period(2026, 9))))
OFFICE = Oficina(UGEL, "UGEL SAN ROMÁN")


class Counter:
    """The office's side of a test: the server, who asks, and Rosa's profile."""

    def __init__(self, server: Server, store: Store, faults: Faults, opened: Opened) -> None:
        self.server, self.store, self.faults, self.opened = server, store, faults, opened
        self.ana = Caller.sign_in(server, "ana")
        self.juan = Caller.sign_in(server, "juan")
        self.ana.upload(PDF)
        self.engine = Engine.for_vault(opened.vault, version="1", clock=opened.clock)

    def ask(self, number: int, **changes: Any) -> dict[str, Any]:
        """Ana asks for something."""
        given = body(uuid(900 + number), documents=[document(PDF)], **changes)
        answer = self.ana.file(number, given)
        assert answer.status_code == 201, answer.text
        return dict(answer.json()["request"])

    def exchange(self) -> Outcome:
        """As the sync thread does it."""
        return self.engine.run(report=lambda _progress: None, cancelled=Event(), asked=True)

    def later(self, seconds: float = SECONDS + 1) -> None:
        """Time passes at Rosa's desk."""
        self.opened.clock.forward(seconds)  # type: ignore[attr-defined]


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


def visit(qtbot: QtBot, counter: Counter, width: int = 1154, height: int = 690, *, exchange: bool = True) -> TrayPage:
    if exchange:
        counter.exchange()
    page = TrayPage(counter.opened)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitUntil(lambda: page.found is not None, timeout=10_000)
    return page


def key(page: TrayPage, keys: str) -> None:
    """What a shortcut of the page does; offscreen no window is reliably the active one."""
    next(one for one in page.findChildren(QShortcut) if one.key() == QKeySequence(keys)).activated.emit()


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
    found = counter.juan.ask("POST", "/v1/office/searches", json={}).json()
    return next(dict(row) for row in found["requests"] if row["uuid"] == uuid(number))


def press(qtbot: QtBot, page: TrayPage, decision: Decision, yes: str = "", reason: str = "") -> str:
    """A decision on the opened request, until the screen says that it is kept; what the question said."""
    fill = (lambda box: box.words.setPlainText(reason)) if reason else None
    said = answer(yes, fill) if yes else [""]
    before = page.deciding.batch
    page.view.buttons[decision].click()
    qtbot.waitUntil(lambda: page.deciding.batch not in {"", before}, timeout=10_000)
    return said[0]


def send(qtbot: QtBot, page: TrayPage, counter: Counter) -> None:
    """The time for second thoughts passes, and an exchange."""
    counter.later()
    counter.exchange()
    before = page.found
    page.refresh()
    qtbot.waitUntil(lambda: page.found is not before and page.deciding.batch == "", timeout=10_000)


def test_the_list_shows_who_asks_what_where_they_work_and_the_days_left(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    counter.ask(2, note="Gracias")
    page = visit(qtbot, counter)
    lines = page.list.model.rows
    assert {line.who for line in lines} == {"ÑAHUI, ANA LUZ"}
    assert lines[0].document.startswith("DNI 99900017 · ")
    assert lines[0].what == "Especialización, actualización o capacitación"
    assert "hábiles" in lines[0].term.short
    assert "Datos: hoy" in page._subtitle.text()
    qtbot.waitUntil(lambda: page.filters.choice.itemText(0) == "Por atender (2)")
    open_case(qtbot, page, 2)
    told = words(page.view)
    for expected in ("ÑAHUI, ANA LUZ · DNI 99900017", "Lectura en aulas multigrado", "Gracias", "Certificado"):
        assert expected in told


def test_before_anything_came_it_says_what_to_do(qtbot: QtBot, counter: Counter) -> None:
    page = visit(qtbot, counter, exchange=False)
    assert "La bandeja todavía no llegó" in words(page.list)
    assert not counter.opened.vault.has_office()


def test_attending_without_a_line_is_kept_sent_later_and_told(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    page = open_case(qtbot, visit(qtbot, counter), 1)
    counter.server.stop()
    said = press(qtbot, page, Decision.ATTEND, "&Atender")
    assert "no cambia más" in said
    assert "SOL-2026-000001: atendida. Se envía en 8 segundos." in page.banner.text
    qtbot.waitUntil(lambda: "1 decisión por enviar" in page._subtitle.text())
    assert page.list.model.rows == (), "what waits to be sent is none to be attended any more"
    counter.later()
    assert isinstance(counter.exchange(), Blocked)
    again = visit(qtbot, counter, exchange=False)  # the program was closed and opened meanwhile
    again.filters.choose("attended")
    qtbot.waitUntil(lambda: len(again.list.model.rows) == 1)
    assert again.list.model.rows[0].mark.word == "Atender: por enviar"
    counter.server.start()
    counter.exchange()
    again.refresh()
    qtbot.waitUntil(lambda: "quedó atendida" in again.banner.text, timeout=10_000)
    assert state_of(counter, 1)["state"] == "atendido"
    assert "legajo_record" in [change["kind"] for change in counter.ana.changes()]


def test_a_decision_is_undone_before_it_leaves(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    page = open_case(qtbot, visit(qtbot, counter), 1)
    press(qtbot, page, Decision.TAKE)
    assert "queda a su cargo" in page.banner.text
    qtbot.waitUntil(lambda: Decision.LEAVE in page.view.buttons)
    page.deciding.undo()
    qtbot.waitUntil(lambda: "Deshecho" in page.banner.text)
    qtbot.waitUntil(lambda: Decision.TAKE in page.view.buttons)
    send(qtbot, page, counter)
    assert state_of(counter, 1)["taken_by"] == ""
    assert "Deshecho" in page.banner.text, "nothing arrived"


def test_many_are_decided_at_once_with_one_undo_for_all(qtbot: QtBot, counter: Counter, grab: Grab) -> None:
    for number in range(1, 4):
        counter.ask(number)
    assert counter.juan.decide(state_of(counter, 3), "tomar", 50).status_code == 200
    page = visit(qtbot, counter)
    page.list.table.selectAll()
    qtbot.waitUntil(page.bulk.isVisible)
    assert page.bulk.words.text() == "3 elegidas · 2 se pueden decidir"
    grab(page, "tray-bulk", 1154, 690)
    said = answer("&Observar", lambda box: box.words.setPlainText("Falta el reverso."))
    page.bulk.buttons[Decision.OBSERVE].click()
    qtbot.waitUntil(lambda: "2 solicitudes observadas" in page.banner.text, timeout=10_000)
    assert "Observar 2 solicitudes" in said[0]
    page.deciding.undo()
    qtbot.waitUntil(lambda: "Deshechas 2 decisiones" in page.banner.text)
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 3)
    page.list.table.selectAll()
    page.decide(Decision.TAKE)
    qtbot.waitUntil(lambda: page.deciding.batch != "", timeout=10_000)
    send(qtbot, page, counter)
    assert [state_of(counter, number)["taken_by"] for number in (1, 2, 3)] == ["ROSA ÑAHUI", "ROSA ÑAHUI", "JUAN ÑAHUI"]
    assert "registró 2 decisiones" in page.banner.text


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
    qtbot.waitUntil(lambda: page.deciding.batch != "", timeout=10_000)
    send(qtbot, page, counter)
    request = state_of(counter, 1)
    assert (request["state"], request["reason"]) == (
        "observado", "El documento de sustento no se lee. Escanéelo de nuevo.",
    )  # fmt: skip
    assert "5 días hábiles" in page.banner.text


def test_who_was_faster_is_named_and_nothing_is_decided_twice(qtbot: QtBot, counter: Counter) -> None:
    request = counter.ask(1)
    page = open_case(qtbot, visit(qtbot, counter), 1)
    assert counter.juan.decide(request, "rechazar", 50, reason="Ya figura.").status_code == 200
    press(qtbot, page, Decision.ATTEND, "&Atender")
    send(qtbot, page, counter)
    assert "JUAN ÑAHUI ya la rechazó" in page.banner.text
    assert "no se aplicó" in page.banner.text
    page.filters.choose("refused")
    qtbot.waitUntil(lambda: page.view.shown is not None and page.view.shown.refused, timeout=10_000)
    assert "Su decisión no se aplicó" in words(page.view)
    assert page.view.buttons == {}
    page.view.read.emit(uuid(1))
    qtbot.waitUntil(lambda: "Todas sus decisiones se aplicaron" in words(page.list), timeout=10_000)
    assert state_of(counter, 1)["state"] == "rechazado"


def test_what_somebody_else_has_can_be_read_only(qtbot: QtBot, counter: Counter) -> None:
    assert counter.juan.decide(counter.ask(1), "tomar", 50).status_code == 200
    page = open_case(qtbot, visit(qtbot, counter), 1)
    assert "La está viendo JUAN ÑAHUI" in words(page.view)
    assert page.view.buttons == {}


def test_documents_open_beside_their_request_without_a_line_and_turn_by_keyboard(
    qtbot: QtBot, counter: Counter, grab: Grab
) -> None:
    counter.ana.upload(OTHER)
    given = body(uuid(901), documents=[document(PDF), document(OTHER, sumilla="El reverso")])
    assert counter.ana.file(1, given).status_code == 201
    page = open_case(qtbot, visit(qtbot, counter), 1)
    counter.server.stop()
    key(page, "N")
    qtbot.waitUntil(lambda: page.papers.pane.viewer.page_count == 1, timeout=10_000)
    assert page.papers.where.text() == "1 de 2"
    qtbot.waitUntil(lambda: page.papers.pane.viewer.is_sharp)
    assert page.view.isVisible()
    assert not page.list.isVisible()
    grab(page, "tray-document", 1154, 728)
    page.papers.after.click()
    assert page.papers.where.text() == "2 de 2"
    page.view.back.click()
    assert page.list.isVisible()
    with counter.opened.vault.outbox() as box:
        told = {(look.why, look.what) for look in queued_looks(box)}
    assert ("solicitud", "SOL-2026-000001") in told
    assert ("documento", "SOL-2026-000001: Certificado del curso") in told


def test_a_document_that_is_not_here_says_so_without_a_line(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    with counter.opened.vault.cache() as db:
        set_thrift(db, Thrift(saver=True, budget=None))
    page = open_case(qtbot, visit(qtbot, counter), 1)
    counter.server.stop()
    page.view.document_wanted.emit(document(PDF)["sha256"])
    qtbot.waitUntil(lambda: "todavía no está en esta computadora" in page.papers.pane.words.text(), timeout=10_000)
    counter.server.start()
    page.view.document_wanted.emit(document(PDF)["sha256"])
    qtbot.waitUntil(lambda: page.papers.pane.viewer.page_count == 1, timeout=10_000)


def test_words_views_and_filters_narrow_the_list(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    page = visit(qtbot, counter)
    page.filters.search.setText("zzz")
    page.filters.search.returnPressed.emit()
    qtbot.waitUntil(lambda: "Nadie coincide con «zzz»" in words(page.list), timeout=10_000)
    for text in ("nahui ana", "99900017", "SOL-2026-000001", "1"):
        page.filters.search.setText(text)
        page.filters.search.returnPressed.emit()
        qtbot.waitUntil(lambda: len(page.list.model.rows) == 1, timeout=10_000)
    page.filters.search.clear()
    page.filters.section.setCurrentIndex(page.filters.section.findData("I"))
    page.filters.section.activated.emit(1)
    qtbot.waitUntil(lambda: "Ninguna con estos filtros" in words(page.list), timeout=10_000)
    assert page.filters.more.text() == "&Filtros (1)"
    page.filters.reset()
    page.filters.choose("observed")
    qtbot.waitUntil(lambda: "Ninguna en esta vista" in words(page.list), timeout=10_000)


def test_a_view_of_ones_own_is_kept_with_its_filters_and_forgotten(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    page = visit(qtbot, counter)
    page.filters.section.setCurrentIndex(page.filters.section.findData("II"))
    page.filters.section.activated.emit(2)
    qtbot.waitUntil(lambda: page.found is not None and page.found.asked.by.section == "II")
    answer("&Guardar", lambda box: box.findChildren(QLineEdit)[0].setText("Formación"))
    page.filters.save_wanted.emit()
    qtbot.waitUntil(lambda: page.filters.key == "saved:Formación", timeout=10_000)
    qtbot.waitUntil(lambda: page.filters.choice.currentText() == "Formación (1)")
    again = visit(qtbot, counter, exchange=False)
    assert again.filters.choice.findData("saved:Formación") >= 0
    again.filters.choose("saved:Formación")
    qtbot.waitUntil(lambda: again.filters.forget.isVisibleTo(again.filters._folded))
    again.filters.forget_wanted.emit()
    qtbot.waitUntil(lambda: again.filters.choice.findData("saved:Formación") < 0, timeout=10_000)


def test_everything_goes_by_keyboard_and_typing_is_no_decision(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    counter.ask(2)
    page = visit(qtbot, counter)
    qtbot.waitUntil(lambda: page.view.shown is not None)
    first = page.view.shown.uuid if page.view.shown else ""
    key(page, "J")
    qtbot.waitUntil(lambda: page.view.shown is not None and page.view.shown.uuid != first)
    key(page, "F")
    qtbot.keyClicks(page.filters.search, "tara")
    assert page.filters.search.text() == "tara"
    assert page.deciding.batch == ""
    page.filters.search.clear()
    qtbot.waitUntil(lambda: page.found is not None and page.found.asked.text == "" and len(page.list.model.rows) == 2)
    qtbot.waitUntil(lambda: page.view.shown is not None)
    before = page.found
    key(page, "T")
    qtbot.waitUntil(lambda: page.deciding.batch != "", timeout=10_000)
    assert before is not None
    page.deciding.compare(before, counter.opened.clock.now())  # a list that was read before comes after
    key(page, "Ctrl+Z")
    qtbot.waitUntil(lambda: "Deshecho" in page.banner.text, timeout=10_000)


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
        page = open_case(qtbot, visit(qtbot, counter, exchange=False), 1)
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
