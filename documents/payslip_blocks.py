"""The parts of a payslip's body as strips: people, concepts side by side, totals, messages. Pure.

Heights do not depend on where a strip ends up; `documents.payslip_layout` decides that.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from itertools import zip_longest

from documents.figures import printed_amount
from documents.fonts import Face, fitting, printable, width, wrap
from documents.payslip import ConceptLine, Payslip
from documents.payslip_fields import Field, TotalLabels, labour_fields, personal_fields, total_labels
from documents.payslip_frame import COLUMN, LEFT, RIGHT, SECOND, WIDE
from documents.sheet import Band, Ink, Item, Rule, Strip, Words, ending_at


@dataclass(frozen=True, slots=True)
class Density:
    """Sizes of type and heights of lines, in points."""

    label: float
    value: float
    field_line: float
    concept: float
    concept_line: float
    gap: float  # between blocks


@dataclass(frozen=True, slots=True)
class Section:
    """Strips under one heading, which is repeated where the section goes on over a page."""

    heading: Strip
    strips: tuple[Strip, ...]


_ROOMIEST = Density(7.2, 8.7, 13.6, 9.4, 16.0, 16.0)
_TIGHTEST = Density(6.0, 7.0, 8.9, 7.0, 8.9, 5.0)
_STEPS = 12
_CELL = 6.0  # between the edge of a table and its text
_BASE = 0.70  # of a line's height, from its top to its baseline

Line = tuple[Item, ...]


def _density(step: int) -> Density:
    share = step / _STEPS
    pairs = zip(astuple(_ROOMIEST), astuple(_TIGHTEST), strict=True)
    return Density(*(round(roomy + (tight - roomy) * share, 2) for roomy, tight in pairs))


DENSITIES = tuple(_density(step) for step in range(_STEPS + 1))  # from the roomiest to the tightest


def sections(payslip: Payslip, density: Density) -> tuple[Section, ...]:
    """The whole body, in order."""
    parts = [_people(payslip, density), _concepts(payslip, density), _totals(payslip, density)]
    if payslip.mensajes:
        parts.append(_messages(payslip.mensajes, density))
    return tuple(parts)


def _people(payslip: Payslip, density: Density) -> Section:
    left = _field_lines(personal_fields(payslip), LEFT, density)
    right = _field_lines(labour_fields(payslip), SECOND, density)
    y = density.gap + 8
    heading: list[Item] = []
    for x, title in ((LEFT, "Datos personales"), (SECOND, "Datos laborales")):
        heading += [Words(x, y, title, Face.SEMIBOLD, 9.2, Ink.STRONG), Rule(x, y + 5, COLUMN, 0.8, Ink.STRONG)]
    return Section(Strip(y + 8, tuple(heading)), tuple(_beside(left, right, density.field_line)))


def _beside(left: list[Line], right: list[Line], height: float) -> Iterable[Strip]:
    for ours, theirs in zip_longest(left, right, fillvalue=()):
        yield Strip(height, ours + theirs)


def _field_lines(fields: tuple[Field, ...], x: float, density: Density) -> list[Line]:
    """Label and value side by side; a long value goes on under itself."""
    value_x = x + max((width(label, Face.REGULAR, density.label) for label, _ in fields), default=0) + 9
    y = density.field_line * _BASE
    lines: list[Line] = []
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
    rows = tuple(_beside(left, right, density.concept_line)) or (Strip(density.concept_line),)
    return Section(_table_head(density), rows)


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


def _concept_lines(concepts: tuple[ConceptLine, ...], x: float, density: Density) -> list[Line]:
    """The mnemonic and its amount on one line; a hairline under each concept leads the eye across."""
    lines: list[Line] = []
    y = density.concept_line * _BASE
    size = density.concept
    for concept in concepts:
        amount = ending_at(x + COLUMN - _CELL, y, printed_amount(concept.monto), Face.REGULAR, size, Ink.TEXT)
        pieces = wrap(printable(concept.codigo), Face.REGULAR, size, amount.x - x - 2 * _CELL)
        lines += [(Words(x + _CELL, y, piece, Face.REGULAR, size, Ink.TEXT),) for piece in pieces[:-1]]
        last = Words(x + _CELL, y, pieces[-1], Face.REGULAR, size, Ink.TEXT)
        lines.append((last, amount, Rule(x, density.concept_line, COLUMN, 0.4, Ink.RULE)))
    return lines


def _totals(payslip: Payslip, density: Density) -> Section:
    """Both sums and the net pay: one strip, so that they never part."""
    labels = total_labels(payslip)
    sums: list[Item] = []
    for x, label, amount in (
        (LEFT, labels.haberes, payslip.total_haberes),
        (SECOND, labels.descuentos, payslip.total_descuentos),
    ):
        caption = _captioned(label, x + _CELL, 15)
        end = x + COLUMN - _CELL
        figure = printed_amount(amount)
        size = fitting(figure, Face.SEMIBOLD, 10.5, end - caption[1].right - 6)
        sums += [
            Rule(x, 0.4, COLUMN, 0.8, Ink.STRONG),
            *caption,
            ending_at(end, 15, figure, Face.SEMIBOLD, size, Ink.TEXT),
        ]
    below = 24 + density.gap * 0.5
    return Section(Strip(0), (Strip(below + _NET, (*sums, *_net(payslip, labels, below))),))


_NET = 44.0  # height of the band


def _net(payslip: Payslip, labels: TotalLabels, y: float) -> Line:
    """What the person takes home: the largest figure on the page."""
    right = RIGHT - _CELL * 2
    taxable, net = printed_amount(payslip.monto_imponible), f"S/ {printed_amount(payslip.liquido)}"
    size = fitting(net, Face.SEMIBOLD, 23, right - SECOND - 84)
    return (
        Band(LEFT, y, WIDE, _NET, Ink.BAND),
        Rule(LEFT, y + _NET, WIDE, 1.2, Ink.STRONG),
        *_captioned(labels.imponible, LEFT + _CELL, y + 18),
        Words(LEFT + _CELL, y + 33, taxable, Face.REGULAR, 10, Ink.TEXT),
        Words(SECOND + _CELL, y + 18, labels.liquido[0], Face.SEMIBOLD, 9, Ink.STRONG),
        Words(SECOND + _CELL, y + 32, labels.liquido[1], Face.REGULAR, 8.4, Ink.QUIET),
        ending_at(right, y + 30.4, net, Face.SEMIBOLD, size, Ink.STRONG),
    )


def _captioned(label: Field, x: float, y: float) -> tuple[Words, Words]:
    """The SUP's abbreviation and what it means."""
    name, meaning = label
    after = x + width(name, Face.SEMIBOLD, 9) + 5
    return Words(x, y, name, Face.SEMIBOLD, 9, Ink.STRONG), Words(after, y, meaning, Face.REGULAR, 7.8, Ink.QUIET)


def _messages(messages: tuple[str, ...], density: Density) -> Section:
    y = density.gap + 8
    heading = Strip(y + 4, (Words(LEFT, y, "Mensajes", Face.SEMIBOLD, 8.6, Ink.STRONG),))
    size = density.value - 0.2
    lines = [line for message in messages for line in wrap(printable(message), Face.REGULAR, size, WIDE)]
    base = density.field_line * _BASE
    strips = (Strip(density.field_line, (Words(LEFT, base, line, Face.REGULAR, size, Ink.TEXT),)) for line in lines)
    return Section(heading, tuple(strips))
