"""The office changed the record meanwhile: three versions side by side, and a choice for each field both changed."""

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget
from typing_extensions import override

from desktop.plain import breakable, label
from desktop.presenters.legajo_send import Collision, side_words
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card, line, note
from desktop.widgets.dialogs import Dialog
from desktop.words import translate
from documents.legajo_comparison import FieldVersions, Side

MINE, OFFICE = "mine", "office"


class CollisionBox(Dialog):
    """Accepted when every conflict has an answer; `keep_mine` names the fields that stay as the person wrote them."""

    def __init__(self, parent: QWidget | None, clash: Collision) -> None:
        title = translate("legajo", "La UGEL cambió este registro mientras usted escribía")
        super().__init__(parent, title, "triangle-alert", "wait")
        self.say(translate("legajo", "Nada de lo suyo se perdió. Lo que cambió uno solo ya está junto; donde cambiaron "
                                     "los dos, elija con cuál se queda."))  # fmt: skip
        self._groups: dict[str, QButtonGroup] = {}
        card = Card(padding=14)
        card.setMinimumWidth(theme().px(880) if theme().look.text_size <= 130 else 0)
        card.body.addWidget(self._table(clash))
        self.body.addWidget(card)
        if not clash.conflicts:
            self.body.addWidget(note(translate("legajo", "No hay nada que elegir: puede seguir con su borrador.")))
        self.go = primary(translate("legajo", "&Seguir con mi borrador"), self.accept)
        self.answer_with(secondary(translate("legajo", "&Ahora no"), self.reject), self.go)
        self._look()

    @property
    def keep_mine(self) -> frozenset[str]:
        """The conflicting fields that stay as the person wrote them."""
        return frozenset(code for code, group in self._groups.items() if group.checkedId() == 1)

    def choose(self, code: str, side: str) -> None:
        """Answer for one field."""
        self._groups[code].button(1 if side == MINE else 0).setChecked(True)
        self._look()

    def _table(self, clash: Collision) -> QWidget:
        made = QWidget()
        made.setProperty("ground", "none")
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(14))
        grid.setVerticalSpacing(theme().px(5))
        heads = (
            translate("legajo", "Dato"),
            translate("legajo", "Cuando usted empezó"),
            translate("legajo", "Ahora en su legajo"),
            translate("legajo", "Lo que usted escribió"),
        )
        for column, words in enumerate(heads):
            grid.addWidget(label(words, "caption", wrap=True), 0, column)
            grid.setColumnStretch(column, 4 if column == 0 else 5)
        for place, row in enumerate(clash.rows):
            grid.addWidget(line(), 2 * place + 1, 0, 1, 4)
            self._add(grid, 2 * place + 2, row)
        return made

    def _add(self, grid: QGridLayout, at: int, row: FieldVersions) -> None:
        grid.addWidget(_named(row), at, 0)
        grid.addWidget(label(breakable(row.base or "—"), "small", wrap=True), at, 1)
        if row.side is not Side.CONFLICT:
            mine, office = row.side is Side.MINE, row.side is Side.OFFICE
            grid.addWidget(label(breakable(row.office or "—"), "strong" if office else "body", wrap=True), at, 2)
            grid.addWidget(label(breakable(row.mine or "—"), "strong" if mine else "body", wrap=True), at, 3)
            return
        group = QButtonGroup(self)
        self._groups[row.field] = group
        for column, text, number in ((2, row.office, 0), (3, row.mine, 1)):
            grid.addWidget(self._choice(group, number, row, text), at, column)
        group.idToggled.connect(lambda _id, _on: self._look())

    def _choice(self, group: QButtonGroup, number: int, row: FieldVersions, text: str) -> QWidget:
        """A radio button beside a text that may take several lines."""
        button = QRadioButton()
        made = _Choice(button)
        inside = QHBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme().px(6))
        whose = (
            translate("legajo", "lo que usted escribió") if number else translate("legajo", "lo que hay en el legajo")
        )
        button.setAccessibleName(f"{row.label}: {whose}, {text or '—'}")
        group.addButton(button, number)
        shown = text or translate("legajo", "(vacío)")
        words = label(breakable(shown), "body", wrap=True)
        words.setBuddy(button)
        inside.addWidget(button)
        inside.addWidget(words, 1)
        return made

    def _look(self) -> None:
        self.go.setEnabled(all(group.checkedId() >= 0 for group in self._groups.values()))


class _Choice(QWidget):
    """A click on the words is a click on their button."""

    def __init__(self, button: QRadioButton) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._button = button

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._button.click()


def _named(row: FieldVersions) -> QWidget:
    """The name of the field, and who changed it."""
    made = label(f"{row.label}\n{side_words(row)}", "body", wrap=True)
    if row.side is Side.CONFLICT:
        made.setProperty("tone", "bad")
    return made
