"""Where everything on a paper goes: a pure function from the record to pages of placed items.

The body flows over as many pages as it needs; each has the running head, the same QR and its number.
"""

from documents.errors import SheetFullError
from documents.fonts import Face, printable, wrap
from documents.paper import Paper
from documents.paper_frame import continued_header, footer, header
from documents.payslip_blocks import Section
from documents.payslip_frame import BOTTOM, LEFT, TOP, WIDE, SealNote
from documents.qr import QrBars
from documents.sheet import A4, Ink, Item, Rule, Strip, Words, joined, stacked

MOST_PAGES = 99  # as many as a seal counts
_GOES_ON = 16.0  # points for the line that says where the rows go on
_LEAST_ROOM = 160.0  # points for the body of a page


def lay_out(paper: Paper, qr: QrBars, note: SealNote | None) -> tuple[tuple[Item, ...], ...]:
    """The pages of a paper. Raises SealTooLongError, SheetFullError."""
    first, later = header(paper), continued_header(paper)
    bottom = footer(paper, qr, page=1, pages=1, note=note).height + 24  # its text may stand above the QR
    rooms = tuple(A4[1] - TOP - head.height - bottom - BOTTOM - _GOES_ON for head in (first, later))
    if min(rooms) < _LEAST_ROOM:
        raise SheetFullError(f"header and QR leave {min(rooms):.0f} points of the page")
    bodies = _paged(_closed(paper), *rooms)
    if len(bodies) > MOST_PAGES:
        raise SheetFullError(f"{len(bodies)} pages")
    pages = len(bodies)
    for number, body in enumerate(bodies[:-1], start=1):
        body.append(_goes_on(number + 1))
    return tuple(
        _page(first if number == 1 else later, body, footer(paper, qr, page=number, pages=pages, note=note))
        for number, body in enumerate(bodies, start=1)
    )


def _page(top: Strip, body: list[Strip], bottom: Strip) -> tuple[Item, ...]:
    head = stacked([top], TOP)
    foot = stacked([bottom], A4[1] - BOTTOM - bottom.height)
    return (*head, *stacked(body, TOP + top.height), *foot)


def _closed(paper: Paper) -> tuple[Section, ...]:
    """The sections and the line that closes the paper: what is written below it is none of it. It is never alone."""
    *before, last = paper.sections
    strips = (*last.strips[:-1], joined(last.strips[-1], _ending(paper.ending)))
    return (*before, Section(last.heading, strips))


def _ending(text: str) -> Strip:
    lines = wrap(printable(text), Face.SEMIBOLD, 8.2, WIDE)
    words = (Words(LEFT, 20 + 11 * row, line, Face.SEMIBOLD, 8.2, Ink.STRONG) for row, line in enumerate(lines))
    return Strip(20 + 11 * len(lines), (Rule(LEFT, 7, WIDE, 1.2, Ink.STRONG), *words))


def _goes_on(page: int) -> Strip:
    """The last row of a page that is not the last."""
    return Strip(_GOES_ON, (Words(LEFT, 11, f"Sigue en la página {page}.", Face.REGULAR, 7.8, Ink.QUIET),))


def _paged(sections: tuple[Section, ...], first: float, later: float) -> list[list[Strip]]:
    """Strips onto pages. A heading stays with the strip after it and comes again where its section goes on."""
    pages: list[list[Strip]] = [[]]
    left = first
    for section in sections:
        for place, strip in enumerate(section.strips):
            fresh = [strip] if place and pages[-1] else [section.heading, strip]
            height = sum(each.height for each in fresh)
            if height > left and pages[-1]:
                pages.append([])
                left, fresh = later, [section.heading, strip]
                height = sum(each.height for each in fresh)
            pages[-1] += fresh
            left -= height
    return pages
