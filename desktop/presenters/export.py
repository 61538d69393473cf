"""Names of saved copies and the words of saving and printing: suggestions, warnings, reports, refusals. Pure, no Qt.

Writing the files is `desktop.tasks.exporting`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.presenters.errors import Told
from desktop.presenters.payslip_list import heading_of, post_words
from desktop.words import translate
from documents.payslip import PayslipClass
from storage.records import PayslipRow

_CLASS_IN_NAMES = {
    PayslipClass.MONTHLY: "Mensual",
    PayslipClass.ADDITIONAL: "Adicional",
    PayslipClass.JUDICIAL: "Judicial",
}  # in file names, which no language pack changes: a second run must find the first one's files

_NAMED = 6  # payslips named in a report before it counts the rest


class Choice(StrEnum):
    """Which payslips "Descargar todas" saves."""

    LISTED = "listed"
    YEAR = "year"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What a run saved.

    Paths are absolute; `same` were there already, byte for byte; `missing` have no PDF here yet.
    """

    saved: tuple[Path, ...] = ()
    same: tuple[Path, ...] = ()
    missing: tuple[PayslipRow, ...] = ()
    failed: tuple[Exception, ...] = ()  # the first fault of the disk ends the run: the next file would meet it too
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class ExportStep:
    """Where a run is: `done` of `total`, working on `name`."""

    done: int
    total: int
    name: str


def file_name(row: PayslipRow, posts: Sequence[str] = ()) -> str:
    """As in: "Boleta_2026-11_Mensual.pdf"; with "_cargo-2" when the person was paid for several posts."""
    parts = ["Boleta", str(row.periodo), _CLASS_IN_NAMES[row.clase]]
    if row.clase is PayslipClass.ADDITIONAL or row.secuencia > 1:
        parts[-1] += f"-{max(row.secuencia, 1)}"
    if row.codigo_modular_servidor in posts:
        parts.append("cargo-" + row.codigo_modular_servidor.rpartition("-")[2])
    return "_".join(parts) + ".pdf"


def relative_names(rows: Sequence[PayslipRow], posts: Sequence[str] = ()) -> tuple[str, ...]:
    """One name a row, "2026/Boleta_2026-11_Mensual.pdf"; twins get the number of the boleta, then a count."""
    taken: set[str] = set()
    names: list[str] = []
    for row in rows:
        stem = f"{row.periodo.year}/{file_name(row, posts).removesuffix('.pdf')}"
        number = "".join(letter for letter in row.numero_boleta if letter.isalnum() or letter == "-")
        candidates = [stem, f"{stem}_{number}"] if number else [stem]
        count = 2
        while candidates[0].casefold() in taken:
            candidates.pop(0)
            if not candidates:
                candidates.append(f"{stem}_{count}")
                count += 1
        taken.add(candidates[0].casefold())
        names.append(candidates[0] + ".pdf")
    return tuple(names)


def chosen(
    rows: Sequence[PayslipRow], choice: Choice, listed: Sequence[PayslipRow], year: int
) -> tuple[PayslipRow, ...]:
    """The payslips of a choice, in the list's order."""
    if choice is Choice.LISTED:
        return tuple(listed)
    if choice is Choice.YEAR:
        return tuple(row for row in rows if row.periodo.year == year)
    return tuple(rows)


def choice_words(choice: Choice, count: int, year: int) -> str:
    """The text of a choice: "Todas las del 2026 (11)"."""
    words = {
        Choice.LISTED: translate("export", "Las que muestra la lista ({count})"),
        Choice.YEAR: translate("export", "Las del año {year} ({count})"),
        Choice.ALL: translate("export", "Todas ({count})"),
    }[choice]
    return words.format(count=count, year=year)


def copy_warning() -> str:
    """Said once, before the first copy leaves the vault."""
    return translate(
        "export",
        "Esta copia queda sin cifrar: cualquiera que use esta computadora o la memoria USB podrá abrirla. "
        "La boleta guardada dentro de Chasqui sigue cifrada.",
    )


def print_warning() -> str:
    """Said once, before the first page goes to the spooler."""
    return translate(
        "export",
        "Windows o la impresora pueden guardar una copia sin cifrar de lo que se imprime. "
        "Recoja el papel apenas salga.",
    )


def saved_words(path: Path) -> str:
    """After one copy: also where, for who looks for it tomorrow."""
    words = translate("export", "Se guardó «{name}» en {folder}. Esta copia queda sin cifrar.")
    return words.format(name=path.name, folder=path.parent)


def printed_words(pages: int) -> str:
    """After a print job was handed over."""
    if pages == 1:
        return translate("export", "Se envió 1 página a la impresora.")
    return translate("export", "Se enviaron {pages} páginas a la impresora.").format(pages=pages)


def progress_words(done: int, total: int, name: str) -> str:
    """As in: "3 de 79 · 2026/Boleta_2026-09_Mensual.pdf"."""
    return translate("export", "{done} de {total} · {name}").format(done=done, total=total, name=name)


def report_title(report: ExportReport) -> str:
    """The first line of the report."""
    if report.failed:
        return translate("export", "No se pudieron guardar todas")
    if report.cancelled:
        return translate("export", "Se detuvo la descarga")
    return translate("export", "Descarga terminada")


def report_lines(report: ExportReport) -> tuple[str, ...]:
    """What was saved, skipped and not available; each a sentence."""
    lines = [_counted(len(report.saved), translate("export", "1 boleta guardada."),
                      translate("export", "{count} boletas guardadas."))]  # fmt: skip
    if report.same:
        lines.append(_counted(len(report.same), translate("export", "1 ya estaba en la carpeta."),
                              translate("export", "{count} ya estaban en la carpeta.")))  # fmt: skip
    if report.missing:
        lines.append(
            _counted(len(report.missing), translate("export", "1 aún no tiene su PDF en esta computadora."),
                     translate("export", "{count} aún no tienen su PDF en esta computadora."))
        )  # fmt: skip
    if report.cancelled or report.failed:
        lines.append(
            translate(
                "export", "Lo guardado está completo. Si repite la descarga en la misma carpeta, continúa desde ahí."
            )
        )
    if report.saved or report.same:
        lines.append(translate("export", "Estas copias quedan sin cifrar."))
    return tuple(lines)


def missing_words(report: ExportReport, posts: Sequence[str] = ()) -> str:
    """Which payslips have no PDF here: "Noviembre 2026 · Mensual; Julio 2025 · Mensual y 3 más"."""
    names = [" · ".join(part for part in (heading_of(row), post_words(row, posts)) if part) for row in report.missing]
    told = "; ".join(names[:_NAMED])
    if len(names) <= _NAMED:
        return told
    return translate("export", "{names} y {count} más").format(names=told, count=len(names) - _NAMED)


def replace_words(name: str) -> tuple[str, str, str]:
    """The question before another file is replaced: question, consequence, the button."""
    return (
        translate("export", "Ya hay un archivo con ese nombre"),
        translate("export", "Si reemplaza {name}, lo que contiene ahora se pierde.").format(name=name),
        translate("export", "Reemplazar"),
    )


def fault_words(error: Exception) -> Told:
    """What happened with a copy or a print, what is safe, what to do."""
    known = _faults()
    code = getattr(error, "code", "")
    what, todo = known.get(code, known["export-writing"])
    safe = translate("export", "Su boleta sigue guardada y cifrada en Chasqui. No quedó ninguna copia a medias.")
    return Told(code or "export-writing", what, safe, todo, f"{type(error).__name__}: {error}")


def _faults() -> dict[str, tuple[str, str]]:
    return {
        "export-full": (
            translate("export", "No hay espacio en ese disco o memoria USB."),
            translate("export", "Libere espacio, o elija otra carpeta, y vuelva a descargar."),
        ),
        "export-denied": (
            translate("export", "No se permite guardar en esa carpeta."),
            translate(
                "export", "Elija otra, por ejemplo Documentos. Si es una memoria USB, revise que no esté protegida."
            ),
        ),
        "export-gone": (
            translate("export", "Esa carpeta ya no está."),
            translate("export", "Si era una memoria USB, conéctela otra vez, o elija otra carpeta."),
        ),
        "export-exists": (
            translate("export", "Ya hay un archivo con ese nombre."),
            translate("export", "Elija otro nombre u otra carpeta."),
        ),
        "export-writing": (
            translate("export", "La computadora no pudo escribir la copia."),
            translate("export", "Pruebe con otra carpeta. Si se repite, muestre los detalles a soporte."),
        ),
        "print": (
            translate("export", "La impresora no aceptó la boleta."),
            translate("export", "Revise que esté encendida y conectada, o elija otra, y vuelva a imprimir."),
        ),
    }


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)
