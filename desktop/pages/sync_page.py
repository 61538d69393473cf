"""The page Sincronización: what moves, what moved, what stands in the way, what it cost. It decides nothing."""

import platform
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.plain import label, set_text
from desktop.presenters import status
from desktop.presenters.formats import count, moment, size
from desktop.presenters.status import Connection
from desktop.presenters.sync_log import cost_words, support_text
from desktop.presenters.sync_progress import detail_words, newest_words, outcome_words, part_done, stage_words
from desktop.presenters.thrift import used_words
from desktop.tasks.tray_readings import acknowledge, read_refused
from desktop.theme import theme
from desktop.version import VERSION
from desktop.widgets.buttons import link, primary
from desktop.widgets.card import Card, line
from desktop.widgets.choices_row import in_a_row
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.page import Page
from desktop.widgets.progress import ProgressRow
from desktop.widgets.refused_card import RefusedCard
from desktop.widgets.stick_card import StickCard
from desktop.words import translate
from storage.thrift import Thrift, thrift

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.opened import Opened
    from desktop.presenters.sync_log import Ended
    from desktop.tasks.exchange import Exchange

LOG_SHOWN = 8

_SIGNS = {
    Connection.UNKNOWN: ("circle-dashed", "neutral"),
    Connection.SYNCING: ("arrow-up-down", "action"),
    Connection.CONNECTED: ("circle-check", "good"),
    Connection.OFFLINE: ("cloud-off", "neutral"),
    Connection.BLOCKED: ("circle-pause", "wait"),
    Connection.SESSION: ("key-round", "wait"),
}


class _Figure(Card):
    """One number with its name above and a sentence below."""

    def __init__(self, title: str) -> None:
        super().__init__(spacing=4)
        self.body.addWidget(label(title, "small"))
        self.figure = label("", "verdict", wrap=True)
        self.below = label("", "small", wrap=True)
        self.body.addWidget(self.figure)
        self.body.addWidget(self.below)
        self.body.addStretch(1)

    def say(self, figure: str, below: str) -> None:
        """The number and its sentence."""
        set_text(self.figure, figure)
        set_text(self.below, below)


class SyncPage(Page):
    """Made over the exchange of the opened profile."""

    sign_in_wanted = Signal()

    def __init__(self, opened: "Opened", exchange: "Exchange", parent: QWidget | None = None) -> None:
        super().__init__(
            translate("SyncPage", "Sincronización"),
            translate("SyncPage", "Cómo llegan sus boletas y salen sus solicitudes. Se hace sola cuando hay señal."),
            parent=parent,
        )
        self._opened, self._exchange = opened, exchange
        self._thrift = Thrift()  # as it was read last
        self.now = primary(translate("SyncPage", "&Sincronizar ahora"), exchange.sync_now, "refresh-cw")
        self.again = primary(translate("SyncPage", "&Volver a ingresar"), self.sign_in_wanted.emit, "key-round")
        self.progress = ProgressRow()
        self.progress.cancelled.connect(exchange.cancel)
        self._sign = IconLabel("circle-dashed", "neutral", 36)
        self.verdict = label("", "verdict", wrap=True)
        self.told = label("", "quiet", wrap=True)
        self.blocking = Card(translate("SyncPage", "Qué lo impide"), spacing=6)
        self._blocking_lines = [label("", "body" if at else "strong", wrap=True) for at in range(4)]
        self.last = _Figure(translate("SyncPage", "Última sincronización completa"))
        self.pending = _Figure(translate("SyncPage", "Por enviar"))
        self.to_requests = link(translate("SyncPage", "Ver en Mis solicitudes"), self._go_to_requests)
        self.pending.body.insertWidget(4, self.to_requests, 0, Qt.AlignmentFlag.AlignLeft)
        self.held = _Figure(translate("SyncPage", "Guardado aquí"))
        self.used = _Figure(translate("SyncPage", "Datos usados este mes"))
        self.refused = RefusedCard()
        self.refused.opened.connect(partial(self.wants.emit, "tray"))
        self.refused.read.connect(self._acknowledge)
        self.sticks = StickCard(opened, exchange)
        self.log = QGridLayout()
        self.copy = link(translate("SyncPage", "Copiar para soporte"), self._copy_log, "copy")
        self.copied = label("", "small", wrap=True)
        self.copied.hide()
        self._lay_out_body()
        exchange.changed.connect(self.refresh)
        self.refresh()

    @override
    def refresh(self) -> None:
        """Show the exchange as it is now."""
        situation, now = self._exchange.situation, self._opened.clock.now()
        syncing = situation.connection is Connection.SYNCING
        self._sign.show_icon(*_SIGNS[situation.connection])
        set_text(self.verdict, status.lead(situation))
        set_text(self.told, _told(situation, now))
        signed_out = situation.connection is Connection.SESSION
        self.now.setVisible(not syncing and not signed_out)
        self.again.setVisible(signed_out)
        self.progress.setVisible(syncing)
        if syncing:
            self.progress.say(detail_words(situation.progress), part_done(situation.progress))
        self._show_blocking(status.blocking(situation, now) if not syncing else ())
        self._show_figures(situation)
        self._show_log()

    def _show_blocking(self, lines: tuple[str, ...]) -> None:
        self.blocking.setVisible(bool(lines))
        for number, shown in enumerate(self._blocking_lines):
            set_text(shown, lines[number] if number < len(lines) else "")
            shown.setVisible(number < len(lines))

    def _show_figures(self, situation: status.Situation) -> None:
        now = self._opened.clock.now()
        done = situation.succeeded_at
        self.last.say(
            moment(done, now) if done else translate("SyncPage", "Todavía no"),
            translate("SyncPage", "Hora de esta computadora."),
        )
        self._show_pending(situation)
        counts = self._exchange.counts
        if counts is not None:
            boletas = (
                translate("SyncPage", "1 boleta") if counts.payslips == 1 else translate("SyncPage", "{n} boletas")
            )
            self.held.say(
                boletas.format(n=count(counts.payslips)),
                translate("SyncPage", "{n} con su PDF, cifradas en esta computadora.").format(n=count(counts.pdfs)),
            )
        self._show_used(self._thrift)
        if situation.connection is not Connection.SYNCING:
            self._opened.desk.ask(self, thrift, self._show_used)
            now = self._opened.clock.now()
            self._opened.desk.ask(self, lambda db: read_refused(db, now), self.refused.show_lines)

    def _show_used(self, chosen: Thrift) -> None:
        self._thrift = chosen
        traffic = self._exchange.situation.traffic
        both = translate("SyncPage", "Recibido {received} · enviado {sent}").format(
            received=size(traffic.received if traffic else 0), sent=size(traffic.sent if traffic else 0)
        )
        words = used_words(chosen, traffic)
        self.used.say(size(traffic.received + traffic.sent if traffic else 0), f"{both}. {words}" if words else both)

    def _show_pending(self, situation: status.Situation) -> None:
        number = situation.pending
        solicitudes = translate("SyncPage", "1 solicitud") if number == 1 else translate("SyncPage", "{n} solicitudes")
        figure = solicitudes.format(n=count(number)) if number else translate("SyncPage", "Nada")
        self.pending.say(figure, status.pending_words(situation))
        self.to_requests.setVisible(number > 0)

    def _acknowledge(self, request: str) -> None:
        vault = self._opened.vault
        self._opened.desk.start(self, lambda _job: acknowledge(vault, request), lambda _count: self._exchange.count())

    def _go_to_requests(self) -> None:
        self.wants.emit("requests", "")

    def _copy_log(self) -> None:
        now, system = self._opened.clock.now(), f"{platform.system()} {platform.release()}"
        text = support_text(self._exchange.log, self._exchange.situation, version=VERSION, system=system, now=now)
        QGuiApplication.clipboard().setText(text)
        set_text(self.copied, translate("SyncPage", "Copiado. Péguelo en un mensaje: no lleva sus datos personales."))
        self.copied.show()

    def _show_log(self) -> None:
        while (item := self.log.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if not self._exchange.log:
            empty = translate("SyncPage", "En esta sesión todavía no hubo ninguno. Aparecerán aquí con su hora.")
            self.log.addWidget(label(empty, "quiet", wrap=True), 0, 0, 1, 3)
        for row, ended in enumerate(self._exchange.log[:LOG_SHOWN]):
            at, words, cost = self._log_line(ended)
            self.log.addWidget(at, row, 0, Qt.AlignmentFlag.AlignTop)
            self.log.addWidget(words, row, 1)
            self.log.addWidget(cost, row, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)

    def _log_line(self, ended: "Ended") -> tuple[QLabel, QLabel, QLabel]:
        at = label(moment(ended.at, self._opened.clock.now()), "quiet")
        return at, label(outcome_words(ended.outcome), "body", wrap=True), label(cost_words(ended), "quiet")

    def _lay_out_body(self) -> None:
        self.body.addWidget(self._state_card())
        for shown in self._blocking_lines:
            self.blocking.body.addWidget(shown)
        self.body.addWidget(self.blocking)
        self.body.addWidget(self.refused)
        figures = in_a_row()
        figures.setSpacing(theme().px(16))
        for figure in (self.last, self.pending, self.held, self.used):
            figures.addWidget(figure, 1)
        self.body.addLayout(figures)
        self.body.addWidget(self.sticks)
        log = Card()
        log.body.addLayout(self._log_head())
        log.body.addWidget(self.copied)
        log.body.addWidget(line())
        self.log.setHorizontalSpacing(theme().px(20))
        self.log.setVerticalSpacing(theme().px(8))
        self.log.setColumnStretch(1, 1)
        log.body.addLayout(self.log)
        self.body.addWidget(log)
        self.body.addStretch(1)

    def _log_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(translate("SyncPage", "Últimos intercambios"), "heading", wrap=True), 1)
        row.addWidget(self.copy)
        return row

    def _state_card(self) -> Card:
        card = Card(spacing=14)
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        both = in_a_row()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.verdict)
        words.addWidget(self.told)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        both.addLayout(row, 1)
        for button in (self.now, self.again):
            both.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(both)
        card.body.addWidget(self.progress)
        return card


def _told(situation: status.Situation, now: "datetime") -> str:
    if situation.connection is Connection.SYNCING:
        return newest_words(situation.progress) or stage_words(
            None if situation.progress is None else situation.progress
        )
    return {
        Connection.UNKNOWN: translate("SyncPage", "En cuanto haya señal se buscarán novedades."),
        Connection.CONNECTED: " ".join(
            (translate("SyncPage", "Sus datos están al día."), status.next_look(situation, now))
        ),
        Connection.OFFLINE: translate("SyncPage", "Puede ver, buscar y descargar todo lo guardado. Nada se pierde."),
        Connection.BLOCKED: translate("SyncPage", "Lo guardado sigue completo. Abajo dice qué pasa y qué hacer."),
        Connection.SESSION: translate(
            "SyncPage", "Todo lo guardado sigue aquí. Vuelva a ingresar para recibir novedades."
        ),
    }[situation.connection]
