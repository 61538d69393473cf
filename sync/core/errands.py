"""What passes between `sync.core.outbox`, which decides about wishes, and those who carry it out. Records only."""

from dataclasses import dataclass
from typing import Literal

from sync.errors import SyncError

PIECE = 64 * 1024  # bytes of one PATCH: what a link loses at most when the office's answer does not come back
Task = Literal["file", "cancel", "expediente"]


@dataclass(frozen=True, slots=True)
class PendingFile:
    """A file that goes with a request, and how much of it the office has, as far as is known here."""

    sha256: str
    size: int  # bytes
    offset: int = 0

    @property
    def left(self) -> int:
        """Bytes that have to travel."""
        return self.size - self.offset


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One thing to do at the office for one wish."""

    uuid: str
    task: Task
    section: str = ""
    tries: int = 0  # failures so far
    files: tuple[PendingFile, ...] = ()  # of "file" only

    @property
    def key(self) -> tuple[str, Task]:
        """A wish may have two errands in turn: filed first, then cancelled."""
        return self.uuid, self.task

    @property
    def left(self) -> int:
        """Bytes of files that have to travel before the office sees it."""
        return sum(file.left for file in self.files)


# Events ------------------------------
@dataclass(frozen=True, slots=True)
class ErrandsRead:
    """What may go now: of every section the first wish that is not settled, unless its time has not come."""

    errands: tuple[Errand, ...]


@dataclass(frozen=True, slots=True)
class UploadAt:
    """The office has the file up to here; that is on disk."""

    offset: int


@dataclass(frozen=True, slots=True)
class ErrandDone:
    """The office said so, in an answer that passed the gate, and it is on disk."""


@dataclass(frozen=True, slots=True)
class ErrandGone:
    """Nothing was sent: the person withdrew the wish meanwhile."""


# Calls: each one writes the state of the wish to the disk before its first byte leaves ------------------------------
@dataclass(frozen=True, slots=True)
class ReadErrands:
    """Look into the outbox again. No network; answered by ErrandsRead."""


@dataclass(frozen=True, slots=True)
class OpenUpload:
    """SUBIENDO, and POST /v1/uploads: how much of the file is there? Answered by UploadAt."""

    errand: Errand
    file: PendingFile


@dataclass(frozen=True, slots=True)
class SendPiece:
    """PATCH /v1/uploads/…: `size` bytes from `file.offset` on. Answered by UploadAt."""

    errand: Errand
    file: PendingFile
    size: int


@dataclass(frozen=True, slots=True)
class Send:
    """PUT of the request (ENVIANDO: from now on the outcome is unknown), of its cancellation or its expediente."""

    errand: Errand


# Notes ------------------------------
@dataclass(frozen=True, slots=True)
class PutBack:
    """-> LISTO, to be tried again. `error` None: the person stopped it, which is no failure of its own."""

    errand: Errand
    error: SyncError | None


@dataclass(frozen=True, slots=True)
class WaitFor:
    """-> ESPERA SESION or ESPERA RED. Kept; wakes by itself after signing in, or with the next exchange."""

    errand: Errand
    what: Literal["session", "network"]
    code: str


@dataclass(frozen=True, slots=True)
class Quarantine:
    """-> CUARENTENA: visible, with the office's sentence; only the person takes it out."""

    errand: Errand
    code: str  # of the problem document
    detail: str  # the office's sentence
    fields: tuple[tuple[str, str], ...] = ()  # (field, code) of invalid-legajo


@dataclass(frozen=True, slots=True)
class ForgetUpload:
    """The office has nothing of these files, whatever we believed."""

    sha256s: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GiveUp:
    """A cancellation or an expediente that the office refuses for good: no longer wanted. The feed brings its state."""

    errand: Errand
    code: str


ErrandEvent = ErrandsRead | UploadAt | ErrandDone | ErrandGone
ErrandCall = ReadErrands | OpenUpload | SendPiece | Send
ErrandNote = PutBack | WaitFor | Quarantine | ForgetUpload | GiveUp
