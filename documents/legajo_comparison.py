"""What differs between versions of one legajo record, field by field, in printed form. Pure.

`compare_records` is the before and after of the confirmation screen; `compare_three` lays base, office and mine side by
side when the office changed a record while a request waited. Nothing is decided for the person: a conflict is shown.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from documents.legajo import LegajoRecord, RecordKind, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_validation import document_fields
from documents.legajo_values import printed


class Change(StrEnum):
    """What happened to one field."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field that differs, as it is printed. "" where there is nothing. A document is known by its file."""

    field: str
    label: str
    before: str
    after: str
    change: Change


class Side(StrEnum):
    """Who changed a field since the base."""

    NOBODY = "nobody"
    OFFICE = "office"
    MINE = "mine"
    BOTH_ALIKE = "both-alike"
    CONFLICT = "conflict"  # both, to different values


@dataclass(frozen=True, slots=True)
class FieldVersions:
    """One field in three versions, as printed, and who changed it."""

    field: str
    label: str
    base: str
    office: str
    mine: str
    side: Side


@dataclass(frozen=True, slots=True)
class ThreeWay:
    """All fields that are filled in some version. `merged` is canonical; of a conflict it holds the office's value."""

    rows: tuple[FieldVersions, ...]
    merged: Mapping[str, str]

    @property
    def conflicts(self) -> tuple[FieldVersions, ...]:
        return tuple(row for row in self.rows if row.side is Side.CONFLICT)


def compare_records(
    before: LegajoRecord | None, after: LegajoRecord | None, catalogue: LegajoCatalogue
) -> tuple[FieldDifference, ...]:
    """What a request changes, in the order of the form, then the documents. None: no record (new, or taken out)."""
    old, new = _values(before), _values(after)
    either = after or before
    kind = catalogue.kind(either.kind) if either else None
    fields = []
    for code in _ordered({**old, **new}, kind):
        was, becomes = old.get(code, ""), new.get(code, "")
        if was != becomes:
            label, show = _words_of(code, kind, catalogue)
            fields.append(FieldDifference(code, label, show(was), show(becomes), _change(was, becomes)))
    return (*fields, *_documents(before, after, catalogue))


def compare_three(
    base: LegajoRecord | None, office: LegajoRecord | None, mine: LegajoRecord, catalogue: LegajoCatalogue
) -> ThreeWay:
    """Base is what the person saw when writing, office what is filed now, mine what the person asks for."""
    kind = catalogue.kind(mine.kind)
    versions = _values(base), _values(office), _values(mine)
    rows, merged = [], {}
    for code in _ordered({**versions[0], **versions[1], **versions[2]}, kind):
        was, theirs, own = (version.get(code, "") for version in versions)
        side = _side(was, theirs, own)
        label, show = _words_of(code, kind, catalogue)
        rows.append(FieldVersions(code, label, show(was), show(theirs), show(own), side))
        merged[code] = own if side is Side.MINE else theirs
    return ThreeWay(tuple(rows), MappingProxyType({code: value for code, value in merged.items() if value}))


def _side(base: str, office: str, mine: str) -> Side:
    if office == mine:
        return Side.NOBODY if mine == base else Side.BOTH_ALIKE
    if mine == base:
        return Side.OFFICE
    return Side.MINE if office == base else Side.CONFLICT


def _values(record: LegajoRecord | None) -> Mapping[str, str]:
    return record.fields if record else {}


def _change(before: object, after: object) -> Change:
    if not before:
        return Change.ADDED
    return Change.CHANGED if after else Change.REMOVED


def _ordered(codes: Mapping[str, str], kind: RecordKind | None) -> Iterator[str]:
    """Codes in the order of the form, then those the catalogue does not know, by name."""
    known = [rule.code for rule in kind.fields] if kind else []
    yield from (code for code in known if code in codes)
    yield from sorted(set(codes) - set(known))


def _words_of(code: str, kind: RecordKind | None, catalogue: LegajoCatalogue) -> tuple[str, Callable[[str], str]]:
    """The label of a field and how its values are printed. An unknown field keeps its code and its text."""
    rule = kind.field(code) if kind else None
    if rule is None:
        return code, str
    code_list = catalogue.code_list(rule)
    return rule.label, lambda value: printed(rule, value, code_list)


def _documents(
    before: LegajoRecord | None, after: LegajoRecord | None, catalogue: LegajoCatalogue
) -> Iterator[FieldDifference]:
    """Documents added, removed, or said differently; a document is known by its file."""
    old = {_known_by(document): document for document in before.documents} if before else {}
    new = {_known_by(document): document for document in after.documents} if after else {}
    for key in {**old, **new}:
        one, other = old.get(key), new.get(key)
        if one != other:
            was, becomes = _document_text(one, catalogue), _document_text(other, catalogue)
            yield FieldDifference(key, catalogue.support.name, was, becomes, _change(one, other))


def _known_by(document: SupportingDocument) -> str:
    """The file; of a paper without one yet, what it is called."""
    return document.sha256 or f"{document.tipo} {document.numero} {document.sumilla}"


def _document_text(document: SupportingDocument | None, catalogue: LegajoCatalogue) -> str:
    """ "Resolución · RD N° 1-2020 · UGEL Huancayo · …": everything the form says of it."""
    values = document_fields(document) if document else {}
    rules = (rule for rule in catalogue.support.fields if rule.code in values)
    return " · ".join(printed(rule, values[rule.code], catalogue.code_list(rule)) for rule in rules)
