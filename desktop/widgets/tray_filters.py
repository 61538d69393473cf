"""What is looked for in the tray: a view, words, and, when they are wanted, filters. Typing asks when it pauses."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.plain import set_tooltip
from desktop.presenters.tray_views import Narrowing, View, dues, kinds, sections
from desktop.theme import theme
from desktop.widgets.buttons import link, secondary
from desktop.widgets.flow import FlowLayout
from desktop.words import translate
from documents.legajo_catalogue import LegajoCatalogue

PAUSE = 150  # milliseconds without typing before the list is read again
LONGEST = 200


class TrayFilters(QWidget):
    """`asked` when something else is looked for; `save_wanted` and `forget_wanted` for a view of the person's own."""

    asked = Signal()
    save_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.choice = _box(translate("tray", "Vista"))
        self.choice.setMinimumContentsLength(13)
        self.search = QLineEdit()
        self.search.setMaxLength(LONGEST)
        self.search.setPlaceholderText(translate("tray", "DNI, nombre, código"))
        self.search.setAccessibleName(translate("tray", "Buscar en la bandeja"))
        set_tooltip(
            self.search, translate("tray", "Por DNI, apellidos y nombres, código de la solicitud o expediente (F)")
        )
        self.search.setClearButtonEnabled(True)
        self.more = secondary(translate("tray", "&Filtros"), self._unfold, "list-filter")
        self.section, self.kind = _box(translate("tray", "Sección")), _box(translate("tray", "Tipo de registro"))
        self.institution, self.due = _box(translate("tray", "Institución educativa")), _box(translate("tray", "Plazo"))
        self.mine = QCheckBox(translate("tray", "A mi cargo"))
        self.save = link(translate("tray", "Guardar como vista…"), self.save_wanted.emit, "save")
        self.forget = link(translate("tray", "Borrar esta vista"), self.forget_wanted.emit, "trash-2")
        self.clear = link(translate("tray", "Quitar filtros"), self.reset, "x")
        self._catalogue: LegajoCatalogue | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._fill(self.due, dues())
        self._lay_out()
        self._connect()

    @property
    def key(self) -> str:
        """Of the view."""
        return str(self.choice.currentData() or "waiting")

    @property
    def text(self) -> str:
        """The words."""
        return self.search.text().strip()

    @property
    def narrowing(self) -> Narrowing:
        """The filters."""
        return Narrowing(
            section=str(self.section.currentData() or ""), kind=str(self.kind.currentData() or ""),
            institution=str(self.institution.currentData() or ""), due=str(self.due.currentData() or ""),
            mine=self.mine.isChecked(),
        )  # fmt: skip

    def show_views(self, views: Sequence[View], counts: Mapping[str, int]) -> None:
        """The views with their counts; what was chosen stays chosen."""
        rows = [(one.key, f"{one.name} ({counts[one.key]:,})" if one.key in counts else one.name) for one in views]
        self._fill(self.choice, rows)
        chosen = next((one for one in views if one.key == self.key), None)
        self.forget.setVisible(chosen is not None and chosen.saved)

    def show_choices(self, catalogue: LegajoCatalogue, institutions: Sequence[str]) -> None:
        """What can be chosen from."""
        self._catalogue = catalogue
        self._fill(self.section, sections(catalogue))
        self._fill(self.kind, kinds(catalogue, self.narrowing.section))
        every = ("", translate("tray", "Toda institución"))
        self._fill(self.institution, [every, *((name, name) for name in institutions)])

    def choose(self, key: str) -> None:
        """Another view."""
        self.choice.setCurrentIndex(max(0, self.choice.findData(key)))
        self._ask_now()

    def reset(self) -> None:
        """No filters, no words."""
        self.search.clear()
        self.mine.setChecked(False)
        for box in (self.section, self.kind, self.institution, self.due):
            box.setCurrentIndex(0)
        self._ask_now()

    def _fill(self, box: QComboBox, rows: Sequence[tuple[str, str]]) -> None:
        if [box.itemData(place) for place in range(box.count())] == [code for code, _ in rows]:
            for place, (_code, words) in enumerate(rows):
                box.setItemText(place, words)
            return
        chosen = box.currentData()
        box.clear()
        for code, words in rows:
            box.addItem(words, code)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def _choose_section(self) -> None:
        if self._catalogue is not None:
            self._fill(self.kind, kinds(self._catalogue, self.narrowing.section))
        self._ask_now()

    def _unfold(self) -> None:
        self._folded.setVisible(self._folded.isHidden())

    def _ask_now(self) -> None:
        self._pause.stop()
        count = self.narrowing.count
        words = translate("tray", "&Filtros")
        self.more.say(f"{words} ({count})" if count else words)
        self.asked.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        row.addWidget(self.choice)
        row.addWidget(self.search, 1)
        row.addWidget(self.more)
        self._folded = QWidget()
        self._folded.setProperty("ground", "none")
        flow = FlowLayout(self._folded, gap=theme().px(8))
        flow.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.section, self.kind, self.institution, self.due, self.mine, self.save, self.forget, self.clear,
        ):  # fmt: skip
            flow.addWidget(part)
        self._folded.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addLayout(row)
        column.addWidget(self._folded)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._ask_now)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.textChanged.connect(lambda text: None if text else self._pause.start())
        self.search.returnPressed.connect(self._ask_now)
        self.mine.clicked.connect(lambda _on: self._ask_now())
        self.section.activated.connect(lambda _place: self._choose_section())
        for box in (self.choice, self.kind, self.institution, self.due):
            box.activated.connect(lambda _place: self._ask_now())


def _box(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    set_tooltip(made, name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(16)
    made.setMaxVisibleItems(16)
    return made
