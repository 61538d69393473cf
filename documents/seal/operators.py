"""Whether what a page draws is written so that every reader understands the same: the grammar of content streams.

Readers forgive much, each in its own way: of seven numbers before an operator that wants six one takes the first six,
another the last; a matrix between a path and its painting moves the path here and not there. What is plain is a list of
the format's own (ISO 32000-2, 8.2 and annex A): each operator with the operands it wants, where it may stand. All else
is no forgery, but may look otherwise elsewhere. Nothing is drawn and nothing decoded here.
"""

import re
from typing import Final

_BLANK: Final = r"[\0\t\n\f\r ]"
_SKIP: Final = rf"(?:{_BLANK}++|%[^\r\n]*+)*+"
_END: Final = rf"(?![^\0\t\n\f\r ()<>\[\]{{}}/%]){_SKIP}"  # the word is over
_AMOUNT: Final = r"(?!0*+\.0{6,20}[1-9])(?:\d{1,7}+(?:\.\d{0,20}+)?+|\.\d{1,20}+)"  # that no reader rounds away
_SIZE: Final = rf"\+?{_AMOUNT}{_END}"
_NUMBER: Final = rf"[+-]?{_AMOUNT}{_END}"
_NAME: Final = rf"/[^\0\t\n\f\r ()<>\[\]{{}}/%]*+{_SKIP}"
_LITERAL: Final = r"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\))*+\)"
_STRING: Final = rf"(?:<[0-9A-Fa-f\0\t\n\f\r ]*+>|{_LITERAL}){_SKIP}"
_VALUE: Final = rf"(?:{_NUMBER}|{_NAME}|{_STRING}|(?:true|false|null){_END})"
_ENTRIES: Final = rf"<<{_SKIP}(?:{_NAME}(?:{_VALUE}|\[{_SKIP}{_VALUE}*+\]{_SKIP}))*+>>{_SKIP}"

_Table = tuple[tuple[str, tuple[str, ...]], ...]  # the operands, and the operators that want just these


def _one_of(table: _Table) -> str:
    return "|".join(f"(?>{operands}(?:{'|'.join(names)}){_END})" for operands, names in table)


_STATE: Final[_Table] = (
    (_NUMBER * 3, ("rg", "RG")),
    (_NUMBER, ("g", "G", "M", "i")),
    (_SIZE, ("w", "[Jj]")),
    (_NUMBER * 4, ("k", "K")),
    (rf"(?:{_NUMBER})++", ("scn?", "SCN?")),
    (rf"\[{_SKIP}(?:\]{_SKIP}|(?=[^\]]*[1-9])(?:{_SIZE})++\]{_SKIP}){_SIZE}", ("d",)),
    (_NAME, ("gs", "cs", "CS", "ri", "BMC", "MP")),
    (rf"{_NAME}(?:{_NAME}|{_ENTRIES})", ("BDC", "DP")),
    ("", ("EMC",)),
)
_TEXT: Final[_Table] = (
    (_STRING, ("Tj", "'")),
    (_NUMBER * 6, ("Tm",)),
    (_NAME + _NUMBER, ("Tf",)),
    (rf"\[{_SKIP}(?:{_NUMBER}|{_STRING})*+\]{_SKIP}", ("TJ",)),
    (_NUMBER * 2, ("Td", "TD")),
    (_NUMBER * 2 + _STRING, ('"',)),
    ("", (r"T\*",)),
)
_TEXT_STATE: Final[_Table] = ((_NUMBER, ("T[cwzLs]",)), ("[0-7]" + _END, ("Tr",)))
_BEGIN: Final = rf"(?>{_NUMBER * 4}re{_END}|{_NUMBER * 2}m{_END})"
_GO_ON: Final = rf"(?>{_NUMBER * 4}(?:re|[vy]){_END}|{_NUMBER * 2}[lm]{_END}|{_NUMBER * 6}c{_END}|h{_END})"
_PAINT: Final = rf"(?:W\*?{_END})?(?:f\*?|F|[Ss]|[Bb]\*?|n){_END}"
_PATH: Final = rf"(?>{_BEGIN}(?:{_GO_ON}|{_one_of(_STATE)})*+{_PAINT})"
_WORDS: Final = rf"(?>BT{_END}(?:{_one_of((*_TEXT, *_STATE, *_TEXT_STATE))})*+ET{_END})"
_OUTSIDE: Final[_Table] = ((_NUMBER * 6, ("cm",)), ("", ("[qQn]",)), (_NAME, ("Do",)), (_NAME + _NUMBER, ("Tf",)))
_PLAIN: Final = re.compile(
    f"{_SKIP}(?:{_PATH}|{_WORDS}|{_one_of((*_OUTSIDE, *_STATE, *_TEXT_STATE))})*+".encode("ascii"), re.DOTALL
)
_DRAWN: Final = re.compile(rf"(/[^\0\t\n\f\r ()<>\[\]{{}}/%]*+){_SKIP}Do{_END}".encode("ascii"))
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_QUOTED: Final = 40  # bytes of what is not plain that are repeated

_COLOURING: Final = re.compile(
    rf"{_LITERAL}|/([^\0\t\n\f\r ()<>\[\]{{}}/%]*+){_SKIP}(cs|CS){_END}|((?:{_NUMBER})++)(scn?|SCN?){_END}"
    rf"|(?<![^\0\t\n\f\r ])(rg|RG|[gGkKqQ]){_END}".encode("ascii"),
    re.DOTALL,
)
_NESTING: Final = re.compile(  # each way begins with a letter of its own, which the search leaps to
    rf"{_LITERAL}|q(?<![^\0\t\n\f\r ]q){_END}|Q(?<![^\0\t\n\f\r ]Q){_END}".encode("ascii"), re.DOTALL
)
_COLOURED: Final = re.compile(rf"{_BLANK}(?:sc|SC)".encode("ascii"))  # in plain content a number and a blank go before
_DEEPEST: Final = 60  # states within each other
_CHOSEN: Final = {b"g": 1, b"rg": 3, b"k": 4}
DEVICES: Final = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}


def unplain(content: bytes) -> str | None:
    """Where a content stream stops being plain, in its own words; None where all of it is."""
    end = _PLAIN.match(content)
    reached = end.end() if end else 0
    if reached == len(content):
        return None if _is_nested(content) else "q"
    return content[reached : reached + _QUOTED].decode("latin-1")


def _is_nested(content: bytes) -> bool:
    """Whether no state is ended that was not begun: readers end their own instead, or none."""
    depth = 0
    for step in _NESTING.findall(content):
        depth += step.startswith(b"q") - step.startswith(b"Q")
        if not 0 <= depth <= _DEEPEST:
            return False
    return True


def drawn_names(content: bytes) -> set[str]:
    """The forms and pictures that a plain content stream draws, by the names of its resources."""
    return {_ESCAPED.sub(_letter, name).decode("latin-1") for name in _DRAWN.findall(content)}


def _letter(escape: re.Match[bytes]) -> bytes:
    return bytes.fromhex(escape[1].decode("ascii"))


def fits_its_colours(content: bytes, spaces: dict[str, int]) -> bool:
    """Whether each colour has as many numbers as its space; `spaces` are those that resources name.

    Of more numbers one reader takes the first, another the last: white here, black there.
    """
    if not _COLOURED.search(content):
        return True
    now, kept = {False: 1, True: 1}, list[dict[bool, int]]()  # by whether it is the colour of strokes
    for name, space, numbers, colour, other in _COLOURING.findall(content):
        if space:
            now[space.isupper()] = _numbers_of(name.decode("latin-1"), spaces)
        elif colour and len(numbers.split()) != now[colour.isupper()]:
            return False
        elif other == b"q":
            kept.append(dict(now))
        elif other == b"Q":
            now = kept.pop() if kept else now
        elif other:
            now[other.isupper()] = _CHOSEN[other.lower()]
    return True


def _numbers_of(name: str, spaces: dict[str, int]) -> int:
    """How many numbers a colour of that space has; 0 for none, and for a name that means two spaces."""
    return (spaces | DEVICES)[name] if (name in spaces) != (name in DEVICES) else 0
