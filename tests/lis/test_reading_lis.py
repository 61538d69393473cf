"""Old payroll text: every line is understood or reported with its number, and sums are checked to the céntimo."""

import io
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from central.samples.lis import Blemish, LisMonth, lis_file
from central.samples.lis_people import lines_of
from documents.lis.grammar import bundled
from documents.lis.reading import read_slip
from documents.lis.records import State, Trouble
from documents.lis.scanning import Scanner, entry_of
from documents.lis.stretches import looks_like_payroll, stretch
from tests.lis.files import PEOPLE, REGIONS, month, scanned


@pytest.mark.parametrize("region", REGIONS)
def test_every_payslip_of_a_region_is_understood_whole(region: str) -> None:
    entries, remarks = scanned(month(region, number=9))
    assert remarks == []
    assert [entry.person.doc_numero for entry in entries] == [person.dni for person in PEOPLE]
    assert {(entry.state, entry.periodo) for entry in entries} == {(State.GOOD, 201509)}
    for entry, person in zip(entries, PEOPLE, strict=True):
        income, cuts = lines_of(person, 2015, 9)
        assert entry.haberes == sum(amount for _, amount in income)
        assert entry.liquido == entry.haberes - sum(amount for _, amount in cuts)
        assert entry.person.apellidos == f"{person.paterno} {person.materno}"


@pytest.mark.parametrize("region", REGIONS)
def test_the_quick_way_tells_what_the_careful_reader_tells(region: str) -> None:
    odd = {3 + place: blemish for place, blemish in enumerate(Blemish)}
    text = lis_file(LisMonth(region, 2012, 9, PEOPLE, blemishes=odd), cut=200).decode("latin-1")
    entries, remarks = scanned(text.encode("latin-1"))
    told, careful = [], []
    for entry in entries:
        reader, end = read_slip(text, entry.offset, entry.line, bundled())
        slip = reader.slip()
        careful.append(entry_of(slip, entry.offset, end - entry.offset))
        told += slip.remarks
    blank = re.compile(r"\s*")
    assert [entry._replace(length=0) for entry in entries] == [entry._replace(length=0) for entry in careful]
    assert remarks == told
    assert all(blank.fullmatch(text[a.offset + a.length : b.offset]) for a, b in pairwise(entries))


@pytest.mark.parametrize("region", REGIONS)
def test_a_scanner_that_read_the_months_before_tells_what_one_that_did_not_tells(region: str) -> None:
    """Other pay in July, somebody gone, somebody new, another order, odd payslips, and the same month again."""
    scanner, everybody = Scanner(), PEOPLE
    odd = {3 + place: blemish for place, blemish in enumerate(Blemish)}
    for number, people in (
        (5, everybody), (6, everybody), (7, everybody), (8, everybody[:4] + everybody[5:]), (9, everybody),
        (9, everybody), (10, everybody[::-1]), (11, everybody[::-1]),
    ):  # fmt: skip
        content = lis_file(LisMonth(region, 2012, number, people, blemishes=odd if number == 8 else {}))
        scanner.entries, scanner.remarks = [], []
        line = scanner.scan(content.decode("latin-1"), 7_000, 90)
        fresh = Scanner()
        assert fresh.scan(content.decode("latin-1"), 7_000, 90) == line
        assert scanner.entries == fresh.entries
        assert scanner.remarks == fresh.remarks


def test_what_came_a_month_ago_is_not_believed_where_a_letter_differs() -> None:
    """Every line of a payslip with one character more: told as by who never saw the payslip before."""
    first = month(number=5).decode("latin-1")
    lines = month(number=6).decode("latin-1").split("\n")
    heads = [number for number, line in enumerate(lines) if "(1) Habilitado" in line]
    for number in range(heads[1], heads[2]):
        scanner, fresh = Scanner(), Scanner()
        scanner.scan(first, 0, 1)
        scanner.entries, scanner.remarks = [], []
        text = "\n".join([*lines[:number], lines[number] + " X9", *lines[number + 1 :]])
        scanner.scan(text, 0, 1)
        fresh.scan(text, 0, 1)
        assert (scanner.entries, scanner.remarks) == (fresh.entries, fresh.remarks)


def test_what_is_typed_in_by_hand_is_reported_with_its_line() -> None:
    content = month(STRANGE_LINE=5)
    entries, remarks = scanned(content)
    line = content.decode("latin-1").split("\n").index("*** OJO: VERIFICAR CON ESCALAFÓN ***") + 1
    assert [(remark.line, remark.trouble) for remark in remarks] == [(line, Trouble.LINE)]
    assert [entry.state for entry in entries].count(State.REMARKS) == 1


def test_a_day_that_does_not_exist_is_no_date() -> None:
    _, remarks = scanned(month(STRANGE_DATE=2))
    assert [(remark.trouble, remark.text[-10:]) for remark in remarks] == [(Trouble.VALUE, "31/02/1975")]


def test_one_centimo_off_is_found_and_the_payslip_is_kept() -> None:
    entries, remarks = scanned(month(WRONG_SUM=9))
    assert [remark.trouble for remark in remarks] == [Trouble.SUMS_NET]
    assert [place for place, entry in enumerate(entries) if entry.state is State.SUMS] == [9]


def test_amounts_of_millions_and_below_zero_add_up() -> None:
    entries, remarks = scanned(month(WIDE=1, NEGATIVE=2))
    assert remarks == []
    assert entries[1].haberes > 123_456_789
    assert entries[2].state is State.GOOD


def test_two_pages_of_one_person_are_one_payslip() -> None:
    entries, remarks = scanned(month(TWO_PAGES=4))
    assert remarks == []
    assert len(entries) == len(PEOPLE)
    assert entries[4].length > entries[3].length


def test_a_head_of_somebody_else_never_goes_on_a_payslip_that_was_cut() -> None:
    content = month().decode("latin-1")
    lines = content.split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("T-REMUN"))
    entries, remarks = scanned("\n".join(lines[: first - 1] + lines[first + 3 :]).encode("latin-1"))
    assert entries[0].state is State.BROKEN
    assert entries[1].person.doc_numero == PEOPLE[1].dni
    assert Trouble.CUT in {remark.trouble for remark in remarks}


def test_an_additional_payroll_is_told_by_its_legend() -> None:
    entries, _ = scanned(month(ADDITIONAL=6))
    assert [(entry.periodo, entry.secuencia) for entry in entries if entry.secuencia] == [(201503, 1)]


def test_a_payslip_without_document_is_kept_and_said() -> None:
    entries, remarks = scanned(month(NO_DOCUMENT=3))
    assert entries[3].state is State.BROKEN
    assert {remark.trouble for remark in remarks} == {Trouble.MISSING, Trouble.VALUE}


@given(cut=st.integers(1, 3_000))
@settings(max_examples=40, deadline=None)
def test_a_file_cut_anywhere_loses_nothing_before_the_cut(cut: int) -> None:
    content = month("la-libertad")
    whole, _ = scanned(content)
    found, _ = scanned(content[:-cut])
    kept = [entry for entry in whole if entry.offset + entry.length <= len(content) - cut]
    assert found[: len(kept)] == kept


@given(garbage=st.binary(max_size=400), place=st.integers(0, 60_000))
@settings(max_examples=60, deadline=None)
def test_no_bytes_stop_the_reader_and_each_strange_line_is_told(garbage: bytes, place: int) -> None:
    content = month()
    text = content[:place] + b"\n" + garbage + b"\n" + content[place:]
    entries, _ = scanned(text)
    assert len(entries) >= len(PEOPLE) - 1


def test_lines_with_many_spaces_take_no_longer_than_others() -> None:
    """A shape whose lines could be read in several ways would look for every combination of them."""
    wide = month().replace(b"\n", b"      \t  \r\n")
    entries, remarks = scanned(wide.replace(b"T-LIQUI", b"T-LIQUIX", 7))
    assert len(entries) == len(PEOPLE)
    assert len([remark for remark in remarks if remark.trouble is Trouble.LINE]) == 7


@pytest.mark.parametrize("size", [400, 3_000, 20_000])
def test_stretches_begin_and_end_between_payslips(size: int) -> None:
    content = month(TWO_PAGES=4)
    source, scanner, place, line = io.BytesIO(content), Scanner(), 0, 1
    while piece := stretch(source, scanner.is_head, size):
        line = scanner.scan(piece.decode("latin-1"), place, line)
        place += len(piece)
    whole, _ = scanned(content)
    assert place == len(content)
    assert scanner.entries == whole
    assert scanner.remarks == []


def test_only_payroll_text_looks_like_it() -> None:
    assert looks_like_payroll(month())
    assert not looks_like_payroll(b"%PDF-1.7\n" + bytes(100))
    assert not looks_like_payroll("Estimados colegas:\n".encode("latin-1"))
