"""Looks at people's files from this desk: each is kept, to be told to them; the same again soon after is one."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop.tasks.tray_readings import queue_look
from storage.decision_records import QueuedLook
from sync.identifiers import new_id

if TYPE_CHECKING:
    from desktop.opened import Opened

FOLD: Final = timedelta(minutes=30)


class Looks(QObject):
    """Of one page. Nothing is asked and nothing is shown: it simply happens."""

    def __init__(self, opened: "Opened", parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._noted: dict[tuple[str, str, str], datetime] = {}

    def note(self, doc_numero: str, why: str, what: str) -> None:
        """Somebody's file is on the screen. `why` as the protocol has it."""
        now, which = self._opened.clock.now(), (doc_numero, why, what)
        if which in self._noted and abs(now - self._noted[which]) < FOLD:
            return
        self._noted[which] = now
        look = QueuedLook(uuid=new_id(), doc_numero=doc_numero, why=why, what=what[:200], at=now)
        self._opened.desk.start(self, lambda _job: queue_look(self._opened.vault, look), lambda _none: None)
