"""A stick that is full, read-only, pulled, worn; a packet that is cut, changed or exchanged: nothing is half done."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from desktop.presenters.stick_faults import codes, told
from storage import cache, outbox
from storage.digests import state_digest
from storage.request_records import RequestState
from storage.stick import written_ups
from sync import applying
from sync.stick import arriving, media, opening
from sync.stick.errors import CarryError
from sync.stick.media import LARGEST, packets_in, write_file
from tests.stick.conftest import Clerk, come_down, go_up
from tests.sync.office import Desk, Office
from tests.sync.wishes import own, pdf, queue, state


def snapshot(desk: Desk) -> tuple[Any, ...]:
    """Everything that a packet could change."""
    with desk.vault.outbox() as box:
        wishes = [(one.uuid, one.state, one.code, one.reason) for one in outbox.unsettled(box)]
    return desk.ask(cache.sync_mark), desk.ask(state_digest), desk.held, wishes


def failing(code: int) -> Callable[..., Any]:
    def fail(*_given: Any, **_named: Any) -> Any:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize(
    ("where", "code", "expected"),
    [
        ("os.fsync", errno.ENOSPC, "stick-full"), ("os.fsync", errno.EIO, "stick-gone"),
        ("os.fsync", errno.EFBIG, "stick-file-too-big"), ("move", errno.ENODEV, "stick-gone"),
        ("move", errno.EROFS, "stick-read-only"), ("_read_back", errno.EIO, "stick-gone"),
        ("shutil.disk_usage", errno.ENXIO, "stick-gone"), ("settle_folder", errno.EINVAL, "stick-trouble"),
    ],
)  # fmt: skip
def test_whatever_the_stick_does_while_we_write_the_wish_stays_as_it_was(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch, where: str, code: int, expected: str
) -> None:
    name = queue(desk, 1, pdf(900))
    with monkeypatch.context() as patch:
        patch.setattr(f"sync.stick.media.{where}", failing(code))
        with pytest.raises(CarryError) as raised:
            go_up(desk, stick)
    assert raised.value.code == expected
    assert not list(stick.glob("*.part"))
    with desk.vault.outbox() as box:
        assert written_ups(box) == ()
    assert state(desk, name) is RequestState.READY
    if where != "settle_folder":  # the one that comes after the packet has its name
        assert packets_in(stick) == ()
    assert own(desk, name).sent == (where in {"move", "settle_folder"})
    assert go_up(desk, stick).exists(), "and then it works"


def test_a_stick_pulled_at_any_write_leaves_nothing_that_could_be_taken(stick: Path) -> None:
    def pulled(after: int) -> Callable[[BinaryIO], None]:
        def write(out: BinaryIO) -> None:
            for number in range(5):
                if number == after:
                    raise OSError(errno.EIO, "gone")
                out.write(b"x" * 1000)

        return write

    for after in range(5):
        with pytest.raises(CarryError):
            write_file(stick, "paquete", pulled(after), needed=5000)
    assert list(stick.iterdir()) == []
    assert write_file(stick, "paquete", pulled(9), needed=5000).size == 5000
    assert write_file(stick, "paquete", pulled(9), needed=5000).path.name == "paquete-2.chasqui", "nothing is replaced"


def test_room_is_looked_for_before_and_no_file_passes_what_fat32_takes(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(stick)._replace(free=100_000)
    monkeypatch.setattr("sync.stick.media.shutil.disk_usage", lambda _folder: full)
    for needed, expected in ((90_000, "stick-full"), (LARGEST + 1, "stick-file-too-big")):
        with pytest.raises(CarryError) as raised:
            write_file(stick, "paquete", lambda out: None, needed=needed)
        assert raised.value.code == expected
    monkeypatch.undo()
    with monkeypatch.context() as patch:
        patch.setattr("sync.stick.media._read_back", lambda _part: "0" * 64)
        with pytest.raises(CarryError) as raised:
            write_file(stick, "paquete", lambda out: None, needed=10)
    assert raised.value.code == "stick-spoiled"
    assert list(stick.iterdir()) == []


def test_a_packet_that_is_cut_or_changed_anywhere_changes_nothing(
    paired: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    office.publish(0)
    raw = clerk.bring(stick).read_bytes()
    before, bad = snapshot(paired), stick / "malo.chasqui"
    for at in range(0, len(raw), len(raw) // 11):
        for content in (raw[:at], raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]):
            bad.write_bytes(content)
            with pytest.raises(CarryError) as raised:
                come_down(paired, bad)
            assert raised.value.code in {"damaged", "not-a-packet", "newer", "foreign", "untrusted"}
    assert snapshot(paired) == before


def test_another_packet_under_our_hands_is_noticed_before_it_is_believed(
    paired: Desk, clerk: Clerk, office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Proven, and then the stick is exchanged for one with another good packet of ours."""
    office.publish(0)
    first = clerk.bring(stick)
    office.publish(1)
    second = clerk.bring(stick)
    real, before = arriving.prove, snapshot(paired)

    def prove(file: BinaryIO, *rest: Any) -> Any:
        proven = real(file, *rest)
        first.write_bytes(second.read_bytes())
        return proven

    monkeypatch.setattr("sync.stick.arriving.prove", prove)
    with pytest.raises(CarryError):
        come_down(paired, first)
    assert snapshot(paired) == before


class Cut(BaseException):
    """The power is gone."""


@contextmanager
def cutting(patch: pytest.MonkeyPatch, name: str, after: int = 0) -> Iterator[None]:
    """The power goes at the call of this function that comes after so many."""
    module, _, attribute = name.rpartition(".")
    real = getattr(__import__(module, fromlist=["x"]), attribute)
    left = [after]

    def cut(*given: Any, **named: Any) -> Any:
        if left[0] == 0:
            raise Cut
        left[0] -= 1
        return real(*given, **named)

    with patch.context() as inside:
        inside.setattr(name, cut)
        yield


@pytest.mark.parametrize(
    ("place", "after"),
    [
        ("sync.stick.arriving.note_results", 0),
        ("storage.cache.put_page", 0), ("sync.applying.put_pdf", 0),
        ("storage.stick.put_taken", 0), ("sync.stick.arriving.follow", 0)
    ],
)  # fmt: skip
def test_a_cut_anywhere_is_mended_by_taking_it_in_once_more(
    paired: Desk, clerk: Clerk, office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch, place: str, after: int
) -> None:
    name = queue(paired, 1, pdf(900))
    clerk.take_in(go_up(paired, stick))
    clerk.hand_over()
    office.publish(0)
    down = clerk.bring(stick)
    with pytest.raises(Cut), cutting(monkeypatch, place, after):
        come_down(paired, down)
    facts, code = paired.known, own(paired, name).code
    assert facts in {1, 2}, "all of the facts or none"
    assert code in {"", None} or code.startswith("SOL-")
    come_down(paired, down)
    paired.run()
    assert paired.held == {"2026-08", "2026-11"}
    assert state(paired, name) is RequestState.FILED
    assert own(paired, name).code.startswith("SOL-")


def test_no_byte_of_a_payslip_lies_plain_on_disk_or_stick(
    paired: Desk, clerk: Clerk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = pdf(30_000, 7)
    queue(paired, 1, content)
    clerk.take_in(go_up(paired, stick))
    with paired.vault.cache() as db:
        cache.restart_walk(db)
        db.run("DELETE FROM stick_down")
    with pytest.raises(Cut), cutting(monkeypatch, "storage.stick.put_taken"):
        come_down(paired, max(stick.glob("chasqui-de-la-ugel*")))
    markers = (content[100:160], b"%PDF-1.7", b"99900001", "ÑAUPARI".encode(), b"2026-08")
    for folder in (stick, paired.vault.directory, clerk.vault.directory):
        for file in folder.rglob("*"):
            if file.is_file():
                raw = file.read_bytes()
                assert not [marker for marker in markers if marker in raw], file.name


def test_every_code_has_its_own_three_sentences() -> None:
    found = {code: told(CarryError(code, "Casa")) for code in codes()}
    assert len({words.what for words in found.values()}) == len(found)
    assert all(words.safe and words.todo for words in found.values())
    assert "«Casa»" in found["other-profile"].what
    raised = {
        code
        for module in (media, arriving, opening)
        for code in codes()
        if f'"{code}"' in Path(str(module.__file__)).read_text(encoding="utf-8")
    }
    assert {"gap", "foreign", "own", "passphrase", "stick-full"} <= raised
    assert applying.Applied() == applying.Applied(0, ())
