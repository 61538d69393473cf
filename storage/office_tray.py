"""The tray of an office as it is shown: facts with own decisions laid over them. Only reads; `db` = vault.office().

Filters are written out once for all of them: one that is not asked for lets everything pass. Words are looked for in
narrow rows; 20,000 of them take some tens of milliseconds.
"""

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
    " c.filed_at, c.changed_at, c.deadline, c.taken_by, c.expediente, c.documents,"
    " coalesce(s.institucion, '') AS institucion, d.deed, d.trouble"
)
_COUNT: Final = "SELECT count(*)"
_FACTS: Final = " FROM office_case AS c LEFT JOIN servant AS s USING (doc_numero)"
_WISHES: Final = (
    " LEFT JOIN outbox.decision AS d ON d.request = c.uuid AND d.state IN ('espera', 'enviando', 'cuarentena')"
    " AND NOT EXISTS (SELECT 1 FROM outbox.decision AS later WHERE later.request = d.request"
    " AND later.place > d.place AND later.state IN ('espera', 'enviando', 'cuarentena'))"
)
_NO_WISHES: Final = " LEFT JOIN (SELECT NULL AS deed, NULL AS trouble, NULL AS state) AS d ON 0"
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
    " AND (:institution = '' OR s.institucion = :institution)"
    " AND (:due_until = '' OR (c.deadline IS NOT NULL AND c.deadline <= :due_until))"
    " AND (NOT :mine OR " + _SHOWN_TAKER + " = :me)"
    " AND (NOT :free OR " + _SHOWN_TAKER + " = '')"
    " AND (NOT :refused OR d.trouble <> '')"
    " AND instr(c.searched, :w0) AND instr(c.searched, :w1) AND instr(c.searched, :w2) AND instr(c.searched, :w3)"
    " AND instr(c.searched, :w4) AND instr(c.searched, :w5) AND instr(c.searched, :w6) AND instr(c.searched, :w7)"
)
_ORDER: Final = (
    " ORDER BY c.deadline IS NULL, c.deadline, CASE WHEN c.deadline IS NULL THEN '' ELSE c.filed_at END,"
    " c.changed_at DESC, c.uuid LIMIT :limit OFFSET :offset"
)


def tray(db: Connection, query: TrayQuery) -> tuple[CaseRow, ...]:
    """The lines, what expires first before the others, what is settled last."""
    values = _values(query) | {"limit": query.limit, "offset": query.offset}
    if db.missing is not None:
        rows = db.rows(_COLUMNS + _FACTS + _NO_WISHES + _WHERE + _ORDER, **values)
    else:
        rows = db.rows(_COLUMNS + _FACTS + _WISHES + _WHERE + _ORDER, **values)
    return tuple(map(_line, rows))


def count_tray(db: Connection, query: TrayQuery) -> int:
    """How many there are in all."""
    if db.missing is not None:
        return db.number(_COUNT + _FACTS + _NO_WISHES + _WHERE, **_values(query))
    return db.number(_COUNT + _FACTS + _WISHES + _WHERE, **_values(query))


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


def _line(row: Row) -> CaseRow:
    return CaseRow(
        uuid=row["uuid"], code=row["code"], state=RequestState(row["state"]), action=row["action"],
        section=row["section"], kind=row["kind"], doc_tipo=row["doc_tipo"], doc_numero=row["doc_numero"],
        apellidos=row["apellidos"], nombres=row["nombres"], institucion=row["institucion"],
        filed_at=datetime.fromisoformat(row["filed_at"]), changed_at=datetime.fromisoformat(row["changed_at"]),
        deadline=None if row["deadline"] is None else date.fromisoformat(row["deadline"]), taken_by=row["taken_by"],
        expediente=row["expediente"], documents=row["documents"],
        deed=None if row["deed"] is None else Deed(row["deed"]), trouble=row["trouble"] or "",
    )  # fmt: skip
