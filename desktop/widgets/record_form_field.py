"""One field of a generated form: its label, the editor that suits its kind, and the help or what is wrong below."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.plain import label, set_role, set_text
from desktop.theme import theme
from desktop.widgets.record_form_choices import SEARCHED_FROM, ChoiceEditor, Options, PlaceEditor, SearchEditor
from desktop.widgets.record_form_editors import DateEditor, Editor, LineEditor, LongEditor, YesNoEditor
from desktop.words import translate
from documents.legajo import FieldKind, FieldRule

WIDE_FROM = 100  # letters from which a line takes the whole width
_ROOM = 12  # letters beyond the maximum that may be typed, so that too long is told and not cut


class FormField(QWidget):
    """`edited(code)` at each change, `left(code)` when the person goes on to another field."""

    edited = Signal(str)
    left = Signal(str)

    def __init__(self, rule: FieldRule, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.rule, self.editor = rule, editor
        self.title = label(rule.label, "strong", wrap=True)
        self.title.setBuddy(editor)
        self._below = label(rule.help, "small", wrap=True)
        self._demanded = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(5))
        for part in (self.title, editor, self._below):
            column.addWidget(part)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(editor)
        editor.name(rule.label, rule.help)
        editor.edited.connect(lambda: self.edited.emit(rule.code))
        editor.left.connect(lambda: self.left.emit(rule.code))

    @property
    def wide(self) -> bool:
        """Whether it takes the whole width of the form."""
        long_line = self.rule.kind is FieldKind.TEXT and self.rule.max_length >= WIDE_FROM
        return long_line or self.rule.kind in {FieldKind.LONG_TEXT, FieldKind.EMAIL}

    @property
    def below(self) -> str:
        """The help or the complaint that stands below."""
        return self._below.text()

    @property
    def complains(self) -> bool:
        """Whether something is said to be wrong."""
        return self._below.property("role") in {"bad", "wait"}

    def demand(self, *, demanded: bool) -> None:
        """Whether it has to be filled; what has not says so beside its name."""
        if demanded == self._demanded:
            return
        self._demanded = demanded
        optional = translate("Form", "{field} (opcional)").format(field=self.rule.label)
        set_text(self.title, self.rule.label if demanded else optional)

    def say(self, complaint: str, *, hard: bool = True) -> None:
        """What is wrong, with what to write; "" brings the help back."""
        set_text(self._below, complaint or self.rule.help)
        set_role(self._below, ("bad" if hard else "wait") if complaint else "small")
        self.editor.mark(wrong=bool(complaint) and hard)
        self.editor.name(self.rule.label, complaint or self.rule.help)

    def offer(self, options: Options) -> None:
        """The choices that are in force with the rest of the form."""
        if isinstance(self.editor, (ChoiceEditor, SearchEditor)):
            self.editor.offer(options)


def editor_for(rule: FieldRule, options: Options, places: Mapping[FieldKind, Options]) -> Editor:
    """The editor that suits a field. `places`: departments for UBIGEO, offices for OFFICE."""
    if rule.kind in {FieldKind.CHOICE, FieldKind.OFFICE}:
        return _list(options if rule.kind is FieldKind.CHOICE else places.get(FieldKind.OFFICE, ()))
    made = _MAKERS.get(rule.kind)
    if made is not None:
        return made(rule, places)
    return LineEditor(length=rule.max_length + _ROOM, example=rule.example, mask=rule.mask)


_MAKERS: Mapping[FieldKind, Callable[[FieldRule, Mapping[FieldKind, Options]], Editor]] = {
    FieldKind.UBIGEO: lambda _rule, places: PlaceEditor(places.get(FieldKind.UBIGEO, ())),
    FieldKind.YES_NO: lambda _rule, _places: YesNoEditor(),
    FieldKind.DATE: lambda _rule, _places: DateEditor(),
    FieldKind.LONG_TEXT: lambda rule, _places: LongEditor(length=rule.max_length, example=rule.example),
    FieldKind.MONEY: lambda rule, _places: LineEditor(length=rule.max_length + _ROOM, example=rule.example, lead="S/"),
}


def _list(options: Options) -> Editor:
    made = SearchEditor() if len(options) >= SEARCHED_FROM else ChoiceEditor()
    made.offer(options)
    return made
