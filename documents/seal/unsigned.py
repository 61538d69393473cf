"""Today's codes, which prove nothing: what kind they are, whether they agree with the page and with the synced copy.

Nothing is ever opened or asked: a URL is text. A code without a signature can be copied by anyone, so none of this can
turn a verdict green; only a file that is byte for byte the one the office sent can.
"""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from documents.figures import printed_amount
from documents.payslip import MONTHS, Payslip, Period
from documents.seal.amounts import normal
from documents.seal.codec import PREFIX
from documents.seal.copies import Copies
from documents.seal.fields import unlike_lines
from documents.seal.outcomes import because
from documents.seal.reading import Code
from documents.seal.table import Line, Table
from documents.seal.verdict import CodeKind, CodeMark, Field, Reason, ReasonCode
from documents.seal.words import Word

_REFERENCE: Final = "BOLETA/"  # documents.payslip_pdf.reference_payload
_MARKS: Final = "|;\t,\n"
_TELLING: Final = re.compile(r"\d{8}|\d{6}|\d[\d,]*\.\d{2}", re.ASCII)  # a DNI, a month, an amount
_PATH: Final = re.compile(r"/?[\w.-]+(?:/[\w.?=&%-]+)+/?", re.ASCII)
_LONGEST: Final = 2_000


def classify(code: Code) -> CodeMark:
    """What a QR holds. The text is cut where it is longer than anybody reads."""
    text = code.text[:_LONGEST]
    kind, host = _kind(code.text.strip())
    return CodeMark(kind, text, code.page + 1, host)


def _kind(text: str) -> tuple[CodeKind, str]:
    if text.startswith(PREFIX):
        return CodeKind.SEAL, ""
    if text.upper().startswith(_REFERENCE):
        return CodeKind.REFERENCE, ""
    if re.match(r"(?:https?://|www\.)", text, re.IGNORECASE):
        return CodeKind.URL, _host(text)
    if text.isdecimal():
        return CodeKind.DIGITS, ""
    if any(text.count(mark) >= 2 for mark in _MARKS):
        return CodeKind.DELIMITED, ""
    return (CodeKind.PATH if _PATH.fullmatch(text) else CodeKind.UNKNOWN), ""


def _host(text: str) -> str:
    """The host as it is, without user and port; blank when there is none that makes sense."""
    address = text if "://" in text else f"http://{text}"
    try:
        return (urlsplit(address).hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return ""


def against_text(mark: CodeMark, words: Sequence[Word]) -> list[Reason]:
    """Whether numbers in the code stand on the page too. A remark in either case."""
    if mark.kind not in {CodeKind.REFERENCE, CodeKind.DELIMITED, CodeKind.DIGITS} or not words:
        return []
    page = normal(" ".join(word.text for word in words)).replace(",", "")
    telling = [found.replace(",", "") for found in _telling(mark)]
    missing = [number for number in telling if not (number in page or _as_month(number) in page)]
    if not telling:
        return []
    if missing:
        return [because(ReasonCode.CODE_NOT_IN_TEXT, found=", ".join(missing[:6]), page=mark.page)]
    return [because(ReasonCode.CODE_AGREES_WITH_TEXT, page=mark.page)]


def _telling(mark: CodeMark) -> list[str]:
    """The numbers of a code that a page should show: all that look like it; of a reference its month and its number."""
    if mark.kind is CodeKind.REFERENCE:
        _, _, month, _, number, *_ = [*mark.text.split("/"), *[""] * 5]
        return [part for part in (month, number) if part]
    return _TELLING.findall(mark.text)


def _as_month(number: str) -> str:
    """202611 as the page prints it; something that is on no page for other numbers."""
    if len(number) == 6 and number[:2] in {"19", "20"} and 1 <= int(number[4:]) <= 12:
        return normal(Period(int(number[:4]), int(number[4:])).printed)
    return "\0"


def against_copies(words: Sequence[Word], copies: Copies) -> list[Reason]:
    """What the page says of person, month, totals and lines against the synced records of that person and month."""
    table = Table(words)
    person, period = _person(table), _period(table)
    if person is None or period is None:
        return []
    known = copies.payslips_of(person, period)
    shown = {of: [amount for amount, _, _ in table.amounts_of(of)] for of in _TOTALS}
    if not known or not any(shown.values()):
        return []
    nearest = min((_differences(payslip, shown, list(table.lines())) for payslip in known), key=len)
    return nearest or [because(ReasonCode.COPY_AGREES)]


_TOTALS: Final = (Field.TOTAL_HABERES, Field.TOTAL_DESCUENTOS, Field.LIQUIDO, Field.MONTO_IMPONIBLE)


def _differences(payslip: Payslip, shown: dict[Field, list[str]], lines: Sequence[Line]) -> list[Reason]:
    reasons = []
    for of in _TOTALS:
        expected = printed_amount(getattr(payslip, of.value))
        reasons += [
            because(ReasonCode.COPY_DIFFERS, expected=expected, found=found, field=of)
            for found in shown[of]
            if found != expected
        ]
    for of, known in ((Field.HABERES, payslip.haberes), (Field.DESCUENTOS, payslip.descuentos)):
        printed = [line for line in lines if line.section is of]
        for line, other in unlike_lines(known, printed) if printed else ():
            expected = f"{line.codigo} {printed_amount(line.monto)}" if line else ""
            found = f"{other.label} {other.amount}".strip() if other else ""
            reasons.append(because(ReasonCode.COPY_DIFFERS, expected=expected, found=found, field=of))
    return reasons


def _person(table: Table) -> str | None:
    for value in table.values("Documento de Identidad"):
        return value.words[-1].text
    return None


def _period(table: Table) -> Period | None:
    for segment in table.months():
        month, _, year = normal(segment.text).rpartition("-")
        name = "setiembre" if month == "SEPTIEMBRE" else month.lower()
        if name in MONTHS:
            return Period(int(year), MONTHS.index(name) + 1)
    return None
