"""The page read as a form: which value stands beside which label, which amount belongs to which line. Geometry, pure.

Labels are those of the payslip (documents.payslip_fields); where they stand and in what type does not matter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from documents.seal.amounts import amount_of, normal
from documents.seal.verdict import Field
from documents.seal.words import Segment, Word, rows, segments

TOTALS: Final = {
    "T-REMUN": Field.TOTAL_HABERES,
    "T-HONORARIO": Field.TOTAL_HABERES,
    "T-DSCTO": Field.TOTAL_DESCUENTOS,
    "T-LIQUI": Field.LIQUIDO,
    "MIMPONIBLE": Field.MONTO_IMPONIBLE,
}
HEADINGS: Final = {"HABERES": Field.HABERES, "DESCUENTOS": Field.DESCUENTOS}
LABELS: Final = frozenset(
    normal(label) for label in ("Apellidos", "Nombres", "Documento de Identidad", "Cod. Modular", "Establecimiento")
)
_MONTH: Final = re.compile(
    r"(ENERO|FEBRERO|MARZO|ABRIL|MAYO|JUNIO|JULIO|AGOSTO|SETIEMBRE|SEPTIEMBRE|OCTUBRE|NOVIEMBRE|DICIEMBRE)-\d{4}"
)
_ADDITIONAL: Final = re.compile(r"PLANILLAADICIONALN\W?(\d+)")
_SAME_X: Final = 2.0  # points: what begins here begins at the same place
_REACH: Final = 48.0  # points from the label of a total down to its amount
_LEVEL: Final = 3.0  # points: labels this near in height stand side by side


@dataclass(frozen=True, slots=True)
class Line:
    """A label and the amount at the end of its row. `labels`: the last piece alone, then with the pieces above it."""

    labels: tuple[str, ...]
    amount: str
    words: tuple[Word, ...]
    section: Field | None

    @property
    def label(self) -> str:
        """The whole label."""
        return self.labels[-1]


@dataclass(frozen=True, slots=True)
class Value:
    """What stands beside a label, over one or more rows."""

    text: str
    words: tuple[Word, ...]


class Table:
    """The pages of one payslip as rows of segments."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.rows: list[list[Segment]] = [list(segments(row)) for row in rows(words)]

    @cached_property
    def _labelled(self) -> list[tuple[str, int, int, Segment]]:
        """(normal text, row, place in it, segment) of everything."""
        return [
            (normal(segment.text), row, place, segment)
            for row, each in enumerate(self.rows)
            for place, segment in enumerate(each)
        ]

    @cached_property
    def total_labels(self) -> list[tuple[Field, Segment]]:
        """Where the labels of totals stand. A label may share its segment with what it means in words."""
        return [
            (field, segment)
            for _, _, _, segment in self._labelled
            if (field := TOTALS.get(normal(segment.words[0].text)))
        ]

    @cached_property
    def headings(self) -> list[tuple[Field, Segment]]:
        """Where the two lists begin."""
        return [(HEADINGS[text], segment) for text, _, _, segment in self._labelled if text in HEADINGS]

    @property
    def known_labels(self) -> int:
        """How many labels of a payslip are there: whether this text is one at all."""
        return len(self.total_labels) + len(self.headings) + sum(text in LABELS for text, *_ in self._labelled)

    def months(self) -> Iterator[Segment]:
        """What says a payroll month."""
        return (segment for text, _, _, segment in self._labelled if _MONTH.fullmatch(text))

    def sequences(self) -> Iterator[tuple[int, Segment]]:
        """What says the number of an additional payroll."""
        for text, _, _, segment in self._labelled:
            if found := _ADDITIONAL.fullmatch(text):
                yield int(found[1]), segment

    def values(self, label: str) -> Iterator[Value]:
        """What stands beside each segment with this label: the next segment, and what goes on under it."""
        wanted = normal(label)
        for text, row, place, segment in self._labelled:
            if text == wanted and place + 1 < len(self.rows[row]):
                first = self.rows[row][place + 1]
                if first.x - segment.right < 220:
                    yield self._continued(first, row, segment)

    def _continued(self, first: Segment, row: int, label: Segment) -> Value:
        pieces = [first]
        for following in self.rows[row + 1 :]:
            below = [each for each in following if abs(each.x - first.x) < _SAME_X]
            labelled = any(abs(each.x - label.x) < _SAME_X for each in following)
            near = pieces[-1].y - following[0].y < 2.2 * first.words[0].em
            if labelled or not below or not near or following[0].page != first.page:
                break
            pieces.append(below[0])
        words = tuple(word for piece in pieces for word in piece.words)
        return Value(" ".join(piece.text for piece in pieces), words)

    def amounts_of(self, field: Field) -> list[tuple[str, Word, Segment]]:
        """The amounts that a reader takes for this total, and its label: beside or under it, nearer to no other."""
        found = []
        for _, _, _, segment in self._labelled:
            for word in segment.words:
                amount = amount_of(word.text)
                owner = amount and self._owner(word)
                if amount and owner and owner[0] is field:
                    found.append((amount, word, owner[1]))
        return found

    def _owner(self, amount: Word) -> tuple[Field, Segment] | None:
        near = [
            (field, label)
            for field, label in self.total_labels
            if label.page == amount.page and -_LEVEL <= label.y - amount.y <= _REACH and label.x <= amount.x + _SAME_X
        ]
        return min(near, key=lambda each: (round((each[1].y - amount.y) / (2 * _LEVEL)), -each[1].x), default=None)

    def lines(self) -> Iterator[Line]:
        """Every amount that ends a row of the two lists, with its label."""
        for number, row in enumerate(self.rows):
            label: Segment | None = None
            for segment in row:
                amount = amount_of(segment.words[-1].text)
                if amount is None:
                    label = segment
                    continue
                own = Segment(segment.words[:-1]) if len(segment.words) > 1 else label
                label = None
                section = self._section(segment.words[-1], own)
                if section is not None:
                    yield self._line(own, amount, segment, number, section)

    def _line(self, label: Segment | None, amount: str, segment: Segment, row: int, section: Field) -> Line:
        if label is None:
            return Line(("",), amount, segment.words, section)
        texts, words = [label.text], list(label.words)
        for above in reversed(self.rows[:row]):
            piece = self._piece(above, label, words[0])
            if piece is None:
                break
            texts.append(f"{piece.text} {texts[-1]}")
            words = [*piece.words, *words]
        return Line(tuple(texts), amount, (*words, segment.words[-1]), section)

    def _piece(self, above: list[Segment], label: Segment, top: Word) -> Segment | None:
        """The part of a label that stands in the row above it: no amount follows it there."""
        for place, segment in enumerate(above):
            if abs(segment.x - label.x) < _SAME_X and segment.page == label.page:
                followed = place + 1 < len(above) and amount_of(above[place + 1].words[-1].text) is not None
                ends = amount_of(segment.words[-1].text) is not None
                heads = normal(segment.text) in HEADINGS
                near = segment.y - top.y < 2.4 * top.em
                return segment if near and not (followed or ends or heads) else None
        return None

    def _section(self, amount: Word, label: Segment | None) -> Field | None:
        """In which of the two lists a row stands; None above, below and outside of both."""
        x = label.x if label else amount.x
        over = [
            (field, heading)
            for field, heading in self.headings
            if heading.page == amount.page and heading.y > amount.y and heading.x <= x + _SAME_X * 6
        ]
        if not over or any(total.page == amount.page and total.y >= amount.y - 1 for _, total in self.total_labels):
            return None
        return min(over, key=lambda each: (-round(each[1].x / 20), each[1].y))[0]
