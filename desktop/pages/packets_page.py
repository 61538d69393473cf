"""Paquetes: documents of many people at once. A list of jobs, and the steps to a new one. Read and made on the pool."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from desktop.models.packet_tables import JOB_NAME, JOB_PEOPLE, JOB_STATE, job_columns
from desktop.pages.packet_deeds import PacketDeeds
from desktop.pages.packet_lists import PacketLists
from desktop.pages.packet_running import PacketRunning
from desktop.presenters.errors import explain
from desktop.presenters.packet_words import ended_words, step_words
from desktop.tasks.packet_readings import Grounds, JobReading, read_grounds, read_job, read_jobs
from desktop.tasks.packet_run import PacketStep
from desktop.theme import theme
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import primary
from desktop.widgets.dialogs import ask, tell_trouble
from desktop.widgets.flow import FlowLayout
from desktop.widgets.packet_job_view import JobView
from desktop.widgets.packet_maker import PacketMaker, Wanted
from desktop.widgets.page import Page, scrolling
from desktop.widgets.panes import Panes
from desktop.widgets.progress import ProgressRow
from desktop.widgets.record_card import RecordCard
from desktop.words import translate
from documents.packet.profiles import load
from documents.payslip import Period
from storage.errors import DamagedFileError
from storage.packet_records import PacketJob

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.desk import Job

BOTH_FROM = 860  # pixels at 100 %


class PacketsPage(Page):
    """The page "packets". `deeds` and `running` do the work; `reading` is the job that is shown."""

    def __init__(self, opened: "Opened", parent: QWidget | None = None) -> None:
        super().__init__(_title(), _subtitle(), scrolls=False, parent=parent)
        self._opened = opened
        self.jobs: tuple[PacketJob, ...] | None = None
        self.maker = PacketMaker(load().profiles)
        self.deeds = PacketDeeds(opened, self, self.maker)
        self.lists = PacketLists(opened, self, self.maker)
        self.running = PacketRunning(opened, self)
        self.banner, self.progress = Banner(), ProgressRow()
        self.list: RecordCard[PacketJob] = RecordCard(
            translate("packets", "Trabajos"), job_columns(), lambda job: job.uuid, roomy=JOB_NAME,
            leaving=(JOB_PEOPLE, JOB_STATE),
        )  # fmt: skip
        self.view = JobView()
        self.new_button = primary(translate("packets", "&Nuevo paquete…"), self.begin_new, "plus")
        self._job: Job | None = None
        self.panes = Panes(self.list, scrolling(self.view), both_from=BOTH_FROM, shares=(42, 58))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.panes)
        self.stack.addWidget(self.maker)
        row = FlowLayout(gap=theme().px(8))
        row.addWidget(self.new_button)
        self.body.addLayout(row)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.stack, 1)
        self.progress.hide()
        self.view.hide()
        self._connect()
        self.setFocusProxy(self.new_button)
        self.refresh()

    # The list

    @override
    def refresh(self) -> None:
        """Read the jobs again; what is chosen stays."""
        vault = self._opened.vault
        self._opened.desk.start(self, lambda _job: read_jobs(vault), self._show_jobs, self._break)

    @override
    def open_item(self, item: str) -> None:
        """Show this job."""
        self.stack.setCurrentWidget(self.panes)
        if self.list.choose(item):
            self.panes.open()

    def _show_jobs(self, jobs: tuple[PacketJob, ...]) -> None:
        self.jobs = jobs
        if jobs:
            self.list.show_rows(jobs)
        else:
            self.list.show_empty(
                "folder-down", translate("packets", "Todavía no armó ningún paquete"),
                translate("packets", "Boletas, constancias o legajos de muchas personas a la vez, en PDF listos."),
                translate("packets", "Nuevo paquete…"),
            )  # fmt: skip
        if self.list.current is None:
            self.list.choose_first()
        self._open(self.list.current)

    def _open(self, job: PacketJob | None) -> None:
        if self._job is not None:
            self._job.cancel()
        self.view.setVisible(job is not None and self.panes.shows_opened)
        if job is None:
            self.view.reading = None
            return
        vault, uuid = self._opened.vault, job.uuid
        self._job = self._opened.desk.start(self, lambda _job: read_job(vault, uuid), self._show_job, self._gone)

    def _show_job(self, reading: JobReading) -> None:
        running = self.running.job
        self.view.show_job(reading, running=running is not None and running.uuid == reading.job.uuid)

    def _gone(self, error: Exception) -> None:
        if not isinstance(error, KeyError):
            self._break(error)

    # A new one

    def begin_new(self) -> None:
        """Show the steps, with what the office knows by now."""
        vault, today = self._opened.vault, self._opened.clock.now().astimezone().date()
        self._opened.desk.start(self, lambda _job: read_grounds(vault, today), self._show_steps, self._break)

    def _show_steps(self, grounds: Grounds, current: str = "") -> None:
        fresh = self.stack.currentWidget() is not self.maker
        self.lists.grounds = grounds
        self.maker.people.show_grounds(grounds.roster, grounds.groups)
        self.maker.recipe.show_recipes(grounds.recipes, grounds.saved, current)
        today = self._opened.clock.now().astimezone()
        self.maker.recipe.show_spans(Period(today.year, today.month))
        if fresh:
            self.maker.people.clear()
            self.maker.turn(0)
        self._turn(self.maker)

    def _kept(self, name: str) -> None:
        """A group or a recipe was saved: the choices know it; what is being done stays."""
        vault, today = self._opened.vault, self._opened.clock.now().astimezone().date()
        self._opened.desk.start(
            self, lambda _job: read_grounds(vault, today), lambda grounds: self._show_steps(grounds, name), self._break
        )

    def _turn(self, widget: QWidget) -> None:
        self.stack.setCurrentWidget(widget)
        self.new_button.setVisible(widget is self.panes)
        self._subtitle.setVisible(widget is self.panes)  # the steps need the room

    def _leave_steps(self) -> None:
        self._turn(self.panes)
        self.new_button.setFocus()

    def _make(self, wanted: Wanted) -> None:
        if self.running.job is not None:
            words = translate("packets", "Ya hay un trabajo en marcha. Espere a que termine, o deténgalo.")
            self.maker.banner.say(words, "wait")
            return
        office = self.lists.grounds.office if self.lists.grounds else ""
        self._turn(self.panes)
        self.running.start(wanted, office, self.deeds.key)

    # Runs

    def go_on(self) -> None:
        """Continue the job that is shown; asks where its folder is when it is not where it was."""
        reading = self.view.reading
        if reading is None or self.running.job is not None:
            return
        if reading.job.trouble == "export-gone":
            self.deeds.move(reading, self._go_on)
        else:
            self._go_on(reading)

    def _go_on(self, reading: JobReading) -> None:
        self.running.go(reading.job, self.deeds.key)

    def _show_began(self, _job: PacketJob) -> None:
        self.banner.hide()
        self.new_button.setEnabled(False)
        self.progress.say(translate("packets", "Preparando…"), None)
        self.progress.show()
        self.refresh()

    def _show_step(self, step: PacketStep) -> None:
        words = step_words(step.done, step.total, step.name, step.seconds_left)
        self.progress.say(words, step.done / step.total if step.total else None)

    def _show_end(self, job: PacketJob) -> None:
        self._rest()
        words, tone = ended_words(job)
        self.banner.say(words, tone, translate("packets", "Abrir carpeta"), lambda: self._show_folder_of(job))
        self.list.choose(job.uuid)
        self.refresh()

    def _break(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, DamagedFileError):
            words = translate("packets", "El archivo de la oficina está dañado. Sus boletas y solicitudes están bien.")
            self.banner.say(words, "bad", translate("packets", "Empezar de nuevo"), self._restart)
        else:
            tell_trouble(self.window(), explain(error))

    def _restart(self) -> None:
        vault = self._opened.vault
        self._opened.desk.start(self, lambda _job: vault.restart_office(), lambda _aside: self.refresh(), self._break)

    def _rest(self) -> None:
        self.progress.hide()
        self.new_button.setEnabled(True)

    # Deeds on a job

    def _show_folder_of(self, job: PacketJob) -> None:
        self.deeds.show_folder(Path(job.folder))

    def _open_folder(self) -> None:
        if self.view.reading is not None:
            self._show_folder_of(self.view.reading.job)

    def _report(self) -> None:
        if self.view.reading is not None:
            self.deeds.save_report(self.view.reading)

    def _forget(self) -> None:
        reading = self.view.reading
        question = translate("packets", "¿Quitar este trabajo de la lista?")
        told = translate("packets", "Sus archivos se quedan en la carpeta. Un trabajo detenido ya no podrá continuar.")
        if reading is not None and ask(self.window(), question, told, translate("packets", "&Quitar")):
            self.deeds.forget(reading, self.refresh)

    # Wires

    def _connect(self) -> None:
        self.list.current_changed.connect(self._open)
        self.list.pressed_empty.connect(self.begin_new)
        self.list.entered.connect(self._enter)
        self.list.table.clicked.connect(lambda _index: self.panes.open() if self.panes.narrow else None)
        self.view.go_on_wanted.connect(self.go_on)
        self.view.folder_wanted.connect(self._open_folder)
        self.view.report_wanted.connect(self._report)
        self.view.forget_wanted.connect(self._forget)
        self.view.back_wanted.connect(self._leave)
        self.panes.changed.connect(self._rearrange)
        self.maker.left.connect(self._leave_steps)
        self.maker.wanted.connect(self._make)
        self.deeds.kept.connect(self._kept)
        self.lists.kept.connect(self._kept)
        self.deeds.told.connect(self.banner.say)
        self.progress.cancelled.connect(self.running.stop)
        self.running.began.connect(self._show_began)
        self.running.moved.connect(self._show_step)
        self.running.ended.connect(self._show_end)
        self.running.broken.connect(self._break)
        shortcut = QShortcut(QKeySequence("Ctrl+N"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.new_button.click)

    def _enter(self) -> None:
        self.panes.open()
        first = self.view.go_on if self.view.go_on.isVisible() else self.view.folder
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.panes.close_opened()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rearrange(self) -> None:
        self.view.stand_alone(self.panes.narrow)
        self.view.setVisible(self.list.current is not None and self.panes.shows_opened)


def _title() -> str:
    return translate("packets", "Paquetes")


def _subtitle() -> str:
    return translate("packets", "Documentos de muchas personas a la vez: elegirlas, elegir qué lleva cada una, armar.")
