"""Trust lists: one signed form, rollback refused, no key forgotten, the demonstration marked for what it is."""

import pickle
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import resources
from central.keys import demo
from documents.seal import cbor, codec, cose, trust_roots
from documents.seal.errors import TrustListError, TrustListTrouble
from documents.seal.keys import SigningKey, kid_of, write_public
from documents.seal.signatures import Algorithm
from documents.seal.trust import (
    AnnulledDocument,
    IssuerEntry,
    KeyStatus,
    Root,
    Standing,
    TrustList,
    annulled_since,
    bundled,
    demo_roots,
    issuer_of,
    newer,
    pinned_roots,
    read_trust_list,
    real_roots,
    standing,
    write_trust_list,
)
from documents.seal.trust_file import MAX_BYTES
from tests.seal.sealing import ISSUER, NOON, ROOT, ROOTS, claims, entry, issuer_key, private, trusting

KEY = issuer_key()
LIST = trusting(KEY, issuer_key(2, Algorithm.ESP256), issuer_key(3, code="PE/UGEL/080001"))
FULL = replace(
    LIST,
    version=7,
    issuers=(
        *LIST.issuers,
        IssuerEntry(
            "PE/UGEL/999999",
            "UGEL DE PRUEBA",
            "DRE DE PRUEBA",
            (
                entry(issuer_key(4), not_after=NOON, status=KeyStatus.RETIRED, since=NOON),
                entry(issuer_key(5), status=KeyStatus.COMPROMISED, since=NOON, reason="Equipo robado"),
                entry(issuer_key(6), types=(1, 2, 3, 77)),
            ),
        ),
    ),
    revoked_documents=(AnnulledDocument(b"12345678", NOON), AnnulledDocument(b"abcdefgh", NOON)),
)


def refusal(data: bytes, roots: tuple[Root, ...] = ROOTS) -> TrustListTrouble:
    with pytest.raises(TrustListError) as refused:
        read_trust_list(data, roots)
    return refused.value.code


def test_what_is_signed_is_read_back() -> None:
    assert read_trust_list(write_trust_list(FULL, ROOT), ROOTS) == FULL


def test_either_of_two_roots_may_sign() -> None:
    other = SigningKey(private(1001, Algorithm.ESP256))
    both = (Root(other.public, test=False), *ROOTS)
    assert read_trust_list(write_trust_list(FULL, ROOT), both) == FULL
    assert read_trust_list(write_trust_list(FULL, other), both) == FULL


def test_a_list_goes_to_another_process_unchanged() -> None:
    assert pickle.loads(pickle.dumps(FULL)) == FULL  # noqa: S301  # our own bytes
    assert hash(FULL) == hash(replace(FULL))


def test_an_unknown_root_and_a_bad_signature_are_told_apart() -> None:
    signed = write_trust_list(FULL, ROOT)
    assert refusal(signed, ()) is TrustListTrouble.UNKNOWN_ROOT
    assert refusal(signed, (Root(private(1001).public_key(), test=False),)) is TrustListTrouble.UNKNOWN_ROOT
    assert refusal(signed[:-1] + bytes([signed[-1] ^ 1])) is TrustListTrouble.BAD_SIGNATURE
    forged = cose.seal(cose.unseal(signed, MAX_BYTES).payload, private(1001), kid_of(ROOT.public))
    assert refusal(forged) is TrustListTrouble.BAD_SIGNATURE


def test_every_flipped_byte_is_noticed() -> None:
    signed = bytearray(write_trust_list(LIST, ROOT))
    for position in range(len(signed)):
        signed[position] ^= 4
        refusal(bytes(signed))
        signed[position] ^= 4


@pytest.mark.parametrize("data", [b"", b"\xd2", b"%PDF-1.7", bytes(MAX_BYTES + 1), b"\xd2\x84\x40\xa0\x40\x40"])
def test_what_is_no_list_is_malformed(data: bytes) -> None:
    assert refusal(data) is TrustListTrouble.MALFORMED


def payload(**changes: Any) -> dict[Any, Any]:
    """The content of a good list, with members changed ("m5")."""
    value = cbor.decode(cose.unseal(write_trust_list(LIST, ROOT), MAX_BYTES).payload, cbor.Limits(10**6, 8, 1000))
    assert isinstance(value, dict)
    return value | {int(name.removeprefix("m")): new for name, new in changes.items()}


def with_key(**changes: Any) -> dict[Any, Any]:
    """The content of a good list with members of its first key changed or, given None, removed."""
    content = payload()
    key = content[5][0][4][0]
    for name, value in changes.items():
        number = int(name.removeprefix("m"))
        if value is None:
            del key[number]
        else:
            key[number] = value
    return content


GOOD = payload()
UNSOUND: dict[str, Any] = {
    "another schema": payload(m1=2),
    "schema true": payload(m1=True),
    "version 0": payload(m2=0),
    "version true": payload(m2=True),
    "next update before issue": payload(m4=GOOD[3]),
    "a member more": payload(m9=1),
    "issuers out of order": payload(m5=[*reversed(GOOD[5])]),
    "an issuer twice": payload(m5=[GOOD[5][0], GOOD[5][0]]),
    "an issuer without form": payload(m5=[GOOD[5][0] | {1: "UGEL"}]),
    "an issuer without name": payload(m5=[GOOD[5][0] | {2: ""}]),
    "a name that turns the line": payload(m5=[GOOD[5][0] | {2: "UGEL \u202ePUNO"}]),
    "a document twice": payload(m6=[[b"12345678", 1], [b"12345678", 2]]),
    "a document without date": payload(m6=[[b"12345678"]]),
    "a document of seven bytes": payload(m6=[[b"1234567", 1]]),
    "a kid of another key": with_key(m1=b"12345678"),
    "a key of small order": with_key(m3=bytes(32)),
    "a short key": with_key(m3=b"short"),
    "an algorithm of another key": with_key(m2=-9),
    "an end before the beginning": with_key(m5=1),
    "an unknown status": with_key(m6=9),
    "active since": with_key(m7=1),
    "retired without date": with_key(m6=2),
    "types out of order": with_key(m8=[2, 1]),
    "no types": with_key(m8=None),
    "an empty reason": with_key(m9="  "),
    "not a map": [],
}


@pytest.mark.parametrize("case", UNSOUND)
def test_a_list_that_makes_no_sense_is_malformed_though_its_root_signed_it(case: str) -> None:
    signed = cose.seal(cbor.encode(UNSOUND[case]), ROOT.private, ROOT.kid)
    assert refusal(signed) is TrustListTrouble.MALFORMED


def test_a_key_of_a_future_algorithm_is_passed_over() -> None:
    signed = cose.seal(cbor.encode(with_key(m2=-48, m3=bytes(1312))), ROOT.private, ROOT.kid)
    read = read_trust_list(signed, ROOTS)
    assert [key.kid for key in read.issuers[0].keys] == [key.kid for key in LIST.issuers[0].keys[1:]]


def test_an_unsound_list_is_not_signed() -> None:
    with pytest.raises(TrustListError):
        write_trust_list(replace(LIST, issuers=tuple(reversed(LIST.issuers))), ROOT)


def test_a_rollback_is_refused_and_the_same_list_is_not() -> None:
    assert newer(LIST, FULL) == FULL
    assert newer(FULL, FULL) == FULL
    for offered in (LIST, replace(FULL, version=6), replace(FULL, next_update=FULL.next_update + timedelta(1))):
        with pytest.raises(TrustListError) as refused:
            newer(FULL, offered)
        assert refused.value.code is TrustListTrouble.ROLLBACK


def test_a_test_list_never_takes_the_place_of_a_real_one() -> None:
    for current, offered in ((LIST, replace(FULL, test=True)), (replace(LIST, test=True), FULL)):
        with pytest.raises(TrustListError) as refused:
            newer(current, offered)
        assert refused.value.code is TrustListTrouble.OTHER_WORLD


def test_an_old_list_still_verifies() -> None:
    ancient = replace(LIST, issued=NOON - timedelta(days=9000), next_update=NOON - timedelta(days=8000))
    read = read_trust_list(write_trust_list(ancient, ROOT), ROOTS)
    assert codec.verify(codec.parse(codec.sign(claims(), KEY)), read)[0] == claims()


DAY = timedelta(days=1)
STANDINGS: list[tuple[dict[str, Any], Standing]] = [
    ({}, Standing.GOOD),
    ({"not_before": NOON + DAY}, Standing.OUTSIDE_VALIDITY),
    ({"not_after": NOON - DAY}, Standing.OUTSIDE_VALIDITY),
    ({"not_after": NOON}, Standing.GOOD),
    ({"types": (2,)}, Standing.WRONG_TYPE),
    ({"status": KeyStatus.RETIRED, "since": NOON}, Standing.GOOD),
    ({"status": KeyStatus.RETIRED, "since": NOON - DAY}, Standing.AFTER_RETIREMENT),
    ({"status": KeyStatus.REVOKED, "since": NOON + DAY}, Standing.REVOKED),
    ({"status": KeyStatus.COMPROMISED, "since": NOON + DAY}, Standing.COMPROMISED),
]


@pytest.mark.parametrize(("changes", "expected"), STANDINGS)
def test_the_standing_of_a_key_follows_from_the_list_and_the_seal_alone(
    changes: dict[str, Any], expected: Standing
) -> None:
    assert standing(entry(KEY, **changes), 1, NOON) is expected


def test_annulled_documents_and_issuers_are_found() -> None:
    assert annulled_since(FULL, b"abcdefgh") == NOON
    assert annulled_since(FULL, b"ABCDEFGH") is None
    found = issuer_of(FULL, ISSUER)
    assert found is not None
    assert found.name == "UGEL SAN ROMÁN"
    assert issuer_of(FULL, "PE/UGEL/000000") is None


def test_all_offices_with_two_keys_each_fit_in_64_kb() -> None:
    offices = tuple(
        IssuerEntry(
            f"PE/UGEL/{number:06d}",
            f"UGEL SÁNCHEZ CARRIÓN {number:03d}",
            "GERENCIA REGIONAL LA LIBERTAD",
            tuple(
                entry(SigningKey(private(number * 2 + each)), not_after=NOON + timedelta(days=1000)) for each in (0, 1)
            ),
        )
        for number in range(260)
    )
    country = TrustList(1, NOON, NOON + DAY, offices, (), test=False)
    signed = write_trust_list(country, ROOT)
    assert len(signed) <= 64 * 1024
    assert len(signed) / 520 <= 120
    assert read_trust_list(signed, ROOTS) == country


def test_the_program_ships_the_list_that_the_demonstration_makes() -> None:
    committed = resources.path("trust", "demo", "trust-list.cbor").read_bytes()
    assert committed == write_trust_list(demo.demo_list(), demo.demo_root(1))
    assert bundled() == demo.demo_list()


def test_every_demonstration_root_is_a_test_root() -> None:
    assert {root.kid for root in demo_roots()} == {demo.demo_root(1).kid, demo.demo_root(2).kid}
    assert all(root.test for root in demo_roots())
    lying = write_trust_list(replace(demo.demo_list(), test=False), demo.demo_root(2))
    assert read_trust_list(lying, demo_roots()).test
    assert bundled().test


def test_no_demonstration_key_is_pinned_as_real() -> None:
    assert real_roots() == ()
    assert pinned_roots() == demo_roots()


def test_where_a_real_root_is_pinned_the_demonstration_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "trust" / "roots").mkdir(parents=True)
    (tmp_path / "trust" / "roots" / "root-1.pem").write_bytes(write_public(ROOT.public))
    (tmp_path / "trust" / "roots" / "trust-list.cbor").write_bytes(write_trust_list(LIST, ROOT))
    monkeypatch.setattr(trust_roots.resources, "path", tmp_path.joinpath)
    assert bundled() == LIST
    assert [root.test for root in pinned_roots()] == [False]
    assert (
        refusal(write_trust_list(demo.demo_list(), demo.demo_root(1)), pinned_roots()) is TrustListTrouble.UNKNOWN_ROOT
    )
