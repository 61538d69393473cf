"""What a person types into a field, read leniently into its canonical text; and the canonical text as it is printed.

`read_value` answers like `documents.identifiers`: the canonical text or what is wrong. The canonical text reads to
itself. One field at a time: what fields must be to one another is `legajo_validation`. Pure; today is handed in.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from documents import identifiers as person
from documents import identifiers_of_offices as office
from documents.figures import printed_amount, printed_date
from documents.identifiers import Identified, Reading, Trouble, cleaned
from documents.legajo import CodeList, FieldKind, FieldRule, RecordKind
from documents.legajo_dates import DateProblem, read_date

EARLIEST = 1900  # years; 01/01/1900 itself stands for "unknown" in old payrolls and is refused
FARTHEST = 20  # years ahead that a date may lie where it may lie ahead


class ValueProblem(StrEnum):
    """Why one value is no good. Arguments in the comment."""

    TOO_LONG = "too-long"  # maximum, count
    NAME_LETTERS = "name-letters"  # found: the first sign that is none of a name
    MASK = "mask"  # example
    NOT_A_NUMBER = "not-a-number"
    TOO_SMALL = "too-small"  # minimum
    TOO_LARGE = "too-large"  # maximum
    MONEY = "money"
    YEAR = "year"
    FUTURE = "future"  # today
    FUTURE_YEAR = "future-year"  # year: this one
    TOO_EARLY = "too-early"
    TOO_FAR = "too-far"  # year
    CHOICE = "choice"
    CHOICE_EXPIRED = "choice-expired"  # choice
    YES_NO = "yes-no"


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What reading one field needs besides its rule and text."""

    today: date
    day: date  # that choices must be in force on
    code_list: CodeList | None = None
    document_type: str = ""  # of FieldKind.IDENTITY: dni, ce, pasaporte


def read_value(rule: FieldRule, text: str, context: ReadingContext) -> Reading:
    """The canonical text of what was typed, "" of blanks; or the trouble. Never raises."""
    if not cleaned(text):
        return Identified("")
    reading = _READERS[rule.kind](rule, text, context)
    if isinstance(reading, Identified) and len(reading.value) > rule.max_length:
        return Trouble(ValueProblem.TOO_LONG, {"maximum": str(rule.max_length), "count": str(len(reading.value))})
    return reading


def centimos(value: str) -> int:
    """Canonical money to céntimos: "3200.50" -> 320050."""
    return int(value.replace(".", ""))


def fits_mask(mask: str, text: str) -> bool:
    """9 stands for a digit, A for a letter, X for either, anything else for itself."""
    patterns = {"9": "[0-9]", "A": "[A-ZÑ]", "X": "[0-9A-ZÑ]"}
    return re.fullmatch("".join(patterns.get(sign, re.escape(sign)) for sign in mask), text) is not None


def printed(rule: FieldRule, value: str, code_list: CodeList | None) -> str:
    """A canonical text as people read it: 31/12/2026, S/ 3,200.50, the label of a choice. Other text is left alone."""
    try:
        return _printed(rule, value, code_list) if value else ""
    except ValueError:  # not canonical: shown as it stands rather than not at all
        return value


def _printed(rule: FieldRule, value: str, code_list: CodeList | None) -> str:
    shown = value
    match rule.kind:
        case FieldKind.DATE:
            shown = printed_date(date.fromisoformat(value))
        case FieldKind.MONEY:
            shown = f"S/ {printed_amount(centimos(value))}"
        case FieldKind.YES_NO:
            shown = {"si": "Sí", "no": "No"}.get(value, value)
        case FieldKind.UBIGEO:
            name = office.place_name(value)
            shown = f"{name} ({value})" if name else value
        case FieldKind.CHOICE:
            found = code_list.choice(value) if code_list else None
            shown = found.label if found else value
    return shown


def summarised(kind: RecordKind, values: Mapping[str, str], lists: Mapping[str, CodeList]) -> tuple[str, ...]:
    """What names a record in a list, printed, the most telling first; empty fields are left out."""
    rules = (kind.field(code) for code in kind.summary)
    texts = (printed(rule, values.get(rule.code, ""), lists.get(rule.choices)) for rule in rules if rule)
    return tuple(text for text in texts if text)


def _text(rule: FieldRule, text: str, _: ReadingContext) -> Reading:
    value = cleaned(text)
    if rule.mask and not fits_mask(rule.mask, value.upper()):
        return Trouble(ValueProblem.MASK, {"example": rule.example or rule.mask})
    return Identified(value.upper() if rule.mask else value)


def _long_text(_: FieldRule, text: str, __: ReadingContext) -> Reading:
    return Identified("\n".join(cleaned(line) for line in text.strip().splitlines()).strip())


def _name(_: FieldRule, text: str, __: ReadingContext) -> Reading:
    return read_name(text)


def read_name(text: str) -> Reading:
    """A name in capitals, tildes and Ñ kept, one blank between words; curly apostrophes made straight."""
    value = unicodedata.normalize("NFC", re.sub("[’‘´`]", "'", cleaned(text)).upper())
    strange = next((sign for sign in value if not (unicodedata.category(sign) in {"Lu", "Mn"} or sign in " '-.")), "")
    if strange or not value[:1].isalpha():
        return Trouble(ValueProblem.NAME_LETTERS, {"found": strange or value[:1]})
    return Identified(value)


def _date(rule: FieldRule, text: str, context: ReadingContext) -> Reading:
    read = read_date(text)
    if isinstance(read, DateProblem):
        return Trouble(read, {"example": rule.example or "31/12/2025"})
    if read <= date(EARLIEST, 1, 1):
        return Trouble(ValueProblem.TOO_EARLY)
    if read > context.today and not rule.future:
        return Trouble(ValueProblem.FUTURE, {"today": printed_date(context.today)})
    if read.year > context.today.year + FARTHEST:
        return Trouble(ValueProblem.TOO_FAR, {"year": str(read.year)})
    return Identified(read.isoformat())


def _year(rule: FieldRule, text: str, context: ReadingContext) -> Reading:
    value = cleaned(text)
    if not re.fullmatch(r"\d{4}", value, re.ASCII):
        return Trouble(ValueProblem.YEAR)
    if int(value) <= EARLIEST:
        return Trouble(ValueProblem.TOO_EARLY)
    if int(value) > context.today.year + (FARTHEST if rule.future else 0):
        return Trouble(ValueProblem.FUTURE_YEAR, {"year": str(context.today.year)})
    return Identified(value)


def _integer(rule: FieldRule, text: str, _: ReadingContext) -> Reading:
    value = cleaned(text)
    if not re.fullmatch(r"-?\d{1,9}", value, re.ASCII):
        return Trouble(ValueProblem.NOT_A_NUMBER)
    least = 1 if rule.kind is FieldKind.HOURS and rule.minimum is None else rule.minimum
    if least is not None and int(value) < least:
        return Trouble(ValueProblem.TOO_SMALL, {"minimum": str(least)})
    if rule.maximum is not None and int(value) > rule.maximum:
        return Trouble(ValueProblem.TOO_LARGE, {"maximum": str(rule.maximum)})
    return Identified(str(int(value)))


def _money(_: FieldRule, text: str, __: ReadingContext) -> Reading:
    """ "S/ 3,200.50", "3200,5", "3 200": a comma or point before one or two last digits parts the céntimos."""
    figure = re.sub(r"^S/\.?|\s", "", cleaned(text).upper())
    shape = re.fullmatch(r"(\d{1,3}(?:,\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?", figure, re.ASCII)
    if not shape:
        return Trouble(ValueProblem.MONEY)
    soles = int(shape[1].replace(",", ""))
    return Identified(f"{soles}.{(shape[2] or '').ljust(2, '0')}")


def _choice(_: FieldRule, text: str, context: ReadingContext) -> Reading:
    """By code, or by label without regard to capitals and tildes."""
    wanted = _folded(text)
    for choice in context.code_list.choices if context.code_list else ():
        if wanted in (_folded(choice.code), _folded(choice.label)):
            if choice.holds(context.day):
                return Identified(choice.code)
            return Trouble(ValueProblem.CHOICE_EXPIRED, {"choice": choice.label})
    return Trouble(ValueProblem.CHOICE)


def _yes_no(_: FieldRule, text: str, __: ReadingContext) -> Reading:
    answer = {"si": "si", "s": "si", "no": "no", "n": "no"}.get(_folded(text))
    return Identified(answer) if answer else Trouble(ValueProblem.YES_NO)


def _identity(_: FieldRule, text: str, context: ReadingContext) -> Reading:
    """Read as the document it is said to be; as a DNI while nothing is said."""
    readers = {"ce": person.read_ce, "pasaporte": person.read_passport}
    return readers.get(context.document_type, person.read_dni)(text)


def _resolution(_: FieldRule, text: str, context: ReadingContext) -> Reading:
    reading = office.read_resolution(text)
    if isinstance(reading, Identified):
        year = office.resolution_key(reading.value)[1]
        if year > context.today.year:
            return Trouble(person.IdentifierProblem.RESOLUTION_YEAR, {"year": str(year)})
    return reading


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", cleaned(text)).casefold()
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


_Reader = Callable[[FieldRule, str, ReadingContext], Reading]


def _alone(read: Callable[[str], Reading]) -> _Reader:
    """A reader that needs nothing but the text."""
    return lambda _, text, __: read(text)


_READERS: Mapping[FieldKind, _Reader] = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _long_text,
    FieldKind.NAME: _name,
    FieldKind.DATE: _date,
    FieldKind.YEAR: _year,
    FieldKind.INTEGER: _integer,
    FieldKind.HOURS: _integer,
    FieldKind.MONEY: _money,
    FieldKind.CHOICE: _choice,
    FieldKind.YES_NO: _yes_no,
    FieldKind.DNI: _alone(person.read_dni),
    FieldKind.RUC: _alone(person.read_ruc),
    FieldKind.FOREIGN_DOCUMENT: _alone(person.read_passport),
    FieldKind.IDENTITY: _identity,
    FieldKind.CUSPP: _alone(person.read_cuspp),
    FieldKind.ESSALUD: _alone(person.read_essalud),
    FieldKind.SERVER_CODE: _alone(person.read_server_code),
    FieldKind.UBIGEO: _alone(office.read_ubigeo),
    FieldKind.OFFICE: _alone(office.read_office),
    FieldKind.RESOLUTION: _resolution,
    FieldKind.EXPEDIENTE: _alone(office.read_expediente),
    FieldKind.SCHOOL: _alone(office.read_school_code),
    FieldKind.LOCAL: _alone(office.read_local_code),
    FieldKind.POST: _alone(office.read_post),
    FieldKind.ACCOUNT: _alone(person.read_account),
    FieldKind.CCI: _alone(person.read_cci),
    FieldKind.MOBILE: _alone(person.read_mobile),
    FieldKind.PHONE: _alone(person.read_phone),
    FieldKind.EMAIL: _alone(person.read_email),
}
