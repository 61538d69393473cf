"""Payslips of several pages, and those with so many lines that the seal holds totals and a digest alone."""

from dataclasses import replace
from functools import lru_cache
from io import BytesIO

import pikepdf

from central.keys.demo import draw_sealed
from documents.payslip import ConceptLine, Payslip
from documents.payslip_frame import SealNote
from documents.payslip_pdf import draw_payslip
from documents.seal import codec
from documents.seal.claims import printed_document_id
from documents.seal.signed import read_claims
from tests.attacks.cases import CALM, CHANGED, GREEN, RED, Base, case
from tests.attacks.codes import read_code
from tests.attacks.forging_cover import curves, patch
from tests.attacks.forging_pages import merged
from tests.attacks.sheet import Sheet, saved

TWO_PAGES, UNSEALED = 50, 80  # lines of income


def with_lines(payslip: Payslip, count: int) -> Payslip:
    """The payslip of somebody with as many lines of income."""
    lines = tuple(ConceptLine(f"REAJ. DS {place:03d}-90", 1_000 + place * 137) for place in range(count))
    total = sum(line.monto for line in lines)
    return replace(
        payslip,
        id=f"{payslip.id}-{count}",
        haberes=lines,
        total_haberes=total,
        liquido=total - payslip.total_descuentos,
    )


@lru_cache(maxsize=64)
def sealed(payslip: Payslip) -> bytes:
    return draw_sealed(payslip)


def long(base: Base, count: int) -> bytes:
    return sealed(with_lines(base.payslip, count))


def _forged(base: Base, lines: tuple[ConceptLine, ...], count: int = UNSEALED) -> bytes:
    """Other lines with the same total under the seal of the genuine one."""
    genuine = with_lines(base.payslip, count)
    text = read_code(sealed(genuine))
    document_id = read_claims(codec.parse(text).payload).document_id
    note = SealNote(printed_document_id(document_id), test=True)
    return draw_payslip(replace(genuine, haberes=lines), seal=text, note=note)


def _pages(data: bytes, *order: int) -> bytes:
    with pikepdf.open(BytesIO(data)) as old, pikepdf.new() as new:
        for place in order:
            new.pages.append(old.pages[place])
        return saved(new)


@case("benign", "several pages", GREEN)
def two_pages(base: Base) -> bytes:
    return long(base, TWO_PAGES)


@case("benign", "several pages", GREEN)
def lines_beyond_the_seal(base: Base) -> bytes:
    return long(base, UNSEALED)


@case("benign", "several pages", CALM)
def two_pages_turned_round(base: Base) -> bytes:
    return _pages(long(base, TWO_PAGES), 1, 0)


@case("benign", "several pages", GREEN)
def two_pages_and_another_payslip(base: Base) -> bytes:
    return merged(long(base, TWO_PAGES), base.neighbour.pdf)


@case("attack", "lines beyond the seal", CHANGED, why="all words are there, only not where they stood")
def unsealed_amounts_swapped(base: Base) -> bytes:
    """The amounts of two lines change places: the seal does not hold lines, the digest does not hold places."""
    lines = with_lines(base.payslip, UNSEALED).haberes
    first, *middle, last = lines
    return _forged(base, (replace(first, monto=last.monto), *middle, replace(last, monto=first.monto)))


@case("attack", "lines beyond the seal", RED)
def unsealed_amount_changed(base: Base) -> bytes:
    """One line up and another down: the total stays."""
    first, *middle, last = with_lines(base.payslip, UNSEALED).haberes
    return _forged(base, (replace(first, monto=first.monto + 900), *middle, replace(last, monto=last.monto - 900)))


@case("attack", "lines beyond the seal", CHANGED, why="all words are there, only not where they stood")
def unsealed_codes_swapped(base: Base) -> bytes:
    first, *middle, last = with_lines(base.payslip, UNSEALED).haberes
    return _forged(base, (replace(first, codigo=last.codigo), *middle, replace(last, codigo=first.codigo)))


@case("attack", "lines beyond the seal", CHANGED)
def unsealed_amount_covered(base: Base) -> bytes:
    """A patch and curves over an amount that the seal does not hold by name."""
    return _covered(long(base, UNSEALED), 0)


@case("attack", "several pages", CHANGED)
def cover_on_the_second_page(base: Base) -> bytes:
    return _covered(long(base, TWO_PAGES), 1)


def _covered(data: bytes, page: int) -> bytes:
    sheet = Sheet(data, page)
    amounts = [run for run in sheet.runs if run.text[-3:-2] == "." and run.text[0].isdecimal() and run.size > 4]
    run = amounts[-1]
    text = ("9" if run.text[0] != "9" else "8") + run.text[1:]
    sheet.append(patch(run) + b" " + curves(run, text))
    return sheet.save()


@case("attack", "several pages", CHANGED)
def second_page_missing(base: Base) -> bytes:
    return _pages(long(base, TWO_PAGES), 0)


@case("attack", "several pages", CHANGED)
def first_page_missing(base: Base) -> bytes:
    return _pages(long(base, TWO_PAGES), 1)


@case("attack", "several pages", CHANGED)
def first_page_twice(base: Base) -> bytes:
    return _pages(long(base, TWO_PAGES), 0, 0)


@case("attack", "several pages", CHANGED)
def second_page_of_another(base: Base) -> bytes:
    """Each page has its own good seal; they are not the same document."""
    mine, theirs = long(base, TWO_PAGES), long(base.neighbour, TWO_PAGES)
    return merged(_pages(mine, 0), _pages(theirs, 1))
