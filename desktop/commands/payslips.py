"""`payslips list|export`: the stored payslips, without a connection; as PDFs, as a summary, as tables."""

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.arguments import SpanishParser, add_common
from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.commands.speech import Speech
from desktop.presenters.export import fault_words
from desktop.presenters.formats import soles
from desktop.presenters.payslip_list import month_and_year, type_words
from documents.payslip import Period
from storage import payslips
from storage.payslips import PayslipQuery
from storage.records import PayslipRow

if TYPE_CHECKING:
    from storage.connection import Connection

EVERY = 1_000_000


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommands."""
    parser = commands.add_parser("payslips", help="lista o copia las boletas guardadas")
    actions = parser.add_subparsers(title="órdenes", metavar="ORDEN", required=True, parser_class=SpanishParser)
    lister = actions.add_parser("list", help="lista las boletas")
    exporter = actions.add_parser("export", help="copia los PDF a una carpeta (quedan sin cifrar)")
    for sub in (lister, exporter):
        add_common(sub)
        sub.add_argument("--year", type=int, metavar="AÑO", help="solo este año")
        sub.add_argument("--month", type=int, choices=range(1, 13), metavar="MES", help="solo este mes (1 a 12)")
        sub.add_argument("--text", default="", metavar="TEXTO", help="concepto, monto o nombre que buscar")
    exporter.add_argument(
        "--format", choices=("pdf", "csv", "xlsx", "resumen"), default="pdf",
        help="pdf: las boletas; xlsx o csv: una fila por boleta y por concepto; resumen: un PDF sin sello con totales",
    )  # fmt: skip
    exporter.add_argument("--from", dest="since", type=Period.parse, metavar="AAAA-MM", help="desde este mes")
    exporter.add_argument("--until", type=Period.parse, metavar="AAAA-MM", help="hasta este mes")
    exporter.add_argument("--to", type=Path, required=True, metavar="CARPETA", help="carpeta donde copiar")
    lister.set_defaults(work=answering(_list))
    exporter.set_defaults(work=answering(_export))


def _query(options: argparse.Namespace) -> PayslipQuery:
    return PayslipQuery(year=options.year, month=options.month, text=options.text, limit=EVERY)


def _list(options: argparse.Namespace, speech: Speech) -> int:
    with opened(options) as vault, vault.cache() as db:
        rows = payslips.search_payslips(db, _query(options))
    for row in rows:
        speech.tell(_line(row), **_facts(row))
    if not rows and not speech.as_json:
        speech.tell("No hay boletas que mostrar.")
    return Exit.GOOD


def _line(row: PayslipRow) -> str:
    words = f"{month_and_year(row.periodo):<16}{type_words(row):<14}{soles(row.liquido):>14}"
    return f"{words}  {row.pdf_state.value:<8} {row.id}"


def _facts(row: PayslipRow) -> dict[str, object]:
    return {
        "id": row.id, "periodo": str(row.periodo), "secuencia": row.secuencia, "clase": row.clase.value,
        "codigo_modular_servidor": row.codigo_modular_servidor, "total_haberes": row.total_haberes,
        "total_descuentos": row.total_descuentos, "liquido": row.liquido, "pdf": row.pdf_state.value,
        "sha256": row.pdf.sha256 if row.pdf else None,
    }  # fmt: skip


def _chosen(options: argparse.Namespace, rows: tuple[PayslipRow, ...]) -> tuple[PayslipRow, ...]:
    first, last = options.since or Period(1, 1), options.until or Period(9999, 12)
    return tuple(row for row in rows if first <= row.periodo <= last)


def _tables(options: argparse.Namespace, speech: Speech, db: "Connection", rows: tuple[PayslipRow, ...]) -> int:
    from desktop.tasks.exporting import ExportError
    from desktop.tasks.payslip_sheets import SheetForm, save_sheets, sheet_name
    from sync.clock import SystemClock

    if not rows:
        speech.complain("payslips-none", "No hay boletas de esos meses.")
        return Exit.FAILED
    form = SheetForm(options.format)
    try:
        saved = save_sheets(db, rows, options.to / sheet_name(rows, form), form, SystemClock().now())
    except ExportError as error:
        told = fault_words(error)
        speech.complain(told.code, f"{told.what} {told.todo}")
        return Exit.FAILED
    for path in saved:
        speech.tell(f"Guardado: {path}. Esta copia queda sin cifrar.", saved=str(path), payslips=len(rows))
    return Exit.GOOD


def _export(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.tasks.exporting import save_payslips

    with opened(options) as vault, vault.cache() as db:
        rows = _chosen(options, payslips.search_payslips(db, _query(options)))
        with suppress(OSError):  # what is wrong with the folder is told by the copying
            options.to.mkdir(parents=True, exist_ok=True)
        if options.format != "pdf":
            return _tables(options, speech, db, rows)
        report = save_payslips(db, rows, options.to)
    for saved in report.saved:
        speech.tell(f"Guardada: {saved}", saved=str(saved))
    speech.tell(
        f"{len(report.saved)} guardadas, {len(report.same)} ya estaban iguales, {len(report.missing)} sin PDF todavía.",
        copied=len(report.saved), same=len(report.same), missing=len(report.missing), failed=len(report.failed),
    )  # fmt: skip
    for fault in report.failed:
        told = fault_words(fault)
        speech.complain(told.code, f"{told.what} {told.safe} {told.todo}".strip())
    return Exit.FAILED if report.failed else Exit.GOOD
