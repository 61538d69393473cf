"""The informe escalafonario: all that the legajo says, sanctions included, good for six months at most. Pure.

An office's own paper ("de carácter interno"), the one that proves formation, career, merits, demerits and leaves.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from documents.errors import PaperContentError
from documents.legajo import LegajoRecord
from documents.legajo_catalogue import NUMERALS, LegajoCatalogue
from documents.legajo_paper import Selection, chosen, legajo_sections
from documents.paper import Paper, PaperKind, PaperOffice, PaperPerson
from documents.paper_blocks import counted

VALID_MONTHS = 6  # RVM 016-2021-MINEDU, unless MINEDU sets otherwise
SELECTION = Selection(
    sections=frozenset(NUMERALS), kind=lambda _: True, field=lambda _: True, documents=True, unknown=True
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InformeEscalafonario:
    """What it is made from. `valid_until` is its last day; None for as long as it may be."""

    office: PaperOffice
    person: PaperPerson
    number: str  # "0123-2026"
    reason: str  # what it was asked for: "Reasignación"; "" for none
    issued: date
    records: tuple[LegajoRecord, ...]
    valid_until: date | None = None


def latest_validity(issued: date) -> date:
    """The last day an informe of that day may be good for: six months later, or the end of that shorter month."""
    months = issued.year * 12 + issued.month - 1 + VALID_MONTHS
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(issued.day, monthrange(year, month)[1]))


def informe_escalafonario(made: InformeEscalafonario, catalogue: LegajoCatalogue) -> Paper:
    """The paper. Raises PaperContentError ("validity") for one that would be good for longer, or not even today."""
    latest = latest_validity(made.issued)
    until = made.valid_until or latest
    if not made.issued <= until <= latest:
        raise PaperContentError("validity", f"{made.issued} to {until}")
    shown = chosen(made.records, catalogue, SELECTION)
    count = sum(map(len, shown.values()))
    return Paper(
        kind=PaperKind.INFORME_ESCALAFONARIO,
        title=f"Informe escalafonario N° {made.number}",
        office=made.office,
        person=made.person,
        issued=made.issued,
        facts=(("Motivo", made.reason),) if made.reason else (),
        sections=legajo_sections(shown, catalogue, SELECTION),
        ending=f"Fin del informe escalafonario: {counted(count, 'registro', 'registros')}. "
        "Lo escrito debajo de esta línea no es parte del documento.",
        valid_until=until,
    )
