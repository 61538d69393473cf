"""What a help desk gets: enough to help, nothing about the person."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

import main
from desktop.examination import examine
from desktop.preferences import Preferences, save
from desktop.selftest import LONG_AGO, sample_payslip
from desktop.version import VERSION
from storage import cache
from storage.kdf import FLOOR
from storage.profile import new_profile
from storage.records import FactPage, PayslipFact

PASSWORD = "la vicuña cruza el puente"
ALIAS = "Perfil de María"
SERVER = "https://boletas.ejemplo.pe"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    home = tmp_path / "carpeta-de-maria"
    page = FactPage(
        epoch="e", cursor="1", more=False, etag="1", facts=(PayslipFact(sample_payslip(), None),),
        server_time=LONG_AGO, next_sync_after=None,
    )  # fmt: skip
    with new_profile(home, ALIAS, PASSWORD, cost=FLOOR) as vault, vault.cache() as db:
        cache.store_page(db, page, etag="1")
        save(home, Preferences(server=SERVER, waiting={vault.directory.name: 3}))
        return vault.directory


def doctor(capsys: pytest.CaptureFixture[str], profile: Path, *options: str) -> tuple[int, str]:
    reading, writing = os.pipe()
    os.write(writing, f"{PASSWORD}\n".encode())
    os.close(writing)
    where = ("--home", str(profile.parent), "--profile", str(profile), "--password-fd", str(reading))
    code = main.main(["doctor", *where, *options])
    os.close(reading)
    return code, capsys.readouterr().out


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_it_tells_much_of_the_computer_and_nothing_of_the_person(
    capsys: pytest.CaptureFixture[str], profile: Path, options: tuple[str, ...]
) -> None:
    code, said = doctor(capsys, profile, *options)
    assert code == 0
    whose = sample_payslip()
    personal = [
        ALIAS, "María", whose.doc_numero, whose.apellidos, whose.nombres, whose.ugel, SERVER, "ejemplo.pe",
        profile.name, profile.parent.name, str(Path.home()), PASSWORD,
    ]  # fmt: skip
    assert [word for word in personal if word.lower() in said.lower()] == []
    assert VERSION in said
    assert "SQLCipher" in said or "sqlcipher" in said


def test_a_program_reads_every_fact(capsys: pytest.CaptureFixture[str], profile: Path) -> None:
    _, said = doctor(capsys, profile, "--json")
    facts: dict[str, Any] = json.loads(said)
    assert facts["program"] == {"version": VERSION, "packaged": False, "python": facts["program"]["python"]}
    assert facts["profiles"]["count"] == 1
    assert facts["profiles"]["each"][0]["waiting"] == 3
    assert facts["profile"]["payslips"] == 1
    assert facts["profile"]["synced_days_ago"] is None
    assert facts["folder"]["free_mb"] > 0
    assert facts["workers"]["seal_ms"] > 0
    assert facts["workers"]["documents_ms"] > 0
    assert facts["screen"]["screens"][0]["pixels"]
    assert facts["libraries"]["sqlcipher_openssl"].startswith("OpenSSL")


def test_what_cannot_be_found_out_is_said_in_its_place_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken() -> object:
        raise PermissionError("/home/maria/secreto")

    monkeypatch.setattr("desktop.examination._libraries", broken)
    found = examine(tmp_path / "nada", LONG_AGO, None)
    assert found["libraries"] == {"error": "PermissionError"}
    assert found["folder"]["exists"] is False
    assert found["profiles"]["count"] == 0
