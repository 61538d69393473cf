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
    " c.filed_at, c.changed_at, c.deadline, c.taken_by, c.expediente, c.documents, coalesce(d.deed, r.deed) AS deed,"
    " coalesce(nullif(d.trouble, ''), r.trouble, '') AS trouble, "
)
_COUNT: Final = "SELECT count(*)"
# The newest open decision on each request, and the newest open reception: read once, they are few.
_OPEN: Final = (
    "WITH open AS MATERIALIZED (SELECT request, place, deed, state, trouble,"
    " iif(deed = 'recibir', iif(json_array_length(reception, '$.lacking'), 'lacking', 'done'), '') AS reception"
    " FROM outbox.decision WHERE state IN ('espera', 'enviando', 'cuarentena')), "
)
_NOTHING_OPEN: Final = (
    "WITH open AS (SELECT NULL AS request, NULL AS place, NULL AS deed, NULL AS state, NULL AS trouble,"
    " NULL AS reception WHERE 0), "
)
_OWN: Final = (
    "d AS MATERIALIZED (SELECT request, deed, state, trouble, max(place) FROM open WHERE deed <> 'recibir' GROUP BY 1),"
    " r AS MATERIALIZED (SELECT request, deed, state, trouble, reception, max(place) FROM open WHERE deed = 'recibir'"
    " GROUP BY 1) "
)
_JOINS: Final = " LEFT JOIN d ON d.request = c.uuid LEFT JOIN r ON r.request = c.uuid"
_FACTS: Final = " FROM office_case AS c" + _JOINS
_FACTS_READ: Final = " FROM office_case AS c NOT INDEXED" + _JOINS
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
_SHOWN_RECEPTION: Final = "iif(r.state IN ('espera', 'enviando'), r.reception, c.reception)"
_LINE: Final = _COLUMNS + _SHOWN_RECEPTION + " AS reception"
_WHERE: Final = (
    " WHERE (:states = '[]' OR instr(:states, '\"' || " + _SHOWN_STATE + " || '\"'))"
    " AND (:receptions = '[]' OR instr(:receptions, '\"' || coalesce(nullif("
    + _SHOWN_RECEPTION
    + ", ''), 'no') || '\"'))"
    " AND (:sections = '[]' OR instr(:sections, '\"' || c.section || '\"'))"
    " AND (:kinds = '[]' OR instr(:kinds, '\"' || c.kind || '\"'))"
    " AND (:due_until = '' OR (c.deadline IS NOT NULL AND c.deadline <= :due_until))"
    " AND (NOT :mine OR " + _SHOWN_TAKER + " = :me)"
    " AND (NOT :free OR " + _SHOWN_TAKER + " = '')"
    " AND (NOT :refused OR coalesce(d.trouble, '') <> '' OR coalesce(r.trouble, '') <> '')"
)
_WORDS: Final = (
    " AND instr(c.searched, :w0) AND instr(c.searched, :w1) AND instr(c.searched, :w2) AND instr(c.searched, :w3)"
    " AND instr(c.searched, :w4) AND instr(c.searched, :w5) AND instr(c.searched, :w6) AND instr(c.searched, :w7)"
)
# The inner part reads an index in its own order; what comes out of it is a few rows.
_CLASS: Final = " WHEN '' THEN '' WHEN :me THEN 'me' ELSE 'other' END"
_TAKER: Final = "CASE c.taken_by" + _CLASS
_TAKER_THEN: Final = "CASE " + _SHOWN_TAKER + _CLASS
_DUE: Final = "deadline IS NOT NULL AND deadline <= :due AS due"
_COUNTED_COLUMNS: Final = "SELECT state, " + _TAKER + " AS taker, " + _DUE + ", reception, sum(many) AS many"
_COUNTED_ROWS: Final = (
    " FROM (SELECT state, taken_by, deadline, reception, count(*) AS many FROM office_case GROUP BY 1, 2, 3, 4) AS c"
    " GROUP BY 1, 2, 3, 4"
)
_DECIDED_COLUMNS: Final = (
    "SELECT c.state AS fact, " + _TAKER + " AS fact_taker, " + _DUE + ", c.reception AS fact_reception, "
    + _SHOWN_STATE + " AS state, " + _TAKER_THEN + " AS taker, " + _SHOWN_RECEPTION + " AS reception, "
    "coalesce(d.trouble, '') <> '' OR coalesce(r.trouble, '') <> '' AS refused"
)  # fmt: skip
_DECIDED_ROWS: Final = " FROM (SELECT DISTINCT request FROM open) AS o JOIN office_case AS c ON c.uuid = o.request"
_ORDER: Final = (
    " ORDER BY c.deadline IS NULL, c.deadline, CASE WHEN c.deadline IS NULL THEN '' ELSE c.filed_at END,"
    " c.changed_at DESC, c.uuid LIMIT :limit OFFSET :offset"
)


@dataclass(frozen=True, slots=True)
class Found:
    """Some lines, and how many there are in all."""

    rows: tuple[CaseRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class _Group:
    """So many requests that are alike in what views ask about; less than none takes away."""

    state: str
    taker: str  # "", "me", "other"
    due: bool
    reception: str
    refused: bool
    many: int


def tray(db: Connection, query: TrayQuery) -> Found:
    """The lines, what expires first before the others, what is settled last."""
    values = _values(query) | {"limit": query.limit, "offset": query.offset}
    if db.missing is not None:
        rows = db.rows(_NOTHING_OPEN + _OWN + _LINE + _FACTS_READ + _WHERE + _WORDS + _OF_PLACE + _ORDER, **values)
    elif _is_plain(query):
        rows = db.rows(_OPEN + _OWN + _LINE + _FACTS + _WHERE + _ORDER, **values)
    else:  # few rows answer: sort those, instead of going through all of them in order
        rows = db.rows(_OPEN + _OWN + _LINE + _FACTS_READ + _WHERE + _WORDS + _OF_PLACE + _ORDER, **values)
    documents = msgspec.json.encode([row["doc_numero"] for row in rows]).decode()
    places = {row["doc_numero"]: str(row["institucion"]) for row in db.rows(_PLACES, documents=documents)}
    lines = tuple(_line(row, places.get(row["doc_numero"], "")) for row in rows)
    at_its_end = len(lines) < query.limit and (lines or not query.offset)
    return Found(lines, query.offset + len(lines) if at_its_end else count_tray(db, (query,))[0])


def count_tray(db: Connection, queries: Sequence[TrayQuery]) -> tuple[int, ...]:
    """How many lines each question has. Those of state, term, taker and reception alone are counted in one pass."""
    passes = {(query.me, query.due_until): tuple[_Group, ...]() for query in queries if _is_plain(query)}
    for me, due in passes:
        passes[me, due] = _grouped(db, me, due)
    return tuple(
        sum(group.many for group in passes[query.me, query.due_until] if _counts(group, query))
        if _is_plain(query)
        else _count(db, query)
        for query in queries
    )


def _is_plain(query: TrayQuery) -> bool:
    return not (query.sections or query.kinds or query.institution or query.text)


def _counts(group: _Group, query: TrayQuery) -> bool:
    asked = (
        (bool(query.states), group.state in query.states), (query.due_until is not None, group.due),
        (bool(query.receptions), (group.reception or "no") in query.receptions),
        (query.mine, group.taker == "me"), (query.free, group.taker == ""), (query.refused, group.refused),
    )  # fmt: skip
    return all(holds for wanted, holds in asked if wanted)


def _grouped(db: Connection, me: str, due: date | None) -> tuple[_Group, ...]:
    """The facts, which an index counts, without what is decided here, and that as it is shown instead."""
    values: dict[str, Value] = {"me": me, "due": due.isoformat() if due else ""}
    groups = [
        _Group(row["state"], row["taker"], bool(row["due"]), row["reception"], refused=False, many=row["many"])
        for row in db.rows(_COUNTED_COLUMNS + _COUNTED_ROWS, **values)
    ]
    decided = () if db.missing else db.rows(_OPEN + _OWN + _DECIDED_COLUMNS + _DECIDED_ROWS + _JOINS, **values)
    for row in decided:
        is_due = bool(row["due"])
        groups += (
            _Group(row["fact"], row["fact_taker"], is_due, row["fact_reception"], refused=False, many=-1),
            _Group(row["state"], row["taker"], is_due, row["reception"], bool(row["refused"]), many=1),
        )
    return tuple(groups)


def _count(db: Connection, query: TrayQuery) -> int:
    if db.missing is not None:
        return db.number(_NOTHING_OPEN + _OWN + _COUNT + _FACTS_READ + _WHERE + _WORDS + _OF_PLACE, **_values(query))
    return db.number(_OPEN + _OWN + _COUNT + _FACTS_READ + _WHERE + _WORDS + _OF_PLACE, **_values(query))


def _values(query: TrayQuery) -> dict[str, Value]:
    wanted = [*words(query.text), *[" "] * MOST_WORDS][:MOST_WORDS]
    values: dict[str, Value] = {
        "states": _list(query.states), "sections": _list(query.sections), "kinds": _list(query.kinds),
        "institution": query.institution, "due_until": query.due_until.isoformat() if query.due_until else "",
        "mine": query.mine, "free": query.free, "refused": query.refused, "me": query.me,
        "receptions": _list(query.receptions),
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
        reception=row["reception"],
    )  # fmt: skip
