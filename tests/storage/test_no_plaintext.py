"""Nothing that was stored can be read in any file: not in the databases, the WAL, or a temporary folder."""

import os
import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from documents.payslip import ConceptLine, Period
from storage import drafts
from storage.attachments import keep_file
from storage.cache import append_pdf, finish_pdf, set_retry_mark, store_page, store_session
from storage.legajo import find_in_legajo
from storage.payslips import PayslipQuery, search_payslips
from storage.records import ConceptText, Fact, PayDay, PayslipFact, PersonFact, RetryMark, Session
from storage.request_records import Expediente, RequestContent
from storage.vault import Vault
from tests.storage.people import NOW, PASSWORD, ROSA, in_period, page, reference
from tests.storage.requests import content, document, fact, key, paper, record

MARKER = "MARCÁDOÑXQ"
DOCUMENT = "99907654"
TOKEN = "tok-9f3b7c51d2"
AMOUNT = 98_765_432


def planted() -> tuple[bytes, ...]:
    """Every marker in every encoding that a program might leave it in."""
    texts = (MARKER, MARKER.lower(), "MARCADONXQ", DOCUMENT, TOKEN, str(AMOUNT), "papaya verde", "%PDF-1.7")
    return tuple(text.encode(encoding) for text in texts for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"))


def readable(*folders: Path) -> dict[str, list[bytes]]:
    """Which files show which markers."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    shown = {str(path): [marker for marker in planted() if marker in path.read_bytes()] for path in files}
    return {path: markers for path, markers in shown.items() if markers}


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder of this process, to be looked into."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def fill(vault: Vault) -> None:
    """Payslips, PDFs whole and in part, a session, a draft: all of it marked."""
    marked = replace(
        ROSA, apellidos=MARKER, doc_numero=DOCUMENT, cuenta=MARKER, liquido=AMOUNT, mensajes=(MARKER,),
        haberes=(ConceptLine(MARKER, AMOUNT),),
    )  # fmt: skip
    pdf, part = (b"%PDF-1.7 " + (MARKER * 2_000).encode(encoding) + os.urandom(9) for encoding in ("utf-8", "utf-16"))
    slips = [in_period(marked, Period(2025, month)) for month in range(1, 13)]
    facts = [PayslipFact(one, None) for one in slips[2:]]
    facts += [PayslipFact(slips[0], reference(pdf)), PayslipFact(slips[1], reference(part))]
    with vault.cache() as db:
        others = (
            PersonFact("DNI", DOCUMENT, MARKER, MARKER, MARKER),
            PayDay(Period(2026, 1), date(2026, 1, 9), MARKER, MARKER),
            ConceptText(MARKER, MARKER, MARKER, MARKER, Period(2020, 1), None),
        )
        store_page(db, page(*facts, *others, cursor=TOKEN, epoch=MARKER), etag=TOKEN)
        append_pdf(db, reference(pdf).sha256, 0, pdf)
        assert finish_pdf(db, reference(pdf).sha256)
        append_pdf(db, reference(part).sha256, 0, part[:-1_000])
        store_session(
            db, Session(server=MARKER, user=DOCUMENT, access_token=TOKEN, access_expires_at=NOW, refresh_token=TOKEN)
        )
        set_retry_mark(db, RetryMark(attempt=1, not_before=NOW, condition=MARKER))
        assert search_payslips(db, PayslipQuery(text=MARKER))
        db.rows("SELECT printed FROM payslip ORDER BY printed, random()")  # a sort that might spill
        store_page(db, page(*legajo_facts(pdf), epoch=MARKER), etag=TOKEN)
        assert find_in_legajo(db, MARKER)
    with vault.outbox() as db:
        keep_file(db, reference(pdf).sha256, pdf)
        for number in (1, 2):
            drafts.new_draft(db, key(number), wish(pdf), NOW)
        drafts.queue(db, key(2), wish(pdf), NOW)
        drafts.set_expediente(db, key(2), Expediente(MARKER, TOKEN, None), NOW)


def wish(pdf: bytes) -> RequestContent:
    named = document(pdf, numero=MARKER, sumilla=MARKER, entidad_emisora=MARKER)
    return content(fields={"domicilio": MARKER, "telefono": DOCUMENT}, note=MARKER, documents=(named,))


def legajo_facts(pdf: bytes) -> tuple[Fact, ...]:
    filed = record(fields={"domicilio": MARKER}, documents=wish(pdf).documents)
    return filed, fact(7, content=wish(pdf), reason=MARKER), paper(1, pdf, titulo=MARKER, numero=DOCUMENT)


def test_no_file_shows_what_was_stored(vault: Vault, temporary: Path, tmp_path: Path) -> None:
    with vault.cache() as left_open:
        fill(vault)
        assert search_payslips(left_open, PayslipQuery(text=DOCUMENT))
        assert (vault.directory / "cache.db-wal").stat().st_size > 0
        assert readable(vault.directory, temporary) == {}, "while it is open"
        shutil.copytree(vault.directory, tmp_path / "crashed")
    vault.close()
    assert readable(vault.directory, temporary) == {}, "after closing"
    assert readable(tmp_path / "crashed") == {}, "as a crash leaves it"
    assert list(temporary.iterdir()) == []


def test_the_search_for_markers_would_find_them(tmp_path: Path) -> None:
    for place, marker in enumerate(planted()):
        (tmp_path / str(place)).write_bytes(b"x" + marker + b"y")
    assert len(readable(tmp_path)) == len(planted())


def test_the_key_is_in_no_file(vault: Vault, tmp_path: Path) -> None:
    fill(vault)
    key = vault._data_key
    whole = b"".join(path.read_bytes() for path in vault.directory.iterdir())
    for secret in (key, key.hex().encode(), PASSWORD.encode(), *(file.key for file in vault._files.values())):
        assert secret not in whole


def test_the_files_do_not_look_like_databases(vault: Vault) -> None:
    fill(vault)
    for name in ("cache.db", "outbox.db"):
        assert b"SQLite" not in (vault.directory / name).read_bytes()
        assert b"CREATE" not in (vault.directory / name).read_bytes()
