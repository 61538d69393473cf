"""Who of an office looked at the person's file, in words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.presenters.formats import moment
from desktop.words import translate
from storage.records import OfficeLook


@dataclass(frozen=True, slots=True)
class LookLine:
    """One line of the trace."""

    id: str
    when: str
    times: str  # "3 veces", or ""
    who: str
    office: str
    why: str
    what: str
    at: datetime


def look_line(look: OfficeLook, now: datetime) -> LookLine:
    """In words."""
    return LookLine(
        id=look.id,
        when=moment(look.until, now),
        times="" if look.times == 1 else translate("looks", "{n} veces").format(n=look.times),
        who=look.who,
        office=look.office,
        why=why_words(look.why),
        what=look.what,
        at=look.until,
    )


def why_words(why: str) -> str:
    """What a look was for, by the protocol's code; a newer one is shown as it is."""
    return {
        "solicitud": translate("looks", "Vio una solicitud suya"),
        "documento": translate("looks", "Abrió un documento"),
        "copia": translate("looks", "Recibió una copia para atenderla sin conexión"),
        "legajo": translate("looks", "Vio su ficha"),
        "paquete": translate("looks", "Preparó un paquete de documentos"),
        "constancia": translate("looks", "Hizo una constancia"),
        "usb": translate("looks", "Preparó una memoria USB para usted"),
    }.get(why, why)


def whole_words(line: LookLine) -> str:
    """One look with nothing cut."""
    told = f"{line.who}, {line.office}. {line.why}"
    return f"{told}: {line.what}." if line.what else f"{told}."


def looks_summary(looks: Sequence[OfficeLook]) -> str:
    """The sentence above the list."""
    people = len({(look.who, look.office) for look in looks})
    one = translate("looks", "1 persona de su oficina ha visto su legajo.")
    return one if people == 1 else translate("looks", "{n} personas de oficinas han visto su legajo.").format(n=people)


def nothing_words() -> tuple[str, str]:
    """When nobody looked."""
    return (
        translate("looks", "Nadie de una oficina ha visto su legajo"),
        translate("looks", "Cada vez que alguien lo vea, aquí dirá quién, cuándo y para qué. Llega al sincronizar."),
    )
