"""Chosen files read and handed to the workbench of a sustento. No Qt, no words; for the desk, not the UI thread.

No foreign byte is opened in this process: that is `documents.sustento.workbench`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from documents.packet.errors import ItemTrouble
from documents.sustento.errors import SourceRefusedError, SustentoError, SustentoStoppedError
from documents.sustento.records import MAX_SOURCE_BYTES, Arrived
from documents.sustento.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file to be added: by its path, or by its bytes when it lies in no file."""

    name: str
    source: Path | bytes


@dataclass(frozen=True, slots=True)
class Step:
    """How far adding is: page `done` of `total` of file `at` (from 1) of `files`; `total` 0 while nobody can tell."""

    name: str
    at: int
    files: int
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Added:
    """What came of the chosen files, in their order."""

    arrived: tuple[Arrived, ...]
    refused: tuple[SustentoError, ...]


def add_files(
    bench: Workbench, chosen: Sequence[Chosen], report: Callable[[Step], None], stopped: Callable[[], bool]
) -> Added:
    """Each file read and opened; one that cannot be used does not keep the others out."""
    arrived: list[Arrived] = []
    refused: list[SustentoError] = []
    for at, each in enumerate(chosen, start=1):
        if stopped():
            break
        step = Step(each.name, at, len(chosen))
        report(step)
        try:
            arrived.append(_added(bench, each, step, report))
        except SustentoStoppedError:
            break
        except SustentoError as error:
            refused.append(error)
    return Added(tuple(arrived), tuple(refused))


def _added(bench: Workbench, each: Chosen, step: Step, report: Callable[[Step], None]) -> Arrived:
    data = each.source if isinstance(each.source, bytes) else read_file(each.source)
    return bench.add(each.name, data, lambda told: report(Step(step.name, step.at, step.files, told.done, told.total)))


def read_file(path: Path) -> bytes:
    """The whole file, or one byte more than may be used. Raises SourceRefusedError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_SOURCE_BYTES + 1)
    except OSError as error:
        raise SourceRefusedError(path.name, ItemTrouble.MISSING, str(error.errno)) from error
