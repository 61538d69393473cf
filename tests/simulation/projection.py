"""What the office published for Ana, and what a computer holds of it, in one shape that can be compared."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from central.cursors import Cursor, Resting, read_cursor
from central.feed import STAGES
from central.store.schema import COMMONS
from storage.connection import Connection
from tests.simulation.office import FEED

Key = tuple[str, str]
Face = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """One fact."""

    key: Key
    face: Face | None  # None: withdrawn
    seq: int
    rank: str
    common: bool


def published(raw: Any) -> list[Published]:
    """All facts, withdrawn ones too."""
    rows = raw.execute("SELECT kind, id, feed, seq, rank, document FROM fact WHERE feed IN (?, ?)", (FEED, COMMONS))
    return [
        Published((kind, id_), _face(kind, document), seq, rank, feed == COMMONS)
        for kind, id_, feed, seq, rank, document in rows
    ]


_TOLD = {
    "payslip": ("liquido", "sha256"), "paper": ("kind", "sha256"), "legajo_record": ("version", "fields"),
    "request": ("state", "code", "changed_at"), "pay_day": ("fecha",), "concept": ("nombre",), "person": ("correo",),
}  # fmt: skip
_SLIPS = "SELECT id, liquido, (SELECT sha256 FROM pdf WHERE number = pdf) AS sha256 FROM payslip"
_PAPERS = "SELECT id, kind, (SELECT sha256 FROM pdf WHERE number = pdf) AS sha256 FROM paper"


@lru_cache(maxsize=2000)
def _face(kind: str, document: str | None) -> Face | None:
    if document is None:
        return None
    members = json.loads(document)
    if "pdf" in members:
        members["sha256"] = (members["pdf"] or {}).get("sha256")
    if kind == "legajo_record":
        members["fields"] = json.dumps(members["fields"], sort_keys=True)
    return tuple(members[name] for name in _TOLD[kind])


def held(db: Connection) -> dict[Key, Face]:
    """All that a cache holds."""
    found: dict[Key, Face] = {}
    for row in db.rows(_SLIPS):
        found["payslip", row["id"]] = (row["liquido"], row["sha256"])
    for row in db.rows(_PAPERS):
        found["paper", row["id"]] = (row["kind"], row["sha256"])
    for row in db.rows("SELECT id, version, body FROM legajo_record"):
        found["legajo_record", row["id"]] = (
            row["version"], json.dumps(json.loads(row["body"])["fields"], sort_keys=True),
        )  # fmt: skip
    for row in db.rows("SELECT uuid, state, code, json_extract(body, '$.changed_at') AS at FROM office_request"):
        found["request", row["uuid"]] = (row["state"], row["code"], row["at"].replace("Z", "+00:00"))
    for row in db.rows("SELECT periodo, fecha FROM pay_day"):
        found["pay_day", _month(row["periodo"])] = (row["fecha"],)
    for row in db.rows("SELECT codigo, desde, nombre FROM concept"):
        found["concept", f"{row['codigo']}@{_month(row['desde'])}"] = (row["nombre"],)
    for row in db.rows("SELECT doc_numero, correo FROM person"):
        found["person", row["doc_numero"]] = (row["correo"],)
    return found


def _month(number: int) -> str:
    return f"{number // 100:04d}-{number % 100:02d}"


def place(text: str) -> Cursor:
    """Where a cursor stands."""
    return read_cursor(text)


def reached(cursor: Cursor, fact: Published) -> bool:
    """Whether a cursor says that this fact, as it is now, is here."""
    if fact.seq > (cursor.commons if fact.common else cursor.seq):
        return False
    if isinstance(cursor, Resting):
        return True
    stage = next(number for number, (kind, _) in enumerate(STAGES) if kind == fact.key[0])
    if fact.face is None:  # a walk brings only what is there; rows of an older epoch go when it ends
        return False
    return stage < cursor.stage or (stage == cursor.stage and cursor.below is not None and fact.rank >= cursor.below)
