"""Documents and papers of the legajo: shown in the program, fetched when they are not here, saved, checked, asked for.

The questions are attributes (`ask_target`, `ask_question`): what a person answers, the page need not know how.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.pages.copy_saving import CopySaving
from desktop.pages.legajo_drafts import DraftKeeper
from desktop.pages.payslip_verdict import PayslipVerdict
from desktop.presenters.errors import explain
from desktop.presenters.export import copy_warning
from desktop.presenters.legajo_papers import ACTIONS, PaperCard
from desktop.presenters.legajo_talk import ask_paper_words, refused_words, wanted_words
from desktop.tasks.legajo_readings import read_file, want_file
from desktop.widgets.dialogs import ask, tell_trouble
from desktop.words import translate
from storage.request_records import RequestContent

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.opened import Opened
    from storage.request_records import OwnRequest


class Viewing(QObject):
    """`shown(title, pdf, file name, sealed)`; `told(words, tone)` for the page; `fetching` when one was asked for."""

    shown = Signal(str, bytes, str, bool)
    told = Signal(str, str)
    fetching = Signal()
    queued = Signal(object)  # OwnRequest, for a paper

    def __init__(self, opened: "Opened", window: QWidget) -> None:
        super().__init__(window)
        self._opened, self._window = opened, window
        self._warned = False
        self.folder: Path | None = None  # the one chosen last
        self.verdict = PayslipVerdict(opened, window)
        self.ask_target: Callable[[Path], Path | None] = self._ask_target
        self.ask_question: Callable[..., bool] = ask
        self._saving = CopySaving(opened.desk, window)
        self._saving.ask = self._asked_for_copy
        self._saving.told.connect(self.told)

    # Documents of a record

    def view(self, sha256: str, title: str) -> None:
        """Show a document; one that is not here is asked for."""
        found = partial(self._found, sha256, title)
        self._opened.desk.ask(self, lambda db: read_file(db, sha256), found)

    def _found(self, sha256: str, title: str, pdf: bytes | None) -> None:
        if pdf is not None:
            self.shown.emit(title, pdf, f"{title}.pdf", False)
            return
        self._opened.desk.ask(self, lambda db: want_file(db, sha256), self._asked, self._not_named)

    def _asked(self, _nothing: None) -> None:
        self.told.emit(wanted_words(), "info")
        self.fetching.emit()

    def _not_named(self, error: Exception) -> None:
        if not isinstance(error, KeyError):
            raise error
        self.told.emit(translate("legajo", "La UGEL no tiene el archivo de ese documento."), "wait")

    # Papers of the office

    def view_paper(self, card: PaperCard) -> None:
        """Show hoja de vida, informe or constancia."""
        self._with_pdf(card, lambda pdf: self.shown.emit(card.title, pdf, file_name(card), True))

    def save_paper(self, card: PaperCard) -> None:
        """Save a copy where the person says."""
        self._with_pdf(card, lambda pdf: self.save(pdf, file_name(card)))

    def verify_paper(self, card: PaperCard) -> None:
        """Check its seal."""
        self._with_pdf(card, lambda pdf: self.verdict.check_pdf(pdf, file_name(card), card.title))

    def ask_paper(self, card: PaperCard) -> None:
        """Ask escalafón for one, through the outbox."""
        if not self.ask_question(self._window.window(), *ask_paper_words(card.kind)):
            return
        self._queue(RequestContent(action=ACTIONS[card.kind], section="", kind="", record="", base=None), "")

    def ask_again(self, content: RequestContent, draft: str = "") -> None:
        """Ask once more for a paper: with the draft there is, or with a new one that corrects what `content` says."""
        kind = next(kind for kind, action in ACTIONS.items() if action is content.action)
        if self.ask_question(self._window.window(), *ask_paper_words(kind)):
            self._queue(content, draft)

    def _queue(self, content: RequestContent, draft: str) -> None:
        keeper = DraftKeeper(self._opened, draft, parent=self)
        keeper.failed.connect(partial(self._not_queued, keeper))
        keeper.queue(content, partial(self._queued, keeper))

    def _queued(self, keeper: DraftKeeper, own: "OwnRequest") -> None:
        keeper.deleteLater()
        self.queued.emit(own)

    def _not_queued(self, keeper: DraftKeeper, error: Exception) -> None:
        """The wish was not accepted: its draft goes, there is nothing in it to keep."""
        keeper.discard(keeper.deleteLater)
        words = refused_words(str(getattr(error, "code", "")))
        if words is None:
            tell_trouble(self._window.window(), explain(error))
        else:
            self.told.emit(words, "wait")

    def _with_pdf(self, card: PaperCard, act: "Callable[[bytes], object]") -> None:
        paper = card.paper
        if paper is None:
            return

        def found(pdf: bytes | None) -> None:
            if pdf is None:
                self.told.emit(wanted_words(), "info")
            else:
                act(pdf)

        self._opened.desk.ask(self, lambda db: read_file(db, paper.sha256), found)

    # Copies

    def save(self, pdf: bytes, name: str) -> None:
        """Save a copy outside the vault, after saying once what that means."""
        if not self._warn():
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        target = self.ask_target((self.folder or Path(documents)) / name)
        if target is not None:
            self.folder = target.parent
            self._saving.save(pdf, target)

    def _asked_for_copy(self, *words: object, dangerous: bool) -> bool:
        return self.ask_question(*words, dangerous=dangerous)

    def _warn(self) -> bool:
        if not self._warned:
            title = translate("export", "Guardar una copia fuera de Chasqui")
            verb = translate("export", "Elegir carpeta…")
            self._warned = self.ask_question(self._window.window(), title, copy_warning(), verb)
        return self._warned

    def _ask_target(self, suggested: Path) -> Path | None:
        name, _filter = QFileDialog.getSaveFileName(
            self._window, translate("legajo", "Descargar documento"), str(suggested),
            translate("export", "Documento PDF (*.pdf)"), options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if not name:
            return None
        target = Path(name)
        return target if target.suffix else target.with_suffix(".pdf")


def file_name(card: PaperCard) -> str:
    """hoja_de_vida_2026-03-03.pdf"""
    return f"{card.kind.value}_{card.paper.emitido.isoformat()}.pdf" if card.paper else f"{card.kind.value}.pdf"
