"""One verdict as it is shown: title, file, what was signed beside what is seen, each check, what to do. No Qt.

After a broken signature nothing of the content is here, whatever the verdict may carry.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.presenters.formats import NO_BREAK, clock_time, moment, period, short_day, soles
from desktop.presenters.trust_words import trust_line
from desktop.presenters.verdict_checks import Check, checks_of
from desktop.presenters.verdict_reasons import field_words, one_line
from desktop.presenters.verdicts import Mark, mark_of, part_mark, sentences_of, trial_words
from desktop.words import translate
from documents.seal.claims import Claims
from documents.seal.verdict import CodeKind, CodeMark, Field, Reason, ReasonCode, Verdict, VerdictCode

SAME, DIFFERS, COMPARE = "same", "differs", "compare"
AMOUNTS: Final = (Field.TOTAL_HABERES, Field.TOTAL_DESCUENTOS, Field.LIQUIDO, Field.MONTO_IMPONIBLE)
MOST_ROWS: Final = 40  # of differences; a hostile file could have thousands
LONGEST_CODE: Final = 300  # characters of a QR that are shown
_R = ReasonCode
_SIDE_BY_SIDE = frozenset(
    {
        _R.VALUE_DIFFERS, _R.VALUE_MISSING, _R.LINE_DIFFERS, _R.LINE_MISSING, _R.LINE_UNSIGNED, _R.AMOUNT_UNSIGNED,
        _R.PAGE_MISSING, _R.VALUE_NOT_SEEN, _R.VALUE_LOOKS_DIFFERENT, _R.LAYER_CHANGES_VALUE,
        _R.ANNOTATION_CHANGES_VALUE, _R.COPY_DIFFERS, _R.TEXT_ADDED, _R.TEXT_CHANGED,
    }
)  # fmt: skip
_UNSEEN = frozenset({_R.VALUE_MISSING, _R.LINE_MISSING, _R.VALUE_NOT_SEEN})


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


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictDetail:
    """Everything that is shown of one verdict, in words."""

    mark: Mark
    title: str
    facts: str  # file, when, hash
    trial: str  # "" unless it rests on demonstration keys
    comparison: Comparison | None
    checks: tuple[Check, ...]
    codes: tuple[str, ...]  # what the QRs say, as text
    todo: str
    trust: str
    claims: Claims | None  # for the payslip redrawn from what is signed


def detail_of(verdict: Verdict, now: datetime) -> VerdictDetail:
    """The words of one verdict, seen from `now`."""
    words = sentences_of(verdict)
    hidden = verdict.code is VerdictCode.FIRMA_FALSA
    return VerdictDetail(
        mark=mark_of(verdict),
        title=words.title,
        facts=facts_line(verdict, now),
        trial=trial_words() if verdict.test_keys else "",
        comparison=None if hidden else _comparison(verdict),
        checks=checks_of(verdict),
        codes=() if hidden else tuple(_code(mark) for mark in verdict.codes if mark.kind is not CodeKind.SEAL),
        todo=words.todo,
        trust=trust_line(verdict.trust.version, verdict.trust.issued, verdict.trust.age_days, test=verdict.trust.test),
        claims=None if hidden else verdict.claims,
    )


def facts_line(verdict: Verdict, now: datetime) -> str:
    """File, time of the check, short digest: a picture of this page alone proves nothing about another file."""
    parts = [one_line(file_name(verdict.file.path))]
    parts.append(translate("verify", "comprobado {at}").format(at=moment(verdict.checked, now)))
    if verdict.file.sha256:
        parts.append(translate("verify", "huella {digest}").format(digest=short_digest(verdict.file.sha256)))
    return " · ".join(parts)


def file_name(path: str) -> str:
    """The last part of a path of either kind."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path


def short_digest(sha256: str) -> str:
    """9f2c…e41a"""
    return f"{sha256[:4]}…{sha256[-4:]}" if sha256 else ""


def issued_words(at: datetime) -> str:
    """When a seal was made: 11/11/2026, 12:00"""
    return f"{short_day(at.astimezone().date())}, {clock_time(at)}"


def _comparison(verdict: Verdict) -> Comparison | None:
    differing = _differences(verdict)
    if verdict.code is VerdictCode.NO_COINCIDE_CON_COPIA or (not verdict.parts and differing):
        return Comparison(
            translate("verify", "Lo que envió la oficina"), translate("verify", "Lo que se ve en la hoja"), differing
        )
    if len(verdict.parts) > 1:
        return _by_parts(verdict, differing)
    if verdict.claims is None:
        return None
    return Comparison(
        translate("verify", "Lo que firmó {issuer}").format(issuer=_issuer(verdict)),
        translate("verify", "Lo que se ve en la hoja"),
        (*differing, *_agreeing(verdict, verdict.claims)),
    )


def _issuer(verdict: Verdict) -> str:
    return one_line(verdict.key.issuer_name, 60) if verdict.key else translate("verify", "la oficina")


def _differences(verdict: Verdict) -> tuple[Row, ...]:
    rows = {_difference(reason, verdict.claims): None for reason in verdict.reasons if reason.code in _SIDE_BY_SIDE}
    return tuple(rows)[:MOST_ROWS]


def _difference(reason: Reason, claims: Claims | None) -> Row:
    signed = reason.expected or _signed_value(claims, reason.field)
    if reason.code in {_R.LINE_UNSIGNED, _R.AMOUNT_UNSIGNED, _R.TEXT_ADDED}:
        signed = translate("verify", "Nada")
    seen = reason.found
    if reason.code in _UNSEEN or reason.code is _R.TEXT_CHANGED:
        seen = translate("verify", "No se ve") if reason.code in _UNSEEN else translate("verify", "Otro texto")
    elif reason.code in {_R.VALUE_LOOKS_DIFFERENT, _R.LAYER_CHANGES_VALUE, _R.ANNOTATION_CHANGES_VALUE}:
        seen = translate("verify", "Otra cosa encima")
    state = COMPARE if reason.code is _R.TEXT_ADDED else DIFFERS
    return Row(_name(reason), _value(reason.field, signed), _value(reason.field, seen), state)


def _name(reason: Reason) -> str:
    special = {
        _R.AMOUNT_UNSIGNED: translate("verify", "Monto sin firmar"),
        _R.TEXT_ADDED: translate("verify", "Texto agregado"),
        _R.TEXT_CHANGED: translate("verify", "Texto de la hoja"),
        _R.PAGE_MISSING: translate("verify", "Páginas"),
    }
    return special.get(reason.code) or field_words(reason.field)


def _value(field: Field | None, text: str) -> str:
    shown = one_line(text)
    bare = shown.replace(",", "").replace(".", "").isdecimal()
    return f"S/{NO_BREAK}{shown}" if field in AMOUNTS and bare else shown or "—"


def _signed_value(claims: Claims | None, field: Field | None) -> str:
    values = dict(_signed(claims)) if claims else {}
    return values.get(field, "—") if field else "—"


def _signed(claims: Claims) -> tuple[tuple[Field, str], ...]:
    return (
        (Field.APELLIDOS_Y_NOMBRES, claims.apellidos_y_nombres),
        (Field.DOC_NUMERO, claims.doc_numero),
        (Field.PERIODO, period(claims.periodo)),
        (Field.TOTAL_HABERES, soles(claims.total_haberes)),
        (Field.TOTAL_DESCUENTOS, soles(claims.total_descuentos)),
        (Field.LIQUIDO, soles(claims.liquido)),
    )


def _agreeing(verdict: Verdict, claims: Claims) -> tuple[Row, ...]:
    """The signed values that nothing speaks against; whether they were compared is said beside them."""
    told = {reason.field for reason in verdict.reasons if reason.code in _SIDE_BY_SIDE}
    compared = not any(check.undecided for check in checks_of(verdict))
    same = translate("verify", "Coincide") if compared else translate("verify", "Compárelo usted")
    state = SAME if compared else COMPARE
    return tuple(Row(field_words(of), one_line(value), same, state) for of, value in _signed(claims) if of not in told)


def _by_parts(verdict: Verdict, differing: tuple[Row, ...]) -> Comparison:
    """A file with several payslips: each with its own result, then what differs anywhere."""
    rows = []
    for part in verdict.parts[:MOST_ROWS]:
        mark = part_mark(part.code, part.colour)
        signed = "—" if part.claims is None else _in_short(part.claims)
        state = {"good": SAME, "bad": DIFFERS}.get(mark.tone, COMPARE)
        rows.append(Row(_pages(part.pages), signed, mark.word, state))
    return Comparison(translate("verify", "Boleta firmada"), translate("verify", "Resultado"), (*rows, *differing))


def _in_short(claims: Claims) -> str:
    return f"{period(claims.periodo)}, {claims.apellidos_y_nombres}, {soles(claims.liquido)}"


def _pages(pages: tuple[int, ...]) -> str:
    if len(pages) == 1:
        return translate("verify", "Página {page}").format(page=pages[0])
    return translate("verify", "Páginas {first} a {last}").format(first=pages[0], last=pages[-1])


def _code(mark: CodeMark) -> str:
    """What a QR says: text, never something to follow."""
    text = one_line(mark.text, LONGEST_CODE)
    if mark.kind is CodeKind.URL:
        host = one_line(mark.host) or translate("verify", "dirección no válida")
        return translate("verify", "Dirección de {host} (no se abrió): {text}").format(host=host, text=text)
    return translate("verify", "Texto: {text}").format(text=text)
