"""Where everything on a payslip goes: a pure function from the record to pages of placed items.

The body is a flow of thin strips that are never cut, so nothing can overlap and no line can be lost. The roomiest
density that keeps one page wins; when not even the tightest does, the body goes on over further pages, each with the
whole header and its own QR.
"""

from documents.errors import SheetFullError
from documents.payslip import Payslip
from documents.payslip_blocks import DENSITIES, Section, sections
from documents.payslip_frame import BOTTOM, SECOND, TOP, SealNote, continued_header, footer, header
from documents.qr import QrBars
from documents.sheet import A4, Item, Strip, stacked

_LEAST_ROOM = 120.0  # points for the body; a heading and the tallest strip need 90
_LAST = len(DENSITIES) - 1

Group = list[Strip]  # the strips of one section that stand on one page


def lay_out(
    payslip: Payslip, qr: QrBars, *, signed: bool, note: SealNote | None = None
) -> tuple[tuple[Item, ...], ...]:
    """The pages of a payslip. Raises SealTooLongError, SheetFullError."""
    top, later = header(payslip), continued_header(payslip)
    bottom = footer(qr, signed=signed, page=1, pages=1, note=note)
    room = A4[1] - TOP - top.height - bottom.height - BOTTOM
    less = room - (later.height - top.height)
    if less < _LEAST_ROOM:
        raise SheetFullError(f"header and QR leave {less:.0f} points of the page")
    one = _one_page(payslip, room)
    bodies = [one] if one else _paged(sections(payslip, DENSITIES[-1]), less)
    return tuple(
        _page(top if number == 1 else later, body, footer(qr, signed=signed, page=number, pages=len(bodies), note=note))
        for number, body in enumerate(bodies, start=1)
    )


def _page(top: Strip, body: list[Group], bottom: Strip) -> tuple[Item, ...]:
    """Items in reading order: within a section the left column down to its end, then the right one."""
    items = list(stacked([top], TOP))
    y = TOP + top.height
    for group in body:
        items += sorted(stacked(group, y), key=lambda item: item.x >= SECOND)
        y += sum(strip.height for strip in group)
    items += stacked([bottom], A4[1] - BOTTOM - bottom.height)
    return tuple(items)


def _one_page(payslip: Payslip, room: float) -> list[Group] | None:
    """The body on one page at the first density, from the roomiest on, that allows it; None when none does.

    Height falls about evenly from step to step, so the search begins where that line meets the room.
    """
    flow = sections(payslip, DENSITIES[0])
    over = _height(flow) - room
    if over <= 0:
        return _whole(flow)
    tightest = sections(payslip, DENSITIES[-1])
    under = room - _height(tightest)
    if under < 0:
        return None
    for step in range(int(_LAST * over / (over + under)), _LAST):
        flow = sections(payslip, DENSITIES[step])
        if _height(flow) <= room:
            return _whole(flow)
    return _whole(tightest)


def _whole(flow: tuple[Section, ...]) -> list[Group]:
    return [[section.heading, *section.strips] for section in flow]


def _height(flow: tuple[Section, ...]) -> float:
    return sum(section.heading.height + sum(strip.height for strip in section.strips) for section in flow)


def _paged(flow: tuple[Section, ...], room: float) -> list[list[Group]]:
    """Strips onto pages. A heading stays with the strip after it and comes again where its section goes on."""
    pages: list[list[Group]] = [[]]
    left = room
    for section in flow:
        group: Group = []
        for strip in section.strips:
            fresh = [strip] if group else [section.heading, strip]
            if sum(each.height for each in fresh) > left and (group or pages[-1]):
                pages.append([])
                left, group, fresh = room, [], [section.heading, strip]
            if not group:
                pages[-1].append(group)
            group += fresh
            left -= sum(each.height for each in fresh)
    return pages
