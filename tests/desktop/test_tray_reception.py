"""Bandeja of a mesa de partes over a real API: covers, completeness, reception without a line, who was faster."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from central.publishing import Publisher
from central.settings import CHEAP
from desktop.dialogs.roles import RolesDialog
from desktop.pages.tray_page import TrayPage
from desktop.presenters.tray_case import Decision
from desktop.theme import Appearance, Look, Theme
from desktop.widgets.tray_reception_dialog import ReceptionDialog
from tests.central.legajo_calls import COURSE, uuid
from tests.desktop.test_tray_page import (
    OFFICE,
    Counter,
    answer,
    counter,
    key,
    open_case,
    rosa,
    send,
    visit,
    words,
)

__all__ = ["counter", "rosa"]  # fixtures
Grab = Callable[..., Path]
SEEN = "MPT-FUT2026-EXT-77"


def at_the_counter(counter: Counter, user: str = "99900018") -> None:
    """Rosa works at the mesa de partes now."""
    Publisher(counter.store, cost=CHEAP).appoint(user, OFFICE, ("mesa_partes",))


def fill_in(number: str = SEEN, *, firma: bool = False) -> Callable[[Any], None]:
    def write(box: ReceptionDialog) -> None:
        box.number.put("")
        next(one for one in box.findChildren(QAbstractButton) if one.text() == "&Recibir y derivar").click()
        assert "expediente" in box.number.below, "a number is demanded"
        box.number.put(number)
        box.ticks["firma"].setChecked(firma)

    return write


def receive(qtbot: QtBot, page: TrayPage, number: str = SEEN, *, firma: bool = False) -> None:
    answer("&Recibir y derivar", fill_in(number, firma=firma))
    before = page.deciding.batch
    key(page, "E")
    qtbot.waitUntil(lambda: page.deciding.batch not in {"", before}, timeout=10_000)


def test_it_sees_a_cover_receives_without_a_line_and_the_person_reads_it(qtbot: QtBot, counter: Counter) -> None:
    at_the_counter(counter)
    counter.ask(1, note="Es urgente.")
    page = open_case(qtbot, visit(qtbot, counter), 1)
    assert [page.filters.choice.itemData(place) for place in range(2)] == ["unreceived", "received"]
    assert list(page.view.buttons) == [Decision.RECEIVE]
    shown = words(page.view)
    assert "Todavía sin número de expediente" in shown
    assert "Folios declarados: 1" in shown
    assert "Es urgente." not in shown
    assert COURSE["materia"] not in shown
    assert not [button for button in page.view.findChildren(QAbstractButton) if button.text() in {"Ver", "Traer"}]
    with counter.opened.vault.office() as db:
        assert COURSE["materia"] not in (db.text("SELECT body FROM case_body") or "")
    receive(qtbot, page, firma=True)
    assert page.banner.text.endswith("Se envía en 8 segundos.")
    page.filters.choose("received")
    qtbot.waitUntil(lambda: page.view.shown is not None and SEEN in words(page.view), timeout=10_000)
    assert "falta que llegue a la oficina" in words(page.view)
    send(qtbot, page, counter)
    assert "quedó recibida" in page.banner.text
    own = [one["request"] for one in counter.ana.ask("GET", "/v1/sync").json()["changes"] if one["kind"] == "request"]
    assert own[0]["expediente"]["numero"] == SEEN
    assert "Falta la firma en el FUT" in own[0]["history"][-1]["note"]
    page.filters.choose("lacking")
    qtbot.waitUntil(lambda: page.list.current is not None and page.list.current.reception == "recibida, falta algo")
    looks = [
        one["look"]["who"] for one in counter.ana.ask("GET", "/v1/sync").json()["changes"] if one["kind"] == "look"
    ]
    assert looks == ["ROSA ÑAHUI"]


def test_who_received_it_first_is_named_and_the_own_number_is_not_lost(qtbot: QtBot, counter: Counter) -> None:
    at_the_counter(counter)
    at_the_counter(counter, "99900019")
    request = counter.ask(1)
    page = open_case(qtbot, visit(qtbot, counter), 1)
    reception = {
        "expediente": {"numero": "9", "clave": "", "fecha": None},
        "folios": 1,
        "desk": "escalafon",
        "lacking": [],
    }
    members = {"action": "recibir", "seen": request["changed_at"], "reception": reception}
    assert counter.juan.put(f"/v1/office/requests/{uuid(1)}/decisions/{uuid(50)}", members).status_code == 200
    receive(qtbot, page)
    send(qtbot, page, counter)
    assert "JUAN ÑAHUI ya la recibió" in page.banner.text
    page.filters.choose("refused")
    qtbot.waitUntil(lambda: page.view.shown is not None and page.view.shown.refused, timeout=10_000)


def test_planillas_reads_what_is_about_pay_and_decides_nothing(qtbot: QtBot, counter: Counter) -> None:
    Publisher(counter.store, cost=CHEAP).appoint("99900018", OFFICE, ("planillas",))
    counter.ask(1)
    pay = {
        "concepto": "pago_indebido", "importe": "150.00", "fecha_beneficio": "2025-03-01",
        "numero_resolucion": "RD N° 12-2025-UGEL", "fecha_resolucion": "2025-03-01",
    }  # fmt: skip
    counter.ask(2, section="V", kind="pago_indebido", fields=pay)
    page = open_case(qtbot, visit(qtbot, counter), 2)
    assert page.found is not None
    assert [line.uuid for line in page.found.lines] == [uuid(2)]
    assert page.view.buttons == {}
    assert "150.00" in words(page.view)
    for letter in ("A", "T", "E"):
        key(page, letter)
    assert page.deciding.batch == ""
    key(page, "N")
    qtbot.waitUntil(lambda: page.papers.is_open and page.papers.pane.isVisibleTo(page), timeout=10_000)
    held = open_case(qtbot, page, 2).opened
    assert held is not None
    assert held.case.whole


def test_who_administers_is_told_figures_beside_the_roles(qtbot: QtBot, counter: Counter) -> None:
    counter.ask(1)
    Publisher(counter.store, cost=CHEAP).appoint("99900018", OFFICE, ("administrador",))
    dialog = RolesDialog(counter.opened, None)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "Por recibir en mesa de partes: 1." in words(dialog), timeout=10_000)
    assert "Por atender: 1 (0 vencidas, 0 por vencer)." in words(dialog)


@pytest.mark.parametrize("size", [100, 200])
def test_the_counter_s_page_and_its_question_fit_the_screen(
    qtbot: QtBot, counter: Counter, look: Theme, size: int, grab: Grab
) -> None:
    at_the_counter(counter)
    look.apply(Look(Appearance.LIGHT, size))
    for number in range(1, 4):
        counter.ask(number)
    width, height = 1366 - min(212 * size // 100, 330), 768 - 40 * size // 100
    page = open_case(qtbot, visit(qtbot, counter, width, height), 2)
    grab(page, f"tray-counter-{size}", width, height)
    assert page.minimumSizeHint().width() <= width

    def look_at(box: ReceptionDialog) -> None:
        box.number.put(SEEN)
        hint = box.sizeHint()
        grab(box, f"tray-reception-{size}", hint.width(), min(hint.height(), 700))

    said = answer("&Cancelar", look_at)
    page.view.buttons[Decision.RECEIVE].click()
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert page.deciding.batch == ""
