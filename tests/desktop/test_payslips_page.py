"""Mis boletas over a real profile: found, chosen, read, compared, refreshed by sync, and never on the UI thread."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.payslip_table import KIND
from desktop.models.record_table import QUIET_ROLE
from desktop.opened import Opened
from desktop.pages.payslips_page import PayslipsPage
from desktop.presenters.payslip_list import matches
from desktop.tasks.desk import Desk
from desktop.theme import Appearance, Look, Theme
from desktop.widgets.payslip_view import CHANGES, DETAIL, PAGE
from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from storage import payslips
from storage.records import PayslipFact, Removal
from sync.core.outcome import Progress
from tests.desktop.filling import (
    NEWEST,
    drawn,
    file_career,
    finished,
    make_vault,
    months,
    open_career,
    payslip_of,
    receive,
    store,
)
from tests.desktop.scenes import StillClock

Grab = Callable[..., Path]
Guard = Callable[[], AbstractContextManager[None]]
AWAITED = Period(2025, 5)


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile that `shelf` is a copy of."""
    with make_vault(tmp_path_factory.mktemp("shelved")) as vault, vault.cache() as db:
        file_career(db, without_pdf=[AWAITED])
        return vault.directory


@pytest.fixture
def shelf(shelved: Path, tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    """27 payslips of one person; the PDF of May 2025 has not come yet."""
    with open_career(shelved, tmp_path / "profiles") as vault:
        opened = Opened(vault, Desk(vault), clock)
        yield opened
        opened.desk.close()


@pytest.fixture
def bare(tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    """A profile without payslips."""
    with make_vault(tmp_path / "profiles") as vault:
        opened = Opened(vault, Desk(vault), clock)
        yield opened
        opened.desk.close()


def visit(qtbot: QtBot, opened: Opened, width: int = 1154, height: int = 728) -> PayslipsPage:
    """The page as the main window shows it, its first payslip open."""
    page = PayslipsPage(opened)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.reading is not None)
    if page.reading is not None and page.reading.every:
        at_rest(qtbot, page)
    return page


def at_rest(qtbot: QtBot, page: PayslipsPage) -> None:
    """Wait until the chosen payslip is the opened one."""

    def opened() -> bool:
        current, reading = page.list.current, page.view.reading
        return reading is not None and current is not None and reading.row.id == current.id

    qtbot.waitUntil(opened)


def read_again(qtbot: QtBot, page: PayslipsPage, act: Callable[[], object]) -> None:
    """Do something that reads the list, and wait for the answer."""
    before = page.reading
    act()
    qtbot.waitUntil(lambda: page.reading is not before)


def listed(page: PayslipsPage) -> list[str]:
    return [f"{row.periodo} {row.clase}" for row in page.list.model.rows]


def words(widget: QWidget) -> str:
    """Everything that the labels below a widget say."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def search(qtbot: QtBot, page: PayslipsPage, text: str) -> None:
    page.filters.words.setText(text)
    read_again(qtbot, page, lambda: qtbot.keyClick(page.filters.words, Qt.Key.Key_Return))


# --- finding ----------------------------------------------------------------------------------------------------------


def test_the_heading_counts_and_the_newest_payslip_is_open(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    assert "27 boletas desde octubre de 2024 · 26 guardadas en esta computadora" in words(page)
    assert listed(page)[:4] == ["2026-11 mensual", "2026-10 mensual", "2026-09 adicional", "2026-09 mensual"]
    assert page.view.title.text() == "Noviembre 2026"
    qtbot.waitUntil(lambda: page.view.viewer.is_sharp)


def test_year_and_month_filter_at_once(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    boxes = page.filters
    assert [boxes.year.itemText(place) for place in range(boxes.year.count())] == [
        "Todos los años",
        "2026",
        "2025",
        "2024",
    ]
    boxes.year.setCurrentIndex(boxes.year.findData(2026))
    read_again(qtbot, page, lambda: boxes.year.activated.emit(1))
    assert len(listed(page)) == 12
    boxes.month.setCurrentIndex(boxes.month.findData(9))
    read_again(qtbot, page, lambda: boxes.month.activated.emit(9))
    assert listed(page) == ["2026-09 adicional", "2026-09 mensual"]
    assert "2 boletas coinciden" in words(page)


def test_concepts_and_amounts_are_found_with_enter_or_the_button(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    search(qtbot, page, "tardanzas")
    assert listed(page) == ["2026-11 mensual"]
    page.filters.words.setText("184.44")
    read_again(qtbot, page, lambda: qtbot.mouseClick(page.filters.search, Qt.MouseButton.LeftButton))
    assert listed(page) == ["2026-09 adicional"]
    at_rest(qtbot, page)
    read_again(qtbot, page, page.filters.words.clear)
    assert len(listed(page)) == 27


def test_how_many_a_question_found_is_said_aloud_once(
    qtbot: QtBot, shelf: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, told = visit(qtbot, shelf), list[str]()
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    search(qtbot, page, "derrama")
    read_again(qtbot, page, page.refresh)
    assert told == [matches(len(listed(page)))]
    search(qtbot, page, "no hay tal cosa")
    assert told[1:] == ["0 boletas coinciden"]


def test_a_search_without_a_match_says_so_and_leads_back(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    search(qtbot, page, "zapatería")
    assert "Ninguna boleta coincide" in words(page)
    assert "«zapatería»" in words(page)
    assert page.view.reading is None
    button = next(one for one in page.findChildren(QAbstractButton) if one.text() == "Ver todas" and one.isVisible())
    read_again(qtbot, page, lambda: qtbot.mouseClick(button, Qt.MouseButton.LeftButton))
    assert len(listed(page)) == 27
    at_rest(qtbot, page)


def test_an_empty_profile_says_what_to_do(qtbot: QtBot, bare: Opened) -> None:
    page = visit(qtbot, bare)
    assert "Todavía no hay boletas en esta computadora" in words(page)
    button = next(one for one in page.findChildren(QAbstractButton) if one.text() == "Ir a Sincronización")
    with qtbot.waitSignal(page.wants) as heard:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard.args == ["sync", ""]


# --- reading ----------------------------------------------------------------------------------------------------------


def test_arrows_preview_and_enter_goes_into_the_page(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Down)
    at_rest(qtbot, page)
    assert page.view.title.text() == "Octubre 2026"
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.view.viewer.hasFocus)
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.filters.words.hasFocus)


def test_the_detail_explains_the_chosen_concept_and_masks_the_account(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    page.view.tabs.setCurrentIndex(DETAIL)
    told = words(page.view.detail)
    assert "S/\u00a03,610.12" in told
    assert "****4312" in told
    assert "04099904312" not in words(page)
    assert "Remuneración Íntegra Mensual (RIM)" in told
    table = page.view.detail.table
    table.setFocus()
    for _line in range(3):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert "dl25897_afp" in words(page.view.detail)


def test_comparing_shows_each_effect_and_the_sum(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    qtbot.mouseClick(page.compare_button, Qt.MouseButton.LeftButton)
    assert page.view.tabs.currentIndex() == CHANGES
    assert page.view.changes.title.text() == "¿Qué cambió frente a octubre?"
    assert page.view.changes.net.text() == "+\u00a0S/\u00a073.25"
    rows = page.view.changes.model.rows
    assert sum(row.effect for row in rows) == 7325
    assert page.list.choose(page.list.model.rows[-1].id)
    at_rest(qtbot, page)
    assert "No hay una boleta anterior" in page.view.changes.sentence.text()


def test_a_payslip_without_its_pdf_shows_its_figures(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    waiting = next(row for row in page.list.model.rows if row.periodo == AWAITED)
    assert page.list.choose(waiting.id)
    at_rest(qtbot, page)
    assert "El PDF todavía no está en esta computadora" in words(page.view)
    assert not page.view.save_button.isEnabled()
    page.view.tabs.setCurrentIndex(DETAIL)
    assert "S/\u00a0" in words(page.view.detail)


def test_a_broken_pdf_gets_a_sentence(qtbot: QtBot, bare: Opened) -> None:
    one = replace(drawn(payslip_of(NEWEST)), pdf=b"%PDF-1.7 this is no page")
    with bare.vault.cache() as db:
        store(db, [PayslipFact(one.payslip, one.reference)])
        receive(db, one)
    page = visit(qtbot, bare)
    qtbot.waitUntil(lambda: "Este PDF no se puede mostrar" in words(page.view))
    assert page.view.save_button.isEnabled(), "the bytes can still be taken out as the office sent them"


def test_only_a_payslip_that_was_in_sight_counts_as_seen(qtbot: QtBot, shelf: Opened) -> None:
    page = PayslipsPage(shelf)
    qtbot.addWidget(page)
    page.resize(1154, 728)
    qtbot.waitUntil(lambda: page.view.reading is not None)
    with shelf.vault.cache() as db:
        assert not any(row.seen for row in payslips.search_payslips(db, payslips.PayslipQuery(None, None)))
        page.show()
        qtbot.waitUntil(lambda: payslips.search_payslips(db, payslips.PayslipQuery(None, None))[0].seen)
        seen = [row.seen for row in payslips.search_payslips(db, payslips.PayslipQuery(None, None))]
    assert sum(seen) == 1


def test_another_page_can_ask_for_a_payslip_or_its_comparison(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    search(qtbot, page, "tardanzas")
    wanted = next(row for row in page.reading.every if row.periodo == Period(2025, 12))  # type: ignore[union-attr] # read
    page.open_item(wanted.id)
    qtbot.waitUntil(lambda: page.view.reading is not None and page.view.reading.row.id == wanted.id)
    assert page.view.tabs.currentIndex() == PAGE
    assert page.filters.words.text() == ""
    page.open_item(f"{wanted.id}#changes")
    qtbot.waitUntil(lambda: page.view.tabs.currentIndex() == CHANGES)


def test_two_posts_are_told_apart(qtbot: QtBot, bare: Opened) -> None:
    with bare.vault.cache() as db:
        both = [drawn(payslip_of(NEWEST, post=post)) for post in (1, 2)]
        store(db, [PayslipFact(one.payslip, one.reference) for one in both])
    page = visit(qtbot, bare)
    told = {page.list.model.index(row, KIND).data(QUIET_ROLE) for row in range(2)}
    assert told == {"Cargo 1 · Profesor", "Cargo 2 · Auxiliar de educacion"}


# --- sync -------------------------------------------------------------------------------------------------------------


def test_news_keep_the_choice_the_scroll_and_the_zoom(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf, height=500)
    chosen = page.list.model.rows[14]
    assert page.list.choose(chosen.id)
    at_rest(qtbot, page)
    page.view.viewer.zoom_to(1.5)
    bar = page.list.table.verticalScrollBar()
    bar.setValue(bar.value() + 13)
    top = page.list.model.rows[page.list.table.rowAt(0)].id
    offset = page.list.table.rowViewportPosition(page.list.table.rowAt(0))
    reading = page.view.reading
    with shelf.vault.cache() as db:
        new = drawn(payslip_of(NEWEST.later()))
        store(db, [PayslipFact(new.payslip, new.reference)], "2")
        receive(db, new, 0.4)
    page.exchange(
        Progress(stage="pdfs", pdfs_done=0, pdfs_total=1, bytes_done=0, bytes_total=9, payslips_known=28, newest=None)
    )
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 28)
    assert page.list.model.rows[0].periodo == NEWEST.later()
    assert page.list.model.index(0, 5).data().startswith("Descargando ")
    assert page.list.current is not None
    assert page.list.current.id == chosen.id
    assert page.view.reading is reading
    assert page.view.viewer.zoom == pytest.approx(1.5)
    again = page.list.table.rowAt(0)
    assert page.list.model.rows[again].id == top
    assert page.list.table.rowViewportPosition(again) == offset


def test_a_pdf_that_arrives_appears_in_the_open_payslip(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    one = drawn(payslip_of(AWAITED, extra=10000))
    waiting = next(row for row in page.list.model.rows if row.periodo == AWAITED)
    assert waiting.pdf == one.reference
    page.list.choose(waiting.id)
    at_rest(qtbot, page)
    assert not page.view.shows_page
    with shelf.vault.cache() as db:
        receive(db, one)
    page.refresh()
    qtbot.waitUntil(lambda: page.view.shows_page)
    qtbot.waitUntil(lambda: page.view.viewer.is_sharp)


def test_a_payslip_that_the_office_withdraws_leaves_the_list(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    first = page.list.model.rows[0].id
    with shelf.vault.cache() as db:
        store(db, [Removal("payslip", first)], "3")
    read_again(qtbot, page, page.refresh)
    at_rest(qtbot, page)
    assert page.list.model.row_of(first) == -1
    assert page.view.title.text() == "Octubre 2026"


def test_the_first_exchange_fills_an_empty_page(qtbot: QtBot, bare: Opened) -> None:
    page = visit(qtbot, bare)
    begin = Progress(
        stage="facts", pdfs_done=0, pdfs_total=0, bytes_done=0, bytes_total=0, payslips_known=0, newest=None
    )
    page.exchange(begin)
    qtbot.waitUntil(lambda: "Sus boletas están llegando" in words(page))
    with bare.vault.cache() as db:
        file_career(db, 3)
    page.exchange(replace(begin, payslips_known=4))
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 4)
    page.exchange(None)
    at_rest(qtbot, page)


# --- the whole --------------------------------------------------------------------------------------------------------


def test_the_ui_thread_reads_no_file_and_no_database(qtbot: QtBot, shelf: Opened, ui_thread_guard: Guard) -> None:
    visit(qtbot, shelf)  # imports and fonts are loaded
    with ui_thread_guard():
        page = visit(qtbot, shelf)
        qtbot.waitUntil(lambda: page.view.viewer.is_sharp)
        qtbot.keyClick(page.list.table, Qt.Key.Key_Down)
        at_rest(qtbot, page)
        for tab in (DETAIL, CHANGES, PAGE):
            page.view.tabs.setCurrentIndex(tab)
        search(qtbot, page, "derrama")


def test_five_thousand_payslips_open_without_blocking(qtbot: QtBot, bare: Opened) -> None:
    plain = payslip_of(NEWEST)

    def many() -> Iterator[Payslip]:
        for number in range(5000):
            yield replace(plain, id=f"{number:08d}", periodo=NEWEST.earlier(number % 600), secuencia=number // 600)

    with bare.vault.cache() as db:
        store(db, [PayslipFact(payslip, None) for payslip in many()])
    page = PayslipsPage(bare)
    qtbot.addWidget(page)
    page.resize(1154, 728)
    page.show()
    qtbot.waitUntil(lambda: page.reading is not None, timeout=20_000)
    reading = page.reading
    assert reading is not None
    assert len(page.list.model.rows) == 5000
    page.list.model.replace(())
    began = time.thread_time()
    page._show_list(reading)
    QApplication.processEvents()
    assert time.thread_time() - began < 0.25
    began = time.thread_time()
    page._show_list(reading)  # a refresh without news
    assert time.thread_time() - began < 0.15


def test_everything_can_be_reached_and_has_a_name(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QComboBox), *page.findChildren(QLineEdit),
                page.list.table, page.view.viewer, page.view.tabs, page.view.detail.table]  # fmt: skip
    nameless = [control for control in controls if control.isVisible() and not control.accessibleName()]
    inner = [
        one for one in nameless if isinstance(one.parent(), QLineEdit | QComboBox)
    ]  # Qt's own, named by their owner
    assert [one for one in nameless if one not in inner] == []
    focus, reached = page.filters.year, set()
    for _step in range(80):
        reached.add(focus)
        focus = focus.nextInFocusChain()
    for control in (page.filters.words, page.list.table, page.view.tabs, page.view.viewer, page.view.save_button):
        assert control in reached


def test_hostile_words_stay_words(qtbot: QtBot, bare: Opened) -> None:
    evil = '<img src="http://127.0.0.1:9/x.png"><a href="file:///">clic</a> & <b>x</b>'
    lines = [ConceptLine(evil[:40], 100000)]
    hostile = finished(NEWEST, lines, [], mensajes=(evil,), establecimiento=evil, cargo=evil)
    with bare.vault.cache() as db:
        store(db, [PayslipFact(hostile, None)])
    page = visit(qtbot, bare)
    page.view.tabs.setCurrentIndex(DETAIL)
    assert evil in words(page)
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("size", [100, 150, 200])
def test_no_text_size_pushes_the_page_wider_than_the_screen(
    qtbot: QtBot, shelf: Opened, look: Theme, size: int, grab: Grab
) -> None:
    look.apply(Look(Appearance.LIGHT, size))
    width = 1366 - min(212 * size // 100, 330)
    page = visit(qtbot, shelf, width, 768 - 40 * size // 100)
    assert page.width() == width
    grab(page, f"payslips-{size}", width, 768 - 40 * size // 100)
    if page.panes.narrow:
        assert not page.view.isVisible()
        qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
        qtbot.waitUntil(page.view.isVisible)
        assert page.view.back.isVisible()
        grab(page, f"payslips-{size}-opened", width, 768 - 40 * size // 100)
        qtbot.mouseClick(page.view.back, Qt.MouseButton.LeftButton)
        assert page.list.isVisible()
    shown = [label for label in page.list.findChildren(QLabel) if label.isVisible()]
    assert all(label.width() >= label.minimumSizeHint().width() for label in shown)


def test_dark_and_light_are_two_pictures(qtbot: QtBot, shelf: Opened, look: Theme, grab: Grab) -> None:
    light = grab(visit(qtbot, shelf), "payslips-light", 1154, 728).read_bytes()
    look.apply(Look(Appearance.DARK, 100))
    assert grab(visit(qtbot, shelf), "payslips-dark", 1154, 728).read_bytes() != light


def test_a_judicial_payslip_is_listed_as_one(qtbot: QtBot, bare: Opened) -> None:
    with bare.vault.cache() as db:
        store(db, [PayslipFact(payslip_of(periodo, clase=PayslipClass.JUDICIAL), None) for periodo in months(2)])
    page = visit(qtbot, bare)
    assert listed(page) == ["2026-11 judicial", "2026-10 judicial"]
    assert "Sin PDF" in [page.list.model.index(0, column).data() for column in range(6)]
