"""What an office does with memory sticks: look for people, prepare, write, take in, hand over, pair, a first packet.

One thing at a time, on the pool; dialogs are attributes, so that tests answer them.
"""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.first_packet import ask_how, words_box
from desktop.dialogs.pair_device import PairDeviceDialog
from desktop.pages.stick_deeds import ask_folder, ask_packet, ask_packets
from desktop.presenters.stick_faults import told
from desktop.presenters.sticks_list import PersonLine, handed_words, taken_words, wrote_words
from desktop.tasks.office_stick_door import FirstWritten, OfficeStickDoor
from desktop.widgets.dialogs import tell_trouble
from desktop.words import translate
from sync.errors import SessionEndedError

if TYPE_CHECKING:
    from desktop.opened import Opened
    from desktop.tasks.desk import Job
    from documents.stick.keys import Public
    from storage.stick import Carried
    from sync.stick.counter import StickPerson

T = TypeVar("T")


class SticksDeeds(QObject):
    """`told(words, tone)`, `moved(words, done, total)`, `rested` when nothing is under way, `changed` when the lists
    should be read again, `session_ended`."""

    told = Signal(str, str)
    moved = Signal(str, int, int)
    rested = Signal()
    changed = Signal()
    session_ended = Signal()

    def __init__(self, opened: "Opened", window: QWidget) -> None:
        super().__init__(window)
        self._opened, self._window = opened, window
        self.door = OfficeStickDoor(opened.vault, opened.clock)
        self.running = False
        self._stop = threading.Event()
        self.ask_folder: Callable[[], Path | None] = partial(ask_folder, window)
        self.ask_packet: Callable[[], Path | None] = partial(ask_packet, window)
        self.ask_packets: Callable[[], Sequence[Path]] = partial(ask_packets, window)
        self.ask_how: Callable[[str], str | None] = lambda who: ask_how(window.window(), who)
        self.show_words: Callable[[str, FirstWritten], object] = lambda who, first: words_box(
            window.window(), who, first
        ).exec()
        self.pairing: PairDeviceDialog | None = None

    def stop(self) -> None:
        """End what is under way; what is done stays."""
        self._stop.set()

    def prepare(self, lines: Sequence[PersonLine]) -> None:
        """Fetch packets for these people's computers."""
        people = [line.person for line in lines if line.person is not None]
        words = translate("Sticks", "Preparando paquetes: {done} de {total}")
        self._run(words, lambda stop, report: self.door.fetch(stop, people, report), self._prepared)

    def write(self, lines: Sequence[PersonLine]) -> None:
        """Write what is ready for these people."""
        ready = [each for line in lines for each in line.ready]
        folder = self.ask_folder() if ready else None
        if folder is not None:
            words = translate("Sticks", "Escribiendo y comprobando: {done} de {total}. No retire la memoria.")
            self._run(words, lambda _stop, report: self.door.write(folder, ready, report),
                      lambda file: self.told.emit(wrote_words(file.path.name, len(ready)), "good"))  # fmt: skip

    def take_in(self) -> None:
        """What people brought."""
        if paths := self.ask_packets():
            self.take(*paths)

    def take(self, *paths: Path) -> None:
        """These files."""
        words = translate("Sticks", "Recibiendo {done} de {total}. No retire la memoria.")
        self._run(words, lambda _stop, report: self.door.take_in(paths, report),
                  lambda taken: self.told.emit(taken_words(taken), "neutral" if taken.refused else "good"))  # fmt: skip

    def hand_over(self) -> None:
        """What waits, to the central API."""
        words = translate("Sticks", "Entregando al servicio central: {done} de {total}")
        self._run(words, self.door.hand_over, lambda done: self.told.emit(handed_words(done), "good"))

    def pair(self, person: "StickPerson") -> None:
        """Register a computer of this person's."""
        box = PairDeviceDialog(self._window.window(), self._opened.desk, person.name, self.ask_packet)
        box.paired.connect(lambda public, how: self._pair(person, public, how))
        self.pairing = box
        box.open()

    def give_first(self, person: "StickPerson") -> None:
        """A first packet under words."""
        how = self.ask_how(person.name)
        folder = self.ask_folder() if how else None
        if how and folder is not None:
            words = translate("Sticks", "Preparando el paquete inicial. No retire la memoria.")
            self._run(words, lambda stop, _report: self.door.first(stop, person, how, folder),
                      lambda first: self.show_words(person.name, first))  # fmt: skip

    def _pair(self, person: "StickPerson", public: "Public", how: str) -> None:
        done = translate("Sticks", "El equipo de {who} quedó vinculado.").format(who=person.name)
        self._run("", lambda stop, _report: self.door.pair(stop, public, person, how),
                  lambda _device: self.told.emit(done, "good"))  # fmt: skip

    def _prepared(self, ready: "tuple[Carried, ...]") -> None:
        words = translate("Sticks", "{n} paquetes listos. Se pueden escribir en una memoria también sin conexión.")
        self.told.emit(words.format(n=len(ready)), "good")

    def _run(
        self, words: str, work: Callable[[threading.Event, Any], T], done: Callable[[T], object]
    ) -> None:  # fmt: skip
        if self.running:
            return
        self.running, self._stop = True, threading.Event()
        stop = self._stop
        self.moved.emit(words.format(done="…", total="…"), 0, 0)

        def ended(answer: T) -> None:
            self._rest()
            done(answer)

        def on_pool(job: "Job") -> T:
            return work(stop, job.report)

        def progressed(how_far: tuple[int, int]) -> None:
            self.moved.emit(words.format(done=how_far[0], total=how_far[1]), *how_far)

        self._opened.desk.start(self, on_pool, ended, self._failed, progressed)

    def _rest(self) -> None:
        self.running = False
        self.rested.emit()
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, SessionEndedError):
            self.session_ended.emit()
        elif getattr(error, "code", "") != "cancelled":
            tell_trouble(self._window.window(), told(error))
