"""What the person reads of the reception of their request. Pure.

Every writing is received, also an incomplete one (TUO Ley 27444, art. 136): what is lacking is said, with until when it
can be completed.
"""

from collections.abc import Mapping
from typing import Final

from central.contract_legajo import ReceptionWanted

_DESKS: Final[Mapping[str, str]] = {"escalafon": "Escalafón", "planillas": "Planillas"}
_LACKS: Final[Mapping[str, str]] = {
    "fut": "el FUT completo",
    "firma": "la firma en el FUT",
    "folios": "que los folios coincidan con los presentados",
    "sustento": "un documento que la solicitud nombra",
    "legible": "que un documento se pueda leer",
}


def reception_note(wanted: ReceptionWanted, until: str | None) -> str:
    """One line of the history. `until`: the last day for completing what is lacking, YYYY-MM-DD."""
    sheets = "1 folio" if wanted.folios == 1 else f"{wanted.folios} folios"
    told = f"Recibida en mesa de partes: expediente {wanted.expediente.numero}, {sheets}."
    told += f" Derivada a {_DESKS[wanted.desk]}."
    if until is None:
        return told
    lacking = ", ".join(_LACKS[code] for code in wanted.lacking)
    return f"{told} Falta {lacking}. Puede completarlo hasta el {'/'.join(reversed(until.split('-')))}."
