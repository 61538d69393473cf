"""What the index of old payroll files gives back: files, found payslips, and how an import went. Frozen, no SQL."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from documents.lis.records import Remark, State


@dataclass(frozen=True, slots=True)
class LisFile:
    """One imported file, whole or in part."""

    number: int
    name: str
    sha256: str
    size: int  # bytes
    begun_at: datetime
    read_to: int  # bytes
    payslips: int
    remarks: int
    placed: bool = True  # whether schools and posts are noted; False for what the first version imported

    @property
    def complete(self) -> bool:
        """Whether all of it is in the index."""
        return self.read_to == self.size


@dataclass(frozen=True, slots=True)
class LisRow:
    """One payslip of the index, as lists show it. Amounts in céntimos."""

    number: int
    doc_numero: str
    apellidos: str
    nombres: str
    codigo_modular: str
    periodo: int  # 201503; 0 = unknown
    secuencia: int
    tipo_planilla: str
    numero_boleta: str
    haberes: int
    descuentos: int
    liquido: int
    state: State
    file: int
    file_name: str
    line: int
    crc: int
    establecimiento: str = ""  # "" too for what the first version imported
    cargo: str = ""


@dataclass(frozen=True, slots=True)
class LisQuery:
    """What to look for. `text`: words; each the beginning of a name, of a document, of a code, or a boleta's number."""

    text: str = ""
    desde: int = 0  # 201501; 0 = from the beginning
    hasta: int = 0
    limit: int = 500
    place: str = ""  # words; each begins one of the school's, or of the post's ("cargo")


@dataclass(frozen=True, slots=True)
class LisCounts:
    """What the index holds."""

    files: int
    payslips: int
    people: int
    unplaced: int = 0  # files of which schools and posts are not noted


class ImportFate(StrEnum):
    """How the import of one file ended."""

    DONE = "done"
    SAME = "same"  # it was here already, whole
    CHANGED = "changed"  # another content than came from this path before; nothing was touched
    STOPPED = "stopped"  # what was read stays; the next import goes on from there
    NOT_TEXT = "not-text"  # no payroll text
    UNREADABLE = "unreadable"  # the disk would not give it


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is."""

    name: str
    done: int  # bytes
    total: int
    payslips: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of one file. `remarks` are the first thousand of `remark_count`."""

    name: str
    fate: ImportFate
    file: LisFile | None
    remarks: tuple[Remark, ...] = ()
    remark_count: int = 0
    states: tuple[tuple[State, int], ...] = ()  # how many payslips of the file in each state

    @property
    def older(self) -> bool:
        """Whether the file was here already, taken by a version that did not note schools and posts."""
        return self.fate is ImportFate.SAME and self.file is not None and not self.file.placed
