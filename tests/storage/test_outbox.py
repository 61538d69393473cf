"""The table of wishes: which states count as pending, and what may never happen to a request."""

import uuid
from collections.abc import Iterator

import pytest

from storage.connection import Connection, transaction
from storage.errors import BugError
from storage.outbox import pending_count
from storage.vault import Vault

STATES = {
    "borrador": False, "listo": True, "subiendo": True, "enviando": True, "espera_sesion": True, "espera_red": True,
    "cuarentena": True, "en_solicitud": False, "observado": False, "atendido": False, "rechazado": False,
    "anulado": False,
}  # fmt: skip


@pytest.fixture
def outbox(vault: Vault) -> Iterator[Connection]:
    with vault.outbox() as db:
        yield db


def ask(db: Connection, number: int, state: str) -> str:
    """A request in a state, with what that state requires."""
    key = str(uuid.UUID(int=number))
    with transaction(db):
        db.run(
            "INSERT INTO update_request (uuid, number, section, body, state, created_at, queued_at, code, reason)"
            " VALUES (:uuid, :number, 'formación', '{}', :state, '2026', '2026', :code, 'motivo')",
            uuid=key,
            number=number,
            state=state,
            code=f"S-{number}",
        )
    return key


def test_what_has_not_reached_the_office_is_pending(outbox: Connection, vault: Vault) -> None:
    for number, state in enumerate(STATES, start=1):
        before = pending_count(outbox)
        ask(outbox, number, state)
        assert pending_count(outbox) - before == STATES[state], state
    with vault.cache() as cache:
        assert pending_count(cache) == pending_count(outbox) == sum(STATES.values())


@pytest.mark.parametrize("state", [state for state in STATES if state != "borrador"])
def test_a_queued_request_is_frozen(outbox: Connection, state: str) -> None:
    key = ask(outbox, 1, state)
    for change in (
        "body = '{\"a\":1}'",
        "section = 'otra'",
        "uuid = replace(uuid, '0', '1')",
        "number = 5",
        "created_at = ''",
    ):
        with pytest.raises(BugError, match="frozen"):
            outbox.run("UPDATE update_request SET " + change)  # noqa: S608 - constants of this test
    assert outbox.number("SELECT count(*) FROM update_request WHERE uuid = :uuid AND body = '{}'", uuid=key) == 1


def test_a_draft_can_still_be_edited(outbox: Connection) -> None:
    key = ask(outbox, 1, "borrador")
    assert outbox.run("UPDATE update_request SET body = '{\"a\":1}' WHERE uuid = :uuid", uuid=key) == 1


@pytest.mark.parametrize("final", ["atendido", "rechazado", "anulado"])
def test_what_is_over_stays_over(outbox: Connection, final: str) -> None:
    key = ask(outbox, 1, final)
    with pytest.raises(BugError, match="never goes back"):
        outbox.run("UPDATE update_request SET state = 'listo' WHERE uuid = :uuid", uuid=key)


def test_a_queued_request_never_becomes_a_draft_again(outbox: Connection) -> None:
    key = ask(outbox, 1, "listo")
    with pytest.raises(BugError, match="never goes back"):
        outbox.run("UPDATE update_request SET state = 'borrador' WHERE uuid = :uuid", uuid=key)


@pytest.mark.parametrize(
    "change",
    [
        "state = 'perdido'", "code = NULL, state = 'en_solicitud'", "reason = NULL, state = 'cuarentena'",
        "queued_at = NULL", "tries = -1", "cancel_wanted = 2", "code = ''",
    ],
)  # fmt: skip
def test_states_that_cannot_be_are_refused(outbox: Connection, change: str) -> None:
    ask(outbox, 1, "enviando")
    with pytest.raises(BugError):
        outbox.run("UPDATE update_request SET " + change)  # noqa: S608 - constants of this test


def test_two_requests_never_share_an_id_or_a_number(outbox: Connection) -> None:
    ask(outbox, 1, "listo")
    with pytest.raises(BugError):
        ask(outbox, 1, "listo")
