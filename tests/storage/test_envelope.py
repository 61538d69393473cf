"""vault.json: what it holds, what it refuses, what survives."""

import json
from pathlib import Path
from typing import Any

import pytest

from storage.envelope import new_key, open_envelope, read_envelope, seal_envelope, subkey, write_envelope
from storage.errors import DamagedFileError, NewerFileError, WrongPasswordError
from storage.kdf import FLOOR, KdfCost

PASSWORD = "papaya verde bajo la lluvia"


@pytest.fixture
def key() -> bytes:
    return new_key()


@pytest.fixture
def path(tmp_path: Path, key: bytes) -> Path:
    written = tmp_path / "vault.json"
    write_envelope(written, seal_envelope(key, PASSWORD, alias="Rosa", cost=FLOOR))
    return written


def change(path: Path, *steps: str, to: Any) -> None:
    """Edit one member by hand and put the check right again, as somebody who knows the format would."""
    from hashlib import sha256

    import msgspec

    from storage import envelope

    content = json.loads(path.read_text())
    place = content
    for step in steps[:-1]:
        place = place[step]
    place[steps[-1]] = to
    part = envelope._KdfPart(**content["kdf"])
    signed = msgspec.json.encode([content["format"], content["cipher"], part, content["nonce"]])
    content["check"] = sha256(signed + bytes.fromhex(content["wrapped"])).hexdigest()
    path.write_text(json.dumps(content))


def test_the_right_password_gives_the_key_back(path: Path, key: bytes) -> None:
    assert open_envelope(read_envelope(path), PASSWORD) == key


def test_a_wrong_password_gives_nothing(path: Path) -> None:
    with pytest.raises(WrongPasswordError):
        open_envelope(read_envelope(path), PASSWORD + " ")


def test_the_same_password_typed_with_other_keys_is_the_same(tmp_path: Path, key: bytes) -> None:
    envelope = seal_envelope(key, "mañana cañón pingüino", alias="R", cost=FLOOR)
    assert open_envelope(envelope, "man\u0303ana can\u0303o\u0301n pingu\u0308ino") == key


def test_the_file_shows_neither_key_nor_password(path: Path, key: bytes) -> None:
    text = path.read_text()
    assert key.hex() not in text
    assert subkey(key, "cache").hex() not in text
    assert "papaya" not in text


def test_the_file_is_private(path: Path) -> None:
    assert path.stat().st_mode & 0o077 == 0


def test_each_file_has_a_key_of_its_own(key: bytes) -> None:
    assert len({key, subkey(key, "cache"), subkey(key, "outbox")}) == 3


def test_two_envelopes_of_one_password_share_nothing(key: bytes) -> None:
    one, other = (seal_envelope(key, PASSWORD, alias="R", cost=FLOOR) for _ in range(2))
    assert one.salt != other.salt
    assert one.nonce != other.nonce
    assert one.wrapped != other.wrapped


@pytest.mark.parametrize(
    ("member", "value"),
    [("salt", "00" * 16), ("memory_kib", FLOOR.memory_kib + 1024), ("iterations", FLOOR.iterations + 1)],
)
def test_changed_parameters_are_refused_even_with_the_right_password(path: Path, member: str, value: object) -> None:
    change(path, "kdf", member, to=value)
    with pytest.raises(WrongPasswordError):
        open_envelope(read_envelope(path), PASSWORD)


@pytest.mark.parametrize(
    ("member", "value"),
    [("memory_kib", 8), ("iterations", 1), ("lanes", 4), ("memory_kib", 2**40), ("iterations", 10**6)],
)
def test_parameters_out_of_bounds_are_refused_before_they_are_used(path: Path, member: str, value: int) -> None:
    change(path, "kdf", member, to=value)
    with pytest.raises(DamagedFileError, match="out of bounds"):
        read_envelope(path)


@pytest.mark.parametrize("member", ["nonce", "wrapped"])
def test_changed_secret_parts_are_refused(path: Path, member: str) -> None:
    content = json.loads(path.read_text())
    flipped = bytes([bytes.fromhex(content[member])[0] ^ 1]) + bytes.fromhex(content[member])[1:]
    change(path, member, to=flipped.hex())
    with pytest.raises(WrongPasswordError):
        open_envelope(read_envelope(path), PASSWORD)


def test_the_alias_can_change_without_the_password(path: Path, key: bytes) -> None:
    write_envelope(path, read_envelope(path).called("Rosa E."))
    assert read_envelope(path).alias == "Rosa E."
    assert open_envelope(read_envelope(path), PASSWORD) == key


@pytest.mark.parametrize("size", [0, 1, 100, 300])
def test_a_file_cut_short_is_damaged_and_not_a_wrong_password(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(DamagedFileError):
        read_envelope(path)


def test_every_flipped_bit_outside_the_alias_is_seen(path: Path, key: bytes) -> None:
    content = path.read_bytes()
    for place in range(0, len(content), 3):
        changed = bytearray(content)
        changed[place] ^= 0x04
        path.write_bytes(changed)
        try:
            envelope = read_envelope(path)
        except (DamagedFileError, NewerFileError):
            continue
        assert envelope.called("Rosa") == _parsed(content, path), f"byte {place} went unseen"


def _parsed(content: bytes, path: Path) -> object:
    path.write_bytes(content)
    return read_envelope(path)


def test_a_file_of_a_later_format_is_told_as_such(path: Path) -> None:
    content = json.loads(path.read_text()) | {"format": 7, "new": "member"}
    path.write_text(json.dumps(content))
    with pytest.raises(NewerFileError) as raised:
        read_envelope(path)
    assert (raised.value.found, raised.value.known) == (7, 1)


def test_an_endless_file_is_not_read_whole(path: Path) -> None:
    path.write_bytes(b'{"format": 1, "alias": "' + b"a" * 1_000_000)
    with pytest.raises(DamagedFileError):
        read_envelope(path)


def test_the_cost_of_the_file_is_used_and_not_the_default(path: Path) -> None:
    assert read_envelope(path).cost == FLOOR != KdfCost()
