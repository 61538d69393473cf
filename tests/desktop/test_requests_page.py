"""Mis solicitudes over a real profile: wishes in a real outbox, facts as sync stores them, dialogs answered."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.opened import Opened
from desktop.pages.requests_page import RequestsPage
from desktop.presenters.requests_list import Show
from desktop.presenters.requests_steps import Deed
from desktop.tasks.desk import Desk
from desktop.theme import Appearance, Look, Theme
from desktop.widgets.requests_dialogs import ExpedienteDialog
from documents.identifiers import Identified
from documents.identifiers_of_offices import read_expediente
from documents.payslip import Period
from documents.payslip_pdf import draw_payslip, reference_payload
from storage import attachments, drafts, legajo
from storage.request_records import Expediente, RequestAction, RequestState
from storage.vault import Vault
from tests.desktop.filling import PERSON, make_vault, open_career, store
from tests.desktop.request_scenes import NOW, PAPER, WEEK_LATER, content_of, fact_of, filed_home, identifier
from tests.desktop.scenes import StillClock, make_payslip

Grab = Callable[..., Path]
Guard = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def bare(tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    """An empty profile."""
    with make_vault(tmp_path / "profiles") as vault:
        made = Opened(vault, Desk(vault), clock)
        yield made
        made.desk.close()


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile that `opened` is a copy of."""
    with make_vault(tmp_path_factory.mktemp("shelved")) as vault:
        fill(vault)
        return vault.directory


@pytest.fixture
def opened(shelved: Path, tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    """A profile with requests in five states."""
    with open_career(shelved, tmp_path / "filled") as vault:
        made = Opened(vault, Desk(vault), clock)
        yield made
        made.desk.close()


@pytest.fixture(scope="module")
def paper_file() -> tuple[str, bytes]:
    """A real PDF of one page, and its name."""
    payslip = make_payslip(Period(2026, 10))
    content = draw_payslip(payslip, seal=reference_payload(payslip))
    return hashlib.sha256(content).hexdigest(), content


def fill(vault: Vault) -> None:
    """A draft (1), one in the queue (2), one observed (3), one attended (4) and one from another computer (5)."""
    with vault.outbox() as db:
        drafts.new_draft(db, identifier(1), content_of(RequestAction.NEW, documents=()), NOW)
        for number, content in (
            (
                2,
                content_of(
                    RequestAction.REMOVE, record=identifier(2, 9), base=replace(filed_home(), id=identifier(2, 9))
                ),
            ),
            (3, content_of()),
            (4, content_of(record=identifier(4, 9), base=filed_home(identifier(4, 9)))),
        ):
            drafts.new_draft(db, identifier(number), content, NOW)
            drafts.queue(db, identifier(number), content, NOW)
    with vault.cache() as db:
        store(db, [
            filed_home(),
            fact_of(3, RequestState.OBSERVED, deadline=WEEK_LATER, reason="La segunda hoja no se lee."),
            fact_of(4, RequestState.ATTENDED, content_of(record=identifier(4, 9))),
            fact_of(5, RequestState.FILED, content_of(record=identifier(5, 9)), deadline=date(2026, 12, 3)),
        ])  # fmt: skip


def visit(qtbot: QtBot, opened: Opened, width: int = 1154, height: int = 690) -> RequestsPage:
    page = RequestsPage(opened)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitUntil(lambda: page.reading is not None)
    QApplication.processEvents()
    return page


def choose(qtbot: QtBot, page: RequestsPage, number: int) -> RequestsPage:
    page.open_item(identifier(number))
    qtbot.waitUntil(lambda: page.view.shown is not None and page.view.shown.uuid == identifier(number))
    return page


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def names(page: RequestsPage) -> list[str]:
    return [line.name for line in page.list.model.rows]


def answer(qtbot: QtBot, text: str, fill_in: Callable[[QDialog], None] | None = None) -> list[str]:
    """Answer the next dialog by pressing this button; the words it said."""
    said: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QDialog):
            QTimer.singleShot(10, press)
            return
        said.append(words(box))
        if fill_in is not None:
            fill_in(box)
        button = next(one for one in box.findChildren(QAbstractButton) if one.text() == text)
        button.click()

    QTimer.singleShot(0, press)
    return said


def test_an_empty_profile_says_what_to_do(qtbot: QtBot, bare: Opened) -> None:
    page = visit(qtbot, bare)
    assert "Todavía no pidió ningún cambio" in words(page.list)
    with qtbot.waitSignal(page.wants) as heard:
        page.list.pressed_empty.emit()
    assert heard.args == ["legajo", ""]


def test_the_list_shows_what_is_open_and_the_filters_the_rest(qtbot: QtBot, opened: Opened) -> None:
    page = visit(qtbot, opened)
    assert set(names(page)) == {"Sin código (2)", "SOL-2026-000003", "SOL-2026-000005"}
    page.filter.setCurrentIndex(1)
    assert len(names(page)) == 5
    page.filter.setCurrentIndex(2)
    assert names(page) == ["Sin código (1)"]
    assert "3 solicitudes abiertas · 1 borrador" in words(page)


def test_an_observed_request_shows_the_office_s_words_the_days_and_the_way_to_mend_it(
    qtbot: QtBot, opened: Opened
) -> None:
    page = choose(qtbot, visit(qtbot, opened), 3)
    told = words(page.view)
    for expected in (
        "SOL-2026-000003", "Le quedan 5 días hábiles", "Qué observó la oficina", "La segunda hoja no se lee.",
        "Jr. Ñauparí 120", "Av. El Sol 45, Juliaca", "LÓPEZ NÚÑEZ, CARMEN",
    ):  # fmt: skip
        assert expected in told
    with qtbot.waitSignal(page.wants) as heard:
        page.view.buttons[Deed.CORRECT].click()
    assert heard.args == ["legajo", f"correct:{identifier(3)}"]


def test_what_another_page_asks_for_is_shown_whatever_the_filter_was(qtbot: QtBot, opened: Opened) -> None:
    page = choose(qtbot, visit(qtbot, opened), 4)
    assert page.shown is Show.EVERY
    choose(qtbot, page, 1)
    assert page.list.current is not None
    assert page.list.current.name == "Sin código (1)"


def test_a_queued_request_is_cancelled_here_after_saying_that_the_office_never_gets_it(
    qtbot: QtBot, opened: Opened
) -> None:
    page = choose(qtbot, visit(qtbot, opened), 2)
    said = answer(qtbot, "&Aceptar")
    page.view.buttons[Deed.CANCEL].click()
    qtbot.waitUntil(lambda: "Solicitud anulada" in page.banner.text)
    assert "la oficina no la recibirá" in said[0]
    with opened.vault.outbox() as db:
        assert drafts.own_request(db, identifier(2)).state is RequestState.CANCELLED
    qtbot.waitUntil(lambda: page.view.shown is not None and page.view.shown.mark.word == "Anulado")
    assert "Sin código (2)" in names(page), "what one is reading does not go away under one's eyes"
    page.filter.setCurrentIndex(1)
    page.filter.setCurrentIndex(0)
    assert "Sin código (2)" not in names(page)


def test_cancelling_what_the_office_has_asks_the_office(qtbot: QtBot, opened: Opened) -> None:
    page = choose(qtbot, visit(qtbot, opened), 5)
    said = answer(qtbot, "&Aceptar")
    with qtbot.waitSignal(page.sync_wanted):
        page.view.buttons[Deed.CANCEL].click()
    assert "SOL-2026-000005" in said[0]
    with opened.vault.outbox() as db:
        assert drafts.own_request(db, identifier(5)).cancel_wanted, "made on another computer, cancelled from here"
    qtbot.waitUntil(lambda: Deed.CANCEL not in page.view.buttons)
    assert "Usted pidió anularla" in words(page.view)


def test_thinking_better_of_it_cancels_nothing(qtbot: QtBot, opened: Opened) -> None:
    page = choose(qtbot, visit(qtbot, opened), 2)
    answer(qtbot, "&Cancelar")
    page.view.buttons[Deed.CANCEL].click()
    with opened.vault.outbox() as db:
        assert drafts.own_request(db, identifier(2)).state is RequestState.READY


def test_a_draft_is_continued_in_mi_legajo_or_discarded_for_good(qtbot: QtBot, opened: Opened) -> None:
    page = choose(qtbot, visit(qtbot, opened), 1)
    with qtbot.waitSignal(page.wants) as heard:
        page.view.buttons[Deed.CONTINUE].click()
    assert heard.args == ["legajo", f"draft:{identifier(1)}"]
    said = answer(qtbot, "&Aceptar")
    page.view.buttons[Deed.CANCEL].click()
    qtbot.waitUntil(lambda: page.banner.text == "Borrador descartado.")
    assert "no se puede recuperar" in said[0]
    with opened.vault.outbox() as db, pytest.raises(KeyError):
        drafts.own_request(db, identifier(1))


def test_the_expediente_is_written_down_and_travels_by_itself(qtbot: QtBot, opened: Opened) -> None:
    page = choose(qtbot, visit(qtbot, opened), 3)

    def write(box: QDialog) -> None:
        box.number.put("mpt-fut2026-ext-77")  # type: ignore[attr-defined]
        box.key.put("9K2")  # type: ignore[attr-defined]

    answer(qtbot, "&Guardar", write)
    page.view.buttons[Deed.EXPEDIENTE].click()
    qtbot.waitUntil(lambda: "Anotado" in page.banner.text)
    with opened.vault.outbox() as db:
        own = drafts.own_request(db, identifier(3))
    assert own.expediente is not None
    assert (own.expediente.numero.upper(), own.expediente.clave) == ("MPT-FUT2026-EXT-77", "9K2")
    assert own.expediente_waits
    qtbot.waitUntil(lambda: "clave 9K2" in words(page.view))


def test_the_packet_for_the_mesa_de_partes_is_begun_from_the_request_and_its_number_kept(
    qtbot: QtBot, opened: Opened
) -> None:
    page = choose(qtbot, visit(qtbot, opened), 3)
    page.view.buttons[Deed.PACKET].click()
    qtbot.waitUntil(lambda: "Sincronice una vez" in page.banner.text)
    with opened.vault.cache() as db:
        store(db, [PERSON], "2")
    page.view.buttons[Deed.PACKET].click()
    qtbot.waitUntil(lambda: page.deeds.packet is not None and page.deeds.packet.isVisible())
    dialog = page.deeds.packet
    assert dialog is not None
    qtbot.waitUntil(dialog.go.isEnabled)
    dialog.expediente_given.emit(Expediente("MPT-FUT2026-EXT-77", "9K2", NOW.date()))
    qtbot.waitUntil(lambda: "clave 9K2" in words(page.view))
    dialog.close()


def test_the_code_can_be_copied(qtbot: QtBot, opened: Opened) -> None:
    page = choose(qtbot, visit(qtbot, opened), 3)
    page.view.buttons[Deed.COPY_CODE].click()
    assert QGuiApplication.clipboard().text() == "SOL-2026-000003"
    assert "SOL-2026-000003" in page.banner.text


def test_news_are_seen_when_the_page_is(qtbot: QtBot, opened: Opened) -> None:
    with opened.vault.cache() as db:
        assert {one.uuid for one in legajo.states_unseen(db)} == {identifier(3), identifier(4)}
    page = RequestsPage(opened)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.seen):
        page.show()
    with opened.vault.cache() as db:
        assert legajo.states_unseen(db) == ()


def test_a_sustento_opens_in_the_viewer_and_one_that_is_not_here_is_asked_for(
    qtbot: QtBot, bare: Opened, paper_file: tuple[str, bytes]
) -> None:
    sha256, content = paper_file
    here = replace(PAPER, sha256=sha256, size=len(content))
    asked = content_of(RequestAction.NEW, documents=(here,))
    with bare.vault.outbox() as db:
        attachments.keep_file(db, sha256, content)
        drafts.new_draft(db, identifier(1), asked, NOW)
        drafts.queue(db, identifier(1), asked, NOW)
    with bare.vault.cache() as db:
        store(db, [fact_of(5, RequestState.FILED, content_of(RequestAction.NEW, record=identifier(5, 9)))])
    page = choose(qtbot, visit(qtbot, bare), 1)
    page.view.document_wanted.emit(sha256)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    box = QApplication.activeModalWidget()
    assert box is not None
    qtbot.waitUntil(lambda: "1 página" in words(box))
    box.close()
    choose(qtbot, page, 5)
    page.view.document_wanted.emit(PAPER.sha256)
    qtbot.waitUntil(lambda: "próxima conexión" in page.banner.text)


def test_the_ui_thread_reads_no_file_and_no_database(qtbot: QtBot, opened: Opened, ui_thread_guard: Guard) -> None:
    visit(qtbot, opened)  # icons are read once for the whole process
    with ui_thread_guard():
        choose(qtbot, visit(qtbot, opened), 3).grab()


@pytest.mark.parametrize("size", [100, 200])
def test_the_page_fits_the_screen(qtbot: QtBot, opened: Opened, look: Theme, size: int, grab: Grab) -> None:
    look.apply(Look(Appearance.LIGHT, size))
    width, height = 1366 - min(212 * size // 100, 330), 768 - 40 * size // 100
    page = visit(qtbot, opened, width, height)
    grab(page, f"requests-{size}", width, height)
    choose(qtbot, page, 3)
    grab(page, f"requests-detail-{size}", width, height)
    assert page.minimumSizeHint().width() <= width


def test_the_number_of_an_expediente_that_cannot_be_one_is_complained_about(qtbot: QtBot) -> None:
    assert isinstance(read_expediente("EXP 12"), Identified)
    box = ExpedienteDialog(None, "SOL-2026-000003", None, NOW.date())
    qtbot.addWidget(box)
    box.number.put("¿?")
    box.day.put("mañana")
    next(one for one in box.findChildren(QAbstractButton) if one.text() == "&Guardar").click()
    assert box.expediente is None
    assert "expediente" in box.number.below
    assert "no puede ser después de hoy" in box.day.below.lower()
