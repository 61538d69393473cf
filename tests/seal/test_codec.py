"""A seal from claims to text and back: the signature before any claim, the algorithm by the key, one form only."""

import base64
import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from documents.seal import base45, cbor, codec, cose, signatures
from documents.seal.errors import (
    BadSignatureError,
    MalformedSealError,
    UnknownIssuerError,
    WrongIssuerError,
)
from documents.seal.keys import IssuerKey
from documents.seal.signatures import Algorithm
from documents.seal.signed import write_claims
from tests.documents.people import SAMPLES, TEACHER, with_lines
from tests.seal.sealing import claims, issuer_key, trusting

KEY = issuer_key()
TRUST = trusting(KEY)


def bytes_of(text: str) -> bytes:
    return base45.decode(text.removeprefix("BP1:"))


def text_of(data: bytes) -> str:
    return "BP1:" + base45.encode(data)


def parts(text: str) -> tuple[bytes, bytes, bytes]:
    """Protected header, payload and signature."""
    message = cbor.decode(bytes_of(text)[1:], cbor.Limits(4000, 4, 10))
    match message:
        case [bytes(protected), _, bytes(payload), bytes(signature)]:
            return protected, payload, signature
    raise AssertionError(message)


def put_together(
    protected: bytes, payload: bytes, signature: bytes, *, unprotected: Any = None, tag: bytes = b"\xd2"
) -> str:
    return text_of(tag + cbor.encode([protected, unprotected or {}, payload, signature]))


@pytest.mark.parametrize("algorithm", Algorithm)
@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_sealed_is_verified(algorithm: Algorithm, name: str) -> None:
    key = issuer_key(1, algorithm)
    sealed = claims(SAMPLES[name])
    text = codec.sign(sealed, key)
    read, entry = codec.verify(codec.parse(text), trusting(key))
    assert (read, entry.kid) == (sealed, key.kid)
    assert text == codec.sign(sealed, key)


lines = st.lists(
    st.builds(ConceptLine, st.text("ABCabc_.-%ñÑ", min_size=1, max_size=20), st.integers(1, 10**7)), max_size=12
)
payslips = st.builds(
    lambda income, deductions, period, name, kind: with_lines(
        replace(TEACHER, periodo=period, apellidos=name, clase=kind), tuple(income), tuple(deductions)
    ),
    lines,
    lines,
    st.builds(Period, st.integers(1960, 2100), st.integers(1, 12)),
    st.text("ABCDEÑÁÉÍÓÚÜ'", min_size=1, max_size=30),
    st.sampled_from(PayslipClass),
)  # fmt: skip


@given(payslips, st.sampled_from(Algorithm), st.binary(min_size=8, max_size=8), st.binary(min_size=16, max_size=16))
def test_any_payslip_goes_through_a_seal_unchanged(
    payslip: Payslip, algorithm: Algorithm, document_id: bytes, digest: bytes
) -> None:
    key = issuer_key(2, algorithm)
    sealed = replace(claims(payslip), document_id=document_id, text_digest=digest)
    assert codec.verify(codec.parse(codec.sign(sealed, key)), trusting(key))[0] == sealed


def test_a_seal_of_six_lines_fits_a_small_code() -> None:
    assert len(codec.sign(claims(), KEY)) <= 600  # QR 15-M, 34 mm with its quiet zone at 0.40 mm a module


def test_every_flipped_bit_is_noticed() -> None:
    data = bytearray(bytes_of(codec.sign(claims(), KEY)))
    for position in range(len(data)):
        for bit in (1, 16, 128):
            data[position] ^= bit
            with pytest.raises((MalformedSealError, BadSignatureError, UnknownIssuerError)):
                codec.verify(codec.parse(text_of(bytes(data))), TRUST)
            data[position] ^= bit


def test_a_claim_is_never_read_before_its_signature() -> None:
    protected, _, signature = parts(codec.sign(claims(), KEY))
    nonsense = put_together(protected, b"\xff not even CBOR", signature)
    with pytest.raises(BadSignatureError):
        codec.verify(codec.parse(nonsense), TRUST)


def test_signed_nonsense_is_malformed() -> None:
    sealed = cose.seal(b"\xff not even CBOR", KEY.private, KEY.kid)
    with pytest.raises(MalformedSealError):
        codec.verify(codec.parse(text_of(sealed)), TRUST)


def test_an_unknown_kid_is_an_unknown_issuer_not_a_forgery() -> None:
    with pytest.raises(UnknownIssuerError) as refused:
        codec.verify(codec.parse(codec.sign(claims(), issuer_key(9))), TRUST)
    assert refused.value.kid == issuer_key(9).kid


def test_a_stolen_kid_is_a_bad_signature() -> None:
    forged = cose.seal(write_claims(claims()), issuer_key(9).private, KEY.kid)
    with pytest.raises(BadSignatureError):
        codec.verify(codec.parse(text_of(forged)), TRUST)


def test_a_key_does_not_speak_for_another_office() -> None:
    other = "PE/UGEL/080001"
    forged = cose.seal(write_claims(claims(code=other)), KEY.private, KEY.kid)
    with pytest.raises(WrongIssuerError):
        codec.verify(codec.parse(text_of(forged)), trusting(KEY, issuer_key(3, code=other)))
    with pytest.raises(WrongIssuerError):
        codec.sign(claims(code=other), KEY)


def test_the_algorithm_is_a_property_of_the_key() -> None:
    protected, payload, _ = parts(codec.sign(claims(), KEY))
    lied = protected.replace(b"\x01\x32", b"\x01\x28")  # 1: -19 becomes 1: -9
    assert lied != protected
    signature = signatures.sign(KEY.private, cose.sig_structure(lied, payload))
    with pytest.raises(BadSignatureError):
        codec.verify(codec.parse(put_together(lied, payload, signature)), TRUST)


def test_every_key_that_shares_a_kid_is_tried() -> None:
    other = issuer_key(4)
    twins = trusting(other, KEY)
    shared = tuple(
        replace(issuer, keys=tuple(replace(key, kid=KEY.kid) for key in issuer.keys)) for issuer in twins.issuers
    )
    read, entry = codec.verify(codec.parse(codec.sign(claims(), KEY)), replace(twins, issuers=shared))
    assert read == claims()
    assert entry.public == signatures.write_public(KEY.public)


def test_the_status_of_a_key_does_not_change_what_it_signed() -> None:
    assert codec.verify(codec.parse(codec.sign(claims(), KEY)), replace(TRUST, next_update=TRUST.issued + timedelta(1)))


def header(value: Any) -> bytes:
    return cbor.encode(value)


def resigned(protected: bytes, **more: Any) -> str:
    """The good payload, properly signed under another header: only the form is wrong."""
    _, payload, _ = parts(codec.sign(claims(), KEY))
    signature = signatures.sign(KEY.private, cose.sig_structure(protected, payload))
    return put_together(protected, payload, signature, **more)


GOOD = codec.sign(claims(), KEY)
PROTECTED, PAYLOAD, SIGNATURE = parts(GOOD)
MALFORMED: dict[str, tuple[str, str]] = {
    "empty": ("", "prefix"),
    "another prefix": ("BP2:" + GOOD[4:], "prefix"),
    "lower-case prefix": ("bp1:" + GOOD[4:], "prefix"),
    "nothing after the prefix": ("BP1:", "tag"),
    "lower case": ("BP1:" + GOOD[4:].lower(), "base45"),
    "white space around": (GOOD + "\n", "base45"),
    "base64": ("BP1:" + base64.b64encode(bytes_of(GOOD)).decode(), "base45"),
    "too long": ("BP1:" + "0" * 3392, "size"),
    "no tag": (text_of(bytes_of(GOOD)[1:]), "tag"),
    "another tag": (put_together(PROTECTED, PAYLOAD, SIGNATURE, tag=b"\xd1"), "tag"),
    "the tag in two bytes": (text_of(b"\xd8\x12" + bytes_of(GOOD)[1:]), "tag"),
    "the tag twice": (text_of(b"\xd2" + bytes_of(GOOD)), "tag"),
    "trailing bytes": (text_of(bytes_of(GOOD) + b"\0"), "trailing-bytes"),
    "truncated": (text_of(bytes_of(GOOD)[:-2]), "truncated"),
    "three parts": (text_of(b"\xd2" + cbor.encode([PROTECTED, {}, PAYLOAD])), "sign1"),
    "five parts": (text_of(b"\xd2" + cbor.encode([PROTECTED, {}, PAYLOAD, SIGNATURE, b""])), "items"),
    "detached payload": (text_of(b"\xd2" + cbor.encode([PROTECTED, {}, None, SIGNATURE])), "sign1"),
    "not an array": (text_of(b"\xd2" + cbor.encode({1: 1})), "sign1"),
    "an unprotected kid": (put_together(PROTECTED, PAYLOAD, SIGNATURE, unprotected={4: KEY.kid}), "unprotected-header"),
    "a short signature": (put_together(PROTECTED, PAYLOAD, SIGNATURE[:-1]), "signature-size"),
    "an indefinite array": (text_of(b"\xd2\x9f" + bytes_of(GOOD)[2:] + b"\xff"), "indefinite"),
    "a longer length": (text_of(b"\xd2\x98\x04" + bytes_of(GOOD)[2:]), "not-shortest"),
    "no kid": (resigned(header({1: -19})), "protected-header"),
    "no algorithm": (resigned(header({4: KEY.kid})), "protected-header"),
    "more in the header": (resigned(header({1: -19, 3: 0, 4: KEY.kid})), "items"),
    "another header": (resigned(header({1: -19, 3: KEY.kid})), "protected-header"),
    "a short kid": (resigned(header({1: -19, 4: KEY.kid[:7]})), "kid"),
    "a kid of text": (resigned(header({1: -19, 4: "12345678"})), "kid"),
    "EdDSA, deprecated": (resigned(header({1: -8, 4: KEY.kid})), "algorithm"),
    "ES256, deprecated": (resigned(header({1: -7, 4: KEY.kid})), "algorithm"),
    "no such algorithm": (resigned(header({1: 0, 4: KEY.kid})), "algorithm"),
    "algorithm by name": (resigned(header({1: "Ed25519", 4: KEY.kid})), "algorithm"),
    "algorithm true": (resigned(header({1: True, 4: KEY.kid})), "algorithm"),
    "an empty header": (resigned(b""), "truncated"),
    "a header that is no map": (resigned(header([1])), "protected-header"),
    "keys out of order": (resigned(b"\xa2\x04\x48" + KEY.kid + b"\x01\x32"), "key-order"),
    "a key twice": (resigned(b"\xa2\x01\x32\x01\x32"), "duplicate-key"),
    "a longer number": (resigned(b"\xa2\x01\x38\x12\x04\x48" + KEY.kid), "not-shortest"),
    "a tagged kid": (resigned(b"\xa2\x01\x32\x04\xc1\x48" + KEY.kid), "tag"),
    "a float": (resigned(b"\xa2\x01\xf9\xcc\xc0\x04\x48" + KEY.kid), "float-or-simple"),
}  # fmt: skip


@pytest.mark.parametrize("case", MALFORMED)
def test_each_way_out_of_the_form_has_its_own_refusal(case: str) -> None:
    text, reason = MALFORMED[case]
    with pytest.raises(MalformedSealError) as refused:
        codec.parse(text)
    assert refused.value.reason == reason


def test_hostile_texts_are_refused_fast() -> None:
    hostile = [
        "BP1:" + ":" * 3300,
        text_of(b"\xd2" + b"\x81" * 2000),
        text_of(b"\xd2\x84" + b"\xa1" * 2000),
        text_of(b"\xd2\x9b" + b"\xff" * 2000),
        "BP1:" + "%" * 10_000_000,
    ]
    began = time.process_time()
    for text in hostile:
        with pytest.raises(MalformedSealError):
            codec.parse(text)
    assert time.process_time() - began < 1


def test_a_key_of_another_kind_can_not_be_made_an_issuer() -> None:
    from cryptography.hazmat.primitives.asymmetric import ec

    with pytest.raises(ValueError, match="secp384r1"):
        _ = IssuerKey(ec.generate_private_key(ec.SECP384R1()), "PE/UGEL/210011").algorithm
