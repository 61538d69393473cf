"""Which reason leads to which verdict, and which of several is the worst. One table and three small functions; pure."""

from collections.abc import Iterable
from typing import Final

from documents.seal.verdict import Colour, Field, Reason, ReasonCode, VerdictCode

_V, _C, _R = VerdictCode, Colour, ReasonCode
_OUTCOMES: Final[dict[ReasonCode, tuple[VerdictCode, Colour]]] = {
    _R.SIGNATURE_BAD: (_V.FIRMA_FALSA, _C.RED),
    _R.SEAL_MALFORMED: (_V.FIRMA_FALSA, _C.RED),
    _R.DOCUMENT_ANNULLED: (_V.DOCUMENTO_ANULADO, _C.RED),
    _R.KEY_COMPROMISED: (_V.CLAVE_REVOCADA, _C.RED),
    _R.KEY_REVOKED: (_V.CLAVE_REVOCADA, _C.AMBER),
    _R.KEY_OUT_OF_TIME: (_V.CLAVE_REVOCADA, _C.AMBER),
    _R.KEY_WRONG_TYPE: (_V.CLAVE_REVOCADA, _C.AMBER),
    _R.KEY_UNKNOWN: (_V.EMISOR_DESCONOCIDO, _C.AMBER),
    **dict.fromkeys(
        (
            _R.VALUE_DIFFERS,
            _R.VALUE_MISSING,
            _R.LINE_DIFFERS,
            _R.LINE_MISSING,
            _R.LINE_UNSIGNED,
            _R.AMOUNT_UNSIGNED,
            _R.TEXT_CHANGED,
            _R.ORDER_CHANGED,
            _R.PAGE_ADDED,
            _R.PAGE_MISSING,
            _R.SEALS_DISAGREE,
            _R.VALUE_NOT_SEEN,
            _R.VALUE_LOOKS_DIFFERENT,
            _R.TEXT_NOT_SEEN,
            _R.LAYER_CHANGES_VALUE,
            _R.ANNOTATION_CHANGES_VALUE,
        ),
        (_V.ALTERADA, _C.RED),
    ),
    **dict.fromkeys(
        (
            _R.NO_TEXT,
            _R.PICTURE_OF_PAGE,
            _R.TYPEFACE_UNKNOWN,
            _R.TEXT_UNREADABLE,
            _R.LABEL_NOT_FOUND,
            _R.PLACES_CHANGED,
            _R.NOT_ALL_LOOKED_AT,
            _R.SCHEMA_UNKNOWN,
            _R.SEALS_SHARE_PAGE,
            _R.STRUCTURE_UNCLEAR,
            _R.FONT_NOT_EMBEDDED,
        ),
        (_V.FIRMA_OK_CONTENIDO_NO_COMPROBADO, _C.AMBER),
    ),
    **dict.fromkeys(
        (
            _R.TEXT_ADDED,
            _R.INK_ADDED,
            _R.ANNOTATION,
            _R.LAYER,
            _R.CODE_ADDED,
            _R.PAGE_WITHOUT_SEAL,
            _R.ACTIVE_CONTENT,
        ),
        (_V.FIRMA_OK_TEXTO_AGREGADO, _C.AMBER),
    ),
    _R.DOCUMENT_EXPIRED: (_V.DOCUMENTO_VENCIDO, _C.AMBER),
    _R.SAME_AS_COPY: (_V.COINCIDE_CON_COPIA, _C.GREEN),
    _R.COPY_DIFFERS: (_V.NO_COINCIDE_CON_COPIA, _C.RED),
    _R.CODE_WITHOUT_SEAL: (_V.QR_SIN_FIRMA, _C.GREY),
    _R.CODE_UNREADABLE: (_V.QR_ILEGIBLE, _C.GREY),
    _R.NO_CODE: (_V.SIN_QR, _C.GREY),
    _R.FILE_UNREADABLE: (_V.ARCHIVO_NO_LEGIBLE, _C.GREY),
}
_COLOURS: Final = (_C.RED, _C.AMBER, _C.GREY, _C.GREEN)
_CODES: Final = tuple(VerdictCode)
_REASONS: Final = tuple(ReasonCode)


def because(
    code: ReasonCode, *, expected: str = "", found: str = "", page: int = 0, field: Field | None = None
) -> Reason:
    """A reason in the colour it has. Remarks are green: they change nothing."""
    colour = _OUTCOMES[code][1] if code in _OUTCOMES else Colour.GREEN
    return Reason(code, colour, expected, found, page, field)


def outcome_of(reasons: Iterable[Reason]) -> tuple[VerdictCode, Colour]:
    """The worst of the reasons; AUTENTICA where none speaks against. Byte identity outweighs an unsigned code."""
    codes = {reason.code for reason in reasons}
    outcomes = [_OUTCOMES[code] for code in codes if code in _OUTCOMES]
    if _R.SAME_AS_COPY in codes and all(colour in {_C.GREY, _C.GREEN} for _, colour in outcomes):
        return _OUTCOMES[_R.SAME_AS_COPY]
    return min(outcomes, key=_badness, default=(_V.AUTENTICA, _C.GREEN))


def worst_first(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each finding once, in the order of weight, of the codes, of pages."""
    weighed = sorted(dict.fromkeys(reasons), key=lambda each: (_weight(each), each.page))
    return tuple(weighed)


def _weight(reason: Reason) -> tuple[int, int, int]:
    return (*_badness(_OUTCOMES.get(reason.code, (_V.AUTENTICA, _C.GREEN))), _REASONS.index(reason.code))


def _badness(outcome: tuple[VerdictCode, Colour]) -> tuple[int, int]:
    code, colour = outcome
    return _COLOURS.index(colour), _CODES.index(code)
