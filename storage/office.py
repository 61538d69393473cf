"""What an office knows of its people: writing pages of its feed, reading the tray. `db` = vault.office().

Each writing function is one transaction. Own decisions are read from the outbox beneath and laid over the facts; when
the outbox is damaged there are facts alone.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final, assert_never

from documents.decision_reasons import Reasons, ReasonsError, bundled, read_reasons
from documents.office_matters import ESCALAFON, PLANILLAS, sees_requests
from storage.connection import Connection, Row, Value, transaction
from storage.decision_records import OfficeCase, OfficeFact, OfficeMark, OfficePage, OfficeRemoval, Servant
from storage.office_rows import case_columns, document_rows, servant_columns
from storage.request_records import OfficeRequest
from storage.request_rows import from_json, to_json
from storage.rows import from_instant, to_instant

_PUT_CASE: Final = (
    "INSERT INTO office_case (uuid, epoch, code, state, action, section, kind, record, doc_tipo, doc_numero, apellidos,"
    " nombres, filed_at, changed_at, deadline, taken_by, expediente, documents, searched, reception, desk)"
    " VALUES (:uuid, :epoch, :code,"
    " :state, :action, :section, :kind, :record, :doc_tipo, :doc_numero, :apellidos, :nombres, :filed_at, :changed_at,"
    " :deadline, :taken_by, :expediente, :documents, :searched, :reception, :desk) ON CONFLICT (uuid) DO UPDATE SET"
    " epoch = excluded.epoch, code = excluded.code, state = excluded.state, action = excluded.action,"
    " section = excluded.section,"
    " kind = excluded.kind, record = excluded.record, doc_tipo = excluded.doc_tipo, doc_numero = excluded.doc_numero,"
    " apellidos = excluded.apellidos, nombres = excluded.nombres, filed_at = excluded.filed_at,"
    " changed_at = excluded.changed_at, deadline = excluded.deadline, taken_by = excluded.taken_by,"
    " expediente = excluded.expediente, documents = excluded.documents, searched = excluded.searched,"
    " reception = excluded.reception, desk = excluded.desk"
)
_PUT_SERVANT: Final = (
    "INSERT OR REPLACE INTO servant (doc_numero, epoch, doc_tipo, apellidos, nombres, codigo_modular, cargo, codigo_ie,"
    " institucion, regimen, searched) VALUES (:doc_numero, :epoch, :doc_tipo, :apellidos, :nombres, :codigo_modular,"
    " :cargo, :codigo_ie, :institucion, :regimen, :searched)"
)
_PUT_DOCUMENT: Final = "INSERT OR IGNORE INTO case_document (uuid, sha256, size) VALUES (:uuid, :sha256, :size)"
_UNUSED: Final = "DELETE FROM office_file WHERE sha256 NOT IN (SELECT sha256 FROM case_document)"
_EVERYTHING: Final = (
    "DELETE FROM office_case", "DELETE FROM servant", "DELETE FROM office_file", "DELETE FROM paper_answer",
    "DELETE FROM office_pdf", "DELETE FROM people_group", "DELETE FROM packet_job",
    (
        "UPDATE office_mark SET epoch = NULL, cursor = NULL, etag = NULL, more = 0, stale = 0, server_time = NULL,"
        " succeeded_at = NULL, attempt = 0, not_before = NULL, condition = '', roles = ''"
    ),
)  # fmt: skip
_CASES: Final = ("DELETE FROM office_case", "DELETE FROM office_file")
_PAPERS: Final = ("DELETE FROM paper_answer", "DELETE FROM office_pdf")
_PACKETS: Final = ("DELETE FROM people_group", "DELETE FROM packet_job")
_ANEW: Final = "UPDATE office_mark SET epoch = NULL, cursor = NULL, etag = NULL, more = 0"


def office_mark(db: Connection) -> OfficeMark:
    """Where the last exchange stopped."""
    row = db.row("SELECT * FROM office_mark")
    if row is None:
        return OfficeMark()
    return OfficeMark(
        epoch=row["epoch"], cursor=row["cursor"], etag=row["etag"], more=bool(row["more"]),
        server_time=from_instant(row["server_time"]), succeeded_at=from_instant(row["succeeded_at"]),
        attempt=row["attempt"], not_before=from_instant(row["not_before"]), condition=row["condition"],
        reasons=row["reasons"],
    )  # fmt: skip


def store_office_page(db: Connection, page: OfficePage) -> None:
    """A page's facts and its cursor. The last page of a walk under a new epoch sweeps what it did not bring."""
    with transaction(db):
        epoch = _epoch_number(db, page.epoch)
        for fact in page.facts:
            _apply(db, fact, epoch)
        if not page.more and db.number("SELECT stale FROM office_mark"):
            db.run("DELETE FROM office_case WHERE epoch <> :epoch", epoch=epoch)
            db.run("DELETE FROM servant WHERE epoch <> :epoch", epoch=epoch)
            db.run("UPDATE office_mark SET stale = 0")
        if not page.more:
            db.run(_UNUSED)
        db.run(
            "UPDATE office_mark SET epoch = :epoch, cursor = :cursor, etag = :etag, more = :more,"
            " server_time = :server_time, reasons = :reasons",
            epoch=page.epoch, cursor=page.cursor, etag=page.etag, more=page.more,
            server_time=to_instant(page.server_time), reasons=page.reasons,
        )  # fmt: skip


def restart_office_walk(db: Connection) -> None:
    """Forget the cursor (bad-cursor): rows stay until the new walk is over."""
    with transaction(db):
        db.run(_ANEW)


def office_succeeded(db: Connection, at: datetime) -> None:
    """An exchange of the feed came to its end."""
    with transaction(db):
        db.run("UPDATE office_mark SET succeeded_at = :at, attempt = 0, not_before = NULL, condition = ''",
               at=to_instant(at))  # fmt: skip


def office_failed(db: Connection, attempt: int, not_before: datetime, condition: str) -> None:
    """The office's calls alone have trouble: not before this moment again of itself."""
    with transaction(db):
        db.run(
            "UPDATE office_mark SET attempt = :attempt, not_before = :not_before, condition = :condition",
            attempt=attempt, not_before=to_instant(not_before), condition=condition,
        )  # fmt: skip


def forget_office(db: Connection) -> None:
    """The account works for no office any more: nothing of its people stays here."""
    with transaction(db):
        for statement in _EVERYTHING:
            db.run(statement)


def note_roles(db: Connection, roles: Collection[str]) -> bool:
    """For whom the file is filled from now on. What other roles brought and these may not see goes at once, before the
    feed is walked anew; True when anything was taken away."""
    wanted = " ".join(sorted(roles))
    with transaction(db):
        before = db.text("SELECT roles FROM office_mark") or ""
        if before == wanted:
            return False
        lost = (set(before.split()) or {ESCALAFON, PLANILLAS}) - set(roles)  # not noted: whoever it was before
        for statement in _not_for(lost, set(roles)):
            db.run(statement)  # and the walk begins anew, also under the same epoch
        db.run("UPDATE office_mark SET roles = :roles", roles=wanted)
        return bool(lost)


def _not_for(lost: set[str], roles: set[str]) -> tuple[str, ...]:
    """What those who lost roles may not keep. Papers that were fetched for packets come again when they are wanted."""
    if not lost or ESCALAFON in roles:
        return ()
    packets = () if PLANILLAS in roles else _PACKETS
    people = () if sees_requests(roles) else ("DELETE FROM servant",)
    return (*_CASES, *_PAPERS, *packets, *people, _ANEW)


def store_answer(db: Connection, request: OfficeRequest) -> None:
    """A request as the office answered a decision; who asks stays, the record comes with the feed."""
    found = office_case(db, request.uuid)
    if found is not None:
        with transaction(db):
            epoch = db.number("SELECT epoch_number FROM office_mark")
            _apply(db, replace(found, request=request), epoch)


def office_case(db: Connection, uuid: str) -> OfficeCase | None:
    """One request with everything; None when it is none of this office's."""
    body = db.text("SELECT body FROM case_body WHERE uuid = :uuid", uuid=uuid)
    return None if body is None else from_json(body, OfficeCase)


def servant(db: Connection, doc_numero: str) -> Servant | None:
    """One of the office's people."""
    row = db.row("SELECT * FROM servant WHERE doc_numero = :doc", doc=doc_numero)
    return None if row is None else _servant(row)


def search_servants(db: Connection, words: Iterable[str] = (), *, institution: str = "", limit: int = 500,
                    offset: int = 0) -> tuple[Servant, ...]:  # fmt: skip
    """The office's people by name. `words`: folded, with a space before each (storage.legajo_search.words)."""
    wanted = [*words][:8]
    values: dict[str, Value] = {f"w{place}": word for place, word in enumerate(wanted + [" "] * (8 - len(wanted)))}
    rows = db.rows(_SERVANTS, institution=institution, limit=limit, offset=offset, **values)
    return tuple(map(_servant, rows))


_SERVANTS: Final = (
    "SELECT * FROM servant WHERE instr(searched, :w0) AND instr(searched, :w1) AND instr(searched, :w2)"
    " AND instr(searched, :w3) AND instr(searched, :w4) AND instr(searched, :w5) AND instr(searched, :w6)"
    " AND instr(searched, :w7) AND (:institution = '' OR institucion = :institution)"
    " ORDER BY searched LIMIT :limit OFFSET :offset"
)


def institutions(db: Connection) -> tuple[str, ...]:
    """Where the office's people work."""
    rows = db.rows("SELECT DISTINCT institucion FROM servant WHERE institucion <> '' ORDER BY institucion")
    return tuple(str(row[0]) for row in rows)


def reasons_in_use(db: Connection) -> Reasons:
    """The newer of what the office sent and what came with the program."""
    shipped = bundled()
    row = db.row("SELECT content FROM decision_reasons WHERE version > :version", version=shipped.version)
    if row is None:
        return shipped
    try:
        return read_reasons(bytes(row["content"]))
    except ReasonsError:
        return shipped


def keep_reasons(db: Connection, content: bytes) -> None:
    """Store reasons that are newer than those in use. ReasonsError, and then nothing is stored."""
    offered = read_reasons(content)
    if offered.version <= reasons_in_use(db).version:
        return
    with transaction(db):
        db.run("INSERT OR REPLACE INTO decision_reasons (only, version, content) VALUES (1, :version, :content)",
               version=offered.version, content=content)  # fmt: skip


def _apply(db: Connection, fact: OfficeFact, epoch: int) -> None:
    match fact:
        case OfficeCase():
            db.run(_PUT_CASE, epoch=epoch, **case_columns(fact))
            uuid = fact.request.uuid
            db.run("INSERT OR REPLACE INTO case_body (uuid, body) VALUES (:uuid, :body)", uuid=uuid, body=to_json(fact))
            db.run("DELETE FROM case_document WHERE uuid = :uuid", uuid=uuid)
            db.run_many(_PUT_DOCUMENT, document_rows(fact))
        case Servant():
            db.run(_PUT_SERVANT, epoch=epoch, **servant_columns(fact))
        case OfficeRemoval(kind, id_):
            if kind == "case":
                db.run("DELETE FROM office_case WHERE uuid = :id", id=id_)
            elif kind == "servant":
                db.run("DELETE FROM servant WHERE doc_numero = :id", id=id_)
        case _:
            assert_never(fact)


def _epoch_number(db: Connection, epoch: str) -> int:
    db.run(
        "UPDATE office_mark SET epoch = :epoch, epoch_number = epoch_number + 1, stale = 1 WHERE epoch IS NOT :epoch",
        epoch=epoch,
    )
    return db.number("SELECT epoch_number FROM office_mark")


def _servant(row: Row) -> Servant:
    return Servant(**{name: row[name] for name in Servant.__dataclass_fields__})
