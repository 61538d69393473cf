"""Reading facts: lists, searches, one payslip, the months beside it. Writes nothing but "seen"."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from documents.payslip import Payslip, PayslipClass, Period
from storage.connection import Connection, transaction
from storage.finding import PayslipQuery, find
from storage.pdfs import pdf_bytes
from storage.records import ConceptText, Office, PayDay, PayslipRow, PersonFact
from storage.request_rows import from_json
from storage.rows import list_row, payslip_from, period_of

__all__ = [
    "MonthNet",
    "PayslipCount",
    "PayslipQuery",
    "concept_texts",
    "count_payslips",
    "mark_seen",
    "month_before",
    "net_by_month",
    "next_pay_day",
    "payslip",
    "payslip_row",
    "pdf_bytes",
    "person",
    "search_payslips",
    "years",
]

_COLUMNS = """
SELECT p.id, p.periodo, p.secuencia, p.clase, p.codigo_modular_servidor, p.cargo, p.numero_boleta, p.fecha_pago,
       p.total_haberes, p.total_descuentos, p.liquido, p.held,
       payee.doc_numero, payee.apellidos, payee.nombres, pdf.sha256, pdf.size, pdf.received,
       EXISTS (SELECT 1 FROM seen WHERE seen.payslip_id = p.id) AS seen
FROM """
_COUNTED = "SELECT count(*), coalesce(sum(p.held), 0) FROM "
_NUMBERS = "SELECT p.number AS listed FROM "
_PAGE = " LIMIT :limit OFFSET :offset"
_NETS = "SELECT periodo, clase, secuencia, liquido FROM payslip "
_NETS_ORDER = " ORDER BY periodo, clase, secuencia"
_JOINS = " JOIN payee ON payee.number = p.payee LEFT JOIN pdf ON pdf.number = p.pdf "
_NEWEST_FIRST = " ORDER BY p.periodo DESC, p.secuencia DESC, p.name, p.payee, p.number "


@dataclass(frozen=True, slots=True)
class PayslipCount:
    """How many a query finds, and of how many the PDF is held."""

    total: int
    held: int


class MonthNet(NamedTuple):
    """What one payslip of a year left, in céntimos."""

    month: int
    clase: PayslipClass
    secuencia: int
    liquido: int


def search_payslips(db: Connection, query: PayslipQuery) -> tuple[PayslipRow, ...]:
    """Newest first: by period, then by sequence; within one payroll by name. At most `limit`, after `offset`."""
    found = find(db, query)
    # the numbers of the page first, from the index alone: skipping 200,000 rows must not read them
    numbers = _NUMBERS + found.listed + found.where + _NEWEST_FIRST + _PAGE
    rows = db.rows(
        _COLUMNS + "(" + numbers + ") CROSS JOIN payslip AS p ON p.number = listed" + _JOINS + _NEWEST_FIRST,
        **found.values,
        limit=query.limit,
        offset=query.offset,
    )
    return tuple(list_row(row) for row in rows)


def count_payslips(db: Connection, query: PayslipQuery) -> PayslipCount:
    """How many there are, `limit` and `offset` aside."""
    found = find(db, query)
    row = db.row(_COUNTED + found.counted + found.where, **found.values)
    return PayslipCount(0, 0) if row is None else PayslipCount(row[0], row[1])


def years(db: Connection) -> tuple[int, ...]:
    """The years that have payslips, newest first. Jumps from year to year along the index."""
    rows = db.rows(
        "WITH RECURSIVE step (year) AS ("
        " SELECT max(periodo) / 100 FROM payslip"
        " UNION ALL SELECT (SELECT max(periodo) / 100 FROM payslip WHERE periodo < step.year * 100)"
        " FROM step WHERE step.year IS NOT NULL)"
        " SELECT year FROM step WHERE year IS NOT NULL"
    )
    return tuple(row["year"] for row in rows)


def payslip(db: Connection, payslip_id: str) -> Payslip:
    """One payslip, whole, exactly as it came. KeyError when unknown."""
    row = db.row("SELECT * FROM payslip JOIN payee ON payee.number = payslip.payee WHERE id = :id", id=payslip_id)
    if row is None:
        raise KeyError(payslip_id)
    lines = db.rows(
        "SELECT kind, codigo, monto FROM payslip_line"
        " WHERE payslip = (SELECT number FROM payslip WHERE id = :id) ORDER BY kind, position",
        id=payslip_id,
    )
    return payslip_from(row, lines)


def payslip_row(db: Connection, payslip_id: str) -> PayslipRow:
    """One payslip as lists show it. KeyError when unknown."""
    row = db.row(_COLUMNS + "payslip AS p" + _JOINS + "WHERE p.id = :id", id=payslip_id)
    if row is None:
        raise KeyError(payslip_id)
    return list_row(row)


def newest_period(db: Connection) -> Period | None:
    """Of the newest payslip, its PDF here or not; None when there is none."""
    newest = db.number("SELECT max(periodo) FROM payslip")
    return period_of(newest) if newest else None


def month_before(db: Connection, payslip_id: str) -> Payslip | None:
    """The payslip to compare with: same person, post and class, newest earlier period, same sequence if possible.

    None when there is none. KeyError when `payslip_id` is unknown.
    """
    if db.row("SELECT 1 FROM payslip WHERE id = :id", id=payslip_id) is None:
        raise KeyError(payslip_id)
    row = db.row(
        "SELECT older.id FROM payslip AS newer"
        " JOIN payee ON payee.number = newer.payee"
        " JOIN payslip AS older ON older.codigo_modular_servidor = newer.codigo_modular_servidor"
        " AND older.clase = newer.clase AND older.periodo < newer.periodo"
        " JOIN payee AS same ON same.number = older.payee AND same.doc_numero = payee.doc_numero"
        " WHERE newer.id = :id"
        " ORDER BY older.periodo DESC, older.secuencia = newer.secuencia DESC, older.secuencia DESC LIMIT 1",
        id=payslip_id,
    )
    return None if row is None else payslip(db, row["id"])


def net_by_month(db: Connection, year: int, codigo_modular: str | None) -> tuple[MonthNet, ...]:
    """What each payslip of a year left, by month, class and sequence; of one post, or of everything here."""
    span = {"first": year * 100 + 1, "last": year * 100 + 12}
    if codigo_modular is None:
        rows = db.rows(_NETS + "WHERE periodo BETWEEN :first AND :last" + _NETS_ORDER, **span)
    else:
        of_post = (
            "INDEXED BY payslip_by_post WHERE codigo_modular_servidor = :post AND periodo BETWEEN :first AND :last"
        )
        rows = db.rows(_NETS + of_post + _NETS_ORDER, post=codigo_modular, **span)
    return tuple(
        MonthNet(row["periodo"] % 100, PayslipClass(row["clase"]), row["secuencia"], row["liquido"]) for row in rows
    )


def mark_seen(db: Connection, payslip_id: str) -> None:
    """The person has opened this payslip. It stays so through a rebuild of the facts."""
    with transaction(db):
        db.run("INSERT OR IGNORE INTO seen (payslip_id) VALUES (:id)", id=payslip_id)


def person(db: Connection) -> PersonFact | None:
    """Whose the session is, as the office has it."""
    row = db.row("SELECT doc_tipo, doc_numero, apellidos, nombres, correo, roles, oficina FROM person")
    if row is None:
        return None
    return PersonFact(
        doc_tipo=row["doc_tipo"], doc_numero=row["doc_numero"], apellidos=row["apellidos"], nombres=row["nombres"],
        correo=row["correo"], roles=from_json(row["roles"], tuple[str, ...]),
        oficina=None if row["oficina"] is None else from_json(row["oficina"], Office),
    )  # fmt: skip


def next_pay_day(db: Connection, today: date) -> PayDay | None:
    """The first pay day that is not before `today`."""
    row = db.row(
        "SELECT periodo, fecha, nota, norma FROM pay_day WHERE fecha >= :today ORDER BY fecha LIMIT 1",
        today=today.isoformat(),
    )
    if row is None:
        return None
    return PayDay(period_of(row["periodo"]), date.fromisoformat(row["fecha"]), row["nota"], row["norma"])


def concept_texts(db: Connection) -> tuple[ConceptText, ...]:
    """The office's catalogue entries, by mnemonic and beginning."""
    rows = db.rows("SELECT codigo, nombre, explicacion, norma, desde, hasta FROM concept ORDER BY codigo, desde")
    return tuple(
        ConceptText(
            row["codigo"],
            row["nombre"],
            row["explicacion"],
            row["norma"],
            period_of(row["desde"]),
            None if row["hasta"] is None else period_of(row["hasta"]),
        )
        for row in rows
    )
