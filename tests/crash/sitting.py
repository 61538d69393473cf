"""An afternoon at the computer, as a list of deeds: every function that writes wishes, and those that lay facts.

Each deed is one transaction, and the same in every run. All texts hold markers that must never be seen on a disk.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from documents.payslip import ConceptLine, Period
from storage import attachments, cache, drafts, legajo, outbox, payslips
from storage.connection import Connection
from storage.records import PayDay, PayslipFact, PersonFact, RetryMark, Session
from storage.request_records import Expediente, RequestContent, RequestState
from storage.vault import Vault
from tests.storage.people import NOW, ROSA, in_period, page, reference
from tests.storage.requests import content, document, fact, key, later, paper, record, sha

MARKER, NUMBER, AMOUNT, TOKEN = "MARCÁDOÑXQ", "99907654", 98_765_432, "tok-9f3b7c51d2"
FOLDED = 60  # pages of a WAL before it is folded in: small, so that a sitting folds several times
SESSION = Session(server=MARKER, user=NUMBER, access_token=TOKEN, access_expires_at=NOW, refresh_token=TOKEN)
Deed = Callable[[Connection, Connection], object]


def pdf(seed: int, size: int) -> bytes:
    """Like a PDF whose text was not compressed: a marker in several encodings on each line."""
    line = b"".join(f"({MARKER} {NUMBER} {seed}) Tj\n".encode(how) for how in ("utf-8", "latin-1", "utf-16-be"))
    return (b"%PDF-1.7\n" + line * (size // len(line) + 1))[:size]


SCAN, TITLE, SLIP, SHEET = pdf(1, 270_000), pdf(2, 9_000), pdf(3, 24_000), pdf(4, 6_000)
MARKED = replace(
    ROSA, apellidos=MARKER, doc_numero=NUMBER, cuenta=MARKER, liquido=AMOUNT, mensajes=(MARKER,),
    haberes=(ConceptLine(MARKER, AMOUNT),),
)  # fmt: skip


def markers() -> tuple[bytes, ...]:
    """Every marker in every encoding that a program might leave it in."""
    texts = (
        *("ÑAUPARI QUISPE", "99900001", "410800", "Lectura en aulas", "papaya verde"),
        *(MARKER, MARKER.lower(), "MARCADONXQ", NUMBER, TOKEN, str(AMOUNT), "%PDF-1.7", "SQLite format"),
    )
    return tuple({text.encode(how) for text in texts for how in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")})


def wish(number: int, *files: bytes, note: str = MARKER) -> RequestContent:
    named = tuple(document(one, numero=MARKER, sumilla=MARKER) for one in files)
    return content(number, documents=named, note=note, fields={"domicilio": MARKER, "telefono": NUMBER})


def kept(number: int, *files: bytes) -> list[Deed]:
    """A wish from the first letter to the queue."""
    return [
        *(lambda box, _db, one=one: attachments.keep_file(box, sha(one), one) for one in files),
        lambda box, _db: drafts.new_draft(box, key(number), wish(number, note=""), NOW),
        lambda box, _db: drafts.save_draft(box, key(number), wish(number, *files, note="medio escrita"), later(number)),
        lambda box, _db: drafts.queue(box, key(number), wish(number, *files), later(number)),
    ]


def first() -> list[Deed]:
    """Three wishes, and the first facts."""
    slips = [in_period(MARKED, Period(2025, month)) for month in range(1, 13)]
    facts = [PayslipFact(slips[0], reference(SLIP)), *(PayslipFact(one, None) for one in slips[1:])]
    others = (PersonFact("DNI", NUMBER, MARKER, MARKER, MARKER), PayDay(Period(2026, 1), date(2026, 1, 9), MARKER, "x"))
    return [
        lambda _box, db: cache.store_session(db, SESSION),
        *kept(1, SCAN),
        lambda _box, db: cache.store_page(db, page(*facts, *others, cursor=TOKEN, epoch=MARKER, more=True), etag=TOKEN),
        *kept(2, TITLE),
        *(lambda _box, db, at=at: cache.append_pdf(db, sha(SLIP), at, SLIP[at : at + 8_000])
          for at in range(0, len(SLIP), 8_000)),
        lambda _box, db: cache.finish_pdf(db, sha(SLIP)),
        *kept(3),
        lambda box, _db: drafts.new_draft(box, key(4), wish(4, TITLE), NOW),
    ]  # fmt: skip


def second() -> list[Deed]:
    """Sending: every state that a wish can be in."""
    filed = record(fields={"domicilio": MARKER}, documents=wish(9, SHEET).documents)
    facts = (filed, fact(1, content=wish(1, SCAN), reason=MARKER), paper(1, SHEET, titulo=MARKER, numero=NUMBER))
    return [
        lambda box, _db: outbox.note_uploading(box, key(1)),
        *(lambda box, _db, at=at: attachments.set_upload_offset(box, sha(SCAN), at) for at in (65_536, 270_000)),
        lambda box, _db: outbox.note_sending(box, key(1)),
        lambda box, _db: outbox.settle(box, key(1), MARKER, later(20)),
        lambda box, _db: drafts.set_expediente(box, key(1), Expediente(MARKER, TOKEN, None), later(21)),
        lambda box, _db: outbox.note_waiting(box, key(3), RequestState.WAITS_SESSION, "session"),
        lambda box, _db: outbox.note_uploading(box, key(2)),
        lambda box, _db: outbox.quarantine(box, key(2), "invalid-legajo", MARKER),
        lambda box, _db: drafts.edit_again(box, key(2), key(5), later(22)),
        lambda _box, db: cache.store_page(db, page(*facts, cursor="2", epoch=MARKER), etag=TOKEN),
        outbox.reconcile,
        lambda _box, db: legajo.want_file(db, sha(SHEET)),
        lambda _box, db: cache.set_retry_mark(db, RetryMark(attempt=1, not_before=NOW, condition=MARKER)),
    ]


def third() -> list[Deed]:
    """The rest, and removing."""
    return [
        lambda box, _db: outbox.wake_waiting(box, RequestState.WAITS_SESSION),
        lambda box, _db: outbox.note_retry(box, key(3), 2, later(60)),
        lambda box, _db: drafts.cancel(box, key(3), later(30)),
        lambda box, _db: drafts.cancel(box, key(1), later(31)),
        lambda box, _db: outbox.expediente_sent(box, drafts.own_request(box, key(1))),
        lambda box, _db: outbox.clear_cancel(box, key(1)),
        lambda box, _db: drafts.discard_draft(box, key(4)),
        lambda box, _db: attachments.drop_unused(box),
        lambda box, _db: drafts.adopt(box, fact(7, content=wish(7)), later(32)),
        lambda _box, db: legajo.note_look(db, NOW),
        lambda _box, db: legajo.note_record_seen(db, key(1_001)),
        lambda _box, db: legajo.note_states_seen(db),
        lambda _box, db: payslips.mark_seen(db, MARKED.id),
        lambda _box, db: cache.exchange_succeeded(db, NOW),
        lambda _box, db: cache.restart_walk(db),
        lambda _box, db: cache.end_session(db),
    ]


SESSIONS = (first, second, third)


def opened(vault: Vault) -> tuple[Connection, Connection]:
    """A connection to each file, as the program has them."""
    box, db = vault.outbox(), vault.cache()
    for one in (box, db):
        one.run("PRAGMA wal_autocheckpoint = " + str(FOLDED))
    return box, db


def sit(vault: Vault) -> None:
    """All of it: three times opened and closed."""
    for deeds in SESSIONS:
        box, db = opened(vault)
        with box, db:
            for deed in deeds():
                deed(box, db)


def bare(folder: Path, key_: bytes) -> Vault:
    """The two files of a profile without envelope and lock."""
    return Vault(folder, "Rosa", key_, lock=None)  # type: ignore[arg-type]
