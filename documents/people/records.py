"""A list of people as values: the table that was read, what its columns are, and what became of each line."""

from dataclasses import dataclass, field
from enum import StrEnum

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as text. `cut`: there were more rows or columns than are read. `sheets`: of a workbook."""

    rows: tuple[Cells, ...]
    cut: bool = False
    sheet: str = ""
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """Somebody of the office's people, from any source that knows them."""

    doc_numero: str
    apellidos: str = ""
    nombres: str = ""
    codigo_modular: str = ""
    establecimiento: str = ""

    @property
    def apellidos_y_nombres(self) -> str:
        """As lists show a person; "" when only the document is known."""
        return ", ".join(part for part in (self.apellidos, self.nombres) if part)


class ColumnKind(StrEnum):
    """What a column holds, when it is of use."""

    DNI = "dni"
    CODE = "codigo-modular"
    NAMES = "nombres"  # whole, or the surnames, or the given names


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of use are, from 0. `heading`: the row of titles, None when the list begins at once."""

    heading: int | None = None
    dni: int | None = None
    code: int | None = None
    names: tuple[int, ...] = ()

    @property
    def useful(self) -> bool:
        """Whether anybody can be found through them."""
        return self.dni is not None or self.code is not None or bool(self.names)


class Fate(StrEnum):
    """What became of a line. The sentences are `desktop.presenters.packet_people`."""

    FOUND = "found"
    RESTORED = "restored"  # Excel had taken the zeros away from the beginning of the DNI
    BY_CODE = "by-code"
    BY_NAME = "by-name"
    CHOSEN = "chosen"  # by the person before the screen
    NAMES_DIFFER = "names-differ"  # the DNI is known, but the names beside it are somebody else's
    NOT_KNOWN = "not-known"  # a good DNI of whom the office knows nothing yet
    AMBIGUOUS = "ambiguous"  # several people it may be
    NOBODY = "nobody"  # neither number nor name leads to anybody
    REPEATED = "repeated"  # the same person as an earlier line
    LEFT_OUT = "left-out"  # by the person before the screen


GOOD = frozenset({Fate.FOUND, Fate.RESTORED, Fate.BY_CODE, Fate.BY_NAME, Fate.CHOSEN})
DOUBTFUL = frozenset({Fate.NAMES_DIFFER, Fate.NOT_KNOWN})  # they go along, and are marked
STOPPED = frozenset({Fate.AMBIGUOUS, Fate.NOBODY})  # they do not, until somebody says who is meant


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of the list: its number in the file (from 1), its text, and whom it means.

    `meant` is what the line says by itself; `first` the earlier line of the same person, 0 when there is none.
    """

    number: int
    text: str
    meant: Fate
    person: ListedPerson | None = None
    candidates: tuple[ListedPerson, ...] = ()
    first: int = 0

    @property
    def fate(self) -> Fate:
        """What becomes of it."""
        return Fate.REPEATED if self.first else self.meant


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A list as it was understood. Correcting a line gives another one."""

    lines: tuple[ListLine, ...]
    columns: Columns = field(default_factory=Columns)
    cut: bool = False

    @property
    def people(self) -> tuple[ListedPerson, ...]:
        """Whom the work is for, each once, in the list's order."""
        return tuple(line.person for line in self.lines if line.person and line.fate in GOOD | DOUBTFUL)

    @property
    def open_lines(self) -> tuple[ListLine, ...]:
        """Lines that somebody has to look at before the work begins."""
        return tuple(line for line in self.lines if line.fate in STOPPED)
