"""Agregar sustento: files dropped or chosen become pages, pages are put in order, one PDF goes to who asked."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.dialogs.sustento import SustentoDialog
from desktop.opened import Opened
from desktop.pages.legajo_sustentos import open_sustento
from desktop.theme import Appearance, Look, theme
from documents.legajo import SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue, bundled
from tests.packet.papers import drawn, scan, stored

PATIENCE = 30_000  # milliseconds a slow machine may take
TODAY = date(2026, 11, 23)
FIELDS = {
    "numero": "RD N° 1234-2013-UGEL-SR",
    "entidad_emisora": "UGEL San Román",
    "fecha_emision": "15/03/2013",
    "sumilla": "Nombra a la docente ÑAUPARI en la IE 70 999",
}


@pytest.fixture(scope="module")
def catalogue() -> LegajoCatalogue:
    return bundled()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Two pictures, a PDF of two pages, and one that cannot be used."""
    folder = tmp_path / "papeles"
    folder.mkdir()
    (folder / "anverso.jpg").write_bytes(stored(scan((1000, 1400)).rotate(90, expand=True), orientation=6))
    (folder / "reverso.png").write_bytes(stored(Image.new("L", (800, 1100), 210), "PNG"))
    (folder / "resolución.pdf").write_bytes(drawn(2))
    (folder / "carta.docx").write_bytes(b"PK\x03\x04" + bytes(300))
    (folder / "largo.pdf").write_bytes(drawn(190))
    return folder


@pytest.fixture
def dialog(
    qtbot: Any, opened: Opened, catalogue: LegajoCatalogue, files: Path, ui_thread_guard: Callable[[], Any]
) -> Iterator[SustentoDialog]:
    assert files.exists(), "written before the guard begins"
    made = SustentoDialog(opened, catalogue, TODAY)
    made.ask_discard = lambda: True
    qtbot.addWidget(made)
    with ui_thread_guard():
        yield made
    made.work.close()


def drop(dialog: SustentoDialog, *paths: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dropEvent(event)


def ready(qtbot: Any, dialog: SustentoDialog) -> None:
    """The file is made for the pages as they are."""
    qtbot.waitUntil(lambda: dialog.work.rests and dialog._sustento is not None, timeout=PATIENCE)


def press(edit: QWidget, text: str) -> None:
    """Keys with tildes and Ñ, which QTest does not know."""
    for letter in text:
        QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def fill(qtbot: Any, dialog: SustentoDialog) -> None:
    form = dialog.view.form
    for code, text in FIELDS.items():
        edit = form.fields[code].focusProxy()
        edit.setFocus()
        press(edit, text)
    for code, wanted in (("tipo", "resolucion"), ("formato", "copia_simple")):
        form.fields[code].put(wanted)


def names(dialog: SustentoDialog) -> list[str]:
    return [f"{entry.name}:{entry.choice.page}:{entry.choice.turn}" for entry in dialog.view.strip.model.entries]


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    import io

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in opened.pages]


def test_dropped_files_become_pages_and_one_pdf_goes_to_who_asked(
    qtbot: Any, dialog: SustentoDialog, files: Path
) -> None:
    dialog.begin()
    assert "Suelte aquí el PDF o las fotos" in words_on(dialog)
    drop(dialog, files / "anverso.jpg", files / "resolución.pdf")
    ready(qtbot, dialog)
    assert names(dialog) == ["anverso.jpg:0:0", "resolución.pdf:0:0", "resolución.pdf:1:0"]
    assert "3 páginas" in words_on(dialog)
    fill(qtbot, dialog)
    assert dialog.view.form.typed["folios"] == "3", "as many sheets as pages, unless the person says otherwise"
    with qtbot.waitSignal(dialog.accepted_document, timeout=PATIENCE) as accepted:
        qtbot.mouseClick(dialog.view.save, Qt.MouseButton.LeftButton)
    document, pdf = accepted.args
    assert document.sha256 == sha256(pdf).hexdigest()
    assert (document.size, document.pages, document.folios) == (len(pdf), 3, 3)
    assert document.fecha_emision == date(2013, 3, 15)
    assert document.numero == FIELDS["numero"]
    assert sizes(pdf) == [(595, 842)] * 3
    assert not dialog.isVisible()


def test_pages_are_moved_turned_and_taken_out_with_keys(qtbot: Any, dialog: SustentoDialog, files: Path) -> None:
    dialog.begin()
    drop(dialog, files / "anverso.jpg", files / "resolución.pdf")
    ready(qtbot, dialog)
    grid = dialog.view.strip.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert names(dialog) == ["resolución.pdf:0:0", "anverso.jpg:0:0", "resolución.pdf:1:0"]
    assert dialog.view.strip.row == 1
    qtbot.keyClick(grid, Qt.Key.Key_G)
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert names(dialog) == ["anverso.jpg:0:90", "resolución.pdf:1:0"]
    ready(qtbot, dialog)
    assert dialog._sustento is not None
    assert sizes(dialog._sustento.pdf) == [(842, 595), (595, 842)]


def test_pages_are_moved_turned_and_taken_out_with_the_mouse(qtbot: Any, dialog: SustentoDialog, files: Path) -> None:
    dialog.begin()
    drop(dialog, files / "anverso.jpg", files / "resolución.pdf")
    ready(qtbot, dialog)
    strip = dialog.view.strip
    middle: QPoint = strip.grid.visualRect(strip.model.index(2, 0)).center()
    qtbot.mouseClick(strip.grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert strip.row == 2
    assert not strip.later.isEnabled()
    for button in (strip.earlier, strip.earlier, strip.turner):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert names(dialog) == ["resolución.pdf:1:90", "anverso.jpg:0:0", "resolución.pdf:0:0"]
    qtbot.mouseClick(strip.remover, Qt.MouseButton.LeftButton)
    assert names(dialog) == ["anverso.jpg:0:0", "resolución.pdf:0:0"]


def test_a_page_is_dragged_to_its_place(qtbot: Any, dialog: SustentoDialog, files: Path) -> None:
    dialog.begin()
    drop(dialog, files / "anverso.jpg", files / "resolución.pdf")
    ready(qtbot, dialog)
    strip = dialog.view.strip
    places = [strip.grid.visualRect(strip.model.index(row, 0)).center() for row in range(3)]
    port = strip.grid.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=places[0])
    for at in (places[0] + QPoint(30, 0), places[1], places[2]):
        moved = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(at), port.mapToGlobal(QPointF(at)), Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(port, moved)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=places[2])
    assert names(dialog) == ["resolución.pdf:0:0", "resolución.pdf:1:0", "anverso.jpg:0:0"]
    assert strip.row == 2


def test_more_files_are_added_behind_and_what_cannot_be_used_is_said_by_name(
    qtbot: Any, dialog: SustentoDialog, files: Path
) -> None:
    dialog.begin()
    drop(dialog, files / "carta.docx", files / "reverso.png")
    ready(qtbot, dialog)
    assert "«carta.docx»" in dialog.view.banner.text
    assert names(dialog) == ["reverso.png:0:0"]
    dialog.ask_files = lambda: [files / "resolución.pdf"]
    qtbot.mouseClick(dialog.view.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(names(dialog)) == 3, timeout=PATIENCE)
    assert dialog.view.banner.isHidden(), "the old complaint goes with the next files"


def test_the_door_of_the_legajo_opens_it_and_hands_over_what_is_kept(
    qtbot: Any, opened: Opened, catalogue: LegajoCatalogue, files: Path
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    kept: list[tuple[SupportingDocument, bytes]] = []
    open_sustento(opened, catalogue, TODAY, page, None, None, lambda *given: kept.append(given))
    dialog = page.findChild(SustentoDialog)
    assert isinstance(dialog, SustentoDialog)
    drop(dialog, files / "reverso.png")
    ready(qtbot, dialog)
    fill(qtbot, dialog)
    dialog.save()
    assert [document.pages for document, _ in kept] == [1]
    qtbot.waitUntil(lambda: page.findChild(SustentoDialog) is None, timeout=PATIENCE)


def test_what_is_wrong_stands_at_its_field_and_nothing_is_handed_over(qtbot: Any, dialog: SustentoDialog) -> None:
    dialog.begin()
    handed: list[object] = []
    dialog.accepted_document.connect(lambda *given: handed.append(given))
    dated = dialog.view.form.fields["fecha_emision"]
    qtbot.keyClicks(dated.focusProxy(), "31/02/2013")
    qtbot.mouseClick(dialog.view.save, Qt.MouseButton.LeftButton)
    assert "no existe en el calendario" in dated.below
    assert "Falta este dato" in dialog.view.form.fields["sumilla"].below
    assert "Falta el archivo" in dialog.view.banner.text
    assert dialog.isVisible()
    assert handed == []


def stored_document(pdf: bytes) -> SupportingDocument:
    return SupportingDocument(
        tipo="titulo", formato="original", numero="", entidad_emisora="UNA Puno", fecha_emision=date(2012, 5, 2),
        folios=2, sumilla="Título de licenciada", sha256=sha256(pdf).hexdigest(), size=len(pdf), pages=2,
    )  # fmt: skip


def test_a_stored_document_is_opened_again_and_its_file_stays_as_it_was(qtbot: Any, dialog: SustentoDialog) -> None:
    pdf = drawn(2)
    dialog.begin(stored_document(pdf), pdf)
    ready(qtbot, dialog)
    assert len(names(dialog)) == 2
    assert dialog.view.form.typed["fecha_emision"] == "02/05/2012"
    edit = dialog.view.form.fields["sumilla"].focusProxy()
    edit.selectAll()
    press(edit, "Título de licenciada en educación")
    with qtbot.waitSignal(dialog.accepted_document, timeout=PATIENCE) as accepted:
        dialog.save()
    document, same = accepted.args
    assert same == pdf
    assert document.sha256 == sha256(pdf).hexdigest()
    assert document.sumilla == "Título de licenciada en educación"


def test_a_document_whose_file_is_not_here_keeps_its_digest(qtbot: Any, dialog: SustentoDialog) -> None:
    dialog.begin(stored_document(b"elsewhere"), None)
    assert "no está en esta computadora" in words_on(dialog)
    with qtbot.waitSignal(dialog.accepted_document, timeout=PATIENCE) as accepted:
        dialog.save()
    document, pdf = accepted.args
    assert pdf == b""
    assert document.sha256 == sha256(b"elsewhere").hexdigest()


def test_the_pdf_is_seen_before_it_is_saved(qtbot: Any, dialog: SustentoDialog, files: Path) -> None:
    dialog.begin()
    drop(dialog, files / "resolución.pdf")
    ready(qtbot, dialog)
    qtbot.mouseClick(dialog.view.preview, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.view.viewer.page_count == 2, timeout=PATIENCE)
    assert dialog.view.viewer.isVisible()
    qtbot.mouseClick(dialog.view.preview, Qt.MouseButton.LeftButton)
    assert dialog.view.strip.isVisible()


def test_what_does_not_fit_is_said_and_fits_when_pages_are_taken_out(
    qtbot: Any, opened: Opened, catalogue: LegajoCatalogue, files: Path
) -> None:
    small = replace(catalogue, limits=replace(catalogue.limits, max_bytes=9_000, max_pages=3))
    dialog = SustentoDialog(opened, small, TODAY)
    qtbot.addWidget(dialog)
    dialog.ask_discard = lambda: True
    dialog.begin()
    drop(dialog, files / "anverso.jpg", files / "resolución.pdf")
    qtbot.waitUntil(lambda: "se aceptan hasta" in dialog.view.banner.text, timeout=PATIENCE)
    assert dialog.view.size.isHidden()
    fill(qtbot, dialog)
    dialog.view.banner.hide()
    dialog.save()
    qtbot.waitUntil(lambda: "se aceptan hasta" in dialog.view.banner.text, timeout=PATIENCE)
    dialog.view.strip.choose(0)
    dialog.view.strip.take_out()
    ready(qtbot, dialog)
    assert names(dialog) == ["resolución.pdf:0:0", "resolución.pdf:1:0"]
    dialog.work.close()


def test_adding_can_be_stopped(qtbot: Any, dialog: SustentoDialog, files: Path) -> None:
    dialog.begin()
    dialog.work.stepped.connect(lambda step: dialog.work.stop() if step.done else None)
    with qtbot.waitSignal(dialog.work.added, timeout=PATIENCE) as added:
        drop(dialog, files / "largo.pdf")
    assert added.args[0].arrived == ()
    assert dialog.view.progress.isHidden()
    assert names(dialog) == []


def test_leaving_asks_only_when_something_would_be_lost(qtbot: Any, dialog: SustentoDialog, files: Path) -> None:
    answers = [False, True]
    dialog.ask_discard = lambda: answers.pop(0)
    dialog.begin()
    drop(dialog, files / "reverso.png")
    ready(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert answers == []


def test_a_profile_that_locks_ends_the_work(qtbot: Any, dialog: SustentoDialog, opened: Opened, files: Path) -> None:
    dialog.begin()
    drop(dialog, files / "reverso.png")
    ready(qtbot, dialog)
    process = dialog.work._bench.process_id
    assert process is not None
    opened.desk.close()
    assert dialog.work._bench.process_id is None


LOOKS = [(Appearance.LIGHT, 100), (Appearance.LIGHT, 200), (Appearance.DARK, 100)]


@pytest.mark.parametrize(("appearance", "size"), LOOKS)
def test_the_dialog_as_a_picture(
    qtbot: Any, opened: Opened, catalogue: LegajoCatalogue, files: Path, grab: Any, appearance: Appearance, size: int
) -> None:
    theme().apply(Look(appearance, size))
    dialog = SustentoDialog(opened, catalogue, TODAY)
    dialog.ask_discard = lambda: True
    qtbot.addWidget(dialog)
    dialog.begin()
    QApplication.processEvents()
    grab(dialog, f"sustento-empty-{appearance}-{size}", 1366 if size > 100 else 1120, 728)
    drop(dialog, *(files / name for name in ("anverso.jpg", "carta.docx", "resolución.pdf", "reverso.png")))
    ready(qtbot, dialog)
    fill(qtbot, dialog)
    grab(dialog, f"sustento-{appearance}-{size}", 1366 if size > 100 else 1120, 728)
    dialog.view.preview.click()
    qtbot.waitUntil(lambda: dialog.view.viewer.is_sharp, timeout=PATIENCE)
    grab(dialog, f"sustento-pdf-{appearance}-{size}", 1366 if size > 100 else 1120, 728)
    dialog.work.close()
