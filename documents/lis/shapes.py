"""The shape of payslips already understood, as one regular expression over a whole payslip.

A shape is nothing but the forms of a payslip's lines one after the other, so it can understand no line that the careful
reader would not. It exists because one match over 1,500 characters costs a few microseconds and thirty lines one by one
cost a hundred times that.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from documents.lis.grammar import RULE, Grammar, LineForm, Part
from documents.lis.reading import BLANK, CONCEPT, MESSAGE, RULED, Token

# What the index wants of a payslip, in the order in which `Shape.values` gives it.
WANTED: Final = (
    "numero_boleta", "periodo", "doc_numero", "apellidos", "nombres", "codigo_modular", "tipo_planilla",
    "leyenda_mensual", "total_haberes", "total_descuentos", "liquido", "concepts", "monto_imponible",
)  # fmt: skip
REQUIRED: Final = frozenset(WANTED) - {"codigo_modular", "leyenda_mensual", "concepts"}
_GROUP: Final = re.compile(r"\(\?P<([a-z_]+)>")
_BLANKS: Final = r"(?>(?:[ \t\r]*\n)*)"


def shape_of(tokens: Sequence[Token], grammar: Grammar) -> re.Pattern[str] | None:
    """The pattern of payslips like this one; None when something that the index wants is not in it."""
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
    return re.compile(empty + source)


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
