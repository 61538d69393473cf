"""Which trust list the page uses: the profile's, or without a profile the one of the program; and opening a newer one.

Reading and verifying happen on the pool. The question for the file is an attribute, as with copies of payslips.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
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
        if path is None or self.in_use is None:
            return
        before, vault, now = self.in_use, self._vault, self._clock.now()

        def work(_job: object) -> "TrustList":
            with path.open("rb") as file:
                content = file.read(LONGEST)
            return _kept(vault, content, now) if vault is not None else _accepted(before, content)

        self._desk.start(self, work, lambda after: self._accept(before, after), self._refuse)

    def _accept(self, before: "TrustList", after: "TrustList") -> None:
        self._use(after)
        self.told.emit(accepted_words(before, after), "good")

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, TrustListError) and self.in_use is not None:
            told = refused_words(error, self.in_use)
            self.told.emit(f"{told.what} {told.safe} {told.todo}", "bad")
        elif isinstance(error, OSError):
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


def _kept(vault: "Vault", content: bytes, now: "datetime") -> "TrustList":
    from storage.trust import keep_trust_list

    with vault.cache() as db:
        return keep_trust_list(db, content, now)


def _accepted(before: "TrustList", content: bytes) -> "TrustList":
    from documents.seal.trust import newer, pinned_roots, read_trust_list

    return newer(before, read_trust_list(content, pinned_roots()))
