"""The columns of the office's "Bandeja", as a table of functions over `TrayLine`. Words come from the presenter."""

from datetime import date

from desktop.models.record_table import Column
from desktop.presenters.tray_list import TrayLine
from desktop.words import translate

WHO, WHAT, STATE, TERM = range(4)


def tray_columns() -> tuple[Column[TrayLine], ...]:
    """Who asks, what, state, term."""
    return (
        Column(
            translate("tray", "Quién pide"),
            lambda line: line.who,
            lambda line: (line.who.casefold(), line.at),
            strong=lambda _line: True,
            quiet=lambda line: line.document,
        ),
        Column(
            translate("tray", "Qué pide"),
            lambda line: line.what,
            lambda line: (line.what.casefold(), line.at),
            quiet=lambda line: line.about,
        ),
        Column(
            translate("tray", "Estado"),
            lambda line: line.mark.word,
            lambda line: (line.order, line.taken),
            tone=lambda line: line.mark.tone,
            sign=lambda line: line.mark.sign,
        ),
        Column(
            translate("tray", "Plazo"),
            lambda line: line.term.short,
            lambda line: (line.deadline or date.max, line.at),
            tone=lambda line: line.term.tone,
            quiet=lambda line: line.reception or line.taken or line.term.whose,
        ),
    )
