"""One request from top to bottom: what it changes, its papers, its history, the office's reason, the next step. No Qt.

Pure: what was read is handed in (`Known`), and so is the moment.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.presenters.formats import moment, short_day, size
from desktop.presenters.requests_list import about_words, name_of, what_words
from desktop.presenters.requests_refusals import refusal_words
from desktop.presenters.requests_states import StateMark, TermWords, mark_of, term_of
from desktop.presenters.requests_steps import Deed, deed_words, deeds_of, next_step
from desktop.presenters.stick_words import delivered_words
from desktop.words import translate
from documents.legajo import LegajoRecord, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_comparison import compare_records
from documents.working_days import Calendar
from storage.request_records import (
    QUEUED,
    Expediente,
    Forgotten,
    RequestAction,
    RequestContent,
    RequestState,
    ShownRequest,
)
from storage.stick import WrittenUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was read about one request."""

    shown: ShownRequest
    confirmed: LegajoRecord | None  # the record as the office has it now
    here: frozenset[str]  # sha256 of its documents whose file is on this computer
    mended: bool  # another request corrects it
    ups: tuple[WrittenUp, ...] = ()  # packets that were written on memory sticks, the newest first


@dataclass(frozen=True, slots=True)
class Row:
    """One field, before and after, as printed."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One sustento."""

    title: str  # "Resolución · RD N° 1234-2013-UGEL-H"
    note: str  # "UGEL Huancayo · 15/03/2013 · 2 folios · 83 KB"
    sha256: str
    here: bool  # its file can be shown now


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the history."""

    at: datetime
    when: str
    mark: StateMark
    who: str
    note: str


@dataclass(frozen=True, slots=True)
class ReasonBox:
    """The office's words, or why it could not be sent: never folded away."""

    title: str
    words: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Everything the detail shows."""

    uuid: str
    name: str
    title: str
    about: str
    mark: StateMark
    term: TermWords
    reason: ReasonBox | None
    next_step: str
    rows: tuple[Row, ...]
    before_known: bool
    paper: str  # in place of rows, for a request of a hoja de vida or an informe
    documents: tuple[DocumentLine, ...]
    note: str
    expediente: str
    history: tuple[Step, ...]
    deeds: tuple[tuple[Deed, str], ...]


def detail_of(known: Known, catalogue: LegajoCatalogue, calendar: Calendar, now: datetime) -> Detail:
    """In words."""
    shown, today = known.shown, now.astimezone().date()
    content = shown.content
    rows, before_known = rows_of(content, known.confirmed, _base_version(shown), catalogue)
    return Detail(
        uuid=shown.uuid,
        name=name_of(shown),
        title=what_words(content, catalogue),
        about=about_words(content, catalogue),
        mark=mark_of(shown.state),
        term=term_of(shown, today, calendar),
        reason=reason_of(shown),
        next_step=_on_a_stick(known, now) or next_step(shown, today, calendar, mended=known.mended),
        rows=rows,
        before_known=before_known,
        paper=_paper_words(content),
        documents=tuple(document_line(one, catalogue, here=one.sha256 in known.here) for one in content.documents),
        note=content.note,
        expediente=expediente_words(shown.expediente),
        history=history_of(shown, now),
        deeds=tuple((deed, deed_words(deed, shown)) for deed in deeds_of(shown, mended=known.mended)),
    )


def _on_a_stick(known: Known, now: datetime) -> str:
    """How far a memory stick took it, while it waits for the office's code."""
    return delivered_words(known.ups, known.shown.uuid, now) if known.shown.state in QUEUED else ""


def rows_of(
    content: RequestContent, confirmed: LegajoRecord | None, base_version: int | None, catalogue: LegajoCatalogue
) -> tuple[tuple[Row, ...], bool]:
    """Before and after, field by field, and whether the before is known. Documents have a list of their own."""
    if content.action not in {RequestAction.NEW, RequestAction.CHANGE, RequestAction.REMOVE}:
        return (), True
    before = content.base
    if before is None and confirmed is not None and base_version in {None, confirmed.version}:
        before = confirmed
    before_known = content.action is RequestAction.NEW or before is not None
    after = None if content.action is RequestAction.REMOVE else _asked(content)
    bare = replace(before, documents=()) if before is not None and content.action is not RequestAction.NEW else None
    found = compare_records(bare, after, catalogue)
    return tuple(Row(one.label, one.before, one.after) for one in found), before_known


def _asked(content: RequestContent) -> LegajoRecord:
    return LegajoRecord(id=content.record, section=content.section, kind=content.kind, version=0, fields=content.fields)


def _base_version(shown: ShownRequest) -> int | None:
    return shown.fact.base_version if shown.fact is not None else None


def reason_of(shown: ShownRequest) -> ReasonBox | None:
    """What the office wrote, or why it did not take the request."""
    fact = shown.fact
    if fact is not None and fact.reason:
        tone = {RequestState.OBSERVED: "wait", RequestState.REJECTED: "bad"}.get(fact.state, "info")
        title = {
            RequestState.OBSERVED: translate("requests", "Qué observó la oficina"),
            RequestState.REJECTED: translate("requests", "Por qué no se aceptó"),
        }.get(fact.state, translate("requests", "Qué dijo la oficina"))
        return ReasonBox(title, fact.reason, tone)
    if shown.state is RequestState.QUARANTINE and shown.own is not None:
        words = refusal_words(shown.own.reason).what
        kept = translate("requests", "Lo que escribió y sus archivos están completos en esta computadora.")
        return ReasonBox(translate("requests", "Por qué no se pudo enviar"), f"{words} {kept}", "bad")
    return None


def history_of(shown: ShownRequest, now: datetime) -> tuple[Step, ...]:
    """From the first line written to the last word, oldest first: what happened here, then what the office did."""
    you = translate("requests", "usted")
    steps = []
    own, fact = shown.own, shown.fact
    if own is not None:
        steps.append(_step(own.created_at, RequestState.DRAFT, you, "", now))
        if own.queued_at is not None:
            steps.append(_step(own.queued_at, RequestState.READY, you, "", now))
        if own.forgotten is not None:
            steps.append(_forgotten_step(own.forgotten, shown.state, now))
        if fact is None and own.state not in {RequestState.DRAFT, RequestState.READY}:
            steps.append(_step(own.changed_at, own.state, "", "", now))
    events = fact.history if fact is not None else ()
    steps.extend(_step(event.at, event.state, event.who or you, event.note, now) for event in events)
    return tuple(sorted(steps, key=lambda step: step.at))


def _forgotten_step(forgotten: Forgotten, state: RequestState, now: datetime) -> Step:
    """The office was put back from a copy: what it had acknowledged, and what became of that."""
    if forgotten.whole:
        note = translate(
            "requests",
            "La oficina restauró una copia anterior de sus datos y ya no tenía esta solicitud (era la {code})."
            " Chasqui la envía otra vez, la misma y con los mismos documentos. No se duplica y usted no tiene que hacer"
            " nada.",
        )
        return _step(forgotten.at, RequestState.READY, "", note.format(code=forgotten.code), now)
    note = translate(
        "requests",
        "La oficina restauró una copia anterior de sus datos. Lo último que se había hecho con esta solicitud ya no"
        " figura. Aquí se muestra lo que la oficina tiene ahora.",
    )
    return _step(forgotten.at, state, "", note, now)


def _step(at: datetime, state: RequestState, who: str, note: str, now: datetime) -> Step:
    return Step(at, moment(at, now), mark_of(state), who, note)


def document_line(document: SupportingDocument, catalogue: LegajoCatalogue, *, here: bool) -> DocumentLine:
    """A sustento in two lines."""
    kind = _choice_words(document.tipo, "tipo", catalogue)
    title = " · ".join(part for part in (kind, document.numero) if part)
    notes = (
        document.entidad_emisora,
        short_day(document.fecha_emision) if document.fecha_emision else "",
        _folios(document.folios),
        size(document.size) if document.size else "",
    )
    note = " · ".join(part for part in notes if part)
    return DocumentLine(title or document.sumilla or _unnamed(), note, document.sha256, here)


def expediente_words(expediente: Expediente | None) -> str:
    """Number, key and day of what a mesa de partes gave."""
    if expediente is None:
        return ""
    parts = [translate("requests", "Expediente {n}").format(n=expediente.numero)]
    if expediente.clave:
        parts.append(translate("requests", "clave {key}").format(key=expediente.clave))
    if expediente.fecha is not None:
        parts.append(translate("requests", "presentado el {day}").format(day=short_day(expediente.fecha)))
    return " · ".join(parts)


def read_day(text: str, today: date) -> date | None:
    """A day as people write it (23/11/2026), not in the future; None when it cannot be read."""
    parts = text.strip().replace("-", "/").replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or len(parts[2]) != 4:
        return None
    try:
        read = date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        return None
    return read if read <= today else None


def _unnamed() -> str:
    return translate("requests", "Documento sin nombre")


def _folios(folios: int | None) -> str:
    if folios is None:
        return ""
    return translate("requests", "1 folio") if folios == 1 else translate("requests", "{n} folios").format(n=folios)


def _choice_words(code: str, field: str, catalogue: LegajoCatalogue) -> str:
    rule = catalogue.support.field(field)
    found = catalogue.code_list(rule) if rule is not None else None
    choice = found.choice(code) if found is not None else None
    return choice.label if choice is not None else code


def _paper_words(content: RequestContent) -> str:
    if content.action is RequestAction.HOJA_DE_VIDA:
        return translate(
            "requests", "Se pide a la oficina que genere su hoja de vida. Llegará a Mi legajo como un PDF firmado."
        )
    if content.action is RequestAction.INFORME:
        return translate(
            "requests", "Se pide a la oficina un informe escalafonario. Llegará a Mi legajo como un PDF firmado."
        )
    return ""
