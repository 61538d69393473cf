"""Memorias USB, of an office's people: packets for people without a connection, and what those people bring.

The lists of people need a connection; writing what is ready and taking in do not.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.models.stick_table import COMPUTER as FROM
from desktop.models.stick_table import COMPUTERS, SCHOOL, WHEN, person_columns, up_columns
from desktop.models.stick_table import PERSON as WHO
from desktop.pages.sticks_deeds import SticksDeeds
from desktop.plain import label
from desktop.presenters.stick_faults import said
from desktop.presenters.sticks_list import PersonLine, UpLine, person_lines, ready_lines, up_lines
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, link, primary, secondary
from desktop.widgets.fields import Field
from desktop.widgets.flow import FlowLayout
from desktop.widgets.page import Page
from desktop.widgets.progress import ProgressRow
from desktop.widgets.record_card import RecordCard
from desktop.words import translate
from sync.errors import NetworkConditionError, SessionEndedError

if TYPE_CHECKING:
    from desktop.opened import Opened
    from storage.stick import Carried
    from sync.stick.counter import StickPerson

LIST_HEIGHT = 215  # pixels at 100 %


class SticksPage(Page):
    """The page "sticks". `sign_in_wanted` when the account's session is over."""

    sign_in_wanted = Signal()

    def __init__(self, opened: "Opened", parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Sticks", "Memorias USB"),
            translate("Sticks", "Novedades para quien no tiene internet, y lo que trae. Quien las lleva no las lee."),
            parent=parent,
        )  # fmt: skip
        self._opened, self._desk = opened, opened.desk
        self.deeds = SticksDeeds(opened, self)
        self.found: tuple[StickPerson, ...] | None = None
        self.lines: tuple[PersonLine, ...] = ()
        self._ready: tuple[Carried, ...] = ()
        self.banner = Banner()
        self.progress = ProgressRow()
        self.search = Field(
            translate("Sticks", "&Buscar personas o una IE"),
            translate("Sticks", "Nombre, DNI, nombre de la IE, o varios DNI pegados de una lista."),
        )
        self.people: RecordCard[PersonLine] = RecordCard(
            translate("Sticks", "Personas de la oficina"), person_columns(), lambda line: line.key, roomy=WHO,
            leaving=(SCHOOL, COMPUTERS),
        )  # fmt: skip
        self.ups: RecordCard[UpLine] = RecordCard(
            translate("Sticks", "Paquetes recibidos"), up_columns(), lambda line: line.key, roomy=FROM, leaving=(WHEN,)
        )
        self.look = secondary(translate("Sticks", "B&uscar"), self.refresh, "search")
        self.prepare = secondary(translate("Sticks", "&Preparar paquetes"), self._prepare, "download")
        self.write = primary(translate("Sticks", "&Escribir en una memoria…"), self._write, "usb")
        self.pair = link(translate("Sticks", "&Vincular un equipo…"), partial(self._of_chosen, "pair"), "scan-line")
        self.first = link(translate("Sticks", "Paquete &inicial…"), partial(self._of_chosen, "first"), "key-round")
        self.take = secondary(translate("Sticks", "&Recibir de una memoria…"), self.deeds.take_in, "usb")
        self.hand = secondary(translate("Sticks", "E&ntregar al servicio"), self.deeds.hand_over, "send")
        self._furnish()
        self._connect()
        self.refresh()

    @override
    def refresh(self) -> None:
        """Read what is here, and ask the office for its people."""
        if self.deeds.running:
            return
        self._read()
        text = self.search.text.strip()
        self._desk.start(
            self, lambda job: self.deeds.door.people(job.cancelled, text), self._show_people, self._no_people
        )

    @override
    def open_item(self, item: str) -> None:
        """A file that somebody brought: take it in."""
        self.deeds.take(Path(item))

    def _read(self) -> None:
        self._desk.start(self, lambda _job: self.deeds.door.carried(), self._show_carried)

    def _show_carried(self, both: "tuple[tuple[Carried, ...], tuple[Carried, ...]]") -> None:
        ups, self._ready = both
        lines = up_lines(ups, self._opened.clock.now())
        if lines:
            self.ups.show_rows(lines)
        else:
            self.ups.show_empty(
                "usb", translate("Sticks", "Nada recibido"),
                translate("Sticks", "Cuando alguien traiga su memoria, pulse «Recibir de una memoria…»."),
            )  # fmt: skip
        self.hand.setEnabled(any(each.state in {"waiting", "unknown-device"} for each in ups))
        self._show_lines()

    def _show_people(self, people: "tuple[StickPerson, ...]") -> None:
        self.found = people
        self.banner.hide()
        self._read()

    def _no_people(self, error: Exception) -> None:
        self.found = None
        if isinstance(error, SessionEndedError):
            self._tell_session()
        elif isinstance(error, NetworkConditionError):
            words = translate("Sticks", "Sin conexión: puede recibir memorias y escribir los paquetes ya preparados.")
            self.banner.say(words, "neutral")
        else:
            self.banner.say(said(error), "wait")
        self._read()

    def _show_lines(self) -> None:
        now = self._opened.clock.now()
        if self.found is None:
            self.lines = ready_lines(self._ready, self.search.text, now)
        else:
            self.lines = person_lines(self.found, self._ready, now)
        if self.lines:
            self.people.show_rows(self.lines)
            if self.people.current is None:
                self.people.choose_first()
        else:
            self.people.show_empty("users", *self._nothing())
        self._allow()

    def _nothing(self) -> tuple[str, str]:
        if self.found is None:
            return (
                translate("Sticks", "Sin paquetes preparados"),
                translate("Sticks", "Con conexión podrá buscar personas y preparar sus paquetes."),
            )
        return (
            translate("Sticks", "Nadie con esas palabras"),
            translate("Sticks", "Busque por apellidos, DNI o por el nombre de la IE."),
        )

    def _allow(self) -> None:
        idle, chosen = not self.deeds.running, self.people.current
        online = chosen is not None and chosen.person is not None
        self.prepare.setEnabled(idle and any(line.person and line.person.devices for line in self.lines))
        self.write.setEnabled(idle and any(line.ready for line in self.lines))
        for button in (self.pair, self.first):
            button.setEnabled(idle and online)
        for button in (self.take, self.look):
            button.setEnabled(idle)

    def _prepare(self) -> None:
        self.deeds.prepare(self.lines)

    def _write(self) -> None:
        self.deeds.write(self.lines)

    def _of_chosen(self, what: str) -> None:
        chosen = self.people.current
        if chosen is None or chosen.person is None:
            return
        if what == "pair":
            self.deeds.pair(chosen.person)
        else:
            self.deeds.give_first(chosen.person)

    def _show_moved(self, words: str, done: int, total: int) -> None:
        self.progress.setVisible(bool(words))
        self.progress.say(words, done / total if total else None)
        self._allow()

    def _rest(self) -> None:
        self.progress.hide()
        self._allow()

    def _tell_session(self) -> None:
        words = translate("Sticks", "Su ingreso al servicio venció. Vuelva a ingresar para preparar y entregar.")
        self.banner.say(words, "wait", translate("Sticks", "Volver a ingresar"), self.sign_in_wanted.emit)

    def _connect(self) -> None:
        self.search.edit.returnPressed.connect(self.refresh)
        self.people.current_changed.connect(lambda _line: self._allow())
        self.progress.cancelled.connect(self.deeds.stop)
        self.deeds.told.connect(self.banner.say)
        self.deeds.moved.connect(self._show_moved)
        self.deeds.rested.connect(self._rest)
        self.deeds.changed.connect(self._again)
        self.deeds.session_ended.connect(self._tell_session)

    def _again(self) -> None:
        """Something changed: people too, when they were known."""
        if self.found is None:
            self._read()
            return
        text = self.search.text.strip()
        self._desk.start(self, lambda job: self.deeds.door.people(job.cancelled, text), self._keep_people, self._lost)

    def _keep_people(self, people: "tuple[StickPerson, ...]") -> None:
        self.found = people
        self._read()

    def _lost(self, _error: Exception) -> None:
        self._read()

    def _furnish(self) -> None:
        self.body.addWidget(self.banner)
        self.body.addWidget(self.progress)
        self.progress.hide()
        self._add(translate("Sticks", "Llevar novedades"), self.search, self.people,
                  (self.look, self.prepare, self.write, self.pair, self.first))  # fmt: skip
        self._add(translate("Sticks", "Recibir lo que traen"), None, self.ups, (self.take, self.hand))
        self.setFocusProxy(self.search)

    def _add(
        self, title: str, field: Field | None, card: RecordCard[PersonLine] | RecordCard[UpLine],
        buttons: tuple[Button, ...],
    ) -> None:  # fmt: skip
        column = QVBoxLayout()
        column.setSpacing(theme().px(10))
        column.addWidget(label(title, "heading", wrap=True))
        if field is not None:
            column.addWidget(field)
        row = QWidget()
        row.setProperty("ground", "none")
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            flow.addWidget(button)
        column.addWidget(row)
        card.setMinimumHeight(theme().px(LIST_HEIGHT))
        column.addWidget(card, 1)
        self.body.addLayout(column, 1)
