"""What a line of a .lis file may be: templates of the bundled catalogue turned into regular expressions.

A template is the line as printed: one space stands for any number of them, two for at least one, and `{field:kind}` for
a value. A line is understood when a template matches it whole, value and all; there is no other way in.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

import resources

MONTHS: Final = {
    "ENERO": 1, "FEBRERO": 2, "MARZO": 3, "ABRIL": 4, "MAYO": 5, "JUNIO": 6, "JULIO": 7, "AGOSTO": 8,
    "SETIEMBRE": 9, "SEPTIEMBRE": 9, "OCTUBRE": 10, "NOVIEMBRE": 11, "DICIEMBRE": 12,
}  # fmt: skip
MONEY: Final = r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})\.[0-9]{2}"
_DAYS: Final = (
    r"(?:(?:0[1-9]|1[0-9]|2[0-8])/(?:0[1-9]|1[0-2])|(?:29|30)/(?:0[13-9]|1[0-2])|31/(?:0[13578]|1[02]))"
    r"/(?:19|20)[0-9]{2}|29/02/(?:19|20)(?:0[48]|[2468][048]|[13579][26])|29/02/2000|00/01/1900"
)
_LETTERS: Final = "A-ZÁÉÍÓÚÜÑa-záéíóúüñ"
_CODE: Final = rf"[{_LETTERS}0-9./_%()#°º&-]"
KINDS: Final = {
    "text": r"[^\n\f]*",
    "office": r"[^ \n\f][^\n\f]*?",
    "name": rf"[{_LETTERS}][{_LETTERS} .'´`-]*",
    "centre": r"C[A-Z][0-9]{1,8}[A-Z]?",
    "state": r"\([0-9]{1,2}\) ?[A-Za-z]+",
    "planilla": r"[A-Z]{2,4}(?:/[A-Z]{2,5}){1,2}",
    "ruc": r"[0-9]{11}",
    "number": r"[0-9]{1,8}-[0-9]{1,3}",
    "period": rf"(?:{'|'.join(MONTHS)}) *- *(?:19|20)[0-9]{{2}}",
    "date": rf"(?:{_DAYS}|)",
    "document": r"[0-9]{6,12}",
    "modular": r"[0-9]{10}(?:-[0-9]{1,2})?",
    "level": r"(?:[0-9A-Z]{0,4} ?/ ?[0-9A-Z]{0,4} ?/ ?[0-9]{0,3}(?: ?[Hh](?:oras|ORAS)?)?|)",
    "service": r"(?:[0-9]{1,2}-[0-9]{1,2}-[0-9]{1,2}|--|)",
    "code": r"[0-9A-ZÑ]*",
    "pension": r"[0-9A-ZÁÉÍÓÚÑ. /-]*",
    "money": MONEY,
    "blank_money": rf"(?:{MONEY}|)",
    "digits": r"[0-9]{1,12}",
}
_CELL: Final = rf"([+-]) ?({_CODE}+(?: {_CODE}+)*?) +({MONEY})"
CELLS: Final = re.compile(rf"{_CELL}(?= |$)")
CONCEPTS: Final = re.compile(rf" *(?:{_CELL}(?: +|$))+")
RULE: Final = r" *[=-]{8,}"
END: Final = r"[ \t]*+\r?\n"
_HOLE: Final = re.compile(r"\{([a-z_]+):([a-z_]+)\}")


class Part(Enum):
    """Where in a payslip a line may stand."""

    HEAD = "head"
    FIELDS = "fields"
    TOTALS = "totals"
    MESSAGES = "messages"
    END = "end"


@dataclass(frozen=True, slots=True)
class LineForm:
    """One way to print one line. `pattern` takes the whole line, `label` what stands before its values."""

    number: int
    part: Part
    fields: tuple[str, ...]
    source: str  # of `pattern`, with a named group for each field
    pattern: re.Pattern[str]
    label: re.Pattern[str] | None  # None when the line begins with a value


@dataclass(frozen=True, slots=True)
class Grammar:
    """All forms of all variants, by part, in the order in which they are tried."""

    forms: tuple[LineForm, ...]

    def of(self, part: Part) -> tuple[LineForm, ...]:
        """The forms of one part."""
        return tuple(form for form in self.forms if form.part is part)


@cache
def bundled() -> Grammar:
    """The variants that come with the program, read once."""
    return read(resources.path("catalogues", "lis.json").read_text(encoding="utf-8"))


def read(text: str) -> Grammar:
    """A grammar from the catalogue's JSON. Raises KeyError or ValueError for a template that says nothing."""
    variants = json.loads(text)["variants"]
    written = [(part, line) for variant in variants for part in Part for line in variant.get(part.value, ())]
    return Grammar(tuple(_form(number, part, line) for number, (part, line) in enumerate(written)))


def _form(number: int, part: Part, template: str) -> LineForm:
    start = r"\f? *+" if part is Part.HEAD else " *+"
    pieces = _HOLE.split(template)
    source = f"(?>{start}{''.join(_source(pieces))}{END})"  # atomic: a line has one reading, or shapes take for ever
    before = "".join(_literal(pieces[0])) if pieces[0].strip() else ""
    label = re.compile(start + before) if before and part is Part.FIELDS else None
    return LineForm(number, part, tuple(pieces[1::3]), source, re.compile(source), label)


def _source(pieces: list[str]) -> Iterable[str]:
    """Literal, field, kind, literal, field, kind, ..., literal."""
    yield _literal(pieces[0])
    for place in range(1, len(pieces), 3):
        yield f"(?P<{pieces[place]}>{KINDS[pieces[place + 1]]})"
        yield _literal(pieces[place + 2])


def _literal(text: str) -> str:
    spaces = {True: " *+", False: " ++"}  # possessive: no value begins with a space, so none is ever given back
    return "".join(spaces[word == " "] if word.isspace() else re.escape(word) for word in re.split(r"( +)", text))
