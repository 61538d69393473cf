"""What a servant does with a memory stick: write what waits, take news in, show this computer's key. Dialogs are
attributes, so that tests answer them; files are touched on the pool alone.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, QStorageInfo, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.pairing import PairingDialog
from desktop.presenters.stick_faults import told
from desktop.presenters.stick_words import brought_words, written_words
from desktop.tasks.stick_door import StickDoor
from desktop.widgets.dialogs import ask, tell_trouble
from desktop.words import translate
from sync.stick.errors import CarryError

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.exchange import Exchange
    from documents.stick.keys import Public
    from storage.stick import WrittenUp
    from sync.stick.arriving import Brought

T = TypeVar("T")
_OF_STICKS = frozenset({b"vfat", b"msdos", b"exfat", b"fat", b"fat32"})


class StickDeeds(QObject):
    """`told(words, tone)` when something is done; `busy(words)`, "" when nothing is under way."""

    told = Signal(str, str)
    busy = Signal(str)

    def __init__(self, opened: "Opened", exchange: "Exchange", window: QWidget) -> None:
        super().__init__(window)
        self._opened, self._exchange, self._window = opened, exchange, window
        self.door = StickDoor(opened.vault, opened.clock)
        self.running = False
        self.ask_folder: Callable[[], Path | None] = partial(ask_folder, window)
        self.ask_packet: Callable[[], Path | None] = partial(ask_packet, window)
        self.show_pairing: Callable[[Public], object] = self._show_pairing
        self.ask_request: Callable[[], bool] = self._ask_request

    def take_up(self) -> None:
        """«Llevar a la UGEL…»."""
        folder = self.ask_folder()
        if folder is not None:
            words = translate("Stick", "Escribiendo en la memoria y comprobando lo escrito. No la retire.")
            self._start(words, lambda: self.door.write(folder), self._written)

    def bring_down(self) -> None:
        """«Traer de la UGEL…»."""
        path = self.ask_packet()
        if path is not None:
            self.bring(path)

    def bring(self, path: Path) -> None:
        """Take in this file; it was asked about already."""
        self._exchange.cancel()  # one carrier at a time
        words = translate("Stick", "Comprobando el paquete y trayéndolo. No retire la memoria.")
        self._start(words, lambda: self.door.bring(path), self._brought, partial(self._not_brought, path.parent))

    def pair(self) -> None:
        """«Vincular este equipo»."""
        self._start("", self.door.show_key, self.show_pairing)

    def _show_pairing(self, public: "Public") -> None:
        box = PairingDialog(self._window.window(), public, self.take_up)
        box.renewal_wanted.connect(lambda: self._start("", self.door.renew_key, self.show_pairing))
        box.open()

    def _not_brought(self, folder: Path, error: Exception) -> None:
        """A packet that follows one which never came: what is lacking can be asked for on the same stick."""
        self._failed(error)
        if isinstance(error, CarryError) and error.code == "gap" and self.ask_request():
            words = translate("Stick", "Escribiendo el pedido en la memoria. No la retire.")
            self._start(words, lambda: self.door.write(folder), self._written)

    def _ask_request(self) -> bool:
        question = translate("Stick", "¿Escribir en la memoria el pedido de lo que falta?")
        words = translate("Stick", "Entréguela en su UGEL: con él le prepararán un paquete completo.")
        return ask(self._window.window(), question, words, translate("Stick", "&Escribir el pedido"))

    def _start(
        self, words: str, work: Callable[[], T], done: Callable[[T], object],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:  # fmt: skip
        if self.running:
            return
        self.running = True
        self.busy.emit(words)

        def ended(answer: T) -> None:
            self._rest()
            done(answer)

        self._opened.desk.start(self, lambda _job: work(), ended, failed or self._failed)

    def _rest(self) -> None:
        self.running = False
        self.busy.emit("")

    def _failed(self, error: Exception) -> None:
        self._rest()
        tell_trouble(self._window.window(), told(error))

    def _written(self, up: "WrittenUp") -> None:
        self.told.emit(written_words(up), "good")
        self._exchange.count()

    def _brought(self, brought: "Brought") -> None:
        self.told.emit(brought_words(brought), "good" if brought.state == "new" else "neutral")
        self._exchange.count()
        self._exchange.facts_changed.emit()


def first_stick() -> str:
    """Where a dialog begins: at the first volume that is formatted as sticks are, else at home."""
    for volume in QStorageInfo.mountedVolumes():
        if volume.isReady() and bytes(volume.fileSystemType().data()).lower() in _OF_STICKS:
            return volume.rootPath()
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)


def ask_folder(window: QWidget) -> Path | None:
    """Where to write."""
    title = translate("Stick", "Elija la memoria USB")
    chosen = QFileDialog.getExistingDirectory(window.window(), title, first_stick())
    return Path(chosen) if chosen else None


def ask_packet(window: QWidget) -> Path | None:
    """Which file to take in."""
    title = translate("Stick", "Elija el paquete de la memoria USB")
    kinds = translate("Stick", "Paquetes de Chasqui (*.chasqui)")
    chosen, _kind = QFileDialog.getOpenFileName(window.window(), title, first_stick(), kinds)
    return Path(chosen) if chosen else None


def ask_packets(window: QWidget) -> Sequence[Path]:
    """Which files to take in, of those that people brought."""
    title = translate("Stick", "Elija los paquetes de la memoria USB")
    kinds = translate("Stick", "Paquetes de Chasqui (*.chasqui)")
    chosen, _kind = QFileDialog.getOpenFileNames(window.window(), title, first_stick(), kinds)
    return tuple(map(Path, chosen))
