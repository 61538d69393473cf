"""Two specialists with a program each: decided without a line, closed, sent later; the slower one is told by whom."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from central.store.requests import find_request
from desktop.dialogs.looks import LooksDialog
from desktop.presenters.tray_case import Decision
from storage.office_wishes import QueuedLook, queued_looks
from storage.request_records import RequestState
from tests.desktop.legajo_scenes import ADDRESS
from tests.journeys.request_scenery import Computer, Town
from tests.journeys.request_screens import Screen, read

pytestmark = pytest.mark.timeout(120)
Run = Callable[[Computer], AbstractContextManager[Screen]]
WHY = "Falta el recibo de luz."


def state_of(town: Town, uuid: str) -> str:
    """As the office's service keeps it."""
    with town.store.reading() as db:
        kept = find_request(db, uuid)
    return kept.state if kept else ""


def untold_looks(screen: Screen) -> tuple[QueuedLook, ...]:
    """What the person of the office looked at, as long as the office's service does not know."""
    with screen.custody.opened.vault.outbox() as box:
        return queued_looks(box)


def test_decisions_without_a_line_outlive_the_program_and_only_one_of_two_wins(run: Run, town: Town) -> None:
    with run(town.casa) as rosa:
        rosa.ask_change(ADDRESS.id, domicilio="Av. El Sol 45, Ñuñoa")
        filed = rosa.wait_for(RequestState.FILED)

    with run(town.oficina) as ruth:
        tray = ruth.tray(filed.uuid)
        town.server.stop()
        ruth.keep(tray, Decision.TAKE)
        ruth.wait(lambda: Decision.LEAVE in tray.view.buttons)
        ruth.keep(tray, Decision.OBSERVE, "Observar", WHY)
        ruth.see(tray, "2 decisiones por enviar")
        tray.filters.choose("observed")
        ruth.see(tray, "Usted ya decidió; falta que llegue a la oficina", WHY)

    town.server.start()
    with run(town.al_lado) as mario:
        beside = mario.tray(filed.uuid)
        assert Decision.ATTEND in beside.view.buttons, "nobody can know of Ruth's decision yet"
        mario.keep(beside, Decision.ATTEND, "Atender")
        town.clock.forward(minutes=5)
        with run(town.oficina) as ruth:  # of itself: nobody presses anything
            ruth.wait(lambda: state_of(town, filed.uuid) == "observado")
            ruth.wait(lambda: not untold_looks(ruth))  # what she looked at is told after what she decided
            ruth.at_rest()
        mario.exchange()
        mario.see(beside, "RUTH CHOQUE ÑACA", "ya la observó", "no se aplicó")
        assert state_of(town, filed.uuid) == "observado"

    with run(town.casa) as rosa:
        rosa.exchange()
        page = rosa.follow(filed.uuid, RequestState.OBSERVED)
        rosa.see(page.view, WHY)
        legajo = rosa.legajo()
        dialog = LooksDialog(rosa.custody.opened, legajo)
        rosa.wait(dialog.isVisible)
        told = {(line.who, line.what) for line in dialog.list.model.rows}
        assert told >= {("RUTH CHOQUE ÑACA", filed.code), ("MARIO YANA HUANCA", filed.code)}
        assert "2 personas" in read(dialog)
        dialog.accept()
