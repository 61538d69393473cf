"""«Completar índice», where something was taken in before the index noted schools: the link, and its words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.plain import set_tooltip
from desktop.presenters.lis_words import completed_words, noting_words
from desktop.widgets.buttons import link
from desktop.words import translate

if TYPE_CHECKING:
    from desktop.pages.lis_importing import Importing
    from desktop.widgets.banner import Banner
    from desktop.widgets.progress import ProgressRow


class Completing(QObject):
    """`over` when it ended, whole or stopped: the list should be read again."""

    over = Signal()

    def __init__(self, importing: "Importing", banner: "Banner", progress: "ProgressRow") -> None:
        super().__init__(importing)
        self._importing, self._banner, self._progress = importing, banner, progress
        self.link = link(translate("lis", "Completar í&ndice"), importing.complete, "refresh-cw")
        set_tooltip(self.link, translate("lis", "Anota el establecimiento y el cargo de las boletas importadas antes."))
        self.link.hide()
        importing.began.connect(self.link.hide)
        importing.noted.connect(self._show)
        importing.completed.connect(self._end)

    def offer(self, unplaced: int) -> None:
        """Of so many files schools and posts are not noted."""
        self.link.setVisible(bool(unplaced) and not self._importing.running)

    def _show(self, done: int, total: int) -> None:
        self._progress.say(noting_words(done, total), done / total)

    def _end(self, whole: bool) -> None:
        self._banner.say(completed_words(whole=whole), "good" if whole else "neutral")
        self.over.emit()
