"""Mi legajo as lists: the ten sections with their counts, the records of one, what was found, and why one is empty.

Pure: catalogue and shown records in, words out. One record opened is `legajo_detail`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.presenters.formats import as_of
from desktop.presenters.payslip_list import EmptyWords, StateTag
from desktop.presenters.requests_states import mark_of
from desktop.words import translate
from documents.legajo import FieldKind, FieldRule, LegajoSection, RecordKind
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_values import printed
from storage.request_records import QUEUED, RequestAction, RequestState, ShownRecord, ShownRequest

PAPERS = "papers"  # the entry below the ten sections


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """One line of the navigation of the legajo."""

    code: str
    title: str
    count: int
    note: str  # "1 cambio suyo", "2 novedades de la UGEL", or ""
    tone: str  # of the mark beside the count: wait, info, or ""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record in a list."""

    id: str
    title: str
    kind: str
    rest: str
    tag: StateTag
    code: str  # "SOL-2026-000123", "Sin código (3)", or ""
    shade: str  # token of the ground: wishes and news are tinted, what is settled is plain ("")
    shown: ShownRecord


def section_entries(catalogue: LegajoCatalogue, records: Sequence[ShownRecord]) -> tuple[SectionEntry, ...]:
    """The ten sections, then the papers."""
    entries = tuple(_entry(section, [one for one in records if one.shown.section == section.code])
                    for section in catalogue.sections)  # fmt: skip
    papers = SectionEntry(PAPERS, translate("legajo", "Reporte de hoja de vida"), 0, "", "")
    return (*entries, papers)


def _entry(section: LegajoSection, records: Sequence[ShownRecord]) -> SectionEntry:
    wishes = sum(1 for one in records if one.wish is not None)
    news = sum(1 for one in records if one.unseen)
    short = translate("legajo", "1 novedad") if news == 1 else translate("legajo", "{n} novedades").format(n=news)
    notes = [note for note in (_wishes(wishes), short if wishes and news else _news(news)) if note]
    tone = "info" if news and not wishes else "wait" if wishes else ""
    return SectionEntry(section.code, section_title(section), len(records), " · ".join(notes), tone)


def _wishes(number: int) -> str:
    if not number:
        return ""
    one, many = translate("legajo", "1 cambio suyo"), translate("legajo", "{n} cambios suyos")
    return one if number == 1 else many.format(n=number)


def _news(number: int) -> str:
    if not number:
        return ""
    one, many = translate("legajo", "1 novedad de la UGEL"), translate("legajo", "{n} novedades de la UGEL")
    return one if number == 1 else many.format(n=number)


def section_title(section: LegajoSection) -> str:
    """II. Situación académica"""
    return f"{section.code}. {section.short_name}"


def subtitle(records: Sequence[ShownRecord], as_of_moment: datetime | None, now: datetime) -> str:
    """What is shown, as of when, and how much of it is the person's own."""
    if as_of_moment is None:
        return translate("legajo", "Lo que su UGEL tiene registrado de usted")
    told = translate("legajo", "Versión de su UGEL {when}").format(when=as_of(as_of_moment, now))
    news, wishes = sum(one.unseen for one in records), sum(one.wish is not None for one in records)
    return " · ".join(part for part in (told, _wishes(wishes), _news(news)) if part)


def record_rows(records: Sequence[ShownRecord], catalogue: LegajoCatalogue) -> tuple[RecordRow, ...]:
    """Rows in the order of the forms of the section, the newest record of a form first."""
    order = {kind.code: place for place, kind in enumerate(catalogue.kinds())}
    # Two passes: a stable sort keeps the newest first within each form.
    newest = sorted(records, key=lambda one: (_day(one, catalogue.kind(one.shown.kind)), one.shown.id), reverse=True)
    ordered = sorted(newest, key=lambda one: order.get(one.shown.kind, len(order)))
    return tuple(record_row(one, catalogue) for one in ordered)


def record_row(one: ShownRecord, catalogue: LegajoCatalogue) -> RecordRow:
    """A record as one line."""
    title, *rest = summary_of(one, catalogue)
    kind = catalogue.kind(one.shown.kind)
    return RecordRow(
        id=one.shown.id, title=title, kind=kind.name if kind else one.shown.kind, rest=" · ".join(rest),
        tag=record_tag(one), code=wish_code(one.wish), shade=_shade(one), shown=one,
    )  # fmt: skip


def summary_of(one: ShownRecord, catalogue: LegajoCatalogue) -> tuple[str, ...]:
    """What names the record, at least one text: words first, then days and numbers that say what they count."""
    kind = catalogue.kind(one.shown.kind)
    if kind is None:
        return (one.shown.kind,)
    rules = [rule for code in kind.summary if (rule := kind.field(code)) and one.shown.value(code)]
    told = tuple(_told(rule, one.shown.value(rule.code), catalogue) for rule in rules)
    return told if rules and rules[0].kind not in _BARE else (kind.name, *told)


def _told(rule: FieldRule, value: str, catalogue: LegajoCatalogue) -> str:
    """A value that can stand alone in a list: "Días: 30" and not "30"."""
    text = printed(rule, value, catalogue.code_list(rule))
    return f"{rule.label}: {text}" if rule.kind in {FieldKind.INTEGER, FieldKind.HOURS} else text


_BARE = {FieldKind.DATE, FieldKind.YEAR, FieldKind.INTEGER, FieldKind.HOURS, FieldKind.MONEY}


def _day(one: ShownRecord, kind: RecordKind | None) -> str:
    """The day or year that a record is best dated by, as sortable text."""
    if kind is None:
        return ""
    ordered = [kind.dated_by, *(rule.code for rule in kind.fields if rule.kind.value in {"fecha", "anio"})]
    return next((value for code in ordered if (value := one.shown.value(code))), "")


def _shade(one: ShownRecord) -> str:
    if one.wish is None:
        return "info_tint" if one.unseen else ""
    return "info_tint" if one.wish.state is RequestState.FILED else "wait_tint"


def record_tag(one: ShownRecord) -> StateTag:
    """Where a record stands: at the office, changed by it, or with a wish over it."""
    if one.wish is not None:
        return wish_tag(one.wish)
    if one.unseen:
        return StateTag("info", translate("legajo", "Cambió en su UGEL"), "info")
    return StateTag("check", translate("legajo", "En su legajo"), "good")


def wish_tag(wish: ShownRequest) -> StateTag:
    """The state of a wish in a word, as Mis solicitudes says it."""
    mark = mark_of(wish.state)
    return StateTag(mark.sign, mark.word, mark.tone)


def wish_code(wish: ShownRequest | None) -> str:
    """The official code; before there is one, the number given here."""
    if wish is None or (not wish.code and wish.state is RequestState.DRAFT):
        return ""
    if wish.code:
        return wish.code
    return translate("legajo", "Sin código ({n})").format(n=wish.own.number) if wish.own else ""


def wish_words(wish: ShownRequest) -> str:
    """What is asked, as a verb."""
    return {
        RequestAction.NEW: translate("legajo", "Pide que se registre"),
        RequestAction.CHANGE: translate("legajo", "Pide que se modifique"),
        RequestAction.REMOVE: translate("legajo", "Pide que se retire"),
    }.get(wish.content.action, "")


def kinds_offered(section: LegajoSection, records: Sequence[ShownRecord], today: date) -> tuple[RecordKind, ...]:
    """What may be asked to be filed in a section: not what one has once and is there already."""
    there = {one.shown.kind for one in records}
    if section.read_only:
        return ()
    return tuple(kind for kind in section.kinds if kind.holds(today) and not (kind.single and kind.code in there))


def section_note(section: LegajoSection, records: Sequence[ShownRecord]) -> str:
    """The sentence below the records: who writes here, or what the tint means."""
    if section.read_only:
        return translate("legajo", "Esta sección solo la registra la UGEL: aquí se lee y no se piden cambios. "
                                   "Si algo no es correcto, presente su reclamo por mesa de partes.")  # fmt: skip
    waiting = {one.wish.state for one in records if one.wish is not None}
    if waiting & QUEUED:
        return translate("legajo", "Lo que está «En cola» todavía no llegó a la UGEL. Está guardado en esta "
                                   "computadora y saldrá solo cuando haya conexión.")  # fmt: skip
    if RequestState.DRAFT in waiting:
        return translate("legajo", "Los borradores son solo suyos: nadie los ve hasta que usted elija "
                                   "«Enviar solicitud».")  # fmt: skip
    return ""


def empty_section(section: LegajoSection, *, ever_synced: bool) -> EmptyWords:
    """Why a section shows nothing, and what goes there."""
    if not ever_synced:
        return never_received()
    told = translate("legajo", "Aquí van: {filed}").format(filed=section.filed[:1].lower() + section.filed[1:])
    if section.read_only:
        return EmptyWords(translate("legajo", "No tiene registros en esta sección"), told)
    more = translate("legajo", "Si le falta algo, pida que se registre; puede hacerlo sin conexión.")
    return EmptyWords(translate("legajo", "No hay registros en esta sección"), f"{told} {more}",
                      translate("legajo", "Nuevo"))  # fmt: skip


def never_received() -> EmptyWords:
    """Before the first exchange."""
    return EmptyWords(
        translate("legajo", "Su legajo todavía no está en esta computadora"),
        translate("legajo", "Llegará con la primera sincronización y quedará aquí, cifrado, también sin internet."),
        translate("legajo", "Ir a Sincronización"),
    )


def nothing_found(text: str) -> EmptyWords:
    """A search without an answer."""
    return EmptyWords(
        translate("legajo", "Nada coincide con «{text}»").format(text=text.strip()),
        translate("legajo", "Se buscó en todos los datos y documentos de su legajo. Pruebe con otra palabra."),
        translate("legajo", "Borrar la búsqueda"),
    )


def found_words(number: int) -> str:
    """How many records a search found."""
    one, many = translate("legajo", "1 registro coincide"), translate("legajo", "{n} registros coinciden")
    return one if number == 1 else many.format(n=number)
