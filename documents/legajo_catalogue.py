"""Which sections, forms and code lists there are: read strictly from JSON, bundled or sent by the office.

A catalogue that says anything this version does not know is refused whole (`LegajoCatalogueError`); the one in use
stays. Reading is pure but for `bundled`, which opens the first copy once. Nothing is judged here but the catalogue.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec

import resources
from documents import legajo_file as file
from documents.errors import DocumentError
from documents.legajo import Choice, CodeList, FieldKind, FieldRule, LegajoSection, RecordKind, RuleKind

NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ORDERED = (FieldKind.DATE, FieldKind.YEAR)
_RULE_FIELDS: Mapping[RuleKind, tuple[tuple[FieldKind, ...], ...]] = {
    RuleKind.ORDER: (_ORDERED, _ORDERED),
    RuleKind.DAYS: ((FieldKind.DATE,), (FieldKind.DATE,), (FieldKind.INTEGER,)),
    RuleKind.DIFFERENT: ((), ()),
    RuleKind.ADULT: ((FieldKind.DATE,),),
    RuleKind.CUSPP_LETTERS: ((FieldKind.CUSPP,), (), (), ()),
    RuleKind.ESSALUD_BIRTH: ((FieldKind.ESSALUD,), ()),
}
_BESIDE = {RuleKind.CUSPP_LETTERS, RuleKind.ESSALUD_BIRTH}  # may name fields of the person's other records


class LegajoCatalogueError(DocumentError):
    """The bytes are no catalogue this version can use. `faults` says why, for logs."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Of the files that go with a request."""

    max_bytes: int  # of one file
    max_files: int
    max_pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LegajoCatalogue:
    """Everything the forms are drawn and judged by."""

    version: int
    desde: date
    hasta: date | None
    norma: str
    sections: tuple[LegajoSection, ...]
    lists: Mapping[str, CodeList]
    support: RecordKind  # the form of a supporting document
    limits: Limits

    def section(self, code: str) -> LegajoSection | None:
        return next((section for section in self.sections if section.code == code), None)

    def kind(self, code: str) -> RecordKind | None:
        return next((kind for kind in self.kinds() if kind.code == code), None)

    def kinds(self) -> Iterator[RecordKind]:
        for section in self.sections:
            yield from section.kinds

    def code_list(self, rule: FieldRule) -> CodeList | None:
        return self.lists.get(rule.choices)

    def offered(self, rule: FieldRule, values: Mapping[str, str], day: date) -> tuple[Choice, ...]:
        """The choices of a field that are in force on that day and that nothing already chosen denies."""
        code_list = self.code_list(rule)
        return tuple(
            choice
            for choice in (code_list.choices if code_list else ())
            if choice.holds(day)
            and all(values.get(code, "") in ("", *allowed) for code, allowed in choice.implies.items())
        )


def read_catalogue(data: bytes) -> LegajoCatalogue:
    """From JSON. LegajoCatalogueError when it has members we do not know, lacks one, or contradicts itself."""
    try:
        read = msgspec.json.decode(data, type=file.CatalogueFile)
    except msgspec.DecodeError as error:
        raise LegajoCatalogueError((str(error),)) from error
    catalogue = LegajoCatalogue(
        version=read.version,
        desde=read.desde,
        hasta=read.hasta,
        norma=read.norma,
        sections=tuple(file.section_from(section) for section in read.secciones),
        lists={code: file.list_from(code, entry) for code, entry in read.listas.items()},
        support=file.kind_from(read.sustento, section=""),
        limits=Limits(max_bytes=read.limites.bytes, max_files=read.limites.archivos, max_pages=read.limites.paginas),
    )
    faults = tuple(_faults(catalogue))
    if faults:
        raise LegajoCatalogueError(faults)
    return catalogue


@cache
def bundled() -> LegajoCatalogue:
    """The first copy that comes with the program, read on first use."""
    return read_catalogue(resources.path("catalogues", "legajo.json").read_bytes())


def _faults(catalogue: LegajoCatalogue) -> Iterator[str]:
    """How a well-formed catalogue contradicts itself."""
    if tuple(section.code for section in catalogue.sections) != NUMERALS:
        yield "the sections are not I to X"
    kinds = (*catalogue.kinds(), catalogue.support)
    for code in _twice([kind.code for kind in kinds]):
        yield f"kind {code} twice"
    for code_list in catalogue.lists.values():
        for code in _twice([choice.code for choice in code_list.choices]):
            yield f"{code_list.code}: choice {code} twice"
    for kind in kinds:
        yield from (f"{kind.code}: {fault}" for fault in _faults_of_kind(kind, catalogue))


def _faults_of_kind(kind: RecordKind, catalogue: LegajoCatalogue) -> Iterator[str]:
    for code in _twice([rule.code for rule in kind.fields]):
        yield f"field {code} twice"
    for code in (*kind.summary, *filter(None, [kind.dated_by])):
        if kind.field(code) is None:
            yield f"no field {code}"
    for rule in kind.fields:
        yield from _faults_of_field(rule, kind, catalogue)
    yield from _faults_of_rules(kind)


def _faults_of_field(rule: FieldRule, kind: RecordKind, catalogue: LegajoCatalogue) -> Iterator[str]:
    found = catalogue.code_list(rule)
    if (rule.kind is FieldKind.CHOICE) != (found is not None):
        yield f"{rule.code}: a list and choices go together"
    before = [earlier.code for earlier in kind.fields[: kind.fields.index(rule)]]
    if rule.kind is FieldKind.IDENTITY and rule.type_field not in before:
        yield f"{rule.code}: no field {rule.type_field} before it"
    for dependency in filter(None, (rule.only_when, rule.required_when)):
        if kind.field(dependency.field) is None or dependency.field == rule.code:
            yield f"{rule.code}: depends on {dependency.field}"
    for choice in found.choices if found else ():
        for code in choice.implies:
            if kind.field(code) is None:
                yield f"{rule.code}: {choice.code} speaks of {code}"


def _faults_of_rules(kind: RecordKind) -> Iterator[str]:
    for cross in kind.rules:
        wanted = _RULE_FIELDS[cross.kind]
        if len(wanted) != len(cross.fields):
            yield f"{cross.kind}: {len(wanted)} fields"
            continue
        for code, kinds in zip(cross.fields, wanted, strict=True):
            rule = kind.field(code)
            if (rule is None and cross.kind not in _BESIDE) or (rule is not None and kinds and rule.kind not in kinds):
                yield f"{cross.kind}: {code}"


def _twice(codes: list[str]) -> list[str]:
    return [code for code, count in Counter(codes).items() if count > 1]
