"""The office changed the record meanwhile: three versions side by side, and a choice for each field both changed."""

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from desktop.plain import label, set_text, unmarked
from desktop.presenters.legajo_send import Collision, side_words
from desktop.theme import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card, line, note
from desktop.widgets.dialogs import Dialog
from desktop.words import translate
from documents.legajo_comparison import FieldVersions, Side

MINE, OFFICE = "mine", "office"
SHORT = 24  # letters that a radio button shows itself; it cannot break lines


class CollisionBox(Dialog):
    """Accepted when every conflict has an answer; `keep_mine` names the fields that stay as the person wrote them."""

    def __init__(self, parent: QWidget | None, clash: Collision) -> None:
        title = translate("legajo", "La UGEL cambió este registro mientras usted escribía")
        super().__init__(parent, title, "triangle-alert", "wait")
        self.say(translate("legajo", "Nada de lo suyo se perdió. Lo que cambió uno solo ya está junto; donde cambiaron "
                                     "los dos, elija con cuál se queda."))  # fmt: skip
        self._groups: dict[str, QButtonGroup] = {}
        card = Card(padding=14)
        card.setMinimumWidth(theme().px(660) if theme().look.text_size <= 130 else 0)
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
        grid.addWidget(label(row.base or "—", "small", wrap=True), at, 1)
        if row.side is not Side.CONFLICT:
            mine, office = row.side is Side.MINE, row.side is Side.OFFICE
            grid.addWidget(label(row.office or "—", "strong" if office else "body", wrap=True), at, 2)
            grid.addWidget(label(row.mine or "—", "strong" if mine else "body", wrap=True), at, 3)
            return
        group = QButtonGroup(self)
        self._groups[row.field] = group
        for column, text, number in ((2, row.office, 0), (3, row.mine, 1)):
            grid.addWidget(self._choice(group, number, row, text), at, column)
        group.idToggled.connect(lambda _id, _on: self._look())

    def _choice(self, group: QButtonGroup, number: int, row: FieldVersions, text: str) -> QWidget:
        """A radio button beside a text that may take several lines."""
        made = QWidget()
        made.setProperty("ground", "none")
        inside = QHBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        button = QRadioButton()
        whose = (
            translate("legajo", "lo que usted escribió") if number else translate("legajo", "lo que hay en el legajo")
        )
        button.setAccessibleName(f"{row.label}: {whose}, {text or '—'}")
        group.addButton(button, number)
        shown = text or translate("legajo", "(vacío)")
        if len(shown) <= SHORT:
            set_text(button, unmarked(shown))
            inside.addWidget(button, 1)
            return made
        words = label(shown, "body", wrap=True)
        words.setBuddy(button)
        inside.addWidget(button)
        inside.addWidget(words, 1)
        return made

    def _look(self) -> None:
        self.go.setEnabled(all(group.checkedId() >= 0 for group in self._groups.values()))


def _named(row: FieldVersions) -> QWidget:
    """The name of the field, and who changed it."""
    made = label(f"{row.label}\n{side_words(row)}", "body", wrap=True)
    if row.side is Side.CONFLICT:
        made.setProperty("tone", "bad")
    return made
