"""office.db and checks.db with a spoilt page: found by the examination, begun anew with what is here alone."""

from datetime import timedelta
from pathlib import Path

import pytest

from documents.batch.recipe import Part, Recipe
from documents.payslip import Period
from documents.people.records import ListedPerson
from storage import decisions, office, packets
from storage.checks import batches, begin_batch
from storage.errors import DamagedFileError
from storage.packet_records import PeopleGroup
from storage.vault import Vault
from tests.storage.requests import NOW, key
from tests.storage.test_decisions import wanted

PAGE = 4096
PEOPLE = 120
LISTED = [
    ListedPerson(doc_numero=f"999{number:05d}", apellidos="MAMANI ÑAUPARI", nombres=f"ROSA {number}")
    for number in range(PEOPLE)
]


def fill(vault: Vault) -> Path:
    """Recipes, a group, a job; a decision waits in the outbox."""
    with vault.office() as db:
        for number in range(3):
            recipe = Recipe(
                name=f"Boletas {number}", parts=(Part.PAYSLIPS,), desde=Period(2015, 1), hasta=Period(2015, 9)
            )
            packets.save_recipe(db, recipe, NOW)
        packets.save_group(db, PeopleGroup("IE 70000", tuple(LISTED[:40])), NOW)
        packets.begin_job(db, key(1), packets.saved_recipes(db)[0], LISTED, folder="x", office="UGEL", at=NOW)
        db.run("UPDATE office_mark SET cursor = 'c'")
    with vault.outbox() as box:
        decisions.decide(box, [wanted(1)], batch=key(5), at=NOW, ready_at=NOW + timedelta(seconds=8))
    return vault.directory / "office.db"


def spoil(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[page * PAGE + 99] ^= 1
    path.write_bytes(content)


def held(vault: Vault) -> tuple[int, int, int, int]:
    """Recipes, groups, jobs, people of jobs."""
    with vault.office() as db:
        people = db.number("SELECT count(*) FROM packet_person")
        return len(packets.saved_recipes(db)), len(packets.saved_groups(db)), len(packets.packet_jobs(db)), people


def test_the_examination_finds_it_and_what_is_here_alone_is_kept_as_far_as_it_can_be_read(vault: Vault) -> None:
    path = fill(vault)
    pages = path.stat().st_size // PAGE
    whole = path.read_bytes()
    kept, found_all = [], 0
    for page in range(1, pages, 3):
        path.write_bytes(whole)
        spoil(path, page)
        assert vault.examine() == (path,)
        with pytest.raises(DamagedFileError):
            vault.office()
        aside = vault.restart_office()
        assert aside is not None
        assert aside.stat().st_size == len(whole)
        assert vault.damaged == ()
        kept.append(held(vault))
        found_all += kept[-1] == (3, 1, 1, PEOPLE)
        with vault.office() as db:
            assert db.text("SELECT cursor FROM office_mark") is None, "the rest comes again"
        aside.unlink()
    assert found_all > len(kept) // 2, "a page of what comes again costs nothing"
    # One page of people takes its own rows at most; a page on the way to them takes both sides' neighbours along.
    assert min(people for *_, people in kept if people) >= PEOPLE // 4
    assert sum(jobs for _, _, jobs, _ in kept) >= len(kept) - 3, "its own page, and those that say where tables are"
    with vault.outbox() as box:
        assert [own.uuid for own in decisions.open_decisions(box)] == [key(101)]


def test_what_is_no_database_any_more_is_begun_empty_and_a_role_that_went_takes_its_lists_along(vault: Vault) -> None:
    path = fill(vault)
    with vault.office() as db:
        assert office.note_roles(db, ("planillas",)), "nobody had noted for whom it was: the lists stay, the rest goes"
        assert len(packets.saved_groups(db)) == 1
        assert office.note_roles(db, ("mesa_partes",))
        assert packets.saved_groups(db) == packets.packet_jobs(db) == ()
        assert len(packets.saved_recipes(db)) == 3
        assert not office.note_roles(db, ("mesa_partes",))
    path.write_bytes(b"x" * 2 * PAGE)
    assert vault.find_damage() == (path,)
    vault.restart_office()
    assert held(vault) == (0, 0, 0, 0)
    assert vault.find_damage() == ()


def test_verdicts_of_a_folder_are_kept_too(vault: Vault) -> None:
    with vault.checks() as db:
        begin_batch(db, "Boletas", [f"carpeta/boleta-{number:04d}.pdf" for number in range(400)], NOW)
    path = vault.directory / "checks.db"
    spoil(path, path.stat().st_size // PAGE - 2)
    assert vault.examine() == (path,)
    vault.restart_checks()
    with vault.checks() as db:
        assert [batch.name for batch in batches(db)] == ["Boletas"]
        assert 200 < db.number("SELECT count(*) FROM batch_file") < 400
    assert vault.examine() == ()
