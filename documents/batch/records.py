"""What goes to the processes that draw and bind, and what comes back. Frozen; they travel as JSON."""

from dataclasses import dataclass
from datetime import datetime

from typing_extensions import override

from documents.packet.heading import Heading
from documents.packet.profiles import Profile
from documents.packet.records import PacketResult
from documents.payslip import Period, TranscribedPayslip


@dataclass(frozen=True, slots=True)
class PlainKey:
    """The office's key for a process of our own that opens no foreign file. Goes through its pipe and nowhere else."""

    pem: str  # encrypted with `password`, a word made for this run
    password: str
    code: str
    test: bool

    @override
    def __repr__(self) -> str:
        return f"PlainKey({self.code})"


@dataclass(frozen=True, slots=True)
class DrawOrder:
    """Old payslips of one person to be drawn, and a constancia over them when `constancia` names its months.

    `identities`: 8 random bytes as hex for each paper; only `identities[0]` for none.
    """

    payslips: tuple[TranscribedPayslip, ...]
    printed: bool  # the payslips themselves, not only the constancia
    constancia: tuple[Period, Period] | None
    now: datetime
    identities: tuple[str, ...]
    key: PlainKey | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """What became of one paper. `blob`: its place among the blobs, -1 when it was refused. `unsealed` as LisPaper."""

    what: str  # the id of the payslip, or "constancia"
    blob: int
    unsealed: str = ""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class DrawAnswer:
    """In the order that was asked for, the constancia last."""

    papers: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class BoundItem:
    """A document to be bound: of the blobs in order, or a file of our own working folder when `file` is not ""."""

    title: str
    drawn_here: bool
    file: str = ""


@dataclass(frozen=True, slots=True)
class BindOrder:
    """One packet to be bound into an existing folder."""

    heading: Heading
    items: tuple[BoundItem, ...]
    profile: Profile
    folder: str
    stem: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no packet: the name of the error, and its figures."""

    code: str
    what: str = ""
    size: int = 0
    limit: int = 0


@dataclass(frozen=True, slots=True)
class BindAnswer:
    """One of both."""

    result: PacketResult | None
    refusal: Refusal | None = None
