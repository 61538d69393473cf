"""The whole journey without a window: sign in, bring payslips home, go offline, list and copy them."""

from pathlib import Path

import pytest

from central.app import create_app
from central.publishing import Publisher
from central.records import Person
from central.server import Server
from central.settings import CHEAP, Settings
from central.store import Store
from desktop.selftest_service import exchange
from tests.journeys.scenery import ACCOUNT_PASSWORD, CAPTCHA, LOCAL_PASSWORD, Central, Command, draw, months

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def signed_in(central: Central, chasqui: Command, tmp_path: Path) -> Path:
    profile = tmp_path / "perfil"
    answer = chasqui(
        "login", "--profile", profile, "--server", central.url, "--user", central.user, "--alias", "Mi perfil",
        "--captcha-to", tmp_path / "codigo.png", "--password-fd", "FD", "--captcha-fd", "FD",
        "--account-password-fd", "FD", secrets=(LOCAL_PASSWORD, CAPTCHA, ACCOUNT_PASSWORD),
    )  # fmt: skip
    assert answer.code == 0, answer
    assert (tmp_path / "codigo.png").read_bytes().startswith(b"\x89PNG")
    return profile


def sync(chasqui: Command, profile: Path) -> tuple[int, str]:
    answer = chasqui("sync", "--profile", profile, "--password-fd", "FD", secrets=(LOCAL_PASSWORD,))
    return answer.code, answer.lines[-1]["outcome"]


def test_payslips_come_home_and_are_listed_and_copied_without_a_connection(
    central: Central, chasqui: Command, signed_in: Path, tmp_path: Path
) -> None:
    assert sync(chasqui, signed_in) == (0, "updated")
    central.server.stop()

    listed = chasqui(
        "payslips", "list", "--year", "2026", "--profile", signed_in, "--password-fd", "FD", secrets=(LOCAL_PASSWORD,)
    )
    assert [line["periodo"] for line in listed.lines] == [f"2026-{month:02d}" for month in range(11, 0, -1)]
    assert {line["pdf"] for line in listed.lines} == {"held"}

    copies = tmp_path / "copias"
    copied = chasqui(
        "payslips", "export", "--to", copies, "--profile", signed_in, "--password-fd", "FD", secrets=(LOCAL_PASSWORD,)
    )
    assert copied.code == 0
    files = sorted(copies.rglob("*.pdf"))
    assert sorted(file.read_bytes() for file in files) == sorted(draw(payslip) for payslip in central.payslips)

    again = chasqui(
        "payslips", "export", "--to", copies, "--profile", signed_in, "--password-fd", "FD", secrets=(LOCAL_PASSWORD,)
    )
    tables = tmp_path / "tablas"
    for form, made in (("xlsx", 1), ("csv", 2), ("resumen", 1)):
        told = chasqui(
            "payslips", "export", "--format", form, "--from", "2026-01", "--to", tables, "--profile", signed_in,
            "--password-fd", "FD", secrets=(LOCAL_PASSWORD,),
        )  # fmt: skip
        assert (told.code, len(told.lines)) == (0, made)
        assert all(Path(line["saved"]).exists() and line["payslips"] == 11 for line in told.lines)
    assert again.lines[-1]["copied"] == 0
    assert again.lines[-1]["same"] == len(files)


def test_a_second_sync_is_one_request_that_brings_nothing(central: Central, chasqui: Command, signed_in: Path) -> None:
    sync(chasqui, signed_in)
    before = len(central.faults.requests)
    assert sync(chasqui, signed_in) == (0, "up-to-date")
    assert len(central.faults.requests) - before == 1


def test_without_the_office_the_sync_says_so_and_the_status_keeps_everything(
    central: Central, chasqui: Command, signed_in: Path
) -> None:
    sync(chasqui, signed_in)
    central.server.stop()
    answer = chasqui("sync", "--profile", signed_in, "--password-fd", "FD", secrets=(LOCAL_PASSWORD,))
    assert (answer.code, answer.lines[-1]["outcome"], answer.lines[-1]["code"]) == (1, "blocked", "offline")
    status = chasqui("status", "--profile", signed_in, "--password-fd", "FD", secrets=(LOCAL_PASSWORD,)).lines[0]
    assert (status["payslips"], status["held"], status["blocked_by"]) == (14, 14, "offline")


def test_a_wrong_local_password_is_said_in_spanish_and_opens_nothing(chasqui: Command, signed_in: Path) -> None:
    answer = chasqui("status", "--profile", signed_in, "--password-fd", "FD", secrets=("otra cosa muy distinta",))
    assert answer.code == 1
    assert answer.lines[0]["error"] == "wrong-password"
    assert "contraseña" in answer.lines[0]["message"]


def test_nothing_readable_lies_in_the_profile_folder(central: Central, chasqui: Command, signed_in: Path) -> None:
    sync(chasqui, signed_in)
    payslip = central.payslips[0]
    words = (
        payslip.doc_numero,
        payslip.apellidos,
        "PROFESOR",
        "385077",
        "3,850.77",
        "%PDF",
        central.user,
        LOCAL_PASSWORD,
    )
    marks = [word.encode(coding) for word in words for coding in ("utf-8", "utf-16-le", "latin-1")]
    content = b"".join(file.read_bytes() for file in signed_in.rglob("*") if file.is_file())
    assert len(content) > 100_000
    assert [mark for mark in marks if mark in content] == []


@pytest.mark.parametrize("arguments", [("payslips",), ("sync",), ("nada",), ("payslips", "list", "--month", "13")])
def test_wrong_usage_leaves_with_64_and_a_spanish_sentence(chasqui: Command, arguments: tuple[str, ...]) -> None:
    answer = chasqui(*arguments, as_json=False)
    assert answer.code == 64
    assert "uso: chasqui" in answer.complaint


def test_every_subcommand_explains_itself(chasqui: Command) -> None:
    for arguments in (("login",), ("sync",), ("payslips", "list"), ("payslips", "export"), ("status",), ("self-test",)):
        answer = chasqui(*arguments, "--help", as_json=False)
        assert answer.code == 0
        assert "--json" in answer.text


def test_the_program_tests_itself(central: Central, chasqui: Command) -> None:
    answer = chasqui("self-test", "--server", central.url)
    assert {line["step"]: line["passed"] for line in answer.lines} == dict.fromkeys(
        ("recursos", "boleta impresa", "bóveda y caché", "perfil anterior", "sello", "expediente", "ventanas",
         "páginas", "servicio central"), True,
    ), answer.lines  # fmt: skip
    assert not answer.complaint
    assert answer.code == 0


def test_the_self_test_exchanges_with_a_service_that_was_started_for_it(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'central.db'}")
    publisher, mine = Publisher(store, cost=CHEAP), months(3)
    person = Person(
        doc_tipo="DNI", doc_numero=mine[0].doc_numero, apellidos="ÑAHUI", nombres="M", correo="m@ejemplo.pe"
    )
    publisher.add_person(person, user="prueba", password=ACCOUNT_PASSWORD)
    publisher.publish_payslips(mine, draw=draw)
    with Server(create_app(Settings(captcha=False, password_cost=CHEAP), store)) as server:
        told = exchange(server.url, "prueba", ACCOUNT_PASSWORD, tmp_path / "home")
    store.close()
    assert told.startswith("3 boletas con su documento")
