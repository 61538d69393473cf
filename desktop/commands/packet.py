"""`packet build|jobs|report|inspect`: packets for many people, and whether a packet is as it was made."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.arguments import SpanishParser, add_common
from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.commands.speech import Speech

if TYPE_CHECKING:
    from storage.packet_records import PacketJob


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommands."""
    parser = commands.add_parser("packet", help="paquetes de documentos: armarlos para muchas personas, revisarlos")
    actions = parser.add_subparsers(title="órdenes", metavar="ORDEN", required=True, parser_class=SpanishParser)
    _add_build(actions)
    lister = actions.add_parser("jobs", help="lista los trabajos de paquetes de este perfil")
    add_common(lister)
    lister.set_defaults(work=answering(_jobs))
    teller = actions.add_parser("report", help="guarda el informe de un trabajo: qué falta y a quién")
    add_common(teller)
    teller.add_argument("job", metavar="TRABAJO", help="su identificador, o el comienzo de él")
    teller.add_argument("--to", type=Path, required=True, metavar="ARCHIVO", help="termina en .pdf, .csv o .xlsx")
    teller.set_defaults(work=answering(_report))
    looker = actions.add_parser("inspect", help="dice si un paquete conserva los documentos con que se armó")
    looker.add_argument("--json", action="store_true", help="escribe un objeto JSON por línea")
    looker.add_argument("file", type=Path, metavar="ARCHIVO", help="un PDF de un paquete")
    looker.set_defaults(work=answering(_inspect))


def _add_build(actions: "argparse._SubParsersAction[SpanishParser]") -> None:
    builder = actions.add_parser("build", help="arma los paquetes; si se cortó, la misma orden continúa")
    add_common(builder)
    builder.add_argument("--people", type=Path, required=True, metavar="ARCHIVO", help="lista .xlsx o .csv")
    builder.add_argument(
        "--columns", default="", metavar="COLUMNAS",
        help="qué hay en cada columna, si se entendió mal: dni=B,nombres=C+D,modular=E,titulos=1",
    )  # fmt: skip
    builder.add_argument("--recipe", required=True, metavar="ARCHIVO|NOMBRE", help="receta en JSON, o una guardada")
    builder.add_argument("--out", type=Path, required=True, metavar="CARPETA", help="carpeta donde guardar")
    builder.add_argument("--papers", type=Path, metavar="CARPETA", help="otros PDF, con el DNI en el nombre")
    builder.add_argument("--office", default="", metavar="NOMBRE", help="oficina que los prepara, para la carátula")
    builder.add_argument("--skip-unknown", action="store_true", help="deja fuera las líneas que no llevan a nadie")
    builder.add_argument("--key", type=Path, metavar="ARCHIVO", help="clave de la oficina, para sellar")
    builder.add_argument("--key-password-fd", type=int, metavar="N", help="descriptor de la contraseña de la clave")
    builder.set_defaults(work=answering(_build))


def _build(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.commands.packet_build import build

    return build(options, speech)


def _jobs(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.presenters.packet_words import job_words
    from storage.packets import packet_jobs

    with opened(options) as vault, vault.office() as db:
        jobs = packet_jobs(db)
    for job in jobs:
        speech.tell(f"{job.uuid[:8]}  {job.recipe.name}: {job_words(job)}", **job_facts(job))
    if not jobs and not speech.as_json:
        speech.tell("No hay trabajos de paquetes.")
    return Exit.GOOD


def job_facts(job: "PacketJob") -> dict[str, object]:
    """A job for programs."""
    return {
        "job": job.uuid, "recipe": job.recipe.name, "folder": job.folder, "people": job.people, "done": job.settled,
        "lacking": job.lacking, "begun_at": job.begun_at.isoformat(),
        "ended_at": job.ended_at.isoformat() if job.ended_at else None, "trouble": job.trouble,
    }  # fmt: skip


def _report(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.presenters.export import fault_words
    from desktop.tasks.exporting import ExportError
    from desktop.tasks.packet_reports import save_report
    from storage.packets import job_people, packet_jobs
    from sync.clock import SystemClock

    form = options.to.suffix.lower().removeprefix(".")
    if form not in ("pdf", "csv", "xlsx"):
        speech.complain("packet-report", "El nombre del informe termina en .pdf, .csv o .xlsx.")
        return Exit.USAGE
    with opened(options) as vault, vault.office() as db:
        found = [job for job in packet_jobs(db) if job.uuid.startswith(options.job)]
        if len(found) != 1:
            speech.complain("packet-job", "Ningún trabajo, o más de uno, se llama así: vea «packet jobs».")
            return Exit.USAGE
        people = job_people(db, found[0].number)
    try:
        path = save_report(found[0], people, options.to, form, SystemClock().now())
    except ExportError as error:
        told = fault_words(error)
        speech.complain(told.code, f"{told.what} {told.todo}")
        return Exit.FAILED
    speech.tell(f"Guardado: {path}", saved=str(path))
    return Exit.GOOD


def _inspect(options: argparse.Namespace, speech: Speech) -> int:
    from documents.packet.inspecting import InspectError, inspect_apart
    from documents.packet.records import PacketState
    from documents.packet.words import STATES

    try:
        found = inspect_apart(options.file.read_bytes())
    except (OSError, InspectError):
        speech.complain("packet-unreadable", f"No se pudo leer {options.file}.")
        return Exit.UNREADABLE
    printed = found.printed
    speech.tell(
        f"{options.file.name}: {STATES[found.state]}",
        state=found.state.value, part=printed.part if printed else None, parts=printed.parts if printed else None,
        packet=printed.packet if printed else None, found=found.found,
    )  # fmt: skip
    return {
        PacketState.SAME: Exit.GOOD, PacketState.CHANGED: Exit.FAILED, PacketState.NO_REFERENCE: Exit.UNDECIDED,
        PacketState.UNREADABLE: Exit.UNREADABLE,
    }[found.state]  # fmt: skip
