"""Packets for many without a window: a list from a spreadsheet, a recipe, an interruption, a report; what exits say."""

import json
import os
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import main
from storage.kdf import FLOOR
from storage.lis_import import Importer
from storage.profile import new_profile
from tests.journeys.scenery import LOCAL_PASSWORD, Answer
from tests.lis.files import PEOPLE, month
from tests.storage.people import NOW

RECIPE = {"name": "Boletas de marzo", "parts": ["boletas", "constancia"], "desde": "2015-03", "hasta": "2015-03"}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    (tmp_path / "marzo.lis").write_bytes(month())
    with new_profile(tmp_path / "home", "Planillas", LOCAL_PASSWORD, cost=FLOOR) as vault:
        profile = vault.directory
        with vault.lis() as db:
            Importer(db).take(tmp_path / "marzo.lis", at=NOW)

    def told(*arguments: object, as_json: bool = True, profiled: bool = True) -> Answer:
        reading, writing = os.pipe()
        os.write(writing, f"{LOCAL_PASSWORD}\n".encode())
        os.close(writing)
        words = ["packet", *arguments, *(["--profile", profile, "--password-fd", reading] if profiled else [])]
        code = main.main([*map(str, words), *["--json"] * as_json])
        os.close(reading)
        said = capsys.readouterr()
        return Answer(code, [json.loads(line) for line in said.out.splitlines()] if as_json else [], said.out, said.err)

    return told


def people_file(folder: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("DNI", "Apellidos y nombres"), *rows):
        sheet.append(row)
    book.save(folder / "lista.xlsx")
    return folder / "lista.xlsx"


def test_from_a_workbook_to_packets_a_report_and_their_check(run: Any, tmp_path: Path) -> None:
    recipe = tmp_path / "receta.json"
    recipe.write_text(json.dumps(RECIPE))
    first, second = PEOPLE[0], PEOPLE[1]
    people = people_file(
        tmp_path, (int(first.dni), f"{first.paterno} {first.materno} {first.nombres}"), (second.dni, "")
    )
    out = tmp_path / "salida"
    made = run("build", "--people", people, "--recipe", recipe, "--out", out, "--office", "UGEL DE PRUEBA")
    assert made.code == 0, made.lines
    files = [line["file"] for line in made.lines if "file" in line]
    assert sorted(path.name for path in out.iterdir()) == sorted(files)
    assert made.lines[-1]["done"] == 2
    again = run("build", "--people", people, "--recipe", recipe, "--out", out)
    assert again.lines[-1]["job"] != made.lines[-1]["job"]

    checked = run("inspect", out / files[0], profiled=False)
    assert (checked.code, checked.lines[0]["state"]) == (0, "same")
    assert run("inspect", recipe, profiled=False).code == 3
    jobs = run("jobs").lines
    assert [job["recipe"] for job in jobs] == ["Boletas de marzo"] * 2
    for form, start in (("pdf", b"%PDF"), ("csv", b"\xef\xbb\xbfN"), ("xlsx", b"PK\x03\x04")):
        saved = run("report", made.lines[-1]["job"], "--to", tmp_path / f"informe.{form}")
        assert (saved.code, Path(saved.lines[0]["saved"]).read_bytes()[:4]) == (0, start)
    assert run("report", "zzz", "--to", tmp_path / "x.pdf").code == 64


def test_lines_that_mean_nobody_hold_the_work_back_until_they_are_skipped(run: Any, tmp_path: Path) -> None:
    recipe = tmp_path / "receta.json"
    recipe.write_text(json.dumps(RECIPE))
    people = people_file(tmp_path, (PEOPLE[0].dni, ""), ("12", "NADIE CONOCIDO AQUI"), ("40000001", "OTRO MAS"))
    words = ("build", "--people", people, "--recipe", recipe, "--out", tmp_path / "salida")
    held = run(*words)
    assert held.code == 2
    assert [line["fate"] for line in held.lines if "fate" in line] == ["nobody", "not-known"]
    assert not (tmp_path / "salida").exists()
    made = run(*words, "--skip-unknown")
    assert made.code == 2
    assert [line["doc_numero"] for line in made.lines if "lacking" in line and "doc_numero" in line] == ["40000001"]
    assert "40000001" in run(*words, as_json=False).text


def test_what_cannot_be_read_is_told(run: Any, tmp_path: Path) -> None:
    recipe = tmp_path / "receta.json"
    recipe.write_text(json.dumps({**RECIPE, "hasta": "2014-01"}))
    people = people_file(tmp_path, (PEOPLE[0].dni, ""))
    words = ("build", "--people", people, "--out", tmp_path / "salida", "--recipe")
    assert run(*words, recipe).lines[0]["error"] == "packet-recipe"
    assert run(*words, "Ninguna").code == 3
    recipe.write_text(json.dumps(RECIPE))
    (tmp_path / "lista.pdf").write_bytes(b"%PDF-1.4")
    refused = run("build", "--people", tmp_path / "lista.pdf", "--out", tmp_path, "--recipe", recipe, as_json=False)
    assert refused.code == 3
    assert "Es un PDF" in refused.complaint
