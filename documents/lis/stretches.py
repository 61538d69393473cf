"""Cuts a .lis file into stretches that begin and end between payslips, without having the whole file in memory."""

from collections.abc import Callable
from typing import BinaryIO, Final

from documents.lis.grammar import Part, bundled

LONGEST_SLIP: Final = 2**20  # bytes; what goes on longer without a head is cut anyway
_LOOKED_AT: Final = 2**16


def looks_like_payroll(first: bytes) -> bool:
    """Whether the beginning of a file has the head of a payslip, and nothing that is no text."""
    if b"\0" in first:
        return False
    heads = bundled().of(Part.HEAD)
    lines = first[:_LOOKED_AT].decode("latin-1").split("\n")
    return any(form.pattern.fullmatch(line + "\n") for line in lines if len(line) < 1_000 for form in heads)


def stretch(source: BinaryIO, is_head: Callable[[str], bool], size: int) -> bytes:
    """About so many bytes from where the file stands, up to the last payslip that begins in them; b"" at the end.

    The file is left where the stretch ends. Raises OSError.
    """
    begin = source.tell()
    content = source.read(size)
    if len(content) < size:
        return content
    cut = _last_head(content, is_head)
    while not cut:
        more = source.read(LONGEST_SLIP)
        content += more
        cut = _last_head(content, is_head)
        if not more or (not cut and len(content) > size + 2 * LONGEST_SLIP):
            cut = len(content)
    source.seek(begin + cut)
    return content[:cut]


def _last_head(content: bytes, is_head: Callable[[str], bool]) -> int:
    """Where the last head begins; 0 when none does behind the first byte, or only far from the end.

    A page that goes on a payslip begins with a head too, so the payslip before the last head must be over: we go back
    to a head after which another payslip's totals would not be missing, which the second last always is.
    """
    end, heads = len(content), 0
    while end > max(0, len(content) - LONGEST_SLIP):
        start = content.rfind(b"\n", 0, end - 1) + 1
        if start and end - start < 1_000 and is_head(content[start:end].decode("latin-1")):
            heads += 1
            if _closes(content, start):
                return start
        end = start
        if not start:
            break
    return 0


def _closes(content: bytes, start: int) -> bool:
    """Whether a payslip is over before this head: its totals stand closer than its own head's rule."""
    before = content[max(0, start - 4_000) : start]
    rule = max(before.rfind(b"\n====="), before.rfind(b"\n-----"))
    return rule >= 0 and b"\nT" in before[rule:].upper().replace(b" ", b"")
