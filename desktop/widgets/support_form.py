"""The block that says what a supporting paper is: the fields of the catalogue's form, problems at the field."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.presenters.sustento import FieldWord, ReadSupport, example_of, read_support, typed_values
from desktop.theme import theme
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.field_grid import FieldGrid
from desktop.widgets.fields import Field
from desktop.words import translate
from documents.legajo import FieldKind, FieldRule, SupportingDocument
from documents.legajo_catalogue import LegajoCatalogue

_BESIDE: Final = {("tipo", "formato"), ("fecha_emision", "folios")}


class SupportForm(QWidget):
    """`show_document` fills it, `read` judges it and says what is wrong. `edited` after the person typed."""

    edited = Signal()

    def __init__(self, catalogue: LegajoCatalogue, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue, self._today = catalogue, today
        self.fields: dict[str, Field | ChoiceField] = {}
        self._own_folios = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        for rule in catalogue.support.fields:
            self.fields[rule.code] = self._field(rule)
        for row in _rows(tuple(self.fields)):
            column.addWidget(FieldGrid([self.fields[code] for code in row], columns=len(row), narrowest=170))
        folios = self.fields.get("folios")
        if isinstance(folios, Field):
            folios.edit.textEdited.connect(self._own)

    def _own(self) -> None:
        self._own_folios = True

    def _field(self, rule: FieldRule) -> Field | ChoiceField:
        title = rule.label if rule.required else translate("sustento", "{label} (si tiene)").format(label=rule.label)
        if rule.kind is FieldKind.CHOICE:
            offered = self._catalogue.offered(rule, {}, self._today)
            choice = ChoiceField(title, [(each.code, each.label) for each in offered])
            choice.chosen.connect(lambda _code: self.edited.emit())
            return choice
        made = Field(title)
        made.edit.setPlaceholderText(example_of(rule))
        made.edit.setMaxLength(rule.max_length + 20)
        made.edit.textEdited.connect(lambda _text: self.edited.emit())
        return made

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields, by code."""
        return {code: field.text for code, field in self.fields.items()}

    def show_document(self, document: SupportingDocument) -> None:
        """Fill the fields."""
        values = typed_values(document)
        self._own_folios = document.folios is not None
        for code, field in self.fields.items():
            field.put(values.get(code, ""))
        self._complain({})

    def offer_folios(self, pages: int) -> None:
        """As many sheets as pages, while the person has not said otherwise."""
        field = self.fields.get("folios")
        if field is not None and not self._own_folios:
            field.put(str(pages) if pages else "")

    def read(self, file: SupportingDocument) -> ReadSupport:
        """What is typed, with every complaint put below its field; the focus goes to the first."""
        read = read_support(self.typed, file, self._catalogue, self._today)
        self._complain(read.words)
        wrong = next((field for code, field in self.fields.items() if _is_hard(read.words.get(code))), None)
        if wrong is not None:
            wrong.setFocus()
        return read

    def _complain(self, words: Mapping[str, FieldWord]) -> None:
        for code, field in self.fields.items():
            word = words.get(code)
            if isinstance(field, ChoiceField):
                field.complain(word.text if word else "", hard=word is None or word.hard)
            else:
                field.advise(word.text if word and not word.hard else "")
                if word and word.hard:
                    field.complain(word.text)


def _rows(codes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Short fields that follow each other stand beside each other."""
    at = 0
    while at < len(codes):
        pair = codes[at : at + 2]
        step = 2 if pair in _BESIDE else 1
        yield pair[:step]
        at += step


def _is_hard(word: FieldWord | None) -> bool:
    return word is not None and word.hard
