"""The three steps to packets for many: people, recipe, destination. `made()` is what they say, whole. No work here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.plain import label, set_text
from desktop.presenters.packet_people import list_words
from desktop.presenters.packet_words import recipe_lines
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.packet_people_step import PeopleStep
from desktop.widgets.packet_recipe_step import RecipeStep
from desktop.widgets.packet_target_step import TargetStep
from desktop.widgets.page import scrolling
from desktop.words import translate
from documents.batch.recipe import Recipe
from documents.packet.profiles import Profile
from documents.people.records import ListedPerson

PEOPLE, RECIPE, TARGET = range(3)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made."""

    recipe: Recipe
    people: tuple[ListedPerson, ...]
    folder: Path


class PacketMaker(QWidget):
    """`wanted(Wanted)` when the last step is done; `left` when the person would rather not."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, profiles: Sequence[Profile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.people, self.recipe, self.target = PeopleStep(), RecipeStep(), TargetStep(profiles)
        self.banner = Banner()
        self.where = label("", "strong", wrap=True)
        self.leave = link(translate("packets", "Salir sin armar"), self.left.emit, "x")
        self.back = secondary(translate("packets", "&Atrás"), lambda: self.turn(self.step - 1), "arrow-left")
        self.next = primary(translate("packets", "&Siguiente"), self._go_on, "arrow-right")
        self._stack = QStackedWidget()
        for step in (self.people, self.recipe, self.target):
            self._stack.addWidget(scrolling(step))
        self._lay_out()
        self.people.changed.connect(self._follow)
        self.turn(PEOPLE)

    @property
    def step(self) -> int:
        """PEOPLE, RECIPE or TARGET."""
        return self._stack.currentIndex()

    def turn(self, step: int) -> None:
        """Show a step."""
        self._stack.setCurrentIndex(max(PEOPLE, step))
        names = (
            translate("packets", "Personas"), translate("packets", "Receta"), translate("packets", "Destino"),
        )  # fmt: skip
        words = translate("packets", "Paso {n} de 3 · {name}").format(n=self.step + 1, name=names[self.step])
        set_text(self.where, words)
        self.back.setVisible(self.step > PEOPLE)
        self.banner.hide()
        last = self.step == TARGET
        self.next.say(translate("packets", "Armar &paquetes") if last else translate("packets", "&Siguiente"))
        self._follow()
        (self.people, self.recipe, self.target)[self.step].setFocus()

    def _follow(self) -> None:
        listed = self.people.listed
        self.next.setEnabled(self.step != PEOPLE or (listed is not None and bool(listed.people)))

    def _go_on(self) -> None:
        listed = self.people.listed
        if listed is None:
            return
        if self.step == PEOPLE:
            if listed.open_lines:
                words = translate("packets", "Diga quién es cada línea señalada, o déjela fuera, para seguir.")
                self.banner.say(words, "wait")
                self.people.list.choose(listed.open_lines[0].number)
                return
            self.turn(RECIPE)
        elif self.step == RECIPE:
            recipe = self.recipe.recipe(self.target.destination)
            if recipe is not None:
                self.target.show_summary((list_words(listed)[0], *recipe_lines(recipe)[:-1]))
                self.turn(TARGET)
        else:
            self._finish(listed.people)

    def _finish(self, people: tuple[ListedPerson, ...]) -> None:
        recipe, folder = self.recipe.recipe(self.target.destination), self.target.folder
        if folder is None:
            self.banner.say(translate("packets", "Elija la carpeta donde se guardan."), "wait")
            self.target.choose.setFocus()
        elif recipe is None:
            self.turn(RECIPE)
        else:
            papers = self.target.papers
            self.wanted.emit(Wanted(replace(recipe, papers=str(papers) if papers else ""), people, folder))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.where, 1)
        head.addWidget(self.leave)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme().px(12))
        whole.addLayout(head)
        whole.addWidget(self.banner)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot)
