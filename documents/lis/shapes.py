"""The shape of payslips already understood, as one regular expression over a whole payslip.

A shape is nothing but the forms of a payslip's lines one after the other, so it can understand no line that the careful
reader would not. It exists because one match over 1,500 characters costs a few microseconds and thirty lines one by one
cost a hundred times that.
"""

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from documents.lis.grammar import RULE, Grammar, LineForm, Part
from documents.lis.reading import BLANK, CONCEPT, MESSAGE, RULED, Token

_TOLD: Final = ("numero_boleta", "periodo", "tipo_planilla", "leyenda_mensual")
_WHO: Final = ("doc_numero", "apellidos", "nombres", "codigo_modular")
_WHERE: Final = ("establecimiento", "cargo")
_PAY: Final = ("concepts", "total_haberes", "total_descuentos", "liquido")
WANTED: Final = (*_TOLD, *_WHO, *_WHERE, *_PAY, "monto_imponible")  # of the last it is enough that it is there
_OPTIONAL: Final = frozenset({"codigo_modular", "leyenda_mensual", "concepts", *_WHERE})
REQUIRED: Final = frozenset(WANTED) - _OPTIONAL
_EACH: Final = ("numero_boleta", "periodo")
_CHANGING: Final = frozenset({"numero_boleta", "periodo", "tiempo_servicio"})  # from one month to the next
_GROUP: Final = re.compile(r"\(\?P<(?!cut_)([a-z_]+)>")
_BLANKS: Final = r"(?>(?:[ \t\r]*\n)*)"


class _Kind(Enum):
    STAYS = auto()
    CHANGES = auto()
    PAY = auto()
    LAST = auto()


_PARTS: Final = {Part.TOTALS: _Kind.PAY, Part.MESSAGES: _Kind.LAST, Part.END: _Kind.LAST}


class Piece(NamedTuple):
    """Some values of a payslip, and the stretch of text that holds them: the same stretch, the same values."""

    groups: tuple[int, ...]
    first: int  # the group with which the stretch begins
    last: int  # and with which it ends

    def stretch(self, found: re.Match[str]) -> str:
        """The text from the first of the values to the last, with what stands between."""
        return found.string[found.start(self.first) : found.end(self.last)]


class Course(NamedTuple):
    """A shape for who knows the payslip of the month before: patterns for what changes, and what stays between them.

    Head, `first`, lines that stay, `between`, lines that stay again, the concepts and totals, `last`.
    """

    first: re.Pattern[str]
    each: tuple[int, ...]  # its number and month
    between: re.Pattern[str]
    pay: re.Pattern[str]
    paid: Piece
    last: re.Pattern[str]
    cuts: tuple[int, ...]  # groups of the shape's pattern, where one of the seven ends and the next begins
    lines: int  # of `first` and `between`


class Shape(NamedTuple):
    """The pattern of payslips that are alike, and where in it stands what is wanted."""

    pattern: re.Pattern[str]
    told: tuple[int, ...]  # number, month, kind of payroll, legend
    who: Piece
    where: Piece
    pay: Piece
    course: Course | None  # None: lines that change stand where others do not have them


def shape_of(tokens: Sequence[Token], grammar: Grammar) -> Shape | None:
    """The shape of payslips like this one; None when something that the index wants is not in it."""
    runs = _runs(tokens, grammar)
    sources = ["".join(_source(token, grammar) for token in run) for run in runs]
    source, seen = _kept("".join(f"{text}(?P<cut_{run}>)" for run, text in enumerate(sources)) + _BLANKS, WANTED)
    if not seen >= REQUIRED:
        return None
    empty = "".join(f"(?P<{name}>)" for name in WANTED if name not in seen)
    pattern = re.compile(empty + source)
    told = tuple(pattern.groupindex[name] for name in _TOLD)
    who, where, pay = (_piece(pattern, names, seen) for names in (_WHO, _WHERE, _PAY))
    return Shape(pattern, told, who, where, pay, _course(pattern, runs, sources))


def _kept(source: str, names: Iterable[str]) -> tuple[str, set[str]]:
    """The source with no other named groups than the first of each of these names; which of them it has."""
    seen: set[str] = set()

    def kept(group: re.Match[str]) -> str:
        name = group[1]
        if name not in names or name in seen:
            return "(?:"
        seen.add(name)
        return group[0]

    return _GROUP.sub(kept, source), seen


def _runs(tokens: Sequence[Token], grammar: Grammar) -> list[list[Token]]:
    """The lines of a payslip, parted wherever some that change from month to month meet some that do not, or pay."""
    kind, marked = _Kind.STAYS, []
    for token in tokens:
        kind = _kind(token, kind, grammar)
        marked.append((kind, token))
    return [[token for _, token in run] for _, run in groupby(marked, key=lambda pair: pair[0])]


def _kind(token: Token, before: _Kind, grammar: Grammar) -> _Kind:
    match token:
        case int():
            form = grammar.forms[token]
            changes = not _CHANGING.isdisjoint(form.fields)
            return _PARTS.get(form.part, _Kind.CHANGES if changes else _Kind.STAYS)
        case "concept":
            return _Kind.PAY
        case "message":
            return _Kind.LAST
        case _:  # a rule, blank lines
            return before if before in {_Kind.PAY, _Kind.LAST} else _Kind.STAYS


def _course(pattern: re.Pattern[str], runs: Sequence[Sequence[Token]], sources: Sequence[str]) -> Course | None:
    """What changes stands below the head, perhaps once more, and below the totals; None for any other order."""
    if len(sources) == 5:
        runs, sources = [*runs[:3], [], [], *runs[3:]], [*sources[:3], "", "", *sources[3:]]
    if len(sources) != 7 or any(f"<{name}>" in sources[3] + sources[6] for name in WANTED):
        return None
    first, each = _part(sources[1], _EACH)
    pay, amounts = _part(sources[5], _PAY)
    if not (each.issuperset(_EACH) and amounts.issuperset(_PAY[1:])):
        return None
    cuts = (0, 1, 2, 3, 4, 5) if "cut_6" in pattern.groupindex else (0, 1, 2, 2, 2, 3)
    return Course(
        first, tuple(first.groupindex[name] for name in _EACH), _part(sources[3], ())[0],
        pay, _piece(pay, _PAY, amounts), _part(sources[6] + _BLANKS, ())[0],
        tuple(pattern.groupindex[f"cut_{cut}"] for cut in cuts),
        len(runs[1]) + len(runs[3]),
    )  # fmt: skip


def _part(source: str, names: Iterable[str]) -> tuple[re.Pattern[str], set[str]]:
    kept, seen = _kept(source, names)
    return re.compile("".join(f"(?P<{name}>)" for name in names if name not in seen) + kept), seen


def _piece(pattern: re.Pattern[str], names: Sequence[str], seen: set[str]) -> Piece:
    """Groups stand in the pattern in the order in which they stand in the text."""
    groups = tuple(pattern.groupindex[name] for name in names)
    there = [pattern.groupindex[name] for name in names if name in seen] or groups
    return Piece(groups, min(there), max(there))


def _source(token: Token, grammar: Grammar) -> str:
    match token:
        case int():
            return grammar.forms[token].source
        case _:
            return _others(grammar)[token]


@cache
def _others(grammar: Grammar) -> dict[str, str]:
    ends = [_bare(form) for part in (Part.HEAD, Part.END) for form in grammar.of(part)]
    return {
        BLANK: r"(?>(?:[ \t\r]*\n)+)",
        RULED: rf"(?>{RULE}[ \t]*\r?\n)",
        CONCEPT: r"(?P<concepts>(?>(?: *[+-][^\n]*\n)+))",
        MESSAGE: rf"(?>(?:(?!{'|'.join(ends)})[^\n]*\n)*)",
    }


def _bare(form: LineForm) -> str:
    return _GROUP.sub("(?:", form.source)
