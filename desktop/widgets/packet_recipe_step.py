"""What each packet holds: a recipe that is ready, or changed here; saved for the next time. Stores nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.plain import label, set_text
from desktop.presenters.packet_words import (
    arrangement_words,
    order_words,
    part_words,
    recipe_trouble,
    usual_spans,
)
from desktop.theme import theme
from desktop.widgets.buttons import Button, link, secondary
from desktop.widgets.card import Card
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.field_grid import FieldGrid
from desktop.widgets.fields import Field
from desktop.widgets.flow import FlowLayout
from desktop.widgets.month_field import MonthField
from desktop.words import translate
from documents.batch.recipe import Arrangement, Order, Part, Recipe, RecipeError, check_recipe
from documents.payslip import MONTHS, Period


class RecipeStep(QWidget):
    """`recipe(destination)` is what the form says; `save_wanted`, `rename_wanted(name)`, `drop_wanted(Recipe)`."""

    save_wanted = Signal()
    drop_wanted = Signal(object)
    rename_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._recipes: tuple[Recipe, ...] = ()
        self._saved: frozenset[str] = frozenset()
        self.choice = ChoiceField(translate("packets", "&Receta"), (), empty=False)
        self.choice.chosen.connect(self._choose)
        self.name = Field(
            translate("packets", "&Nombre"), translate("packets", "Se imprime en las carátulas y nombra el trabajo.")
        )
        self.parts = {part: _box(part_words(part)) for part in Part}
        month = translate("packets", "Por ejemplo marzo 2015, mar-2015 o 03/2015")
        self.since, self.until = (
            MonthField(translate("packets", "&Desde"), month),
            MonthField(translate("packets", "&Hasta"), month),
        )
        self.spans: tuple[Button, ...] = ()
        self.months = {number: _box(MONTHS[number - 1].capitalize()) for number in range(1, 13)}
        self.arrangement = ChoiceField(
            translate("packets", "Cómo salen"),
            [(each.value, arrangement_words(each)) for each in Arrangement],
            empty=False,
        )
        self.arrangement.chosen.connect(lambda _code: self._follow())
        self.order = ChoiceField(
            translate("packets", "En qué orden"), [(each.value, order_words(each)) for each in Order], empty=False
        )
        self.cover, self.index, self.folios = (
            _box(words)
            for words in (
                translate("packets", "Carátula con lo que falta"),
                translate("packets", "Índice"),
                translate("packets", "Folios"),
            )
        )
        self.request = Field(
            translate("packets", "Solo los sustentos de esta solicitud"),
            translate("packets", "Su código, por ejemplo SOL-2026-000123. Vacío: los de las solicitudes sin resolver."),
        )
        self.reason = Field(
            translate("packets", "Para qué se necesitan"),
            translate("packets", "La persona lo lee en «Quién ha visto mi legajo»."),
        )
        self.save = secondary(translate("packets", "&Guardar receta"), self.save_wanted.emit, "save")
        self.drop = secondary(translate("packets", "&Quitar receta"), self._drop, "trash-2")
        self.rename = secondary(
            translate("packets", "Cambiar nom&bre…"), lambda: self.rename_wanted.emit(self.choice.text), "pencil"
        )
        self.parts_wrong = label("", "bad", wrap=True)
        self.parts[Part.SUSTENTOS].toggled.connect(lambda _on: self._follow())
        self._lay_out()
        self._tell_parts("")
        self.setFocusProxy(self.choice.box)

    def show_recipes(self, recipes: Sequence[Recipe], saved: frozenset[str], current: str = "") -> None:
        """What may be chosen; the form shows `current`, else the first."""
        self._recipes, self._saved = tuple(recipes), saved
        self.choice.box.clear()
        for recipe in recipes:
            self.choice.box.addItem(recipe.name, recipe.name)
        self.choice.put(current)
        self._choose(self.choice.text)

    def show_spans(self, today: Period) -> None:
        """The spans that are asked for most, a button each, reckoned from this month."""
        for button in self.spans:
            self._span_row.removeWidget(button)
            button.deleteLater()
        self.spans = tuple(
            link(words, partial(self._put_span, since, until)) for words, since, until in usual_spans(today)
        )
        for button in self.spans:
            self._span_row.addWidget(button)

    def _put_span(self, since: Period, until: Period) -> None:
        self.since.put_month(since)
        self.until.put_month(until)
        for box in self.months.values():
            box.setChecked(True)

    def recipe(self, destination: str) -> Recipe | None:
        """What the form says, for a destination; None when something is wrong, which is said where it is."""
        for field in (self.name, self.since, self.until):
            field.complain("")
        self._tell_parts("")
        span = self.since.month, self.until.month
        if span[0] is None or span[1] is None:
            self._ask_month(self.since if span[0] is None else self.until)
            return None
        made = Recipe(
            name=self.name.text.strip(), parts=tuple(part for part, box in self.parts.items() if box.isChecked()),
            desde=span[0], hasta=span[1], months=self._months(), destination=destination,
            arrangement=Arrangement(self.arrangement.text), order=Order(self.order.text),
            cover=self.cover.isChecked(), index=self.index.isChecked(), folios=self.folios.isChecked(),
            request=self.request.text.strip(), reason=self.reason.text.strip(),
        )  # fmt: skip
        try:
            return check_recipe(made)
        except RecipeError as error:
            self._complain(error.trouble)
            return None

    def _months(self) -> tuple[int, ...]:
        chosen = tuple(number for number, box in self.months.items() if box.isChecked())
        return () if len(chosen) in {0, 12} else chosen

    def _complain(self, trouble: str) -> None:
        words = recipe_trouble(trouble)
        match trouble:
            case "name":
                self.name.complain(words)
                self.name.setFocus()
            case "parts":
                self._tell_parts(words)
                next(iter(self.parts.values())).setFocus()
            case _:
                self.until.complain(words)
                self.until.setFocus()

    def _drop(self) -> None:
        recipe = next((each for each in self._recipes if each.name == self.choice.text), None)
        if recipe is not None:
            self.drop_wanted.emit(recipe)

    def _ask_month(self, field: MonthField) -> None:
        field.complain(translate("packets", "Escriba el mes y el año, por ejemplo marzo 2015, o elíjalos."))
        field.setFocus()

    def _tell_parts(self, wrong: str) -> None:
        set_text(self.parts_wrong, wrong)
        self.parts_wrong.setVisible(bool(wrong))

    def _choose(self, name: str) -> None:
        recipe = next((each for each in self._recipes if each.name == name), None)
        if recipe is None:
            return
        self.name.put(recipe.name)
        for part, box in self.parts.items():
            box.setChecked(part in recipe.parts)
        self.since.put_month(recipe.desde)
        self.until.put_month(recipe.hasta)
        for number, box in self.months.items():
            box.setChecked(not recipe.months or number in recipe.months)
        self.arrangement.put(recipe.arrangement.value)
        self.order.put(recipe.order.value)
        for box, wanted in ((self.cover, recipe.cover), (self.index, recipe.index), (self.folios, recipe.folios)):
            box.setChecked(wanted)
        self.request.put(recipe.request)
        self.reason.put(recipe.reason)
        for button in (self.drop, self.rename):
            button.setEnabled(name in self._saved)
        self._follow()

    def _follow(self) -> None:
        """Folders hold the documents as they are: no cover, no index, no folios. A request has sustentos only."""
        self.request.setEnabled(self.parts[Part.SUSTENTOS].isChecked())
        bound = self.arrangement.text != Arrangement.FOLDERS.value
        for box in (self.cover, self.index, self.folios):
            box.setEnabled(bound)

    def _lay_out(self) -> None:
        what = Card(translate("packets", "Qué lleva"), spacing=12)
        what.body.addWidget(FieldGrid([self.choice, self.name]))
        what.body.addLayout(_flow(self.parts.values()))
        what.body.addWidget(self.parts_wrong)
        what.body.addWidget(FieldGrid([self.request, self.reason]))
        when = Card(translate("packets", "De qué meses"), spacing=12)
        when.body.addWidget(FieldGrid([self.since, self.until]))
        self._span_row = FlowLayout(gap=theme().px(12))
        when.body.addLayout(self._span_row)
        when.body.addLayout(_flow(self.months.values()))
        how = Card(translate("packets", "Cómo sale"), spacing=12)
        how.body.addWidget(FieldGrid([self.arrangement, self.order]))
        how.body.addLayout(_flow((self.cover, self.index, self.folios)))
        how.body.addLayout(_flow((self.save, self.rename, self.drop)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, theme().px(6), 0)
        whole.setSpacing(theme().px(14))
        for card in (what, when, how):
            whole.addWidget(card)
        whole.addStretch(1)


def saved_form(recipe: Recipe) -> Recipe:
    """A recipe as it is kept: for whichever destination."""
    return replace(recipe, destination="")


def _box(words: str) -> QCheckBox:
    made = QCheckBox()
    set_text(made, words)
    made.setAccessibleName(words)
    return made


def _flow(parts: Iterable[QWidget]) -> FlowLayout:
    row = FlowLayout(gap=theme().px(18))
    for part in parts:
        row.addWidget(part)
    return row
