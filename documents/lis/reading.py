"""Reads one payslip of a .lis file line by line: every line is understood by a form of the catalogue or reported.

This is the careful reader. `documents.lis.scanning` goes through whole files with shapes learned from it, and comes
back here for every payslip that is not exactly like one already understood.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

from documents.lis.grammar import CELLS, CONCEPTS, RULE, Grammar, LineForm, Part
from documents.lis.judging import judged
from documents.lis.records import ConceptCell, LisSlip, Remark, Trouble, excerpt

Token = int | str  # the number of a form; or one of the four below
BLANK, RULED, CONCEPT, MESSAGE = "blank", "rule", "concept", "message"

_RULE: Final = re.compile(RULE + r"[ \t\r]*\n")
_PEEKED: Final = 6  # lines in which a continued page repeats the payslip's number
_ONCE: Final = {BLANK, CONCEPT, MESSAGE}


class _Stage(Enum):
    """How far into the payslip a line stands."""

    FIELDS = auto()
    CONCEPTS = auto()
    TOTALS = auto()
    MESSAGES = auto()
    CLOSED = auto()


class SlipReader:
    """Takes the lines of one payslip, from its head on, until one that is not its own."""

    def __init__(self, grammar: Grammar, line: int) -> None:
        self.shape: list[Token] = []
        self.remarks: list[Remark] = []
        self.taken = 0
        self._forms = {part: grammar.of(part) for part in Part}
        self._first = line
        self._fields: dict[str, str] = {}
        self._cells: list[ConceptCell] = []
        self._messages: list[str] = []
        self._pages = 1
        self._stage = _Stage.FIELDS

    def take(self, line: str, following: str) -> bool:
        """Whether the line (with its end) belongs to this payslip. `following` is the text after it."""
        if not line.strip():
            self._note(BLANK)
        elif self.taken and self._is_head(line):
            if not self._goes_on(following):
                return False
            self._pages += 1
            self._stage = _Stage.FIELDS
        elif self._stage is _Stage.CLOSED:
            return False
        else:
            self._read(line)
        self.taken += 1
        return True

    def slip(self) -> LisSlip:
        """What was read, judged as a whole."""
        whole, state = judged(self._fields, self._cells, self._first, lines_good=not self.remarks)
        remarks = tuple(sorted((*self.remarks, *whole), key=lambda remark: remark.line))
        return LisSlip(
            line=self._first,
            lines=self.taken,
            fields=self._fields,
            cells=tuple(self._cells),
            messages=tuple(self._messages),
            pages=self._pages,
            remarks=remarks,
            state=state,
        )

    @property
    def learnable(self) -> bool:
        """Whether others like it can be read by their shape: one page, and every line understood."""
        return self._pages == 1 and not self.remarks

    def _is_head(self, line: str) -> bool:
        return any(form.pattern.fullmatch(line) for form in self._forms[Part.HEAD])

    def _goes_on(self, following: str) -> bool:
        """Whether the head is of a further page: no totals yet, and the same number and month again."""
        if self._stage not in {_Stage.CONCEPTS, _Stage.TOTALS} or "total_haberes" in self._fields:
            return False
        told: dict[str, str] = {}
        for line in following.split("\n", _PEEKED)[:_PEEKED]:
            for form in self._forms[Part.FIELDS]:
                told |= _values(form, line + "\n")
        same = ("numero_boleta", "periodo")
        return all(told.get(name) and told[name] == self._fields.get(name) for name in same)

    def _read(self, line: str) -> None:
        if not self.taken:
            self._use(self._forms[Part.HEAD], line)
        elif self._stage is _Stage.MESSAGES:
            self._read_message(line)
        elif _RULE.fullmatch(line) and self._stage in {_Stage.FIELDS, _Stage.CONCEPTS}:
            self._stage = _Stage.CONCEPTS if self._stage is _Stage.FIELDS else _Stage.TOTALS
            self._note(RULED)
        elif self._stage is _Stage.CONCEPTS and CONCEPTS.fullmatch(line.rstrip()):
            self._cells += read_cells(line)
            self._note(CONCEPT)
        elif self._stage is _Stage.FIELDS:
            self._use(self._forms[Part.FIELDS], line)
        else:
            self._read_total(line)

    def _read_total(self, line: str) -> None:
        if not self._matched(self._forms[Part.TOTALS], line):
            if self._matched(self._forms[Part.END], line):
                self._stage = _Stage.CLOSED
            elif self._matched(self._forms[Part.MESSAGES], line):
                self._stage = _Stage.MESSAGES
                self._keep_message(self._fields.pop("mensaje"))
                self._note(MESSAGE)
            else:
                self._complain(Trouble.LINE, line)
        elif self._stage is _Stage.CONCEPTS:
            self._stage = _Stage.TOTALS

    def _read_message(self, line: str) -> None:
        if self._matched(self._forms[Part.END], line):
            self._stage = _Stage.CLOSED
        else:
            self._note(MESSAGE)
            self._keep_message(line.strip())

    def _keep_message(self, text: str) -> None:
        if text:
            self._messages.append(text)

    def _use(self, forms: tuple[LineForm, ...], line: str) -> None:
        """Read a line that must be of one of these forms."""
        if not self._matched(forms, line):
            known = any(form.label and form.label.match(line) for form in forms)
            self._complain(Trouble.VALUE if known else Trouble.LINE, line)

    def _matched(self, forms: tuple[LineForm, ...], line: str) -> bool:
        for form in forms:
            if found := form.pattern.fullmatch(line):
                self._note(form.number)
                self._keep({name: value.strip() for name, value in found.groupdict().items()}, line)
                return True
        return False

    def _keep(self, told: dict[str, str], line: str) -> None:
        """New values; one that contradicts an earlier one is reported and not used."""
        if any(self._fields.get(name, value) != value for name, value in told.items()):
            self._complain(Trouble.TWICE, line)
        self._fields = told | self._fields

    def _note(self, token: Token) -> None:
        if not (token in _ONCE and self.shape and self.shape[-1] == token):
            self.shape.append(token)

    def _complain(self, trouble: Trouble, line: str) -> None:
        self.remarks.append(Remark(self._first + self.taken, trouble, excerpt(line)))


def read_cells(line: str) -> Iterator[ConceptCell]:
    """The concepts of a line that is one of concepts."""
    for sign, codigo, monto in CELLS.findall(line.rstrip()):
        yield ConceptCell(sign, codigo, centimos(monto))


def centimos(printed: str) -> int:
    """1,234.56 -> 123456."""
    return int(printed.replace(",", "").replace(".", ""))


def read_slip(text: str, place: int, line: int, grammar: Grammar) -> tuple[SlipReader, int]:
    """Read the payslip whose head stands at `place`; the reader, and where the payslip ends."""
    reader = SlipReader(grammar, line)
    while place < len(text):
        end = text.find("\n", place) + 1 or len(text)
        whole = text[place:end] if text.endswith("\n", place, end) else text[place:end] + "\n"
        if not reader.take(whole, text[end : end + 1_000]):
            break
        place = end
    return reader, place


def _values(form: LineForm, line: str) -> dict[str, str]:
    found = form.pattern.fullmatch(line)
    return {name: value.strip() for name, value in found.groupdict().items()} if found else {}
