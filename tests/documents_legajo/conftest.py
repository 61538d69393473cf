"""The catalogue, a day, a paper, and drafts that are good as they stand."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from documents.legajo import LegajoRecord, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue, bundled
from tests.documents_legajo.samples import ID, NEW, TODAY

Drafting = Callable[..., LegajoRecord]


@pytest.fixture(scope="session")
def catalogue() -> LegajoCatalogue:
    return bundled()


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def paper() -> SupportingDocument:
    return SupportingDocument(
        tipo="resolucion", formato="copia_simple", numero="RD N° 1234-2026-UGEL-H", entidad_emisora="UGEL Huancayo",
        fecha_emision=date(2026, 3, 30), folios=2, sumilla="Concede licencia", sha256="ab" * 32, size=90_000, pages=2,
    )  # fmt: skip


@pytest.fixture(scope="session")
def draft(catalogue: LegajoCatalogue, paper: SupportingDocument) -> Drafting:
    def drafting(kind: str, **changed: str) -> LegajoRecord:
        """A good record of a kind with some values changed; "" takes one out."""
        found = catalogue.kind(kind)
        fields: Mapping[str, str] = {**NEW.get(kind, {}), **changed}
        section = found.section if found else "I"
        return LegajoRecord(id=ID, section=section, kind=kind, version=0, fields=fields, documents=(paper,))

    return drafting
