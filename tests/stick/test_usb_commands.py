"""`usb ...` without a window: the servant's computer and the office's, over one stick."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from desktop.commands import run
from storage import cache
from storage.kdf import FLOOR
from storage.profile import new_profile
from sync.accounts import sign_in
from sync.client import CentralClient
from sync.clock import SystemClock
from tests.stick.conftest import CLERK
from tests.sync.office import PASSWORD, Office, StillClock
from tests.sync.wishes import course

LOCAL = "la vicuña cruza el puente"


@pytest.fixture
def usb(capsys: pytest.CaptureFixture[str]) -> Any:
    """usb("up", profile, …) -> exit code and the JSON that was said."""

    def call(action: str, *words: object, secrets: tuple[str, ...] = (LOCAL,)) -> tuple[int, list[dict[str, Any]]]:
        reading, writing = os.pipe()
        os.write(writing, "".join(f"{secret}\n" for secret in secrets).encode())
        os.close(writing)
        given = [str(word).replace("FD", str(reading)) for word in words]
        code = run(["usb", action, *given, "--json"])
        os.close(reading)
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return call


def profile(home: Path, name: str) -> Path:
    with new_profile(home, name, LOCAL, directory=home / name, cost=FLOOR) as made:
        return made.directory


def test_both_sides_of_a_stick_without_a_window(office: Office, clock: StillClock, stick: Path, usb: Any) -> None:
    home = stick.parent / "perfiles"
    home.mkdir()
    servant, clerk = profile(home, "ana"), profile(home, "oficina")
    _sign_in(office, clerk)
    _wish(servant)
    of_servant = ("--profile", servant, "--password-fd", "FD")
    of_clerk = ("--profile", clerk, "--password-fd", "FD")
    code, (key,) = usb("key", *of_servant)
    assert (code, len(key["number"])) == (0, 24)
    code, (up,) = usb("up", stick, *of_servant)
    assert (code, up["requests"]) == (0, 1)
    code, (part,) = usb("inspect", stick / up["file"])
    assert (code, part["kind"], part["words"]) == (0, "up", False)
    code, (taken,) = usb("take", stick / up["file"], *of_clerk)
    assert (code, taken["taken"], taken["receipt"]) == (0, 1, None), "not registered yet: no receipt"
    code, (handed,) = usb("hand", *of_clerk)
    assert (code, handed["done"], handed["waiting"]) == (1, 0, 1)
    _pair(office, clerk, stick / up["file"])
    code, (handed,) = usb("hand", *of_clerk)
    assert (code, handed["done"], handed["waiting"]) == (0, 1, 0)
    code, (ready,) = usb("prepare", *of_clerk, "--people", "99900001, 99900002")
    assert (code, ready["ready"], ready["people"]) == (0, 1, 1)
    code, (written,) = usb("write", stick, *of_clerk)
    assert (code, written["packets"]) == (0, 1)
    code, (brought,) = usb("import", stick / written["file"], *of_servant)
    assert (code, brought["answers"], brought["pdfs"]) == (0, 1, 1)
    code, (refused,) = usb("import", stick / up["file"], *of_servant)
    assert (code, refused["error"]) == (3, "usb-own")
    code, (gone,) = usb("up", stick / "retirada", *of_servant)
    assert (code, gone["error"]) == (1, "usb-stick-gone")


def test_a_first_packet_makes_a_profile_without_a_window(
    office: Office, clock: StillClock, stick: Path, usb: Any, clerk: Any
) -> None:
    from sync.stick.counter import StickCounter

    with clerk.client() as client, clerk.vault.cache() as db:
        opening = StickCounter(client, db).opening("99900001", "DNI a la vista")
    (stick / "inicial.chasqui").write_bytes(opening.packet)
    made = stick.parent / "perfiles" / "nuevo"
    made.parent.mkdir()
    given = ("--profile", made, "--password-fd", "FD", "--words-fd", "FD")
    code, (wrong,) = usb("open", stick / "inicial.chasqui", *given, secrets=("fecha jaula",))
    assert (code, wrong["error"], made.exists()) == (3, "usb-passphrase", False)
    code, (done,) = usb("open", stick / "inicial.chasqui", *given, secrets=(opening.passphrase, LOCAL))
    assert (code, done["profile"]) == (0, str(made))
    assert CLERK.oficina is not None


def _sign_in(office: Office, directory: Path) -> None:
    from storage.profile import open_profile

    with open_profile(directory, LOCAL, now=SystemClock().now()) as vault, vault.cache() as db, _client(office) as line:
        cache.store_session(db, sign_in(line, "rosa", PASSWORD, None, None, "oficina").session)


def _pair(office: Office, directory: Path, path: Path) -> None:
    from storage.profile import open_profile
    from sync.stick.counter import StickCounter
    from sync.stick.courier import device_of

    with open_profile(directory, LOCAL, now=SystemClock().now()) as vault, vault.cache() as db, _client(office) as line:
        StickCounter(line, db).pair(device_of(path), "99900001", "PC", "DNI a la vista")


def _wish(directory: Path) -> None:
    from storage import drafts
    from storage.profile import open_profile

    now = SystemClock().now()
    with open_profile(directory, LOCAL, now=now) as vault, vault.outbox() as box:
        drafts.new_draft(box, "00000000-0000-4000-8000-0000000000bb", course(1), now)
        drafts.queue(box, "00000000-0000-4000-8000-0000000000bb", course(1), now)


def _client(office: Office) -> CentralClient:
    return CentralClient(office.server.url, version="0", clock=SystemClock())
