"""A packet built in a disposable process: documents go in as bytes, whole files come to lie in the folder. Or nothing.

Loads no PDF library. The process writes into a working folder made here, so that nothing of it stays whatever happens
to the process; files get their names when it is done.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from documents.packet.errors import PacketCancelledError, PacketError
from documents.packet.fut import Fut
from documents.packet.profiles import Profile
from documents.packet.records import PacketResult
from documents.packet.writing import publish, working_folder
from documents.worker.errands import Bounds, Loss, Progress, Worker, WorkerLostError

BOUNDS: Final = Bounds(written=2_000_000_000, killed_after=1_800.0)


@dataclass(frozen=True, slots=True)
class ApartItem:
    """A document of the packet, in memory."""

    title: str
    data: bytes
    two_sided: bool = False


@dataclass(frozen=True, slots=True)
class ItemHead:
    """What travels beside a document's bytes."""

    title: str
    two_sided: bool


@dataclass(frozen=True, slots=True)
class PacketRequest:
    """What is to be built; `taken`: names that the destination folder holds already."""

    cover: Fut
    items: tuple[ItemHead, ...]
    profile: Profile
    folder: Path
    taken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no packet, in words; `code` is the name of the error in the process."""

    code: str
    what: str
    safe: str
    todo: str


@dataclass(frozen=True, slots=True)
class PacketAnswer:
    """One of both."""

    result: PacketResult | None
    failure: Failure | None


class PacketApartError(PacketError):
    """The process says why there is no packet, or gave no answer (`failure.code` is then a Loss)."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.code}: {failure.what}")
        self.failure = failure


def build_apart(
    worker: Worker,
    cover: Fut,
    items: Sequence[ApartItem],
    profile: Profile,
    *,
    folder: Path,
    progress: Callable[[Progress], None] | None = None,
) -> PacketResult:
    """Build into `folder`, which must exist; a name that is taken gets a number. Raises PacketError; then no file is
    left. `worker.stop()`, from any thread, makes it PacketCancelledError."""
    with working_folder(folder) as work:
        taken = tuple(file.name for file in folder.iterdir())
        heads = tuple(ItemHead(item.title, item.two_sided) for item in items)
        request = PacketRequest(cover, heads, profile, work, taken)
        try:
            answer, _ = worker.run("packet.build", request, [item.data for item in items], PacketAnswer, progress)
        except WorkerLostError as error:
            if error.loss is Loss.STOPPED:
                raise PacketCancelledError from error
            raise PacketApartError(_lost(error.loss)) from error
        if answer.result is None:
            raise PacketApartError(answer.failure or _lost(Loss.CRASHED))
        files = [replace(file, path=folder / file.path.name) for file in answer.result.files]
        publish([(work / file.path.name, file.path) for file in files])
        return replace(answer.result, files=tuple(files))


def _lost(loss: Loss) -> Failure:
    what = {
        Loss.TIMEOUT: "Armar el expediente tarda demasiado.",
        Loss.CRASHED: "Un documento no se pudo leer y no se armó el expediente.",
    }.get(loss, "No se armó el expediente.")
    safe = "Sus documentos están como antes y no se creó ningún archivo."
    return Failure(
        loss.value, what, safe, "Quite el documento más pesado o cierre otros programas, e intente otra vez."
    )
