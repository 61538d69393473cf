"""Agregar sustento: chosen files become one clean PDF, and the person says what the paper is.

Opens no file: that is `sustento_work`, on the pool and in a disposable process. Keeps nothing: who asked gets the
document and its bytes by `accepted_document`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from desktop.dialogs.sustento_layout import SustentoLayout
from desktop.dialogs.sustento_work import SustentoWork
from desktop.models.page_list import PageEntry
from desktop.presenters.errors import explain
from desktop.presenters.sustento import EMPTY
from desktop.tasks.preparing import Added, Chosen, Step
from desktop.widgets.dialogs import ask, tell_trouble
from desktop.widgets.drop_area import paths_in
from desktop.widgets.reading_order import ReadingDialog
from desktop.words import translate
from documents.legajo import SupportingDocument
from documents.sustento.records import PageChoice, Sustento
from documents.sustento.words import remarked, size_line, told

if TYPE_CHECKING:
    from desktop.opened import Opened
    from documents.legajo_catalogue import LegajoCatalogue
    from documents.sustento.errors import SustentoError

SETTLING = 250  # milliseconds after a change before the pages are joined again


class SustentoDialog(ReadingDialog):
    """`begin` shows it. `accepted_document(SupportingDocument, bytes)` when the person saves; the bytes are empty when
    a document was edited whose file is not in this computer and no other was chosen: its digest stays."""

    accepted_document = Signal(object, object)

    def __init__(
        self, opened: "Opened", catalogue: "LegajoCatalogue", today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._limits = catalogue.limits
        self.work = SustentoWork(opened.desk, catalogue.limits, self)
        self.view = SustentoLayout(self, opened.desk, catalogue, today)
        self.ask_files: Callable[[], Sequence[Path]] = self._ask_files
        self.ask_discard: Callable[[], bool] = self._ask_discard
        self._document = EMPTY
        self._kept = b""  # the file as it came, while its pages are untouched
        self._kept_pages: tuple[PageChoice, ...] = ()
        self._sustento: Sustento | None = None
        self._saving = self._touched = False
        self._settling = QTimer(self, singleShot=True, interval=SETTLING)
        self._settling.timeout.connect(self._join)
        self._connect()

    def begin(self, document: SupportingDocument | None = None, pdf: bytes | None = None) -> None:
        """Show it for a new document, or with one that is there already and its file if that is in this computer."""
        self._document = document or EMPTY
        self._kept = pdf or b""
        self.view.retitle(new=document is None)
        self.view.form.show_document(self._document)
        if pdf:
            self.work.add([Chosen(translate("sustento", "Documento guardado"), pdf)])
        self._show_state()
        self.open()

    def add(self, paths: Sequence[Path]) -> None:
        """Add files at the end."""
        if paths:
            self._touched = True
            self.view.banner.hide()
            self.work.add([Chosen(path.name, path) for path in paths])

    def save(self) -> None:
        """Judge what is written, and hand it over as soon as the file is made."""
        self._saving = True
        if self._settling.isActive():
            self._settling.stop()
            self._join()
        elif self._sustento is None and self.work.rests:
            self._join()  # it was refused before: perhaps it is not any more
        self._finish()

    # Files come

    def _show_step(self, step: Step) -> None:
        share = (step.at - 1 + (step.done / step.total if step.total else 0)) / step.files
        words = translate("sustento", "Abriendo «{name}»").format(name=step.name)
        self.view.progress.say(words, share if step.total or step.files > 1 else None)

    def _take(self, added: Added) -> None:
        for arrived in added.arrived:
            entries = [
                PageEntry(PageChoice(arrived.source, page), thumbnail, arrived.name)
                for page, thumbnail in enumerate(arrived.thumbnails)
            ]
            if self._kept and not self._kept_pages and not self._touched:
                self._kept_pages = tuple(entry.choice for entry in entries)
            self.view.strip.model.append(entries)
        if added.arrived and self.view.strip.row < 0:
            self.view.strip.choose(0)
        if added.refused:
            self._complain(added.refused)
        self._change()

    def _complain(self, errors: "Sequence[SustentoError]") -> None:
        what = " ".join(" ".join((told(error)[0], told(error)[2])) for error in errors)
        self.view.complain(f"{what} {told(errors[0])[1]}")

    # Pages change

    def _edit_pages(self) -> None:
        self._touched = True
        self._change()

    def _change(self) -> None:
        self._sustento = None
        if self.view.strip.model.entries:
            self._settling.start()
        self._show_state()

    def _join(self) -> None:
        choices = self.view.strip.model.choices
        if self._kept and choices == self._kept_pages:
            self._show_kept()
        elif choices:
            self.work.make(choices)

    def _show_kept(self) -> None:
        """Nothing was changed: the file stays as it is, byte for byte."""
        document = self._document
        pages = len(self._kept_pages)
        self._take_made(Sustento(self._kept, document.sha256, len(self._kept), pages, (), len(self._kept), 0))

    def _take_made(self, made: Sustento) -> None:
        self._sustento = made
        self.view.form.offer_folios(made.pages)
        self._show_state()
        self._finish()

    def _refuse(self, error: "SustentoError") -> None:
        self._saving = False
        self._complain([error])
        self._show_state()

    def _break(self, error: Exception) -> None:
        self._saving = False
        self._show_state()
        tell_trouble(self, explain(error))

    # What is seen

    def _show_state(self) -> None:
        made = self._sustento
        entries = self.view.strip.model.entries
        away = bool(self._document.sha256) and not self._kept and not entries
        self.view.show_pages(entries=bool(entries), away=away)
        self.view.progress.setVisible(self.work.adding)
        if made is not None:
            line = size_line(made, self._limits.max_bytes)
        elif entries and (self.work.joining or self._settling.isActive()):
            line = translate("sustento", "Calculando cuánto pesa…")
        else:
            line = ""
        self.view.tell_size(line, [remarked(remark) for remark in made.remarks] if made else [])
        self.view.show_pdf(made.pdf if made else b"")
        self.view.save.setEnabled(not self.work.adding)

    # The end

    def _finish(self) -> None:
        entries = self.view.strip.model.entries
        if not self._saving or (entries and self._sustento is None):
            return
        self._saving = False
        read = self.view.form.read(self._file())
        whole = read.words.get("")
        if whole is not None:
            self.view.complain(whole.text)
        if read.good:
            self._touched = False
            self.accepted_document.emit(read.document, self._sustento.pdf if self._sustento else b"")
            self.accept()

    def _file(self) -> SupportingDocument:
        made = self._sustento
        if made is not None:
            return replace(self._document, sha256=made.sha256, size=made.size, pages=made.pages)
        if self._kept:  # its pages were taken out, or cannot be shown: there is no file any more
            return EMPTY
        return self._document

    @override
    def reject(self) -> None:
        if not self._touched or self.ask_discard():
            super().reject()

    @override
    def done(self, result: int) -> None:
        self.work.close()
        self._settling.stop()
        self.view.viewer.clear()
        self.view.strip.model.show_entries(())  # the dialog may outlive its closing as a child of a page
        self._kept, self._sustento = b"", None
        super().done(result)

    def _ask_files(self) -> Sequence[Path]:
        kinds = translate("sustento", "Documentos y fotos (*.pdf *.jpg *.jpeg *.png)")
        names, _ = QFileDialog.getOpenFileNames(self, translate("sustento", "Elegir el documento"), "", kinds)
        return [Path(name) for name in names]

    def _ask_discard(self) -> bool:
        return ask(
            self,
            translate("sustento", "¿Salir sin guardar este documento?"),
            translate("sustento", "Lo que agregó aquí no quedará en la solicitud. Sus archivos no se tocan."),
            translate("sustento", "&Salir sin guardar"),
            dangerous=True,
        )

    # Wires

    def _connect(self) -> None:
        view, work = self.view, self.work
        work.stepped.connect(self._show_step)
        work.added.connect(self._take)
        work.made.connect(self._take_made)
        work.unmade.connect(self._refuse)
        work.broken.connect(self._break)
        work.changed.connect(self._show_state)
        view.strip.changed.connect(self._edit_pages)
        view.form.edited.connect(self._edit_words)
        view.progress.cancelled.connect(work.stop)
        view.drop.dropped.connect(self.add)
        view.drop.files_wanted.connect(lambda: self.add(self.ask_files()))
        view.more.clicked.connect(lambda _checked=False: self.add(self.ask_files()))
        view.save.clicked.connect(lambda _checked=False: self.save())
        view.cancel.clicked.connect(lambda _checked=False: self.reject())
        self.setAcceptDrops(True)

    def _edit_words(self) -> None:
        self._touched = True

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(paths_in(event.mimeData()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.arrange(self.width())
