"""An exchange in words: while it runs, and as a line of the log when it ended. No Qt."""

from desktop.presenters.errors import tell_blocked, tell_code
from desktop.presenters.formats import count, period, size
from desktop.words import translate
from sync.core.outcome import Blocked, Cancelled, Outcome, Progress, SessionNeeded, Updated


def stage_words(progress: Progress | None) -> str:
    """What the exchange does now, in a few words."""
    if progress is None:
        return translate("Sync", "Conectando…")
    if progress.stage == "requests":
        return _sending_words(progress)
    if progress.stage == "facts":
        if progress.payslips_known == 0:
            return translate("Sync", "Recibiendo la lista de boletas…")
        return translate("Sync", "Recibiendo la lista: {n} boletas…").format(n=count(progress.payslips_known))
    return translate("Sync", "Descargando boletas: {done} de {total}").format(
        done=count(progress.pdfs_done), total=count(progress.pdfs_total)
    )


def detail_words(progress: Progress | None) -> str:
    """One more line: how much, and what can be used already."""
    if progress is not None and progress.stage == "requests":
        return _upload_words(progress)
    if progress is None or progress.stage == "facts":
        return translate("Sync", "La lista pesa poco. Los PDF vienen después, del más nuevo al más antiguo.")
    return translate(
        "Sync", "{done} de {total}. Las más nuevas ya se pueden abrir; si se corta, continúa donde quedó."
    ).format(done=size(progress.bytes_done), total=size(progress.bytes_total))


def _sending_words(progress: Progress) -> str:
    sent = {"done": size(progress.bytes_done), "total": size(progress.bytes_total)}
    if progress.requests_total <= 1:
        if progress.bytes_total <= 0:
            return translate("Sync", "Enviando su solicitud…")
        return translate("Sync", "Enviando su solicitud: {done} de {total}").format(**sent)
    turn = count(min(progress.requests_done + 1, progress.requests_total))
    which = {"n": turn, "all": count(progress.requests_total)}
    if progress.bytes_total <= 0:
        return translate("Sync", "Enviando la solicitud {n} de {all}…").format(**which)
    return translate("Sync", "Enviando la solicitud {n} de {all}: {done} de {total}").format(**which, **sent)


def _upload_words(progress: Progress) -> str:
    if progress.bytes_total <= 0:
        return translate("Sync", "Lo que usted pidió va primero. Si se corta, continúa solo y no se duplica.")
    return translate("Sync", "Sustentos: {done} de {total}. Si se corta, continúa donde quedó y no se duplica.").format(
        done=size(progress.bytes_done), total=size(progress.bytes_total)
    )


def newest_words(progress: Progress | None) -> str:
    """The newest payslip that is here already, or nothing."""
    if progress is None or progress.newest is None:
        return ""
    return translate("Sync", "Su boleta más nueva es la de {period}.").format(period=period(progress.newest))


def part_done(progress: Progress | None) -> float | None:
    """From 0 to 1, None while nobody can tell."""
    if progress is None or progress.stage == "facts" or progress.bytes_total <= 0:
        return None
    return min(1.0, progress.bytes_done / progress.bytes_total)


def outcome_words(outcome: Outcome) -> str:
    """How an exchange ended, as one sentence for the log."""
    if isinstance(outcome, Updated):
        return _updated(outcome)
    if isinstance(outcome, Cancelled):
        return translate("Sync", "Usted la detuvo. Lo que ya había llegado quedó guardado.")
    if isinstance(outcome, SessionNeeded):
        return tell_code("session-ended").what
    if isinstance(outcome, Blocked):
        return tell_blocked(outcome.code).what
    return translate("Sync", "Todo estaba al día.")


def news_words(outcome: Outcome) -> str:
    """The notice after an exchange that brought payslips, or nothing."""
    if not isinstance(outcome, Updated) or outcome.new_payslips == 0:
        return ""
    if outcome.new_payslips == 1:
        return translate("Sync", "Llegó una boleta nueva.")
    return translate("Sync", "Llegaron {n} boletas.").format(n=count(outcome.new_payslips))


def _updated(outcome: Updated) -> str:
    parts = []
    if outcome.new_payslips:
        parts.append(
            translate("Sync", "1 boleta nueva")
            if outcome.new_payslips == 1
            else translate("Sync", "{n} boletas nuevas").format(n=count(outcome.new_payslips))
        )
    if outcome.pdfs:
        parts.append(
            translate("Sync", "1 PDF descargado")
            if outcome.pdfs == 1
            else translate("Sync", "{n} PDF descargados").format(n=count(outcome.pdfs))
        )
    arrived = translate("Sync", "Llegó: {what}.").format(what=", ".join(parts)) if parts else ""
    said = (_forgotten_words(outcome.forgotten), _filed_words(outcome.filed), *_office_words(outcome), arrived)
    told = " ".join(part for part in said if part)
    return told or translate("Sync", "Datos al día.")


def _office_words(outcome: Updated) -> tuple[str, ...]:
    """For who works for an office: what became of their decisions, and whether the tray has news."""
    decided = (
        translate("Sync", "La oficina registró 1 decisión suya.")
        if outcome.decided == 1
        else translate("Sync", "La oficina registró {n} decisiones suyas.").format(n=count(outcome.decided))
    )
    refused = (
        translate("Sync", "1 decisión no se aplicó: véala en la Bandeja.")
        if outcome.refused == 1
        else translate("Sync", "{n} decisiones no se aplicaron: véalas en la Bandeja.").format(n=count(outcome.refused))
    )
    news = translate("Sync", "La bandeja está al día.")
    told = ((outcome.decided, decided), (outcome.refused, refused), (outcome.of_office, news))
    return tuple(words for there, words in told if there)


def _forgotten_words(forgotten: int) -> str:
    if forgotten <= 0:
        return ""
    if forgotten == 1:
        return translate(
            "Sync",
            "La oficina restauró una copia de sus datos y le faltaba 1 solicitud: se le envía otra vez, la misma.",
        )
    return translate(
        "Sync",
        "La oficina restauró una copia de sus datos y le faltaban {n} solicitudes: se le envían otra vez, las mismas.",
    ).format(n=count(forgotten))


def _filed_words(filed: int) -> str:
    if filed <= 0:
        return ""
    if filed == 1:
        return translate("Sync", "La oficina recibió 1 solicitud.")
    return translate("Sync", "La oficina recibió {n} solicitudes.").format(n=count(filed))
