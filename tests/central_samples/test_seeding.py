"""The population in a real store, by function and by command; the demonstration over real HTTP."""

import json
import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from central.__main__ import main
from central.demo import Demo
from central.publishing import Publisher, PublishingError
from central.samples.growth import is_due
from central.samples.pay_days import paid_on
from central.samples.seeding import draw_sample, seed
from central.settings import CHEAP
from central.store import Store
from central.store.schema import Fact
from documents.payslip import Period

JULY_2020 = date(2020, 7, 1)  # two months have been paid


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(f"sqlite:///{tmp_path / 'central.db'}") as opened:
        yield opened


def facts(store: Store, kind: str) -> list[dict[str, Any]]:
    with store.reading() as db:
        return [json.loads(text) for text in db.scalars(select(Fact.document).where(Fact.kind == kind)) if text]


def test_seeding_publishes_people_calendar_and_texts(store: Store) -> None:
    said: list[str] = []
    count = seed(
        Publisher(store, cost=CHEAP), 4, 1, Period(2020, 6), draw_sample, lambda progress: said.append(progress.words)
    )
    assert count == len(facts(store, "payslip")) == 8
    assert all(item["pdf"]["size"] > 5_000 for item in facts(store, "payslip"))
    assert len(facts(store, "pay_day")) == 36
    assert {item["codigo"] for item in facts(store, "concept")} == {"RIM_Ley 29944", "Ret. Judicial", "Vac.Truncas"}
    assert said[-1] == "4 de 4 personas, 8 boletas, 8 PDF"


def test_seeding_without_drawing_publishes_no_pdf(store: Store) -> None:
    seed(Publisher(store, cost=CHEAP), 2, 1, Period(2020, 5), None)
    assert [item["pdf"] for item in facts(store, "payslip")] == [None, None]


def test_other_processes_draw_the_same(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seed(Publisher(store, cost=CHEAP), 1, 1, Period(2020, 6), draw_sample, workers=2)
    monkeypatch.setattr("central.samples.seeding.FEW", 1)
    with Store(f"sqlite:///{tmp_path / 'other.db'}") as other:
        seed(Publisher(other, cost=CHEAP), 1, 1, Period(2020, 6), draw_sample, workers=2)
        drawn = [item["pdf"]["sha256"] for item in facts(other, "payslip")]
    assert drawn == [item["pdf"]["sha256"] for item in facts(store, "payslip")]
    assert len(drawn) == 2


def test_what_is_paid_later_can_be_left_out(store: Store) -> None:
    paid = date(2025, 12, 11)
    seed(Publisher(store, cost=CHEAP), 1, 1, Period(2025, 12), None, wanted=lambda payslip: is_due(payslip, paid))
    december = [item for item in facts(store, "payslip") if item["periodo"] == "2025-12"]
    assert [item["clase"] for item in december] == ["mensual"]
    assert paid_on(Period(2025, 12), 1) > paid


def test_seeding_twice_is_refused(store: Store) -> None:
    seed(Publisher(store, cost=CHEAP), 1, 1, Period(2020, 5), None)
    with pytest.raises(PublishingError):
        seed(Publisher(store, cost=CHEAP), 1, 1, Period(2020, 5), None)
    assert len(facts(store, "payslip")) == 1


def test_the_command_seeds_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'central.db'}"
    command = ["seed", "--database", url, "--people", "3", "--seed", "9", "--until", "2020-06", "--no-pdf"]
    assert main(command) == 0
    assert "6 boletas, de 2020-05 a 2020-06" in capsys.readouterr().out
    assert main(command) == 1
    assert "ya tiene personas de muestra" in capsys.readouterr().err


def test_the_command_wants_a_month(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["seed", "--until", "2020-13"])
    assert "escriba el mes como AAAA-MM" in capsys.readouterr().err


def call(demo: Demo, method: str, path: str, body: dict[str, Any] | None = None, token: str = "") -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    answer = httpx.request(method, demo.url + path, json=body, headers=headers, timeout=10)
    answered: dict[str, Any] = answer.raise_for_status().json()
    return answered


def walk(demo: Demo, token: str) -> Iterator[dict[str, Any]]:
    path = "/v1/sync"
    while path:
        page = call(demo, "GET", path, token=token)
        yield from page["changes"]
        path = f"/v1/sync?since={page['cursor']}" if page["more"] else ""


def test_everybody_of_the_demo_can_sign_in_and_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Demo(tmp_path / "central", today=JULY_2020) as demo:
        for login in demo.logins[:3]:  # the last is the office's, whom nobody pays here
            captcha = call(demo, "POST", "/v1/captchas")
            assert captcha["required"]
            session = call(
                demo,
                "POST",
                "/v1/sessions",
                {
                    "user": login.user,
                    "password": login.password,
                    "captcha_id": captcha["captcha_id"],
                    "captcha_text": demo.answer_captcha(""),
                    "device": "prueba",
                },
            )
            payslips = [
                change["payslip"] for change in walk(demo, session["access_token"]) if change["kind"] == "payslip"
            ]
            assert {payslip["periodo"] for payslip in payslips} == {"2020-05", "2020-06"}
    told = capsys.readouterr().out
    assert all(login.user in told and login.password in told for login in demo.logins)
    assert "Todas las personas son inventadas" in told


def test_the_demo_is_made_once_a_month(tmp_path: Path) -> None:
    def made(**wishes: Any) -> None:
        with Demo(tmp_path / "central", **wishes) as demo:
            assert demo.url
            demo.complete()

    stamp = tmp_path / "central" / "stamp.json"
    made(today=JULY_2020)
    first = stamp.stat().st_mtime_ns
    made(today=JULY_2020)
    assert stamp.stat().st_mtime_ns == first
    made(today=date(2020, 7, 20))
    second = stamp.stat().st_mtime_ns
    assert second > first
    made(today=date(2020, 7, 20), fresh=True)
    assert stamp.stat().st_mtime_ns > second


def test_a_demo_that_was_cut_off_while_it_was_made_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "central"
    folder.mkdir()
    (folder / "central.db").write_bytes(b"half a database")
    with Demo(folder, today=JULY_2020) as demo:
        assert call(demo, "GET", "/v1/health")["status"] == "ok"


def test_the_demo_can_lose_its_connection(tmp_path: Path) -> None:
    with Demo(tmp_path / "central", today=JULY_2020) as demo:
        demo.unplug()
        with pytest.raises(httpx.ConnectError):
            call(demo, "GET", "/v1/health")


def test_a_taken_port_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("central.demo.PATIENCE", 0.0)
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Otro programa usa el puerto {port}"):
            Demo(tmp_path / "central", port=port, today=JULY_2020).__enter__()


def test_a_folder_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    with pytest.raises(SystemExit, match="No se pudo preparar la demostración"):
        Demo(in_the_way / "central", today=JULY_2020).__enter__()


def test_the_arguments_of_the_demo(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(Demo.from_arguments(["--port", "9000", "--fresh"]).logins) == 8
    for wrong in (["--nothing"], ["--port", "puerta"], ["--por", "1"], ["sobra"]):
        with pytest.raises(SystemExit) as leaving:
            Demo.from_arguments(wrong)
        assert leaving.value.code == 64
        said = capsys.readouterr().err
        assert said.startswith("uso: main.py --demo [-h] [--port PUERTO] [--fresh]\n")
        assert "no se entiende" in said


def test_the_newest_come_first_the_rest_while_it_is_open_and_a_closed_demo_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("central.samples.growth.NEWEST", 1)
    monkeypatch.setattr("central.samples.growth.AT_ONCE", 1)
    monkeypatch.setattr("central.samples.growth.FEW", 1)  # another process draws, as of a real demonstration
    folder = tmp_path / "central"
    with Demo(folder, today=JULY_2020) as demo:
        assert "2020-06" in demo_periods(folder)
    assert json.loads((folder / "stamp.json").read_text())["growing"]
    begun = len(demo_periods(folder))
    assert "Faltan" in capsys.readouterr().out
    with Demo(folder, today=JULY_2020) as demo:
        demo.complete()
    periods = demo_periods(folder)
    assert begun < len(periods)
    assert periods.count("2020-05") == periods.count("2020-06")
    assert "growing" not in json.loads((folder / "stamp.json").read_text())
    assert "Están todas las boletas" in capsys.readouterr().out


def demo_periods(folder: Path) -> list[str]:
    """Of every payslip that is published."""
    with Store(f"sqlite:///{folder / 'central.db'}") as store:
        return [str(one["periodo"]) for one in facts(store, "payslip")]
