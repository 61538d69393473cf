"""What was carried on a stick, in words: for the card of Sincronización, its history, and a request on its way."""

from dataclasses import dataclass
from datetime import datetime

from desktop.presenters.formats import count, moment, size
from desktop.words import translate
from storage.stick import TakenDown, WrittenUp
from sync.stick.arriving import Brought


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the history."""

    at: datetime
    when: str
    words: str
    state: str
    tone: str


def lead_words(waiting: int, *, registered: bool) -> str:
    """What a stick would take now."""
    if waiting == 1:
        return translate("Stick", "Hay 1 solicitud en cola que puede llevar en una memoria USB.")
    if waiting:
        return translate("Stick", "Hay {n} solicitudes en cola que puede llevar en una memoria USB.").format(
            n=count(waiting)
        )
    if registered:
        return translate("Stick", "Sin internet, su UGEL le da las novedades en una memoria y usted las trae aquí.")
    return translate("Stick", "Sin internet también se puede. Primero vincule este equipo con su UGEL.")


def written_words(up: WrittenUp) -> str:
    """After writing."""
    if not up.wishes:
        words = translate("Stick", "Listo: «{name}» está en la memoria. No lleva solicitudes; pide sus novedades.")
    elif len(up.wishes) == 1:
        words = translate("Stick", "Listo: «{name}» está en la memoria con 1 solicitud. Entréguela en su UGEL.")
    else:
        words = translate("Stick", "Listo: «{name}» está en la memoria con {n} solicitudes. Entréguela en su UGEL.")
    return words.format(name=up.place, n=count(len(up.wishes)))


def brought_words(brought: Brought) -> str:
    """After taking in."""
    words = _brought(brought)
    if not brought.left:
        return words
    left = translate("Stick", "En la memoria quedó «{name}»: si la devuelve, su UGEL sabrá qué tiene usted ya.")
    return f"{words} {left.format(name=brought.left)}"


def _brought(brought: Brought) -> str:
    if brought.state == "already":
        return translate("Stick", "Ese paquete ya se había traído. No ha cambiado nada.")
    if brought.state == "old":
        return translate("Stick", "Ese paquete es más antiguo que lo que usted ya tiene. No ha cambiado nada.")
    found = [part for part in (_pdfs(brought.pdfs), _answers(brought.answers), _receipt(brought)) if part]
    if not found and not brought.facts:
        return translate("Stick", "El paquete se comprobó y no traía nada nuevo.")
    found = found or [translate("Stick", "Sus datos quedaron al día.")]
    if brought.more:
        found.append(translate("Stick", "Falta una parte: pida otro paquete a su UGEL."))
    return " ".join((translate("Stick", "Listo."), *found))


def delivered_words(ups: tuple[WrittenUp, ...], uuid: str, now: datetime) -> str:
    """How far the newest stick with this request came; "" when none has it. Delivered is not filed."""
    up = next((each for each in ups if uuid in each.wishes), None)
    if up is None or up.answered_at is not None:
        return ""
    if up.delivered_at is None:
        words = translate("Stick", "Va en una memoria USB desde {when}. Falta entregarla en la UGEL.")
        return words.format(when=moment(up.written_at, now))
    words = translate("Stick", "Entregada a {office} {when}. Su código llega con la próxima memoria o con internet.")
    return words.format(office=up.office or translate("Stick", "la UGEL"), when=moment(up.delivered_at, now))


def history(ups: tuple[WrittenUp, ...], downs: tuple[TakenDown, ...], now: datetime, most: int) -> tuple[Step, ...]:
    """Both ways, the newest first."""
    steps = [*(_up(each, now) for each in ups), *(_down(each, now) for each in downs)]
    return tuple(sorted(steps, key=lambda step: step.at, reverse=True)[:most])


def _up(up: WrittenUp, now: datetime) -> Step:
    number = len(up.wishes)
    words = (
        translate("Stick", "A la UGEL: pedido de novedades") if number == 0
        else translate("Stick", "A la UGEL: 1 solicitud, {size}") if number == 1
        else translate("Stick", "A la UGEL: {n} solicitudes, {size}")
    ).format(n=count(number), size=size(up.size))  # fmt: skip
    if up.answered_at is not None:
        state, tone = translate("Stick", "Respondido {when}").format(when=moment(up.answered_at, now)), "good"
    elif up.delivered_at is not None:
        state = translate("Stick", "Entregado {when}").format(when=moment(up.delivered_at, now))
        tone = "info"
    else:
        state, tone = translate("Stick", "Por entregar"), "wait"
    return Step(up.written_at, moment(up.written_at, now), words, state, tone)


def _down(down: TakenDown, now: datetime) -> Step:
    words = translate("Stick", "De la UGEL: {n} novedades, {pdfs} PDF").format(
        n=count(down.facts), pdfs=count(down.pdfs)
    )
    return Step(down.taken_at, moment(down.taken_at, now), words, translate("Stick", "Traído"), "good")


def _pdfs(number: int) -> str:
    if not number:
        return ""
    if number == 1:
        return translate("Stick", "Llegó 1 PDF.")
    return translate("Stick", "Llegaron {n} PDF.").format(n=count(number))


def _answers(number: int) -> str:
    if not number:
        return ""
    if number == 1:
        return translate("Stick", "La UGEL respondió a 1 solicitud.")
    return translate("Stick", "La UGEL respondió a {n} solicitudes.").format(n=count(number))


def _receipt(brought: Brought) -> str:
    if not brought.receipts:
        return ""
    words = translate("Stick", "{office} confirma que recibió su memoria; el código llegará después.")
    return words.format(office=brought.office)
