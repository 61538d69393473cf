"""The shape of payslips already understood, as one regular expression over a whole payslip.

A shape is nothing but the forms of a payslip's lines one after the other, so it can understand no line that the careful
reader would not. It exists because one match over 1,500 characters costs a few microseconds and thirty lines one by one
cost a hundred times that.
"""

import re
from collections.abc import Sequence
from functools import cache
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
_GROUP: Final = re.compile(r"\(\?P<([a-z_]+)>")
_BLANKS: Final = r"(?>(?:[ \t\r]*\n)*)"


class Piece(NamedTuple):
    """Some values of a payslip, and the stretch of text that holds them: the same stretch, the same values."""

    groups: tuple[int, ...]
    first: int  # the group with which the stretch begins
    last: int  # and with which it ends

    def stretch(self, found: re.Match[str]) -> str:
        """The text from the first of the values to the last, with what stands between."""
        return found.string[found.start(self.first) : found.end(self.last)]


class Shape(NamedTuple):
    """The pattern of payslips that are alike, where in it stands what is wanted, and the lines above the concepts."""

    pattern: re.Pattern[str]
    told: tuple[int, ...]  # number, month, kind of payroll, legend
    who: Piece
    where: Piece
    pay: Piece
    above: int  # 0 when their number is not the same in all payslips of this shape


def shape_of(tokens: Sequence[Token], grammar: Grammar) -> Shape | None:
    """The shape of payslips like this one; None when something that the index wants is not in it."""
    source = "".join(_source(token, grammar) for token in tokens) + _BLANKS
    seen: set[str] = set()

    def kept(group: re.Match[str]) -> str:
        name = group[1]
        if name not in WANTED or name in seen:
            return "(?:"
        seen.add(name)
        return f"(?P<{name}>"

    source = _GROUP.sub(kept, source)
    if not seen >= REQUIRED:
        return None
    empty = "".join(f"(?P<{name}>)" for name in WANTED if name not in seen)
    pattern = re.compile(empty + source)
    told = tuple(pattern.groupindex[name] for name in _TOLD)
    who, where, pay = (_piece(pattern, names, seen) for names in (_WHO, _WHERE, _PAY))
    return Shape(pattern, told, who, where, pay, _lines_above(tokens))


def _piece(pattern: re.Pattern[str], names: Sequence[str], seen: set[str]) -> Piece:
    """Groups stand in the pattern in the order in which they stand in the text."""
    groups = tuple(pattern.groupindex[name] for name in names)
    there = [pattern.groupindex[name] for name in names if name in seen] or groups
    return Piece(groups, min(there), max(there))


def _lines_above(tokens: Sequence[Token]) -> int:
    above = tokens[: tokens.index(CONCEPT)] if CONCEPT in tokens else (BLANK,)
    return 0 if BLANK in above or MESSAGE in above else len(above)


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
