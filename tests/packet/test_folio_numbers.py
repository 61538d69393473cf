"""Numbers on sheets, whatever their count, direction and tomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.packet.folios import Direction, Foliation, FolioRange, number_sheets, ranges
from documents.packet.letters import in_letters, roman

RULES = st.builds(
    Foliation,
    direction=st.sampled_from(Direction),
    start=st.integers(1, 900),
    per_tome=st.integers(1, 220),
)


@given(st.lists(st.booleans(), max_size=700), RULES)
def test_counted_sheets_carry_every_number_once_and_tomes_hold_no_more_than_they_may(
    counted: list[bool], rule: Foliation
) -> None:
    places = number_sheets(counted, rule)
    folios = [place.folio for place in places if place.folio is not None]
    assert sorted(folios) == list(range(rule.start, rule.start + sum(counted)))
    assert [place.folio is not None for place in places] == counted
    assert [place.tome for place in places] == sorted(place.tome for place in places)
    for tome in {place.tome for place in places}:
        inside = [place.folio for place in places if place.tome == tome and place.folio is not None]
        assert len(inside) <= rule.per_tome
        assert inside == sorted(inside, reverse=rule.direction is Direction.BACK_TO_FRONT)
        if inside and tome > 1:
            assert min(inside) == rule.start + (tome - 1) * rule.per_tome


def test_by_default_the_last_sheet_is_folio_one() -> None:
    assert [place.folio for place in number_sheets([True] * 4, Foliation())] == [4, 3, 2, 1]


def test_numbering_goes_on_from_where_the_expediente_ended() -> None:
    rule = Foliation(direction=Direction.FRONT_TO_BACK, start=58)
    assert [place.folio for place in number_sheets([True, False, True], rule)] == [58, None, 59]


def test_two_hundred_and_one_folios_make_two_tomes() -> None:
    places = number_sheets([True] * 201, Foliation())
    assert (places[0].folio, places[199].folio, places[200].folio) == (200, 1, 201)
    assert ranges(places) == (FolioRange(1, 200, 1), FolioRange(201, 201, 2))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "cero"), (1, "uno"), (16, "dieciséis"), (21, "veintiuno"), (22, "veintidós"), (30, "treinta"),
        (31, "treinta y uno"), (100, "cien"), (101, "ciento uno"), (200, "doscientos"),
        (555, "quinientos cincuenta y cinco"),
        (1000, "mil"), (1001, "mil uno"), (2026, "dos mil veintiséis"), (21_000, "veintiún mil"),
        (31_100, "treinta y un mil cien"), (99_999, "noventa y nueve mil novecientos noventa y nueve"),
    ],
)  # fmt: skip
def test_numbers_are_spelled_as_in_peru(number: int, words: str) -> None:
    assert in_letters(number) == words


def test_no_two_numbers_are_spelled_alike() -> None:
    assert len({in_letters(number) for number in range(10_000)}) == 10_000


@pytest.mark.parametrize(
    ("number", "sign"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (399, "CCCXCIX")]
)
def test_tomes_are_numbered_in_roman_figures(number: int, sign: str) -> None:
    assert roman(number) == sign


def test_rules_without_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="start"):
        Foliation(start=0)
    with pytest.raises(ValueError, match="-1"):
        in_letters(-1)
