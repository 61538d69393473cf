"""Before and after, and base, office and mine, as a person reads them."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.legajo import LegajoRecord, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue, bundled
from documents.legajo_comparison import Change, FieldDifference, Side, compare_records, compare_three
from tests.documents_legajo.samples import ID

Drafting = Callable[..., LegajoRecord]
CATALOGUE = bundled()
values = st.sampled_from(["", "2026-01-01", "2026-02-01", "con", "sin", "30"])
fields = st.dictionaries(st.sampled_from(["desde", "hasta", "goce", "dias", "motivo", "desconocido"]), values)


def licence(filled: dict[str, str]) -> LegajoRecord:
    return LegajoRecord(id=ID, section="IX", kind="licencia", version=1, fields=filled)


def test_changes_are_printed_in_the_order_of_the_form(catalogue: LegajoCatalogue, draft: Drafting) -> None:
    before = draft("licencia", motivo="Descanso")
    after = draft("licencia", motivo="", hasta="2026-05-01", dias="31", citt="A-1")
    assert compare_records(before, after, catalogue) == (
        FieldDifference("motivo", "Motivo", "Descanso", "", Change.REMOVED),
        FieldDifference("hasta", "Hasta", "30/04/2026", "01/05/2026", Change.CHANGED),
        FieldDifference("dias", "Días", "30", "31", Change.CHANGED),
        FieldDifference("citt", "CITT n.º", "", "A-1", Change.ADDED),
    )


def test_choices_and_money_are_printed_as_words_and_soles(catalogue: LegajoCatalogue, draft: Drafting) -> None:
    before = draft("asignacion")
    after = draft("asignacion", concepto="luto_sepelio", importe="3000.00")
    shown = [(row.label, row.before, row.after) for row in compare_records(before, after, catalogue)]
    assert shown == [
        ("Concepto", "Asignación por tiempo de servicios (ATS)", "Subsidio por luto y sepelio"),
        ("Importe", "S/ 7,001.40", "S/ 3,000.00"),
    ]


def test_a_new_record_is_all_added_and_a_withdrawn_one_all_removed(catalogue: LegajoCatalogue, draft: Drafting) -> None:
    record = draft("licencia")
    added = compare_records(None, record, catalogue)
    removed = compare_records(record, None, catalogue)
    assert len(added) == len(record.fields) + 1
    assert {row.change for row in added} == {Change.ADDED}
    assert {row.change for row in removed} == {Change.REMOVED}
    assert compare_records(None, None, catalogue) == ()


def test_a_document_changed_beside_equal_fields_is_shown(
    catalogue: LegajoCatalogue, draft: Drafting, paper: SupportingDocument
) -> None:
    before = draft("licencia")
    mended = replace(before, documents=(replace(paper, folios=3),))
    exchanged = replace(before, documents=(replace(paper, sha256="cd" * 32),))
    rows = compare_records(before, mended, catalogue)
    text = "Resolución · Copia simple · RD N° 1234-2026-UGEL-H · UGEL Huancayo · 30/03/2026 · {} · Concede licencia"
    assert rows == (
        FieldDifference("ab" * 32, "Documento de sustento", text.format(2), text.format(3), Change.CHANGED),
    )
    changes = [row.change for row in compare_records(before, exchanged, catalogue)]
    assert changes == [Change.REMOVED, Change.ADDED]


def test_papers_without_a_file_are_told_apart(
    catalogue: LegajoCatalogue, draft: Drafting, paper: SupportingDocument
) -> None:
    one, other = replace(paper, sha256=""), replace(paper, sha256="", numero="RD N° 2-2026")
    before = replace(draft("licencia"), documents=(one,))
    after = replace(before, documents=(one, other))
    assert [row.change for row in compare_records(before, after, catalogue)] == [Change.ADDED]


def test_a_conflict_is_shown_with_its_three_values_and_decided_by_nobody(
    catalogue: LegajoCatalogue, draft: Drafting
) -> None:
    base = draft("licencia", motivo="Descanso")
    office = draft("licencia", motivo="Descanso", hasta="2026-05-02", dias="32")
    mine = draft("licencia", motivo="Descanso médico", hasta="2026-05-01", dias="32")
    found = compare_three(base, office, mine, catalogue)
    sides = {row.field: row.side for row in found.rows if row.side is not Side.NOBODY}
    assert sides == {"motivo": Side.MINE, "hasta": Side.CONFLICT, "dias": Side.BOTH_ALIKE}
    (conflict,) = found.conflicts
    assert (conflict.base, conflict.office, conflict.mine) == ("30/04/2026", "02/05/2026", "01/05/2026")
    assert found.merged["motivo"] == "Descanso médico"
    assert found.merged["hasta"] == "2026-05-02"


def test_a_record_that_the_office_took_out_is_in_conflict_where_i_changed_it(
    catalogue: LegajoCatalogue, draft: Drafting
) -> None:
    found = compare_three(draft("licencia"), None, draft("licencia", dias="31"), catalogue)
    assert [row.field for row in found.conflicts] == ["dias"]
    assert dict(found.merged) == {}


@settings(deadline=None)
@given(fields, fields)
def test_before_and_after_exchanged_exchange_the_columns(one: dict[str, str], other: dict[str, str]) -> None:
    there = compare_records(licence(one), licence(other), CATALOGUE)
    back = compare_records(licence(other), licence(one), CATALOGUE)
    assert [(row.field, row.before, row.after) for row in there] == [(row.field, row.after, row.before) for row in back]
    assert (there == ()) == (licence(one).fields == licence(other).fields)


@settings(deadline=None)
@given(fields, fields, fields)
def test_nothing_that_only_one_side_changed_is_lost(
    base: dict[str, str], office: dict[str, str], mine: dict[str, str]
) -> None:
    was, theirs, own = licence(base), licence(office), licence(mine)
    found = compare_three(was, theirs, own, CATALOGUE)
    for row in found.rows:
        expected = own if theirs.value(row.field) == was.value(row.field) else theirs
        assert found.merged.get(row.field, "") == expected.value(row.field)


@settings(deadline=None)
@given(fields, fields)
def test_where_one_side_kept_the_base_the_other_wins(base: dict[str, str], changed: dict[str, str]) -> None:
    was, new = licence(base), licence(changed)
    assert compare_three(was, was, new, CATALOGUE).merged == new.fields
    assert compare_three(was, new, was, CATALOGUE).merged == new.fields
    assert compare_three(was, new, new, CATALOGUE).conflicts == ()
