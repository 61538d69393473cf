"""The kept trust list: only what a pinned root signed, never an older one. And the copies files are compared with."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from central.keys.demo import demo_list, demo_root
from documents.payslip import Period
from documents.seal.errors import TrustListError, TrustListTrouble
from documents.seal.keys import SigningKey, new_private
from documents.seal.signatures import Algorithm
from documents.seal.trust import bundled, write_trust_list
from storage import trust
from storage.cache import store_page
from storage.copies import CacheCopies
from storage.profile import Vault
from storage.records import PayslipFact
from tests.storage.people import ROSA, in_period, page, reference

NOW = datetime(2026, 11, 23, 13, 14, tzinfo=UTC)
Signed = Callable[..., bytes]


def signed(version: int, root: SigningKey | None = None) -> bytes:
    return write_trust_list(replace(demo_list(), version=version), root or demo_root(1))


def test_without_a_kept_list_the_one_of_the_program_is_in_use(vault: Vault) -> None:
    with vault.cache() as db:
        assert trust.kept_list(db) is None
        assert trust.trust_in_use(db) == bundled()


def test_a_newer_list_is_kept_byte_by_byte_and_used(vault: Vault) -> None:
    content = signed(7)
    with vault.cache() as db:
        assert trust.keep_trust_list(db, content, NOW).version == 7
    with vault.cache() as db:
        assert trust.kept_list(db) == trust.KeptList(7, content, NOW)
        assert trust.trust_in_use(db).version == 7


def test_either_pinned_root_may_sign(vault: Vault) -> None:
    with vault.cache() as db:
        trust.keep_trust_list(db, signed(7), NOW)
        assert trust.keep_trust_list(db, signed(8, demo_root(2)), NOW).version == 8


def test_the_same_list_again_is_no_trouble(vault: Vault) -> None:
    with vault.cache() as db:
        trust.keep_trust_list(db, signed(7), NOW)
        later = NOW + timedelta(days=3)
        trust.keep_trust_list(db, signed(7), later)
        kept = trust.kept_list(db)
        assert kept is not None
        assert kept.received == later


@pytest.mark.parametrize("version", [1, 6])
def test_an_older_list_is_refused_and_the_newer_stays(vault: Vault, version: int) -> None:
    with vault.cache() as db:
        trust.keep_trust_list(db, signed(7), NOW)
        with pytest.raises(TrustListError) as raised:
            trust.keep_trust_list(db, signed(version), NOW)
        assert raised.value.code is TrustListTrouble.ROLLBACK
        assert trust.trust_in_use(db).version == 7


def test_another_list_of_the_same_version_is_refused(vault: Vault) -> None:
    other = write_trust_list(replace(demo_list(), version=7, revoked_documents=()), demo_root(1))
    with vault.cache() as db:
        trust.keep_trust_list(db, signed(7), NOW)
        with pytest.raises(TrustListError):
            trust.keep_trust_list(db, other, NOW)
        assert trust.trust_in_use(db).revoked_documents


def spoil_last(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (spoil_last, TrustListTrouble.BAD_SIGNATURE),
        (lambda _content: signed(9, SigningKey(new_private(Algorithm.ED25519))), TrustListTrouble.UNKNOWN_ROOT),
        (lambda content: content[:-5], TrustListTrouble.MALFORMED),
        (lambda _content: b"", TrustListTrouble.MALFORMED),
    ],
)
def test_what_no_pinned_root_signed_is_not_stored(
    vault: Vault, spoil: Callable[[bytes], bytes], code: TrustListTrouble
) -> None:
    with vault.cache() as db:
        with pytest.raises(TrustListError) as raised:
            trust.keep_trust_list(db, spoil(signed(9)), NOW)
        assert raised.value.code is code
        assert trust.kept_list(db) is None


def test_a_kept_list_that_is_not_believed_any_more_gives_way_to_the_one_of_the_program(vault: Vault) -> None:
    with vault.cache() as db:
        trust.keep_trust_list(db, signed(7), NOW)
        db.run("UPDATE trust_list SET content = :content", content=spoil_last(signed(7)))
        assert trust.trust_in_use(db) == bundled()


def test_an_offer_is_fetched_when_it_is_newer_and_not_again_on_the_day_it_was_refused(vault: Vault) -> None:
    with vault.cache() as db:
        assert trust.offer_to_fetch(db, 1, NOW) is None
        trust.note_offer(db, 3)
        assert [trust.offer_to_fetch(db, held, NOW) for held in (1, 2, 3, 4)] == [3, 3, None, None]
        trust.refuse_offer(db, NOW)
        trust.note_offer(db, 3)
        assert trust.offer_to_fetch(db, 1, NOW + timedelta(hours=23)) is None
        assert trust.offer_to_fetch(db, 1, NOW + timedelta(hours=25)) == 3
        assert trust.offer_to_fetch(db, 1, NOW - timedelta(days=400)) == 3, "a clock that was set back"
        trust.note_offer(db, 4)
        assert trust.offer_to_fetch(db, 1, NOW) == 4


def test_copies_know_the_digests_that_the_office_named_and_no_others(vault: Vault) -> None:
    pdf = b"%PDF of a payslip"
    november, october = in_period(ROSA, Period(2026, 11)), in_period(ROSA, Period(2026, 10))
    named = reference(pdf)
    with vault.cache() as db:
        store_page(db, page(PayslipFact(november, named), PayslipFact(october, None)), etag="")
        copies = CacheCopies(db)
        assert copies.sha256_known(named.sha256)
        assert not copies.sha256_known("0" * 64)
        assert copies.payslips_of(november.doc_numero, Period(2026, 11)) == (november,)
        assert copies.payslips_of(november.doc_numero, Period(2026, 9)) == ()
        assert copies.payslips_of("99909999", Period(2026, 11)) == ()
