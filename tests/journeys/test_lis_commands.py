"""Old payroll files without a window: import, search, print, a constancia, and what exits say."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

import main
from central.keys.demo import demo_key
from documents.seal.keys import write_private
from storage.kdf import FLOOR
from storage.profile import new_profile
from tests.journeys.scenery import LOCAL_PASSWORD, Answer
from tests.lis.files import PEOPLE, month

SECRET = "clave de la oficina 2026"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    with new_profile(tmp_path / "home", "Planillas", LOCAL_PASSWORD, cost=FLOOR) as vault:
        profile = vault.directory

    def told(*arguments: object, secrets: tuple[str, ...] = (), as_json: bool = True) -> Answer:
        reading, writing = os.pipe()
        os.write(writing, "".join(f"{secret}\n" for secret in (LOCAL_PASSWORD, *secrets)).encode())
        os.close(writing)
        words = ["lis", *arguments, "--profile", profile, "--password-fd", "FD"]
        code = main.main([str(word).replace("FD", str(reading)) for word in words] + ["--json"] * as_json)
        os.close(reading)
        said = capsys.readouterr()
        return Answer(code, [json.loads(line) for line in said.out.splitlines()] if as_json else [], said.out, said.err)

    return told


def test_from_a_folder_of_files_to_a_sealed_constancia(run: Any, tmp_path: Path) -> None:
    disk = tmp_path / "disco"
    disk.mkdir()
    (disk / "planilla_03.lis").write_bytes(month("la-libertad", WRONG_SUM=9))
    (disk / "PLANILLA_04.LIS").write_bytes(month("la-libertad", number=4))
    taken = run("import", disk)
    assert taken.code == 0
    assert [line["fate"] for line in taken.lines if "fate" in line] == ["done", "done"]
    assert [line["trouble"] for line in taken.lines if "trouble" in line] == ["sums-net"]
    assert [line["fate"] for line in run("import", disk).lines] == ["same", "same"]

    found = run("search", PEOPLE[0].dni).lines
    assert [line["periodo"] for line in found] == [201504, 201503]
    assert run("search", PEOPLE[0].dni, "--from", "2015-04").lines == found[:1]
    assert "Abril 2015" in run("search", PEOPLE[0].dni, as_json=False).text

    key = tmp_path / "clave.pem"
    key.write_bytes(write_private(demo_key("PE/UGEL/120001").private, SECRET))
    out = tmp_path / "pdf"
    printed = run(
        "print", PEOPLE[0].dni, "--folder", out, "--constancia", "--from", "2015-02", "--key", key,
        "--key-password-fd", "FD", secrets=(SECRET,),
    )  # fmt: skip
    assert printed.code == 0, printed
    assert (printed.lines[0]["unsealed"], printed.lines[0]["missing"]) == ("", [201502])
    assert Path(printed.lines[0]["saved"]).read_bytes().startswith(b"%PDF")

    refused = run("print", PEOPLE[9].dni, "--folder", out)
    assert refused.code == 1
    assert refused.lines[-1] == {"saved": 1, "same": 0, "refused": 1, "unsealed": 1}
    assert run("print", PEOPLE[9].dni, "--folder", out, "--constancia").lines[0]["error"] == "lis-constancia-sums"


def test_what_cannot_be_done_is_said_with_its_exit(run: Any, tmp_path: Path) -> None:
    (tmp_path / "carta.lis").write_text("hola", encoding="latin-1")
    assert run("import", tmp_path / "carta.lis").code == 3
    assert run("import", tmp_path / "home").code == 3
    assert run("print", "--folder", tmp_path).code == 64
    (tmp_path / "a.lis").write_bytes(month())
    run("import", tmp_path / "a.lis")
    (tmp_path / "a.lis").write_bytes(month(number=6))
    assert run("import", tmp_path / "a.lis").code == 2
    assert run("import", tmp_path / "a.lis", "--replace").code == 0
    wrong = run("print", "x", "--folder", tmp_path, "--key", tmp_path / "carta.lis", "--key-password-fd", "FD",
                secrets=("mala",))  # fmt: skip
    assert (wrong.code, wrong.lines[0]["error"]) == (64, "lis-key-file")
    assert "No hay boletas" in run("search", "nadie", as_json=False).text


def test_files_remarks_and_a_school_are_asked_for(run: Any, tmp_path: Path) -> None:
    (tmp_path / "marzo.lis").write_bytes(month(WRONG_SUM=9, STRANGE_LINE=5))
    run("import", tmp_path / "marzo.lis")
    [file] = run("files").lines
    assert (file["name"], file["payslips"], file["remarks"], file["placed"]) == ("marzo.lis", 40, 2, True)
    assert [line["trouble"] for line in run("remarks").lines] == ["line", "sums-net"]
    table = tmp_path / "observaciones.csv"
    assert run("remarks", "--csv", table).code == 0
    assert len(table.read_text("utf-8-sig").splitlines()) == 3
    assert run("remarks", "--csv", table).code == 1, "what is there is not written over"
    [mine] = run("search", PEOPLE[0].dni).lines
    there = run("search", "--place", mine["establecimiento"]).lines
    assert mine["number"] in {line["number"] for line in there}
    assert {line["establecimiento"] for line in there} == {mine["establecimiento"]}
    out = tmp_path / "pdf"
    assert run("print", "--place", mine["establecimiento"], "--folder", out).lines[-1]["saved"] == len(there)
