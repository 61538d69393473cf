"""Fills the list at the right of Mi legajo: records of a section, what a search found, or why there is nothing."""

from collections.abc import Callable
from datetime import date

from desktop.presenters.legajo_list import (
    empty_section,
    found_words,
    kinds_offered,
    never_received,
    nothing_found,
    record_rows,
    section_note,
    section_title,
)
from desktop.tasks.legajo_readings import LegajoReading
from desktop.widgets.legajo_records import RecordsView
from desktop.words import translate
from documents.legajo import LegajoSection, RecordKind
from storage.request_records import ShownRecord

Act = Callable[[], object]


def offered(reading: LegajoReading, section: LegajoSection, today: date) -> tuple[RecordKind, ...]:
    """What "Nuevo" may begin in a section."""
    return kinds_offered(section, _of(reading, section), today)


def fill_section(view: RecordsView, reading: LegajoReading, section: LegajoSection, today: date, act: Act) -> None:
    """The records of a section; `act` is what the button of an empty one does."""
    records = _of(reading, section)
    synced = reading.as_of is not None
    may_add = synced and bool(offered(reading, section, today))
    note = section_note(section, records)
    view.show_head(section_title(section), section.filed, may_add=may_add, note_words=note)
    if records:
        view.show_rows(record_rows(records, reading.catalogue))
    else:
        view.show_empty(empty_section(section, ever_synced=synced), "folder-open", act)


def fill_found(view: RecordsView, reading: LegajoReading, found: tuple[ShownRecord, ...], text: str, act: Act) -> None:
    """What a search found in all sections."""
    view.show_head(translate("legajo", "Búsqueda en todo su legajo"), found_words(len(found)), may_add=False)
    if found:
        view.show_rows(record_rows(found, reading.catalogue))
    else:
        view.show_empty(nothing_found(text) if reading.as_of else never_received(), "search", act)


def _of(reading: LegajoReading, section: LegajoSection) -> list[ShownRecord]:
    return [one for one in reading.records if one.shown.section == section.code]
