"""What the rest of the program says of requests: Inicio, the notice, the figure beside the page, the office's entry."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.opened import Opened
from desktop.pages.home_page import HomePage
from desktop.tasks.desk import Desk
from desktop.theme import Appearance, Look, Theme
from desktop.windows.main_window import MainWindow
from storage import drafts
from storage.records import Fact, Office
from storage.request_records import RequestContent, RequestState
from storage.vault import Vault
from tests.desktop.filling import PERSON, file_career, make_vault, open_career, store
from tests.desktop.request_scenes import NOW, WEEK_LATER, content_of, fact_of, identifier
from tests.desktop.scenes import Lived, StillClock

Grab = Callable[..., Path]
OBSERVED = fact_of(3, RequestState.OBSERVED, deadline=WEEK_LATER, reason="La segunda hoja no se lee.")


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with make_vault(tmp_path_factory.mktemp("shelved")) as vault, vault.cache() as db:
        file_career(db, 3)
        return vault.directory


@pytest.fixture
def shelf(shelved: Path, tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    """A person with payslips."""
    with open_career(shelved, tmp_path / "filled") as vault:
        opened = Opened(vault, Desk(vault), clock)
        yield opened
        opened.desk.close()


def told_by_office(vault: Vault, *facts: Fact, cursor: str = "9") -> None:
    """One more page of the feed."""
    with vault.cache() as db:
        store(db, facts, cursor)


def queued(vault: Vault, number: int) -> RequestContent:
    """What is asked."""
    content = content_of(record=identifier(number, 9), base=None)
    with vault.outbox() as db:
        drafts.new_draft(db, identifier(number), content, NOW)
        drafts.queue(db, identifier(number), content, NOW)
    return content


def visit(qtbot: QtBot, opened: Opened, width: int = 1154, height: int = 728) -> HomePage:
    page = HomePage(opened)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitUntil(lambda: page.reading is not None)
    QApplication.processEvents()
    return page


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_inicio_says_nothing_of_requests_where_there_are_none(qtbot: QtBot, shelf: Opened) -> None:
    assert not visit(qtbot, shelf).pending.isVisible()


def test_inicio_counts_requests_and_names_what_waits_for_the_person(qtbot: QtBot, shelf: Opened) -> None:
    queued(shelf.vault, 1)
    told_by_office(shelf.vault, OBSERVED, fact_of(4, RequestState.FILED))
    page = visit(qtbot, shelf)
    assert "1 en la oficina" in words(page.pending)
    assert "1 por enviar, saldrá sola" in words(page.pending)
    assert "Su solicitud SOL-2026-000003 fue observada." in words(page.attention)
    assert "Le quedan 5 días hábiles para corregirla." in words(page.attention)
    button = next(one for one in page.findChildren(QAbstractButton) if one.text() == "Ver qué observó")
    with qtbot.waitSignal(page.wants) as heard:
        button.click()
    assert heard.args == ["requests", identifier(3)]
    with qtbot.waitSignal(page.wants) as heard:
        page.pending.opened.emit()
    assert heard.args == ["requests", ""]


@pytest.mark.parametrize("size", [100, 200])
def test_inicio_with_requests_fits_the_screen(qtbot: QtBot, shelf: Opened, look: Theme, size: int, grab: Grab) -> None:
    look.apply(Look(Appearance.LIGHT, size))
    queued(shelf.vault, 1)
    told_by_office(shelf.vault, OBSERVED, fact_of(4, RequestState.FILED))
    width, height = 1366 - min(212 * size // 100, 330), 768 - 40 * size // 100
    page = visit(qtbot, shelf, width, height)
    grab(page, f"home-requests-{size}", width, height)
    assert page._full.minimumSizeHint().width() <= width - 2 * look.px(26)


def test_a_state_that_changes_is_told_once_and_leads_to_the_request(
    qtbot: QtBot, lived: Lived, window: MainWindow, vault: Vault
) -> None:
    exchange, notices = lived.custody().exchange, lived.custody().notices
    told_by_office(vault, fact_of(3, RequestState.FILED), cursor="8")
    qtbot.waitUntil(lambda: notices._told is not None)
    told_by_office(vault, OBSERVED)
    exchange.facts_changed.emit()
    qtbot.waitUntil(lambda: "SOL-2026-000003 fue observada" in window.notice.text)
    assert window.navigation._items["requests"].waiting == 1
    window.notice.hide()
    exchange.facts_changed.emit()
    qtbot.waitUntil(lambda: notices._job is not None)
    assert window.notice.isHidden()
    window.go("requests")
    assert window.current == "requests"


def test_what_was_answered_before_this_session_waits_on_inicio_without_a_notice(
    qtbot: QtBot, live: Callable[..., Lived], vault: Vault
) -> None:
    told_by_office(vault, fact_of(3, RequestState.FILED), cursor="8")
    told_by_office(vault, OBSERVED)
    lived = live()
    lived.program.open(vault)
    custody = lived.custody()
    qtbot.waitUntil(lambda: custody.window.navigation._items["requests"].waiting == 1)
    assert "observada" not in custody.window.notice.text


def test_the_code_is_told_when_the_office_has_the_request(
    qtbot: QtBot, lived: Lived, window: MainWindow, vault: Vault
) -> None:
    notices = lived.custody().notices
    content = queued(vault, 4)
    notices.look()
    qtbot.waitUntil(lambda: identifier(4) in notices._queued)
    told_by_office(vault, fact_of(4, RequestState.FILED, content))
    notices.look()
    qtbot.waitUntil(lambda: "Código: SOL-2026-000004" in window.notice.text)


def test_the_code_of_a_wish_that_went_in_one_loop_is_told_though_nobody_saw_it_on_its_way(
    qtbot: QtBot, lived: Lived, window: MainWindow, vault: Vault
) -> None:
    exchange, notices = lived.custody().exchange, lived.custody().notices
    told_by_office(vault, fact_of(3, RequestState.FILED), cursor="8")
    notices.look()
    qtbot.waitUntil(lambda: identifier(3) in notices._coded)
    assert window.notice.isHidden(), "asked on another computer: that one told it"
    content = queued(vault, 4)
    told_by_office(vault, fact_of(4, RequestState.FILED, content))
    exchange.facts_changed.emit()
    qtbot.waitUntil(lambda: "Código: SOL-2026-000004" in window.notice.text)
    window.notice.hide()
    told_by_office(vault, fact_of(5, RequestState.FILED), cursor="10")
    exchange.facts_changed.emit()
    qtbot.waitUntil(lambda: identifier(5) in notices._coded)
    assert window.notice.isHidden(), "told once"
    content = queued(vault, 6)
    told_by_office(vault, fact_of(6, RequestState.FILED, content), OBSERVED, cursor="11")
    exchange.facts_changed.emit()
    qtbot.waitUntil(lambda: "SOL-2026-000003 fue observada" in window.notice.text)
    assert "Código: SOL-2026-000006" in window.notice.text, "what else there is to tell does not hide it"


def test_what_the_office_has_otherwise_under_the_uuid_of_a_wish_is_no_confirmation(
    qtbot: QtBot, lived: Lived, window: MainWindow, vault: Vault
) -> None:
    notices = lived.custody().notices
    told_by_office(vault, fact_of(3, RequestState.FILED), cursor="8")
    content = queued(vault, 4)
    notices.look()
    qtbot.waitUntil(lambda: identifier(4) in notices._queued)
    other = replace(content, fields={**content.fields, "domicilio": "Jr. Otro 1"})
    told_by_office(vault, fact_of(4, RequestState.FILED, other), OBSERVED)
    notices.look()
    qtbot.waitUntil(lambda: "SOL-2026-000003 fue observada" in window.notice.text)
    assert "SOL-2026-000004" not in window.notice.text
    assert identifier(4) in notices._queued


def test_the_tray_is_there_for_people_of_an_office_alone(
    qtbot: QtBot, lived: Lived, window: MainWindow, vault: Vault
) -> None:
    assert "tray" not in window.navigation._items
    window.go("payslips")
    clerk: Any = replace(PERSON, roles=("escalafon",), oficina=Office("210011", "UGEL San Román"))
    told_by_office(vault, clerk)
    lived.custody().exchange.facts_changed.emit()
    qtbot.waitUntil(lambda: "tray" in window.navigation._items)
    assert window.current == "payslips", "the person stays where they are"
    told_by_office(vault, PERSON, cursor="10")
    lived.custody().exchange.facts_changed.emit()
    qtbot.waitUntil(lambda: "tray" not in window.navigation._items)
