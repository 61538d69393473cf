"""Signed values against what the page says at the place of each. Pure: words in, reasons out.

Every check runs, whatever the others found. This is the payslip; papers are `documents.seal.paper_fields`.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from documents.figures import printed_amount
from documents.payslip import ConceptLine
from documents.seal.amounts import centimos, holds_amount, normal
from documents.seal.claims import Claims
from documents.seal.compared import Compared, compare_totals
from documents.seal.document_types import DocumentType
from documents.seal.outcomes import because
from documents.seal.paper_claims import PaperClaims
from documents.seal.paper_fields import compare_paper
from documents.seal.signed import SignedClaims
from documents.seal.table import Line, Table
from documents.seal.verdict import Field, Reason, ReasonCode
from documents.seal.words import Word

_ENOUGH: Final = 3  # labels: then the text is that of a payslip


def compare(claims: SignedClaims, words: Sequence[Word], pages: Sequence[int]) -> Compared:
    """Every signed value against the words of its pages."""
    if isinstance(claims, PaperClaims):
        return compare_paper(claims, words, pages)
    table = Table(words)
    compared = Compared()
    if table.known_labels < _ENOUGH and not any(holds_amount(word.text) for word in words):
        compared.say(ReasonCode.TEXT_UNREADABLE, None, page=pages[0])
        return compared
    everything = normal(" ".join(word.text for word in words))
    compare_totals(_totals(claims), table, compared, everything)
    _compare_person(claims, table, compared, everything)
    _compare_month(claims, table, compared, pages)
    _compare_sequence(claims, table, compared)
    if claims.lines_sealed:
        _compare_lines(claims, table, compared)
    else:
        _compare_sums(claims, table, compared)
    return compared


def _totals(claims: Claims) -> tuple[tuple[Field, int], ...]:
    return (
        (Field.TOTAL_HABERES, claims.total_haberes),
        (Field.TOTAL_DESCUENTOS, claims.total_descuentos),
        (Field.LIQUIDO, claims.liquido),
        (Field.MONTO_IMPONIBLE, claims.monto_imponible),
    )


def _compare_person(claims: Claims, table: Table, compared: Compared, everything: str) -> None:
    surnames, comma, names = claims.apellidos_y_nombres.partition(", ")
    parts = [(Field.APELLIDOS_Y_NOMBRES, "Apellidos", surnames)]
    parts += [(Field.APELLIDOS_Y_NOMBRES, "Nombres", names)] if comma else []
    parts += [(Field.DOC_NUMERO, "Documento de Identidad", claims.doc_numero)]
    parts += [(Field.CODIGO_MODULAR, "Cod. Modular", claims.codigo_modular)] if claims.codigo_modular else []
    for of, label, expected in parts:
        values = list(table.values(label))
        if not values:
            absent = normal(expected) not in everything
            compared.say(ReasonCode.VALUE_MISSING if absent else ReasonCode.LABEL_NOT_FOUND, of, expected)
        for value in values:
            compared.take(value.words, of)
            text = value.words[-1].text if of is Field.DOC_NUMERO else value.text
            if normal(text) != normal(expected):
                compared.say(ReasonCode.VALUE_DIFFERS, of, expected, value.text, value.words[0].page)


def _compare_month(claims: Claims, table: Table, compared: Compared, pages: Sequence[int]) -> None:
    expected = claims.periodo.printed
    found = list(table.months())
    for segment in found:
        compared.take(segment.words, Field.PERIODO)
        if normal(segment.text) != normal(expected):
            compared.say(ReasonCode.VALUE_DIFFERS, Field.PERIODO, expected, segment.text, segment.page)
    for page in pages:
        if not any(segment.page == page for segment in found):
            compared.say(ReasonCode.VALUE_MISSING, Field.PERIODO, expected, page=page)


def _compare_sequence(claims: Claims, table: Table, compared: Compared) -> None:
    found = list(table.sequences())
    additional = claims.type is DocumentType.ADDITIONAL
    for number, segment in found:
        compared.take(segment.words, Field.SECUENCIA)
        if not additional or number != claims.secuencia:
            expected = f"Planilla adicional N° {claims.secuencia}" if additional else "Planilla continua"
            compared.say(ReasonCode.VALUE_DIFFERS, Field.SECUENCIA, expected, segment.text, segment.page)
    if additional and not found:
        compared.say(ReasonCode.VALUE_MISSING, Field.SECUENCIA, f"Planilla adicional N° {claims.secuencia}")


def _compare_lines(claims: Claims, table: Table, compared: Compared) -> None:
    printed = list(table.lines())
    for line in printed:
        compared.take(line.words, line.section or Field.HABERES)
    for of, signed in ((Field.HABERES, claims.haberes), (Field.DESCUENTOS, claims.descuentos)):
        for signed_line, other in unlike_lines(signed, [line for line in printed if line.section is of]):
            compared.reasons.append(_line_reason(of, signed_line, other))


def unlike_lines(
    known: Sequence[ConceptLine], printed: Sequence[Line]
) -> Iterator[tuple[ConceptLine | None, Line | None]]:
    """Lines of one list that are known and not printed, or printed and not known; side by side what looks like one."""
    return _paired(*_matched(known, list(printed)))


def _line_reason(of: Field, signed: ConceptLine | None, printed: Line | None) -> Reason:
    """About a signed line, a printed one, or both where they look like one that was changed."""
    expected = f"{signed.codigo} {printed_amount(signed.monto)}" if signed else ""
    found = f"{printed.label} {printed.amount}".strip() if printed else ""
    page = printed.words[0].page + 1 if printed else 0
    if signed and printed:
        code = ReasonCode.LINE_DIFFERS
    else:
        code = ReasonCode.LINE_MISSING if signed else ReasonCode.LINE_UNSIGNED
    return because(code, expected=expected, found=found, page=page, field=of)


def _compare_sums(claims: Claims, table: Table, compared: Compared) -> None:
    """Lines that did not fit into the seal: they must at least add up to the signed totals."""
    printed = list(table.lines())
    for of, total in ((Field.HABERES, claims.total_haberes), (Field.DESCUENTOS, claims.total_descuentos)):
        own = [line for line in printed if line.section is of]
        for line in own:
            compared.take(line.words, of)
        found = sum(centimos(line.amount) for line in own)
        if found != total:
            compared.say(ReasonCode.LINE_DIFFERS, of, printed_amount(total), printed_amount(found))


def _matched(signed: Sequence[ConceptLine], printed: list[Line]) -> tuple[list[ConceptLine], list[Line]]:
    """Signed lines that are not printed, and printed ones that are not signed."""
    spare, missing = list(printed), []
    for line in signed:
        code, amount = normal(line.codigo), printed_amount(line.monto)
        same = next(
            (each for each in spare if each.amount == amount and code in map(normal, each.labels)),
            None,
        )
        if same is None:
            missing.append(line)
        else:
            spare.remove(same)
    return missing, spare


def _paired(missing: list[ConceptLine], spare: list[Line]) -> Iterator[tuple[ConceptLine | None, Line | None]]:
    """Side by side what looks like one line that was changed: the same code, or else the same amount."""
    left = list(spare)
    for line in missing:
        code, amount = normal(line.codigo), printed_amount(line.monto)
        twin = next((each for each in left if code in map(normal, each.labels)), None)
        twin = twin or next((each for each in left if each.amount == amount), None)
        if twin:
            left.remove(twin)
        yield line, twin
    for each in left:
        yield None, each
