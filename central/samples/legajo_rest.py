"""Sections VII to X of an invented legajo: merits, sanctions, leaves, and what fits nowhere else."""

from datetime import date, timedelta

from central.samples.careers import Regime
from central.samples.legajo_folder import Evidence, LegajoFolder, first_day

MERITS = (
    ("felicitacion", "Participación en la feria de ciencia y tecnología", "ugel"),
    ("reconocimiento", "Organización de los juegos florales escolares", "ugel"),
    ("felicitacion", "Labor docente destacada durante la educación a distancia", "dre"),
    ("reconocimiento", "Día del Maestro: trayectoria al servicio de la comunidad", "ie"),
    ("felicitacion", "Acompañamiento a estudiantes ganadores de olimpiada", "dre"),
)
SANCTIONED = 5  # the place in the cast of the one with sanctions


def file_merits(folder: LegajoFolder) -> None:
    """Section VII."""
    for number, (kind, words, where) in enumerate(folder.chance.sample(MERITS, k=folder.chance.randint(1, 4))):
        day = date(_began(folder) + 3 + 2 * number, 7, 6)
        name = _resolution(folder, 2300 + number, day)
        paper = Evidence("resolucion", name, folder.place.ugel, day, words)
        folder.file(
            "merito", day, paper, pdf=number == 0, tipo_merito=kind, merito=words, fecha=day.isoformat(),
            instancia=where, documento=name,
        )  # fmt: skip


def file_sanctions(folder: LegajoFolder) -> None:
    """Section VIII, for one of the cast."""
    if folder.person.index != SANCTIONED:
        return
    for kind, words, start, days in (
        ("amonestacion", "Tardanzas reiteradas en el mes de octubre", date(2022, 11, 21), 0),
        ("suspension", "Inasistencia injustificada al centro de trabajo", date(2019, 8, 5), 4),
    ):
        name = _resolution(folder, 1800 + days, start)
        paper = Evidence("resolucion", name, folder.place.ugel, start, words)
        end = {"fecha_fin": (start + timedelta(days=days)).isoformat()} if days else {}
        folder.file(
            "demerito", start, paper, pdf=bool(days), tipo_demerito=kind, demerito=words,
            fecha_inicio=start.isoformat(), documento=name, **end,
        )  # fmt: skip


def file_leaves(folder: LegajoFolder) -> None:
    """Section IX."""
    if folder.career.posts[0].regime is Regime.CESANTE:
        return
    for period in folder.career.mourning:
        _file_leave(folder, "fallecimiento", "Fallecimiento de familiar directo", first_day(period), 8)
    for number, (kind, why, days) in enumerate(
        (("incapacidad_temporal", "Descanso médico", 5), ("capacitacion_autorizada", "Curso de la DRE", 3),
         ("citacion", "Citación judicial", 1))
    ):  # fmt: skip
        _file_leave(folder, kind, why, date(max(2021, _began(folder) + 1) + number, 5 + number, 9), days)
    for year in range(2023, folder.today.year + 1):
        start = date(year, 1, 2)
        end = start + timedelta(days=(30 if folder.career.posts[0].regime is Regime.ADMINISTRATIVO else 59) - 1)
        paper = Evidence("oficio", f"OF 00{year % 100}-{year}", folder.place.ugel, start, f"Rol de vacaciones {year}")
        folder.file(
            "vacaciones", end, paper, desde=start.isoformat(), hasta=end.isoformat(), dias=str((end - start).days + 1)
        )


def _file_leave(folder: LegajoFolder, kind: str, why: str, start: date, days: int) -> None:
    end = start + timedelta(days=days - 1)
    granted = end + timedelta(days=6)
    name = _resolution(folder, 900 + days, granted)
    paper = Evidence("resolucion", name, folder.place.ugel, granted, f"Concede licencia con goce: {why.lower()}")
    citt = {"citt": f"A-{start.year}-0001{days:02d}"} if kind == "incapacidad_temporal" else {}
    folder.file(
        "licencia", granted, paper, pdf=kind == "incapacidad_temporal", tipo=kind, goce="con", motivo=why,
        desde=start.isoformat(), hasta=end.isoformat(), dias=str(days), numero_resolucion=name,
        fecha_resolucion=granted.isoformat(), **citt,
    )  # fmt: skip


def file_others(folder: LegajoFolder) -> None:
    """Section X."""
    opened = date(max(2004, _began(folder)), 4, 15)
    paper = Evidence("informe", "", folder.place.ugel, opened, "Ficha personal (escalafonaria)")
    folder.file("ficha_personal", opened, paper, dependencia=folder.place.ugel, fecha=opened.isoformat())
    year = _began(folder) + 1
    start, end = date(year, 1, 1), date(year, 12, 31)
    paper = Evidence("constancia", "", folder.place.ugel, end, f"Haberes y descuentos del año {year}")
    folder.file(
        "constancia_haberes", end, paper, dependencia=folder.place.ugel,
        cargo=folder.career.posts[0].seats[0].cargo.capitalize(), desde=start.isoformat(), hasta=end.isoformat(),
    )  # fmt: skip
    day = date(max(2020, _began(folder) + 2), 12, 29)
    paper = Evidence("otro", "", folder.career.posts[0].seats[0].establecimiento, day, "Acta de entrega de bienes")
    folder.file(
        "acta_entrega", day, paper, asunto="Entrega de materiales y bienes del aula",
        dependencia=folder.career.posts[0].seats[0].establecimiento, fecha=day.isoformat(),
    )  # fmt: skip


def _began(folder: LegajoFolder) -> int:
    post = folder.career.posts[0]
    return post.contracts[0].inicio.year - (31 if post.regime is Regime.CESANTE else 0)


def _resolution(folder: LegajoFolder, number: int, day: date) -> str:
    return f"RD {number:04d}-{day.year}-UGEL-{folder.place.codigo_ugel[2:]}"
