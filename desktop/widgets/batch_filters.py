"""What of a batch is shown: words, a result, a reason; files, people or issuers. Typing asks when it pauses."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.plain import set_text
from desktop.presenters.batch_list import Grouping, Result, Sieve, Special, Tally
from desktop.presenters.batch_words import grouping_choices, reason_choices, result_choices
from desktop.presenters.verdict_reasons import one_line
from desktop.theme import theme
from desktop.widgets.buttons import link
from desktop.words import translate

if TYPE_CHECKING:
    from documents.seal.verdict import ReasonCode

T = TypeVar("T")
PAUSE = 300  # milliseconds without typing
LONGEST = 120
LARGE = 140  # per cent: from there on a row has no room for three choices


class Choice(QComboBox, Generic[T]):
    """One of several values, each with its words. Qt would make plain text of an enumeration, so they are kept here."""

    def __init__(self) -> None:
        super().__init__()
        self._values: tuple[T, ...] = ()

    @property
    def value(self) -> T:
        """The one that is chosen; the first is, until another is."""
        return self._values[max(0, self.currentIndex())]

    def fill(self, choices: Sequence[tuple[str, T]]) -> None:
        """Offer these; what was chosen stays chosen if it is still there."""
        before = self._values[max(0, self.currentIndex())] if self._values else None
        words, self._values = [words for words, _ in choices], tuple(value for _, value in choices)
        with QSignalBlocker(self):
            self.clear()
            self.addItems(words)
            self.setCurrentIndex(self._values.index(before) if before in self._values else 0)

    def choose(self, value: T) -> None:
        """As if the person had chosen it."""
        self.setCurrentIndex(self._values.index(value))
        self.activated.emit(self.currentIndex())


class BatchFilters(QWidget):
    """`asked` when something else is wanted; `sieve` and `grouping` say what. `open_group` shows one person's files."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group: tuple[str, str] | None = None
        self._group_of = Grouping.FILES
        self.search = QLineEdit()
        self.search.setMaxLength(LONGEST)
        self.search.setPlaceholderText(translate("batch", "Archivo, persona, DNI o huella"))
        self.search.setAccessibleName(translate("batch", "Buscar en la verificación"))
        self.search.setClearButtonEnabled(True)
        self.result: Choice[Result] = Choice()
        self.reason: Choice[ReasonCode | Special | None] = Choice()
        self.group: Choice[Grouping] = Choice()
        for box, name in (
            (self.result, translate("batch", "Resultado")),
            (self.reason, translate("batch", "Motivo")),
            (self.group, translate("batch", "Mostrar por")),
        ):
            box.setAccessibleName(name)
            box.setMaxVisibleItems(18)
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.activated.connect(lambda _place: self._ask_now())
        self.group.fill(grouping_choices())
        self.opened = link("", self.leave_group, "x")
        self.opened.hide()
        boxes = QGridLayout()
        boxes.setSpacing(theme().px(8))
        large = theme().look.text_size > LARGE
        shares: tuple[tuple[QComboBox, int], ...] = ((self.result, 4), (self.group, 3), (self.reason, 5))
        for place, (widget, share) in enumerate(shares):
            below = large and widget is self.reason
            boxes.addWidget(widget, int(below), 0 if below else place, 1, 2 if below else 1)
            boxes.setColumnStretch(place, 0 if below else share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.search)
        column.addLayout(boxes)
        column.addWidget(self.opened)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.asked)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.textChanged.connect(lambda text: None if text else self._pause.start())
        self.search.returnPressed.connect(self._ask_now)
        self.show_tally(Tally())

    @property
    def sieve(self) -> Sieve:
        """What is wanted."""
        people = self._group if self._group_of is Grouping.PEOPLE else None
        issuer = self._group[1] if self._group is not None and self._group_of is Grouping.ISSUERS else None
        return Sieve(
            self.result.value, self.reason.value, self.search.text().strip(), people, issuer
        )  # fmt: skip

    @property
    def grouping(self) -> Grouping:
        """Files, or groups of them."""
        return self.group.value if self._group is None else Grouping.FILES

    def show_tally(self, tally: Tally) -> None:
        """What there is to choose, with how many of each; what is chosen stays."""
        self.result.fill(result_choices(tally))
        self.reason.fill(reason_choices(tally))

    def open_group(self, key: tuple[str, str], name: str) -> None:
        """Show the files of one person or issuer, with a way back."""
        self._group, self._group_of = key, self.group.value
        set_text(self.opened, translate("batch", "Solo: {name}. Volver a los grupos").format(name=one_line(name, 60)))
        self.opened.show()
        self._ask_now()

    def leave_group(self) -> None:
        """Back to the groups."""
        if self._group is not None:
            self._group = None
            self.opened.hide()
            self._ask_now()

    def _ask_now(self) -> None:
        if self.sender() is self.group:
            self._group = None
            self.opened.hide()
        self._pause.stop()
        self.asked.emit()
