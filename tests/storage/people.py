"""Invented people and pages for the store's tests. Documents begin with 9990: nobody has them."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

from documents.payslip import ConceptLine, Payslip, PayslipClass, Period
from storage.records import Fact, FactPage, PayslipFact, PdfReference

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
PASSWORD = "papaya verde bajo la lluvia"

ROSA = Payslip(
    id="5d0f5c0e-0000-4000-8000-000000000001",
    clase=PayslipClass.MONTHLY,
    periodo=Period(2026, 11),
    secuencia=0,
    tipo_planilla="ACT/NOMB/TIT",
    estado="(1) Habilitado",
    centro_pago="CF0000A",
    numero_boleta="000123-45",
    fecha_pago=date(2026, 11, 13),
    dre="DRE PUNO",
    ugel="UGEL SAN ROMÁN",
    codigo_ugel="210011",
    ruc_entidad="20999999991",
    apellidos="ÑAUPARI QUISPE",
    nombres="ROSA ELENA",
    fecha_nacimiento=date(1985, 5, 15),
    doc_tipo="DNI",
    doc_numero="99900017",
    codigo_modular_servidor="1099900017-1",
    establecimiento="IE 70001",
    codigo_establecimiento="0512",
    cargo="PROFESOR",
    tipo_servidor="DOCENTE NOMBRADO",
    regimen_laboral="LEY 29944",
    nivel_magisterial="3",
    horas=30,
    tiempo_servicio="12-03-07",
    essalud_autogenerado="8505150ÑQSMR001",
    fecha_registro_ingreso=date(2013, 3, 1),
    fecha_registro_termino=None,
    cuenta="CTA- 04012345678",
    leyenda_permanente="RD 1234-2013",
    leyenda_mensual="",
    regimen_pensionario="AFP INTEGRA",
    cuspp="000000AAAAA0",
    f_afiliacion=date(2013, 4, 1),
    f_devengue=None,
    afp_cfija=None,
    afp_cvariable=0,
    afp_seguro=2_500,
    haberes=(ConceptLine("rim_ley29944", 420_084), ConceptLine("asig_rural", 50_000)),
    descuentos=(ConceptLine("derrmag", 2_675), ConceptLine("dl25897_afp", 47_008)),
    total_haberes=470_084,
    total_descuentos=49_683,
    liquido=420_401,
    monto_imponible=300_000,
    mensajes=(". 00001290",),
)
LUIS = replace(
    ROSA,
    id="5d0f5c0e-0000-4000-8000-000000000002",
    apellidos="Condori Núñez",
    nombres="LUIS",
    doc_numero="99900025",
    codigo_modular_servidor="1099900025-1",
    haberes=(ConceptLine("pension", 304_618),),
    descuentos=(ConceptLine("cafae", 2_700),),
    total_haberes=304_618,
    total_descuentos=2_700,
    liquido=301_918,
)


def in_period(payslip: Payslip, period: Period, *, number: int | None = None, **changes: object) -> Payslip:
    """The same person's payslip of another month, with an id of its own."""
    number = period.year * 100 + period.month if number is None else number
    return replace(payslip, id=f"{payslip.id[:24]}{number:012d}", periodo=period, **changes)  # type: ignore[arg-type]


def history(payslip: Payslip, months: int) -> tuple[PayslipFact, ...]:
    """So many months back, newest first, without PDFs."""
    return tuple(PayslipFact(in_period(payslip, payslip.periodo.earlier(back)), None) for back in range(months))


def reference(content: bytes) -> PdfReference:
    return PdfReference(hashlib.sha256(content).hexdigest(), len(content))


def page(*facts: Fact, epoch: str = "e1", cursor: str = "c1", more: bool = False) -> FactPage:
    return FactPage(
        epoch=epoch, cursor=cursor, more=more, etag="e1.1.1", facts=facts, server_time=NOW, next_sync_after=None
    )
