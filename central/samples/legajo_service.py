"""Sections III to VI of an invented legajo: how somebody came, moved, was promoted, what was granted, how they left."""

from datetime import date, timedelta

from central.samples.careers import Post, Regime, Seat, Step
from central.samples.legajo_folder import Evidence, LegajoFolder, first_day

REGIMES = {
    Regime.NOMBRADO: "ley29944", Regime.CONTRATADO: "ley30328", Regime.AUXILIAR: "ley30493",
    Regime.ADMINISTRATIVO: "dleg276", Regime.CESANTE: "ley29944",
}  # fmt: skip
DAY = timedelta(days=1)
YEARS_OF_GRANT = 25


def file_service(folder: LegajoFolder) -> None:
    """Sections III and IV, post after post."""
    for post in folder.career.posts:
        if post.regime is Regime.CESANTE:
            _file_retirement(folder, post)
            continue
        _file_entries(folder, post)
        _file_steps(folder, post)
        for seat in post.seats[1:]:
            _file_move(folder, post, seat)


def _file_entries(folder: LegajoFolder, post: Post) -> None:
    appointed = post.contracts[0].termino is None
    for number, contract in enumerate(post.contracts):
        on = contract.inicio - 10 * DAY
        seat = max((seat for seat in post.seats if first_day(seat.desde) <= contract.inicio), default=post.seats[0],
                   key=lambda seat: seat.desde)  # fmt: skip
        words = "Nombra" if appointed else f"Contrata por el año {contract.inicio.year}"
        paper = Evidence("resolucion", contract.resolucion, seat.place.ugel, on, f"{words} como {seat.cargo.lower()}")
        code = {"codigo_ie": seat.codigo_establecimiento} if seat.codigo_establecimiento else {}
        end = {"vigencia_fin": contract.termino.isoformat()} if contract.termino else {}
        folder.file(
            "ingreso", on, paper, pdf=number == 0, accion="nombramiento" if appointed else "contrato",
            motivo="Concurso público", numero_resolucion=contract.resolucion, fecha_resolucion=on.isoformat(),
            regimen_laboral=REGIMES[post.regime], condicion_laboral="nombrado" if appointed else "contratado",
            cargo=seat.cargo.capitalize(), jornada=str(post.horas or 30), plaza=_plaza(folder, post, 0),
            vigencia_inicio=contract.inicio.isoformat(), **code, **end,
        )  # fmt: skip


def _file_steps(folder: LegajoFolder, post: Post) -> None:
    for before, step in zip((None, *post.steps), post.steps, strict=False):
        if post.regime is Regime.NOMBRADO and step.resolucion and step.nivel != "1":
            _file_step(folder, post, before, step)


def _file_step(folder: LegajoFolder, post: Post, before: Step | None, step: Step) -> None:
    on = first_day(step.desde) - 20 * DAY
    was = before.nivel if before else str(int(step.nivel) - 1)
    paper = Evidence("resolucion", step.resolucion, post.seats[0].place.ugel, on, f"Asciende a la escala {step.nivel}")
    folder.file(
        "movimiento", on, paper, pdf=True, grupo_accion="otras_acciones", accion="ascenso_escala",
        motivo_accion="Concurso de ascenso", mandato_judicial="no", centro_trabajo=post.seats[0].establecimiento,
        escala_anterior=was, escala_nueva=step.nivel, vigencia_inicio=first_day(step.desde).isoformat(),
        numero_resolucion=step.resolucion, fecha_resolucion=on.isoformat(),
    )  # fmt: skip


def _file_move(folder: LegajoFolder, post: Post, after: Seat) -> None:
    on = first_day(after.desde) - 15 * DAY
    promoted = "DIRECTOR" in after.cargo
    number = f"RD {1200 + folder.person.index:04d}-{on.year}-UGEL-{after.place.codigo_ugel[2:]}"
    words = "Designa director" if promoted else f"Reasigna a {after.establecimiento}"
    paper = Evidence("resolucion", number, after.place.ugel, on, words)
    folder.file(
        "movimiento", on, paper, pdf=True,
        grupo_accion="otras_acciones" if promoted else "desplazamiento_definitivo",
        accion="designacion" if promoted else "reasignacion",
        motivo_accion="Concurso de cargos directivos" if promoted else "Interés personal", mandato_judicial="no",
        plaza_origen=_plaza(folder, post, 0), plaza_destino=_plaza(folder, post, 1),
        centro_trabajo=after.establecimiento, vigencia_inicio=first_day(after.desde).isoformat(),
        numero_resolucion=number, fecha_resolucion=on.isoformat(),
    )  # fmt: skip


def file_grants(folder: LegajoFolder) -> None:
    """Section V: a death in the family, twenty-five years, a court's order."""
    for period in folder.career.mourning:
        _file_grant(folder, "luto_sepelio", first_day(period), "3000.00", "Otorga subsidio por luto y sepelio")
    began = folder.career.posts[0].contracts[0].inicio
    grant_day = date(began.year + YEARS_OF_GRANT, began.month, began.day)
    if folder.career.posts[0].regime is Regime.NOMBRADO and grant_day < folder.today:
        _file_grant(folder, "ats", grant_day, "8550.00", "Otorga asignación por veinticinco años de servicios")
    retention = folder.career.retention
    if retention is not None:
        on = first_day(retention.desde) - 25 * DAY
        number = f"RD {2200 + folder.person.index:04d}-{on.year}-{_siglas(folder)}"
        paper = Evidence("oficio", retention.expediente, "Poder Judicial", on, "Ordena retención por alimentos")
        folder.file(
            "retencion_judicial", on, paper, pdf=True, concepto="retencion_judicial",
            dni_beneficiario=retention.beneficiary.dni,
            beneficiario=f"{retention.beneficiary.apellidos} {retention.beneficiary.nombres}", importe="780.00",
            factor=f"{retention.rate // 100} %", fecha_beneficio=first_day(retention.desde).isoformat(),
            numero_resolucion=number, fecha_resolucion=on.isoformat(),
        )  # fmt: skip


def _file_grant(folder: LegajoFolder, concept: str, day: date, amount: str, words: str) -> None:
    on = day - 12 * DAY
    number = f"RD {3100 + day.month:04d}-{on.year}-{_siglas(folder)}"
    paper = Evidence("resolucion", number, folder.place.ugel, on, words)
    folder.file(
        "asignacion", on, paper, pdf=True, concepto=concept, importe=amount, fecha_beneficio=day.isoformat(),
        numero_resolucion=number, fecha_resolucion=on.isoformat(), numero_informe=f"INF {day.month:04d}-{day.year}",
    )  # fmt: skip


def _file_retirement(folder: LegajoFolder, post: Post) -> None:
    """A pensioner: appointed long ago, left when the pension began."""
    left, resolution = post.contracts[0].inicio, post.contracts[0].resolucion
    came = date(left.year - 31, 4, 1)
    number = f"RD 0415-{came.year}-DREC"
    paper = Evidence("resolucion", number, folder.place.dre, came, "Nombra como profesora de aula")
    folder.file(
        "ingreso", came, paper, pdf=True, accion="nombramiento", numero_resolucion=number,
        fecha_resolucion=came.isoformat(), regimen_laboral="ley29944", condicion_laboral="nombrado",
        cargo="Profesora de aula", jornada="30", vigencia_inicio=came.isoformat(),
    )  # fmt: skip
    ending = {"numero_resolucion": resolution, "fecha_resolucion": left.isoformat()}
    paper = Evidence(
        "resolucion", resolution, folder.place.dre, left, "Cesa a su solicitud y otorga pensión definitiva"
    )
    folder.file("cese", left, paper, pdf=True, fecha_cese=left.isoformat(), motivo_cese="renuncia", **ending)
    folder.file("cts", left, paper, pdf=False, importe="18640.20", **ending)
    folder.file("pension", left, paper, pdf=False, regimen="dl20530", tipo_pension="cesantia", **ending)


def _siglas(folder: LegajoFolder) -> str:
    return f"UGEL-{folder.place.codigo_ugel[2:]}"


def _plaza(folder: LegajoFolder, post: Post, number: int) -> str:
    return f"9990000{number}{folder.person.index:03d}{post.numero}"
