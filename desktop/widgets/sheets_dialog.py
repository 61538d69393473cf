"""Which months, and as what: a summary on paper, a workbook, CSV. Says what a copy outside the vault means."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desktop.plain import set_text, unmarked
from desktop.presenters.export import copy_warning
from desktop.presenters.payslip_list import month_cell
from desktop.tasks.payslip_sheets import SheetForm
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import note
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.dialogs import Dialog
from desktop.widgets.field_grid import FieldGrid
from desktop.words import translate
from documents.payslip import Period

LAST = 3  # months that lenders ask for


class SheetsDialog(Dialog):
    """`periods`: the months there are, the newest first. `span` and `form` after it was accepted."""

    def __init__(self, parent: QWidget | None, periods: Sequence[Period]) -> None:
        super().__init__(parent, translate("sheets", "Resumen y hojas de cálculo"), "file-text")
        self._periods = tuple(periods)
        choices = [(str(period), month_cell(period, with_year=True)) for period in periods]
        self.since = ChoiceField(translate("sheets", "&Desde"), choices, empty=False)
        self.until = ChoiceField(translate("sheets", "&Hasta"), choices, empty=False)
        self.since.put(str(periods[min(LAST, len(periods)) - 1]))
        self.body.addWidget(FieldGrid([self.since, self.until], narrowest=180))
        self._group = QButtonGroup(self)
        for place, words in enumerate(
            (
                translate("sheets", "Resumen de haberes, en PDF (sin sello): por mes y por concepto"),
                translate("sheets", "Hoja de cálculo Excel: una fila por boleta y una por concepto"),
                translate("sheets", "Dos archivos CSV, para otros programas"),
            )
        ):
            button = QRadioButton()
            set_text(button, unmarked(words))
            button.setAccessibleName(words)
            button.setChecked(place == 0)
            self._group.addButton(button, place)
            self.body.addWidget(button)
        self.body.addWidget(note(copy_warning()))
        go = primary(translate("sheets", "&Guardar…"), self.accept, "save")
        self.answer_with(secondary(translate("sheets", "Cancelar"), self.reject), go)

    @property
    def form(self) -> SheetForm:
        """What the person chose."""
        return tuple(SheetForm)[max(0, self._group.checkedId())]

    @property
    def span(self) -> tuple[Period, Period]:
        """The first and the last month, whichever was named first."""
        first, last = sorted(Period.parse(field.text) for field in (self.since, self.until))
        return first, last
