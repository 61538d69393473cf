"""The catalogue of the legajo as it lies in JSON, and how it becomes the records of `documents.legajo`.

Members are Spanish words, like those of the other catalogues. Unknown members are an error: a newer office may mean
something by them that this program would get wrong. Contradictions are looked for in `legajo_catalogue`.
"""

from datetime import date
from types import MappingProxyType
from typing import Annotated

import msgspec

from documents.legajo import (
    Choice,
    CodeList,
    CrossRule,
    Dependency,
    FieldKind,
    FieldRule,
    LegajoSection,
    RecordKind,
    RuleKind,
)

Code = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
Said = Annotated[str, msgspec.Meta(min_length=2)]
Count = Annotated[int, msgspec.Meta(ge=1)]


class ChoiceEntry(msgspec.Struct, forbid_unknown_fields=True):
    codigo: Code
    nombre: Annotated[str, msgspec.Meta(min_length=1)]
    desde: date | None = None
    hasta: date | None = None
    implica: dict[Code, tuple[str, ...]] = {}


class ListEntry(msgspec.Struct, forbid_unknown_fields=True):
    fuente: Said
    opciones: Annotated[tuple[ChoiceEntry, ...], msgspec.Meta(min_length=1)]


class DependencyEntry(msgspec.Struct, forbid_unknown_fields=True):
    campo: Code
    valores: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class FieldEntry(msgspec.Struct, forbid_unknown_fields=True):
    codigo: Code
    nombre: Said
    ayuda: Said
    clase: FieldKind
    largo: Count
    obligatorio: bool = False
    ejemplo: str = ""
    mascara: str = ""
    minimo: int | None = None
    maximo: int | None = None
    lista: str = ""
    tipo_en: str = ""
    futuro: bool = False
    solo_si: DependencyEntry | None = None
    obligatorio_si: DependencyEntry | None = None


class RuleEntry(msgspec.Struct, forbid_unknown_fields=True):
    regla: RuleKind
    campos: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class KindEntry(msgspec.Struct, forbid_unknown_fields=True):
    codigo: Code
    nombre: Said
    campos: Annotated[tuple[FieldEntry, ...], msgspec.Meta(min_length=1)]
    resumen: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    unico: bool = False
    sustento: bool = True
    fechado_por: str = ""
    reglas: tuple[RuleEntry, ...] = ()
    desde: date | None = None
    hasta: date | None = None


class SectionEntry(msgspec.Struct, forbid_unknown_fields=True):
    numero: str
    nombre: Said
    nombre_corto: Said
    contiene: Said
    solo_lectura: bool
    registros: Annotated[tuple[KindEntry, ...], msgspec.Meta(min_length=1)]


class LimitsEntry(msgspec.Struct, forbid_unknown_fields=True):
    bytes: Count
    archivos: Count
    paginas: Count


class CatalogueFile(msgspec.Struct, forbid_unknown_fields=True):
    """The whole file."""

    version: Count
    desde: date
    hasta: date | None
    norma: Said
    limites: LimitsEntry
    sustento: KindEntry
    secciones: tuple[SectionEntry, ...]
    listas: dict[Code, ListEntry]


def section_from(entry: SectionEntry) -> LegajoSection:
    return LegajoSection(
        code=entry.numero,
        name=entry.nombre,
        short_name=entry.nombre_corto,
        filed=entry.contiene,
        read_only=entry.solo_lectura,
        kinds=tuple(kind_from(kind, section=entry.numero) for kind in entry.registros),
    )


def kind_from(entry: KindEntry, *, section: str) -> RecordKind:
    return RecordKind(
        code=entry.codigo,
        section=section,
        name=entry.nombre,
        single=entry.unico,
        needs_document=entry.sustento,
        dated_by=entry.fechado_por,
        summary=entry.resumen,
        fields=tuple(field_from(field) for field in entry.campos),
        rules=tuple(CrossRule(rule.regla, rule.campos) for rule in entry.reglas),
        desde=entry.desde,
        hasta=entry.hasta,
    )


def field_from(entry: FieldEntry) -> FieldRule:
    return FieldRule(
        code=entry.codigo,
        label=entry.nombre,
        help=entry.ayuda,
        kind=entry.clase,
        required=entry.obligatorio,
        example=entry.ejemplo,
        mask=entry.mascara,
        max_length=entry.largo,
        minimum=entry.minimo,
        maximum=entry.maximo,
        choices=entry.lista,
        type_field=entry.tipo_en,
        future=entry.futuro,
        only_when=_dependency(entry.solo_si),
        required_when=_dependency(entry.obligatorio_si),
    )


def list_from(code: str, entry: ListEntry) -> CodeList:
    choices = (
        Choice(row.codigo, row.nombre, row.desde, row.hasta, MappingProxyType(dict(row.implica)))
        for row in entry.opciones
    )
    return CodeList(code, entry.fuente, tuple(choices))


def _dependency(entry: DependencyEntry | None) -> Dependency | None:
    return None if entry is None else Dependency(entry.campo, entry.valores)
