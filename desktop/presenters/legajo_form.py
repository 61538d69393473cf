"""A form of the legajo while it is written: what each field shows, what is wrong with it, whether it may leave.

Pure: typed text in, words out. Values are canonical where they can be read and as typed where they cannot, so that
a draft loses nothing. The fields of the screen are `desktop.widgets.record_form`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from documents.figures import printed_amount
from documents.identifiers import Identified
from documents.legajo import FieldKind, FieldRule, LegajoRecord, RecordKind, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_dates import read_date
from documents.legajo_validation import FieldProblem, Severity, normalised, validate
from documents.legajo_values import ReadingContext, centimos, printed, read_value
from documents.legajo_words import sentence
from storage.request_records import RequestAction, RequestContent, ShownRecord

_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a field. A hard one keeps the request here."""

    text: str
    hard: bool


@dataclass(frozen=True, slots=True)
class FormReading:
    """A form judged as a whole."""

    asked: frozenset[str]  # fields that belong to the form with these values
    demanded: frozenset[str]
    complaints: Mapping[str, Complaint] = field(default_factory=dict, hash=False)  # by field; the hard one first
    whole: tuple[Complaint, ...] = ()

    @property
    def may_leave(self) -> bool:
        """Whether nothing hard is wrong."""
        return not any(complaint.hard for complaint in (*self.complaints.values(), *self.whole))

    @property
    def first_wrong(self) -> str:
        """The first field with something hard, "" when there is none."""
        return next((code for code, complaint in self.complaints.items() if complaint.hard), "")


def judge(
    content: RequestContent, catalogue: LegajoCatalogue, today: date, known: Mapping[str, str] = _NONE
) -> FormReading:
    """Everything wrong with a wish as it is written."""
    kind = catalogue.kind(content.kind)
    if kind is None:
        problems = validate(record_of(content), catalogue, today)
        return FormReading(frozenset(), frozenset(), {}, tuple(_complaint(one) for one in problems))
    if content.action is RequestAction.REMOVE:
        return FormReading(frozenset(), frozenset())
    values = normalised(record_of(content), catalogue, today).fields
    every = validate(record_of(content), catalogue, today, known=known)
    complaints: dict[str, Complaint] = {}
    for problem in sorted(every, key=lambda one: one.severity is Severity.SOFT):
        if problem.field:
            complaints.setdefault(problem.field, _complaint(problem))
    ordered = {rule.code: complaints[rule.code] for rule in kind.fields if rule.code in complaints}
    return FormReading(
        asked=frozenset(rule.code for rule in kind.fields if rule.asked(values)),
        demanded=frozenset(rule.code for rule in kind.fields if rule.demanded(values)),
        complaints={**ordered, **{code: one for code, one in complaints.items() if code not in ordered}},
        whole=tuple(_complaint(one) for one in every if not one.field),
    )


def _complaint(problem: FieldProblem) -> Complaint:
    return Complaint(sentence(problem.code, problem.arguments), problem.severity is Severity.HARD)


def record_of(content: RequestContent) -> LegajoRecord:
    """The record that a wish describes."""
    return LegajoRecord(
        id=content.record, section=content.section, kind=content.kind,
        version=content.base.version if content.base else 0, fields=content.fields, documents=content.documents,
    )  # fmt: skip


def canonical(rule: FieldRule, typed: str, values: Mapping[str, str], catalogue: LegajoCatalogue, today: date) -> str:
    """The canonical text of what was typed; what cannot be read stays as typed."""
    context = ReadingContext(today, today, catalogue.code_list(rule), values.get(rule.type_field, ""))
    reading = read_value(rule, typed, context)
    return reading.value if isinstance(reading, Identified) else typed.strip()


def shown(rule: FieldRule, value: str) -> str:
    """A value as it stands in its field: 31/12/2026, 3,200.50; codes and other text as they are."""
    if rule.kind is FieldKind.MONEY:
        try:
            return printed_amount(centimos(value)) if value else ""
        except ValueError:
            return value
    return printed(rule, value, None) if rule.kind is FieldKind.DATE else value


def choice_day(kind: RecordKind, values: Mapping[str, str], today: date) -> date:
    """The day that decides which choices are in force."""
    dated = read_date(values.get(kind.dated_by, "")) if kind.dated_by else today
    return dated if isinstance(dated, date) else today


def known_of(records: Sequence[ShownRecord], but: str) -> Mapping[str, str]:
    """Canonical values of the person's own other records, for rules that span records. `but`: the one being written."""
    single = ("datos_personales", "regimen_pensionario")
    told: dict[str, str] = {}
    for one in records:
        if one.confirmed is not None and one.confirmed.kind in single and one.confirmed.id != but:
            told.update(one.confirmed.fields)
    return told


def finished(content: RequestContent, catalogue: LegajoCatalogue, today: date) -> dict[str, str]:
    """The values that leave: canonical, without what the form does not ask."""
    return dict(normalised(record_of(content), catalogue, today).fields)


def documents_with(
    documents: Sequence[SupportingDocument], changed: SupportingDocument, instead_of: str = ""
) -> tuple[SupportingDocument, ...]:
    """The documents with one more, or with one changed in its place (`instead_of`: its former SHA-256)."""
    there = [one.sha256 for one in documents]
    key = instead_of or changed.sha256
    if key in there:
        return tuple(changed if one.sha256 == key else one for one in documents)
    return (*documents, changed)
