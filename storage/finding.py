"""Which payslips a query means, as a FROM and a WHERE of fixed pieces of SQL. Values go in as parameters only.

A cache is one person's (a hundred payslips) or an office's (hundreds of thousands). Names and documents are looked up
among the people, a few thousand rows, and never among the payslips. A word is compared with concepts and amounts when
the query is about few people already, or when it is nobody's name: "RIM" in an office is Rimarachín, not everybody.
"""

from dataclasses import dataclass, field
from functools import reduce

import msgspec

from storage.connection import Connection, Value
from storage.search import Token, tokens

FEW_PEOPLE = 20
SHORTEST_CONCEPT = 3  # letters; fewer are in every mnemonic

_BY_PAYEE = "payslip AS p INDEXED BY payslip_by_payee"
_BY_PERIOD = "payslip AS p INDEXED BY payslip_by_period"
_FOR_COUNTING = "payslip AS p INDEXED BY payslip_counted"
_OF_LINES = """
(p.payee IN (SELECT value FROM json_each(:payees#))
 OR p.liquido = :amount# OR p.total_haberes = :amount# OR p.total_descuentos = :amount#
 OR EXISTS (SELECT 1 FROM payslip_line AS line WHERE line.payslip = p.number
            AND (line.monto = :amount# OR line.codigo IN (SELECT value FROM json_each(:codes#)))))
"""


@dataclass(frozen=True, slots=True)
class PayslipQuery:
    """What to list. `text`: words; each the beginning of a name or document number, part of a concept, or an amount."""

    year: int | None = None
    month: int | None = None
    text: str = ""
    doc_numero: str | None = None
    limit: int = 500
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """`payslip AS p` read by the index that fits, once for listing and once for counting, and its condition."""

    listed: str
    counted: str
    where: str
    values: dict[str, Value]


@dataclass(slots=True)
class _Condition:
    """The pieces of a WHERE while they are being put together."""

    pieces: list[str] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)

    def add(self, piece: str, **values: Value) -> None:
        self.pieces.append(piece)
        self.values |= values


def find(db: Connection, query: PayslipQuery) -> Found:
    """Look the people up, then say how to read the payslips."""
    condition = _Condition()
    _limit_periods(condition, query)
    people = db.number("SELECT count(*) FROM payee")
    candidates = None if query.doc_numero is None else _with_document(db, query.doc_numero)
    few = len(candidates) <= FEW_PEOPLE if candidates is not None else people <= FEW_PEOPLE
    named: list[frozenset[int]] = [] if candidates is None else [candidates]
    for number, token in enumerate(tokens(query.text)):
        payees = _named(db, token)
        if payees and not few:
            named.append(payees)
        else:
            _compare_lines(db, condition, number, token, payees)
    if not named:
        return _found(condition, narrow=False)
    chosen = reduce(frozenset.intersection, named)
    condition.add("p.payee IN (SELECT value FROM json_each(:payees))", payees=_json(chosen))
    narrow = len(chosen) * 10 <= people or len(chosen) <= FEW_PEOPLE
    return _found(condition, narrow=narrow)


def _found(condition: _Condition, *, narrow: bool) -> Found:
    where = " WHERE " + " AND ".join(condition.pieces) if condition.pieces else ""
    if narrow:
        return Found(_BY_PAYEE, _BY_PAYEE, where, condition.values)
    return Found(_BY_PERIOD, _FOR_COUNTING, where, condition.values)


def _limit_periods(condition: _Condition, query: PayslipQuery) -> None:
    if query.year is not None:
        first, last = (query.month, query.month) if query.month is not None else (1, 12)
        condition.add(
            "p.periodo BETWEEN :first AND :last", first=query.year * 100 + first, last=query.year * 100 + last
        )
    elif query.month is not None:
        condition.add("p.periodo % 100 = :month", month=query.month)


def _with_document(db: Connection, doc_numero: str) -> frozenset[int]:
    rows = db.rows("SELECT number FROM payee WHERE doc_numero = :doc_numero", doc_numero=doc_numero)
    return frozenset(row["number"] for row in rows)


def _named(db: Connection, token: Token) -> frozenset[int]:
    """The people of whom a name, or the document, begins like this."""
    if token.is_amount:
        return frozenset()
    rows = db.rows(
        "SELECT number FROM payee WHERE instr(searched, :word) > 0 OR substr(doc_numero, 1, length(:text)) = :text",
        word=" " + token.text,
        text=token.text,
    )
    return frozenset(row["number"] for row in rows)


def _compare_lines(db: Connection, condition: _Condition, number: int, token: Token, payees: frozenset[int]) -> None:
    """Names, totals, lines and concepts alike. `#` in the piece is the token's place in the search."""
    codes = _codes(db, token)
    if not (payees or codes or token.amount is not None):
        condition.add("0")  # nobody and nothing is called so: no need to look at a single payslip
        return
    place = str(number)
    values: dict[str, Value] = {
        "payees" + place: _json(payees),
        "amount" + place: token.amount,
        "codes" + place: _json(codes),
    }
    condition.add(_OF_LINES.replace("#", place), **values)


def _codes(db: Connection, token: Token) -> frozenset[str]:
    """The mnemonics that contain this, or whose name in the catalogue does."""
    if token.is_amount or len(token.text) < SHORTEST_CONCEPT:
        return frozenset()
    rows = db.rows(
        "SELECT codigo FROM mnemonic WHERE instr(searched, :text) > 0"
        " UNION SELECT codigo FROM concept WHERE instr(searched, :text) > 0",
        text=token.text,
    )
    return frozenset(row["codigo"] for row in rows)


def _json(values: frozenset[int] | frozenset[str]) -> str:
    return msgspec.json.encode(sorted(values)).decode()
