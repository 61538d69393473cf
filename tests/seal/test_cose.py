"""Published vectors of signatures and COSE through the code that production runs; the strictness of the envelope."""

import json
from pathlib import Path
from typing import Any

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from documents.seal import cbor, cose, signatures
from documents.seal.errors import MalformedSealError
from documents.seal.keys import kid_of
from documents.seal.signatures import Algorithm
from tests.seal.sealing import private

VECTORS = Path(__file__).parent / "vectors"
SIGNATURES: dict[str, Any] = json.loads((VECTORS / "signatures.json").read_text(encoding="utf-8"))
COSE: dict[str, Any] = json.loads((VECTORS / "cose_sign1.json").read_text(encoding="utf-8"))
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
ED_ORDER = 2**252 + 27742317777372353535851937790883648493
FIELD = 2**255 - 19
LIMITS = cbor.Limits(2000, depth=4, items=20)


def unhex(text: str) -> bytes:
    return bytes.fromhex(text)


def low_s(signature: bytes) -> bytes:
    s = int.from_bytes(signature[32:], "big")
    return signature[:32] + min(s, P256_ORDER - s).to_bytes(32, "big")


def key_of(name: str) -> signatures.PublicKey:
    algorithm = Algorithm.ED25519 if name == "ed25519" else Algorithm.ESP256
    return signatures.read_public(algorithm, unhex(COSE[name]))


@pytest.mark.parametrize("case", SIGNATURES["ed25519"]["cases"], ids=lambda case: case["name"])
def test_ed25519_signs_and_checks_as_rfc_8032_publishes(case: dict[str, str]) -> None:
    key = ed25519.Ed25519PrivateKey.from_private_bytes(unhex(case["seed"]))
    public = signatures.read_public(Algorithm.ED25519, unhex(case["public"]))
    assert signatures.write_public(key.public_key()) == unhex(case["public"])
    assert signatures.sign(key, unhex(case["message"])) == unhex(case["signature"])
    assert signatures.is_signed(public, unhex(case["message"]), unhex(case["signature"]))
    assert not signatures.is_signed(public, unhex(case["message"]) + b".", unhex(case["signature"]))


@pytest.mark.parametrize("case", SIGNATURES["p256"]["cases"], ids=lambda case: case["message"])
def test_p256_signs_as_rfc_6979_publishes_with_the_lower_s(case: dict[str, str]) -> None:
    vector = SIGNATURES["p256"]
    key = ec.derive_private_key(int(vector["private"], 16), ec.SECP256R1())
    public = signatures.read_public(Algorithm.ESP256, unhex(vector["public"]))
    assert signatures.write_public(key.public_key()) == unhex(vector["public"])
    published, message = unhex(case["r"] + case["s"]), case["message"].encode()
    assert signatures.sign(key, message) == low_s(published)
    assert signatures.is_signed(public, message, low_s(published))
    assert signatures.is_signed(public, message, published) is (low_s(published) == published)


@pytest.mark.parametrize("case", COSE["cases"], ids=lambda case: case["name"])
def test_the_examples_of_the_cose_group_sign_what_we_would_sign(case: dict[str, str]) -> None:
    message = unhex(case["message"])
    parts = cbor2.loads(message.removeprefix(b"\xd2"))
    to_be_signed = cose.sig_structure(unhex(case["protected"]), parts[2])
    assert to_be_signed == unhex(case["to_be_signed"])
    signature = parts[3] if case["key"] == "ed25519" else low_s(parts[3])
    assert signatures.is_signed(key_of(case["key"]), to_be_signed, signature)


@pytest.mark.parametrize("case", [*COSE["cases"], *COSE["wrong"]], ids=lambda case: case["name"])
def test_the_examples_are_not_seals_and_are_refused_by_the_rule_they_break(case: dict[str, str]) -> None:
    with pytest.raises(MalformedSealError) as refused:
        cose.unseal(unhex(case["message"]), 2000)
    assert refused.value.reason == case["refused"]


@pytest.mark.parametrize("case", COSE["wrong_signatures"], ids=lambda case: case["name"])
def test_wrong_signatures_of_the_cose_group_are_wrong(case: dict[str, str]) -> None:
    to_be_signed = cose.sig_structure(unhex(case["protected"]), unhex(case["payload"]))
    assert not signatures.is_signed(key_of(case["key"]), to_be_signed, low_s(unhex(case["signature"])))


@pytest.mark.parametrize("algorithm", Algorithm)
def test_an_envelope_gives_back_what_went_in(algorithm: Algorithm) -> None:
    key = private(1, algorithm)
    sealed = cose.seal(b"payload", key, kid_of(key.public_key()))
    parts = cose.unseal(sealed, 2000)
    assert (parts.kid, parts.algorithm, parts.payload) == (kid_of(key.public_key()), algorithm, b"payload")
    assert signatures.is_signed(key.public_key(), parts.to_be_signed, parts.signature)


def test_the_registry_numbers_are_the_fully_specified_ones() -> None:
    assert [(each.name, each.value) for each in Algorithm] == [("ED25519", -19), ("ESP256", -9)]


def test_ed25519_refuses_an_s_beyond_the_order() -> None:
    key = private(1)
    good = signatures.sign(key, b"m")
    malleable = good[:32] + (int.from_bytes(good[32:], "little") + ED_ORDER).to_bytes(32, "little")
    assert signatures.is_signed(key.public_key(), b"m", good)
    assert not signatures.is_signed(key.public_key(), b"m", malleable)


def test_p256_refuses_the_other_half_of_a_signature_and_zeroes() -> None:
    key = private(1, Algorithm.ESP256)
    good = signatures.sign(key, b"m")
    r, s = good[:32], int.from_bytes(good[32:], "big")
    assert signatures.is_signed(key.public_key(), b"m", good)
    for other in (r + (P256_ORDER - s).to_bytes(32, "big"), r + bytes(32), bytes(32) + good[32:], good + b"\0", b""):
        assert not signatures.is_signed(key.public_key(), b"m", other)


def edwards_multiple(times: int, point: tuple[int, int]) -> tuple[int, int]:
    """On the curve of Ed25519, in affine coordinates, by repeated addition."""
    d = -121665 * pow(121666, -1, FIELD) % FIELD
    total = (0, 1)
    for _ in range(times):
        (x, y), (u, v) = total, point
        both = d * x * u * y * v % FIELD
        total = (x * v + u * y) * pow(1 + both, -1, FIELD) % FIELD, (y * v + x * u) * pow(1 - both, -1, FIELD) % FIELD
    return total


def edwards_x(y: int) -> int:
    d = -121665 * pow(121666, -1, FIELD) % FIELD
    square = (y * y - 1) * pow(d * y * y + 1, -1, FIELD) % FIELD
    x = pow(square, (FIELD + 3) // 8, FIELD)
    return x if x * x % FIELD == square else x * pow(2, (FIELD - 1) // 4, FIELD) % FIELD


def test_the_points_called_weak_are_the_ones_of_small_order() -> None:
    for y in signatures._SMALL_ORDER:
        assert edwards_multiple(8, (edwards_x(y), y)) == (0, 1)
    assert len(signatures._SMALL_ORDER) == 5


@pytest.mark.parametrize("y", sorted(signatures._SMALL_ORDER | {FIELD, FIELD + 1, 2**255 - 1}))
@pytest.mark.parametrize("sign", [0, 1 << 255])
def test_a_weak_or_non_canonical_key_is_no_key(y: int, sign: int) -> None:
    with pytest.raises(ValueError, match="full order"):
        signatures.read_public(Algorithm.ED25519, (y | sign).to_bytes(32, "little"))


def test_a_signature_of_the_neutral_point_is_refused() -> None:
    signature = (1).to_bytes(32, "little") + bytes(32)
    assert not signatures.is_signed(private(1).public_key(), b"m", signature)


@pytest.mark.parametrize("data", [b"", b"\x02" + bytes(31), b"\x02" + b"\xff" * 32, b"\x04" + bytes(64)])
def test_what_is_no_point_of_p256_is_no_key(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the library's own words
        signatures.read_public(Algorithm.ESP256, data)


BROKEN_CBOR = {
    "truncated": "4401",
    "trailing-bytes": "0100",
    "not-shortest": "1817",
    "indefinite": "9fff",
    "float-or-simple": "f90000",
    "tag": "c100",
    "duplicate-key": "a201010102",
    "key-order": "a202010101",
    "key": "a1410101",
    "utf-8": "61ff",
    "cbor": "1c",
    "depth": "818181818101",
    "items": "98ff" + "00" * 255,
    "size": "59" + "0800" + "00" * 2048,
}


@pytest.mark.parametrize("reason", BROKEN_CBOR)
def test_each_rule_of_deterministic_cbor_has_its_own_refusal(reason: str) -> None:
    with pytest.raises(MalformedSealError) as refused:
        cbor.decode(unhex(BROKEN_CBOR[reason]), LIMITS)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "text",
    ["1801", "190001", "1900ff", "1a0000ffff", "1b00000000ffffffff", "5801ff", "7801 61", "9800", "b800", "f818"],
)
def test_no_longer_form_of_a_number_or_length_is_read(text: str) -> None:
    with pytest.raises(MalformedSealError):
        cbor.decode(unhex(text), LIMITS)


@pytest.mark.parametrize("text", ["5f4101ff", "7f6161ff", "9f01ff", "bf0101ff", "ff"])
def test_no_indefinite_length_is_read(text: str) -> None:
    with pytest.raises(MalformedSealError):
        cbor.decode(unhex(text), LIMITS)


@pytest.mark.parametrize("text", ["fb3ff0000000000000", "fa3f800000", "f97e00", "f7", "e0", "f8ff"])
def test_no_float_and_no_simple_value_is_read(text: str) -> None:
    with pytest.raises(MalformedSealError) as refused:
        cbor.decode(unhex(text), LIMITS)
    assert refused.value.reason == "float-or-simple"


def test_a_length_beyond_the_data_costs_nothing() -> None:
    for text in ("5bffffffffffffffff", "9bffffffffffffffff", "bbffffffffffffffff", "7b7fffffffffffffff"):
        with pytest.raises(MalformedSealError):
            cbor.decode(unhex(text), LIMITS)


def test_keys_are_written_in_the_order_of_their_bytes() -> None:
    value: cbor.Value = {-1: 1, "a": 2, 256: 3, 3: [{9: 0, 1: 0}], 24: 4}
    written = cbor.encode(value)
    assert written == unhex("a503" + "81a2010009 00".replace(" ", "") + "181804" + "19010003" + "2001" + "616102")
    assert cbor.decode(written, LIMITS) == value
