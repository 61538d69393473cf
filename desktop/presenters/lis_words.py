"""Words about old payroll files (.lis): what was not understood, how an import went, what was printed. Pure, no Qt."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.presenters.formats import figures, soles
from desktop.words import translate
from documents.errors import PaperContentError
from documents.lis.currency import is_in_soles
from documents.lis.records import Remark, State, Trouble
from documents.payslip import MONTHS
from storage.lis_records import ImportFate, ImportProgress, ImportReport, LisCounts, LisQuery, LisRow

if TYPE_CHECKING:
    from desktop.tasks.lis_papers import PrintReport

MISSING_SHOWN = 12  # months named before the rest is counted


def trouble_words(trouble: Trouble) -> str:
    """What is wrong, in a few words."""
    return {
        Trouble.LINE: translate("lis", "Línea que no se reconoce"),
        Trouble.VALUE: translate("lis", "Valor que no corresponde al rótulo"),
        Trouble.STRAY: translate("lis", "Texto fuera de las boletas"),
        Trouble.TWICE: translate("lis", "El mismo dato, dos veces y distinto"),
        Trouble.MISSING: translate("lis", "Falta un dato"),
        Trouble.CUT: translate("lis", "Boleta sin totales: el archivo está cortado o falta una página"),
        Trouble.SUMS_INCOME: translate("lis", "Los haberes no suman el total impreso"),
        Trouble.SUMS_DEDUCTIONS: translate("lis", "Los descuentos no suman el total impreso"),
        Trouble.SUMS_NET: translate("lis", "El líquido no es haberes menos descuentos"),
    }[trouble]


def remark_words(remark: Remark) -> str:
    """One line of the report."""
    place = translate("lis", "Línea {n}").format(n=f"{remark.line:,}")
    return f"{place}: {trouble_words(remark.trouble)}" + (f": {told}" if (told := remark_detail(remark)) else "")


def remark_detail(remark: Remark) -> str:
    """What stands there, or is missing."""
    if remark.trouble is Trouble.MISSING:
        return ", ".join(_field_words(name) for name in remark.text.split(", "))
    if remark.trouble in {Trouble.SUMS_INCOME, Trouble.SUMS_DEDUCTIONS, Trouble.SUMS_NET}:
        found, _slash, told = remark.text.partition(" / ")
        return translate("lis", "sale {found}, dice {told}").format(found=found, told=told)
    return remark.text


def _field_words(name: str) -> str:
    return {
        "numero_boleta": translate("lis", "el número de boleta"),
        "periodo": translate("lis", "el mes"),
        "apellidos": translate("lis", "los apellidos"),
        "nombres": translate("lis", "los nombres"),
        "doc_numero": translate("lis", "el documento"),
        "monto_imponible": translate("lis", "el monto imponible"),
    }[name]


def state_words(state: State) -> str:
    """What can be done with a payslip, as a tag."""
    return {
        State.GOOD: translate("lis", "Suma bien"),
        State.REMARKS: translate("lis", "Con observaciones"),
        State.SUMS: translate("lis", "No suma"),
        State.BROKEN: translate("lis", "Incompleta"),
    }[state]


def why_not_printed(state: State, periodo: int) -> str:
    """Why there is only text of it; "" when it can be printed."""
    if state is State.SUMS:
        return translate("lis", "No se imprime: sus montos no suman. Aquí está su texto, tal como está en el archivo.")
    if state is State.BROKEN:
        return translate("lis", "No se imprime: está incompleta. Aquí está su texto, tal como está en el archivo.")
    if not is_in_soles(periodo):
        return translate(
            "lis", "No se imprime: es de antes de julio de 1991, en intis o soles de oro. Aquí está su texto."
        )
    return ""


def amount_words(periodo: int, centimos: int) -> str:
    """An amount of a payslip; without S/ before July 1991, when it was not in soles."""
    return soles(centimos) if is_in_soles(periodo) else figures(centimos)


def month_words(periodo: int) -> str:
    """201503 -> Marzo 2015."""
    if not periodo:
        return translate("lis", "Sin mes")
    return f"{MONTHS[periodo % 100 - 1].capitalize()} {periodo // 100}"


def kind_words(row: LisRow) -> str:
    """Which payslip of the month."""
    extra = translate("lis", "adicional {n}").format(n=row.secuencia) if row.secuencia else ""
    return " · ".join(part for part in (row.tipo_planilla, extra) if part)


def row_line(row: LisRow) -> str:
    """One payslip in one line, for the command line."""
    name = f"{row.apellidos}, {row.nombres}"
    mark = "" if row.state is State.GOOD else f"  [{state_words(row.state)}]"
    who = f"{month_words(row.periodo):<16}{row.doc_numero:<10}{name:<40}"
    return f"{row.number:>9}  {who}{amount_words(row.periodo, row.liquido):>15}{mark}"


def fate_words(report: ImportReport) -> str:
    """How the import of a file ended, in one or two sentences."""
    file = report.file
    payslips = f"{file.payslips if file else 0:,}"
    return {
        ImportFate.DONE: translate("lis", "{name}: {n} boletas importadas."),
        ImportFate.SAME: translate("lis", "{name}: ya estaba, con {n} boletas. No se cambió nada."),
        ImportFate.CHANGED: translate(
            "lis", "{name}: su contenido cambió desde que se importó. No se cambió nada aquí."
        ),
        ImportFate.STOPPED: translate(
            "lis", "{name}: se detuvo con {n} boletas, que quedan guardadas. Al importarlo otra vez sigue desde ahí."
        ),
        ImportFate.NOT_TEXT: translate("lis", "{name}: no es un archivo de planillas del SUP. No se importó nada."),
        ImportFate.UNREADABLE: translate(
            "lis", "{name}: no se pudo leer. Lo importado hasta ahí queda guardado; revise el disco o la memoria USB."
        ),
    }[report.fate].format(name=report.name, n=payslips)


def remarks_summary(report: ImportReport) -> str:
    """How much was not understood; "" when all was."""
    states = dict(report.states)
    parts = (
        (report.remark_count, translate("lis", "1 observación"), translate("lis", "{n} observaciones")),
        (states.get(State.SUMS, 0), translate("lis", "1 boleta no suma"), translate("lis", "{n} boletas no suman")),
        (states.get(State.BROKEN, 0), translate("lis", "1 incompleta"), translate("lis", "{n} incompletas")),
    )
    return ", ".join(_counted(*part) for part in parts if part[0])


def imported_words(reports: Sequence[ImportReport]) -> tuple[str, str]:
    """How an import of one or many files went, and its tone."""
    if not reports:
        return translate("lis", "No había archivos .lis ahí. No se cambió nada."), "wait"
    told = remarks_summary(reports[0])
    words = fate_words(reports[0]) + (f" {told}." if told else "")
    if len(reports) > 1:
        done = sum(report.fate is ImportFate.DONE for report in reports)
        words = translate("lis", "{done} archivos importados de {all}.").format(done=done, all=len(reports))
    good = all(report.fate in {ImportFate.DONE, ImportFate.SAME} for report in reports)
    return words, "good" if good and not any(map(remarks_summary, reports)) else "wait"


def _counted(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(n=f"{number:,}")


def saving_words(done: int, total: int) -> str:
    """While PDFs are saved."""
    return translate("lis", "Guardando: {done} de {total}").format(done=f"{done:,}", total=f"{total:,}")


def progress_words(step: ImportProgress) -> str:
    """While a file is read."""
    share = 100 * step.done // step.total if step.total else 100
    return translate("lis", "{name}: {n} boletas, {share} %").format(
        name=step.name, n=f"{step.payslips:,}", share=share
    )


def counts_words(counts: LisCounts) -> str:
    """What the index holds."""
    if not counts.files:
        return translate("lis", "Las planillas antiguas del SUP (.lis), para buscar e imprimir sin internet.")
    return translate("lis", "{payslips} boletas de {people} personas, en {files} archivos.").format(
        payslips=f"{counts.payslips:,}", people=f"{counts.people:,}", files=f"{counts.files:,}"
    )


def found_words(rows: int, limit: int) -> str:
    """How many were found."""
    if rows >= limit:
        return translate("lis", "Las {n} más recientes. Escriba más para ver menos.").format(n=f"{limit:,}")
    if rows == 1:
        return translate("lis", "1 boleta.")
    return translate("lis", "{n} boletas.").format(n=f"{rows:,}")


def list_words(counts: LisCounts, asked: LisQuery, rows: int) -> str:
    """Below the list: how many, and what a search for a school cannot know."""
    told = found_words(rows, asked.limit) if rows else ""
    if not (asked.place and counts.unplaced):
        return told
    older = translate("lis", "{n} archivos se importaron sin establecimiento ni cargo: pulse «Completar índice».")
    return f"{told} {older.format(n=f'{counts.unplaced:,}')}".strip()


def noting_words(done: int, total: int) -> str:
    """While schools and posts are noted."""
    words = translate("lis", "Anotando establecimientos y cargos: {done} de {total} boletas")
    return words.format(done=f"{done:,}", total=f"{total:,}")


def completed_words(*, whole: bool) -> str:
    """After that."""
    if whole:
        return translate("lis", "Índice completo: ya se puede buscar por establecimiento y cargo en todas las boletas.")
    return translate("lis", "Detenido. Lo anotado se conserva; «Completar índice» sigue desde ahí.")


def printed_words(report: "PrintReport") -> str:
    """What a selection came to."""
    parts = [_counted(len(report.saved), translate("lis", "1 guardada"), translate("lis", "{n} guardadas"))]
    if report.same:
        parts.append(translate("lis", "{n} ya estaban iguales").format(n=len(report.same)))
    if report.refused:
        parts.append(
            translate("lis", "{n} no se imprimen porque no suman o están incompletas").format(n=len(report.refused))
        )
    told = ", ".join(parts) + "."
    if report.cancelled:
        told += " " + translate("lis", "Se detuvo; lo guardado queda.")
    return f"{told} {seal_words('no-key')}" if report.unsealed else told


def seal_words(unsealed: str) -> str:
    """Whether a paper carries a seal, and why not."""
    return {
        "": translate("lis", "Con el sello de la oficina."),
        "no-key": translate("lis", "Sin sello: no se abrió la clave de la oficina."),
        "cannot": translate("lis", "Sin sello: tiene un monto o un nombre que no se puede sellar."),
    }[unsealed]


def key_words(code: str) -> str:
    """Why a key file was not opened."""
    return {
        "lis-key-file": translate("lis", "Ese archivo no es una clave de oficina."),
        "lis-key-password": translate("lis", "La contraseña no abre esa clave."),
        "lis-key-unknown": translate("lis", "Esa clave no está en la lista de confianza: nadie aceptaría su sello."),
        "lis-key-standing": translate("lis", "Esa clave ya no vale para sellar boletas, o todavía no."),
    }[code]


def constancia_refusal(error: PaperContentError) -> str:
    """Why no constancia was made."""
    months = ", ".join(month_words(month).lower() for month in getattr(error, "months", ())[:MISSING_SHOWN])
    names = translate("lis", " y de ").join(getattr(error, "names", ())[:3])
    return {
        "sums": translate("lis", "No se hizo la constancia: no suma o está incompleta la boleta de {months}."),
        "names": translate(
            "lis", "No se hizo la constancia: con ese documento hay boletas de {names}. Busque también por nombre."
        ),
        "currency": translate(
            "lis",
            "No se hizo la constancia: antes de julio de 1991 se pagó en otra moneda, que no se suma con soles. "
            "Hágala desde 1991-07.",
        ),
        "person": translate("lis", "Las boletas son de más de una persona: no se hizo la constancia."),
        "span": translate("lis", "No hay boletas en esos meses, o son demasiados: no se hizo la constancia."),
        "twice": translate("lis", "Una boleta está dos veces: no se hizo la constancia."),
    }[error.reason].format(months=months, names=names)


def others_words(others: int) -> str:
    """Payslips with the same document that are not in a constancia; "" when there are none."""
    if not others:
        return ""
    told = translate("lis", "No entran {n} boletas con el mismo documento y otro nombre: revíselas.")
    return told.format(n=f"{others:,}")


def missing_words(months: list[int]) -> str:
    """Months of a span without a payslip; "" when there are none."""
    if not months:
        return ""
    named = ", ".join(month_words(month).lower() for month in months[:MISSING_SHOWN])
    more = len(months) - MISSING_SHOWN
    rest = translate("lis", " y {n} más").format(n=more) if more > 0 else ""
    return translate("lis", "Sin boleta en {months}.").format(months=named + rest)


def months_missing(rows: list[int], desde: int, hasta: int) -> list[int]:
    """The months from one to another, both included, that are not among these."""
    held, missing, month = set(rows), [], desde
    while month <= hasta:
        if month not in held:
            missing.append(month)
        month += 1 if month % 100 < 12 else 89
    return missing
