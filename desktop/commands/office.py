"""`office tray list|show|decide`, `office roles list|set` and `office counts`: an office's work without a window.

`office tray receive` is in desktop.commands.office_reception. The tray is what the last `sync` brought; decisions wait
for the next one. Roles and counts are asked of the service at once.
"""

import argparse
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from desktop.commands import office_reception
from desktop.commands.arguments import SpanishParser, add_common
from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.presenters.roles import counts_words, role_line, role_names, roles_trouble
from desktop.presenters.tray_case import Case, OpenedCase, case_of
from desktop.presenters.tray_list import who_words
from desktop.presenters.tray_views import views
from desktop.tasks.tray_readings import TrayAsked, TrayReading, read_case, read_tray
from desktop.version import VERSION
from documents.working_days import bundled
from storage import cache, decisions, office_wishes
from storage.decision_records import DECIDING, Deed, QueuedLook, ReceptionWish, Wanted
from sync.clock import SystemClock
from sync.errors import RefusedError, SessionEndedError
from sync.identifiers import new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.commands.speech import Speech
    from storage.vault import Vault
    from sync.office import OfficeCounter
    from sync.office_wire import Roles

T = TypeVar("T")
MOST = 100_000  # lines
_EPILOG = """\
La decisión queda guardada en esta computadora y sale con la próxima sincronización («sync»). Si otra
persona decidió antes, no se aplica; «office tray list --view refused» dice cuáles.
Código de salida: 0 quedó guardada; 1 alguna no está en la bandeja o ya no se puede decidir."""


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommands."""
    parser = commands.add_parser("office", help="para la UGEL: la bandeja de solicitudes y los roles")
    parts = parser.add_subparsers(title="órdenes", metavar="ORDEN", required=True, parser_class=SpanishParser)
    tray = parts.add_parser("tray", help="lista, muestra y decide solicitudes, también sin internet")
    _register_tray(tray.add_subparsers(title="órdenes", metavar="ORDEN", required=True, parser_class=SpanishParser))
    counts = parts.add_parser("counts", help="dice cómo va la oficina, en cifras (solo su administrador, con conexión)")
    add_common(counts)
    counts.set_defaults(work=answering(_tell_counts))
    roles = parts.add_parser("roles", help="dice y da roles de la oficina (solo su administrador, con conexión)")
    _register_roles(roles.add_subparsers(title="órdenes", metavar="ORDEN", required=True, parser_class=SpanishParser))


def _register_tray(actions: "argparse._SubParsersAction[SpanishParser]") -> None:
    keys = [one.key for one in views((), date(2026, 1, 1), bundled(), me="", may=frozenset(Deed))]
    lister = actions.add_parser("list", help="lista las solicitudes, la de plazo más próximo primero")
    add_common(lister)
    lister.add_argument("--view", choices=keys, default="waiting", metavar="VISTA", help="una de: " + ", ".join(keys))
    lister.add_argument("--text", default="", metavar="PALABRAS", help="DNI, nombres, código o expediente")
    lister.set_defaults(work=answering(_list))
    show = actions.add_parser("show", help="muestra una solicitud: qué cambia, sustentos e historia")
    add_common(show)
    show.add_argument("code", metavar="CÓDIGO", help="SOL-2026-000123")
    show.set_defaults(work=answering(_show))
    decider = actions.add_parser(
        "decide", help="toma, suelta, observa, atiende o rechaza una o varias",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add_common(decider)
    deeds = sorted(DECIDING)
    decider.add_argument("deed", choices=deeds, metavar="DECISIÓN", help="una de: " + ", ".join(deeds))
    decider.add_argument("codes", nargs="+", metavar="CÓDIGO", help="SOL-2026-000123…")
    decider.add_argument("--reason", default="", metavar="MOTIVO", help="lo que leerá la persona")
    decider.set_defaults(work=answering(_decide))
    office_reception.register(actions)


def _register_roles(actions: "argparse._SubParsersAction[SpanishParser]") -> None:
    lister = actions.add_parser("list", help="dice quién trabaja en la oficina y con qué roles")
    add_common(lister)
    lister.set_defaults(work=answering(_list_roles))
    setter = actions.add_parser("set", help="deja a una persona con estos roles y ningún otro")
    add_common(setter)
    codes = [code for code, _name in role_names()]
    told = "se puede repetir; sin ninguno deja de trabajar en la oficina: " + ", ".join(codes)
    setter.add_argument("document", metavar="DNI", help="documento de la persona")
    setter.add_argument("--role", action="append", default=[], choices=codes, metavar="ROL", help=told)
    setter.set_defaults(work=answering(_set_roles))


def _list(options: argparse.Namespace, speech: "Speech") -> int:
    with opened(options) as vault:
        found = read_tray(vault, TrayAsked(options.view, options.text, limit=MOST), SystemClock().now())
    for line in found.lines:
        term = " ".join(filter(None, (line.term.short, line.taken)))
        speech.tell(
            f"{line.code:<17}{line.mark.word:<22}{line.who} ({line.document}) · {line.what} · {term}",
            uuid=line.uuid, code=line.code, state=line.mark.word, who=line.who, document=line.document, what=line.what,
            deadline=line.deadline, taken=line.taken, filed_at=line.at.isoformat(), decidable=line.can_be_decided,
        )  # fmt: skip
    if not speech.as_json:
        speech.tell(_end(found))
    return Exit.GOOD


def _end(found: TrayReading) -> str:
    if found.as_of is None:
        return "La bandeja todavía no llegó a este perfil. Tráigala con «sync»."
    return f"{found.total} solicitudes. Datos: {found.as_of.astimezone():%d/%m/%Y %H:%M}."


def _show(options: argparse.Namespace, speech: "Speech") -> int:
    now = SystemClock().now()
    with opened(options) as vault:
        reading = read_tray(vault, TrayAsked("all", limit=MOST), now)
        one = found_case(vault, reading, options.code)
        if one is None:
            return unknown(speech, options.code)
        doc, code = one.case.person.doc_numero, one.case.request.code
        with vault.outbox() as box:
            office_wishes.queue_look(box, QueuedLook(uuid=new_id(), doc_numero=doc, why="solicitud", what=code, at=now))
    case = case_of(one, reading.catalogue, reading.calendar, me=reading.me, now=now, may=reading.may)
    speech.tell(
        _told(case), uuid=case.uuid, code=case.code, state=case.mark.word, who=case.who, document=case.document,
        place=case.place, decisions=list(case.decisions), notice=case.notice.words if case.notice else "",
        changes=[{"label": row.label, "before": row.before, "after": row.after} for row in case.rows],
        documents=[document.sha256 for document in case.documents], expediente=case.expediente,
        reception=case.received, checks=[check.words for check in case.checks], whole=not case.cover,
    )  # fmt: skip
    return Exit.GOOD


def _told(case: Case) -> str:
    lines = [f"{case.code} · {case.title} · {case.mark.word}", f"{case.who} · {case.document} · {case.place}"]
    lines += [case.term.words, case.taken, case.notice.words if case.notice else ""]
    lines += [f"  {row.label}: {row.before or '—'} → {row.after or '—'}" for row in case.rows]
    lines += [f"  {check.words}" for check in case.checks] or [case.expediente]
    lines += [case.received]
    lines += [f"  Sustento: {document.title} · {document.note}" for document in case.documents]
    lines += [
        f"  {step.when} · {step.mark.word} · {step.who}{f': {step.note}' if step.note else ''}" for step in case.history
    ]
    return "\n".join(line for line in lines if line)


def _decide(options: argparse.Namespace, speech: "Speech") -> int:
    deed, now, code = Deed(options.deed), SystemClock().now(), Exit.GOOD
    if deed in {Deed.OBSERVE, Deed.REJECT} and not options.reason.strip():
        speech.complain("reason-missing", "Falta el motivo: dígalo con --reason. La persona debe saber qué corregir.")
        return Exit.USAGE
    wanted: list[Wanted] = []
    with opened(options) as vault:
        reading = read_tray(vault, TrayAsked("all", limit=MOST), now)
        for name in options.codes:
            one = found_case(vault, reading, name)
            if one is None:
                code = unknown(speech, name)
                continue
            case = case_of(one, reading.catalogue, reading.calendar, me=reading.me, now=now, may=reading.may)
            if deed in case.decisions:
                wanted.append(wanted_of(one, deed, options.reason))
            else:
                told = " ".join(filter(None, (f"{case.code}: no se puede {deed}.", case.mark.word, case.taken)))
                speech.complain("not-decidable", told)
                code = Exit.FAILED
        with vault.outbox() as box:
            decisions.decide(box, wanted, batch=new_id(), at=now, ready_at=now)
    for each in wanted:
        speech.tell(f"{each.code}: {deed}, guardada. Sale con «sync».", code=each.code, decision=each.uuid, deed=deed)
    return code


def wanted_of(one: OpenedCase, deed: Deed, reason: str = "", reception: ReceptionWish | None = None) -> Wanted:
    """A decision on a request as it is known here now."""
    request = one.case.request
    return Wanted(
        uuid=new_id(), request=request.uuid, code=request.code, who=who_words(one.case.person), deed=deed,
        reason=reason, seen=request.changed_at, reception=reception,
    )  # fmt: skip


def found_case(vault: "Vault", reading: TrayReading, code: str) -> OpenedCase | None:
    """By its code or its uuid; None: it is not in the tray."""
    wanted = code.strip().upper()
    line = next((one for one in reading.lines if wanted in {one.code, one.uuid.upper()}), None)
    return None if line is None else read_case(vault, line.uuid)


def unknown(speech: "Speech", code: str) -> Exit:
    """Said, and the work failed."""
    speech.complain("unknown-request", f"No hay una solicitud {code} en la bandeja. Véalas con «office tray list».")
    return Exit.FAILED


def _tell_counts(options: argparse.Namespace, speech: "Speech") -> int:
    try:
        with opened(options) as vault:
            counts = _asked(vault, lambda counter: counter.counts())
    except RefusedError as error:
        speech.complain(error.problem.code, roles_trouble(error))
        return Exit.FAILED
    speech.tell(
        counts_words(counts), states=dict(counts.states), overdue=counts.overdue, soon=counts.soon,
        unreceived=counts.unreceived,
    )  # fmt: skip
    return Exit.GOOD


def _list_roles(options: argparse.Namespace, speech: "Speech") -> int:
    return _tell_roles(options, speech, lambda counter: counter.roles())


def _set_roles(options: argparse.Namespace, speech: "Speech") -> int:
    return _tell_roles(options, speech, lambda counter: counter.assign(options.document, tuple(options.role)))


def _tell_roles(options: argparse.Namespace, speech: "Speech", call: "Callable[[OfficeCounter], Roles]") -> int:
    try:
        with opened(options) as vault:
            roles = _asked(vault, call)
    except RefusedError as error:
        speech.complain(error.problem.code, roles_trouble(error))
        return Exit.FAILED
    for one in roles.people:
        line = role_line(one)
        told = f"{line.document:<13}{line.who}: {line.words}"
        speech.tell(told, document=line.document, who=line.who, roles=list(line.roles))
    return Exit.GOOD


def _asked(vault: "Vault", call: "Callable[[OfficeCounter], T]") -> T:
    from sync.client import CentralClient
    from sync.office import OfficeCounter

    with vault.cache() as db:
        session = cache.session(db)
        if session is None:
            raise SessionEndedError
        with CentralClient(session.server, version=VERSION, clock=SystemClock()) as client:
            return call(OfficeCounter(client, db))
