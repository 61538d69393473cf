"""Sheets with a folio: bound by this program, which is harmless, and what a forger would make of that leniency."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from documents.packet import profiles
from documents.packet.assembling import build_packet
from documents.packet.fut import Applicant
from documents.packet.heading import Heading
from documents.packet.records import PacketItem
from tests.attacks.cases import ADDED, CHANGED, GREEN, Base, case
from tests.attacks.faces import text_width
from tests.attacks.sheet import Run, Sheet

_DAY = date(2026, 12, 1)


@lru_cache(maxsize=4)
def bound(pdf: bytes, *, covered: bool = False, in_letters: bool = False) -> bytes:
    """A payslip behind another paper of two pages in a packet with folios, as a mesa de partes gets it."""
    person = Applicant(
        nombres="ANA", apellido_paterno="PRUEBA", apellido_materno="PRUEBA", doc_tipo="DNI", doc_numero="00000000"
    )
    heading = Heading(
        resumen="Boletas de pago", dependencia="UGEL DE PRUEBA", solicitante=person, fecha=_DAY, covered=covered,
        indexed=covered,
    )  # fmt: skip
    profile = profiles.load().find("", _DAY)
    profile = replace(profile, foliation=replace(profile.foliation, in_letters=in_letters))
    items = [PacketItem("Boleta", pdf, drawn_here=True), PacketItem("Boleta", pdf)]
    with TemporaryDirectory() as folder:
        [file] = build_packet(heading, items, profile, folder=Path(folder)).files
        return file.path.read_bytes()


@case("benign", "folio", GREEN, why="the number of a sheet, above everything that was signed")
def bound_into_a_packet(base: Base) -> bytes:
    """Two copies bound: one known to be free in its corner, one looked at as a stranger's."""
    return bound(base.pdf)


@case("benign", "folio", GREEN, why="some offices write the number in words too")
def bound_with_folios_in_letters(base: Base) -> bytes:
    """The number, and below it the same in words."""
    return bound(base.pdf, in_letters=True)


@case("benign", "folio", frozenset(ADDED - CHANGED), why="cover and index have no seal")
def bound_with_cover_and_index(base: Base) -> bytes:
    """The whole packet of a mesa de partes."""
    return bound(base.pdf, covered=True)


def _written(sheet: Sheet, text: str, x: float, y: float, size: float, *, reads: str | None = None) -> None:
    """A text at a place, in a face of the paper that the forger brings."""
    run = sheet.runs[0]
    font = Run(run.place, run.show, run.text, run.font, run.face, size, x, y, run.wide, run.ink)
    shown = sheet.shown_in_own_font(font, text, reads=reads)
    sheet.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm ".encode() + shown + b" ET")


def _corner(text: str, sheet: Sheet, size: float = 14.0) -> tuple[float, float]:
    return 549.0 - text_width(text, sheet.runs[0].face, size), 814.0


@case("benign", "folio", GREEN)
def folio_in_our_own_face(base: Base) -> bytes:
    """By another program, with the same face."""
    sheet = base.sheet()
    _written(sheet, "127", *_corner("127", sheet), 14.0)
    return sheet.save()


@case("attack", "folio that is none", ADDED)
def folio_that_shows_another_number(base: Base) -> bytes:
    """The text layer says 1, the eye sees 9."""
    sheet = base.sheet()
    _written(sheet, "9", *_corner("9", sheet), 14.0, reads="1")
    return sheet.save()


@case("attack", "folio that is none", ADDED)
def folio_whose_figures_are_words(base: Base) -> bytes:
    """A font whose figures draw the letters of a word: read as a number, seen as a title."""
    sheet = base.sheet()
    _written(sheet, "NULO", *_corner("NULO", sheet), 14.0, reads="1234")
    return sheet.save()


@case("attack", "folio that is none", ADDED)
def folio_level_with_the_title(base: Base) -> bytes:
    """A number that is read with what the head of the page says."""
    sheet = base.sheet()
    highest = max(sheet.runs, key=lambda run: run.y)
    _written(sheet, "9", 520.0, highest.y, highest.size)
    return sheet.save()


@case("attack", "folio that is none", ADDED)
def folio_with_other_words_below(base: Base) -> bytes:
    """Not the number in words, but something else."""
    sheet = base.sheet()
    _written(sheet, "12", *_corner("12", sheet), 14.0)
    _written(sheet, "mil", *_corner("mil", sheet, 7.4), 7.4)
    return sheet.save()


@case("attack", "folio that is none", ADDED)
def folio_as_large_as_a_title(base: Base) -> bytes:
    """A number that is meant to be read first."""
    sheet = base.sheet()
    _written(sheet, "9500", 440.0, 806.0, 30.0)
    return sheet.save()


@case("attack", "folio that is none", ADDED)
def folio_far_from_the_corner(base: Base) -> bytes:
    """A number at the foot, beside the code."""
    sheet = base.sheet()
    _written(sheet, "4", 300.0, 30.0, 12.0)
    return sheet.save()


@case("attack", "folio and forgery", CHANGED)
def amount_changed_in_a_bound_payslip(base: Base) -> bytes:
    """The leniency for the folio is none for the rest."""
    sheet = base.sheet()
    run = next(run for run in sheet.runs if run.text.startswith("S/ ") and run.size > 12)
    digit = next(at for at, letter in enumerate(run.text) if letter.isdecimal() and letter != "9")
    sheet.rewrite(run, run.text[:digit] + "9" + run.text[digit + 1 :])
    return bound(sheet.save())


@case("attack", "folio and forgery", CHANGED)
def folio_on_paper_laid_over_the_head(base: Base) -> bytes:
    """A white box of a folio hides a part of what was signed."""
    sheet = base.sheet()
    highest = max(sheet.runs, key=lambda run: run.y)
    sheet.append(f"1 1 1 rg 0 {highest.y - 4:.1f} 595 60 re f".encode())
    _written(sheet, "12", *_corner("12", sheet), 14.0)
    return sheet.save()
