"""A recipe: which documents of each person, of which months, in what form, for which destination. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import msgspec

from documents.errors import DocumentError
from documents.packet.profiles import DEFAULT_KEY
from documents.payslip import MONTHS, Period

MOST_MONTHS: Final = 480  # forty years
LONGEST_NAME: Final = 60
NO_LIMITS: Final = ""  # as a destination: a folder, a USB stick, a printer


class RecipeError(DocumentError):
    """The recipe cannot be followed. `trouble`: unreadable, name, parts, span, months."""

    def __init__(self, trouble: str, detail: str = "") -> None:
        super().__init__(f"{trouble}: {detail}" if detail else trouble)
        self.trouble = trouble


class Part(StrEnum):
    """A kind of document."""

    PAYSLIPS = "boletas"
    CONSTANCIA = "constancia"  # de haberes y descuentos, of the recipe's months
    HOJA_DE_VIDA = "hoja_de_vida"
    INFORME = "informe_escalafonario"
    SUSTENTOS = "sustentos"  # of the person's open requests, or of the one that is named


class Arrangement(StrEnum):
    """What comes out."""

    EACH = "uno-por-persona"
    TOGETHER = "uno-para-todas"
    FOLDERS = "carpetas"  # every document a file of its own, as it is


class Order(StrEnum):
    """Of the people."""

    AS_LISTED = "como-la-lista"
    BY_NAME = "por-apellidos"
    BY_SCHOOL = "por-institucion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """`months` (1 to 12): only these of each year; empty: all. `reason`: why, as the trace tells the person.

    `papers`: a folder of this computer with more PDFs, "" for none; of a job, so that it goes on with it.
    """

    name: str
    parts: tuple[Part, ...]
    desde: Period
    hasta: Period
    months: tuple[int, ...] = ()
    arrangement: Arrangement = Arrangement.EACH
    order: Order = Order.AS_LISTED
    cover: bool = True
    index: bool = True
    folios: bool = True
    destination: str = NO_LIMITS
    request: str = ""  # code of a request: whose sustentos
    reason: str = ""
    papers: str = ""

    @property
    def periods(self) -> tuple[Period, ...]:
        """Every month that is asked for, the oldest first."""
        count = (self.hasta.year - self.desde.year) * 12 + self.hasta.month - self.desde.month + 1
        every = (self.desde.later(step) for step in range(count))
        return tuple(month for month in every if not self.months or month.month in self.months)

    @property
    def title(self) -> str:
        """As covers have it."""
        return self.name

    @property
    def span(self) -> str:
        """Enero a diciembre de 2015, or with both years."""
        first, last = (MONTHS[month.month - 1] for month in (self.desde, self.hasta))
        if self.desde == self.hasta:
            return f"{first} de {self.desde.year}"
        if self.desde.year == self.hasta.year:
            return f"{first} a {last} de {self.hasta.year}"
        return f"{first} de {self.desde.year} a {last} de {self.hasta.year}"


def check_recipe(recipe: Recipe) -> Recipe:
    """The same. Raises RecipeError for one that cannot be followed."""
    if not 0 < len(recipe.name.strip()) <= LONGEST_NAME:
        raise RecipeError("name")
    if not recipe.parts or len(set(recipe.parts)) < len(recipe.parts):
        raise RecipeError("parts")
    if recipe.hasta < recipe.desde or recipe.hasta.year - recipe.desde.year > MOST_MONTHS // 12:
        raise RecipeError("span", f"{recipe.desde} to {recipe.hasta}")
    if any(not 1 <= month <= 12 for month in recipe.months) or not recipe.periods:
        raise RecipeError("months")
    return recipe


def write_recipe(recipe: Recipe) -> str:
    """As JSON, to be kept or handed on."""
    return msgspec.json.encode(recipe, enc_hook=_plain).decode()


def read_recipe(text: str | bytes) -> Recipe:
    """From JSON: "desde" and "hasta" as "2015-01"; what is left out is as usual. Raises RecipeError."""
    try:
        told = msgspec.json.decode(text, type=dict[str, Any])
        for month in ("desde", "hasta"):
            if isinstance(told.get(month), str):
                told[month] = {"year": Period.parse(told[month]).year, "month": Period.parse(told[month]).month}
        return check_recipe(msgspec.convert(told, type=Recipe))
    except (msgspec.DecodeError, msgspec.ValidationError, ValueError) as error:
        raise RecipeError("unreadable", str(error)) from error


def _plain(value: object) -> object:
    raise NotImplementedError(type(value))


def usual_recipes(today: Period) -> tuple[Recipe, ...]:
    """What offices are asked for most, ready to be used: for the last whole year where months matter."""
    year = today.year - 1
    return (
        Recipe(name=f"Boletas de {year}", parts=(Part.PAYSLIPS,), desde=Period(year, 1), hasta=Period(year, 12)),
        Recipe(
            name=f"Constancia anual {year}", parts=(Part.CONSTANCIA,), cover=False, index=False, folios=False,
            desde=Period(year, 1), hasta=Period(year, 12),
        ),
        Recipe(
            name="Hoja de vida", parts=(Part.HOJA_DE_VIDA,), cover=False, index=False, folios=False,
            desde=today, hasta=today,
        ),
        Recipe(
            name=f"Expediente completo {year}", destination=DEFAULT_KEY,
            parts=(Part.INFORME, Part.CONSTANCIA, Part.PAYSLIPS, Part.SUSTENTOS),
            desde=Period(year, 1), hasta=Period(year, 12),
        ),
    )  # fmt: skip
