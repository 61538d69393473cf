"""What is lacking of a person's documents, in the words that covers and reports print."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from documents.batch.gathering import Lacking
from documents.batch.recipe import Part
from documents.payslip import MONTHS, Period

PARTS: Final = {
    Part.PAYSLIPS: "Boletas",
    Part.CONSTANCIA: "Constancia de haberes",
    Part.HOJA_DE_VIDA: "Hoja de vida",
    Part.INFORME: "Informe escalafonario",
    Part.SUSTENTOS: "Sustentos de la solicitud",
}
_SENTENCES: Final = {
    "month": "no hay de {months}",
    "none": "no hay",
    "sums": "no cuadran sus sumas, {months}",
    "names": "otra persona con el mismo DNI en las planillas, {months}",
    "currency": "hay meses que no se pagaron en soles, {months}",
    "unread": "aún no están en esta computadora, {months}",
    "unread-file": "no se pudo leer {detail}",
    "unsealed": "va sin sello",
    "span": "no hay boletas en esos meses",
    "offline": "falta pedirlo a la central con conexión",
    "role": "su función en la oficina no permite pedirlo a la central",
    "refused": "la central no lo entregó",
}
_ALL: Final = tuple(range(1, 13))


def lacking_line(lacking: Lacking) -> str:
    """Boletas: no hay de marzo y abril de 2015."""
    name = PARTS[Part(lacking.part)] if lacking.part in set(Part) else lacking.part
    code = "unread-file" if lacking.code == "unread" and lacking.detail else lacking.code
    sentence = _SENTENCES.get(code, "no se pudo hacer")
    told = sentence.format(months=months_told(map(Period.parse, lacking.months)), detail=lacking.detail)
    return f"{name}: {told.strip(' ,')}"


def months_told(periods: Iterable[Period]) -> str:
    """Marzo y abril de 2015; todo 2016; enero a junio de 2017."""
    years = groupby(sorted(set(periods)), key=lambda period: period.year)
    return "; ".join(_year_told(year, [period.month for period in group]) for year, group in years)


def _year_told(year: int, months: Sequence[int]) -> str:
    if tuple(months) == _ALL:
        return f"todo {year}"
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    told: list[str] = []
    for run in runs:
        first, last = MONTHS[run[0] - 1], MONTHS[run[-1] - 1]
        told += [f"{first} a {last}"] if len(run) > 2 else [MONTHS[month - 1] for month in run]
    joined = ", ".join(told[:-1]) + f" y {told[-1]}" if len(told) > 1 else told[0]
    return f"{joined} de {year}"
