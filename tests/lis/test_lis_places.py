"""Who worked where: searching for a school and a post; and the index that an older version of the program left."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.selftest import PASSWORD
from documents.lis.memory import Known
from storage.connection import Connection
from storage.lis import lis_counts, lis_files, payslip_text, search_lis
from storage.lis_completing import complete_index
from storage.lis_import import Importer, forget_file
from storage.lis_records import ImportFate, LisQuery, LisRow
from storage.profile import open_profile
from tests.lis.files import month
from tests.storage.people import NOW

OLD = Path(__file__).parent / "old_index"  # left by the program whose lis.db was of schema 1
MARCH = {"WRONG_SUM": 9, "STRANGE_LINE": 5}


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Connection]:
    with (
        open_profile(shutil.copytree(OLD, tmp_path / "0123456789abcdef"), PASSWORD, now=NOW) as vault,
        vault.lis() as db,
    ):
        yield db


def taken(db: Connection, folder: Path, number: int, *, replace: bool = False) -> ImportFate:
    path = folder / f"planilla_2015_{number:02d}.lis"
    path.write_bytes(month(number=number, **MARCH))
    return Importer(db).take(path, at=NOW, replace=replace).fate


def found(db: Connection, text: str = "", place: str = "", **span: int) -> tuple[LisRow, ...]:
    return search_lis(db, LisQuery(text, place=place, **span))


def test_a_school_gives_its_people_in_its_months(db: Connection, tmp_path: Path) -> None:
    for number in (3, 4):
        taken(db, tmp_path, number)
    everybody = found(db)
    somebody = everybody[0]
    assert somebody.establecimiento
    assert somebody.cargo
    same = {row.number for row in everybody if row.establecimiento == somebody.establecimiento}
    assert {row.number for row in found(db, place=somebody.establecimiento)} >= same
    words = f"{somebody.establecimiento} {somebody.cargo}".lower()
    both = {
        row.number
        for row in everybody
        if row.establecimiento == somebody.establecimiento and row.cargo == somebody.cargo
    }
    assert {row.number for row in found(db, place=words)} == both
    april = found(db, place=words, desde=201504)
    assert {row.periodo for row in april} == {201504}
    assert {row.number for row in april} < both


def test_a_school_and_a_person_are_both_asked_for(db: Connection, tmp_path: Path) -> None:
    taken(db, tmp_path, 3)
    first, *others = found(db)
    other = next(row for row in others if row.establecimiento != first.establecimiento)
    assert [row.number for row in found(db, first.doc_numero, first.establecimiento)] == [first.number]
    assert found(db, first.doc_numero, other.establecimiento) == ()
    assert [row.number for row in found(db, first.numero_boleta, first.establecimiento)] == [first.number]
    assert found(db, place="ninguna parte") == ()


def test_an_index_of_the_first_version_is_all_there(old: Connection) -> None:
    rows = found(old)
    assert len(rows) == lis_counts(old).payslips == 80
    assert lis_counts(old).unplaced == 2
    text = month(number=3, **MARCH).decode("latin-1")
    assert all(payslip_text(old, row.number) in text for row in rows if row.periodo == 201503)
    assert {(row.establecimiento, row.cargo) for row in rows} == {("", "")}
    assert found(old, place="profesor") == ()


def test_an_old_index_is_completed_from_its_own_text(old: Connection, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("storage.lis_completing.STEP", 30)
    seen: list[tuple[int, int]] = []
    assert not complete_index(old, lambda done, total: seen.append((done, total)), lambda: len(seen) == 1)
    assert lis_counts(old).unplaced == 2
    assert complete_index(old, lambda done, total: seen.append((done, total)))
    assert seen == [(30, 80), (30, 50), (50, 50)]
    assert lis_counts(old).unplaced == 0
    noted = {(row.numero_boleta, row.periodo): (row.establecimiento, row.cargo) for row in found(old)}
    by_school = found(old, place="profesor")
    assert complete_index(old)
    assert taken(old, tmp_path, 3, replace=True) is ImportFate.SAME
    forget_file(old, lis_files(old)[0].number)
    forget_file(old, lis_files(old)[0].number)
    assert taken(old, tmp_path, 3) is ImportFate.DONE
    fresh = {(row.numero_boleta, row.periodo): (row.establecimiento, row.cargo) for row in found(old)}
    assert fresh == {key: places for key, places in noted.items() if key in fresh}
    assert len(fresh) == 40
    assert len(by_school) == 80


def test_an_old_index_takes_new_files_and_old_ones_again(old: Connection, tmp_path: Path) -> None:
    assert taken(old, tmp_path, 5) is ImportFate.DONE
    assert {row.periodo for row in found(old, place="profesor")} == {201505}
    assert taken(old, tmp_path, 3) is ImportFate.SAME
    assert taken(old, tmp_path, 3, replace=True) is ImportFate.DONE
    assert taken(old, tmp_path, 3, replace=True) is ImportFate.SAME
    assert {row.periodo for row in found(old, place="profesor")} == {201503, 201505}
    assert sorted(file.placed for file in lis_files(old)) == [False, True, True]
    assert lis_counts(old).payslips == len(found(old)) == 120


def test_what_came_lately_is_known_and_the_rest_is_forgotten() -> None:
    known: Known[int, str] = Known(3)
    for number in range(7):
        known.keep(number, str(number))
    assert known.recalled(0) is None
    assert (known.get(6), known.recalled(5), known.get(5)) == ("6", "5", "5")
    assert len(known) <= 3
