"""`office tray receive`: a mesa de partes registers a request without a window. It leaves with the next `sync`."""

import argparse
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.commands.arguments import SpanishParser, add_common
from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.presenters.requests_detail import read_day
from desktop.presenters.tray_case import case_of
from desktop.presenters.tray_reception import desks_of, lack_names
from desktop.tasks.tray_readings import TrayAsked, read_tray
from documents.identifiers import Identified
from documents.identifiers_of_offices import read_expediente
from documents.legajo_words import sentence
from storage import decisions
from storage.decision_records import Deed, ReceptionWish
from storage.request_records import Expediente
from sync.clock import SystemClock
from sync.identifiers import new_id

if TYPE_CHECKING:
    from desktop.commands.speech import Speech

MOST = 100_000  # lines


def register(actions: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare it."""
    parser = actions.add_parser("receive", help="registra en mesa de partes una solicitud y la deriva")
    add_common(parser)
    lacks = [code for code, _words in lack_names()]
    parser.add_argument("code", metavar="CÓDIGO", help="SOL-2026-000123")
    parser.add_argument("--expediente", required=True, metavar="NÚMERO", help="el que se le dio")
    parser.add_argument("--key", default="", metavar="CLAVE", help="para consultarlo, si tiene una")
    parser.add_argument("--day", default="", metavar="FECHA", help="en que llegó, así: 23/11/2026; sin ella, hoy")
    parser.add_argument("--folios", type=int, metavar="N", help="sin ellos, los que declaran los documentos")
    parser.add_argument("--desk", choices=["escalafon", "planillas"], help="a quién se deriva")
    parser.add_argument(
        "--lacking", action="append", default=[], choices=lacks, metavar="QUÉ",
        help="qué le falta; se puede repetir: " + ", ".join(lacks),
    )  # fmt: skip
    parser.set_defaults(work=answering(_receive))


def _receive(options: argparse.Namespace, speech: "Speech") -> int:
    from desktop.commands.office import found_case, unknown, wanted_of

    now = SystemClock().now()
    expediente = _expediente(options, speech, now)
    if expediente is None:
        return Exit.USAGE
    with opened(options) as vault:
        reading = read_tray(vault, TrayAsked("all", limit=MOST), now)
        one = found_case(vault, reading, options.code)
        if one is None:
            return unknown(speech, options.code)
        case = case_of(one, reading.catalogue, reading.calendar, me=reading.me, now=now, may=reading.may)
        content = one.case.request.content
        desks = [code for code, _name in desks_of(content)]
        if Deed.RECEIVE not in case.decisions or options.desk not in {None, *desks}:
            speech.complain("not-decidable", f"{case.code}: no se puede recibir así. {case.mark.word}".strip())
            return Exit.FAILED
        folios = sum(paper.folios or 0 for paper in content.documents) if options.folios is None else options.folios
        wish = ReceptionWish(expediente, max(0, folios), options.desk or desks[0], tuple(options.lacking))
        wanted = wanted_of(one, Deed.RECEIVE, reception=wish)
        with vault.outbox() as box:
            decisions.decide(box, [wanted], batch=new_id(), at=now, ready_at=now)
    told = f"{wanted.code}: recibida con el expediente {expediente.numero}. Sale con «sync»."
    speech.tell(told, code=wanted.code, decision=wanted.uuid, deed=wanted.deed)
    return Exit.GOOD


def _expediente(options: argparse.Namespace, speech: "Speech", now: datetime) -> Expediente | None:
    number, today = read_expediente(options.expediente), now.astimezone().date()
    if not isinstance(number, Identified):
        speech.complain(str(number.code), sentence(number.code, dict(number.arguments)))
        return None
    day = read_day(options.day, today) if options.day else today
    if day is None:
        speech.complain("day", "Escriba la fecha así: 23/11/2026. No puede ser después de hoy.")
        return None
    return Expediente(number.value, options.key.strip(), day)
