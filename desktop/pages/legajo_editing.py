"""A request while it is written: opened, kept, mended when the office changed the record, confirmed, queued.

It joins the editor (widgets), the keeper (disk) and the questions; the page only shows and hides the editor. The
questions are attributes (`ask_box`, `ask_question`, `open_sustento`): what a person answers, tests answer too.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.pages.legajo_drafts import DraftKeeper
from desktop.pages.legajo_sustentos import OpenSustento, open_sustento
from desktop.presenters.errors import explain
from desktop.presenters.formats import clock_time
from desktop.presenters.legajo_form import documents_with, finished, known_of
from desktop.presenters.legajo_send import collides, collision, confirmation, settled
from desktop.presenters.legajo_talk import (
    discard_words,
    gone_words,
    refused_words,
    unchanged_words,
    wrong_words,
)
from desktop.tasks.legajo_readings import DraftReading, LegajoReading, read_file
from desktop.widgets.dialogs import Dialog, ask, tell_trouble
from desktop.widgets.legajo_collision import CollisionBox
from desktop.widgets.legajo_confirm import confirm_box
from desktop.widgets.legajo_editor import RecordEditor
from desktop.words import translate
from sync.identifiers import new_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop.opened import Opened
    from documents.legajo import LegajoRecord, SupportingDocument
    from storage.request_records import OwnRequest, RequestContent


class Editing(QObject):
    """`closed(record, words)`: back to the record, with perhaps a sentence; `queued(OwnRequest)` once it is on disk."""

    closed = Signal(str, str)
    queued = Signal(object)

    def __init__(self, opened: "Opened", editor: RecordEditor, window: QWidget) -> None:
        super().__init__(window)
        self._opened, self._editor, self._window = opened, editor, window
        self._keeper: DraftKeeper | None = None
        self._reading: LegajoReading | None = None
        self._fact: LegajoRecord | None = None
        self.ask_box: Callable[[Dialog], bool] = lambda box: box.exec() == QDialog.DialogCode.Accepted
        self.ask_question: Callable[..., bool] = ask
        self.open_sustento: OpenSustento = open_sustento
        editor.changed.connect(self._changed)
        editor.send_wanted.connect(self.send)
        editor.save_wanted.connect(self.save)
        editor.discard_wanted.connect(self.discard)
        editor.back_wanted.connect(self.leave)
        editor.add_wanted.connect(lambda: self._ask_document(None, None))
        editor.edit_wanted.connect(self._edit_document)
        editor.drop_wanted.connect(self._drop_document)

    @property
    def running(self) -> bool:
        """Whether an editor is open."""
        return self._keeper is not None

    @property
    def keeper(self) -> DraftKeeper | None:
        """What keeps the open draft."""
        return self._keeper

    def begin(self, content: "RequestContent", reading: LegajoReading, fact: "LegajoRecord | None") -> None:
        """A new wish; there is no draft before the first change."""
        self._open(content, reading, fact, DraftKeeper(self._opened, parent=self))
        self._editor.say("")

    def resume(self, draft: DraftReading, reading: LegajoReading) -> None:
        """Go on with a draft."""
        self._open(draft.own.content, reading, draft.fact, DraftKeeper(self._opened, draft.own.uuid, parent=self))
        self._say_saved()

    def renew(self, fact: "LegajoRecord | None") -> None:
        """Facts changed while the editor is open; the question comes with "Enviar", not in the middle of a word."""
        self._fact = fact

    def send(self) -> None:
        """Check, show before and after, ask, queue."""
        content, reading = self._editor.content, self._reading
        judged = self._editor.reading
        if content is None or reading is None or judged is None or not self._mended():
            return
        content, judged = self._editor.content or content, self._editor.reading or judged
        if not judged.may_leave:
            if self._editor.form is not None:
                self._editor.form.complain_everywhere()
            self._editor.say(wrong_words(judged), "bad")
            return
        content = replace(content, fields=finished(content, reading.catalogue, self._today()))
        doubts = tuple(one.text for one in (*judged.whole, *judged.complaints.values()))
        asked = confirmation(content, reading.catalogue, self._today(), doubts)
        if asked.asks_nothing:
            self._editor.say(unchanged_words(), "bad")
        elif self.ask_box(confirm_box(self._window.window(), asked)) and self._keeper is not None:
            self._editor.setEnabled(False)  # what is frozen now is what was confirmed
            self._keeper.queue(content, self._queued)

    def save(self) -> None:
        """Keep the draft and go back to the record."""
        self._leave(
            translate("legajo", "Borrador guardado en esta computadora. Nadie más lo ve hasta que usted lo envíe.")
        )

    def leave(self) -> None:
        """Go back; whatever was written is kept."""
        self._leave("")

    def discard(self) -> None:
        """Throw the draft away, after asking when there is one."""
        keeper = self._keeper
        if keeper is None:
            return
        if keeper.begun and not self.ask_question(self._window.window(), *discard_words(), dangerous=True):
            return
        keeper.discard(lambda: self._close(translate("legajo", "Borrador descartado. Su legajo sigue igual.")))

    def flush(self) -> None:
        """Save now what waits: the page is going out of sight."""
        if self._keeper is not None and not self._keeper.at_rest:
            self._keeper.flush()

    # Opening and closing

    def _open(
        self, content: "RequestContent", reading: LegajoReading, fact: "LegajoRecord | None", keeper: DraftKeeper
    ) -> None:
        self._keeper, self._reading, self._fact = keeper, reading, fact
        keeper.unsaved.connect(lambda: self._editor.say(translate("legajo", "Guardando…")))
        keeper.saved.connect(self._say_saved)
        keeper.failed.connect(self._failed)
        self._show(content, reading)

    def _show(self, content: "RequestContent", reading: LegajoReading) -> None:
        known = known_of(reading.records, content.record)
        self._editor.show_wish(content, reading.catalogue, self._today(), known, reading.places)

    def _leave(self, words: str) -> None:
        keeper = self._keeper
        if keeper is None:
            return
        if keeper.at_rest:
            self._close(words if keeper.begun else "")
        else:
            keeper.flush(lambda: self._close(words))

    def _close(self, words: str) -> None:
        keeper, self._keeper = self._keeper, None
        if keeper is None:
            return
        keeper.deleteLater()
        self._editor.setEnabled(True)
        self.closed.emit(self._editor.content.record if self._editor.content else "", words)

    def _queued(self, own: "OwnRequest") -> None:
        self.queued.emit(own)
        self._close("")

    # What the office did meanwhile

    def _mended(self) -> bool:
        """Whether the draft is over the record as it is now; asks when it is not."""
        return self.settle() if self.needs_settling else True

    @property
    def needs_settling(self) -> bool:
        """Whether the office changed the record since the draft began."""
        content = self._editor.content
        return content is not None and collides(content, self._fact)

    def settle(self) -> bool:
        """Show the three versions and put the draft over today's record; False when the person puts it off."""
        content, reading = self._editor.content, self._reading
        if content is None or reading is None:
            return False
        clash = collision(content, self._fact, reading.catalogue, self._today())
        keep_mine: frozenset[str] = frozenset()
        if clash.gone:
            if not self.ask_question(self._window.window(), *gone_words(content)):
                return False
        else:
            box = CollisionBox(self._window.window(), clash)
            if not self.ask_box(box):
                return False
            keep_mine = box.keep_mine
        mended = settled(content, clash, keep_mine, new_id())
        self._show(mended, reading)
        self._changed()
        return not clash.gone

    # Documents

    def _edit_document(self, sha256: str) -> None:
        content = self._editor.content
        one = next((it for it in content.documents if it.sha256 == sha256), None) if content else None
        if one is not None:
            self._opened.desk.ask(self, lambda db: read_file(db, sha256), lambda pdf: self._ask_document(one, pdf))

    def _ask_document(self, document: "SupportingDocument | None", pdf: bytes | None) -> None:
        reading = self._reading
        if reading is None:
            return
        before = document.sha256 if document else ""
        self.open_sustento(
            self._opened, reading.catalogue, self._today(), self._window.window(), document, pdf,
            lambda made, content: self._keep_document(made, content, before),
        )  # fmt: skip

    def _keep_document(self, document: "SupportingDocument", content: bytes, before: str) -> None:
        def kept() -> None:
            wish = self._editor.content
            if wish is not None:
                self._put(replace(wish, documents=documents_with(wish.documents, document, before)))

        if not content:  # only its words changed; the file stays where it is
            kept()
        elif self._keeper is not None:
            self._keeper.keep_file(document.sha256, content, kept)

    def _drop_document(self, sha256: str) -> None:
        content = self._editor.content
        if content is not None:
            self._put(replace(content, documents=tuple(one for one in content.documents if one.sha256 != sha256)))

    # Small things

    def _changed(self) -> None:
        if self._keeper is not None and self._editor.content is not None:
            self._keeper.put(self._editor.content)

    def _put(self, content: "RequestContent") -> None:
        self._editor.put(content)
        self._changed()

    def _today(self) -> "date":
        return self._opened.clock.now().astimezone().date()

    def _say_saved(self) -> None:
        at = clock_time(self._opened.clock.now())
        self._editor.say(translate("legajo", "Borrador guardado en esta computadora · {time}").format(time=at))

    def _failed(self, error: Exception) -> None:
        self._editor.setEnabled(True)
        code = getattr(error, "code", "")
        told = refused_words(code) if isinstance(code, str) else None
        if told is None:
            self._editor.say(translate("legajo", "No se pudo guardar. Lo escrito sigue aquí."), "bad")
            tell_trouble(self._window.window(), explain(error))
            return
        self._editor.say(told, "bad")
