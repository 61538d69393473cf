"""One person's year as a table of text, for a human to read as a payroll clerk would: concepts by payslips."""

from collections.abc import Iterable, Sequence

from central.samples.population import SamplePerson
from documents.payslip import ConceptLine, Payslip, PayslipClass

LABEL, CELL = 24, 11
TOTALS = ("total_haberes", "total_descuentos", "liquido", "monto_imponible")
MARKS = {PayslipClass.MONTHLY: "", PayslipClass.ADDITIONAL: "A", PayslipClass.JUDICIAL: "J"}


def year_table(person: SamplePerson, year: int) -> str:
    """Every payslip of a year by post, with totals and messages. Amounts in soles."""
    payslips = [payslip for payslip in person.payslips if payslip.periodo.year == year]
    posts = sorted({payslip.codigo_modular_servidor for payslip in payslips})
    parts = [f"{person.person.apellidos}, {person.person.nombres} - {person.quien}", f"usuario {person.user}"]
    parts += [_post_table([line for line in payslips if line.codigo_modular_servidor == post]) for post in posts]
    return "\n".join(parts) + "\n"


def _post_table(payslips: Sequence[Payslip]) -> str:
    last = payslips[-1]
    rows = [
        "",
        f"{last.ugel} ({last.codigo_ugel}) {last.establecimiento} - {last.cargo or last.tipo_servidor} - {last.cuenta}",
        f"{last.codigo_modular_servidor} {last.tipo_planilla} {last.regimen_pensionario} {last.cuspp}",
        _row("", (f"{item.periodo.month:02d}{MARKS[item.clase]}{item.secuencia or ''}" for item in payslips)),
        _row("pago", (f"{item.fecha_pago:%d/%m}" if item.fecha_pago else "" for item in payslips)),
        _row("nivel", (item.nivel_magisterial for item in payslips)),
        _row("servicio", (item.tiempo_servicio for item in payslips)),
        *_side("+", [_amounts(item.haberes) for item in payslips]),
        *_side("-", [_amounts(item.descuentos) for item in payslips]),
        *[_row(name.upper(), (_soles(getattr(item, name)) for item in payslips)) for name in TOTALS],
        *[f"  {item.periodo} {item.secuencia}: {'; '.join(item.mensajes)}" for item in payslips if item.mensajes],
    ]
    return "\n".join(rows)


def _side(sign: str, columns: Sequence[dict[str, int]]) -> list[str]:
    codes = dict.fromkeys(codigo for column in columns for codigo in column)
    return [_row(sign + codigo, (_soles(column.get(codigo)) for column in columns)) for codigo in codes]


def _amounts(lines: Iterable[ConceptLine]) -> dict[str, int]:
    return {line.codigo: line.monto for line in lines}


def _row(label: str, cells: Iterable[str]) -> str:
    return f"{label[:LABEL]:<{LABEL}}" + "".join(f"{cell:>{CELL}}" for cell in cells)


def _soles(amount: int | None) -> str:
    return "" if amount is None else f"{amount // 100:,}.{amount % 100:02d}"
