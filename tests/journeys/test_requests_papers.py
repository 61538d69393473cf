"""Papers on their way: a phone picture to the office, a packet to the mesa de partes, a sealed hoja de vida home."""

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.packet import PacketDialog
from desktop.presenters.requests_steps import Deed
from documents.packet.checking import PacketState, check_packet
from storage import attachments
from storage.request_records import RequestState
from tests.journeys.request_scenery import Computer, Town, queue
from tests.journeys.request_screens import Screen, answer, read, type_over
from tests.packet.papers import scan, stored

pytestmark = pytest.mark.timeout(120)
Run = Callable[[Computer], AbstractContextManager[Screen]]
COURSE = {
    "tipo": "capacitacion", "centro": "DRE Puno", "materia": "Niñas y niños que leen en quechua",
    "fecha_inicio": "03/04/2026", "fecha_fin": "30/06/2026", "horas_lectivas": "120", "fecha_emision": "10/07/2026",
}  # fmt: skip
CERTIFICATE = {
    "tipo": "certificado", "formato": "copia_simple", "entidad_emisora": "DRE Puno", "fecha_emision": "10/07/2026",
    "sumilla": "Certificado del curso, 120 horas",
}  # fmt: skip


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """As a phone stores it: on its side, and saying so."""
    file = tmp_path / "IMG_0099.jpg"
    picture = scan((900, 1200)).rotate(90, expand=True)
    assert isinstance(picture, Image.Image)
    file.write_bytes(stored(picture, orientation=6))
    return file


def button(widget: object, text: str) -> QPushButton:
    """A button by its word."""
    found = widget.findChildren(QPushButton)  # type: ignore[attr-defined] # any widget
    return next(one for one in found if one.text().replace("&", "") == text and one.isVisible())


def test_a_phone_picture_is_read_by_the_office_byte_for_byte_and_the_packet_number_follows(
    run: Run, town: Town, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Mesa de partes"
    folder.mkdir()
    with run(town.casa) as rosa:
        page = rosa.begin_new("II", "capacitacion", **COURSE)
        pdf = rosa.attach(page, photo, **CERTIFICATE)
        assert "Certificado" in rosa.send(page)
        filed = rosa.wait_for(RequestState.FILED)
        with rosa.custody.opened.vault.outbox() as box:
            assert attachments.file_bytes(box, hashlib.sha256(pdf).hexdigest()) == pdf

        with run(town.oficina) as ruth:
            tray = ruth.tray(filed.uuid)
            seen: list[bytes] = []
            viewer = tray.papers.pane.viewer
            show = viewer.show_pdf
            monkeypatch.setattr(viewer, "show_pdf", lambda content: (seen.append(content), show(content)))
            ruth.click(button(tray.view, "Ver"))
            ruth.wait(lambda: viewer.page_count == 1)
            assert seen == [pdf]

        requests = rosa.follow(filed.uuid, RequestState.FILED)
        rosa.do(requests, Deed.PACKET)
        packet: PacketDialog = rosa.found(PacketDialog)
        packet.ask_folder = lambda: folder
        rosa.wait(packet.go.isEnabled)
        type_over(packet.form.fields["lugar"], "Juliaca")
        rosa.click(packet.go)
        rosa.wait(lambda: packet.result_shown is not None or packet.banner.isVisible())
        assert packet.result_shown is not None, packet.banner.text
        (made,) = folder.iterdir()
        assert check_packet(made).state is PacketState.SAME
        type_over(packet.outcome.numero, "MPT-FUT2026-EXT-0099")
        rosa.click(packet.outcome.keep)
        rosa.wait(requests.banner.isVisible)
        rosa.exchange()
        rosa.follow(filed.uuid)
        rosa.wait(lambda: "MPT-FUT2026-EXT-0099" in read(requests.view))
    (at_office,) = town.filed()
    assert at_office.content.expediente is not None
    assert at_office.content.expediente.numero == "MPT-FUT2026-EXT-0099"
    assert [one.sha256 for one in at_office.content.documents] == [hashlib.sha256(pdf).hexdigest()]


def test_a_packet_is_prepared_on_the_other_computer_when_its_papers_have_come(run: Run, town: Town) -> None:
    name = queue(town.casa, 1)
    town.casa.exchange()
    with run(town.colegio) as school:
        school.exchange()
        page = school.follow(name, RequestState.FILED)
        for here in (False, True):
            school.do(page, Deed.PACKET)
            packet: PacketDialog = school.found(PacketDialog)
            school.wait(packet.go.isEnabled)
            assert [row.goes.isEnabled() for row in packet.form.items.rows] == [here]
            if not here:
                school.wait(lambda packet=packet: "sincronice y vuelva a preparar" in read(packet))
            packet.reject()
            school.exchange()


def test_a_hoja_de_vida_is_asked_for_comes_home_sealed_and_is_authentic(run: Run, town: Town, qtbot: QtBot) -> None:
    with run(town.casa) as rosa:
        legajo = rosa.legajo()
        rosa.click(legajo.papers_button)
        rosa.wait(lambda: "Todavía no hay una" in read(legajo.papers))
        said = answer("Solicitar")
        rosa.click(button(legajo.papers, "Solicitar a escalafón"))
        filed = rosa.wait_for(RequestState.FILED)
        assert "sale solo cuando haya conexión" in said[0]
        town.decide("atender")
        rosa.exchange()
        rosa.follow(filed.uuid, RequestState.ATTENDED)
        rosa.legajo()
        rosa.click(legajo.papers_button)
        rosa.wait(lambda: any(card.held for card in legajo.papers.cards))
        rosa.see(legajo.papers, "Emisión: 23 de noviembre de 2026")

        shown: list[QDialog] = []
        legajo.viewing.verdict.show = shown.append
        rosa.click(button(legajo.papers, "Verificar"))
        rosa.wait(lambda: shown)
        qtbot.addWidget(shown[0])
        verdict = read(shown[0])
        assert "Auténtic" in verdict
        assert "PRUEBA" in verdict
        assert "Hoja de vida" in verdict
