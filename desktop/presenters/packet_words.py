"""Packets for many in words: recipes, jobs and how far they are, why one stopped, why somebody has no file. Pure."""

from collections.abc import Sequence

from desktop.presenters.formats import count, duration, size
from desktop.presenters.payslip_list import StateTag
from desktop.words import translate
from documents.batch.recipe import NO_LIMITS, Arrangement, Order, Part, Recipe
from documents.packet.profiles import load
from documents.payslip import MONTHS, Period
from storage.packet_records import JobPerson, PacketJob, PersonState


def part_words(part: Part) -> str:
    """A kind of document."""
    return {
        Part.PAYSLIPS: translate("packets", "Boletas de pago"),
        Part.CONSTANCIA: translate("packets", "Constancia de haberes y descuentos"),
        Part.HOJA_DE_VIDA: translate("packets", "Hoja de vida"),
        Part.INFORME: translate("packets", "Informe escalafonario"),
        Part.SUSTENTOS: translate("packets", "Sustentos de solicitudes"),
    }[part]


def arrangement_words(arrangement: Arrangement) -> str:
    """What comes out."""
    return {
        Arrangement.EACH: translate("packets", "Un PDF por persona"),
        Arrangement.TOGETHER: translate("packets", "Un solo PDF con todas"),
        Arrangement.FOLDERS: translate("packets", "Una carpeta por persona, cada documento suelto"),
    }[arrangement]


def order_words(order: Order) -> str:
    """How the people follow each other."""
    return {
        Order.AS_LISTED: translate("packets", "Como en la lista"),
        Order.BY_NAME: translate("packets", "Por apellidos"),
        Order.BY_SCHOOL: translate("packets", "Por institución y apellidos"),
    }[order]


def months_words(recipe: Recipe) -> str:
    """Enero a diciembre de 2015; with the months that were chosen."""
    if not recipe.months:
        return recipe.span
    chosen = ", ".join(MONTHS[month - 1] for month in recipe.months)
    return translate("packets", "{span} (solo {months})").format(span=recipe.span, months=chosen)


def usual_spans(today: Period) -> tuple[tuple[str, Period, Period], ...]:
    """What is asked for most, as (words, first month, last month), seen from this month."""
    last = today.earlier()
    return (
        (translate("packets", "Este año"), Period(today.year, 1), today),
        (translate("packets", "El año pasado"), Period(today.year - 1, 1), Period(today.year - 1, 12)),
        (translate("packets", "Los últimos 12 meses"), last.earlier(11), last),
        (translate("packets", "Solo el mes pasado"), last, last),
    )


def destination_words(recipe: Recipe) -> str:
    """Whom the files are for."""
    if recipe.destination == NO_LIMITS:
        return translate("packets", "Sin límite de tamaño (carpeta, memoria USB o impresora)")
    found = next((each for each in load().profiles if each.clave == recipe.destination), None)
    return found.nombre if found else recipe.destination


def recipe_lines(recipe: Recipe) -> tuple[str, ...]:
    """What the recipe does, a line each."""
    extras = [
        words
        for wanted, words in (
            (recipe.cover, translate("packets", "carátula")),
            (recipe.index, translate("packets", "índice")),
            (recipe.folios, translate("packets", "folios")),
        )
        if wanted and recipe.arrangement is not Arrangement.FOLDERS
    ]
    lines = [", ".join(part_words(part) for part in recipe.parts), months_words(recipe)]
    shape = arrangement_words(recipe.arrangement)
    lines.append(
        translate("packets", "{shape}, con {extras}").format(shape=shape, extras=", ".join(extras)) if extras else shape
    )
    return (*lines, destination_words(recipe))


def recipe_trouble(trouble: str) -> str:
    """What is wrong with a recipe."""
    return {
        "name": translate("packets", "Póngale un nombre de hasta 60 letras: se imprime en las carátulas."),
        "parts": translate("packets", "Elija al menos un documento."),
        "span": translate(
            "packets",
            "El último mes va después del primero, y entre ambos hay cuarenta años como máximo."
        ),
        "months": translate("packets", "Ninguno de los meses elegidos cae en ese período."),
        "unreadable": translate("packets", "La receta no está bien escrita."),
    }.get(trouble, translate("packets", "La receta no está bien escrita."))  # fmt: skip


def step_words(done: int, total: int, name: str, seconds_left: float | None) -> str:
    """3 de 120 · QUISPE MAMANI, ROSA · quedan unos 4 min"""
    told = [translate("packets", "{done} de {total}").format(done=count(done), total=count(total)), name]
    if seconds_left:
        told.append(translate("packets", "quedan unos {time}").format(time=duration(seconds_left)))
    return " · ".join(part for part in told if part)


def job_tag(job: PacketJob, *, running: bool = False) -> StateTag:
    """How a job stands."""
    if running:
        return StateTag("loader", translate("packets", "En marcha"), "info")
    if job.ended_at is None:
        return StateTag("pause", translate("packets", "Detenido"), "wait")
    if job.lacking:
        return StateTag("triangle-alert", translate("packets", "Con faltantes"), "wait")
    return StateTag("circle-check", translate("packets", "Completo"), "good")


def job_words(job: PacketJob) -> str:
    """One sentence on how it stands."""
    told = translate("packets", "{done} de {total} personas listas.").format(
        done=count(job.settled), total=count(job.people)
    )
    if job.lacking:
        lacks = translate("packets", "A {n} les falta algo: vea el informe.") if job.lacking > 1 else translate(
            "packets", "A 1 le falta algo: vea el informe.")  # fmt: skip
        told += " " + lacks.format(n=count(job.lacking))
    if job.ended_at is None:
        told += " " + (trouble_words(job.trouble) if job.trouble else _goes_on())
    return told


def _goes_on() -> str:
    return translate("packets", "Puede continuar cuando quiera: lo hecho no se repite.")


def trouble_words(code: str) -> str:
    """Why a job stopped by itself, and what to do."""
    known = {
        "export-full": translate(
            "packets",
            "Se detuvo porque el disco está lleno. Libere espacio y pulse Continuar."
        ),
        "export-denied": translate(
            "packets",
            "Se detuvo porque no se permite escribir en la carpeta. Elija otra o pida permiso."
        ),
        "export-gone": translate(
            "packets",
            "Se detuvo porque la carpeta ya no está. Si es una memoria, conéctela y pulse Continuar."
        ),
        "connection-lost": translate(
            "packets",
            "Se detuvo porque se perdió la conexión con el servicio. Cuando vuelva, pulse Continuar: lo que "
            "llegó está guardado."
        ),
        "papers-gone": translate(
            "packets",
            "Se detuvo porque la carpeta con otros PDF ya no está. Si es una memoria, conéctela y pulse "
            "Continuar."
        ),
        "export-exists": translate(
            "packets",
            "Se detuvo porque en la carpeta apareció un archivo con el mismo nombre. Muévalo y pulse "
            "Continuar."
        ),
        "packet-parts": translate(
            "packets",
            "Alguien vació la carpeta de trabajo. Pulse Continuar para rehacer esas partes."
        ),
        "PacketTooLargeError": translate(
            "packets",
            "Una persona sola pesa más de lo que recibe el destino. Elija otro destino o un PDF por "
            "persona."
        ),
    }  # fmt: skip
    return known.get(code, translate("packets", "Se detuvo porque no se pudo escribir en la carpeta. Pulse Continuar."))


def refusal_words(refusal: str) -> str:
    """Why somebody has no file."""
    code, _, rest = refusal.partition(":")
    what, _, figures = rest.partition(":")
    weighed, _, limit = figures.partition(":")
    if code == "PacketTooLargeError":
        words = translate("packets", "Pesa {size}, y el destino recibe hasta {limit}.")
        return words.format(size=size(int(weighed or 0)), limit=size(int(limit or 0)))
    if code == "ItemRefusedError":
        return translate("packets", "Un documento no se puede leer: {title}.").format(title=what)
    if code.startswith("lost-"):
        return translate("packets", "Un documento hizo caer al lector de documentos, y no se repitió.")
    return translate("packets", "No se pudo armar.")


def person_tag(known: JobPerson) -> StateTag:
    """How one person of a job stands."""
    match known.state:
        case PersonState.WAITING | PersonState.NAMED:
            return StateTag("clock", translate("packets", "En espera"), "neutral")
        case PersonState.NOTHING:
            return StateTag("circle-x", translate("packets", "Sin documentos"), "bad")
        case PersonState.REFUSED:
            return StateTag("circle-x", translate("packets", "No se hizo"), "bad")
        case PersonState.DONE if known.lacking:
            return StateTag("triangle-alert", translate("packets", "Falta algo"), "wait")
        case _:
            return StateTag("circle-check", translate("packets", "Lista"), "good")


def ended_words(job: PacketJob) -> tuple[str, str]:
    """What is said when a run is over, and its tone."""
    if job.ended_at is None:
        return job_words(job), "bad" if job.trouble else "wait"
    words = translate("packets", "Terminado: {name}.").format(name=job.recipe.name)
    return f"{words} {job_words(job)}", "wait" if job.lacking else "good"


def names_of(recipes: Sequence[Recipe]) -> tuple[str, ...]:
    """As a list of choices has them."""
    return tuple(recipe.name for recipe in recipes)
