"""Whose payslip comes next: a payroll lists the same people in the same order as the month before.

A payslip of the month before was understood whole. Where its lines stand again, letter by letter, they say again what
they said; only those that change are read. That is a comparison of memory instead of a match of each line.
"""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from documents.lis.records import LisPerson, LisPlace
from documents.lis.shapes import Course, Shape

_MOST: Final = 40_000  # payslips kept in memory, about 1.5 kB each


class Pay(NamedTuple):
    """Concepts that were added up, and the totals below them found to be their sums."""

    printed: str
    plus: int
    minus: int
    net: int
    lines: int


class Seen(NamedTuple):
    """What stays of a payslip: three stretches of its lines, and what they say."""

    course: Course
    head: str
    above: str
    below: str
    kind: str
    legend: str
    person: LisPerson
    place: LisPlace

    def stands(self, text: str, place: int) -> tuple[re.Match[str], int] | None:
        """Whether they stand here again: the match of the lines below the head, and where its pay begins."""
        course = self.course
        if not text.startswith(self.head, place):
            return None
        first = course.first.match(text, place + len(self.head))
        if first is None or not text.startswith(self.above, first.end()):
            return None
        between = course.between.match(text, first.end() + len(self.above))
        if between is None or not text.startswith(self.below, between.end()):
            return None
        return first, between.end() + len(self.below)


@dataclass(slots=True)
class Link:
    """A payslip in the row, as it came last."""

    seen: Seen
    pay: Pay
    before: Pay | None  # another one: after July's most are what they were in June
    lines: int  # without those of the pay, and the last ones
    next: "Link | None" = None

    def paid(self, text: str, place: int) -> bool:
        """Whether one of its two last pays stands here; if so, it is `pay`."""
        if text.startswith(self.pay.printed, place):
            return True
        if self.before is None or not text.startswith(self.before.printed, place):
            return False
        self.learn(self.before)
        return True

    def learn(self, pay: Pay) -> None:
        """It came again with another pay."""
        self.pay, self.before = pay, self.pay


class Succession:
    """Payslips in the order in which they came last."""

    def __init__(self) -> None:
        self.expected: Link | None = None  # which may come now
        self._newest: Link | None = None
        self._links: dict[tuple[int, str], Link] = {}

    def came(self, link: Link) -> None:
        """What was expected is here."""
        self._newest, self.expected = link, link.next

    def note(self, seen: Seen, pay: Pay) -> None:
        """Another came, which from now on is expected after the one before it."""
        key = (id(seen.course), seen.above)  # the same lines may stand above others, in a file of another region
        link = self._links.get(key)
        if link is None:
            link = self._new(key, Link(seen, pay, None, 0))
        elif link.pay != pay:
            link.learn(pay)
        link.seen, link.lines = seen, _lines(seen)
        if self._newest is not None:
            self._newest.next = link
        self.came(link)

    def _new(self, key: tuple[int, str], link: Link) -> Link:
        if len(self._links) >= _MOST:
            for old in self._links.values():
                old.next = None  # a row of thousands that holds itself is given back by nobody
            self._links.clear()
            self._newest = None
        self._links[key] = link
        return link


def seen_in(found: re.Match[str], shape: Shape, person: LisPerson, place: LisPlace) -> Seen | None:
    """What a shape understood, to be known again; None when its lines have an order of their own."""
    course, text = shape.course, found.string
    if course is None:
        return None
    _number, _period, kind, legend = found.group(*shape.told)
    one, two, three, four, five, _six = map(found.start, course.cuts)
    head, above, below = text[found.start() : one], text[two:three], text[four:five]
    return Seen(course, head, above, below, kind, (legend or "").strip(), person, place)


def paid_in(found: re.Match[str], shape: Shape) -> str:
    """The concepts and totals as printed; nothing for an order of lines of its own."""
    if shape.course is None:
        return ""
    *_before, begin, end = shape.course.cuts
    return found.string[found.start(begin) : found.start(end)]


def _lines(seen: Seen) -> int:
    return seen.course.lines + sum(text.count("\n") for text in (seen.head, seen.above, seen.below))
