"""Goes through the text of a .lis file and gives an index entry for each payslip and a remark for each trouble. Pure.

Nearly all payslips of a file have one of a few shapes; each is learned from the first payslip that has it, which the
careful reader understood. Whatever fits no shape is read line by line, so that both ways tell the same of any payslip.
"""

import re
from functools import partial
from typing import Any, Final

from typing_extensions import override

from documents.lis.grammar import CELLS, CONCEPTS, MONTHS, Grammar, Part, bundled
from documents.lis.memory import Known, Memory
from documents.lis.reading import centimos, read_slip
from documents.lis.records import Entry, LisPerson, LisPlace, LisSlip, Remark, State, Trouble, excerpt
from documents.lis.shapes import Piece, Shape, shape_of
from documents.lis.succession import Link, Pay, Succession, paid_in, seen_in

_MOST_SHAPES: Final = 12
_MOST_KNOWN: Final = 60_000  # concept lines and people kept in memory, and as many of before
_GOOD: Final = State.GOOD
_entry: Final = partial(tuple[Any, ...].__new__, Entry)  # as it is: a tenth of the time of naming a dozen fields


class _Lines(Memory[str, tuple[int, int]]):
    """What a line of concepts adds to income and deductions. Pay repeats from month to month, so most are known."""

    @override
    def learned(self, key: str) -> tuple[int, int]:
        tidy = key.rstrip()
        if tidy and not CONCEPTS.fullmatch(tidy):
            raise ValueError(key)
        plus = minus = 0
        for sign, _codigo, monto in CELLS.findall(tidy):
            if sign == "+":
                plus += centimos(monto)
            else:
                minus += centimos(monto)
        return plus, minus


class Scanner:
    """Reads stretches of files. `scan` appends to `entries` and `remarks`; the caller empties them."""

    def __init__(self, grammar: Grammar | None = None) -> None:
        self.entries: list[Entry] = []
        self.remarks: list[Remark] = []
        self._grammar = grammar or bundled()
        self._heads = self._grammar.of(Part.HEAD)
        self._shapes: list[Shape] = []
        self._lines = _Lines(_MOST_KNOWN)
        self._succession = Succession()
        # By the stretch of text that says so.
        self._people: Known[str, LisPerson] = Known(_MOST_KNOWN)
        self._places: Known[str, LisPlace] = Known(_MOST_KNOWN)
        self._periods: dict[str, int] = {}

    def scan(self, text: str, offset: int, line: int) -> int:
        """Read a stretch that begins and ends between payslips; the number of the line after it."""
        place, size = 0, len(text)
        while place < size:
            place, line = self._again(text, place, offset, line)
            if place == size:
                break
            lines, end = self._fit(text, place, offset, line)
            if not lines:
                end = self._read(text, place, offset, line)
                lines = text.count("\n", place, end)
            line += lines
            place = end
        return line + (not text.endswith("\n") and bool(text))

    def _fit(self, text: str, place: int, offset: int, line: int) -> tuple[int, int]:
        """By the shape that fitted last, or another, which then comes first: lines and end; (0, 0) when none does."""
        for number, shape in enumerate(self._shapes):
            if found := shape.pattern.match(text, place):
                if number:
                    self._shapes.insert(0, self._shapes.pop(number))
                return self._index(found, shape, offset, line), found.end()
        return 0, 0

    def _again(self, text: str, place: int, offset: int, line: int) -> tuple[int, int]:
        """Payslips that came in this order a month ago, while they stand here again: where they end, and the line."""
        link, enter, periods = self._succession.expected, self.entries.append, self._periods
        while link is not None and (found := link.seen.stands(text, place)):
            seen, (first, at) = link.seen, found
            at = at + len(link.pay.printed) if link.paid(text, at) else self._paid_anew(link, text, at)
            last = seen.course.last.match(text, at) if at else None
            if last is None:
                break
            end, (number, period) = last.end(), first.group(*seen.course.each)
            periodo = periods.get(period) or self._read_period(period)
            sequence = sequence_of(seen.legend, periodo) if seen.legend else 0
            _printed, plus, minus, net, lines = link.pay
            enter(
                _entry((
                    offset + place, end - place, line, seen.person, periodo, sequence, seen.kind, number,
                    plus, minus, net, _GOOD, seen.place,
                ))
            )  # fmt: skip
            line += link.lines + lines + text.count("\n", at, end)
            place = end
            self._succession.came(link)
            link = link.next
        return place, line

    def _paid_anew(self, link: Link, text: str, at: int) -> int:
        """Where a pay ends that the person did not have before; 0 when none stands here."""
        course = link.seen.course
        found = course.pay.match(text, at)
        pay = self._pay(found, course.paid, found[0]) if found else None
        if found is None or pay is None:
            return 0
        link.learn(pay)
        return found.end()

    def _index(self, found: re.Match[str], shape: Shape, offset: int, line: int) -> int:
        """Note a payslip that fits a shape; its lines, 0 when its concepts or sums need the careful reader."""
        pay = self._pay(found, shape.pay, paid_in(found, shape))
        if pay is None:
            return 0
        start, end = found.span()
        person, post = self._person(found, shape), self._place(found, shape)
        number, period, kind, legend = found.group(*shape.told)
        periodo = self._periods.get(period) or self._read_period(period)
        sequence = sequence_of(legend, periodo) if legend else 0
        self.entries.append(
            _entry((
                offset + start, end - start, line, person, periodo, sequence, kind, number,
                pay.plus, pay.minus, pay.net, _GOOD, post,
            ))
        )  # fmt: skip
        if seen := seen_in(found, shape, person, post):
            self._succession.note(seen, pay)
        return found.string.count("\n", start, end)

    def _person(self, found: re.Match[str], shape: Shape) -> LisPerson:
        printed = shape.who.stretch(found)
        known = self._people.get(printed) or self._people.recalled(printed)
        return known or self._people.keep(printed, LisPerson(*map(str.strip, found.group(*shape.who.groups))))

    def _place(self, found: re.Match[str], shape: Shape) -> LisPlace:
        printed = shape.where.stretch(found)
        known = self._places.get(printed) or self._places.recalled(printed)
        return known or self._places.keep(printed, LisPlace(*map(str.strip, found.group(*shape.where.groups))))

    def _pay(self, found: re.Match[str], piece: Piece, printed: str) -> Pay | None:
        """The concepts added up; None when a line is not one of concepts, or the totals are not their sums."""
        rows, *totals = found.group(*piece.groups)
        plus = minus = 0
        try:
            for row in rows.split("\n"):
                more, less = self._lines[row]
                plus += more
                minus += less
        except ValueError:
            return None
        if [plus, minus, plus - minus] != [centimos(total) for total in totals]:
            return None
        return Pay(printed, plus, minus, plus - minus, printed.count("\n"))

    def _read_period(self, printed: str) -> int:
        found = self._periods[printed] = period_of(printed)
        return found

    def _read(self, text: str, place: int, offset: int, line: int) -> int:
        """Read with care what stands here, a payslip or a line outside of any; where it ends."""
        end = text.find("\n", place) + 1 or len(text)
        first = text[place:end]
        if not self.is_head(first):
            if first.strip():
                self.remarks.append(Remark(line, Trouble.STRAY, excerpt(first)))
            return end
        reader, end = read_slip(text, place, line, self._grammar)
        slip = reader.slip()
        self.remarks += slip.remarks
        self.entries.append(entry_of(slip, offset + place, end - place))
        if reader.learnable and slip.state in {State.GOOD, State.SUMS}:
            self._learn(shape_of(reader.shape, self._grammar))
        return end

    def is_head(self, line: str) -> bool:
        """Whether a payslip begins with this line."""
        whole = line if line.endswith("\n") else line + "\n"
        return any(form.pattern.fullmatch(whole) for form in self._heads)

    def _learn(self, shape: Shape | None) -> None:
        if shape is not None and shape not in self._shapes:
            self._shapes.insert(0, shape)
            del self._shapes[_MOST_SHAPES:]


def entry_of(slip: LisSlip, offset: int, length: int) -> Entry:
    """The index entry of a payslip read with care."""
    told = slip.fields
    periodo = period_of(told.get("periodo", ""))
    person = LisPerson(*(told.get(name, "") for name in ("doc_numero", "apellidos", "nombres", "codigo_modular")))
    haberes, descuentos, liquido = (
        centimos(told.get(name) or "0.00") for name in ("total_haberes", "total_descuentos", "liquido")
    )
    return Entry(
        offset, length, slip.line, person, periodo, sequence_of(told.get("leyenda_mensual", ""), periodo),
        told.get("tipo_planilla", ""), told.get("numero_boleta", ""), haberes, descuentos, liquido, slip.state,
        LisPlace(told.get("establecimiento", ""), told.get("cargo", "")),
    )  # fmt: skip


def period_of(printed: str) -> int:
    """MARZO - 2015 -> 201503; 0 for nothing."""
    month, _dash, year = printed.partition("-")
    return int(year) * 100 + MONTHS[month.strip()] if year else 0


def sequence_of(legend: str | None, periodo: int) -> int:
    """The number of the additional payroll that a numeric legend tells: 201523 in March 2015 is the first; else 0."""
    tidy = (legend or "").strip()
    if len(tidy) != 6 or not tidy.isdecimal():
        return 0
    ahead = int(tidy) - periodo
    return ahead // 20 if ahead > 0 and ahead % 20 == 0 and ahead < 100 else 0
