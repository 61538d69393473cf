"""Legajo records as the sections of a paper: in the catalogue's order, within a section by date. Pure.

What a hoja de vida leaves out and an informe shows is said by a `Selection`; this module only obeys it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from documents.figures import printed_date
from documents.legajo import FieldKind, FieldRule, LegajoRecord, LegajoSection, RecordKind
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_validation import document_fields
from documents.legajo_values import printed
from documents.paper import Field
from documents.paper_blocks import counted, heading, paragraph, record
from documents.payslip_blocks import Section
from documents.sheet import Strip

_DATED = (FieldKind.DATE, FieldKind.YEAR)  # a full date tells more than a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is shown. `unknown`: records of kinds, and fields, that the catalogue does not have."""

    sections: frozenset[str]
    kind: Callable[[RecordKind], bool]
    field: Callable[[FieldRule], bool]
    documents: bool
    unknown: bool


def chosen(
    records: Sequence[LegajoRecord], catalogue: LegajoCatalogue, selection: Selection
) -> dict[str, tuple[LegajoRecord, ...]]:
    """The records of each section that are shown, in order: what a person has one of, then the others by date."""
    return {
        section.code: tuple(
            sorted(
                (each for each in records if _shown(each, section, selection)), key=lambda each: _place(each, section)
            )
        )
        for section in catalogue.sections
        if section.code in selection.sections
    }


def legajo_sections(
    shown: dict[str, tuple[LegajoRecord, ...]], catalogue: LegajoCatalogue, selection: Selection
) -> tuple[Section, ...]:
    """Every section of the selection; one without records says so."""
    return tuple(
        _section(section, shown[section.code], catalogue, selection)
        for section in catalogue.sections
        if section.code in shown
    )


def _section(
    section: LegajoSection, records: Sequence[LegajoRecord], catalogue: LegajoCatalogue, selection: Selection
) -> Section:
    count = counted(len(records), "registro", "registros") if records else ""
    head = heading(f"{section.code}. {section.name}", count)
    if not records:
        return Section(head, paragraph("No registra.", quiet=True))
    strips = [
        strip
        for number, each in enumerate(records, start=1)
        for strip in _record(each, f"{section.code}.{number}", _kind(each, section), catalogue, selection)
    ]
    return Section(head, tuple(strips))


def _record(
    each: LegajoRecord, number: str, kind: RecordKind | None, catalogue: LegajoCatalogue, selection: Selection
) -> tuple[Strip, ...]:
    aside = f"Registrado el {printed_date(each.registered)}" if each.registered else ""
    fields = [*_fields(each, kind, catalogue, selection)]
    if selection.documents:
        fields += _documents(each, catalogue)
    return record(f"{number}  {kind.name if kind else each.kind}", fields, aside=aside)


def _fields(
    each: LegajoRecord, kind: RecordKind | None, catalogue: LegajoCatalogue, selection: Selection
) -> Iterator[Field]:
    rules = kind.fields if kind else ()
    for rule in rules:
        if (value := each.value(rule.code)) and selection.field(rule):
            yield rule.label, printed(rule, value, catalogue.code_list(rule))
    if selection.unknown:
        known = {rule.code for rule in rules}
        yield from ((code, each.value(code)) for code in sorted(set(each.fields) - known))


def _documents(each: LegajoRecord, catalogue: LegajoCatalogue) -> Iterator[Field]:
    for document in each.documents:
        values = document_fields(document)
        rules = (rule for rule in catalogue.support.fields if rule.code in values)
        yield "Sustento", " · ".join(_said(rule, values[rule.code], catalogue) for rule in rules)


def _said(rule: FieldRule, value: str, catalogue: LegajoCatalogue) -> str:
    text = printed(rule, value, catalogue.code_list(rule))
    return counted(int(text), "folio", "folios") if rule.code == "folios" and text.isdecimal() else text


def _shown(each: LegajoRecord, section: LegajoSection, selection: Selection) -> bool:
    if each.section != section.code:
        return False
    kind = _kind(each, section)
    return selection.kind(kind) if kind else selection.unknown


def _kind(each: LegajoRecord, section: LegajoSection) -> RecordKind | None:
    return next((kind for kind in section.kinds if kind.code == each.kind), None)


def _place(each: LegajoRecord, section: LegajoSection) -> tuple[bool, str, int, str]:
    codes = [kind.code for kind in section.kinds]
    order = codes.index(each.kind) if each.kind in codes else len(codes)
    kind = _kind(each, section)
    if kind and kind.single:
        return False, "", order, each.id
    return True, _when(each, kind), order, each.id


def _when(each: LegajoRecord, kind: RecordKind | None) -> str:
    """The day or year a record is dated by, in ISO; "" for none, which comes first."""
    if kind is None:
        return ""
    if kind.dated_by and each.value(kind.dated_by):
        return each.value(kind.dated_by)
    values = (each.value(rule.code) for wanted in _DATED for rule in kind.fields if rule.kind is wanted)
    return next(filter(None, values), "")
