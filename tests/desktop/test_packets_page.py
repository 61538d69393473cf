"""Paquetes on a real profile: a pasted list corrected, a recipe changed and kept, a job stopped, gone on with, told."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.opened import Opened
from desktop.pages.packets_page import PacketsPage
from desktop.tasks.desk import Desk
from desktop.theme import Appearance, Look, Theme
from desktop.widgets.packet_maker import RECIPE, TARGET
from desktop.windows.pages import entries
from documents.batch.recipe import Arrangement, Part
from documents.people.records import Fate
from storage.lis_import import Importer
from tests.desktop.filling import make_vault
from tests.desktop.scenes import StillClock
from tests.lis.files import PEOPLE, month

Grab = Callable[..., Path]
Guard = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def opened(tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    with make_vault(tmp_path / "profiles") as vault:
        made = Opened(vault, Desk(vault), clock)
        yield made
        made.desk.close()


@pytest.fixture
def filled(opened: Opened, tmp_path: Path) -> Opened:
    with opened.vault.lis() as db:
        path = tmp_path / "planilla.lis"
        path.write_bytes(month())
        Importer(db).take(path, at=opened.clock.now())
    return opened


def visit(qtbot: QtBot, opened: Opened, width: int = 1154, height: int = 690) -> PacketsPage:
    page = PacketsPage(opened)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitUntil(lambda: page.jobs is not None, timeout=10_000)
    return page


def begin(qtbot: QtBot, page: PacketsPage) -> None:
    page.new_button.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.maker, timeout=10_000)


def paste(qtbot: QtBot, page: PacketsPage, text: str) -> None:
    page.maker.people.paste.put(text)
    with qtbot.waitSignal(page.maker.people.changed, timeout=10_000):
        page.maker.people.read.click()


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def march(page: PacketsPage) -> None:
    """The recipe of the one month there is."""
    page.maker.recipe.since.put("2015-03")
    page.maker.recipe.until.put("2015-03")
    page.maker.recipe.name.put("Boletas de marzo")


def test_an_empty_page_says_what_it_is_for(qtbot: QtBot, opened: Opened, grab: Grab) -> None:
    page = visit(qtbot, opened)
    assert "Todavía no armó ningún paquete" in words(page)
    assert not opened.vault.has_office()
    grab(page, "packets-empty", 1154, 690)


def test_from_a_pasted_list_to_packets_and_what_is_missing(
    qtbot: QtBot, filled: Opened, grab: Grab, tmp_path: Path, ui_thread_guard: Guard
) -> None:
    page = visit(qtbot, filled)
    begin(qtbot, page)
    grab(page, "packets-people-source", 1154, 690)
    first, second = PEOPLE[0], PEOPLE[1]
    rows = ["DNI\tApellidos y nombres", f"{first.dni}\t{first.paterno}", f"{second.dni}\tFLORES INEXISTENTE PEDRO",
            "\tNADIE CON ESTE NOMBRE", f"{first.dni}\t", "40000001\tNUEVA PEREZ LUISA"]  # fmt: skip
    with ui_thread_guard():
        paste(qtbot, page, "\n".join(rows))
    people = page.maker.people
    assert people.listed is not None
    told = [Fate.FOUND, Fate.NAMES_DIFFER, Fate.NOBODY, Fate.REPEATED, Fate.NOT_KNOWN]
    assert [line.fate for line in people.listed.lines] == told
    assert people.list.current is not None
    assert people.list.current.fate is Fate.NOBODY
    grab(page, "packets-people-list", 1154, 690)
    page.maker.next.click()
    assert "Diga quién es" in page.maker.banner.text
    people.dni.put("123")
    people.apply.click()
    assert people.dni.below == "Un DNI tiene 8 cifras."
    people.dni.put(PEOPLE[2].dni)
    people.apply.click()
    assert not people.listed.open_lines
    page.maker.next.click()
    assert page.maker.step == RECIPE
    march(page)
    grab(page, "packets-recipe", 1154, 690)
    page.maker.recipe.until.put("2014-01")
    page.maker.next.click()
    assert "va después del primero" in page.maker.recipe.until.below
    page.maker.recipe.until.put("2015-03")
    page.maker.next.click()
    assert page.maker.step == TARGET
    out = tmp_path / "salida"
    out.mkdir()
    page.maker.next.click()
    assert "Elija la carpeta" in page.maker.banner.text
    page.deeds.ask_folder = lambda _title: out
    page.maker.target.choose.click()
    grab(page, "packets-target", 1154, 690)
    with qtbot.waitSignal(page.running.ended, timeout=60_000), ui_thread_guard():
        page.maker.next.click()
    qtbot.waitUntil(lambda: page.view.reading is not None, timeout=10_000)
    assert page.banner.text.startswith("Terminado: Boletas de marzo. 4 de 4 personas listas. A 1 le falta algo")
    assert len(list(out.glob("*.pdf"))) == 3
    qtbot.waitUntil(lambda: len(page.view.lacking.model.rows) == 1, timeout=10_000)
    assert page.view.lacking.model.rows[0].doc_numero == "40000001"
    grab(page, "packets-done", 1154, 690)
    open_what_was_made(qtbot, page, out)


def open_what_was_made(qtbot: QtBot, page: PacketsPage, out: Path) -> None:
    """The folder, and the report as a workbook."""
    shown: list[Path] = []
    page.deeds.show_folder = shown.append
    page.view.folder.click()
    assert shown == [out]
    page.deeds.ask_report = lambda suggested: suggested.with_suffix(".xlsx")
    with qtbot.waitSignal(page.deeds.told, timeout=20_000):
        page.view.report.click()
    sheet = openpyxl.load_workbook(out / "Informe_Boletas_de_marzo.xlsx").active
    assert sheet is not None
    assert sheet.max_row == 5


def test_a_stopped_job_goes_on_and_says_that_it_can(qtbot: QtBot, filled: Opened, tmp_path: Path, grab: Grab) -> None:
    page = visit(qtbot, filled)
    begin(qtbot, page)
    paste(qtbot, page, "\n".join(who.dni for who in PEOPLE[:12]))
    page.maker.next.click()
    march(page)
    page.maker.next.click()
    page.maker.target.show_folder(tmp_path)
    page.running.moved.connect(lambda step: page.progress.cancel.click() if step.done >= 2 else None)
    with qtbot.waitSignal(page.running.ended, timeout=60_000) as ended:
        page.maker.next.click()
    assert ended.args[0].ended_at is None
    qtbot.waitUntil(lambda: page.view.reading is not None and page.view.go_on.isVisible(), timeout=10_000)
    assert "Puede continuar cuando quiera: lo hecho no se repite." in words(page.view)
    grab(page, "packets-stopped", 1154, 690)
    page.running.moved.disconnect()
    with qtbot.waitSignal(page.running.ended, timeout=60_000) as ended:
        page.view.go_on.click()
    assert ended.args[0].settled == 12
    assert len(list(tmp_path.glob("9*.pdf"))) == 12


def test_recipes_and_groups_are_kept_and_chosen_again(qtbot: QtBot, filled: Opened) -> None:
    page = visit(qtbot, filled)
    begin(qtbot, page)
    paste(qtbot, page, f"{PEOPLE[0].dni}\n{PEOPLE[1].dni}")
    page.lists.ask_name = lambda _title, _now: "Cesantes"
    with qtbot.waitSignal(page.lists.kept, timeout=10_000):
        page.maker.people.keep.click()
    page.maker.next.click()
    march(page)
    page.maker.recipe.parts[Part.HOJA_DE_VIDA].setChecked(True)
    page.maker.recipe.arrangement.put(Arrangement.FOLDERS.value)
    page.maker.recipe.months[3].setChecked(True)
    with qtbot.waitSignal(page.deeds.kept, timeout=10_000):
        page.maker.recipe.save.click()
    qtbot.waitUntil(lambda: page.maker.recipe.choice.text == "Boletas de marzo", timeout=10_000)
    assert page.maker.recipe.drop.isEnabled()
    assert page.maker.recipe.arrangement.text == Arrangement.FOLDERS.value
    page.maker.leave.click()
    begin(qtbot, page)
    groups = page.maker.people.groups
    groups.put("g:Cesantes")
    groups.chosen.emit("g:Cesantes")
    assert page.maker.people.listed is not None
    assert [each.doc_numero for each in page.maker.people.listed.people] == [PEOPLE[0].dni, PEOPLE[1].dni]
    with qtbot.waitSignal(page.deeds.kept, timeout=10_000):
        page.maker.recipe.drop.click()


def test_a_file_that_is_no_list_is_told_where_it_was_chosen(qtbot: QtBot, filled: Opened, tmp_path: Path) -> None:
    page = visit(qtbot, filled)
    begin(qtbot, page)
    path = tmp_path / "lista.pdf"
    path.write_bytes(b"%PDF-1.7")
    page.lists.ask_list = lambda: path
    page.maker.people.open_file.click()
    qtbot.waitUntil(lambda: "Es un PDF" in page.maker.people.paste.below, timeout=20_000)
    page.lists.ask_columns = lambda _table, _columns: None
    page.maker.people.paste.put("a;b1\nc;d2")
    page.maker.people.read.click()
    qtbot.waitUntil(lambda: "No se reconoce ninguna columna" in page.maker.people.paste.below, timeout=20_000)


def test_everything_fits_at_200_percent_and_is_reached_by_keyboard(
    qtbot: QtBot, filled: Opened, grab: Grab, look: Theme
) -> None:
    look.apply(Look(Appearance.LIGHT, 200))
    page = visit(qtbot, filled, 1140, 640)
    QTest.keyClick(page.new_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.maker, timeout=10_000)
    grab(page, "packets-200-source", 1140, 640)
    paste(qtbot, page, f"{PEOPLE[0].dni}\nnadie conocido")
    grab(page, "packets-200-list", 1140, 640)
    page.maker.people.leave_out.click()
    page.maker.next.click()
    march(page)
    grab(page, "packets-200-recipe", 1140, 640)
    page.maker.next.click()
    grab(page, "packets-200-target", 1140, 640)
    assert page.minimumSizeHint().width() <= 1140
    assert page.minimumSizeHint().height() <= 640


@pytest.mark.parametrize("roles", [{"planillas"}, {"escalafon"}, set()])
def test_only_an_office_has_the_page(filled: Opened, roles: set[str]) -> None:
    nothing: Any = None
    keys = [entry.place.key for entry in entries(filled, nothing, nothing, nothing, roles=frozenset(roles))]
    assert ("packets" in keys) == bool(roles)
