"""How payroll offices of several regions lay out a payslip in their .lis files: text templates, %-style. Invented
values stand in the labels that public programs for these files know; see the domain dictionary, 1.1.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Layout:
    """One region's text. `body` is everything between header and concepts, `totals` what follows the concepts."""

    key: str
    dre: str
    head: str
    body: str
    totals: str
    tipo: str = "ACT/NOMB/TIT"
    columns: int = 3
    feed: str = "\f"  # before each page but the first of the file
    newline: str = "\n"
    setiembre: str = "SETIEMBRE"
    rule: str = "=" * 88


_JUNIN_HEAD = """\
%(dre)-46s CF0%(centre)03dA  (1) Habilitado     %(tipo)s
*B9 %(ugel)-38sRUC - %(ruc)s   %(number)s
%(period)s
"""
_HUANCAVELICA_HEAD = """\
%(dre)-52s  CL%(centre)04d  (1) Habilitado  %(tipo)s
%(ugel)-44s  RUC - %(ruc)s     %(number)s
                                        %(period)s

"""
_PERSON = """\
Apellidos                    : %(apellidos)s
Nombres                      : %(nombres)s
Fecha de Nacimiento          : %(born)s
Documento de Identidad       : (Lib.Electoral o D.N.) %(dni)s
Establecimiento              : %(school)s
"""
_PAY = """\
Cta. TeleAhorro o Nro. Cheque: CTA- %(account)s
Leyenda Permanente           : %(permanent)s
Leyenda Mensual              : %(monthly)s
"""
_PENSION = """\
Reg.Pensionario              : %(pension)-30sCFija:
FAfiliacion                  : %(joined)-30sCVariable:
FDevengue                    : %(joined)-30sSeguro:
"""
_ACTIVE = (
    _PERSON
    + """\
Cargo                        : PROFESOR
Tipo de Servidor             : DOCENTE NOMBRADO
Regimen Laboral              : LEY 29944
Niv.Mag./Grupo Ocup./Horas   : %(level)d/0/%(hours)d
Tiempo de Servicio (AA-MM-DD): %(service)s   ESSALUD : %(essalud)s
Fecha de Registro            : Ingr.: %(joined)s  Termino:
"""
    + _PAY
    + _PENSION
)
_RETIRED = (
    _PERSON
    + """\
Tipo de Pensionista          : CESANTE DOC. NIVELABLE
Tipo de Pension              : PENSION CESANTIA DOCENTE
Regimen Laboral              : D.L. 20530
Niv.Mag./Grupo Ocup./Horas   : %(level)d/0/%(hours)d
Tiempo de Servicio (AA-MM-DD): %(service)s   ESSALUD :
Fecha de Registro            : Cese : %(joined)s  Termino:
"""
    + _PAY
)
_TOTALS = """\
T-REMUN  %(plus)s   T-DSCTO  %(minus)s   T-LIQUI  %(net)s
MImponible  %(base)s
Mensajes : %(message)s
. %(sequence)08d
"""
_LIBERTAD_BODY = _ACTIVE.replace("Reg.Pensionario     ", "Regimen Pensionario ")
_CAS_BODY = (
    _PERSON
    + """\
Cargo                        : PSICÓLOGO JEC
Tipo de Servidor             : ADMINISTRATIVO CONTRATADO
Regimen Laboral              : D.LEG.Nº 1057 - CAS
Niv.Mag./Grupo Ocup./Horas   : 0/0/%(hours)d
Tiempo de Servicio (AA-MM-DD): --   ESSALUD : %(essalud)s
Fecha de Registro            : Ingr.: %(joined)s  Termino: 31/12/%(year)d
"""
    + _PAY
    + _PENSION
)
_AYACUCHO_HEAD = """\
%(dre)-40s   CG%(centre)04d   (1) Habilitado   %(tipo)s
%(ugel)-40s   RUC - %(ruc)s
BOLETA N° : %(number)s                      %(period)s
"""
_AYACUCHO_BODY = """\
APELLIDOS Y NOMBRES : %(apellidos)s, %(nombres)s
FECHA DE NACIMIENTO : %(born)s
DOCUMENTO DE IDENTIDAD : DNI %(dni)s
COD. MODULAR : 10%(dni)s-1
ESTABLECIMIENTO : %(school)s
CARGO : PROFESOR
TIPO DE SERVIDOR : DOCENTE NOMBRADO
REGIMEN LABORAL : LEY 29944
NIV.MAG./GRUPO OCUP./HORAS : %(level)d/0/%(hours)d Horas
TIEMPO DE SERVICIO (AA-MM-DD) : %(service)s
FECHA DE REGISTRO : INGR.: %(joined)s  TERMINO :
CTA. TELEAHORRO O NRO. CHEQUE : CTA- %(account)s
LEYENDA PERMANENTE : %(permanent)s
LEYENDA MENSUAL : %(monthly)s
REG.PENSIONARIO : %(pension)s
"""
_AYACUCHO_TOTALS = """\
TOTAL HABER %(plus)s  TOTAL DESCUENTO %(minus)s  TOTAL LIQUIDO %(net)s
REM. ASEGURABLE %(base)s
MENSAJES : %(message)s
"""

LAYOUTS: Final = {
    layout.key: layout
    for layout in (
        Layout("junin", "DRE JUNIN", _JUNIN_HEAD, _ACTIVE, _TOTALS),
        Layout(
            "huancavelica", "GOBIERNO REGIONAL HUANCAVELICA", _HUANCAVELICA_HEAD, _ACTIVE, _TOTALS,
            columns=2, feed="", setiembre="SEPTIEMBRE", rule="=" * 70,
        ),
        Layout(
            "la-libertad", "DIRECCION REGIONAL LA LIBERTAD", _JUNIN_HEAD, _LIBERTAD_BODY, _TOTALS, newline="\r\n",
        ),
        Layout("cesantes", "DRE JUNIN", _JUNIN_HEAD, _RETIRED, _TOTALS, tipo="CES/TIT"),
        Layout(
            "cas", "DRE PUNO", _JUNIN_HEAD, _CAS_BODY, _TOTALS.replace("T-REMUN", "T-HONORARIO"), tipo="ACT/CAS/TIT",
        ),
        Layout(
            "ayacucho", "DIRECCIÓN REGIONAL DE EDUCACIÓN AYACUCHO", _AYACUCHO_HEAD, _AYACUCHO_BODY, _AYACUCHO_TOTALS,
            columns=1, rule="-" * 60,
        ),
    )
}  # fmt: skip
