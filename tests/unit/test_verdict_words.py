"""Verdicts in words: nothing without a sentence, nothing that promises too much, nothing hidden that slips out."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.keys.demo import demo_list
from desktop.commands.exits import Exit
from desktop.commands.verify import Tally
from desktop.presenters.rebuilt import rebuilt
from desktop.presenters.trust_words import accepted_words, age_words, refused_words, trust_line
from desktop.presenters.verdict_checks import checks_of
from desktop.presenters.verdict_comparison import COMPARE, DIFFERS, SAME, comparison_of
from desktop.presenters.verdict_detail import detail_of, facts_line, file_name
from desktop.presenters.verdict_reasons import field_words, one_line, reason_words
from desktop.presenters.verdicts import mark_of, sentences_of, weight_of
from desktop.presenters.verify_report import report_of, table_of
from desktop.presenters.verify_words import ended_words, tally_words
from documents.payslip import ConceptLine, Period
from documents.seal.claims import Claims
from documents.seal.document_types import DocumentType
from documents.seal.errors import TrustListError, TrustListTrouble
from documents.seal.outcomes import because, outcome_of, worst_first
from documents.seal.verdict import (
    CodeKind,
    CodeMark,
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
from documents.spreadsheet import inert, write_csv

NOW = datetime(2026, 11, 23, 13, 31, tzinfo=UTC)
CLAIMS = Claims(
    issuer="PE/UGEL/210011", issued=datetime(2026, 11, 20, 17, 0, tzinfo=UTC), document_id=bytes(range(8)),
    type=DocumentType.MONTHLY, schema=1, doc_numero="99900017", codigo_modular="1099900017-1",
    apellidos_y_nombres="MAMANI ÑAUPARI, ROSA ÁNGELA", periodo=Period(2026, 11), secuencia=0, total_haberes=412395,
    total_descuentos=107777, liquido=304618, monto_imponible=412395, haberes=(ConceptLine("rim_ley29944", 412395),),
    descuentos=(ConceptLine("dl25897_afp", 107777),), text_digest=bytes(16), place_digest=bytes(16), pages=1,
)  # fmt: skip
KEY = KeyMark("PE/UGEL/210011", "UGEL SAN ROMÁN", "d0765f2c4a8ef173", "active", None, "")
TRUST = TrustMark(3, NOW - timedelta(days=21), NOW + timedelta(days=60), 21, test=False)


def as_csv(verdicts: list[Verdict]) -> str:
    return write_csv(table_of(verdicts)).decode("utf-8-sig")


def verdict(
    *reasons: Reason, sealed: bool = True, path: str = "/home/rosa/boleta prestamo.pdf", **changes: object
) -> Verdict:
    """What a check with these reasons gives."""
    code, colour = outcome_of(reasons)
    part = SealedPart(pages=(1,), code=code, colour=colour, claims=CLAIMS, key=KEY)
    made = Verdict(
        code=code, colour=colour, test_keys=False, reasons=worst_first(reasons), parts=(part,) if sealed else (),
        claims=CLAIMS if sealed else None, key=KEY if sealed else None, codes=(), trust=TRUST,
        file=FileMark(path, "9f2c" + "0" * 56 + "e41a", 20_000, 1), checked=NOW, milliseconds=100.0,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # of the record's own members


ALTERED = verdict(because(ReasonCode.VALUE_DIFFERS, expected="3,046.18", found="5,046.18", page=1, field=Field.LIQUIDO))


def all_words(one: Verdict) -> str:
    detail = detail_of(one, NOW)
    rows = detail.comparison.rows if detail.comparison else ()
    told = [detail.title, detail.facts, detail.trial, detail.todo, detail.trust, *detail.codes]
    told += [check.words for check in detail.checks]
    told += [part for row in rows for part in (row.name, row.signed, row.seen)]
    return "\n".join(told)


@pytest.mark.parametrize("code", VerdictCode)
@pytest.mark.parametrize("colour", Colour)
def test_every_verdict_has_a_word_a_title_and_what_to_do(code: VerdictCode, colour: Colour) -> None:
    words = sentences_of(verdict(code=code, colour=colour))
    assert len(words.word) <= 22
    assert words.title[0].isupper()
    assert words.todo.endswith(".")


@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_has_a_plain_sentence(code: ReasonCode) -> None:
    words = reason_words(because(code, expected="3,046.18", found="2026-11-20", page=1, field=Field.LIQUIDO))
    assert words[0].isupper()
    assert "{" not in words
    assert code.value not in words


@pytest.mark.parametrize("field", [*Field, None])
def test_every_field_has_a_name(field: Field | None) -> None:
    assert field_words(field)


def test_nothing_is_ever_called_a_digital_signature() -> None:
    told = [all_words(verdict(because(code, found="x", field=Field.LIQUIDO))) for code in ReasonCode]
    assert all("firma digital" not in words.lower() for words in told)
    assert any("sello" in words.lower() for words in told)


@pytest.mark.parametrize("sealed", [True, False])
def test_after_a_broken_signature_nothing_of_the_content_is_told(sealed: bool) -> None:
    false = verdict(
        because(ReasonCode.SIGNATURE_BAD, page=1),
        because(ReasonCode.VALUE_DIFFERS, expected="3,046.18", found="5,046.18", field=Field.LIQUIDO),
        because(ReasonCode.TEXT_ADDED, found="RECIBIDO"),
        sealed=sealed,
        codes=(CodeMark(CodeKind.URL, "https://ejemplo.invalid/a", 1, "ejemplo.invalid"),),
    )
    assert false.code is VerdictCode.FIRMA_FALSA
    detail = detail_of(false, NOW)
    assert (detail.comparison, detail.codes, detail.claims) == (None, (), None)
    assert len(detail.checks) == 1
    for secret in ("MAMANI", "99900017", "3,046.18", "5,046.18", "RECIBIDO", "SAN ROMÁN", "ejemplo.invalid"):
        assert secret not in all_words(false)
        assert secret not in as_csv([false])


def test_what_differs_stands_side_by_side_and_what_agrees_in_one_row() -> None:
    table = comparison_of(ALTERED)
    assert table is not None
    first, agreeing = table.rows
    assert (first.name, first.signed, first.seen, first.state) == (
        "Líquido",
        "S/\u00a03,046.18",
        "S/\u00a05,046.18",
        DIFFERS,
    )
    assert agreeing.state == SAME
    assert "Líquido" not in agreeing.name
    assert table.signed == "Lo que firmó UGEL SAN ROMÁN"


def test_several_reasons_about_one_value_are_one_row() -> None:
    told = verdict(
        *ALTERED.reasons,
        because(ReasonCode.AMOUNT_UNSIGNED, found="5,046.18", page=1),
        because(ReasonCode.VALUE_NOT_SEEN, expected="3,046.18", page=1, field=Field.LIQUIDO),
        because(ReasonCode.VALUE_LOOKS_DIFFERENT, expected="5,046.18", found="3,046.18", page=1, field=Field.LIQUIDO),
    )
    table = comparison_of(told)
    assert table is not None
    assert [row.name for row in table.rows if row.state == DIFFERS] == ["Líquido"]
    assert len([check for check in checks_of(told) if check.tone == "bad"]) == 4


def test_what_was_added_leaves_the_signed_values_in_sight() -> None:
    added = verdict(because(ReasonCode.TEXT_ADDED, found="RECIBIDO", page=1))
    table = comparison_of(added)
    assert table is not None
    assert (table.rows[0].signed, table.rows[0].seen, table.rows[0].state) == ("Nada", "RECIBIDO", COMPARE)
    assert "S/\u00a03,046.18" in [row.signed for row in table.rows]


def test_a_covered_value_is_shown_as_it_was_signed() -> None:
    covered = verdict(because(ReasonCode.VALUE_LOOKS_DIFFERENT, expected="x", found="", page=1, field=Field.LIQUIDO))
    table = comparison_of(covered)
    assert table is not None
    assert (table.rows[0].signed, table.rows[0].seen) == ("S/\u00a03,046.18", "Otra cosa")


def test_what_could_not_be_compared_is_left_to_the_person() -> None:
    scan = verdict(because(ReasonCode.NO_TEXT, page=1))
    table = comparison_of(scan)
    assert table is not None
    assert {row.state for row in table.rows} == {COMPARE}
    assert not any("escondido" in check.words for check in checks_of(scan))


def test_a_good_payslip_shows_what_was_looked_at() -> None:
    told = [check.words for check in checks_of(verdict())]
    assert told[0] == "El QR es de UGEL SAN ROMÁN y su sello es correcto."
    assert len(told) == 6
    assert {check.tone for check in checks_of(verdict())} == {"good"}


def test_the_seal_is_told_first_and_what_speaks_against_it_next() -> None:
    tones = [check.tone for check in checks_of(ALTERED)]
    assert tones[:2] == ["good", "bad"]


def test_several_payslips_in_a_file_are_told_one_by_one() -> None:
    bad = SealedPart(pages=(2, 3), code=VerdictCode.ALTERADA, colour=Colour.RED, claims=CLAIMS, key=KEY)
    both = replace(ALTERED, parts=(verdict().parts[0], bad), claims=None, key=None)
    table = comparison_of(both)
    assert table is not None
    assert [(row.name, row.seen, row.state) for row in table.rows[:2]] == [
        ("Página 1", "Auténtica", SAME), ("Páginas 2 a 3", "Alterada", DIFFERS)
    ]  # fmt: skip


def test_a_copy_that_differs_is_compared_with_what_the_office_sent() -> None:
    other = verdict(
        because(ReasonCode.COPY_DIFFERS, expected="3,046.18", found="5,046.18", field=Field.LIQUIDO), sealed=False
    )
    table = comparison_of(other)
    assert table is not None
    assert table.signed == "Lo que envió la oficina"


def test_an_identical_copy_does_not_say_that_the_file_is_another() -> None:
    same = verdict(
        because(ReasonCode.SAME_AS_COPY),
        because(ReasonCode.COPY_AGREES),
        because(ReasonCode.CODE_WITHOUT_SEAL),
        sealed=False,
    )
    assert same.code is VerdictCode.COINCIDE_CON_COPIA
    assert not any("otro" in check.words for check in checks_of(same))


def test_an_address_is_told_as_text_with_its_host() -> None:
    found = verdict(
        because(ReasonCode.CODE_WITHOUT_SEAL, found="ejemplo.invalid", page=1), sealed=False,
        codes=(CodeMark(CodeKind.URL, "https://ejemplo.invalid/<b>x</b>", 1, "ejemplo.invalid"),),
    )  # fmt: skip
    assert detail_of(found, NOW).codes == (
        "Dirección de ejemplo.invalid (no se abrió): https://ejemplo.invalid/<b>x</b>",
    )


def test_the_facts_name_file_time_and_digest() -> None:
    assert facts_line(ALTERED, NOW).startswith("boleta prestamo.pdf · comprobado hoy ")
    assert facts_line(ALTERED, NOW).endswith("huella 9f2c…e41a")
    assert file_name("C:\\Boletas\\año 2026\\mía.pdf") == "mía.pdf"


def test_trial_keys_are_named_everywhere() -> None:
    trial = replace(ALTERED, test_keys=True)
    assert mark_of(trial).word == "Alterada · PRUEBA"
    assert detail_of(trial, NOW).trial.startswith("PRUEBA")
    assert "PRUEBA" in as_csv([trial])
    assert report_of([trial], demo_list(), NOW).trial.startswith("PRUEBA")
    assert "PRUEBA" not in all_words(ALTERED)


def test_the_age_of_the_trust_list_is_in_every_verdict() -> None:
    assert "n.º 3" in detail_of(ALTERED, NOW).trust
    assert "(hace 21 días)" in detail_of(ALTERED, NOW).trust
    assert [age_words(days) for days in (-1, 0, 1, 2, 729, 800)] == [
        "hoy", "hoy", "ayer", "hace 2 días", "hace 729 días", "hace 2 años"
    ]  # fmt: skip
    assert trust_line(1, NOW, 0, test=True).endswith("PRUEBA")


def test_the_worst_sort_first() -> None:
    grey = verdict(because(ReasonCode.NO_CODE), sealed=False)
    amber = verdict(because(ReasonCode.NO_TEXT))
    found = sorted([verdict(), grey, ALTERED, amber], key=weight_of)
    assert [one.colour for one in found] == [Colour.RED, Colour.AMBER, Colour.GREY, Colour.GREEN]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+51 999", "-3", "@SUM(A1)", "\t=1", "  =1", "\r=1", '=HYPERLINK("http://x")', "＝1"]
)  # fmt: skip
def test_a_cell_that_a_spreadsheet_would_calculate_is_made_text(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@given(st.text(max_size=60))
def test_no_file_name_becomes_a_formula(name: str) -> None:
    rows = list(csv.reader(io.StringIO(as_csv([verdict(path=name)]), newline="")))
    assert len(rows) == 2
    assert all(cell.lstrip(" ")[:1] not in set("=+-@") for cell in rows[1])


@given(st.text(max_size=400))
def test_foreign_text_becomes_one_printable_line(text: str) -> None:
    shown = one_line(text)
    assert len(shown) <= 120
    assert shown.isprintable() or all(letter.isprintable() for letter in shown)


def test_letters_that_turn_the_direction_of_writing_are_left_out() -> None:
    assert one_line("boleta\u202efdp.exe\u0007\n x") == "boletafdp.exe x"


def test_hundreds_of_findings_are_told_in_bounds() -> None:
    many = [because(ReasonCode.TEXT_ADDED, found=str(number), page=1) for number in range(500)]
    detail = detail_of(verdict(*many), NOW)
    assert len(detail.checks) <= 60
    assert detail.comparison is not None
    assert len(detail.comparison.rows) <= 50


def test_the_rebuilt_payslip_holds_every_signed_amount() -> None:
    sheet = rebuilt(CLAIMS)
    assert [amount for part in sheet.lists for _, amount in part.lines] == ["4,123.95", "1,077.77"]
    assert ("Líquido", "S/\u00a03,046.18") in sheet.totals
    bare = rebuilt(replace(CLAIMS, haberes=(), descuentos=()))
    assert bare.lists == ()
    assert "suma" in bare.remark


@pytest.mark.parametrize("trouble", TrustListTrouble)
def test_a_refused_list_says_why_and_what_stays(trouble: TrustListTrouble) -> None:
    in_use = replace(demo_list(), version=7)
    told = refused_words(TrustListError(trouble), in_use, 2)
    assert "n.º 2" in told.what
    assert "n.º 7" in told.safe


def test_an_accepted_list_names_both_versions() -> None:
    before, after = replace(demo_list(), version=7), replace(demo_list(), version=9)
    assert accepted_words(before, after) == "Lista aceptada: ahora se usa la n.º 9 en lugar de la n.º 7."
    assert "misma" in accepted_words(before, before)


def test_a_run_is_told_with_its_counts() -> None:
    assert ended_words(6, 6, 0.94, stopped=False) == "6 de 6 · 0.9 s"
    assert ended_words(312, 4000, 95.0, stopped=True).endswith("usted la detuvo")
    assert ended_words(0, 0, 0.0, stopped=False).startswith("No había")
    assert tally_words([ALTERED, verdict(), verdict()]) == "1 no aceptable · 2 auténticas"


RED, AMBER = ALTERED, verdict(because(ReasonCode.NO_TEXT))
GREY = verdict(because(ReasonCode.NO_CODE), sealed=False)
UNREADABLE = verdict(because(ReasonCode.FILE_UNREADABLE, found="broken"), sealed=False)
GREEN = verdict()
COPY = verdict(because(ReasonCode.SAME_AS_COPY), sealed=False)


@pytest.mark.parametrize(
    ("verdicts", "code"),
    [
        ((GREEN, COPY), Exit.GOOD),
        ((GREEN, RED, AMBER, UNREADABLE), Exit.FAILED),
        ((GREEN, AMBER), Exit.UNDECIDED),
        ((GREEN, GREY, UNREADABLE), Exit.UNDECIDED),
        ((GREEN, UNREADABLE), Exit.UNREADABLE),
        ((UNREADABLE,), Exit.UNREADABLE),
        ((), Exit.UNREADABLE),
    ],
)
def test_the_worst_file_decides_the_exit_code(verdicts: tuple[Verdict, ...], code: Exit) -> None:
    tally = Tally()
    for one in verdicts:
        tally.add(one)
    assert tally.exit is code


def test_a_packet_says_what_is_authentic_and_which_pages_nobody_signed() -> None:
    part = SealedPart(pages=(3,), code=VerdictCode.AUTENTICA, colour=Colour.GREEN, claims=CLAIMS, key=KEY)
    beside = [because(ReasonCode.PAGE_WITHOUT_SEAL, page=page) for page in (1, 2)]
    folios = [because(ReasonCode.SHEET_NUMBERED, found=str(number), page=number + 2) for number in (1, 2)]
    whole = replace(verdict(*beside, *folios), parts=(part, part), claims=None)
    words = sentences_of(whole)
    assert words.title == "Documentos auténticos: 2. Páginas sin sello: 2"
    assert "no responde ninguna oficina" in words.todo
    told = [check.words for check in checks_of(whole)]
    assert sum("número de folio" in each for each in told) == 1
    stamped = replace(verdict(*beside, because(ReasonCode.INK_ADDED, page=3)), parts=(part, part), claims=None)
    assert sentences_of(stamped).title == "Lo firmado está intacto, con agregados"
    doubtful = replace(whole, parts=(part, replace(part, colour=Colour.AMBER)))
    assert sentences_of(doubtful).title == "Lo firmado está intacto, con agregados"


def test_a_folio_alone_leaves_a_payslip_authentic_and_is_named() -> None:
    numbered = verdict(because(ReasonCode.SHEET_NUMBERED, found="127", page=1))
    assert numbered.code is VerdictCode.AUTENTICA
    told = [check.words for check in checks_of(numbered)]
    assert "No hay nada agregado, fuera del número de folio." in told
