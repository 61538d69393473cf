"""What the tray says after decisions: how long they can be undone, that they wait for a line, how they ended. Pure."""

from collections.abc import Sequence

from desktop.words import translate
from storage.decision_records import FOLLOWS_REFUSED, Deed, OwnDecision, Wanted

SECONDS = 8  # for second thoughts, before a decision may leave


def undo_words(deed: Deed, count: int, code: str, seconds: int) -> str:
    """While it can be undone: what was decided and when it leaves."""
    what = _one(deed).format(code=code) if count == 1 else _many(deed).format(n=count)
    if seconds > 1:
        return translate("tray", "{what} Se envía en {n} segundos.").format(what=what, n=seconds)
    if seconds == 1:
        return translate("tray", "{what} Se envía en 1 segundo.").format(what=what)
    return translate("tray", "{what} Se envía cuando haya conexión; hasta entonces puede deshacerse.").format(what=what)


def undone_words(count: int) -> str:
    """After «Deshacer»."""
    if count == 0:
        return translate("tray", "Ya salió hacia la oficina: no se puede deshacer.")
    if count == 1:
        return translate("tray", "Deshecho. No se envió nada y la solicitud queda como estaba.")
    return translate("tray", "Deshechas {n} decisiones. No se envió nada.").format(n=count)


def arrived_words(arrived: Sequence[Wanted | OwnDecision]) -> str:
    """The office has taken these."""
    if len(arrived) == 1:
        return _arrived(arrived[0].deed).format(code=arrived[0].code, who=arrived[0].who)
    return translate("tray", "La oficina registró {n} decisiones suyas.").format(n=len(arrived))


def waiting_words(count: int) -> str:
    """For the strip below the list: what has not left yet."""
    if count == 1:
        return translate("tray", "1 decisión por enviar")
    return translate("tray", "{n} decisiones por enviar").format(n=count)


def refused_words(refused: Sequence[OwnDecision]) -> str:
    """Several decisions were not applied: where to read why."""
    told = [own for own in refused if own.trouble != FOLLOWS_REFUSED]
    return translate(
        "tray", "{n} decisiones no se aplicaron: otra persona decidió antes o algo cambió. Vea «No aplicadas»."
    ).format(n=len(told) or len(refused))


def _one(deed: Deed) -> str:
    return {
        Deed.TAKE: translate("tray", "{code}: queda a su cargo."),
        Deed.LEAVE: translate("tray", "{code}: queda libre."),
        Deed.ATTEND: translate("tray", "{code}: atendida."),
        Deed.OBSERVE: translate("tray", "{code}: observada."),
        Deed.REJECT: translate("tray", "{code}: rechazada."),
        Deed.RECEIVE: translate("tray", "{code}: recibida."),
    }[deed]


def _many(deed: Deed) -> str:
    return {
        Deed.TAKE: translate("tray", "{n} solicitudes quedan a su cargo."),
        Deed.LEAVE: translate("tray", "{n} solicitudes quedan libres."),
        Deed.ATTEND: translate("tray", "{n} solicitudes atendidas."),
        Deed.OBSERVE: translate("tray", "{n} solicitudes observadas."),
        Deed.REJECT: translate("tray", "{n} solicitudes rechazadas."),
        Deed.RECEIVE: translate("tray", "{n} solicitudes recibidas."),
    }[deed]


def _arrived(deed: Deed) -> str:
    return {
        Deed.TAKE: translate("tray", "{code} quedó a su cargo."),
        Deed.LEAVE: translate("tray", "{code} quedó libre para quien la atienda."),
        Deed.ATTEND: translate("tray", "{code} quedó atendida. A {who} le llega con su próxima sincronización."),
        Deed.OBSERVE: translate("tray", "{code} quedó observada. {who} tiene 5 días hábiles para corregirla."),
        Deed.REJECT: translate("tray", "{code} quedó rechazada. {who} leerá el motivo."),
        Deed.RECEIVE: translate("tray", "{code} quedó recibida. {who} leerá su número de expediente."),
    }[deed]
