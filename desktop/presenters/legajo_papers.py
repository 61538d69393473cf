"""Hoja de vida and informe escalafonario in words: how fresh they are, until when they are good, what was asked for.

Pure. Also the question "¿Son correctos sus datos?", which is asked every six months.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.presenters.formats import day, size
from desktop.presenters.legajo_list import wish_code, wish_tag
from desktop.presenters.payslip_list import StateTag
from desktop.words import translate
from storage.request_records import (
    SETTLED,
    Paper,
    PaperKind,
    RequestAction,
    RequestState,
    ShownRecord,
    ShownRequest,
)

LOOK_AGAIN = 182  # days after which the person is asked whether the data are right
SOON = 30  # days before the end of validity that are worth a word
ACTIONS = {PaperKind.HOJA_DE_VIDA: RequestAction.HOJA_DE_VIDA, PaperKind.INFORME: RequestAction.INFORME}


@dataclass(frozen=True, slots=True)
class PaperCard:
    """One paper of the office, or the place of one that is not there."""

    kind: PaperKind
    title: str
    number: str
    freshness: str  # when it was made and what changed since; or why there is none
    validity: StateTag | None
    size: str
    paper: Paper | None
    held: bool
    request: ShownRequest | None  # an open one for a new paper
    asked: str  # its state in words, "" without one
    asked_tag: StateTag | None
    ask: str  # words of the button that asks for one, "" while one is asked for


def paper_cards(
    papers: Sequence[Paper],
    held: frozenset[str],
    requests: Sequence[ShownRequest],
    records: Sequence[ShownRecord],
    today: date,
) -> tuple[PaperCard, ...]:
    """Hoja de vida, informe, and then whatever else the office made, the newest first."""
    newest = sorted(papers, key=lambda one: (one.emitido, one.id), reverse=True)
    by = {one.id: one for one in newest}
    cards = []
    for kind in (PaperKind.HOJA_DE_VIDA, PaperKind.INFORME):
        paper = next((one for one in newest if one.kind is kind and one.replaced_by not in by), None)
        cards.append(_card(kind, paper, held, _open_request(kind, requests), records, today))
    others = (one for one in newest if one.kind is PaperKind.CONSTANCIA or one.replaced_by in by)
    return (*cards, *(_card(one.kind, one, held, None, (), today, by.get(one.replaced_by)) for one in others))


def _card(
    kind: PaperKind,
    paper: Paper | None,
    held: frozenset[str],
    request: ShownRequest | None,
    records: Sequence[ShownRecord],
    today: date,
    newer: Paper | None = None,
) -> PaperCard:
    return PaperCard(
        kind=kind,
        title=paper.titulo if paper else kind_words(kind),
        number=paper.numero if paper else "",
        freshness=freshness(paper, records, today) if paper else _none_yet(kind),
        validity=_replaced(newer) if newer else validity(paper, today) if paper else None,
        size=size(paper.size) if paper else "",
        paper=paper,
        held=paper is not None and paper.sha256 in held,
        request=request,
        asked=_asked(request),
        asked_tag=wish_tag(request) if request else None,
        ask=_ask_words(paper) if request is None and kind in ACTIONS and newer is None else "",
    )


def kind_words(kind: PaperKind) -> str:
    """The name of a paper."""
    return {
        PaperKind.HOJA_DE_VIDA: translate("legajo", "Hoja de vida"),
        PaperKind.INFORME: translate("legajo", "Informe escalafonario"),
        PaperKind.CONSTANCIA: translate("legajo", "Constancia"),
    }[kind]


def _ask_words(paper: Paper | None) -> str:
    if paper is None:
        return translate("legajo", "Solicitar a escalafón")
    return translate("legajo", "Solicitar una nueva")


def freshness(paper: Paper, records: Sequence[ShownRecord], today: date) -> str:
    """ "Emitida el 3 de marzo de 2026, hace 8 meses. Su legajo cambió después en 2 registros." """
    made = translate("legajo", "Emisión: {day}, {ago}.").format(day=day(paper.emitido), ago=ago(paper.emitido, today))
    later = sum(1 for one in records if _changed_on(one) > paper.emitido)
    if not later:
        return made
    one = translate("legajo", "Su legajo cambió después en 1 registro.")
    many = translate("legajo", "Su legajo cambió después en {n} registros.").format(n=later)
    return f"{made} {one if later == 1 else many}"


def _changed_on(one: ShownRecord) -> date:
    record = one.confirmed
    days = [at for at in (record.registered, record.updated) if at] if record else []
    return max(days, default=date.min)


def _replaced(newer: Paper) -> StateTag:
    words = translate("legajo", "Reemplazada por la del {day}").format(day=day(newer.emitido))
    return StateTag("minus", words, "neutral")


def validity(paper: Paper, today: date) -> StateTag | None:
    """Until when it is good, where it says so."""
    if paper.vigente_hasta is None:
        return None
    left = (paper.vigente_hasta - today).days
    until = day(paper.vigente_hasta)
    if left < 0:
        return StateTag("x", translate("legajo", "Venció el {day}").format(day=until), "bad")
    tone, sign = ("wait", "clock") if left <= SOON else ("good", "check")
    return StateTag(sign, translate("legajo", "Vigente hasta el {day}").format(day=until), tone)


def ago(then: date, today: date) -> str:
    """hoy, ayer, hace 12 días, hace 8 meses, hace 2 años"""
    days = (today - then).days
    if days <= 1:
        return translate("legajo", "hoy") if days < 1 else translate("legajo", "ayer")
    if days < 60:
        return translate("legajo", "hace {n} días").format(n=days)
    if days < 730:
        return translate("legajo", "hace {n} meses").format(n=days * 12 // 365)
    return translate("legajo", "hace {n} años").format(n=days // 365)


def _none_yet(kind: PaperKind) -> str:
    if kind is PaperKind.INFORME:
        return translate("legajo", "No tiene un informe guardado. Lo emite el equipo de escalafón de su UGEL y vale "
                                   "hasta seis meses.")  # fmt: skip
    return translate("legajo", "Todavía no hay una. La emite el equipo de escalafón de su UGEL; pídala desde aquí, "
                               "también sin conexión.")  # fmt: skip


def _open_request(kind: PaperKind, requests: Sequence[ShownRequest]) -> ShownRequest | None:
    wanted = ACTIONS.get(kind)
    return next((one for one in requests if one.content.action is wanted and one.state not in SETTLED), None)


def _asked(request: ShownRequest | None) -> str:
    if request is None:
        return ""
    if request.state is RequestState.FILED:
        told = translate("legajo", "La UGEL tiene su solicitud {code}. El documento llegará aquí solo.")
    else:
        told = translate("legajo", "Su solicitud ({code}) está guardada y saldrá sola cuando haya conexión.")
    return told.format(code=wish_code(request))


def asks_to_look(last_look: datetime | None, now: datetime, *, records: int) -> bool:
    """Whether it is time to ask "¿Son correctos sus datos?"."""
    if not records:
        return False
    return last_look is None or (now - last_look).days >= LOOK_AGAIN


def look_words(last_look: datetime | None, now: datetime) -> str:
    """The question, and since when it was not answered."""
    question = translate("legajo", "¿Son correctos sus datos?")
    if last_look is None:
        return f"{question} " + translate("legajo", "Revíselos: un dato equivocado puede dejarle fuera de un concurso.")
    since = ago(last_look.date(), now.date())
    return f"{question} " + translate("legajo", "La última vez que los revisó fue {since}.").format(since=since)
