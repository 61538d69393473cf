"""The index: encrypted, resumable, the same file once, and everybody found."""

from dataclasses import replace
from pathlib import Path

import pytest

from documents.lis.records import State
from storage import lis_import
from storage.connection import Connection
from storage.errors import DamagedFileError
from storage.lis import (
    lis_counts,
    lis_files,
    payslip_text,
    remarks_of,
    search_lis,
)
from storage.lis_import import Importer, forget_file
from storage.lis_records import ImportFate, ImportProgress, LisQuery, LisRow
from storage.profile import erase_profile
from storage.search import fold
from storage.vault import Vault
from tests.lis.files import PEOPLE, month
from tests.storage.people import NOW


@pytest.fixture
def march(tmp_path: Path) -> Path:
    path = tmp_path / "planilla_2015_03.lis"
    path.write_bytes(month(WRONG_SUM=9, STRANGE_LINE=5))
    return path


def found(db: Connection, text: str, **limits: int) -> list[LisRow]:
    return list(search_lis(db, LisQuery(text, **limits)))


def test_a_file_is_imported_with_its_remarks(db: Connection, march: Path) -> None:
    report = Importer(db).take(march, at=NOW)
    assert (report.fate, report.remark_count, len(report.remarks)) == (ImportFate.DONE, 2, 2)
    assert dict(report.states) == {State.GOOD: 38, State.REMARKS: 1, State.SUMS: 1}
    assert lis_counts(db).payslips == lis_counts(db).people == len(PEOPLE)
    assert [file.complete for file in lis_files(db)] == [True]
    assert remarks_of(db, lis_files(db)[0].number) == report.remarks


def test_everybody_is_found_by_document_name_number_and_month(db: Connection, tmp_path: Path) -> None:
    importer = Importer(db)
    for number in (3, 4):
        path = tmp_path / f"{number}.lis"
        path.write_bytes(month("ayacucho", number=number))
        importer.take(path, at=NOW)
    somebody = PEOPLE[0]
    assert [row.periodo for row in found(db, somebody.dni)] == [201504, 201503]
    assert {row.doc_numero for row in found(db, f"10{somebody.dni}")} == {somebody.dni}
    plain = fold(f"{somebody.nombres} {somebody.paterno} {somebody.materno}").lower()
    assert somebody.dni in {row.doc_numero for row in found(db, plain)}
    assert [row.periodo for row in found(db, somebody.dni, desde=201504)] == [201504]
    assert len(found(db, "", desde=201503, hasta=201503)) == len(PEOPLE)
    assert [row.doc_numero for row in found(db, "000002-03")] == [PEOPLE[1].dni]
    assert found(db, f"{somebody.dni} 000002-03") == []
    assert found(db, "nadie") == found(db, "nadie 000002-03") == []


def test_the_text_of_a_payslip_comes_back_as_it_was(db: Connection, march: Path) -> None:
    Importer(db).take(march, at=NOW)
    text = march.read_bytes().decode("latin-1")
    rows = search_lis(db, LisQuery(limit=100))
    assert len(rows) == len(PEOPLE)
    for row in rows:
        printed = payslip_text(db, row.number)
        assert printed in text
        assert row.doc_numero in printed
        assert text[: text.index(printed)].count("\n") + 1 == row.line
    with pytest.raises(KeyError):
        payslip_text(db, 9_999)


def test_the_same_file_twice_changes_nothing_whatever_its_name(db: Connection, march: Path) -> None:
    importer = Importer(db)
    first = importer.take(march, at=NOW)
    copy = march.rename(march.with_name("copia.lis"))
    again = importer.take(copy, at=NOW)
    assert again.fate is ImportFate.SAME
    assert again.file == first.file
    assert lis_counts(db).payslips == len(PEOPLE)


def test_a_changed_file_is_said_and_touches_nothing_until_asked(db: Connection, march: Path) -> None:
    importer = Importer(db)
    importer.take(march, at=NOW)
    march.write_bytes(month(number=5))
    said = importer.take(march, at=NOW)
    assert said.fate is ImportFate.CHANGED
    assert {row.periodo for row in found(db, "")} == {201503}
    assert importer.take(march, at=NOW, replace=True).fate is ImportFate.DONE
    assert {row.periodo for row in found(db, "")} == {201505}
    assert len(lis_files(db)) == 1


def test_files_of_one_name_in_folders_of_two_years_are_two_files(db: Connection, tmp_path: Path) -> None:
    importer = Importer(db)
    for year in (2014, 2015):
        path = tmp_path / str(year) / "ENERO.LIS"
        path.parent.mkdir()
        path.write_bytes(month(year=year, number=1))
        assert importer.take(path, at=NOW).fate is ImportFate.DONE
    assert [file.name for file in lis_files(db)] == ["ENERO.LIS", "ENERO.LIS"]
    assert {row.periodo for row in found(db, "")} == {201401, 201501}


def test_stopped_in_the_middle_it_goes_on_there(db: Connection, march: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lis_import, "STRETCH", 9_000)
    steps: list[ImportProgress] = []
    half = Importer(db).take(march, at=NOW, report=steps.append, stopped=lambda: len(steps) >= 3)
    assert half.fate is ImportFate.STOPPED
    assert half.file is not None
    assert not half.file.complete
    assert half.file.payslips == len(found(db, "")) > 0
    whole = Importer(db).take(march, at=NOW)
    assert (whole.fate, whole.remark_count) == (ImportFate.DONE, 2)
    lines = [row.line for row in found(db, "")]
    assert len(lines) == len(set(lines)) == len(PEOPLE)
    text = march.read_bytes().decode("latin-1").split("\n")
    assert all(text[line - 1].lstrip("\f").startswith("DRE JUNIN") for line in lines)


def test_a_crash_between_stretches_leaves_what_was_stored(
    vault: Vault, march: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lis_import, "STRETCH", 9_000)

    def crash(step: ImportProgress) -> None:
        if step.done > 20_000:
            raise RuntimeError("power cut")

    with vault.lis() as db, pytest.raises(RuntimeError):
        Importer(db).take(march, at=NOW, report=crash)
    with vault.lis() as db:
        stored = lis_files(db)[0].payslips
        assert 0 < stored == len(found(db, "")) < len(PEOPLE)
        assert Importer(db).take(march, at=NOW).fate is ImportFate.DONE
        assert len(found(db, "")) == len(PEOPLE)


def test_what_is_no_payroll_is_refused_and_a_missing_file_said(db: Connection, tmp_path: Path) -> None:
    other = tmp_path / "carta.lis"
    other.write_text("Estimados colegas", encoding="latin-1")
    assert Importer(db).take(other, at=NOW).fate is ImportFate.NOT_TEXT
    assert Importer(db).take(tmp_path / "gone.lis", at=NOW).fate is ImportFate.UNREADABLE
    assert lis_counts(db).files == 0


def test_forgetting_a_file_takes_everything_that_came_from_it(db: Connection, march: Path, tmp_path: Path) -> None:
    importer = Importer(db)
    first = importer.take(march, at=NOW).file
    other = tmp_path / "abril.lis"
    other.write_bytes(month(number=4))
    importer.take(other, at=NOW)
    assert first is not None
    forget_file(db, first.number)
    assert {row.periodo for row in found(db, "")} == {201504}
    assert replace(lis_counts(db), people=0).payslips == len(PEOPLE)


def test_nothing_of_a_payroll_lies_readable_in_the_profile(vault: Vault, march: Path) -> None:
    with vault.lis() as db:
        Importer(db).take(march, at=NOW)
        files = {path.name: path.read_bytes() for path in vault.directory.iterdir()}
    person = PEOPLE[0]
    assert "lis.db" in files
    for marker in (person.dni, person.paterno, "T-LIQUI", "SQLite format", "CREATE TABLE"):
        assert not [name for name, content in files.items() if marker.encode("latin-1") in content], marker


def test_a_damaged_index_is_said_and_begun_anew(vault: Vault, march: Path) -> None:
    assert not vault.has_lis()
    with vault.lis() as db:
        Importer(db).take(march, at=NOW)
    path = vault.directory / "lis.db"
    path.write_bytes(b"x" * 8_192)
    with pytest.raises(DamagedFileError):
        vault.lis()
    aside = vault.restart_lis()
    assert aside is not None
    assert aside.name == "lis.damaged-1.db"
    with vault.lis() as db:
        assert lis_counts(db).payslips == 0


def test_erasing_a_profile_takes_the_index_along(vault: Vault, march: Path) -> None:
    with vault.lis() as db:
        Importer(db).take(march, at=NOW)
    vault.close()
    erase_profile(vault.directory)
    assert not vault.directory.exists()
