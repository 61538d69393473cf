"""A profile of each schema that people have had opens in this program, with everything that was in it.

`old_profiles/NAME` holds the files as that program left them; the password is the self-test's. Each was made by running
the program of its day (cost of the key: the floor), not by this one.
"""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.selftest import NAME, PASSWORD
from storage import payslips
from storage.drafts import own_requests
from storage.errors import NewerFileError
from storage.payslips import PayslipQuery
from storage.profile import open_profile

OLD = Path(__file__).parent / "old_profiles"
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
WISHES = {"0.1.0-first": 0}  # that program could not write any
KEPT = ("cache.db", "outbox.db", "vault.json")


@pytest.fixture(params=sorted(path.name for path in OLD.iterdir()))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return shutil.copytree(OLD / request.param, tmp_path / request.param)


def test_an_old_profile_opens_with_its_payslip_and_its_pdf(old: Path) -> None:
    with open_profile(old, PASSWORD, now=NOW) as vault, vault.cache() as db:
        [row] = payslips.search_payslips(db, PayslipQuery(text="ñahui"))
        assert row.pdf is not None
        assert (payslips.pdf_bytes(db, row.pdf.sha256) or b"").startswith(b"%PDF")
        whose = payslips.person(db)
        assert whose is not None
        assert whose.apellidos == NAME


def test_the_wishes_of_an_old_profile_are_all_there(old: Path) -> None:
    with open_profile(old, PASSWORD, now=NOW) as vault, vault.outbox() as db:
        assert len(own_requests(db)) == WISHES[old.name]


def test_a_profile_of_a_later_program_is_left_untouched(old: Path) -> None:
    with open_profile(old, PASSWORD, now=NOW) as vault, vault.outbox() as db:
        db.run("PRAGMA user_version = 999")
    before = {name: (old / name).read_bytes() for name in KEPT}
    with pytest.raises(NewerFileError):
        open_profile(old, PASSWORD, now=NOW)
    assert {name: (old / name).read_bytes() for name in KEPT} == before
