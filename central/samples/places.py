"""Where sample people work: real UGEL from the bundled catalogue, invented schools."""

import csv
from functools import cache

import resources
from central.samples.careers import Place


@cache
def places() -> tuple[Place, ...]:
    """Every UGEL of the catalogue, in its order."""
    with resources.path("catalogues", "ugel.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Place(line["dre"], line["cod_ugel"], line["ugel"]) for line in csv.DictReader(file))


@cache
def place(codigo_ugel: str) -> Place:
    """One UGEL by its six digits. KeyError when the catalogue has none."""
    return {found.codigo_ugel: found for found in places()}[codigo_ugel]


def school(number: int, name: str) -> tuple[str, str]:
    """The name and the code (7 digits, beginning with 999) of an invented public school."""
    return f"IE N° {70_900 + number % 100} {name}", f"999{number % 10_000:04d}"


def payment_centre(codigo_ugel: str) -> str:
    """The code in the header of the boleta, CF and five more."""
    return f"CF{codigo_ugel[:2]}{codigo_ugel[-2:]}A"
