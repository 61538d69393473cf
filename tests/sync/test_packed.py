"""Packed PDFs as they arrive: unpacked to what was announced, and nothing more, whatever comes."""

import hashlib
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from central.faults import cut_body_after, wrong_digest
from central.packing import pack
from storage import payslips
from storage.dictionaries import Dictionary, dictionaries_held, dictionary_for
from sync.engine import Blocked, Updated
from sync.errors import CutError, InterferenceError, UnpackError
from sync.packed import Wire, unpack, unpack_whole
from tests.sync.office import Desk, Office, make_payslip

NOISE = hashlib.shake_256(b"what payslips have in common").digest(40_000)
OLD = b"%PDF-1.7\n" + NOISE + b"octubre"
NEW = b"%PDF-1.7\n" + NOISE + b"noviembre"
HELD = Dictionary(hashlib.sha256(OLD).hexdigest(), OLD)
DCZ = pack(NEW, OLD)[1]


def draw(payslip: Any) -> bytes:
    """Payslips that differ in a few bytes."""
    return b"%PDF-1.7\n" + NOISE + f"{payslip.id} {payslip.liquido} {payslip.cargo}".encode()


def held_as_drawn(desk: Desk, number: int, **changes: Any) -> bool:
    drawn = draw(make_payslip(number, **changes))
    return bool(desk.ask(payslips.pdf_bytes, hashlib.sha256(drawn).hexdigest()) == drawn)


@pytest.fixture(autouse=True)
def _nothing_comes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFs come by their own calls here."""
    monkeypatch.setattr("sync.pages.INLINE", 0)


def publish(office: Office, *numbers: int) -> None:
    office.publisher.publish_payslips([make_payslip(number) for number in numbers], draw=draw)


def test_what_was_packed_is_unpacked() -> None:
    assert len(DCZ) < 200
    assert unpack_whole(DCZ, "dcz", HELD, len(NEW)) == NEW


@pytest.mark.parametrize("size", [len(NEW) - 1, len(NEW) + 1, 0, 10])
def test_another_size_than_announced_is_refused(size: int) -> None:
    with pytest.raises(UnpackError):
        unpack_whole(DCZ, "dcz", HELD, size)


def test_another_dictionary_is_refused() -> None:
    other = Dictionary(hashlib.sha256(NEW).hexdigest(), NEW)
    for wrong in (other, None):
        with pytest.raises(UnpackError):
            unpack_whole(DCZ, "dcz", wrong, len(NEW))


def test_a_dictionary_with_the_right_name_and_the_wrong_bytes_gives_other_bytes_or_none() -> None:
    forged = Dictionary(HELD.sha256, OLD[::-1])
    try:
        assert unpack_whole(DCZ, "dcz", forged, len(NEW)) != NEW
    except UnpackError:
        return


def test_a_bomb_is_cut_short() -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(200_000_000))
    given_out = 0

    def count(data: bytes) -> None:
        nonlocal given_out
        given_out += len(data)

    pieces = [bomb]
    wire = Wire(lambda: pieces.pop() if pieces else b"")
    with pytest.raises(InterferenceError, match="length"):
        unpack(wire, None, 50_000, count)
    assert given_out <= 50_000


def test_a_window_of_gigabytes_is_refused() -> None:
    wide = zstandard.ZstdCompressionParameters.from_level(1, window_log=27)
    packer = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    frame = packer.compress(NOISE) + packer.flush()
    with pytest.raises(UnpackError):
        unpack_whole(frame, "zstd", None, len(NOISE))


@given(cut=st.integers(0, len(DCZ) - 1))
def test_a_cut_anywhere_is_a_cut(cut: int) -> None:
    with pytest.raises(UnpackError):
        unpack_whole(DCZ[:cut], "dcz", HELD, len(NEW))


@given(place=st.integers(0, len(DCZ) - 1), bit=st.integers(0, 7))
def test_a_turned_bit_never_passes_for_the_pdf_or_more_than_it(place: int, bit: int) -> None:
    spoiled = bytearray(DCZ)
    spoiled[place] ^= 1 << bit
    try:
        assert len(unpack_whole(bytes(spoiled), "dcz", HELD, len(NEW))) == len(NEW)
    except UnpackError:
        return


def test_what_comes_after_the_frame_is_refused() -> None:
    with pytest.raises(UnpackError):
        unpack_whole(DCZ + b"\x00", "dcz", HELD, len(NEW))


def test_a_short_wire_is_a_cut() -> None:
    with pytest.raises(CutError):
        Wire(lambda: b"").exactly(40)


def test_the_second_payslip_comes_packed_with_the_first(desk: Desk, office: Office) -> None:
    publish(office, 1)
    assert desk.run() == Updated(new_payslips=1, pdfs=1)
    office.faults.forget()
    publish(office, 0)
    assert desk.run() == Updated(new_payslips=1, pdfs=1)
    assert sum(seen.sent for seen in office.faults.of("blob")) < 400
    assert held_as_drawn(desk, 0)
    assert held_as_drawn(desk, 1)


def test_the_dictionary_is_the_newest_payslip_of_the_same_post(desk: Desk, office: Office) -> None:
    other_post = make_payslip(0, codigo_modular_servidor="1099900001-2", cargo="DIRECTOR")
    office.publisher.publish_payslips([make_payslip(2), make_payslip(1), other_post], draw=draw)
    desk.run()
    with desk.vault.cache() as db:
        names = {hashlib.sha256(draw(each)).hexdigest(): each for each in (make_payslip(1), other_post)}
        for sha256, payslip in names.items():
            found = dictionary_for(db, sha256)
            assert found is not None
            assert found.content == draw(payslip)
        assert set(dictionaries_held(db, 4)) == set(names)
        assert len(dictionaries_held(db, 1)) == 1


def test_a_spoiled_packed_pdf_comes_plain_in_the_same_exchange(desk: Desk, office: Office) -> None:
    publish(office, 1)
    desk.run()
    publish(office, 0)
    office.faults.forget()
    office.faults.add("blob", wrong_digest)
    assert desk.run() == Updated(new_payslips=1, pdfs=1)
    assert [seen.sent > 10_000 for seen in office.faults.of("blob")] == [False, True]
    assert held_as_drawn(desk, 0)


def test_a_cut_packed_pdf_is_no_loss(desk: Desk, office: Office) -> None:
    publish(office, 1)
    desk.run()
    publish(office, 0)
    office.faults.add("blob", cut_body_after(60))
    assert isinstance(desk.run(), Blocked)
    desk.clock.pass_seconds(3600)
    assert desk.run() == Updated(new_payslips=0, pdfs=1)
    assert held_as_drawn(desk, 0)
