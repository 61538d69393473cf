"""Who vouches for the central API's keys and for an office's device; nobody else does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import resources
from central.keys.ceremony import CeremonyError
from central.keys.demo import demo_list, demo_root, demo_stick_key, demo_stick_keys
from central.keys.folder import CeremonyFolder
from central.keys.stick import admit_stick_key, retire_stick_key
from central.stick.seat import opened_seat
from documents.seal.errors import TrustListError
from documents.seal.keys import SigningKey, new_private
from documents.seal.signatures import Algorithm
from documents.seal.trust import pinned_roots, read_trust_list, write_trust_list
from documents.stick.errors import NoCentralKeysError, UntrustedPacketError
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
    assert demo_stick_keys().test


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


def test_a_program_that_came_without_a_list_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("documents.stick.shipped.shipped_file", lambda: tmp_path / "none")
    with pytest.raises(NoCentralKeysError):
        newest(b"nada")
    assert newest(write_central_keys(demo_stick_keys(), demo_root(1))).current == demo_stick_key().public


def test_the_ceremony_makes_keys_that_the_server_serves_and_retires_them(tmp_path: Path) -> None:
    folder, root = CeremonyFolder(tmp_path), SigningKey(new_private(Algorithm.ED25519))
    folder.keep_root("raiz-1", root.private, "una contraseña bien larga")
    first, file = admit_stick_key(folder, root, NOW)
    second, _same = admit_stick_key(folder, root, NOW)
    keys = read_central_keys(file.read_bytes(), folder.roots())
    assert (keys.version, len(keys.keys), keys.test) == (2, 2, False)
    assert keys.current.kid == second.stem
    assert first.stat().st_mode & 0o077 == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("central.stick.seat.pinned_roots", folder.roots)
        assert opened_seat((second, first), file).current.public.kid == second.stem
        with pytest.raises(UntrustedPacketError):
            opened_seat((first,), file)
    retire_stick_key(folder, root, first.stem, NOW)
    assert [key.kid for key in read_central_keys(file.read_bytes(), folder.roots()).keys] == [second.stem]
    for bad in (second.stem, first.stem):
        with pytest.raises(CeremonyError):
            retire_stick_key(folder, root, bad, NOW)
    with pytest.raises(CeremonyError):
        admit_stick_key(folder, SigningKey(new_private(Algorithm.ED25519)), NOW)
