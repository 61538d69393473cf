"""The hoja de vida: what the legajo says of a career, for concursos and procedures. Pure.

Sections I to VII and IX. Never in it: sanctions (VIII), what fits nowhere else (X), relatives and beneficiaries, bank
accounts, and supporting documents. Those belong in an informe escalafonario, which the office answers for.
"""

from dataclasses import dataclass
from datetime import date

from documents.legajo import FieldKind, LegajoRecord
from documents.legajo_catalogue import LegajoCatalogue
from documents.legajo_paper import Selection, chosen, legajo_sections
from documents.paper import Paper, PaperKind, PaperOffice, PaperPerson
from documents.paper_blocks import counted

_OTHER_PEOPLE = frozenset({"familiar"})
_OF_OTHERS = frozenset({"beneficiario", "dni_beneficiario"})
_BANK = frozenset({FieldKind.ACCOUNT, FieldKind.CCI})
SELECTION = Selection(
    sections=frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "IX"}),
    kind=lambda kind: kind.code not in _OTHER_PEOPLE,
    field=lambda rule: rule.kind not in _BANK and rule.code not in _OF_OTHERS,
    documents=False,
    unknown=False,  # what cannot be judged is not shown
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HojaDeVida:
    """What it is made from: everything filed of the person, of which only a part is printed."""

    office: PaperOffice
    person: PaperPerson
    issued: date
    records: tuple[LegajoRecord, ...]


def hoja_de_vida(made: HojaDeVida, catalogue: LegajoCatalogue) -> Paper:
    """The paper."""
    shown = chosen(made.records, catalogue, SELECTION)
    count = sum(map(len, shown.values()))
    return Paper(
        kind=PaperKind.HOJA_DE_VIDA,
        title="Hoja de vida",
        office=made.office,
        person=made.person,
        issued=made.issued,
        facts=(),
        sections=legajo_sections(shown, catalogue, SELECTION),
        ending=f"Fin de la hoja de vida: {counted(count, 'registro', 'registros')}. "
        "Lo escrito debajo de esta línea no es parte del documento.",
    )
