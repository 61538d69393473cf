"""A payslip to columns and back. What lists, searches and sums need has a column; the rest of what is printed is JSON.

Pure: no database here, so that the round trip can be tested by itself.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from documents.payslip import Payslip, PayslipClass, Period
from storage.connection import Row, Value
from storage.errors import BugError
from storage.records import PayslipRow, PdfReference, PdfState

# fields with a column of their own under the same name, in `payslip` and in `payee`
COLUMNS = (
    "id",
    "secuencia",
    "clase",
    "codigo_modular_servidor",
    "cargo",
    "numero_boleta",
    "fecha_pago",
    "total_haberes",
    "total_descuentos",
    "liquido",
)
PAYEE_COLUMNS = ("doc_tipo", "doc_numero", "apellidos", "nombres")
KINDS = {"haberes": 1, "descuentos": -1}


def month_number(period: Period) -> int:
    """As the columns hold a period: 202503."""
    return period.year * 100 + period.month


def period_of(number: int) -> Period:
    """The period that a column holds."""
    return Period(number // 100, number % 100)


def to_instant(moment: datetime | None) -> str | None:
    """ISO 8601 with offset. A moment without one is our bug."""
    if moment is not None and moment.utcoffset() is None:
        raise BugError("an instant without offset")
    return None if moment is None else moment.isoformat()


def from_instant(text: str | None) -> datetime | None:
    """The aware moment that a column holds."""
    return None if text is None else datetime.fromisoformat(text)


def payslip_columns(payslip: Payslip) -> dict[str, Value]:
    """The values of the named columns, of `periodo` and of `printed`; what belongs to other tables is left out."""
    plain: dict[str, Any] = msgspec.to_builtins(payslip)
    values: dict[str, Value] = {name: plain.pop(name) for name in COLUMNS}
    for name in (*PAYEE_COLUMNS, *KINDS, "periodo"):
        del plain[name]
    return values | {"periodo": month_number(payslip.periodo), "printed": msgspec.json.encode(plain).decode()}


def line_rows(payslip: Payslip, number: int) -> list[dict[str, Value]]:
    """The lines in their printed order, under the payslip's number."""
    return [
        {"payslip": number, "kind": kind, "position": position, "codigo": line.codigo, "monto": line.monto}
        for lines, kind in ((payslip.haberes, KINDS["haberes"]), (payslip.descuentos, KINDS["descuentos"]))
        for position, line in enumerate(lines)
    ]


def payslip_from(row: Row, lines: Iterable[Mapping[str, Any] | Row]) -> Payslip:
    """Put a payslip together from its row (joined with its payee) and its lines in order."""
    plain: dict[str, Any] = msgspec.json.decode(row["printed"])
    plain |= {name: row[name] for name in (*COLUMNS, *PAYEE_COLUMNS)}
    period = period_of(row["periodo"])
    plain["periodo"] = {"year": period.year, "month": period.month}
    printed: dict[int, list[dict[str, Any]]] = {kind: [] for kind in KINDS.values()}
    for line in lines:
        printed[line["kind"]].append({"codigo": line["codigo"], "monto": line["monto"]})
    plain |= {name: printed[kind] for name, kind in KINDS.items()}
    return msgspec.convert(plain, Payslip)


def list_row(row: Row) -> PayslipRow:
    """One row of a list, from `payslip` joined with `payee`, `pdf` and `seen`."""
    return PayslipRow(
        id=row["id"],
        periodo=period_of(row["periodo"]),
        secuencia=row["secuencia"],
        clase=PayslipClass(row["clase"]),
        doc_numero=row["doc_numero"],
        apellidos_y_nombres=f"{row['apellidos']}, {row['nombres']}",
        codigo_modular_servidor=row["codigo_modular_servidor"],
        cargo=row["cargo"],
        numero_boleta=row["numero_boleta"],
        fecha_pago=None if row["fecha_pago"] is None else date.fromisoformat(row["fecha_pago"]),
        total_haberes=row["total_haberes"],
        total_descuentos=row["total_descuentos"],
        liquido=row["liquido"],
        pdf=None if row["sha256"] is None else PdfReference(row["sha256"], row["size"]),
        pdf_state=_pdf_state(row),
        pdf_received=row["received"] or 0,
        seen=bool(row["seen"]),
    )


def _pdf_state(row: Row) -> PdfState:
    if row["sha256"] is None:
        return PdfState.NONE
    if row["held"]:
        return PdfState.HELD
    return PdfState.PARTIAL if row["received"] else PdfState.AWAITED
