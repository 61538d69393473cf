"""A profile belongs to one person."""

from datetime import UTC, datetime, timedelta

import pytest

from storage import cache, payslips
from storage.adoption import adopt_session
from storage.errors import OtherPersonError
from storage.profile import Vault
from storage.records import FactPage, PersonFact, Session

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ANA = PersonFact("DNI", "99900001", "ÑAUPARI QUISPE", "ANA", "ana@ejemplo.pe")
LUIS = PersonFact("DNI", "99900002", "PUMA CHOQUE", "LUIS", "luis@ejemplo.pe")


def session(user: str) -> Session:
    return Session(
        server="http://127.0.0.1:9", user=user, access_token=f"a-{user}", access_expires_at=NOW + timedelta(hours=1),
        refresh_token=f"r-{user}",
    )  # fmt: skip


def test_the_first_session_says_whose_the_profile_is(vault: Vault) -> None:
    with vault.cache() as db:
        adopt_session(db, session("ana"), ANA)
        assert payslips.person(db) == ANA
        assert cache.session(db) == session("ana")


def test_the_same_person_may_come_back_under_another_user(vault: Vault) -> None:
    with vault.cache() as db:
        adopt_session(db, session("ana"), ANA)
        adopt_session(db, session("ana.quispe"), ANA)
        assert cache.session(db) == session("ana.quispe")


def test_another_person_is_refused_and_nothing_changes(vault: Vault) -> None:
    with vault.cache() as db:
        adopt_session(db, session("ana"), ANA)
        with pytest.raises(OtherPersonError):
            adopt_session(db, session("luis"), LUIS)
        assert cache.session(db) == session("ana")
        assert payslips.person(db) == ANA


def test_the_first_walk_keeps_the_person_that_was_adopted(vault: Vault) -> None:
    with vault.cache() as db:
        adopt_session(db, session("ana"), ANA)
        page = FactPage(
            epoch="e", cursor="c", more=False, etag="t", facts=(ANA,), server_time=NOW, next_sync_after=None
        )
        cache.store_page(db, page, etag="t")
        assert payslips.person(db) == ANA
