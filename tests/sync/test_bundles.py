"""A first exchange by bundle: newest first, going on at any byte, never believed beyond a PDF's digest."""

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.faults import Fault, cut_body_after, ignored_range, status, wrong_digest
from storage import bundles, payslips
from storage.bundles import Bundle
from storage.pdfs import hold_pdf
from sync.bundle import LARGEST_PDF, BundleReader
from sync.engine import Blocked, Updated, UpToDate
from sync.errors import InterferenceError
from tests.sync.bundles import draw_alike, held_alike, packed, publish_alike, record
from tests.sync.office import Desk, Office, make_payslip

ALL = set(range(9))
PDFS = [hashlib.shake_256(bytes([number])).digest(3_000 + 400 * number) for number in range(5)]
BUNDLE = packed(*map(record, PDFS))


@pytest.fixture
def nine(office: Office) -> None:
    publish_alike(office, *range(9))


def read(data: bytes) -> list[bytes]:
    return [content for name, content in BundleReader().feed(data) if name == hashlib.sha256(content).hexdigest()]


@pytest.mark.usefixtures("nine")
def test_a_first_exchange_brings_all_pdfs_in_one_stream(desk: Desk, office: Office) -> None:
    assert desk.run() == Updated(new_payslips=9, pdfs=9)
    assert held_alike(desk, 9) == ALL
    assert office.routes == ["sync", "bundle", "sync", "bundle"]  # the newest three before the second page
    assert sum(seen.sent for seen in office.faults.of("bundle")) < 40_000
    assert desk.ask(bundles.bundle) is None
    assert desk.run() == UpToDate()


@pytest.mark.usefixtures("nine")
def test_the_newest_are_usable_before_the_second_page(desk: Desk, office: Office) -> None:
    office.faults.add("bundle", cut_body_after(32_000))
    assert isinstance(desk.run(), Blocked)
    newest = held_alike(desk, 9)
    assert newest == {0, 1}


@pytest.mark.usefixtures("nine")
def test_no_byte_of_a_bundle_comes_twice(desk: Desk, office: Office) -> None:
    for cut in (1, 700, 20_000, 3_000):
        office.faults.add("bundle", cut_body_after(cut))
    for _ in range(4):
        assert isinstance(desk.run(), Blocked)
        desk.clock.pass_seconds(3600)
    assert desk.run() == Updated(new_payslips=9, pdfs=9) or held_alike(desk, 9) == ALL
    sent = sum(seen.sent for seen in office.faults.of("bundle"))
    assert held_alike(desk, 9) == ALL
    assert "blob" not in office.routes
    assert sent < 40_000


@pytest.mark.usefixtures("nine")
@pytest.mark.parametrize("fault", [wrong_digest, status(404), status(416)])
def test_a_bundle_that_is_spoiled_or_gone_falls_back_to_single_pdfs(desk: Desk, office: Office, fault: Fault) -> None:
    office.faults.add("bundle", fault, times=2)
    assert isinstance(desk.run(), Updated)
    assert held_alike(desk, 9) == ALL
    assert desk.ask(bundles.bundle) is None


@pytest.mark.usefixtures("nine")
def test_a_proxy_that_strips_range_starts_the_bundle_again(desk: Desk, office: Office) -> None:
    office.faults.add("bundle", cut_body_after(5_000), ignored_range)
    assert isinstance(desk.run(), Blocked)
    desk.clock.pass_seconds(3600)
    assert isinstance(desk.run(), Updated)
    assert held_alike(desk, 9) == ALL
    assert "blob" not in office.routes


@pytest.mark.usefixtures("nine")
def test_what_is_held_needs_no_bundle(desk: Desk, office: Office) -> None:
    desk.run()
    office.faults.forget()
    publish_alike(office, 9)
    office.store.change_epoch()
    assert desk.run() == Updated(new_payslips=1, pdfs=1)
    assert "bundle" not in office.routes
    assert held_alike(desk, 10) == ALL | {9}


def test_pdfs_that_have_nothing_in_common_are_not_bundled(desk: Desk, office: Office) -> None:
    office.publish(*range(9))
    desk.run()
    assert "bundle" not in office.routes


@pytest.mark.usefixtures("nine")
def test_an_offer_of_the_same_bundle_keeps_what_is_here(desk: Desk) -> None:
    offered = Bundle("a" * 64, 100, 9)
    with desk.vault.cache() as db:
        bundles.note_bundle(db, offered)
        bundles.append_bundle(db, 0, b"12345")
        bundles.note_bundle(db, offered)
        found = bundles.bundle(db)
        assert found == Bundle("a" * 64, 100, 9, received=5)
        assert b"".join(bundles.bundle_parts(db)) == b"12345"
        bundles.note_bundle(db, Bundle("b" * 64, 100, 9))
        assert list(bundles.bundle_parts(db)) == []


@pytest.mark.usefixtures("nine")
def test_only_a_pdf_that_a_fact_names_with_its_size_and_digest_is_held(desk: Desk, office: Office) -> None:
    office.faults.add("bundle", status(404))
    office.faults.add("blob", status(500), times=3)
    desk.run()
    right = draw_alike(make_payslip(3))
    name = hashlib.sha256(right).hexdigest()
    with desk.vault.cache() as db:
        assert not hold_pdf(db, name, right[:-1])
        assert not hold_pdf(db, name, right[:-1] + b"!")
        assert not hold_pdf(db, hashlib.sha256(b"other").hexdigest(), b"other")
        assert payslips.pdf_bytes(db, name) is None
        assert hold_pdf(db, name, right)
        assert payslips.pdf_bytes(db, name) == right
        assert not hold_pdf(db, name, right)


def test_a_bundle_gives_its_pdfs_in_order() -> None:
    assert read(BUNDLE) == PDFS


@given(cut=st.integers(0, len(BUNDLE)))
def test_a_cut_anywhere_gives_what_is_whole_and_the_rest_goes_on(cut: int) -> None:
    reader = BundleReader()
    first = [content for _, content in reader.feed(BUNDLE[:cut])]
    assert first == PDFS[: len(first)]
    assert first + [content for _, content in reader.feed(BUNDLE[cut:])] == PDFS


@given(place=st.integers(0, len(BUNDLE) - 1), bit=st.integers(0, 7))
def test_a_turned_bit_never_gives_a_pdf_that_was_not_there(place: int, bit: int) -> None:
    spoiled = bytearray(BUNDLE)
    spoiled[place] ^= 1 << bit
    try:
        assert set(read(bytes(spoiled))) <= set(PDFS)
    except InterferenceError:
        return


@pytest.mark.parametrize(
    "make",
    [
        lambda: packed(record(PDFS[0]), magic=b"CHQBND9\n"),
        lambda: packed(record(b"", size=LARGEST_PDF + 1)),
        lambda: packed(record(bytes(3 * 2**20)) * 30),
        lambda: packed(*map(record, PDFS)) + b"more",
        lambda: b"\x1f\x8b" + bytes(200),
    ],
    ids=["magic", "large", "bomb", "tail", "gzip"],
)
def test_what_is_no_bundle_or_too_much_ends_early(make: Callable[[], bytes]) -> None:
    with pytest.raises(InterferenceError):
        read(make())
