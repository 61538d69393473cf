"""A payslip of a .lis file as the record that `documents.payslip_pdf` draws. Only what the file says, no guesses.

What does not add up, or has no month, name or document, is refused: it can be read as text, never be printed as a
payslip. Concepts keep their amounts even when these are below zero.
"""

from datetime import date
from typing import Final
from uuid import UUID, uuid5

from documents.errors import DocumentError
from documents.lis.currency import is_in_soles
from documents.lis.reading import centimos
from documents.lis.records import LisSlip, State
from documents.lis.scanning import period_of, sequence_of
from documents.payslip import ConceptLine, PayslipClass, Period, TranscribedPayslip

_NAMESPACE: Final = UUID("5a3c40b2-6a0e-5f5d-8a0b-0d8f1d4a7c11")


class NotTranscribedError(DocumentError):
    """The payslip is kept and shown as text, but not printed as a payslip. `state` says why."""

    def __init__(self, state: State) -> None:
        super().__init__(f"a payslip that is {state.value} is not transcribed")
        self.state = state


class OtherCurrencyError(NotTranscribedError):
    """Paid in intis or soles de oro: the paper would say that it was soles."""


def transcribe(slip: LisSlip, file_name: str) -> TranscribedPayslip:
    """The payslip, with the mark of where it comes from. Raises NotTranscribedError."""
    if slip.state in {State.SUMS, State.BROKEN} or not slip.fields.get("monto_imponible"):
        raise NotTranscribedError(slip.state)
    told = slip.fields
    periodo = period_of(told["periodo"])
    if not is_in_soles(periodo):
        raise OtherCurrencyError(slip.state)
    secuencia = sequence_of(told.get("leyenda_mensual"), periodo)
    level, hours = _level(told.get("nivel", ""))
    pension, cuspp = _pension(told.get("regimen_pensionario", ""))
    code, school = _school(told.get("establecimiento", ""))
    return TranscribedPayslip(
        id=str(uuid5(_NAMESPACE, f"{file_name}/{slip.line}")),
        clase=PayslipClass.ADDITIONAL if secuencia else PayslipClass.MONTHLY,
        periodo=Period(*divmod(periodo, 100)),
        secuencia=secuencia,
        tipo_planilla=told.get("tipo_planilla", ""),
        estado=told.get("estado", ""),
        centro_pago=told.get("centro_pago", ""),
        numero_boleta=told.get("numero_boleta", ""),
        fecha_pago=None,
        dre=told.get("dre", ""),
        ugel=told.get("ugel", ""),
        codigo_ugel="",
        ruc_entidad=told.get("ruc_entidad", ""),
        apellidos=told["apellidos"],
        nombres=told["nombres"],
        fecha_nacimiento=_day(told.get("fecha_nacimiento", "")),
        doc_tipo="DNI" if len(told["doc_numero"]) == 8 else "Doc.",
        doc_numero=told["doc_numero"],
        codigo_modular_servidor=told.get("codigo_modular", ""),
        establecimiento=school,
        codigo_establecimiento=code,
        cargo=told.get("cargo", ""),
        tipo_servidor=told.get("tipo_servidor", ""),
        regimen_laboral=told.get("regimen_laboral", ""),
        nivel_magisterial=level,
        horas=hours,
        tiempo_servicio=told.get("tiempo_servicio", ""),
        essalud_autogenerado=told.get("essalud", ""),
        fecha_registro_ingreso=_day(told.get("fecha_ingreso", "")),
        fecha_registro_termino=_day(told.get("fecha_termino", "")),
        cuenta=told.get("cuenta", ""),
        leyenda_permanente=told.get("leyenda_permanente", ""),
        leyenda_mensual=told.get("leyenda_mensual", ""),
        regimen_pensionario=pension,
        cuspp=cuspp,
        f_afiliacion=_day(told.get("f_afiliacion", "")),
        f_devengue=_day(told.get("f_devengue", "")),
        afp_cfija=_amount(told.get("afp_cfija", "")),
        afp_cvariable=_amount(told.get("afp_cvariable", "")),
        afp_seguro=_amount(told.get("afp_seguro", "")),
        haberes=tuple(ConceptLine(cell.codigo, cell.monto) for cell in slip.cells if cell.sign == "+"),
        descuentos=tuple(ConceptLine(cell.codigo, cell.monto) for cell in slip.cells if cell.sign == "-"),
        total_haberes=centimos(told["total_haberes"]),
        total_descuentos=centimos(told["total_descuentos"]),
        liquido=centimos(told["liquido"]),
        monto_imponible=centimos(told["monto_imponible"]),
        mensajes=slip.messages,
        transcrita_de=_source(slip, file_name),
    )


def _source(slip: LisSlip, file_name: str) -> str:
    source = f"archivo SUP {file_name}, línea {slip.line:,}"
    if slip.state is State.GOOD:
        return source
    lines = "una línea" if len(slip.remarks) == 1 else f"{len(slip.remarks)} líneas"
    return f"{source}; {lines} sin transcribir"


def _day(printed: str) -> date | None:
    """15/05/1985; None for blank and for the SUP's own "no date" (00/01/1900, 01/01/1900)."""
    if not printed or printed.endswith("/01/1900"):
        return None
    day, month, year = printed.split("/")
    return date(int(year), int(month), int(day))


def _amount(printed: str) -> int | None:
    return centimos(printed) if printed else None


def _level(printed: str) -> tuple[str, int | None]:
    """3/0/30: scale, occupational group, hours; whichever of the first two is there."""
    parts = [part.strip() for part in printed.split("/")]
    if len(parts) != 3:
        return "", None
    digits = "".join(letter for letter in parts[2] if letter.isdecimal())
    return parts[0] if parts[0].strip("0") else parts[1].strip("0"), int(digits) if digits else None


def _pension(printed: str) -> tuple[str, str]:
    """AFP INTEGRA / 123456ABCDE7."""
    name, _slash, code = printed.partition("/")
    if len(code.strip()) == 12:
        return name.strip(), code.strip()
    return printed, ""


def _school(printed: str) -> tuple[str, str]:
    """0512 / IE 70001."""
    code, slash, name = printed.partition("/")
    if slash and code.strip().isdecimal():
        return code.strip(), name.strip()
    return "", printed
