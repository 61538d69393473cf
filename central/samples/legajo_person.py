"""Sections I and II of an invented legajo: who somebody is, what they have studied."""

from datetime import date, timedelta

from central.samples.careers import Regime, Sex
from central.samples.identifiers import cuspp, essalud_code, invented_dni, without_tildes
from central.samples.legajo_folder import Evidence, LegajoFolder
from central.samples.names import FEMALE, MALE

UBIGEOS = {
    "210002": "210201", "130017": "130111", "120001": "120101", "150107": "150101", "050005": "050501",
    "050001": "050101", "060008": "060801", "040001": "040101", "080001": "080101", "200010": "200601",
}  # fmt: skip
UNIVERSITIES = {
    "21": "Universidad Nacional del Altiplano", "13": "Universidad Nacional de Trujillo",
    "12": "Universidad Nacional del Centro del Perú", "15": "Universidad Nacional de Educación",
    "05": "Universidad Nacional de San Cristóbal de Huamanga", "06": "Universidad Nacional de Cajamarca",
    "04": "Universidad Nacional de San Agustín", "08": "Universidad Nacional de San Antonio Abad del Cusco",
    "20": "Universidad Nacional de Piura",
}  # fmt: skip
STREETS = ("Jr. Los Sauces", "Av. El Sol", "Jr. Puno", "Calle Las Retamas", "Psje. Túpac Amaru", "Jr. Bolognesi")
CARRERAS = ("Educación Primaria", "Educación Inicial", "Lengua y Literatura", "Matemática e Informática")
COURSES = (
    ("capacitacion", "Lectura en aulas multigrado", 120),
    ("actualizacion", "Evaluación formativa en la educación básica", 160),
    ("capacitacion", "Convivencia escolar y tutoría", 90),
    ("especializacion", "Gestión escolar con liderazgo pedagógico", 384),
    ("actualizacion", "Competencias digitales docentes", 100),
    ("capacitacion", "Materiales educativos con recursos de la comunidad", 60),
    ("capacitacion", "Alimentación escolar saludable", 40),
)


def file_identity(folder: LegajoFolder) -> None:
    """Section I."""
    person, began = folder.person, folder.career.posts[0].contracts[0].inicio
    card = Evidence("dni", person.dni, "RENIEC", began, "Documento nacional de identidad", "copia_simple")
    folder.file(
        "datos_personales", began, card, pdf=True, tipo_documento="dni", numero_documento=person.dni,
        apellido_paterno=person.paterno, apellido_materno=person.materno, nombres=person.nombres,
        sexo="f" if person.sexo is Sex.FEMALE else "m", fecha_nacimiento=person.nacimiento.isoformat(),
        nacionalidad="peruana", lugar_nacimiento=_ubigeo(folder), discapacidad="no",
        estado_civil=folder.chance.choice(("soltero", "casado", "casado", "conviviente")),
        grupo_sanguineo=folder.chance.choice(("o_pos", "o_pos", "a_pos")),
    )  # fmt: skip
    name = without_tildes(person.nombres.split()[0] + "." + person.paterno.split()[-1]).replace("Ñ", "N").lower()
    folder.file(
        "domicilio", began, domicilio=f"{folder.chance.choice(STREETS)} {folder.chance.randint(100, 980)}",
        ubigeo=_ubigeo(folder), telefono_celular=f"9990{folder.chance.randint(10_000, 99_999)}",
        correo=f"{name}.{person.index}@correo.example",
    )  # fmt: skip
    _file_pension(folder, began)
    _file_family(folder, began)
    if any("bilingue" in allowance.clave for allowance in folder.career.posts[0].allowances):
        exam = Evidence("constancia", "", "MINEDU", date(2017, 11, 20), "Registro nacional de docentes bilingües")
        folder.file(
            "lengua_originaria", date(2017, 11, 20), exam, pdf=True, lengua="Quechua collao", nivel_oral="avanzado",
            nivel_escrito="intermedio",
        )  # fmt: skip
    for year in (began.year, 2024):
        day = date(max(year, 2005), 3, 4)
        paper = Evidence("declaracion", "", folder.place.ugel, day, "Declaración jurada de domicilio", "original")
        folder.file("declaracion_jurada", day, paper, tipo="domicilio", fecha=day.isoformat())


def _file_pension(folder: LegajoFolder, began: date) -> None:
    pension = folder.career.pension
    regime = {"AFP": "dl25897", "ONP": "dl19990"}.get(pension.sistema, "dl20530")
    private = {"afp": pension.afp.lower(), "cuspp": cuspp(folder.person)} if pension.afp else {}
    day = pension.afiliacion or began
    paper = Evidence("constancia", "", pension.printed, day, "Constancia de afiliación al régimen pensionario")
    folder.file(
        "regimen_pensionario", day, paper, pdf=False, regimen_pensionario=regime,
        essalud_autogenerado=essalud_code(folder.person), **private,
    )  # fmt: skip


def _file_family(folder: LegajoFolder, began: date) -> None:
    person, chance = folder.person, folder.chance
    born = date(person.nacimiento.year + 27, 1, 1)
    for number in range(chance.randint(1, 3)):
        birthday = born + timedelta(days=chance.randint(200, 900) * (number + 1))
        names = FEMALE if chance.random() < 0.5 else MALE
        given = f"{person.paterno} {chance.choice(('QUISPE', 'ROJAS', 'HUAMÁN'))} {chance.choice(names)}"
        entry = Evidence("partida", "", "RENIEC", birthday, "Partida de nacimiento")
        folder.file(
            "familiar", max(birthday, began), entry, pdf=number == 0, parentesco="hijo", tipo_documento="dni",
            numero_documento=invented_dni(5_000 + person.index * 10 + number), nombres=given,
            fecha_nacimiento=birthday.isoformat(), ocupacion="Estudiante",
        )  # fmt: skip


def file_studies(folder: LegajoFolder) -> None:
    """Section II: degrees of those who teach, courses of everybody."""
    began = folder.career.posts[0].contracts[0].inicio
    teaches = folder.career.posts[0].regime in {Regime.NOMBRADO, Regime.CONTRATADO, Regime.CESANTE}
    first_year = folder.person.nacimiento.year + 18
    school = UNIVERSITIES[folder.place.codigo_ugel[:2]]
    if teaches:
        carrera = folder.chance.choice(CARRERAS)
        _file_degree(folder, "bachiller", carrera, school, first_year, {"grado_academico": "bachiller"})
        title = {"titulo": f"Licenciado en {carrera}", "colegio_profesional": "Colegio de Profesores del Perú"}
        _file_degree(folder, "titulo_profesional", carrera, school, first_year, title, later=1)
    if folder.career.posts[0].steps[-1].nivel in {"4", "5"}:
        subject = {"grado_academico": "maestro", "grado_instruccion": "posgrado"}
        _file_degree(folder, "posgrado", "Gestión de la Educación", school, first_year + 14, subject)
    for number, (kind, subject_name, hours) in enumerate(folder.chance.sample(COURSES, k=folder.chance.randint(3, 6))):
        start = date(max(2014, began.year) + number + 1, 4, 3 + number)
        end = start + timedelta(days=60 + hours // 2)
        issued = end + timedelta(days=12)
        centre = folder.place.dre if number % 2 else "Ministerio de Educación"
        paper = Evidence("certificado", "", centre, issued, f"Certificado de {hours} horas: {subject_name}")
        folder.file(
            "capacitacion", issued, paper, pdf=number < 2, tipo=kind, centro=centre, materia=subject_name,
            fecha_inicio=start.isoformat(), fecha_fin=end.isoformat(), horas_lectivas=str(hours),
            fecha_emision=issued.isoformat(),
        )  # fmt: skip


def _file_degree(
    folder: LegajoFolder, kind: str, carrera: str, school: str, year: int, more: dict[str, str], *, later: int = 0
) -> None:
    issued = date(year + 5 + later, 12, 20)
    names = {"bachiller": "Grado de bachiller", "titulo_profesional": "Título profesional"}
    paper = Evidence(
        "titulo", "", school, issued, f"{names.get(kind, 'Grado de maestro')}: {carrera}", "copia_fedateada"
    )
    fields = {
        "pais": "Perú", "ubigeo": _ubigeo(folder), "centro_estudios": school, "grado_instruccion": "universitaria",
        "nivel_carrera": "universitaria", "carrera": carrera, "situacion_academica": "titulado",
        "anio_inicio": str(year), "anio_fin": str(year + 4), "fecha_expedicion": issued.isoformat(),
        "fecha_registro": (issued + timedelta(days=70)).isoformat(),
    }  # fmt: skip
    folder.file(kind, issued + timedelta(days=90), paper, pdf=kind == "titulo_profesional", **(fields | more))


def _ubigeo(folder: LegajoFolder) -> str:
    return UBIGEOS.get(folder.place.codigo_ugel, "150101")
