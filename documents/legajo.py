"""The personnel file (legajo personal): its ten sections, the forms in them, and the records filed, as frozen records.

Values of a record are text in one canonical form a kind (see `FieldKind`), so that JSON, tables and comparison need no
second reading. This module says what a legajo is; `legajo_catalogue` reads which fields there are, `legajo_validation`
judges what was written, and neither storing nor sending is known here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class FieldKind(StrEnum):
    """What a field holds. The comment is the canonical text of a value."""

    TEXT = "texto"  # one line
    LONG_TEXT = "texto_largo"  # several lines
    NAME = "nombre"  # capitals, with tildes and Ñ
    DATE = "fecha"  # 2026-12-31
    YEAR = "anio"  # 2026
    INTEGER = "entero"  # 30
    HOURS = "horas"  # 120, more than none
    MONEY = "dinero"  # soles with two decimals, 3200.50; `legajo_values.centimos` gives the integer
    CHOICE = "lista"  # code of a choice
    YES_NO = "si_no"  # si, no
    DNI = "dni"  # 8 digits
    RUC = "ruc"
    FOREIGN_DOCUMENT = "documento_extranjero"  # carné de extranjería or passport
    IDENTITY = "documento_identidad"  # which document it is stands in the field `type_field`
    CUSPP = "cuspp"
    ESSALUD = "essalud"
    SERVER_CODE = "codigo_servidor"
    UBIGEO = "ubigeo"
    OFFICE = "oficina"  # DRE, GRE or UGEL
    RESOLUTION = "resolucion"  # RD N° 1234-2013-UGEL-H
    EXPEDIENTE = "expediente"
    SCHOOL = "codigo_ie"  # 0512345 or 0512345-0
    LOCAL = "codigo_local"
    POST = "plaza"
    ACCOUNT = "cuenta_bn"
    CCI = "cci"
    MOBILE = "celular"
    PHONE = "telefono"
    EMAIL = "correo"


class RuleKind(StrEnum):
    """What the fields of one record must be to one another."""

    ORDER = "orden"  # (earlier, later): dates or years; equal is good
    DAYS = "dias"  # (from, to, days): calendar days, both ends counted
    DIFFERENT = "distintos"  # (one, other): a doubt when equal
    ADULT = "mayor_de_edad"  # (date of birth,): at least 18 years old today
    CUSPP_LETTERS = "letras_cuspp"  # (cuspp, nombres, paterno, materno): a doubt
    ESSALUD_BIRTH = "nacimiento_essalud"  # (autogenerado, date of birth): a doubt


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a code list. `desde` and `hasta` (inclusive) bound the days it may be chosen for."""

    code: str
    label: str
    desde: date | None = None
    hasta: date | None = None
    implies: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)  # other field -> what it may hold

    def holds(self, day: date) -> bool:
        """Whether it may be chosen for something of that day."""
        return (self.desde is None or self.desde <= day) and (self.hasta is None or day <= self.hasta)


@dataclass(frozen=True, slots=True)
class CodeList:
    """Choices in the order they are offered. `fuente` says which norm they come from, or that we assume them."""

    code: str
    fuente: str
    choices: tuple[Choice, ...]

    def choice(self, code: str) -> Choice | None:
        """The entry of a code, in force or not."""
        return next((choice for choice in self.choices if choice.code == code), None)


@dataclass(frozen=True, slots=True)
class Dependency:
    """True when that field holds one of these values."""

    field: str
    values: tuple[str, ...]

    def holds(self, values: Mapping[str, str]) -> bool:
        return values.get(self.field, "") in self.values


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRule:
    """One field of a form."""

    code: str
    label: str
    help: str  # one sentence: what to write and where it is found
    kind: FieldKind
    required: bool
    example: str
    mask: str  # 9 a digit, A a letter, X either, the rest itself; "" for none
    max_length: int  # characters
    minimum: int | None  # of integers and hours
    maximum: int | None
    choices: str  # code of a code list, or ""
    type_field: str  # of FieldKind.IDENTITY: the field that names the document
    future: bool  # whether a date or year may lie ahead
    only_when: Dependency | None  # else the field is not asked
    required_when: Dependency | None  # besides `required`

    def asked(self, values: Mapping[str, str]) -> bool:
        """Whether the field belongs to a form with these values."""
        return self.only_when is None or self.only_when.holds(values)

    def demanded(self, values: Mapping[str, str]) -> bool:
        """Whether it may not stay empty in a form with these values."""
        wanted = self.required or (self.required_when is not None and self.required_when.holds(values))
        return wanted and self.asked(values)


@dataclass(frozen=True, slots=True)
class CrossRule:
    """What several fields of one record must be to one another; judged only when all of them can be read."""

    kind: RuleKind
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKind:
    """A form: what is filed of one sort, with its fields in the order they are asked."""

    code: str
    section: str
    name: str
    single: bool  # a person has one of it at most
    needs_document: bool  # a supporting document is expected with a request
    dated_by: str  # the field whose day decides which choices are in force; "" for today
    summary: tuple[str, ...]  # fields that name a record in a list, the most telling first
    fields: tuple[FieldRule, ...]
    rules: tuple[CrossRule, ...]
    desde: date | None
    hasta: date | None

    def field(self, code: str) -> FieldRule | None:
        return next((rule for rule in self.fields if rule.code == code), None)

    def holds(self, day: date) -> bool:
        """Whether a new record of this sort may be asked for on that day."""
        return (self.desde is None or self.desde <= day) and (self.hasta is None or day <= self.hasta)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegajoSection:
    """One of the ten. `code` is its roman numeral."""

    code: str
    name: str
    short_name: str  # for navigation
    filed: str  # what is filed here, in one sentence
    read_only: bool  # the person sees it and asks for no change
    kinds: tuple[RecordKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportingDocument:
    """Documento de sustento: what the paper says of itself, and the file that holds it. "" and None: not said yet."""

    tipo: str
    formato: str
    numero: str
    entidad_emisora: str
    fecha_emision: date | None
    folios: int | None
    sumilla: str
    sha256: str  # 64 lower-case hex digits; "" while there is no file
    size: int  # bytes
    pages: int | None  # of a PDF


@dataclass(frozen=True, slots=True, kw_only=True)
class LegajoRecord:
    """What is filed of one fact, or a draft of it. `fields` holds canonical text; an empty field is left out."""

    id: str  # uuid
    section: str
    kind: str
    version: int  # counted by the office; 0: not filed yet
    fields: Mapping[str, str] = field(hash=False)
    documents: tuple[SupportingDocument, ...] = ()
    registered: date | None = None
    updated: date | None = None

    def __post_init__(self) -> None:
        filled = {code: value for code, value in self.fields.items() if value}
        object.__setattr__(self, "fields", MappingProxyType(filled))

    def value(self, code: str) -> str:
        """The canonical text of a field, "" when it is empty."""
        return self.fields.get(code, "")
