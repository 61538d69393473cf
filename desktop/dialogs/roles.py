"""Roles of an office, for its administrator: who works there and as what, one change at a time, every change kept.

Needs a connection: roles are the service's to give, and nothing of them is kept here.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.models.record_table import Column
from desktop.plain import label, set_role, set_text
from desktop.presenters.roles import RoleLine, changes_words, counts_words, role_line, role_names, roles_trouble
from desktop.tasks.office_door import OfficeDoor
from desktop.theme import theme
from desktop.widgets.buttons import Button, primary, secondary
from desktop.widgets.dialogs import Dialog
from desktop.widgets.fields import Field
from desktop.widgets.flow import FlowLayout
from desktop.widgets.record_card import RecordCard
from desktop.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from sync.office_wire import OfficeCounts, Roles


class RolesDialog(Dialog):
    """Choose somebody, or write the document of a person of the UGEL, tick, keep."""

    def __init__(self, opened: "Opened", parent: QWidget | None) -> None:
        super().__init__(parent, title_words(), "users")
        self._desk, self._door = opened.desk, OfficeDoor(opened.vault, opened.clock)
        self._clock = opened.clock
        self.words = label(translate("roles", "Preguntando al servicio…"), "body", wrap=True)
        self.list: RecordCard[RoleLine] = RecordCard(
            translate("roles", "Personas de la oficina"), _columns(), lambda line: line.doc_numero, roomy=1, leaving=()
        )
        self.list.setMinimumHeight(theme().px(200))
        self.document = Field(translate("roles", "&Documento (DNI)"))
        self.ticks = {code: QCheckBox(name) for code, name in role_names()}
        self.counts = label("", "small", wrap=True)
        self.counts.hide()
        self.trace = label("", "small", wrap=True)
        self.keep: Button = primary(translate("roles", "&Guardar roles"), self._keep)
        row = QWidget()
        row.setProperty("ground", "none")
        flow = FlowLayout(row, gap=theme().px(14))
        flow.setContentsMargins(0, 0, 0, 0)
        for tick in self.ticks.values():
            flow.addWidget(tick)
        for part in (self.words, self.list, self.document, row, self.counts, self.trace):
            self.body.addWidget(part)
        self.answer_with(secondary(translate("roles", "&Cerrar"), self.accept), self.keep)
        self.list.current_changed.connect(self._choose)
        self._ask(lambda job: self._door.roles(job.cancelled))
        self._desk.start(self, lambda job: self._door.counts(job.cancelled), self._show_counts, lambda _error: None)
        self.open()

    def _ask(self, call: "Callable[[Job], Roles]") -> None:
        self.keep.setEnabled(False)
        self._desk.start(self, call, self._show, self._fail)

    def _show(self, roles: "Roles") -> None:
        self.keep.setEnabled(True)
        self._say(translate("roles", "Elija a alguien, o escriba el documento de quien trabaja en su UGEL."), "body")
        self.list.show_rows([role_line(one) for one in roles.people])
        set_text(self.trace, changes_words(roles.changes, self._clock.now()))

    def _show_counts(self, counts: "OfficeCounts") -> None:
        """Beside the roles: an office whose service has none yet says nothing."""
        set_text(self.counts, counts_words(counts))
        self.counts.show()

    def _choose(self, line: RoleLine | None) -> None:
        if line is not None:
            set_text(self.document.edit, line.doc_numero)
            for code, tick in self.ticks.items():
                tick.setChecked(code in line.roles)

    def _keep(self) -> None:
        document = self.document.edit.text().strip()
        if not document:
            self.document.complain(translate("roles", "Escriba el documento, o elija a alguien de la lista."))
            return
        wanted = tuple(code for code, tick in self.ticks.items() if tick.isChecked())
        self._ask(partial(self._assign, document, wanted))

    def _assign(self, document: str, wanted: tuple[str, ...], job: "Job") -> "Roles":
        return self._door.assign(job.cancelled, document, wanted)

    def _fail(self, error: Exception) -> None:
        self.keep.setEnabled(True)
        self._say(roles_trouble(error), "bad")

    def _say(self, words: str, role: str) -> None:
        set_text(self.words, words)
        set_role(self.words, role)


def title_words() -> str:
    """Of the dialog, and of the row that leads there."""
    return translate("roles", "Roles de la oficina")


def _columns() -> tuple[Column[RoleLine], ...]:
    return (
        Column(
            translate("roles", "Quién"), lambda line: line.who, lambda line: line.who.casefold(),
            strong=lambda _line: True, quiet=lambda line: line.document,
        ),
        Column(translate("roles", "Roles"), lambda line: line.words, lambda line: line.words),
    )  # fmt: skip
