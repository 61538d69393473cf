"""The office's page «Memorias USB» in words: people with their computers, packets that were brought. Pure, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.presenters.formats import count, moment, size
from desktop.presenters.stick_faults import said
from desktop.words import translate
from storage.stick import Carried
from sync.stick.counter import StickPerson
from sync.stick.courier import TakenIn

MOST_NAMED = 5  # files that were not taken in, told one by one
SIGNS = {"good": "check", "wait": "clock", "bad": "x", "neutral": "circle-dashed"}


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One of the office's people. `person` None: known from a packet that is ready, without a connection."""

    key: str
    name: str
    document: str
    school: str
    computers: str
    state: str
    tone: str
    person: StickPerson | None
    ready: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class UpLine:
    """A packet that somebody brought."""

    key: str
    when: str
    at: datetime
    computer: str
    size: str
    state: str
    tone: str
    todo: str


def person_lines(people: Sequence[StickPerson], ready: Sequence[Carried], now: datetime) -> tuple[PersonLine, ...]:
    """With what is ready for each."""
    by_device = {each.device: each for each in ready}
    return tuple(_person(one, by_device, now) for one in people)


def ready_lines(ready: Sequence[Carried], text: str, now: datetime) -> tuple[PersonLine, ...]:
    """Without a connection: whose packets are ready."""
    words = text.casefold().split()
    found: dict[str, list[Carried]] = {}
    for each in ready:
        if all(word in f"{each.person} {each.school}".casefold() for word in words):
            found.setdefault(each.person, []).append(each)
    return tuple(
        PersonLine(
            key=name, name=name, document="", school=mine[0].school, computers=_computers(len(mine)),
            state=_ready_words(mine, now), tone="good", person=None, ready=tuple(mine),
        )
        for name, mine in sorted(found.items())
    )  # fmt: skip


def _person(person: StickPerson, by_device: dict[str, Carried], now: datetime) -> PersonLine:
    good = [device for device in person.devices if not device.revoked]
    ready = tuple(by_device[device.kid] for device in good if device.kid in by_device)
    if not good:
        state, tone = translate("Sticks", "Sin equipo vinculado"), "neutral"
    elif len(ready) < len(good):
        state, tone = translate("Sticks", "Por preparar"), "wait"
    else:
        state, tone = _ready_words(ready, now), "good"
    return PersonLine(
        key=person.doc_numero, name=person.name, document=f"{person.doc_tipo} {person.doc_numero}",
        school=person.school, computers=_computers(len(good)), state=state, tone=tone, person=person, ready=ready,
    )  # fmt: skip


def _ready_words(ready: Sequence[Carried], now: datetime) -> str:
    oldest = min(each.taken_at for each in ready)
    return translate("Sticks", "Listo, {when}").format(when=moment(oldest, now))


def _computers(number: int) -> str:
    if number == 0:
        return translate("Sticks", "Ninguno")
    if number == 1:
        return translate("Sticks", "1 equipo")
    return translate("Sticks", "{n} equipos").format(n=count(number))


def up_lines(ups: Sequence[Carried], now: datetime) -> tuple[UpLine, ...]:
    """The newest first."""
    return tuple(_up(each, now) for each in ups)


def _up(up: Carried, now: datetime) -> UpLine:
    states = {
        "waiting": (translate("Sticks", "Por entregar"), "wait",
                    translate("Sticks", "Se entrega con conexión; hasta entonces queda aquí, cerrado.")),
        "done": (translate("Sticks", "Entregado"), "good",
                 translate("Sticks", "El servicio central lo recibió. Prepare un paquete de vuelta.")),
        "unknown-device": (translate("Sticks", "Equipo sin vincular"), "wait",
                           translate("Sticks", "Vincule el equipo de la persona y entréguelo otra vez.")),
        "refused": (translate("Sticks", "No aceptado"), "bad", _why(up.told)),
        "ready": (translate("Sticks", "Listo"), "good", ""),
    }  # fmt: skip
    state, tone, todo = states[up.state]
    return UpLine(
        key=up.sha256, when=moment(up.taken_at, now), at=up.taken_at, size=size(up.size), state=state, tone=tone,
        computer=translate("Sticks", "Equipo {kid}").format(kid=up.device[:8].upper()), todo=todo,
    )  # fmt: skip


def _why(code: str) -> str:
    known = {
        "revoked-device": translate("Sticks", "El equipo fue dado de baja. La persona debe vincularlo de nuevo."),
        "damaged": translate("Sticks", "El archivo está dañado. Pida que lo escriban otra vez en la memoria."),
        "not-for-us": translate("Sticks", "No es para este servicio central."),
        "lost": translate("Sticks", "El archivo ya no está en esta computadora. Recíbalo otra vez."),
    }
    return known.get(code, "")


def taken_words(taken: TakenIn) -> str:
    """After taking in what people brought."""
    return " ".join(part for part in (_fresh(taken), _refused(taken)) if part)


def _fresh(taken: TakenIn) -> str:
    number = len(taken.fresh)
    if not number:
        return translate("Sticks", "Eso ya se había recibido. No ha cambiado nada.") if taken.known else ""
    words = (
        translate("Sticks", "Se recibió 1 paquete, cerrado: solo el servicio central puede abrirlo.")
        if number == 1
        else translate("Sticks", "Se recibieron {n} paquetes, cerrados: solo el servicio central puede abrirlos.")
    ).format(n=count(number))
    if taken.receipt is None:
        none = translate("Sticks", "No se dejó constancia en la memoria.")
        return f"{words} {none}"
    left = translate("Sticks", "En la memoria quedó la constancia «{name}» para la persona.")
    return f"{words} {left.format(name=taken.receipt.name)}"


def _refused(taken: TakenIn) -> str:
    """Files that had nothing for the office: each by its name, with the reason."""
    if not taken.refused:
        return ""
    told = "; ".join(f"«{name}»: {said(error)}" for name, error in taken.refused[:MOST_NAMED])
    words = translate("Sticks", "Sin recibir: {n}. {told}").format(n=count(len(taken.refused)), told=told)
    return words if len(taken.refused) <= MOST_NAMED else f"{words}…"


def handed_words(done: int) -> str:
    """After handing over."""
    if not done:
        return translate("Sticks", "No había nada que el servicio central pudiera recibir.")
    if done == 1:
        return translate("Sticks", "El servicio central recibió 1 paquete.")
    return translate("Sticks", "El servicio central recibió {n} paquetes.").format(n=count(done))


def wrote_words(name: str, people: int) -> str:
    """After writing."""
    if people == 1:
        return translate("Sticks", "«{name}» está en la memoria, con el paquete de 1 equipo.").format(name=name)
    words = translate("Sticks", "«{name}» está en la memoria, para {n} equipos. Cada uno abre solo lo suyo.")
    return words.format(name=name, n=count(people))
