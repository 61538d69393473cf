"""The tray of an office as it is shown: facts with own decisions laid over them. Only reads; `db` = vault.office().

Filters are written out once for all of them: one that is not asked for lets everything pass. Words are looked for in
narrow rows; 20,000 of them take some tens of milliseconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import msgspec

from storage.connection import Connection, Row, Value
from storage.decision_records import CaseRow, Deed, TrayQuery
from storage.legajo_search import words
from storage.request_records import RequestState

MOST_WORDS: Final = 8
_COLUMNS: Final = (
    "SELECT c.uuid, c.code, c.state, c.action, c.section, c.kind, c.doc_tipo, c.doc_numero, c.apellidos, c.nombres,"
    " c.filed_at, c.changed_at, c.deadline, c.taken_by, c.expediente, c.documents, d.deed, d.trouble"
)
_COUNT: Final = "SELECT count(*)"
_FACTS: Final = " FROM office_case AS c"
_WISHES: Final = (
    " LEFT JOIN outbox.decision AS d ON d.request = c.uuid AND d.state IN ('espera', 'enviando', 'cuarentena')"
    " AND NOT EXISTS (SELECT 1 FROM outbox.decision AS later WHERE later.request = d.request"
    " AND later.place > d.place AND later.state IN ('espera', 'enviando', 'cuarentena'))"
)
_NO_WISHES: Final = " LEFT JOIN (SELECT NULL AS deed, NULL AS trouble, NULL AS state) AS d ON 0"
_OF_PLACE: Final = (
    " AND (:institution = '' OR c.doc_numero IN (SELECT doc_numero FROM servant WHERE institucion = :institution))"
)
_PLACES: Final = (
    "SELECT doc_numero, institucion FROM servant WHERE doc_numero IN (SELECT value FROM json_each(:documents))"
)
# A decision that waits or is on its way counts as what it will make of the request; one that was refused does not.
_SHOWN_STATE: Final = (
    "CASE WHEN d.state IN ('espera', 'enviando') THEN CASE d.deed WHEN 'atender' THEN 'atendido'"
    " WHEN 'rechazar' THEN 'rechazado' WHEN 'observar' THEN 'observado' ELSE c.state END ELSE c.state END"
)
_SHOWN_TAKER: Final = (
    "CASE WHEN d.state IN ('espera', 'enviando') THEN CASE d.deed WHEN 'tomar' THEN :me WHEN 'soltar' THEN ''"
    " ELSE c.taken_by END ELSE c.taken_by END"
)
_WHERE: Final = (
    " WHERE (:states = '[]' OR instr(:states, '\"' || " + _SHOWN_STATE + " || '\"'))"
    " AND (:sections = '[]' OR instr(:sections, '\"' || c.section || '\"'))"
    " AND (:kinds = '[]' OR instr(:kinds, '\"' || c.kind || '\"'))"
    " AND (:due_until = '' OR (c.deadline IS NOT NULL AND c.deadline <= :due_until))"
    " AND (NOT :mine OR " + _SHOWN_TAKER + " = :me)"
    " AND (NOT :free OR " + _SHOWN_TAKER + " = '')"
    " AND (NOT :refused OR d.trouble <> '')"
    " AND instr(c.searched, :w0) AND instr(c.searched, :w1) AND instr(c.searched, :w2) AND instr(c.searched, :w3)"
    " AND instr(c.searched, :w4) AND instr(c.searched, :w5) AND instr(c.searched, :w6) AND instr(c.searched, :w7)"
)
_GROUPS: Final = (
    "SELECT count(*) AS many, "
    + _SHOWN_STATE
    + " AS shown, CASE "
    + _SHOWN_TAKER
    + " WHEN '' THEN '' WHEN :me THEN 'me'"
    " ELSE 'other' END AS taker, c.deadline IS NOT NULL AND c.deadline <= :due AS due, d.trouble <> '' AS refused"
)
_GROUPED: Final = " GROUP BY 2, 3, 4, 5"
_ORDER: Final = (
    " ORDER BY c.deadline IS NULL, c.deadline, CASE WHEN c.deadline IS NULL THEN '' ELSE c.filed_at END,"
    " c.changed_at DESC, c.uuid LIMIT :limit OFFSET :offset"
)


@dataclass(frozen=True, slots=True)
class Found:
    """Some lines, and how many there are in all."""

    rows: tuple[CaseRow, ...]
    total: int


def tray(db: Connection, query: TrayQuery) -> Found:
    """The lines, what expires first before the others, what is settled last."""
    values = _values(query) | {"limit": query.limit, "offset": query.offset}
    if db.missing is not None:
        rows = db.rows(_COLUMNS + _FACTS + _NO_WISHES + _WHERE + _OF_PLACE + _ORDER, **values)
    else:
        rows = db.rows(_COLUMNS + _FACTS + _WISHES + _WHERE + _OF_PLACE + _ORDER, **values)
    documents = msgspec.json.encode([row["doc_numero"] for row in rows]).decode()
    places = {row["doc_numero"]: str(row["institucion"]) for row in db.rows(_PLACES, documents=documents)}
    lines = tuple(_line(row, places.get(row["doc_numero"], "")) for row in rows)
    at_its_end = len(lines) < query.limit and (lines or not query.offset)
    return Found(lines, query.offset + len(lines) if at_its_end else _count(db, query))


def count_tray(db: Connection, queries: Sequence[TrayQuery]) -> tuple[int, ...]:
    """How many lines each question has. Those of state, term and taker alone are counted in one pass."""
    passes: dict[tuple[str, date | None], list[Row]] = {}
    for query in queries:
        if _is_plain(query):
            passes.setdefault((query.me, query.due_until), [])
    for me, due in passes:
        passes[me, due] = _grouped(db, me, due)
    return tuple(
        sum(row["many"] for row in passes[query.me, query.due_until] if _counts(row, query))
        if _is_plain(query)
        else _count(db, query)
        for query in queries
    )


def _is_plain(query: TrayQuery) -> bool:
    return not (query.sections or query.kinds or query.institution or query.text)


def _counts(row: Row, query: TrayQuery) -> bool:
    asked = (
        (bool(query.states), row["shown"] in query.states), (query.due_until is not None, row["due"]),
        (query.mine, row["taker"] == "me"), (query.free, row["taker"] == ""), (query.refused, row["refused"]),
    )  # fmt: skip
    return all(holds for wanted, holds in asked if wanted)


def _grouped(db: Connection, me: str, due: date | None) -> list[Row]:
    values: dict[str, Value] = {"me": me, "due": due.isoformat() if due else ""}
    if db.missing is not None:
        return db.rows(_GROUPS + _FACTS + _NO_WISHES + _GROUPED, **values)
    return db.rows(_GROUPS + _FACTS + _WISHES + _GROUPED, **values)


def _count(db: Connection, query: TrayQuery) -> int:
    if db.missing is not None:
        return db.number(_COUNT + _FACTS + _NO_WISHES + _WHERE + _OF_PLACE, **_values(query))
    return db.number(_COUNT + _FACTS + _WISHES + _WHERE + _OF_PLACE, **_values(query))


def _values(query: TrayQuery) -> dict[str, Value]:
    wanted = [*words(query.text), *[" "] * MOST_WORDS][:MOST_WORDS]
    values: dict[str, Value] = {
        "states": _list(query.states), "sections": _list(query.sections), "kinds": _list(query.kinds),
        "institution": query.institution, "due_until": query.due_until.isoformat() if query.due_until else "",
        "mine": query.mine, "free": query.free, "refused": query.refused, "me": query.me,
    }  # fmt: skip
    return values | {f"w{place}": word for place, word in enumerate(wanted)}


def _list(values: tuple[str, ...]) -> str:
    return msgspec.json.encode(values).decode()


def _line(row: Row, institution: str) -> CaseRow:
    return CaseRow(
        uuid=row["uuid"], code=row["code"], state=RequestState(row["state"]), action=row["action"],
        section=row["section"], kind=row["kind"], doc_tipo=row["doc_tipo"], doc_numero=row["doc_numero"],
        apellidos=row["apellidos"], nombres=row["nombres"], institucion=institution,
        filed_at=datetime.fromisoformat(row["filed_at"]), changed_at=datetime.fromisoformat(row["changed_at"]),
        deadline=None if row["deadline"] is None else date.fromisoformat(row["deadline"]), taken_by=row["taken_by"],
        expediente=row["expediente"], documents=row["documents"],
        deed=None if row["deed"] is None else Deed(row["deed"]), trouble=row["trouble"] or "",
    )  # fmt: skip
