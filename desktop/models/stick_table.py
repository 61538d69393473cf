"""The columns of «Memorias USB», as tables of functions over the presenter's lines."""

from desktop.models.record_table import Column
from desktop.presenters.sticks_list import SIGNS, PersonLine, UpLine
from desktop.words import translate

PERSON, SCHOOL, COMPUTERS, READY = range(4)
WHEN, COMPUTER, STATE = range(3)


def person_columns() -> tuple[Column[PersonLine], ...]:
    """Who, where, how many computers, what is ready."""
    return (
        Column(
            translate("Sticks", "Persona"), lambda line: line.name, lambda line: line.name.casefold(),
            strong=lambda _line: True, quiet=lambda line: line.document,
        ),
        Column(translate("Sticks", "IE"), lambda line: line.school, lambda line: line.school.casefold()),
        Column(translate("Sticks", "Equipos"), lambda line: line.computers, lambda line: line.computers),
        Column(
            translate("Sticks", "Paquete"), lambda line: line.state, lambda line: (line.tone, line.name),
            tone=lambda line: line.tone, sign=lambda line: SIGNS[line.tone],
        ),
    )  # fmt: skip


def up_columns() -> tuple[Column[UpLine], ...]:
    """When, whose computer, what became of it."""
    return (
        Column(translate("Sticks", "Recibido"), lambda line: line.when, lambda line: line.at),
        Column(
            translate("Sticks", "De"), lambda line: line.computer, lambda line: line.computer,
            strong=lambda _line: True, quiet=lambda line: line.todo or line.size,
        ),
        Column(
            translate("Sticks", "Estado"), lambda line: line.state, lambda line: (line.tone, line.at),
            tone=lambda line: line.tone, sign=lambda line: SIGNS[line.tone],
        ),
    )  # fmt: skip
