"""The legajo without a window: see it, ask for a change offline, follow it to its code, take it back.

The subcommands run in this process, which is faster; that they run in one of their own is test_command_line's.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

import main
from central.legajo.archive import Archive
from documents.legajo import LegajoRecord
from tests.journeys.scenery import ACCOUNT_PASSWORD, CAPTCHA, LOCAL_PASSWORD, Answer, Central, Command
from tests.sync.wishes import COURSE, uuid

pytestmark = pytest.mark.timeout(120)
CERTIFICATE = {
    "tipo": "certificado", "formato": "copia_simple", "entidad_emisora": "DRE Puno", "fecha_emision": "10/07/2023",
    "folios": "1", "sumilla": "Certificado del curso",
}  # fmt: skip


@pytest.fixture
def chasqui(capsys: pytest.CaptureFixture[str]) -> Command:
    def told(*arguments: object, secrets: tuple[str, ...] = (), as_json: bool = True) -> Answer:
        reading, writing = os.pipe()
        os.write(writing, "".join(f"{secret}\n" for secret in secrets).encode())
        os.close(writing)
        words = [str(argument).replace("FD", str(reading)) for argument in arguments]
        code = main.main([*words, *(["--json"] if as_json else [])])
        os.close(reading)
        said = capsys.readouterr()
        lines = [json.loads(line) for line in said.out.splitlines()] if as_json else []
        return Answer(code, lines, said.out, said.err)

    return told


@pytest.fixture
def profile(central: Central, chasqui: Command, tmp_path: Path) -> Path:
    filed = LegajoRecord(id=uuid(1), section="II", kind="capacitacion", version=1, fields=COURSE)
    Archive(central.publisher._store).file_records(central.payslips[0].doc_numero, [filed])
    directory = tmp_path / "perfil"
    chasqui(
        "login", "--profile", directory, "--server", central.url, "--user", central.user,
        "--captcha-to", tmp_path / "codigo.png", "--password-fd", "FD", "--captcha-fd", "FD",
        "--account-password-fd", "FD", secrets=(LOCAL_PASSWORD, CAPTCHA, ACCOUNT_PASSWORD),
    )  # fmt: skip
    return directory


@pytest.fixture
def run(chasqui: Command, profile: Path) -> Any:
    def told(*arguments: object) -> Answer:
        return chasqui(*arguments, "--profile", profile, "--password-fd", "FD", secrets=(LOCAL_PASSWORD,))

    return told


def write(folder: Path, **members: Any) -> Path:
    path = folder / "solicitud.json"
    path.write_text(json.dumps(members), encoding="utf-8")
    return path


def drawn(folder: Path) -> Path:
    path = folder / "certificado.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 720, "Certificado inventado")
    canvas.save()
    return path


def test_a_change_is_asked_for_offline_followed_to_its_code_and_taken_back(
    central: Central, run: Any, tmp_path: Path
) -> None:
    assert run("sync").code == 0
    (shown,) = run("legajo", "show", "--section", "II").lines
    assert (shown["id"], shown["fields"], shown["request"]) == (uuid(1), COURSE, None)

    before = len(central.faults.requests)
    wish = write(tmp_path, action="modificar", record=uuid(1), fields={"horas_lectivas": "90"}, documents=[CERTIFICATE])
    asked = run("legajo", "request", wish, "--attach", drawn(tmp_path))
    assert (asked.code, asked.lines[-1]["number"], asked.lines[-1]["state"]) == (0, 1, "listo"), asked
    (queued,) = run("requests", "list").lines
    assert (queued["state"], queued["code"], queued["record"]) == ("listo", None, uuid(1))
    assert len(central.faults.requests) == before

    sent = run("sync")
    assert (sent.lines[-1]["outcome"], sent.lines[-1]["filed"]) == ("updated", 1)
    (filed,) = run("requests", "list", "--open").lines
    assert filed["state"] == "en_solicitud"
    (shown,) = run("legajo", "show").lines
    assert (shown["fields"]["horas_lectivas"], shown["state"], len(shown["documents"])) == ("90", "en_solicitud", 1)

    cancelled = run("requests", "cancel", filed["code"])
    assert (cancelled.code, cancelled.lines[0]["cancel_wanted"]) == (0, True)
    run("sync")
    (over,) = run("requests", "list").lines
    assert over["state"] == "anulado"
    again = run("requests", "cancel", filed["code"])
    assert (again.code, again.lines[0]["error"]) == (1, "request-over")


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_queued(run: Any, tmp_path: Path) -> None:
    wrong = COURSE | {"fecha_fin": "31/02/2023", "horas_lectivas": "muchas"}
    told = run("legajo", "request", write(tmp_path, action="nuevo", kind="capacitacion", fields=wrong))
    problems = {line["field"]: line for line in told.lines}
    assert told.code == 1
    assert {"fecha_fin", "horas_lectivas", ""} == set(problems)
    assert "no existe en el calendario" in problems["fecha_fin"]["message"]
    assert (problems["fecha_fin"]["hard"], problems[""]["hard"]) == (True, False)
    assert run("requests", "list").lines == []


def test_what_cannot_be_read_leaves_with_3(run: Any, tmp_path: Path) -> None:
    (tmp_path / "solicitud.json").write_text("{", encoding="utf-8")
    assert run("legajo", "request", tmp_path / "solicitud.json").code == 3
    (tmp_path / "roto.pdf").write_bytes(b"%PDF-1.7 roto")
    wish = write(tmp_path, action="nuevo", kind="capacitacion", fields=COURSE, documents=[CERTIFICATE])
    broken = run("legajo", "request", wish, "--attach", tmp_path / "roto.pdf")
    assert (broken.code, broken.lines[0]["error"]) == (3, "unreadable-attachment")
    assert "roto.pdf" in broken.lines[0]["message"]


def test_every_subcommand_explains_itself(chasqui: Command) -> None:
    for arguments in (("legajo", "request"), ("requests", "cancel"), ("legajo", "paper", "export")):
        answer = chasqui(*arguments, "--help", as_json=False)
        assert answer.code == 0
        assert "--json" in answer.text
    assert chasqui("requests", as_json=False).code == 64
