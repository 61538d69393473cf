"""Verificación masiva: an office checks folders of thousands, looks at what is wrong, and keeps a report to sign.

What was checked is in the profile, so a batch goes on after a pause or a power cut. Opens no file itself.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.pages.batch_papers import BatchPapers
from desktop.pages.batch_run import BatchRun
from desktop.pages.batch_verdict import BatchVerdict
from desktop.pages.trust_lists import TrustLists
from desktop.plain import label, set_text
from desktop.presenters.batch_list import Tally, tally_of
from desktop.presenters.batch_words import (
    ended_words,
    folder_name,
    half_done_words,
    running_words,
    summary_words,
)
from desktop.presenters.errors import explain
from desktop.presenters.trust_words import list_line
from desktop.tasks.batch_readings import BatchReading, read_batches
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.batch_list_view import BatchListView
from desktop.widgets.batch_tools import BatchTools
from desktop.widgets.dialogs import tell_trouble
from desktop.widgets.drop_area import paths_in
from desktop.widgets.page import Page
from desktop.widgets.panes import Panes
from desktop.widgets.progress import ProgressRow
from desktop.widgets.verdict_view import VerdictView
from desktop.words import translate
from storage.errors import DamagedFileError

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.batch_checking import BatchStep
    from desktop.tasks.desk import Job
    from documents.seal.trust import TrustList
    from storage.check_records import Batch, BatchRow

BOTH_FROM = 860  # pixels at 100 %
SPARED = 9  # times what showing thousands of rows took, before it is done again while they come


class BatchPage(Page):
    """The page "batch". `check(paths)` begins a batch; `run` and `papers` do the work, `view` shows one verdict."""

    def __init__(self, opened: "Opened", parent: QWidget | None = None) -> None:
        super().__init__(_title(), _invitation(), parent=parent)
        self.setAcceptDrops(True)
        self._opened = opened
        self.reading: BatchReading | None = None
        self._wanted: int | None = None
        self._job: Job | None = None
        self._next_showing = 0.0
        self.run = BatchRun(opened, self)
        self.lists = TrustLists(opened.desk, opened.clock, opened.vault, self)
        self.papers = BatchPapers(opened, self)
        self.banner, self.progress = Banner(), ProgressRow()
        set_text(self.progress.cancel, translate("batch", "&Pausar"))
        self.tools_row = BatchTools()
        self.list, self.view = BatchListView(), VerdictView()
        self.chosen = BatchVerdict(opened, self.view, self)
        self.trust_line = label("", "small", wrap=True)
        self.panes = Panes(self._left(), self.view, both_from=BOTH_FROM, shares=(56, 44))
        self.body.addWidget(self.tools_row)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.panes, 1)
        self.progress.hide()
        self._connect()
        self.setFocusProxy(self.tools_row.take)
        self.lists.read()
        self.refresh()

    @override
    def refresh(self) -> None:
        """Read the batches again, and whether a newer trust list came."""
        self.lists.read()
        self._read()

    @override
    def open_item(self, item: str) -> None:
        """Check this folder."""
        self.check((Path(item),))

    def check(self, paths: Sequence[Path]) -> None:
        """Begin a batch of what lies in these folders."""
        self.banner.hide()
        if paths and not self.run.running:
            self.run.begin(tuple(paths), folder_name([str(path.absolute()) for path in paths]))

    # What is shown

    def _read(self) -> None:
        if self._job is not None:
            self._job.cancel()
        vault, wanted = self._opened.vault, self._wanted
        self._job = self._opened.desk.start(self, lambda _job: read_batches(vault, wanted), self._show, self._break)

    def _show(self, reading: BatchReading) -> None:
        self.reading = reading
        shown, now = reading.shown, self._opened.clock.now()
        self._wanted = shown.number if shown is not None else None
        self.retitle(_title(), _invitation() if shown is None else summary_words(shown, reading.tally))
        self.tools_row.show_batches(reading.batches, self._wanted, now)
        self.list.show_rows(reading.rows, reading.tally)
        self._settle()
        if shown is not None and shown.checked < shown.files and not self.run.running:
            self.banner.say(half_done_words(shown), "wait", translate("batch", "Continuar"), self._go_on)
        self._open(self.list.current)

    def _open(self, row: "BatchRow | None") -> None:
        self.chosen.open(self._wanted, row)

    def _settle(self) -> None:
        shown, tally = (None, Tally()) if self.reading is None else (self.reading.shown, self.reading.tally)
        self.tools_row.settle(shown, tally, idle=not self.run.running)

    # A run

    def _choose(self) -> None:
        folder = self.papers.ask_folder()
        if folder is not None:
            self.check((folder,))

    def _go_on(self) -> None:
        self.banner.hide()
        if self._wanted is not None:
            self.run.go_on(self._wanted)

    def _again(self) -> None:
        self.banner.hide()
        if self._wanted is not None:
            self.run.again(self._wanted)

    def _show_looking(self) -> None:
        self.progress.say(translate("batch", "Buscando los archivos…"), None)
        self.progress.show()
        self._settle()

    def _show_begun(self, batch: "Batch") -> None:
        self._wanted = batch.number
        self._read()

    def _show_step(self, step: "BatchStep") -> None:
        self.progress.say(running_words(step.done, step.total, step.seconds), step.done / max(1, step.total))
        reading = self.reading
        if reading is None or reading.shown is None or reading.shown.number != self._wanted or not step.rows:
            return
        rows = list(reading.rows)
        for row in step.rows:
            if row.position < len(rows):
                rows[row.position] = row
        begun, clock = self._opened.clock.monotonic(), self._opened.clock
        self.reading = BatchReading(reading.batches, reading.shown, tuple(rows), reading.tally)
        if begun < self._next_showing:
            return
        tally = tally_of(rows)
        self.reading = BatchReading(reading.batches, reading.shown, tuple(rows), tally)
        self.list.show_rows(self.reading.rows, tally)
        self.retitle(_title(), summary_words(reading.shown, tally))
        self._next_showing = clock.monotonic() + SPARED * (clock.monotonic() - begun)

    def _show_end(self, last: "BatchStep") -> None:
        self.progress.hide()
        self.banner.say(*ended_words(last.done, last.total, last.seconds))
        self._read()

    def _show_nothing(self) -> None:
        self.progress.hide()
        self.banner.say(translate("batch", "No había documentos que comprobar en esa carpeta."), "wait")
        self._settle()

    def _break(self, error: Exception) -> None:
        self.progress.hide()
        self._settle()
        if isinstance(error, DamagedFileError):
            words = translate("batch", "Los resultados guardados están dañados. Los documentos no se tocaron.")
            self.banner.say(words, "bad", translate("batch", "Empezar de nuevo"), self.papers.restart)
        else:
            tell_trouble(self.window(), explain(error))

    # Reports, and forgetting

    def _save(self) -> None:
        if self.reading is not None and self.reading.shown is not None and self.run.trust is not None:
            self.papers.save(self.reading.shown, self.reading.rows, self.run.trust)

    def _forget(self) -> None:
        if self.reading is not None and self.reading.shown is not None:
            self.papers.forget(self.reading.shown)

    def _show_forgotten(self) -> None:
        self._wanted = None
        self.banner.hide()
        self._read()

    # Wires

    def _use(self, trust: "TrustList") -> None:
        self.run.trust = trust
        set_text(self.trust_line, f"{list_line(trust, self._opened.clock.now())}.")

    def _switch(self, number: int) -> None:
        self._wanted = number
        self.banner.hide()
        self._read()

    def _left(self) -> QWidget:
        left = QWidget()
        left.setProperty("ground", "none")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.list, 1)
        column.addWidget(self.trust_line)
        return left

    def _connect(self) -> None:
        self.lists.used.connect(self._use)
        self.lists.told.connect(self.banner.say)
        self.papers.told.connect(self.banner.say)
        self.papers.working.connect(self.tools_row.report.setDisabled)
        self.papers.forgotten.connect(self._show_forgotten)
        self.papers.broken.connect(self._break)
        self.chosen.broken.connect(self._break)
        for signal, slot in (
            (self.run.looking, self._show_looking), (self.run.begun, self._show_begun),
            (self.run.moved, self._show_step), (self.run.ended, self._show_end),
            (self.run.nothing, self._show_nothing), (self.run.broken, self._break),
            (self.progress.cancelled, self.run.pause), (self.tools_row.switched, self._switch),
            (self.list.current_changed, self._open), (self.list.pressed_empty, self._choose),
            (self.list.entered, self._enter), (self.view.back_wanted, self._leave),
            (self.panes.changed, self._rearrange), (self.tools_row.taken, self._choose),
            (self.tools_row.going_on, self._go_on), (self.tools_row.again, self._again),
            (self.tools_row.saving, self._save), (self.tools_row.forgetting, self._forget),
        ):  # fmt: skip
            signal.connect(slot)
        self.list.files.table.clicked.connect(lambda _index: self.panes.open() if self.panes.narrow else None)

    def _enter(self) -> None:
        self.panes.open()
        target = self.view.rebuild or self.view.back
        if target.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.panes.close_opened()
        self.list.files.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rearrange(self) -> None:
        """With room for one of both, the opened document takes the whole page."""
        narrow = self.panes.narrow
        self.view.stand_alone(narrow)
        for widget in (self._title, self._subtitle, self.tools_row):
            widget.setVisible(not narrow or not self.panes.shows_opened)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.check(paths_in(event.mimeData()))


def _title() -> str:
    return translate("batch", "Verificación masiva")


def _invitation() -> str:
    return translate(
        "batch", "Carpetas con miles de documentos: contra el sello, la lista de confianza y los datos de la oficina."
    )
