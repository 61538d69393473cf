"""`legajo show|request|paper|looks`: the stored personnel file without a connection, and a request to change it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands import papers
from desktop.commands.arguments import SpanishParser, add_common
from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.commands.speech import Speech
from desktop.presenters.legajo_list import record_row, summary_of
from desktop.presenters.looks import look_line, nothing_words
from documents.legajo_catalogue import NUMERALS
from storage import legajo
from storage.looks import office_looks
from storage.request_records import ShownRecord
from sync.clock import SystemClock

if TYPE_CHECKING:
    from documents.legajo_catalogue import LegajoCatalogue

_EPILOG = """\
ARCHIVO es un JSON:
  {"action": "nuevo", "kind": "capacitacion", "fields": {"centro": "DRE Puno", ...},
   "documents": [{"tipo": "certificado", "formato": "copia_simple", ...}], "note": ""}
action: nuevo, modificar, retirar, hoja_de_vida o informe_escalafonario. modificar y retirar llevan
"record" (el id que muestra «legajo show --json»); modificar, solo los datos que cambian. "documents"
describe los archivos de --attach, en el mismo orden.

La solicitud queda guardada en esta computadora y sale con la próxima sincronización («sync»).
Código de salida: 0 quedó en cola; 1 hay datos por corregir; 3 el JSON o un archivo no se puede leer."""


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommands."""
    parser = commands.add_parser("legajo", help="muestra su legajo, pide cambios y copia sus documentos")
    actions = parser.add_subparsers(title="órdenes", metavar="ORDEN", required=True, parser_class=SpanishParser)
    show = actions.add_parser("show", help="muestra los registros guardados, con lo que usted pidió")
    add_common(show)
    show.add_argument("--section", choices=NUMERALS, metavar="SECCIÓN", help="solo esta sección (I a X)")
    show.set_defaults(work=answering(_show))
    request = actions.add_parser(
        "request", help="pide agregar, modificar o retirar un registro, también sin internet",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add_common(request)
    request.add_argument("wish", type=Path, metavar="ARCHIVO", help="la solicitud, en JSON")
    request.add_argument(
        "--attach", type=Path, nargs="+", default=[], metavar="PDF", help="archivos de sustento, uno por documento"
    )
    request.set_defaults(work=answering(_request))
    papers.register(actions)
    looks = actions.add_parser("looks", help="dice quién de una oficina ha visto su legajo, cuándo y para qué")
    add_common(looks)
    looks.set_defaults(work=answering(_looks))


def _request(options: argparse.Namespace, speech: Speech) -> int:
    from desktop.commands.asking import ask

    return ask(options, speech)


def _show(options: argparse.Namespace, speech: Speech) -> int:
    with opened(options) as vault, vault.cache() as db:
        records, catalogue = legajo.shown_records(db, options.section), legajo.legajo_catalogue(db)
    for one in records:
        speech.tell(_line(one, catalogue), **_facts(one))
    if not records and not speech.as_json:
        speech.tell("No hay registros que mostrar. Llegan con «sync».")
    return Exit.GOOD


def _looks(options: argparse.Namespace, speech: Speech) -> int:
    now = SystemClock().now()
    with opened(options) as vault, vault.cache() as db:
        found = office_looks(db)
    for look in found:
        line = look_line(look, now)
        what = " · ".join(part for part in (line.why, line.what, line.times) if part)
        speech.tell(
            f"{line.when:<18}{line.who}, {line.office}: {what}", id=look.id, at=look.at.isoformat(),
            until=look.until.isoformat(), times=look.times, who=look.who, office=look.office, why=look.why,
            what=look.what,
        )  # fmt: skip
    if not found and not speech.as_json:
        speech.tell(". ".join(nothing_words()))
    return Exit.GOOD


def _line(one: ShownRecord, catalogue: "LegajoCatalogue") -> str:
    row = record_row(one, catalogue)
    named = " · ".join(summary_of(one, catalogue))
    state = f"  [{row.tag.word}{f' {row.code}' if row.code else ''}]" if one.wish else ""
    return f"{one.shown.section:<6}{row.kind}: {named}{state}"


def _facts(one: ShownRecord) -> dict[str, object]:
    shown = one.shown
    return {
        "id": shown.id, "section": shown.section, "kind": shown.kind, "version": shown.version,
        "fields": dict(shown.fields), "documents": [
            {"tipo": document.tipo, "numero": document.numero, "sha256": document.sha256, "size": document.size}
            for document in shown.documents
        ],
        "confirmed": one.confirmed is not None, "unseen": one.unseen,
        "request": one.wish.uuid if one.wish else None, "state": one.wish.state if one.wish else None,
    }  # fmt: skip
