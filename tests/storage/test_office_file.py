"""office.db: made at its first use, encrypted, with the wishes beneath; begun anew when it is damaged."""

import pytest

from storage.drafts import new_draft
from storage.errors import DamagedFileError, FolderDeniedError
from storage.profile import Vault, erase_profile
from tests.storage.requests import NOW, content, key


def test_it_is_made_at_its_first_use_with_the_wishes_beneath(vault: Vault) -> None:
    assert not vault.has_office()
    with vault.outbox() as box:
        new_draft(box, key(1), content(), NOW)
    with vault.office() as db:
        assert vault.has_office()
        assert db.number("SELECT count(*) FROM outbox.update_request") == 1
        with pytest.raises(FolderDeniedError):
            db.run("DELETE FROM outbox.update_request")


def test_a_damaged_one_is_said_and_begun_anew(vault: Vault) -> None:
    with vault.office() as db:
        db.run("UPDATE office_mark SET cursor = 'c'")
    path = vault.directory / "office.db"
    path.write_bytes(b"x" * 8_192)
    with pytest.raises(DamagedFileError):
        vault.office()
    aside = vault.restart_office()
    assert aside is not None
    assert aside.name == "office.damaged-1.db"
    with vault.office() as db:
        assert db.text("SELECT cursor FROM office_mark") is None


def test_a_damaged_outbox_does_not_keep_anybody_from_it(vault: Vault) -> None:
    (vault.directory / "outbox.db").write_bytes(b"x" * 8_192)
    vault.examine()
    with vault.office() as db:
        assert db.missing == vault.directory / "outbox.db"
        assert db.number("SELECT count(*) FROM office_case") == 0


def test_nothing_of_it_is_readable_and_erasing_a_profile_takes_it_along(vault: Vault) -> None:
    with vault.office() as db:
        db.run(
            "INSERT INTO servant VALUES ('99912345', 1, 'DNI', 'ÑAUPARI', 'ROSA', '1099912345', 'PROFESORA', '0123456',"
            " '54001 SAN JOSE', 'Ley 29944', ' NAUPARI ROSA')"
        )
        files = {path.name: path.read_bytes() for path in vault.directory.iterdir()}
    assert "office.db" in files
    for marker in (b"99912345", b"SAN JOSE", b"CREATE TABLE", b"SQLite format"):
        assert not [name for name, content in files.items() if marker in content], marker
    vault.close()
    erase_profile(vault.directory)
    assert not vault.directory.exists()
