"""Word left on the stick: whoever only ever brings sticks home gets what is new, and not everything each time."""

from pathlib import Path

import pytest

from storage import cache
from storage.device import own_device
from storage.stick import carried, written_ups
from sync.stick.departing import WORD
from sync.stick.errors import CarryError
from sync.stick.media import packets_in
from tests.stick.conftest import Clerk, come_down
from tests.sync.office import Desk, Office


def words_on(stick: Path) -> list[Path]:
    return [path for path in packets_in(stick) if path.name.startswith(WORD)]


def size_of_news(clerk: Clerk) -> int:
    clerk.fetch()
    with clerk.vault.outbox() as box:
        return carried(box, "down")[0].size


def test_the_second_stick_has_only_what_is_new(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    office.publish(0)
    everything = clerk.bring(stick)
    brought = come_down(paired, everything)
    (word,) = words_on(stick)
    assert brought.left == word.name
    with paired.vault.outbox() as box:
        assert word.name not in {up.place for up in written_ups(box)}, "it is no packet of wishes"
    before = size_of_news(clerk)
    clerk.take_in(word)
    assert clerk.hand_over() == 1
    assert size_of_news(clerk) < before - 30_000
    office.publish(1)
    assert come_down(paired, clerk.bring(stick)).pdfs == 1
    assert paired.held == {"2026-08", "2026-11", "2026-10"}
    assert len(words_on(stick)) == 1, "one for a computer"


def test_word_that_is_lost_costs_only_bytes(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    office.publish(0)
    come_down(paired, clerk.bring(stick))
    words_on(stick)[0].unlink()
    office.publish(1)
    brought = come_down(paired, clerk.bring(stick))
    assert (brought.pdfs, brought.facts > 3) == (1, True), "everything again, of which one PDF was not here"
    assert paired.held == {"2026-08", "2026-11", "2026-10"}


def test_word_that_comes_late_takes_nothing_back(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    office.publish(0)
    come_down(paired, clerk.bring(stick))
    late = words_on(stick)[0].rename(stick / "tarde.chasqui")
    paired.clock.pass_seconds(60)
    office.publish(1)
    come_down(paired, clerk.bring(stick))
    clerk.take_in(words_on(stick)[0])
    clerk.take_in(late)
    assert clerk.hand_over() == 2
    office.publish(2)
    assert come_down(paired, clerk.bring(stick)).pdfs == 1


def test_nobody_else_says_how_far_a_computer_is(paired: Desk, clerk: Clerk, office: Office, stick: Path) -> None:
    office.publish(0)
    come_down(paired, clerk.bring(stick))
    word = words_on(stick)[0]
    raw = bytearray(word.read_bytes())
    raw[-20] ^= 1
    word.write_bytes(raw)
    before = size_of_news(clerk)
    clerk.take_in(word)
    clerk.hand_over()
    assert abs(size_of_news(clerk) - before) < 3_000


def test_a_computer_put_back_from_a_copy_says_so_by_itself(
    paired: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    office.publish(0)
    come_down(paired, clerk.bring(stick))
    clerk.take_in(words_on(stick)[0])
    clerk.hand_over()
    with paired.vault.cache() as db:
        cache.restart_walk(db)
    paired.clock.pass_seconds(60)
    office.publish(1)
    with pytest.raises(CarryError) as raised:
        come_down(paired, clerk.bring(stick))
    assert raised.value.code == "gap"
    clerk.take_in(words_on(stick)[0])
    clerk.hand_over()
    assert come_down(paired, clerk.bring(stick)).facts >= 3


def test_a_stick_that_takes_no_file_brings_its_news_all_the_same(
    paired: Desk, clerk: Clerk, office: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.publish(0)
    news = clerk.bring(stick)

    def full(*_: object, **__: object) -> None:
        raise CarryError("stick-full")

    for old in words_on(stick):
        old.unlink()
    monkeypatch.setattr("sync.stick.departing.write_file", full)
    brought = come_down(paired, news)
    assert (brought.pdfs, brought.left) == (1, "")
    assert words_on(stick) == []


def test_an_office_that_takes_word_in_tells_nobody_that_wishes_came(
    paired: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    office.publish(0)
    come_down(paired, clerk.bring(stick))
    receipt = clerk.take_in(words_on(stick)[0]).receipt
    assert receipt is not None
    assert come_down(paired, receipt).receipts == 0


def test_by_network_too_the_office_learns_how_far_it_is(
    paired: Desk, clerk: Clerk, office: Office, stick: Path
) -> None:
    from sync.stick.counter import StickCounter

    office.publish(0)
    paired.run()
    before = size_of_news(clerk)
    with paired.vault.outbox() as box, paired.vault.cache() as db, clerk.client() as client:
        device = own_device(box, paired.clock.now())
        StickCounter(client, db).register(box, device, "PC", int(paired.clock.now().timestamp()))
    assert size_of_news(clerk) < before - 30_000
