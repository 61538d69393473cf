"""The trust list in words: which one is in use, how old it is, what became of one that was opened. No Qt."""

from datetime import datetime

from desktop.presenters.errors import Told
from desktop.presenters.formats import count, day
from desktop.words import translate
from documents.seal.errors import TrustListError, TrustListTrouble
from documents.seal.trust_list import TrustList


def trust_line(version: int, issued: datetime, age_days: int, *, test: bool) -> str:
    """Lista de confianza n.º 3, del 2 de noviembre de 2026 (hace 21 días)."""
    words = translate("verify", "Lista de confianza n.º {version}, del {day} ({age})").format(
        version=version, day=day(issued.astimezone().date()), age=age_words(age_days)
    )
    return f"{words} · {translate('verify', 'PRUEBA')}" if test else words


def list_line(trust: TrustList, now: datetime) -> str:
    """The same about a list."""
    return trust_line(trust.version, trust.issued, max(0, (now - trust.issued).days), test=trust.test)


def age_words(days: int) -> str:
    """hoy, ayer, hace 21 días, hace 3 años."""
    if days <= 0:
        return translate("verify", "hoy")
    if days == 1:
        return translate("verify", "ayer")
    if days < 730:
        return translate("verify", "hace {n} días").format(n=count(days))
    return translate("verify", "hace {n} años").format(n=days // 365)


def accepted_words(before: TrustList, after: TrustList) -> str:
    """A list that was opened is in use now."""
    if before == after:
        return translate("verify", "Es la misma lista que ya estaba en uso (n.º {version}).").format(
            version=after.version
        )
    return translate("verify", "Lista aceptada: ahora se usa la n.º {after} en lugar de la n.º {before}.").format(
        after=after.version, before=before.version
    )


def refused_words(error: TrustListError, in_use: TrustList, offered: int | None) -> Told:
    """A list that was opened is not used, and why. `offered`: its version, where its signature is good."""
    kept = translate("verify", "Se sigue usando la lista n.º {version}, como antes.").format(version=in_use.version)
    again = translate("verify", "Pida la lista a su UGEL o espere a la próxima sincronización.")
    what = why_refused(error)
    if offered is not None:
        what = translate("verify", "{why} Es la n.º {version}.").format(why=what, version=offered)
    return Told(f"trust-list-{error.code.value}", what, kept, again, f"{type(error).__name__}: {error}")


def why_refused(error: TrustListError) -> str:
    """In one sentence."""
    return {
        TrustListTrouble.ROLLBACK: translate("verify", "Esa lista no es más nueva que la que ya está en uso."),
        TrustListTrouble.BAD_SIGNATURE: translate("verify", "Esa lista fue cambiada: su firma no es correcta."),
        TrustListTrouble.UNKNOWN_ROOT: translate("verify", "Esa lista no la firmó quien debe firmarla."),
        TrustListTrouble.MALFORMED: translate("verify", "Ese archivo no es una lista de confianza."),
        TrustListTrouble.OTHER_WORLD: translate(
            "verify", "Esa lista es de prueba y la que está en uso no, o al revés."
        ),
    }[error.code]
