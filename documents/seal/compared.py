"""What comes out of comparing signed values with a page, and the comparison of totals that all documents share. Pure.

`Compared.signed` are the words that carry signed values: on these the eye must see exactly what they say
(`documents.seal.pixels`).
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from documents.figures import printed_amount
from documents.seal.outcomes import because
from documents.seal.table import Table
from documents.seal.verdict import Field, Reason, ReasonCode
from documents.seal.words import Word


@dataclass(slots=True)
class Compared:
    """What came out: reasons, and the words that carry signed values with the field each belongs to."""

    reasons: list[Reason] = field(default_factory=list)
    signed: list[tuple[Word, Field]] = field(default_factory=list)

    def take(self, words: Iterable[Word], of: Field) -> None:
        """Remember where a signed value stands."""
        self.signed += [(word, of) for word in words]

    def say(self, code: ReasonCode, of: Field | None, expected: str = "", found: str = "", page: int = -1) -> None:
        """Add a reason; `page` counts from 0, -1 is the whole file."""
        self.reasons.append(because(code, expected=expected, found=found, page=page + 1, field=of))

    def release(self, added: Container[Word]) -> None:
        """Words that turn out to be additions carry nothing signed, where only a digest spoke for them."""
        self.signed = [(word, of) for word, of in self.signed if of is not Field.CONTENT or word not in added]


def compare_totals(totals: Iterable[tuple[Field, int]], table: Table, compared: Compared, everything: str) -> None:
    """Each total against the amount beside its label. `everything` is the normal text of all words."""
    for of, signed in totals:
        expected = printed_amount(signed)
        found = table.amounts_of(of)
        if not found:
            labelled = any(each is of for each, _ in table.total_labels)
            absent = labelled or expected not in everything
            compared.say(ReasonCode.VALUE_MISSING if absent else ReasonCode.LABEL_NOT_FOUND, of, expected)
        for amount, word, label in found:
            compared.take((word, *label.words), of)
            if amount != expected:
                compared.say(ReasonCode.VALUE_DIFFERS, of, expected, amount, word.page)
