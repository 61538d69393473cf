"""Invented people with whole legajos and years of payslips, for papers. Nobody real: every DNI starts with 9990."""

from dataclasses import replace
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from documents.constancia import ConstanciaDeHaberes, ConstanciaDeSolicitud
from documents.hoja_de_vida import HojaDeVida
from documents.informe_escalafonario import InformeEscalafonario
from documents.legajo import LegajoRecord, SupportingDocument
from documents.paper import PaperOffice, PaperPerson
from documents.payslip import Payslip, PayslipClass, Period
from tests.documents.people import TEACHER, lines, with_lines

OFFICE = PaperOffice("210011", "UGEL SAN ROMÁN", "DRE PUNO")
ROSA = PaperPerson(
    doc_tipo="DNI",
    doc_numero="99900017",
    apellidos="ÑAUPARI MAMANI",
    nombres="ROSA ELENA",
    codigo_modular="1099900017-1",
)
JULIO = PaperPerson(doc_tipo="DNI", doc_numero="99900018", apellidos="QUISPE ÑAHUI", nombres="JULIO CÉSAR")
TODAY = date(2026, 11, 12)
PAPER = SupportingDocument(
    tipo="resolucion",
    formato="copia_simple",
    numero="RD N° 1234-2013-UGEL-SR",
    entidad_emisora="UGEL San Román",
    fecha_emision=date(2013, 3, 15),
    folios=2,
    sumilla="Nombra a la docente en la IE 70001",
    sha256="",
    size=0,
    pages=None,
)


def filed(section: str, kind: str, number: int, **fields: str) -> LegajoRecord:
    return LegajoRecord(
        id=str(uuid5(NAMESPACE_URL, f"{kind} {number}")),
        section=section,
        kind=kind,
        version=1,
        fields=fields,
        documents=(PAPER,) if section in {"III", "IV"} else (),
        registered=date(2021, 1 + number % 12, 3 + number % 20),
    )


def personal(person: PaperPerson) -> LegajoRecord:
    first, _, second = person.apellidos.partition(" ")
    return filed(
        "I", "datos_personales", 1, tipo_documento="dni", numero_documento=person.doc_numero, apellido_paterno=first,
        apellido_materno=second, nombres=person.nombres, sexo="f", fecha_nacimiento="1985-05-15",
        nacionalidad="peruana", lugar_nacimiento="210101", estado_civil="casado", discapacidad="no",
    )  # fmt: skip


def legajo(person: PaperPerson = ROSA, *, moves: int = 9, courses: int = 7) -> tuple[LegajoRecord, ...]:
    """A career, its records in no order."""
    trained = tuple(
        filed(
            "II", "capacitacion", year, tipo="capacitacion", centro="Dirección Regional de Educación de Puno",
            materia=f"Comprensión lectora en aulas multigrado, nivel {year - 2012}", fecha_inicio=f"{year}-04-03",
            fecha_fin=f"{year}-06-30", horas_lectivas="120", fecha_emision=f"{year}-07-10",
        )
        for year in range(2014 + courses, 2014, -1)
    )  # fmt: skip
    moved = tuple(
        filed(
            "IV", "movimiento", number, grupo_accion="desplazamiento_definitivo", accion="reasignacion",
            mandato_judicial="no", plaza_origen=f"9990000000{number:02}", plaza_destino=f"9990000001{number:02}",
            centro_trabajo=f"IE 700{number:02}", vigencia_inicio=f"{2014 + number}-03-01",
            numero_resolucion=f"RD N° {100 + number}-{2014 + number}-UGEL-SR",
            fecha_resolucion=f"{2014 + number}-02-10",
        )
        for number in range(1, moves + 1)
    )  # fmt: skip
    rest = (
        personal(person),
        filed("I", "familiar", 1, parentesco="hijo", nombres="INTI QUISPE ÑAUPARI", fecha_nacimiento="2012-02-03"),
        filed("I", "lengua_originaria", 1, lengua="Quechua Collao", nivel_oral="avanzado", nivel_escrito="basico"),
        filed(
            "II", "titulo_profesional", 1, pais="Perú", centro_estudios="Universidad Nacional del Altiplano",
            ubigeo="210101", carrera="Educación primaria", situacion_academica="titulado",
            titulo="Licenciada en Educación Primaria", anio_inicio="2004", anio_fin="2008",
            fecha_expedicion="2009-12-20",
        ),
        filed(
            "III", "ingreso", 1, accion="nombramiento", numero_resolucion="RD N° 1234-2013-UGEL-SR",
            fecha_resolucion="2013-02-15", cargo="PROFESOR", jornada="30", vigencia_inicio="2013-03-01",
        ),
        filed(
            "V", "retencion_judicial", 1, concepto="retencion_judicial", dni_beneficiario="99900055",
            beneficiario="QUISPE LUZ", importe="500.00", fecha_beneficio="2020-03-01",
        ),
        filed("VII", "merito", 1, tipo_merito="felicitacion", merito="Buenas prácticas docentes", fecha="2019-07-06"),
        filed(
            "VIII", "demerito", 1, tipo_demerito="amonestacion", demerito="Tardanzas reiteradas",
            fecha_inicio="2018-04-01", documento="RD 77-2018",
        ),
        filed("IX", "licencia", 1, tipo="incapacidad_temporal", goce="con", desde="2022-04-01", hasta="2022-04-30",
              dias="30", numero_resolucion="RD N° 55-2022-UGEL-SR"),
        filed("X", "otro", 1, descripcion="Acta de entrega de cargo", fecha="2021-12-30"),
    )  # fmt: skip
    return (*moved[::-1], *trained, *rest)


def few_records(person: PaperPerson = ROSA) -> tuple[LegajoRecord, ...]:
    """A legajo that makes a paper of two or three pages."""
    return legajo(person, moves=2, courses=2)


def payslips(months: int = 23) -> tuple[Payslip, ...]:
    """A payslip a month, an additional one each July, the last month first."""
    made = []
    for count in range(months):
        period = Period(2025, 1).later(count)
        paid = with_lines(TEACHER, lines(("RIM_Ley 29944", 420084 + 100 * count)), TEACHER.descuentos)
        made.append(replace(paid, id=f"m{count}", periodo=period, numero_boleta=f"{count:06d}-45"))
        if period.month == 7:
            more = with_lines(TEACHER, lines(("aguinaldo", 30000)), ())
            made.append(
                replace(more, id=f"a{count}", periodo=period, clase=PayslipClass.ADDITIONAL, secuencia=1,
                        numero_boleta=f"{count:06d}-46")
            )  # fmt: skip
    return tuple(made[::-1])


def hoja(person: PaperPerson = ROSA, **changes: object) -> HojaDeVida:
    made = HojaDeVida(office=OFFICE, person=person, issued=TODAY, records=legajo(person))
    return replace(made, **changes)  # type: ignore[arg-type]  # tests give what it takes


def informe(person: PaperPerson = ROSA, **changes: object) -> InformeEscalafonario:
    made = InformeEscalafonario(
        office=OFFICE, person=person, number="0123-2026", reason="Reasignación", issued=TODAY, records=legajo(person)
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # tests give what it takes


def haberes(**changes: object) -> ConstanciaDeHaberes:
    made = ConstanciaDeHaberes(
        office=OFFICE, person=ROSA, issued=TODAY, desde=Period(2025, 1), hasta=Period(2026, 11), payslips=payslips()
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # tests give what it takes


SOLICITUD = ConstanciaDeSolicitud(
    office=OFFICE,
    person=ROSA,
    issued=TODAY,
    code="SOL-2026-000123",
    filed=date(2026, 11, 10),
    state="En solicitud",
    asked=(
        ("Sección", "II. Situación académica"),
        ("Registro", "Título profesional"),
        ("Carrera", "Educación inicial"),
    ),
    documents=("Título profesional, Universidad Nacional del Altiplano, 20/12/2009, 2 folios",),
    expediente="12345-2026",
)
