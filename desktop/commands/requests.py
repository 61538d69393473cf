"""`requests list|cancel`: the requests to change the legajo, and taking one back. Without a connection."""

import argparse

from desktop.commands.arguments import SpanishParser, add_common
from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.commands.speech import Speech
from desktop.presenters.requests_list import Show, about_words, kept_by, name_of, what_words
from desktop.presenters.requests_states import Reach, mark_of, reach_of, term_of
from documents.working_days import bundled
from storage import drafts, legajo
from storage.connection import Connection
from storage.request_records import OwnRequest, ShownRequest
from sync.clock import SystemClock


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommands."""
    parser = commands.add_parser("requests", help="lista o anula sus solicitudes de cambio del legajo")
    actions = parser.add_subparsers(title="órdenes", metavar="ORDEN", required=True, parser_class=SpanishParser)
    lister = actions.add_parser("list", help="lista las solicitudes, la más nueva primero")
    add_common(lister)
    lister.add_argument("--open", action="store_true", help="solo las que todavía pueden cambiar")
    lister.set_defaults(work=answering(_list))
    canceller = actions.add_parser("cancel", help="anula una solicitud, también sin internet")
    add_common(canceller)
    canceller.add_argument(
        "which", metavar="SOLICITUD", help="su código (SOL-2026-000123), su número local (3) o su uuid"
    )
    canceller.set_defaults(work=answering(_cancel))


def _list(options: argparse.Namespace, speech: Speech) -> int:
    today, calendar = SystemClock().now().astimezone().date(), bundled()
    with opened(options) as vault, vault.cache() as db:
        requests, catalogue = legajo.shown_requests(db), legajo.legajo_catalogue(db)
    shown = kept_by(Show.OPEN if options.open else Show.EVERY, requests)
    for one in shown:
        term = term_of(one, today, calendar).words
        parts = (what_words(one.content, catalogue), about_words(one.content, catalogue), term)
        words = " · ".join(part for part in parts if part)
        state = mark_of(one.state).word + (" (se pidió anularla)" if _is_leaving(one) else "")
        speech.tell(f"{name_of(one):<17}{state:<22}{words}", **_facts(one))
    if not shown and not speech.as_json:
        speech.tell("No hay solicitudes que mostrar.")
    return Exit.GOOD


def _facts(one: ShownRequest) -> dict[str, object]:
    own, fact, content = one.own, one.fact, one.content
    return {
        "uuid": one.uuid, "number": own.number if own else None, "code": one.code or None, "state": one.state,
        "action": content.action, "section": content.section, "kind": content.kind, "record": content.record,
        "queued_at": own.queued_at if own else None, "filed_at": fact.filed_at if fact else None,
        "deadline": fact.deadline if fact else None, "reason": _reason(one), "tries": own.tries if own else 0,
        "next_try_at": own.next_try_at if own else None, "cancel_wanted": bool(own and own.cancel_wanted),
    }  # fmt: skip


def _is_leaving(one: ShownRequest) -> bool:
    return one.own is not None and one.own.cancel_wanted and reach_of(one) is not Reach.OVER


def _reason(one: ShownRequest) -> str:
    return one.fact.reason if one.fact else one.own.reason if one.own else ""


def _cancel(options: argparse.Namespace, speech: Speech) -> int:
    with opened(options) as vault:
        with vault.cache() as db:
            one = _found(db, options.which)
        if one is None:
            speech.complain("unknown-request", f"No hay una solicitud {options.which}. Véalas con «requests list».")
            return Exit.FAILED
        reach = reach_of(one)
        if reach is Reach.OVER:
            speech.complain("request-over", f"{name_of(one)} ya terminó ({mark_of(one.state).word}) y no cambia más.")
            return Exit.FAILED
        with vault.outbox() as box:
            done = _cancelled(box, one, reach)
    speech.tell(
        _words(name_of(one), reach), uuid=one.uuid, state=done.state if done else None,
        cancel_wanted=bool(done and done.cancel_wanted),
    )  # fmt: skip
    return Exit.GOOD


def _found(db: Connection, which: str) -> ShownRequest | None:
    wanted = which.strip().lower().removeprefix("sin código").strip(" ()")  # as the window names it
    for one in legajo.shown_requests(db):
        if wanted in {one.uuid, one.code.lower(), str(one.own.number) if one.own else one.uuid}:
            return one
    return None


def _cancelled(box: Connection, one: ShownRequest, reach: Reach) -> OwnRequest | None:
    """None: it was a draft and is gone."""
    now = SystemClock().now()
    if reach is Reach.DRAFT:
        drafts.discard_draft(box, one.uuid)
        return None
    if one.own is None and one.fact is not None:  # made on another computer
        drafts.adopt(box, one.fact, now)
    return drafts.cancel(box, one.uuid, now)


def _words(name: str, reach: Reach) -> str:
    if reach is Reach.DRAFT:
        return f"{name}: el borrador se descartó; a la oficina no se envió nada."
    if reach in {Reach.HERE, Reach.REFUSED}:
        return f"{name}: anulada. La oficina no la tiene ni la recibirá."
    return f"{name}: se pedirá la anulación a la oficina con la próxima sincronización."
