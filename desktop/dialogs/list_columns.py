"""Which column of a list is which, when the program understood it wrongly: a choice for each column, with samples."""

from collections.abc import Iterator

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.plain import label, set_text
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.dialogs import Dialog
from desktop.widgets.field_grid import FieldGrid
from desktop.words import translate
from documents.people.columns import columns_of, heading_of, kinds_of
from documents.people.records import ColumnKind, Columns, Table

SHOWN = 30  # columns
SAMPLES = 3  # cells of a column
LONGEST = 28  # letters of a cell
_UNUSED = "-"


class ListColumnsDialog(Dialog):
    """`columns` is what was chosen; `choices` by column, `titled` whether a row of titles is left out."""

    def __init__(self, table: Table, columns: Columns, parent: QWidget | None) -> None:
        super().__init__(parent, translate("packets", "¿Qué hay en cada columna?"), "list-filter")
        self._table, self._before = table, columns
        self._heading = columns.heading if columns.heading is not None else 0
        self.say(translate("packets", "Basta que una tenga el DNI, el código modular o los apellidos y nombres."))
        known = kinds_of(columns)
        self.choices = {column: self._choice(column, known.get(column)) for column in filled(table)}
        self.body.addWidget(FieldGrid(list(self.choices.values()), narrowest=200))
        self.titled = QCheckBox()
        words = translate("packets", "La fila {n} tiene los títulos: no es una persona").format(n=self._heading + 1)
        set_text(self.titled, words)
        self.titled.setAccessibleName(words)
        self.titled.setChecked(columns.heading is not None)
        self.body.addWidget(self.titled)
        self.wrong = label("", "bad", wrap=True)
        self.wrong.hide()
        for choice in self.choices.values():
            choice.chosen.connect(lambda _code: self.wrong.hide())
        self.body.addWidget(self.wrong)
        self.go = primary(translate("packets", "&Leer así"), self.decide)
        self.answer_with(secondary(translate("packets", "Cancelar"), self.reject), self.go)
        first = next(iter(self.choices.values()), None)
        if first is not None:
            first.setFocus()

    @property
    def columns(self) -> Columns:
        """As they are chosen now."""
        kinds = {column: ColumnKind(choice.text) for column, choice in self.choices.items() if choice.text != _UNUSED}
        return columns_of(kinds, self._heading if self.titled.isChecked() else None)

    def decide(self) -> None:
        """Take what is chosen, unless it leads to nobody."""
        if self.columns.useful:
            self.accept()
            return
        words = translate("packets", "Elija al menos una columna con el DNI, el código modular o los nombres.")
        set_text(self.wrong, words)
        self.wrong.show()

    def _choice(self, column: int, kind: ColumnKind | None) -> ChoiceField:
        titles = heading_of(self._table, self._before)
        title = titles[column] if column < len(titles) else ""
        name = translate("packets", "Columna {letter}").format(letter=letter_of(column))
        samples = ", ".join(_samples(self._table, column, self._before))
        choice = ChoiceField(
            f"{name} · {_cut(title)}" if title else name,
            [
                (_UNUSED, translate("packets", "No se usa")),
                (ColumnKind.DNI.value, translate("packets", "DNI")),
                (ColumnKind.CODE.value, translate("packets", "Código modular")),
                (ColumnKind.NAMES.value, translate("packets", "Apellidos y nombres, o una parte")),
            ],
            samples, empty=False,
        )  # fmt: skip
        choice.put(kind.value if kind is not None else _UNUSED)
        return choice


def filled(table: Table) -> tuple[int, ...]:
    """The columns in which anything stands."""
    return tuple(sorted({at for row in table.rows for at, cell in enumerate(row) if cell}))[:SHOWN]


def letter_of(column: int) -> str:
    """As spreadsheets call it: 0 is A, 26 is AA."""
    return (letter_of(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def _samples(table: Table, column: int, columns: Columns) -> Iterator[str]:
    first = 0 if columns.heading is None else columns.heading + 1
    cells = (row[column] for row in table.rows[first:] if column < len(row) and row[column])
    for _number, cell in zip(range(SAMPLES), cells, strict=False):
        yield _cut(cell)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
