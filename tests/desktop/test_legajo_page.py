"""Mi legajo over a real profile: read, found, opened, marked, refreshed by sync, and never on the UI thread."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.opened import Opened
from desktop.pages.legajo_page import LegajoPage
from desktop.tasks.desk import Desk
from desktop.theme import Appearance, Look, Theme
from desktop.widgets.legajo_sections import ENTRY_ROLE
from storage import drafts, legajo
from storage.cache import wanted_pdfs
from storage.profile import open_profile
from storage.records import Removal
from storage.request_records import RequestState
from tests.desktop.filling import PASSWORD, WHEN, make_vault
from tests.desktop.legajo_scenes import (
    ADDRESS,
    LEAVE,
    SANCTION,
    TITLE,
    TRAININGS,
    Way,
    Wishes,
    content,
    document,
    file_legajo,
    office_request,
    shelve_legajo,
    uuid,
)
from tests.desktop.scenes import StillClock
from tests.desktop.test_accessibility import controls, cut_labels

Guard = Callable[[], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shelve_legajo(tmp_path_factory.mktemp("legajo"))


@pytest.fixture
def shelf(shelved: Path, tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    directory = tmp_path / shelved.name
    shutil.copytree(shelved, directory)
    with open_profile(directory, PASSWORD, now=WHEN) as vault:
        opened = Opened(vault, Desk(vault), clock)
        yield opened
        opened.desk.close()


@pytest.fixture
def way() -> Way:
    return Way()


@pytest.fixture
def make(shelf: Opened, way: Way, qtbot: QtBot) -> Callable[[], LegajoPage]:
    """The page at 1100 pixels, read and shown."""

    def made() -> LegajoPage:
        page = LegajoPage(shelf, way)  # type: ignore[arg-type] # what the page asks of the exchange
        qtbot.addWidget(page)
        page.resize(1140, 720)
        page.show()
        qtbot.waitUntil(lambda: page.reading is not None)
        return page

    return made


def read_again(qtbot: QtBot, page: LegajoPage) -> None:
    before = page.reading
    page.refresh()
    qtbot.waitUntil(lambda: page.reading is not before)


def open_record(qtbot: QtBot, page: LegajoPage, record: str) -> None:
    page.open_record(record)
    qtbot.waitUntil(lambda: page.record is not None and page.record.shown.shown.id == record)


def words(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())


def listed(page: LegajoPage) -> list[str]:
    return [row.title for row in page.records.model.rows]


def test_ten_sections_with_counts_and_the_papers_at_the_end(make: Callable[[], LegajoPage]) -> None:
    page = make()
    shown = [page.sections.item(place).data(ENTRY_ROLE) for place in range(page.sections.count())]
    assert [(entry.title, entry.count) for entry in shown[:3]] == [
        ("I. Identificación", 2),
        ("II. Situación académica", 4),
        ("III. Ingreso o reingreso", 0),
    ]
    assert len(shown) == 11
    assert shown[-1].title == "Reporte de hoja de vida"
    assert listed(page) == ["ROSA ÁNGELA", "Jr. Ñauparí 120, Juliaca"]
    assert [row.tag.word for row in page.records.model.rows] == ["En su legajo", "En su legajo"]
    assert "Versión de su UGEL de hoy" in words(page)


def test_wishes_lie_over_facts_with_their_state_and_number(make: Callable[[], LegajoPage], shelf: Opened) -> None:
    with shelf.vault.outbox() as db:
        drafts.new_draft(db, uuid(900), content(), WHEN)
        drafts.queue(db, uuid(900), content(), WHEN)
    with shelf.vault.cache() as db:
        asked = content(section="II", kind="titulo_profesional", record=TITLE.id, base=TITLE, documents=TITLE.documents,
                        fields={**TITLE.fields, "anio_fin": "2013"})  # fmt: skip
        file_legajo(db, [office_request(4182, RequestState.FILED, asked)], "2")
    page = make()
    moved = page.records.model.rows[1]
    assert (moved.title, moved.tag.word, moved.code) == ("Av. El Sol 45, Juliaca", "En cola", "Sin código (1)")
    assert "todavía no llegó a la UGEL" in words(page)
    page.sections.choose("II")
    title = page.records.model.rows[0]
    assert (title.tag.word, title.code) == ("En solicitud", "SOL-2026-004182")


def test_a_record_opened_prints_every_field_and_its_documents(make: Callable[[], LegajoPage], qtbot: QtBot) -> None:
    page = make()
    open_record(qtbot, page, TITLE.id)
    assert page.sections.current == "II"
    assert page.detail is not None
    told = {line.label: line.value for line in page.detail.lines}
    assert told["Situación académica"] == "Titulado/a" or told["Situación académica"].startswith("Titulad")
    assert told["Fecha de expedición del título"] == "20/12/2013"
    assert len(told) == len(TITLE.fields)
    assert page.view.documents.lines[0].title == "Resolución · RD N° 1234-2013-UGEL-SR"
    assert "todavía no está en esta computadora" in words(page)
    assert "Registrado el 10/02/2014" in words(page)


def test_a_document_that_is_not_here_is_asked_for(
    make: Callable[[], LegajoPage], shelf: Opened, qtbot: QtBot, way: Way
) -> None:
    page = make()
    open_record(qtbot, page, TITLE.id)
    page.view.documents.view_wanted.emit(document().sha256)
    qtbot.waitUntil(lambda: "llegará con la próxima conexión" in page.banner.text)
    with shelf.vault.cache() as db:
        assert document().sha256 in {wanted.sha256 for wanted in wanted_pdfs(db)}


def test_a_search_looks_into_every_value_without_tildes(make: Callable[[], LegajoPage], qtbot: QtBot) -> None:
    page = make()
    qtbot.keyClicks(page.search, "algebra")
    qtbot.waitUntil(lambda: listed(page) == ["Álgebra"])
    assert page.sections.current == ""
    assert "1 registro coincide" in words(page)
    page.search.clear()
    qtbot.keyClicks(page.search, "mil")
    qtbot.waitUntil(lambda: page.records.empty_title == "Nada coincide con «mil»")
    page.search.clear()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert listed(page) == ["ROSA ÁNGELA", "Jr. Ñauparí 120, Juliaca"]


def test_a_section_that_only_the_office_writes_says_so(make: Callable[[], LegajoPage], qtbot: QtBot) -> None:
    page = make()
    page.sections.choose("VIII")
    assert not page.records.new_button.isVisible()
    assert "solo la registra la UGEL" in words(page)
    open_record(qtbot, page, SANCTION.id)
    qtbot.waitUntil(page.view.isVisible)
    assert not page.view.change.isVisible()
    assert not page.view.remove.isVisible()
    assert "reclamo por mesa de partes" in words(page)


def test_an_empty_section_says_what_goes_there(make: Callable[[], LegajoPage]) -> None:
    page = make()
    page.sections.choose("VI")
    assert page.records.empty_title == "No hay registros en esta sección"
    assert "cese, CTS y pensión" in words(page)
    assert page.records.new_button.isVisible()


def test_what_the_office_changed_is_marked_until_it_was_seen(
    make: Callable[[], LegajoPage], shelf: Opened, qtbot: QtBot
) -> None:
    page = make()
    with shelf.vault.cache() as db:
        file_legajo(db, [replace(LEAVE, version=2, updated=date(2026, 11, 20))], "2")
    read_again(qtbot, page)
    page.sections.choose("IX")
    assert page.records.model.rows[0].tag.word == "Cambió en su UGEL"
    assert "1 novedad de la UGEL" in words(page)
    open_record(qtbot, page, LEAVE.id)
    assert page.detail is not None
    assert page.detail.tag.word == "Cambió en su UGEL"  # still, while it is read
    page.back_to_list()
    qtbot.waitUntil(lambda: page.records.model.rows[0].tag.word == "En su legajo")


def test_after_six_months_the_person_is_asked_whether_the_data_are_right(
    make: Callable[[], LegajoPage], shelf: Opened, qtbot: QtBot, clock: StillClock
) -> None:
    assert not make().look.isVisible()
    clock.at += timedelta(days=200)
    page = make()
    assert page.look.isVisible()
    assert "¿Son correctos sus datos?" in page.look.words.text()
    assert "hace 7 meses" in page.look.words.text()
    qtbot.mouseClick(page.look.yes, Qt.MouseButton.LeftButton)
    with shelf.vault.cache() as db:
        qtbot.waitUntil(lambda: legajo.last_look(db) == clock.now())
    read_again(qtbot, page)
    assert not page.look.isVisible()


def test_the_keys_alone_open_and_close_a_record_and_go_to_the_search(
    make: Callable[[], LegajoPage], qtbot: QtBot
) -> None:
    page = make()
    page.records.table.setFocus()
    qtbot.keyClick(page.records.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.records.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.view.isVisible)
    assert page.view.title.text() == "Jr. Ñauparí 120, Juliaca"
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.records.isVisible()
    assert page.records.table.currentIndex().row() == 1
    qtbot.keyClick(page.sections, Qt.Key.Key_End)
    assert page.papers.isVisible()


def test_another_page_leads_to_a_record(make: Callable[[], LegajoPage], qtbot: QtBot) -> None:
    page = make()
    page.open_item(f"record:{TRAININGS[1].id}")
    qtbot.waitUntil(page.view.isVisible)
    assert page.view.title.text() == TRAININGS[1].fields["materia"]
    page.open_item(f"draft:{uuid(999)}")
    qtbot.waitUntil(lambda: "ya no está aquí" in page.banner.text)


def test_a_record_that_the_office_takes_out_while_it_is_open_leaves_the_list(
    make: Callable[[], LegajoPage], shelf: Opened, qtbot: QtBot
) -> None:
    page = make()
    open_record(qtbot, page, ADDRESS.id)
    with shelf.vault.cache() as db:
        file_legajo(db, [Removal("legajo_record", ADDRESS.id)], "2")
    read_again(qtbot, page)
    qtbot.waitUntil(page.records.isVisible)
    assert listed(page) == ["ROSA ÁNGELA"]


def test_before_the_first_exchange_the_page_leads_to_sync(
    tmp_path: Path, clock: StillClock, way: Way, qtbot: QtBot
) -> None:
    with make_vault(tmp_path / "new") as vault:
        opened = Opened(vault, Desk(vault), clock)
        page = LegajoPage(opened, way)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.show()
        wishes = Wishes()
        page.wants.connect(wishes.note)
        qtbot.waitUntil(lambda: page.reading is not None)
        assert page.records.empty_title == "Su legajo todavía no está en esta computadora"
        assert not page.records.new_button.isVisible()
        page._act_on_empty()
        assert wishes.to == [("sync", "")]
        opened.desk.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_nuevo_offers_the_forms_that_the_section_has_room_for(make: Callable[[], LegajoPage], qtbot: QtBot) -> None:
    page = make()
    qtbot.mouseClick(page.records.new_button, Qt.MouseButton.LeftButton)
    menu = page.findChild(QMenu)
    assert menu is not None
    names = [action.text() for action in menu.actions()]
    assert "Familiar" in names
    assert "Datos personales" not in names  # one has them once
    menu.close()


def test_the_ui_thread_does_no_work(
    make: Callable[[], LegajoPage], ui_thread_guard: Guard, qtbot: QtBot, clock: StillClock
) -> None:
    page = make()
    with ui_thread_guard():
        read_again(qtbot, page)
        open_record(qtbot, page, ADDRESS.id)
        page.deeds.change()
        qtbot.waitUntil(page.editor.isVisible)
        assert page.editor.form is not None
        field = page.editor.form.fields["domicilio"]
        qtbot.keyClicks(field.editor.target, " Mz. A")
        qtbot.waitUntil(lambda: page.editing.keeper is not None and page.editing.keeper.at_rest)
        page.editing.leave()
        qtbot.waitUntil(page.view.isVisible)


@pytest.mark.parametrize(
    ("appearance", "text_size", "size"),
    [(Appearance.LIGHT, 100, (1140, 720)), (Appearance.DARK, 200, (1040, 700)), (Appearance.LIGHT, 200, (1040, 700))],
)
def test_nothing_is_cut(
    appearance: Appearance, text_size: int, size: tuple[int, int], make: Callable[[], LegajoPage], look: Theme,
    qtbot: QtBot, grab: Callable[..., Path],
) -> None:  # fmt: skip
    look.apply(Look(appearance, text_size))
    page = make()
    name = f"{appearance}-{text_size}"
    grab(page, f"legajo-{name}", *size)
    assert cut_labels(page) == []
    open_record(qtbot, page, TITLE.id)
    page.panes.open()
    grab(page, f"legajo-registro-{name}", *size)
    assert cut_labels(page) == []
    page.deeds.change()
    qtbot.waitUntil(page.editor.isVisible)
    grab(page, f"legajo-editor-{name}", *size)
    QApplication.processEvents()
    assert cut_labels(page) == []
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    assert [area.horizontalScrollBar().maximum() for area in areas] == [0] * len(areas)


def test_every_control_has_a_name_for_screen_readers(make: Callable[[], LegajoPage], qtbot: QtBot) -> None:
    page = make()
    open_record(qtbot, page, TITLE.id)
    page.deeds.change()
    page.show_papers()
    nameless = [
        f"{type(widget).__name__} {widget.parentWidget()}"
        for widget in controls(page)
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []
    small = [
        f"{type(widget).__name__} «{widget.accessibleName()}» {widget.sizeHint().height()}"
        for widget in controls(page)
        if isinstance(widget, (QAbstractButton, QComboBox, QLineEdit))
        and widget.sizeHint().height() < 32
        and not isinstance(widget.parentWidget(), QLineEdit)
    ]
    assert small == []
