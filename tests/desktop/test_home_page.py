"""Inicio over a real profile: what it says, where it leads, how it follows sync; the bars by mouse, keys and words."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.opened import Opened
from desktop.pages.home_page import HomePage
from desktop.presenters.home import bars
from desktop.tasks.desk import Desk
from desktop.theme import Appearance, Look, Theme
from desktop.widgets.month_bars import MonthBars
from documents.payslip import ConceptLine, Period
from storage import cache, payslips
from storage.records import PayslipFact
from sync.core.outcome import Progress
from tests.desktop.filling import (
    CHRISTMAS,
    NEWEST,
    PERSON,
    drawn,
    file_career,
    finished,
    make_vault,
    open_career,
    payslip_of,
    store,
)
from tests.desktop.scenes import StillClock

Grab = Callable[..., Path]
Guard = Callable[[], AbstractContextManager[None]]
BEGUN = Progress(stage="facts", pdfs_done=0, pdfs_total=0, bytes_done=0, bytes_total=0, payslips_known=0, newest=None)


@pytest.fixture
def bare(tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    """A profile without payslips."""
    with make_vault(tmp_path / "profiles") as vault:
        opened = Opened(vault, Desk(vault), clock)
        yield opened
        opened.desk.close()


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile that `shelf` is a copy of."""
    with make_vault(tmp_path_factory.mktemp("shelved")) as vault, vault.cache() as db:
        file_career(db)
        return vault.directory


@pytest.fixture
def shelf(shelved: Path, tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    """27 payslips of one person, all with their PDF."""
    with open_career(shelved, tmp_path / "filled") as vault:
        opened = Opened(vault, Desk(vault), clock)
        yield opened
        opened.desk.close()


def visit(qtbot: QtBot, opened: Opened, width: int = 1154, height: int = 728) -> HomePage:
    page = HomePage(opened)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitUntil(lambda: page.reading is not None)
    QApplication.processEvents()  # what was just added is shown
    return page


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def press(qtbot: QtBot, page: QWidget, text: str) -> None:
    button = next(one for one in page.findChildren(QAbstractButton) if one.text() == text and one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_last_payslip_is_told_with_its_change_and_the_next_pay_day(qtbot: QtBot, shelf: Opened) -> None:
    told = words(visit(qtbot, shelf))
    assert "Buen" in told.splitlines()[0]
    assert told.splitlines()[0].endswith(", Rosa")
    for expected in (
        "Boleta de noviembre de 2026", "S/\u00a03,610.12", "Líquido · depositado en cuenta ****4312",
        "¿Qué cambió frente a octubre?", "+\u00a0S/\u00a073.25", "Préstamo de la Derrama Magisterial", "+\u00a0100.00",
        "viernes 11 de diciembre", "Incluye aguinaldo por Navidad",
    ):  # fmt: skip
        assert expected in told
    assert "04099904312" not in told


def test_its_buttons_lead_to_the_payslip_and_to_the_comparison(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    assert page.reading is not None
    newest = page.reading.newest[0].id
    with qtbot.waitSignal(page.wants) as heard:
        press(qtbot, page.last, "Ver boleta")
    assert heard.args == ["payslips", newest]
    with qtbot.waitSignal(page.wants) as heard:
        press(qtbot, page.last, "Ver la comparación")
    assert heard.args == ["payslips", f"{newest}#changes"]


def test_attention_is_calm_until_there_is_something(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    assert "Boleta nueva: noviembre de 2026" in words(page.attention)
    with shelf.vault.cache() as db:
        payslips.mark_seen(db, payslips.search_payslips(db, payslips.PayslipQuery(None, None))[0].id)
    page.refresh()
    qtbot.waitUntil(lambda: "Nada por ahora: todo está al día." in words(page.attention))


def test_an_ended_session_and_pdfs_to_come_ask_for_attention(qtbot: QtBot, shelf: Opened) -> None:
    from tests.desktop.scenes import SESSION

    with shelf.vault.cache() as db:
        cache.store_session(db, SESSION)
        cache.end_session(db)
        late = drawn(payslip_of(Period(2024, 1)))
        store(db, [PayslipFact(late.payslip, late.reference)], "2")
    page = visit(qtbot, shelf)
    told = words(page.attention)
    assert "Su sesión terminó" in told
    assert "1 boleta espera su PDF" in told
    with qtbot.waitSignal(page.wants) as heard:
        press(qtbot, page.attention, "Volver a ingresar")
    assert heard.args == ["sync", ""]


def test_a_person_with_two_posts_sees_both_payslips(qtbot: QtBot, bare: Opened) -> None:
    second = finished(NEWEST, [ConceptLine("sueldo_base", 120000)], [], post=2, cargo="AUXILIAR DE EDUCACION")
    with bare.vault.cache() as db:
        store(db, [PERSON, PayslipFact(payslip_of(NEWEST), None), PayslipFact(second, None)])
    page = visit(qtbot, bare)
    told = words(page.last)
    assert told.index("Cargo 1 · Profesor") < told.index("Cargo 2 · Auxiliar de educacion")
    assert "S/\u00a01,200.00" in told
    heard: list[str] = []
    page.last.opened.connect(heard.append)
    for button in [one for one in page.last.findChildren(QAbstractButton) if one.text() == "Ver boleta"]:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.reading is not None
    assert heard == [row.id for row in page.reading.newest]
    assert len(heard) == 2


def test_before_and_during_the_first_exchange_it_says_what_comes(qtbot: QtBot, bare: Opened) -> None:
    page = visit(qtbot, bare)
    assert "Conéctese e ingrese una vez" in words(page)
    page.exchange(BEGUN)
    qtbot.waitUntil(lambda: "Sus boletas están llegando" in words(page))
    with bare.vault.cache() as db:
        store(db, [PERSON, CHRISTMAS, PayslipFact(payslip_of(NEWEST), None)])
    page.exchange(replace(BEGUN, payslips_known=1))
    qtbot.waitUntil(lambda: "Boleta de noviembre de 2026" in words(page))
    page.exchange(None)
    with qtbot.waitSignal(page.wants):
        press(qtbot, page.last, "Ver boleta")


def test_the_ui_thread_reads_no_file_and_no_database(qtbot: QtBot, shelf: Opened, ui_thread_guard: Guard) -> None:
    visit(qtbot, shelf)  # icons are read once for the whole process
    with ui_thread_guard():
        visit(qtbot, shelf).grab()


def test_the_year_of_the_bars_can_be_changed(qtbot: QtBot, shelf: Opened) -> None:
    page = visit(qtbot, shelf)
    assert [page.year.itemText(place) for place in range(page.year.count())] == ["2026", "2025", "2024"]
    assert "noviembre S/\u00a03,610.12" in page.bars.accessibleDescription()
    page.year.setCurrentIndex(1)
    page.year.activated.emit(1)
    assert page.bars.accessibleName() == "Líquido por mes del 2025"
    page.refresh()
    reading = page.reading
    qtbot.waitUntil(lambda: page.reading is not reading)
    assert page.year.currentData() == 2025


# --- the bars ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def chart(qtbot: QtBot, shelf: Opened) -> MonthBars:
    page = visit(qtbot, shelf)
    made = MonthBars()
    qtbot.addWidget(made)
    made.resize(960, 240)
    assert page.reading is not None
    made.show_year(bars(page.reading.every, 2026, ()), 2026)
    made.show()
    made.activateWindow()
    return made


def test_a_bar_opens_its_payslip_and_an_additional_one_is_a_piece_of_its_own(qtbot: QtBot, chart: MonthBars) -> None:
    september = chart.bar_rect(8)
    heard: list[str] = []
    chart.chosen.connect(heard.append)
    for spot in (QPoint(round(september.center().x()), round(september.top()) + 2), september.center().toPoint()):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot)
    extra, monthly = heard
    assert extra == chart._bars[8].segments[1].id
    assert monthly == chart._bars[8].segments[0].id
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(round(chart.bar_rect(11).center().x()), 200))
    assert len(heard) == 2, "December has no payslip"


def hover(chart: MonthBars, at: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    far = QPointF(chart.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(
        chart, QMouseEvent(QEvent.Type.MouseMove, at, far, none, none, Qt.KeyboardModifier.NoModifier)
    )


def test_the_balloon_tells_the_values_to_mouse_and_keys(qtbot: QtBot, chart: MonthBars) -> None:
    hover(chart, chart.bar_rect(8).center())
    assert chart.pointed_words == (
        "Setiembre 2026", "Mensual: S/\u00a03,536.87", "Adicional 1: S/\u00a0184.44", "En total: S/\u00a03,721.31",
    )  # fmt: skip
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    assert chart.pointed_words[0] == "Noviembre 2026"
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.pointed_words[0] == "Octubre 2026"
    assert chart.accessibleDescription().startswith("Octubre 2026")
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.pointed_words[0] == "Enero 2026"
    with qtbot.waitSignal(chart.chosen) as heard:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert heard.args == [chart._bars[0].segments[0].id]


def test_bars_are_as_tall_as_their_amounts_and_the_last_month_is_set_apart(chart: MonthBars, look: Theme) -> None:
    heights = [chart.bar_rect(place).height() for place in range(12)]
    totals = [bar.total for bar in chart._bars]
    assert heights[11] == 0
    assert heights.index(max(heights)) == totals.index(max(totals))
    image = chart.grab().toImage()
    spot = chart.bar_rect(10).center().toPoint()
    assert image.pixelColor(spot) == look.color("accent")
    assert image.pixelColor(chart.bar_rect(9).center().toPoint()) == look.color("chart")


def test_a_year_without_payslips_draws_an_empty_chart(qtbot: QtBot) -> None:
    chart = MonthBars()
    qtbot.addWidget(chart)
    chart.show_year(bars((), 2026), 2026)
    chart.show()
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton)
    chart.grab()
    assert "sin boletas" in chart.accessibleDescription()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_the_page_fits_the_screen_at_every_text_size(
    qtbot: QtBot, shelf: Opened, look: Theme, size: int, grab: Grab
) -> None:
    look.apply(Look(Appearance.LIGHT, size))
    width = 1366 - min(212 * size // 100, 330)
    page = visit(qtbot, shelf, width, 768 - 40 * size // 100)
    grab(page, f"home-{size}", width, 768 - 40 * size // 100)
    assert page._full.minimumSizeHint().width() <= width - 2 * look.px(26), "it would have to be scrolled sideways"


def test_dark_and_light_are_two_pictures(qtbot: QtBot, shelf: Opened, look: Theme, grab: Grab) -> None:
    light = grab(visit(qtbot, shelf), "home-light", 1154, 728).read_bytes()
    look.apply(Look(Appearance.DARK, 100))
    assert grab(visit(qtbot, shelf), "home-dark", 1154, 728).read_bytes() != light
