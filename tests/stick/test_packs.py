"""What an office carries for many lies in one file: whole or not there, and gone when nothing needs it."""

import io
from pathlib import Path

import pytest

from documents.stick.header import MAGIC, parts
from storage.stick import carried
from sync.stick import courier
from sync.stick.errors import CarryError
from sync.stick.packs import opened
from tests.stick.conftest import Clerk, go_up
from tests.sync.office import Desk, Office
from tests.sync.wishes import at_office, pdf, queue


def files(clerk: Clerk) -> list[str]:
    return sorted(path.name for path in clerk.vault.directory.glob("carried-*"))


def test_many_files_are_taken_in_at_once(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    names = [queue(paired, 1, pdf(5_000))]
    ups = [go_up(paired, stick)]
    names.append(queue(paired, 2, pdf(6_000)))
    ups.append(go_up(paired, stick))
    (stick / "no.chasqui").write_bytes(b"nada")
    before = files(clerk)
    seen: list[tuple[int, int]] = []
    taken = courier.take_all(
        clerk.vault, [*ups, stick / "no.chasqui", ups[0]], clerk.clock, lambda done, total: seen.append((done, total))
    )
    assert (len(taken.fresh), len(taken.known)) == (2, 1)
    assert [(name, error.code) for name, error in taken.refused] == [("no.chasqui", "not-a-packet")]
    assert seen[-1] == (4, 4)
    assert len(files(clerk)) == len(before) + 1
    with clerk.vault.outbox() as box:
        waiting = [each for each in carried(box, "up") if each.state == "waiting"]
    found = set()
    for each in waiting:
        with opened(clerk.vault, each) as window:
            found.add(window.read())
    assert found == {path.read_bytes() for path in ups}
    assert clerk.hand_over() == 2
    assert [at_office(office, name).state for name in names] == ["en_solicitud"] * 2
    assert files(clerk) == before


def test_a_packet_reads_as_if_it_stood_alone(paired: Desk, clerk: Clerk, stick: Path) -> None:
    queue(paired, 1, pdf(90_000))
    first, second = go_up(paired, stick), go_up(paired, stick)
    taken = courier.take_all(clerk.vault, (first, second), clerk.clock)
    for each, path in zip(taken.fresh, (first, second), strict=True):
        with clerk.vault.outbox() as box:
            (kept,) = [one for one in carried(box, "up") if one.sha256 == each.sha256]
        with opened(clerk.vault, kept) as window:
            assert window.read(3) == MAGIC[:3]
            assert window.read(20) == path.read_bytes()[3:23]
            window.seek(50_000)
            assert window.read() == path.read_bytes()[50_000:]
            assert window.seek(0, io.SEEK_END) == path.stat().st_size
            assert [part.header.packet for part in parts(window)] == [kept.packet]


def test_a_stick_pulled_in_the_middle_leaves_nothing(
    paired: Desk, clerk: Clerk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue(paired, 1, pdf(5_000))
    up = go_up(paired, stick)

    def gone(_file: object, _part: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("sync.stick.packs._blocks", gone)
    before = files(clerk)
    with pytest.raises(CarryError) as raised:
        clerk.take_in(up)
    assert raised.value.code == "stick-gone"
    assert files(clerk) == before


def test_what_was_lost_can_be_taken_in_again(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    name = queue(paired, 1, pdf(5_000))
    up = go_up(paired, stick)
    clerk.take_in(up)
    for path in clerk.vault.directory.glob("carried-*"):
        path.unlink()
    assert clerk.hand_over() == 0
    assert len(clerk.take_in(up).fresh) == 1
    assert clerk.hand_over() == 1
    assert at_office(office, name).state == "en_solicitud"
