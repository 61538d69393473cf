"""What claims must be, whoever wrote them: kinds, limits, one form of each text, and sums that add up. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC
from typing import TYPE_CHECKING, Final, TypeVar

from documents.payslip import ConceptLine
from documents.seal.errors import MalformedSealError

if TYPE_CHECKING:
    from documents.seal.claims import Claims
    from documents.seal.paper_claims import PaperClaims

MAX_PAYLOAD: Final = 2160  # bytes; with header and signature as much as a QR 40-M holds
MAX_LINES: Final = 60  # of each kind
MAX_AMOUNT: Final = 10_000_000_000  # céntimos: a hundred million soles

_ISSUER: Final = re.compile(r"[A-Z]{2}(/[A-Z0-9-]{1,20}){1,3}", re.ASCII)
_DOCUMENT: Final = re.compile(r"[0-9A-Z-]{1,15}", re.ASCII)
_MODULAR: Final = re.compile(r"[0-9A-Z./-]{0,24}", re.ASCII)
_LONGEST_NAME: Final = 160
_LONGEST_CODE: Final = 60
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

Kind = TypeVar("Kind", int, str, bytes, list)  # type: ignore[type-arg]  # the members are checked one by one


def clean(text: str) -> str:
    """The canonical form of a printed text: composed letters (NFC), single spaces, none at the ends."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def one_form(value: object, kind: type[Kind]) -> Kind:
    """The value, which must be exactly of this kind: true is not a number here. Raises MalformedSealError."""
    if type(value) is not kind:
        raise MalformedSealError("claims", f"{type(value).__name__} for {kind.__name__}")
    return value


def is_issuer(code: str) -> bool:
    """Whether a text has the form of an issuer's code: country, kind, number ("PE/UGEL/210001")."""
    return len(code) <= 40 and _ISSUER.fullmatch(code) is not None


def broken_frame(claims: "Claims | PaperClaims") -> str | None:
    """The first rule broken among what seals of every schema have; None when all hold."""
    rules = (
        ("issuer", is_issuer(claims.issuer)),
        ("issued", claims.issued.tzinfo is UTC and not claims.issued.microsecond and 2000 <= claims.issued.year < 2200),
        ("document-id", len(claims.document_id) == 8),
        ("digest", len(claims.text_digest) == 16 and len(claims.place_digest) == 16),
        ("pages", 1 <= claims.pages <= 99),
    )
    return next((rule for rule, holds in rules if not holds), None)


def broken_rule(claims: "Claims", *, payslip: bool) -> str | None:
    """The first rule that the claims break, as a code; None when they are good."""
    if not payslip:
        return "type"
    rules = (
        ("period", 1950 <= claims.periodo.year < 2200),
        ("sequence", 0 <= claims.secuencia <= 99),
        ("document-number", is_document_number(claims.doc_numero)),
        ("modular-code", _MODULAR.fullmatch(claims.codigo_modular) is not None),
        ("name", is_name(claims.apellidos_y_nombres)),
        ("line-count", max(len(claims.haberes), len(claims.descuentos)) <= MAX_LINES),
        ("lines", _are_lines(claims.haberes) and _are_lines(claims.descuentos)),
        ("amount", _are_amounts(claims)),
        ("arithmetic", _adds_up(claims)),
    )
    return broken_frame(claims) or next((rule for rule, holds in rules if not holds), None)


def is_document_number(text: str) -> bool:
    """Whether a text can be the number of an identity document."""
    return _DOCUMENT.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether a text can be the name of a person or an office."""
    return _is_text(text, _LONGEST_NAME)


def is_amount(centimos: int) -> bool:
    """Whether a number can be a sum of money, none below zero."""
    return 0 <= centimos <= MAX_AMOUNT


def _is_text(text: str, longest: int) -> bool:
    """Something readable, in its canonical form, without marks that cannot be seen."""
    seen = not any(unicodedata.category(letter) in _UNSEEN for letter in text)
    return 1 <= len(text) <= longest and clean(text) == text and seen


def _are_lines(lines: tuple[ConceptLine, ...]) -> bool:
    return all(_is_text(line.codigo, _LONGEST_CODE) and 0 < line.monto <= MAX_AMOUNT for line in lines)


def _are_amounts(claims: "Claims") -> bool:
    never_negative = (claims.total_haberes, claims.total_descuentos, claims.monto_imponible)
    return all(map(is_amount, never_negative)) and abs(claims.liquido) <= MAX_AMOUNT


def _adds_up(claims: "Claims") -> bool:
    """To the céntimo. Lines that were left out are not summed; the totals always are."""
    if claims.total_haberes - claims.total_descuentos != claims.liquido:
        return False
    if not claims.lines_sealed:
        return True
    return _sum(claims.haberes) == claims.total_haberes and _sum(claims.descuentos) == claims.total_descuentos


def _sum(lines: Iterable[ConceptLine]) -> int:
    return sum(line.monto for line in lines)
