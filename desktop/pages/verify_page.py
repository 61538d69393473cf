"""Verificar documentos: files dropped or chosen, checked by worker processes off this thread, results as they come.

Works with a profile (then copies that came by sync are compared too) and without one. Opens no file itself.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.pages.trust_lists import TrustLists
from desktop.pages.verification import Ended, Step, Verification
from desktop.pages.verify_papers import VerifyPapers
from desktop.presenters.errors import explain
from desktop.presenters.trust_words import list_line
from desktop.presenters.verdict_detail import detail_of
from desktop.presenters.verify_words import ended_words, progress_words
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import secondary
from desktop.widgets.dialogs import tell_trouble
from desktop.widgets.drop_area import DropArea, paths_in
from desktop.widgets.flow import FlowLayout
from desktop.widgets.page import Page
from desktop.widgets.panes import Panes
from desktop.widgets.progress import ProgressRow
from desktop.widgets.reconstruction import show_reconstruction
from desktop.widgets.verdict_list import VerdictList
from desktop.widgets.verdict_view import VerdictView
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.tasks.desk import Desk
    from documents.seal.trust import TrustList
    from documents.seal.verdict import Verdict
    from storage.profile import Vault
    from sync.clock import Clock

BOTH_FROM = 860  # pixels at 100 % from which list and verdict stand beside each other


class VerifyPage(Page):
    """The page "verify". `check(paths)` starts; `verdicts` are those that came, in the order of the files."""

    def __init__(
        self, desk: "Desk", clock: "Clock", vault: "Vault | None" = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("verify", "Verificar documentos"), _invitation(), parent=parent)
        self.setAcceptDrops(True)
        self._clock = clock
        self.verdicts: dict[str, Verdict] = {}
        self.run = Verification(desk, clock, vault, self)
        self.lists = TrustLists(desk, clock, vault, self)
        self.papers = VerifyPapers(desk, clock, self)
        self.drop = DropArea()
        self.list = VerdictList()
        self.view = VerdictView()
        self.banner = Banner()
        self.progress = ProgressRow()
        self.report_button = secondary(translate("verify", "&Guardar informe…"), self._save_report, "save")
        self.trust_button = secondary(
            translate("verify", "Abrir &lista de confianza…"), self.lists.open_file, "key-round"
        )
        self.panes = Panes(self._left(), self.view, both_from=BOTH_FROM, shares=(42, 58))
        self.body.addWidget(self.banner)
        self.body.addWidget(self.panes, 1)
        self._connect()
        self.setFocusProxy(self.drop.files)
        self._show_chosen(None)
        self.lists.read()

    # What the window says

    @override
    def refresh(self) -> None:
        """Facts changed: perhaps a newer trust list came by sync."""
        self.lists.read()

    @override
    def open_item(self, item: str) -> None:
        """Check this path."""
        self.check((Path(item),))

    def check(self, paths: Sequence[Path]) -> None:
        """Check these files and what lies in these folders."""
        self.banner.hide()
        self.run.check(paths)

    # A run

    def _show_began(self) -> None:
        self.progress.show()
        self.progress.say(progress_words(0, 0), None)
        self.report_button.setEnabled(False)
        self._show_chosen(self.list.current)

    def _show_step(self, step: Step) -> None:
        self.progress.say(progress_words(step.done, step.total), step.done / step.total if step.total else None)
        if not step.came:
            return
        first = not self.verdicts
        self.verdicts.update((verdict.file.path, verdict) for verdict in step.came)
        self.list.show_verdicts(tuple(self.verdicts.values()))
        if first:
            self.list.choose_first()

    def _show_end(self, ended: Ended) -> None:
        self.progress.hide()
        self.report_button.setEnabled(bool(self.verdicts))
        self.list.say(ended_words(ended.done, ended.total, ended.seconds, stopped=ended.stopped))
        self._show_chosen(self.list.current)

    def _break(self, error: Exception) -> None:
        self.progress.hide()
        self.report_button.setEnabled(bool(self.verdicts))
        tell_trouble(self.window(), explain(error))

    # The verdict

    def _show_chosen(self, verdict: "Verdict | None") -> None:
        if verdict is not None:
            self.view.show_verdict(detail_of(verdict, self._clock.now()))
        elif self.run.running:
            self.view.show_nothing(
                translate("verify", "Comprobando…"), translate("verify", "El resultado aparece aquí cuando esté listo.")
            )
        else:
            self.view.show_nothing(
                translate("verify", "Aquí verá el resultado"),
                translate(
                    "verify", "Qué se firmó y qué se ve, qué se revisó y qué hacer. Nada sale de esta computadora."
                ),
            )

    def _enter(self) -> None:
        self.panes.open()
        target = self.view.rebuild or self.view.back
        if target.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.panes.close_opened()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self) -> None:
        if self.view.detail is not None and self.view.detail.claims is not None:
            show_reconstruction(self.window(), self.view.detail)

    # The trust list and the report

    def _use(self, trust: "TrustList") -> None:
        self.retitle(
            translate("verify", "Verificar documentos"), f"{_invitation()} {list_line(trust, self._clock.now())}."
        )
        self.run.trust = trust
        self.run.go_on()

    def _save_report(self) -> None:
        if self.run.trust is not None and self.verdicts:
            self.papers.save(tuple(self.verdicts.values()), self.run.trust)

    # Wires

    def _left(self) -> QWidget:
        left = QWidget()
        left.setProperty("ground", "none")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.drop)
        column.addWidget(self.progress)
        column.addWidget(self.list, 1)
        feet = FlowLayout(gap=theme().px(8))
        feet.addWidget(self.report_button)
        feet.addWidget(self.trust_button)
        column.addLayout(feet)
        self.progress.hide()
        self.report_button.setEnabled(False)
        return left

    def _connect(self) -> None:
        self.drop.dropped.connect(self.check)
        self.drop.files_wanted.connect(lambda: self.check(self.papers.ask_files()))
        self.drop.folder_wanted.connect(lambda: self.check(self.papers.ask_folder()))
        self.run.began.connect(self._show_began)
        self.run.moved.connect(self._show_step)
        self.run.ended.connect(self._show_end)
        self.run.broken.connect(self._break)
        self.progress.cancelled.connect(self.run.stop)
        self.list.current_changed.connect(self._show_chosen)
        self.list.entered.connect(self._enter)
        self.list.table.clicked.connect(lambda _index: self.panes.open() if self.panes.narrow else None)
        self.view.rebuild_wanted.connect(self._rebuild)
        self.view.back_wanted.connect(self._leave)
        self.panes.changed.connect(self._rearrange)
        self.lists.used.connect(self._use)
        self.lists.told.connect(self.banner.say)
        self.papers.told.connect(self.banner.say)
        for keys, act in (("Ctrl+O", self.drop.files_wanted.emit), ("Ctrl+S", self._save_report)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _rearrange(self) -> None:
        """With room for one of both, the verdict takes the whole page."""
        narrow = self.panes.narrow
        self.view.stand_alone(narrow)
        for widget in (self._title, self._subtitle):
            widget.setVisible(not narrow or not self.panes.shows_opened)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()):
            event.acceptProposedAction()
            self.drop.light_up(lit=True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop.light_up(lit=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.drop.dropEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()


def _invitation() -> str:
    return translate("verify", "Arrastre aquí boletas en PDF, fotos o una carpeta. Se comprueban sin internet.")
