"""The signed values of a paper against what its pages say: the person on each, the page's number, dates, totals. Pure.

Everything else on a paper is bound by the digests alone; so all its words carry something signed, and the eye must see
each of them as it stands there.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from documents.figures import printed_date
from documents.seal.amounts import holds_amount, normal
from documents.seal.compared import Compared, compare_totals
from documents.seal.paper_claims import PaperClaims
from documents.seal.table import Table, Value
from documents.seal.verdict import Field, ReasonCode
from documents.seal.words import Segment, Word

PAGE_NUMBER: Final = re.compile(r"P[ÁA]GINA(\d{1,2})DE(\d{1,2})")
_PERSON: Final = ("Apellidos", "Nombres", "Documento de Identidad")
_ENOUGH: Final = 2  # of them: then the text is that of a paper of ours


def compare_paper(claims: PaperClaims, words: Sequence[Word], pages: Sequence[int]) -> Compared:
    """Every signed value against the words of its pages, in the order of the pages."""
    compared = Compared()
    tables = {page: Table([word for word in words if word.page == page]) for page in pages}
    labels = {label for table in tables.values() for label in _PERSON if _first(table, label)}
    if len(labels) < _ENOUGH and not any(holds_amount(word.text) for word in words):
        compared.say(ReasonCode.TEXT_UNREADABLE, None, page=pages[0])
        return compared
    for place, (page, table) in enumerate(tables.items(), start=1):
        _compare_number(claims, table, compared, page, place)
        for of, label, expected in _labelled(claims):
            _compare_value(table, compared, page, of, label, expected)
    if claims.totals:
        everything = normal(" ".join(word.text for word in words))
        _compare_totals(claims, Table(words), compared, everything)
    known = {word for word, _ in compared.signed}
    compared.take((word for word in words if word not in known), Field.CONTENT)
    return compared


def page_number(table: Table) -> Segment | None:
    """The number of a page, which stands in its foot: the lowest thing that looks like one."""
    found = (segment for row in table.rows for segment in row if PAGE_NUMBER.fullmatch(normal(segment.text)))
    return min(found, key=lambda segment: segment.y, default=None)


def _labelled(claims: PaperClaims) -> Iterator[tuple[Field, str, str]]:
    """What stands in the head of every page, beside which label."""
    surnames, comma, names = claims.apellidos_y_nombres.partition(", ")
    yield Field.APELLIDOS_Y_NOMBRES, "Apellidos", surnames
    if comma:
        yield Field.APELLIDOS_Y_NOMBRES, "Nombres", names
    yield Field.DOC_NUMERO, "Documento de Identidad", claims.doc_numero
    yield Field.OFFICE, "Oficina emisora", claims.office
    if claims.valid_until:
        yield Field.VALID_UNTIL, "Válido hasta", printed_date(claims.valid_until)
    if claims.span:
        yield Field.SPAN, "Desde", claims.span[0].printed
        yield Field.SPAN, "Hasta", claims.span[1].printed


def _first(table: Table, label: str) -> Value | None:
    """The topmost: records further down may have a label of the same name."""
    return next(table.values(label), None)


def _compare_value(table: Table, compared: Compared, page: int, of: Field, label: str, expected: str) -> None:
    value = _first(table, label)
    if value is None:
        compared.say(ReasonCode.VALUE_MISSING, of, expected, page=page)
        return
    compared.take(value.words, of)
    text = value.words[-1].text if of is Field.DOC_NUMERO else value.text
    if normal(text) != normal(expected):
        compared.say(ReasonCode.VALUE_DIFFERS, of, expected, value.text, page)


def _compare_number(claims: PaperClaims, table: Table, compared: Compared, page: int, place: int) -> None:
    """Pages have numbers, so that none can change places with another."""
    expected = f"Página {place} de {claims.pages}"
    found = page_number(table)
    if found is None:
        compared.say(ReasonCode.VALUE_MISSING, Field.PAGE, expected, page=page)
        return
    compared.take(found.words, Field.PAGE)
    if normal(found.text) != normal(expected):
        compared.say(ReasonCode.VALUE_DIFFERS, Field.PAGE, expected, found.text, page)


def _compare_totals(claims: PaperClaims, table: Table, compared: Compared, everything: str) -> None:
    totals = claims.totals
    if totals:
        pairs = (
            (Field.TOTAL_HABERES, totals.haberes),
            (Field.TOTAL_DESCUENTOS, totals.descuentos),
            (Field.LIQUIDO, totals.liquido),
        )
        compare_totals(pairs, table, compared, everything)
