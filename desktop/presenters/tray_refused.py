"""Decisions that the office's service did not apply, until somebody has read so: who was faster, when. Pure, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.presenters.tray_words import conflict_words, refusal_words
from desktop.words import translate
from storage.decision_records import FOLLOWS_REFUSED, DecisionState, OwnDecision


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """One request with a decision that was not applied."""

    request: str
    title: str  # code and whose it is
    words: str


def refused_lines(own: Sequence[OwnDecision], *, me: str, now: datetime) -> tuple[RefusedLine, ...]:
    """One line a request, in the order in which they were decided."""
    found = [one for one in own if one.state is DecisionState.QUARANTINE and one.trouble != FOLLOWS_REFUSED]
    return tuple(RefusedLine(one.request, f"{one.code} · {one.who}", why_words(one, me=me, now=now)) for one in found)


def why_words(own: OwnDecision, *, me: str, now: datetime) -> str:
    """Why it was not applied."""
    if own.answer is not None:
        return conflict_words(own.answer, me=me, now=now, deed=own.deed)
    return refusal_words(own.trouble) or own.detail or own.trouble


def written_words(own: OwnDecision) -> str:
    """What the person had written with it; nothing of it is lost."""
    if own.reception is not None:
        given = own.reception.expediente.numero
        return translate("tray", "Usted registró el expediente {n}.").format(n=given)
    return translate("tray", "Usted escribió: «{text}»").format(text=own.reason) if own.reason else ""


def notice_words(lines: Sequence[RefusedLine]) -> str:
    """For the notice above any page."""
    if len(lines) == 1:
        return f"{lines[0].title}: {lines[0].words}"
    return translate("tray", "{n} decisiones suyas no se aplicaron: otra persona decidió antes o algo cambió.").format(
        n=len(lines)
    )
