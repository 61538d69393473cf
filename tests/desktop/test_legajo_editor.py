"""Asking for a change: written, kept, judged, confirmed, queued, mended, thrown away. Over a real outbox on disk."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.sustento import SustentoDialog
from desktop.opened import Opened
from desktop.pages.legajo_page import LegajoPage
from desktop.presenters.status import Connection
from desktop.tasks.desk import Desk
from desktop.widgets.dialogs import Dialog
from desktop.widgets.legajo_collision import MINE, CollisionBox
from desktop.widgets.reading_order import ReadingWindow
from desktop.widgets.record_form_editors import with_separators
from desktop.widgets.record_form_field import FormField
from storage import attachments, drafts, outbox
from storage.profile import open_profile
from storage.records import Removal
from storage.request_records import RequestAction, RequestState
from tests.desktop.filling import PASSWORD, WHEN
from tests.desktop.legajo_scenes import (
    ADDRESS,
    PERSONAL,
    TITLE,
    TRAININGS,
    Way,
    Wishes,
    content,
    document,
    file_legajo,
    office_request,
    own_drafts,
    paper_pdf,
    shelve_legajo,
    uuid,
)
from tests.desktop.scenes import StillClock
from tests.desktop.test_accessibility import cut_labels


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


@dataclass
class Answers:
    """What the person answers, and what was shown."""

    yes: bool = True
    boxes: list[Dialog] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    choose: Callable[[CollisionBox], None] = lambda _box: None

    def box(self, box: Dialog) -> bool:
        self.boxes.append(box)
        if isinstance(box, CollisionBox):
            self.choose(box)
        return self.yes

    def question(self, _parent: Any, question: str, *_words: str, **_options: Any) -> bool:
        self.questions.append(question)
        return self.yes

    @property
    def told(self) -> str:
        return "\n".join(label.text() for label in self.boxes[-1].findChildren(QLabel))


@pytest.fixture
def way() -> Way:
    return Way()


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def page(shelf: Opened, way: Way, answers: Answers, qtbot: QtBot) -> LegajoPage:
    made = LegajoPage(shelf, way)  # type: ignore[arg-type] # what the page asks of the exchange
    made.editing.ask_box = answers.box
    made.editing.ask_question = answers.question
    qtbot.addWidget(made)
    made.resize(1140, 720)
    made.show()
    qtbot.waitUntil(lambda: made.reading is not None)
    return made


def change(qtbot: QtBot, page: LegajoPage, record: str) -> None:
    """Open a record and press its button."""
    page.open_record(record)
    qtbot.waitUntil(lambda: page.record is not None and page.record.shown.shown.id == record and page.view.isVisible())
    qtbot.mouseClick(page.view.change, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.editor.isVisible)


def begin(page: LegajoPage, kind: str) -> None:
    assert page.reading is not None
    found = page.reading.catalogue.kind(kind)
    assert found is not None
    page.deeds.begin_new(found)


def at(page: LegajoPage, code: str) -> FormField:
    assert page.editor.form is not None
    return page.editor.form.fields[code]


def type_into(qtbot: QtBot, target: QWidget, text: str) -> None:
    """Letter by letter; QTest knows only the keys of ASCII, so other letters come as the keyboard driver sends them."""
    for letter in text:
        if letter.isascii():
            qtbot.keyClicks(target, letter)
        else:
            no_key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(target, no_key)


def write(qtbot: QtBot, page: LegajoPage, code: str, text: str, *, leave: bool = True) -> FormField:
    """Type over what stands in a field, and go on."""
    one = at(page, code)
    one.editor.target.setFocus()
    one.editor.target.selectAll()  # type: ignore[attr-defined] # a line
    qtbot.keyClick(one.editor.target, Qt.Key.Key_Delete)
    type_into(qtbot, one.editor.target, text)
    if leave:
        page.editor.send.setFocus()
    return one


def kept(qtbot: QtBot, page: LegajoPage) -> None:
    keeper = page.editing.keeper
    assert keeper is not None
    qtbot.waitUntil(lambda: keeper.at_rest and keeper.begun)


def back(qtbot: QtBot, page: LegajoPage) -> None:
    qtbot.waitUntil(lambda: not page.editing.running and not page.editor.isVisible())


# --- the form ---------------------------------------------------------------------------------------------------------


def test_every_form_of_the_catalogue_gets_an_editor_for_every_field(page: LegajoPage) -> None:
    assert page.reading is not None
    for kind in page.reading.catalogue.kinds():
        page.deeds.begin_new(kind)
        assert page.editor.form is not None
        assert list(page.editor.form.fields) == [rule.code for rule in kind.fields]
        for rule in kind.fields:
            assert at(page, rule.code).editor.target.accessibleDescription() or rule.kind.value == "si_no"


def test_a_field_says_what_is_wrong_when_it_is_left_and_not_before(page: LegajoPage, qtbot: QtBot) -> None:
    change(qtbot, page, ADDRESS.id)
    one = write(qtbot, page, "telefono_celular", "12345", leave=False)
    assert not one.complains
    page.editor.send.setFocus()
    assert one.complains
    assert one.below == "El celular tiene 9 números y empieza con 9. Escríbalo así: 999000111."
    assert one.editor.target.accessibleDescription() == one.below
    qtbot.keyClicks(one.editor.target, "6")
    assert not one.complains


def test_a_date_is_typed_as_digits_or_words_and_stands_as_day_month_year(page: LegajoPage, qtbot: QtBot) -> None:
    begin(page, "merito")
    assert write(qtbot, page, "fecha", "09032024").editor.value == "09/03/2024"
    assert write(qtbot, page, "fecha", "9 de marzo de 2024").editor.value == "09/03/2024"
    assert page.editor.content is not None
    assert page.editor.content.fields["fecha"] == "2024-03-09"
    assert write(qtbot, page, "fecha", "9/3/2024").editor.value == "09/03/2024"
    assert "No se entiende la fecha" in write(qtbot, page, "fecha", "ayer").below
    assert page.editor.content.fields["fecha"] == "ayer"  # what cannot be read is kept as it was typed


@pytest.mark.parametrize(
    ("typed", "stands"),
    [("1", "1"), ("120", "12/0"), ("12/032", "12/03/2"), ("12/", "12/"), ("9/3/2024", "9/3/2024"), ("9 de m", "9 de m"),
     ("31122026", "31/12/2026"), ("", ""), ("3112202699", "31/12/202699")],
)  # fmt: skip
def test_separators_come_by_themselves_and_never_move_those_of_the_person(typed: str, stands: str) -> None:
    assert with_separators(typed, "99/99/9999") == stands


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_calendar_takes_a_day(page: LegajoPage, qtbot: QtBot) -> None:
    begin(page, "merito")
    editor: Any = write(qtbot, page, "fecha", "09/03/2024").editor
    editor.target.setFocus()
    qtbot.keyClick(editor.target, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.calendar.selectedDate().toString("yyyy-MM-dd") == "2024-03-09"
    editor.calendar.activated.emit(editor.calendar.selectedDate().addDays(2))
    assert editor.value == "11/03/2024"
    assert page.editor.content is not None
    assert page.editor.content.fields["fecha"] == "2024-03-11"


def test_masks_and_money_are_written_in_their_form(page: LegajoPage, qtbot: QtBot) -> None:
    begin(page, "asignacion")
    assert write(qtbot, page, "tiempo_servicio", "250600").editor.value == "25-06-00"
    assert write(qtbot, page, "importe", "S/ 7001,4").editor.value == "7,001.40"
    assert page.editor.content is not None
    assert page.editor.content.fields["importe"] == "7001.40"


def test_fields_are_asked_only_when_they_belong(page: LegajoPage, qtbot: QtBot) -> None:
    change(qtbot, page, PERSONAL.id)
    assert not at(page, "tipo_discapacidad").isVisible()
    qtbot.mouseClick(at(page, "discapacidad").editor.buttons["si"], Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    qtbot.waitUntil(at(page, "tipo_discapacidad").isVisible)
    assert at(page, "tipo_discapacidad").title.text() == "Tipo de discapacidad"
    assert at(page, "grupo_sanguineo").title.text() == "Grupo sanguíneo (opcional)"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_long_list_is_searched_without_tildes(page: LegajoPage, qtbot: QtBot) -> None:
    begin(page, "licencia")
    editor: Any = at(page, "tipo").editor
    completer = editor.line.completer()
    completer.setCompletionPrefix("nada de esto")
    assert completer.completionCount() == 0
    completer.setCompletionPrefix("CAPACITACION")
    found = {completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())}
    assert found
    assert all("apacitación" in text for text in found)
    word = min(found)
    write(qtbot, page, "tipo", word.upper())
    assert editor.line.text() == word
    assert write(qtbot, page, "tipo", "lo que sea").below == "Elija una opción de la lista."


def test_a_place_is_begun_by_its_department(page: LegajoPage, qtbot: QtBot) -> None:
    change(qtbot, page, ADDRESS.id)
    editor: Any = at(page, "ubigeo").editor
    assert editor.department.currentText() == "Puno"
    editor.department.setCurrentText("Cusco")
    editor.department.activated.emit(editor.department.currentIndex())
    assert editor.value == "08"
    qtbot.keyClicks(editor.line, "0101")
    assert editor.value == "080101"


def test_tab_goes_through_the_form_then_to_the_papers_and_the_foot(page: LegajoPage, qtbot: QtBot) -> None:
    window = ReadingWindow()
    QVBoxLayout(window).addWidget(page)
    qtbot.addWidget(window)
    window.show()
    change(qtbot, page, ADDRESS.id)
    page.editor.back.setFocus()
    stops: list[str] = []
    while page.editor.send is not QApplication.focusWidget() and len(stops) < 30:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget().accessibleName())
    assert stops == [
        "Domicilio", "Ubigeo del domicilio: departamento", "Ubigeo del domicilio", "Teléfono celular", "Teléfono fijo",
        "Correo electrónico", "Agregar documento…", "Nota para quien lo atiende (opcional)", "Descartar borrador",
        "Guardar", "Enviar solicitud",
    ]  # fmt: skip
    page.setParent(None)  # it was there before the window


# --- kept -------------------------------------------------------------------------------------------------------------


def test_opening_the_form_and_writing_nothing_makes_no_draft(page: LegajoPage, qtbot: QtBot, shelf: Opened) -> None:
    change(qtbot, page, ADDRESS.id)
    qtbot.keyClick(page.editor, Qt.Key.Key_Escape)
    back(qtbot, page)
    assert own_drafts(shelf.vault) == ()


def test_what_was_typed_is_on_disk_when_typing_stops_and_survives_a_crash(
    page: LegajoPage, qtbot: QtBot, shelf: Opened, tmp_path: Path
) -> None:
    change(qtbot, page, ADDRESS.id)
    write(qtbot, page, "domicilio", "Av. El Sol 45, Ñuñoa", leave=False)
    assert page.editor.state.text() == "Guardando…"
    kept(qtbot, page)
    assert page.editor.state.text().startswith("Borrador guardado en esta computadora")
    crashed = tmp_path / "crashed"
    shutil.copytree(shelf.vault.directory, crashed)  # the disk as it is this moment, nothing closed
    with open_profile(crashed, PASSWORD, now=WHEN) as vault:
        (draft,) = own_drafts(vault)
        assert draft.state is RequestState.DRAFT
        assert draft.content.fields["domicilio"] == "Av. El Sol 45, Ñuñoa"
        assert draft.content.base == ADDRESS


def test_many_changes_in_a_row_end_with_the_last_one(page: LegajoPage, qtbot: QtBot, shelf: Opened) -> None:
    change(qtbot, page, ADDRESS.id)
    for number in range(8):
        write(qtbot, page, "domicilio", f"Jr. Uno {number}", leave=False)
        page.editing.flush()
    kept(qtbot, page)
    (draft,) = own_drafts(shelf.vault)
    assert draft.content.fields["domicilio"] == "Jr. Uno 7"
    assert draft.number == 1


def test_the_last_half_second_before_the_profile_closes_is_kept(page: LegajoPage, qtbot: QtBot, shelf: Opened) -> None:
    change(qtbot, page, ADDRESS.id)
    write(qtbot, page, "domicilio", "Jr. Dos 2", leave=False)
    assert own_drafts(shelf.vault) == ()
    shelf.desk.close()
    (draft,) = own_drafts(shelf.vault)
    assert draft.content.fields["domicilio"] == "Jr. Dos 2"


def test_guardar_keeps_what_is_wrong_and_enviar_does_not_let_it_leave(
    page: LegajoPage, qtbot: QtBot, shelf: Opened, answers: Answers
) -> None:
    change(qtbot, page, ADDRESS.id)
    write(qtbot, page, "correo", "rosa")
    qtbot.mouseClick(page.editor.send, Qt.MouseButton.LeftButton)
    assert answers.boxes == []
    assert page.editor.state.text().startswith("Falta corregir 1 dato")
    assert at(page, "correo").editor.target.hasFocus()
    qtbot.mouseClick(page.editor.save, Qt.MouseButton.LeftButton)
    back(qtbot, page)
    (draft,) = own_drafts(shelf.vault)
    assert draft.content.fields["correo"] == "rosa"
    qtbot.waitUntil(lambda: page.record is not None and page.record.shown.wish is not None)
    assert page.view.change.text() == "Seguir con el borrador"
    qtbot.mouseClick(page.view.change, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.editor.isVisible)
    assert at(page, "correo").editor.value == "rosa"


def test_escape_goes_back_and_loses_nothing(page: LegajoPage, qtbot: QtBot, shelf: Opened) -> None:
    change(qtbot, page, ADDRESS.id)
    one = write(qtbot, page, "domicilio", "Jr. Tres 3", leave=False)
    qtbot.keyClick(one.editor.target, Qt.Key.Key_Escape)
    back(qtbot, page)
    assert own_drafts(shelf.vault)[0].content.fields["domicilio"] == "Jr. Tres 3"


def test_going_elsewhere_with_an_open_editor_keeps_it_first(page: LegajoPage, qtbot: QtBot, shelf: Opened) -> None:
    with shelf.vault.outbox() as db:
        fields = {**TRAININGS[0].fields, "horas_lectivas": "200"}
        other = content(section="II", kind="capacitacion", record=TRAININGS[0].id, base=TRAININGS[0], fields=fields)
        drafts.new_draft(db, uuid(901), other, WHEN)
    change(qtbot, page, ADDRESS.id)
    write(qtbot, page, "domicilio", "Jr. Cinco 5", leave=False)
    page.open_item(f"draft:{uuid(901)}")
    qtbot.waitUntil(lambda: page.editor.form is not None and "horas_lectivas" in page.editor.form.fields)
    assert page.editor.isVisible()
    assert page.editing.keeper is not None
    assert page.editing.keeper.uuid == uuid(901)
    assert {one.content.fields.get("domicilio") for one in own_drafts(shelf.vault)} == {None, "Jr. Cinco 5"}


def test_a_draft_is_thrown_away_only_after_asking(
    page: LegajoPage, qtbot: QtBot, shelf: Opened, answers: Answers
) -> None:
    change(qtbot, page, ADDRESS.id)
    write(qtbot, page, "domicilio", "Jr. Cuatro 4")
    kept(qtbot, page)
    answers.yes = False
    qtbot.mouseClick(page.editor.discard, Qt.MouseButton.LeftButton)
    assert answers.questions == ["¿Descartar este borrador?"]
    assert page.editor.isVisible()
    answers.yes = True
    qtbot.mouseClick(page.editor.discard, Qt.MouseButton.LeftButton)
    back(qtbot, page)
    assert own_drafts(shelf.vault) == ()
    assert "Borrador descartado" in page.banner.text


# --- sent -------------------------------------------------------------------------------------------------------------


def test_enviar_shows_before_and_after_and_queues_on_disk_before_it_says_so(
    page: LegajoPage, qtbot: QtBot, shelf: Opened, answers: Answers, way: Way
) -> None:
    change(qtbot, page, ADDRESS.id)
    write(qtbot, page, "domicilio", "Av. El Sol 45")
    answers.yes = False
    qtbot.mouseClick(page.editor.send, Qt.MouseButton.LeftButton)
    assert "Jr. Ñauparí 120, Juliaca" in answers.told
    assert "Av. El Sol 45" in answers.told
    assert "Ninguno. Puede presentarlos después" in answers.told
    assert page.editor.isVisible()
    answers.yes = True
    qtbot.mouseClick(page.editor.send, Qt.MouseButton.LeftButton)
    back(qtbot, page)
    (own,) = own_drafts(shelf.vault)
    assert own.state is RequestState.READY
    assert own.content.fields == {**ADDRESS.fields, "domicilio": "Av. El Sol 45"}
    assert page.banner.text.startswith("En cola, todavía sin código.")
    assert "Saldrá sola cuando haya conexión" in page.banner.text
    assert way.asked == ["count"]  # without a connection nothing is tried
    qtbot.waitUntil(lambda: page.detail is not None and page.detail.tag.word == "En cola")
    assert not page.view.change.isVisible()


def test_with_a_connection_it_leaves_at_once_and_the_code_is_told_when_it_comes(
    page: LegajoPage, qtbot: QtBot, shelf: Opened, way: Way
) -> None:
    way.situation = replace(way.situation, connection=Connection.CONNECTED)
    change(qtbot, page, ADDRESS.id)
    write(qtbot, page, "domicilio", "Av. El Sol 45")
    page.editing.send()
    back(qtbot, page)
    assert way.asked == ["count", "sync"]
    (own,) = own_drafts(shelf.vault)
    with shelf.vault.outbox() as db:
        assert outbox.note_sending(db, own.uuid)
        assert outbox.settle(db, own.uuid, "SOL-2026-000123", WHEN)
    page.refresh()
    qtbot.waitUntil(lambda: "Código: SOL-2026-000123" in page.banner.text)
    wishes = Wishes()
    page.wants.connect(wishes.note)
    qtbot.waitUntil(lambda: page.detail is not None and page.detail.code == "SOL-2026-000123")
    page.view.follow_wanted.emit()
    assert wishes.to == [("requests", own.uuid)]


def test_a_request_that_changes_nothing_is_not_sent(page: LegajoPage, qtbot: QtBot, answers: Answers) -> None:
    change(qtbot, page, ADDRESS.id)
    page.editing.send()
    assert answers.boxes == []
    assert "Todavía no cambió nada" in page.editor.state.text()


def test_a_new_record_is_asked_for(page: LegajoPage, qtbot: QtBot, shelf: Opened) -> None:
    begin(page, "lengua_originaria")
    assert page.editor.title.text() == "Nuevo registro: Lengua originaria"
    write(qtbot, page, "lengua", "Quechua")
    for code in ("nivel_oral", "nivel_escrito"):
        editor: Any = at(page, code).editor
        editor.box.setCurrentIndex(2)
        editor.box.activated.emit(2)
    page.editing.send()
    back(qtbot, page)
    (own,) = own_drafts(shelf.vault)
    assert (own.state, own.content.action, own.content.base) == (RequestState.READY, RequestAction.NEW, None)
    qtbot.waitUntil(lambda: page.detail is not None and page.detail.title == "Quechua")
    assert page.detail is not None
    assert page.detail.dates == "Todavía no está en su legajo"


def test_a_removal_is_asked_for_with_its_reason(
    page: LegajoPage, qtbot: QtBot, shelf: Opened, answers: Answers
) -> None:
    page.open_record(TRAININGS[0].id)
    qtbot.waitUntil(page.view.isVisible)
    qtbot.mouseClick(page.view.remove, Qt.MouseButton.LeftButton)
    assert page.editor.form is None
    type_into(qtbot, page.editor.note.target, "Está dos veces")
    page.editing.send()
    assert "Lectura en aulas multigrado" in answers.told
    back(qtbot, page)
    (own,) = own_drafts(shelf.vault)
    assert (own.content.action, own.content.note) == (RequestAction.REMOVE, "Está dos veces")
    qtbot.waitUntil(lambda: page.detail is not None and page.detail.wish == "Pide que se retire")


def test_a_sustento_is_kept_before_the_draft_names_it(
    page: LegajoPage, qtbot: QtBot, shelf: Opened, answers: Answers
) -> None:
    pdf = b"%PDF-1.7 un sustento"
    paper = document(sha256=hashlib.sha256(pdf).hexdigest(), size=len(pdf), sumilla="Declara su domicilio")
    page.editing.open_sustento = lambda *given: given[-1](paper, pdf)
    change(qtbot, page, ADDRESS.id)
    write(qtbot, page, "domicilio", "Av. El Sol 45")
    qtbot.mouseClick(page.editor.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.editor.documents.lines) == 1)
    kept(qtbot, page)
    page.editing.send()
    assert "Declara su domicilio" in answers.told
    back(qtbot, page)
    (own,) = own_drafts(shelf.vault)
    assert own.content.documents == (paper,)
    with shelf.vault.outbox() as db:
        assert attachments.file_bytes(db, paper.sha256) == pdf


def test_the_dialog_makes_a_sustento_of_a_file_and_its_words_can_be_changed_later(
    page: LegajoPage, qtbot: QtBot, shelf: Opened, tmp_path: Path
) -> None:
    paper = tmp_path / "constancia.pdf"
    paper.write_bytes(paper_pdf().pdf)
    change(qtbot, page, ADDRESS.id)
    qtbot.mouseClick(page.editor.add, Qt.MouseButton.LeftButton)
    dialog = page.window().findChild(SustentoDialog)
    assert dialog is not None
    dialog.add([paper])
    values = {"tipo": "constancia", "formato": "copia_simple", "numero": "12", "entidad_emisora": "UGEL San Román",
              "fecha_emision": "15/03/2013", "sumilla": "Declara su domicilio"}  # fmt: skip
    for code, text in values.items():
        dialog.view.form.fields[code].put(text)
    qtbot.waitUntil(lambda: dialog.work.rests and dialog._sustento is not None, timeout=30_000)
    dialog.save()
    qtbot.waitUntil(lambda: len(page.editor.documents.lines) == 1, timeout=30_000)
    kept(qtbot, page)
    (made,) = own_drafts(shelf.vault)[0].content.documents
    with shelf.vault.outbox() as db:
        pdf = attachments.file_bytes(db, made.sha256)
    assert pdf is not None
    assert pdf.startswith(b"%PDF")
    page.editor.documents.edit_wanted.emit(made.sha256)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.window().findChildren(SustentoDialog)))
    again = next(one for one in page.window().findChildren(SustentoDialog) if one.isVisible())
    again.view.form.fields["sumilla"].put("Declara su domicilio actual")
    qtbot.waitUntil(lambda: again.work.rests and again._sustento is not None, timeout=30_000)
    again.save()
    qtbot.waitUntil(lambda: "actual" in page.editor.documents.lines[0].note, timeout=30_000)
    assert page.editor.documents.lines[0].sha256 == made.sha256


def test_a_second_request_about_the_same_record_stays_a_draft(page: LegajoPage, qtbot: QtBot, shelf: Opened) -> None:
    change(qtbot, page, ADDRESS.id)
    write(qtbot, page, "domicilio", "Av. El Sol 45")
    with shelf.vault.outbox() as db:  # from another window, or by hand
        drafts.new_draft(db, uuid(900), content(), WHEN)
        drafts.queue(db, uuid(900), content(), WHEN)
    page.editing.send()
    qtbot.waitUntil(lambda: "Ya hay otra solicitud abierta" in page.editor.state.text())
    assert page.editor.isVisible()
    assert page.editor.isEnabled()
    assert {one.state for one in own_drafts(shelf.vault)} == {RequestState.DRAFT, RequestState.READY}


# --- the office changed it meanwhile ----------------------------------------------------------------------------------


def test_when_the_office_changed_the_record_each_conflict_is_decided_before_it_goes(
    page: LegajoPage, qtbot: QtBot, shelf: Opened, answers: Answers
) -> None:
    change(qtbot, page, ADDRESS.id)
    write(qtbot, page, "domicilio", "Av. El Sol 45")
    write(qtbot, page, "telefono_celular", "999000222")
    kept(qtbot, page)
    theirs = {**ADDRESS.fields, "domicilio": "Jr. Lima 1", "correo": "nueva@ejemplo.pe"}
    with shelf.vault.cache() as db:
        file_legajo(db, [replace(ADDRESS, version=3, fields=theirs, updated=date(2026, 11, 22))], "2")
    page.refresh()
    qtbot.waitUntil(lambda: page.editing.needs_settling)

    def choose(box: CollisionBox) -> None:
        assert not box.go.isEnabled()
        box.choose("domicilio", MINE)
        assert box.go.isEnabled()

    answers.choose = choose
    page.editing.send()
    assert isinstance(answers.boxes[0], CollisionBox)
    back(qtbot, page)
    (own,) = own_drafts(shelf.vault)
    assert own.state is RequestState.READY
    assert own.content.base is not None
    assert own.content.base.version == 3
    assert own.content.fields == {
        **theirs, "domicilio": "Av. El Sol 45", "telefono_celular": "999000222",
    }  # fmt: skip


def test_a_record_that_the_office_took_out_is_asked_for_anew(
    page: LegajoPage, qtbot: QtBot, shelf: Opened, answers: Answers
) -> None:
    change(qtbot, page, TRAININGS[0].id)
    write(qtbot, page, "horas_lectivas", "160")
    with shelf.vault.cache() as db:
        file_legajo(db, [Removal("legajo_record", TRAININGS[0].id)], "2")
    page.refresh()
    qtbot.waitUntil(lambda: page.editing.needs_settling)
    page.editing.send()
    assert answers.questions == ["La UGEL retiró este registro de su legajo"]
    assert page.editor.title.text().startswith("Nuevo registro")
    page.editing.send()
    back(qtbot, page)
    (own,) = own_drafts(shelf.vault)
    assert own.content.action is RequestAction.NEW
    assert own.content.record != TRAININGS[0].id
    assert own.content.fields["horas_lectivas"] == "160"


def test_an_observed_request_is_corrected_by_a_new_one(page: LegajoPage, qtbot: QtBot, shelf: Opened) -> None:
    observed = office_request(7, RequestState.OBSERVED, content(), reason="Falta el recibo de luz.")
    with shelf.vault.cache() as db:
        file_legajo(db, [observed], "2")
    page.open_item(f"correct:{uuid(7)}")
    qtbot.waitUntil(page.editor.isVisible)
    assert at(page, "domicilio").editor.value == "Av. El Sol 45, Juliaca"
    write(qtbot, page, "domicilio", "Av. El Sol 45, Dpto. 2")
    page.editing.send()
    back(qtbot, page)
    (own,) = own_drafts(shelf.vault)
    assert own.content.replaces == uuid(7)
    assert own.state is RequestState.READY


def test_a_request_that_came_back_because_the_record_changed_is_mended(
    page: LegajoPage, qtbot: QtBot, shelf: Opened, answers: Answers
) -> None:
    with shelf.vault.outbox() as db:
        drafts.new_draft(db, uuid(900), content(), WHEN)
        drafts.queue(db, uuid(900), content(), WHEN)
        assert outbox.note_sending(db, uuid(900))
        assert outbox.quarantine(db, uuid(900), "record-changed", "")
    with shelf.vault.cache() as db:
        file_legajo(db, [replace(ADDRESS, version=3, fields={**ADDRESS.fields, "domicilio": "Jr. Lima 1"})], "2")
    answers.choose = lambda box: box.choose("domicilio", MINE)
    page.open_item(f"correct:{uuid(900)}")
    qtbot.waitUntil(page.editor.isVisible)
    qtbot.waitUntil(lambda: bool(answers.boxes))
    kept(qtbot, page)
    new, old = own_drafts(shelf.vault)
    assert (old.uuid, old.state) == (uuid(900), RequestState.CANCELLED)
    assert new.content.base is not None
    assert new.content.base.version == 3
    assert new.content.fields["domicilio"] == "Av. El Sol 45, Juliaca"


def test_the_dialogs_fit_and_name_their_controls(
    page: LegajoPage, qtbot: QtBot, answers: Answers, grab: Callable[..., Path]
) -> None:
    change(qtbot, page, TITLE.id)
    write(qtbot, page, "anio_fin", "2013")
    answers.yes = False
    page.editing.send()
    box = answers.boxes[-1]
    grab(box, "legajo-confirmar", 720, 420)
    assert "2012" in answers.told
    assert cut_labels(box) == []
    assert "Documentos que van con la solicitud" in answers.told
    box.close()
