"""Two computers of one person, and an office that changes the record meanwhile: nobody overwrites in the dark."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QRadioButton

from desktop.presenters.requests_steps import Deed
from storage.request_records import RequestState
from tests.desktop.legajo_scenes import ADDRESS, TRAININGS
from tests.journeys.request_scenery import Computer, Town
from tests.journeys.request_screens import Screen, answer, read

pytestmark = pytest.mark.timeout(120)
Run = Callable[[Computer], AbstractContextManager[Screen]]


def test_both_computers_of_a_person_show_the_same_requests_and_each_its_own_drafts(run: Run, town: Town) -> None:
    with run(town.casa) as home:
        page = home.change(TRAININGS[0].id, materia="Lectura y escritura en aulas multigrado")
        home.click(page.editor.save)
        home.wait(lambda: [one.state for one in home.requests] == [RequestState.DRAFT])
        home.ask_change(ADDRESS.id, domicilio="Av. El Sol 45, Ñuñoa")
        filed = home.wait_for(RequestState.FILED)
    with run(town.colegio) as school:
        school.exchange()
        assert [one.uuid for one in school.requests] == [filed.uuid]
        shown = school.follow(filed.uuid, RequestState.FILED)
        school.see(shown.view, filed.code)
        school.cancel(filed.uuid)
        school.follow(filed.uuid, RequestState.CANCELLED)
    with run(town.casa) as home:
        home.exchange()
        home.follow(filed.uuid, RequestState.CANCELLED)
        assert {one.state for one in home.requests} == {RequestState.DRAFT, RequestState.CANCELLED}


def test_the_second_computer_that_asks_for_the_same_record_is_told_and_decides(run: Run, town: Town) -> None:
    with run(town.casa) as home:
        home.ask_change(ADDRESS.id, domicilio="Av. El Sol 45, Ñuñoa")
        first = home.wait_for(RequestState.FILED)
    town.server.stop()
    with run(town.colegio) as school:
        school.ask_change(ADDRESS.id, domicilio="Jr. Dos 2, Juliaca")
        (second,) = school.requests
        town.server.start()
        school.exchange()
        page = school.follow(second.uuid, RequestState.QUARANTINE)
        school.see(page.view, "otra solicitud abierta sobre el mismo registro", "anúlela y después corrija esta")

        school.cancel(first.uuid)  # of the other computer
        school.follow(first.uuid, RequestState.CANCELLED)
        page = school.follow(second.uuid, RequestState.QUARANTINE)
        school.do(page, Deed.CORRECT)
        legajo = school.legajo()
        school.wait(legajo.editor.isVisible)
        school.send(legajo)
        school.wait(lambda: school.requests[0].state is RequestState.FILED)
        assert school.requests[0].content.fields["domicilio"] == "Jr. Dos 2, Juliaca"
    assert [one.state for one in town.filed()] == [RequestState.FILED, RequestState.CANCELLED]


def test_the_person_sees_what_the_office_changed_and_chooses_before_it_goes(run: Run, town: Town) -> None:
    office = {**ADDRESS.fields, "domicilio": "Jr. Lima 5, Puno", "telefono_celular": "988777666"}
    with run(town.casa) as rosa:
        page = rosa.change(ADDRESS.id, domicilio="Av. El Sol 45, Ñuñoa", correo="rosa.nueva@ejemplo.pe")
        town.file_record(replace(ADDRESS, version=3, fields=office))
        rosa.exchange()
        rosa.wait(lambda: page.editing.needs_settling)

        said = answer("Seguir con mi borrador", lambda box: _mine(box, "Domicilio"))
        confirmed = answer("Enviar")
        rosa.click(page.editor.send)
        for words in ("Jr. Ñauparí 120, Juliaca", "Jr. Lima 5, Puno", "Av. El Sol 45, Ñuñoa", "988777666"):
            assert words in said[0]
        assert "Jr. Lima 5, Puno" in confirmed[0], "what it would replace is the record as it is now"
        filed = rosa.wait_for(RequestState.FILED)
        assert filed.content.base is None or filed.content.base.version == 3
        asked = {**office, "domicilio": "Av. El Sol 45, Ñuñoa", "correo": "rosa.nueva@ejemplo.pe"}
        assert filed.content.fields == asked, "what only the office changed stays"
        town.decide("atender")
        rosa.exchange()
        told = rosa.open_record(ADDRESS.id).view
        rosa.see(told, "Av. El Sol 45, Ñuñoa", "988777666", "rosa.nueva@ejemplo.pe", "actualizado el")
        assert "Jr. Lima 5, Puno" not in read(told)


def test_a_queued_request_that_the_office_overtook_comes_back_to_be_decided(run: Run, town: Town) -> None:
    town.server.stop()
    with run(town.casa) as rosa:
        rosa.ask_change(ADDRESS.id, domicilio="Av. El Sol 45, Ñuñoa")
        town.file_record(replace(ADDRESS, version=3, fields={**ADDRESS.fields, "domicilio": "Jr. Lima 5, Puno"}))
        town.server.start()
        rosa.exchange()
        refused = rosa.wait_for(RequestState.QUARANTINE)
        page = rosa.follow(refused.uuid, RequestState.QUARANTINE)
        rosa.see(page.view, "ver qué cambió la oficina")
        said = answer("Seguir con mi borrador", lambda box: _mine(box, "Domicilio"))
        rosa.do(page, Deed.CORRECT)
        legajo = rosa.legajo()
        rosa.wait(legajo.editor.isVisible)
        rosa.wait(lambda: said)
        assert "Jr. Lima 5, Puno" in said[0]
        rosa.send(legajo)
        filed = rosa.wait_for(RequestState.FILED)
        assert filed.content.fields["domicilio"] == "Av. El Sol 45, Ñuñoa"
    assert [one.state for one in town.filed()] == [RequestState.FILED]


def _mine(box: QDialog, field: str) -> None:
    """Keep what was written in this field, by a click on its words."""
    wanted = f"{field}: lo que usted escribió"
    button = next(one for one in box.findChildren(QRadioButton) if one.accessibleName().startswith(wanted))
    words = next(one for one in box.findChildren(QLabel) if one.buddy() is button)
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert button.isChecked()
