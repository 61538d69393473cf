"""The columns of "Mis solicitudes", as a table of functions over `Line`. Words come from the presenter."""

from datetime import date

from desktop.models.record_table import Column
from desktop.presenters.requests_list import Line
from desktop.words import translate

NAME, WHAT, STATE, TERM = range(4)


def request_columns() -> tuple[Column[Line], ...]:
    """Code and day, what is asked, state, term."""
    return (
        Column(
            translate("requests", "Código y fecha"),
            lambda line: line.name,
            lambda line: line.at,
            quiet=lambda line: line.day,
        ),
        Column(
            translate("requests", "Qué se pide"),
            lambda line: line.what,
            lambda line: (line.what.casefold(), line.about.casefold()),
            strong=lambda _line: True,
            quiet=lambda line: line.about,
        ),
        Column(
            translate("requests", "Estado"),
            lambda line: line.mark.word,
            lambda line: line.order,
            tone=lambda line: line.mark.tone,
            sign=lambda line: line.mark.sign,
        ),
        Column(
            translate("requests", "Plazo"),
            _term_words,
            lambda line: line.deadline or date.max,
            tone=lambda line: "" if line.cancelling else line.term.tone,
            quiet=lambda line: translate("requests", "pedida") if line.cancelling else line.term.whose,
        ),
    )


def _term_words(line: Line) -> str:
    return translate("requests", "Anulación") if line.cancelling else line.term.short
