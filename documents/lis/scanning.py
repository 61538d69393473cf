"""Goes through the text of a .lis file and gives an index entry for each payslip and a remark for each trouble. Pure.

Nearly all payslips of a file have one of a few shapes; each is learned from the first payslip that has it, which the
careful reader understood. Whatever fits no shape is read line by line, so that both ways tell the same of any payslip.
"""

import re
from typing import Final

from documents.lis.grammar import CONCEPTS, MONTHS, Grammar, Part, bundled
from documents.lis.reading import centimos, read_cells, read_slip
from documents.lis.records import Entry, LisPerson, LisSlip, Remark, State, Trouble, excerpt
from documents.lis.shapes import WANTED, shape_of

_INDEXED: Final = WANTED[:-1]  # that the last is there is enough
_MOST_SHAPES: Final = 12
_MOST_SUMS: Final = 30_000  # whole blocks of concepts kept in memory
_MOST_KNOWN: Final = 60_000  # concept lines and people kept in memory


class _Lines(dict[str, tuple[int, int]]):
    """What a line of concepts adds to income and deductions. Pay repeats from month to month, so most are known."""

    def __missing__(self, line: str) -> tuple[int, int]:
        if len(self) > _MOST_KNOWN:
            self.clear()
        tidy = line.rstrip()
        if tidy and not CONCEPTS.fullmatch(tidy):
            raise ValueError(line)
        plus = minus = 0
        for cell in read_cells(tidy):
            if cell.sign == "+":
                plus += cell.monto
            else:
                minus += cell.monto
        self[line] = plus, minus
        return plus, minus


class _Amounts(dict[str, int]):
    """Totals as printed; most people's are the same for months."""

    def __missing__(self, printed: str) -> int:
        if len(self) > _MOST_KNOWN:
            self.clear()
        found = self[printed] = centimos(printed)
        return found


class _People(dict[tuple[str, str, str, str], LisPerson]):
    """The same person, the same record."""

    def __missing__(self, printed: tuple[str, str, str, str]) -> LisPerson:
        if len(self) > _MOST_KNOWN:
            self.clear()
        found = self[printed] = LisPerson(*(text.strip() for text in printed))
        return found


class Scanner:
    """Reads stretches of files. `scan` appends to `entries` and `remarks`; the caller empties them."""

    def __init__(self, grammar: Grammar | None = None) -> None:
        self.entries: list[Entry] = []
        self.remarks: list[Remark] = []
        self._grammar = grammar or bundled()
        self._heads = self._grammar.of(Part.HEAD)
        self._shapes: list[re.Pattern[str]] = []
        self._lines = _Lines()
        self._sums: dict[str, tuple[int, int]] = {}  # of whole blocks: most people's pay is that of the month before
        self._people = _People()
        self._amounts = _Amounts()
        self._periods: dict[str, int] = {}

    def scan(self, text: str, offset: int, line: int) -> int:
        """Read a stretch that begins and ends between payslips; the number of the line after it."""
        place, size = 0, len(text)
        while place < size:
            found = self._fitting(text, place)
            end = found.end() if found and self._index(found, offset, line) else self._read(text, place, offset, line)
            line += text.count("\n", place, end)
            place = end
        return line + (not text.endswith("\n") and bool(text))

    def _fitting(self, text: str, place: int) -> re.Match[str] | None:
        """By the shape that fitted last, or another, which then comes first."""
        for number, shape in enumerate(self._shapes):
            if found := shape.match(text, place):
                if number:
                    self._shapes.insert(0, self._shapes.pop(number))
                return found
        return None

    def _index(self, found: re.Match[str], offset: int, line: int) -> bool:
        """Note a payslip that fits a shape; False when its concepts or sums need the careful reader."""
        number, period, document, surnames, names, modular, kind, legend, gross, cut, net, rows = found.group(*_INDEXED)
        known = self._sums.get(rows or "")
        if known is None and (known := self._add_up(rows or "")) is None:
            return False
        plus, minus = known
        amounts = self._amounts
        if plus != amounts[gross] or minus != amounts[cut] or plus - minus != centimos(net):
            return False
        periodo = self._periods.get(period) or self._read_period(period)
        start, end = found.span()
        self.entries.append(
            Entry(
                offset + start, end - start, line, self._people[document, surnames, names, modular], periodo,
                sequence_of(legend, periodo) if legend else 0, kind, number, plus, minus, plus - minus, State.GOOD,
            )
        )  # fmt: skip
        return True

    def _add_up(self, rows: str) -> tuple[int, int] | None:
        """Income and deductions of a block of concepts; None when a line of it is not one of concepts."""
        plus = minus = 0
        try:
            for row in rows.split("\n"):
                more, less = self._lines[row]
                plus += more
                minus += less
        except ValueError:
            return None
        if len(self._sums) > _MOST_SUMS:
            self._sums.clear()
        self._sums[rows] = plus, minus
        return plus, minus

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

    def _learn(self, shape: re.Pattern[str] | None) -> None:
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
