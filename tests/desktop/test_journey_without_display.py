"""The demonstration where there is no display: the real windows against a real central API, with pictures."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.app import has_display
from desktop.demo_journey import travel
from desktop.windows.credentials_form import Guest
from documents.payslip import Payslip
from tests.desktop.scenes import ACCOUNT_PASSWORD, CAPTCHA, USER, Central

ROSA = Guest("Rosa", USER, ACCOUNT_PASSWORD)


@dataclass
class Reader:
    """Reads captchas, as the demo's own server can."""

    text: str

    def __call__(self, picture: str) -> str:
        assert Path(picture).read_bytes().startswith(b"\x89PNG")
        return self.text


def test_it_reaches_every_station_and_leaves_pictures(
    central: Central, payslips: tuple[Payslip, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    central.publish(payslips[:3])
    assert travel(central.url, (ROSA,), Reader(CAPTCHA), tmp_path, central.server.stop) == 0
    pictures = sorted(file.name for file in (tmp_path / "pictures").iterdir())
    assert pictures == [
        "1-ingresar.png", "2-proteger.png", "3-inicio.png", "4-mis-boletas.png", "5-sincronizacion.png",
        "6-sin-conexion.png", "7-solicitudes.png",
    ]  # fmt: skip
    said = capsys.readouterr().out
    assert "3 boletas nuevas" in said
    assert "Bloqueado" in said
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("journey-")] == []


def test_it_says_where_it_stopped(central: Central, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert travel(central.url, (ROSA,), None, tmp_path) == 1
    assert "El recorrido se detuvo" in capsys.readouterr().out


@pytest.mark.parametrize("set_up", [{"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, {"QT_QPA_PLATFORM": ""}])
def test_an_offscreen_platform_is_no_display(set_up: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in set_up.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", "linux")
    assert not has_display()
