"""Verdicts on papers in words: each paper by its name, in its gender, with what is signed in it and no more."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.presenters.rebuilt import caution, invitation, rebuilt
from desktop.presenters.verdict_checks import checks_of
from desktop.presenters.verdict_comparison import SAME, comparison_of
from desktop.presenters.verdict_detail import detail_of
from desktop.presenters.verdict_reasons import reason_words
from desktop.presenters.verdicts import sentences_of
from documents.paper import PaperTotals
from documents.payslip import Period
from documents.seal.document_types import DocumentType
from documents.seal.outcomes import because, outcome_of, worst_first
from documents.seal.paper_claims import PaperClaims
from documents.seal.verdict import (
    Colour,
    Field,
    FileMark,
    KeyMark,
    Reason,
    ReasonCode,
    SealedPart,
    TrustMark,
    Verdict,
    VerdictCode,
)

NOW = datetime(2026, 11, 23, 13, 31, tzinfo=UTC)
HOJA = PaperClaims(
    issuer="PE/UGEL/210011", issued=datetime(2026, 11, 20, 17, 0, tzinfo=UTC), document_id=bytes(range(8)),
    type=DocumentType.HOJA_DE_VIDA, schema=2, doc_numero="99900017",
    apellidos_y_nombres="MAMANI ÑAUPARI, ROSA ÁNGELA", office="UGEL SAN ROMÁN", valid_until=None, span=None,
    totals=None, text_digest=bytes(16), place_digest=bytes(16), pages=3,
)  # fmt: skip
INFORME = replace(HOJA, type=DocumentType.INFORME_ESCALAFONARIO, valid_until=date(2027, 5, 20))
HABERES = replace(
    HOJA,
    type=DocumentType.CONSTANCIA,
    span=(Period(2025, 1), Period(2026, 11)),
    totals=PaperTotals(9_747_232, 886_190, 8_861_042),
)
KEY = KeyMark("PE/UGEL/210011", "UGEL SAN ROMÁN", "d0765f2c4a8ef173", "active", None, "")
TRUST = TrustMark(3, NOW - timedelta(days=21), NOW + timedelta(days=60), 21, test=False)


def verdict(claims: PaperClaims, *reasons: Reason, **changes: object) -> Verdict:
    code, colour = outcome_of(reasons)
    part = SealedPart(pages=(1, 2, 3), code=code, colour=colour, claims=claims, key=KEY)
    made = Verdict(
        code=code, colour=colour, test_keys=False, reasons=worst_first(reasons), parts=(part,), claims=claims, key=KEY,
        codes=(), trust=TRUST, file=FileMark("informe.pdf", "9f2c" + "0" * 60, 40_000, 3), checked=NOW,
        milliseconds=100.0,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # of the record's own members


@pytest.mark.parametrize("claims", [HOJA, INFORME, HABERES], ids=lambda claims: claims.type.name)
@pytest.mark.parametrize("code", VerdictCode)
@pytest.mark.parametrize("colour", Colour)
def test_every_verdict_has_its_words_and_none_speaks_of_a_payslip_that_it_is_not(
    claims: PaperClaims, code: VerdictCode, colour: Colour
) -> None:
    words = sentences_of(verdict(claims, code=code, colour=colour))
    assert len(words.word) <= 22
    assert words.todo.endswith(".")
    if code in {VerdictCode.AUTENTICA, VerdictCode.ALTERADA, VerdictCode.DOCUMENTO_ANULADO}:
        assert "boleta" not in f"{words.title} {words.todo}"


def test_an_informe_is_masculine_and_the_others_are_feminine() -> None:
    assert sentences_of(verdict(INFORME)).word == "Auténtico"
    assert sentences_of(verdict(HOJA)).word == "Auténtica"
    forged = because(ReasonCode.TEXT_CHANGED)
    assert sentences_of(verdict(INFORME, forged)).title.startswith("Alterado:")
    assert sentences_of(verdict(HABERES, forged)).title.startswith("Alterada:")


def test_an_expired_informe_says_since_when_and_what_to_do() -> None:
    expired = verdict(INFORME, because(ReasonCode.DOCUMENT_EXPIRED, found="2027-05-20"))
    assert (expired.code, expired.colour) == (VerdictCode.DOCUMENTO_VENCIDO, Colour.AMBER)
    assert reason_words(expired.reasons[0]) == "El documento fue válido hasta el 20/05/2027: ya venció."
    assert "uno nuevo" in sentences_of(expired).todo


def test_the_signed_values_of_each_paper_are_shown() -> None:
    shown = {claims.type: comparison_of(verdict(claims)) for claims in (HOJA, INFORME, HABERES)}
    rows = {kind: {(row.name, row.signed) for row in table.rows} for kind, table in shown.items() if table}
    assert ("Oficina emisora", "UGEL SAN ROMÁN") in rows[DocumentType.HOJA_DE_VIDA]
    assert ("Válido hasta", "20/05/2027") in rows[DocumentType.INFORME_ESCALAFONARIO]
    assert ("Líquido", "S/\u00a088,610.42") in rows[DocumentType.CONSTANCIA]
    assert any(name == "Meses" for name, _ in rows[DocumentType.CONSTANCIA])
    table = shown[DocumentType.HOJA_DE_VIDA]
    assert table is not None
    assert {row.state for row in table.rows} == {SAME}


def test_what_was_compared_is_said_of_pages_and_words() -> None:
    told = [check.words for check in checks_of(verdict(HOJA))]
    assert "Los nombres, el DNI, la oficina y cada palabra de cada página son los firmados." in told


def test_rows_in_another_order_are_said_once() -> None:
    moved = verdict(HOJA, because(ReasonCode.ORDER_CHANGED))
    table = comparison_of(moved)
    assert table is not None
    assert (table.rows[0].name, table.rows[0].seen) == ("Orden de la hoja", "Otro orden")


def test_a_row_that_nobody_signed_stands_in_the_table() -> None:
    added = because(ReasonCode.LINE_UNSIGNED, found="Estado Aprobado", page=2, field=Field.CONTENT)
    table = comparison_of(verdict(HOJA, added))
    assert table is not None
    assert (table.rows[0].name, table.rows[0].seen) == ("Contenido (página 2)", "Estado Aprobado")


def test_the_sheet_rebuilt_from_a_seal_says_that_the_rest_is_not_in_it() -> None:
    sheet = rebuilt(HABERES)
    assert sheet.heading == "Constancia de haberes"
    assert ("Líquido", "S/\u00a088,610.42") in sheet.totals
    assert "huella" in sheet.remark
    assert rebuilt(HOJA).totals == ()
    for words in (caution(HOJA), invitation(HOJA)):
        assert "boleta" not in words


def test_papers_of_one_file_are_told_one_by_one() -> None:
    part = verdict(HOJA).parts[0]
    other = replace(part, pages=(4,), claims=HABERES)
    table = comparison_of(replace(verdict(HOJA), parts=(part, other), claims=None, key=None))
    assert table is not None
    assert [row.signed for row in table.rows] == [
        "Hoja de vida, MAMANI ÑAUPARI, ROSA ÁNGELA",
        "Constancia de haberes, MAMANI ÑAUPARI, ROSA ÁNGELA",
    ]
    assert detail_of(verdict(HOJA), NOW).claims == HOJA
