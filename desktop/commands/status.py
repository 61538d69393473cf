"""`status`: what the strip on top of the window says, for one profile."""

import argparse

from desktop.commands.arguments import SpanishParser, add_common
from desktop.commands.exits import Exit
from desktop.commands.opening import answering, opened
from desktop.commands.speech import Speech
from documents.payslip import Period
from storage import cache, outbox, payslips
from storage.payslips import PayslipQuery
from sync.clock import SystemClock


def register(commands: "argparse._SubParsersAction[SpanishParser]") -> None:
    """Declare the subcommand."""
    parser = commands.add_parser("status", help="dice qué hay guardado, de cuándo es y qué espera")
    add_common(parser)
    parser.set_defaults(work=answering(_status))


def _status(options: argparse.Namespace, speech: Speech) -> int:
    now = SystemClock().now()
    with opened(options) as vault, vault.cache() as db:
        mark, retry, session = cache.sync_mark(db), cache.retry_mark(db), cache.session(db)
        count = payslips.count_payslips(db, PayslipQuery())
        pending = outbox.pending_count(db)
        traffic = cache.traffic(db, Period(now.year, now.month))
    facts: dict[str, object] = {
        "alias": vault.alias, "server": session.server if session else None,
        "session": bool(session and session.refresh_token), "payslips": count.total, "held": count.held,
        "pending": pending, "succeeded_at": mark.succeeded_at, "blocked_by": retry.condition if retry else None,
        "retry_at": retry.not_before if retry else None, "received_this_month": traffic.received,
        "sent_this_month": traffic.sent,
    }  # fmt: skip
    if speech.as_json:
        speech.tell("", **facts)
        return Exit.GOOD
    speech.tell(f"Perfil: {vault.alias}")
    speech.tell(f"Boletas: {count.total}, con su PDF guardado: {count.held}")
    when = mark.succeeded_at.astimezone().strftime("%d/%m/%Y %H:%M") if mark.succeeded_at else "todavía nunca"
    speech.tell(f"Última sincronización completa: {when}")
    speech.tell(f"Solicitudes por enviar: {pending}")
    speech.tell(f"Datos usados este mes: {(traffic.received + traffic.sent) / 1e6:.1f} MB")
    if retry:
        speech.tell(f"Detenido por: {retry.condition}; próximo intento: {retry.not_before.astimezone():%d/%m/%Y %H:%M}")
    return Exit.GOOD
