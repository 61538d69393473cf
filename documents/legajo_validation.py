"""Whether a record or a supporting document may be asked for as it is written: every problem at once, as codes.

Hard problems keep a request from leaving; soft ones are doubts that the person may know better about. The sentences
are in `legajo_words`. Pure: the draft, the catalogue and today in, problems out. Whether the facts are true is for the
office to say.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as attribute
from datetime import date
from enum import StrEnum

from documents.identifiers import DOUBTS, Identified, Trouble, cuspp_doubt
from documents.legajo import CrossRule, FieldRule, LegajoRecord, RecordKind, RuleKind, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_dates import read_date
from documents.legajo_values import ReadingContext, printed, read_value

ADULT_YEARS = 18
_NO_OTHERS: Mapping[str, str] = {}


class Severity(StrEnum):
    """What a problem does to a request."""

    HARD = "hard"  # it cannot leave
    SOFT = "soft"  # the person is asked to look again


class RecordProblem(StrEnum):
    """Why fields do not go together, or a record cannot be asked for. Arguments in the comment; `*` means soft."""

    READ_ONLY = "read-only"
    UNKNOWN_KIND = "unknown-kind"
    EXPIRED_KIND = "expired-kind"
    UNKNOWN_FIELD = "unknown-field"  # field
    NOT_ASKED = "not-asked"  # *
    REQUIRED = "required"  # help
    ORDER = "order"  # earlier, later: labels
    DAYS = "days"  # expected, found
    SAME = "same"  # * other: label
    MINOR = "minor"  # years
    ESSALUD_BIRTH = "essalud-birth"  # *
    INCONSISTENT = "inconsistent"  # choice, other, allowed: labels
    NO_DOCUMENT = "no-document"  # *
    NO_FILE = "no-file"
    FILE_TOO_LARGE = "file-too-large"  # maximum: MB
    TOO_MANY_FILES = "too-many-files"  # maximum
    TOO_MANY_PAGES = "too-many-pages"  # maximum
    FOLIOS = "folios"  # * pages, folios


SOFT = DOUBTS | {
    RecordProblem.NOT_ASKED,
    RecordProblem.SAME,
    RecordProblem.ESSALUD_BIRTH,
    RecordProblem.NO_DOCUMENT,
    RecordProblem.FOLIOS,
}


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One thing wrong. `field` is the code of the field it is shown at, "" for the record as a whole."""

    field: str
    code: StrEnum
    severity: Severity
    arguments: Mapping[str, str] = attribute(default_factory=dict, hash=False)


def validate(
    draft: LegajoRecord, catalogue: LegajoCatalogue, today: date, *, known: Mapping[str, str] = _NO_OTHERS
) -> tuple[FieldProblem, ...]:
    """Everything wrong with a draft, in the order of the form. Values may be canonical or as typed.

    `known` holds canonical values of the person's other records (names, date of birth) for the rules that span records.
    """
    kind = catalogue.kind(draft.kind)
    section = catalogue.section(draft.section)
    if kind is None or section is None or kind.section != draft.section:
        return (_problem("", RecordProblem.UNKNOWN_KIND),)
    whole = []
    if section.read_only:
        whole.append(_problem("", RecordProblem.READ_ONLY))
    if not kind.holds(today):
        whole.append(_problem("", RecordProblem.EXPIRED_KIND))
    if kind.needs_document and not draft.documents:
        whole.append(_problem("", RecordProblem.NO_DOCUMENT))
    if len(draft.documents) > catalogue.limits.max_files:
        whole.append(_problem("", RecordProblem.TOO_MANY_FILES, maximum=str(catalogue.limits.max_files)))
    return (*whole, *_field_problems(kind, draft.fields, catalogue, today, known))


def validate_document(
    document: SupportingDocument, catalogue: LegajoCatalogue, today: date
) -> tuple[FieldProblem, ...]:
    """Everything wrong with a supporting document and its file."""
    limits = catalogue.limits
    found = list(_field_problems(catalogue.support, document_fields(document), catalogue, today, {}))
    if not document.sha256 or not document.size:
        found.append(_problem("", RecordProblem.NO_FILE))
    if document.size > limits.max_bytes:
        found.append(_problem("", RecordProblem.FILE_TOO_LARGE, maximum=str(limits.max_bytes // 2**20)))
    pages = document.pages or 0
    if pages > limits.max_pages:
        found.append(_problem("", RecordProblem.TOO_MANY_PAGES, maximum=str(limits.max_pages)))
    if document.folios and pages and document.folios > pages:
        found.append(_problem("folios", RecordProblem.FOLIOS, pages=str(pages), folios=str(document.folios)))
    return tuple(found)


def document_fields(document: SupportingDocument) -> Mapping[str, str]:
    """What the paper says of itself, by the fields of the catalogue's form; empty ones left out."""
    values = {
        "tipo": document.tipo,
        "formato": document.formato,
        "numero": document.numero,
        "entidad_emisora": document.entidad_emisora,
        "fecha_emision": document.fecha_emision.isoformat() if document.fecha_emision else "",
        "folios": "" if document.folios is None else str(document.folios),
        "sumilla": document.sumilla,
    }
    return {code: value for code, value in values.items() if value}


def normalised(draft: LegajoRecord, catalogue: LegajoCatalogue, today: date) -> LegajoRecord:
    """The draft with canonical values; what cannot be read stays as typed, what the form does not ask is left out."""
    kind = catalogue.kind(draft.kind)
    if kind is None:
        return draft
    values = _read_all(kind, draft.fields, catalogue, today)[0]
    unread = {code: text for code, text in draft.fields.items() if code not in values}
    kept = {
        code: value
        for code, value in {**unread, **values}.items()
        if (rule := kind.field(code)) is None or rule.asked(values)
    }
    return replace(draft, fields=kept)


def _problem(field_code: str, code: StrEnum, **arguments: str) -> FieldProblem:
    return FieldProblem(field_code, code, Severity.SOFT if code in SOFT else Severity.HARD, arguments)


def _read_all(
    kind: RecordKind, typed: Mapping[str, str], catalogue: LegajoCatalogue, today: date
) -> tuple[dict[str, str], dict[str, tuple[Trouble, ...]]]:
    """Canonical values of the fields that can be read, and the troubles of each field that has any."""
    values: dict[str, str] = {}
    troubles: dict[str, tuple[Trouble, ...]] = {}
    dated = read_date(typed.get(kind.dated_by, ""))
    day = dated if isinstance(dated, date) else today
    for rule in kind.fields:
        context = ReadingContext(today, day, catalogue.code_list(rule), values.get(rule.type_field, ""))
        reading = read_value(rule, typed.get(rule.code, ""), context)
        if isinstance(reading, Identified):
            values[rule.code] = reading.value
            troubles[rule.code] = reading.doubts
        else:
            troubles[rule.code] = (reading,)
    return values, troubles


def _field_problems(
    kind: RecordKind, typed: Mapping[str, str], catalogue: LegajoCatalogue, today: date, known: Mapping[str, str]
) -> Iterator[FieldProblem]:
    values, troubles = _read_all(kind, typed, catalogue, today)
    for rule in kind.fields:
        yield from _problems_of_field(rule, values, troubles[rule.code])
    for code in sorted(set(typed) - {rule.code for rule in kind.fields}):
        yield _problem(code, RecordProblem.UNKNOWN_FIELD, field=code)
    asked = {code: values[code] for rule in kind.fields if (code := rule.code) in values and rule.asked(values)}
    for cross in kind.rules:
        yield from _problems_of_rule(cross, kind, {**known, **asked}, today)
    yield from _contradictions(kind, asked, catalogue)


def _problems_of_field(
    rule: FieldRule, values: Mapping[str, str], troubles: tuple[Trouble, ...]
) -> Iterator[FieldProblem]:
    if not rule.asked(values):
        if values.get(rule.code, "-"):
            yield _problem(rule.code, RecordProblem.NOT_ASKED)
        return
    if values.get(rule.code, "-") == "" and rule.demanded(values):
        yield _problem(rule.code, RecordProblem.REQUIRED, help=rule.help)
    for trouble in troubles:
        yield _problem(rule.code, trouble.code, **trouble.arguments)


def _problems_of_rule(
    cross: CrossRule, kind: RecordKind, values: Mapping[str, str], today: date
) -> Iterator[FieldProblem]:
    """What one rule has against values that are all there and readable."""
    found = [values.get(code, "") for code in cross.fields]
    if not all(found):
        return
    labels = [rule.label if (rule := kind.field(code)) else code for code in cross.fields]
    match cross.kind:
        case RuleKind.ORDER if _precedes(found[1], found[0]):
            yield _problem(cross.fields[1], RecordProblem.ORDER, earlier=labels[0], later=labels[1])
        case RuleKind.DAYS:
            yield from _wrong_count(cross, found)
        case RuleKind.DIFFERENT if found[0] == found[1]:
            yield _problem(cross.fields[1], RecordProblem.SAME, other=labels[0])
        case RuleKind.ADULT if _years_old(date.fromisoformat(found[0]), today) < ADULT_YEARS:
            yield _problem(cross.fields[0], RecordProblem.MINOR, years=str(ADULT_YEARS))
        case RuleKind.CUSPP_LETTERS if doubt := cuspp_doubt(*found):
            yield _problem(cross.fields[0], doubt.code, **doubt.arguments)
        case RuleKind.ESSALUD_BIRTH if found[0][:6] != found[1].replace("-", "")[2:]:
            yield _problem(cross.fields[0], RecordProblem.ESSALUD_BIRTH)
        case _:
            return


def _precedes(one: str, other: str) -> bool:
    """Whether a date or year surely lies before another: a year and a date are compared as years."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def _wrong_count(cross: CrossRule, found: list[str]) -> Iterator[FieldProblem]:
    expected = (date.fromisoformat(found[1]) - date.fromisoformat(found[0])).days + 1
    if expected >= 1 and expected != int(found[2]):
        yield _problem(cross.fields[2], RecordProblem.DAYS, expected=str(expected), found=found[2])


def _years_old(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _contradictions(kind: RecordKind, values: Mapping[str, str], catalogue: LegajoCatalogue) -> Iterator[FieldProblem]:
    """Choices whose consequences other fields deny: a licence without pay said to be with pay."""
    for rule in kind.fields:
        code_list = catalogue.code_list(rule)
        choice = code_list.choice(values.get(rule.code, "")) if code_list else None
        if choice is None:
            continue
        for code, allowed in choice.implies.items():
            other = kind.field(code)
            if other and values.get(code) and values[code] not in allowed:
                names = " o ".join(printed(other, one, catalogue.code_list(other)) for one in allowed)
                arguments = {"choice": choice.label, "other": other.label, "allowed": names}
                yield _problem(code, RecordProblem.INCONSISTENT, **arguments)
