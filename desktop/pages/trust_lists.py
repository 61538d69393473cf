"""Which trust list the page uses: the profile's, or without a profile the one of the program; and opening a newer one.

Reading and verifying happen on the pool. The question for the file is an attribute, as with copies of payslips.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.presenters.errors import explain
from desktop.presenters.trust_words import accepted_words, refused_words
from desktop.widgets.dialogs import tell_trouble
from desktop.words import translate
from documents.seal.errors import TrustListError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.tasks.desk import Desk
    from documents.seal.trust import TrustList
    from storage.profile import Vault
    from sync.clock import Clock

LONGEST: Final = 1024 * 1024  # bytes read of a file that somebody opens; no list is that long


@dataclass(frozen=True, slots=True)
class RefusedList:
    """A file that was opened and is not used. `version` where its signature was good."""

    error: TrustListError
    version: int | None


class TrustLists(QObject):
    """`used(TrustList)` when one is in use; `told(words, tone)` a sentence for the page."""

    used = Signal(object)
    told = Signal(str, str)

    def __init__(self, desk: "Desk", clock: "Clock", vault: "Vault | None", window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._clock, self._vault, self._window = desk, clock, vault, window
        self.in_use: TrustList | None = None
        self.ask_list: Callable[[], Path | None] = self._ask_list

    def read(self) -> None:
        """Find out which one is in use. Without a profile, what was opened in this window stays."""
        if self._vault is not None:
            from storage.trust import trust_in_use

            self._desk.ask(self, trust_in_use, self._use)
        elif self.in_use is None:
            self._desk.start(self, lambda _job: _shipped(), self._use)

    def open_file(self) -> None:
        """Ask for a file and use its list if it is newer."""
        path = self.ask_list()
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Use the list of this file if it is newer."""
        if self.in_use is None:  # the page is new: which list is newer is known in a moment
            self.used.connect(lambda _trust: self.open_path(path), Qt.ConnectionType.SingleShotConnection)
            return
        before, vault, now = self.in_use, self._vault, self._clock.now()

        def work(_job: object) -> "TrustList | RefusedList":
            with path.open("rb") as file:
                content = file.read(LONGEST)
            return _judged(vault, before, content, now)

        self._desk.start(self, work, lambda answer: self._accept(before, answer), self._refuse)

    def _accept(self, before: "TrustList", answer: "TrustList | RefusedList") -> None:
        if isinstance(answer, RefusedList):
            told = refused_words(answer.error, before, answer.version)
            self.told.emit(f"{told.what} {told.safe} {told.todo}", "bad")
            return
        self._use(answer)
        self.told.emit(accepted_words(before, answer), "good")

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, OSError):
            words = translate("verify", "No se pudo leer ese archivo. Se sigue usando la lista de antes.")
            self.told.emit(words, "bad")
        else:
            tell_trouble(self._window.window(), explain(error))

    def _use(self, trust: "TrustList") -> None:
        self.in_use = trust
        self.used.emit(trust)

    def _ask_list(self) -> Path | None:
        name, _filter = QFileDialog.getOpenFileName(
            self._window, translate("verify", "Abrir lista de confianza"), "",
            translate("verify", "Lista de confianza (*.cbor);;Todos los archivos (*)"),
        )  # fmt: skip
        return Path(name) if name else None


def _shipped() -> "TrustList":
    from documents.seal.trust import bundled

    return bundled()


def _judged(vault: "Vault | None", before: "TrustList", content: bytes, now: "datetime") -> "TrustList | RefusedList":
    """Keep the list in the profile, or without one only look whether it may be used."""
    from documents.seal.trust import newer, pinned_roots, read_trust_list
    from storage.trust import keep_trust_list

    version = None
    try:
        offered = read_trust_list(content, pinned_roots())
        version = offered.version
        if vault is None:
            return newer(before, offered)
        with vault.cache() as db:
            return keep_trust_list(db, content, now)
    except TrustListError as error:
        return RefusedList(error, version)
