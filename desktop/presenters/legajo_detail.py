"""One record of the legajo opened: every field in words, what a wish changes in it, its documents, what can be done.

Pure. Lists are `legajo_list`; writing is `legajo_form`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from desktop.presenters.formats import short_day, size
from desktop.presenters.legajo_list import record_tag, summary_of, wish_code, wish_words
from desktop.presenters.payslip_list import StateTag
from desktop.words import translate
from documents.legajo import FieldRule, LegajoRecord, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_validation import document_fields
from documents.legajo_values import printed
from storage.request_records import QUEUED, RequestAction, RequestState, ShownRecord


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field: what it says, and what it said before where a wish changes it."""

    label: str
    value: str
    before: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One supporting document. `held`: its file is here."""

    sha256: str
    title: str
    note: str
    size: str
    held: bool
    own: bool  # added by the wish


@dataclass(frozen=True, slots=True)
class Actions:
    """What can be done with a record now. `change` and `resume` are words of a button, "" = not now."""

    change: str = ""
    remove: bool = False
    discard: bool = False
    follow: bool = False  # to Mis solicitudes
    why_not: str = ""  # why no change can be asked for


@dataclass(frozen=True, slots=True)
class RecordDetail:
    """Everything the view shows."""

    title: str
    kind: str
    tag: StateTag
    code: str
    wish: str  # "Pide que se modifique", or ""
    reason: str  # what the office wrote, of an observed request
    dates: str
    lines: tuple[FieldLine, ...]
    documents: tuple[DocumentLine, ...]
    actions: Actions


def record_detail(one: ShownRecord, catalogue: LegajoCatalogue, held: Collection[str]) -> RecordDetail:
    """A record in words. `held`: SHA-256 of the files that are here."""
    kind = catalogue.kind(one.shown.kind)
    return RecordDetail(
        title=summary_of(one, catalogue)[0],
        kind=kind.name if kind else one.shown.kind,
        tag=record_tag(one),
        code=wish_code(one.wish),
        wish=wish_words(one.wish) if one.wish else "",
        reason=_reason(one),
        dates=_dates(one.confirmed),
        lines=tuple(_lines(one, catalogue)),
        documents=tuple(_documents(one, catalogue, held)),
        actions=actions_of(one, catalogue),
    )


def actions_of(one: ShownRecord, catalogue: LegajoCatalogue) -> Actions:
    """What can be done, by the section and by the wish that lies over the record."""
    section = catalogue.section(one.shown.section)
    if one.wish is not None:
        return _actions_of_wish(one)
    if section is None or section.read_only:
        return Actions(why_not=translate("legajo", "Esta sección solo la registra la UGEL. Si algo no es correcto, "
                                                   "presente su reclamo por mesa de partes."))  # fmt: skip
    if catalogue.kind(one.shown.kind) is None:
        return Actions(why_not=translate("legajo", "Este programa todavía no conoce este tipo de registro: sincronice, "
                                                   "o actualice el programa."))  # fmt: skip
    return Actions(change=translate("legajo", "Solicitar modificación"), remove=True)


def _actions_of_wish(one: ShownRecord) -> Actions:
    wish = one.wish
    state = wish.state if wish else RequestState.DRAFT
    if state is RequestState.DRAFT:
        return Actions(change=translate("legajo", "Seguir con el borrador"), discard=True)
    if state in {RequestState.OBSERVED, RequestState.QUARANTINE}:
        return Actions(change=translate("legajo", "Corregir la solicitud"), follow=True)
    why = {
        True: translate("legajo", "Ya hay una solicitud de este registro en cola. Para cambiarla, anúlela en "
                                  "Mis solicitudes."),
        False: translate("legajo", "La UGEL ya tiene una solicitud de este registro. Espere su respuesta, o anúlela "
                                   "en Mis solicitudes."),
    }[state in QUEUED]  # fmt: skip
    return Actions(follow=True, why_not=why)


def _reason(one: ShownRecord) -> str:
    if one.wish is None or one.wish.state is not RequestState.OBSERVED or one.wish.fact is None:
        return ""
    return one.wish.fact.reason


def _dates(record: LegajoRecord | None) -> str:
    if record is None:
        return translate("legajo", "Todavía no está en su legajo")
    told = []
    if record.registered:
        told.append(translate("legajo", "Registrado el {day}").format(day=short_day(record.registered)))
    if record.updated and record.updated != record.registered:
        told.append(translate("legajo", "actualizado el {day}").format(day=short_day(record.updated)))
    return ", ".join(told)


def _lines(one: ShownRecord, catalogue: LegajoCatalogue) -> Iterator[FieldLine]:
    shown, before = one.shown, one.confirmed
    kind = catalogue.kind(shown.kind)
    for rule in kind.fields if kind else ():
        was = before.value(rule.code) if before else ""
        line = field_line(rule, shown.value(rule.code), was, catalogue, changing=one.wish is not None)
        if line.value or line.before:
            yield line
    known = {rule.code for rule in kind.fields} if kind else set()
    yield from (FieldLine(code, shown.value(code)) for code in sorted(set(shown.fields) - known))


def field_line(rule: FieldRule, value: str, was: str, catalogue: LegajoCatalogue, *, changing: bool) -> FieldLine:
    """One field as it would be and as it is."""
    code_list = catalogue.code_list(rule)
    changed = changing and value != was
    return FieldLine(
        rule.label, printed(rule, value, code_list), printed(rule, was, code_list) if changed else "", changed
    )


def _documents(one: ShownRecord, catalogue: LegajoCatalogue, held: Collection[str]) -> Iterator[DocumentLine]:
    filed = {document.sha256 for document in one.confirmed.documents} if one.confirmed else set()
    for document in _every_document(one):
        yield document_line(document, catalogue, held=document.sha256 in held, own=document.sha256 not in filed)


def _every_document(one: ShownRecord) -> tuple[SupportingDocument, ...]:
    wish = one.wish
    if wish is None or wish.content.action is not RequestAction.REMOVE:
        return one.shown.documents
    return (*one.shown.documents, *wish.content.documents)  # a removal brings papers of its own


def document_line(document: SupportingDocument, catalogue: LegajoCatalogue, *, held: bool, own: bool) -> DocumentLine:
    """A supporting document as two lines: what it is, and what else it says of itself."""
    values = document_fields(document)
    told = {rule.code: printed(rule, values[rule.code], catalogue.code_list(rule))
            for rule in catalogue.support.fields if rule.code in values}  # fmt: skip
    title = " · ".join(told[code] for code in ("tipo", "numero") if code in told)
    note = " · ".join(told[code] for code in ("entidad_emisora", "fecha_emision", "sumilla") if code in told)
    return DocumentLine(
        document.sha256, title or catalogue.support.name, note, size(document.size) if document.size else "", held, own
    )
