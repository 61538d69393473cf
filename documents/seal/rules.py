"""Whether the rules of a page are those of a form, or make a picture. Boxes in points; pure.

A rule parts words. Figures can be hatched with rules too, but there is no word between those.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from documents.seal.boxes import Box
from documents.seal.words import Word

_EMPTY: Final = 4  # pairs of rules without a word between them: a table's empty end, a band's edge


def too_many_rules(rules: Sequence[Box], words: Iterable[Word]) -> bool:
    """Whether more rules follow each other than a form has reason for."""
    ordered = sorted(rules, key=lambda rule: -rule.top)
    boxes = [word.box for word in words]
    empty = 0
    for place, rule in enumerate(ordered):
        below = next((other for other in ordered[place + 1 :] if _side_by_side(rule, other)), None)
        if below and not any(_is_between(box, rule, below) for box in boxes):
            empty += 1
    return empty > _EMPTY


def _side_by_side(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right


def _is_between(box: Box, upper: Box, lower: Box) -> bool:
    middle = (box.bottom + box.top) / 2
    across = box.left < min(upper.right, lower.right) and max(upper.left, lower.left) < box.right
    return across and lower.bottom < middle < upper.top
