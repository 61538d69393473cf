"""Who vouches for the central API's keys and for an office's device; nobody else does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

import resources
from central.keys.demo import demo_list, demo_root, demo_stick_key, demo_stick_keys
from documents.seal.errors import TrustListError
from documents.seal.keys import SigningKey, new_private
from documents.seal.signatures import Algorithm
from documents.seal.trust import pinned_roots, read_trust_list, write_trust_list
from documents.stick.errors import UntrustedPacketError
from documents.stick.keys import DeviceKey
from documents.stick.shipped import newest, shipped_keys
from documents.stick.vouching import (
    OfficeCertificate,
    read_central_keys,
    read_certificate,
    write_central_keys,
    write_certificate,
)

NOW = datetime(2026, 12, 1, tzinfo=UTC)
OFFICE = OfficeCertificate(DeviceKey(bytes(32)).public, "210001", "UGEL AZÁNGARO", NOW + timedelta(days=30))


def test_the_shipped_list_is_the_demonstrations_until_there_is_a_root() -> None:
    committed = resources.path("trust", "demo", "stick-keys.cbor").read_bytes()
    assert committed == write_central_keys(demo_stick_keys(), demo_root(1))
    assert shipped_keys() == demo_stick_keys()
    assert shipped_keys().test


def test_only_a_pinned_root_vouches() -> None:
    stranger = write_central_keys(demo_stick_keys(), SigningKey(new_private(Algorithm.ED25519)))
    good = write_central_keys(demo_stick_keys(), demo_root(2))
    assert read_central_keys(good, pinned_roots()).keys == demo_stick_keys().keys
    for bad in (stranger, good[:-1] + bytes([good[-1] ^ 1]), b"", b"\xd2\x80"):
        with pytest.raises(UntrustedPacketError):
            read_central_keys(bad, pinned_roots())


def test_neither_list_stands_in_for_the_other() -> None:
    with pytest.raises(UntrustedPacketError):
        read_central_keys(write_trust_list(replace(demo_list(), issuers=()), demo_root(1)), pinned_roots())
    with pytest.raises(TrustListError):
        read_trust_list(write_central_keys(demo_stick_keys(), demo_root(1)), pinned_roots())


def test_the_newest_list_counts_and_an_old_one_brings_no_key_back() -> None:
    other = DeviceKey(bytes([9]) * 32).public
    newer = replace(demo_stick_keys(), version=7, keys=(other,))
    raws = [write_central_keys(keys, demo_root(1)) for keys in (newer, demo_stick_keys())]
    assert newest(*raws, b"nada").keys == (other,)
    assert newest(*raws).named(demo_stick_key().public.kid) is None
    assert newest().current == demo_stick_key().public


def test_an_office_is_what_the_central_api_says_until_it_is_over() -> None:
    good = write_certificate(OFFICE, demo_stick_key())
    assert read_certificate(good, demo_stick_keys(), NOW) == OFFICE
    forged = write_certificate(OFFICE, DeviceKey(bytes([5]) * 32))
    for bad, at in ((forged, NOW), (good, NOW + timedelta(days=31)), (good[1:], NOW), (b"", NOW)):
        with pytest.raises(UntrustedPacketError):
            read_certificate(bad, demo_stick_keys(), at)
