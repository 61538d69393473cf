"""Preparar expediente: the request is filled in, files come to lie in the folder, the number is kept."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from desktop.dialogs.packet import PacketDialog
from desktop.opened import Opened
from desktop.presenters.packet import (
    asked_for,
    missing_words,
    named,
    place_of,
    read_receipt,
    rules_words,
    split_surnames,
)
from desktop.theme import Appearance, Look, theme
from documents.legajo import SupportingDocument
from documents.legajo_catalogue import bundled
from documents.packet.checking import PacketState, check_packet
from documents.packet.profiles import load
from storage.records import PersonFact
from storage.request_records import (
    Expediente,
    OfficeRequest,
    OwnRequest,
    RequestAction,
    RequestContent,
    RequestState,
    ShownRequest,
)
from tests.packet.papers import drawn, scan, stored, texts

PATIENCE = 30_000  # milliseconds a slow machine may take
AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
PERSON = PersonFact("DNI", "99900017", "DE LA CRUZ ÑAUPARI", "ROSA ÁNGELA", "rosa@correo.example")
PAPERS = {sha256(data).hexdigest(): data for data in (drawn(2), stored(scan((1000, 1400))))}


def document(data: str, tipo: str, numero: str, pages: int) -> SupportingDocument:
    return SupportingDocument(
        tipo=tipo, formato="copia_simple", numero=numero, entidad_emisora="UGEL San Román",
        fecha_emision=date(2020, 3, 2), folios=pages, sumilla="Segunda especialidad en educación inicial", sha256=data,
        size=len(PAPERS.get(data, b"x" * 900)), pages=pages,
    )  # fmt: skip


def request(*, code: str = "SOL-2026-000123", documents: int = 2) -> ShownRequest:
    title, photo = PAPERS
    papers = (document(title, "titulo", "", 2), document(photo, "resolucion", "RD N° 1234-2020-UGEL-SR", 1))
    content = RequestContent(
        action=RequestAction.NEW, section="II", kind="titulo_profesional", record="r", base=None,
        fields={}, documents=papers[:documents],
    )  # fmt: skip
    own = OwnRequest(
        uuid="u", number=3, content=content, state=RequestState.FILED, created_at=AT, changed_at=AT, code=code
    )
    fact = OfficeRequest(
        uuid="u", code=code, state=RequestState.FILED, content=content, base_version=0, filed_at=AT, changed_at=AT,
        attended_by="", reason="", deadline=None, history=(),
    )  # fmt: skip
    return ShownRequest(uuid="u", own=own, fact=fact if code else None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Mesa de partes"
    made.mkdir()
    return made


@pytest.fixture
def make(qtbot: Any, opened: Opened, folder: Path) -> Callable[..., PacketDialog]:
    """A dialog that knows what it can know, shown."""

    def made(shown: ShownRequest | None = None, files: Mapping[str, bytes] = PAPERS) -> PacketDialog:
        dialog = PacketDialog(opened, shown or request(), PERSON, files)
        qtbot.addWidget(dialog)
        dialog.ask_folder = lambda: folder
        dialog.begin()
        qtbot.waitUntil(dialog.go.isEnabled, timeout=PATIENCE)
        return dialog

    return made


@pytest.fixture
def dialog(make: Callable[..., PacketDialog], ui_thread_guard: Callable[[], Any]) -> Iterator[PacketDialog]:
    with ui_thread_guard():
        yield make()


def press(edit: QWidget, text: str) -> None:
    """Keys with tildes and Ñ, which QTest does not know."""
    for letter in text:
        QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def click(qtbot: Any, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def built(qtbot: Any, dialog: PacketDialog) -> None:
    click(qtbot, dialog.go)
    qtbot.waitUntil(lambda: dialog.result_shown is not None, timeout=PATIENCE)


def test_the_request_is_filled_in_from_what_is_known(dialog: PacketDialog) -> None:
    fut = dialog.form.fut(date(2026, 11, 23), "SOL-2026-000123")
    person = fut.solicitante
    assert (person.apellido_paterno, person.apellido_materno) == ("DE LA CRUZ", "ÑAUPARI")
    assert person.doc_numero == "99900017"
    assert person.correo == "rosa@correo.example"
    assert person.cargo, "from the newest payslip"
    assert "SOL-2026-000123" in fut.fundamentacion
    assert "Título profesional" in fut.resumen
    assert "un solo PDF" in words_on(dialog.form)


def test_a_ugel_is_found_by_part_of_its_name_without_tildes(qtbot: Any, dialog: PacketDialog) -> None:
    place = dialog.form.place
    edit = place.field.edit
    edit.selectAll()
    qtbot.keyClicks(edit, "san roman")
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(place.list, Qt.Key.Key_Return)
    assert place.field.text == "UGEL San Román"
    assert place.key
    assert dialog.form.fields["dependencia"].text == "Director(a) de la UGEL San Román"
    assert dialog.form.fields["lugar"].text == "San Román"
    edit.selectAll()
    qtbot.keyClicks(edit, "ayabaca")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert "hasta 50 MB" in words_on(dialog.form), "the rules of that destination"
    edit.selectAll()
    qtbot.keyClicks(edit, "zzz")
    assert "Ninguna se llama así" in place.field.below


def test_what_the_person_wrote_is_not_overwritten_by_another_destination(qtbot: Any, dialog: PacketDialog) -> None:
    to = dialog.form.fields["dependencia"].focusProxy()
    to.selectAll()
    press(to, "Jefa de Escalafón")
    dialog.form.place.choose("200005")
    assert dialog.form.fields["dependencia"].text == "Jefa de Escalafón"


def test_what_is_missing_is_said_at_its_field_and_nothing_is_built(
    qtbot: Any, dialog: PacketDialog, folder: Path
) -> None:
    for code in ("nombres", "lugar"):
        dialog.form.fields[code].focusProxy().clear()
    click(qtbot, dialog.go)
    assert dialog.form.fields["nombres"].below == missing_words(["nombres"])["nombres"]
    assert dialog.form.fields["lugar"].below
    assert "No se creó ningún archivo" in dialog.banner.text
    assert dialog.result_shown is None


def test_the_packet_lies_in_the_folder_and_says_what_to_do_now(
    qtbot: Any, make: Callable[..., PacketDialog], folder: Path, ui_thread_guard: Callable[[], Any]
) -> None:
    with ui_thread_guard():
        dialog = make()
        dialog.form.fields["lugar"].put("Juliaca")
        row = dialog.form.items.rows[1]
        click(qtbot, row.up)
        assert next(choice.title for choice in dialog.form.items.choices).startswith("Resolución: RD N° 1234")
        row.sides.setChecked(True)
        built(qtbot, dialog)
        told = words_on(dialog.outcome)
    made = list(folder.iterdir())
    assert [file.suffix for file in made] == [".pdf"], "working files are gone"
    assert check_packet(made[0]).state is PacketState.SAME
    assert made[0].name in told
    assert "de 8.0 MB que aceptan" in told
    assert "firme la primera hoja" in told
    assert "a la mesa de partes: UGEL" in told
    first = texts(made[0])[0]
    assert "DE LA CRUZ" in first
    assert "SOL-2026-000123" in "".join(texts(made[0]))


def test_a_second_packet_gets_another_name(qtbot: Any, make: Callable[..., PacketDialog], folder: Path) -> None:
    dialog = make()
    dialog.form.fields["lugar"].put("Juliaca")
    built(qtbot, dialog)
    dialog.result_shown = None
    click(qtbot, dialog.back)
    built(qtbot, dialog)
    assert len(list(folder.iterdir())) == 2


def test_folios_run_as_the_person_chooses(qtbot: Any, make: Callable[..., PacketDialog], folder: Path) -> None:
    dialog = make()
    dialog.form.fields["lugar"].put("Juliaca")
    dialog.form.direction.put("adelante-atras")
    dialog.form.start.put("58")
    built(qtbot, dialog)
    assert dialog.result_shown is not None
    first = dialog.result_shown.folios[0].folios[0]
    assert first.low == 58


def test_what_is_too_large_is_said_and_nothing_is_left(
    qtbot: Any, make: Callable[..., PacketDialog], folder: Path
) -> None:
    dialog = make()
    dialog.form.fields["lugar"].put("Juliaca")
    assert dialog.form.profile is not None
    dialog.form.follow(replace(dialog.form.profile, max_file_bytes=20_000, max_total_bytes=20_000))
    click(qtbot, dialog.go)
    qtbot.waitUntil(lambda: "sobran" in dialog.banner.text, timeout=PATIENCE)
    assert "no se creó ningún archivo" in dialog.banner.text
    assert list(folder.iterdir()) == []


def test_building_can_be_stopped_and_leaves_nothing(
    qtbot: Any, make: Callable[..., PacketDialog], folder: Path
) -> None:
    title = next(iter(PAPERS))
    dialog = make(files={**PAPERS, title: drawn(180)})
    dialog.form.fields["lugar"].put("Juliaca")
    click(qtbot, dialog.go)
    qtbot.waitUntil(lambda: "Leyendo documentos" in dialog.progress.words, timeout=PATIENCE)
    click(qtbot, dialog.progress.cancel)
    qtbot.waitUntil(lambda: "Se detuvo" in dialog.banner.text, timeout=PATIENCE)
    assert list(folder.iterdir()) == []
    assert dialog.go.isEnabled()


def test_a_folder_that_is_gone_is_said(qtbot: Any, make: Callable[..., PacketDialog], folder: Path) -> None:
    dialog = make()
    dialog.form.fields["lugar"].put("Juliaca")
    dialog.ask_folder = lambda: folder / "no hay"
    click(qtbot, dialog.go)
    qtbot.waitUntil(lambda: "La carpeta ya no está" in dialog.banner.text, timeout=PATIENCE)


def test_a_document_that_is_not_here_stays_out_and_says_why(qtbot: Any, make: Callable[..., PacketDialog]) -> None:
    dialog = make(files={})
    assert dialog.form.items.choices == ()
    qtbot.waitUntil(lambda: "no está en esta computadora" in words_on(dialog.form.items), timeout=PATIENCE)


def test_a_document_is_left_out_by_its_box_or_its_words(qtbot: Any, dialog: PacketDialog) -> None:
    first, second = dialog.form.items.rows
    click(qtbot, first.title)
    assert [choice.key for choice in dialog.form.items.choices] == [second.entry.key]
    first.goes.setFocus()
    qtbot.keyClick(first.goes, Qt.Key.Key_Space)
    assert len(dialog.form.items.choices) == 2


def test_a_request_without_documents_is_a_packet_of_the_request_alone(
    qtbot: Any, make: Callable[..., PacketDialog], folder: Path
) -> None:
    dialog = make(request(code="", documents=0))
    dialog.form.fields["lugar"].put("Juliaca")
    assert "no tiene documentos" in words_on(dialog.form.items)
    built(qtbot, dialog)
    assert len(list(folder.iterdir())) == 1


def test_the_expediente_is_handed_over(qtbot: Any, dialog: PacketDialog) -> None:
    dialog.form.fields["lugar"].put("Juliaca")
    built(qtbot, dialog)
    click(qtbot, dialog.outcome.keep)
    assert "Falta el número" in dialog.outcome.numero.below
    qtbot.keyClicks(dialog.outcome.numero.edit, "mpt2026-ext-0012345")
    qtbot.keyClicks(dialog.outcome.clave.edit, "A7K2")
    with qtbot.waitSignal(dialog.expediente_given) as given:
        click(qtbot, dialog.outcome.keep)
    assert given.args[0] == Expediente("MPT2026-EXT-0012345", "A7K2", date(2026, 11, 23))
    assert not dialog.isVisible()


def test_the_folder_is_shown_on_wish(qtbot: Any, make: Callable[..., PacketDialog], folder: Path) -> None:
    dialog = make()
    shown: list[Path] = []
    dialog.show_folder = shown.append
    dialog.form.fields["lugar"].put("Juliaca")
    built(qtbot, dialog)
    click(qtbot, dialog.outcome.open_folder)
    assert shown == [folder]


LOOKS = [(Appearance.LIGHT, 100), (Appearance.LIGHT, 200), (Appearance.DARK, 100)]


@pytest.mark.parametrize(("appearance", "size"), LOOKS)
def test_the_dialog_as_a_picture(
    qtbot: Any, make: Callable[..., PacketDialog], grab: Any, appearance: Appearance, size: int
) -> None:
    theme().apply(Look(appearance, size))
    dialog = make()
    wide = 1366 if size > 100 else 960
    dialog.form.place.choose("210011")
    grab(dialog, f"packet-form-{appearance}-{size}", wide, 728)
    area = dialog.pages.currentWidget()
    assert isinstance(area, QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    grab(dialog, f"packet-form-end-{appearance}-{size}", wide, 728)
    dialog.form.fields["lugar"].put("Juliaca")
    built(qtbot, dialog)
    grab(dialog, f"packet-done-{appearance}-{size}", wide, 728)


# --- words ------------------------------------------------------------------------------------------------------------


def test_surnames_are_parted_after_their_particles() -> None:
    assert split_surnames("QUISPE MAMANI") == ("QUISPE", "MAMANI")
    assert split_surnames("DE LA CRUZ DEL ÁGUILA") == ("DE LA CRUZ", "DEL ÁGUILA")
    assert split_surnames("SAN MARTÍN ÑAUPARI") == ("SAN MARTÍN", "ÑAUPARI")
    assert split_surnames("QUISPE") == ("QUISPE", "")
    assert split_surnames("") == ("", "")


def test_an_office_is_named_as_it_is_written() -> None:
    assert named("UGEL SÁNCHEZ CARRIÓN") == "UGEL Sánchez Carrión"
    assert named("DRE LIMA PROVINCIAS") == "DRE Lima Provincias"
    assert place_of("UGEL SAN ROMÁN") == "San Román"
    assert place_of("UGEL 03 CERCADO") == ""
    assert place_of("") == ""


@pytest.mark.parametrize("action", RequestAction)
def test_every_wish_has_words(action: RequestAction) -> None:
    shown = request()
    assert shown.own is not None
    content = replace(shown.own.content, action=action)
    assert asked_for(ShownRequest(uuid="u", own=replace(shown.own, content=content), fact=None), bundled())


def test_rules_of_every_destination_are_sentences() -> None:
    for profile in load().profiles:
        assert all(line.endswith(".") for line in rules_words(profile))


def test_a_receipt_is_read_or_each_fault_is_said_at_its_field() -> None:
    today = date(2026, 11, 23)
    assert read_receipt("12345-2026", "", "20/11/2026", today) == Expediente("12345-2026", "", date(2026, 11, 20))
    wrong = read_receipt("sin numero", "x" * 50, "24/11/2026", today)
    assert isinstance(wrong, dict)
    assert set(wrong) == {"numero", "clave", "fecha"}
    assert isinstance(read_receipt("1", "", "mañana", today), dict)
