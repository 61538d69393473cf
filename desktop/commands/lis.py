"""`lis import|search|print|files|remarks`: the old payroll files of an office, without a connection."""

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.arguments import SpanishParser, add_common
from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.commands.speech import Speech
from desktop.presenters.lis_words import (
    constancia_refusal,
    fate_words,
    key_words,
    missing_words,
    months_missing,
    printed_words,
    progress_words,
    remark_words,
    remarks_summary,
    row_line,
    seal_words,
)
from documents.payslip import Period
from storage.lis_records import ImportFate, ImportReport, LisQuery, LisRow
from sync.clock import SystemClock

if TYPE_CHECKING:
    from documents.lis.papers import Stamp
    from storage.connection import Connection
    from storage.profile import Vault

EVERY = 1_000_000
_EXITS = {
    ImportFate.DONE: Exit.GOOD, ImportFate.SAME: Exit.GOOD, ImportFate.CHANGED: Exit.UNDECIDED,
    ImportFate.STOPPED: Exit.FAILED, ImportFate.NOT_TEXT: Exit.UNREADABLE, ImportFate.UNREADABLE: Exit.UNREADABLE,
}  # fmt: skip


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommands."""
    parser = commands.add_parser("lis", help="planillas antiguas del SUP (.lis) de una oficina")
    actions = parser.add_subparsers(title="órdenes", metavar="ORDEN", required=True, parser_class=SpanishParser)
    taker = actions.add_parser("import", help="las guarda cifradas y las indexa; lo ya importado no se repite")
    add_common(taker)
    taker.add_argument("paths", type=Path, nargs="+", metavar="ARCHIVO", help="archivos .lis o carpetas")
    taker.add_argument("--replace", action="store_true", help="un archivo que cambió reemplaza lo importado de él")
    taker.set_defaults(work=answering(_import))
    seeker = actions.add_parser("search", help="busca por DNI, nombre, código o número de boleta")
    printer = actions.add_parser("print", help="las imprime en PDF (quedan sin cifrar)")
    for sub in (seeker, printer):
        add_common(sub)
        sub.add_argument("text", nargs="*", metavar="TEXTO", help="DNI, nombres sin tildes, código o número")
        sub.add_argument("--from", dest="since", type=Period.parse, metavar="AAAA-MM", help="desde este mes")
        sub.add_argument("--to", dest="until", type=Period.parse, metavar="AAAA-MM", help="hasta este mes")
        sub.add_argument("--place", default="", metavar="TEXTO", help="establecimiento o cargo, sin tildes")
    printer.add_argument("--folder", type=Path, required=True, metavar="CARPETA", help="carpeta donde guardar")
    printer.add_argument("--constancia", action="store_true", help="una constancia de haberes en vez de las boletas")
    printer.add_argument("--key", type=Path, metavar="ARCHIVO", help="clave de la oficina, para sellar")
    printer.add_argument("--key-password-fd", type=int, metavar="N", help="descriptor de la contraseña de la clave")
    files = actions.add_parser("files", help="dice qué archivos se importaron y qué quedó por revisar en cada uno")
    remarks = actions.add_parser("remarks", help="dice cada línea que no se entendió")
    for sub in (files, remarks):
        add_common(sub)
    remarks.add_argument("--csv", type=Path, metavar="ARCHIVO", help="las guarda como tabla, en un archivo nuevo")
    files.set_defaults(work=answering(_list_files))
    remarks.set_defaults(work=answering(_list_remarks))
    seeker.set_defaults(work=answering(_search))
    printer.set_defaults(work=answering(_print))


def _import(options: argparse.Namespace, speech: Speech) -> int:
    from storage.lis_import import Importer

    files = tuple(_files(options.paths))
    worst: list[Exit] = []
    with opened(options) as vault, vault.lis() as db:
        importer, now = Importer(db), SystemClock().now
        for path in files:
            told = importer.take(
                path, at=now(), report=lambda step: speech.progress(progress_words(step)), replace=options.replace
            )
            speech.progress_done()
            _tell_import(speech, told)
            worst.append(_EXITS[told.fate])
    if not files:
        speech.complain("lis-nothing", "No hay archivos .lis ahí.")
        return Exit.UNREADABLE
    return next((code for code in (Exit.FAILED, Exit.UNREADABLE, Exit.UNDECIDED) if code in worst), Exit.GOOD)


def _files(paths: list[Path]) -> list[Path]:
    """The files named, and the .lis files below the folders named."""
    found: list[Path] = []
    for path in paths:
        below = sorted(each for each in path.rglob("*") if each.suffix.lower() == ".lis") if path.is_dir() else [path]
        found += below
    return found


def _tell_import(speech: Speech, told: ImportReport) -> None:
    _tell_file(speech, told)
    if told.fate is not ImportFate.SAME:
        _tell_remarks(speech, told)


def _tell_file(speech: Speech, told: ImportReport) -> None:
    file = told.file
    speech.tell(
        " ".join(part for part in (fate_words(told), remarks_summary(told)) if part),
        name=told.name, fate=told.fate.value, payslips=file.payslips if file else 0, remarks=told.remark_count,
        states={state.value: number for state, number in told.states}, sha256=file.sha256 if file else None,
        placed=file.placed if file else None,
    )  # fmt: skip


def _tell_remarks(speech: Speech, told: ImportReport) -> None:
    for remark in told.remarks:
        speech.tell(
            f"    {remark_words(remark)}",
            name=told.name, line=remark.line, trouble=remark.trouble.value, text=remark.text,
        )  # fmt: skip


def _list_files(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.tasks.lis_readings import read_reports

    with opened(options) as vault:
        reports = read_reports(vault)
    for report in reports:
        _tell_file(speech, report)
    if not reports and not speech.as_json:
        speech.tell("Todavía no se importó ninguna planilla.")
    return Exit.GOOD


def _list_remarks(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.presenters.lis_report import remarks_csv
    from desktop.tasks.exporting import ExportError, save_copy
    from desktop.tasks.lis_readings import read_reports

    with opened(options) as vault:
        reports = read_reports(vault)
    for report in reports:
        _tell_remarks(speech, report)
    if options.csv is None:
        return Exit.GOOD
    try:
        save_copy(remarks_csv(reports), options.csv, overwrite=False)
    except ExportError as error:
        speech.complain(error.code, f"No se pudo guardar en {error.path}.")
        return Exit.FAILED
    speech.tell(f"Guardada: {options.csv}", saved=str(options.csv))
    return Exit.GOOD


def _query(options: argparse.Namespace) -> LisQuery:
    return LisQuery(
        " ".join(options.text), _month(options.since), _month(options.until), limit=EVERY, place=options.place
    )


def _month(period: Period | None) -> int:
    return period.year * 100 + period.month if period else 0


def _search(options: argparse.Namespace, speech: Speech) -> int:
    from storage.lis import search_lis

    with opened(options) as vault, vault.lis() as db:
        rows = search_lis(db, _query(options))
    for row in rows:
        speech.tell(row_line(row), **_facts(row))
    if not rows and not speech.as_json:
        speech.tell("No hay boletas que coincidan.")
    return Exit.GOOD


def _facts(row: LisRow) -> dict[str, object]:
    return {
        "number": row.number, "doc_numero": row.doc_numero, "apellidos": row.apellidos, "nombres": row.nombres,
        "periodo": row.periodo, "secuencia": row.secuencia, "tipo_planilla": row.tipo_planilla,
        "numero_boleta": row.numero_boleta, "haberes": row.haberes, "descuentos": row.descuentos,
        "liquido": row.liquido, "state": row.state.value, "file": row.file_name, "line": row.line,
        "establecimiento": row.establecimiento, "cargo": row.cargo,
    }  # fmt: skip


def _print(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.tasks.lis_papers import OfficeKeyError, once_each
    from storage.lis import search_lis

    if not options.text and not options.place:
        speech.complain("lis-whom", "Indique de quién: DNI, nombre, número de boleta, establecimiento o cargo.")
        return Exit.USAGE
    with opened(options) as vault, vault.lis() as db:
        try:
            stamp = _stamp(options, vault)
        except (OfficeKeyError, OSError) as error:
            code = error.code if isinstance(error, OfficeKeyError) else "lis-key-file"
            speech.complain(code, key_words(code))
            return Exit.USAGE
        rows = once_each(search_lis(db, _query(options)))
        with suppress(OSError):  # what is wrong with the folder is told by the saving
            options.folder.mkdir(parents=True, exist_ok=True)
        made = _constancia if options.constancia else _payslips
        return made(options, speech, db, rows, stamp)


def _stamp(options: argparse.Namespace, vault: "Vault") -> "Stamp":
    """With the office's key if one was given. Raises OfficeKeyError, OSError."""
    from desktop.commands.speech import read_secret
    from desktop.tasks.lis_papers import open_key
    from documents.lis.papers import Stamp
    from storage.trust import trust_in_use
    from sync.identifiers import new_document_id

    now = SystemClock().now()
    if options.key is None:
        return Stamp(now, new_document_id)
    with vault.cache() as cache:
        trust = trust_in_use(cache)
    password = read_secret("Contraseña de la clave de la oficina: ", options.key_password_fd)
    return Stamp(now, new_document_id, open_key(options.key.read_bytes(), password, trust, now))


def _payslips(
    options: argparse.Namespace, speech: Speech, db: "Connection", rows: tuple[LisRow, ...], stamp: "Stamp"
) -> int:
    from desktop.presenters.export import fault_words
    from desktop.tasks.lis_papers import save_rows

    told = save_rows(db, rows, options.folder, stamp, report=lambda done, total: speech.progress(f"{done} de {total}"))
    speech.progress_done()
    for path in told.saved:
        speech.tell(f"Guardada: {path}", saved=str(path))
    for row in told.refused:
        speech.tell(f"No se imprime: {row_line(row)}", refused=row.number, state=row.state.value)
    if told.failed is not None:
        words = fault_words(told.failed)
        speech.complain(words.code, f"{words.what} {words.todo}")
        return Exit.FAILED
    speech.tell(
        printed_words(told), saved=len(told.saved), same=len(told.same), refused=len(told.refused),
        unsealed=told.unsealed,
    )  # fmt: skip
    return Exit.FAILED if told.refused else Exit.GOOD


def _constancia(
    options: argparse.Namespace, speech: Speech, db: "Connection", rows: tuple[LisRow, ...], stamp: "Stamp"
) -> int:
    from desktop.tasks.exporting import ExportError, save_once
    from desktop.tasks.lis_papers import constancia_of
    from documents.errors import PaperContentError

    try:
        exact = tuple(row for row in rows if row.doc_numero in options.text)  # a document may begin another
        rows = exact or rows
        made = constancia_of(db, rows, _month(options.since), _month(options.until), stamp)
        path, _new = save_once(made.paper.pdf, options.folder / made.name)
    except PaperContentError as error:
        speech.complain(f"lis-constancia-{error.reason}", constancia_refusal(error))
        return Exit.FAILED
    except ExportError as error:
        speech.complain(error.code, f"No se pudo guardar en {error.path}.")
        return Exit.FAILED
    missing = months_missing([row.periodo for row in rows], made.desde, made.hasta)
    told = (f"Guardada: {path}.", seal_words(made.paper.unsealed), missing_words(missing))
    speech.tell(" ".join(part for part in told if part), saved=str(path), unsealed=made.paper.unsealed, missing=missing)
    return Exit.GOOD
