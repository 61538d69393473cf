"""A job beside the list of jobs: how it stands, what it makes, for whom something is missing, what can be done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.packet_tables import STATE, WHO, lacking_columns
from desktop.plain import breakable, label, set_text
from desktop.presenters.packet_words import job_tag, job_words, recipe_lines
from desktop.tasks.packet_readings import JobReading
from desktop.theme import theme
from desktop.widgets.buttons import link, primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.flow import FlowLayout
from desktop.widgets.record_card import RecordCard
from desktop.widgets.tag import Tag
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.presenters.packet_report import ReportRow


class JobView(QWidget):
    """`go_on_wanted`, `folder_wanted`, `report_wanted`, `forget_wanted`, `back_wanted`: what the person asks for."""

    go_on_wanted = Signal()
    folder_wanted = Signal()
    report_wanted = Signal()
    forget_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.reading: JobReading | None = None
        self.back = link(translate("packets", "Volver a los trabajos"), self.back_wanted.emit, "arrow-left")
        self.name, self.state = label("", "heading", wrap=True), Tag()
        self.words, self.made = label("", wrap=True), label("", "quiet", wrap=True)
        self.go_on = primary(translate("packets", "&Continuar"), self.go_on_wanted.emit, "play")
        self.folder = secondary(translate("packets", "&Abrir carpeta"), self.folder_wanted.emit, "folder-open")
        self.report = secondary(translate("packets", "&Informe…"), self.report_wanted.emit, "file-text")
        self.forget = secondary(translate("packets", "&Quitar de la lista"), self.forget_wanted.emit, "x")
        self.lacking: RecordCard[ReportRow] = RecordCard(
            translate("packets", "Personas a quienes les falta algo"), lacking_columns(), lambda row: row.place,
            roomy=WHO, leaving=(STATE,),
        )  # fmt: skip
        self._lay_out()
        self.back.hide()

    def show_job(self, reading: JobReading, *, running: bool) -> None:
        """This job, as it stands."""
        self.reading = reading
        job, tag = reading.job, job_tag(reading.job, running=running)
        set_text(self.name, job.recipe.name)
        self.state.show_state(tag.word, tag.tone, tag.sign)
        set_text(self.words, job_words(job))
        set_text(self.made, "\n".join((*recipe_lines(job.recipe), breakable(job.folder))))
        self.go_on.setVisible(job.ended_at is None and not running)
        self.forget.setEnabled(not running)
        if reading.lacking:
            self.lacking.show_rows(reading.lacking)
            return
        over = job.ended_at is not None
        title = translate("packets", "No falta nada") if over else translate("packets", "Hasta ahora no falta nada")
        told = translate("packets", "Cada persona tiene todo lo que pide la receta.") if over else translate(
            "packets", "Lo que falte se dirá aquí, persona por persona.")  # fmt: skip
        self.lacking.show_empty("circle-check", title, told)

    def stand_alone(self, alone: bool) -> None:
        """Without the list beside it."""
        self.back.setVisible(alone)

    def _lay_out(self) -> None:
        card = Card(spacing=10)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.state)
        card.body.addWidget(self.back)
        card.body.addLayout(head)
        card.body.addWidget(self.words)
        card.body.addWidget(self.made)
        row = FlowLayout(gap=theme().px(8))
        for button in (self.go_on, self.folder, self.report, self.forget):
            row.addWidget(button)
        card.body.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme().px(12))
        whole.addWidget(card)
        whole.addWidget(self.lacking, 1)
