"""Planillas SUP on a real profile: import, find, see, seal, print; stopped, changed and damaged files."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from central.keys.demo import demo_key
from desktop.opened import Opened
from desktop.pages.lis_page import LisPage
from desktop.presenters.lis_report import report_text
from desktop.tasks.desk import Desk
from desktop.theme import Appearance, Look, Theme
from desktop.windows.pages import entries
from documents.payslip import Period
from documents.seal.keys import write_private
from storage.lis_import import Importer
from tests.desktop.filling import make_vault
from tests.desktop.scenes import StillClock
from tests.lis.files import PEOPLE, month

if TYPE_CHECKING:
    from storage.lis_records import ImportReport

Grab = Callable[..., Path]
Guard = Callable[[], AbstractContextManager[None]]
SECRET = "clave de la oficina 2026"


@pytest.fixture
def opened(tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    with make_vault(tmp_path / "profiles") as vault:
        made = Opened(vault, Desk(vault), clock)
        yield made
        made.desk.close()


@pytest.fixture
def filled(opened: Opened, tmp_path: Path) -> Opened:
    with opened.vault.lis() as db:
        importer = Importer(db)
        for year, number, odd in ((2014, 12, {}), (2015, 3, {"WRONG_SUM": 9, "STRANGE_DATE": 5})):
            path = tmp_path / f"planilla_{year}_{number:02d}.lis"
            path.write_bytes(month(year=year, number=number, **odd))
            importer.take(path, at=opened.clock.now())
    return opened


def visit(qtbot: QtBot, opened: Opened, width: int = 1154, height: int = 690) -> LisPage:
    page = LisPage(opened)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitUntil(lambda: page.reading is not None, timeout=10_000)
    return page


def look_for(qtbot: QtBot, page: LisPage, text: str) -> None:
    page.open_item(text)
    qtbot.waitUntil(lambda: page.reading is not None and page.reading.asked.text == text, timeout=10_000)


def chosen(qtbot: QtBot, page: LisPage) -> None:
    qtbot.waitUntil(
        lambda: (
            page.view.reading is not None
            and page.list.current is not None
            and page.view.reading.row == page.list.current
        ),
        timeout=10_000,
    )


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_an_empty_page_says_what_to_do(qtbot: QtBot, opened: Opened, grab: Grab) -> None:
    page = visit(qtbot, opened)
    assert "Todavía no hay planillas" in words(page)
    assert not opened.vault.has_lis()
    grab(page, "lis-empty", 1154, 690)


def test_files_are_taken_in_and_the_report_tells_what_was_not_understood(
    qtbot: QtBot, opened: Opened, tmp_path: Path, ui_thread_guard: Guard
) -> None:
    path = tmp_path / "planilla.lis"
    path.write_bytes(month(WRONG_SUM=9, STRANGE_LINE=5))
    page = visit(qtbot, opened)
    shown: list[ImportReport] = []
    page.deeds.show_report = shown.extend
    page.deeds.ask_files = lambda: (path,)
    with qtbot.waitSignal(page.importing.ended, timeout=20_000), ui_thread_guard():
        qtbot.mouseClick(page.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.reading is not None and len(page.reading.rows) == 40, timeout=10_000)
    assert page.banner.text.startswith("planilla.lis: 40 boletas importadas. 2 observaciones, 1 boleta no suma")
    page.banner._act()
    assert "Línea que no se reconoce: *** OJO: VERIFICAR CON ESCALAFÓN ***" in report_text(shown)


def test_a_person_is_found_without_tildes_and_seen_on_paper(qtbot: QtBot, filled: Opened, grab: Grab) -> None:
    page = visit(qtbot, filled)
    grab(page, "lis-list", 1154, 690)
    look_for(qtbot, page, PEOPLE[0].dni)
    assert [row.periodo for row in page.list.model.rows] == [201503, 201412]
    chosen(qtbot, page)
    assert page.view.reading is not None
    assert page.view.reading.pdf is not None
    assert "Sin sello" in page.view.notice.text()
    qtbot.waitUntil(lambda: bool(page.view.viewer._images), timeout=10_000)
    grab(page, "lis-found", 1154, 690)


def test_what_does_not_add_up_is_shown_as_text_alone(qtbot: QtBot, filled: Opened, grab: Grab) -> None:
    page = visit(qtbot, filled)
    look_for(qtbot, page, PEOPLE[9].dni)
    chosen(qtbot, page)
    assert "No se imprime" in page.view.notice.text()
    assert PEOPLE[9].dni in page.view.text.toPlainText()
    assert not page.view.save.isEnabled()
    grab(page, "lis-sums", 1154, 690)


def test_with_the_office_key_papers_are_sealed_and_a_constancia_names_missing_months(
    qtbot: QtBot, filled: Opened, tmp_path: Path
) -> None:
    key = tmp_path / "clave.pem"
    key.write_bytes(write_private(demo_key("PE/UGEL/120001").private, SECRET))
    out = tmp_path / "pdf"
    out.mkdir()
    page = visit(qtbot, filled)
    look_for(qtbot, page, PEOPLE[0].dni)
    chosen(qtbot, page)
    page.deeds.ask_key = lambda: (key, "mala")
    with qtbot.waitSignal(page.deeds.told, timeout=10_000) as told:
        page.key_button.click()
    assert told.args == ["La contraseña no abre esa clave.", "bad"]
    page.deeds.ask_key = lambda: (key, SECRET)
    with qtbot.waitSignal(page.deeds.key_changed, timeout=10_000):
        page.key_button.click()
    qtbot.waitUntil(lambda: "Con el sello" in page.view.notice.text(), timeout=20_000)
    page.deeds.ask_folder = lambda: out
    page.deeds.ask_span = lambda _since, _until: (Period(2014, 12), Period(2015, 3))
    with qtbot.waitSignal(page.deeds.told, timeout=20_000) as told:
        page.view.constancia.click()
    assert "Sin boleta en enero 2015, febrero 2015." in told.args[0]
    with qtbot.waitSignal(page.deeds.told, timeout=20_000) as told:
        page.save_all.click()
    assert told.args == ["2 guardadas.", "good"]
    assert len(list(out.iterdir())) == 3


def test_a_changed_file_replaces_only_when_the_person_says_so(qtbot: QtBot, filled: Opened, tmp_path: Path) -> None:
    path = tmp_path / "planilla_2015_03.lis"
    path.write_bytes(month(year=2015, number=6))
    page = visit(qtbot, filled)
    asked: list[list[str]] = []
    page.deeds.ask_replace = lambda names: bool(asked.append(list(names)))
    with qtbot.waitSignal(page.importing.ended, timeout=20_000):
        page.import_files((path,))
    assert asked == [["planilla_2015_03.lis"]]
    page.deeds.ask_replace = lambda _names: True
    with qtbot.waitSignals([page.importing.ended, page.importing.ended], timeout=20_000):
        page.import_files((path,))
    qtbot.waitUntil(lambda: page.reading is not None and page.reading.rows[0].periodo == 201506, timeout=10_000)


def test_a_damaged_index_is_said_and_begun_anew(qtbot: QtBot, filled: Opened) -> None:
    page = visit(qtbot, filled)
    (filled.vault.directory / "lis.db").write_bytes(b"x" * 8_192)
    page.refresh()
    qtbot.waitUntil(lambda: "dañado" in page.banner.text, timeout=10_000)
    page.banner._act()
    qtbot.waitUntil(lambda: page.reading is not None and page.reading.counts.files == 0, timeout=10_000)


def test_everything_is_reached_by_keyboard_and_fits_at_200_percent(
    qtbot: QtBot, filled: Opened, grab: Grab, look: Theme
) -> None:
    look.apply(Look(Appearance.LIGHT, 200))
    page = visit(qtbot, filled, 1140, 640)
    grab(page, "lis-200-list", 1140, 640)
    assert page.panes.narrow
    look_for(qtbot, page, PEOPLE[0].dni)
    chosen(qtbot, page)
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.view.isVisible()
    grab(page, "lis-200-slip", 1140, 640)
    page.view.back.click()
    assert page.list.isVisible()


@pytest.mark.parametrize(
    ("roles", "shown"), [({"planillas"}, ["tray", "lis"]), ({"escalafon"}, ["tray", "lis"]), (set(), [])]
)
def test_only_an_office_has_the_page(filled: Opened, roles: set[str], shown: list[str]) -> None:
    nothing: Any = None
    keys = [entry.place.key for entry in entries(filled, nothing, nothing, nothing, roles=frozenset(roles))]
    assert [key for key in keys if key in {"tray", "lis"}] == shown


def test_the_paper_goes_to_the_printer_that_is_chosen(qtbot: QtBot, filled: Opened, tmp_path: Path) -> None:
    page = visit(qtbot, filled)
    look_for(qtbot, page, PEOPLE[1].dni)
    chosen(qtbot, page)
    target = tmp_path / "printed.pdf"

    def to_file(printer: QPrinter) -> bool:
        printer.setOutputFileName(str(target))
        return True

    page.deeds.ask_printer = to_file
    with qtbot.waitSignal(page.deeds.told, timeout=20_000) as told:
        page.view.print.click()
    assert told.args == ["La boleta se envió a la impresora.", "good"]
    assert target.read_bytes().startswith(b"%PDF")


def test_a_school_is_looked_for_and_the_report_is_there_at_any_time(
    qtbot: QtBot, filled: Opened, tmp_path: Path
) -> None:
    page = visit(qtbot, filled)
    assert page.reading is not None
    school = page.reading.rows[0].establecimiento
    page.filters.place.setText(school.lower())
    page.refresh()
    qtbot.waitUntil(lambda: page.reading is not None and bool(page.reading.asked.place), timeout=10_000)
    assert {row.establecimiento for row in page.list.model.rows} == {school}
    shown: list[ImportReport] = []
    page.deeds.show_report = shown.extend
    qtbot.mouseClick(page.report_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown) == 2, timeout=10_000)
    page.deeds.ask_table = lambda: tmp_path / "tabla"
    with qtbot.waitSignal(page.deeds.told, timeout=10_000):
        page.deeds.save_remarks(shown)
    assert len((tmp_path / "tabla.csv").read_text("utf-8-sig").splitlines()) == 3


def test_an_old_index_is_completed_with_one_step(qtbot: QtBot, tmp_path: Path, clock: StillClock, grab: Grab) -> None:
    from desktop.selftest import PASSWORD
    from storage.profile import open_profile
    from tests.lis.test_lis_places import OLD

    old = shutil.copytree(OLD, tmp_path / "0123456789abcdef")
    with open_profile(old, PASSWORD, now=clock.now()) as vault:
        opened = Opened(vault, Desk(vault), clock)
        page = visit(qtbot, opened)
        assert page.completing.link.isVisible()
        grab(page, "lis-completar", 1154, 690)
        page.completing.link.click()
        qtbot.waitUntil(lambda: "Índice completo" in page.banner.text, timeout=20_000)
        qtbot.waitUntil(lambda: page.reading is not None and not page.reading.counts.unplaced, timeout=10_000)
        assert page.completing.link.isHidden()
        assert page.take_button.isEnabled()
        opened.desk.close()
