"""How "Descargar todas" is followed on the page: a bar that can be stopped, then what was saved and what was not."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.pages.payslip_copies import PayslipCopies
from desktop.presenters.export import (
    ExportReport,
    ExportStep,
    missing_words,
    progress_words,
    report_lines,
    report_title,
)
from desktop.presenters.payslip_list import posts_of
from desktop.widgets.banner import Banner
from desktop.widgets.dialogs import tell
from desktop.widgets.progress import ProgressRow
from desktop.words import translate


class CopyReports(QObject):
    """Listens to the copies; `begins` is the button that starts a run and rests while one goes on."""

    def __init__(self, copies: PayslipCopies, banner: Banner, progress: ProgressRow, begins: QWidget) -> None:
        super().__init__(copies)
        self._banner, self._progress, self._begins = banner, progress, begins
        progress.hide()
        progress.cancelled.connect(copies.stop)
        copies.told.connect(banner.say)
        copies.moved.connect(self._show_step)
        copies.ended.connect(self._show_report)

    def _show_step(self, step: ExportStep) -> None:
        self._begins.setEnabled(False)
        self._progress.show()
        part = step.done / step.total if step.total else None
        self._progress.say(progress_words(step.done, step.total, step.name), part)

    def _show_report(self, report: ExportReport) -> None:
        self._progress.hide()
        self._begins.setEnabled(True)
        words = f"{report_title(report)}. {' '.join(report_lines(report))}"
        tone = "wait" if report.failed or report.cancelled or report.missing else "good"
        if not report.missing:
            self._banner.say(words, tone)
            return
        named = missing_words(report, posts_of(report.missing))
        more = partial(tell, self._begins.window(), translate("export", "Boletas sin PDF todavía"), named)
        self._banner.say(words, tone, translate("export", "Ver cuáles"), more)
