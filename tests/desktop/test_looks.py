"""«Quién ha visto mi legajo» and the administrator's roles: dialogs over a real profile and a real API."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from central.app import create_app
from central.publishing import Publisher
from central.records import Oficina, Person
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from desktop.dialogs.looks import LooksDialog
from desktop.dialogs.roles import RolesDialog
from desktop.opened import Opened
from desktop.presenters.roles import changes_words, roles_trouble
from desktop.tasks.desk import Desk
from documents.payslip import Period
from storage import adoption
from storage.cache import store_page
from storage.records import FactPage, OfficeLook
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.errors import OfflineError
from sync.office_wire import RoleChange
from tests.central.legajo_calls import PASSWORD, UGEL, uuid
from tests.desktop.filling import make_vault
from tests.desktop.scenes import NOW, StillClock, make_payslip

Grab = Callable[..., Path]
OFFICE = Oficina(UGEL, "UGEL SAN ROMÁN")


@pytest.fixture
def opened(tmp_path: Path, clock: StillClock) -> Iterator[Opened]:
    with make_vault(tmp_path / "profiles") as vault:
        made = Opened(vault, Desk(vault), clock)
        yield made
        made.desk.close()


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def look(number: int, who: str, why: str, what: str, hours: int, times: int = 1) -> OfficeLook:
    at = NOW - timedelta(hours=hours)
    return OfficeLook(id=uuid(number), at=at, until=at, times=times, who=who, office=OFFICE.nombre, why=why, what=what)


def test_the_trace_says_who_when_and_what_for(qtbot: QtBot, opened: Opened, grab: Grab) -> None:
    looks = (
        look(1, "RUTH MARISOL CHOQUEHUANCA ÑACA", "solicitud", "SOL-2026-000123", 2, 3),
        look(2, "RUTH MARISOL CHOQUEHUANCA ÑACA", "documento", "SOL-2026-000123: Certificado", 2),
        look(3, "SILVIA CONDORI ÑAUPARI", "paquete", "Boletas de 2026", 50),
        look(4, "SILVIA CONDORI ÑAUPARI", "algo-nuevo", "", 90),
    )
    with opened.vault.cache() as db:
        page = FactPage(epoch="e", cursor="c", more=False, etag="x", facts=looks, server_time=NOW, next_sync_after=None)
        store_page(db, page, etag="x")
    dialog = LooksDialog(opened, None)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(dialog.isVisible)
    assert "2 personas" in words(dialog)
    lines = dialog.list.model.rows
    assert [(line.why, line.times) for line in lines] == [
        ("Vio una solicitud suya", "3 veces"), ("Abrió un documento", ""), ("Preparó un paquete de documentos", ""),
        ("algo-nuevo", ""),
    ]  # fmt: skip
    grab(dialog, "looks", 860, 560)


def test_without_a_look_it_says_what_will_be_told(qtbot: QtBot, opened: Opened) -> None:
    dialog = LooksDialog(opened, None)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(dialog.isVisible)
    assert "Nadie de una oficina ha visto su legajo" in words(dialog)


def person(number: int, nombres: str, *roles: str) -> Person:
    return Person(
        doc_tipo="DNI", doc_numero=f"9990001{number}", apellidos="ÑAHUI", nombres=nombres, correo="x@ejemplo.pe",
        oficina=OFFICE if roles else None, roles=roles,
    )  # fmt: skip


def test_the_administrator_gives_roles_and_is_told_what_cannot_be(
    qtbot: QtBot, opened: Opened, tmp_path: Path, clock: StillClock, grab: Grab
) -> None:
    with Store(f"sqlite:///{tmp_path / 'central.db'}") as store:
        publisher = Publisher(store, cost=CHEAP)
        publisher.publish_payslips([make_payslip(Period(2026, 11), doc_numero="99900017", codigo_ugel=UGEL)])
        publisher.add_person(person(7, "ANA LUZ"), "ana", PASSWORD)
        publisher.add_person(person(8, "GLADYS", "administrador"), "gladys", PASSWORD)
        with Server(create_app(Settings(captcha=False, password_cost=CHEAP), store)) as server:
            with opened.vault.cache() as db, closing(CentralClient(server.url, version="1", clock=clock)) as client:
                signed = sign_in(client, "gladys", PASSWORD, None, None, "prueba")
                adoption.adopt_session(db, signed.session, signed.person)
            dialog = RolesDialog(opened, None)
            qtbot.addWidget(dialog)
            qtbot.waitUntil(lambda: len(dialog.list.model.rows) == 1, timeout=10_000)
            dialog.document.edit.setText("99900017")
            dialog.ticks["escalafon"].setChecked(True)
            dialog.keep.click()
            qtbot.waitUntil(lambda: len(dialog.list.model.rows) == 2, timeout=10_000)
            assert "GLADYS ÑAHUI dejó a ANA LUZ ÑAHUI con Escalafón (antes ninguno)" in words(dialog)
            grab(dialog, "roles", 760, 620)
            dialog.list.choose("99900018")
            qtbot.waitUntil(dialog.ticks["administrador"].isChecked)
            dialog.ticks["administrador"].setChecked(False)
            dialog.keep.click()
            qtbot.waitUntil(lambda: "quedaría sin administrador" in words(dialog), timeout=10_000)
            dialog.document.edit.setText("00000000")
            dialog.keep.click()
            qtbot.waitUntil(lambda: "Nadie con ese documento" in words(dialog), timeout=10_000)


def test_changes_and_faults_of_roles_have_words() -> None:
    at = datetime(2026, 11, 1, 9, tzinfo=UTC)
    told = changes_words((RoleChange(at, "A B", "C D", ("planillas",), ()),) * 9, NOW)
    assert told.count("A B dejó a C D con ninguno (antes Planillas)") == 5
    assert roles_trouble(OfflineError("name"))
