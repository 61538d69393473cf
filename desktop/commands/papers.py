"""`legajo paper list|export`: what the office made for the person besides payslips, without a connection."""

import argparse
from contextlib import suppress
from pathlib import Path

from desktop.commands.arguments import SpanishParser, add_common
from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.commands.speech import Speech
from desktop.presenters.export import fault_words
from storage import legajo
from storage.request_records import Paper


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommands."""
    parser = commands.add_parser("paper", help="hoja de vida, informes y constancias que hizo la oficina")
    deeds = parser.add_subparsers(title="órdenes", metavar="ORDEN", required=True, parser_class=SpanishParser)
    lister = deeds.add_parser("list", help="los lista")
    add_common(lister)
    lister.set_defaults(work=answering(_list))
    exporter = deeds.add_parser("export", help="copia los PDF a una carpeta (quedan sin cifrar)")
    add_common(exporter)
    exporter.add_argument("--to", type=Path, required=True, metavar="CARPETA", help="carpeta donde copiar")
    exporter.set_defaults(work=answering(_export))


def _list(options: argparse.Namespace, speech: Speech) -> int:
    with opened(options) as vault, vault.cache() as db:
        papers = [(paper, legajo.pdf_bytes(db, paper.sha256) is not None) for paper in legajo.papers(db)]
    for paper, held in papers:
        speech.tell(
            f"{paper.emitido:%d/%m/%Y}  {paper.titulo} {paper.numero}  {_where(paper, held=held)}",
            id=paper.id, kind=paper.kind, titulo=paper.titulo, numero=paper.numero, emitido=paper.emitido,
            vigente_hasta=paper.vigente_hasta, sha256=paper.sha256, size=paper.size, held=held,
            replaced_by=paper.replaced_by,
        )  # fmt: skip
    if not papers and not speech.as_json:
        speech.tell("Todavía no hay documentos de la oficina.")
    return Exit.GOOD


def _where(paper: Paper, *, held: bool) -> str:
    if paper.replaced_by:
        return "reemplazado" + (", guardado" if held else "")
    return "guardado" if held else "por llegar"


def _export(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.tasks.exporting import ExportError, save_once

    copied = missing = 0
    with opened(options) as vault, vault.cache() as db:
        papers = [(paper, legajo.pdf_bytes(db, paper.sha256)) for paper in legajo.papers(db)]
    with suppress(OSError):  # what is wrong with the folder is told by the copying
        options.to.mkdir(parents=True, exist_ok=True)
    for paper, pdf in papers:
        if pdf is None:
            missing += 1
            continue
        try:
            saved, new = save_once(pdf, options.to / f"{paper.kind}_{paper.emitido}.pdf")
        except ExportError as fault:
            told = fault_words(fault)
            speech.complain(told.code, f"{told.what} {told.todo}")
            return Exit.FAILED
        copied += new
        speech.tell(f"Guardado: {saved}" if new else f"Ya estaba igual: {saved}", saved=str(saved), new=new)
    speech.tell(f"{copied} guardados, {missing} sin su PDF todavía.", copied=copied, missing=missing)
    return Exit.GOOD
