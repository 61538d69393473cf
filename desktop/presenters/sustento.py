"""What the form of a supporting document says and reads. No Qt: typed text in, a record and sentences out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from documents.figures import printed_date
from documents.identifiers import Identified
from documents.legajo import FieldKind, FieldRule, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_dates import read_date
from documents.legajo_validation import RecordProblem, Severity, document_fields, validate_document
from documents.legajo_values import ReadingContext, read_value
from documents.legajo_words import sentence

EMPTY = SupportingDocument(
    tipo="", formato="", numero="", entidad_emisora="", fecha_emision=None, folios=None, sumilla="", sha256="", size=0,
    pages=None,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldWord:
    """What stands below a field. `hard`: it cannot be saved like this."""

    text: str
    hard: bool


@dataclass(frozen=True, slots=True)
class ReadSupport:
    """What was typed, as a record, and what is wrong: by field code, "" for the document as a whole."""

    document: SupportingDocument
    words: Mapping[str, FieldWord]

    @property
    def good(self) -> bool:
        """Whether nothing keeps it from being saved."""
        return not any(word.hard for word in self.words.values())


def typed_values(document: SupportingDocument) -> dict[str, str]:
    """What the fields show of a document, by code: dates as people write them."""
    values = dict(document_fields(document))
    if document.fecha_emision is not None:
        values["fecha_emision"] = printed_date(document.fecha_emision)
    return values


def read_support(
    typed: Mapping[str, str], file: SupportingDocument, catalogue: LegajoCatalogue, today: date
) -> ReadSupport:
    """The document that the fields say; `file` gives digest, size and pages."""
    dated = read_date(typed.get("fecha_emision", ""))
    day = dated if isinstance(dated, date) else today
    values: dict[str, str] = {}
    words: dict[str, FieldWord] = {}
    for rule in catalogue.support.fields:
        text = typed.get(rule.code, "")
        reading = read_value(rule, text, ReadingContext(today, day, catalogue.code_list(rule)))
        if isinstance(reading, Identified):
            values[rule.code] = reading.value
        else:
            words[rule.code] = FieldWord(sentence(reading.code, reading.arguments), hard=True)
    document = _document(values, file)
    for problem in validate_document(document, catalogue, today):
        unread = problem.code is RecordProblem.REQUIRED and problem.field in words
        if not unread and problem.field not in words:
            told = FieldWord(sentence(problem.code, problem.arguments), problem.severity is Severity.HARD)
            words[problem.field] = told
    return ReadSupport(document, words)


def example_of(rule: FieldRule) -> str:
    """The hint inside an empty field."""
    return "" if rule.kind is FieldKind.CHOICE or not rule.example else f"Ej.: {rule.example}"


def _document(values: Mapping[str, str], file: SupportingDocument) -> SupportingDocument:
    dated, folios = values.get("fecha_emision", ""), values.get("folios", "")
    return SupportingDocument(
        tipo=values.get("tipo", ""),
        formato=values.get("formato", ""),
        numero=values.get("numero", ""),
        entidad_emisora=values.get("entidad_emisora", ""),
        fecha_emision=date.fromisoformat(dated) if dated else None,
        folios=int(folios) if folios else None,
        sumilla=values.get("sumilla", ""),
        sha256=file.sha256,
        size=file.size,
        pages=file.pages,
    )
