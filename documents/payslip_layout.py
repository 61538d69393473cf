"""Where everything on a payslip goes: a pure function from the record to pages of placed items.

Everything in the body stands on lines of equal height, cut nowhere else, so that nothing can overlap and no line can be
lost. The roomiest `Density` that keeps one page wins; when not even the tightest does, the body goes on over further
pages, each with the whole header and its own QR.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from itertools import zip_longest

from documents.errors import SheetFullError
from documents.figures import printed_amount
from documents.fonts import Face, fitting, printable, width, wrap
from documents.payslip import ConceptLine, Payslip
from documents.payslip_fields import Field, TotalLabels, labour_fields, personal_fields, total_labels
from documents.payslip_frame import BOTTOM, COLUMN, LEFT, RIGHT, SECOND, TOP, WIDE, footer, header
from documents.qr import QrBars
from documents.sheet import A4, Band, Ink, Item, Rule, Strip, Words, ending_at, moved


@dataclass(frozen=True, slots=True)
class Density:
    """Sizes of type and heights of lines, in points."""

    label: float
    value: float
    field_line: float
    concept: float
    concept_line: float
    gap: float  # between blocks


_ROOMIEST = Density(7.2, 8.7, 13.6, 9.4, 16.0, 16.0)
_TIGHTEST = Density(6.0, 7.0, 8.9, 7.0, 8.9, 5.0)
_STEPS = 12


def _density(step: int) -> Density:
    """From the roomiest (0) to the tightest (_STEPS)."""
    share = step / _STEPS
    pairs = zip(astuple(_ROOMIEST), astuple(_TIGHTEST), strict=True)
    return Density(*(round(roomy + (tight - roomy) * share, 2) for roomy, tight in pairs))


DENSITIES = tuple(_density(step) for step in range(_STEPS + 1))
_LINE = tuple[Item, ...]
_CELL = 6.0  # between the edge of a table and its text


@dataclass(frozen=True, slots=True)
class Section:
    """Strips under one heading, which is repeated where the section goes on over a page."""

    heading: Strip
    strips: tuple[Strip, ...]


def lay_out(payslip: Payslip, qr: QrBars, *, signed: bool) -> tuple[tuple[Item, ...], ...]:
    """The pages of a payslip. Raises SealTooLongError, SheetFullError."""
    top = header(payslip)
    bottom = footer(qr, signed=signed, page=1, pages=1)
    room = A4[1] - TOP - top.height - bottom.height - BOTTOM
    if room < 120:
        raise SheetFullError(f"header and QR leave {room:.0f} points of the page")
    bodies = _body_pages(payslip, room)
    return tuple(
        _page(top, body, footer(qr, signed=signed, page=number, pages=len(bodies)))
        for number, body in enumerate(bodies, start=1)
    )


def _page(top: Strip, body: list[Strip], bottom: Strip) -> tuple[Item, ...]:
    items = [*_stacked([top, *body], TOP)]
    items += _stacked([bottom], A4[1] - BOTTOM - bottom.height)
    return tuple(items)


def _stacked(strips: Iterable[Strip], y: float) -> Iterable[Item]:
    for strip in strips:
        for item in strip.items:
            yield moved(item, y)
        y += strip.height


def _body_pages(payslip: Payslip, room: float) -> list[list[Strip]]:
    """The roomiest density that keeps one page. Height falls with every step, so a bisection finds it."""
    pages = _paged(_sections(payslip, DENSITIES[0]), room)
    if len(pages) == 1:
        return pages
    best = _paged(_sections(payslip, DENSITIES[-1]), room)
    fits, fails = _STEPS, 0
    while len(best) == 1 and fits - fails > 1:
        middle = (fits + fails) // 2
        pages = _paged(_sections(payslip, DENSITIES[middle]), room)
        if len(pages) == 1:
            best, fits = pages, middle
        else:
            fails = middle
    return best


def _paged(sections: tuple[Section, ...], room: float) -> list[list[Strip]]:
    pages: list[list[Strip]] = [[]]
    left = room
    for section in sections:
        begun = False
        for strip in section.strips:
            need = strip.height if begun else section.heading.height + strip.height
            if need > left and pages[-1]:
                pages.append([])
                left, begun = room, False
            fresh = [strip] if begun else [section.heading, strip]
            pages[-1] += fresh
            left -= sum(each.height for each in fresh)
            begun = True
    return pages


def _sections(payslip: Payslip, density: Density) -> tuple[Section, ...]:
    sections = [_people(payslip, density), _concepts(payslip, density)]
    if payslip.mensajes:
        sections.append(_messages(payslip.mensajes, density))
    return tuple(sections)


def _people(payslip: Payslip, density: Density) -> Section:
    left = _field_lines(personal_fields(payslip), LEFT, density)
    right = _field_lines(labour_fields(payslip), SECOND, density)
    return Section(
        _headings("Datos personales", "Datos laborales", density),
        tuple(_beside(left, right, density.field_line)),
    )


def _headings(left: str, right: str, density: Density) -> Strip:
    y = density.gap + 8
    items: list[Item] = []
    for x, title in ((LEFT, left), (SECOND, right)):
        items += [
            Words(x, y, title, Face.SEMIBOLD, 9.2, Ink.STRONG),
            Rule(x, y + 5, COLUMN, 0.8, Ink.STRONG),
        ]
    return Strip(y + 8, tuple(items))


def _beside(left: list[_LINE], right: list[_LINE], height: float) -> Iterable[Strip]:
    for ours, theirs in zip_longest(left, right, fillvalue=()):
        yield Strip(height, ours + theirs)


def _field_lines(fields: tuple[Field, ...], x: float, density: Density) -> list[_LINE]:
    """Label and value side by side; a long value goes on under itself."""
    value_x = x + max(width(label, Face.REGULAR, density.label) for label, _ in fields) + 9
    y = density.field_line * 0.74
    lines: list[_LINE] = []
    for label, value in fields:
        face = Face.SEMIBOLD if label in {"Apellidos", "Nombres"} else Face.REGULAR
        pieces = wrap(printable(value), face, density.value, x + COLUMN - value_x)
        values = [Words(value_x, y, piece, face, density.value, Ink.TEXT) for piece in pieces]
        lines.append((Words(x, y, label, Face.REGULAR, density.label, Ink.QUIET), values[0]))
        lines += [(value,) for value in values[1:]]
    return lines


def _concepts(payslip: Payslip, density: Density) -> Section:
    left = _concept_lines(payslip.haberes, LEFT, density)
    right = _concept_lines(payslip.descuentos, SECOND, density)
    rows = list(_beside(left, right, density.concept_line))
    return Section(_table_head(density), (*rows, _totals(payslip, density)))


def _table_head(density: Density) -> Strip:
    y = density.gap
    items: list[Item] = []
    for x, title in ((LEFT, "Haberes"), (SECOND, "Descuentos")):
        items += [
            Band(x, y, COLUMN, 19, Ink.BAND),
            Words(x + _CELL, y + 12.8, title, Face.SEMIBOLD, 9.2, Ink.STRONG),
            ending_at(x + COLUMN - _CELL, y + 12.8, "S/", Face.REGULAR, 8, Ink.QUIET),
        ]
    return Strip(y + 19, tuple(items))


def _concept_lines(concepts: tuple[ConceptLine, ...], x: float, density: Density) -> list[_LINE]:
    """The mnemonic and its amount on one line; a hairline under each concept leads the eye across."""
    lines: list[_LINE] = []
    y = density.concept_line * 0.68
    size = density.concept
    for concept in concepts:
        amount = ending_at(x + COLUMN - _CELL, y, printed_amount(concept.monto), Face.REGULAR, size, Ink.TEXT)
        pieces = wrap(printable(concept.codigo), Face.REGULAR, size, amount.x - x - 2 * _CELL)
        lines += [(Words(x + _CELL, y, piece, Face.REGULAR, size, Ink.TEXT),) for piece in pieces[:-1]]
        last = Words(x + _CELL, y, pieces[-1], Face.REGULAR, size, Ink.TEXT)
        lines.append((last, amount, Rule(x, density.concept_line, COLUMN, 0.4, Ink.RULE)))
    return lines


def _totals(payslip: Payslip, density: Density) -> Strip:
    labels = total_labels(payslip)
    items: list[Item] = []
    for x, label, amount in (
        (LEFT, labels.haberes, payslip.total_haberes),
        (SECOND, labels.descuentos, payslip.total_descuentos),
    ):
        items += [
            Rule(x, 0.4, COLUMN, 0.8, Ink.STRONG),
            *_captioned(label, x + _CELL, 15),
            ending_at(x + COLUMN - _CELL, 15, printed_amount(amount), Face.SEMIBOLD, 10.5, Ink.TEXT),
        ]
    net = _net(payslip, labels)
    below = 24 + density.gap * 0.5
    return Strip(below + net.height, (*items, *(moved(item, below) for item in net.items)))


def _captioned(label: Field, x: float, y: float) -> tuple[Words, Words]:
    name, meaning = label
    after = x + width(name, Face.SEMIBOLD, 9) + 5
    return Words(x, y, name, Face.SEMIBOLD, 9, Ink.STRONG), Words(after, y, meaning, Face.REGULAR, 7.8, Ink.QUIET)


def _net(payslip: Payslip, labels: TotalLabels) -> Strip:
    """What the person takes home: the largest figure on the page."""
    height = 44.0
    right = RIGHT - _CELL * 2
    taxable, net = printed_amount(payslip.monto_imponible), f"S/ {printed_amount(payslip.liquido)}"
    size = fitting(net, Face.SEMIBOLD, 23, right - SECOND - 84)
    return Strip(
        height,
        (
            Band(LEFT, 0, WIDE, height, Ink.BAND),
            Rule(LEFT, height, WIDE, 1.2, Ink.STRONG),
            *_captioned(labels.imponible, LEFT + _CELL, 18),
            Words(LEFT + _CELL, 33, taxable, Face.REGULAR, 10, Ink.TEXT),
            Words(SECOND + _CELL, 18, labels.liquido[0], Face.SEMIBOLD, 9, Ink.STRONG),
            Words(SECOND + _CELL, 32, labels.liquido[1], Face.REGULAR, 8.4, Ink.QUIET),
            ending_at(right, 30.4, net, Face.SEMIBOLD, size, Ink.STRONG),
        ),
    )


def _messages(messages: tuple[str, ...], density: Density) -> Section:
    y = density.gap + 8
    heading = Strip(y + 4, (Words(LEFT, y, "Mensajes", Face.SEMIBOLD, 8.6, Ink.STRONG),))
    size = density.value - 0.4
    lines = [line for message in messages for line in wrap(printable(message), Face.REGULAR, size, WIDE)]
    baseline = density.field_line * 0.74
    strips = (Strip(density.field_line, (Words(LEFT, baseline, line, Face.REGULAR, size, Ink.TEXT),)) for line in lines)
    return Section(heading, tuple(strips))
