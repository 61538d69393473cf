"""Which label of the boleta shows which field, for each kind of server. Pure; the labels are the SUP's, verbatim.

Active servers, pensioners (CES) and CAS contracts have different labels for the same fields; a field without meaning
for a kind has no line there. Everything else is printed even when blank, as the SUP does.
"""

from dataclasses import dataclass
from enum import Enum, auto

from documents.figures import printed_amount_or_blank, printed_date
from documents.payslip import Payslip, PayslipClass

Field = tuple[str, str]  # label, value


class ServerKind(Enum):
    """Whose labels a payslip carries."""

    ACTIVE = auto()
    PENSIONER = auto()
    CAS = auto()
    BENEFICIARY = auto()  # of a judicial retention: has no post of their own


@dataclass(frozen=True, slots=True)
class TotalLabels:
    """The SUP's label of each total and what it means in words."""

    haberes: Field
    descuentos: Field
    liquido: Field
    imponible: Field


def server_kind(payslip: Payslip) -> ServerKind:
    """By class and type of payroll: CES/... are pensioners; the regime tells CAS where the type does not."""
    if payslip.clase is PayslipClass.JUDICIAL:
        return ServerKind.BENEFICIARY
    planilla = payslip.tipo_planilla.upper()
    if planilla.startswith("CES"):
        return ServerKind.PENSIONER
    if "CAS" in planilla.split("/") or "CAS" in payslip.regimen_laboral.upper().split():
        return ServerKind.CAS
    return ServerKind.ACTIVE


def header_fields(payslip: Payslip) -> tuple[Field, ...]:
    """The strip under the month."""
    return (
        ("Boleta N°", payslip.numero_boleta),
        ("Tipo", payslip.tipo_planilla),
        ("Estado", payslip.estado),
        ("Centro de pago", payslip.centro_pago),
        ("Fecha de pago", printed_date(payslip.fecha_pago)),
    )


def kind_of_month(payslip: Payslip) -> str:
    """What this payslip is among those of its month, in words."""
    match payslip.clase:
        case PayslipClass.ADDITIONAL:
            return f"Planilla adicional N° {payslip.secuencia}"
        case PayslipClass.JUDICIAL:
            return "Beneficiario de retención judicial"
        case PayslipClass.MONTHLY:
            return "Planilla continua"


def personal_fields(payslip: Payslip) -> tuple[Field, ...]:
    """The left block. The lines of the AFP are there for who has one."""
    return _kept(
        payslip,
        ("Apellidos", payslip.apellidos),
        ("Nombres", payslip.nombres),
        ("Fecha de Nacimiento", printed_date(payslip.fecha_nacimiento)),
        ("Documento de Identidad", f"{payslip.doc_tipo} {payslip.doc_numero}"),
        *(() if _is_beneficiary(payslip) else (_modular_code(payslip),)),
        ("ESSALUD", payslip.essalud_autogenerado),
        ("Cta. TeleAhorro o Nro. Cheque", payslip.cuenta),
        ("Reg.Pensionario", _joined(payslip.regimen_pensionario, payslip.cuspp)),
        *_afp_fields(payslip),
    )


def labour_fields(payslip: Payslip) -> tuple[Field, ...]:
    """The right block."""
    place = ("Establecimiento", _joined(payslip.codigo_establecimiento, payslip.establecimiento))
    legends = (("Leyenda Permanente", payslip.leyenda_permanente), ("Leyenda Mensual", payslip.leyenda_mensual))
    service = ("Tiempo de Servicio (AA-MM-DD)", payslip.tiempo_servicio)
    if server_kind(payslip) is ServerKind.PENSIONER:
        return _kept(
            payslip,
            place,
            ("Tipo de Pensionista", payslip.tipo_servidor),
            ("Tipo de Pension", payslip.cargo),
            ("Regimen Laboral", payslip.regimen_laboral),
            service,
            ("Fecha de Registro", _dates("Cese", payslip)),
            *legends,
        )
    return _kept(
        payslip,
        place,
        ("Cargo", payslip.cargo),
        ("Tipo de Servidor", payslip.tipo_servidor),
        ("Regimen Laboral", payslip.regimen_laboral),
        ("Niv.Mag./Grupo Ocup./Horas", _level(payslip)),
        service,
        ("Fecha de Registro", _dates("Ingr.", payslip)),
        *legends,
        *((_modular_code(payslip),) if _is_beneficiary(payslip) else ()),  # of the post the retention is taken from
    )


def total_labels(payslip: Payslip) -> TotalLabels:
    """The labels of the totals; CAS contracts earn fees, not remuneration."""
    cas = server_kind(payslip) is ServerKind.CAS
    return TotalLabels(
        ("T-HONORARIO" if cas else "T-REMUN", "total de haberes"),
        ("T-DSCTO", "total de descuentos"),
        ("T-LIQUI", "líquido a pagar"),
        ("MImponible", "monto imponible"),
    )


def _afp_fields(payslip: Payslip) -> tuple[Field, ...]:
    parts = (payslip.afp_cfija, payslip.afp_cvariable, payslip.afp_seguro, payslip.f_afiliacion, payslip.f_devengue)
    if not payslip.cuspp and all(part is None for part in parts):
        return ()
    return (
        ("FAfiliacion", printed_date(payslip.f_afiliacion)),
        ("FDevengue", printed_date(payslip.f_devengue)),
        ("CFija", printed_amount_or_blank(payslip.afp_cfija)),
        ("CVariable", printed_amount_or_blank(payslip.afp_cvariable)),
        ("Seguro", printed_amount_or_blank(payslip.afp_seguro)),
    )


def _kept(payslip: Payslip, *fields: Field) -> tuple[Field, ...]:
    """All of them; a beneficiary, who has no post, gets no row of blanks ("--" is the SUP's blank time of service)."""
    if not _is_beneficiary(payslip):
        return fields
    return tuple((label, value) for label, value in fields if value not in {"", "--"})


def _is_beneficiary(payslip: Payslip) -> bool:
    return server_kind(payslip) is ServerKind.BENEFICIARY


def _modular_code(payslip: Payslip) -> Field:
    return "Cod. Modular", payslip.codigo_modular_servidor


def _joined(*parts: str) -> str:
    return " / ".join(part for part in parts if part)


def _dates(start: str, payslip: Payslip) -> str:
    if payslip.fecha_registro_ingreso is None and payslip.fecha_registro_termino is None:
        return ""
    first = f"{start}: {printed_date(payslip.fecha_registro_ingreso)}".rstrip()
    last = f"Termino: {printed_date(payslip.fecha_registro_termino)}".rstrip()
    return f"{first}  {last}"


def _level(payslip: Payslip) -> str:
    """Escala / occupational group / hours: a teacher has the first, D.Leg. 276 the second; "0" stands for the other."""
    level = payslip.nivel_magisterial
    if not level and payslip.horas is None:
        return ""
    hours = "" if payslip.horas is None else str(payslip.horas)
    return f"{level or '0'}/0/{hours}" if level.isdecimal() or not level else f"0/{level}/{hours}"
