"""What changed between two payslips."""

from hypothesis import given
from hypothesis import strategies as st

from documents.comparison import ConceptChange, compare
from documents.concepts import ConceptKind
from documents.payslip import ConceptLine
from tests.documents.people import TEACHER, lines, with_lines

concepts = st.lists(
    st.builds(ConceptLine, st.sampled_from(["RIM_Ley 29944", "asig_rural", "aguinaldo", "AFP"]), st.integers(1, 10**7))
).map(tuple)


def test_nothing_changed_between_equal_payslips() -> None:
    comparison = compare(TEACHER, TEACHER)
    assert comparison.net_change == 0
    assert comparison.changes == ()


def test_each_change_says_what_it_was_is_and_does_to_the_net_pay() -> None:
    older = with_lines(TEACHER, lines(("RIM", 1000), ("rural", 100)), lines(("AFP", 120), ("Tardanzas", 7)))
    newer = with_lines(TEACHER, lines(("RIM", 1100), ("aguinaldo", 300)), lines(("AFP", 130)))
    comparison = compare(newer, older)
    assert comparison.net_change == 297
    assert comparison.changes == (
        ConceptChange("aguinaldo", ConceptKind.HABER, None, 300, 300),
        ConceptChange("RIM", ConceptKind.HABER, 1000, 1100, 100),
        ConceptChange("rural", ConceptKind.HABER, 100, None, -100),
        ConceptChange("AFP", ConceptKind.DESCUENTO, 120, 130, -10),
        ConceptChange("Tardanzas", ConceptKind.DESCUENTO, 7, None, 7),
    )


def test_lines_with_the_same_code_are_summed() -> None:
    older = with_lines(TEACHER, lines(("Prderrmag", 500), ("Prderrmag", 300)), ())
    newer = with_lines(TEACHER, lines(("Prderrmag", 800), ("rural", 100)), ())
    assert [change.codigo for change in compare(newer, older).changes] == ["rural"]


def test_one_code_on_both_sides_is_two_concepts() -> None:
    older = with_lines(TEACHER, lines(("Reintegro", 50)), ())
    newer = with_lines(TEACHER, lines(("Reintegro", 50)), lines(("Reintegro", 50)))
    assert compare(newer, older).changes == (ConceptChange("Reintegro", ConceptKind.DESCUENTO, None, 50, -50),)


@given(concepts, concepts, concepts, concepts)
def test_the_effects_add_up_to_the_change_of_the_net_pay(
    before: tuple[ConceptLine, ...],
    taken_before: tuple[ConceptLine, ...],
    after: tuple[ConceptLine, ...],
    taken_after: tuple[ConceptLine, ...],
) -> None:
    comparison = compare(with_lines(TEACHER, after, taken_after), with_lines(TEACHER, before, taken_before))
    assert sum(change.effect for change in comparison.changes) == comparison.net_change


@given(concepts, concepts, concepts, concepts)
def test_looking_the_other_way_reverses_every_effect(
    before: tuple[ConceptLine, ...],
    taken_before: tuple[ConceptLine, ...],
    after: tuple[ConceptLine, ...],
    taken_after: tuple[ConceptLine, ...],
) -> None:
    one, other = with_lines(TEACHER, after, taken_after), with_lines(TEACHER, before, taken_before)
    forth, back = compare(one, other), compare(other, one)
    assert forth.net_change == -back.net_change
    mirrored = [ConceptChange(each.codigo, each.kind, each.after, each.before, -each.effect) for each in back.changes]
    assert list(forth.changes) == mirrored


@given(concepts, concepts)
def test_the_largest_effect_comes_first(before: tuple[ConceptLine, ...], after: tuple[ConceptLine, ...]) -> None:
    sizes = [
        abs(change.effect)
        for change in compare(with_lines(TEACHER, after, ()), with_lines(TEACHER, before, ())).changes
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert 0 not in sizes
