"""checks.db: made at its first use, nothing of it readable, a batch kept verdict by verdict and forgotten whole."""

from dataclasses import replace
from datetime import timedelta

import pytest

from documents.seal.verdict import Colour, FileMark, Reason, ReasonCode, TrustMark, Verdict, VerdictCode
from storage.check_records import BatchRow, OfficeWord
from storage.checks import (
    batch_rows,
    batches,
    begin_batch,
    forget_batch,
    store_verdicts,
    unchecked,
    undecided,
    verdict_of,
)
from storage.profile import Vault, erase_profile
from tests.storage.requests import NOW

PATHS = ("/anexos/a.pdf", "/anexos/b.pdf", "/anexos/c.pdf")
TRUST = TrustMark(7, NOW, NOW + timedelta(days=30), 3, test=False)


def verdict(path: str, code: VerdictCode, colour: Colour) -> Verdict:
    return Verdict(
        code=code, colour=colour, test_keys=False, reasons=(Reason(ReasonCode.NO_CODE, colour),), parts=(), claims=None,
        key=None, codes=(), trust=TRUST, file=FileMark(path, "ab" * 32, 10, 1), checked=NOW, milliseconds=1.0,
    )  # fmt: skip


def row(position: int, one: Verdict) -> BatchRow:
    return BatchRow(
        position, one.file.path, one.file.sha256, one.code, one.colour, office=OfficeWord.DIFFERS,
        doc_numero="99912345", person="ÑAUPARI, ROSA", issuer="UGEL SAN ROMÁN", reasons=(ReasonCode.NO_CODE,),
    )  # fmt: skip


def test_a_batch_is_kept_verdict_by_verdict_in_the_order_of_its_files(vault: Vault) -> None:
    assert not vault.has_checks()
    with vault.checks() as db:
        number = begin_batch(db, "anexos", PATHS, NOW).number
        assert [path for _, path in unchecked(db, number)] == list(PATHS)
        good = verdict(PATHS[2], VerdictCode.AUTENTICA, Colour.GREEN)
        doubt = verdict(PATHS[0], VerdictCode.SIN_QR, Colour.GREY)
        store_verdicts(db, number, [(row(2, good), good), (row(0, doubt), doubt)], NOW)
        [batch] = batches(db)
        assert (batch.files, batch.checked, batch.ended_at) == (3, 2, None)
        assert batch_rows(db, number) == (row(0, doubt), BatchRow(1, PATHS[1]), row(2, good))
        assert (unchecked(db, number), undecided(db, number)) == (((1, PATHS[1]),), ((0, PATHS[0]),))
        assert verdict_of(db, number, 2) == good
        assert verdict_of(db, number, 1) is None
        with pytest.raises(KeyError):
            verdict_of(db, number, 3)


def test_a_second_verdict_takes_the_place_of_the_first_and_the_last_one_ends_the_batch(vault: Vault) -> None:
    with vault.checks() as db:
        number = begin_batch(db, "anexos", PATHS[:1], NOW).number
        doubt = verdict(PATHS[0], VerdictCode.SIN_QR, Colour.GREY)
        store_verdicts(db, number, [(row(0, doubt), doubt)], NOW)
        good = replace(doubt, code=VerdictCode.AUTENTICA, colour=Colour.GREEN)
        store_verdicts(db, number, [(row(0, good), good)], NOW + timedelta(hours=1))
        [batch] = batches(db)
        assert (batch.checked, batch.ended_at) == (1, NOW + timedelta(hours=1))
        assert verdict_of(db, number, 0) == good
        forget_batch(db, number)
        assert (batches(db), batch_rows(db, number)) == ((), ())


def test_nothing_of_it_is_readable_and_erasing_a_profile_takes_it_along(vault: Vault) -> None:
    with vault.checks() as db:
        one = verdict(PATHS[0], VerdictCode.SIN_QR, Colour.GREY)
        store_verdicts(db, begin_batch(db, "anexos", PATHS, NOW).number, [(row(0, one), one)], NOW)
        files = {path.name: path.read_bytes() for path in vault.directory.iterdir()}
    assert "checks.db" in files
    for marker in (b"99912345", b"anexos", b"CREATE TABLE", b"SQLite format"):
        assert not [name for name, content in files.items() if marker in content], marker
    vault.close()
    erase_profile(vault.directory)
    assert not vault.directory.exists()
