"""What was looked at, each with its sign: the reasons of a verdict, and what was found in order. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from desktop.presenters.formats import short_day
from desktop.presenters.verdict_reasons import one_line, reason_words, told_reasons
from desktop.presenters.verdicts import SIGNS, TONES
from desktop.words import translate
from documents.seal.paper_claims import PaperClaims
from documents.seal.verdict import Colour, Reason, ReasonCode, Verdict, VerdictCode

MOST: Final = 60  # a hostile file could have thousands
_R = ReasonCode
_KEY = frozenset({_R.KEY_COMPROMISED, _R.KEY_REVOKED, _R.KEY_OUT_OF_TIME, _R.KEY_WRONG_TYPE})
_VALUES = frozenset(
    {
        _R.VALUE_DIFFERS, _R.VALUE_MISSING, _R.LINE_DIFFERS, _R.LINE_MISSING, _R.LINE_UNSIGNED, _R.AMOUNT_UNSIGNED,
        _R.TEXT_CHANGED, _R.ORDER_CHANGED, _R.PAGE_MISSING, _R.PAGE_ADDED, _R.SEALS_DISAGREE,
    }
)  # fmt: skip
_SIGHT = frozenset(
    {
        _R.VALUE_NOT_SEEN, _R.VALUE_LOOKS_DIFFERENT, _R.TEXT_NOT_SEEN, _R.LAYER_CHANGES_VALUE,
        _R.ANNOTATION_CHANGES_VALUE,
    }
)  # fmt: skip
UNDECIDED = frozenset(
    {
        _R.NO_TEXT, _R.PICTURE_OF_PAGE, _R.TYPEFACE_UNKNOWN, _R.TEXT_UNREADABLE, _R.LABEL_NOT_FOUND,
        _R.PLACES_CHANGED, _R.SEALS_SHARE_PAGE,
        _R.NOT_ALL_LOOKED_AT, _R.SCHEMA_UNKNOWN, _R.STRUCTURE_UNCLEAR, _R.FONT_NOT_EMBEDDED,
    }
)  # fmt: skip
_ADDED = frozenset(
    {
        _R.TEXT_ADDED, _R.INK_ADDED, _R.ANNOTATION, _R.LAYER, _R.CODE_ADDED, _R.PAGE_WITHOUT_SEAL, _R.ACTIVE_CONTENT,
    }
)  # fmt: skip
_REMARKS = frozenset({_R.ISSUED_IN_FUTURE, _R.TRUST_LIST_OLD, _R.ATTACHMENT, _R.SHEET_NUMBERED, _R.PAGES_LEFT_OUT})
_GOOD_NEWS = frozenset({_R.SAME_AS_COPY})
_NEITHER = frozenset({_R.COPY_AGREES, _R.CODE_AGREES_WITH_TEXT, _R.CODE_NOT_IN_TEXT})
_ASIDE = _REMARKS | _NEITHER


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `undecided`: it could not be compared, so what agrees is for the person to see."""

    tone: str
    sign: str
    words: str
    undecided: bool = False


def checks_of(verdict: Verdict) -> tuple[Check, ...]:
    """The seal, what speaks against, what is in order, remarks. After a broken signature nothing but that."""
    if verdict.code is VerdictCode.FIRMA_FALSA:
        return _told(told_reasons(verdict))
    found = {reason.code for reason in verdict.reasons}
    sealed = bool(verdict.parts) and all(part.key and part.claims for part in verdict.parts)
    fine = _in_order(verdict, found) if sealed else ()
    against = _told(reason for reason in verdict.reasons if reason.code not in _ASIDE and not _idle(reason, found))
    aside = _told(reason for reason in verdict.reasons if reason.code in _ASIDE and not _idle(reason, found))
    return (*fine[:1], *against, *fine[1:], *aside)[:MOST]


def _idle(reason: Reason, found: set[ReasonCode]) -> bool:
    """What goes without saying of a file that is the very one the office sent."""
    return _R.SAME_AS_COPY in found and reason.code in _NEITHER


def _told(reasons: Iterable[Reason]) -> tuple[Check, ...]:
    return tuple(dict.fromkeys(_check(reason) for reason in reasons))


def _check(reason: Reason) -> Check:
    words = reason_words(reason)
    if reason.code in _GOOD_NEWS:
        return _fine(words)
    if reason.code in _ASIDE:
        return Check("info", "info", words)
    return Check(TONES[reason.colour], SIGNS[reason.colour], words, reason.code in UNDECIDED)


def _in_order(verdict: Verdict, found: set[ReasonCode]) -> tuple[Check, ...]:
    """What was compared and nothing speaks against."""
    comparable = not found & UNDECIDED
    good = [_fine(words) for words in _seal_words(verdict)]
    if not found & _KEY:
        good.append(_fine(_key_words(verdict)))
    if _R.DOCUMENT_ANNULLED not in found:
        good.append(_fine(translate("verify", "No figura como anulado.")))
    if comparable and not found & _VALUES:
        good.append(_fine(_values_words(verdict)))
    if comparable and not found & _SIGHT:
        good.append(_fine(translate("verify", "Nada está tapado, escondido ni puesto encima de lo firmado.")))
    if comparable and not found & (_ADDED | _VALUES | _SIGHT):
        plain = translate("verify", "No hay nada agregado.")
        numbered = translate("verify", "No hay nada agregado, fuera del número de folio.")
        good.append(_fine(numbered if _R.SHEET_NUMBERED in found else plain))
    return tuple(good)


def _values_words(verdict: Verdict) -> str:
    if any(isinstance(part.claims, PaperClaims) for part in verdict.parts):
        return translate("verify", "Los nombres, el DNI, la oficina y cada palabra de cada página son los firmados.")
    return translate("verify", "Los nombres, el DNI, el mes y cada monto son los firmados.")


def _seal_words(verdict: Verdict) -> tuple[str, ...]:
    """One sentence an issuer."""
    names = dict.fromkeys(one_line(part.key.issuer_name) for part in verdict.parts if part.key)
    template = translate("verify", "El QR es de {issuer} y su sello es correcto.")
    if len(verdict.parts) > 1:
        template = translate("verify", "Los {n} sellos son de {issuer} y son correctos.")
        if len(names) > 1:
            template = translate("verify", "Hay sellos de {issuer} y son correctos.")
    return tuple(template.format(issuer=name, n=len(verdict.parts)) for name in names)


def _key_words(verdict: Verdict) -> str:
    days = dict.fromkeys(short_day(part.claims.issued.astimezone().date()) for part in verdict.parts if part.claims)
    if len(days) == 1:
        return translate("verify", "La clave del emisor estaba vigente el {date}, cuando selló.").format(
            date=next(iter(days))
        )
    return translate("verify", "Las claves estaban vigentes cuando se selló.")


def _fine(words: str) -> Check:
    return Check("good", SIGNS[Colour.GREEN], words)
