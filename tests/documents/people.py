"""Invented payslips of each kind of server. Nobody real: every DNI starts with 9990."""

from dataclasses import replace
from datetime import date

from documents.payslip import ConceptLine, Holder, Payslip, PayslipClass, Period


def lines(*pairs: tuple[str, int]) -> tuple[ConceptLine, ...]:
    return tuple(ConceptLine(codigo, monto) for codigo, monto in pairs)


def with_lines(payslip: Payslip, haberes: tuple[ConceptLine, ...], descuentos: tuple[ConceptLine, ...]) -> Payslip:
    """The payslip with other lines and the totals that follow from them."""
    earned, taken = sum(line.monto for line in haberes), sum(line.monto for line in descuentos)
    return replace(
        payslip,
        haberes=haberes,
        descuentos=descuentos,
        total_haberes=earned,
        total_descuentos=taken,
        liquido=earned - taken,
    )


TEACHER = Payslip(
    id="3f2a9c10-88d1-4b7a-9e20-1234567890ab",
    clase=PayslipClass.MONTHLY,
    periodo=Period(2026, 11),
    secuencia=0,
    tipo_planilla="ACT/NOMB/TIT",
    estado="(1) Habilitado",
    centro_pago="CF0000A",
    numero_boleta="000123-45",
    fecha_pago=date(2026, 11, 12),
    dre="DRE PUNO",
    ugel="UGEL SAN ROMÁN",
    codigo_ugel="210011",
    ruc_entidad="20539889622",
    apellidos="ÑAUPARI MAMANI",
    nombres="ROSA ELENA",
    fecha_nacimiento=date(1985, 5, 15),
    doc_tipo="DNI",
    doc_numero="99900017",
    codigo_modular_servidor="1099900017-1",
    establecimiento="IE 70001 VIRGEN DE LAS NIEVES",
    codigo_establecimiento="0512",
    cargo="PROFESOR",
    tipo_servidor="DOCENTE NOMBRADO",
    regimen_laboral="LEY 29944",
    nivel_magisterial="3",
    horas=30,
    tiempo_servicio="12-03-07",
    essalud_autogenerado="8505150QSMRP001",
    fecha_registro_ingreso=date(2013, 3, 1),
    fecha_registro_termino=None,
    cuenta="CTA- 04012345678",
    leyenda_permanente="RD 1234-2013",
    leyenda_mensual="",
    regimen_pensionario="AFP INTEGRA",
    cuspp="600001RNMAI0",
    f_afiliacion=date(2013, 4, 1),
    f_devengue=date(2013, 4, 1),
    afp_cfija=0,
    afp_cvariable=4233,
    afp_seguro=3741,
    haberes=lines(("RIM_Ley 29944", 420084), ("asig_rural", 50000), ("asig_bilingue", 5000)),
    descuentos=lines(("D.L.25897 AFP", 35280), ("Derr Magisteria", 2750), ("IPSSVIDA", 500)),
    total_haberes=475084,
    total_descuentos=38530,
    liquido=436554,
    monto_imponible=273055,
    mensajes=("El pago de noviembre se abona según el cronograma anual.",),
)

DIRECTOR = with_lines(
    replace(
        TEACHER,
        id="7d0c2a55-1b0e-4f7c-8a61-0000000000d1",
        numero_boleta="000877-12",
        dre="GERENCIA REGIONAL DE EDUCACIÓN LA LIBERTAD",
        ugel="*B9 UGEL 04 TRUJILLO SUR ESTE",
        apellidos="GARCÍA-CALDERÓN DE LA TORRE",
        nombres="MARÍA DE LOS ÁNGELES ESPERANZA",
        doc_numero="99900025",
        codigo_modular_servidor="1099900025-1",
        establecimiento="INSTITUCIÓN EDUCATIVA EMBLEMÁTICA GRAN UNIDAD ESCOLAR NUESTRA SEÑORA DE LA ASUNCIÓN",
        cargo="DIRECTOR DE INSTITUCIÓN EDUCATIVA CON JORNADA ESCOLAR COMPLETA",
        nivel_magisterial="7",
        horas=40,
        tiempo_servicio="27-10-02",
        leyenda_permanente="RD 004512-1998 / RD 002231-2019 DESIGNACIÓN",
    ),
    lines(
        ("RIM_Ley 29944", 886844), ("Jor_Trab.Ad_lrm", 221700), ("A.carg_dir_LRM", 80000), ("A.carg_dir_Ges_", 40000),
        ("asig_rural", 10000), ("asig_multig", 14000), ("asig_front", 10000), ("asig_vraem", 30000),
        ("asig_bilingue", 5000), ("eib_lengua", 10000), ("B_Ext_Tran_Vari", 12000), ("B_Ext_Tran_Fijo", 5993),
        ("aguinaldo", 30000), ("Palmas MagMaes", 20000), ("Reint Man No Af", 1234567), ("Reintg. Manual", 4321),
        ("escolaridad", 40000), ("D.U. 037-94", 2500), ("Ley29702", 1111), ("DS065-2003-EF", 4500),
        ("D.U. 090-96", 3000), ("Bon. Especial", 2020), ("Refrig. y Mov.", 500), ("Reunificada", 3010),
        ("Dif Pensionable", 808),
    ),
    lines(
        ("D.L.25897 AFP", 111735), ("Quintacat", 145050), ("IPSSVIDA", 500), ("Derr Magisteria", 2750),
        ("Prderrmag", 62000), ("SUBCAFAE", 1500), ("Tardanzas", 733), ("Inasistencias", 14778),
        ("Pagindnoaf", 5000), ("Coop Capac Yupa", 20000), ("Segrimac", 3590), ("CMCusco", 31000),
        ("CMArequipa", 18000), ("CMHuancayo", 21050), ("CRACCENTRO", 8000), ("Interbank", 45000),
        ("BRIPLEY", 12025), ("Bco. Pichincha", 33000), ("Fentase", 1000), ("GPROEDUCAR", 2500),
        ("AEHERME", 1250), ("IDG", 900), ("Constante", 750), ("Dscto. Judicial", 150000), ("Multas", 1000),
    ),
)  # fmt: skip

ADMIN = with_lines(
    replace(
        TEACHER,
        id="aa11bb22-3344-4c55-8d66-0000000000a1",
        numero_boleta="000045-03",
        apellidos="QUISPE CCAHUANA",
        nombres="JUAN DE DIOS",
        doc_numero="99900033",
        codigo_modular_servidor="1099900033-1",
        establecimiento="UGEL SAN ROMÁN",
        cargo="TÉCNICO ADMINISTRATIVO II",
        tipo_servidor="ADMINISTRATIVO NOMBRADO",
        regimen_laboral="D.LEG. 276",
        nivel_magisterial="STB",
        horas=40,
        regimen_pensionario="ONP",
        cuspp="",
        f_afiliacion=None,
        f_devengue=None,
        afp_cfija=None,
        afp_cvariable=None,
        afp_seguro=None,
        mensajes=(),
    ),
    lines(("Mont_Uni_Cons", 83420), ("B_Ext_Tran_Fijo", 22000), ("B_Ext_Tran_Vari", 10000)),
    lines(("DL19990 SNP", 10845), ("SUBCAFAE", 1500)),
)

PENSIONER = with_lines(
    replace(
        TEACHER,
        id="cc33dd44-5566-4e77-8f88-0000000000c1",
        tipo_planilla="CES/TIT",
        numero_boleta="004410-77",
        apellidos="HUAMÁN PEÑA",
        nombres="TEÓFILO",
        fecha_nacimiento=date(1946, 1, 9),
        doc_numero="99900041",
        codigo_modular_servidor="1099900041-1",
        establecimiento="UGEL SAN ROMÁN",
        cargo="PENSIÓN CESANTÍA DOCENTE",
        tipo_servidor="CESANTE DOC. NIVELABLE",
        regimen_laboral="D.L. 20530",
        nivel_magisterial="",
        horas=None,
        tiempo_servicio="30-00-12",
        fecha_registro_ingreso=date(1999, 8, 31),
        regimen_pensionario="D.L. 20530",
        cuspp="",
        f_afiliacion=None,
        f_devengue=None,
        afp_cfija=None,
        afp_cvariable=None,
        afp_seguro=None,
    ),
    lines(
        ("PENSION BASICA", 4010), ("Reunificada", 2815), ("BONIFICACION FAMILIAR", 300),
        ("TRANSIT. HOMOLOGACION", 9012),
        ("D.U. 090-96", 8150), ("D.U.073-97", 9454), ("D.U.011-99", 10966), ("REAJ. DS 006-2024-EF", 5000),
        ("NIV. PEN. MINIMA 28449", 41500),
    ),
    lines(("presalud", 3648), ("Derr Magisteria", 2750)),
)  # fmt: skip

JUDICIAL = with_lines(
    replace(
        PENSIONER,
        id="ee55ff66-7788-4a99-8b00-0000000000e1",
        clase=PayslipClass.JUDICIAL,
        tipo_planilla="JUDICIAL",
        numero_boleta="000123-46",
        apellidos="ROJAS IBÁÑEZ",
        nombres="LUZ MARINA",
        doc_numero="99900058",
        fecha_nacimiento=None,
        codigo_modular_servidor="",
        cargo="",
        tipo_servidor="BENEFICIARIO JUDICIAL",
        regimen_laboral="",
        tiempo_servicio="",
        regimen_pensionario="",
        fecha_registro_ingreso=None,
        leyenda_permanente="EXP. 00123-2019 JUZGADO DE FAMILIA",
        essalud_autogenerado="",
        titular=Holder("99900017", "ÑAUPARI MAMANI", "ROSA ELENA"),
    ),
    lines(("Dscto. Judicial", 50000)),
    (),
)

CAS = with_lines(
    replace(
        ADMIN,
        id="99aa88bb-77cc-4d66-8e55-0000000000ca",
        tipo_planilla="CAS",
        numero_boleta="000301-09",
        apellidos="VILCA YUPANQUI",
        nombres="ÓSCAR",
        doc_numero="99900066",
        cargo="PSICÓLOGO JEC",
        tipo_servidor="ADMINISTRATIVO CONTRATADO",
        regimen_laboral="D.LEG.Nº 1057 - CAS",
        nivel_magisterial="",
        fecha_registro_termino=date(2026, 12, 31),
    ),
    lines(("Honorario", 250000)),
    lines(("DL19990 SNP", 32500)),
)

SAMPLES = {
    "teacher": TEACHER, "director": DIRECTOR, "admin": ADMIN, "pensioner": PENSIONER, "judicial": JUDICIAL, "cas": CAS,
}  # fmt: skip
