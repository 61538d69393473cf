"""«Quién ha visto mi legajo»: the trace that offices leave, as it came with the person's own facts."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.models.record_table import Column
from desktop.plain import label, set_text
from desktop.presenters.looks import LookLine, look_line, looks_summary, nothing_words
from desktop.theme import theme
from desktop.widgets.buttons import Button, primary, secondary
from desktop.widgets.dialogs import Dialog
from desktop.widgets.record_card import RecordCard
from desktop.words import translate
from storage.looks import office_looks

if TYPE_CHECKING:
    from desktop.opened import Opened
    from storage.records import OfficeLook

WHEN, WHO, WHY = range(3)


class LooksDialog(Dialog):
    """Shows itself when the trace was read."""

    def __init__(self, opened: "Opened", parent: QWidget | None) -> None:
        super().__init__(parent, title_words(), "eye")
        self._clock = opened.clock
        self.words = label("", "body", wrap=True)
        self.list: RecordCard[LookLine] = RecordCard(
            title_words(), _columns(), lambda line: line.id, roomy=WHY, leaving=()
        )
        self.list.setMinimumSize(theme().px(600) if theme().look.text_size <= 130 else theme().px(420), theme().px(330))
        self.body.addWidget(self.words)
        self.body.addWidget(self.list)
        self.answer_with(primary(translate("looks", "&Cerrar"), self.accept))
        opened.desk.ask(self, office_looks, self._show)

    def _show(self, looks: "tuple[OfficeLook, ...]") -> None:
        now = self._clock.now()
        set_text(self.words, looks_summary(looks) if looks else "")
        self.words.setVisible(bool(looks))
        if looks:
            self.list.show_rows([look_line(look, now) for look in looks])
        else:
            self.list.show_empty("eye-off", *nothing_words())
        self.open()


def title_words() -> str:
    """Of the dialog, and of the buttons that lead there."""
    return translate("looks", "Quién ha visto mi legajo")


def looks_button(parent: QWidget, opened: "Opened") -> Button:
    """The way to the dialog."""
    return secondary(title_words(), partial(LooksDialog, opened, parent), "eye")


def _columns() -> tuple[Column[LookLine], ...]:
    return (
        Column(
            translate("looks", "Cuándo"), lambda line: line.when, lambda line: line.at, quiet=lambda line: line.times
        ),
        Column(
            translate("looks", "Quién"), lambda line: line.who, lambda line: (line.who.casefold(), line.at),
            strong=lambda _line: True, quiet=lambda line: line.office,
        ),
        Column(
            translate("looks", "Para qué"), lambda line: line.why, lambda line: (line.why, line.at),
            quiet=lambda line: line.what,
        ),
    )  # fmt: skip
