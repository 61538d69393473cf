"""What was signed beside what is seen: the rows of a verdict's table, in words. No Qt.

One row a datum, whatever number of reasons speaks of it: the strongest is shown, the others are among the checks.
"""

from dataclasses import dataclass
from typing import Final

from desktop.presenters.formats import NO_BREAK, period, soles
from desktop.presenters.verdict_checks import UNDECIDED
from desktop.presenters.verdict_papers import paper_name, paper_values
from desktop.presenters.verdict_reasons import field_words, one_line
from desktop.presenters.verdicts import part_mark
from desktop.words import translate
from documents.seal.claims import Claims
from documents.seal.signed import SignedClaims
from documents.seal.verdict import Field, Reason, ReasonCode, Verdict, VerdictCode

SAME, DIFFERS, COMPARE = "same", "differs", "compare"
MOST_ROWS: Final = 40  # a hostile file could have thousands
_AMOUNTS = frozenset({Field.TOTAL_HABERES, Field.TOTAL_DESCUENTOS, Field.LIQUIDO, Field.MONTO_IMPONIBLE})
_LISTS = frozenset({Field.HABERES, Field.DESCUENTOS, Field.CONTENT})
_R = ReasonCode
_STRONGEST_FIRST = (
    _R.VALUE_DIFFERS, _R.COPY_DIFFERS, _R.LINE_DIFFERS, _R.LINE_UNSIGNED, _R.LINE_MISSING, _R.VALUE_MISSING,
    _R.ANNOTATION_CHANGES_VALUE, _R.LAYER_CHANGES_VALUE, _R.VALUE_LOOKS_DIFFERENT, _R.VALUE_NOT_SEEN,
    _R.PAGE_MISSING, _R.AMOUNT_UNSIGNED, _R.TEXT_CHANGED, _R.ORDER_CHANGED, _R.TEXT_ADDED,
)  # fmt: skip
_OTHERWISE = frozenset({_R.TEXT_CHANGED, _R.ORDER_CHANGED})
_UNSEEN = frozenset({_R.VALUE_MISSING, _R.LINE_MISSING, _R.VALUE_NOT_SEEN})
_COVERED = frozenset({_R.ANNOTATION_CHANGES_VALUE, _R.LAYER_CHANGES_VALUE, _R.VALUE_LOOKS_DIFFERENT})


@dataclass(frozen=True, slots=True)
class Row:
    """One datum, as signed and as seen. `state`: SAME, DIFFERS or COMPARE (the person has to)."""

    name: str
    signed: str
    seen: str
    state: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table with its two headings."""

    signed: str
    seen: str
    rows: tuple[Row, ...]


def comparison_of(verdict: Verdict) -> Comparison | None:
    """The table; None where there is nothing to put side by side. Never of a file with a broken signature."""
    differing = _differences(verdict)
    if not verdict.parts:
        if not differing:
            return None
        signed = translate("verify", "Lo que envió la oficina")
        return Comparison(signed, translate("verify", "Lo que se ve en la hoja"), differing)
    if len(verdict.parts) > 1:
        return _by_parts(verdict, differing)
    if verdict.claims is None or verdict.code is VerdictCode.FIRMA_FALSA:
        return None
    return Comparison(
        translate("verify", "Lo que firmó {issuer}").format(issuer=_issuer(verdict)),
        translate("verify", "Lo que se ve en la hoja"),
        (*differing, *_agreeing(verdict, verdict.claims, in_short=any(row.state == DIFFERS for row in differing))),
    )


def _issuer(verdict: Verdict) -> str:
    return one_line(verdict.key.issuer_name, 60) if verdict.key else translate("verify", "la oficina")


def _differences(verdict: Verdict) -> tuple[Row, ...]:
    """One row a field; lines of the two lists, amounts and texts one row each."""
    told = [reason for reason in verdict.reasons if reason.code in _STRONGEST_FIRST]
    told.sort(key=lambda reason: _STRONGEST_FIRST.index(reason.code))
    rows: dict[object, Row] = {}
    seen: set[str] = set()
    for reason in told:
        if reason.code is _R.AMOUNT_UNSIGNED and reason.found in seen:
            continue  # it stands beside the amount that it replaces
        seen.add(reason.found)
        rows.setdefault(_subject(reason), _difference(reason, verdict.claims))
    return tuple(dict.fromkeys(rows.values()))[:MOST_ROWS]


def _subject(reason: Reason) -> object:
    """What a row is about."""
    if reason.field is None or reason.field in _LISTS:
        return reason.code, reason.expected, reason.found, reason.page
    return reason.field, reason.page


def _difference(reason: Reason, claims: SignedClaims | None) -> Row:
    state = COMPARE if reason.code is _R.TEXT_ADDED else DIFFERS
    return Row(_name(reason), _signed_side(reason, claims), _seen_side(reason), state)


def _signed_side(reason: Reason, claims: SignedClaims | None) -> str:
    if reason.code in {_R.LINE_UNSIGNED, _R.AMOUNT_UNSIGNED, _R.TEXT_ADDED}:
        return translate("verify", "Nada")
    values = dict(_signed(claims)) if claims else {}
    if reason.field in values and reason.code is not _R.VALUE_DIFFERS:
        return values[reason.field]
    return _value(reason.field, reason.expected)


def _seen_side(reason: Reason) -> str:
    if reason.code in _UNSEEN:
        return translate("verify", "No se ve")
    if reason.code in _OTHERWISE:
        return (
            translate("verify", "Otro texto") if reason.code is _R.TEXT_CHANGED else translate("verify", "Otro orden")
        )
    if reason.code in _COVERED and (not reason.found or reason.code is _R.ANNOTATION_CHANGES_VALUE):
        return translate("verify", "Otra cosa")
    return _value(reason.field, reason.found)


def _name(reason: Reason) -> str:
    special = {
        _R.AMOUNT_UNSIGNED: translate("verify", "Monto sin firmar"),
        _R.TEXT_ADDED: translate("verify", "Texto agregado"),
        _R.TEXT_CHANGED: translate("verify", "Texto de la hoja"),
        _R.ORDER_CHANGED: translate("verify", "Orden de la hoja"),
        _R.PAGE_MISSING: translate("verify", "Páginas"),
    }
    name = special.get(reason.code) or field_words(reason.field)
    if reason.page <= 1:
        return name
    return translate("verify", "{name} (página {page})").format(name=name, page=reason.page)


def _value(field: Field | None, text: str) -> str:
    shown = one_line(text)
    bare = shown.replace(",", "").replace(".", "").isdecimal()
    return f"S/{NO_BREAK}{shown}" if field in _AMOUNTS and bare else shown or "—"


def _signed(claims: SignedClaims) -> tuple[tuple[Field, str], ...]:
    return _payslip(claims) if isinstance(claims, Claims) else paper_values(claims)


def _payslip(claims: Claims) -> tuple[tuple[Field, str], ...]:
    return (
        (Field.APELLIDOS_Y_NOMBRES, one_line(claims.apellidos_y_nombres)),
        (Field.DOC_NUMERO, one_line(claims.doc_numero)),
        (Field.PERIODO, period(claims.periodo)),
        (Field.TOTAL_HABERES, soles(claims.total_haberes)),
        (Field.TOTAL_DESCUENTOS, soles(claims.total_descuentos)),
        (Field.LIQUIDO, soles(claims.liquido)),
    )


def _agreeing(verdict: Verdict, claims: SignedClaims, *, in_short: bool) -> tuple[Row, ...]:
    """The signed values that nothing speaks against; whether they were compared is said beside them."""
    told = {reason.field for reason in verdict.reasons if reason.code in _STRONGEST_FIRST}
    compared = not any(reason.code in UNDECIDED for reason in verdict.reasons)
    left = [(of, value) for of, value in _signed(claims) if of not in told]
    if in_short and compared and left:
        names = ", ".join(field_words(of) for of, _ in left)
        return (Row(names, "", translate("verify", "Coinciden"), SAME),)
    same = translate("verify", "Coincide") if compared else translate("verify", "Compárelo usted")
    return tuple(Row(field_words(of), value, same, SAME if compared else COMPARE) for of, value in left)


def _by_parts(verdict: Verdict, differing: tuple[Row, ...]) -> Comparison:
    """A file with several payslips: each with its own result, then what differs anywhere."""
    rows = []
    for part in verdict.parts[:MOST_ROWS]:
        mark = part_mark(part.code, part.colour)
        signed = "—" if part.claims is None else _in_short(part.claims)
        state = {"good": SAME, "bad": DIFFERS}.get(mark.tone, COMPARE)
        rows.append(Row(_pages(part.pages), signed, mark.word, state))
    return Comparison(translate("verify", "Documento firmado"), translate("verify", "Resultado"), (*rows, *differing))


def _in_short(claims: SignedClaims) -> str:
    if not isinstance(claims, Claims):
        return f"{paper_name(claims)}, {one_line(claims.apellidos_y_nombres)}"
    return f"{period(claims.periodo)}, {claims.apellidos_y_nombres}, {soles(claims.liquido)}"


def _pages(pages: tuple[int, ...]) -> str:
    if len(pages) == 1:
        return translate("verify", "Página {page}").format(page=pages[0])
    return translate("verify", "Páginas {first} a {last}").format(first=pages[0], last=pages[-1])
