"""What was acknowledged is there after kill -9 and on a full disk; what was not is there whole or not at all."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from storage.cache import append_pdf, finish_pdf, store_page, sync_mark
from storage.connection import Connection, transaction
from storage.errors import DiskFullError, DiskTroubleError
from storage.files import write_whole
from storage.payslips import PayslipQuery, count_payslips, payslip_row, pdf_bytes
from storage.records import PayslipFact
from storage.vault import Vault
from tests.storage.people import LUIS, ROSA, history, page, reference

ROOT = Path(__file__).resolve().parents[2]


def test_every_acknowledged_commit_survives_a_kill(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.interrupted", str(tmp_path), "6"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=110,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    deaths, words = (int(number) for number in done.stdout.split())
    assert deaths >= 4
    assert words >= 50


def test_every_request_that_was_said_to_be_queued_survives_a_kill(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.killed", str(tmp_path), "5"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=110,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    deaths, words = (int(number) for number in done.stdout.split())
    assert deaths >= 4
    assert words >= 20


@pytest.fixture
def nearly_full(db: Connection) -> Connection:
    """A cache with something in it and hardly any room left."""
    store_page(db, page(PayslipFact(LUIS, reference(b"boleta de Luis"))), etag="x")
    pages = db.number("PRAGMA page_count")
    db.run("PRAGMA max_page_count = 1")  # SQLite takes the present count when asked for less
    assert db.number("PRAGMA max_page_count") == pages
    return db


def test_a_page_that_finds_the_disk_full_leaves_the_old_state(nearly_full: Connection, vault: Vault) -> None:
    with pytest.raises(DiskFullError):
        store_page(nearly_full, page(*history(ROSA, 50), cursor="c2"), etag="y")
    assert not nearly_full.in_transaction()
    for db in (nearly_full, vault.cache()):
        assert count_payslips(db, PayslipQuery()).total == 1
        assert sync_mark(db).cursor == "c1"
        assert db.number("SELECT count(*) FROM payslip_line") == 2
        if db is not nearly_full:
            db.close()


def test_a_part_of_a_pdf_that_finds_the_disk_full_is_not_counted(nearly_full: Connection) -> None:
    big = os.urandom(200_000)
    nearly_full.run("PRAGMA max_page_count = 100000")
    store_page(nearly_full, page(PayslipFact(ROSA, reference(big))), etag="y")
    append_pdf(nearly_full, reference(big).sha256, 0, big[:10_000])
    nearly_full.run("PRAGMA max_page_count = 1")
    with pytest.raises(DiskFullError):
        append_pdf(nearly_full, reference(big).sha256, 10_000, big[10_000:])
    assert payslip_row(nearly_full, ROSA.id).pdf_received == 10_000
    nearly_full.run("PRAGMA max_page_count = 100000")
    append_pdf(nearly_full, reference(big).sha256, 10_000, big[10_000:])
    assert finish_pdf(nearly_full, reference(big).sha256)
    assert pdf_bytes(nearly_full, reference(big).sha256) == big


@pytest.fixture
def small_files() -> object:
    """The system lets no file of this process grow beyond 256 KiB: a real refusal to write."""
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (256 * 1024, former[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, former)


def test_a_write_that_the_system_refuses_leaves_the_old_state(vault: Vault, small_files: object) -> None:
    with vault.cache() as db:
        store_page(db, page(PayslipFact(LUIS, None)), etag="x")
        with pytest.raises((DiskFullError, DiskTroubleError)):
            store_page(db, page(*history(ROSA, 300), cursor="c2"), etag="y")
        assert not db.in_transaction()
        assert count_payslips(db, PayslipQuery()).total == 1
        assert sync_mark(db).cursor == "c1"
    with vault.cache() as db:
        assert count_payslips(db, PayslipQuery()).total == 1


def test_a_small_file_that_does_not_fit_leaves_the_old_one(tmp_path: Path, small_files: object) -> None:
    path = tmp_path / "vault.json"
    write_whole(path, b"old")
    with pytest.raises(DiskFullError):
        write_whole(path, bytes(1_000_000))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_inside_a_transaction_undoes_all_of_it(db: Connection) -> None:
    def break_off() -> None:
        with transaction(db):
            db.run("INSERT INTO seen (payslip_id) VALUES ('a')")
            raise KeyError

    with pytest.raises(KeyError):
        break_off()
    assert db.number("SELECT count(*) FROM seen") == 0
    assert not db.in_transaction()
