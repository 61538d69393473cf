"""Files of wishes: whole or not at all, once, in pieces, and dropped when nothing needs them."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage import attachments, drafts
from storage.connection import Connection
from storage.errors import BugError
from storage.outbox import settle
from storage.vault import Vault
from tests.storage.requests import FILE, NOW, content, document, key, sha

NAME = sha(FILE)


@pytest.fixture
def db(vault: Vault) -> Iterator[Connection]:
    with vault.outbox() as opened:
        yield opened


def named(db: Connection, number: int, *files: bytes, queued: bool = True, replaces: str = "") -> None:
    """A request that names these files."""
    for file in files:
        attachments.keep_file(db, sha(file), file)
    wish = content(number, documents=tuple(document(file) for file in files), replaces=replaces)
    drafts.new_draft(db, key(number), wish, NOW)
    if queued:
        drafts.queue(db, key(number), wish, NOW)


def decided(db: Connection, number: int, state: str) -> None:
    settle(db, key(number), f"SOL-{number}", NOW)
    db.run("UPDATE update_request SET state = :state, reason = 'motivo' WHERE uuid = :uuid", uuid=key(number),
           state=state)  # fmt: skip


def test_a_file_is_kept_whole_in_pieces_and_once(db: Connection) -> None:
    for _ in range(2):
        attachments.keep_file(db, NAME, FILE)
    assert attachments.file_bytes(db, NAME) == FILE
    assert attachments.file_size(db, NAME) == len(FILE)
    assert db.number("SELECT count(*) FROM attachment_piece") == 3
    assert db.number("SELECT max(length(content)) FROM attachment_piece") == attachments.PIECE


@pytest.mark.parametrize("wrong", [b"", FILE[:-1], FILE + b"!"])
def test_a_file_that_is_not_what_it_is_called_is_refused(db: Connection, wrong: bytes) -> None:
    with pytest.raises(BugError):
        attachments.keep_file(db, NAME, wrong)
    assert attachments.file_bytes(db, NAME) is None
    assert attachments.file_size(db, NAME) is None


def test_the_offset_of_an_upload_outlives_a_restart(vault: Vault) -> None:
    with vault.outbox() as db:
        attachments.keep_file(db, NAME, FILE)
        attachments.set_upload_offset(db, NAME, 4_711)
    with vault.outbox() as db:
        assert attachments.upload_offset(db, NAME) == 4_711
        attachments.keep_file(db, NAME, FILE)
        assert attachments.upload_offset(db, NAME) == 4_711, "keeping it again forgets nothing"
        attachments.set_upload_offset(db, NAME, 0)
        for beyond in (-1, len(FILE) + 1):
            with pytest.raises(BugError):
                attachments.set_upload_offset(db, NAME, beyond)
        assert attachments.upload_offset(db, NAME) == 0


def test_a_file_that_is_not_here_is_a_key_error(db: Connection) -> None:
    with pytest.raises(KeyError):
        attachments.piece(db, NAME, 0, 1)
    with pytest.raises(KeyError):
        attachments.upload_offset(db, NAME)
    with pytest.raises(KeyError):
        attachments.set_upload_offset(db, NAME, 0)


@settings(max_examples=40, deadline=None)
@given(offset=st.integers(0, len(FILE) + 9), size=st.integers(1, len(FILE)))
def test_any_piece_is_that_piece_of_the_file(lasting: Vault, offset: int, size: int) -> None:
    with lasting.outbox() as db:
        attachments.keep_file(db, NAME, FILE)
        assert attachments.piece(db, NAME, offset, size) == FILE[offset : offset + size]


@pytest.mark.parametrize("state", ["atendido", "anulado"])
def test_files_of_what_is_over_go_unless_another_request_names_them(db: Connection, state: str) -> None:
    named(db, 1, FILE, b"only of the first")
    named(db, 2, FILE)
    assert attachments.drop_unused(db) == 0
    decided(db, 1, state)
    assert attachments.drop_unused(db) == 1
    assert attachments.file_bytes(db, NAME) == FILE
    decided(db, 2, state)
    assert attachments.drop_unused(db) == 1
    assert db.number("SELECT count(*) FROM attachment_piece") == 0


def test_a_rejected_request_keeps_its_files_until_it_is_corrected(db: Connection) -> None:
    named(db, 1, FILE, b"wrong page")
    decided(db, 1, "rechazado")
    assert attachments.drop_unused(db) == 0
    named(db, 2, FILE, queued=False, replaces=key(1))
    assert attachments.drop_unused(db) == 0, "the correction is a draft still"
    drafts.queue(db, key(2), drafts.own_request(db, key(2)).content, NOW)
    assert attachments.drop_unused(db) == 1
    assert attachments.file_bytes(db, NAME) == FILE


def test_a_file_that_no_draft_names_yet_stays_while_the_profile_is_open(vault: Vault, db: Connection) -> None:
    attachments.keep_file(db, NAME, FILE)
    assert attachments.drop_unused(db) == 0
    vault.prepare_files()
    assert attachments.file_bytes(db, NAME) is None, "no draft was open when the profile was opened"
